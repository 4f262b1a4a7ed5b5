"""Reviewdog's diagnostic format: one object (``rdjson``), or one to a line (``rdjsonl``).

Source: ``proto/rdf/reviewdog.proto`` of reviewdog. Its columns count bytes of UTF-8, from 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vaclint.model.diagnostics import Fix
from vaclint.model.errors import VaclintError
from vaclint.model.report import Finding, Look, Report
from vaclint.reporters.shared import address_of, as_json, findings_of, help_uri
from vaclint.text.escaped import escaped

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report, look: Look) -> str:
    """The report as one ``DiagnosticResult``."""
    result = {
        "source": _named("name", "vaclint", address_of("homepage")),
        "diagnostics": list(_diagnostics(report)),
    }
    return as_json(result) + "\n"


def render_lines(report: Report, look: Look) -> str:
    """The report as a ``Diagnostic`` to a line."""
    source = _named("name", "vaclint", address_of("homepage"))
    return "".join(
        as_json({**each, "source": source}, indent=None) + "\n" for each in _diagnostics(report)
    )


def _named(key: str, name: str, url: str | None) -> dict[str, str]:
    """A source or a code, with its address where it has one."""
    return {key: name, "url": url} if url else {key: name}


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    yield from (_error(error) for error in report.errors)
    yield from (_finding(finding) for finding in findings_of(report))


def _error(error: VaclintError) -> dict[str, Any]:
    return {
        "message": escaped(error.message),
        "location": {"path": error.path},
        "severity": "ERROR",
        "code": {"value": error.kind},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    known = _Known(finding)
    start, end = finding.place
    place = {"start": known.position(start.offset), "end": known.position(end.offset)}
    diagnostic: dict[str, Any] = {
        "message": escaped(finding.message),
        "location": {"path": finding.path, "range": place},
        "severity": _SEVERITIES[finding.severity],
        "code": _named("value", finding.rule, help_uri(finding.rule)),
    }
    suggestions = [known.suggestion(fix) for fix in finding.fixes if known.holds(fix)]
    if suggestions:
        diagnostic["suggestions"] = suggestions
    if finding.related:
        diagnostic["related_locations"] = [
            {
                "message": escaped(message),
                "location": {
                    "path": path,
                    "range": {"start": {"line": start.line}, "end": {"line": end.line}},
                },
            }
            for path, (start, end), message in finding.related
        ]
    return diagnostic


class _Known:
    """The part of a text that a finding shows: from the start of its first line to the end of that
    line, or of the finding.
    """

    def __init__(self, finding: Finding) -> None:
        start = finding.place.start
        before = finding.line[: start.column - 1]
        self.first = start.offset - len(before)
        self.line = start.line
        self.text = max(finding.line, before + finding.text, key=len)

    def holds(self, fix: Fix) -> bool:
        """Whether the part has all that a fix changes."""
        last = self.first + len(self.text)
        return all(self.first <= edit.start and edit.end <= last for edit in fix.edits)

    def position(self, offset: int) -> dict[str, int]:
        """Line and column of an offset in the text."""
        before = self.text[: offset - self.first]
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        column = len(lines[-1].encode("utf-8", "surrogatepass")) + 1
        return {"line": self.line + len(lines) - 1, "column": column}

    def suggestion(self, fix: Fix) -> dict[str, Any]:
        """A fix as one replacement, of all from its first edit to its last."""
        edits = sorted(fix.edits)
        start, end = edits[0].start, max(edit.end for edit in edits)
        parts, here = [], start
        for edit in edits:
            parts += [self.text[here - self.first : edit.start - self.first], edit.replacement]
            here = edit.end
        place = {"start": self.position(start), "end": self.position(end)}
        return {"range": place, "text": "".join(parts)}
