"""Slips by pattern: what is found beyond doubt, what is a remark, and what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.bank import rows
from support import engine, findings, resources, texts
from vaclint.checks.slips import _TOKEN, covered, find_slips, tokens_of
from vaclint.languages.packs import rules_folder
from vaclint.languages.slips import Slips, Step
from vaclint.model.source import Source

RULES = ("SPL005", "SPL006", "SPL007", "SPL008", "SPL009")
BANK = rows("slips")


def slips() -> Slips:
    return resources().slips(str(rules_folder() / "languages" / "nl" / "spl" / "slips"))


def mended(text: str) -> str:
    fixed, _ = engine(select=RULES, language="nl").fix(Source("a.txt", text), unsafe=True)
    return fixed.text


def test_nothing_right_is_mended() -> None:
    assert [text for _, text, wanted in BANK if not wanted and mended(text) != text] == []


def test_most_slips_are_mended() -> None:
    wrong = [(text, wanted) for _, text, wanted in BANK if wanted]
    missed = [text for text, wanted in wrong if mended(text) != wanted]
    assert len(missed) <= 0.05 * len(wrong), missed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij zijn opzoek naar een planner.", ["opzoek"]),
        ("Werken bij ons betekend dat je veel leert.", ["betekend"]),
        ("Je houd van plannen.", ["houd"]),
        ("Dan bieden wij jouw een leuke baan.", ["jouw"]),
        ("Wij willen graag jouw ontmoeten.", ["jouw"]),
        ("Bent jij die planner?", ["Bent"]),
        ("Voor vragen kun je mailen, ook kunt je bellen.", ["kunt"]),
        ("Stuur je brief vergezelt met je cv.", ["vergezelt met"]),
        ("Er zijn veel programmas.", ["programmas"]),
        ("Word jij onze planner?", []),
        ("Wordt jij onze planner?", ["Wordt"]),
        ("Je gaat nauwkeurig tewerk.", ["tewerk"]),
    ],
)
def test_what_people_really_get_wrong(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", *RULES, language="nl") == found


@pytest.mark.parametrize(
    "text",
    [
        "Onze leus is ‘wij zijn opzoek naar jou’.",
        "Mail naar opzoek@voorbeeld.nl of kijk op programmas.example/fotos.",
        "Draai `Je houd van plannen` eens.",
        "We are opzoek naar you and your team, and we offer the best of it.",
    ],
)
def test_quotations_addresses_code_and_other_languages_are_not_read(text: str) -> None:
    assert texts(text, "a.md", *RULES) == []


def test_a_slip_stands_where_it_is_spelled_and_its_fix_keeps_the_capital() -> None:
    (found,) = findings("- *Opzoek* naar werk?\n", "a.md", *RULES, language="nl")
    assert (found.place.start.offset, found.text) == (3, "Opzoek")
    assert found.fixes[0].edits[0].replacement == "Op zoek"
    assert found.properties["slip"] == "op-zoek"


def test_what_is_not_sure_is_a_remark_without_a_fix() -> None:
    (found,) = findings("Je krijgt een communicatie traject.", "a.txt", *RULES, language="nl")
    assert (found.severity, found.fixes) == ("info", ())
    assert "communicatietraject" in found.message


def test_a_rule_that_is_off_says_nothing_of_its_slips() -> None:
    assert texts("Je houd van programmas.", "a.txt", "SPL007", language="nl") == ["programmas"]


def test_soft_hyphens_and_curly_apostrophes_do_not_hide_a_slip() -> None:
    assert [slip.replacement for slip in find_slips("Onze kok’s eten.", slips())] == ["koks"]
    assert [slip.replacement for slip in find_slips("Veel pro\xadgrammas.", slips())] == [
        "programma's"
    ]


def test_a_covered_text_is_as_long() -> None:
    text = "Zeg “opzoek” en mail a@b.example of www.x.example."
    assert len(covered(text)) == len(text)
    assert [token.text for token in tokens_of(covered(text)) if token.text.isalpha()] == [
        "zeg",
        "en",
        "mail",
        "of",
    ]


@pytest.mark.parametrize(
    "text", ["", "\n", "je " * 8_000, "wordt je " * 3_000, "x" * 24_000, "jouw, " * 4_000]
)
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    assert all(slip.end <= len(text) for slip in find_slips(text, slips()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je werkt aan zowel hoofd- en bijzaken van het loket.", []),
        ("Je werkt aan zowel het loket en de balie.", ["en"]),
    ],
)
def test_what_joins_the_halves_of_a_word_is_no_trigger(text: str, found: list[str]) -> None:
    assert texts(text, "x.md", "SPL009", language="nl") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je werkt in een leuke keukenteam.", ["leuke"]),
        ("Met goede salaris en een auto.", ["goede"]),
        ("Dynamische keukenteam zoekt hulp.", ["Dynamische"]),
        ("Ons nieuwe, jonge keukenteam zoekt hulp.", []),
        ("In ons bakkerij ruikt het lekker.", ["ons"]),
        ("Een tuinbedrijf wat groeit zoekt hulp.", ["wat"]),
        ("Je haalt de kast op en vervoerd hem.", ["vervoerd"]),
        ("Je haalt de kast op en bent bekend bij ons.", []),
        ("Je bent verantwoordelijk over de kas.", ["over"]),
        ("Je hebt de volgende taken; snoeien en zagen.", [";"]),
        ("Je snoeit de rozen; daarna zaag je hout.", []),
        ("Het is een belangrijk onderscheid.", []),
    ],
)
def test_a_compound_is_known_by_its_end(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", *RULES, "SPL012", "SPL031", language="nl") == found


def test_an_ending_is_no_whole_word_and_has_letters_before_it() -> None:
    step = Step(
        frozenset({"~team", "club"}), negative=False, optional=False, anything=False, ends=(4,)
    )
    words = ("keukenteam", "club", "team", "abteam", "sportclub")
    assert [word for word in words if step.has(word)] == ["keukenteam", "club"]


@given(st.text(alphabet="abÉé4² .,-'’/¤\u00a0\u00ad\u0301\n", max_size=30))
def test_tokens_stand_where_their_pattern_finds_them(text: str) -> None:
    places = [(token.start, token.end) for token in tokens_of(text)]
    assert places == [match.span() for match in _TOKEN.finditer(text)]
