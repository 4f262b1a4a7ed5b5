"""What a vacancy should state and does not, or only vaguely. The facts have been read; this only looks at them."""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.checks import Context
from vaclint.diagnostics import Diagnostic
from vaclint.rules import Rule


def check_presence(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield at most one diagnostic per rule: on the vague words, or on the title when there are none."""
    facts = context.facts
    if context.document.problems:
        return  # a front matter that cannot be read may hold the fact
    for rule in rules:
        stated, vague = {
            "salary": (facts.salary, facts.vague_salary),
            "hours": (facts.hours, facts.vague_hours),
        }[rule.data["fact"]]
        if stated is not None:
            continue
        if rule.data["state"] == "vague" and vague is not None:
            yield context.found(rule, vague)
        elif rule.data["state"] == "missing" and vague is None:
            yield context.found(rule, context.document.headline)
