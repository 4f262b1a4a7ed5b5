"""The lists of a text with the line that announces each, and what a vacancy offers in them.

A line is told by the pattern of its language for what it announces: its heading, or the last words
of the paragraph before it. Linear in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import regex

from vaclint.languages.resources import Resources
from vaclint.model.blocks import Block
from vaclint.model.document import Document
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import joined, lazy

ANNOUNCED = 80
"""So many characters before a list are asked what it holds."""


class Listed(NamedTuple):
    """List items that follow each other, and the block before them, if there is one."""

    ahead: Block | None
    items: tuple[Block, ...]

    def is_announced(self, pattern: regex.Pattern[str] | None) -> bool:
        """Whether the line before it says so."""
        ahead = self.ahead
        return bool(pattern and ahead and pattern.search(ahead.text[-ANNOUNCED:]))

    def by_level(self) -> Iterable[list[Block]]:
        """The items that are nested equally deep, together."""
        levels: dict[int, list[Block]] = defaultdict(list)
        for item in self.items:
            levels[item.level].append(item)
        return levels.values()


class Offers(NamedTuple):
    """How much is offered in lists, and how much of that can be held to: it names a number, or a
    thing that one gets or does not.
    """

    listed: int
    concrete: int


def lists_of(document: Document) -> Iterator[Listed]:
    """The lists of a text, in order."""
    ahead: Block | None = None
    items: list[Block] = []
    for block in document.blocks:
        if block.kind == "item" and not block.front_matter:
            items.append(block)
            continue
        if items:
            yield Listed(ahead, tuple(items))
            items = []
        ahead = block
    if items:
        yield Listed(ahead, tuple(items))


def once_each(lists: Iterator[Listed]) -> Iterator[Listed]:
    """The same without copies: a list that stands there a second time is no more demands."""
    seen: set[tuple[str, ...]] = set()
    for listed in lists:
        texts = tuple(item.text for item in listed.items)
        if texts not in seen:
            seen.add(texts)
            yield listed


def offers_in(document: Document, resources: Resources) -> Offers | None:
    """What the lists of a text offer; None where none is announced as such."""
    total = concrete = 0
    for listed in once_each(lists_of(document)):
        language = resources.languages.get(document.language_of(listed.items[0]))
        section = language.section("offers") if language else {}
        if listed.is_announced(_pattern(section, "heading")):
            held = _pattern(section, "concrete")
            total += len(listed.items)
            concrete += sum(1 for item in listed.items if held and held.search(item.text))
    return Offers(total, concrete) if total else None


def _pattern(section: Mapping[str, Any], name: str) -> regex.Pattern[str] | None:
    return lazy(joined(section[name]), regex.IGNORECASE) if name in section else None
