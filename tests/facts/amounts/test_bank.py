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
        "Van € 3564,58 bij 0 dienstjaren tot € 5971,67 na twintig jaar",
        "Het bezorgen levert zo'n 200 tot 400 euro per 4 weken op",
        "Vast bedrag van €85 per kerkdienst",
        "2900,- / 3400,- bruto",
        "12 lesuren per week biologie (0,5 fte)",
        "Als student mag je 475 uur per jaar werken",
        "om de week 16 uur",
        "Je bent minstens 3 jaar 2 dagen per week vrijwilliger geweest",
        "0.4 WTE Preschool Complex Needs Team, 0.6 Community team",
        "£10,000 per session per annum",
        "20 hours plus a week",
        "Staff get 3 hours a week for personal projects",
        "We helped our clients recover $40 million in unpaid wages",
        "6am - 2pm and 2pm - 10pm on alternate weeks, Monday to Friday",
        "Salary is for 37 hours; part-time pay is pro rata",
        "$1,000 stipend for the summer",
        "HEO Level 6, $87,210 - $94,050 p.a.",
        "SCHADS Level 3, $38.91 per hour",
        "13th month and 8% holiday pay on top of €3,000 per month",
        "Admin 1 scale: point 5, €33,420",
        "SEO grade, national £41,500, London £46,250",
        "Commission 10% of each sale, no basic",
        "60% (3 days)",
        "Shift: 7a-7p, 3 days per week",
        "Three 12s, nights",
        "Monday to Friday 6am-2pm / 2pm-10pm rotating",
        "Every second weekend, 16 hours",
        "annualised contract of 1,650 hours",
        "On-call shifts",
        "Geïndexeerd brutojaarsalaris: € 35.612 (minimum) – € 60.114 (maximum)",
        "Je start aan € 2.720 bruto, met 10 jaar anciënniteit is dat € 3.390",
        "je valt onder PC 302",
        "Hay 14 (€ 4.100 - € 5.600)",
        "Voor 24 uur ontvang je € 1.900 (fulltime € 2.850)",
        "€ 3.600 op fulltimebasis; bij 28 uur is dat € 2.800",
        "Je krijgt € 90 per avonddienst",
        "20 euro per les van 45 minuten",
        "Goed om te weten: je start op 15,80 per uur",
        "drieduizend euro bruto per maand",
        "24 uur (0,67 fte) met kans op uitbreiding naar 36 uur",
        "drie nachtdiensten van 10 uur per week",
        "Van 7 tot 10 en van 15 tot 18 uur, ma-vr",
        "Wekelijks 20 lesuren",
        "Min. uren: 16 / max. uren: 32",
        "Kok 38 uur, hulpkok 24 uur, afwas 12 uur",
        "up to £65,000 depending on skills",
        "Salary from: £24,000\nSalary to: £27,500",
        "twenty-six thousand pounds a year",
        "This placement is not paid",
        "Great money for the right candidate",
        "Two posts available: one at 37 hours and one at 20 hours",
        "Part-time hours available",
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
