"""What a text must hold: always, or where it holds something else. Linear in the text for patterns
that are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vaclint.checks.context import Context
from vaclint.checks.limited import flags_of, limited, said_matches
from vaclint.checks.parts import PARTS, TEXT, parts_of
from vaclint.checks.prepared import patterns_of
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import SWITCH, TABLE, Key, Kind, Preparation
from vaclint.rulebook.kind import TEXT as STRING
from vaclint.rulebook.rule import Rule

PATTERN, WHEN = "pattern", "when"


def check_required(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each rule whose pattern is nowhere in the text: on what asks for it,
    or on the title. Raises VaclintError for a user's pattern that exceeds the time limit.
    """
    for rule in rules:
        with limited(context, rule):
            place = _place(context, rule)
            if place is None or _first(context, rule, PATTERN, rule.data.get("per", TEXT)):
                continue
            yield context.found(rule, place)


def _place(context: Context, rule: Rule) -> Span | None:
    """Where a finding would stand; None where the rule asks for nothing."""
    if any(WHEN in given for given in rule.prepared.values()):
        return _first(context, rule, WHEN, TEXT)
    enough = len(context.document.words) >= rule.options.get("min-words", 1)
    speaks = rule.speaks(context.document.language)
    return context.document.headline if enough and speaks else None


def _first(context: Context, rule: Rule, name: str, per: str) -> Span | None:
    """The first match of one of the rule's patterns in the parts it is looked for in."""
    for part in parts_of(context, rule, per):
        for block, start, end in part.pieces:
            for match in said_matches(context, rule, name, block, start, end):
                return block.span(*match.span())
    return None


def prepare_required(rule: Rule, preparation: Preparation) -> Any:
    """The patterns by language. Raises VaclintError for one that is none."""
    return patterns_of(rule, preparation, PATTERN, WHEN, flags=flags_of(rule))


KIND = Kind(
    "required",
    check_required,
    {
        PATTERN: Key((*STRING, *TABLE), required=True, by_language=True),
        WHEN: Key((*STRING, *TABLE), by_language=True),
        "per": Key(STRING, PARTS),
        "case": Key(SWITCH),
    },
    prepare_required,
)
