"""Workflow commands, which GitHub shows as annotations beside the changed lines.

Source: GitHub's page "Workflow commands for GitHub Actions", and the escaping of its package
``@actions/core``. GitHub shows ten annotations of a sort per step. So the tenth says how many more
there are, and those are in the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.report import Finding, Look, Report
from vaclint.reporters.concise import line_of
from vaclint.reporters.shared import findings_of
from vaclint.text.escaped import escaped

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = 10


def render(report: Report, look: Look) -> str:
    """The gravest findings as commands, and the others as lines of the log."""
    findings = list(findings_of(report))
    errors = [
        _command("error", error.message, file=error.path if error.kind != "config" else "")
        for error in report.errors[:_SHOWN]
    ]
    parts = ["".join(errors)]
    for severity in SEVERITIES:
        room = _SHOWN - len(errors) if severity == "error" else _SHOWN
        alike = [finding for finding in findings if finding.severity == severity]
        parts.extend(_annotations(alike, room, _COMMANDS[severity], look))
    return "".join(parts)


def _annotations(findings: Sequence[Finding], room: int, command: str, look: Look) -> Iterator[str]:
    """Findings of one severity: as many commands as are shown, the rest in a group of the log."""
    shown = findings if len(findings) <= room else findings[: max(0, room - 1)]
    yield from (_annotation(command, finding) for finding in shown)
    rest = findings[len(shown) :]
    if not rest:
        return
    more = look.words["more-findings"].format(count=len(rest), severity=_named(rest, look))
    if room:
        yield _command(command, look.words["see-log"].format(more=more))
    yield f"::group::{_data(more)}\n"
    yield from (line_of(finding) for finding in rest)
    yield "::endgroup::\n"


def _named(findings: Sequence[Finding], look: Look) -> str:
    name: str = look.words["severity"][findings[0].severity][len(findings) != 1]
    return name


def _annotation(command: str, finding: Finding) -> str:
    start, end = finding.place
    place = {"line": start.line, "endLine": end.line, "col": start.column}
    if end.line == start.line:
        place["endColumn"] = end.column
    title = f"{finding.rule} {finding.name}"
    return _command(command, finding.message, file=finding.path, title=title, **place)


def _command(name: str, message: str, **properties: object) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    return f"::{name} {given}::{_data(message)}\n" if given else f"::{name}::{_data(message)}\n"


def _data(text: str) -> str:
    return escaped(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
