"""A word that stands twice in a row by mistake: ``de de``. Words that may (``dat dat``, ``je je``) are data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vaclint.checks import REMOVE_MESSAGE, Context, word_list
from vaclint.model.diagnostics import Diagnostic, Edit, Fix
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

_DOUBLED = lazy(r"(?<![\p{L}\p{N}’'\-.])(?P<word>\p{L}[\p{L}’']*) (?P<again>(?P=word))(?![\p{L}\p{N}’'-]|\.\p{L})")


def check_doubled(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each doubled word within a block. Linear in the text."""
    document = context.document
    for rule in rules:
        allowed = word_list(Path(rule.origin).parent / rule.data["allowed"])
        suspects = [
            first.start
            for first, second in zip(document.words, document.words[1:], strict=False)
            if first.text == second.text and second.start == first.end + 1 and first.text not in allowed
        ]
        for start in suspects:
            block = document.block_at(start)
            haystack = document.haystack[block.start : block.start + len(block.text)]
            if match := _DOUBLED.match(haystack, start - block.start):
                first, again = block.text[match.start("word") : match.end("word")], block.text[match.start("again") : match.end()]
                if again[0].isupper():
                    continue  # 'New New' and 'Dirk Dirk' are names
                span = block.span(*match.span())
                removed = Edit(block.span(*match.span("word")).end, span.end, "")
                fixes: tuple[Fix, ...] = ()
                if " " not in again and document.source.text[span.start : span.end].split() == [first, again]:
                    fixes = (Fix("safe", REMOVE_MESSAGE[context.message_language], (removed,)),)
                yield context.found(rule, span, fixes=fixes, word=again)
