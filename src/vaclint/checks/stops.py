"""A full stop that is missing, or stands alone, where the texts beside it agree.

Items of a list may end in a full stop or not, but all in one way; a paragraph of several sentences
ends in one. What differs is told where nearly all others agree: an item without among items with a
stop, the only item or heading with one, a paragraph whose last sentence has none. A list that is
one long sentence (its items end in semicolons or commas), and an item that ends in a sign, an
address or something else that is no prose, say nothing. Linear in the text.

https://www.gov.uk/guidance/style-guide/a-to-z#bullet-points-steps
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from vaclint.checks.context import Context
from vaclint.checks.prepared import need_messages
from vaclint.facts.lists import lists_of, once_each
from vaclint.model.blocks import PLACEHOLDER, Block
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

MOST_AGREE = 3
"""So many times as many, and so many at least, must agree."""
ONE_ALONE = 4
"""Among so many items without a stop the only one with a stop is told."""
WORDS = 4
"""A shorter item, and a shorter last sentence, is a name or a heading."""
STOPPED, OPEN, JOINED, OTHER = "stopped", "open", "joined", "other"
"""How a text ends: in a stop, in a word, in a sign that joins it to the next one, or otherwise."""
STRAY = "stray"
"""The message for a stop that stands alone."""

_CLOSING = " \"'’”»*_)]"
_INNER = lazy(r"\p{Ll}[)”’]?[.!?][)”’]? +\p{Lu}")
"""The border of two sentences."""
_CALL = lazy(r"\S\([^()]*\)+$")
"""What looks like a call in code, and no aside: ``@section('jobs')``."""
_LAST = lazy(r"(?<!\S)\S+$")
_WORD_AT_END = lazy(r"(?<![@.:/\p{L}\d])(?:\p{Ll}++(?:[-’']\p{Ll}++){0,8}|\d{1,2})$")
"""A word in small letters, or the end of one of very many parts, or a small number: no name,
address, amount or sign.
"""


def _ending(text: str) -> str:
    """How a text ends."""
    bare = text.rstrip(_CLOSING)
    if not bare or PLACEHOLDER in bare[-1:] or _CALL.search(text):
        return OTHER
    if bare[-1] in ".!?…":
        return STOPPED
    if bare[-1] in ";,:-–—":
        return JOINED
    return OPEN if _WORD_AT_END.search(bare) else OTHER


def _size(text: str) -> int:
    """The number of words."""
    return text.count(" ") + 1


def _items(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Items that end otherwise than the other items of their list, at their level."""
    for listed in once_each(lists_of(context.document)):
        for items in listed.by_level():
            yield from _uneven(context, rule, items)


def _uneven(context: Context, rule: Rule, items: Sequence[Block]) -> Iterator[Diagnostic]:
    endings = [_ending(item.text) for item in items]
    if JOINED in endings:
        return
    stopped = [item for item, end in zip(items, endings, strict=True) if end == STOPPED]
    others = [item for item, end in zip(items, endings, strict=True) if end == OPEN]
    without = [item for item in others if _size(item.text) >= WORDS]
    if len(stopped) >= MOST_AGREE * max(1, len(others)):
        yield from (_found(context, rule, item) for item in without)
    elif len(stopped) == 1 and len(others) >= ONE_ALONE and stopped[0] is not items[-1]:
        yield from _alone(context, rule, stopped[0])


def _alone(context: Context, rule: Rule, block: Block) -> Iterator[Diagnostic]:
    """A finding at the stop of a block, where it is the only one in it and ends a word."""
    text = block.text.rstrip()
    if text.endswith(".") and "." not in text[:-1] and _ends_in_word(text[:-1]):
        span = block.span(len(text) - 1, len(text))
        yield context.found(rule, span, message=STRAY, text=text[-1])


def _headings(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """The only heading with a full stop."""
    headings = [block for block in context.document.blocks if block.kind == "heading"]
    stopped = [block for block in headings if _ending(block.text) == STOPPED]
    if len(stopped) == 1 and len(headings) > ONE_ALONE:
        yield from _alone(context, rule, stopped[0])


def _ends_in_word(text: str) -> bool:
    """Whether a text ends in a word that is no abbreviation: of one or two letters, or ``etc``."""
    last = _LAST.search(text)
    return last is not None and len(last[0]) >= WORDS and last[0].islower()


def _found(context: Context, rule: Rule, block: Block) -> Diagnostic:
    """A finding at the last word of a block."""
    end = len(block.text.rstrip())
    last = _LAST.search(block.text[:end])
    start = last.start() if last else 0
    return context.found(rule, block.span(start, end), text=block.text[start:end])


def _paragraphs(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Paragraphs of several sentences of which the last has no stop, where the other paragraphs
    have one.
    """
    blocks = context.document.blocks
    prose = [
        (block, after)
        for block, after in zip_longest(blocks, blocks[1:])
        if block.kind == "paragraph" and not (block.front_matter or block.is_fact or block.image)
    ]
    endings = [_ending(block.text) for block, _ in prose]
    without = [
        block
        for (block, after), ending in zip(prose, endings, strict=True)
        if ending == OPEN and _is_unended(block, after)
    ]
    stopped = endings.count(STOPPED)
    if without and stopped >= MOST_AGREE * len(without):
        yield from (_found(context, rule, block) for block in without)


def _is_unended(block: Block, after: Block | None) -> bool:
    """Whether a paragraph without a stop is of several sentences, and no list or rest follows."""
    if after is not None and (after.kind == "item" or not after.text[:1].isupper()):
        return False
    borders = [match.end() for match in _INNER.finditer(block.text)]
    return bool(borders) and _size(block.text[borders[-1] :]) >= WORDS


def check_stops(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stop that is missing or stands alone."""
    for rule in rules:
        yield from _items(context, rule)
        yield from _headings(context, rule)
        yield from _paragraphs(context, rule)


def prepare_stops(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """Nothing; raises VaclintError for a rule without its messages."""
    need_messages(rule, preparation, {"": (STRAY,)})
    return {}


KIND = Kind("stops", check_stops, prepare=prepare_stops)
