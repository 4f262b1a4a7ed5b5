"""What stands round a number in its line: the nearest words of role, its unit, whether it stands
alone.

A role word never acts across another number of the same sort. Marks are looked up by bisection,
so that a line of many numbers costs no more than each of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from vaclint.facts.amounts.tokens import Mark, Row, Token
from vaclint.facts.amounts.values import Place
from vaclint.text.named import NamedTuple

PAY = frozenset({"pay", "pay_rate", "intern"})
OTHER = frozenset({"bonus", "allowance", "budget", "money", "price", "overtime"})
AT_PLACE = frozenset({"home", "workplace"})
"""Where one works: ``office`` may name a job as well, ``telework`` cannot."""
BOUND_WORDS = frozenset("fbLlmT")
"""The letters of words for a bound, which may stand before the number that leads a sentence."""
MARKS_FEW = 24
"""So many marks are gone through; of more it is asked by role."""
_HARD = frozenset(".|")
_EMPTY = frozenset(",.()|:-/+=!?;")


class Parsed(NamedTuple):
    """A parsed line with what is looked up often: marks by place, hard breaks, the end of its
    label.
    """

    row: Row
    kinds: str
    tokens: list[Token]
    starts: list[int]
    marks: list[Mark]
    mark_starts: list[int]
    role_starts: dict[str, list[int]]
    breaks: list[int]
    label_end: int
    place: str
    heading: frozenset[str]
    offset: int
    settled: dict[int, Any]
    """The numbers of hours looked at with the words round them, by where they begin."""


def parsed(
    row: Row,
    kinds: str,
    tokens: list[Token],
    label_end: int,
    place: str,
    heading: frozenset[str],
    offset: int = 0,
) -> Parsed:
    """The parsed line as it is looked through."""
    marks = sorted(row.marks, key=lambda mark: mark.start)
    role_starts: dict[str, list[int]] = {}
    for mark in marks:
        role_starts.setdefault(mark.role, []).append(mark.start)
    return Parsed(
        row,
        kinds,
        tokens,
        [token.start for token in tokens],
        marks,
        [mark.start for mark in marks],
        role_starts,
        [token.start for token in tokens if token.kind in _HARD],
        label_end,
        place,
        heading,
        offset,
        {},
    )


SAID_BEFORE = "said before"
"""Among the roles of a heading: the sentence before, of the same paragraph, spoke of pay."""


def sentence(line: Parsed, start: int, end: int) -> tuple[int, int]:
    """The stretch between the hard breaks (full stops, bars) round a range; a bar of no width
    stands before what begins there.
    """
    at = bisect_right(line.breaks, start)
    left = min(line.breaks[at - 1] + 1, start) if at else -1
    after = bisect_left(line.breaks, end)
    right = line.breaks[after] if after < len(line.breaks) else len(line.row.text)
    return left, right


def marks_in(line: Parsed, start: int, end: int) -> Sequence[Mark]:
    """The marks that begin in a range, in order."""
    return line.marks[bisect_left(line.mark_starts, start) : bisect_left(line.mark_starts, end)]


def roles_in(line: Parsed, start: int, end: int) -> frozenset[str]:
    """The roles of the marks in a range."""
    starts = line.mark_starts
    first = bisect_left(starts, start)
    behind = bisect_left(starts, end, first)
    if behind - first <= MARKS_FEW:
        return frozenset([mark.role for mark in line.marks[first:behind]])
    return frozenset(
        role
        for role, places in line.role_starts.items()
        if (at := bisect_left(places, start)) < len(places) and places[at] < end
    )


def tokens_in(line: Parsed, start: int, end: int) -> Sequence[Token]:
    """The tokens that begin in a range."""
    return line.tokens[bisect_left(line.starts, start) : bisect_left(line.starts, end)]


def kinds_in(line: Parsed, start: int, end: int) -> str:
    """The letters of the tokens that begin in a range."""
    return line.kinds[bisect_left(line.starts, start) : bisect_left(line.starts, end)]


def alone(line: Parsed, start: int, end: int, more: str = "") -> bool:
    """Whether nothing else with letters stands between the hard breaks round a range."""
    left, right = sentence(line, start, end)
    left = max(left, line.label_end, 0)
    return (_EMPTY | set(more)).issuperset(kinds_in(line, left, start) + kinds_in(line, end, right))


def leads(line: Parsed, start: int) -> bool:
    """Whether a range is the first thing of its sentence (or of a label's value)."""
    left, _ = sentence(line, start, start)
    left = max(left, line.label_end, 0)
    bounds = [(t.start, t.end) for t in tokens_in(line, left, start) if t.kind in BOUND_WORDS]
    bounds += [(m.start, m.end) for m in marks_in(line, left, start) if m.role == "about"]
    if len(bounds) == 1:
        before, behind = line.row.text[left : bounds[0][0]], line.row.text[bounds[0][1] : start]
        return not any(char.isalnum() for char in before + behind)
    return not any(char.isalnum() for char in line.row.text[left:start])


def is_subject(line: Parsed, mark: Mark, left: int) -> bool:
    """Whether a noun begins its sentence but for an article or possessive, and the reader is not
    in it before: ``onze gasten betalen``.
    """
    marks = marks_in(line, left, mark.start)
    owners = {one.start for one in marks if one.role == "owner"}
    named = [t for t in tokens_in(line, left, mark.start) if t.kind in "xn0"]
    return all(token.start in owners for token in named) and not any(
        one.role == "reader" for one in marks
    )


def place_of(number: int, line: Parsed, start: int, end: int) -> Place:
    """A range of a parsed line as a place in the text of its line."""
    shift = line.offset - line.label_end
    return Place(number, max(0, start + shift), max(0, end + shift))
