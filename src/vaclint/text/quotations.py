"""What stands in quotation marks, in one place: words quoted are somebody else's, and not
judged.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from vaclint.text.patterns import lazy

Range = tuple[int, int]
"""A start and an exclusive end."""

REMEMBERED = 8_000
"""The quotations of a text of so many characters are kept: several checks ask for them."""
_MARKS = "“\"«„‘'"
_QUOTED = lazy(
    r"[“\"«„][^”\"»]{1,300}[”\"»]"  # double marks of any kind
    r"|(?<!\p{L})[‘'](?!s )[^’']{1,300}[’'](?!\p{L})"  # single ones, where they are no apostrophes
)


def quotations(text: str) -> Sequence[Range]:
    """The ranges of what is quoted in a text, marks included; ``end`` is exclusive. Linear: a
    quotation is bounded.
    """
    if not any(mark in text for mark in _MARKS):
        return ()
    return _known(text) if len(text) <= REMEMBERED else _found(text)


def _found(text: str) -> tuple[Range, ...]:
    return tuple(match.span() for match in _QUOTED.finditer(text))


_known = lru_cache(256)(_found)


def is_inside(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some ranges, which are in order and do not overlap."""
    return range_at(ranges, at) is not None


def range_at(ranges: Sequence[Range], at: int) -> Range | None:
    """The one of some ranges that a place lies in; they are in order and do not overlap. Found by
    halving, so that a text of many ranges stays linear.
    """
    index = bisect_right(ranges, at, key=_start) - 1
    if index < 0 or at >= ranges[index][1]:
        return None
    return ranges[index]


def _start(given: Range) -> int:
    return given[0]
