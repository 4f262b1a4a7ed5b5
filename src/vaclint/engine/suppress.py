"""Suppressions in the text: ``<!-- vaclint: ignore GEN001 -->``, ``ignore-file``, ``off`` … ``on``,
and a front-matter key.

``ignore`` holds for the next block and for a comment on its own line; without codes every rule is
meant.
"""

import sys
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document
from vaclint.text.patterns import lazy

_COMMENT = lazy(
    r"<!--\s*+vaclint:\s*+(?P<verb>(?:\w|-(?!->))++)"
    r"(?P<codes>(?:[^<>-]++|-(?!->)|<(?!!--))*+)-->"  # looked for as far as the next comment
)
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
    comments = sorted(set(document.comments))
    following = _NextBlock(document)
    for match in _COMMENT.finditer(document.source.text, document.body):
        verb, codes = match["verb"], tuple(code.upper() for code in _CODES.findall(match["codes"]))
        stands = Span(*match.span())
        if document.is_skipped(stands.start + 1) and not _in_comment(comments, stands):
            continue  # in a code block
        if verb == "ignore-file":
            found.append(Suppression(codes, everything, stands))
        elif verb == "ignore":
            found.append(Suppression(codes, following(stands), stands))
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


def _in_comment(comments: list[Span], span: Span) -> bool:
    """Whether a range lies in one of some comments, which are in order."""
    index = bisect_right(comments, (span.start, sys.maxsize)) - 1
    return index >= 0 and span.end <= comments[index].end


def _read(value: str) -> tuple[str, tuple[str, ...]]:
    verb = next((verb for verb in ("ignore-file", "ignore") if value.startswith(verb)), "")
    return ("ignore-file" if verb else ""), tuple(
        code.upper() for code in _CODES.findall(value.removeprefix(verb))
    )


class _NextBlock:
    """Gives the block after a comment, or the one it stands in, up to its last line's end."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._wholes = [block.whole for block in document.blocks if not block.front_matter]
        self._ends = list(accumulate((whole.end for whole in self._wholes), max))

    def __call__(self, stands: Span) -> Span:
        index = bisect_right(self._ends, stands.start)
        if index == len(self._wholes):
            return Span(stands.end, stands.end)
        whole = self._wholes[index]
        last = self._source.lines[self._source.line_index(whole.end - 1)]
        return Span(min(stands.end, whole.start), last.next)


class _Together:
    """The suppressions of the same codes, asked about places in order."""

    def __init__(self, waiting: list[Suppression]) -> None:
        self.waiting = waiting
        """Those that begin later or were not used yet, the first of them last."""
        self._unused: list[Suppression] = []
        self._reach = -1

    def covers(self, at: int, used: set[Suppression]) -> bool:
        """Whether one covers a place, at or behind the last one asked about; those that do are
        used.
        """
        while self.waiting and self.waiting[-1].covers.start <= at:
            self._unused.append(self.waiting.pop())
        if self._unused:
            covering = [each for each in self._unused if at < each.covers.end]
            used.update(covering)
            self._reach = max([self._reach, *(each.covers.end for each in covering)])
            self._unused = []  # those that ended before are never used
        return at < self._reach


def apply(
    diagnostics: list[Diagnostic], found: list[Suppression]
) -> tuple[list[Diagnostic], int, list[Suppression]]:
    """What remains, how many were suppressed, and the suppressions that suppressed nothing."""
    used: set[Suppression] = set()
    groups: dict[tuple[str, ...], _Together] = {}
    for suppression in sorted(found, key=lambda each: each.covers):
        groups.setdefault(suppression.codes, _Together([])).waiting.append(suppression)
    for group in groups.values():
        group.waiting.reverse()
    kept: dict[int, Diagnostic] = {}
    for index, diagnostic in sorted(enumerate(diagnostics), key=lambda each: each[1].span.start):
        hit = False
        for codes, group in groups.items():
            if codes and not diagnostic.rule.startswith(codes):
                continue
            hit = group.covers(diagnostic.span.start, used) or hit
        if not hit:
            kept[index] = diagnostic
    remaining = [kept[index] for index in sorted(kept)]
    return (
        remaining,
        len(diagnostics) - len(remaining),
        [suppression for suppression in found if suppression not in used],
    )
