"""Address, capitals, exclamation marks, and words in two spellings."""

from __future__ import annotations

import pytest

from support import findings, texts
from vaclint.model.errors import VaclintError


def test_the_less_used_address_is_reported_with_the_other_places() -> None:
    text = "Je kookt en je bakt. Jij roert. Bel als u vragen hebt; uw brief is welkom.\n"
    (found,) = findings(text, "a.txt", "STY001", language="nl")
    assert (found.text, len(found.related)) == ("u", 1)
    assert found.properties == {"je": 3, "u": 2}
    assert "3× ‘je’ en 2× ‘u’" in found.message


def test_of_two_as_much_used_the_familiar_one_is_reported() -> None:
    assert texts("Je kookt. Bel als u vragen hebt.", "a.txt", "STY001", language="nl") == ["Je"]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("informal", "U kookt en u bakt.", ["U"]),
        ("informal", "Je kookt. Bel als u vragen hebt.", ["u"]),
        ("informal", "Je kookt en je bakt.", []),
        ("formal", "Je kookt en je bakt.", ["Je"]),
        ("formal", "U kookt. Bel als je vragen hebt. Je bakt.", ["je"]),
        ("formal", "U kookt en u bakt.", []),
        ("formal", "De kok bakt.", []),
    ],
)
def test_one_address_may_be_wanted(form: str, text: str, expected: list[str]) -> None:
    options = {"STY001": {"form": form}}
    found = findings(text, "a.txt", "STY001", language="nl", rule_options=options)
    assert [each.text for each in found] == expected
    assert all("is gewenst" in each.message for each in found)


def test_a_form_of_address_that_is_none_is_refused() -> None:
    options = {"STY001": {"form": "je"}}
    with pytest.raises(VaclintError, match="must be one of empty, informal, formal, not 'je'"):
        findings("U kookt.", "a.txt", "STY001", language="nl", rule_options=options)


@pytest.mark.parametrize(
    "text",
    [
        "Je werkt 36 u per week.",
        "Je werkt 36u per week.",
        "Je rijdt bij U-OV en in schaal U-8.",
        "Je kent d.w.z. u.a. zulke dingen.",
        "Je hoort ‘Fijn dat u er bent’ vaak.",
        "Je hoort “Dank u” vaak.",
        "U kookt en u bakt.",
        "Je kookt.",
    ],
)
def test_one_address(text: str) -> None:
    assert texts(text, "a.txt", "STY001", language="nl") == []


def test_a_long_quotation_counts_as_one() -> None:
    quoted = "Fijn dat u er bent, " * 12
    assert texts(f"Je hoort “{quoted}” vaak.", "a.txt", "STY001", language="nl") == []


def test_english_is_not_addressed_in_two_ways() -> None:
    text = "Je kookt en u bakt.\n"
    assert texts(text, "a.txt", "STY001", language="en") == []


def test_capitals_of_a_title_or_a_short_block_are_no_shouting() -> None:
    text = "SENIOR ADVISEUR BESTUUR RECHT\n\nJe kookt. REAGEER VANDAAG NOG SNEL op deze baan.\n"
    assert texts(text, "a.txt", "STY002", language="nl") == ["REAGEER VANDAAG NOG SNEL"]
    least = {"STY002": {"min-words": 5}}
    assert texts(text, "a.txt", "STY002", language="nl", rule_options=least) == []


def test_marks_in_a_row_and_too_many_are_two_findings() -> None:
    text = "Leuk! Fijn! Goed! Veel! Snel!! Nu!\n"
    found = findings(text, "a.txt", "STY003", language="nl")
    assert [each.text for each in found] == ["!", "!!"]
    assert found[0].message.startswith("7 uitroeptekens in 6 woorden")
    assert found[0].properties == {"count": 7, "words": 6}
    assert found[1].message == "‘!!’: één teken is genoeg."


def test_a_long_text_bears_more_marks() -> None:
    text = "Leuk! Fijn! Goed! Veel! Snel! " + "Je kookt hier elke dag. " * 100
    assert texts(text, "a.txt", "STY003", language="nl") == []


def test_marks_in_a_quotation_are_not_ours() -> None:
    assert texts("Onze leus is ‘Doen!!’ en zo.", "a.txt", "STY003", language="nl") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fulltime en fulltime en full-time.", ["full-time"]),
        ("Part time en part-time en part-time.", ["Part time"]),
        ("Een cao, de CAO, onze Cao.", ["CAO"]),
        ("Een kick-off en een kickoff.", ["kick-off"]),
        ("De helpdesk, een help desk.", ["help desk"]),
        ("Samen werken en samenwerken.", []),
        ("Een zorg-app en een app voor zorg.", []),
        ("De CAO en de CAO.", []),
    ],
)
def test_two_spellings(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", "STY004", language="nl") == found


def test_the_usual_spelling_is_related_and_a_capital_stays() -> None:
    (found,) = findings("Een fulltime baan. Full-time werk.", "a.txt", "STY004", language="nl")
    assert found.related[0].message == "Hier staat de andere schrijfwijze"
    assert found.related[0].place.start.offset == 4
    assert found.fixes[0].edits[0].replacement == "Fulltime"


def test_abbreviations_are_set() -> None:
    options = {"STY004": {"abbreviations": ["wmo"]}}
    text = "De Wmo, de wmo en de CAO, een cao."
    assert texts(text, "a.txt", "STY004", language="nl", rule_options=options) == ["Wmo"]
