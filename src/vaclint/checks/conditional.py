"""What must be introduced somewhere in the text before it may be used: an abbreviation by its
definition. Linear in the text for patterns that are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vaclint.checks.context import Context
from vaclint.checks.limited import flags_of, limited, said_matches
from vaclint.checks.prepared import patterns_of
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, SWITCH, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule

FIRST, SECOND = "first", "second"


def check_conditional(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text that ``first`` finds and the group of ``second`` introduces
    nowhere, once for each such text. Raises VaclintError for a user's pattern that exceeds the time
    limit.
    """
    for rule in rules:
        with limited(context, rule):
            yield from _found(context, rule)


def _found(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    known = {*rule.data.get("exceptions", ())}
    known.update(text for _, text in _all(context, rule, SECOND))
    for span, text in _all(context, rule, FIRST):
        if text not in known:
            known.add(text)
            yield context.found(rule, span, text=text)


def _all(context: Context, rule: Rule, name: str) -> Iterator[tuple[Span, str]]:
    """The places and texts that one of the patterns finds: its first group, or all of it."""
    for block in context.blocks(rule):
        for match in said_matches(context, rule, name, block):
            group = 1 if match.re.groups else 0
            if match[group]:
                yield block.span(*match.span(group)), str(match[group])


def prepare_conditional(rule: Rule, preparation: Preparation) -> Any:
    """The patterns by language. Raises VaclintError for one that is none."""
    return patterns_of(rule, preparation, FIRST, SECOND, flags=flags_of(rule))


KIND = Kind(
    "conditional",
    check_conditional,
    {
        FIRST: Key((*TEXT, *TABLE), required=True, by_language=True),
        SECOND: Key((*TEXT, *TABLE), required=True, by_language=True),
        "exceptions": Key(LIST),
        "case": Key(SWITCH),
    },
    prepare_conditional,
)
