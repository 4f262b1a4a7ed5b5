"""A text as a reader sees it: its blocks, to be shown with their findings."""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.model.blocks import Block
from vaclint.model.document import Document
from vaclint.model.report import Piece, ShownBlock

CHROME = "chrome"


def shown_blocks(document: Document) -> tuple[ShownBlock, ...]:
    """The blocks in the order of the file, those of the page around the vacancy among them."""
    found = [
        *_shown(document.blocks),
        *(each._replace(kind=CHROME) for each in _shown(document.chrome)),
    ]
    return tuple(sorted(found, key=lambda block: (block.start, block.end)))


def _shown(blocks: tuple[Block, ...]) -> Iterator[ShownBlock]:
    for block in blocks:
        pieces = tuple(Piece(text, *span) for text, span in block.pieces)
        if pieces:
            yield ShownBlock(block.kind, block.level, pieces, block.front_matter)
