"""A block of text cut into runs, each with the findings that it is a part of.

A finding may begin and end anywhere, overlap others, and run over several blocks. Linear in the
text and the findings of the block.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vaclint.model.report import Piece, ShownBlock
from vaclint.text.named import NamedTuple


class Range(NamedTuple):
    """What is to be marked: offsets in the file, ``end`` exclusive, and the number of a finding."""

    start: int
    end: int
    number: int
    is_other: bool = False
    """Whether it is the other place of the finding, such as the first copy."""


class Run(NamedTuple):
    """A stretch of text with everything that it is a part of, and what begins with it."""

    text: str
    ranges: tuple[Range, ...] = ()
    begins: tuple[Range, ...] = ()


class Ranges:
    """The ranges of a file, to be asked for those in a block."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self._sorted = sorted(each for each in ranges if each.start < each.end)
        self._longest = max((each.end - each.start for each in self._sorted), default=0)

    def within(self, block: ShownBlock) -> list[Range]:
        """Those that have a character in common with a block, in order."""
        first = bisect_left(self._sorted, block.start - self._longest, key=lambda each: each.start)
        last = bisect_left(self._sorted, block.end, key=lambda each: each.start)
        return [each for each in self._sorted[first:last] if each.end > block.start]


def runs(block: ShownBlock, ranges: Sequence[Range]) -> Iterator[Run]:
    """The text of a block in runs; ``ranges`` are those within it, in order."""
    coming = _Coming(ranges)
    begun: set[Range] = set()
    for piece in block.pieces:
        for text, held in _cut(piece, coming.until(piece.start, piece.end)):
            begins = tuple(each for each in held if each not in begun)
            begun.update(begins)
            yield Run(text, held, begins)


class _Coming:
    """Ranges in order of their starts, asked for place by place."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self._ranges = ranges
        self._next = 0
        self._open: list[Range] = []

    def until(self, start: int, end: int) -> list[Range]:
        """Those that have a character between two places, which do not go back."""
        while self._next < len(self._ranges) and self._ranges[self._next].start < end:
            self._open.append(self._ranges[self._next])
            self._next += 1
        self._open = [each for each in self._open if each.end > start]
        return self._open


def _cut(piece: Piece, here: Sequence[Range]) -> Iterator[tuple[str, tuple[Range, ...]]]:
    """The text of a piece where ranges begin or end, each part with those that it is in."""
    if not here or not piece.is_linear:
        yield piece.text, tuple(here)
        return
    stops = (stop for each in here for stop in each[:2] if piece.start < stop < piece.end)
    places = sorted({piece.start, piece.end, *stops})
    coming = _Coming(here)
    for start, end in pairwise(places):
        text = piece.text[start - piece.start : end - piece.start]
        yield text, tuple(coming.until(start, end))
