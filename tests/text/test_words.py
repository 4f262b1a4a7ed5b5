"""What a word is."""

from __future__ import annotations

import pytest

from vaclint.text.words import WORD, in_case_of, opening, words_of


@pytest.mark.parametrize(
    ("text", "every", "prose"),
    [
        ("Je werkt 32 uur.", ["Je", "werkt", "32", "uur"], ["Je", "werkt", "uur"]),
        ("een zij-instromer", ["een", "zij-instromer"], ["een", "zij-instromer"]),
        ("collega’s en foto's", ["collega’s", "en", "foto's"], ["collega’s", "en", "foto's"]),
        ("onderhouds- en bouw", ["onderhouds", "en", "bouw"], ["onderhouds", "en", "bouw"]),
        ("24-32 uur, mbo4", ["24-32", "uur", "mbo4"], ["uur", "mbo4"]),
        ("– € … !", [], []),
    ],
)
def test_words(text: str, every: list[str], prose: list[str]) -> None:
    assert WORD.findall(text) == every
    assert words_of(text) == prose


def test_the_opening_says_that_more_follows() -> None:
    assert opening("Je kookt elke dag.", 2) == "Je kookt …"
    assert opening("Je kookt.", 2) == "Je kookt."


@pytest.mark.parametrize(
    ("better", "text", "written"),
    [("inwoner", "Klant", "Inwoner"), ("inwoner", "klant", "inwoner"), ("IT", "ict", "IT"),
     ("iets", "", "iets"), ("één", "1", "één")],
)  # fmt: skip
def test_a_replacement_has_the_capital_of_what_it_replaces(
    better: str, text: str, written: str
) -> None:
    assert in_case_of(better, text) == written
