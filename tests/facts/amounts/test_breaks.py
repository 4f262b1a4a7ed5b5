"""The break of a working day, as a line tells it."""

from __future__ import annotations

import pytest

from facts.amounts.framing import understood


@pytest.mark.parametrize(
    ("language", "told", "least", "most"),
    [
        ("en", "", 37.5, 42.5),
        ("en", " with a break", 37.5, 37.5),
        ("en", " with half an hour for lunch", 40, 40),
        ("en", ", 45-minute break", 38.75, 38.75),
        ("en", ", two 15-minute breaks", 40, 40),
        ("en", " without a break", 42.5, 42.5),
        ("en", " with a paid break", 42.5, 42.5),
        ("en", " with an unpaid break", 37.5, 37.5),
        ("nl", " met 30 min. pauze", 40, 40),
        ("nl", ", pauze van een kwartier", 41.25, 41.25),
        ("nl", ", pauze (wordt doorbetaald)", 42.5, 42.5),
        ("nl", ", pauze wordt niet doorbetaald", 37.5, 37.5),
    ],
)
def test_hours_of_a_week_from_half_past_eight_to_five(
    language: str, told: str, least: float, most: float
) -> None:
    days = {"en": "Monday to Friday, 8.30am to 5pm", "nl": "Ma t/m vr van 8.30 tot 17.00 uur"}
    text = f"{days[language]}{told}."
    assert understood(text, language, "hours")[:3] == ["concrete", least, most]


def test_a_length_too_great_for_a_break_is_not_its_own() -> None:
    text = "Ma t/m vr van 8.30 tot 17.00 uur met pauze, proefdienst van 3 uur."
    assert understood(text, "nl", "hours")[1:3] == [37.5, 37.5]
