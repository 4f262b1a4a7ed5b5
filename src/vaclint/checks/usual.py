"""What is usual where a vacancy is from, for examples in its own currency, unit and working week.

The amounts are data (``rules/data/amounts.toml``). Cost: linear in the text, once per finding.
"""

from __future__ import annotations

from typing import Any

from vaclint.checks.context import Context
from vaclint.facts.country import likely_country
from vaclint.facts.wording import amount
from vaclint.languages.language import Language
from vaclint.text.named import NamedTuple

VALUES = ("hours", "week", "part", "low", "high", "hourly-low", "hourly-high", "unit")
"""What an example may name: the hours of the job or else a usual week, a usual full and a shorter
week, a range of pay per the usual unit for the hours of the job, one per hour, and that unit.
"""

LONG_WEEK = 48
"""A week of more hours is no example to give."""
PART = 0.8
"""Below so much of a week the usual pay is given for the hours of the job."""


class Usual(NamedTuple):
    """A currency with its usual pay, and a working week."""

    currency: str
    pay: dict[str, Any]
    hours: float
    week: float

    @staticmethod
    def of(context: Context) -> Usual:
        """What is usual in the currency and country of a vacancy."""
        data = context.resources.data["amounts"]["usual"]
        asked = context.document, context.facts, context.resources
        country = likely_country(*asked, context.country)
        currency = _currency(context, data, country)
        pay = data["pay"][currency]
        stated = context.facts.hours
        week = float(data["weeks"].get(country, pay["week"]))
        hours = (stated.max or stated.min if stated else None) or week
        if hours > LONG_WEEK:
            hours = week
        return Usual(currency, pay, hours, week)

    def values(self, language: Language) -> dict[str, str]:
        """The values of an example, as a language writes them."""
        low, high = (
            amount(self._for_the_hours(each), language, self.currency) for each in self.pay["range"]
        )
        hourly = [self._cents(each, language) for each in self.pay["hourly"]]
        units = language.section("wording")["units"]
        return {
            "hours": language.number(round(self.hours * 2) / 2),
            "week": language.number(self.week),
            "part": language.number(round(self.week * 2 / 3)),
            "low": low,
            "high": high,
            "hourly-low": hourly[0],
            "hourly-high": hourly[1],
            "unit": units[self.pay["unit"]],
        }

    def _for_the_hours(self, value: float) -> float:
        """Pay for a job of far fewer hours than a full week, in two digits that count."""
        if self.hours >= PART * self.week:
            return value
        return float(f"{value * self.hours / self.week:.2g}")

    def _cents(self, value: float, language: Language) -> str:
        """An amount with its cents, also where there are none."""
        whole = amount(int(value), language, self.currency)
        return f"{whole}{language.numbers.decimal}{round(value % 1 * 100):02d}"


def _currency(context: Context, data: Any, country: str) -> str:
    """The currency of the text: that of its sums, of the sign that a reader sees most in it and in
    its keys, of its country.
    """
    stated = [each.currency for each in context.facts.salaries.stated if each.currency]
    document = context.document  # a script or its markup is not read: there ``$`` is a name
    read = [part for _, part in document.text] + [each.value for each in document.front_matter]
    counts = {code: sum(text.count(sign) for text in read) for code, sign in data["signs"].items()}
    most = max(counts, key=lambda code: counts[code])
    by_country = str(data["currencies"].get(country, data["currency"]))
    found = stated[0] if stated else most if counts[most] else by_country
    if found == "USD" and by_country in data["dollars"]:
        found = by_country
    return found if found in data["pay"] else str(data["currency"])
