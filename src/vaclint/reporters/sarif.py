"""SARIF 2.1.0, for GitHub code scanning and other viewers.

Source: OASIS, Static Analysis Results Interchange Format Version 2.1.0; the limits are those of
GitHub's page "SARIF support for code scanning".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vaclint import __version__
from vaclint.model.diagnostics import Fix
from vaclint.model.errors import VaclintError
from vaclint.model.report import Finding, Look, Place, Report, RuleNote, Suppressed
from vaclint.reporters.shared import address_of, as_json, findings_of, help_uri, uri_of
from vaclint.text.escaped import escaped

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SHOWN = 5_000
_REFUSED = 25_000
"""GitHub shows so many results of a run, and refuses a file with more than so many."""


def render(report: Report, look: Look) -> str:
    """The report as one run; the texts of rules are in the language of the run."""
    findings = list(findings_of(report))
    rules = {rule.code: index for index, rule in enumerate(report.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "vaclint",
                "version": __version__,
                "semanticVersion": __version__,
                **_stated(informationUri=address_of("homepage")),
                "rules": [_rule(rule) for rule in report.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder that vaclint was run in."}}
        },
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "exitCode": report.exit_code,
                "toolExecutionNotifications": [_notification(error) for error in report.errors],
            }
        ],
        "results": [
            *(_result(finding, rules) for finding in findings),
            *(_suppressed(each, rules) for file in report.files for each in file.hidden),
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json(log) + "\n"


def notes(report: Report, look: Look) -> Iterator[str]:
    """What GitHub will not take or show of the report."""
    count = sum(len(file.findings) for file in report.files)
    for limit, name in ((_REFUSED, "sarif-refused"), (_SHOWN, "sarif-shown")):
        if count > limit:
            yield look.words[name].format(count=count, limit=limit)
            return


def _rule(rule: RuleNote) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why or rule.summary},
        **_stated(helpUri=help_uri(rule.code)),
        "help": {"text": rule.why or rule.summary, "markdown": rule.markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.code[:3]], "problem.severity": _problem(rule.severity)},
    }


def _stated(**given: str | None) -> dict[str, str]:
    """Of some properties those that have a value."""
    return {name: value for name, value in given.items() if value is not None}


def _problem(severity: str) -> str:
    """A severity as GitHub names it."""
    return "recommendation" if severity == "info" else severity


def _result(finding: Finding, rules: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": escaped(finding.message)},
        "locations": [{"physicalLocation": _physical(finding.path, finding.place, finding.text)}],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "vaclint/v1": finding.fingerprint,
        },
    }
    if finding.rule in rules:
        result["ruleIndex"] = rules[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(path, place),
                "message": {"text": escaped(message)},
            }
            for number, (path, place, message) in enumerate(finding.related, 1)
        ]
    if finding.fixes:
        result["fixes"] = [_fix(finding.path, fix) for fix in finding.fixes]
    return result


def _suppressed(given: Suppressed, rules: dict[str, int]) -> dict[str, Any]:
    """A finding that the text or the configuration suppresses: a viewer shows it as dismissed."""
    suppression = {"kind": "inSource" if given.entry is None else "external"}
    if given.reason:
        suppression["justification"] = escaped(given.reason)
    return {**_result(given.finding, rules), "suppressions": [suppression]}


def _physical(path: str, place: Place, text: str = "") -> dict[str, Any]:
    start, end = place
    region: dict[str, Any] = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }
    if text:
        region["snippet"] = {"text": text}
    return {"artifactLocation": _artifact(path), "region": region}


def _artifact(path: str) -> dict[str, str]:
    uri = uri_of(path)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}


def _fix(path: str, fix: Fix) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.replacement},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": escaped(fix.message)},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
        "properties": {"applicability": fix.applicability},
    }


def _notification(error: VaclintError) -> dict[str, Any]:
    notification: dict[str, Any] = {
        "level": "error",
        "descriptor": {"id": error.kind},
        "message": {"text": escaped(error.message)},
    }
    if error.kind in ("decode", "read", "internal") and error.path not in ("", "vaclint"):
        location = {"physicalLocation": {"artifactLocation": _artifact(error.path)}}
        notification["locations"] = [location]
    return notification
