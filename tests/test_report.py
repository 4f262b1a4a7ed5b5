"""The JSON report: its schema, its order, its positions, and what it says of the real vacancy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli_support import REAL, ROOT, vaclint

SCHEMA = json.loads((ROOT / "src" / "vaclint" / "schemas" / "report.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    return vaclint("check", str(REAL), "--output-format", "json", cwd=ROOT).json()


def of_rule(report: dict[str, Any], rule: str) -> list[dict[str, Any]]:
    return [finding for finding in report["diagnostics"] if finding["rule"] == rule]


def lines(report: dict[str, Any], rule: str) -> list[int]:
    return [finding["range"]["start"]["line"] for finding in of_rule(report, rule)]


def test_schema_is_a_schema_and_the_command_prints_it() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(vaclint("schema", "report", cwd=ROOT).out) == SCHEMA


@pytest.mark.parametrize("arguments", [["examples"], ["tests/corpus"], ["weg.md", "--onbekend"], ["pyproject.toml", "--select", "WSP"]])
def test_reports_are_valid(arguments: list[str]) -> None:
    report = vaclint("check", *arguments, "--output-format", "json", cwd=ROOT).json()
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    keys = [(finding["path"], finding["range"]["start"]["offset"], finding["rule"]) for finding in report["diagnostics"]]
    assert keys == sorted(keys)


def test_positions_are_those_of_the_file(real: dict[str, Any]) -> None:
    text = REAL.read_text("utf-8")
    split = text.split("\n")
    for finding in real["diagnostics"]:
        start, end = finding["range"]["start"], finding["range"]["end"]
        assert text[start["offset"] : end["offset"]] == finding["text"]
        assert sum(len(line) + 1 for line in split[: start["line"] - 1]) + start["column"] - 1 == start["offset"]
        for fix in finding["fixes"]:
            assert all(0 <= edit["start"] <= edit["end"] <= len(text) for edit in fix["edits"])


def test_the_real_vacancy(real: dict[str, Any]) -> None:
    (duplicate,) = of_rule(real, "DUP001")
    assert duplicate["range"]["start"]["line"] == 127
    assert duplicate["range"]["end"]["line"] == 228
    (first,) = duplicate["related"]
    assert (first["range"]["start"]["line"], first["range"]["end"]["line"]) == (25, 126)
    assert lines(real, "GEN001") == [72, 72, 174, 174]
    assert lines(real, "GEN002") == [43, 145]
    assert [finding for finding in real["diagnostics"] if finding["family"] == "GEN"] == of_rule(real, "GEN001")[:0] + [
        finding for finding in real["diagnostics"] if finding["rule"] in ("GEN001", "GEN002")
    ]
    assert lines(real, "SAL001") == [11]
    assert lines(real, "HRS002") == [17]
    assert 1 < real["files"][0]["metrics"]["jargon_density"] < 3
    assert len(of_rule(real, "WSP001")) == 62
    assert len(of_rule(real, "WSP010")) == 90
    assert lines(real, "WSP007") == [124, 126]
    assert lines(real, "WSP008") == [228]
    assert real["files"][0]["facts"] == {
        "title": "Concerndirecteur", "salary": None, "hours": None, "contract": "Fulltime", "location": "Enschede", "organization": "Gemeente Enschede",
        "date_posted": None, "closing_date": None, "contact_name": None, "contact_email": None, "contact_phone": None,
    }  # fmt: skip


def test_half_of_the_real_vacancy_has_no_duplicate(tmp_path: Path) -> None:
    half = "".join(REAL.read_text("utf-8").splitlines(keepends=True)[:124])
    (tmp_path / "half.txt").write_text(half, encoding="utf-8")
    report = vaclint("check", "half.txt", "--output-format", "json", cwd=tmp_path).json()
    assert of_rule(report, "DUP001") == []


def test_fingerprints_survive_lines_above_and_a_move(tmp_path: Path) -> None:
    text = "# Kok\n\nHij/zij kookt. Hij/zij bakt. Hij/zij kookt.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "b.md").write_text(f"Nieuwe alinea boven alles.\n\n{text}", encoding="utf-8")
    findings = vaclint("check", "--select", "GEN001", "--output-format", "json", cwd=tmp_path).json()["diagnostics"]
    names = {path: [finding["fingerprint"] for finding in findings if finding["path"] == path] for path in ("a.md", "b.md")}
    assert names["a.md"] == names["b.md"]
    assert len(set(names["a.md"])) == 3


def test_the_same_run_gives_the_same_bytes() -> None:
    runs = {vaclint("check", "tests/corpus", "--output-format", "json", cwd=ROOT, PYTHONHASHSEED=str(seed)).out for seed in (1, 2)}
    assert len(runs) == 1
