"""Whether what a vacancy says about pay and hours can be, and whether it says the same everywhere.
Linear in the statements.

Each function is one rule's ``what``. They look at statements, never at the text again, and are
silent when they are not sure: two ranges of which one lies in the other are no contradiction, and
a text with several sums may be about several jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.minimum_wage import below_minimum, minimum_wages
from vaclint.facts.wording import pay, size
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.values import Hours, Salary
from vaclint.rulebook.kind import TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

FULL_TIME = (34.0, 42.0)
"""Hours per week that full time can be."""
MARGIN = 0.01
"""A share by which two bounds may differ and still be the same."""
FORMAL = ("front matter", "JobPosting")
"""Where a statement stands that is no text for readers."""
OPTIONS = {
    "pay-wide": ("max-ratio",),
    "pay-below-minimum": ("exempt",),
    "pay-basis": ("pro-rata",),
    "hours-implausible": ("max", "peak"),
}
"""The options that a rule needs, by what it looks for."""
_NUMBER = lazy(r"\d+")

Range = tuple[float | None, float | None]


def _amounts(context: Context) -> list[Salary]:
    """The statements with a sum, unpaid work left out."""
    return [salary for salary in context.facts.salaries.stated if _has_sum(salary)]


def _has_sum(stated: Salary | Hours) -> bool:
    return bool(stated.min or stated.max)


def _range(stated: Salary | Hours) -> Range:
    return stated.min, stated.max


def _unit(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Sums of which nobody says per what; beside a scale or a working week nobody takes one for
    anything but a month.
    """
    stated = _amounts(context)
    if not stated or any(
        not salary.sized or salary.basis_hours or salary.scale for salary in stated
    ):
        return
    salary = next(
        (salary for salary in stated if salary.origin != "front matter"), stated[0]
    )  # where readers see it
    yield context.found(rule, salary.span, example=pay(salary, context.speaking))


def _reversed(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    for salary in _amounts(context):
        if salary.falling:
            yield context.found(rule, salary.span, example=pay(salary, context.speaking))


def _wide(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    for salary in _amounts(context):
        if not salary.min or not salary.max or salary.falling:
            continue
        ratio = salary.max / salary.min
        if salary.max > rule.options["max-ratio"] * salary.min:
            yield context.found(
                rule,
                salary.span,
                properties={"ratio": round(ratio, 2)},
                ratio=context.speaking.number(round(ratio, 1)),
            )


def _pay_contradiction(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A formal statement of pay that disagrees with all that can be held against it; the first of
    them is named.
    """
    stated = [
        salary for salary in context.facts.salaries.stated if _has_sum(salary) or salary.scale
    ]
    formal = [salary for salary in stated if salary.origin in FORMAL]
    formal = formal or [salary for salary in stated if salary.origin == "label"]
    if len(formal) != 1:
        return
    first = formal[0]
    for other, agrees in (*_sum_against(first, stated), *_scale_against(first, stated)):
        if not agrees:
            said = pay(first, context.speaking), pay(other, context.speaking)
            yield _contradiction(context, rule, (first, said[0]), (other, said[1]))
            return


_COMPARABLE: tuple[Callable[[Salary, Salary], bool], ...] = (
    lambda one, other: one.origin != other.origin,
    lambda one, other: _has_sum(one) and _has_sum(other),
    lambda one, other: one.unit == other.unit,
    lambda one, other: one.currency == other.currency,
    lambda one, other: (one.gross is not False) == (other.gross is not False),
    lambda one, other: (
        None in (one.basis_hours, other.basis_hours) or one.basis_hours == other.basis_hours
    ),
)
"""When one sum can be held against another: elsewhere, of the same kind, for the same working
week.
"""


def _sum_against(first: Salary, stated: Sequence[Salary]) -> Iterator[tuple[Salary, bool]]:
    """The one other sum that can be held against one, with whether it agrees; two sums in the text
    may be two jobs.
    """
    others = [each for each in stated if all(holds(first, each) for holds in _COMPARABLE)]
    if len(others) == 1:
        yield others[0], _agree(_range(first), _range(others[0]))


def _scale_against(first: Salary, stated: Sequence[Salary]) -> Iterator[tuple[Salary, bool]]:
    """The one other scale, with whether it has a number in common with that of the first."""
    others = [each for each in stated if each.origin != first.origin and each.scale and first.scale]
    if len(others) == 1:
        numbers, theirs = (set(_NUMBER.findall(each.scale or "")) for each in (first, others[0]))
        yield others[0]._replace(min=None, max=None), not numbers or not numbers.isdisjoint(theirs)


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
    return _within(one, other, margin) or _within(other, one, margin)


def _contradiction(
    context: Context, rule: Rule, one: tuple[Salary | Hours, str], other: tuple[Salary | Hours, str]
) -> Diagnostic:
    """The finding about two statements, each with its words, stands on the later place; the
    earlier one is related.
    """
    (early, said_early), (late, said_late) = sorted(
        [one, other], key=lambda pair: pair[0].span.start
    )
    related = Related(early.span, context.say("here-stands", said_early))
    line = context.document.source.position(early.span.start).line
    return context.found(
        rule, late.span, related=(related,), here=said_late, there=said_early, line=line
    )


def _basis(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Pay for a working week that the job has not, where nobody says that it is pro rata."""
    salary, hours = context.facts.salary, context.facts.hours
    if salary is None or hours is None or salary.basis_hours is None:
        return
    if salary.unit == "hour" or hours.origin == "basis":
        return
    if _pattern(rule, "pro-rata").search(context.document.haystack):
        return
    least, most = hours.min or hours.max, hours.max or hours.min
    if least is None or most is None or least <= salary.basis_hours <= most:
        return
    said = size(hours, context.speaking)
    yield context.found(
        rule,
        salary.span,
        related=(Related(hours.span, context.say("here-stands", said)),),
        basis=context.speaking.number(salary.basis_hours),
        size=said,
        pay=pay(salary, context.speaking),
    )


def _hours_contradiction(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    stated = [hours for hours in context.facts.working_hours.stated if hours.origin != "basis"]
    pair = _share_beside(stated) or _hours_against(stated)
    if pair:
        one, other = ((hours, size(hours, context.speaking)) for hours in pair)
        yield _contradiction(context, rule, one, other)


def _share_beside(stated: Sequence[Hours]) -> tuple[Hours, Hours] | None:
    """Hours and a share of full time in one statement that do not fit: ``0,8 fte (36 uur)``."""
    for hours in stated:
        if hours.fte and hours.fte_span and not _fits(hours, hours.fte):
            return hours, hours._replace(min=None, max=None, span=hours.fte_span)
    return None


def _hours_against(stated: Sequence[Hours]) -> tuple[Hours, Hours] | None:
    """The first formal statement, and another that it disagrees with: in hours, or in hours and a
    share of full time.
    """
    first = next((hours for hours in stated if hours.origin in (*FORMAL, "label")), None)
    if first is None:
        return None
    others = [hours for hours in stated if hours is not first and hours.origin != first.origin]
    weekly = [hours for hours in others if _has_sum(hours) and _has_sum(first)]
    if len({_range(hours) for hours in weekly}) == 1 and not _agree(
        _range(first), _range(weekly[0])
    ):
        return first, weekly[0]
    for other in others:
        hours, share = (first, other) if _has_sum(first) else (other, first)
        if share.fte and not _has_sum(share) and _has_sum(hours) and not _fits(hours, share.fte):
            return first, other
    return None


def _fits(hours: Hours, share: float) -> bool:
    """Whether some number of the stated hours is that share of a full-time week."""
    least, most = hours.min or hours.max or 0, hours.max or hours.min or 0
    return least / share <= FULL_TIME[1] and most / share >= FULL_TIME[0]


def _hours_implausible(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    for hours in context.facts.working_hours.stated:
        low = hours.min if hours.min is not None else hours.max
        top = hours.max if hours.max is not None else hours.min
        if low is None or top is None:
            continue
        if low > rule.options["max"] or top > rule.options["peak"] or hours.falling:
            yield context.found(rule, hours.span, hours=size(hours, context.speaking))


def _hours_for_hourly_pay(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Pay per hour, and hours of which nothing is said but that there are some."""
    salary, vague = context.facts.salary, context.facts.vague_hours
    if salary is None or vague is None or context.facts.hours is not None:
        return
    if salary.unit == "hour" and not salary.sized:
        text = " ".join(context.document.source.text[slice(*vague)].split())
        related = (Related(vague, context.say("here-stands", text)),)
        yield context.found(rule, salary.span, related=related, vague=text)


def _pattern(rule: Rule, option: str) -> regex.Pattern[str]:
    """The pattern that an option holds, which a configuration may have set."""
    return lazy(rule.options[option])


_BY_WHAT: Mapping[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "pay-unit": _unit,
    "pay-reversed": _reversed,
    "pay-wide": _wide,
    "pay-below-minimum": below_minimum,
    "pay-contradiction": _pay_contradiction,
    "pay-basis": _basis,
    "hours-contradiction": _hours_contradiction,
    "hours-implausible": _hours_implausible,
    "hours-for-hourly-pay": _hours_for_hourly_pay,
}


def check_consistency(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield what each rule's function finds."""
    for rule in rules:
        yield from _BY_WHAT[rule.data["what"]](context, rule)


def prepare_consistency(rule: Rule, preparation: Preparation) -> Any:
    """The minimum wages in order of the day from which they hold, where the rule has a list of
    them.

    Raises VaclintError for a list or an option that is missing or wrong.
    """
    what = rule.data["what"]
    for option in OPTIONS.get(what, ()):
        if option not in rule.options:
            raise preparation.error(
                "", "options", f"a rule about '{what}' needs the option '{option}'"
            )
    for option in ("exempt", "pro-rata"):
        try:
            regex.compile(rule.options.get(option, ""))
        except regex.error as error:
            message = f"the pattern of the option '{option}' cannot be read ({error})"
            raise preparation.error("", "options", message) from None
    if what == "pay-below-minimum":
        return minimum_wages(rule, preparation)
    return None


KIND = Kind(
    "consistency",
    check_consistency,
    {"what": Key(TEXT, tuple(_BY_WHAT), required=True), "amounts": Key(TEXT)},
    prepare_consistency,
    values=frozenset(
        {
            "example",
            "ratio",
            "hourly",
            "minimum",
            "since",
            "here",
            "there",
            "line",
            "basis",
            "size",
            "pay",
            "hours",
            "vague",
        }
    ),
)
