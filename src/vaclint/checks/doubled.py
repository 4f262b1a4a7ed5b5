"""A word that stands twice in a row by mistake: ``de de``. Words that may (``dat dat``, ``je je``) are data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import regex

from vaclint.checks import REMOVE_MESSAGE, Context
from vaclint.diagnostics import Diagnostic, Edit, Fix
from vaclint.rules import Rule

_DOUBLED = regex.compile(r"(?<![\p{L}\p{N}’'\-.])(?P<word>\p{L}[\p{L}’']*) (?P<again>(?P=word))(?![\p{L}\p{N}’'-]|\.\p{L})")


@cache
def _allowed(path: Path) -> frozenset[str]:
    lines = path.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def check_doubled(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each doubled word within a block. Linear in the text."""
    document = context.document
    for rule in rules:
        allowed = _allowed(Path(rule.origin).parent / rule.data["allowed"])
        for block in document.blocks:
            haystack = document.haystack[block.start : block.start + len(block.text)]
            for match in _DOUBLED.finditer(haystack):
                first, again = block.text[match.start("word") : match.end("word")], block.text[match.start("again") : match.end()]
                if match["word"] in allowed or (again[0].isupper() and not (first[0].isupper() and match.start() == 0)):
                    continue  # 'New New' and 'Dirk Dirk' are names
                span = block.span(*match.span())
                removed = Edit(block.span(*match.span("word")).end, span.end, "")
                fixes: tuple[Fix, ...] = ()
                if " " not in again and document.source.text[span.start : span.end].split() == [first, again]:
                    fixes = (Fix("safe", REMOVE_MESSAGE[context.message_language], (removed,)),)
                yield context.found(rule, span, fixes=fixes, word=again)
