"""How much of planted damage is found, and how much of it --fix undoes exactly.

    python bench/damage.py                 damage in the vacancies of the corpus and the examples
    python bench/damage.py --text FOLDER   in those of a folder as well

One thing is damaged at a time, at a random place; it counts as found when a rule of its kind
reports that place, and as undone when the safe fixes give back the text as it was. What the rules
of white space, damage and typography say of a text beforehand is taken off first, by fixing it;
findings at other places that the damage brought are counted as side effects.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import regex
from common import ROOT, engine

from vaclint.model.source import Source

RULES = ("WSP", "STR00", "STR011", "STR013", "STY005", "STY006", "STY007", "SPL")
NEAR = 3
"""How far from the damage, in characters, a finding may begin or end."""

Damage = tuple[str, str, Callable[[str], str], tuple[str, ...]]
"""A name, the places it can be done (a pattern), what is put there, and the beginnings of the rules
that should say so.
"""


def _mojibake(text: str) -> str:
    return text.encode().decode("cp1252", "ignore")


DAMAGES: list[Damage] = [
    (
        "space left out",
        r"(?<=\p{Ll}{3}[.?!])[ ](?=\p{Lu}\p{Ll})|(?<=\p{Ll}{3},)[ ](?=\p{Ll}{3})",
        lambda _: "",
        ("WSP011",),
    ),
    ("space before a mark", r"(?<=\p{Ll}{2})[,.?!](?=\s)", lambda mark: f" {mark}", ("WSP007",)),
    ("two spaces", r"(?<=\p{Ll})[ ](?=\p{Ll})", lambda _: "  ", ("WSP002",)),
    ("hard space", r"(?<=\p{Ll}{3})[ ](?=\p{Ll}{3})", lambda _: "\u00a0", ("WSP003",)),
    ("invisible sign", r"(?<=\p{Ll}{3})(?=\p{Ll}{3})", lambda _: "\u200b", ("WSP004",)),
    ("space at a line end", r"(?<=[\p{Ll}.])(?=\n)", lambda _: " ", ("WSP001",)),
    ("space in brackets", r"(?<!\])\((?=\p{L}[^()\n]{0,40}\))", lambda _: "( ", ("WSP012",)),
    ("space at a range", r"(?<=\d)\s?[-–]\s?(?=\d)", lambda _: "- ", ("WSP013",)),
    ("wrong encoding", r"\p{L}*[ëïéèöü€’“][^\s\p{P}]*", _mojibake, ("STR001",)),
    ("letter lost to �", r"(?<=\p{Ll})[ëïéèöü](?=\p{Ll})", lambda _: "\ufffd", ("STR002",)),
    ("letter lost to ?", r"(?<=\p{Ll})[ëïéèöü](?=\p{Ll}{2})", lambda _: "?", ("STR002",)),
    (
        "diaeresis left out",
        r"(?<=\p{Ll})[ëïö](?=\p{Ll})",
        lambda letter: {"ë": "e", "ï": "i", "ö": "o"}[letter],
        ("SPL",),
    ),
    ("two hyphens", r"(?<=\p{L} )–(?= \p{L})", lambda _: "--", ("STY006",)),
    ("comma in an address", r"(?<=@[\w-]+)\.(?=(?:nl|be|com|eu)\b)", lambda _: ",", ("STR013",)),
    ("two dots in an address", r"(?<=@[\w-]+)\.(?=\p{L}+\b)", lambda _: "..", ("STR013",)),
    ("two list markers", r"(?m)(?<=^- )(?=\p{L})", lambda _: "- ", ("STR011",)),
    ("empty heading", r"(?m)(?<=^#{2,3} )[^\n]+(?=\n)", lambda _: "", ("STR007", "WSP001")),
]


def main() -> None:
    """Print a line for each kind of damage."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=300)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--only", default="", help="the beginning of a name")
    parser.add_argument("--show", action="store_true", help="print what is missed")
    arguments = parser.parse_args()
    folders = [
        ROOT / "tests/corpus",
        ROOT / "examples",
        *([arguments.text] if arguments.text else []),
    ]
    own = engine(select=RULES)

    def fixed(source: Source) -> Source:
        return own.fix(source).source

    paths = sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in (".md", ".txt") and path.name != "labels.tsv"
    )
    clean = [fixed(Source(path.name, path.read_text("utf-8"))) for path in paths]
    texts = [
        (source, own.understand(source).document.body) for source in clean
    ]  # front matter is left alone
    before = {
        source.path: Counter(found.rule for found in own.check(source).findings) for source in clean
    }
    random_ = random.Random(5)
    print(
        f"{len(texts)} texts; {'damage':24} {'tried':>6} {'found':>7} {'undone':>7} "
        f"{'side effects':>13}"
    )
    for name, pattern, put, rules in (
        damage for damage in DAMAGES if damage[0].startswith(arguments.only)
    ):
        places = [
            (source, match.span())
            for source, body in texts
            for match in regex.finditer(pattern, source.text, pos=body)
        ]
        random_.shuffle(places)
        tried = seen = undone = aside = 0
        for source, (start, end) in places[: arguments.trials]:
            wrong = put(source.text[start:end])
            if wrong == source.text[start:end]:
                continue
            tried += 1
            damaged = Source(source.path, source.text[:start] + wrong + source.text[end:])
            findings = own.check(damaged).findings
            near = [
                found.rule
                for found in findings
                if found.place.start.offset <= start + len(wrong) + NEAR
                and found.place.end.offset >= start - NEAR
            ]
            seen += any(rule.startswith(rules) for rule in near)
            if arguments.show and not any(rule.startswith(rules) for rule in near):
                print(
                    f"  missed in {source.path}: {damaged.text[max(0, start - 30) : start + 30]!r}"
                )
            undone += fixed(damaged).text == source.text
            aside += (
                Counter(found.rule for found in findings) - before[source.path] - Counter(near)
            ).total()
        if tried:
            print(
                f"{'':{len(str(len(texts)))}}        {name:24} {tried:6} "
                f"{seen / tried:7.3f} {undone / tried:7.3f} {aside:13}"
            )


if __name__ == "__main__":
    main()
