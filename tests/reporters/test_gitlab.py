"""Code Quality: the fields that GitLab's page on the format requires."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from reporters.conftest import Golden
from reporters.sample import look
from reporters.specified import finding, hostile, of, rendered
from vaclint.model.errors import VaclintError
from vaclint.model.report import Report
from vaclint.reporters import render

FORMAT = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": r"^[\w-]+$"},
            "fingerprint": {"type": "string", "minLength": 32},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def entries_of(report: Report) -> list[Any]:
    entries = json.loads(render("gitlab", report, look()))
    jsonschema.validate(entries, FORMAT)
    assert isinstance(entries, list)
    return entries


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("gitlab.json", rendered("gitlab"))


def test_equal_findings_in_two_files_have_names_of_their_own() -> None:
    first, second = entries_of(of(finding(), finding(path="b.md")))
    assert first["fingerprint"] != second["fingerprint"]
    assert first["location"] == {"path": "map/a b.md", "lines": {"begin": 2, "end": 2}}


def test_what_could_not_be_checked_blocks() -> None:
    (entry,) = entries_of(Report((), (VaclintError("read", "weg.md", "gone"),), 2))
    assert (entry["severity"], entry["location"]["path"]) == ("blocker", "weg.md")


def test_hostile_texts_stay_in_the_format() -> None:
    (entry,) = entries_of(hostile())
    assert "\\x1b" in entry["description"]
