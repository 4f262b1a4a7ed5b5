"""Checkstyle's XML: elements and attributes as its readers expect them."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from reporters.conftest import Golden
from reporters.sample import look
from reporters.specified import finding, hostile, of, rendered
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Report
from vaclint.reporters import render


def read(report: Report) -> ET.Element:
    root = ET.fromstring(render("checkstyle", report, look()).encode())
    assert (root.tag, root.get("version")) == ("checkstyle", "4.3")
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        for error in file:
            assert error.tag == "error"
            assert set(error.attrib) <= {"line", "column", "severity", "message", "source"}
            assert int(error.attrib["line"]) >= 1
            assert error.get("severity") in ("error", "warning", "info")
    return root


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("checkstyle.xml", rendered("checkstyle"))


def test_files_come_by_name_with_those_that_are_clean_or_unreadable() -> None:
    clean = FileReport("goed.md", "markdown", "vacancy", "nl")
    unread = FileReport("weg.md", errors=(error := VaclintError("read", "weg.md", "gone"),))
    given = Report((*of(finding()).files, clean, unread), (error,), 2)
    root = read(given)
    assert [file.get("name") for file in root] == ["goed.md", "map/a b.md", "weg.md"]
    assert [len(file) for file in root] == [0, 1, 1]
    assert root[1][0].get("source") == "vaclint.GEN001"


def test_hostile_texts_are_text() -> None:
    root = read(hostile())
    message = root[0][0].get("message") or ""
    assert "]]> <b>&amp; | `x`" in message
    assert "\x1b" not in message
