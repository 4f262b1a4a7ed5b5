"""Patterns of a user's own rules run under a time limit; one that is too slow is named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import regex

from vaclint.checks.context import Context
from vaclint.model.blocks import Block
from vaclint.model.errors import VaclintError
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy


@contextmanager
def limited(context: Context, rule: Rule) -> Iterator[None]:
    """Raises VaclintError, naming the rule and its file, where a search in it took too long."""
    try:
        yield
    except TimeoutError:
        limit, path = context.time_limit, context.document.source.path
        message = (
            f"{rule.origin}: the pattern of {rule.code} took more than {limit:g} s on {path}; "
            "make it simpler (nested '+' or '*' is the usual cause)"
        )
        raise VaclintError("rule", rule.origin, message) from None


def flags_of(rule: Rule) -> int:
    """Capitals count where the rule has ``case``."""
    return 0 if rule.data.get("case", False) else regex.IGNORECASE


def matches_in(
    context: Context, rule: Rule, pattern: str, block: Block, start: int = 0, end: int | None = None
) -> Iterator[regex.Match[str]]:
    """The matches of a rule's pattern in a part of a block, without empty ones.

    Raises TimeoutError.
    """
    if rule.own:
        found = regex.compile(pattern, flags_of(rule)).finditer(
            block.text, start, end, timeout=context.time_limit
        )
    else:
        found = lazy(pattern, flags_of(rule)).finditer(block.text, start, end)
    yield from (match for match in found if match.end() > match.start())


def said_matches(
    context: Context, rule: Rule, name: str, block: Block, start: int = 0, end: int | None = None
) -> Iterator[regex.Match[str]]:
    """The matches of a pattern that a rule gives by language (``prepared.patterns_of``), or for
    all, in a part of a block in its language; none where it gives none. Raises TimeoutError.
    """
    language = context.document.language_of(block)
    given = rule.prepared.get(language) or rule.prepared.get("", {})
    if pattern := given.get(name):
        yield from matches_in(context, rule, pattern, block, start, end)
