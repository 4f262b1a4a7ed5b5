"""Facts in words: amounts, ranges and hours as a message writes them, in the words of a language's
section ``wording``.
"""

from vaclint.languages.language import Language
from vaclint.model.values import Hours, Salary, Scale

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


def amount(value: float, language: Language, currency: str | None = "EUR") -> str:
    """``€ 3.100``, ``€ 14,71``; ``£3,100`` in a language that sets no space; ``3.100`` without a
    currency.
    """
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    swapped = {",": language.numbers.thousands, ".": language.numbers.decimal}
    text = "".join(swapped.get(char, char) for char in text)
    if currency is None:
        return text
    sign = _SIGNS.get(currency, currency)
    gap = language.section("wording").get("sign-gap", True) or len(sign) > 1
    return f"{sign} {text}" if gap else f"{sign}{text}"


def pay(salary: Salary, language: Language) -> str:
    """``€ 3.100 tot € 4.200 per maand``, ``schaal 9``."""
    words = language.section("wording")
    if salary.min is None and salary.max is None:
        return _scale(salary.scale, words["scale"])
    low, high = (
        None if value is None else amount(value, language, salary.currency)
        for value in (salary.min, salary.max)
    )
    unit = f" {words['units'][salary.unit]}" if salary.unit else ""
    return _range(low, high, language) + unit


def _scale(scale: Scale | None, word: str) -> str:
    """``schaal 10 (cao Gemeenten)``, ``FWG 45``: a system that is an abbreviation stands before."""
    if scale is None:
        return word
    if scale.value.startswith(scale.system) or scale.system.lower() == word:
        return scale.value if scale.value.startswith(scale.system) else f"{word} {scale.value}"
    named = scale.system.isupper() or scale.system.lower().endswith(word)
    return f"{scale.system} {scale.value}" if named else f"{word} {scale.value} ({scale.system})"


def size(hours: Hours, language: Language) -> str:
    """``24 tot 32 uur``, ``0,8 fte``."""
    words = language.section("wording")
    if hours.min is None and hours.max is None:
        return f"{language.number(hours.fte or 0)} {words['share']}"
    low, high = (
        None if value is None else language.number(value) for value in (hours.min, hours.max)
    )
    return f"{_range(low, high, language)} {words['hours']}"


def _range(low: str | None, high: str | None, language: Language) -> str:
    words = language.section("wording")
    if low is None or high is None:
        return str(words["from"]).format(low) if high is None else str(words["up-to"]).format(high)
    return low if low == high else str(words["range"]).format(low, high)
