"""Two spellings of one thing in one text. Linear in the text for each pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.limited import flags_of, limited, matches_in
from vaclint.checks.prepared import pattern_of
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import SWITCH, TABLE, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule

_ALONE = r"(?<![\p{{L}}\p{{N}}])(?:{})(?![\p{{L}}\p{{N}}])"


def check_spellings(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pair of which a text has both: on the first of the rarer, or else
    of the later one. Raises VaclintError for a user's pattern that exceeds the time limit.
    """
    for rule in rules:
        with limited(context, rule):
            for one, other in rule.prepared:
                yield from _mixed(context, rule, one, other)


def _mixed(context: Context, rule: Rule, one: str, other: str) -> Iterator[Diagnostic]:
    first, second = _places(context, rule, one), _places(context, rule, other)
    if not first or not second:
        return
    rare, usual = sorted((first, second), key=lambda places: (len(places), -places[0][0].start))
    (span, text), *others = rare
    better = usual[0][1]
    yield context.found(
        rule,
        span,
        replacement=better,
        text=text,
        related=context.also(place for place, _ in others),
        fixes=context.replacing(span, text, better),
        count=len(usual),
    )


def _places(context: Context, rule: Rule, pattern: str) -> list[tuple[Span, str]]:
    return [
        (block.span(*match.span()), match[0])
        for block in context.blocks(rule)
        for match in matches_in(context, rule, pattern, block)
    ]


def prepare_spellings(rule: Rule, preparation: Preparation) -> Any:
    """Pairs of patterns; what is no pattern is taken as it stands. Raises VaclintError for a pair
    that is none.
    """
    either: Mapping[str, Any] = rule.data["either"]
    pairs = []
    for one, other in either.items():
        if not isinstance(other, str) or not one or not other:
            raise preparation.error("", "either", f"'{one}' needs its other spelling, a text")
        pairs.append([_pattern(rule, preparation, given) for given in (one, other)])
    return pairs


def _pattern(rule: Rule, preparation: Preparation, given: str) -> str:
    source = given if rule.data.get("patterns") else regex.escape(given, literal_spaces=True)
    return pattern_of(preparation, "", "either", _ALONE.format(source), flags_of(rule))


KIND = Kind(
    "spellings",
    check_spellings,
    {
        "either": Key(TABLE, required=True),
        "patterns": Key(SWITCH),
        "case": Key(SWITCH),
    },
    prepare_spellings,
    values=frozenset({"count"}),
    implied_by="either",
)
