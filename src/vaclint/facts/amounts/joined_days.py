"""Hours a week out of hours a day with days, and hours on weekdays."""

from vaclint.facts.amounts import measure
from vaclint.facts.amounts.around import (
    Parsed,
    kinds_in,
    place_of,
    roles_in,
    sentence,
    tokens_in,
)
from vaclint.facts.amounts.nodes import Days, Hours
from vaclint.facts.amounts.tokens import Token
from vaclint.facts.amounts.values import WorkingHours, working
from vaclint.text.patterns import lazy

CLOCKED_MOST = 60
"""Clock times of more hours a week are those of a rota or of an office."""
DAY_MOST = 14
"""A working day or shift has no more hours."""
EVERY_WITHIN = 6
"""Characters from a word such as 'each' to the day of the week that it goes with."""
EACH_WITHIN = 3
"""Characters from a number of hours to the word that it is that of each day."""
FEW_HOURS = 6
"""A day of fewer hours behind several days may be that of all of them."""


def combined(number: int, line: Parsed) -> WorkingHours | None:
    """Hours a day with days a week, and hours on several weekdays."""
    for index, token in enumerate(line.tokens):
        node = token.value
        if isinstance(node, Days):
            made = _days_of_hours(number, line, index)
            if made is not None:
                return made
        if token.word == "shift length" and isinstance(node, float):
            made = _daily(number, line, index, node, node)
            if made is not None:
                return made
        if not isinstance(node, Hours) or node.low is None or node.high is None:
            continue
        shift = _of_shift(line, token, node) or _of_a_shift(line, index)
        made = _hours_for_days(number, line, index, node)
        if made is not None:
            return made
        daily = node.unit == "day" or measure.span_of(line, token) == "day"
        if (daily or shift or _of_part(line, token, node)) and node.high <= DAY_MOST:
            made = _daily(number, line, index, node.low, node.high)
            if made is not None:
                return made
    return _by_weekday(number, line) or _each_weekday(number, line)


_DAY_HOURS = lazy(r"W[:(]?H\)?(?:[,a]{0,2}[nx]?W[:(]?H\)?){1,6}|Hn?W(?:[,a]{1,2}Hn?W){1,6}")
"""Weekdays with the hours of each, either of them first."""


def _by_weekday(number: int, line: Parsed) -> WorkingHours | None:
    """``woensdag 4 uur, vrijdag 5 uur``: the hours of all days together."""
    match = _DAY_HOURS.search(line.kinds)
    if match is None:
        return None
    tokens = line.tokens[match.start() : match.end()]
    hours = [t.value for t in tokens if isinstance(t.value, Hours)]
    counts = [measure.weekdays(line, t.start, t.end) for t in tokens if t.kind == "W"]
    if any(node.unit or node.low is None or node.high is None for node in hours):
        return None
    low = sum((node.low or 0) * many for node, many in zip(hours, counts, strict=True))
    high = sum((node.high or 0) * many for node, many in zip(hours, counts, strict=True))
    start, end = tokens[0].start, tokens[-1].end
    if high > CLOCKED_MOST or _opening(line, start, end):
        return None
    days = sum(counts)
    place = place_of(number, line, start, end)
    return working(place, "weekdays with hours", 0.8, (low, high), days=(days, days))


_ALL_DAYS = lazy(r"W(?=H)|Hn?(?=W)")


def _each_weekday(number: int, line: Parsed) -> WorkingHours | None:
    """``maandag t/m vrijdag 8 uur``, ``elke woensdag 6 uur``, ``4 hours each weekday``: so
    many hours on each of the days.
    """
    match = _ALL_DAYS.search(line.kinds)
    if match is None:
        return None
    first, last = line.tokens[match.start()], line.tokens[match.end()]
    days, token = (first, last) if first.kind == "W" else (last, first)
    node = token.value
    if not isinstance(node, Hours) or node.unit or node.low is None or node.low != node.high:
        return None
    count = measure.weekdays(line, days.start, days.end)
    every = "every" in roles_in(line, days.start - EVERY_WITHIN, days.start)
    least = 1 if every and days is last else FEW_HOURS
    listed = 1 < count < 7 and (every or days is first)
    if not (least <= node.low <= DAY_MOST and (listed or (count == 1 and every))):
        return None
    total = node.low * count
    if total > CLOCKED_MOST or _opening(line, first.start, last.end):
        return None
    place = place_of(number, line, first.start, last.end)
    return working(place, "hours a day with days", 0.7, (total, total), days=(count, count))


_OF_HOURS = lazy(r"[,(]?x?(?P<of>[fnp]?)H")
"""From days a week to the hours of each; ``of`` is a word for that."""


def _days_of_hours(number: int, line: Parsed, index: int) -> WorkingHours | None:
    """``4 dagen per week van 8 uur``, ``3 nachten van 8 uur per week``; not where 'of' is not said
    and the hours may be all.
    """
    token, days = line.tokens[index], line.tokens[index].value
    gap = _OF_HOURS.match(line.kinds, index + 1)
    if gap is None or not isinstance(days, Days) or days.high >= 7:
        return None
    last = line.tokens[gap.end() - 1]
    hours = last.value
    if not isinstance(hours, Hours) or hours.low is None or hours.high is None:
        return None
    each = (
        gap["of"] == "f"
        or "each" in roles_in(line, token.end, last.start)
        or bool(roles_in(line, last.end, last.end + EACH_WITHIN) & {"each", "every"})
    )
    units = (days.unit, hours.unit)
    parts = days.part and units == ("", "")
    known = parts or units in (("week", "day"), ("week", ""), ("", "week"))
    if not known or not (each or hours.unit == "day"):
        return None
    if not 2 <= hours.high < 13 or _opening(line, token.start, last.end):
        return None
    place = place_of(number, line, token.start, last.end)
    bounds = hours.low * days.low, hours.high * days.high
    return working(place, "hours a day with days", 0.8, bounds, days=(days.low, days.high))


_FOR_DAYS = lazy(r"nDR?")


def _hours_for_days(number: int, line: Parsed, index: int, node: Hours) -> WorkingHours | None:
    """``six hours for five days a week``: hours a day with the days they are for."""
    token, days = line.tokens[index], line.tokens[index + 1 : index + 3]
    if node.unit not in ("", "day") or node.low != node.high or len(days) < 2:
        return None
    many = days[-1].value
    if not _FOR_DAYS.match(line.kinds, index + 1) or not isinstance(many, Days):
        return None
    each = node.high or 0.0
    for_days = "for" in roles_in(line, token.end, days[-1].start)
    if not (for_days and 2 < each < 13 and 1 < many.high < 7 and many.unit in ("", "week")):
        return None
    left, right = sentence(line, token.start, days[-1].end)
    if roles_in(line, left, right) & {"opening", "service", "training", "leave"}:
        return None
    place = place_of(number, line, token.start, days[-1].end)
    bounds = each * many.low, each * many.high
    return working(place, "hours a day with days", 0.7, bounds, days=(many.low, many.high))


def _of_shift(line: Parsed, token: Token, node: Hours) -> bool:
    """Whether a number of hours is the length of a shift: ``werkdagen van 8 uur``."""
    single = not node.unit and node.low == node.high
    return single and "shift_of" in measure.close_roles(line, -1, token.start)


PART_LEAST = 2
"""Fewer hours a part of a day are those of a lesson or visit."""


def _of_part(line: Parsed, token: Token, node: Hours) -> bool:
    """Whether a number of hours is that of each part of a day on the weekdays named before it:
    ``dinsdagochtend en vrijdagochtend, 4 uur per ochtend``.
    """
    before = [one.kind for one in tokens_in(line, 0, token.start) if one.kind not in ",(:an"][-1:]
    return node.unit == "part" and (node.low or 0) >= PART_LEAST and before == ["W"]


def _of_a_shift(line: Parsed, index: int) -> bool:
    """Whether a number of hours is the length of a shift: ``shifts of 12 hours``."""
    node = line.tokens[index].value
    led = line.kinds[:index].rstrip("nf")[-1:]
    return isinstance(node, Hours) and not node.unit and led == "y"


def _daily(number: int, line: Parsed, index: int, low: float, high: float) -> WorkingHours | None:
    """``8 hours per day, 5 days a week``; not where hours a week are said as well."""
    token = line.tokens[index]
    if any(isinstance(t.value, Hours) and t.value.unit == "week" for t in line.tokens):
        return None
    around = [
        *line.tokens[index + 1 : index + 6],
        *reversed(line.tokens[max(0, index - 5) : index]),
    ]
    for other in around:
        days = other.value
        first, last = min(token.start, other.start), max(token.end, other.end)
        if other.kind == "W" and not _opening(line, first, last):
            count = measure.weekdays(line, other.start, other.end)
            place = place_of(number, line, first, last)
            bounds = low * count, high * count
            if count > 1:
                return working(place, "hours a day with days", 0.8, bounds, days=(count, count))
        weekly = isinstance(days, Days) and (
            days.unit == "week" or (not days.unit and _side_by_side(line, token, other))
        )
        if isinstance(days, Days) and weekly and (days.high < 7 or _all_week(line, first, last)):
            if _opening(line, first, last):
                return None
            place = place_of(number, line, first, last)
            bounds = low * days.low, high * days.high
            return working(place, "hours a day with days", 0.8, bounds, days=(days.low, days.high))
    return None


def _all_week(line: Parsed, start: int, end: int) -> bool:
    """Whether hours on all seven days stand alone and are those of no house or service."""
    left, right = sentence(line, start, end)
    before, behind = kinds_in(line, left, start), kinds_in(line, end, right)
    return (
        before in ("", "y:", "n:", "i:")
        and not behind.strip(",)")
        and not line.heading & {"opening", "service", "reply"}
    )


def _side_by_side(line: Parsed, one: Token, other: Token) -> bool:
    """Whether nothing but a comma or a sign that multiplies stands between two tokens."""
    between = kinds_in(line, min(one.end, other.end), max(one.start, other.start))
    times = line.row.text[min(one.end, other.end) : max(one.start, other.start)].strip() in TIMES
    return between in ("", ",") or times


TIMES = ("x", "×", "*")
"""Signs that multiply, between hours a day and days."""


def _opening(line: Parsed, start: int, end: int) -> bool:
    left, right = sentence(line, start, end)
    return bool(roles_in(line, left, right) & {"opening", "service"})
