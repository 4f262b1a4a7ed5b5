"""Recall of DUP001 on planted copies, and its false alarms on the same texts without one.

    python bench/planted.py [--trials 3000] [--seed 1]

Each trial takes a vacancy (the corpus of the tests and the examples), cuts out a run of words of 1
to 60 % of it, changes 0 to 15 % of them (replaced, left out or put in), gives the copy other
bullets, numbering, capitals, marks and line ends, and puts it somewhere behind the original. Found
means: one finding covers at least 80 % of the copy's words and its first related range as much of
the original. For every planted text the same blocks are checked without the plant, in another
order. The exit code is 1 when recall falls below 0.98 for copies of 25 words and more with up to 10
% changed, or a false alarm is seen.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator

from common import ROOT, engine

from vaclint.engine import Engine
from vaclint.model.report import FileReport, Finding
from vaclint.model.source import Source
from vaclint.project.files import read_source

RATES = (0.0, 0.02, 0.05, 0.10, 0.15)
LENGTHS = ((15, 25), (25, 40), (40, 80), (80, 200), (200, 2000))
FLOOR = 0.98
BULLETS = ("", "- ", "* ", "• ", "– ", "o ", "> ")


def vacancies(own: Engine) -> Iterator[list[str]]:
    """The blocks of every vacancy without a copy of its own; of the real one, the first copy."""
    paths = [
        *sorted((ROOT / "tests" / "corpus").iterdir()),
        *sorted((ROOT / "examples").rglob("*.*")),
    ]
    for path in paths:
        if path.suffix not in (".md", ".txt", ".html") or path.stem.endswith("gekopieerd"):
            continue
        document, _, reason, _ = own.understand(read_source(path, path.name))
        if reason.kind != "vacancy":
            continue
        last = len(document.blocks)
        copies = own.check(document.source).findings
        if copies:
            last = min(
                i
                for i, block in enumerate(document.blocks)
                if block.whole.end > copies[0].place.start.offset
            )
        yield [block.text for block in document.blocks[:last] if not block.front_matter]


def changed(words: list[str], rate: float, others: list[str], rng: random.Random) -> list[str]:
    """The words with ``rate`` of them replaced, left out or followed by another."""
    words = list(words)
    for at in sorted(rng.sample(range(len(words)), int(rate * len(words))), reverse=True):
        kind = rng.random()
        if kind < 0.6:
            words[at] = rng.choice(others)
        elif kind < 0.8:
            del words[at]
        else:
            words.insert(at, rng.choice(others))
    return words


def dressed(words: list[str], rng: random.Random) -> str:
    """The words as lines with other bullets, numbers, capitals and line ends."""
    lines, at, number, mark = [], 0, 0, rng.choice((*BULLETS, "1"))
    while at < len(words):
        step = rng.choice((7, 12, 25, 60, 1000))
        line = " ".join(words[at : at + step])
        at, number = at + step, number + 1
        case = rng.random()
        line = (
            line.upper() if case < 0.05 else line[0].swapcase() + line[1:] if case < 0.3 else line
        )
        lines.append(
            f"{number}. {line}"
            if mark == "1"
            else f"{mark}{line}{rng.choice(('', '.', ';', '  '))}"
        )
    return "\n".join(lines)


def covered(finding: Finding, start: int, end: int, related: bool) -> float:
    """The share of a range that a finding's own range, or its first related one, covers."""
    place = finding.related[0].place if related else finding.place
    return max(0, min(end, place.end.offset) - max(start, place.start.offset)) / (end - start)


def checked(own: Engine, text: str) -> FileReport:
    """The report of a text."""
    return own.check(Source("vacature.txt", text))


def main() -> int:
    """Run the trials and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--show", action="store_true", help="print what is missed and what is a false alarm"
    )
    options = parser.parse_args()
    rng = random.Random(options.seed)
    own = engine(select=("DUP001",), kind="vacancy", language="nl")
    texts = list(vacancies(own))
    vocabulary = sorted({word for blocks in texts for block in blocks for word in block.split()})
    tried: Counter[tuple[int, float]] = Counter()
    hit: Counter[tuple[int, float]] = Counter()
    alarms = several = 0
    for _ in range(options.trials):
        blocks = rng.choice(texts)
        words = [word for block in blocks for word in block.split()]
        rate = rng.choice(RATES)
        length = max(15, int(len(words) * rng.uniform(0.01, 0.60)))
        start = rng.randrange(len(words) - length)
        copy = dressed(changed(words[start : start + length], rate, vocabulary, rng), rng)
        ends, total = [], 0
        for block in blocks:
            total += len(block.split())
            ends.append(total)
        after = rng.choice([index for index, end in enumerate(ends) if end >= start + length])
        head, tail = "\n\n".join(blocks[: after + 1]), "\n\n".join(blocks[after + 1 :])
        text = f"{head}\n\n{copy}\n\n{tail}\n"
        report = checked(own, text)
        first = 0
        for word in words[:start]:
            first = text.index(word, first) + len(word)
        last = first
        for word in words[start : start + length]:
            last = text.index(word, last) + len(word)
        begin = len(head) + 2
        found = [
            finding
            for finding in report.findings
            if covered(finding, begin, begin + len(copy), related=False) >= 0.8
            and covered(finding, first, last, related=True) >= 0.8
        ]
        cell = (
            next(index for index, (low, high) in enumerate(LENGTHS) if low <= length < high),
            rate,
        )
        tried[cell] += 1
        hit[cell] += bool(found)
        several += len(report.findings) > 1
        if options.show and not found and length >= 25 and rate <= 0.1:
            print(
                f"MISSED {length} words, {rate:.0%} changed, {len(report.findings)} "
                f"findings\n{copy}\n"
            )
        rng.shuffle(blocks := list(blocks))
        without = checked(own, "\n\n".join(blocks) + "\n")
        alarms += len(without.findings)
        if options.show:
            for finding in without.findings:
                print("FALSE ALARM", finding.text)
    print(
        f"{len(texts)} vacancies, {options.trials:,} plants: found of tried, by "
        "length and share of words changed\n"
    )
    print("| words | " + " | ".join(f"{rate:.0%}" for rate in RATES) + " |")
    print("| --- |" + " --- |" * len(RATES))
    for index, (low, high) in enumerate(LENGTHS):
        cells = (f"{hit[index, rate]}/{tried[index, rate]}" for rate in RATES)
        print(f"| {low}–{high - 1} | " + " | ".join(cells) + " |")
    wanted = [cell for cell in tried if cell[0] > 0 and cell[1] <= 0.10]
    recall = sum(hit[cell] for cell in wanted) / max(1, sum(tried[cell] for cell in wanted))
    print(
        f"\nRecall for 25 words and more with up to 10 % changed: {recall:.4f} (of "
        f"{sum(tried[cell] for cell in wanted):,})."
    )
    print(
        f"More than one finding for one plant: {several}. Findings without a plant: "
        f"{alarms} (in {options.trials:,} texts)."
    )
    return 0 if recall >= FLOOR and not alarms else 1


if __name__ == "__main__":
    sys.exit(main())
