"""Directives that are none, and those that suppress nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from vaclint.checks.context import Context
from vaclint.engine.suppress import Suppression, Suppressions
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.rule import Rule


def useless(
    context: Context, rules: list[Rule], found: Suppressions, unused: Sequence[Suppression]
) -> list[Diagnostic]:
    """The directives that are none, and the codes that suppressed nothing: ``unused`` are those
    whose rules all looked at the text.
    """
    told: list[Diagnostic] = []
    for rule in (rule for rule in rules if rule.kind == "suppression"):
        told += _wrong(context, rule, found)
        told += _unused(context, rule, unused)
    return told


def _wrong(context: Context, rule: Rule, found: Suppressions) -> Iterator[Diagnostic]:
    for each in found.problems:
        codes = ", ".join(each.wrong)
        yield context.found(rule, each.stands, message=each.problem, codes=codes, right=each.right)


def _unused(context: Context, rule: Rule, unused: Sequence[Suppression]) -> Iterator[Diagnostic]:
    by_place: dict[Span, list[str]] = defaultdict(list)
    for each in unused:
        by_place[each.stands] += each.codes
    for stands, codes in by_place.items():
        message = "codes" if codes else ""
        yield context.found(rule, stands, message=message, codes=", ".join(codes))
