from __future__ import annotations

import random

import pytest

from vaclint.text.patterns import lazy
from vaclint.text.stretches import ROOM, Stretches


@pytest.mark.parametrize(
    "lines", [[], [""], ["kok"], ["kok", "", "bakker"], ["", ""], ["a" * ROOM], ["b" * ROOM, "c"]]
)
def test_stretches_are_the_lines_with_a_line_end_between_them(lines: list[str]) -> None:
    made, whole = Stretches(lines), "\n".join(lines)
    assert str(made) == whole
    assert len(made) == len(whole)
    assert "".join(part for _, part in made) == whole


def test_slices_and_what_is_found_are_those_of_the_whole_text() -> None:
    random_ = random.Random(19)
    lines = ["x" * random_.randrange(9_000) + "kok" for _ in range(60)]
    made, whole = Stretches(lines), "\n".join(lines)
    assert len(list(made)) > 3
    for _ in range(200):
        start = random_.randrange(len(whole) + 2)
        end = start + random_.choice((0, 1, 5, 70_000, 200_000))
        assert made[start:end] == whole[start:end]
    kok = lazy("kok")
    places = [begin + match.start() for begin, match in made.found(kok)]
    assert places == [match.start() for match in kok.finditer(whole)]
    assert made.search(kok) and "kok" in made
    assert not made.search(lazy("bakker")) and "bakker" not in made


def test_a_wide_letter_widens_its_stretch_only() -> None:
    made = Stretches(["a" * 1_000] * 500 + ["\U0001f600"])
    parts = [part for _, part in made]
    assert [part.isascii() for part in parts] == [True] * (len(parts) - 1) + [False]
