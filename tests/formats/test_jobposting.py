"""JobPosting JSON: facts, prose inside strings, exact places."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from support import engine, findings, report
from vaclint.model.source import Source


def posting(**properties: object) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Kok",
        "description": "Je kookt.",
        **properties,
    }


@pytest.mark.parametrize(
    "wrap",
    [
        lambda p: p,
        lambda p: [p],
        lambda p: {"@graph": [{"@type": "Organization"}, p]},
        lambda p: {"data": {"job": p}},
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_finding_in_a_description(wrap: Callable[[object], object], ascii_only: bool) -> None:
    text = json.dumps(
        wrap(posting(description='<p>Één "kok": hij/zij\nkookt 😀 &amp; hij&#47;zij bakt.</p>')),
        ensure_ascii=ascii_only,
        indent=1,
    )
    found = [finding for finding in findings(text, "x.json") if finding.rule == "GEN001"]
    assert [finding.text for finding in found] == ["hij/zij", "hij&#47;zij"]
    for finding in found:
        assert text[finding.place.start.offset : finding.place.end.offset] == finding.text


def test_a_description_whose_only_markup_is_a_reference() -> None:
    text = json.dumps(posting(description="Een &#x6B;andidaat/kandidate."))
    assert [finding.text for finding in findings(text, "x.json") if finding.rule == "GEN002"] == [
        "&#x6B;andidaat/kandidate"
    ]


def test_plain_text_in_a_description() -> None:
    text = json.dumps(
        posting(description="Kok\n\nWij zoeken:\n- een kandidaat/kandidate\n\nUren: 32\n")
    )
    document = report(text, "x.json")
    assert [finding.text for finding in document.findings if finding.rule == "GEN002"] == [
        "kandidaat/kandidate"
    ]
    assert document.facts is not None
    assert document.facts.hours is not None


@pytest.mark.parametrize(
    ("salary", "expected"),
    [
        (
            {"currency": "EUR", "value": {"minValue": 2900, "maxValue": 3400, "unitText": "MONTH"}},
            (2900, 3400, "EUR", "month"),
        ),
        (
            {"currency": "EUR", "value": {"value": 18.5, "unitText": "HOUR"}},
            (18.5, 18.5, "EUR", "hour"),
        ),
        (
            {"currency": "GBP", "value": {"value": 41000, "unitText": "YEAR"}},
            (41000, 41000, "GBP", "year"),
        ),
    ],
)
def test_salary(salary: dict[str, object], expected: tuple[float, float, str, str]) -> None:
    facts = report(json.dumps(posting(baseSalary=salary)), "x.json").facts
    assert facts is not None
    assert facts.salary is not None
    assert (
        facts.salary.min,
        facts.salary.max,
        facts.salary.currency,
        facts.salary.unit,
    ) == expected


def test_hours_are_vague_by_type_of_employment_only() -> None:
    found = findings(json.dumps(posting(employmentType="FULL_TIME")), "x.json", language="nl")
    (asked,) = [finding for finding in found if finding.rule == "HRS002"]
    assert asked.text == "FULL_TIME"
    assert '"workHours": "36 uur per week"' in asked.message


def test_a_file_about_something_else_is_left_alone() -> None:
    document = report('{"name": "pakket", "description": "hij/zij  ."}', "package.json")
    assert (document.findings, document.errors, document.kind) == ((), (), "other")


def test_broken_json_names_its_line() -> None:
    document = report('{"@type": "JobPosting",\n "title": Kok}', "x.json")
    assert [error.message for error in document.errors] == [
        "line 2: the JSON is not valid (Expecting value); mend it"
    ]


def test_fixes_never_break_the_json() -> None:
    text = json.dumps(
        posting(description="<p>Een kandidaat/kandidate \u2014 en en een\u200b kok .</p>")
    )
    fixes = [
        fix for finding in engine().check(Source("x.json", text)).findings for fix in finding.fixes
    ]
    assert fixes
    for fix in fixes:
        for edit in fix.edits:
            json.loads(text[: edit.start] + edit.replacement + text[edit.end :])


def test_a_posting_with_too_many_values_is_told_and_the_others_are_read() -> None:
    first = {"@type": "JobPosting", "title": "Kok", "description": "Wij zoeken een kok."}
    large = {"@type": "JobPosting", "title": "Bakker", "x": ["een"] * 10_001}
    found = engine().check(Source("a.json", json.dumps([first, large])))
    (error,) = found.errors
    assert error.kind == "read"
    assert "a JobPosting holds more than 10,000 values" in error.message
    assert found.facts is not None
    assert found.facts.title == "Kok"
