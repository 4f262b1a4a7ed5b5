"""The JSON report: its schema, its order, its positions, and what it says of the real vacancy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli_support import REAL, ROOT, vaclint
from reporters.conftest import Golden
from reporters.sample import look, report
from vaclint import __version__
from vaclint.model.report import Report
from vaclint.reporters import render

SCHEMA = json.loads((ROOT / "src" / "vaclint" / "schemas" / "report.json").read_text("utf-8"))
Json = dict[str, Any]


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    version = f'"version": "{__version__}"'
    text = render("json", report(), look())
    assert text.count(version) == 1
    golden("json.json", text.replace(version, '"version": "…"'))


def test_files_come_by_path_and_findings_by_place() -> None:
    given = report()
    turned = given._replace(files=given.files[::-1], errors=given.errors[::-1])
    assert render("json", turned, look()) == render("json", given, look())
    data = json.loads(render("json", given, look()))
    assert [file["path"] for file in data["files"]] == ["kok.md", "over.md", "planner.html"]
    places = [
        (
            each["path"],
            each["range"]["start"]["offset"],
            each["rule"],
            each["range"]["end"]["offset"],
        )
        for each in data["diagnostics"]
    ]
    assert places == sorted(places)


def test_the_summary_counts_what_is_in_the_report() -> None:
    data = json.loads(render("json", report(), look()))
    summary = data["summary"]
    assert summary["files"] == 3
    assert summary["files_with_findings"] == 2
    assert summary["diagnostics"] == len(data["diagnostics"])
    assert sum(summary["by_severity"].values()) == len(data["diagnostics"])
    assert sum(summary["by_rule"].values()) == len(data["diagnostics"])
    assert list(summary["by_rule"]) == sorted({each["rule"] for each in data["diagnostics"]})
    assert (summary["errors"], summary["exit_code"]) == (1, 2)


def test_a_file_that_could_not_be_read_is_an_error_only() -> None:
    data = json.loads(render("json", report(), look()))
    assert [error["path"] for error in data["errors"]] == ["oud.txt"]
    assert "oud.txt" not in [file["path"] for file in data["files"]]


@pytest.mark.parametrize("given", [report(), Report(()), report(details=False, marks=False)])
def test_every_report_is_valid(given: Report) -> None:
    data = json.loads(render("json", given, look()))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


@pytest.fixture(scope="module")
def real() -> Json:
    return vaclint("check", str(REAL), "--output-format", "json", cwd=ROOT).json()


def of_rule(report: Json, rule: str) -> list[Json]:
    return [finding for finding in report["diagnostics"] if finding["rule"] == rule]


def lines(report: Json, rule: str) -> list[int]:
    return [finding["range"]["start"]["line"] for finding in of_rule(report, rule)]


def test_schema_is_a_schema_and_the_command_prints_it() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(vaclint("schema", "report", cwd=ROOT).out) == SCHEMA


@pytest.mark.parametrize(
    "arguments",
    [
        ["examples"],
        ["tests/corpus"],
        ["weg.md", "--onbekend"],
        ["pyproject.toml", "--select", "WSP"],
    ],
)
def test_reports_of_the_command_are_valid(arguments: list[str]) -> None:
    data = vaclint("check", *arguments, "--output-format", "json", cwd=ROOT).json()
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    keys = [
        (finding["path"], finding["range"]["start"]["offset"], finding["rule"])
        for finding in data["diagnostics"]
    ]
    assert keys == sorted(keys)


def test_positions_are_those_of_the_file(real: Json) -> None:
    text = REAL.read_text("utf-8")
    split = text.split("\n")
    assert real["diagnostics"]
    for finding in real["diagnostics"]:
        start, end = finding["range"]["start"], finding["range"]["end"]
        assert text[start["offset"] : end["offset"]] == finding["text"]
        before = sum(len(line) + 1 for line in split[: start["line"] - 1])
        assert before + start["column"] - 1 == start["offset"]
        for fix in finding["fixes"]:
            assert all(0 <= edit["start"] <= edit["end"] <= len(text) for edit in fix["edits"])


def test_the_real_vacancy(real: Json) -> None:
    (duplicate,) = of_rule(real, "DUP001")
    assert duplicate["range"]["start"]["line"] == 127
    assert duplicate["range"]["end"]["line"] == 228
    (first,) = duplicate["related"]
    assert (first["range"]["start"]["line"], first["range"]["end"]["line"]) == (25, 126)
    assert lines(real, "GEN001") == [72, 72, 174, 174]
    assert lines(real, "GEN002") == [43, 145]
    gender = {finding["rule"] for finding in real["diagnostics"] if finding["family"] == "GEN"}
    assert gender == {"GEN001", "GEN002"}
    assert lines(real, "SAL001") == [11]
    assert lines(real, "HRS002") == [17]
    assert 1 < real["files"][0]["metrics"]["jargon_density"] < 3
    assert len(of_rule(real, "WSP001")) == 62
    (indented,) = of_rule(real, "WSP010")
    assert indented["properties"]["count"] == 90
    assert lines(real, "WSP007") == [124, 126]
    assert lines(real, "WSP008") == [228]
    assert real["files"][0]["facts"] == {
        "title": "Concerndirecteur",
        "salary": None,
        "hours": None,
        "contract": "Fulltime",
        "location": "Enschede",
        "organization": "Gemeente Enschede",
        "date_posted": None,
        "closing_date": None,
        "contact_name": None,
        "contact_email": None,
        "contact_phone": None,
    }


def test_half_of_the_real_vacancy_has_no_duplicate(tmp_path: Path) -> None:
    half = "".join(REAL.read_text("utf-8").splitlines(keepends=True)[:124])
    (tmp_path / "half.txt").write_text(half, encoding="utf-8")
    data = vaclint("check", "half.txt", "--output-format", "json", cwd=tmp_path).json()
    assert [file["path"] for file in data["files"]] == ["half.txt"]
    assert of_rule(data, "DUP001") == []


def test_fingerprints_survive_lines_above_and_a_move(tmp_path: Path) -> None:
    text = "# Kok\n\nHij/zij kookt. Hij/zij bakt. Hij/zij kookt.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "b.md").write_text(f"Nieuwe alinea boven alles.\n\n{text}", encoding="utf-8")
    done = vaclint("check", "--select", "GEN001", "--output-format", "json", cwd=tmp_path)
    findings = done.json()["diagnostics"]
    names = {
        path: [finding["fingerprint"] for finding in findings if finding["path"] == path]
        for path in ("a.md", "b.md")
    }
    assert names["a.md"] == names["b.md"]
    assert len(set(names["a.md"])) == 3


def test_the_same_run_gives_the_same_bytes() -> None:
    asked = ("check", "tests/corpus", "--output-format", "json")
    runs = {vaclint(*asked, cwd=ROOT, PYTHONHASHSEED=str(seed)).out for seed in (1, 2)}
    assert len(runs) == 1
