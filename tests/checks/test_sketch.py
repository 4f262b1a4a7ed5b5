"""Sketches of texts: what two have in common is what their words have, whatever else differs."""

from __future__ import annotations

import random
from array import array

import pytest

from support import understood
from vaclint.checks.sketch import LONG_BLOCK, matches, shared_passages, sketch_of
from vaclint.model.sketch import Sketch

WORDS = [f"woord{number}" for number in range(400)]


def text_of(seed: int, count: int = 300) -> str:
    chosen = random.Random(seed).choices(WORDS, k=count)
    return "# Kok\n\n" + " ".join(chosen) + ".\n"


def sketch(text: str, path: str) -> Sketch:
    return sketch_of(understood(text, path, language="nl"))


def test_the_values_are_sorted_and_the_same_for_other_marks_and_capitals() -> None:
    one = sketch(text_of(1), "a.md")
    other = sketch(text_of(1).upper().replace(" ", "\n"), "b.md")
    assert list(one.values) == sorted(one.values)
    assert one.values == other.values
    assert isinstance(one.values, array)


def test_a_copy_with_a_few_changes_matches_and_another_text_does_not() -> None:
    changed = text_of(1).replace("woord7 ", "anders ")
    given = [sketch(text_of(1), "a.md"), sketch(text_of(2), "b.md"), sketch(changed, "c.md")]
    assert [(match.first, match.second) for match in matches(given, 0.75)] == [("a.md", "c.md")]


def test_how_alike_is_the_share_of_words_in_a_row_in_common() -> None:
    half = " ".join([*text_of(1).split()[:150], *text_of(3).split()[150:]])
    given = [sketch(text_of(1), "a.md"), sketch(half, "b.md")]
    (found,) = matches(given, 0.3)
    assert found.similarity == pytest.approx(0.5, abs=0.12)
    assert list(matches(given, 0.9)) == []


def test_a_text_in_another_language_is_not_compared() -> None:
    one = sketch(text_of(1), "a.md")
    other = sketch(text_of(1), "b.md")._replace(language="en")
    assert list(matches([one, other], 0.5)) == []


def test_long_passages_that_a_few_texts_share() -> None:
    passage = " ".join(WORDS[:LONG_BLOCK]) + "."
    given = [
        sketch(f"# Kok\n\n{passage}\n\nEigen tekst van {name}.\n", f"{name}.md") for name in "abc"
    ]
    found = [(here.path, there.path) for here, _, there, _ in shared_passages(given, 3)]
    assert found == [("b.md", "a.md"), ("c.md", "a.md")]
    assert list(shared_passages(given, 2)) == []
