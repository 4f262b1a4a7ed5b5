"""The summary: what stands in it, in which order, and that no text of others is markup in it."""

from __future__ import annotations

import re

import pyromark

from reporters.conftest import Golden
from reporters.sample import look, report
from reporters.specified import finding, hostile, of, rendered
from support import report as checked
from vaclint.model.report import FileReport, Report
from vaclint.reporters import notes, render
from vaclint.reporters.markdown import LIMIT


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("markdown.md", rendered("markdown"))


def test_the_worst_vacancy_comes_first() -> None:
    rows = [line for line in render("markdown", report(), look()).splitlines() if "<br>" in line]
    marks = [float(row.split("|")[1].replace(",", ".")) for row in rows]
    assert len(marks) == 2
    assert marks == sorted(marks)


def test_what_is_missing_is_seen_at_a_glance() -> None:
    missing = finding(rule="SAL001")
    file = FileReport("a.md", "markdown", "vacancy", "en", {"mark": 6.0}, findings=(missing,))
    text = render("markdown", Report((file,)), look("en"))
    assert "| 6 | a.md | ❌ missing | – |" in text


def test_pay_and_hours_are_told_in_the_numbers_of_the_language() -> None:
    text = "# Kok (m/v/x)\n\nJe verdient € 3.100 tot € 4.200,50 bruto per maand en werkt 24 uur per week.\n"
    file = checked(text, "a.md", kind="vacancy", marks=True)
    shown = render("markdown", Report((file,)), look())
    assert "<br>a.md | EUR 3.100,00–4.200,50 per maand | 24 per week |" in shown


def test_remarks_are_counted_and_not_listed() -> None:
    text = render("markdown", of(finding(), finding(severity="info", rule="JAR001")), look("en"))
    assert "1 warning, and 1 remark" in text
    assert "JAR001" not in text


def test_no_text_of_others_is_markup() -> None:
    text = render("markdown", hostile(), look())
    assert "<b>" not in text
    page = pyromark.html(text.replace("<br>", ""), options=pyromark.Options.ENABLE_TABLES)
    assert set(re.findall(r"<(\w+)", page)) <= {
        *("h1", "h2", "p", "details", "summary", "table", "thead", "tbody", "tr", "td", "th"),
    }


def test_what_does_not_fit_is_left_out_and_told() -> None:
    long = finding(message="x" * 1000)
    given = of(*[long] * 1200)
    text = render("markdown", given, look("en"))
    assert len(text.encode()) < LIMIT + 200
    assert text.endswith("The rest does not fit here: see the report of the run.\n")
    (said,) = notes("markdown", given, look("en"))
    assert "cut at 1000000 characters" in said
    assert not list(notes("markdown", report(), look()))
