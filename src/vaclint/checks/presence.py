"""What a vacancy should state and does not, or only vaguely. The facts have been read; this only looks at them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vaclint.checks import Context
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Span
from vaclint.facts.details import PHONE
from vaclint.facts.wording import plain
from vaclint.text.patterns import compiled, lazy
from vaclint.rulebook.rules import Rule

USUAL_WEEK = 36.0
"""The working week in an example where the vacancy does not say its own."""


def check_presence(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield at most one diagnostic per rule: on the vague words, or on the title when there are none."""
    facts = context.facts
    if context.document.problems:
        return  # a front matter that cannot be read may hold the fact
    for rule in rules:
        if "said" in rule.data:
            if not _is_said(context, rule):
                yield context.found(rule, context.document.headline)
            continue
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


def _is_said(context: Context, rule: Rule) -> bool:
    """Whether a text says what a rule asks for, in a key, a label or by its words anywhere; one too short to tell counts as saying it."""
    document = context.document
    if len(document.words) < rule.options["min-words"]:
        return True
    fact = rule.data["fact"]
    names = document.fields[fact if fact != "place" else "location"]
    if any(entry.value.strip() and not names.isdisjoint(entry.key.lower().split(".")) for entry in document.front_matter):
        return True
    if any(block.label.lower().strip("*: ") in names for block in document.blocks if block.label):
        return True
    if any(word in document.haystack for word in rule.data["often"][document.language]):
        return True
    text = document.source.text  # all of it: on a page a button counts
    if fact == "application" and (ADDRESS.search(text) or PHONE.search(text)):
        return True
    flags = 0 if fact == "place" else regex.IGNORECASE
    return compiled(rule.data["said"][document.language], flags).search(text) is not None


ADDRESS = lazy(r"\S@\S|https?://|www\.|\]\(|\bhref\b|\b[\w-]+\.(?:nl|be|com|eu|org)\b")
"""An e-mail or web address, or a link."""


def _example(context: Context, rule: Rule, vague: Span | None) -> str:
    """What to write, in the vacancy's own terms: the first suggestion of the rule that fits the vague words."""
    text = " ".join(context.document.source.text[vague.start : vague.end].split()) if vague else ""
    hours = context.facts.hours
    week = (hours.max or hours.min if hours else None) or USUAL_WEEK
    for suggestion in rule.data.get("suggest", ()):
        if "when" not in suggestion or (text and regex.search(suggestion["when"], text, regex.IGNORECASE)):
            return str(suggestion[context.message_language]).format(text=text, hours=plain(week, context.message_language))
    return ""
