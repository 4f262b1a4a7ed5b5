"""The passages that repeat among words: where they begin and end."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaclint.checks import alignment
from vaclint.checks.alignment import passages


def words(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    return [f"w{rng.randrange(100_000)}" for _ in range(count)]


def find(text: list[str]) -> list[tuple[range, range]]:
    return [
        (passage.first, passage.second)
        for passage in passages(text, min_words=30, min_ratio=0.8, max_gap=25)
    ]


def test_a_copy_is_one_passage() -> None:
    text = words(1, 400)
    assert find(text + text) == [(range(400), range(400, 800))]


def test_a_copy_with_changes_is_one_passage() -> None:
    text = words(1, 400)
    copy = list(text)
    copy[100] = "anders"
    copy[200:203] = []
    copy[300:300] = ["twee", "nieuwe"]
    assert find(text + ["brug"] * 3 + copy) == [(range(400), range(403, 403 + len(copy)))]


def test_text_between_the_copies_is_in_neither() -> None:
    a, b = words(1, 100), words(2, 50)
    assert find(a + b + a) == [(range(100), range(150, 250))]


def test_three_copies_are_two_findings() -> None:
    text = words(1, 100)
    assert [second for _, second in find(text * 3)] == [range(100, 200), range(200, 300)]


def test_a_phrase_before_the_copy_does_not_hide_it() -> None:
    a, phrase = words(1, 200), words(2, 6)
    text = a + phrase + ["los"] + phrase + a
    assert find(text) == [(range(200), range(213, 413))]


def test_short_repeats_are_none() -> None:
    a, b = words(1, 20), words(2, 100)
    assert find(a + b + a) == []


def test_a_sentence_said_over_and_over_ends() -> None:
    assert all(first.stop <= second.start for first, second in find(["dezelfde", "zin"] * 3000))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=300))
def test_passages_never_overlap_their_copy(text: list[str]) -> None:
    found = find(text)
    for first, second in found:
        assert first.stop <= second.start
        assert second.stop <= len(text)
    for (_, one), (_, two) in pairwise(found):
        assert one.stop <= two.start


def test_in_a_large_text_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    random_ = random.Random(2)
    words = [f"w{random_.randrange(300)}" for _ in range(6_000)]
    for _ in range(20):
        first, second = random_.randrange(5_800), random_.randrange(5_800)
        words[second : second + 60] = words[first : first + 60]
    found = passages(words, min_words=25, min_ratio=0.8, max_gap=12)
    assert len(found) > 10
    monkeypatch.setattr(alignment, "LARGE", 100)
    assert passages(words, min_words=25, min_ratio=0.8, max_gap=12) == found


def test_words_that_stand_in_a_large_text_once_are_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied = words(3, 80)
    text = [*(f"a{n}" for n in range(400)), *copied, *(f"b{n}" for n in range(400)), *copied]
    monkeypatch.setattr(alignment, "LARGE", 100)
    assert find(text) == [(range(400, 480), range(880, 960))]
