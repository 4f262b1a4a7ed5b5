"""The found cases of pay and hours, each in a whole vacancy: what is read and what is reported."""

from __future__ import annotations

from typing import Any

import pytest

from support import engine, texts
from vaclint.model.source import Source

VACANCY = """\
Office assistant

We are looking for an office assistant in Leeds. You answer the phone and welcome visitors.

{pay}

{hours}

Apply by sending your CV to jobs@example.co.uk.
"""
PAY = "Salary: £30,000 per annum."
HOURS = "Hours: 40 hours per week."
YEAR, MONTH, HOUR, DAY, FORTNIGHT = "year", "month", "hour", "day", "two_weeks"


def reported(text: str, *codes: str) -> list[str]:
    """The codes of what is reported in a vacancy, those that were asked for."""
    own = engine(kind="vacancy", language="en")
    found = own.check(Source("office.txt", text)).findings
    return [each.rule for each in found if each.rule.startswith(codes)]


@pytest.mark.parametrize(
    ("case", "line", "expected"),
    [
        (9, "Salary: GS-13.", (None, None, None, None, "13")),
        (10, "Salary: NJC SCP 12.", (None, None, None, None, "12")),
        (11, "Salary: NHS Band 5.", (None, None, None, None, "5")),
        (12, "Grade 8", (None, None, None, None, "8")),
        (13, "We plan on a base of $50,000 – $60,000 for this role.", (50e3, 60e3, "USD", YEAR)),
        (14, "Basic £25,000, OTE £45,000.", (25e3, 25e3, "GBP", YEAR)),
        (15, "Pay: $25/hr - $32/hr", (25, 32, "USD", HOUR)),
        (16, "Salary: $1,452.10 biweekly.", (1452.1, 1452.1, "USD", FORTNIGHT)),
        (17, "Salary: £1,200 per fortnight.", (1200, 1200, "GBP", FORTNIGHT)),
        (18, "Day rate: £450-£500, outside IR35.", (450, 500, "GBP", DAY)),
        (19, "Pay: £12.60ph.", (12.6, 12.6, "GBP", HOUR)),
        (20, "£12.60ph", (12.6, 12.6, "GBP", HOUR)),
        (21, "€15.40 p.h.", (15.4, 15.4, "EUR", HOUR)),
        (22, "Salary: $38,264.70 - $43,915.32 YEAR", (38264.7, 43915.32, "USD", YEAR)),
        (23, "Salary: CAD 58,340 - 66,915 annually.", (58340, 66915, "CAD", YEAR)),
        (24, "Salary: $58,340 - $66,915 CAD annually.", (58340, 66915, "CAD", YEAR)),
        (25, "Salary: AU$80,000 per year.", (80e3, 80e3, "AUD", YEAR)),
        (26, "Salary: 92,000 - 127,000 dollars a year.", (92e3, 127e3, "USD", YEAR)),
        (27, "Salary: €1,550 per month in Berlin.", (1550, 1550, "EUR", MONTH)),
        (
            28,
            "Starting with a wage of €2.470,00 with a yearly growth to € 3.145,00 gross a month.",
            (2470, 3145, "EUR", MONTH),
        ),
    ],
)
def test_pay(case: int, line: str, expected: tuple[Any, ...]) -> None:
    text = VACANCY.format(pay=line, hours=HOURS)
    own = engine(kind="vacancy", language="en")
    salary = own.understand(Source("office.txt", text)).facts.salary
    assert salary is not None
    scale = salary.scale.value if salary.scale else None
    stated = (salary.min, salary.max, salary.currency, salary.unit, scale)
    assert stated[: len(expected)] == expected
    unsaid = ["SAL003"] if salary.unit_found == "size" else []
    assert reported(text, "SAL", "HRS") == unsaid


@pytest.mark.parametrize(
    ("case", "line"),
    [
        (29, "Competitive rates of pay."),
        (30, "Our pay package is commensurate with skills and highly competitive."),
        (31, "Commission only."),
    ],
)
def test_vague_pay(case: int, line: str) -> None:
    assert reported(VACANCY.format(pay=line, hours=HOURS), "SAL") == ["SAL002"]


def test_two_salaries_on_one_line() -> None:
    line = "Salary: $33,000 - $46,000 annually. Max salary: up to $37,284 annually."
    assert reported(VACANCY.format(pay=line, hours=HOURS), "SAL") == ["SAL007"]  # 32
    starting = line.replace("Max salary", "Starting salary")
    assert reported(VACANCY.format(pay=starting, hours=HOURS), "SAL") == []


@pytest.mark.parametrize(
    ("case", "line", "expected"),
    [
        (
            34,
            "Working hours are Monday to Friday 6.30am-9.30am and 3.15pm-5.45pm.",
            (27.5, 27.5, None),
        ),
        (35, "Monday to Friday, 9am - 5pm.", (35, 40, None)),
        (36, "Thirty-five hours per week", (35, 35, None)),
        (37, "Hours: 37.5 hpw.", (37.5, 37.5, None)),
        (38, "0.5 WTE", (None, None, 0.5)),
        (39, "Three 12-hour shifts per week.", (36, 36, None)),
        (40, "75 hours per fortnight", (37.5, 37.5, None)),
        (41, "160 hours per month.", (36.92, 36.92, None)),
        (42, "Fully flexible, 20+ hours a week", (20, None, None)),
    ],
)
def test_hours(case: int, line: str, expected: tuple[Any, ...]) -> None:
    text = VACANCY.format(pay=PAY, hours=line)
    own = engine(kind="vacancy", language="en")
    hours = own.understand(Source("office.txt", text)).facts.hours
    assert hours is not None
    assert (hours.min, hours.max, hours.fte) == expected
    assert reported(text, "HRS") == []


def test_hours_that_cannot_be() -> None:
    line = "SCHEDULE: 10 - 13 hours per day, 6 days a week"  # 33
    assert reported(VACANCY.format(pay=PAY, hours=line), "HRS") == ["HRS004"]


@pytest.mark.parametrize(("case", "line"), [(43, "Hours: variable."), (44, "Bank contract.")])
def test_vague_hours(case: int, line: str) -> None:
    assert reported(VACANCY.format(pay=PAY, hours=line), "HRS") == ["HRS002"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("gratis", []), ("volunteer", []), ("paid", ["paid"]), ("negotiated", ["negotiated"])],
)
def test_compensation_of_four_kinds(value: str, expected: list[str]) -> None:
    """P11 of the found cases in repositories."""
    text = f"---\ntitle: Designer\ncompensation: {value}\n---\n\nWe look for a designer.\n"
    assert texts(text, "a.md", "SAL", kind="vacancy", language="en") == expected


def test_vague_pay_of_an_internship() -> None:
    """P28 of the found cases in repositories."""
    text = "# Stage marketing\n\nJe krijgt een riante vergoeding voor je stage.\n"
    assert texts(text, "a.md", "SAL", kind="vacancy", language="nl") == ["riante vergoeding"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("€ 3.000+ per maand", (3000, None, "EUR", MONTH)),
        ("2.800/3.900 euro bruto per maand", (2800, 3900, "EUR", MONTH)),
    ],
)
def test_plus_and_slash(line: str, expected: tuple[Any, ...]) -> None:
    """22 of the cases of peers."""
    own = engine(kind="vacancy", language="nl")
    text = f"# Kok\n\nSalaris: {line}\n"
    salary = own.understand(Source("kok.md", text)).facts.salary
    assert salary is not None
    assert (salary.min, salary.max, salary.currency, salary.unit) == expected
