"""Which words are reported as misspelt, and how many misspellings are found."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import findings, resources, texts
from vaclint.checks.spelling import _WORD, _words_in, correction
from vaclint.model.report import Finding

FRAME = "# Planner\n\nWij zoeken een planner in Lindenbeek voor 32 uur per week. {}\n"
KNOWN = """\
ervaring verantwoordelijkheid solliciteren medewerker planning voorbereiden samenwerken
zelfstandig enthousiast opleiding rijbewijs contract vakantiedagen pensioenregeling
arbeidsvoorwaarden collega gemeente inwoners ondernemers adviseren beleid ontwikkeling onderhoud
storingen klanten leveranciers bestellingen magazijn zorgplan bewoners leerlingen lessen
administratie facturen jaarrekening vergadering organisatie"""
"""Words that adverts use."""


def found_in(text: str, *allowed: str) -> tuple[Finding, ...]:
    given = FRAME.format(text)
    return findings(given, "x.md", "SPL", language="nl", kind="vacancy", vocabulary=allowed)


def spelled(text: str, *allowed: str) -> list[str]:
    return [finding.text for finding in found_in(text, *allowed)]


@pytest.mark.parametrize(
    "text",
    [
        "leiderschapsprofiel",
        "concerndirecteur",
        "opgavegericht",
        "opgavegerichte",
        "werkzaamhedengebonden",
        "laagspanningsnetten",
        "zij-instromers",
        "raadsadviseur",
        "kwaliteitsvol",
        "doktersassistentes",
        "onthaalouder",
        "zorgcoördinator",
        "één",
        "héél veel",
        "’s avonds",
        "'s ochtends",
        "collega’s",
        "agenda's",
        "onderhouds- en renovatieprojecten",
        "meer- en minderwerk",
        "Woo-verzoeken",
        "medewerk(st)er",
        "kandidaat/kandidate",
        "kennis/ervaring",
        "IT’ers",
        "hbo'ers",
        "KPI's",
        "AI-toepassingen",
        "iPhone",
        "x_waarde",
        "SocialNow",
        "bij Enexis en Stedinn",
        "het systeem ‘Werkwijzr’",
        "zie zandlopr.nl",
        "mail naar robin@zandlopr.nl",
        "hbo4you",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert spelled(f"Wij werken met {text} in de regio.") == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("gedachtengoed", "gedachtegoed"),
        ("zonnenschijn", "zonneschijn"),
        ("maatschapelijk", "maatschappelijk"),
        ("intresse", "interesse"),
        ("coordinator", "coördinator"),
        ("geinteresseerd", "geïnteresseerd"),
        ("verantwoordlijk", "verantwoordelijk"),
        ("proffesioneel", "professioneel"),
        ("zelfstanidg", "zelfstandig"),
        ("enthousiats", "enthousiast"),
        ("definitife", "definitie"),
    ],
)
def test_misspellings_and_what_is_offered(text: str, better: str) -> None:
    assert correction(resources().wordlist("nl"), text) == better


def test_words_of_the_configuration_and_terms_of_a_text_are_known() -> None:
    assert spelled("Je kent het gedachtengoed.") == ["gedachtengoed"]
    assert spelled("Je kent het gedachtengoed.", "gedachtengoed") == []
    assert (
        spelled(
            "Een sparingsplan is een plan. Het sparingsplann telt; het sparingsplann blijft; "
            "ons sparingsplann."
        )
        == []
    )


def test_a_fix_changes_the_word_and_keeps_its_capital() -> None:
    (found,) = found_in("Verantwoordlijk werk.")
    assert [edit.replacement for edit in found.fixes[0].edits] == ["Verantwoordelijk"]
    assert found.fixes[0].applicability == "unsafe"


def test_other_languages_are_not_spelled() -> None:
    german = (
        "# Planer\n\nWir suchen eine Planerin und du bist verantwortlich für die Planung mit dem "
        "Team und die Maschienen der Werkstatt.\n"
    )
    assert findings(german, "x.md", "SPL", kind="vacancy") == ()


def test_a_word_of_another_language_with_a_list_is_left_alone() -> None:
    assert spelled("Wij doen aan onboarding en debugging.") == []
    english = "# Planner\n\nWe are looking for a planner. {}\n"
    assert (
        texts(
            english.format("Your werkweek is short."), "x.md", "SPL", language="en", kind="vacancy"
        )
        == []
    )
    assert texts(
        english.format("You recieve pay."), "x.md", "SPL", language="en", kind="vacancy"
    ) == ["recieve"]


def test_each_block_is_spelled_in_its_own_language() -> None:
    page = '<html lang="nl"><p>Je hebt intresse in ons.</p><p lang="en">You recieve pay.</p></html>'
    assert texts(page, "x.html", "SPL", kind="vacancy") == ["intresse", "recieve"]


def test_what_is_quoted_at_length_is_left_alone() -> None:
    said = "het is hier goed werken, " * 5
    assert spelled(f"Een collega: “{said} en ik heb intresse”.") == []
    assert spelled(f"Een collega: {said} en ik heb intresse.") == ["intresse"]
    assert spelled("Agenda’s met intresse en foto’s hier.") == ["intresse"]


def test_a_compound_of_long_words_is_taken_for_one() -> None:
    words = resources().wordlist("nl")
    assert correction(words, "roostersoftware") == ""
    assert correction(words, "kort") == ""


def test_most_typing_errors_are_found() -> None:
    """Errors are made by rule in words of adverts; the seed makes each run the same."""
    words = resources().wordlist("nl")
    known = KNOWN.split()
    random_ = random.Random(11)
    tried = found = 0
    for _ in range(600):
        word = random_.choice(known)
        at = random_.randrange(1, len(word) - 1)
        wrong = random_.choice(
            [
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + random_.choice(string.ascii_lowercase) + word[at + 1 :],
            ]
        )
        if wrong != word and words.knows(wrong) != "listed":
            tried += 1
            found += correction(words, wrong) == word
    assert tried > 450
    assert found / tried >= 0.85


def test_a_word_that_stands_in_code_too_is_a_name() -> None:
    text = "# Uitleg\n\nWij gebruiken adresboek en ervarign bij elke versie.{}\n"
    told = findings(text.format(""), "x.md", "SPL001", language="nl")
    named = findings(text.format(" Start `ervarign`."), "x.md", "SPL001", language="nl")
    assert ([each.text for each in told], named) == (["ervarign"], ())


def test_html_in_markdown_is_no_code() -> None:
    text = "# Uitleg\n\n<h4>Werk</h4>\nWij gebruiken een adresboek en ervarign bij elke versie.\n"
    (found,) = findings(text, "x.md", "SPL001", language="nl")
    assert found.text == "ervarign"


def test_what_recurs_is_an_error_where_an_ordinary_word_is_meant() -> None:
    recurs = "Je krijgt een vakantiedagne. De vakantiedagne is vrij, elke vakantiedagne."
    assert spelled(recurs) == ["vakantiedagne"] * 3
    assert spelled("Je gebruikt gluurpel. Elke gluurpel is een gluurpel.") == []


def test_a_part_of_a_word_with_hyphens_is_read() -> None:
    assert spelled("Je maakt de onderhoud- en zorg-planinng.") == ["planinng"]
    assert spelled("Je werkt met de Zorg-Planinng en met wrumel-stroken.") == []


@given(st.text(alphabet="absÉé4² .,:;!?()-'’@_#/\\\u00a0\u0301\n\x1c", max_size=30))
def test_most_words_are_cut_without_their_pattern(text: str) -> None:
    assert _words_in(text) == {*_WORD.findall(text)}
