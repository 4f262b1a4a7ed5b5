"""Abbreviations that a text never explains and that readers need not know.

An abbreviation is three to five capitals, a plural or a hyphen behind them apart. It is explained by brackets (``Root Cause Analysis
(RCA)``, ``RCA (Root Cause Analysis)``), by ``afgekort``, or by words that begin with its letters; it is a name where somebody works for
it or where it does something (``bij BMC``, ``BMC zoekt``), in the title, and in a row of capitals.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import regex

from vaclint.checks import Context, speaks, word_list
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Block, Document
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

_ABBREVIATION = lazy(r"(?<![\p{L}\p{N}.@/&_+-])(?P<short>\p{Lu}{3,5})(?=(?:[’']s|en)?(?:-\p{Ll}|[^\p{L}\p{N}@/&_+-]|$))(?!\.\p{L})")
_BEFORE = lazy(
    r"(?:\b(?:bij|voor|namens|van|met|naar|door|aan|binnen|at|for|with|from|join|gemeente|stichting|werkgever|groep)\s|"
    r"\b(?:afgekort|kortweg|ook wel|oftewel|known as|in short)[^.]{0,20}\s|\(|=\s?)$",
    regex.IGNORECASE,
)
"""What makes it a name, or explains it, right before it."""
_AFTER = lazy(
    r"\s?\(|\s?=|\s(?:staat|stands|betekent|means|is|zoekt|biedt|heeft|wil|werkt|groeit|ondersteunt|gaat|zorgt|maakt|levert|helpt|geeft|doet)\b|"
    r"\s(?:has|offers|works|makes|helps|wants|\p{Lu}\p{Ll}+|BV|NV|B\.V\.|N\.V\.)"
)
"""The same right behind it."""
_SMALL = frozenset("en van de het voor of op in aan and the of for to".split())  # noqa: SIM905


def check_abbreviations(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for the first place of each abbreviation that is not known, explained or a name. Linear in the text."""
    document = context.document
    for rule in rules:
        known = word_list(Path(rule.origin).parent / rule.data["known"]) | context.fine
        title = document.title.text if document.title else ""
        seen: set[str] = set()
        for block in document.blocks:
            if block.front_matter or block.kind not in ("paragraph", "item") or not speaks(rule, document.language_of(block)):
                continue
            for match in _ABBREVIATION.finditer(block.text):
                short = match["short"]
                if short in seen:
                    continue
                seen.add(short)
                if short.lower() in known or short in title or _shouts(block, match.start(), match.end()) or _is_clear(document, short):
                    continue
                if _PRODUCT.search(block.text, max(0, match.start() - NAME_MOST), match.start()):
                    continue
                yield context.found(rule, block.span(match.start(), match.end()), text=short)


NAME_MOST = 40
_PRODUCT = lazy(r"(?<=[\p{Ll},] )(?:\p{Lu}\p{L}+ )+$")
"""A name inside a sentence that the abbreviation is part of (``Decos JOIN``)."""


def _shouts(block: Block, start: int, end: int) -> bool:
    """Whether the word beside it is in capitals too, so that this is a heading or a shout."""
    before, after = block.text[:start].split()[-1:], block.text[end:].split()[:1]
    return any(len(word.strip(",.;:()")) > 3 and word.strip(",.;:()").isupper() and word.isalpha() for word in before + after)


def _is_clear(document: Document, short: str) -> bool:
    """Whether the text explains an abbreviation, or uses it as the name of somebody."""
    text = document.text
    at = text.find(short)
    while at >= 0:
        end = at + len(short)
        alone = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum() and text[end : end + 1] != "-"
        if alone and (_BEFORE.search(text, max(0, at - 40), at) or _AFTER.match(text, end)):
            return True
        at = text.find(short, end)
    initials = (
        "".join(word[0] for word in words) + "." + "".join(word[0] for word in words if word not in _SMALL)
        for words in document.words_by_block.values()
    )
    return any(short.lower() in letters for letters in initials)
