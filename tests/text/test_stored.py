"""What is read from a store only when it is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaclint.text.stored import (
    END,
    LARGE,
    Later,
    Table,
    WordsByEnd,
    apart,
    now,
    packed,
    packed_by_end,
    together,
)

VALUES = st.dictionaries(st.text(max_size=6), st.integers() | st.tuples(st.text(max_size=3)))


@given(VALUES, st.lists(st.text(max_size=6)))
def test_a_table_is_the_mapping_that_it_was_made_of(
    table: dict[str, object], others: list[str]
) -> None:
    stored: Table[object] = Table(packed(table))
    for word in [*others, *table, *others]:
        assert stored.get(word, "none") == table.get(word, "none")
        assert (word in stored) == (word in table)
    assert len(stored) == len(table)
    assert dict(stored) == table
    assert all(stored[word] == table[word] for word in table)


@given(VALUES, st.sets(st.text(max_size=6)))
def test_the_words_of_a_set_that_are_in_a_table(table: dict[str, object], words: set[str]) -> None:
    stored: Table[object] = Table(packed(table))
    assert stored.among(words) == table.keys() & words
    assert sorted(map(repr, stored.of(words))) == sorted(
        repr(table[w]) for w in table if w in words
    )
    assert set(stored) == set(table)
    assert stored.among(words) == table.keys() & words


def test_a_word_that_is_not_in_a_table_is_an_error() -> None:
    stored: Table[int] = Table(packed({"een": 1, "\udc80": 2}))
    assert stored["\udc80"] == 2
    for _ in range(3):
        with pytest.raises(KeyError):
            stored["twee"]


def test_a_value_is_what_the_function_of_a_table_makes_and_made_once() -> None:
    made: list[int] = []

    def make(value: int) -> str:
        made.append(value)
        return str(value)

    stored = Table(packed({"een": 1, "twee": 2, "drie": 3}), make)
    assert (stored["een"], stored["een"], made) == ("1", "1", [1])
    assert dict(stored) == {"een": "1", "twee": "2", "drie": "3"}


def test_a_later_value_is_made_once_when_it_is_asked_for() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    later = Later(make)
    assert made == []
    assert (later.value, later.value, made) == (1, 1, [1])
    assert later == now(1)
    assert later != now(2)
    with pytest.raises(AttributeError):
        getattr(later, "other")  # noqa: B009


def test_large_bytes_are_kept_apart_from_a_value_and_put_back() -> None:
    large, other = bytes(LARGE), b"x" * (2 * LARGE)
    value = {"a": (1, large, [b"small", other]), "b": [("c", {2: large})], "d": other}
    (plain, paths), pieces = apart(value)
    assert len(repr(plain)) < LARGE
    assert pieces == [large, other, large, other]
    assert together(plain, paths, map(memoryview, pieces)) == value
    assert apart(other) == ((b"", ((),)), [other])
    assert together(b"", ((),), [other]) == other
    assert apart(3) == ((3, ()), [])


@given(VALUES, st.lists(st.text(max_size=6)))
def test_words_by_end_are_the_mapping_that_they_were_made_of(
    table: dict[str, object], others: list[str]
) -> None:
    stored: WordsByEnd[object] = WordsByEnd(packed_by_end(table))
    for word in [*others, *table]:
        assert stored.get(word) == table.get(word)
        assert (word in stored) == (word in table)
        assert stored.like(word) == {w: table[w] for w in table if w[-END:] == word[-END:]}
