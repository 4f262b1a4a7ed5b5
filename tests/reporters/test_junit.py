"""JUnit's XML, read again by a library that reads it."""

from __future__ import annotations

from junitparser import JUnitXml

from reporters.conftest import Golden
from reporters.sample import look
from reporters.specified import finding, hostile, of, rendered
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Report
from vaclint.reporters import render


def read(report: Report) -> JUnitXml:
    return JUnitXml.fromstring(render("junit", report, look()).encode())


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("junit.xml", rendered("junit"))


def test_warnings_fail_and_remarks_pass() -> None:
    (suite,) = read(of(finding(), finding(severity="info", rule="JAR001")))
    assert (suite.tests, suite.failures, suite.errors) == (2, 1, 0)
    first, second = suite
    assert first.name == "GEN001 pronoun-pair 2:6"
    assert (first.result[0].type, first.result[0].message) == ("warning", "Schrijf iets anders.")
    assert not second.result
    assert second.system_out.startswith("map/a b.md:2:6: ")


def test_a_clean_file_is_a_case_that_passed() -> None:
    (suite,) = read(Report((FileReport("goed.md", "markdown", "vacancy", "nl"),)))
    (case,) = suite
    assert (suite.tests, case.is_passed, case.classname) == (1, True, "goed.md")


def test_an_unreadable_file_is_an_error() -> None:
    (suite,) = read(Report((), (VaclintError("read", "weg.md", "gone"),), 2))
    assert (suite.name, suite.errors) == ("weg.md", 1)


def test_hostile_texts_are_text() -> None:
    (suite,) = read(hostile())
    (case,) = suite
    assert "<b>&amp; | `x`" in case.result[0].message
    assert "\x1b" not in case.result[0].message
