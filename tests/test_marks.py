"""Marks from 1 to 10: what costs points, what does not, and when a mark decides the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import Done, vaclint
from support import linter
from vaclint.facts import read_facts
from vaclint.engine.marks import PARTS, Marks, marks
from vaclint.model.source import decode

GOOD = """# Kok in het verzorgingshuis

Wij zoeken in Zandwijk een kok voor 24 uur per week. Je verdient € 2.600 tot € 3.100 bruto per maand.

## Wat ga je doen?

- Je kookt elke dag voor tachtig bewoners.
- Je bestelt de groenten en het fruit.

Solliciteren kan met een mail aan keuken@dewilg.example.
"""
BARE = "# Kok\n\nWij zoeken een kok. Wat ga je doen? Je kookt. Solliciteer nu, hij/zij krijgt een marktconform salaris.\n"


def mark_of(text: str, *codes: str, density: float = 0.0, ease: float = 80.0) -> Marks:
    document, _ = linter(kind="vacancy").understand(decode("kok.md", text.encode()))
    found = marks(document, read_facts(document), codes, {"jargon_density": density, "reading_ease": ease})
    assert found is not None
    return found


def check(folder: Path, *arguments: str, **files: str) -> Done:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return vaclint("check", *arguments, cwd=folder)


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
    assert mark_of(GOOD, *codes).parts == {**dict.fromkeys(PARTS, 10.0), part: pytest.approx(10 - points, abs=0.051)}


@pytest.mark.parametrize("code", ["JAR001", "JAR002", "JAR004", "GEN007", "DUP102", "ORG001"])
def test_what_costs_nothing(code: str) -> None:
    assert mark_of(GOOD, code).mark == 10.0


def test_clarity_loses_by_jargon_and_hard_reading() -> None:
    assert mark_of(GOOD, density=2.04, ease=45.0).parts["clarity"] == pytest.approx(10 - 2.0 - 1.5)
    assert mark_of(GOOD, density=0.0, ease=60.0).parts["clarity"] == 10.0


def test_a_scale_without_an_amount_costs_a_point() -> None:
    text = GOOD.replace("€ 2.600 tot € 3.100 bruto per maand", "volgens schaal 7 van de cao")
    assert mark_of(text).parts["completeness"] == 9.0


def test_the_mark_lies_between_the_average_and_the_lowest_part() -> None:
    found = mark_of(GOOD, "SAL001", "HRS001")
    assert found.parts["completeness"] == 3.0
    assert found.mark == pytest.approx(((3 + 10 + 10 + 10) / 4 + 3) / 2, abs=0.05)
    assert [deduction.cause for deduction in found.deductions] == ["SAL001", "HRS001"]


def test_no_part_is_below_one() -> None:
    assert mark_of(GOOD, *(f"INC{number:03}" for number in range(1, 11)), density=30.0, ease=-40.0).parts == {
        "completeness": 10.0, "inclusion": 1.0, "clarity": 1.0, "correctness": 10.0,
    }  # fmt: skip


def test_the_report_has_marks_for_vacancies_only(tmp_path: Path) -> None:
    done = check(tmp_path, "--output-format", "json", goed=GOOD, kaal=BARE, over="# Over ons\n\nWij bakken sinds 1912 brood in Zandwijk.\n")
    metrics = {file["path"]: file["metrics"] for file in done.json()["files"]}
    assert metrics["goed.md"]["mark"] == 10.0
    assert metrics["kaal.md"]["mark"] < 5
    assert "mark" not in metrics["over.md"]
    (bare,) = [file for file in done.json()["files"] if file["path"] == "kaal.md"]
    assert {"part": "completeness", "cause": "SAL002", "points": 3.0} in bare["properties"]["mark_deductions"]


def test_statistics_show_marks_with_the_lowest_first_and_counts(tmp_path: Path) -> None:
    done = check(tmp_path, "--statistics", goed=GOOD, kaal=BARE)
    lines = done.out.splitlines()
    head = next(index for index, line in enumerate(lines) if line.startswith("cijfer"))
    assert lines[head].split() == ["cijfer", "volledig", "inclusief", "helder", "verzorgd"]
    assert lines[head + 1].endswith("kaal.md")
    assert "SAL002 salary-vague −3" in lines[head + 2]
    assert lines[head + 3].split() == ["10", "10", "10", "10", "10", "goed.md"]
    assert "1  GEN001  pronoun-pair" in lines


def test_statistics_of_what_is_no_vacancy(tmp_path: Path) -> None:
    done = check(tmp_path, "--statistics", over="# Over ons\n\nWij bakken sinds 1912 brood in Zandwijk.\n")
    assert "Geen vacature, dus geen cijfer." in done.out


def test_a_mark_decides_the_exit_code_only_where_min_score_is_set(tmp_path: Path) -> None:
    assert check(tmp_path, "--fail-on", "never", kaal=BARE).code == 0
    done = check(tmp_path, "--fail-on", "never", "--min-score", "6")
    assert done.code == 1
    assert "kaal.md: het cijfer" in done.err
    assert "is lager dan 6 (min-score)" in done.err
    assert check(tmp_path, "--fail-on", "never", "--min-score", "1").code == 0
    (tmp_path / "vaclint.toml").write_text("min-score = 6.5\n", encoding="utf-8")
    assert check(tmp_path, "--fail-on", "never").code == 1
    assert check(tmp_path, "--fail-on", "never", "--min-score", "1,5").code == 0


@pytest.mark.parametrize("value", ["0", "11", "goed", "true"])
def test_a_min_score_that_is_no_mark_is_an_error(tmp_path: Path, value: str) -> None:
    done = check(tmp_path, "--min-score", value, goed=GOOD)
    assert done.code == 2
    assert f"a mark is a number from 1 to 10, not '{value}'" in done.err
    (tmp_path / "vaclint.toml").write_text(f"min-score = {value if value != 'goed' else repr(value)}\n", encoding="utf-8")
    done = check(tmp_path)
    assert done.code == 2
    assert "vaclint.toml:1: 'min-score' must be a number from 1 to 10" in done.err
