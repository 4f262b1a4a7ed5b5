"""Where in a text a place lies: found by halving, so that a text of many sentences stays linear."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from vaclint.model.blocks import Block
from vaclint.model.document import Document

Range = tuple[int, int]
"""A start and an exclusive end."""


def range_at(ranges: Sequence[Range], at: int) -> Range | None:
    """The one of some ranges that a place lies in; they are in order and do not overlap."""
    index = bisect_right(ranges, at, key=_start) - 1
    if index < 0 or at >= ranges[index][1]:
        return None
    return ranges[index]


def _start(given: Range) -> int:
    return given[0]


def sentence_at(document: Document, block: Block, at: int) -> Range:
    """The range of the sentence of a block that a place of it lies in."""
    whole = (0, len(block.text))
    return range_at(document.reading.split(block.text), at) or whole
