"""The parts of a text that a rule may be about: the whole, a block, a sentence, a heading, the
title.
"""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.checks.context import Context
from vaclint.model.blocks import Block, Span
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple

TEXT, BLOCK, SENTENCE, HEADING, TITLE = "text", "block", "sentence", "heading", "title"
PARTS = (TEXT, BLOCK, SENTENCE, HEADING, TITLE)


class Piece(NamedTuple):
    """A range of the text of a block."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its range in the source."""
        return self.block.span(self.start, self.end)


class Part(NamedTuple):
    """One part of a text, in one language, and where a finding about all of it stands."""

    pieces: tuple[Piece, ...]
    span: Span
    language: str


def parts_of(context: Context, rule: Rule, per: str) -> Iterator[Part]:
    """The parts that a rule speaks of, in the languages that it speaks; front matter is none but
    for the title.
    """
    document = context.document
    if per == TITLE:
        title = document.title
        if title is not None and rule.speaks(document.language_of(title)):
            yield _part(context, _whole(title, title.value_at))
        return
    if per == SENTENCE:
        for sentence in document.sentences:
            if rule.speaks(document.language_of(sentence.block)):
                end = sentence.start + len(sentence.text)
                yield _part(context, Piece(sentence.block, sentence.start, end))
        return
    blocks = [block for block in context.blocks(rule) if block.text.strip()]
    if per == TEXT:
        if blocks:
            pieces = tuple(_whole(block) for block in blocks)
            yield Part(pieces, document.headline, document.language)
        return
    for block in blocks:
        if per == BLOCK or block.kind == "heading":
            yield _part(context, _whole(block))


def _whole(block: Block, start: int = 0) -> Piece:
    return Piece(block, start if start < len(block.text) else 0, len(block.text))


def _part(context: Context, piece: Piece) -> Part:
    return Part((piece,), piece.span, context.document.language_of(piece.block))
