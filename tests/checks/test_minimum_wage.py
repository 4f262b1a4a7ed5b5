"""The minimum wage: of which day, converted from which unit, and when it is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import loaded_with
from support import findings, texts


def _below(said: str, entry: str = "") -> list[str]:
    text = f"---\ntitle: Kok\n{entry}\n---\n\n{said}\n"
    return texts(text, "a.md", "SAL006", kind="vacancy", language="nl")


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("", 0),  # only what is below the oldest amount
        ("datum: 2023-05-01", 0),  # before the list begins
        ("datum: 2025-12-31", 0),
        ("datum: 2026-01-01", 1),
        ("sluitingsdatum: 2026-04-30", 0),  # may be from 120 days earlier
        ("sluitingsdatum: 2026-06-01", 1),
    ],
)
def test_the_amount_of_the_day_counts(entry: str, found: int) -> None:
    assert len(_below("Je verdient € 14,50 bruto per uur.", entry)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("€ 2.100 bruto per maand bij 40 uur", 1),
        ("€ 2.100 bruto per maand bij 36 uur", 0),
        ("€ 2.100 bruto per maand", 0),  # for how many hours nobody knows
        ("€ 20.000 bruto per jaar bij 36 uur", 1),
        ("€ 400 bruto per week bij 36 uur", 1),
        ("maximaal € 12 per uur", 0),
        ("€ 12 netto per uur", 0),
        ("€ 1,50 per uur", 0),
        ("£ 12 per uur", 0),
    ],
)
def test_sums_are_converted_with_the_week_they_name(said: str, found: int) -> None:
    assert len(_below(f"Je verdient {said}.")) == found


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("# Cook in Dublin, Ireland\n\nPay: €11.30 per hour.\n", "IE"),
        ("# Cook\n\n**Location:** Tacoma, WA 98402\n\nPay: $13.10 per hour.\n", "US-WA"),
        ("# Export manager Ireland\n\nPay: €11.30 per hour.\n", ""),  # where one sells
        ("# Cook\n\nOur head office is in Tacoma, WA 98402.\n\nPay: $13.10 per hour.\n", ""),
    ],
)
def test_the_title_and_the_postal_code_of_the_place_say_the_country(
    text: str, country: str
) -> None:
    found = findings(text, "a.md", "SAL006", kind="vacancy", language="en")
    assert [each.properties["country"] for each in found] == ([country] if country else [])


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("", "NL"),  # as nearly all vacancies in Dutch
        ("in Breda, met klanten in Gent en Breda", "NL"),
        ("in Ieper", ""),  # a town makes a country likely, and the usual one unlikely
        ("en krijgt ecocheques", "BE"),
        ("met een hbo-opleiding en krijgt ecocheques", ""),  # signs of two countries
    ],
)
def test_a_text_with_signs_of_another_country_is_not_of_the_usual_one(
    place: str, country: str
) -> None:
    text = f"# Kok\n\nJe werkt {place}.\n\nJe verdient € 12,00 bruto per uur.\n"
    found = findings(text, "a.md", "SAL006", kind="vacancy", language="nl")
    assert [each.properties["country"] for each in found] == ([country] if country else [])


@pytest.mark.parametrize("exempt", ["Een stage.", "Als je 17 jaar bent.", "An internship."])
def test_what_is_exempt_in_the_words_of_any_language(exempt: str) -> None:
    assert _below(f"Je verdient € 12 bruto per uur. {exempt}") == []


def test_the_numbers_are_in_the_properties() -> None:
    text = "# Kok\n\nJe verdient € 12,00 bruto per uur.\n"
    (finding,) = findings(text, "a.md", "SAL006", kind="vacancy", language="nl")
    assert dict(finding.properties) == {
        "hourly": 12.0,
        "minimum": 13.27,
        "since": "2024-01-01",
        "country": "NL",
    }
    assert "€ 13,27" in finding.message


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (None, "cannot be read"),
        ("# nothing\n", "there is no amount"),
        ("# from\n2024-01-01\t13,27\n", "line 2 of 'wages.tsv'"),
        ("2024-01-01\n", "line 1 of 'wages.tsv'"),
    ],
)
def test_a_list_that_is_wrong_is_one_error(tmp_path: Path, rows: str | None, wrong: str) -> None:
    if rows is not None:
        (tmp_path / "wages.tsv").write_text(rows, encoding="utf-8")
    path = tmp_path / "own.toml"
    path.write_text(
        '[[rule]]\ncode = "ORG001"\nname = "own"\nkind = "consistency"\nmessage = "Kijk na."\n'
        'what = "pay-below-minimum"\namounts = "wages.tsv"\n[rule.options]\nexempt = "stage"\n',
        encoding="utf-8",
    )
    (error,) = loaded_with(path).errors
    assert wrong in error.message
