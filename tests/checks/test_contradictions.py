"""Statements of pay and hours that cannot both hold, and those that can."""

from __future__ import annotations

import pytest

from support import findings

BODY = "\n\nJe kookt voor gasten in Utrecht.\n\n## Wij bieden\n\n"


def codes(front: str, offer: str, *select: str) -> list[str]:
    text = f"---\ntitle: Kok\n{front}\n---\n\n# Kok{BODY}{offer}\n"
    return [each.rule for each in findings(text, "kok.md", *select, language="nl")]


@pytest.mark.parametrize(
    ("front", "offer"),
    [
        (
            "salaris: € 2.600 - € 3.100 per maand",
            "Je verdient € 3.400 tot € 3.900 bruto per maand.",
        ),
        ("salaris: € 2.600 per maand", "Je verdient € 2.900 bruto per maand."),
        ("salaris: 4020", "Je verdient € 4.200 bruto per maand."),
        ("salaris: € 4.200", "Je verdient maximaal € 4.020 bruto per maand."),
        ("salaris: € 4.020", "Je verdient vanaf € 4.200 bruto per maand."),
    ],
)
def test_two_sums_that_cannot_both_hold(front: str, offer: str) -> None:
    assert codes(front, offer, "SAL007") == ["SAL007"]


@pytest.mark.parametrize(
    ("front", "offer"),
    [
        (
            "salaris: € 2.600 - € 3.100 per maand",
            "Je verdient € 2.700 tot € 3.000 bruto per maand.",
        ),
        ("salaris: € 2.600 per maand", "Je verdient € 2.600 bruto per maand."),
        ("salaris: € 2.600 per maand", "Je krijgt € 250 reiskosten per maand."),
        ("salaris: € 4.020", "Je verdient maximaal € 4.200 bruto per maand."),
        ("salaris: € 4.200", "Je verdient vanaf € 4.020 bruto per maand."),
        ("salaris: € 3.000 - € 4.020", "Je verdient € 3.000 tot € 4.200 bruto per maand."),
        ("plaats: Utrecht", "Je verdient € 2.600 bruto per maand."),
    ],
)
def test_one_range_in_the_other_or_one_sum_is_no_contradiction(front: str, offer: str) -> None:
    assert codes(front, offer, "SAL007") == []


def test_hours_of_the_front_matter_against_those_of_the_text() -> None:
    assert codes("uren: 32 uur per week", "Je werkt 24 uur per week.", "HRS003") == ["HRS003"]
    assert codes("uren: 24-32 uur per week", "Je werkt 24 tot 32 uur per week.", "HRS003") == []
    assert codes("uren: 32", "Je werkt maximaal 24 uur per week.", "HRS003") == ["HRS003"]
    assert codes("uren: 24", "Je werkt maximaal 32 uur per week.", "HRS003") == []


def hours_told(offer: str) -> list[str]:
    text = (
        "# Library assistant\n\nYou shelve books in two villages and read to children. We look for"
        f" somebody who likes people.\n\n{offer}\n\nSalary: £14.35 per hour. Apply by email before"
        " 3 March.\n"
    )
    return [each.rule for each in findings(text, "library.md", "HRS003", language="en")]


def test_times_of_several_places_are_parts_of_the_week() -> None:
    weekly = "You work 20 hours a week at two branches.\n\n## Where you work\n\n"
    sites = "Elmham library: Friday 8:40-17:10\n\nOakley library: Monday 9:30-13:00"
    assert hours_told(weekly + sites) == []
    one = "Oakley library: Monday to Friday 8:00-17:00"
    assert hours_told(weekly + one) == ["HRS003"]
