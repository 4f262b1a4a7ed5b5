"""Diagnostics of a document as findings: every place resolved, and a name that survives edits
elsewhere.

The name of a finding is made of its rule, its first words, and the words right beside it in its
block. So it stays when lines are added, blocks are moved or wrapped anew, the file gets another
name, or something else in the paragraph is mended that is not right beside it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic, fingerprint
from vaclint.model.document import Document
from vaclint.model.packed import PIECE, Packed
from vaclint.model.report import FileReport, Finding, Place, RelatedPlace
from vaclint.text.patterns import lazy

FIRST = 8
"""So many words of a finding go into its name: a long sentence is told by how it begins."""
BESIDE = 2
"""So many words before it and behind it do."""
AROUND = 6
"""So many are kept of what stands around a finding."""
REACH = 120
"""So many characters to either side are looked at for them."""
LINE = 1_000
"""Characters; findings are packed together with their lines, and longer lines take too much."""
HALF = 32
"""Bits of a number that is a range: its begin stands above so many, its end in them."""
_WORD = lazy(r"[\p{L}\p{M}\p{N}]++")


def resolved(
    document: Document, diagnostics: Iterable[Diagnostic], *, fingerprints: bool
) -> Sequence[Finding]:
    """The findings of a document's diagnostics, in the same order; those of a large text are made
    and packed one after another.
    """
    findings = _each(document, diagnostics, fingerprints=fingerprints)
    source = document.source
    if document.is_small or len(source.text) > LINE * len(source.lines):
        return tuple(findings)
    return Packed(findings, PIECE)


def _each(
    document: Document, diagnostics: Iterable[Diagnostic], *, fingerprints: bool
) -> Iterator[Finding]:
    source = document.source
    text = source.text
    wholes = _wholes(document) if fingerprints else array("Q")
    seen: Counter[tuple[str, str, str]] = Counter()

    def place(span: Span) -> Place:
        return Place(source.position(span.start), source.position(span.end))

    lines: dict[int, str] = {}
    for diagnostic in diagnostics:
        span = diagnostic.span
        index = source.line_index(span.start)
        if index not in lines:  # one text for all findings on a line, however long
            lines[index] = text[source.lines[index].start : source.lines[index].end]
        line = lines[index]
        covered = text[span.start : span.end]
        name, around = "", ("", "")
        if fingerprints:
            before, behind = _around(text, wholes, span)
            around = " ".join(before), " ".join(behind)
            first = " ".join(words_in(covered)[:FIRST]) or covered
            context = " ".join([*before[-BESIDE:], "|", *behind[:BESIDE]])
            key = (diagnostic.rule, first, context)
            name = fingerprint(diagnostic, first, context, seen[key])
            seen[key] += 1
        yield Finding(
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
            whole=diagnostic.whole,
            around=around,
        )


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, by which places are compared."""
    return _WORD.findall(text.lower())


def _wholes(document: Document) -> array[int]:
    """The ranges of the blocks in order, each as one number: eight bytes, where a tuple takes a
    hundred and thirty.
    """
    wholes = (block.whole for block in document.blocks)
    return array("Q", sorted(start << HALF | end for start, end in wholes))


def _around(text: str, wholes: array[int], span: Span) -> tuple[list[str], list[str]]:
    """The words before and behind a range in the block that it begins in, or that it holds; in the
    text where that is none. ``wholes`` are the ranges of the blocks, as ``_wholes`` gives them.
    """
    at = bisect_left(wholes, (span.start + 1) << HALF)
    first, last = 0, len(text)
    for whole in wholes[max(0, at - 1) : at + 1]:
        start, end = divmod(whole, 1 << HALF)
        if span.start < end and start < max(span.end, span.start + 1):
            first, last = start, end
            break
    before = text[max(first, span.start - REACH) : span.start]
    behind = text[span.end : min(max(last, span.end), span.end + REACH)]
    return words_in(before)[-AROUND:], words_in(behind)[:AROUND]


def together(reports: Iterable[FileReport]) -> FileReport:
    """The report of a file from those of the vacancies it lists, of which there is at least one,
    each checked by itself: what can be counted is added up, the rest is the first's. No report is
    kept: of a short vacancy it takes more than the vacancy.
    """
    reports = iter(reports)
    first = next(reports)
    count = 1
    metrics = {**first.metrics}
    findings, hidden = [*first.findings], [*first.hidden]
    errors, blocks = [*first.errors], [*first.blocks]
    for each in reports:
        count += 1
        for name in ("words", "sentences"):
            metrics[name] += each.metrics[name]
        findings += each.findings
        hidden += each.hidden
        errors += each.errors
        blocks += each.blocks
    findings.sort(key=lambda each: each.order)
    return first._replace(
        metrics=metrics,
        properties={**first.properties, "jobs": count},
        findings=tuple(findings),
        hidden=tuple(hidden),
        errors=tuple(errors),
        blocks=tuple(blocks),
    )
