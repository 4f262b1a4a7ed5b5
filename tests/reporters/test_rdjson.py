"""Reviewdog's formats against its own schemas; columns in bytes of UTF-8."""

from __future__ import annotations

import json
from typing import Any

from reporters.conftest import Golden
from reporters.sample import look
from reporters.specified import finding, hostile, of, rendered, valid
from vaclint.model.diagnostics import Edit, Fix
from vaclint.model.errors import VaclintError
from vaclint.model.report import Place, RelatedPlace, Report
from vaclint.model.source import Position
from vaclint.reporters import render


def diagnostics_of(report: Report) -> list[dict[str, Any]]:
    data = json.loads(render("rdjson", report, look()))
    valid(data, "rdjson.json")
    found = data["diagnostics"]
    assert isinstance(found, list)
    return found


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("rdjson.json", rendered("rdjson"))
    golden("rdjsonl.jsonl", rendered("rdjsonl"))


def test_every_line_is_a_diagnostic() -> None:
    for line in render("rdjsonl", of(finding(), finding()), look()).splitlines():
        valid(json.loads(line), "rdjsonl.json")


def test_columns_count_bytes() -> None:
    (found,) = diagnostics_of(of(finding()))
    assert found["location"]["range"] == {
        "start": {"line": 2, "column": 8},
        "end": {"line": 2, "column": 15},
    }
    assert found["suggestions"] == [{"range": found["location"]["range"], "text": "open"}]


def test_the_end_may_be_on_a_later_line() -> None:
    place = Place(Position(1, 4, 3), Position(3, 3, 11))
    long = finding(place=place, text="é\r\nab\nçd", line="123é", fixes=())
    (found,) = diagnostics_of(of(long))
    assert found["location"]["range"]["end"] == {"line": 3, "column": 4}


def test_several_edits_are_one_suggestion() -> None:
    fix = Fix("safe", "Vervang", (Edit(14, 15, "N"), Edit(19, 20, "E")))
    (found,) = diagnostics_of(of(finding(fixes=(fix,))))
    assert [each["text"] for each in found["suggestions"]] == ["NaïevE"]


def test_a_fix_elsewhere_is_no_suggestion() -> None:
    fix = Fix("safe", "Verwijder", (Edit(900, 905, ""),))
    (found,) = diagnostics_of(of(finding(fixes=(fix,))))
    assert "suggestions" not in found


def test_other_places_are_named() -> None:
    other = RelatedPlace("b.md", Place(Position(7, 1, 70), Position(8, 1, 80)), "Hier ook")
    (found,) = diagnostics_of(of(finding(related=(other,))))
    (related,) = found["related_locations"]
    assert related["location"]["path"] == "b.md"
    assert related["location"]["range"] == {"start": {"line": 7}, "end": {"line": 8}}


def test_what_could_not_be_read_has_no_range() -> None:
    (found,) = diagnostics_of(Report((), (VaclintError("read", "weg.md", "gone"),), 2))
    assert found["location"] == {"path": "weg.md"}


def test_hostile_texts_are_valid() -> None:
    assert len(diagnostics_of(hostile())) == 1
