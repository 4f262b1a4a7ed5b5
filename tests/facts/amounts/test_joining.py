"""Statements of neighbouring lines that are one, and those that are not."""

from __future__ import annotations

import pytest

from facts.amounts.framing import framed, shipped, understood
from vaclint.facts.amounts.reading import read
from vaclint.facts.amounts.values import Line


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Minimaal salaris: € 2.450\nMaximaal salaris: € 3.200", 2450, 3200),
        ("Maximaal € 3.200 per maand\nMinimaal € 2.450 per maand", 2450, 3200),
        ("Startsalaris: € 2.600\nEindsalaris: € 3.850", 2600, 3850),
        ("Minimum: € 14,15\nMidden: € 15,29\nMaximum: € 17,43", 14.15, 17.43),
        ("- 17 jaar: € 7,60 per uur\n- 21 jaar: € 14,71 per uur", 7.6, 14.71),
    ],
)
def test_bounds_on_lines_of_their_own_are_one_range(text: str, low: float, high: float) -> None:
    assert understood(text, "nl", "pay")[1:3] == [low, high]


@pytest.mark.parametrize(
    "text",
    [
        "Salaris: minimaal € 16 per uur\nSalaris: maximaal € 3.200 per maand",  # another unit
        "Salaris: minimaal € 2.450\nSalaris: maximaal £ 3.200",  # another currency
        "Salaris: minimaal € 2.450\nSalaris: maximaal € 13.200",  # too far apart
        "Salaris: minimaal € 2.450\nStraat\nPlaats\nLand\nSalaris: maximaal € 3.200",  # too far off
    ],
)
def test_what_differs_is_not_joined(text: str) -> None:
    assert len(read(framed(text, "nl"), shipped()).pay) == 2


def test_a_value_within_its_own_bounds_is_no_statement_beside_them() -> None:
    keys = (("value", "16.29"), ("min value", "15.10"), ("max value", "17.43"))
    lines = [
        Line(value, "en", f"base salary {name}", place="posting", about="salary")
        for name, value in keys
    ]
    (pay,) = read(lines, shipped()).pay
    assert (pay.min, pay.max) == (15.1, 17.43)


def test_an_item_that_ends_in_a_colon_is_the_label_of_the_next_line() -> None:
    lines = [Line("Part-time hours:", "en", place="item"), Line("16-60 per week", "en")]
    (hours,) = read(lines, shipped()).hours
    assert (hours.min, hours.max) == (16, 60)


def test_a_sum_and_a_most_in_running_text_stay_apart() -> None:
    first = "Je verdient bij ons in de winkel aan de haven € 2.450 bruto per maand, netjes op tijd."
    lines = [Line(first, "nl"), Line("Met wat geluk verdien je tot € 3.200 per maand.", "nl")]
    assert [pay.max for pay in read(lines, shipped()).pay] == [2450, 3200]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Minimaal aantal uren: 24\nMaximaal aantal uren: 32", 24, 32),
        ("Zomer: 40 uur\nWinter: 32 uur", 32, 40),
    ],
)
def test_hours_on_lines_of_their_own_are_one_size(text: str, low: float, high: float) -> None:
    assert understood(text, "nl", "hours")[1:3] == [low, high]


def test_the_places_of_both_bounds_are_kept() -> None:
    lines = framed("Minimaal salaris: € 2.450\nMaximaal salaris: € 3.200", "nl")
    (pay,) = read(lines, shipped()).pay
    assert pay.low is not None
    assert pay.high is not None
    assert (pay.low.line, pay.high.line) == (0, 1)
