"""Dates as texts write them."""

from __future__ import annotations

from datetime import date

import pytest

from support import resources
from vaclint.facts.dates import dates, iso_day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 mei 2026", date(2026, 5, 1)),
        ("01-05-2026", date(2026, 5, 1)),
        ("2026-05-01", date(2026, 5, 1)),
        ("May 1st, 2026", date(2026, 5, 1)),
        ("31 november 2026", None),
        ("1 mrt. 2026", date(2026, 3, 1)),
    ],
)
def test_date(text: str, value: date | None) -> None:
    assert [found.value() for found in dates(text, resources())] == [value]


def test_a_date_without_a_year_is_the_next_one() -> None:
    (found,) = dates("1 mei", resources())
    assert found.value() is None
    assert found.value(date(2026, 5, 1)) == date(2026, 5, 1)
    assert found.value(date(2026, 5, 2)) == date(2027, 5, 1)


def test_dates_come_in_order_with_their_places() -> None:
    text = "Van 1 mei tot 03-06-2026, dus niet op 1.5 of in 2026."
    assert [text[found.start : found.end] for found in dates(text, resources())] == [
        "1 mei",
        "03-06-2026",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [("2026-05-01", date(2026, 5, 1)), ("2026-13-01", None), ("1 mei 2026", None), ("", None)],
)
def test_a_day_in_iso_8601(text: str, value: date | None) -> None:
    assert iso_day(text) == value
