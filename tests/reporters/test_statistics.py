"""The marks of vacancies, and how often each rule found something."""

from __future__ import annotations

from reporters.conftest import Golden
from reporters.sample import look, report
from support import report as file_report
from texts import BARE, GOOD
from vaclint.model.report import Report
from vaclint.reporters.statistics import render

ABOUT = "# Over ons\n\nWij bakken sinds 1912 brood in Zandwijk.\n"


def shown(language: str = "nl", **texts: str) -> list[str]:
    files = tuple(file_report(text, f"{name}.md") for name, text in texts.items())
    return render(Report(files), look(language)).splitlines()


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("statistics-nl.txt", render(report(), look("nl")))
    golden("statistics-en.txt", render(report(), look("en")))


def test_marks_with_the_lowest_first_and_counts() -> None:
    lines = shown(goed=GOOD, kaal=BARE)
    head = next(index for index, line in enumerate(lines) if line.startswith("cijfer"))
    assert lines[head].split() == ["cijfer", "volledig", "inclusief", "helder", "verzorgd"]
    assert lines[head + 1].endswith("kaal.md")
    assert "SAL002 salary-vague −3" in lines[head + 2]
    assert ["10", "10", "10", "10", "10", "goed.md"] in [line.split() for line in lines[head:]]
    assert any(line.startswith("1  GEN001  pronoun-pair ") and "█" in line for line in lines)


def test_what_else_is_asked_of_a_vacancy_stands_below_its_mark() -> None:
    text = "# Kok (m/v/x)\n\n## Wij vragen\n\n- passie\n- een diploma\n\n## Wij bieden\n\n- 25 vrije dagen\n"
    files = (file_report(text, "kok.md", kind="vacancy", language="nl"),)
    for language, said in (
        ("nl", "Eisen 2 (gemiddeld 7,3) · Clichés 1 (gemiddeld 7,7) · Aanbod waar iemand op kan rekenen 1 van 1"),
        ("en", "Demands 2 (average 7.3) · Clichés 1 (average 7.7) · Offers to hold you to 1 of 1"),
    ):  # fmt: skip
        assert said in render(Report(files), look(language))


def test_a_mark_is_written_as_the_language_does() -> None:
    dutch, english = ("\n".join(shown(language, kaal=BARE)) for language in ("nl", "en"))
    assert ",5" in dutch
    assert ",5" not in english
    assert ".5" in english


def test_a_text_that_is_no_vacancy_gets_no_mark() -> None:
    lines = shown(over=ABOUT)
    assert lines[:2] == ["", "Geen vacature, dus geen cijfer."]


def test_a_deduction_of_what_is_left_out_has_its_code() -> None:
    files = tuple(file._replace(findings=()) for file in report().files)
    shown = render(Report(files), look())
    assert "DUP002 −2" in shown
    assert "doubled-word" not in shown
