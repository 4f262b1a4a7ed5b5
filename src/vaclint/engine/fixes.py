"""Apply fixes to a text until nothing is left to fix."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence

from vaclint.model.diagnostics import Edit, Fix
from vaclint.model.source import Source
from vaclint.text.named import NamedTuple

ROUNDS = 8
"""How often a text is checked again after fixing: one fix may make room for another."""


def apply_fixes(text: str, fixes: Iterable[Fix], *, unsafe: bool) -> tuple[str, int]:
    """The text with every fix that does not touch one already taken, and how many were applied."""
    taken: list[Edit] = []
    count = 0
    for fix in fixes:
        if fix.applicability == "unsafe" and not unsafe:
            continue
        if any(_touches(edit, taken) for edit in fix.edits):
            continue
        for edit in fix.edits:
            insort(taken, edit)
        count += 1
    pieces: list[str] = []
    at = 0
    for edit in taken:
        pieces += (text[at : edit.start], edit.replacement)
        at = max(at, edit.end)
    return "".join(pieces) + text[at:], count


def _touches(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit meets one of those taken, which are in order and do not meet each other."""
    index = bisect_right(taken, edit.end, key=_start)
    return index > 0 and edit.start <= taken[index - 1].end


def _start(edit: Edit) -> int:
    return edit.start


class Fixed(NamedTuple):
    """A source with fixes made, and how many they are."""

    source: Source
    made: int


def fix_source(source: Source, fixes_in: Callable[[Source], list[Fix]], *, unsafe: bool) -> Fixed:
    """Fix a source until nothing is left to fix. ``fixes_in`` gives the fixes of a text, one per
    finding.
    """
    total = 0
    for _ in range(ROUNDS):
        text, count = apply_fixes(source.text, fixes_in(source), unsafe=unsafe)
        if not count or not text.strip():
            break
        total += count
        source = Source(source.path, text, source.encoding, source.bom)
    return Fixed(source, total)
