"""One line per finding: ``path:line:column: severity CODE message``."""

from __future__ import annotations

from vaclint.model.report import Finding, Look, Report
from vaclint.text.escaped import escaped, escaped_path


def render(report: Report, look: Look) -> str:
    """All findings, one to a line, without colour or summary."""
    return "".join(line_of(finding) for file in report.files for finding in file.findings)


def line_of(finding: Finding) -> str:
    """A finding on a line."""
    start = finding.place.start
    place = f"{escaped_path(finding.path)}:{start.line}:{start.column}"
    return f"{place}: {finding.severity} {finding.rule} {escaped(finding.message)}\n"
