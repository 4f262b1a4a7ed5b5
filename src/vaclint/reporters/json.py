"""The JSON report; ``schemas/report.json`` describes it."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from vaclint import __version__
from vaclint.model.report import FileReport, Finding, Look, Place, Report
from vaclint.model.values import Facts, Salary
from vaclint.text.escaped import escaped

_UNSHOWN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves the cursor or turns the writing around, and bytes of a name that are no UTF-8."""
SCHEMA_VERSION = "1.0"


def render(report: Report, look: Look) -> str:
    """The report as one JSON object, sorted by path, offset and rule."""
    files = sorted(report.files, key=lambda file: file.path)
    findings = sorted(
        (finding for file in files for finding in file.findings),
        key=lambda finding: (finding.path, *finding.order),
    )
    severities = Counter(finding.severity for finding in findings)
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "vaclint", "version": __version__},
        "summary": {
            "files": len(files),
            "files_with_findings": sum(1 for file in files if file.findings),
            "diagnostics": len(findings),
            "by_severity": {name: severities[name] for name in ("error", "warning", "info")},
            "by_rule": dict(sorted(Counter(finding.rule for finding in findings).items())),
            "suppressed": sum(file.suppressed for file in files),
            "baselined": 0,
            "errors": len(report.errors),
            "exit_code": report.exit_code,
        },
        "files": [_file(file) for file in files if file.format is not None],
        "diagnostics": [_finding(finding) for finding in findings],
        "errors": [
            {"path": error.path, "kind": error.kind, "message": error.message}
            for error in sorted(report.errors, key=lambda error: (error.path, error.message))
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return _UNSHOWN.sub(_spelled, text)


def _spelled(match: re.Match[str]) -> str:
    """A character as JSON spells it, which is the same text; a byte as it is shown."""
    char = match[0]
    is_byte = "\udc80" <= char <= "\udcff"
    return json.dumps(escaped(char) if is_byte else char)[1:-1]


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "format": file.format,
        "kind": file.kind,
        "language": file.language,
        "metrics": dict(file.metrics),
        "facts": _facts(file.facts) if file.facts else None,
        **_vacancies(file),
        "properties": dict(file.properties),
    }


def _vacancies(file: FileReport) -> dict[str, Any]:
    if not file.vacancies:
        return {}
    return {
        "vacancies": [
            {"title": each.facts.title, "facts": _facts(each.facts), "range": _range(each.place)}
            for each in file.vacancies
        ]
    }


_SALARY = ("min", "max", "currency", "unit", "basis_hours", "scale")
_HOURS = ("min", "max", "fte")


def _facts(facts: Facts) -> dict[str, Any]:
    salary, hours, details = facts.salary, facts.hours, facts.details
    values = (
        {name: detail and detail.value for name, detail in details._asdict().items()}
        if details
        else {}
    )
    return {
        "title": facts.title,
        "salary": salary and _salary(salary),
        "hours": hours and {key: getattr(hours, key) for key in _HOURS},
        **values,
    }


def _salary(salary: Salary) -> dict[str, Any]:
    values = {key: getattr(salary, key) for key in _SALARY}
    return {**values, "scale": salary.scale and dict(salary.scale._asdict())}


def _range(place: Place) -> dict[str, Any]:
    return {
        name: dict(position._asdict())
        for name, position in (("start", place.start), ("end", place.end))
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.path,
        "rule": finding.rule,
        "name": finding.name,
        "family": finding.rule[:3],
        "severity": finding.severity,
        "message": finding.message,
        "text": finding.text,
        "range": _range(finding.place),
        "related": [
            {"path": path, "range": _range(place), "message": message}
            for path, place, message in finding.related
        ],
        "fixes": [
            {
                "applicability": fix.applicability,
                "message": fix.message,
                "edits": [edit._asdict() for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
        "fingerprint": finding.fingerprint,
        "help_uri": f"docs/rules.md#{finding.rule.lower()}",
        "properties": dict(finding.properties),
    }
