"""The JSON report; ``schemas/report.json`` describes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from vaclint import __version__
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Finding, Look, Place, Report
from vaclint.model.values import Facts, Salary
from vaclint.reporters.shared import as_json, findings_of

SCHEMA_VERSION = "1.0"


def render(report: Report, look: Look) -> Iterator[str]:
    """The report as one JSON object, sorted by path, offset and rule; in parts, since that of many
    files is large.
    """
    files = sorted(report.files, key=lambda file: file.path)
    head = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "vaclint", "version": __version__},
        "summary": summary_of(files, report),
    }
    yield as_json(head).removesuffix("\n}")
    yield from _list("files", (file_of(file) for file in files if file.format is not None))
    yield from _list("diagnostics", map(finding_of, findings_of(report)))
    if report.show_suppressed:
        yield from _list("suppressed", _suppressed(report))
    errors = sorted(report.errors, key=lambda error: (error.path, error.message))
    yield from _list("errors", map(error_of, errors))
    yield "\n}\n"


def error_of(error: VaclintError) -> dict[str, Any]:
    """What went wrong, as the report has it."""
    return {"path": error.path, "kind": error.kind, "message": error.message}


def summary_of(files: Sequence[FileReport], report: Report) -> dict[str, Any]:
    """The numbers of a run, as the report has them."""
    severities = Counter(finding.severity for file in files for finding in file.findings)
    rules = Counter(finding.rule for file in files for finding in file.findings)
    return {
        "files": len(files),
        "files_with_findings": sum(1 for file in files if file.findings),
        "diagnostics": rules.total(),
        "by_severity": {name: severities[name] for name in ("error", "warning", "info")},
        "by_rule": dict(sorted(rules.items())),
        "suppressed": sum(file.suppressed for file in files),
        "baselined": sum(file.baselined for file in files),
        "errors": len(report.errors),
        "exit_code": report.exit_code,
    }


def _list(key: str, items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A key of the report with its list, one element a part."""
    yield f',\n  "{key}": ['
    before, end = "\n    ", "]"
    for item in items:
        yield before + as_json(item).replace("\n", "\n    ")
        before, end = ",\n    ", "\n  ]"
    yield end


def _suppressed(report: Report) -> Iterator[dict[str, Any]]:
    """The findings that are suppressed, by path and place."""
    hidden = sorted(
        (each for file in report.files for each in file.hidden),
        key=lambda each: (each.finding.path, *each.finding.order),
    )
    for finding, reason, _ in hidden:
        yield {
            "path": finding.path,
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "text": finding.text,
            "range": _range(finding.place),
            "reason": reason,
            "fingerprint": finding.fingerprint,
        }


def file_of(file: FileReport) -> dict[str, Any]:
    """A file that was read, as the report has it."""
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


def finding_of(finding: Finding) -> dict[str, Any]:
    """A finding, as the report has it."""
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
