"""Statements of neighbouring lines or keys that are one: two bounds of a range, the steps of a
ladder, the hours of two seasons.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeVar

from vaclint.facts.amounts.keys import spelled
from vaclint.facts.amounts.values import Line, Pay, WorkingHours
from vaclint.model.packed import Packing

GAP_MOST = 2
"""Lines from one bound to the other; a cell with a label may lie between."""
SHORT = 60
"""A line of more characters is running text, in which a sum stands for itself."""
RATIO_MOST = 4
"""How many times the lower bound the upper one may be."""
BY_SEASON = "by season"
"""How the hours of one season were had."""

Stated = TypeVar("Stated", Pay, WorkingHours)
_Unit = tuple[str | None, Literal["words", "size"] | None]


def joined_pay(lines: Sequence[Line], stated: Iterable[Pay]) -> Packing[Pay]:
    """Pay with what neighbouring lines and keys say of one sum taken together."""
    result = Packing[Pay]()
    last = result.last
    for pay in stated:
        if len(last) > 1 and _is_middle(last[-2], last[-1], pay):
            last.pop()
        result.add(pay)
        while len(last) > 1 and (made := _one_pay(lines, *last[-2:])) is not None:
            last[-2:] = [made]
    return result


def _is_middle(low: Pay, middle: Pay, high: Pay) -> bool:
    """Whether a sum stands between the least and the most of its scale: ``Midpoint: $26.29``."""
    apart = low.max is None and high.min is None and middle.min == middle.max
    near = _near(low, middle) and _near(middle, high)
    return apart and near and (low.min or 0) < (middle.min or 0) < (high.max or 0)


def joined_hours(lines: Sequence[Line], stated: Iterable[WorkingHours]) -> Packing[WorkingHours]:
    """Hours with what neighbouring lines and keys say of one size taken together."""
    result = Packing[WorkingHours]()
    last = result.last
    for hours in stated:
        made = _one_size(lines, last[-1], hours) if last else None
        if made is None:
            result.add(hours)
        else:
            last[-1] = made
    return result


def _one_pay(lines: Sequence[Line], before: Pay, pay: Pay) -> Pay | None:
    """Two statements of pay as one, by the first of the reasons that holds."""
    return next((made for join in _JOINS if (made := join(lines, before, pay)) is not None), None)


def _two_keys(lines: Sequence[Line], before: Pay, pay: Pay) -> Pay | None:
    """``salary_min: 2700`` and ``salary_max: 3300``."""
    apart = (before.min is None) != (pay.min is None) and (before.max is None) != (pay.max is None)
    if before.min == before.max and pay.min is None and (before.min or 0) < (pay.max or 0):
        before, apart = before._replace(max=None), True  # base_salary and maximum_salary
    if not _belongs(lines, before.place.line, pay.place.line) or not apart:
        return None
    if before.scale is not None or pay.scale is not None:
        return None
    low, high = (before, pay) if before.min is not None else (pay, before)
    values = sorted((low.min or 0, high.max or 0))
    return before._replace(
        min=values[0],
        max=values[1],
        low=low.low or low.place,
        high=high.high or high.place,
        falling=(low.min or 0) > (high.max or 0),
    )


def _one_value(lines: Sequence[Line], before: Pay, pay: Pay) -> Pay | None:
    """``value: 26.29`` beside ``minValue: 24.15`` and ``maxValue: 28.43``."""
    inside = before.min == before.max and (pay.min or 0) <= (before.min or 0) <= (pay.max or 0)
    ranged = pay.min is not None and pay.max is not None
    belongs = _belongs(lines, before.place.line, pay.place.line)
    return pay if belongs and inside and ranged else None


def _two_steps(lines: Sequence[Line], before: Pay, pay: Pay) -> Pay | None:
    """``16 jaar: € 6,80`` and ``17 jaar: € 7,60``."""
    near = 0 < pay.place.line - before.place.line <= GAP_MOST
    values = [v for v in (before.min, before.max, pay.min, pay.max) if v is not None]
    alike = before.currency == pay.currency and before.unit == pay.unit
    if not (before.step and pay.step and near and alike and values):
        return None
    if max(values) >= RATIO_MOST * min(values):
        return None
    return before._replace(
        min=min(values),
        max=max(values),
        high=pay.high or before.high,
        place=before.place._replace(line=pay.place.line),
    )


def _two_bounds(lines: Sequence[Line], before: Pay, pay: Pay) -> Pay | None:
    """``Minimaal € 2.450`` and ``Maximaal € 3.200``, on lines of their own."""
    ends = _ends(lines, before, pay)
    unit = _agreed((before.unit, before.unit_found), (pay.unit, pay.unit_found))
    if ends is None or unit is None or before.role != pay.role:
        return None
    if before.currency and pay.currency and before.currency != pay.currency:
        return None
    low, high = ends
    return before._replace(
        min=low.min,
        max=high.max,
        currency=before.currency or pay.currency,
        unit=unit[0],  # type: ignore[arg-type]
        unit_found=unit[1],
        scale=before.scale or pay.scale,
        gross=pay.gross if before.gross is None else before.gross,
        basis_hours=before.basis_hours or pay.basis_hours,
        low=low.low or low.place,
        high=high.high or high.place,
    )


_JOINS: tuple[Callable[[Sequence[Line], Pay, Pay], Pay | None], ...] = (
    _two_keys,
    _one_value,
    _two_steps,
    _two_bounds,
)


def _one_size(
    lines: Sequence[Line], before: WorkingHours, hours: WorkingHours
) -> WorkingHours | None:
    """Two statements of hours as one: the bounds of a range, or those of two seasons."""
    if _belongs(lines, before.place.line, hours.place.line):
        apart = (before.min is None) != (hours.min is None)
        if not apart or (before.max is None) == (hours.max is None):
            return None
        ends = (before, hours) if before.min is not None else (hours, before)
    elif before.found == hours.found == BY_SEASON and _near(before, hours):
        ends = (before, hours) if (before.min or 0) < (hours.min or 0) else (hours, before)
    else:
        found = _ends(lines, before, hours)
        if found is None:
            return None
        ends = found
    low, high = ends
    values = sorted((low.min or 0, high.max or 0))
    return before._replace(
        min=values[0],
        max=values[1],
        falling=(low.min or 0) > (high.max or 0),
        low=low.low or low.place,
        high=high.high or high.place,
    )


def _ends(lines: Sequence[Line], before: Stated, after: Stated) -> tuple[Stated, Stated] | None:
    """Which of two neighbours is the lower bound and which the upper, if they are that."""
    if not _near(before, after):
        return None
    if before.max is None and after.min is None:
        low, high = before, after
    elif before.min is None and after.max is None:
        low, high = after, before
    elif before.min is not None and before.min == before.max and after.min is None:
        if not all(_is_short(lines[each.place.line]) for each in (before, after)):
            return None
        low, high = before, after
    else:
        return None
    if low.min is None or high.max is None:
        return None
    return (low, high) if low.min <= high.max < RATIO_MOST * low.min else None


def _near(before: Stated, after: Stated) -> bool:
    return 0 <= after.place.line - before.place.line <= GAP_MOST


def _is_short(line: Line) -> bool:
    return line.place not in ("key", "posting") and len(line.text) <= SHORT


def _agreed(one: _Unit, two: _Unit) -> _Unit | None:
    """The unit of two bounds: that of words goes before one told by the size; None when two words
    differ.
    """
    if one[0] == two[0]:
        return one if one[1] == "words" else two
    said = [each for each in (one, two) if each[1] == "words"]
    return said[0] if len(said) == 1 else None


def _belongs(lines: Sequence[Line], one: int, two: int) -> bool:
    """Whether two lines are keys of one value, but for one or two words."""
    first, second = lines[one], lines[two]
    if first.place not in ("key", "posting") or second.place != first.place or one == two:
        return False
    one_word = set(spelled(first.label).split()) ^ set(spelled(second.label).split())
    return len(one_word) <= 2
