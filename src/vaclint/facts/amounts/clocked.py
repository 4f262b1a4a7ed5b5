"""Hours a week out of clock times with the days they are for."""

import itertools

from vaclint.facts.amounts import breaks, joined_days, measure
from vaclint.facts.amounts.around import (
    Parsed,
    kinds_in,
    marks_in,
    place_of,
    roles_in,
    sentence,
    tokens_in,
)
from vaclint.facts.amounts.nodes import Clock, Days, Hours, Money
from vaclint.facts.amounts.tokens import Token
from vaclint.facts.amounts.values import WorkingHours, working
from vaclint.text.patterns import lazy


def clocked(number: int, line: Parsed, token: Token, sure: float) -> WorkingHours | None:
    """Clock times with days as hours a week: a range by the break, unless its length is said."""
    left, right = sentence(line, token.start, token.end)
    clocks = [t for t in tokens_in(line, left, right) if t.kind == "K"]
    whole = roles_in(line, left, right)
    if clocks[0] is not token or len(clocks) > 4:
        return None
    pause = breaks.pause(line, left, right)
    turns = _in_turns(line, clocks, left, right, pause)
    if turns is not None:
        bounds, count, start, end = turns
        place = place_of(number, line, start, end)
        return working(place, "clock times of shifts in turns", sure, bounds, days=(count, count))
    counted = _counted(line, clocks, left, right)
    if counted is not None:
        many, end = counted
        each = [measure.clock_day(t.value, pause) for t in clocks if isinstance(t.value, Clock)]
        short, long = many * min(low for low, _ in each), many * max(high for _, high in each)
        if long > joined_days.CLOCKED_MOST:
            return None
        place = place_of(number, line, token.start, end)
        return working(place, _said(short, long), sure, (short, long), days=(many, many))
    low, high, named, ends = 0.0, 0.0, 0.0, [token.start, token.end]
    fewest, count = 0.0, 0.0
    own = _days_behind(line, clocks, left, right)
    for index, clock in enumerate(clocks):
        days = own[index] if own else _days_of(line, clocks, index, left, right)
        if days is not None:
            count = _day_count(line, days)
            fewest = min(count, days.value.low) if isinstance(days.value, Days) else count
            named = max(named, count)
            ends += [days.start, days.end]
        if not count or count >= 7 or not isinstance(clock.value, Clock):
            return None
        short, long = measure.clock_day(clock.value, pause)
        if index and days is not None and _is_other(line, clocks[index - 1], clock):
            low, high = min(low, short * fewest), max(high, long * count)
        else:
            low, high = low + short * fewest, high + long * count
        ends += [clock.start, clock.end]
    if named == 1 and len(clocks) == 1 and "every" not in whole and not whole & {"hours", "size"}:
        return None
    if "every_other" in roles_in(line, left, token.start):
        low, high, fewest, named = low / 2, high / 2, fewest / 2, named / 2
    if high > joined_days.CLOCKED_MOST:
        return None
    place = place_of(number, line, min(ends), max(ends))
    least, most = _led(line, left, right) if len(clocks) == 1 else (True, True)
    total = round(low, 2) if least else None, round(high, 2) if most else None
    return working(place, _said(low, high), sure, total, days=(min(fewest, named), named))


_SELDOM = {"every_second": 2, "every_third": 3, "every_fourth": 4}
"""Words for how seldom weekdays are worked, with the weeks from one to the next."""
SELDOM_WITHIN = 30
"""Characters from a word for how seldom to the weekdays."""


def _weeks_between(line: Parsed, token: Token) -> int:
    """How many weeks there are from one of the weekdays that are worked to the next: three for
    ``elke derde zaterdag``, one where nothing is said.
    """
    for mark in marks_in(line, max(0, token.start - SELDOM_WITHIN), token.start):
        if mark.role in _SELDOM and not kinds_in(line, mark.end, token.start).strip("n"):
            return _SELDOM[mark.role]
    return 1


def _is_other(line: Parsed, before: Token, clock: Token) -> bool:
    """Whether a range of clock times with its days is another choice: ``Monday to Thursday 6pm to
    4am, or Friday to Sunday 6pm to 6am``.
    """
    return kinds_in(line, before.end, clock.start).lstrip(",")[:1] == "o"


def _said(low: float, high: float) -> str:
    """How hours were had from clock times, which may leave the break open."""
    return "clock times with days" + ("" if low == high else ", with and without a break")


def _led(line: Parsed, left: int, right: int) -> tuple[bool, bool]:
    """Whether the number of days is a least and whether it is a most: ``at least two shifts per
    week from 10pm to 8am``.
    """
    days = [t for t in tokens_in(line, left, right) if isinstance(t.value, Days)]
    before = kinds_in(line, max(left, days[0].start - 24), days[0].start)[-1:] if days else ""
    return before not in ("m", "T"), before not in ("l", "L")


COUNT_WITHIN = 30
"""Characters from the times of a shift to how many there are a week."""
_PER_WEEK = lazy(r"[,(]?G")
SHIFTS_MOST = 6


def _counted(line: Parsed, clocks: list[Token], left: int, right: int) -> tuple[float, int] | None:
    """How many shifts a week there are, said behind their times, and where that ends:
    ``nachtdiensten van 23.00 tot 7.00 uur, gemiddeld 3 per week``.
    """
    if "y" not in kinds_in(line, left, clocks[0].start):
        return None
    last = clocks[-1].end
    behind = tokens_in(line, last, min(right, last + COUNT_WITHIN))
    if not _PER_WEEK.match("".join(one.kind for one in behind)):
        return None
    token = next(one for one in behind if one.kind == "G")
    node = token.value
    if not isinstance(node, Money) or node.unit != "week" or node.low is None:
        return None
    many = node.low.values[0]
    held = node.low == node.high and not node.low.currency and 1 <= many <= SHIFTS_MOST
    return (many, token.end) if held else None


def _in_turns(
    line: Parsed, clocks: list[Token], left: int, right: int, pause: float | None
) -> tuple[tuple[float, float], float, int, int] | None:
    """The hours a week of shifts that take turns on the same days, with those days and where it all
    stands: ``6-14 en 14-22 uur, ma t/m vr``. More hours than a day of work has are no split shift.
    """
    days = [t for t in tokens_in(line, left, right) if _names_days(t)]
    between = [set(kinds_in(line, one.end, two.start)) for one, two in itertools.pairwise(clocks)]
    if len(clocks) < 2 or len(days) != 1 or any(kinds - set("a/o,nx") for kinds in between):
        return None
    lengths = [measure.clock_day(t.value, pause) for t in clocks if isinstance(t.value, Clock)]
    count = _day_count(line, days[0])
    if sum(long for _, long in lengths) <= joined_days.DAY_MOST or not 1 < count < 7:
        return None
    if max(long for _, long in lengths) > joined_days.DAY_MOST:
        return None
    bounds = min(short for short, _ in lengths) * count, max(long for _, long in lengths) * count
    ends = [clocks[0].start, clocks[-1].end, days[0].start, days[0].end]
    return bounds, count, min(ends), max(ends)


def _days_behind(line: Parsed, clocks: list[Token], left: int, right: int) -> list[Token]:
    """The days behind each of several ranges of clock times; none where one lacks its own, or
    days stand before the first.
    """
    if len(clocks) < 2 or any(_names_days(t) for t in tokens_in(line, left, clocks[0].start)):
        return []
    ends = [*(clock.start for clock in clocks[1:]), right]
    found = [
        next((t for t in tokens_in(line, clock.end, end) if _names_days(t)), None)
        for clock, end in zip(clocks, ends, strict=True)
    ]
    return [days for days in found if days is not None] if None not in found else []


def _days_of(line: Parsed, clocks: list[Token], index: int, left: int, right: int) -> Token | None:
    """The days that a range of clock times is for: the last before it, or those right behind."""
    clock, floor = clocks[index], clocks[index - 1].end if index else left
    before = [t for t in tokens_in(line, floor, clock.start) if _names_days(t)]
    if before:
        return before[-1]
    near = tokens_in(line, clock.end, min(right, clock.end + 40))
    after = [t for t in near if _names_days(t)]
    if after and _has_moment(line, after[0]):
        return None  # van 7 tot 15 uur, op vrijdag tot 13 uur
    return after[0] if after and not index and len(clocks) < 3 else None


def _has_moment(line: Parsed, token: Token) -> bool:
    """Whether right behind weekdays stands when the work of those days ends."""
    behind = tokens_in(line, token.end, token.end + 2)
    node = behind[0].value if behind else None
    return isinstance(node, Hours) and node.led == "T" and node.low is None and not node.unit


def _names_days(token: Token) -> bool:
    """Whether a token is weekdays or a number of days."""
    return token.kind == "W" or isinstance(token.value, Days)


def _left_out(line: Parsed, token: Token) -> float | None:
    """How many days are left where weekdays are those on which nobody works: ``elke dag behalve
    zondag``, ``Monday to Friday except Wednesday``; None for other weekdays.
    """
    near = marks_in(line, max(0, token.start - 24), token.start)
    without = [mark for mark in near if mark.role == "except"]
    if token.kind != "W" or not without or kinds_in(line, without[-1].end, token.start).strip("n"):
        return None
    fewer = measure.weekdays(line, token.start, token.end)
    before = [one for one in tokens_in(line, 0, without[-1].start) if one.kind in "WR"]
    if before and before[-1].kind == "W":
        return measure.weekdays(line, before[-1].start, before[-1].end) - fewer
    return 7 - fewer if any(one.value == "day" for one in before) else None


def _day_count(line: Parsed, token: Token) -> float:
    left = _left_out(line, token)
    if left is not None:
        return left
    if isinstance(token.value, Days):
        return token.value.high if token.value.unit == "week" or token.value.high <= 6 else 0.0
    return measure.weekdays(line, token.start, token.end) / _weeks_between(line, token)
