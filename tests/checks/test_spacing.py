"""Spaces around punctuation: what glues words, what only looks so, and what a fix may touch."""

from __future__ import annotations

import pytest

from support import engine, findings, texts
from vaclint.model.source import Source


def glued(text: str, path: str = "a.txt", language: str = "nl") -> list[str]:
    return texts(text, path, "WSP011", language=language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je kookt,bakt en roert.", ["kookt,"]),
        ("Je werkt hier.Je belt.", ["hier."]),
        ("Wat bieden wij?Een baan.", ["wij?"]),
        ("Sinds 2019,waar je woont.", ["2019,"]),
        ("Locatie:Almen", ["Locatie:"]),
        ("Bruto,€ 2.600 per maand.", ["Bruto,"]),
        ("Zie (boven).Je kookt.", [")."]),
        ("Kok (m/v/x)voor ons.", ["(m/v/x)"]),
        ("Een planner(m/v) hier.", ["planner"]),
        ("Wij bieden:een contract.", ["bieden:"]),
    ],
)
def test_glued(text: str, found: list[str]) -> None:
    assert glued(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Met Node.js en Vue.Js hier.",
        "Kijk op Voorbeeld.Nl/Baan of zo.",
        "Mail Robin.De.Wit@x.nl nu.",
        "Schaal A,B of C.",
        "De R.V.O.-regeling.",
        "Het merk Yahoo!A, ja.",
        "Een team re:zorg en tijd:nu.",
        "Maat:Werk is een blad.",
        "Zie art.5 en 3.500,- euro.",
        "Een 1,5 en 2,a.",
        "Een (hulp)kok en assistent(e).",
        "Bedrag.€ 3",
        "Medewerk(st)er en collega(’s).",
    ],
)
def test_not_glued(text: str) -> None:
    assert glued(text) == []


def test_a_text_in_a_language_without_a_pack_is_left_alone() -> None:
    assert glued("Vous parlez,bien.Nous aussi.", language="fr") == []


def test_only_blocks_in_a_language_of_the_rule_are_looked_at() -> None:
    text = '<html lang="nl"><p>Je kookt,bakt.</p><p lang="fr">Vous parlez,bien.</p></html>'
    assert glued(text, "a.html") == ["kookt,"]


def test_labels_and_starters_are_set() -> None:
    text = "Maat:Zes\n"
    assert glued(text) == []
    options = {"WSP011": {"labels": ["maat"]}}
    assert texts(text, "a.txt", "WSP011", language="nl", rule_options=options) == ["Maat:"]


def test_behind_markup_there_is_a_finding_without_a_fix() -> None:
    (found,) = findings("Je werkt samen,**altijd** fijn.\n", "a.md", "WSP011", language="nl")
    assert (found.text, found.fixes) == ("samen,", ())
    assert glued("<p>Je werkt samen,<b>altijd</b> fijn.</p>", "a.html") == []


def test_a_fix_sets_one_space() -> None:
    given = Source("a.txt", "Je kookt,bakt.Je roert.\n")
    assert (
        engine(select=("WSP011",), language="nl").fix(given).source.text
        == "Je kookt, bakt. Je roert.\n"
    )


def test_brackets_and_quotation_marks_come_in_pairs() -> None:
    assert len(findings("Een ( kok ) hier.\n", "a.txt", "WSP012", language="nl")) == 2
    assert findings("Een ( kok hier :( ) en a ).\n", "a.txt", "WSP012", language="nl") == ()
    assert findings('Een " kok en "bakker".\n', "a.txt", "WSP012", language="nl") == ()
    assert findings('Een scherm van 24 " en 27 " hier.\n', "a.txt", "WSP012", language="nl") == ()


def test_a_line_end_inside_brackets_is_no_space_to_take_away() -> None:
    assert findings("Een (\nkok) hier.\n", "a.md", "WSP012", language="nl") == ()


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Dag en / of nacht.", "nl", ["n / o"]),
        ("Days and / or nights.", "en", ["d / o"]),
        ("Hbo zorg / hbo recht.", "nl", []),
        ("Mbo/ hbo.", "nl", ["o/ h"]),
        ("Dag /nacht.", "nl", ["g /n"]),
        ("Zie /vacatures.", "nl", []),
        ("Kijk op x /nl/banen.", "nl", []),
        ("Voor 24- 32 uur.", "nl", ["4- 3"]),
        ("Op 12-11- 2026.", "nl", []),
        ("Samen –met ons.", "nl", ["n –m"]),
        ("Samen – met.", "nl", []),
    ],
)
def test_a_sign_with_a_space_on_one_side(text: str, language: str, found: list[str]) -> None:
    messages = [each.message for each in findings(text, "a.txt", "WSP013", language=language)]
    assert [message[message.index("‘") + 1 : message.index("’")] for message in messages] == found


def test_a_word_of_any_language_makes_a_pair() -> None:
    assert texts("Days hij / zij nights.", "a.txt", "WSP013", language="en") == [" / "]


def test_a_space_round_a_hyphen_is_told_with_the_words() -> None:
    text = "Je regelt alle HR - aangelegenheden. Je krijgt maaltijd - en ecocheques."
    first, second = findings(text, "x.md", "WSP013", language="nl", message_language="nl")
    assert first.message.startswith("Schrijf ‘HR-aangelegenheden’ in plaats van ‘HR - aangelegenh")
    assert second.message.startswith("Schrijf ‘maaltijd- en ecocheques’ in plaats van ‘maaltijd - ")
