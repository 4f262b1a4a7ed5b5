"""Where in a text a place lies."""

from __future__ import annotations

import pytest

from support import understood
from vaclint.checks.places import range_at, sentence_at


@pytest.mark.parametrize(
    ("at", "found"),
    [(0, None), (2, (2, 5)), (4, (2, 5)), (5, None), (7, (6, 8)), (8, (8, 9)), (9, None)],
)
def test_the_range_that_a_place_lies_in(at: int, found: tuple[int, int] | None) -> None:
    assert range_at([(2, 5), (6, 8), (8, 9)], at) == found
    assert range_at([], at) is None


def test_the_sentence_that_a_place_lies_in() -> None:
    document = understood("Wij koken. Jij bakt.", "x.md", language="nl")
    [block] = document.blocks
    assert sentence_at(document, block, 3) == (0, 11)
    assert sentence_at(document, block, 11) == (11, 20)
    assert sentence_at(document, block, 20) == (0, 20)
