"""Words glued together, and texts that break off."""

from __future__ import annotations

import pytest

from support import findings, texts


def found(text: str, code: str, language: str = "nl") -> list[str]:
    return texts(text, "a.txt", code, language=language, kind="vacancy")


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("Een diploma op denkniveauJonge mensen zijn welkom.", ["denkniveauJonge"]),
        ("Je bent SKJ-geregistreerdActieve houding.", ["geregistreerdActieve"]),
        ("Salaris3Contact", ["Salaris3Contact"]),
        ("Je werkt bij ZorgDomein en WoonWerk.", []),
        ("Je schrijft in JavaScript voor de website.", []),
        ("Kijk op www.ervaringMinimaal.nl of mail xerxesQwer.", []),
    ],
)
def test_glued(text: str, glued: list[str]) -> None:
    assert found(text, "STR017") == glued


def test_glued_words_are_one_finding_with_their_number() -> None:
    text = "Twee jaar ervaringMinimaal mbo.\n\nEen goede houdingContact met klanten.\n"
    (one,) = findings(text, "a.txt", "STR017", language="nl", kind="vacancy")
    assert (one.severity, one.properties["count"], len(one.related)) == ("info", 2, 1)


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        ("belt elke week met onze klan", ["klan"]),
        ("is verantwoordelijk voor de werkzaamhed", ["werkzaamhed"]),
        ("belt elke week met onze klanten", []),
        ("belt elke week met onze klanten.", []),
        ("belt met Xandrijn", []),
        ("en nog veel meer leuke dingen...", []),
        ("hoort bij de groep van Van den...", ["den..."]),
    ],
)
def test_cut(end: str, cut: list[str]) -> None:
    assert found(f"Planner\n\nJe maakt de roosters van acht teams en {end}", "STR018") == cut


def test_a_language_without_a_list_has_neither() -> None:
    text = "Planner\n\nSie erstellen die Pläne und telefonieren jede Woche mit der Verwaltu"
    assert found(text, "STR018", language="de") == []
