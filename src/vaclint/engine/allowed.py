"""What the configuration suppresses: findings by their fingerprint, or by a quotation of the text
that they stand in.

For formats in which no comment can stand, such as plain text and JSON.
"""

from __future__ import annotations

from collections.abc import Sequence

from vaclint.model.packed import packed_as
from vaclint.model.report import Finding, Suppressed
from vaclint.text.named import NamedTuple


class Allowed(NamedTuple):
    """Findings that are suppressed: of which rules (none: any), which, and why."""

    rules: tuple[str, ...] = ()
    fingerprint: str = ""
    """How the fingerprint begins."""
    quotation: str = ""
    """The text of the finding, or a passage of its line that it stands in; white space is
    folded.
    """
    reason: str = ""

    def holds_for(self, finding: Finding) -> bool:
        """Whether a finding is meant."""
        if self.rules and not finding.rule.startswith(self.rules):
            return False
        if self.fingerprint and not finding.fingerprint.startswith(self.fingerprint):
            return False
        return not self.quotation or _is_quoted(self.quotation, finding)


def _is_quoted(quotation: str, finding: Finding) -> bool:
    """Whether a finding has a text, or stands on its line in a passage of that text."""
    quoted, text = _folded(quotation), _folded(finding.text)
    if text.startswith(quoted):
        return True
    start = finding.place.start.column - 1
    before = len(_folded(f"{finding.line[:start]}|")) - 1
    line = _folded(finding.line)
    return line.find(quoted, max(0, before - len(quoted) + 1), before + len(quoted)) >= 0


def _folded(text: str) -> str:
    return " ".join(text.split())


def without_allowed(
    findings: Sequence[Finding], allowed: Sequence[tuple[int, Allowed]]
) -> tuple[Sequence[Finding], tuple[Suppressed, ...]]:
    """The findings that remain, and those that are suppressed; each of ``allowed`` has its
    number.
    """
    if not allowed:
        return findings, ()
    kept: list[Finding] = []
    hidden: list[Suppressed] = []
    for finding in findings:
        found = next(((at, each) for at, each in allowed if each.holds_for(finding)), None)
        if found is None:
            kept.append(finding)
        else:
            hidden.append(Suppressed(finding, found[1].reason, found[0]))
    return packed_as(findings, kept), tuple(hidden)
