"""Findings as diagnostics."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from vaclint.faces.server.positions import Positions
from vaclint.faces.server.project import Answer
from vaclint.model.report import Finding, Place
from vaclint.reporters.shared import help_uri
from vaclint.text.escaped import escaped

SOURCE = "vaclint"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_COPIES = "DUP"
"""The family of rules whose findings, where they name another place, are text that may go."""


def diagnostics(answer: Answer, uri: str, places: Positions) -> list[types.Diagnostic]:
    """The diagnostics of a text, in the order of its findings."""
    return [diagnostic(each, answer, uri, places) for each in findings(answer)]


def findings(answer: Answer) -> Sequence[Finding]:
    """What was found in a text."""
    return answer.report.findings if answer.report else ()


def diagnostic(finding: Finding, answer: Answer, uri: str, places: Positions) -> types.Diagnostic:
    """A finding, with its other places and the address of its rule."""
    is_copy = finding.rule.startswith(_COPIES) and bool(finding.related)
    return types.Diagnostic(
        range=range_of(finding.place, places),
        message=escaped(finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=description(finding.rule, answer),
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if is_copy else None,
        related_information=_related(finding, uri, places),
        data=_data(finding),
    )


def range_of(place: Place, places: Positions) -> types.Range:
    """The range of a place."""
    return places.range(place.start.offset, place.end.offset)


def description(rule: str, answer: Answer) -> types.CodeDescription | None:
    """Where a rule is explained on the web; a rule of the user's own has no page there."""
    address = None if rule in answer.own else help_uri(rule)
    return types.CodeDescription(address) if address else None


def _related(
    finding: Finding, uri: str, places: Positions
) -> list[types.DiagnosticRelatedInformation] | None:
    """The other places in the same text."""
    return [
        types.DiagnosticRelatedInformation(
            types.Location(uri, range_of(each.place, places)), escaped(each.message)
        )
        for each in finding.related
        if each.path == finding.path
    ] or None


def _data(finding: Finding) -> dict[str, object]:
    """What a client may group and filter by."""
    return {
        "name": finding.name,
        "family": finding.rule[:3],
        "fixes": [fix.applicability for fix in finding.fixes],
        **({"in_copy": finding.properties["in_copy"]} if "in_copy" in finding.properties else {}),
    }
