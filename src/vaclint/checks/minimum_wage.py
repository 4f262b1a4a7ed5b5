"""Whether pay is below the minimum wage that held on the day of a vacancy. Linear in the
statements.

The amounts per hour are a list by the day from which they hold. A sum per month or year counts
with the working week it names, or else the fewest hours of the job; of a vacancy without a date
only what is below all amounts is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vaclint.checks.context import Context
from vaclint.facts.dates import iso_day
from vaclint.facts.details import read_details
from vaclint.facts.wording import amount
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.values import Hours, Salary
from vaclint.rulebook.kind import Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

WEEKS_IN = {"week": 1.0, "four_weeks": 4.0, "month": 52 / 12, "year": 52.0}
"""The weeks that a sum per unit is for."""
OPEN_BEFORE_CLOSING = 120
"""So many days before its closing date a vacancy was posted at the earliest."""
LEAST_HOURLY = 3
"""Less per hour is no wage, but a slip or an allowance."""
CENT = 0.01


def below_minimum(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Sums below the minimum wage of the day of the vacancy; of one without a date, below all that
    are listed.
    """
    table = [(date.fromisoformat(since), minimum) for since, minimum in rule.prepared]
    hours = context.facts.hours
    sums = [
        (salary, hourly)
        for salary in context.facts.salaries.stated
        if (hourly := _hourly(salary, hours)) is not None
    ]
    if not any(hourly < table[-1][1] for _, hourly in sums):
        return  # the usual case, in which no dates are read
    day = _day_of(context)
    known = [row for row in table if day is None or row[0] <= day]
    if not known:
        return
    since, minimum = known[-1] if day is not None else table[0]
    too_low = [pair for pair in sums if _is_too_low(*pair, minimum)]
    if not too_low or lazy(rule.options["exempt"]).search(context.document.haystack):
        return
    for salary, hourly in too_low:
        yield context.found(
            rule,
            salary.span,
            properties={"hourly": round(hourly, 2), "minimum": minimum, "since": since.isoformat()},
            hourly=amount(round(hourly, 2), context.speaking),
            minimum=amount(minimum, context.speaking),
            since=since.isoformat(),
        )


def _is_too_low(salary: Salary, hourly: float, minimum: float) -> bool:
    """Whether a wage before tax is certainly below the minimum: of an upper bound alone that is
    not known.
    """
    is_wage = salary.currency == "EUR" and salary.gross is not False
    is_lower_bound = salary.min is not None or salary.max is None
    return is_wage and is_lower_bound and LEAST_HOURLY <= hourly < minimum - CENT


def _day_of(context: Context) -> date | None:
    """The earliest day that a vacancy can be from: when it was posted, or a while before it
    closes.
    """
    details = context.facts.details or read_details(context.document)
    for detail, days in ((details.date_posted, 0), (details.closing_date, OPEN_BEFORE_CLOSING)):
        if detail is not None and (day := iso_day(detail.value)):
            return day - timedelta(days=days)
    return None


def _hourly(salary: Salary, hours: Hours | None) -> float | None:
    """The most that a sum can come to per hour: with the working week it names, or the fewest
    hours that the job has.
    """
    value = salary.min if salary.min is not None else salary.max
    if value is None or (salary.sized and salary.unit != "hour"):
        return None
    if salary.unit == "hour":
        return value
    week = salary.basis_hours or (hours.min if hours is not None else None)
    weeks = WEEKS_IN.get(salary.unit or "")
    return value / weeks / week if week and weeks else None


def minimum_wages(rule: Rule, preparation: Preparation) -> list[tuple[str, float]]:
    """The amounts with the days from which they hold, in order.

    Raises VaclintError for a list that is missing, empty or wrong.
    """
    if "amounts" not in rule.data:
        raise preparation.error("", "what", "a rule about 'pay-below-minimum' needs 'amounts'")
    name = rule.data["amounts"]
    found = []
    for number, cells in preparation.rows("", "amounts", name):
        try:
            since, minimum = cells
            found.append((date.fromisoformat(since).isoformat(), float(minimum)))
        except ValueError:
            message = f"line {number} of '{name}' must be a day, a tab and an amount"
            raise preparation.error("", "amounts", message) from None
    if not found:
        raise preparation.error("", "amounts", f"there is no amount in '{name}'")
    return sorted(found)
