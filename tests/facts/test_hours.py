"""What counts as the size of the job, and which hours are something else."""

from __future__ import annotations

import pytest

from support import resources, understood
from vaclint.facts.amounts.document import read_amounts
from vaclint.model.values import Hours


def hours_of(text: str, path: str = "x.md") -> tuple[Hours | None, str | None]:
    document = understood(text, path)
    _, facts = read_amounts(document, resources())
    hours, vague = facts.best, facts.vague[0] if facts.vague and not facts.stated else None
    if hours is not None:
        assert 0 <= hours.span.start < hours.span.end <= len(text)
    return hours, text[vague.start : vague.end] if vague else None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Je werkt 32 uur per week.", 32, 32),
        ("Je werkt 24 tot 32 uur per week.", 24, 32),
        ("Een baan voor 24-36 uur.", 24, 36),
        ("# Planner (32 uur)\n\nTekst.", 32, 32),
        ("# Planner, 24 - 32 uur\n\nTekst.", 24, 32),
        ("Een 36-urige werkweek.", 36, 36),
        ("Een contract van 40 uur.", 40, 40),
        ("Fulltime (40 uur) of parttime.", 40, 40),
        ("Het gaat om een functie voor 32 uur.", 32, 32),
        ("Uren: 28", 28, 28),
        ("- **Uren per week:** 24 à 28", 24, 28),
        ("Minimaal 16 uur, maximaal 24 uur per week.", 16, 24),
        ("You work 38 hours per week.", 38, 38),
        ("A full-time contract (40 hours).", 40, 40),
        ("---\nuren: 32\n---\n\nTekst.", 32, 32),
        ("---\nuren: 24-32 uur per week\n---\n\nTekst.", 24, 32),
        ("Voltijds (38 uur per week).", 38, 38),
        ("32u per week", 32, 32),
        ("Je werkt 32,5 uur p/w.", 32.5, 32.5),
        ("Uren: van 17.00 tot 20.00 uur, 15 uur per week", 15, 15),
    ],
)
def test_hours(text: str, low: float, high: float) -> None:
    hours, vague = hours_of(text)
    assert hours is not None
    assert hours.max == high
    assert hours.min == low
    assert vague is None


@pytest.mark.parametrize(
    ("text", "fte"),
    [
        ("Een functie van 0,8 fte.", 0.8),
        ("Omvang: 0,6 - 0,8 fte", 0.8),
        ("1,0 fte", 1.0),
        ("fte: 0,5", 0.5),
        ("Tewerkstelling: 80%", 0.8),
    ],
)
def test_fte(text: str, fte: float) -> None:
    hours, _ = hours_of(text)
    assert hours is not None
    assert hours.fte == fte


def test_days_alone_are_a_size() -> None:
    hours, _ = hours_of("Je werkt 4 dagen per week.")
    assert hours is not None
    assert (hours.min, hours.max, hours.fte) == (None, None, None)


def test_a_zero_hours_contract_is_vague() -> None:
    hours, vague = hours_of("Een nulurencontract.")
    assert hours is None
    assert vague == "nulurencontract"


@pytest.mark.parametrize(
    "text",
    [
        "Er werken 1800 mensen (1350 fte).",
        "Je bent 24 uur per dag bereikbaar.",
        "Wij zijn 24/7 open.",
        "Je reageert binnen 4 uur op een storing.",
        "Solliciteren kan tot 1 mei, 12.00 uur.",
        "Het kantoor is open van 9.00 tot 17.00 uur.",
        "Bel tussen 9 en 17 uur.",
        "De winkel sluit om 18 uur.",
        "Je krijgt 180 uur vakantie en 20 uur scholing per jaar.",
        "De opleiding duurt 40 uur.",
        "Na 12 uur sluiten we af.",
        "Je werkt twee dagen thuis: thuiswerken kan 2 dagen per week.",
        "Een team van 6 fte.",
        "Op 32 minuten fietsen.",
    ],
)
def test_no_size(text: str) -> None:
    assert hours_of(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Een fulltime baan.", "fulltime"),
        ("Parttime mogelijk.", "Parttime"),
        ("Uren in overleg.", "Uren in overleg"),
        ("Een voltijdse job.", "voltijdse"),
        ("This is a full-time position.", "full-time"),
        ("---\ndienstverband: Fulltime\n---\n\nTekst.", "Fulltime"),
    ],
)
def test_vague(text: str, vague: str) -> None:
    assert hours_of(text) == (None, vague)


def test_label_on_its_own_line() -> None:
    text = "Functie:\nPlanner\nDienstverband:\nFulltime\nPlaats:\nLindenbeek\n"
    assert hours_of(text, "x.txt") == (None, "Fulltime")
