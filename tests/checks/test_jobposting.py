"""JobPostings: what each value is held against, and where a finding stands."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from support import findings, resources
from vaclint.checks.jobposting import date_of

WHOLE: dict[str, Any] = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Kok",
    "description": "Je kookt.",
    "datePosted": "2026-12-01",
    "hiringOrganization": {"@type": "Organization", "name": "De Linde"},
    "jobLocation": {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressCountry": "NL"},
    },
}


def _found(code: str, changed: dict[str, Any], language: str = "nl") -> list[str]:
    posting = {key: value for key, value in {**WHOLE, **changed}.items() if value is not None}
    text = json.dumps(posting, indent=2)
    found = findings(text, "a.json", code, kind="vacancy", language="nl", message_language=language)
    return [each.message for each in found]


def test_a_whole_posting_is_silent() -> None:
    assert _found("STR101", {}) == []
    assert _found("STR102", {}) == []


@pytest.mark.parametrize("name", ["title", "description", "datePosted", "jobLocation"])
def test_what_is_required_must_be_there(name: str) -> None:
    (message,) = _found("STR101", {name: None})
    assert f"‘{name}’" in message
    if name != "jobLocation":
        assert _found("STR101", {name: " "}) == [message]


def test_of_what_is_missing_itself_the_parts_are_not_reported() -> None:
    assert len(_found("STR101", {"hiringOrganization": None})) == 1
    (message,) = _found("STR101", {"hiringOrganization": {"@type": "Organization"}})
    assert "‘hiringOrganization.name’" in message


def test_a_job_done_anywhere_says_from_which_country() -> None:
    remote = {"jobLocation": None, "jobLocationType": "TELECOMMUTE"}
    (message,) = _found("STR101", remote)
    assert "‘applicantLocationRequirements’" in message
    country = {"@type": "Country", "name": "NL"}
    assert _found("STR101", {**remote, "applicantLocationRequirements": country}) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"datePosted": "1 december"}, "een datum zoals 2026-12-31"),
        ({"validThrough": "2026-11-30"}, "een datum na 2026-12-01 (datePosted)"),
        ({"jobLocationType": "HOME"}, "TELECOMMUTE"),
        ({"baseSalary": "3100"}, "een MonetaryAmount met currency en value"),
        ({"description": "Kok"}, "meer dan de titel"),
    ],
)
def test_a_value_that_cannot_be_says_what_is_expected(
    changed: dict[str, Any], expected: str
) -> None:
    (message,) = _found("STR102", changed)
    assert expected in message


@pytest.mark.parametrize(
    ("value", "currency", "expected"),
    [
        ({"minValue": 3100, "maxValue": 2900}, "EUR", "an amount of at least 3100 (minValue)"),
        ({"value": "3.100,50"}, "EUR", "a number such as 3100 or 3100.50"),
        ({"value": 3100}, "euro", "a currency code such as EUR"),
    ],
)
def test_a_salary_that_cannot_be(value: dict[str, Any], currency: str, expected: str) -> None:
    salary = {
        "@type": "MonetaryAmount",
        "currency": currency,
        "value": {"@type": "QuantitativeValue", "unitText": "MONTH", **value},
    }
    (message,) = _found("STR102", {"baseSalary": salary}, "en")
    assert expected in message


def test_a_finding_stands_on_the_value() -> None:
    text = json.dumps({**WHOLE, "datePosted": "gisteren"}, indent=2)
    (finding,) = findings(text, "a.json", "STR102", kind="vacancy", language="nl")
    assert finding.text.strip('"') == "gisteren"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("2026-12-31T17:00:00+01:00", date(2026, 12, 31)),
        ("2026-12-31 17:00Z", date(2026, 12, 31)),
        ("2026-02-30", None),
        ("31-12-2026", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert date_of(text) == day


def test_what_is_expected_is_said_in_every_language() -> None:
    names = [name for name in resources().languages["en"].messages if name.startswith("expected-")]
    assert len(names) == 10
    for language in resources().languages.values():
        assert all(language.messages[name] for name in names)
