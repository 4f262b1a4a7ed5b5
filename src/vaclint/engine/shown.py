"""A text as a reader sees it: its blocks, to be shown with their findings."""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.model.blocks import PLACEHOLDER, Block, Span
from vaclint.model.document import Document
from vaclint.model.report import Piece, ShownBlock
from vaclint.text.patterns import lazy

CHROME = "chrome"
_ADDRESS = lazy(r"(?:https?://|www\.)[^\s<>()]{2,200}|[\w.+-]{1,80}@[\w.-]{2,80}")


def shown_blocks(document: Document) -> tuple[ShownBlock, ...]:
    """The blocks in the order of the file, those of the page around the vacancy among them."""
    found = [
        *_shown(document.blocks, document.source.text),
        *(each._replace(kind=CHROME) for each in _shown(document.chrome, document.source.text)),
    ]
    return tuple(sorted(found, key=lambda block: (block.start, block.end)))


def _read(text: str, spelled: str, span: Span) -> str:
    """A stretch of a block as it is read: an address that stands there bare as it is spelled."""
    if text != PLACEHOLDER:
        return text
    bare = spelled[slice(*span)]
    return bare if _ADDRESS.fullmatch(bare) else text


def _shown(blocks: tuple[Block, ...], spelled: str) -> Iterator[ShownBlock]:
    for block in blocks:
        pieces = tuple(Piece(_read(text, spelled, span), *span) for text, span in block.pieces)
        if pieces:
            yield ShownBlock(block.kind, block.level, pieces, block.front_matter)
