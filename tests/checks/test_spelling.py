"""Which words are reported as misspelt, and how many misspellings are found."""

from __future__ import annotations

import random
import string

import pytest

from support import linter
from vaclint.project import cache as disk
from vaclint.checks.spelling import correction
from vaclint.project.config import Config
from vaclint.model.source import Source
from vaclint.languages.wordlist import Wordlist, wordlist

FRAME = "# Planner\n\nWij zoeken een planner in Lindenbeek voor 32 uur per week. {}\n"


def spelled(text: str, *fine: str) -> list[str]:
    report = linter(select=("SPL",), kind="vacancy", config=Config(vocabulary=fine)).lint(Source("x.md", FRAME.format(text)))
    return [finding.text for finding in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "leiderschapsprofiel", "concerndirecteur", "opgavegericht", "opgavegerichte", "werkzaamhedengebonden", "laagspanningsnetten",
        "zij-instromers", "raadsadviseur", "kwaliteitsvol", "doktersassistentes", "onthaalouder", "zorgcoördinator", "één", "héél veel",
        "’s avonds", "'s ochtends", "collega’s", "agenda's", "onderhouds- en renovatieprojecten", "meer- en minderwerk", "Woo-verzoeken",
        "medewerk(st)er", "kandidaat/kandidate", "kennis/ervaring", "IT’ers", "hbo'ers", "KPI's", "AI-toepassingen", "iPhone", "x_waarde",
        "SocialNow", "bij Enexis en Stedinn", "het systeem ‘Werkwijzr’", "zie zandlopr.nl", "mail naar robin@zandlopr.nl", "hbo4you",
    ],
)  # fmt: skip
def test_right_words_are_left_alone(text: str) -> None:
    assert spelled(f"Wij werken met {text} in de regio.") == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("gedachtengoed", "gedachtegoed"), ("zonnenschijn", "zonneschijn"), ("maatschapelijk", "maatschappelijk"), ("intresse", "interesse"),
        ("coordinator", "coördinator"), ("geinteresseerd", "geïnteresseerd"), ("verantwoordlijk", "verantwoordelijk"),
        ("proffesioneel", "professioneel"), ("zelfstanidg", "zelfstandig"), ("enthousiats", "enthousiast"), ("definitife", "definitie"),
    ],
)  # fmt: skip
def test_misspellings_and_what_is_offered(text: str, better: str) -> None:
    assert correction(wordlist("nl"), text) == better


def test_words_of_the_configuration_and_terms_of_a_text_are_known() -> None:
    assert spelled("Je kent het gedachtengoed.") == ["gedachtengoed"]
    assert spelled("Je kent het gedachtengoed.", "gedachtengoed") == []
    assert spelled("Een sparingsplan is een plan. Het sparingsplann telt; het sparingsplann blijft; ons sparingsplann.") == []


def test_a_fix_changes_the_word_and_keeps_its_capital() -> None:
    report = linter(select=("SPL",), kind="vacancy").lint(Source("x.md", FRAME.format("Verantwoordlijk werk.")))
    (finding,) = report.findings
    assert [edit.replacement for edit in finding.fixes[0].edits] == ["Verantwoordelijk"]
    assert finding.fixes[0].applicability == "unsafe"


def test_other_languages_are_not_spelled() -> None:
    report = linter(select=("SPL",), language="auto", kind="vacancy").lint(
        Source(
            "x.md",
            "# Planer\n\nWir suchen eine Planerin und du bist verantwortlich für die Planung mit dem Team und die Maschienen der Werkstatt.\n",
        )
    )
    assert report.findings == []


def test_most_typing_errors_are_found() -> None:
    """Errors are made by rule in words that adverts use; the seed makes the run the same each time."""
    words = wordlist("nl")
    known = """ervaring verantwoordelijkheid solliciteren medewerker planning voorbereiden samenwerken zelfstandig enthousiast opleiding rijbewijs
    contract vakantiedagen pensioenregeling arbeidsvoorwaarden collega gemeente inwoners ondernemers adviseren beleid ontwikkeling onderhoud storingen
    klanten leveranciers bestellingen magazijn zorgplan bewoners leerlingen lessen administratie facturen jaarrekening vergadering organisatie""".split()  # noqa: SIM905
    random_ = random.Random(11)
    tried = found = 0
    for _ in range(600):
        word = random_.choice(known)
        at = random_.randrange(1, len(word) - 1)
        wrong = random_.choice(
            [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + word[at + 1] + word[at] + word[at + 2 :],
             word[:at] + random_.choice(string.ascii_lowercase) + word[at + 1 :]]
        )  # fmt: skip
        if wrong != word and words.knows(wrong) != "listed":
            tried += 1
            found += correction(words, wrong) == word
    assert tried > 450
    assert found / tried >= 0.85


def test_the_index_is_made_once_and_survives_damage(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("VACLINT_CACHE_DIR", str(tmp_path))
    assert Wordlist("nl").frequency("vacature") > 0
    (index,) = tmp_path.glob("words-nl-*.trie")
    index.write_bytes(b"not a trie")
    assert Wordlist("nl").frequency("vacature") > 0
    monkeypatch.setenv("VACLINT_CACHE_DIR", "")
    assert disk.enabled() is False
    assert Wordlist("en").frequency("vacancy") > 0
