"""Diagnostics of a document as findings: every place resolved, and a name that survives edits
elsewhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic, fingerprint
from vaclint.model.document import Document
from vaclint.model.report import FileReport, Finding, Place, RelatedPlace


def resolved(
    document: Document, diagnostics: Sequence[Diagnostic], *, fingerprints: bool
) -> tuple[Finding, ...]:
    """The findings of a document's diagnostics, in the same order."""
    source = document.source
    text = source.text
    wholes = sorted((*block.whole, block.text) for block in document.blocks) if fingerprints else []
    seen: Counter[tuple[str, str, str]] = Counter()

    def place(span: Span) -> Place:
        return Place(source.position(span.start), source.position(span.end))

    lines: dict[int, str] = {}
    findings = []
    for diagnostic in diagnostics:
        span = diagnostic.span
        index = source.line_index(span.start)
        if index not in lines:  # one text for all findings on a line, however long
            lines[index] = text[source.lines[index].start : source.lines[index].end]
        line = lines[index]
        covered = text[span.start : span.end]
        name = ""
        if fingerprints:
            context = _context_of(wholes, span) or line
            key = (diagnostic.rule, covered, context)
            name = fingerprint(diagnostic, covered, context, seen[key])
            seen[key] += 1
        findings.append(
            Finding(
                path=source.path,
                rule=diagnostic.rule,
                name=diagnostic.name,
                severity=diagnostic.severity,
                place=place(span),
                message=diagnostic.message,
                text=covered,
                line=line,
                related=tuple(
                    RelatedPlace(source.path, place(other.span), other.message)
                    for other in diagnostic.related
                ),
                fixes=diagnostic.fixes,
                properties=diagnostic.properties,
                fingerprint=name,
            )
        )
    return tuple(findings)


def _context_of(wholes: list[tuple[int, int, str]], span: Span) -> str:
    """The text of the block that a range begins in; ``wholes`` are the ranges of the blocks with
    their texts, in order.
    """
    at = bisect_right(wholes, span.start, key=lambda whole: whole[0]) - 1
    return wholes[at][2] if at >= 0 and span.start < wholes[at][1] else ""


def together(reports: Sequence[FileReport]) -> FileReport:
    """The report of a file from those of the vacancies it lists, each checked by itself: what can
    be counted is added up, the rest is the first's.
    """
    first = reports[0]
    added = {name: sum(each.metrics[name] for each in reports) for name in ("words", "sentences")}
    findings = sorted(
        (finding for each in reports for finding in each.findings), key=lambda each: each.order
    )
    return first._replace(
        metrics={**first.metrics, **added},
        properties={**first.properties, "jobs": len(reports)},
        findings=tuple(findings),
        suppressed=sum(each.suppressed for each in reports),
        errors=tuple(error for each in reports for error in each.errors),
    )
