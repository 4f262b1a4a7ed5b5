"""What a JobPosting misses or gets wrong, after the list of required properties that Google for Jobs publishes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vaclint.checks import Context
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Posting, Span, Value
from vaclint.facts.dates import iso_day
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule
from vaclint.languages.vocabulary import vocabulary

_DATE = lazy(r"(?P<date>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_NUMBER = lazy(r"\d+(?:\.\d+)?")
_CURRENCY = lazy(r"[A-Z]{3}")


def check_jobposting(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each required property that is missing, or each value that cannot be. Linear in the properties."""
    for rule in rules:
        for posting in context.document.postings:
            if rule.data["state"] == "missing":
                for name, span in missing_properties(posting):
                    yield context.found(rule, span, property=name)
            else:
                for name, value, expected in wrong_values(posting):
                    yield context.found(rule, value.span, property=name, expected=expected[context.message_language])


def missing_properties(posting: Posting) -> Iterator[tuple[str, Span]]:
    """Properties that must be there, with the place of what should hold them."""
    for path in vocabulary().jobposting["required"]:
        holder = path.rpartition(".")[0]
        held_by = posting.first(holder) if holder else None
        if holder and (held_by is None or held_by.type != "object"):
            continue
        value = posting.first(path)
        if value is not None and (value.type != "string" or value.text.strip()):
            continue
        if path == "jobLocation" and posting.first("jobLocationType") is not None:
            if posting.first("applicantLocationRequirements") is None:  # a job done anywhere says from which country
                yield "applicantLocationRequirements", posting.span
            continue
        yield path, held_by.key if held_by is not None else posting.span


def date_of(text: str) -> date | None:
    """The day of an ISO 8601 date with or without a time; None when there is no such day."""
    match = _DATE.fullmatch(text)
    return iso_day(match["date"]) if match else None


def wrong_values(posting: Posting) -> Iterator[tuple[str, Value, dict[str, str]]]:
    """Values that cannot be: the path, the value, and what is expected by language."""
    data = vocabulary().jobposting
    days = {}
    for name in data["dates"]:
        for value in posting.properties.get(name, ()):
            days[name] = date_of(value.text)
            if days[name] is None:
                yield name, value, {"nl": "een datum zoals 2026-12-31", "en": "a date such as 2026-12-31"}
    until, posted = posting.first("validThrough"), days.get("datePosted")
    end = days.get("validThrough")
    if until is not None and end is not None and posted is not None and end < posted:
        yield "validThrough", until, {"nl": f"een datum na {posted} (datePosted)", "en": f"a date after {posted} (datePosted)"}
    for path, choices in data["choices"].items():
        for value in posting.properties.get(path, ()):
            if value.type != "array" and value.text not in choices:
                yield path, value, dict.fromkeys(("nl", "en"), ", ".join(choices))
    yield from _wrong_salary(posting)
    description, title = posting.first("description"), posting.first("title")
    if description is not None and title is not None and description.text.strip() and description.text.strip() == title.text.strip():
        yield "description", description, {"nl": "meer dan de titel", "en": "more than the title"}


def _wrong_salary(posting: Posting) -> Iterator[tuple[str, Value, dict[str, str]]]:
    salary = posting.first("baseSalary")
    if salary is not None and salary.type != "object":
        yield "baseSalary", salary, {"nl": "een MonetaryAmount met currency en value", "en": "a MonetaryAmount with currency and value"}
    currency = posting.first("baseSalary.currency")
    if currency is not None and not _CURRENCY.fullmatch(currency.text):
        yield "baseSalary.currency", currency, {"nl": "een valutacode zoals EUR", "en": "a currency code such as EUR"}
    sums = {}
    for name in ("minValue", "maxValue", "value"):
        path = f"baseSalary.value.{name}"
        value = posting.first(path)
        if value is not None and not _NUMBER.fullmatch(value.text):
            yield path, value, {"nl": "een getal zoals 3100 of 3100.50", "en": "a number such as 3100 or 3100.50"}
        elif value is not None:
            sums[name] = float(value.text)
    top = posting.first("baseSalary.value.maxValue")
    if top is not None and "minValue" in sums and "maxValue" in sums and sums["maxValue"] < sums["minValue"]:
        yield (
            "baseSalary.value.maxValue",
            top,
            {
                "nl": f"een bedrag van minstens {sums['minValue']:g} (minValue)",
                "en": f"an amount of at least {sums['minValue']:g} (minValue)",
            },
        )
