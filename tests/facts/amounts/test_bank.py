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
        "Voltijds (38u/w) of 4/5",
        "Een salaris dat start op € 2.700 en na een jaar € 2.850 bedraagt",
        "You are paid weekly",
        "Salarispakket ter waarde van € 60.000",
        "Paid internship",
        "halve dagen, van maandag tot en met vrijdag",
        "Bij het salaris krijg je een keuzebudget ter hoogte van 17,05% van je bruto salaris",
        "Bekijk onze loonsimulator om je nettoloon in te schatten",
        "met boven op het loon maaltijdcheques van €6.35/gewerkte dag",
        "You will work 4 on 4 off, 12 hour shifts",
        "0.4 WTE Preschool Complex Needs Team, 0.6 Community team",
        "£10,000 per session per annum",
        "Two part-time posts, one of 15 and one of 22.5 hours per week",
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
