"""Regular expressions over each block of prose. A user's own pattern runs under a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from vaclint.checks import Context, speaks
from vaclint.checks.terms import stands_where
from vaclint.model.diagnostics import Diagnostic, Fix
from vaclint.model.document import Block, Span, sentences
from vaclint.model.errors import VaclintError
from vaclint.text.patterns import compiled
from vaclint.rulebook.rules import Rule


@cache
def _compiled(pattern: str, case: bool, own: bool) -> regex.Pattern[str]:
    make = regex.compile if own else compiled
    return make(pattern, 0 if case else regex.IGNORECASE)


def check_pattern(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each match. Raises VaclintError when a user's pattern exceeds the time limit."""
    document = context.document
    for rule in rules:
        patterns = rule.data["pattern"]
        try:
            for block in document.blocks_with(rule.data["needs"]) if "needs" in rule.data else document.blocks:
                language = document.language_of(block)
                source = patterns if isinstance(patterns, str) else patterns.get(language)
                if source is None or not speaks(rule, language):
                    continue
                matcher = _compiled(source, rule.data.get("case", False), rule.own)
                for match in matcher.finditer(block.text, timeout=context.time_limit if rule.own else None):
                    if match.start() == match.end() or _is_excepted(rule, language, block, match):
                        continue
                    if stands_where(document, rule, block.start + match.start(), block.start + match.end()):
                        yield _report(context, rule, match, block.span(*match.span()))
        except TimeoutError:
            raise VaclintError(
                "rule",
                rule.origin,
                f"{rule.origin}: the pattern of {rule.code} took more than {context.time_limit:g} s on {document.source.path}; "
                "make it simpler (nested '+' or '*' is the usual cause)",
            ) from None


def _is_excepted(rule: Rule, language: str, block: Block, match: regex.Match[str]) -> bool:
    """Whether the sentence of a match holds what ``unless`` excepts, or its group ``cued`` lacks the words of ``after`` before it."""
    unless, after = (_of_language(rule.data.get(key, ""), language) for key in ("unless", "after"))
    if not unless and not after:
        return False
    start, end = next(((first, last) for first, last in sentences(block.text) if first <= match.start() < last), (0, len(block.text)))
    if after and match.groupdict().get("cued") and not _compiled(after, False, rule.own).search(block.text, start, match.start()):
        return True
    return bool(unless) and _compiled(unless, False, rule.own).search(block.text, start, end) is not None


def _of_language(value: str | dict[str, str], language: str) -> str:
    return value if isinstance(value, str) else value.get(language, "")


def _report(context: Context, rule: Rule, match: regex.Match[str], span: Span) -> Diagnostic:
    replacement = ""
    fixes: tuple[Fix, ...] = ()
    if template := rule.data.get("replacement"):
        replacement = match.expand(template)
        if match[0].isupper():
            replacement = replacement.upper()
        applicability = rule.data.get("fix", "unsafe")
        if applicability != "none":
            fixes = context.replacing(span, match[0], replacement, applicability)
    return context.found(rule, span, replacement=replacement, fixes=fixes, text=match[0])
