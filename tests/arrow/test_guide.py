"""The questions of docs/scale.md, asked of what a run wrote."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cli_support import ROOT, vaclint_here
from project_support import inside

pa = pytest.importorskip("pyarrow", reason="the extra vaclint[batch] is not installed")
pq = pytest.importorskip("pyarrow.parquet")
duckdb = pytest.importorskip("duckdb")

PAGE = (ROOT / "docs" / "scale.md").read_text("utf-8")
QUESTIONS = re.findall(r"^```sql\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
COMMANDS = [
    line.split()[1:]
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
    if line.startswith("vaclint ")
]
LONG = " ".join(f"Je kookt op dag {number} soep voor gasten van de zaal." for number in range(20))
TEXTS = [
    f"Wij zoeken een kok voor 32 uur. {LONG} Je verdient € 2.900 per maand.",
    f"Wij zoeken een kok voor 24 uur. {LONG} Hij/zij verdient marktconform.",
    f"Wij zoeken een kok voor 24 uur. {LONG}  Hij/zij belt ons.",
    None,
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scale")
    table = {"id": [1, 2, 3, 4], "title": ["Kok"] * 4, "employer": ["Soep & Co"] * 4}
    path = folder / "adverts.parquet"
    for texts, output in (([*TEXTS[:2], TEXTS[0], ""], "yesterday.parquet"), (TEXTS, None)):
        pq.write_table(pa.table({**table, "text": texts}), path)
        given = ["batch", "--input", path.name, "--output", output] if output else COMMANDS[0]
        done = vaclint_here(*given, "--kind", "vacancy", cwd=folder)
        assert (done.code, "Traceback" in done.err) == (1, False)
    return folder


def asked(folder: Path, part: str) -> list[Any]:
    """The answer to the one question that has a part."""
    (question,) = (each for each in QUESTIONS if part in each)
    with inside(folder):
        rows: list[Any] = duckdb.connect().execute(question).fetchall()
    return rows


def test_every_question_has_an_answer(folder: Path) -> None:
    assert len(QUESTIONS) == 7
    for question in QUESTIONS:
        assert asked(folder, question)


def test_the_answers_are_right(folder: Path) -> None:
    counts = {rule: (places, adverts) for rule, places, adverts in asked(folder, "AS places")}
    assert counts["GEN001"] == (2, 2)
    assert asked(folder, "IS NOT NULL GROUP BY") == [("null", 1, "the text is null")]
    ((employer, adverts, without, _),) = asked(folder, "without_pay")
    assert (employer, adverts, without) == ("Soep & Co", 3, 0.67)
    new = asked(folder, "ANTI JOIN")
    assert {name for name, _, _ in new} == {"3"}
    assert "GEN001" in {rule for _, rule, _ in new}
    assert asked(folder, "without_copies") == [(4, 2)]
    alike = asked(folder, "list_intersect")
    assert [name for name, _, _ in alike] == ["2", "3"] or [n for n, _, _ in alike] == ["3", "2"]
    assert all(share > 0.7 for _, _, share in alike)


def test_a_run_that_is_over_has_nothing_to_go_on_with(folder: Path) -> None:
    done = vaclint_here(*COMMANDS[1], "-q", "--kind", "vacancy", cwd=folder)
    assert (done.code, done.out, done.err) == (1, "", "")
