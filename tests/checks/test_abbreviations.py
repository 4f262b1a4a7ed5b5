"""Abbreviations: what explains one, what tells a name, and what counts as one."""

from __future__ import annotations

from typing import Any

import pytest

from support import findings, texts

TEXT = "Je werkt elke dag aan het {} en overlegt daarover met je collega's.\n"


def _reported(text: str, language: str = "nl", **options: Any) -> list[str]:
    return texts(text, "a.txt", "STR010", kind="vacancy", language=language, **options)


@pytest.mark.parametrize("form", ["GDC", "GDC’s", "GDC-overleg", "GDC,"])
def test_an_abbreviation_is_reported_without_what_hangs_on_it(form: str) -> None:
    assert _reported(TEXT.format(form)) == ["GDC"]


@pytest.mark.parametrize("form", ["GD", "GDCKLM", "GDC2", "R&GDC", "gdc", "G.D.C.", "GDC/PRB"])
def test_what_is_no_abbreviation_of_three_to_five_capitals(form: str) -> None:
    assert _reported(TEXT.format(form)) == []


@pytest.mark.parametrize(
    "more",
    [
        "GDC (grote data club)", "grote data club (GDC)", "GDC = grote data club",
        "kortweg het GDC", "Grote Data Club", "grote club van de data en GDC staat daarvoor",
    ],
)  # fmt: skip
def test_it_may_be_explained_anywhere(more: str) -> None:
    assert _reported(TEXT.format("GDC") + f"\nHet gaat om {more} hier.\n") == []


@pytest.mark.parametrize(
    "name", ["bij GDC", "GDC zoekt", "GDC BV", "GDC Zorg", "at GDC", "GDC offers"]
)
def test_somebody_with_that_name_is_no_abbreviation(name: str) -> None:
    assert _reported(TEXT.format("GDC") + f"\nWeet je dat {name} mensen?\n") == []


def test_small_words_count_or_not_in_what_begins_with_its_letters() -> None:
    assert _reported(TEXT.format("RVB") + "\nDe raad van bestuur leest dat.\n") == []
    assert _reported(TEXT.format("RBX") + "\nDe raad van bestuur xenia leest dat.\n") == []


def test_what_is_known_in_one_language_is_known_in_the_other() -> None:
    assert _reported("You report to the GDC about the AOW and the API.", "en") == ["GDC"]


def test_the_vocabulary_and_capitals_beside_it_are_silent() -> None:
    assert _reported(TEXT.format("GDC"), vocabulary=("gdc",)) == []
    assert _reported(TEXT.format("GDC OVERLEG")) == []
    assert _reported("# GDC-planner\n\n" + TEXT.format("GDC")) == []


def test_only_the_first_place_is_reported() -> None:
    (finding,) = findings(
        TEXT.format("GDC") + "\n" + TEXT.format("GDC"),
        "a.txt",
        "STR010",
        kind="vacancy",
        language="nl",
    )
    assert finding.place.start.line == 1
