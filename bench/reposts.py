"""Precision, recall and time of DUP101 on a generated repository with planted re-posts.

    python bench/reposts.py [--files 5000] [--seed 1]

Every vacancy has text of its own (a word chain made from the vacancies of the tests and examples),
one of two hundred task lists that vacancies for one kind of job share, and the standing text of one
of sixty organisations. One in twenty is a re-post of an earlier one: another place, date and
salary, 0 to 6 % of its words changed, sometimes a sentence dropped. Ten vacancies are posted in
twelve places each. The exit code is 1 when precision or recall falls below 0.98.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from common import engine
from planted import changed, vacancies

FLOOR = 0.98
PLACES = [
    "Oosterdam",
    "Lindenbeek",
    "Zandwijk",
    "Molenveld",
    "Hoogerheide",
    "Voorbeeldstad",
    "Westerhoek",
    "Duinrand",
    "Berkel",
    "Noordkade",
]
TITLES = [
    "Planner",
    "Jurist",
    "Monteur",
    "Kok",
    "Docent",
    "Verpleegkundige",
    "Adviseur",
    "Chauffeur",
    "Begeleider",
    "Beheerder",
]


class Chain:
    """Sentences from a word chain: each word follows one it follows in real text."""

    def __init__(self, texts: list[list[str]], rng: random.Random) -> None:
        self.rng = rng
        self.follows: dict[str, list[str]] = defaultdict(list)
        for words in texts:
            for one, two in pairwise(words):
                self.follows[one].append(two)
        self.words = sorted(self.follows)

    def paragraph(self, count: int) -> list[str]:
        """So many words."""
        words = [self.rng.choice(self.words)]
        while len(words) < count:
            again = self.rng.random() < 0.15
            words.append(
                self.rng.choice(
                    self.words
                    if again or words[-1] not in self.follows
                    else self.follows[words[-1]]
                )
            )
        return words


def write(folder: Path, count: int, rng: random.Random) -> set[str]:
    """Write the repository; returns the names of the re-posts."""
    own_blocks = vacancies(engine(select=("DUP001",), kind="vacancy"))
    texts = [[word for block in blocks for word in block.split()] for blocks in own_blocks]
    chain = Chain(texts, rng)
    standing = [
        [chain.paragraph(rng.randrange(60, 160)), chain.paragraph(rng.randrange(30, 80))]
        for _ in range(60)
    ]
    tasks = [[chain.paragraph(rng.randrange(8, 16)) for _ in range(6)] for _ in range(200)]
    mass = set(rng.sample(range(count // 2), 10))
    originals: list[tuple[str, list[list[str]], int]] = []
    planted: set[str] = set()
    number = 0

    def save(title: str, own: list[list[str]], organisation: int) -> str:
        nonlocal number
        name = f"vacature-{number:05}.md"
        number += 1
        place, low = rng.choice(PLACES), rng.randrange(2400, 4200, 50)
        lines = [
            "---",
            f"title: {title} in {place}",
            f"salaris: {low} - {low + 900} per maand",
            "uren: 32",
            "---",
            "",
            f"# {title} in {place}",
            "",
        ]
        for paragraph in own:
            lines += [" ".join(paragraph) + ".", ""]
        lines += [
            f"Werken in {place}: solliciteren kan tot {rng.randrange(1, 28)} mei.",
            "",
            "## Over ons",
            "",
        ]
        for paragraph in standing[organisation]:
            lines += [" ".join(paragraph) + ".", ""]
        (folder / name).write_text("\n".join(lines), "utf-8")
        return name

    while number < count:
        if originals and rng.random() < 0.05:
            title, own, organisation = rng.choice(originals)
            rate = rng.uniform(0, 0.06)
            again = [changed(paragraph, rate, chain.words, rng) for paragraph in own]
            if rng.random() < 0.3:
                again[0] = again[0][: len(again[0]) - 8]
            planted.add(save(title, again, organisation))
            continue
        title, organisation = rng.choice(TITLES), rng.randrange(60)
        own = [
            chain.paragraph(rng.randrange(40, 120)) for _ in range(rng.randrange(2, 5))
        ] + rng.choice(tasks)
        is_mass = number in mass
        save(title, own, organisation)
        if is_mass:
            planted.update(save(title, own, organisation) for _ in range(11))
        else:
            originals.append((title, own, organisation))
    return planted


def main() -> int:
    """Generate, check, count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--show", action="store_true", help="name what is missed and what is a false alarm"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "vacatures"
        folder.mkdir()
        planted = write(folder, options.files, random.Random(options.seed))
        times = {}
        for select in ("GEN001", "GEN001,DUP101"):
            command = [
                sys.executable,
                "-m",
                "vaclint",
                "check",
                "--select",
                select,
                "--output-format",
                "json",
                "--fail-on",
                "never",
                ".",
            ]
            started = time.perf_counter()
            done = subprocess.run(
                command,
                cwd=folder,
                capture_output=True,
                text=True,
                env={**os.environ, "VACLINT_CACHE_DIR": temporary},
            )
            times[select] = time.perf_counter() - started
            if done.returncode:
                raise SystemExit(done.stderr)
        report = json.loads(done.stdout)
        found = {
            finding["path"] for finding in report["diagnostics"] if finding["rule"] == "DUP101"
        }
    right = len(found & planted)
    precision, recall = right / max(1, len(found)), right / max(1, len(planted))
    if options.show:
        print("missed:", *sorted(planted - found), "false:", *sorted(found - planted))
    print(
        f"{options.files:,} vacancies, {len(planted)} re-posts: precision "
        f"{precision:.4f}, recall {recall:.4f}"
    )
    ratio = times["GEN001,DUP101"] / times["GEN001"]
    print(
        f"{times['GEN001,DUP101']:.1f} s with DUP101, {times['GEN001']:.1f} s with "
        f"one rule on words alone: ratio {ratio:.2f}"
    )
    return 0 if min(precision, recall) >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
