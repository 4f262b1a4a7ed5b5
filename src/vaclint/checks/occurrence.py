"""How often a pattern may or must stand in a text, a block, a sentence, a heading or the title.
Linear in the text for a pattern that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vaclint.checks.context import Context
from vaclint.checks.limited import flags_of, limited, said_matches
from vaclint.checks.parts import PARTS, TEXT, Part, parts_of
from vaclint.checks.prepared import need_one_option, patterns_of
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import SWITCH, TABLE, Key, Kind, Preparation
from vaclint.rulebook.kind import TEXT as STRING
from vaclint.rulebook.rule import Rule

MOST, LEAST = "most", "least"


def check_occurrence(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each part with too many or too few matches: on the first too many, or
    on the part. Raises VaclintError for a user's pattern that exceeds the time limit.
    """
    for rule in rules:
        with limited(context, rule):
            yield from _found(context, rule)


def _found(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    most, least = rule.options.get(MOST), rule.options.get(LEAST, 0)
    for part in parts_of(context, rule, rule.data.get("per", TEXT)):
        spans = list(_spans(context, rule, part))
        values = {"count": len(spans), MOST: most, LEAST: least}
        if most is not None and len(spans) > most:
            others = [*spans[:most], *spans[most + 1 :]]
            yield context.found(rule, spans[most], related=context.also(others), **values)
        elif len(spans) < least:
            yield context.found(rule, part.span, **values)


def _spans(context: Context, rule: Rule, part: Part) -> Iterator[Span]:
    for block, start, end in part.pieces:
        for match in said_matches(context, rule, "pattern", block, start, end):
            yield block.span(*match.span())


def prepare_occurrence(rule: Rule, preparation: Preparation) -> Any:
    """The pattern by language. Raises VaclintError for one that is none, or without a limit."""
    need_one_option(rule, preparation, (MOST, LEAST))
    return patterns_of(rule, preparation, "pattern", flags=flags_of(rule))


KIND = Kind(
    "occurrence",
    check_occurrence,
    {
        "pattern": Key((*STRING, *TABLE), required=True, by_language=True),
        "per": Key(STRING, PARTS),
        "case": Key(SWITCH),
    },
    prepare_occurrence,
    values=frozenset({"count", MOST, LEAST}),
)
