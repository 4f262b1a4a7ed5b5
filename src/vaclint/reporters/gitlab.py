"""GitLab's Code Quality report.

Source: GitLab's page "Code Quality", section "Code Quality report format". A fingerprint names one
finding in one file, as GitLab shows two with the same one once.
"""

from __future__ import annotations

from typing import Any

from vaclint.model.errors import VaclintError
from vaclint.model.report import Finding, Look, Report
from vaclint.reporters.shared import as_json, digest, findings_of
from vaclint.text.escaped import escaped

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, look: Look) -> str:
    """The report as one JSON array, what could not be checked first."""
    entries = [_error(error) for error in report.errors]
    entries += [_finding(finding) for finding in findings_of(report)]
    return as_json(entries) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    start, end = finding.place
    return {
        "description": f"{finding.rule}: {escaped(finding.message)}",
        "check_name": finding.rule,
        "fingerprint": digest(finding.path, finding.fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": start.line, "end": end.line}},
    }


def _error(error: VaclintError) -> dict[str, Any]:
    return {
        "description": escaped(error.message),
        "check_name": f"vaclint-{error.kind}",
        "fingerprint": digest(error.path, error.kind, error.message),
        "severity": "blocker",
        "location": {"path": error.path, "lines": {"begin": 1}},
    }
