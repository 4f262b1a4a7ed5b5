"""What the classifier looks at: the blocks of a text with their words, its keys, its place."""

from __future__ import annotations

from collections.abc import Iterable

from vaclint.facts.kinds.words import words_of
from vaclint.model.blocks import Block, Span
from vaclint.model.document import Document, FrontMatter
from vaclint.text.named import NamedTuple
from vaclint.text.remembered import Memory

KNOWN = 10_000
"""So many words are remembered, for the same one again to be the same text in memory."""


class Evidence(NamedTuple):
    """One text. `blocks` are in the order of the file, those of the front matter first."""

    blocks: tuple[Block, ...]
    words: tuple[list[str], ...]
    """The words of each block."""
    entries: tuple[FrontMatter, ...] = ()
    path: str = ""
    page_title: str = ""
    """What HTML has in `<title>`; empty elsewhere."""
    source: str = ""
    """The file as it stands, to count placeholders and template code in."""
    own: Span = Span(0, 0)
    """What of the file is the text's own."""
    has_posting: bool = False


class Found(NamedTuple):
    """A piece of evidence: its group, the index of the block it stands in (-1: none), its words."""

    group: str
    block: int
    words: str


def evidence_of(document: Document, before: Memory[list[str]] | None = None) -> Evidence:
    """The evidence of a text, split into words once; ``before`` holds those of blocks that were
    split before, which nobody changes.
    """
    page = document.page_title
    before = Memory[list[str]](0) if before is None else before
    known: dict[str, str] = {}  # equal words are one text

    def split(text: str) -> list[str]:
        words = words_of(text)
        for at in range(0, len(words), KNOWN):
            if len(known) > KNOWN:
                known.clear()
            words[at : at + KNOWN] = [known.setdefault(w, w) for w in words[at : at + KNOWN]]
        return words

    return Evidence(
        document.blocks,
        tuple(before.given(block.text, split, block.text) for block in document.blocks),
        document.front_matter,
        document.source.path,
        page.text if page is not None else "",
        document.source.text,
        document.own,
        bool(document.postings),
    )


def part_of(evidence: Evidence, indices: Iterable[int]) -> Evidence:
    """Some blocks of a text as a text of their own, without its keys and titles."""
    chosen = tuple(indices)
    return Evidence(
        tuple(evidence.blocks[at] for at in chosen),
        tuple(evidence.words[at] for at in chosen),
        path=evidence.path,
    )
