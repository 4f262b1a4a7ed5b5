"""What the words of a text say of its kind."""

from hypothesis import given
from hypothesis import strategies as st

from support import resources
from vaclint.facts.kinds.wording import SILENT, WordWeights, weights_of, wording_of
from vaclint.facts.kinds.words import _WORD, with_endings, words_of

LIKE = WordWeights(0.5, {"you are": 2.0, "you": 1.0, "page": -3.0})
OTHER = WordWeights(-0.5, {"je": 1.0})


def said(text: str) -> float:
    return wording_of([words_of(text)], (LIKE, OTHER)).odds


def test_no_known_word_says_nothing() -> None:
    assert wording_of([words_of("Xyz.")], (LIKE, OTHER)) is SILENT
    assert wording_of([], ()) is SILENT


def test_the_language_that_knows_most_words_speaks() -> None:
    assert said("You are here, je.") > 0 > said("Page.")


def test_a_pair_does_not_reach_over_blocks() -> None:
    apart = wording_of([["you"], ["are"]], (LIKE,))
    assert apart.words == ("you",)
    assert wording_of([["you", "are"]], (LIKE,)).words == ("you are", "you")


def test_few_words_count_for_less() -> None:
    words = {f"w{chr(97 + at % 26)}{chr(97 + at // 26)}": 1.0 for at in range(100)}
    many = WordWeights(0.0, words)
    full = wording_of([list(words)], (many,)).odds
    few = wording_of([list(words)[:8]], (many,)).odds
    assert full == 10 and 0 < few < 1


def test_signs_of_money_say_nothing() -> None:
    assert said("You are paid £ 5") == said("You are paid $ 5")


def test_each_language_has_weights_for_and_against() -> None:
    for pack in resources().languages.values():
        made = weights_of(pack.section("kind-words"))
        assert made is not None
        assert min(made.weights.values()) < -0.5 and max(made.weights.values()) > 0.5


@given(st.text(alphabet="abé4² .,:;!?()-'€@_/\u00a0\u0301\n\x1c", max_size=30))
def test_most_words_are_cut_without_their_pattern(text: str) -> None:
    assert words_of(text) == _WORD.findall(with_endings(text))
