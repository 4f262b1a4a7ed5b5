"""Examples in messages are in the currency, unit and working week of the vacancy's own country."""

from __future__ import annotations

import pytest

from support import findings


def message(text: str, code: str, language: str) -> str:
    [found] = findings(text, "a.md", code, language=language, kind="vacancy")
    return found.message


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("# Kok\n\nJe werkt 32 uur per week in Utrecht.\n", "nl", "bruto per maand bij 32 uur"),
        ("# Kok\n\nJe kookt in Utrecht.\n", "nl", "bruto per maand bij 36 uur"),
        ("# Chef\n\nYou cook in London, for 30 hours a week.\n", "en", "30 hours"),
    ],
)
def test_the_hours_are_those_of_the_job_or_else_usual(text: str, language: str, shown: str) -> None:
    assert shown in message(text, "SAL001", language)


def test_the_currency_is_that_of_the_text() -> None:
    pounds = "# Chef\n\nYou cook in London. Your travel costs, £80 a month, are paid.\n"
    assert "£" in message(pounds, "SAL001", "en")
    assert "€" in message("# Kok\n\nJe kookt in Utrecht.\n", "SAL001", "nl")


def test_the_dollars_of_a_program_are_none() -> None:
    page = """<h1>Kok</h1>
<script>$(function () { $(".menu").show(); });</script>
<p>Je kookt in Utrecht voor een goed salaris.</p>
"""
    [found] = findings(page, "a.html", "SAL002", language="nl", kind="vacancy")
    assert "€" in found.message
    assert "$" not in found.message


def test_words_of_one_country_tell_its_currency_and_week() -> None:
    british = "# Chef\n\nYou cook in Leeds. Write to jobs@example.co.uk.\n"
    assert "£28,000 to £34,000 gross per year for 37.5 hours" in message(british, "SAL001", "en")
    assert "37.5 hours per week" in message(british, "HRS001", "en")
    american = "# Chef\n\nYou cook in Springfield and get a 401k.\n"
    assert "$52,000 to $64,000 gross per year for 40 hours" in message(american, "SAL001", "en")


@pytest.mark.parametrize(
    ("said", "week"),
    [
        ("Je kookt in Waregem", "38 uur"),
        ("Je kookt en krijgt maaltijdcheques", "38 uur"),
        ("Je kookt in Terneuzen, in Zeeuws-Vlaanderen", "36 uur"),
        ("Je kookt voor klanten in Gent en Breda, vanuit Tilburg", "36 uur"),
    ],
)
def test_towns_and_words_of_flanders_tell_its_week(said: str, week: str) -> None:
    assert week in message(f"# Kok\n\n{said}.\n", "SAL001", "nl")
