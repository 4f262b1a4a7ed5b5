"""A word that stands twice in a row by mistake: ``de de``. Words that may (``dat dat``, ``je je``)
are data.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vaclint.checks.context import Context
from vaclint.checks.prepared import all_said
from vaclint.model.diagnostics import Diagnostic, Edit, Fix
from vaclint.rulebook.kind import LIST, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

_DOUBLED = lazy(
    r"(?<![\p{L}\p{N}’'\-.])"
    r"(?P<word>\p{L}[\p{L}’']*) (?P<again>(?P=word))"
    r"(?![\p{L}\p{N}’'-]|\.\p{L})"
)


def check_doubled(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each doubled word within a block. Linear in the text."""
    for rule in rules:
        for start in _suspects(context, rule.prepared["allowed"]):
            yield from _doubled_at(context, rule, start)


def _suspects(context: Context, allowed: frozenset[str]) -> list[int]:
    """Where a word of the text is followed by itself."""
    words = context.document.words
    return [
        first.start
        for first, second in pairwise(words)
        if first.text == second.text and second.start == first.end + 1 and first.text not in allowed
    ]


def _doubled_at(context: Context, rule: Rule, start: int) -> Iterator[Diagnostic]:
    document = context.document
    block = document.block_at(start)
    haystack = document.haystack[block.start : block.start + len(block.text)]
    match = _DOUBLED.match(haystack, start - block.start)
    if match is None:
        return
    first = block.text[match.start("word") : match.end("word")]
    again = block.text[match.start("again") : match.end()]
    if again[0].isupper():
        return  # 'New New' and 'Dirk Dirk' are names
    span = block.span(*match.span())
    fixes: tuple[Fix, ...] = ()
    if document.source.text[span.start : span.end].split() == [first, again]:
        removed = Edit(block.span(*match.span("word")).end, span.end, "")
        fixes = context.fix("remove", "safe", removed)
    yield context.found(rule, span, fixes=fixes, word=again)


def prepare_doubled(rule: Rule, preparation: Preparation) -> dict[str, frozenset[str]]:
    """The words that may stand twice, in any language."""
    return {"allowed": frozenset(all_said(rule, "allowed"))}


KIND = Kind(
    "doubled",
    check_doubled,
    {"allowed": Key(LIST, by_language=True)},
    prepare_doubled,
    values=frozenset({"word"}),
)
