"""Where a text names the job it offers."""

from __future__ import annotations

import pytest

from checks.bank import rows
from support import texts, understood
from vaclint.checks.job_titles import HEADING_WORDS, names_job


@pytest.mark.parametrize(("language", "text", "wanted"), rows("titles"))
def test_the_bank(language: str, text: str, wanted: str) -> None:
    assert texts(text, "x.md", "GEN003", language=language) == ([wanted] if wanted else [])


def titles(text: str, path: str = "x.md", language: str = "nl") -> list[str]:
    return texts(text, path, "GEN003", language=language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij zoeken een ‘timmerman’ van de bovenste plank.", ["timmerman"]),
        ("Wij zoeken ‘een echte timmerman’ van de bovenste plank.", []),
        ('Zij schreef: "wij zoeken een timmerman".', []),
        ("Wij zoeken een timmerman en zeggen “kom maar”.", ["timmerman"]),
    ],
)
def test_a_quotation_is_somebody_elses(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij zoeken mevrouw Timmerman voor een gesprek over de planning.", []),
        ("Wij zoeken Robin Timmerman voor een gesprek over de planning.", []),
        ("Wij zoeken mw. Timmerman.", []),
        ("Wij zoeken. Timmerman gezocht", ["Timmerman"]),
        ("Wij zoeken een Timmerman.", ["Timmerman"]),
    ],
)
def test_a_surname_is_no_job(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij zoeken een timmerman.", ["timmerman"]),
        ("Wij zoeken. Een timmerman helpt.", []),
        ("Wij zoeken een planner voor een timmerman.", []),
        ("Ben jij de timmerman?", ["timmerman"]),
        ("Ben jij met de timmerman klaar?", []),
        ("Zij begon als timmerman.", []),
        ("Kom werken als timmerman.", ["timmerman"]),
        ("Wij zoeken een een twee drie vier vijf zes timmerman.", []),
        ("Ervaren verkoopster mode gezocht", ["verkoopster"]),
        ("Ervaren verkoopster mode. Gezocht", []),
        ("Met verkoopster mode gezocht", []),
    ],
)
def test_a_cue_leads_to_the_title(text: str, found: list[str]) -> None:
    assert titles(f"# Over ons werk\n\n{text}\n") == found


def test_cues_of_one_language_are_none_in_another() -> None:
    assert titles("# About us\n\nWe zoeken a salesman.\n", language="en") == []
    assert titles("# About us\n\nWe seek a salesman.\n", language="en") == ["salesman"]


def blocks_that_name_the_job(text: str, path: str) -> list[str]:
    document = understood(text, path, language="nl")
    return [block.text for block in document.blocks if names_job(document, block)]


def test_which_blocks_name_the_job() -> None:
    long = " ".join(["woord"] * (HEADING_WORDS + 1))
    text = f"# Kok\n\n## Chef kok\n\n## {long}\n\n### Keuken\n\nTekst.\n"
    assert blocks_that_name_the_job(text, "x.md") == ["Kok", "Chef kok"]
    text = "Kok\n\nFunctie: chef kok\n\nWij koken voor de gasten van ons huis.\n"
    assert blocks_that_name_the_job(text, "x.txt") == ["Functie: chef kok"]
