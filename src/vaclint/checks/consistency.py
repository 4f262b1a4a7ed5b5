"""Whether what a vacancy says about pay and hours can be, and whether it says the same everywhere.
Linear in the statements.

Each function is one rule's ``what``. They look at statements, never at the text again, and are
silent when they are not sure: two ranges of which one lies in the other are no contradiction, and
a text with several sums may be about several jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.contradictions import contradicting_hours, contradicting_pay, has_sum
from vaclint.checks.minimum_wage import below_minimum, minimum_wages
from vaclint.facts.wording import pay, size
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.values import Hours, Salary
from vaclint.rulebook.kind import LIST, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

OPTIONS = {
    "pay-wide": ("max-ratio",),
    "pay-below-minimum": ("exempt",),
    "pay-basis": ("pro-rata",),
    "hours-implausible": ("max", "peak"),
}
"""The options that a rule needs, by what it looks for."""


def _amounts(context: Context) -> list[Salary]:
    """The statements with a sum, unpaid work left out."""
    return [salary for salary in context.facts.salaries.stated if has_sum(salary)]


def _unit(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Sums of which nobody says per what; beside a scale or a working week nobody takes one for
    anything but a month.
    """
    stated = _amounts(context)
    if not stated or any(
        salary.unit_found == "words" or salary.basis_hours or salary.scale for salary in stated
    ):
        return
    salary = next(
        (salary for salary in stated if salary.origin != "front matter"), stated[0]
    )  # where readers see it
    yield context.found(rule, salary.span, example=pay(salary, context.speaking))


def _implausible(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Pay far outside any wage per the unit that words give it."""
    for salary in _amounts(context):
        if salary.unit_found != "words" or salary.role != "pay":
            continue
        bounds = rule.data["bounds"].get(salary.unit)
        if bounds is None or salary.currency not in (None, *rule.data["currencies"]):
            continue
        values = [value for value in (salary.min, salary.max) if value is not None]
        if min(values) < bounds[0] or max(values) > bounds[1]:
            yield context.found(rule, salary.span, pay=pay(salary, context.speaking))


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
    pair = contradicting_pay(context)
    if pair:
        one, other = ((salary, pay(salary, context.speaking)) for salary in pair)
        yield _contradiction(context, rule, one, other)


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
    if salary.unit == "hour":
        return
    if context.document.haystack.search(_pattern(rule, "pro-rata")):
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
    pair = contradicting_hours(context)
    if pair:
        one, other = ((hours, size(hours, context.speaking)) for hours in pair)
        yield _contradiction(context, rule, one, other)


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
    if salary.unit == "hour" and salary.unit_found == "words":
        text = " ".join(context.document.source.text[slice(*vague)].split())
        related = (Related(vague, context.say("here-stands", text)),)
        yield context.found(rule, salary.span, related=related, vague=text)


def _pattern(rule: Rule, option: str) -> regex.Pattern[str]:
    """The pattern that an option holds, which a configuration may have set."""
    return lazy(rule.options[option])


_BY_WHAT: Mapping[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "pay-unit": _unit,
    "pay-reversed": _reversed,
    "pay-implausible": _implausible,
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
    {
        "what": Key(TEXT, tuple(_BY_WHAT), required=True),
        "amounts": Key(TEXT),
        "bounds": Key(TABLE),
        "currencies": Key(LIST),
    },
    prepare_consistency,
    values=frozenset(
        {
            "example",
            "ratio",
            "hourly",
            "minimum",
            "since",
            "age",
            "country",
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
