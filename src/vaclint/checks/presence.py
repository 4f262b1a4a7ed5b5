"""What a vacancy should state and does not, or only vaguely. The facts have been read; this only looks at them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vaclint.checks import Context
from vaclint.diagnostics import Diagnostic
from vaclint.document import Span
from vaclint.facts.wording import plain
from vaclint.rules import Rule

USUAL_WEEK = 36.0
"""The working week in an example where the vacancy does not say its own."""


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
            yield context.found(rule, vague, example=_example(context, rule, vague))
        elif rule.data["state"] == "missing" and vague is None:
            yield context.found(rule, context.document.headline, example=_example(context, rule, None))


def _example(context: Context, rule: Rule, vague: Span | None) -> str:
    """What to write, in the vacancy's own terms: the first suggestion of the rule that fits the vague words."""
    text = " ".join(context.document.source.text[vague.start : vague.end].split()) if vague else ""
    hours = context.facts.hours
    week = (hours.max or hours.min if hours else None) or USUAL_WEEK
    for suggestion in rule.data.get("suggest", ()):
        if "when" not in suggestion or (text and regex.search(suggestion["when"], text, regex.IGNORECASE)):
            return str(suggestion[context.message_language]).format(text=text, hours=plain(week, context.message_language))
    return ""
