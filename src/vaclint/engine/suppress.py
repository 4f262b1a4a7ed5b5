"""Suppressions in the text: ``<!-- vaclint: ignore GEN001 -->``, ``ignore-file``, ``off`` … ``on``,
and a front-matter key.

``ignore`` holds for the next block and for a comment on its own line; without codes every rule is
meant.
"""

from typing import NamedTuple

from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document
from vaclint.text.patterns import lazy

_COMMENT = lazy(r"<!--\s*vaclint:\s*(?P<verb>[\w-]+)\s*(?P<codes>[^>]*?)\s*-->")
_CODES = lazy(r"[A-Za-z]{3}\d{0,3}")
VERBS = ("ignore", "ignore-file", "off", "on")


class Suppression(NamedTuple):
    """A range in which findings of some rules are not shown; no codes means all."""

    codes: tuple[str, ...]
    covers: Span
    stands: Span


def suppressions(document: Document) -> list[Suppression]:
    """The suppressions of a document. An unknown verb suppresses nothing and counts as unused."""
    found: list[Suppression] = []
    everything = Span(0, len(document.source.text) + 1)
    opened: tuple[tuple[str, ...], Span] | None = None
    for entry in document.front_matter:
        if entry.key.split(".", 1)[0] == "vaclint":
            verb, codes = _read(entry.value)
            covers = everything if verb == "ignore-file" or not verb else Span(0, 0)
            found.append(Suppression(codes, covers, entry.span))
    if "vaclint:" not in document.source.text:
        return found
    for match in _COMMENT.finditer(document.source.text, document.body):
        verb, codes = match["verb"], tuple(code.upper() for code in _CODES.findall(match["codes"]))
        stands = Span(*match.span())
        if (
            stands not in document.comments
            and document.is_skipped(stands.start + 1)
            and not _in_comment(document, stands)
        ):
            continue  # in a code block
        if verb == "ignore-file":
            found.append(Suppression(codes, everything, stands))
        elif verb == "ignore":
            found.append(Suppression(codes, _next_block(document, stands), stands))
        elif verb == "off" and opened is None:
            opened = (codes, stands)
        elif verb == "on" and opened is not None:
            found.append(Suppression(opened[0], Span(opened[1].end, stands.start), opened[1]))
            opened = None
        else:
            found.append(Suppression(codes, Span(0, 0), stands))
    if opened is not None:
        found.append(Suppression(opened[0], Span(opened[1].end, everything.end), opened[1]))
    return found


def _in_comment(document: Document, span: Span) -> bool:
    return any(
        comment.start <= span.start and span.end <= comment.end for comment in document.comments
    )


def _read(value: str) -> tuple[str, tuple[str, ...]]:
    verb = next((verb for verb in ("ignore-file", "ignore") if value.startswith(verb)), "")
    return ("ignore-file" if verb else ""), tuple(
        code.upper() for code in _CODES.findall(value.removeprefix(verb))
    )


def _next_block(document: Document, stands: Span) -> Span:
    """The block after a comment, or the one it stands in, up to its last line's end."""
    for block in document.blocks:
        whole = block.whole
        if block.front_matter or whole.end <= stands.start:
            continue
        source = document.source
        last = source.lines[source.line_index(whole.end - 1)]
        return Span(min(stands.end, whole.start), last.next)
    return Span(stands.end, stands.end)


def apply(
    diagnostics: list[Diagnostic], found: list[Suppression]
) -> tuple[list[Diagnostic], int, list[Suppression]]:
    """What remains, how many were suppressed, and the suppressions that suppressed nothing."""
    used: set[Suppression] = set()
    kept = []
    for diagnostic in diagnostics:
        hit = [
            suppression
            for suppression in found
            if suppression.covers.start <= diagnostic.span.start < suppression.covers.end
            and (
                not suppression.codes
                or any(diagnostic.rule.startswith(code) for code in suppression.codes)
            )
        ]
        used.update(hit)
        if not hit:
            kept.append(diagnostic)
    return (
        kept,
        len(diagnostics) - len(kept),
        [suppression for suppression in found if suppression not in used],
    )
