"""What a word is."""

from __future__ import annotations

import pytest

from vaclint.text.words import WORD, in_case_of, opening, stands_as_name, words_of


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


@pytest.mark.parametrize(
    ("text", "word", "behind", "is_name"),
    [
        ("You work at Empower, and it shows.", "Empower", "", True),
        ("Empower teaches. We teach\n Empower others.", "Empower", "", False),
        ("Our Empower Day", "Empower", "", False),
        ("at Empowerment", "Empower", "", False),
        ("at the Wellcome Institute", "Wellcome", r" \p{Lu}\p{Ll}", True),
        ("at Wellcome too", "Wellcome", r" \p{Lu}\p{Ll}", False),
    ],
)
def test_a_capital_behind_a_small_word_makes_a_name(
    text: str, word: str, behind: str, is_name: bool
) -> None:
    assert stands_as_name(text, word, behind) is is_name
