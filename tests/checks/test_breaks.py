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


def test_the_end_of_a_text_asks_for_no_other_word() -> None:
    start = "Planner\n\nJe maakt de roosters voor acht teams en belt met klanten.\n\n"
    for end, is_cut in (
        ("Wij leren en werken elke dag samen met het", True),
        ("Wij leren en werken elke dag zo goed als het", False),
        ("Dat is een baan om van te houden", False),
    ):
        assert bool(findings(start + end, "x.txt", "STR018", language="nl")) == is_cut


def test_a_lead_in_with_dots_goes_on_in_its_list() -> None:
    text = "Planner\n\nJij hebt al wat kennis van en ervaring met...\n- roosters\n- software\n"
    assert findings(text, "x.txt", "STR018", language="nl") == ()
