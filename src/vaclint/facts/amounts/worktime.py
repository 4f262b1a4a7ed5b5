"""The size of the job that a line states: hours a week, a share of full time, days, or none."""

from vaclint.facts.amounts import clocked, joined_days, joining, measure, rota, sizes
from vaclint.facts.amounts.around import (
    AT_PLACE,
    Parsed,
    alone,
    kinds_in,
    marks_in,
    place_of,
    roles_in,
    tokens_in,
)
from vaclint.facts.amounts.features import score
from vaclint.facts.amounts.nodes import Clock, Count, Days, Hours, Product, Share
from vaclint.facts.amounts.posts import posts_of
from vaclint.facts.amounts.shift_counts import counted
from vaclint.facts.amounts.tokens import Token
from vaclint.facts.amounts.values import WorkingHours, working
from vaclint.facts.amounts.weeks_in_turn import in_turn
from vaclint.text.patterns import lazy

SEASON_GAP = 80
"""Characters between the hours of two seasons."""
OPEN_MOST = 20
"""So many numbers of a line are looked at for one that may be the hours of the job."""


_TIMED = frozenset("HDWy")
"""The letters of which one is in any row of hours of days or posts."""


def hours_of(number: int, line: Parsed) -> list[WorkingHours]:
    """The size of the job as a line states it."""
    found: list[tuple[WorkingHours, Token, sizes.Size]] = []
    combined = rota.turns(number, line)
    turns = "other_week" in line.role_starts or line.kinds.count("J:") > 1
    if combined is None and turns:
        combined = in_turn(number, line)
    if combined is None and not _TIMED.isdisjoint(line.kinds):
        combined = joined_days.combined(number, line) or posts_of(number, line)
        combined = combined or counted(number, line)
    if combined is not None:
        return [combined]
    basis: list[float] = []
    for token in line.tokens:
        if token.kind not in "HQDXPK" or len(found) >= 40:
            continue
        if turns and isinstance(token.value, Hours) and token.value.clock:
            continue  # de ene week vroeg (7-15 uur), de andere laat
        one = measure.settle(line, token)
        if one.basis and isinstance(token.value, Hours) and token.value.low is not None:
            basis.append(token.value.low)
        made = _size(number, line, token, one)
        if made is not None:
            found.append((made, token, one))
    bare = _bare_share(number, line)
    if not found and bare is not None:
        return [_part_of_week([bare], basis[0])] if basis else [bare]
    return _joined(line, found, basis) or _halves(number, line) or _answered(number, line)


_ANSWER = lazy(r"[|.]0(?:[nx]?[o,/tT-][nx]{0,2}0)?(?=[,.|]|$)")
ASK_WITHIN = 48
"""Characters from 'how many days' to the answer in the next sentence."""
DAYS_MOST, HOURS_LEAST, HOURS_MOST = 6, 8, 40
"""How many days, and how many hours, an answer may name."""


def _answered(number: int, line: Parsed) -> list[WorkingHours]:
    """Days or hours that a question asks for and the next sentence names: ``Hoeveel dagen wil je
    werken? Drie of vier, dat bepalen we samen.``
    """
    for mark in line.marks:
        if mark.role not in ("ask_hours", "ask_days"):
            continue
        end = mark.end + ASK_WITHIN
        near = [token for token in line.row.tokens if mark.end <= token.start < end]
        match = _ANSWER.search("".join(token.kind for token in near))
        if match is None or line.row.text[near[match.start()].start] != "?":
            continue
        values = [t.value for t in near[match.start() : match.end()] if t.kind == "0"]
        sizes_ = sorted(float(each[0]) for each in values if isinstance(each, tuple))
        place = place_of(number, line, near[match.start() + 1].start, near[match.end() - 1].end)
        low, high = sizes_[0], sizes_[-1]
        days = any(one.role == "ask_days" for one in marks_in(line, mark.start, mark.start + 1))
        if days and 1 <= low <= high <= DAYS_MOST:
            return [working(place, "days", 0.6, days=(low, high))]
        if not days and HOURS_LEAST <= low <= high <= HOURS_MOST:
            return [working(place, "words", 0.6, (low, high))]
    return []


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
        if token.kind != "0" or line.kinds[index + 1 : index + 2] in tuple("€%hDkMRu0-/p"):
            continue
        value = token.value[0] if isinstance(token.value, tuple) else 0.0
        whole = value == 1 and len(token.word) > 1 and _labelled_share(line, index)
        if not (whole or (0.1 <= value <= 0.95 and token.word.startswith("0"))):
            continue
        near = roles_in(line, token.start - 30, token.end + 24)
        if _labelled_share(line, index):
            near |= {"part"}
        if (
            near & {"full", "part", "half_time"}
            or _joined_to_job(line, token)
            or (line.place in ("title", "sole") and not line.row.text[: token.start].strip())
        ):
            place = place_of(number, line, token.start, token.end)
            return working(place, "share", 0.6, share=(value, value))
    return None


def _joined_to_job(line: Parsed, token: Token) -> bool:
    """Whether a word for the job stands right behind a number, or before one that ends its clause:
    ``it's a 0.8 post``, ``the post is 0.7``.
    """
    behind = marks_in(line, token.end, token.end + 2)
    if any(mark.role == "size" for mark in behind):
        return True
    near = marks_in(line, max(0, token.start - POST_WITHIN), token.start)
    jobs = [mark for mark in near if mark.role == "share"]
    ends = kinds_in(line, token.end, token.end + 2)[:1] in ("", ".", ",", "|", ")")
    return bool(jobs) and ends and not kinds_in(line, jobs[-1].end, token.start)


POST_WITHIN = 16
"""Characters from a word for the job to the part of full time that it is."""


def _labelled_share(line: Parsed, index: int) -> bool:
    """Whether a word for the size of a job and a colon stand before a number: ``omvang: 0,6``."""
    start = line.tokens[index].start
    colon = line.kinds[index - 1 : index] == ":" if index else False
    return colon and "size" in roles_in(line, max(0, start - 26), start)


def _size(number: int, line: Parsed, token: Token, one: sizes.Size) -> WorkingHours | None:
    """A number as a statement of the size of the job; None when it is something else."""
    points, _ = score(sizes.FEATURES, one)
    place = place_of(number, line, token.start, token.end)
    node = token.value
    if points < sizes.ENOUGH or (isinstance(node, Hours) and node.high == 0):
        return None
    sure = min(1.0, points / 12)
    if isinstance(node, Hours):
        return _weekly(number, line, token, node, one, sure)
    if isinstance(node, Share):
        week = node.hours, node.hours
        return working(place, "share", sure, week, share=(node.low, node.high))
    if isinstance(node, Count):
        low, high = node.low / 100, node.high / 100
        held = 0.1 <= high <= 1 and _percent_of_job(line, token)
        return working(place, "share", sure, share=(low, high)) if held else None
    if isinstance(node, Product):
        weeks = sizes.WEEKS.get(node.unit or measure.span_of(line, token), 1.0)
        total = round(node.days * node.hours / weeks, 2)
        kind = "shifts" if node.shifts else "days of so many hours"
        least, most = _led(kinds_in(line, token.start - 24, token.start)[-1:])
        return working(place, kind, sure, (total if least else None, total if most else None))
    if isinstance(node, Days):
        return working(place, "days", sure, days=(node.low, node.high))
    return clocked.clocked(number, line, token, sure) if isinstance(node, Clock) else None


def _weekly(
    number: int, line: Parsed, token: Token, node: Hours, one: sizes.Size, sure: float
) -> WorkingHours | None:
    """Hours as hours a week; a number up to 1.2 behind a label is a share of full time."""
    counted = [t.kind for t in tokens_in(line, token.end, token.end + 2)] == ["x"]
    if node.labelled and counted and one.top < 12:
        return None
    unit = node.unit or measure.unit_of_label(line, token) or measure.span_of(line, token)
    weeks = sizes.WEEKS.get(unit, 1.0)
    bounds = _bounded(line, token, node)
    low, high = (None if v is None else round(v / weeks, 2) for v in bounds)
    top = high if high is not None else low or 0
    shown = node.shown or (token.start, token.end)
    place = place_of(number, line, *shown)
    if 0 < top <= 1.2 and weeks == 1.0:
        return working(place, "share", sure, share=(low or top, top))
    if not round(sizes.least(unit), 2) <= top <= sizes.MOST and not one.slipped:
        return None
    found = "words" if weeks == 1.0 else f"per {unit}"
    found = joining.BY_SEASON if one.season and weeks == 1.0 else found
    return working(place, found, sure, (low, high))._replace(
        falling=node.falling,
        low=place_of(number, line, *node.low_at) if low is not None else None,
        high=place_of(number, line, *node.high_at) if high is not None else None,
    )


_BOUND_NAMED = lazy(r"([lLm])(?:[nxi]{1,2}f?|D\(|i[nxR]{1,8})$")
"""A word for a bound, a noun or two and perhaps 'of', or days and a bracket, before a number, or
the number of hours and what is said of it.
"""
BOUND_WITHIN = 72
"""Characters from a word for a bound to its number: ``the minimum number of hours that …``."""


def _led(kind: str) -> tuple[bool, bool]:
    """Whether a number behind a letter is a least and whether it is a most."""
    return kind not in tuple("mT"), kind not in tuple("lL")


def _bounded(line: Parsed, token: Token, node: Hours) -> tuple[float | None, float | None]:
    """The bounds of a number behind a label or noun, which may say that it is the least or the
    most: ``Minimaal aantal uren: 24``, ``een minimale inzet van 16 uur``.
    """
    kinds = kinds_in(line, token.start - BOUND_WITHIN, token.start)
    named = _BOUND_NAMED.search(kinds)
    before = kinds.rstrip(":()inh-")[-1:] if node.labelled else named[1] if named else ""
    before = measure.bound_behind(line, token) or before
    if node.low != node.high or not before:
        return node.low, node.high
    least, most = _led(before)
    return (node.low if least else None), (node.high if most else None)


PER_WITHIN = 4
"""Characters from a percentage to the span of time that it is for."""


def _percent_of_job(line: Parsed, token: Token) -> bool:
    """Whether a percentage is one of full time: by a word for the job, or as a range alone."""
    node = token.value
    ranged = isinstance(node, Count) and node.low < node.high and node.high >= 40
    if ranged and alone(line, token.start, token.end):
        return True
    if kinds_in(line, token.end, token.end + PER_WITHIN)[:1] == "R":
        return False  # 13% per annum on top of pay
    if line.row.text[token.end :].lstrip()[:1] == "(" and any(
        t.kind in "HD" for t in tokens_in(line, token.end, token.end + 30)
    ):
        return True
    close = measure.close_roles(line, -1, token.start) | measure.roles_behind(
        line, token.end, token.end + 40
    )
    behind = roles_in(line, token.end, token.end + 40)
    bracketed = line.row.text[token.end :].lstrip()[:1] == ")"
    if _right_behind_job(line, token):
        return True
    if isinstance(node, Count) and node.low == 100 and AT_PLACE & behind and not bracketed:
        return False  # works 100% in the office
    return bool(close & {"share", "full", "part"}) and not close & {
        *AT_PLACE,
        "allowance",
        "bonus",
        "leave",
        "travel",
        "training",
    }


def _right_behind_job(line: Parsed, token: Token) -> bool:
    """Whether a percentage stands between a word for the job and the end of its clause."""
    marks = [m for m in marks_in(line, token.start - 30, token.start) if m.role == "size"]
    beside = bool(marks) and kinds_in(line, marks[-1].end, token.start) in ("", ":", "(")
    return beside and kinds_in(line, token.end, token.end + 12)[:1] in ("", ",", ".", "|", ")")


def _joined(
    line: Parsed, found: list[tuple[WorkingHours, Token, sizes.Size]], basis: list[float]
) -> list[WorkingHours]:
    """The statements of a line: hours with the share beside them, and lists of posts as one
    range.
    """
    hours = [(w, t, s) for w, t, s in found if w.min is not None or w.max is not None]
    shares = [w for w, _, _ in found if w.fte is not None]
    if not hours and shares and basis:
        return [_part_of_week(shares, basis[0])]
    if not hours:
        rest = [w for w, _, _ in found]
        if len(shares) > 1:
            low, high = _range_of(shares)
            return [shares[0]._replace(fte=high, fte_min=low)]
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
                or "g" in between
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
        low, high = _range_of(shares)
        result = result._replace(fte=high, fte_min=low, share=shares[0].place)
    return [result]


def _range_of(shares: list[WorkingHours]) -> tuple[float, float]:
    """The smallest and the largest part of full time."""
    return min(each.fte_min or each.fte or 0 for each in shares), max(
        each.fte or 0 for each in shares
    )


def _part_of_week(shares: list[WorkingHours], week: float) -> WorkingHours:
    """Shares of full time with the hours a week that they come to: ``0,6 fte (fulltime is 36)``."""
    low, high = _range_of(shares)
    first = shares[0]._replace(fte=high, fte_min=low)
    if high >= 1:
        return first
    return first._replace(min=round(low * week, 2), max=round(high * week, 2))


def _halves(number: int, line: Parsed) -> list[WorkingHours]:
    """Half time and half days: concrete without a number of hours."""
    for mark in line.marks:
        elsewhere = AT_PLACE & roles_in(line, mark.end, mark.end + 20)
        if (
            mark.role == "half_time"
            and not elsewhere
            and not any(m.role in ("full", "part") for m in line.marks)
        ):
            place = place_of(number, line, mark.start, mark.end)
            return [working(place, "share", 0.8, share=(0.5, 0.5))]
        if mark.role == "half_days" and {"W", "R"} & set(line.kinds):
            place = place_of(number, line, mark.start, mark.end)
            return [WorkingHours(place, "days", 0.8)]
    return []
