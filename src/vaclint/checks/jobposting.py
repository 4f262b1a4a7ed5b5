"""What a JobPosting misses or gets wrong, after the list of properties that Google for Jobs
publishes.

https://developers.google.com/search/docs/appearance/structured-data/job-posting. Linear in the
properties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vaclint.checks.context import Context
from vaclint.facts.dates import iso_day
from vaclint.languages.language import Language
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Posting, Value
from vaclint.rulebook.kind import TEXT, Key, Kind
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

Wrong = tuple[str, Value, str]
"""A value that cannot be: its path, itself, and what is expected."""

_DATE = lazy(
    r"(?P<date>\d{4}-\d{2}-\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_NUMBER = lazy(r"\d+(?:\.\d+)?")
_CURRENCY = lazy(r"[A-Z]{3}")


def missing_properties(posting: Posting, data: Mapping[str, Any]) -> Iterator[tuple[str, Span]]:
    """Properties that must be there, with the place of what should hold them; ``data`` is that of
    ``posting.toml``.
    """
    for path in data["required"]:
        holder = path.rpartition(".")[0]
        held_by = posting.first(holder) if holder else None
        if holder and (held_by is None or held_by.type != "object"):
            continue
        if holder and _is_reference(posting, holder):
            continue
        value = posting.first(path)
        if value is not None and (value.type != "string" or value.text.strip()):
            continue
        if path == "jobLocation" and posting.first("jobLocationType") is not None:
            if (
                posting.first("applicantLocationRequirements") is None
            ):  # a job done anywhere says from which country
                yield "applicantLocationRequirements", posting.span
            continue
        yield path, held_by.key if held_by is not None else posting.span


def _is_reference(posting: Posting, holder: str) -> bool:
    """Whether an object only names another one, which may stand elsewhere: ``{"@id": "#shop"}``."""
    inside = [name for name in posting.properties if name.startswith(f"{holder}.")]
    return inside == [f"{holder}.@id"]


def wrong_values(posting: Posting, data: Mapping[str, Any], speaking: Language) -> Iterator[Wrong]:
    """Values that cannot be, with what is expected in words of a language; ``data`` is that of
    ``posting.toml``.
    """
    yield from _wrong_dates(posting, data["dates"], speaking)
    for path, choices in data["choices"].items():
        for value in posting.properties.get(path, ()):
            if value.type != "array" and value.text not in choices:
                yield path, value, ", ".join(choices)
    for path, expected in data["objects"].items():
        given = posting.first(path)
        is_plain = given is not None and given.type in ("string", "number")
        if given is not None and is_plain and given.text.lower() not in data["withheld"]:
            yield path, given, speaking.say(expected)
    yield from _wrong_salary(posting, speaking)
    description, title = posting.first("description"), posting.first("title")
    said = description.text.strip() if description is not None else ""
    if description is not None and title is not None and said and said == title.text.strip():
        yield "description", description, speaking.say("expected-description")


def date_of(text: str) -> date | None:
    """The day of an ISO 8601 date with or without a time; None when there is no such day."""
    match = _DATE.fullmatch(text)
    return iso_day(match["date"]) if match else None


def _wrong_dates(posting: Posting, names: list[str], speaking: Language) -> Iterator[Wrong]:
    days: dict[str, date | None] = {}
    for name in names:
        for value in posting.properties.get(name, ()):
            days[name] = date_of(value.text)
            if days[name] is None:
                yield name, value, speaking.say("expected-date")
    until, end, posted = (
        posting.first("validThrough"),
        days.get("validThrough"),
        days.get("datePosted"),
    )
    if until is not None and end is not None and posted is not None and end < posted:
        yield "validThrough", until, speaking.say("expected-date-after", posted)


def _wrong_salary(posting: Posting, speaking: Language) -> Iterator[Wrong]:
    salary = posting.first("baseSalary")
    if salary is not None and salary.type != "object":
        yield "baseSalary", salary, speaking.say("expected-salary")
    currency = posting.first("baseSalary.currency")
    if currency is not None and not _CURRENCY.fullmatch(currency.text):
        yield "baseSalary.currency", currency, speaking.say("expected-currency")
    sums: dict[str, float] = {}
    for name in ("minValue", "maxValue", "value"):
        path = f"baseSalary.value.{name}"
        value = posting.first(path)
        if value is None:
            continue
        if _NUMBER.fullmatch(value.text):
            sums[name] = float(value.text)
        else:
            yield path, value, speaking.say("expected-number")
    top = posting.first("baseSalary.value.maxValue")
    if (
        top is not None
        and "minValue" in sums
        and "maxValue" in sums
        and sums["maxValue"] < sums["minValue"]
    ):
        yield (
            "baseSalary.value.maxValue",
            top,
            speaking.say("expected-at-least", f"{sums['minValue']:g}"),
        )


def _missing(context: Context, rule: Rule, posting: Posting) -> Iterator[Diagnostic]:
    for name, span in missing_properties(posting, context.resources.data["posting"]):
        yield context.found(rule, span, property=name)


def _invalid(context: Context, rule: Rule, posting: Posting) -> Iterator[Diagnostic]:
    for name, value, expected in wrong_values(
        posting, context.resources.data["posting"], context.speaking
    ):
        yield context.found(rule, value.span, property=name, expected=expected)


_BY_STATE = {"missing": _missing, "invalid": _invalid}


def check_jobposting(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each property that is missing, or each value that cannot be."""
    for rule in rules:
        for posting in context.document.postings:
            yield from _BY_STATE[rule.data["state"]](context, rule, posting)


KIND = Kind(
    "jobposting",
    check_jobposting,
    {"state": Key(TEXT, tuple(_BY_STATE), required=True)},
    values=frozenset({"property", "expected"}),
)
