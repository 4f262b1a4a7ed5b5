"""Statements of pay or hours that cannot both hold, in any two places of a vacancy.

Two ranges of which one lies in the other are no contradiction. A formal place (front matter,
JobPosting, label, title) is held against all others; two sums of running text only where there are
just these two, on lines that name no level or kind of worker (``words_round``): several sums may be
for several people. Two numbers of hours of running text are held against each other in the same
way, and only where both are plain numbers per week on lines that name no season, training or the
like. Cost: the square of the few statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from vaclint.checks.context import Context
from vaclint.checks.words_round import SURE, alike, listed
from vaclint.model.values import Hours, Salary, Scale
from vaclint.text.patterns import lazy

FULL_TIME = (34.0, 42.0)
"""Hours per week that full time can be."""
MARGIN = 0.01
"""A share by which two bounds may differ and still be the same."""
FORMAL = ("front matter", "JobPosting", "label", "title")
"""Where a statement stands that is no running text, the most formal first."""
SURE_HOURS = 0.4
"""The same of hours: those of a contract or a working week, or per week, are as sure."""
_NUMBER = lazy(r"\d+")

Range = tuple[float | None, float | None]
Stated = TypeVar("Stated", Salary, Hours)


def has_sum(stated: Salary | Hours) -> bool:
    """Whether a statement gives a bound above zero."""
    return bool(stated.min or stated.max)


def _range(stated: Salary | Hours) -> Range:
    return stated.min, stated.max


def contradicting_pay(context: Context) -> tuple[Salary, Salary] | None:
    """The first two statements of pay that disagree."""
    stated = [each for each in context.facts.salaries.stated if has_sum(each) or each.scale]
    for first in _formal(stated):
        for other, agrees in (*_sum_against(first, stated), *_scale_against(first, stated)):
            if not agrees:
                return first, other
    sums = [each for each in stated if has_sum(each)]
    return _of_two(context, sums) or _capped(context, sums) or _of_labels(context, sums)


def contradicting_hours(context: Context) -> tuple[Hours, Hours] | None:
    """The first two statements of hours that disagree, or hours and a share that do not fit."""
    stated = _without_turns(context.facts.working_hours.stated)
    return _share_beside(stated) or _hours_against(stated) or _two_hours(context, stated)


def _without_turns(stated: Sequence[Hours]) -> Sequence[Hours]:
    """The statements without the times of several places or of weeks in turn, of which each is a
    part: ``Westbrook: Friday 9-5``, ``Ashmead: Monday 9-1``.
    """
    times = {_range(each) for each in stated if each.found.startswith("clock")}
    if len(times) < 2:
        return stated
    return [each for each in stated if not each.found.startswith("clock")]


def _formal(stated: Sequence[Stated]) -> list[Stated]:
    """The statement of the most formal place, where it has one only."""
    for origin in FORMAL:
        found = [each for each in stated if each.origin == origin]
        if found:
            return found if len(found) == 1 else []
    return []


_COMPARABLE: tuple[Callable[[Salary, Salary], bool], ...] = (
    lambda one, other: one.origin != other.origin,
    lambda one, other: has_sum(one) and has_sum(other),
    lambda one, other: one.role == other.role and not (one.step or other.step),
    lambda one, other: one.unit == other.unit,
    lambda one, other: one.currency == other.currency or None in (one.currency, other.currency),
    lambda one, other: (one.gross is not False) == (other.gross is not False),
    lambda one, other: (
        None in (one.basis_hours, other.basis_hours) or one.basis_hours == other.basis_hours
    ),
)
"""When one sum can be held against another: elsewhere, of the same kind, for the same working
week.
"""


def _holds(
    one: Salary, other: Salary, conditions: Sequence[Callable[[Salary, Salary], bool]]
) -> bool:
    return all(holds(one, other) for holds in conditions)


def _sum_against(first: Salary, stated: Sequence[Salary]) -> Iterator[tuple[Salary, bool]]:
    """The one other sum that can be held against one, with whether it agrees; two sums in the text
    may be two jobs.
    """
    others = [each for each in stated if _holds(first, each, _COMPARABLE)]
    if len({_range(each) for each in others}) == 1:
        yield others[0], _agree(_range(first), _range(others[0]))


def _scale_against(first: Salary, stated: Sequence[Salary]) -> Iterator[tuple[Salary, bool]]:
    """The one other scale, with whether it has a number in common with that of the first."""
    others = [each for each in stated if each.origin != first.origin and each.scale and first.scale]
    if len(others) == 1:
        numbers, theirs = (_numbers(each.scale) for each in (first, others[0]))
        agrees = not numbers or not theirs or not numbers.isdisjoint(theirs)
        yield others[0]._replace(min=None, max=None), agrees


def _numbers(scale: Scale | None) -> set[int]:
    """The steps that a scale names, those between two of them as well."""
    found = [int(number) for number in _NUMBER.findall(scale.value)] if scale is not None else []
    return set(range(min(found), max(found) + 1)) if found and max(found) < 1000 else set(found)


def _of_two(context: Context, stated: Sequence[Salary]) -> tuple[Salary, Salary] | None:
    """The two only statements, where both stand in running text, on lines that name no level."""
    if len(stated) != 2 or any(each.origin != "prose" for each in stated):
        return None
    one, two = sorted(stated, key=lambda each: each.span.start)
    if not _holds(one, two, _COMPARABLE[1:]) or not _stand_apart(context, one, two, ("levels",)):
        return None
    return None if _agree(_range(one), _range(two)) else (one, two)


def _capped(context: Context, stated: Sequence[Salary]) -> tuple[Salary, Salary] | None:
    """The two only sums, of which one is a range and the other a highest sum below its top."""
    if len(stated) != 2 or not _holds(stated[0], stated[1], _COMPARABLE[1:]):
        return None
    whole, cap = sorted(stated, key=lambda each: each.min is None)
    if whole.min is None or whole.max is None or cap.min is not None or cap.max is None:
        return None
    lower = whole.min <= cap.max < whole.max * (1 - MARGIN)
    return (whole, cap) if lower and alike(context, whole, cap, ("levels", "periods")) else None


def _of_labels(context: Context, stated: Sequence[Salary]) -> tuple[Salary, Salary] | None:
    """The two only sums, each behind a label: the same label twice in a row with other sums, or a
    range with a least, most or first sum that is not its own: ``Salary: £24,000 - £28,000``,
    ``Maximum salary: £29,500``.
    """
    if len(stated) != 2 or any(each.origin != "label" for each in stated):
        return None
    one, two = sorted(stated, key=lambda each: each.span.start)
    if not _holds(one, two, _COMPARABLE[1:]) or not alike(context, one, two, ("levels",)):
        return None
    first, second = (_label_of(context, each) for each in (one, two))
    if first == second:
        between = context.document.source.text[one.span.end : two.span.start]
        beside = between.count("\n") <= BESIDE
        return (one, two) if beside and not _agree(_range(one), _range(two)) else None
    whole, other, label = (one, two, second) if _is_range(one) else (two, one, first)
    if not _is_range(whole) or _is_range(other):
        return None
    starts = other.min == other.max and label.startswith(tuple(listed(context, "begins")))
    held = _is_inside(whole, other) if starts else _is_bound_of(whole, other)
    return None if held else (one, two)


BESIDE = 2
"""Line ends from a statement to the next with the same label."""


def _label_of(context: Context, stated: Salary) -> str:
    """The words before a statement in its line, in lower case, up to a colon."""
    source, at = context.document.source.text, stated.span.start
    return source[source.rfind("\n", 0, at) + 1 : at].partition(":")[0].strip(" *-•|").lower()


def _is_range(stated: Salary) -> bool:
    return stated.min is not None and stated.max is not None and stated.min < stated.max


def _is_inside(whole: Salary, other: Salary) -> bool:
    """Whether a sum lies in a range."""
    return _meets(other.min or 0, _range(whole), MARGIN)


def _is_bound_of(whole: Salary, other: Salary) -> bool:
    """Whether a least or a most is that of a range; another sum says nothing of it."""
    if other.min is None:
        return _same(other.max, whole.max)
    return other.max is not None or _same(other.min, whole.min)


def _same(one: float | None, two: float | None) -> bool:
    return one is not None and two is not None and abs(one - two) <= MARGIN * two


def _stand_apart(
    context: Context, one: Stated, two: Stated, lists: Sequence[str], sure: float = SURE
) -> bool:
    """Whether two statements stand on two lines, and are sure and alike."""
    source = context.document.source.text
    apart = "\n" in source[one.span.end : two.span.start]
    return apart and alike(context, one, two, lists, sure)


def _two_hours(context: Context, stated: Sequence[Hours]) -> tuple[Hours, Hours] | None:
    """The two only statements, where both are plain hours a week in running text."""
    if len(stated) != 2 or any(each.origin != "prose" or each.fte for each in stated):
        return None
    one, two = sorted(stated, key=lambda each: each.span.start)
    if not all(each.found == "words" and has_sum(each) for each in stated):
        return None
    apart = _stand_apart(context, one, two, ("levels", "periods"), SURE_HOURS)
    return (one, two) if apart and not _agree(_range(one), _range(two)) else None


def _within(one: Range, other: Range, margin: float) -> bool:
    """Whether one range lies in another, bounds that are not given left out; equal but for a small
    margin counts.
    """
    (low, high), (least, most) = one, other
    if high is None and most is None:
        return low is not None and least is not None and abs(low - least) <= margin * least
    if low is None and least is None:
        return high is not None and most is not None and abs(high - most) <= margin * most
    bottom = low if low is not None else least
    top = high if high is not None else most
    above = least is None or bottom is None or bottom >= least * (1 - margin)
    below = most is None or top is None or top <= most * (1 + margin)
    return above and below


def _agree(one: Range, other: Range, margin: float = MARGIN) -> bool:
    for (low, high), bounds in ((one, other), (other, one)):
        if low is not None and low == high and None in bounds:
            return _meets(low, bounds, margin)
    return _within(one, other, margin) or _within(other, one, margin)


def _meets(value: float, bounds: Range, margin: float) -> bool:
    """Whether a sum is not below the least nor above the most, as far as they are given."""
    least, most = bounds
    low_enough = most is None or value <= most * (1 + margin)
    return low_enough and (least is None or value >= least * (1 - margin))


def _share_beside(stated: Sequence[Hours]) -> tuple[Hours, Hours] | None:
    """Hours and a share of full time in one statement that do not fit: ``0,8 fte (36 uur)``."""
    for hours in stated:
        if hours.fte and hours.fte_span and not _fits(hours, hours):
            return hours, hours._replace(min=None, max=None, span=hours.fte_span)
    return None


def _hours_against(stated: Sequence[Hours]) -> tuple[Hours, Hours] | None:
    """The first formal statement, and another that it disagrees with: in hours, or in hours and a
    share of full time.
    """
    first = next(
        (each for origin in FORMAL for each in stated if each.origin == origin and _sized(each)),
        None,
    )
    if first is None:
        return None
    others = [hours for hours in stated if hours is not first and hours.origin != first.origin]
    weekly = [hours for hours in others if has_sum(hours) and has_sum(first)]
    if len({_range(hours) for hours in weekly}) == 1 and not _agree(
        _range(first), _range(weekly[0])
    ):
        return first, weekly[0]
    for other in others:
        hours, share = (first, other) if has_sum(first) else (other, first)
        if share.fte and not has_sum(share) and has_sum(hours) and not _fits(hours, share):
            return first, other
    return None


def _sized(hours: Hours) -> bool:
    return has_sum(hours) or bool(hours.fte)


def _fits(hours: Hours, share: Hours) -> bool:
    """Whether some number of the stated hours is one of the shares of a full-time week."""
    most_share, least_share = share.fte or 1, share.fte_min or share.fte or 1
    least, most = hours.min or hours.max or 0, hours.max or hours.min or 0
    return least / most_share <= FULL_TIME[1] and most / least_share >= FULL_TIME[0]
