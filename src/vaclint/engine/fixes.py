"""Apply fixes to a text until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from vaclint.model.diagnostics import Edit, Fix
from vaclint.model.source import Source

ROUNDS = 8
"""How often a text is checked again after fixing: one fix may make room for another."""


def apply_fixes(text: str, fixes: Iterable[Fix], *, unsafe: bool) -> tuple[str, int]:
    """The text with every fix that does not touch one already taken, and how many were applied."""
    taken: list[Edit] = []
    count = 0
    for fix in fixes:
        if fix.applicability == "unsafe" and not unsafe:
            continue
        if any(_touch(edit, other) for edit in fix.edits for other in taken):
            continue
        taken.extend(fix.edits)
        count += 1
    for edit in sorted(taken, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text, count


def _touch(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end


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
