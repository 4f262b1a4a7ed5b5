"""Several vacancies in one file: each is judged for itself."""

from __future__ import annotations

import json

import pytest

from support import findings, report
from vaclint.engine.engine import SHARED

COOK = (
    "Wij zoeken een kok. Je kookt elke dag voor tachtig gasten en je maakt het menu. Je verdient "
    "€ 2.900 tot € 3.300 bruto per maand bij 32 uur per week. Je hebt een diploma."
)
CLEANER = (
    "Wij zoeken een schoonmaker voor het hele huis. Je maakt de kamers schoon en je vult de "
    "voorraad aan. Je bent netjes en je werkt graag zelfstandig. Solliciteer bij Robin."
)
DIGEST = (
    f"# Vacatures\n\nBij De Linde zoeken wij nieuwe collega's.\n\n## Kok\n\n{COOK}\n\n"
    f"## Schoonmaker\n\n{CLEANER}\n\n## Over ons\n\nDe Linde is een huis aan het water.\n"
)
POSTINGS = [
    {"@type": "JobPosting", "title": "Kok", "description": COOK},
    {"@type": "JobPosting", "title": "Schoonmaker", "description": CLEANER},
]
FILES = {
    "digest.md": DIGEST,
    "list.json": json.dumps(POSTINGS, ensure_ascii=False),
    "graph.json": json.dumps({"@graph": POSTINGS}, ensure_ascii=False),
}


@pytest.mark.parametrize("path", FILES)
def test_each_has_its_facts_and_its_range(path: str) -> None:
    own = report(FILES[path], path)
    assert own.kind == "vacancy"
    assert [each.facts.title for each in own.vacancies] == ["Kok", "Schoonmaker"]
    assert [bool(each.facts.salary) for each in own.vacancies] == [True, False]
    assert own.facts == own.vacancies[0].facts
    for each, text in zip(own.vacancies, ("menu", "voorraad"), strict=True):
        part = FILES[path][each.place.start.offset : each.place.end.offset]
        assert text in part
        assert ("menu" in part) != ("voorraad" in part)


@pytest.mark.parametrize("path", FILES)
def test_what_one_lacks_stands_on_its_title(path: str) -> None:
    found = findings(FILES[path], path, "SAL001", "HRS001")
    assert [(each.rule, each.text) for each in found] == [
        ("HRS001", "Schoonmaker"),
        ("SAL001", "Schoonmaker"),
    ]


def test_what_stands_round_them_is_each_ones_but_no_page_of_it() -> None:
    pay = "".join(f"Salaris: € {2_500 + at},- bruto per maand.\n\n" for at in range(40))
    own = report(
        pay + DIGEST.replace("Je verdient € 2.900 tot € 3.300 bruto per maand bij", "Voor")
    )
    assert [each.facts.salary.min for each in own.vacancies if each.facts.salary] == [2_500, 2_500]
    assert [len(each.facts.salaries.stated) for each in own.vacancies] == [SHARED, SHARED]


def test_the_pay_of_two_is_no_contradiction() -> None:
    other = CLEANER + " Je verdient € 2.500 bruto per maand bij 20 uur per week."
    assert not findings(DIGEST.replace(CLEANER, other), "a.md", "SAL", "HRS")


@pytest.mark.parametrize(
    "text",
    [
        f"# Kok\n\n{COOK}\n\n## Taken van de kok\n\n{CLEANER}\n\n## Collega's\n\n{COOK}\n",
        f"# Kok\n\n{COOK}\n",
        f"# Vacatures\n\n## Kok\n\n{COOK}\n\n## Schoonmaker\n\nBel Robin.\n",
        "# Team\n\n## Kok\n\nRobin kookt al jaren.\n\n## Schoonmaker\n\nSam houdt alles schoon.\n",
    ],
)
def test_parts_of_one_are_not_several(text: str) -> None:
    assert report(text, "a.md").vacancies == ()


def test_told_to_be_another_text_it_holds_none() -> None:
    assert report(DIGEST, "a.md", kind="other").vacancies == ()


SECTIONS = (
    "# Functieomschrijving kok\n\nWij zoeken een kok. Je kookt voor tachtig gasten, je maakt het "
    "menu en je bestelt de producten. Je werkt 32 uur per week.\n\n# Arbeidsvoorwaarden kok\n\n"
    "Je verdient € 2.900 bruto per maand en je krijgt 25 vakantiedagen. Solliciteer bij Robin.\n"
)


def test_sections_that_name_the_job_are_parts_of_one_vacancy() -> None:
    assert report(SECTIONS, "kok.md").vacancies == ()
    assert not findings(SECTIONS, "kok.md", "HRS001", "SAL001")


LEVEL = (
    f"# Vacatures\n\n## Zelfstandig medewerker keuken\n\n## Dit ben jij\n\n{COOK}\n\n"
    f"## Schoonmakers en portiers\n\n## Dit ben jij\n\n{CLEANER}\n\n## Wij bieden\n\nEen tuin.\n"
)


def test_sections_of_the_level_of_the_jobs_are_of_the_job_above() -> None:
    own = report(LEVEL, "a.md")
    titles = ["Zelfstandig medewerker keuken", "Schoonmakers en portiers"]
    assert [each.facts.title for each in own.vacancies] == titles
    for each, text in zip(own.vacancies, ("menu", "voorraad"), strict=True):
        part = LEVEL[each.place.start.offset : each.place.end.offset]
        assert text in part
        assert "tuin" not in part


@pytest.mark.parametrize(("others", "found"), [(1, 3), (3, 2)])
def test_what_says_little_is_one_where_most_are(others: int, found: int) -> None:
    names = ("Imker", "Loodgieter", "Kapper")[:others]
    little = "De {} is er van de vroege ochtend tot de late avond, en dat met veel plezier."
    more = "".join(f"## {name}\n\n{little.format(name)}\n\n" for name in names)
    own = report(DIGEST.replace("## Over ons", f"{more}## Over ons"), "a.md")
    assert len(own.vacancies) == found


def test_a_line_or_two_on_each_of_many_jobs_is_a_list() -> None:
    names = ("Imker", "Loodgieter", "Kapper", "Bakker", "Kok", "Slager", "Jurist", "Timmerman")
    line = "Als {} werk je met plezier in een warm team, met de handen uit de mouwen."
    teasers = "".join(f"## {name}\n\nEe\n\n{line.format(name.lower())}\n\n" for name in names)
    own = report(f"# Vacatures\n\n{teasers}", "a.md")
    assert (own.kind == "vacancy", own.vacancies) == (False, ())
    paid = teasers.replace("Ee", "€ 2.900 bruto per maand voor 32 uur per week")
    assert len(report(f"# Vacatures\n\n{paid}", "a.md").vacancies) == len(names)


def test_sections_of_two_jobs_are_two_vacancies() -> None:
    both = SECTIONS + SECTIONS.replace("kok", "bakker").replace("kookt", "bakt")
    titles = [each.facts.title for each in report(both, "list.md").vacancies]
    assert titles == ["kok", "bakker"]


def test_what_stands_round_all_holds_for_each() -> None:
    paid = DIGEST.replace("nieuwe collega's.", "collega's, voor € 2.450 per maand bij 24 uur.")
    assert not findings(paid, "a.md", "SAL001", "HRS001")
    [cook, cleaner] = report(paid, "a.md").vacancies
    assert cook.facts.salary is not None
    assert cleaner.facts.salary is not None
    assert (cook.facts.salary.min, cleaner.facts.salary.min) == (2900, 2450)


def test_what_is_vague_for_all_is_told_once() -> None:
    both = DIGEST.replace(COOK, CLEANER.replace("schoonmaker", "kok"))
    vague = both.replace(
        "aan het water.", "aan het water.\n\n- Marktconform salaris\n- Halve dagen"
    )
    found = findings(vague, "a.md", "SAL001", "SAL002")
    assert [(each.rule, each.text) for each in found] == [("SAL002", "Marktconform salaris")]


def test_each_is_in_its_own_country() -> None:
    work = "You cook lunch for eighty guests and clean the kitchen, 30 hours per week."
    page = (
        f"# Vacancies\n\n## Line cook\n\nWe are looking for a line cook. {work} You have a DBS "
        f"check.\n\n## Pastry cook\n\nWe are looking for a pastry cook. {work} You have Garda "
        "vetting. You will be well paid.\n"
    )
    british, irish = findings(page, "a.md", "SAL001", "SAL002")
    assert "£" in british.message
    assert "€" in irish.message
