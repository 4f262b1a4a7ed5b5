"""What a word in no list was meant to be."""

from __future__ import annotations

import pytest

from support import resources
from vaclint.languages.resources import Resources
from vaclint.languages.typos import (
    Correction,
    OrdinaryLexicon,
    correction,
    function_word_of,
    name_of,
)


def corrected(word: str, *, capital: bool = False) -> Correction | None:
    costs = resources().typing("nl")
    assert costs is not None
    return correction(word, resources().wordlist("nl"), costs, capital=capital)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("ervaing", "ervaring"),
        ("mogenlijkheden", "mogelijkheden"),
        ("geinteresseerd", "geïnteresseerd"),
        ("nauwkeuring", "nauwkeurig"),
        ("proffesioneel", "professioneel"),
        ("gecontrolleerd", "gecontroleerd"),
        ("secretariele", "secretariële"),
        ("gerenomeerd", "gerenommeerd"),
        ("verantwoordlijk", "verantwoordelijk"),
        ("medewekers", "medewerkers"),
        ("financiele", "financiële"),
        ("kanditaten", "kandidaten"),
        ("nootzakelijk", "noodzakelijk"),
        ("meeteen", "meteen"),
        ("getuigschift", "getuigschrift"),
        ("schrijfen", "schrijven"),
        ("werkzaamheiden", "werkzaamheden"),
        ("werkerkervaring", "werkervaring"),
        ("magazijnmedeweker", "magazijnmedewerker"),
        ("ervare", "ervaren"),
        ("uitvoren", "uitvoeren"),
        ("klantvreagen", "klantvragen"),
        ("zorgerlaties", "zorgrelaties"),
    ],
)
def test_typing_errors(wrong: str, right: str) -> None:
    assert corrected(wrong) == (right, True)


@pytest.mark.parametrize(
    "word",
    [
        "klantrelaties",
        "klantbezoeken",
        "klantenervaring",
        "klantendossiers",
        "klantenvraag",
        "nabellen",
        "ombellen",
        "teamplayer",
        "ploegbaas",
        "maaltijdcheques",
        "leerplaats",
        "kookvak",
        "omscholer",
        "integratief",
        "voltijd",
        "talenpakket",
        "declaratief",
        "onderzoeksstage",
        "maaltijdscheques",
        "wannee",
    ],
)
def test_right_words(word: str) -> None:
    assert corrected(word) is None


@pytest.mark.parametrize(
    "word", ["jansen", "bakkers", "kruidvat", "zeeman", "hendriks", "verhoeven", "enschede"]
)
def test_names_with_a_capital(word: str) -> None:
    assert corrected(word, capital=True) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("linkdin", "LinkedIn"),
        ("linkedid", "LinkedIn"),
        ("linkedin", ""),
        ("link", ""),
        ("jan", ""),
    ],
)
def test_names_of_products(word: str, name: str) -> None:
    costs = resources().typing("nl")
    assert costs is not None
    assert name_of(word, {"linkedin": "LinkedIn"}, costs) == name


def test_an_ordinary_word_counts_as_used_more() -> None:
    words = resources().wordlist("nl")
    lexicon = OrdinaryLexicon(words, frozenset(("takenpakket", "nietgelijst")), 900)
    assert words.frequency("takenpakket") < lexicon.frequency("takenpakket") == 900
    assert lexicon.frequency("nietgelijst") == 0


def test_a_word_in_doubt_is_named_without_a_correction() -> None:
    assert corrected("tradin") == Correction("", sure=False)


def test_a_language_without_costs_has_no_model() -> None:
    bare = Resources([{"code": "de", "sections": {}}], {})
    assert bare.typing("de") is None
    assert resources().typing("en") is not None


@pytest.mark.parametrize("word", ["x" * 24_000, "a", "", "'" * 50])
def test_words_that_are_none(word: str) -> None:
    assert corrected(word) is None


@pytest.mark.parametrize(
    ("word", "letters"), [("werkgevx", 7), ("werkgever", 9), ("qqq", 1), ("", 0)]
)
def test_letters_that_a_listed_word_begins_with(word: str, letters: int) -> None:
    words = resources().wordlist("nl")
    assert words.begun(word) == letters
    assert words.is_listed(word) == bool(words.frequency(word))


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        ("en", "wiht", "with"),
        ("en", "ahve", "have"),
        ("en", "dwa", ""),
        ("nl", "vna", "van"),
        ("nl", "neit", "niet"),
        ("nl", "gom", ""),
    ],
)
def test_small_words_are_compared_with_function_words(language: str, word: str, meant: str) -> None:
    costs = resources().typing(language)
    assert costs is not None
    known = resources().languages[language].function_words
    assert function_word_of(word, known, costs) == meant


@pytest.mark.parametrize(
    ("usual", "meant"),
    [({"consultation"}, "consultation"), ({"consolation"}, "consolation")],
)
def test_of_corrections_that_are_worth_the_same_the_usual_one_is_taken(
    usual: set[str], meant: str
) -> None:
    costs = resources().typing("en")
    assert costs is not None
    lexicon = OrdinaryLexicon(resources().wordlist("en"), frozenset(usual), 8000)
    found = correction("consulation", lexicon, costs)
    assert (found.replacement if found else "") == meant
