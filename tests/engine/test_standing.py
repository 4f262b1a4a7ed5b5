"""Vacancies in one file may each say the same of their employer."""

from __future__ import annotations

from support import engine
from vaclint.model.source import Source

EMPLOYER = (
    "De Ketel is een werkplaats aan de haven waar twaalf mensen oude leidingen weer laten stromen "
    "en elkaar elke dag iets leren. Wij drinken samen koffie, wij eten samen tussen de middag en "
    "wij sluiten de week af met soep uit de grote pan van de buren."
)
PLUMBER = (
    "Wij zoeken een loodgieter voor 24 tot 32 uur per week. Je legt leidingen aan, je vervangt "
    "kranen en je spoort lekken op in oude huizen. Je hebt een diploma van het vmbo en een "
    "rijbewijs. Wij bieden € 2.900 tot € 3.300 per maand. Solliciteer voor 1 mei met je cv."
)
ROOFER = (
    "Voor onze ploeg op de daken zoeken wij een dakdekker zonder hoogtevrees, die pannen legt, "
    "goten herstelt en schoorstenen dicht maakt waar het al jaren lekt. Een werkweek telt 32 uur. "
    "Het salaris is schaal 5: € 2.800 bruto per maand. Wij vragen ervaring. Solliciteer bij Ans, "
    "die graag meer vertelt."
)


def copies(*parts: str) -> list[str]:
    text = "# Vacatures\n\n" + "\n\n".join(parts) + "\n"
    report = engine(select=("DUP001",)).check(Source("a.md", text))
    assert len(report.vacancies) == 2
    return [finding.text for finding in report.findings]


def test_what_two_vacancies_say_of_their_employer_is_no_duplicate() -> None:
    assert copies("## Loodgieter", EMPLOYER, PLUMBER, "## Dakdekker", EMPLOYER, ROOFER) == []


def test_the_same_vacancy_again_and_a_copy_within_one_are() -> None:
    again = copies("## Loodgieter", EMPLOYER, PLUMBER, "## Dakdekker", EMPLOYER, PLUMBER)
    assert len(again) == 1
    within = copies("## Loodgieter", EMPLOYER, PLUMBER, EMPLOYER, "## Dakdekker", ROOFER)
    assert len(within) == 1
