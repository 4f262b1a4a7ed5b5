"""Sums of money in a sentence: amounts and ranges, with their currency, their bounds and the unit that stands near.

Amounts are found first, then joined to ranges by the words between them, then bounded by the words before them. What
a sum is for is not decided here (see ``salary``).
"""

from functools import cache
from typing import NamedTuple

import regex

from vaclint.facts.vocabulary import vocabulary
from vaclint.model.values import Unit
from vaclint.text.patterns import compiled, lazy

_NUMBER = r"\d{1,3}(?:[. \u00a0\u202f’']\d{3})+(?:,\d{1,2})?(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_SIGN = r"€|£|\$|\beur(?:o(?:['’]?s)?)?\b\.?|\bgbp\b|\busd\b|\bchf\b"
_AMOUNT = lazy(
    rf"(?:(?P<before>{_SIGN})\s?)?(?<![\d.,])(?<!\d\s)(?P<number>{_NUMBER})(?P<thousand>\s?k(?!\p{{L}}))?"
    rf"(?:[,.]?[-–—=]{{1,2}}(?=[\s)\]/,.;]|$)|,–)?(?:\s?(?P<after>{_SIGN})(?![\s]?\d))?",
    regex.IGNORECASE,
)
_CURRENCIES = {"€": "EUR", "£": "GBP", "$": "USD", "g": "GBP", "u": "USD", "c": "CHF", "e": "EUR"}
_SCALED = lazy(r"\s?(?:miljoen|miljard|mln|mld|million|billion|m\b(?!\s?/)|mio)", regex.IGNORECASE)
_NOT_MONEY = lazy(
    r"\s?(?:%|procent|percent|uur\b|uren\b|u\b|urige|hours?\b|fte|jaar\b|jarige?|years?\b|maanden|months|weken|weeks|dagen|days|km\b|kilometer|"
    r"collega|medewerker|mensen|people|employees|inwoners|woningen|m2|m²|kg\b|x\b|×|e\b(?!ur)|ste\b|st\b|nd\b|rd\b|th\b|januari|februari|"
    r"maart|april|mei\b|juni|juli|augustus|september|oktober|november|december|-\s?\p{L}|:\d|/\d{1,2}\b)",
    regex.IGNORECASE,
)

_BREAK = lazy(r"[,;]\s|\s(?:en|and|plus)\s")

AFTER, BEFORE = 48, 40
"""How far from a sum, in characters, its unit may stand."""


class Amount(NamedTuple):
    """One number that may be money, with its range in the text; ``currency`` is empty where none is named."""

    value: float
    currency: str
    thousand: bool
    start: int
    end: int


class Sum(NamedTuple):
    """One statement of money: bounds (None when only the other is given), currency, unit, and its range in the text."""

    min: float | None
    max: float | None
    currency: str
    unit: Unit | None
    start: int
    end: int
    falling: bool  # a range whose second amount is the lower one
    marked: bool  # with a currency or a 'k', so that it can hardly be something else than money


@cache
def _words() -> dict[str, regex.Pattern[str]]:
    data = vocabulary().money
    return {
        "fill": compiled(rf"(?:{data['fill']}|[(),:;]|{_SIGN})+", regex.IGNORECASE),
        "not-before": compiled(data["not-before"], regex.IGNORECASE),
        "link": compiled(data["link"], regex.IGNORECASE),
        "grow": compiled(data["grow"], regex.IGNORECASE),
        "from": compiled(rf"(?:{data['from']})(?:{data['between']}|[\s:])*$", regex.IGNORECASE),
        "to": compiled(rf"(?:{data['to']})(?:{data['between']}|[\s:])*$", regex.IGNORECASE),
        "least": compiled(rf"\s*(?:{data['at-least-after']})", regex.IGNORECASE),
        "pair": compiled(rf"(?:{data['pair']})(?:{data['between']}|[\s:])*$", regex.IGNORECASE),
        "unit": compiled(
            "|".join(rf"(?P<{name}>{words})" for name, words in data["units"].items()),
            regex.IGNORECASE,
        ),
    }


def _amounts(text: str) -> list[Amount]:
    found = []
    for match in _AMOUNT.finditer(text):
        sign = (match["before"] or match["after"] or "").strip().lower()
        if _SCALED.match(text, match.end()) or (
            not sign and not match["thousand"] and _NOT_MONEY.match(text, match.end())
        ):
            continue
        if sign and regex.match(
            r"\s?(?:%|per\s+km\b|/\s?km\b|km\b|per\s+kilometer|p/km)",
            text[match.end() : match.end() + 16],
            regex.IGNORECASE,
        ):
            continue
        if not sign and _words()["not-before"].search(
            text[max(0, match.start() - 24) : match.start()]
        ):
            continue
        value = number(match["number"]) * (1000 if match["thousand"] else 1)
        found.append(
            Amount(
                value,
                _CURRENCIES.get(sign[:1], ""),
                bool(match["thousand"]),
                match.start(),
                match.end(),
            )
        )
    return found


def number(spelled: str) -> float:
    """A number in Dutch or English spelling: ``1.234,56``, ``1,234.56``, ``1234,5``."""
    text = regex.sub(r"[ \u00a0\u202f’']", "", spelled)
    if regex.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", text):
        text = text.replace(".", "").replace(",", ".")
    elif regex.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", text):
        text = text.replace(",", "")
    else:
        text = text.replace(",", ".")
    return float(text)


def _joins(text: str, first: Amount, second: Amount) -> bool:
    """Whether two amounts are the ends of one range, by what stands between and before them."""
    words = _words()
    between = text[first.end : second.start]
    if len(between) > 90 or (
        first.currency and second.currency and first.currency != second.currency
    ):
        return False
    bare = " ".join(words["fill"].sub(" ", between).split())
    low, high = first.value, second.value
    if first.value < 1000 <= second.value and second.thousand and not first.thousand:
        low *= 1000
    alike = 0.2 < low / high < 5 if high else False
    if words["link"].fullmatch(bare):
        return alike
    if bare.lower() in vocabulary().money["and"]:
        before = text[max(0, first.start - 40) : first.start]
        if words["pair"].search(before) is not None:
            return alike
    return (
        alike
        and high >= low
        and bool(words["grow"].search(between))
        and bool(first.currency or second.currency)
    )


def unit_near(
    text: str, start: int, end: int, floor: int = 0, ceiling: int | None = None
) -> Unit | None:
    """The unit that stands behind a sum, or else the last one before it; not beyond ``floor`` and ``ceiling``."""
    pattern = _words()["unit"]
    ceiling = len(text) if ceiling is None else ceiling
    found = pattern.search(text, end, min(ceiling, end + AFTER))
    if found is None or _BREAK.search(text, end, found.start()):
        earlier = list(pattern.finditer(text, max(floor, start - BEFORE), start))
        found = earlier[-1] if earlier else None
    found = found or pattern.search(text, start, end)
    return found.lastgroup if found else None  # type: ignore[return-value]


def sums(text: str) -> list[Sum]:
    """All sums of a sentence in order. Linear in its length."""
    amounts = _amounts(text)
    words = _words()
    found: list[Sum] = []
    index = 0
    while index < len(amounts):
        first = last = amounts[index]
        linked = False
        while index + 1 < len(amounts) and _joins(text, last, amounts[index + 1]):
            grown = words["grow"].search(text[last.end : amounts[index + 1].start]) is not None
            if linked and not grown:
                break  # a third amount behind a range is no part of it
            linked = not grown
            index += 1
            last = amounts[index]
        previous = found[-1].end if found else 0
        following = amounts[index + 1].start if index + 1 < len(amounts) else len(text)
        currency = first.currency or last.currency
        unit = unit_near(text, first.start, last.end, previous, following)
        before = text[max(previous, first.start - 40) : first.start]
        low: float | None = first.value
        high: float | None = last.value
        falling = False
        if first is last:
            if words["to"].search(before):
                low = None
            elif words["from"].search(before) or words["least"].match(text, last.end):
                high = None
        elif low is not None and high is not None:
            if low < 1000 and last.thousand and not first.thousand:
                low *= 1000  # 45-55k
            elif (
                low < 100 <= high / 1000
                and not first.thousand
                and not first.currency
                and low * 1000 <= high
            ):
                low *= 1000
            falling = high < low
        if falling:
            low, high = high, low
        found.append(
            Sum(
                low,
                high,
                currency,
                unit,
                first.start,
                last.end,
                falling,
                bool(currency) or last.thousand,
            )
        )
        index += 1
    return found
