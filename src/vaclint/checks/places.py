"""Where in a text a place lies: found by halving, so that a text of many sentences stays linear."""

from __future__ import annotations

from vaclint.model.blocks import Block
from vaclint.model.document import Document
from vaclint.text.quotations import Range, range_at

__all__ = ["Range", "range_at", "sentence_at"]


def sentence_at(document: Document, block: Block, at: int) -> Range:
    """The range of the sentence of a block that a place of it lies in."""
    whole = (0, len(block.text))
    return range_at(document.reading.split(block.text), at) or whole
