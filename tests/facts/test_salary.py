"""What counts as a statement of pay, and what is money for something else."""

from __future__ import annotations

import pytest

from support import resources, understood
from vaclint.facts.amounts.document import read_amounts
from vaclint.model.values import Salary, Scale


def salary_of(text: str, path: str = "x.md") -> tuple[Salary | None, str | None]:
    document = understood(text, path)
    facts, _ = read_amounts(document, resources())
    salary, vague = facts.best, facts.vague[0] if facts.vague and not facts.stated else None
    if salary is not None:
        assert 0 <= salary.span.start < salary.span.end <= len(text)
    return salary, text[vague.start : vague.end] if vague else None


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Je verdient € 3.100 tot € 4.200 bruto per maand.", 3100, 4200, "month"),
        (
            "Je salaris ligt tussen € 3.100,- en € 4.200,- bruto per maand bij 36 uur.",
            3100,
            4200,
            "month",
        ),
        (
            "Het salaris bedraagt minimaal € 2.750,50 en maximaal € 3.600,75 per maand.",
            2750.5,
            3600.75,
            "month",
        ),
        ("Salaris: €3100-€4200 p/m", 3100, 4200, "month"),
        ("Een bruto maandsalaris van max. € 5.331 (schaal 10).", None, 5331, "month"),
        ("Uurloon: € 15,50 per uur", 15.5, 15.5, "hour"),
        ("Wij betalen je een uurtarief van € 95,- tot € 105,-.", 95, 105, "hour"),
        (
            "Een jaarsalaris van € 45.000 tot € 60.000 inclusief vakantietoeslag.",
            45000,
            60000,
            "year",
        ),
        (
            "Bruto salaris van 2.900 tot 3.600 euro per maand, exclusief 8% vakantietoeslag.",
            2900,
            3600,
            "month",
        ),
        ("Salaris 45-55k per jaar", 45000, 55000, "year"),
        ("The salary is € 4,000 to € 5,500 gross per month.", 4000, 5500, "month"),
        ("We pay EUR 52,000 to EUR 61,000 a year.", 52000, 61000, "year"),
        ("- **Salaris:** € 2.400 – € 3.100", 2400, 3100, "month"),
        ("| Uren | 32 |\n|---|---|\n| Salaris | € 2.400 |\n", 2400, 2400, "month"),
        ("Een stagevergoeding van € 450 per maand.", 450, 450, "month"),
        ("## Salaris\n\nMinimaal € 2.900 en maximaal € 3.400 per maand.", 2900, 3400, "month"),
        ("Een salaris van € 3.200 bruto per maand en een bonus van € 500.", 3200, 3200, "month"),
        (
            "Bovenop een reiskostenvergoeding krijg je een salaris van € 3.200 per maand.",
            3200,
            3200,
            "month",
        ),
        ("---\nsalaris: 2900 - 3400\n---\n\nTekst.", 2900, 3400, "month"),
        ("---\nsalaris:\n  min: 2900\n  max: 3400\n---\n\nTekst.", 2900, 3400, "month"),
        ("---\nsalaris: '€ 17,50 per uur'\n---\n\nTekst.", 17.5, 17.5, "hour"),
        ("+++\nsalaris = '€ 2.900'\n+++\n\nTekst.", 2900, 2900, "month"),
    ],
)
def test_amount(text: str, low: float | None, high: float, unit: str) -> None:
    salary, vague = salary_of(text)
    assert salary is not None
    assert (salary.min, salary.max, salary.unit) == (low, high, unit)
    assert vague is None


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("Het salaris is maximaal schaal 10 van de cao Gemeenten.", "10"),
        ("Functieschaal 9, afhankelijk van je ervaring.", "9"),
        ("Inschaling in FWG 45.", "45"),
        ("Salaris conform cao Gemeenten, schaal 10 of 10A.", "10 of 10A"),
        ("Je wordt ingeschaald in schaal 8-9.", "8-9"),
        ("Weddeschaal B1-B3.", "B1-B3"),
        ("Salarisschaal: B111 (deskundige)", "B111"),
        ("Schaal: 9", "9"),
        ("---\nschaal: 11\n---\n\nTekst.", "11"),
    ],
)
def test_scale(text: str, scale: str) -> None:
    salary, _ = salary_of(text)
    assert salary is not None
    assert (salary.scale and salary.scale.value) == scale


@pytest.mark.parametrize(
    "text",
    [
        "Je krijgt € 0,23 per kilometer reiskosten.",
        "Je hebt een opleidingsbudget van € 2.000 per jaar.",
        "Je beheert een budget van € 3.500.000.",
        "Wij draaien een omzet van € 12 miljoen per jaar.",
        "Je ontvangt een bonus van € 500 als je een collega aanbrengt.",
        "Een eindejaarsuitkering van € 1.200 en een netto thuiswerkvergoeding van € 2,40 per dag.",
        "We werken op grote schaal samen met 40 gemeenten.",
        "Op een schaal van 1 tot 10 geven collega's ons een 8.",
        "In 2026 komen er 3.500 woningen bij, voor 9.000 inwoners.",
        "Je verwerkt de salarissen van 400 medewerkers.",
        "Bel 053-481 81 81 of kom langs op Langestraat 24.",
        "Wij helpen jongeren met geld: € 1.000 schuld is zo gemaakt.",
        "Een fietsplan tot € 750 en een laptop.",
        "De directeur loont zich.",
    ],
)
def test_other_money(text: str) -> None:
    assert salary_of(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Wij bieden een marktconform salaris.", "marktconform salaris"),
        ("Een goed salaris en fijne collega's.", "goed salaris"),
        ("Een passend en marktconform salaris.", "passend en marktconform salaris"),
        ("Salaris: nader overeen te komen.", "nader overeen te komen."),
        ("Je salaris is afhankelijk van je ervaring.", "salaris is afhankelijk van je ervaring"),
        ("Salaris conform cao VVT.", "Salaris conform cao VVT"),
        ("We offer a competitive salary.", "competitive salary"),
        ("---\nsalaris: n.o.t.k.\n---\n\nTekst.", "n.o.t.k."),
    ],
)
def test_vague(text: str, vague: str) -> None:
    assert salary_of(text) == (None, vague)


def test_unpaid_is_a_statement() -> None:
    salary, _ = salary_of("Dit is een onbezoldigde functie.")
    assert salary is not None
    assert (salary.min, salary.max) == (0, 0)


def test_two_line_label_in_plain_text() -> None:
    text = "Functie:\nPlanner\nSalaris:\n€ 2.900 - € 3.400\nPlaats:\nLindenbeek\n"
    salary, _ = salary_of(text, "x.txt")
    assert salary is not None
    assert text[salary.span.start : salary.span.end] == "€ 2.900 - € 3.400"


def test_basis_hours() -> None:
    salary, _ = salary_of("Je verdient € 3.100 tot € 4.200 bruto per maand bij 36 uur per week.")
    assert salary is not None
    assert salary.basis_hours == 36


def test_pay_under_a_key_about_the_collective_agreement() -> None:
    salary, _ = salary_of(
        "---\ntitle: Kok\ncao: cao Horeca, FWG 50 (€ 3.173 – € 4.424)\n---\n\nJe kookt.\n"
    )
    assert salary is not None
    assert (salary.min, salary.max) == (3173, 4424)
    assert salary.scale == Scale("cao Horeca", "50")
    assert salary_of("---\ntitle: Kok\ncao: Horeca\n---\n\nJe kookt.\n") == (None, None)
