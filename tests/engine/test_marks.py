"""Marks from 1 to 10: what costs points, and what does not."""

from __future__ import annotations

import pytest

from support import engine, report, resources
from texts import BARE, GOOD
from vaclint.engine.marks import PARTS, Marks, marks
from vaclint.model.source import Source


def mark_of(text: str, *codes: str, density: float = 0.0, ease: float = 80.0) -> Marks:
    understood = engine(kind="vacancy").understand(Source("kok.md", text))
    measured = {"jargon_density": density, "reading_ease": ease}
    found = marks(understood.document, understood.facts, codes, measured, resources())
    assert found is not None
    return found


def test_a_vacancy_without_findings_has_a_ten() -> None:
    assert mark_of(GOOD).metrics == {"mark": 10.0, **{f"mark_{part}": 10.0 for part in PARTS}}
    assert mark_of(GOOD).deductions == ()


@pytest.mark.parametrize(
    ("codes", "part", "points"),
    [
        (["SAL001"], "completeness", 4.0),
        (["SAL002", "HRS002"], "completeness", 5.0),
        (["SAL007"], "correctness", 1.0),
        (["GEN001"], "inclusion", 1.5),
        (["GEN001"] * 2, "inclusion", 2.25),
        (["GEN001"] * 3, "inclusion", 3.0),
        (["GEN001"] * 30, "inclusion", 3.0),
        (["GEN001", "GEN002"], "inclusion", 3.0),
        (["INC001"], "inclusion", 3.0),
        (["RDB001"], "clarity", 0.5),
        (["DUP001"], "correctness", 2.0),
        (["WSP005"] * 900, "correctness", 0.5),
    ],
)
def test_what_a_finding_costs(codes: list[str], part: str, points: float) -> None:
    assert mark_of(GOOD, *codes).parts == {
        **dict.fromkeys(PARTS, 10.0),
        part: pytest.approx(10 - points, abs=0.051),
    }


@pytest.mark.parametrize("code", ["JAR001", "JAR002", "JAR004", "GEN007", "DUP102", "ORG001"])
def test_what_costs_nothing(code: str) -> None:
    assert mark_of(GOOD, code).mark == 10.0


def test_clarity_loses_by_jargon_and_hard_reading() -> None:
    assert mark_of(GOOD, density=2.04, ease=45.0).parts["clarity"] == pytest.approx(10 - 2.0 - 1.5)
    assert mark_of(GOOD, density=0.0, ease=60.0).parts["clarity"] == 10.0


def test_a_scale_without_an_amount_costs_a_point() -> None:
    text = GOOD.replace("€ 2.600 tot € 3.100 bruto per\nmaand", "volgens schaal 7 van de cao")
    assert mark_of(text).parts["completeness"] == 9.0


def test_the_mark_lies_between_the_average_and_the_lowest_part() -> None:
    found = mark_of(GOOD, "SAL001", "HRS001")
    assert found.parts["completeness"] == 3.0
    assert found.mark == pytest.approx(((3 + 10 + 10 + 10) / 4 + 3) / 2, abs=0.05)
    assert [deduction.cause for deduction in found.deductions] == ["SAL001", "HRS001"]


def test_no_part_is_below_one() -> None:
    assert mark_of(
        GOOD, *(f"INC{number:03}" for number in range(1, 11)), density=30.0, ease=-40.0
    ).parts == {
        "completeness": 10.0,
        "inclusion": 1.0,
        "clarity": 1.0,
        "correctness": 10.0,
    }


ABOUT = "# Over ons\n\nWij bakken sinds 1912 brood in Zandwijk.\n"


def test_only_vacancies_in_a_language_with_rules_get_a_mark() -> None:
    good, bare = report(GOOD, "goed.md"), report(BARE, "kaal.md")
    assert good.metrics["mark"] == 10.0
    assert bare.metrics["mark"] < 5
    expected = {"part": "completeness", "cause": "SAL002", "points": 3.0}
    assert expected in bare.properties["mark_deductions"]
    assert "mark" not in report(ABOUT, "over.md").metrics
    german = "# Koch\n\nWir suchen einen Koch für unsere Küche und sind ein Team mit der Leitung.\n"
    spoken = report(german, "koch.md", kind="vacancy")
    assert (spoken.language, spoken.kind) == ("de", "vacancy")
    assert "mark" not in spoken.metrics
    assert "mark_deductions" not in report(ABOUT, "over.md").properties
