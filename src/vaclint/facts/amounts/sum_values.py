"""The values, the unit and the currency of a sum of money, where words leave them open."""

from vaclint.facts.amounts.around import (
    PAY,
    Parsed,
    kinds_in,
    marks_in,
    tokens_in,
)
from vaclint.facts.amounts.nodes import Amount, Money
from vaclint.facts.amounts.roles import EURO_LIKE, SIZES, USUAL
from vaclint.facts.amounts.tokens import Mark

_YEARLY = frozenset({"GBP", "USD", "CAD", "AUD", "NZD"})

"""Currencies of countries where a large sum without a unit is a year's pay."""
_CROWNS = frozenset({"DKK", "SEK", "NOK"})
_MONTHLY = frozenset({"", "EUR", "SGD", "BGN", "BAM"})
"""Those where a large sum without a unit is a month's pay."""
LEVELLED = _YEARLY | _CROWNS | _MONTHLY | {"CHF"}
"""Those of which the size of a sum tells the unit."""


def sized(value: float, currency: str, role: str) -> str:
    """The unit that the size of a sum tells, '' where it could be several."""
    if role == "intern" and 40 <= value <= 2_500:
        return "month"
    if currency not in LEVELLED:
        return ""
    if currency in _CROWNS:
        return "hour" if value < 1_000 else "month" if value < 150_000 else "year"
    if value < 2.5:
        return ""
    if value <= 150:
        return "hour"
    if role == "pay_rate" and value <= 2_000:
        return "hour" if value <= 250 else "day"
    if currency in _YEARLY:
        return "" if value < 1_000 else "month" if value < 8_000 else "year"
    if currency == "CHF":
        return "month" if value < 25_000 else "year"
    return "month" if value < 12_500 else "year"


def value_of(amount: Amount | None, unit: str) -> float | None:
    """The value of an amount that suits its unit."""
    if amount is None:
        return None
    if unit in SIZES:
        low, high = SIZES[unit]
        usual = USUAL[unit]
        for value in amount.values:
            if len(amount.values) > 1 and usual[0] <= value <= usual[1]:
                return value
        for value in amount.values if unit == "hour" else amount.values[:1]:
            if low <= value <= high:
                return value
    return amount.values[0]


_DECIMAL_HOUR = (12.0, 25.0)

"""Between these a number like 18,191 without a unit is an hour's pay: a year's would be under
every minimum wage.
"""


def bounds_read(
    money: Money, unit: str, decimal: str, role: str
) -> tuple[float | None, float | None, str]:
    """Both bounds and the unit; without words for it the unit comes from the size."""
    low, high = value_of(money.low, unit), value_of(money.high, unit)
    if unit:
        return low, high, unit
    amount = money.low or money.high
    currency = amount.currency if amount else ""
    if amount is not None and len(amount.values) == 2:
        small, large = sorted(amount.values)
        hourly = (
            decimal == ","
            and currency in ("", "EUR")
            and _DECIMAL_HOUR[0] <= small <= _DECIMAL_HOUR[1]
        )
        pick = min if hourly and large % 50 else max
        low = pick(money.low.values) if money.low else None
        high = pick(money.high.values) if money.high else None
    top = high if high is not None else low or 0.0
    return low, high, sized(top, currency, role)


_DOLLARS = "dollars_"
"""What the roles of words begin with that say whose dollars a sum is in; the code stands behind."""
NOUN_WITHIN = 16
"""Characters from such a word to a noun of which it may be said: ``$60 Canadian lobster``."""


def dollars_named(line: Parsed, money: Money) -> Mark | None:
    """The word right behind a sum that says whose dollars they are, and is said of no noun."""
    near = next(iter(marks_in(line, money.end, money.end + 3)), None)
    if near is None or not near.role.startswith(_DOLLARS):
        return None
    behind = kinds_in(line, near.end, near.end + NOUN_WITHIN)
    return None if behind[:1] in ("x", "0") else near


def currency_behind(line: Parsed, money: Money, currency: str) -> str:
    """The currency named behind a sum without one or with a sign that several have: ``(CAD)``,
    ``$60,000 Canadian``.
    """
    named = dollars_named(line, money) if currency == "USD" else None
    if named is not None:
        return named.role.removeprefix(_DOLLARS)
    if (
        currency not in ("", "USD")
        or kinds_in(line, money.end, money.end + 8).lstrip("(,")[:1] != "€"
    ):
        return ""
    return next(str(t.value) for t in tokens_in(line, money.end, money.end + 8) if t.kind == "€")


def suits(money: Money, unit: str) -> bool:
    """Whether a sum can be that much per unit; pay is never per minute or another unit."""
    if unit not in SIZES:
        return False
    low, high = SIZES[unit]
    least, most = USUAL[unit]
    return any(
        low <= value <= high or (value >= low and end.currency not in EURO_LIKE)
        if value == end.values[0]
        else least <= value <= most
        for end in (money.high, money.low)
        if end is not None
        for value in end.values
    )


def unit_of(
    line: Parsed, money: Money, before: list[Mark], behind: list[Mark], left: int, right: int
) -> tuple[str, bool]:
    """The unit of a sum and whether words gave it: at the sum, behind it, before it, in a
    compound, in the label.
    """
    if money.unit:
        return money.unit, True
    for token in tokens_in(line, money.end, min(right, money.end + 60)):
        if token.kind == "R":
            return str(token.value), True
        if token.kind in "GA0HDKXQ,:;|.":
            break
    for token in reversed(tokens_in(line, max(left, money.start - 60), money.start)):
        if token.kind == "R":
            return str(token.value), True
        if token.kind in "GHDKX|":
            break
    for mark in reversed(before):
        if mark.unit and (mark.role in PAY or mark.role == "day_fee"):
            return mark.unit, True
    for mark in behind:
        if mark.unit and mark.role in PAY and "," not in kinds_in(line, money.end, mark.start):
            return mark.unit, True
    if line.label_end:
        for mark in marks_in(line, -1, line.label_end):
            if mark.unit and mark.role in PAY:
                return mark.unit, True
        for token in tokens_in(line, -1, line.label_end):
            if token.kind == "R" and not any(
                t.kind == "h" for t in tokens_in(line, -1, line.label_end)
            ):
                return str(token.value), True
    return "", False
