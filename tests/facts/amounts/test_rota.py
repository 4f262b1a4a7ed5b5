"""Rotas of time at work and at home, and what only looks like one."""

from __future__ import annotations

import pytest

from facts.amounts.framing import understood


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("12 uur per dag, twee weken op en twee weken af", 42),
        ("zeven dagen op, zeven dagen vrij, met diensten van 12 uur", 42),
        ("4 weken op, 2 weken af, 12 uur per dag", 56),
        ("week op week af, 84 uur per werkweek", 42),
        ("drie weken aan boord, drie weken thuis", ""),
    ],
)
def test_a_rota_gives_its_hours_a_week(text: str, hours: float | str) -> None:
    assert understood(text, "nl", "hours")[:3] == ["concrete", hours, hours]


@pytest.mark.parametrize(
    "text",
    [
        "Je werkt 2 dagen op kantoor en 3 dagen thuis",
        "Twee weken op vakantie en dan weer thuis",
    ],
)
def test_a_place_is_no_turn(text: str) -> None:
    assert understood(text, "nl", "hours")[0] == "missing"


def test_a_rota_in_english() -> None:
    assert understood("4 on 4 off, 12 hour shifts", "en", "hours")[1:3] == [42, 42]
