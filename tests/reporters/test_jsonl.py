"""The JSON report an object to a line: the same objects, each with its type."""

from __future__ import annotations

import json

from reporters.conftest import Golden
from reporters.sample import look, report
from reporters.specified import rendered
from vaclint.reporters import render


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("jsonl.jsonl", rendered("jsonl"))


def test_the_objects_are_those_of_the_json_report() -> None:
    given = report()
    whole = json.loads(render("json", given, look()))
    lines = [json.loads(line) for line in render("jsonl", given, look()).splitlines()]
    kinds = [line.pop("type") for line in lines]
    assert (kinds[0], kinds[-1]) == ("run", "summary")
    assert lines[0] == {"schema_version": whole["schema_version"], "tool": whole["tool"]}
    assert lines[-1] == whole["summary"]
    for kind, key in (("file", "files"), ("diagnostic", "diagnostics"), ("error", "errors")):
        of_kind = [line for line, each in zip(lines, kinds, strict=True) if each == kind]
        assert of_kind == whole[key]
