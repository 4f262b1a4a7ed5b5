"""The size of the job that a line states: hours a week, a share of full time, days, or none."""

from vaclint.facts.amounts import measure, sizes
from vaclint.facts.amounts.around import Parsed, alone, place_of, roles_in, sentence, tokens_in
from vaclint.facts.amounts.features import score
from vaclint.facts.amounts.lexicon import Rota
from vaclint.facts.amounts.nodes import Clock, Count, Days, Hours, Product, Share
from vaclint.facts.amounts.tokens import Token
from vaclint.facts.amounts.values import Place, WorkingHours

CLOCKED_MOST = 60
"""Clock times of more hours a week are those of a rota or of an office."""
DAY_MOST = 14
"""A working day or shift has no more hours."""


def hours_of(number: int, line: Parsed) -> list[WorkingHours]:
    """The size of the job as a line states it."""
    found: list[tuple[WorkingHours, Token, sizes.Size]] = []
    combined = _combined(number, line)
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
    unit = node.unit or measure.unit_of_label(line, token)
    weeks = sizes.WEEKS.get(unit, 1.0)
    low, high = (None if v is None else round(v / weeks, 2) for v in (node.low, node.high))
    top = high if high is not None else low or 0
    shown = node.shown or (token.start, token.end)
    place = place_of(number, line, *shown)
    if 0 < top <= 1.2:
        return _working(place, "share", sure, share=(low or top, top))
    if not sizes.LEAST <= top <= sizes.MOST:
        return None
    found = "words" if weeks == 1.0 else f"per {unit}"
    return _working(place, found, sure, (low, high))._replace(
        falling=node.falling,
        low=place_of(number, line, *node.low_at) if low is not None else None,
        high=place_of(number, line, *node.high_at) if high is not None else None,
    )


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
    count = 0.0
    own = _days_behind(line, clocks, left, right)
    for index, clock in enumerate(clocks):
        days = own[index] if own else _days_of(line, clocks, index, left, right)
        if days is not None:
            count = _day_count(line, days)
            named = max(named, count)
            ends += [days.start, days.end]
        if not count or count >= 7 or not isinstance(clock.value, Clock):
            return None
        short, long = measure.clock_day(clock.value, pause)
        low, high = low + short * count, high + long * count
        ends += [clock.start, clock.end]
    if named == 1 and len(clocks) == 1 and "every" not in whole and not whole & {"hours", "size"}:
        return None
    if high > CLOCKED_MOST:
        return None
    place = place_of(number, line, min(ends), max(ends))
    said = "clock times with days" + ("" if low == high else ", with and without a break")
    bounds = round(low, 2), round(high, 2)
    return _working(place, said, sure, bounds, days=(named, named))


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


def _combined(number: int, line: Parsed) -> WorkingHours | None:
    """Hours a day with days a week, and hours on several weekdays."""
    for index, token in enumerate(line.tokens):
        node = token.value
        if isinstance(node, Rota):
            return _in_turns(number, line, token, node)
        if token.word == "shift length" and isinstance(node, float):
            made = _daily(number, line, index, node, node)
            if made is not None:
                return made
        if not isinstance(node, Hours) or node.low is None or node.high is None:
            continue
        if (node.unit == "day" or _of_a_shift(line, index)) and node.high <= DAY_MOST:
            made = _daily(number, line, index, node.low, node.high)
            if made is not None:
                return made
        if line.kinds[index - 1 : index + 3] == "WHaW" and index + 3 < len(line.tokens):
            second = line.tokens[index + 3]
            if isinstance(second.value, Hours) and second.value.low and second.value.high:
                place = place_of(number, line, line.tokens[index - 1].start, second.end)
                bounds = node.low + second.value.low, node.high + second.value.high
                return _working(place, "weekdays with hours", 0.8, bounds, days=(2, 2))
    return None


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
        if isinstance(days, Days) and days.unit == "week" and days.high < 7:
            if _opening(line, first, last):
                return None
            place = place_of(number, line, first, last)
            bounds = low * days.low, high * days.high
            return _working(place, "hours a day with days", 0.8, bounds, days=(days.low, days.high))
    return None


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
        if (
            near
            and (
                size.weekly
                or not first[2].weekly
                or size.possible
                or first[2].possible
                or size.part
                or size.label
                or size.job_near
            )
            and not size.weekday
        ):
            lows = [v for v in (result.min, other.min) if v is not None]
            highs = [v for v in (result.max, other.max) if v is not None]
            result = result._replace(min=min(lows), max=max(highs) if len(highs) == 2 else None)
    if first[2].possible and basis and result.min is not None and result.max is not None:
        result = result._replace(min=min(result.min, *basis), max=max(result.max, *basis))
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
    return []
