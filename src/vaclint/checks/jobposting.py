"""What a JobPosting misses or gets wrong, after the list of required properties that Google for Jobs publishes."""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.checks import Context
from vaclint.diagnostics import Diagnostic
from vaclint.patterns import lazy
from vaclint.rules import Rule
from vaclint.vocabulary import vocabulary

_DATE = lazy(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")


def check_jobposting(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each required property that is missing, or each value that cannot be."""
    data = vocabulary().jobposting
    for rule in rules:
        for posting in context.document.postings:
            if rule.data["state"] == "missing":
                for name in data["required"]:
                    value = posting.properties.get(name)
                    if value is None or (value.text == "" and context.document.source.text[value.span.start] == '"'):
                        if name == "jobLocation" and posting.properties.get("jobLocationType", value) is not None:
                            continue  # a job done anywhere has no place
                        yield context.found(rule, posting.span, property=name)
                continue
            for name, value in posting.properties.items():
                wrong = (name in data["dates"] and not _DATE.fullmatch(value.text)) or (
                    name == "employmentType" and value.text and value.text not in data["employment-types"]
                )
                if wrong:
                    expected = "2026-12-31" if name in data["dates"] else ", ".join(data["employment-types"])
                    yield context.found(rule, value.span, property=name, expected=expected)
