"""Pay and hours of whole texts: keys, labels, tables, places, and what the rules say of them."""

from __future__ import annotations

from typing import Any

import pytest

from support import engine, findings, texts
from vaclint.model import document
from vaclint.model.source import Source
from vaclint.model.values import Facts


def facts_of(text: str, path: str = "x.md", language: str = "nl") -> Facts:
    return engine(kind="vacancy", language=language).understand(Source(path, text)).facts


def keyed(entry: str) -> str:
    return f"---\ntitle: Bakker\n{entry}\n---\n\nWij zoeken een bakker.\n"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("salaryRange: { min: 2700, max: 3300 }", (2700, 3300, None, "month")),
        ("min_salary: 2700", (2700, None, None, "month")),
        ("salary_range: € 2.700 - € 3.300", (2700, 3300, "EUR", "month")),
        ('facts: [{label: Salaris, value: "€ 2.700 per maand"}]', (2700, 2700, "EUR", "month")),
        ("compensation: gratis", (0, 0, None, None)),
        ("salaris_min: 2700\nsalaris_max: 3300", (2700, 3300, None, "month")),
        ("salaris: { bedrag: 18, eenheid: uur }", (18, 18, None, "hour")),
        ("salary_from: 2700\nsalary_to: 3300", (2700, 3300, None, "month")),
        ("salaris_vanaf: 2700\nsalaris_tot: 3300", (2700, 3300, None, "month")),
    ],
)
def test_pay_under_keys(entry: str, expected: tuple[Any, ...]) -> None:
    salary = facts_of(keyed(entry)).salary
    assert salary is not None
    assert (salary.min, salary.max, salary.currency, salary.unit) == expected


@pytest.mark.parametrize(
    "entry",
    [
        "salary_min: 2700\nsalary_max: 3300", 'salary_min: "2700"\nsalary_max: "3300"',
        "salaryMin: 2700\nsalaryMax: 3300", "salary_from: 2700\nsalary_to: 3300",
        "base_salary: 2700\nmaximum_salary: 3300",
    ],
)  # fmt: skip
def test_two_bounds_under_english_keys(entry: str) -> None:
    text = f"---\ntitle: Baker\n{entry}\n---\n\nWe are looking for a baker.\n"
    salary = facts_of(text, language="en").salary
    assert salary is not None
    assert (salary.min, salary.max) == (2700, 3300)


@pytest.mark.parametrize("value", ["paid", "negotiated"])
def test_keys_that_say_nothing_are_vague(value: str) -> None:
    assert texts(keyed(f"compensation: {value}"), "a.md", "SAL", kind="vacancy") == [value]


@pytest.mark.parametrize(
    ("entry", "hours"), [("weekly_hours: 30", 30), ("uren_per_week: 30", 30), ("hours: 30", 30)]
)
def test_hours_under_keys(entry: str, hours: float) -> None:
    stated = facts_of(keyed(entry)).hours
    assert stated is not None
    assert (stated.min, stated.max) == (hours, hours)


@pytest.mark.parametrize("entry", ["type: full-time", "commitment: full-time"])
def test_full_time_under_a_key_is_vague(entry: str) -> None:
    assert texts(keyed(entry), "a.md", "HRS", kind="vacancy", language="nl") == ["full-time"]


def test_the_example_of_full_time_is_a_full_week() -> None:
    text = "# Cook\n\nThis is a full time role in Leeds. Salary: £30,000 per year.\n"
    (finding,) = findings(text, "a.md", "HRS", kind="vacancy", language="en")
    assert "full time (37.5 hours per week)" in finding.message


def test_a_field_of_ones_own_holds_pay() -> None:
    text = keyed("poen: 2700 per maand")
    given = engine(kind="vacancy", language="nl", fields={"salary": ("poen",)})
    salary = given.understand(Source("x.md", text)).facts.salary
    assert salary is not None
    assert salary.min == 2700


def test_every_statement_stands_where_it_says() -> None:
    text = (
        "# Kok (24 uur)\n\n| Uren | 24 |\n| --- | --- |\n| Salaris | € 2.500 - € 2.900 |\n\n"
        "Je verdient **€ 2.500** tot € 2.900 bruto per maand bij 36 uur.\n"
    )
    facts = facts_of(text)
    found = [text[slice(*each.span)] for each in facts.salaries.stated]
    assert found == ["€ 2.500 - € 2.900", "€ 2.500** tot € 2.900"]
    assert [each.origin for each in facts.salaries.stated] == ["label", "prose"]
    assert text[slice(*facts.working_hours.stated[0].span)] == "24 uur"


def test_a_line_of_praise_is_no_label_of_the_next() -> None:
    facts = facts_of("# Kok\n\n- Marktconform salaris\n- 25 vakantiedagen\n")
    assert facts.salary is None
    assert facts.vague_salary is not None


def test_unpaid_leave_is_no_unpaid_work() -> None:
    assert facts_of("# Kok\n\nJe kunt onbetaald verlof opnemen.\n").salary is None


def test_a_full_week_that_pay_is_for_is_not_the_size_of_the_job() -> None:
    pay = "# Kok\n\nJe verdient € 2.900 per maand bij {} uur per week.\n"
    assert facts_of(pay.format(38)).hours is None
    hours = facts_of(pay.format(20)).hours
    assert hours is not None
    assert hours.max == 20


def test_vague_hours_are_told_once() -> None:
    text = "# Kok\n\nJe werkt parttime en verdient € 17,50 per uur.\n"
    found = findings(text, "a.md", "HRS", kind="vacancy", language="nl")
    assert [each.rule for each in found] == ["HRS005"]


@pytest.mark.parametrize(
    ("text", "language", "example"),
    [
        ("# Cook\n\nWe pay well in £.\n", "en", "£28,000 to £34,000 gross per year"),
        ("# Cook\n\nThe meals cost $9.\n", "en", "$52,000 to $64,000 gross per year"),
        ("# Kok\n\nJe kookt.\n", "nl", "€ 3.100 tot € 4.200 bruto per maand bij 36 uur"),
    ],
)
def test_the_example_is_in_the_currency_of_the_text(text: str, language: str, example: str) -> None:
    (finding,) = findings(text, "a.md", "SAL", kind="vacancy", language=language)
    assert example in finding.message


@pytest.mark.parametrize(
    ("text", "language", "country", "found"),
    [
        ("# Cook\n\nYou earn £11.00 per hour.\n", "en", "", 1),
        ("# Cook\n\nYou earn £11.50 per hour.\n", "en", "", 0),
        ("# Cook\n\nYou earn €11.50 per hour.\n", "en", "", 0),  # which country nobody knows
        ("# Cook\n\nYou earn €11.50 per hour.\n", "en", "IE", 1),
        ("---\nlocatie: Gent, België\n---\n\n# Kok\n\nJe verdient € 12,90 per uur.\n", "nl", "", 0),
        ("# Cook\n\nYou earn $7.00 per hour.\n", "en", "", 0),
        ("# Cook\n\nYou earn $7.00 per hour.\n", "en", "US", 1),
    ],
)
def test_the_minimum_wage_of_the_country(
    text: str, language: str, country: str, found: int
) -> None:
    given = texts(text, "a.md", "SAL006", kind="vacancy", language=language, country=country)
    assert len(given) == found


def test_two_sums_of_running_text_that_disagree() -> None:
    text = (
        "# Kok\n\nJe verdient € 2.500 bruto per maand in ons restaurant.\n\n"
        "Verder krijg je een salaris van € 2.900 bruto per maand en vrije dagen.\n"
    )
    assert texts(text, "a.md", "SAL007", kind="vacancy", language="nl") == ["€ 2.900"]
    levels = text.replace("Verder krijg je", "Als ervaren kok krijg je")
    assert texts(levels, "a.md", "SAL007", kind="vacancy", language="nl") == []


def test_a_rota_is_no_missing_hours() -> None:
    text = "# Matroos\n\nJe vaart twee weken op en twee weken af. Je werkt 12 uur per dag.\n"
    assert not texts(text, "a.md", "HRS", kind="vacancy", language="nl")


def test_a_heading_that_praises_pay_is_vague_and_not_missing() -> None:
    text = "# Matroos\n\n## Aantrekkelijke verloning\n\nJe vaart 32 uur per week.\n"
    assert texts(text, "a.md", "SAL", kind="vacancy", language="nl") == ["Aantrekkelijke verloning"]


@pytest.mark.parametrize("heading", ["Salaris", "Jouw salaris", "Wat is het salaris", "Ons loon"])
def test_a_heading_that_only_names_pay_says_nothing(heading: str) -> None:
    text = f"# Matroos\n\n## {heading}\n\nJe vaart 32 uur per week.\n"
    (found,) = findings(text, "a.md", "SAL", kind="vacancy", language="nl")
    assert found.rule == "SAL001"


def test_pay_per_service_has_a_unit() -> None:
    text = "# Organist\n\nDe honorering is € 95 per dienst. Je speelt 4 uur per week.\n"
    assert not texts(text, "a.md", "SAL003", kind="vacancy", language="nl")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Werktijden: 03.00 tot 11.00 uur.", "HRS006"),
        ("Je werkt in diensten van 8 uur.", "HRS006"),
        ("Fulltime, in diensten van 8 uur.", "HRS002"),
        ("De winkel is open van 9.00 tot 18.00 uur.", "HRS001"),
        ("Je traint eerst 3 weken, 40 uur per week.", "HRS001"),
    ],
)
def test_hours_that_are_not_sure_are_told_as_such(line: str, rule: str) -> None:
    (found,) = findings(f"# Bakker\n\n{line}\n", "a.md", "HRS", kind="vacancy", language="nl")
    assert found.rule == rule


def test_two_numbers_of_hours_of_running_text_that_disagree() -> None:
    text = (
        "# Kok\n\nJe werkt 24 uur per week in ons restaurant.\n\n"
        "Samen met een souschef werk je 32 uur per week.\n"
    )
    assert texts(text, "a.md", "HRS003", kind="vacancy", language="nl") == ["32 uur"]
    seasonal = text.replace("Samen met een souschef", "In de zomer")
    assert texts(seasonal, "a.md", "HRS003", kind="vacancy", language="nl") == []
    within = text.replace("24 uur", "24 tot 36 uur")
    assert texts(within, "a.md", "HRS003", kind="vacancy", language="nl") == []


@pytest.mark.parametrize(
    ("place", "pay", "found"),
    [
        ("Fresno, California", "$15.00", 1),
        ("Fresno, California", "$17.00", 0),
        ("Tacoma, WA 98402", "$12.00", 1),
        ("Boise, Idaho", "$12.00", 0),
        ("Fresno, California, or Reno, Nevada, or Mesa, Arizona", "$15.00", 0),
        ("Fresno, California", "$9.00 plus tips,", 0),
    ],
)
def test_the_minimum_wage_of_a_state(place: str, pay: str, found: int) -> None:
    text = (
        f"---\nlocation: {place}\ncountry: US\ndatePosted: 2026-03-01\n---\n\n# Cook\n\n"
        f"You earn {pay} per hour.\n"
    )
    given = texts(text, "a.md", "SAL006", kind="vacancy", language="en")
    assert len(given) == found


def test_a_year_of_term_time_only_is_no_full_year() -> None:
    text = (
        "# Teaching Assistant\n\nSalary: £16,900 per annum (actual), 30 hours per week, "
        "term time only.\n"
    )
    assert texts(text, "a.md", "SAL006", kind="vacancy", language="en") == []
    assert texts(text.replace(", term time only", ""), "a.md", "SAL006", kind="vacancy") != []


@pytest.mark.parametrize(
    "text", ["Een puik loon en een fijne ploeg", "Salaris waar je blij van wordt", "Mooi salaris"]
)
def test_the_only_line_of_a_text_is_no_title_above_it(text: str) -> None:
    assert len(facts_of(f"{text}\n", "x.txt").salaries.vague) == 1
    below = facts_of(
        f"{text}\n\nJe kookt elke dag voor dertig gasten, samen met je ploeg.\n", "x.txt"
    )
    assert not below.salaries.vague


def test_the_end_of_a_long_text_under_a_key_is_read_where_it_stands() -> None:
    start = "  Wij zoeken een bakker die graag vroeg opstaat en van brood houdt. " * 8
    text = f"---\ntitle: Bakker\ndescription: >\n{start}\n\n  Je werkt 28 uur per week.\n---\n"
    hours = facts_of(text).hours
    assert hours is not None
    assert (hours.min, hours.max) == (28, 28)
    assert text[slice(*hours.span)].startswith("28 uur")


LARGE = """\
---
title: Kok
salaris_min: 2700
salaris_max: 3300
---

# Kok

## Salaris

Minimaal € 2.450 per maand

Maximaal € 3.200 per maand

## Uren

Uren: 24 tot 32 uur

Je werkt 28 uur per week voor € 2.900. Voor wie meer wil is er 36 uur.
"""


def test_lines_of_a_large_text_are_those_of_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    small = facts_of(LARGE)
    assert len(small.salaries.stated) > 1
    monkeypatch.setattr(document, "SMALL", 0)
    assert facts_of(LARGE) == small
