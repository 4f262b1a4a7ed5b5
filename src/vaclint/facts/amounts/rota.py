"""A rota of so long at work and so long off: ``twee weken op, twee weken af``, ``4 on 4 off``."""

from vaclint.facts.amounts import measure
from vaclint.facts.amounts.around import Parsed, marks_in, place_of, tokens_in
from vaclint.facts.amounts.lexicon import Rota
from vaclint.facts.amounts.nodes import Clock, Count, Days, Hours
from vaclint.facts.amounts.tokens import Mark, Token, number
from vaclint.facts.amounts.values import WorkingHours, working
from vaclint.text.named import NamedTuple

FAR = 50
"""Characters from the time at work to the time at home."""
DAY_LEAST, DAY_MOST = 6, 14
"""Hours that a day on a rota may have; a number of more is that of a week."""
AVERAGE_MOST = 60
"""Hours a week that a job may have on average."""
_FOLLOWS = frozenset(",.(/-aouJD0|h")
"""What may stand behind the word for being at work; any other word makes it part of a place."""
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.0}


class Turns(NamedTuple):
    """The part of all days that is at work, where that is said, and whether single days are."""

    part: float
    start: int
    end: int
    in_days: bool = False
    each: float = 0.0
    """Hours of a day at work; 0 where they are not said with it."""


def turns(number: int, line: Parsed) -> WorkingHours | None:
    """The hours a week of a rota, on average, as far as they follow; None without a rota."""
    found = rota_of(line)
    if found is None:
        return None
    days = 7 * found.part
    told = round(found.each * days, 2) or None
    is_mean = found.in_days or any(mark.role == "turn_mean" for mark in line.marks)
    hours = (_average(line) if is_mean else None) or (
        (told, told) if told else weekly(line, found.part)
    )
    place = place_of(number, line, found.start, found.end)
    return working(place, "rota", 0.8, hours, days=(days, days) if found.in_days else None)


def rota_of(line: Parsed) -> Turns | None:
    """The first rota of a line: ``4 on 4 off``, or marks of time at work and at home."""
    for token in line.tokens:
        if isinstance(token.value, Rota):
            return Turns(token.value.part, token.start, token.end, True, token.value.each)
    for mark in line.marks:
        if mark.role == "turn_even":
            return Turns(0.5, mark.start, mark.end)
        if mark.role != "turn_on" or not _stands_alone(line, mark):
            continue
        work = _length(line, mark, "")
        for other in marks_in(line, mark.end, mark.end + FAR):
            if other.role != "turn_off" or work is None:
                continue
            home = _length(line, other, work[1])
            if home is not None and home[2].start >= mark.end:
                days = work[1] == "day" and bool(work[0] % 7)
                return Turns(work[0] / (work[0] + home[0]), work[2].start, other.end, days)
    return None


def _stands_alone(line: Parsed, mark: Mark) -> bool:
    behind = next(iter(tokens_in(line, mark.end, mark.end + 12)), None)
    return behind is None or behind.kind in _FOLLOWS or _is_turn(line, behind)


def _is_turn(line: Parsed, token: Token) -> bool:
    return any(m.role.startswith("turn") for m in marks_in(line, token.start, token.end))


def _length(line: Parsed, mark: Mark, unit: str) -> tuple[float, str, Token] | None:
    """The days that stand before a mark, their unit and their token; a bare number takes the unit
    of the other, and a unit without a number is one.
    """
    before = [t for t in tokens_in(line, max(0, mark.start - 24), mark.start) if t.kind != "x"]
    token = before[-1] if before else None
    if token is None or line.row.text[token.end : mark.start].strip():
        return None
    value, named = _count(token, unit)
    return (value * _DAYS.get(named or "day", 0.0), named, token) if value else None


def _count(token: Token, unit: str) -> tuple[float, str]:
    node = token.value
    if isinstance(node, Days):
        return node.high, "day"
    if isinstance(node, Count):
        return node.high, node.unit
    if token.kind == "0":
        return number(token), unit
    return (1.0, str(node)) if token.kind == "u" else (0.0, "")


def weekly(line: Parsed, part: float) -> tuple[float | None, float | None]:
    """The least and most hours a week that a rota comes to, by its shifts or its weeks at work."""
    for token in line.tokens:
        node = token.value
        shift = _of_shift(token)
        if shift is not None:
            return round(shift[0] * 7 * part, 2), round(shift[1] * 7 * part, 2)
        if isinstance(node, Hours) and _of_week_at_work(node):
            hours = round((node.high or 0) * part, 2)
            return hours, hours
    return None, None


def _average(line: Parsed) -> tuple[float, float] | None:
    """The hours a week that are said beside days on and off, or as an average: those of all weeks
    together.
    """
    for token in line.tokens:
        node = token.value
        if not isinstance(node, Hours) or node.unit != "week":
            continue
        if node.low is not None and node.high is not None and node.high <= AVERAGE_MOST:
            return node.low, node.high
    return None


def _of_week_at_work(node: Hours) -> bool:
    """Whether a number of hours is that of a week at work: more than any job has on average, where
    it is not said.
    """
    least = {"week": DAY_MOST, "": AVERAGE_MOST}.get(node.unit)
    return least is not None and least < (node.high or 0) <= measure.WEEK_HOURS


def _of_shift(token: Token) -> tuple[float, float] | None:
    """The least and most hours of one shift or day, where a token says them."""
    value = token.value
    if token.word == "shift length" and isinstance(value, float):
        return value, value
    if isinstance(value, Clock):
        return measure.clock_day(value, None)
    if not isinstance(value, Hours) or value.low is None or value.high is None:
        return None
    daily = value.unit in ("", "day") and value.low > 0 and DAY_LEAST <= value.high <= DAY_MOST
    return (value.low, value.high) if daily else None
