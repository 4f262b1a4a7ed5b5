"""What each rule of the grammar makes of tokens about hours, days and moments: a letter and a node,
or None to leave them.
"""

from collections.abc import Sequence

from vaclint.facts.amounts.nodes import Clock, Count, Days, Hours, Product, Share
from vaclint.facts.amounts.sizes import ALL_DAY, WEEK_DAYS, WEEKS
from vaclint.facts.amounts.tokens import Token, number, numbers, span, unit
from vaclint.text.patterns import lazy

_NO_DIGIT = lazy(r"\D")
_TWO_SHIFTS = lazy(r"0[tT-]0[/,ao]0[tT-]0")
"""``6-14 / 14-22``: the moments of two shifts."""
_WRITTEN = lazy(r"\d{4}|\d{1,2}[.,][0-5]\d")
"""A moment with its minutes."""


_QUARTER = lazy(r"\d{1,2}[.](?:00|15|30|45)")
LAST_HOUR = 24
"""A larger number is no moment of a day."""
EARLIEST = 6
"""The hour from which a working day may begin."""


def hours_and_minutes(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``30u24 per week``, ``7u36 per dag``: a number of hours with its minutes."""
    per = unit(tokens, "R")
    if tokens[0].kind == "C":
        value = float(tokens[0].value)  # type: ignore[arg-type]
        end = tokens[0].end
    else:
        minutes = tokens[2]
        glued = tokens[0].end == tokens[1].start and tokens[1].end == minutes.start
        if not glued or len(minutes.word) != 2 or number(minutes) >= 60:
            return None
        value, end = number(tokens[0]) + number(minutes) / 60, minutes.end
    if per not in ("", "day", "week"):
        return None
    value = round(value, 2)
    at = tokens[0].start, end
    return "H", Hours(value, value, per, *span(tokens), False, False, at, at, shown=at)


def minutes_in_words(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``22 hours 12 minutes per week``."""
    hours_of, minutes = numbers(tokens)
    if next(token.value for token in tokens if token.kind == "u") != "minute":
        return None
    value = round(number(hours_of) + number(minutes) / 60, 4)
    at = tokens[0].start, max(token.end for token in tokens if token.kind == "u")
    per = unit(tokens, "R")
    return "H", Hours(value, value, per, *span(tokens), False, False, at, at, shown=at)


NOON = 12
"""A range that falls from no more than this is one of moments, past noon."""


def _clock_value(token: Token, others: str = "") -> float | None:
    """The moment a token may be, ``others`` being the am or pm behind it."""
    value = float(token.value) if token.kind == "C" else number(token)  # type: ignore[arg-type]
    if token.kind == "0":
        word = token.word
        if len(word) == 4 and word.isdigit() and int(word[2:]) < 60:
            value = int(word[:2]) + int(word[2:]) / 60
        elif "." in word or "," in word:
            whole, _, minutes = word.replace(",", ".").partition(".")
            if (
                len(minutes) != 2
                or not whole.isdigit()
                or not minutes.isdigit()
                or int(minutes) > 59
            ):
                return None
            value = int(whole) + int(minutes) / 60
    if others == "pm" and value < 12:
        value += 12
    if others == "noon":
        value = 12
    if others == "midnight":
        value = 24
    return value if value <= 24 else None


SHARE_MOST = 1.2
"""Two bare numbers that are no larger are shares of full time."""


def clock(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Two moments; bare numbers only where what stands round them says so."""
    moments: list[tuple[Token, str]] = []
    sure = False
    for token in tokens:
        if token.kind in "0C":
            moments.append((token, ""))
            sure = sure or token.kind == "C"
        elif token.kind == "c" and moments:
            moments[-1] = (moments[-1][0], str(token.value))
            sure = True
    if len(moments) != 2:
        return None
    (first, before), (last, after) = moments
    begin, end = _clock_value(first, before), _clock_value(last, after)
    if begin is None or end is None or (not sure and max(begin, end) <= SHARE_MOST):
        return None
    if after == "pm" and not before and begin + 12 < end:
        begin += 0 if begin >= 5 else 12
    morning = not sure or (not before and begin <= NOON)
    if end <= begin and not after and end + 12 > begin and end <= 12 and morning:
        end += 12
    spoken = any(token.kind == "C" and token.word.isalpha() for token, _ in moments)
    if spoken and end <= begin and end <= NOON:
        end += NOON
    dotted = any(len(_NO_DIGIT.sub("", token.word)) > 2 for token, _ in moments)
    hours = any(token.kind == "h" for token in tokens)
    led = tokens[0].kind in "bfL" and not any(token.kind == "/" for token in tokens)
    night = begin >= EVENING and end <= MORNING
    both = sum(token.kind == "h" for token in tokens) == 2
    twice = both and (night or 5 <= begin <= 12 <= end)
    if (
        not sure
        and not dotted
        and not (hours and led and begin >= 5 and tokens[0].kind != "b")
        and not twice
    ):
        return None
    if (
        not sure
        and first.word.isdigit()
        and last.word.isdigit()
        and dotted
        and len(first.word) != 4
    ):
        return None
    return "K", Clock(begin, end, *span(tokens), sure)


EVENING, MORNING = 18, 10
"""A range from no sooner than the one to no later than the other is that of a night."""


def clock_behind_days(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Two bare numbers right behind weekdays: ``ma-vr 8-16 uur``, ``weekdays 9 to 5``."""
    moments = [_clock_value(token) for token in numbers(tokens)]
    if moments[0] is None or moments[1] is None:
        return None
    first, last = moments[0], moments[1]
    if tokens[-1].kind != "h":
        if 6 <= first <= 11 and 1 <= last <= 6:
            return "K", Clock(first, last + 12, *span(tokens), False)
        if 1 <= first < last <= 6:
            return "K", Clock(first + 12, last + 12, *span(tokens), False)
        if 6 <= first <= 11 and NOON <= last <= 23:
            return "K", Clock(first, last, *span(tokens), False)
        written = all(_WRITTEN.fullmatch(token.word) for token in numbers(tokens))
        return clock(tokens) if written else None
    held = 5 <= first < last <= 24 or (first >= EVENING and last <= MORNING)
    return ("K", Clock(first, last, *span(tokens), False)) if held else None


def clock_before_days(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Two bare numbers right before weekdays: ``9-5.30 Mon-Fri``, not ``2-3 mei``."""
    first = _clock_value(numbers(tokens)[0])
    return clock_behind_days(tokens) if first is not None and first >= EARLIEST else None


def clock_before_another(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Two bare numbers before a range of moments: ``van 7 tot 10 en van 15 tot 18 uur``."""
    first, last = (_clock_value(token) for token in numbers(tokens))
    if first is None or last is None or not first < last:
        return None
    return "K", Clock(first, last, *span(tokens), False)


def product(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Days times hours, within what a week can hold."""
    first, last = (number(token) for token in numbers(tokens)[:2])
    kinds = "".join(token.kind for token in tokens)
    named = "h" in kinds or "y" in kinds
    if "y" in kinds and unit(tokens) == "day":
        return None  # three 8-hour shifts a day
    if not (1 <= first <= 7 and 2 <= last <= 13 and first * last <= 90) or first != int(first):
        return None
    return "X", Product(first, last, "y" in kinds, named, *span(tokens), unit(tokens))


_FULL_WEEKS = (35.0, 36.0, 37.0, 37.5, 38.0, 39.0, 40.0, 20.0, 21.0, 22.0, 24.0, 18.0, 10.0, 5.0)


def fraction(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``19/38``, ``4/5``: a part of a full week."""
    part, whole = (number(token) for token in numbers(tokens)[:2])
    hours = tokens[-1].kind in "hV"
    if not 0 < part <= whole or whole not in _FULL_WEEKS:
        return None
    if hours and not (part == whole or whole == 38.0):
        return None
    if whole < 18 and (part != int(part) or hours):
        return None
    share = round(part / whole, 4)
    if share < PART_LEAST:
        return None
    week = part if whole == BELGIAN_WEEK else None
    return "Q", Share(share, share, whole >= 35 or hours, *span(tokens), week)


BELGIAN_WEEK = 38.0
"""Behind a slash the full week, and no other size of the job."""


def of_full_week(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``19u/38u``: the hours of the job, of a full week."""
    part, whole = (number(token) for token in numbers(tokens))
    return hours(tokens[:2]) if part < whole == BELGIAN_WEEK else None


PART_LEAST = 0.1
"""The smallest part of full time that a job may be."""
FULL_LEAST, FULL_MOST = 32, 42
"""Hours that a full week may have; a part of it is none from so few hours on."""
PART_FROM = 4


def part_of_full_week(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``18.5 of the usual 37 hours``, ``24 van de 36 uur``: the first of the two."""
    part, whole = (number(token) for token in numbers(tokens))
    if not PART_FROM <= part < whole or not FULL_LEAST <= whole <= FULL_MOST:
        return None
    return hours([tokens[0], *(token for token in tokens[-2:] if token.kind in "hR")])


def fraction_of_full_time(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``1/2 VTE``, and before another word with a mark ``3/4 betrekking``, which may be no job."""
    part, whole = (number(token) for token in numbers(tokens)[:2])
    named = tokens[-1].kind == "F"
    if not 0 < part <= whole <= 40 or not (named or whole in (2.0, 3.0, 4.0, 7.0)):
        return None
    share = round(part / whole, 4)
    return "Q", Share(share, share, named, *span(tokens))


def part_of_post(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``0,6-functie``: a part of one joined to another word with a mark, which may be no job."""
    value = number(tokens[0])
    glued = tokens[0].end == tokens[1].start and tokens[0].word[:1] == "0"
    if not glued or not PART_LEAST <= value < 1:
        return None
    return "Q", Share(value, value, False, *span(tokens))


def share(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """A number of full-time equivalents, or two, or a percentage of one."""
    percent = tokens[0].value
    if isinstance(percent, Count):
        low, high = percent.low / 100, percent.high / 100
        return ("Q", Share(low, high, True, *span(tokens))) if 0.1 <= high <= 1 else None
    values = [number(token) for token in numbers(tokens)]
    if not all(0 < value <= 1.2 for value in values):
        return None
    return "Q", Share(min(values), max(values), True, *span(tokens))


LISTED_FROM = 8
"""A smaller number before a comma and a number of hours is no number of hours."""


def hours(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Numbers of hours with their bounds and span; what may be moments is marked."""
    kinds = "".join(token.kind for token in tokens)
    figures = numbers(tokens)
    if "," in kinds and not set(kinds) & set("oa") and number(figures[0]) < LISTED_FROM:
        figures = figures[-1:]  # Grade 3, 37 hours
    values = [number(token) for token in figures]
    per = unit(tokens) or (
        "week" if "V" in kinds or (kinds[-1:] == "u" and tokens[-1].value == "week") else ""
    )
    if kinds.rstrip("q")[-1:] == "D":
        per = "day"
    if kinds[-1:] == "u" and not per:
        return None
    low: float | None = min(values)
    high: float | None = max(values)
    falling = (
        len(values) == 2
        and values[1] < values[0]
        and "/" not in kinds
        and "," not in kinds
        and "o" not in kinds
    )
    led = kinds[0]
    clock = len(values) == 2 and values[0] < values[1] <= 24 and values[0] >= 5 and per != "week"
    clock = clock and "/" not in kinds
    if len(values) == 1:
        if led in "lLf" or not {"+", "q"}.isdisjoint(kinds):
            high = None
        elif led in "mT":
            low = None
    elif led == "m" and "m" not in kinds[1:]:
        low = None if len(values) == 1 else low
    at = [(token.start, token.end) for token in figures]
    first = at[values.index(min(values))]
    last = at[values.index(max(values))]
    named = max((token.end for token in tokens if token.kind in "h0V"), default=tokens[-1].end)
    return "H", Hours(
        low,
        high,
        per,
        *span(tokens),
        clock,
        falling,
        first,
        last,
        led if led != "0" else "",
        shown=(figures[0].start, named),
    )


SHIFT_LEAST, SHIFT_MOST = 6, 12
"""Hours of a shift that another follows at once."""


def _are_two_shifts(tokens: Sequence[Token]) -> bool:
    """Whether moments are those of two shifts, the second from the end of the first: ``6-14u of
    14-22u``.
    """
    values = [number(token) for token in numbers(tokens)]
    kinds = "".join(token.kind for token in tokens)
    if len(values) != 4 or kinds.count("h") != 2 or "R" in kinds or "u" in kinds:
        return False
    first, end, start, last = values
    long = all(SHIFT_LEAST <= length <= SHIFT_MOST for length in (end - first, last - start))
    return end == start and last <= LAST_HOUR and long


def plain_hours(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Hours without a label; a single ``17.00 uur`` is a moment unless it is said per week."""
    if _are_two_shifts(tokens):
        return "n", None
    figures = numbers(tokens)
    moment = len(figures) == 1 and _QUARTER.fullmatch(figures[0].word) and not unit(tokens)
    return None if moment and number(figures[0]) <= LAST_HOUR else hours(tokens)


def growing_hours(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``24 uur en kunt doorgroeien naar 32 uur``: from the first number to the last."""
    first, last = tokens[0].value, tokens[-1].value
    if not isinstance(first, Hours) or not isinstance(last, Hours):
        return None
    alike = not first.unit or not last.unit or first.unit == last.unit
    if first.low is None or last.high is None or first.low >= last.high or not alike:
        return None
    return "H", first._replace(
        high=last.high, unit=first.unit or last.unit, end=last.end, high_at=last.high_at, shown=None
    )


LONGER_FROM = {"two_weeks": 48.0, "four_weeks": 90.0}
"""More hours than a week may have, behind the span that they are of."""


def behind_span(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``Wekelijks 20 uur``, ``per week: 3 days``, ``a nine-day fortnight of 75 hours``: the span
    stands first.
    """
    node, per = tokens[-1].value, str(tokens[0].value)
    if not isinstance(node, (Hours, Days)) or node.unit:
        return None
    if isinstance(node, Hours) and per in LONGER_FROM and (node.low or 0) > LONGER_FROM[per]:
        return "H", node._replace(unit=per, clock=False)
    if per != "week" or tokens[1].kind == "n":
        return None
    if isinstance(node, Days):
        return ("D", node._replace(unit="week")) if node.high < 7 else None
    return "H", node._replace(unit="week", clock=False)


def hours_from(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``van 16 uur`` as a whole line: the next line may have the upper bound."""
    return hours(tokens) if tokens[0].start == 0 else None


def hours_bounds(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """The least and the most, each behind its label: ``Min. uren: 16 / max. uren: 32``."""
    made = hours(numbers(tokens))
    if made is None or not isinstance(made[1], Hours):
        return None
    return "H", made[1]._replace(start=tokens[0].start, labelled=True, clock=False)


SLASHED_RATIO = 4
"""Two numbers with a slash between that differ more are no two sizes of one job."""


def labelled_hours(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Bare numbers behind a word for working hours: ``Uren: 32 - 36``."""
    made = hours(tokens)
    kinds = "".join(token.kind for token in tokens)
    if made is None or not isinstance(made[1], Hours) or _TWO_SHIFTS.search(kinds):
        return None
    if made[1].falling and (made[1].high or 0) <= NOON:
        return None  # Hours: 9-5
    top = made[1].high if made[1].high is not None else made[1].low or 0
    if "/" in kinds and top > SLASHED_RATIO * (made[1].low or top):
        return None  # Schedule: 9/80
    top /= WEEKS.get(made[1].unit, 1.0)
    return ("H", made[1]._replace(labelled=True, clock=False)) if 0 < top <= 90 else None


NOUN_LEAST, NOUN_MOST = 8, 60
"""Bare numbers a week some words behind 'hours' that may be those of a job."""


def hours_of_noun(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Bare numbers a week behind a word for hours and a verb: ``hours will average 18 to 30 per
    week``.
    """
    made = hours([token for token in tokens if token.kind not in "ihxna,"])
    if made is None or not isinstance(made[1], Hours) or made[1].unit != "week":
        return None
    top = made[1].high if made[1].high is not None else made[1].low or 0
    return ("H", made[1]._replace(clock=False)) if NOUN_LEAST <= top <= NOUN_MOST else None


def labelled_span(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Bare numbers behind a word for hours per month or year: ``Werkuren per jaar: 300``."""
    per = unit(tokens)
    made = hours(numbers(tokens))
    if per in ("", "hour", "day", "week") or made is None or not isinstance(made[1], Hours):
        return None
    first = numbers(tokens)[0].start
    return "H", made[1]._replace(unit=per, labelled=True, clock=False, start=first)


def date(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """A date in words says nothing here."""
    return "Y", None


def shift_length(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``12-hour shifts`` without their number say nothing of the week, but in a rota they do."""
    return "n", number(tokens[0])


def shifts_of_minutes(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``six shifts of 5 hours 20 minutes``: shifts times hours."""
    many, node = number(tokens[0]), tokens[-1].value
    if not isinstance(node, Hours) or node.unit not in ("", "day") or node.low != node.high:
        return None
    each = node.high or 0.0
    if not (1 <= many <= 7 and many == int(many) and 2 <= each <= 13):
        return None
    return "X", Product(many, each, True, True, *span(tokens))


def shifts_between(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``one 3-4hr shift a week``: so many shifts of a least and a most length."""
    many, low, high = (number(token) for token in numbers(tokens))
    if not (1 <= many <= 7 and many == int(many) and 1 <= low < high <= ALL_DAY):
        return None
    per = unit(tokens)
    if per not in ("", "week"):
        return None
    at = [(token.start, token.end) for token in numbers(tokens)]
    ends = span(tokens)
    return "H", Hours(
        many * low, many * high, "week", *ends, False, False, at[1], at[2], shown=ends
    )


def several_shifts(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``two to three 9-hour shifts per week``: a least and a most number of shifts."""
    few, many, each = (number(token) for token in numbers(tokens))
    if not 1 <= few < many <= SHIFTS_MOST or not 2 <= each <= ALL_DAY or unit(tokens) == "day":
        return None
    at = [(token.start, token.end) for token in numbers(tokens)]
    ends = span(tokens)
    return "H", Hours(
        few * each, many * each, "week", *ends, False, False, at[0], at[1], shown=ends
    )


SHIFTS_MOST = 7
"""More shifts a week nobody has."""


def labelled_days(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``Dagen per week: 4``: a bare number behind a word for days a week."""
    values = [number(token) for token in numbers(tokens)]
    if unit(tokens) != "week" or not all(0.5 <= value <= WEEK_DAYS for value in values):
        return None
    return "D", Days(min(values), max(values), "week", False, *span(tokens))


def shifts_so_often(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """The length of a shift with how many there are: ``13-hour shifts three times a week``."""
    length, per = tokens[0], tokens[-1].value
    if length.word != "shift length" or per != "week":
        return None
    many, hours_each = number(tokens[1]), float(length.value)  # type: ignore[arg-type]
    return "X", Product(many, hours_each, True, True, *span(tokens), "week")


def days_of_a_week(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``een 4-daagse werkweek``, ``vierdaagse werkweek``: so many days a week."""
    day = tokens[-2].value
    if tokens[-1].value != "week" or not (isinstance(day, Days) or tokens[0].kind == "0"):
        return None
    many = day.high if isinstance(day, Days) else number(tokens[0])
    return ("D", Days(many, many, "week", False, *span(tokens))) if 1 <= many <= 6 else None


def days(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Numbers of days or parts of days."""
    values = [number(token) for token in numbers(tokens)]
    kinds = "".join(token.kind for token in tokens)
    if not all(0.5 <= value <= 31 for value in values):
        return None
    return "D", Days(
        min(values), max(values), unit(tokens), "N" in kinds or "y" in kinds, *span(tokens)
    )


def span_of_time(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """A number of weeks, months or years, or a step of a ladder."""
    values = [number(token) for token in numbers(tokens)]
    return "J", Count(min(values), max(values), unit(tokens, "us"), *span(tokens))


AGES = (12, 30)
"""Between these a whole number before a colon and a sum is the age that it is for."""


def age(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """An age before the sum that it is for: ``18: € 8,20``, ``21+: £12.21``."""
    values = [number(token) for token in numbers(tokens)]
    if not all(value == int(value) and AGES[0] <= value <= AGES[1] for value in values):
        return None
    return "J", Count(min(values), max(values), "year", *span(tokens))


def weekdays(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Days of the week named in a row: a range of them (five for Monday to Friday) or a list."""
    return "W", Count(0, 0, "weekdays", *span(tokens))
