"""Facts in words: amounts, ranges and hours as a message writes them, in Dutch or English."""

from vaclint.facts.hours import Hours
from vaclint.facts.salary import Salary

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
_UNITS = {
    "nl": {
        "hour": "per uur",
        "day": "per dag",
        "week": "per week",
        "four_weeks": "per vier weken",
        "month": "per maand",
        "year": "per jaar",
    },
    "en": {
        "hour": "per hour",
        "day": "per day",
        "week": "per week",
        "four_weeks": "per four weeks",
        "month": "per month",
        "year": "per year",
    },
}
_TO = {"nl": ("vanaf {}", "tot {}", "{} tot {}"), "en": ("from {}", "up to {}", "{} to {}")}


def amount(value: float, language: str, currency: str = "EUR") -> str:
    """``€ 3.100``, ``€ 14,71``."""
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    if language == "nl":
        text = text.replace(",", "x").replace(".", ",").replace("x", ".")
    sign = _SIGNS.get(currency, currency)
    return f"{sign} {text}" if language == "nl" or len(sign) > 1 else f"{sign}{text}"


def plain(value: float, language: str) -> str:
    """``36``, ``28,5``."""
    text = f"{value:g}"
    return text.replace(".", ",") if language == "nl" else text


def pay(salary: Salary, language: str) -> str:
    """``€ 3.100 tot € 4.200 per maand``, ``schaal 9``."""
    if salary.min is None and salary.max is None:
        return f"{'schaal' if language == 'nl' else 'scale'} {salary.scale}"
    low, high = (None if value is None else amount(value, language, salary.currency) for value in (salary.min, salary.max))
    unit = f" {_UNITS[language][salary.unit]}" if salary.unit else ""
    return _range(low, high, language) + unit


def size(hours: Hours, language: str) -> str:
    """``24 tot 32 uur``, ``0,8 fte``."""
    if hours.min is None and hours.max is None:
        return f"{plain(hours.fte or 0, language)} fte"
    low, high = (None if value is None else plain(value, language) for value in (hours.min, hours.max))
    return _range(low, high, language) + (" uur" if language == "nl" else " hours")


def _range(low: str | None, high: str | None, language: str) -> str:
    start, end, both = _TO[language]
    if low is None or high is None:
        return start.format(low) if high is None else end.format(high)
    return low if low == high else both.format(low, high)
