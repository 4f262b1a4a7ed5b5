"""Whether pay is below the minimum wage that held on the day of a vacancy, where the country of the
job is sure. Linear in the statements.

The amounts per hour are a list by country, age and the day from which they hold. A sum that is said
to be for an age is held against the amount of that age, any other against that of adults. A sum per
month or year counts with the working week it names, or else the fewest hours of the job; of a
vacancy without a date only what is below all amounts is reported, and as a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vaclint.checks.context import Context
from vaclint.facts.country import country_of, region_of
from vaclint.facts.dates import iso_day
from vaclint.facts.details import read_dates
from vaclint.facts.wording import amount
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.values import Hours, Salary
from vaclint.rulebook.kind import Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

WEEKS_IN = {
    "week": 1.0,
    "two_weeks": 2.0,
    "four_weeks": 4.0,
    "month": 52 / 12,
    "year": 52.0,
}
"""The weeks that a sum per unit is for."""
OPEN_BEFORE_CLOSING = 120
"""So many days before its closing date a vacancy was posted at the earliest."""
LEAST_HOURLY = 3
"""Less per hour is no wage, but a slip or an allowance."""
CENT = 0.01
_AGE = lazy(r"\b(1[3-9]|2[0-9])\b")


class Minimum(NamedTuple):
    """A minimum wage per hour: since when, from which age, how much."""

    since: date
    age: int
    amount: float
    currency: str


def below_minimum(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Sums below the minimum wage of the day of the vacancy; of one without a date, below all that
    are listed.
    """
    hours = context.facts.hours
    sums = [
        (salary, hourly)
        for salary in context.facts.salaries.stated
        if salary.role in ("pay", "full-time") and (hourly := _hourly(salary, hours)) is not None
    ]
    highest = max((row[3] for rows in rule.prepared.values() for row in [rows[-1]]), default=0.0)
    if not any(hourly < highest for _, hourly in sums):
        return  # the usual case, in which neither country nor dates are read
    country = _place_of(context, rule)
    table = [
        Minimum(date.fromisoformat(since), age, least, currency)
        for since, age, currency, least in rule.prepared.get(country, ())
    ]
    if not any(hourly < row.amount for _, hourly in sums for row in table):
        return
    day = _day_of(context)
    too_low = [
        (salary, hourly, minimum)
        for salary, hourly in sums
        if (minimum := _minimum(table, salary, day)) is not None
        and _is_too_low(salary, hourly, minimum)
    ]
    if not too_low or context.document.haystack.search(lazy(rule.options["exempt"])):
        return
    for salary, hourly, minimum in too_low:
        since = minimum.since.isoformat()
        found = context.found(
            rule,
            salary.span,
            properties={
                "hourly": round(hourly, 2),
                "minimum": minimum.amount,
                "since": since,
                "country": country,
            },
            hourly=amount(round(hourly, 2), context.speaking, minimum.currency),
            minimum=amount(minimum.amount, context.speaking, minimum.currency),
            since=since,
            age=minimum.age,
            country=_called(country, context),
        )
        yield found if day is not None else found._replace(severity="info")


def _place_of(context: Context, rule: Rule) -> str:
    """The country of a vacancy, or its region (``US-CA``) where that has amounts of its own."""
    asked = context.document, context.facts, context.resources
    country = country_of(*asked, context.country)
    region = f"{country}-{region_of(*asked, country)}"
    return region if region in rule.prepared else country


def _called(place: str, context: Context) -> str:
    """The name of a country or region in a message."""
    country, _, region = place.partition("-")
    if region:
        return str(context.resources.data["posting"]["regions"][country][region])
    return str(context.speaking.section("wording")["countries"].get(place, place))


def _minimum(table: list[Minimum], salary: Salary, day: date | None) -> Minimum | None:
    """The amount of a day, and of the age that a sum is for; without a day the oldest one."""
    said = _AGE.search(salary.step)
    ages = sorted({row.age for row in table if said is None or row.age <= int(said[1])})
    rows = [
        row for row in table if ages and row.age == ages[-1] and (day is None or row.since <= day)
    ]
    if not rows:
        return None
    return rows[-1] if day is not None else rows[0]


def _is_too_low(salary: Salary, hourly: float, minimum: Minimum) -> bool:
    """Whether a wage before tax is certainly below the minimum: of an upper bound alone that is
    not known.
    """
    is_wage = salary.currency in (None, minimum.currency) and salary.gross is not False
    is_lower_bound = salary.min is not None or salary.max is None
    return is_wage and is_lower_bound and LEAST_HOURLY <= hourly < minimum.amount - CENT


def _day_of(context: Context) -> date | None:
    """The earliest day that a vacancy can be from: when it was posted, or a while before it
    closes.
    """
    if (details := context.facts.details) is not None:
        posted, closing = details.date_posted, details.closing_date
    else:
        posted, closing = read_dates(context.document, context.resources)
    for detail, days in ((posted, 0), (closing, OPEN_BEFORE_CLOSING)):
        if detail is not None and (day := iso_day(detail.value)):
            return day - timedelta(days=days)
    return None


def _hourly(salary: Salary, hours: Hours | None) -> float | None:
    """The most that a sum can come to per hour: with the working week it names, or the fewest
    hours that the job has.
    """
    value = salary.min if salary.min is not None else salary.max
    if value is None or (salary.unit_found == "size" and salary.unit != "hour"):
        return None
    if salary.unit == "hour":
        return value
    week = salary.basis_hours or (hours.min if hours is not None else None)
    weeks = WEEKS_IN.get(salary.unit or "")
    return value / weeks / week if week and weeks else None


def minimum_wages(
    rule: Rule, preparation: Preparation
) -> dict[str, list[tuple[str, int, str, float]]]:
    """The amounts by country: since when, from which age, the currency, how much, in order.

    Raises VaclintError for a list that is missing, empty or wrong.
    """
    if "amounts" not in rule.data:
        raise preparation.error("", "what", "a rule about 'pay-below-minimum' needs 'amounts'")
    name = rule.data["amounts"]
    found: dict[str, list[tuple[str, int, str, float]]] = {}
    for number, cells in preparation.rows("", "amounts", name):
        try:
            country, since, age, minimum, currency = cells
            row = date.fromisoformat(since).isoformat(), int(age), currency, float(minimum)
        except ValueError:
            message = (
                f"line {number} of '{name}' must be a country, a day, an age, an amount and a "
                "currency with tabs between"
            )
            raise preparation.error("", "amounts", message) from None
        found.setdefault(country, []).append(row)
    if not found:
        raise preparation.error("", "amounts", f"there is no amount in '{name}'")
    return {country: sorted(rows) for country, rows in found.items()}
