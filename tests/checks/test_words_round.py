"""Words round two sums or two numbers of hours that say whether they are about the same."""

from __future__ import annotations

import pytest

from support import findings


def _told(code: str, first: str, second: str, language: str) -> bool:
    text = f"# Planner\n\n{first}\n\nBruine bonen, transport en planning.\n\n{second}\n"
    return bool(findings(text, "planner.md", code, language=language))


@pytest.mark.parametrize(
    ("code", "first", "second", "language"),
    [
        (
            "SAL007",
            "We are looking for an experienced planner. The salary is £62,000 per year.",
            "You earn £58,000 a year and get 25 days off.",
            "en",
        ),
        (
            "SAL007",
            "Word jij onze senior inkoper? Je salaris is € 4.400 bruto per maand.",
            "Dit krijg je: € 4.100 bruto per maand.",
            "nl",
        ),
        (
            "HRS003",
            "Je start op 1 maart en werkt 24 uur per week.",
            "Je werkt 32 uur per week en krijgt een pensioen.",
            "nl",
        ),
    ],
)
def test_whom_a_text_seeks_and_when_it_starts_set_nothing_apart(
    code: str, first: str, second: str, language: str
) -> None:
    assert _told(code, first, second, language)


@pytest.mark.parametrize(
    ("code", "first", "second", "language"),
    [
        (
            "SAL007",
            "We are looking for an experienced nurse: £40,000 per year.",
            "We are also looking for a cleaner: £25,000 per year.",
            "en",
        ),
        (
            "SAL007",
            "Je begint met € 2.600 bruto per maand.",
            "Na een jaar verdien je € 2.800 bruto per maand.",
            "nl",
        ),
        (
            "HRS003",
            "Je start met 16 uur per week.",
            "Ken je het werk, dan werk je 24 uur per week.",
            "nl",
        ),
    ],
)
def test_two_jobs_pay_that_grows_and_a_first_time_are_apart(
    code: str, first: str, second: str, language: str
) -> None:
    assert not _told(code, first, second, language)
