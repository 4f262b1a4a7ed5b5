"""Where a text speaks of a job in general, without offering it."""

from __future__ import annotations

import pytest

from support import findings


def told(text: str, language: str) -> list[tuple[str, str]]:
    return [
        (found.text, found.severity)
        for found in findings(text, "x.md", "GEN003", "GEN021", language=language)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elke serveerster deelt mee in de fooien.", "serveerster"),
        ("Een goede verkoopster luistert eerst.", "verkoopster"),
        ("De nieuwe juf krijgt groep 3.", "juf"),
        ("De taken van een receptioniste wisselen.", "receptioniste"),
        ("Wat doet een gastvrouw bij ons?", "gastvrouw"),
        ("Iedere grimeuse krijgt een koffer.", "grimeuse"),
        ("Een timmerman helpt je.", ""),
        ("Een veertienjarige jongen helpt je.", ""),
        ("Elke dag werk je met de secretaresse.", ""),
        ("De taken van een receptioniste Ans de Wit.", ""),
        ("Een goede serveerster werkte hier jaren.", ""),
        ("Hij zei: “Elke serveerster deelt mee.”", ""),
        ("Wat doe je met een gastvrouw?", "gastvrouw"),
    ],
)
def test_a_job_in_general_is_a_remark(text: str, found: str) -> None:
    wanted = [(found, "info")] if found else []
    assert told(f"# Over ons werk\n\nWij zijn open. {text}\n", "nl") == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Each waitress keeps the tips.", "waitress"),
        ("A good saleswoman listens first.", "saleswoman"),
        ("The new headmaster takes over.", "headmaster"),
        ("The duties of a seamstress vary.", "seamstress"),
        ("What does a hostess do?", "hostess"),
        ("Each workman’s locker is blue.", ""),
        ("The chairman opens the meeting.", ""),
        ("Every day you work with the waitress.", ""),
    ],
)
def test_so_it_is_in_english(text: str, found: str) -> None:
    wanted = [(found, "info")] if found else []
    assert told(f"# About our work\n\nWe are open. {text}\n", "en") == wanted
