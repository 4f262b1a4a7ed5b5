"""Findings counted, in the words of a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.report import Finding, Look


def by_severity(findings: Iterable[Finding], look: Look) -> str:
    """How many findings there are, for people: ``2 errors, 1 warning``."""
    return severities(Counter(finding.severity for finding in findings), look)


def severities(counts: Mapping[str, int], look: Look) -> str:
    """The same of findings that are counted."""
    names = look.words["severity"]
    return ", ".join(
        f"{counts[name]} {names[name][counts[name] != 1]}"
        for name in SEVERITIES
        if counts.get(name)
    )
