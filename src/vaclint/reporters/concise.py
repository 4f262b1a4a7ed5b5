"""One line per finding: ``path:line:column: severity CODE message``."""

from __future__ import annotations

from vaclint.reporters import Report


def render(report: Report) -> str:
    """All findings, one to a line, without colour or summary."""
    return "".join(
        f"{finding.path}:{finding.place.start.line}:{finding.place.start.column}: {finding.severity} {finding.rule} {finding.message}\n"
        for file in report.files
        for finding in file.findings
    )
