"""Whether what a vacancy says about pay and hours can be, and whether it says the same everywhere. Linear in the statements.

Each function is one rule's ``what``. They look at statements, never at the text again, and are silent when they are not sure:
two ranges of which one lies in the other are no contradiction, and a text with several sums may be about several jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import regex

from vaclint.checks import Context
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.facts.dates import iso_day
from vaclint.facts.details import read_details
from vaclint.facts.hours import Hours
from vaclint.facts.salary import Salary
from vaclint.facts.wording import amount, pay, plain, size
from vaclint.text.patterns import compiled
from vaclint.rulebook.rules import Rule

FULL_TIME = (34.0, 42.0)
"""Hours per week that full time can be."""

WEEKS_A_MONTH = 52 / 12
OTHER_PLACE = {"nl": "Hier staat: {}", "en": "It says here: {}"}


def check_consistency(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield what each rule's function finds."""
    for rule in rules:
        yield from CHECKS[rule.data["what"]](context, rule)


def _amounts(context: Context) -> list[Salary]:
    """The statements with a sum, unpaid work left out."""
    return [salary for salary in context.facts.salaries.stated if (salary.min or salary.max)]


def _unit(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    stated = _amounts(context)
    if not stated or any(not salary.sized or salary.basis_hours or salary.scale for salary in stated):
        return  # beside a scale or a working week nobody takes it for anything but a month
    salary = next((salary for salary in stated if salary.origin != "front matter"), stated[0])  # where readers see it
    yield context.found(rule, salary.span, example=pay(salary, context.message_language))


def _reversed(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    for salary in _amounts(context):
        if salary.falling:
            yield context.found(rule, salary.span, example=pay(salary, context.message_language))


def _wide(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    for salary in _amounts(context):
        if salary.min and salary.max and salary.max > rule.options["max-ratio"] * salary.min and not salary.falling:
            ratio = plain(round(salary.max / salary.min, 1), context.message_language)
            yield context.found(rule, salary.span, properties={"ratio": round(salary.max / salary.min, 2)}, ratio=ratio)


@cache
def _minimum_wages(path: Path) -> list[tuple[date, float]]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return sorted((date.fromisoformat(row[0]), float(row[1])) for row in rows)


def _day_of(context: Context) -> date | None:
    """The earliest day that a vacancy can be from: when it was posted, or a while before it closes."""
    details = context.facts.details or read_details(context.document)
    for detail, days in ((details.date_posted, 0), (details.closing_date, 120)):
        if detail is not None and (day := iso_day(detail.value)):
            return day - timedelta(days=days)
    return None


def _hourly(salary: Salary, hours: Hours | None) -> float | None:
    """The most that a sum can come to per hour: with the working week it names, or the fewest hours that the job has."""
    value = salary.min if salary.min is not None else salary.max
    if value is None or (salary.sized and salary.unit != "hour"):
        return None
    if salary.unit == "hour":
        return value
    week = salary.basis_hours or (hours.min if hours is not None else None)
    if not week:
        return None
    weekly = {"month": value / WEEKS_A_MONTH, "year": value / 52, "four_weeks": value / 4, "week": value}.get(salary.unit or "")
    return weekly / week if weekly is not None else None


def _below_minimum(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    table = _minimum_wages(Path(rule.origin).parent / rule.data["amounts"])
    newest = table[-1][1]
    if all((hourly := _hourly(salary, context.facts.hours)) is None or hourly >= newest for salary in _amounts(context)):
        return
    day = _day_of(context)
    known = [row for row in table if day is None or row[0] <= day]
    if not known:
        return
    since, minimum = known[-1] if day is not None else table[0]
    for salary in _amounts(context):
        if salary.currency != "EUR" or salary.gross is False or (salary.max is not None and salary.min is None):
            continue
        hourly = _hourly(salary, context.facts.hours)
        if hourly is None or hourly < 3 or hourly >= minimum - 0.01:
            continue
        if compiled(rule.options["exempt"]).search(context.document.haystack):
            return
        language = context.message_language
        yield context.found(
            rule,
            salary.span,
            properties={"hourly": round(hourly, 2), "minimum": minimum, "since": since.isoformat()},
            hourly=amount(round(hourly, 2), language),
            minimum=amount(minimum, language),
            since=since.isoformat(),
        )


def _within(one: tuple[float | None, float | None], other: tuple[float | None, float | None], margin: float) -> bool:
    """Whether one range lies in another, bounds that are not given left out; equal but for a small margin counts."""
    low, high = one[0], one[1]
    from_, to = other[0], other[1]
    if high is None and to is None:
        return low is not None and from_ is not None and abs(low - from_) <= margin * from_
    if low is None and from_ is None:
        return high is not None and to is not None and abs(high - to) <= margin * to
    bottom = low if low is not None else from_
    top = high if high is not None else to
    return (from_ is None or bottom is None or bottom >= from_ * (1 - margin)) and (to is None or top is None or top <= to * (1 + margin))


def _agree(one: tuple[float | None, float | None], other: tuple[float | None, float | None], margin: float = 0.01) -> bool:
    return _within(one, other, margin) or _within(other, one, margin)


def _pay_contradiction(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    stated = [salary for salary in context.facts.salaries.stated if salary.min or salary.max or salary.scale]
    formal = [salary for salary in stated if salary.origin in ("front matter", "JobPosting")] or [
        salary for salary in stated if salary.origin == "label"
    ]
    if len(formal) != 1:
        return
    first = formal[0]
    for others in (_sums_against(first, stated), _scales_against(first, stated)):
        if others and not any(agrees for _, agrees in others):
            other = others[0][0]
            yield _contradiction(context, rule, first, other, pay(first, context.message_language), pay(other, context.message_language))
            return


def _sums_against(first: Salary, stated: tuple[Salary, ...] | list[Salary]) -> list[tuple[Salary, bool]]:
    """The other sums that can be held against one, each with whether it agrees; two sums in the text may be two jobs."""
    others = [
        salary
        for salary in stated
        if salary is not first
        and salary.origin != first.origin
        and (salary.min or salary.max)
        and (first.min or first.max)
        and salary.unit == first.unit
        and salary.currency == first.currency
        and (salary.gross is not False) == (first.gross is not False)
        and (salary.basis_hours is None or first.basis_hours is None or salary.basis_hours == first.basis_hours)
    ]
    if len(others) != 1:
        return []
    return [(other, _agree((first.min, first.max), (other.min, other.max))) for other in others]


def _scales_against(first: Salary, stated: tuple[Salary, ...] | list[Salary]) -> list[tuple[Salary, bool]]:
    others = [salary for salary in stated if salary.origin != first.origin and salary.scale and first.scale]
    if len(others) != 1:
        return []
    numbers = set(regex.findall(r"\d+", first.scale or ""))
    return [
        (other._replace(min=None, max=None), bool(numbers & set(regex.findall(r"\d+", other.scale or ""))) or not numbers)
        for other in others
    ]


def _contradiction(context: Context, rule: Rule, first: Salary | Hours, other: Salary | Hours, one: str, two: str) -> Diagnostic:
    """The finding stands on the later place, the earlier one is related."""
    (early, said_early), (late, said_late) = sorted([(first, one), (other, two)], key=lambda pair: pair[0].span.start)
    line = context.document.source.position(early.span.start).line
    related = Related(early.span, OTHER_PLACE[context.message_language].format(said_early))
    return context.found(rule, late.span, related=(related,), here=said_late, there=said_early, line=line)


def _basis(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    salary, hours = context.facts.salary, context.facts.hours
    if salary is None or hours is None or salary.basis_hours is None or salary.unit == "hour" or hours.origin == "basis":
        return
    if compiled(rule.options["pro-rata"]).search(context.document.haystack):
        return
    least, most = hours.min or hours.max, hours.max or hours.min
    if least is not None and most is not None and not least <= salary.basis_hours <= most:
        language = context.message_language
        related = (Related(hours.span, OTHER_PLACE[language].format(size(hours, language))),)
        yield context.found(
            rule,
            salary.span,
            related=related,
            basis=plain(salary.basis_hours, language),
            size=size(hours, language),
            pay=pay(salary, language),
        )


def _hours_contradiction(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    stated = [hours for hours in context.facts.working_hours.stated if hours.origin != "basis"]
    language = context.message_language
    for hours in stated:
        if hours.fte and hours.fte_span and not _fits(hours, hours.fte):
            share = hours._replace(min=None, max=None, span=hours.fte_span)
            yield _contradiction(context, rule, hours, share, size(hours, language), size(share, language))
            return
    formal = [hours for hours in stated if hours.origin in ("front matter", "JobPosting", "label")]
    if not formal:
        return
    first = formal[0]
    others = [hours for hours in stated if hours is not first and hours.origin != first.origin]
    weekly = [hours for hours in others if (hours.min or hours.max) and (first.min or first.max)]
    if len({(hours.min, hours.max) for hours in weekly}) == 1 and not _agree((first.min, first.max), (weekly[0].min, weekly[0].max)):
        yield _contradiction(context, rule, first, weekly[0], size(first, language), size(weekly[0], language))
        return
    for other in others:
        with_hours, with_share = (first, other) if first.min or first.max else (other, first)
        if (
            with_share.fte
            and not (with_share.min or with_share.max)
            and (with_hours.min or with_hours.max)
            and not _fits(with_hours, with_share.fte)
        ):
            yield _contradiction(context, rule, first, other, size(first, language), size(other, language))
            return


def _fits(hours: Hours, share: float) -> bool:
    """Whether some number of the stated hours is that share of a full-time week."""
    least, most = hours.min or hours.max or 0, hours.max or hours.min or 0
    return least / share <= FULL_TIME[1] and most / share >= FULL_TIME[0]


def _hours_implausible(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    for hours in context.facts.working_hours.stated:
        low, top = (hours.min if hours.min is not None else hours.max), (hours.max if hours.max is not None else hours.min)
        if low is None or top is None:
            continue
        if low > rule.options["max"] or top > rule.options["peak"] or hours.falling:
            yield context.found(rule, hours.span, hours=size(hours, context.message_language))


def _hours_for_hourly_pay(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    salary, vague = context.facts.salary, context.facts.vague_hours
    if salary is not None and salary.unit == "hour" and not salary.sized and vague is not None and context.facts.hours is None:
        language = context.message_language
        text = " ".join(context.document.source.text[vague.start : vague.end].split())
        related = (Related(vague, OTHER_PLACE[language].format(text)),)
        yield context.found(rule, salary.span, related=related, vague=text)


CHECKS: dict[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "pay-unit": _unit,
    "pay-reversed": _reversed,
    "pay-wide": _wide,
    "pay-below-minimum": _below_minimum,
    "pay-contradiction": _pay_contradiction,
    "pay-basis": _basis,
    "hours-contradiction": _hours_contradiction,
    "hours-implausible": _hours_implausible,
    "hours-for-hourly-pay": _hours_for_hourly_pay,
}
