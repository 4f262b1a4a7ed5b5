"""Where a text speaks of a job in general, without offering it."""

from __future__ import annotations

import pytest

from support import findings

ABOUT = {"nl": "# Over ons werk\n\nWij zijn open.", "en": "# About our work\n\nWe are open."}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Elke serveerster deelt mee in de fooien.", "serveerster"),
        ("nl", "Een goede verkoopster luistert eerst.", "verkoopster"),
        ("nl", "De nieuwe juf krijgt groep 3.", "juf"),
        ("nl", "De taken van een receptioniste wisselen.", "receptioniste"),
        ("nl", "Wat doet een gastvrouw bij ons?", "gastvrouw"),
        ("nl", "Iedere grimeuse krijgt een koffer.", "grimeuse"),
        ("nl", "Een timmerman helpt je.", ""),
        ("nl", "Een veertienjarige jongen helpt je.", ""),
        ("nl", "Elke dag werk je met de secretaresse.", ""),
        ("nl", "De taken van een receptioniste Ans de Wit.", ""),
        ("nl", "Een goede serveerster werkte hier jaren.", ""),
        ("nl", "Hij zei: “Elke serveerster deelt mee.”", ""),
        ("nl", "Wat doe je met een gastvrouw?", "gastvrouw"),
        ("en", "Each waitress keeps the tips.", "waitress"),
        ("en", "A good saleswoman listens first.", "saleswoman"),
        ("en", "The new headmaster takes over.", "headmaster"),
        ("en", "The duties of a seamstress vary.", "seamstress"),
        ("en", "What does a hostess do?", "hostess"),
        ("en", "Each workman’s locker is blue.", ""),
        ("en", "The chairman opens the meeting.", ""),
        ("en", "Every day you work with the waitress.", ""),
    ],
)
def test_a_job_in_general_is_a_remark(language: str, text: str, found: str) -> None:
    advert = f"{ABOUT[language]} {text}\n"
    told = [
        (each.text, each.severity)
        for each in findings(advert, "x.md", "GEN003", "GEN021", language=language)
    ]
    assert told == ([(found, "info")] if found else [])
