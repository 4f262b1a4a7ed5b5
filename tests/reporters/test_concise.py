"""One line per finding."""

from __future__ import annotations

import re

from reporters.conftest import Golden
from reporters.sample import look, report
from vaclint.model.report import Report
from vaclint.reporters import render


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("concise.txt", render("concise", report(), look()))


def test_each_finding_is_a_line_with_its_place() -> None:
    given = report()
    lines = render("concise", given, look(color=True, width=40)).splitlines()
    findings = [finding for file in given.files for finding in file.findings]
    assert len(lines) == len(findings)
    for line, finding in zip(lines, findings, strict=True):
        start = finding.place.start
        head = f"{finding.path}:{start.line}:{start.column}: {finding.severity} {finding.rule} "
        assert line == head + finding.message
        assert re.fullmatch(r"[^\x1b]+", line)


def test_nothing_found_is_nothing_printed() -> None:
    assert render("concise", Report(()), look()) == ""
