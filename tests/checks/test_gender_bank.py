"""Phrases for the rules on gender and exclusion, each with what must be reported; the rows stand in ``bank/``."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import findings

BANK = Path(__file__).parent / "bank"
FRAME = {"nl": "Wij zoeken een collega: {} met ervaring.", "en": "We want a colleague: {} with experience."}
AFTER = "\n\nTekst die langer is dan een kop, zodat dit een alinea is.\n"


def rows(*names: str) -> list[tuple[str, str, str]]:
    lines = [line for name in names for line in (BANK / f"{name}.tsv").read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(language, text, wanted) for language, text, wanted in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("language", "text", "wanted"), rows("pairs"))
def test_pairs(language: str, text: str, wanted: str) -> None:
    found = findings(FRAME[language].format(text), "x.txt", "GEN001", "GEN002", language=language)
    assert [finding.text for finding in found] == ([wanted] if wanted else [])


@pytest.mark.parametrize(("language", "text", "wanted"), rows("titles"))
def test_titles(language: str, text: str, wanted: str) -> None:
    found = findings(text, "x.md", "GEN003", language=language)
    assert [finding.text for finding in found] == ([wanted] if wanted else [])


@pytest.mark.parametrize(("language", "text", "wanted"), rows("pronouns"))
def test_pronouns(language: str, text: str, wanted: str) -> None:
    found = findings(text + AFTER, "x.txt", "GEN004", language=language)
    assert [finding.text for finding in found] == (wanted.split(",") if wanted else [])


@pytest.mark.parametrize(("language", "text", "wanted"), rows("exclusion"))
def test_exclusion(language: str, text: str, wanted: str) -> None:
    found = findings(text, "x.txt", "INC", language=language)
    assert {finding.rule for finding in found} == ({wanted} if wanted else set())
