"""Every phrase of the banks is read as they say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from facts.amounts.framing import HERE, understood

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

OPEN = frozenset(
    (
        "You are paid weekly",
        "Paid internship",
        "0.4 WTE Preschool Complex Needs Team, 0.6 Community team",
        "£10,000 per session per annum",
        "Two part-time posts, one of 15 and one of 22.5 hours per week",
        "Van € 3564,58 bij 0 dienstjaren tot € 5971,67 na twintig jaar",
        "Het bezorgen levert zo'n 200 tot 400 euro per 4 weken op",
        "Vast bedrag van €85 per kerkdienst",
        "2900,- / 3400,- bruto",
        "Van 16 uur\ntot 32 uur per week",
        "12 lesuren per week biologie (0,5 fte)",
        "Als student mag je 475 uur per jaar werken",
        "om de week 16 uur",
        "Je bent minstens 3 jaar 2 dagen per week vrijwilliger geweest",
    )
)
"""Known to be read otherwise than the bank says."""


def cases(folder: Path) -> list[tuple[str, str, str, str, list[Any]]]:
    """Language, pay or hours, kind, text and expectation of every row."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        for of in ("pay", "hours"):
            found += [(path.stem, of, row[0], row[1], row[2:]) for row in data.get(of, ())]
    return found


@pytest.mark.parametrize(("language", "of", "kind", "text", "expected"), cases(HERE / "bank"))
def test_phrase(language: str, of: str, kind: str, text: str, expected: list[Any]) -> None:
    if text in OPEN:
        pytest.xfail("not read yet")
    assert understood(text, language, of)[: len(expected)] == expected
