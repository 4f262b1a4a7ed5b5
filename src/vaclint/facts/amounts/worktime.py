"""The size of the job that a line states: hours a week, a share of full time, days, or none."""

from vaclint.facts.amounts import joining, measure, rota, sizes
from vaclint.facts.amounts.around import (
    Parsed,
    alone,
    kinds_in,
    place_of,
    roles_in,
    sentence,
    tokens_in,
)
from vaclint.facts.amounts.features import score
from vaclint.facts.amounts.lexicon import Rota
from vaclint.facts.amounts.nodes import Clock, Count, Days, Hours, Product, Share
from vaclint.facts.amounts.tokens import Token
from vaclint.facts.amounts.values import Place, WorkingHours
from vaclint.text.patterns import lazy

SEASON_GAP = 80
"""Characters between the hours of two seasons."""
OPEN_MOST = 20
"""So many numbers of a line are looked at for one that may be the hours of the job."""
CLOCKED_MOST = 60
"""Clock times of more hours a week are those of a rota or of an office."""
FEW_HOURS = 6
"""A day of fewer hours behind several days may be that of all of them."""
EVERY_WITHIN = 6
"""Characters from a word such as 'each' to the day of the week that it goes with."""
WEEK_HOURS = 168
"""A week has no more."""
EACH_WITHIN = 3
"""Characters from a number of hours to the word that it is that of each day."""
DAY_MOST = 14
"""A working day or shift has no more hours."""


def hours_of(number: int, line: Parsed) -> list[WorkingHours]:
    """The size of the job as a line states it."""
    found: list[tuple[WorkingHours, Token, sizes.Size]] = []
    combined = _turns(number, line) or _combined(number, line)
    if combined is not None:
        return [combined]
    basis: list[float] = []
    for token in line.tokens:
        if token.kind not in "HQDXPK" or len(found) >= 40:
            continue
        one = measure.settle(line, token)
        if one.basis and isinstance(token.value, Hours) and token.value.low is not None:
            basis.append(token.value.low)
        made = _size(number, line, token, one)
        if made is not None:
            found.append((made, token, one))
    bare = _bare_share(number, line)
    if not found and bare is not None:
        return [bare]
    return _joined(line, found, basis) or _zero(number, line)


def open_hours(line: Parsed) -> tuple[int, int] | None:
    """A number beside a word for hours of which nothing is sure: nothing says that it is something
    else.
    """
    numbers = [token for token in line.tokens if token.kind in "HXK"]
    for token in numbers[:OPEN_MOST]:
        if isinstance(token.value, Hours) and token.value.high == 0:
            continue
        one = measure.settle(line, token)
        near = one.job or one.job_near or one.label or one.schedule or one.part
        if near and not _is_something_else(one) and one.top <= sizes.MOST:
            return token.start, token.end
    return None


def _is_something_else(one: sizes.Size) -> bool:
    """Whether the words round a number say what else it is."""
    other = one.foreign_behind or one.foreign_before or one.opening or one.reply or one.at
    return bool(other or one.basis or one.negated or one.pay_near)


def _bare_share(number: int, line: Parsed) -> WorkingHours | None:
    """A part of one beside full or part time, or that begins a title: ``part-time (0.6)``."""
    for index, token in enumerate(line.tokens):
        if token.kind != "0" or line.kinds[index + 1 : index + 2] in tuple("€%hDkMRu0-/"):
            continue
        value = token.value[0] if isinstance(token.value, tuple) else 0.0
        if not (0.1 <= value <= 0.95 and token.word.startswith("0")):
            continue
        near = roles_in(line, token.start - 30, token.end + 24)
        if near & {"full", "part", "half_time"} or (
            line.place == "title" and not line.row.text[: token.start].strip()
        ):
            place = place_of(number, line, token.start, token.end)
            return _working(place, "share", 0.6, share=(value, value))
    return None


def _size(number: int, line: Parsed, token: Token, one: sizes.Size) -> WorkingHours | None:
    """A number as a statement of the size of the job; None when it is something else."""
    points, _ = score(sizes.FEATURES, one)
    place = place_of(number, line, token.start, token.end)
    node = token.value
    if isinstance(node, Hours) and node.high == 0:
        job = one.job or one.label or "size" in roles_in(line, token.start, token.end + 20)
        return _working(place, "zero hours", 0.9) if job else None
    if points < sizes.ENOUGH:
        return None
    sure = min(1.0, points / 12)
    if isinstance(node, Hours):
        return _weekly(number, line, token, node, one, sure)
    if isinstance(node, Share):
        return _working(place, "share", sure, share=(node.low, node.high))
    if isinstance(node, Count):
        low, high = node.low / 100, node.high / 100
        held = 0.1 <= high <= 1 and _percent_of_job(line, token)
        return _working(place, "share", sure, share=(low, high)) if held else None
    if isinstance(node, Product):
        total = node.days * node.hours
        kind = "shifts" if node.shifts else "days of so many hours"
        return _working(place, kind, sure, (total, total))
    if isinstance(node, Days):
        return _working(place, "days", sure, days=(node.low, node.high))
    return _clocked(number, line, token, sure) if isinstance(node, Clock) else None


def _weekly(
    number: int, line: Parsed, token: Token, node: Hours, one: sizes.Size, sure: float
) -> WorkingHours | None:
    """Hours as hours a week; a number up to 1.2 behind a label is a share of full time."""
    counted = [t.kind for t in tokens_in(line, token.end, token.end + 2)] == ["x"]
    if node.labelled and counted and one.top < 12:
        return None
    unit = node.unit or measure.unit_of_label(line, token) or _of_year(line, node)
    weeks = sizes.WEEKS.get(unit, 1.0)
    bounds = _bounded(line, token, node) if node.labelled else (node.low, node.high)
    low, high = (None if v is None else round(v / weeks, 2) for v in bounds)
    top = high if high is not None else low or 0
    shown = node.shown or (token.start, token.end)
    place = place_of(number, line, *shown)
    if 0 < top <= 1.2:
        return _working(place, "share", sure, share=(low or top, top))
    if not sizes.LEAST <= top <= sizes.MOST:
        return None
    found = "words" if weeks == 1.0 else f"per {unit}"
    found = joining.BY_SEASON if one.season and weeks == 1.0 else found
    return _working(place, found, sure, (low, high))._replace(
        falling=node.falling,
        low=place_of(number, line, *node.low_at) if low is not None else None,
        high=place_of(number, line, *node.high_at) if high is not None else None,
    )


def _of_year(line: Parsed, node: Hours) -> str:
    """The year as the unit of more hours than a week has, in a line that speaks of years:
    ``annualised contract of 1,650 hours``.
    """
    yearly = any(token.kind == "R" and token.value == "year" for token in line.tokens)
    return "year" if yearly and (node.low or 0) > WEEK_HOURS else ""


def _bounded(line: Parsed, token: Token, node: Hours) -> tuple[float | None, float | None]:
    """The bounds of a number behind a label, which may say that it is the least or the most:
    ``Minimaal aantal uren: 24``.
    """
    before = kinds_in(line, token.start - 40, token.start).rstrip(":(inh-")[-1:]
    if node.low != node.high or not before:
        return node.low, node.high
    return (None if before in "mT" else node.low), (None if before in "lL" else node.high)


def _percent_of_job(line: Parsed, token: Token) -> bool:
    """Whether a percentage is one of full time: by a word for the job, or as a range alone."""
    node = token.value
    ranged = isinstance(node, Count) and node.low < node.high and node.high >= 40
    if ranged and alone(line, token.start, token.end):
        return True
    if line.row.text[token.end :].lstrip()[:1] == "(" and any(
        t.kind in "HD" for t in tokens_in(line, token.end, token.end + 30)
    ):
        return True
    close = measure.close_roles(line, -1, token.start) | measure.roles_behind(
        line, token.end, token.end + 40
    )
    behind = roles_in(line, token.end, token.end + 40)
    bracketed = line.row.text[token.end :].lstrip()[:1] == ")"
    if isinstance(node, Count) and node.low == 100 and "home" in behind and not bracketed:
        return False  # works 100% in the office
    return bool(close & {"share", "full", "part"}) and not close & {
        "home",
        "allowance",
        "bonus",
        "leave",
        "travel",
        "training",
    }


def _clocked(number: int, line: Parsed, token: Token, sure: float) -> WorkingHours | None:
    """Clock times with days as hours a week: a range by the break, unless its length is said."""
    left, right = sentence(line, token.start, token.end)
    clocks = [t for t in tokens_in(line, left, right) if t.kind == "K"]
    whole = roles_in(line, left, right)
    if clocks[0] is not token or len(clocks) > 4:
        return None
    pause = _pause(line, left, right) if "break_time" in whole else None
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
        low, high = low + short * fewest, high + long * count
        ends += [clock.start, clock.end]
    if named == 1 and len(clocks) == 1 and "every" not in whole and not whole & {"hours", "size"}:
        return None
    if high > CLOCKED_MOST:
        return None
    place = place_of(number, line, min(ends), max(ends))
    said = "clock times with days" + ("" if low == high else ", with and without a break")
    bounds = round(low, 2), round(high, 2)
    return _working(place, said, sure, bounds, days=(min(fewest, named), named))


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
    return after[0] if after and not index and len(clocks) < 3 else None


def _pause(line: Parsed, left: int, right: int) -> float:
    """The length of a break in hours, one where it is not said."""
    for token in tokens_in(line, left, right):
        if isinstance(token.value, Hours) and token.value.low is not None and token.value.low <= 2:
            return token.value.low
        if token.kind == "J" and isinstance(token.value, Count) and token.value.unit == "minute":
            return token.value.low / 60
    return 1.0


def _names_days(token: Token) -> bool:
    """Whether a token is weekdays or a number of days."""
    return token.kind == "W" or isinstance(token.value, Days)


def _day_count(line: Parsed, token: Token) -> float:
    if isinstance(token.value, Days):
        return token.value.high if token.value.unit == "week" or token.value.high <= 6 else 0.0
    return measure.weekdays(line, token.start, token.end)


def _working(
    place: Place,
    found: str,
    sureness: float,
    bounds: tuple[float | None, float | None] = (None, None),
    share: tuple[float, float] | None = None,
    days: tuple[float, float] | None = None,
) -> WorkingHours:
    """A statement without places of its bounds; ``share``: least and most of full time."""
    low, high = share if share is not None else (None, None)
    return WorkingHours(
        place, found, sureness, min=bounds[0], max=bounds[1], fte=high, fte_min=low, days=days
    )


def _turns(number: int, line: Parsed) -> WorkingHours | None:
    """A rota of weeks or days at work and at home."""
    found = rota.rota_of(line)
    if found is None:
        return None
    part, start, end = found
    hours = rota.weekly(line, part)
    return _working(place_of(number, line, start, end), "rota", 0.8, (hours, hours))


def _combined(number: int, line: Parsed) -> WorkingHours | None:
    """Hours a day with days a week, and hours on several weekdays."""
    for index, token in enumerate(line.tokens):
        node = token.value
        if isinstance(node, Rota):
            return _in_turns(number, line, token, node)
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
        if (node.unit == "day" or shift) and node.high <= DAY_MOST:
            made = _daily(number, line, index, node.low, node.high)
            if made is not None:
                return made
    return _by_weekday(number, line) or _each_weekday(number, line)


_ALL_DAYS = lazy(r"W(?=H)")


def _each_weekday(number: int, line: Parsed) -> WorkingHours | None:
    """``maandag t/m vrijdag 8 uur``, ``elke woensdag 6 uur``: so many hours on each of the days."""
    match = _ALL_DAYS.search(line.kinds)
    if match is None:
        return None
    days, token = line.tokens[match.start()], line.tokens[match.end()]
    node = token.value
    if not isinstance(node, Hours) or node.unit or node.low is None or node.low != node.high:
        return None
    count = measure.weekdays(line, days.start, days.end)
    every = "every" in roles_in(line, days.start - EVERY_WITHIN, days.start)
    if not (FEW_HOURS <= node.low <= DAY_MOST and (1 < count < 7 or (count == 1 and every))):
        return None
    total = node.low * count
    if total > CLOCKED_MOST or _opening(line, days.start, token.end):
        return None
    place = place_of(number, line, days.start, token.end)
    return _working(place, "hours a day with days", 0.7, (total, total), days=(count, count))


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
    return _working(place, "weekdays with hours", 0.8, (low, high), days=(days, days))


_OF_HOURS = lazy(r"[,(]?x?(?P<of>[fn]?)H")
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
    if units not in (("week", "day"), ("week", ""), ("", "week")) or not (
        each or hours.unit == "day"
    ):
        return None
    if not 2 <= hours.high < 13 or _opening(line, token.start, last.end):
        return None
    place = place_of(number, line, token.start, last.end)
    bounds = hours.low * days.low, hours.high * days.high
    return _working(place, "hours a day with days", 0.8, bounds, days=(days.low, days.high))


def _of_shift(line: Parsed, token: Token, node: Hours) -> bool:
    """Whether a number of hours is the length of a shift: ``werkdagen van 8 uur``."""
    single = not node.unit and node.low == node.high
    return single and "shift_of" in measure.close_roles(line, -1, token.start)


def _of_a_shift(line: Parsed, index: int) -> bool:
    """Whether a number of hours is the length of a shift: ``shifts of 12 hours``."""
    node = line.tokens[index].value
    led = line.kinds[:index].rstrip("nf")[-1:]
    return isinstance(node, Hours) and not node.unit and led == "y"


def _in_turns(number: int, line: Parsed, token: Token, rota: Rota) -> WorkingHours | None:
    """``4 on 4 off, 12-hour shifts``: the hours of a week on average; None where those are said."""
    if any(isinstance(t.value, Hours) and t.value.unit == "week" for t in line.tokens):
        return None
    days = rota.days_a_week
    lengths = [length for t in line.tokens if (length := _length_of_shift(t)) is not None]
    bounds: tuple[float | None, float | None] = (None, None)
    if lengths:
        bounds = round(lengths[0][0] * days, 2), round(lengths[0][1] * days, 2)
    place = place_of(number, line, token.start, token.end)
    return _working(place, "days on and off in turns", 0.8, bounds, days=(days, days))


def _length_of_shift(token: Token) -> tuple[float, float] | None:
    """The least and most hours of one shift, where a token says them."""
    value = token.value
    if token.word == "shift length" and isinstance(value, float):
        return value, value
    if isinstance(value, Clock):
        return measure.clock_day(value, None)
    if isinstance(value, Hours) and value.low and value.high and value.high <= DAY_MOST:
        return value.low, value.high
    return None


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
                return _working(place, "hours a day with days", 0.8, bounds, days=(count, count))
        weekly = isinstance(days, Days) and (
            days.unit == "week" or (not days.unit and _side_by_side(line, token, other))
        )
        if isinstance(days, Days) and weekly and days.high < 7:
            if _opening(line, first, last):
                return None
            place = place_of(number, line, first, last)
            bounds = low * days.low, high * days.high
            return _working(place, "hours a day with days", 0.8, bounds, days=(days.low, days.high))
    return None


def _side_by_side(line: Parsed, one: Token, other: Token) -> bool:
    """Whether nothing but a comma stands between two tokens."""
    between = kinds_in(line, min(one.end, other.end), max(one.start, other.start))
    return between in ("", ",")


def _opening(line: Parsed, start: int, end: int) -> bool:
    left, right = sentence(line, start, end)
    return bool(roles_in(line, left, right) & {"opening", "service"})


def _joined(
    line: Parsed, found: list[tuple[WorkingHours, Token, sizes.Size]], basis: list[float]
) -> list[WorkingHours]:
    """The statements of a line: hours with the share beside them, and lists of posts as one
    range.
    """
    hours = [(w, t, s) for w, t, s in found if w.min is not None or w.max is not None]
    shares = [w for w, _, _ in found if w.fte is not None]
    if not hours:
        rest = [w for w, _, _ in found]
        if len(shares) > 1:
            top = max(w.fte or 0 for w in shares)
            return [shares[0]._replace(fte=top, fte_min=min(w.fte_min or 9 for w in shares))]
        return sorted(rest, key=lambda w: (w.fte is None, w.found == "clock"))
    weekly = [h for h in hours if h[2].weekly] if any(h[2].weekly for h in hours) else hours
    first = max(weekly, key=lambda h: (h[0].found == "words", min(h[0].sureness, 0.6)))
    result = first[0]
    for other, token, size in hours:
        if (
            other is first[0]
            or other.found != result.found
            or other.min is None
            or result.min is None
        ):
            continue
        gap = line.row.text[min(token.end, first[1].end) : max(token.start, first[1].start)]
        near = len(gap) < 40 and "." not in gap.strip()
        between = {t.kind for t in tokens_in(line, first[1].end, token.start)}
        seasons = size.season and first[2].season and len(gap) < SEASON_GAP
        if seasons or (
            near
            and (
                size.weekly
                or not first[2].weekly
                or size.possible
                or first[2].possible
                or size.part
                or size.label
                or size.job_near
                or (size.share_near and {"o", "Q"} <= between)
            )
            and not size.weekday
        ):
            lows = [v for v in (result.min, other.min) if v is not None]
            highs = [v for v in (result.max, other.max) if v is not None]
            result = result._replace(min=min(lows), max=max(highs) if len(highs) == 2 else None)
    if first[2].possible and basis and result.min is not None and result.max is not None:
        result = result._replace(min=min(result.min, *basis), max=max(result.max, *basis))
    halves = {m.role for m in line.marks} & {"half_time", "full", "part"} == {"half_time"}
    if halves and not shares:
        result = result._replace(fte=0.5, fte_min=0.5)
    if shares:
        result = result._replace(
            fte=max(w.fte or 0 for w in shares),
            fte_min=min(w.fte_min or 9 for w in shares),
            share=shares[0].place,
        )
    return [result]


def _zero(number: int, line: Parsed) -> list[WorkingHours]:
    """A zero-hours contract, half time and half days: concrete without a number of hours."""
    for mark in line.marks:
        if mark.role == "zero":
            place = place_of(number, line, mark.start, mark.end)
            return [WorkingHours(place, "zero hours", 0.9)]
        elsewhere = "home" in roles_in(line, mark.end, mark.end + 20)
        if (
            mark.role == "half_time"
            and not elsewhere
            and not any(m.role in ("full", "part") for m in line.marks)
        ):
            place = place_of(number, line, mark.start, mark.end)
            return [_working(place, "share", 0.8, share=(0.5, 0.5))]
        if mark.role == "half_days" and {"W", "R"} & set(line.kinds):
            place = place_of(number, line, mark.start, mark.end)
            return [WorkingHours(place, "days", 0.8)]
    return []
