"""Phrases about pay and hours as adverts write them, each set into a vacancy, with what must be
understood.

The rows stand in ``bank/``. ``python tests/facts/test_bank.py`` prints a table of what is
understood and every difference.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import tomli

sys.path.insert(0, str(Path(__file__).parents[1]))

from support import report

BANK = Path(__file__).parent / "bank"
FRAMES = {
    "nl": (
        "# Planner\n\nWij zoeken een planner voor onze locatie in Lindenbeek.\n\n"
        "## Wat bieden wij?\n\n{}\n\n## Solliciteren\n\nStuur je brief voor 1 mei "
        "naar Robin.\n"
    ),
    "en": (
        "# Planner\n\nWe are looking for a planner for our location in Lindenbeek "
        "and you will work in a team.\n\n## What we offer\n\n{}\n\n## Apply\n\n"
        "Send us your letter before 1 May.\n"
    ),
}
VALUES = {"salary": ("min", "max", "unit", "scale"), "hours": ("min", "max", "fte")}
"""What a row says of a fact that is stated."""
ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "a",
        "you",
        "we",
        "salary",
        "hours",
        "position",
        "full-time",
        "part-time",
        "hour",
        "month",
        "year",
        "earn",
        "budget",
        "week",
    ]
)


def rows(name: str) -> list[list[Any]]:
    files = sorted(BANK.glob(f"{name}-*.toml"))
    return [
        [file.stem, *row] for file in files for row in tomli.loads(file.read_text("utf-8"))["rows"]
    ]


def frame(text: str) -> str:
    words = [word.strip(".,:()") for word in text.lower().split()]
    english = sum(word in ENGLISH for word in words) >= 2
    return FRAMES["en" if english else "nl"].format(text)


def understood(text: str, name: str) -> list[Any]:
    """The class and values that a vacancy with this phrase is understood to state."""
    checked = report(frame(text), "x.md", kind="vacancy")
    assert checked.facts is not None
    rules = {finding.rule for finding in checked.findings}
    fact = getattr(checked.facts, name)
    if fact is None:
        vague = {"salary": "SAL002", "hours": "HRS002"}[name]
        return ["vague" if vague in rules else "missing", *[""] * len(VALUES[name])]
    values = (getattr(fact, value) for value in VALUES[name])
    return ["concrete", *("" if value is None else value for value in values)]


CASES = [(name, row[1], row[2:]) for name in ("salary", "hours") for row in rows(name)]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_phrase(name: str, text: str, expected: list[Any]) -> None:
    assert understood(text, name) == expected


@pytest.mark.parametrize(("name", "least"), [("salary", 250), ("hours", 200)])
def test_the_bank_is_large_enough(name: str, least: int) -> None:
    texts = [row[1] for row in rows(name)]
    assert len(texts) >= least
    assert len(set(texts)) == len(texts)


def main() -> None:
    for name in ("salary", "hours"):
        table: Counter[tuple[str, str]] = Counter()
        for half, text, *expected in rows(name):
            got = understood(text, name)
            table[half, "phrases"] += 1
            table[half, "class"] += got[0] == expected[0]
            if expected[0] == "concrete":
                table[half, "concrete"] += 1
                table[half, "values"] += got[:4] == expected[:4]
            if got != expected:
                print(f"{half}: {text!r}\n    expected {expected}\n    got      {got}")
        for half in sorted({half for half, _ in table}):
            count = {what: table[half, what] for what in ("phrases", "class", "concrete", "values")}
            print(
                f"{half}: class right {count['class']}/{count['phrases']}, values right "
                f"{count['values']}/{count['concrete']}"
            )


if __name__ == "__main__":
    main()
