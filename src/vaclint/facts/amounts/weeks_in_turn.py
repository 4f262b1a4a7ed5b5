"""Hours or days of weeks that take turns: ``de ene week 32 uur, de andere 40``."""

from collections.abc import Iterator, Sequence

from vaclint.facts.amounts.around import Parsed, marks_in, place_of, tokens_in
from vaclint.facts.amounts.nodes import Count, Days, Hours
from vaclint.facts.amounts.tokens import Mark, Token, number
from vaclint.facts.amounts.values import WorkingHours, working
from vaclint.text.named import NamedTuple

NEAR = 40
"""Characters from a week to its hours, and from these to the other week."""
HOURS_LEAST, HOURS_MOST = 4, 60
"""Hours that one of the weeks may have."""
DAYS_MOST = 6
_OPEN = frozenset("xnuafJR:,(")
"""What may stand between a week and its hours."""


class _Size(NamedTuple):
    """What a week has: a number, and ``H`` for hours, ``D`` for days, ``0`` for what is unsaid."""

    value: float
    kind: str
    token: Token


def in_turn(number_: int, line: Parsed) -> WorkingHours | None:
    """The least and the most of two weeks in turn; None where a line has no such weeks."""
    for mark in _first_weeks(line):
        for size_of in (_before, _behind):
            first = size_of(line, mark)
            other = None if first is None else _other_week(line, mark)
            second = None if other is None else size_of(line, other)
            if first is not None and second is not None:
                return _made(number_, line, mark, first, second)
    return None


def _first_weeks(line: Parsed) -> Iterator[Mark]:
    """Words for the first of two weeks, and a week with its number: ``one week``."""
    yield from (mark for mark in line.marks if mark.role == "one_week")
    yield from _numbered(line.tokens, 1)


def _numbered(tokens: Sequence[Token], value: int) -> Iterator[Mark]:
    """Where a week has a number: ``one week``, ``week 2:``."""
    for token in tokens:
        node = token.value
        if isinstance(node, Count) and node.low == node.high == value and node.unit == "week":
            yield Mark("week", token.start, token.end, "")


def _other_week(line: Parsed, first: Mark) -> Mark | None:
    near = marks_in(line, first.end, first.end + 2 * NEAR)
    named = next((mark for mark in near if mark.role == "other_week"), None)
    return named or next(_numbered(tokens_in(line, first.end, first.end + 2 * NEAR), 2), None)


def _before(line: Parsed, mark: Mark) -> _Size | None:
    """What stands right before a week as its size: ``30 hours one week and 38 the next``."""
    near = tokens_in(line, max(0, mark.start - NEAR), mark.start)[-1:]
    return _size(near) if near and near[0].end + 1 >= mark.start else None


def _behind(line: Parsed, mark: Mark) -> _Size | None:
    """What stands behind a week as its size, with no other number between."""
    return _size(tokens_in(line, mark.end, mark.end + NEAR))


def _size(tokens: Sequence[Token]) -> _Size | None:
    """The first of some tokens that is a size, with no other number before it."""
    for token in tokens:
        node = token.value
        if isinstance(node, Hours):
            plain = not (node.clock or node.unit or node.led) and node.low == node.high
            return _Size(node.high or 0.0, "H", token) if plain else None
        if isinstance(node, Days):
            plain = not node.unit and node.low == node.high
            return _Size(node.high, "P" if node.part else "D", token) if plain else None
        if token.kind == "0":
            return _Size(number(token), "0", token)
        if token.kind not in _OPEN:
            return None
    return None


def _made(
    number_: int, line: Parsed, mark: Mark, first: _Size, second: _Size
) -> WorkingHours | None:
    """A statement of two sizes of one kind; two bare numbers are hours where nothing else is in
    the line.
    """
    kinds = {first.kind, second.kind} - {"0"}
    if len(kinds) > 1:
        return None
    low, high = sorted((first.value, second.value))
    start, end = min(mark.start, first.token.start), max(mark.end, second.token.end)
    place = place_of(number_, line, start, end)
    if kinds & {"D", "P"}:
        held = low > 0 and high <= DAYS_MOST
        return working(place, "days", 0.8, days=(low, high)) if held else None
    bare = not kinds and not set(line.kinds) <= _OPEN | {*"0.|)"}
    if bare or not HOURS_LEAST <= low <= high <= HOURS_MOST:
        return None
    return working(place, "weeks in turn", 0.8, (low, high))
