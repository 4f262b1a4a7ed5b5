"""What is remembered."""

from __future__ import annotations

from vaclint.text.remembered import Memory


def test_what_was_asked_for_last_is_not_made_again() -> None:
    made: list[int] = []
    memory = Memory[int](2)

    def doubled(number: int) -> int:
        made.append(number)
        return 2 * number

    assert [memory.given(each, doubled, each) for each in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert made == [1, 2, 3]


def test_no_more_than_twice_as_many_are_kept() -> None:
    made: list[int] = []
    memory = Memory[None](2)
    for each in (1, 2, 3, 4, 5, 1):
        memory.given(each, made.append, each)
    assert made == [1, 2, 3, 4, 5, 1]


def test_nothing_made_is_remembered_too_and_nothing_is_kept_with_0() -> None:
    made: list[int] = []
    for most, times in ((1, 1), (0, 2)):
        made.clear()
        memory = Memory[None](most)
        memory.given("key", made.append, 1)
        memory.given("key", made.append, 1)
        assert len(made) == times
