"""What a word is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaclint.text.words import PROSE_WORD, WORD, cut, in_case_of, names_in, opening, words_of


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


@given(st.text(alphabet="abÉé4² .,:;!?()-'’/\u00a0\u0301\n\x1c", max_size=30))
def test_most_words_are_cut_without_their_pattern(text: str) -> None:
    for pattern in (WORD, PROSE_WORD):
        assert cut(text, pattern) == pattern.findall(text)


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
    ("text", "word", "is_led", "is_name"),
    [
        ("You work at Empower, and it shows.", "Empower", False, True),
        ("Empower teaches. We teach\n Empower others.", "Empower", False, False),
        ("Our Empower Day", "Empower", False, False),
        ("at Empowerment", "Empower", False, False),
        ("at Empower-Hall", "Empower", False, True),
        ("at Empower-Hall", "Empower-Hall", False, True),
        ("at the Wellcome Institute", "Wellcome", True, True),
        ("at Wellcome too", "Wellcome", True, False),
    ],
)
def test_a_capital_behind_a_small_word_makes_a_name(
    text: str, word: str, is_led: bool, is_name: bool
) -> None:
    names = names_in(text)
    assert (word in (names.led if is_led else names.inside)) is is_name
