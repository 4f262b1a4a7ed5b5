"""What each rule of the grammar makes of tokens about money: a letter and a node, or None to leave
them.

Readings that only their surroundings can settle (17,845 or 17845) stay open in the nodes.
"""

import itertools
from collections.abc import Sequence

from vaclint.facts.amounts.nodes import Amount, Count, Money
from vaclint.facts.amounts.tokens import Token, number, numbers, span, unit
from vaclint.text.patterns import lazy

THOUSAND = 1000
"""What a k makes a number times."""
SLIPPED_FROM = 10_000
"""So many thousands are a slip for so many."""
_MORE = lazy(r"[A0]R?[+q]")


def rate(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``per uur``, ``/hr``, ``per 4 weken``: a unit that a sum is for."""
    per = str(next(token.value for token in reversed(tokens) if token.kind in "hDuNyR"))
    counted = numbers(tokens)
    if per in ("half_day", "shift"):
        return "R", "part"
    if counted:
        many = number(counted[0])
        per = {("week", 2.0): "two_weeks", ("week", 4.0): "four_weeks"}.get((per, many), "")
        if not per:
            return None
    return "R", per


def amount(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """A number with a sign of money or a k; a sum in millions is kept apart."""
    figure = numbers(tokens)[0]
    signs = [str(token.value) for token in tokens if token.kind == "€"]
    values = figure.value if isinstance(figure.value, tuple) else (number(figure),)
    if any(token.kind == "M" for token in tokens):
        return "B", Amount(values, signs[0] if signs else "", 0, *span(tokens))
    currency = (
        signs[-1] if signs and (signs[0] == "USD" or not signs[0]) else signs[0] if signs else ""
    )
    factor = next((int(str(token.value) or THOUSAND) for token in tokens if token.kind == "k"), 0)
    most = SLIPPED_FROM if factor == THOUSAND else THOUSAND
    if factor and max(values) < most:  # 338,400 LPA is no lakhs, 250,000k no million
        values = tuple(value * factor for value in values)
    return "A", Amount(values, currency, factor, *span(tokens), "" in signs)


def amount_and_cents(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``16 euro 50 per uur``, ``15 euro en 80 cent``: a sum with its cents behind the word, in
    figures or words.
    """
    whole, cents = numbers(tokens)
    sign = next(token for token in tokens if token.kind == "€")
    written = cents.word.isdigit() and len(cents.word) == 2
    spelled = cents.word.isalpha() and 0 < number(cents) < 100
    if not (written or spelled) or not sign.word.isalpha():
        return None
    value = round(number(whole) + number(cents) / 100, 2)
    return "A", Amount((value,), str(sign.value), 0, *span(tokens))


CENTS_RATIO = 5
"""How many times the pay before a slash two digits are that are its cents."""


def slashed_cents(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``£7/93 per hour``: a slash for a point, before so many cents that it is no range."""
    whole, cents = numbers(tokens)
    glued = tokens[-1].start == tokens[-2].end and tokens[-2].start == whole.end
    two = cents.word.isdigit() and len(cents.word) == 2
    if not glued or not two or number(cents) < CENTS_RATIO * number(whole):
        return None
    value = round(number(whole) + number(cents) / 100, 2)
    return "A", Amount((value,), str(tokens[0].value), 0, *span(tokens))


def thousands_and_hundreds(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """``2k2``, ``3k75``: thousands with what is behind the k as their decimals."""
    whole, sign, rest = tokens
    glued = whole.end == sign.start and sign.end == rest.start
    if not glued or not rest.word.isdigit() or len(rest.word) > 3:
        return None
    value = number(whole) * 1000 + number(rest) * 10 ** (3 - len(rest.word))
    return "A", Amount((value,), "", THOUSAND, *span(tokens))


def percent(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """One or two percentages."""
    values = [number(token) for token in numbers(tokens)]
    return "P", Count(min(values), max(values), "percent", *span(tokens))


def millions(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Two sums of which the second is in millions are both."""
    return "B", tokens[-1].value


def aside(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """A scale in brackets between two sums drops out."""
    return "", None


def ranges(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Two ranges of which the second is what the first grows to: from the low of one to the high
    of the other.
    """
    first, last = tokens[0].value, tokens[-1].value
    if (
        not isinstance(first, Money)
        or not isinstance(last, Money)
        or first.low is None
        or last.high is None
    ):
        return None
    pair = _pair(first.low, last.high)
    if (
        pair is None
        or max(pair[0].values) > max(pair[1].values)
        or (first.unit and last.unit and first.unit != last.unit)
    ):
        return None
    return "G", Money(pair[0], pair[1], first.unit or last.unit, *span(tokens), True)


MONTHS_PAID = (12.0, 16.0)
"""How many times a year a month's pay is paid."""


def months(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """So many times a month's pay: ``14 x € 2.850 per jaar``."""
    ends = [_amount_of(token) for token in tokens if token.kind == "A"]
    if not MONTHS_PAID[0] <= number(tokens[0]) <= MONTHS_PAID[1]:
        return None
    return "G", Money(ends[0], ends[-1], "month", *span(tokens))


SPANS_LEAST = 1_000
"""Fewer weeks, months or years are a span of time."""


def sum_and_span(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Numbers behind a label with their span and no sign of money: ``Salary: 52000 YEAR``."""
    ends = [_amount_of(token) for token in numbers(tokens)]
    if min(min(end.values) for end in ends) < SPANS_LEAST:
        return None
    return "G", Money(ends[0], ends[-1], str(tokens[-1].value), *span(tokens))


GROWN_MOST = 2.0
"""Of what a range grows to, to its own upper bound."""


def range_and_sum(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """A range and the sum that it grows to: ``€ 2.300 - € 2.800, en loopt op tot € 3.100``."""
    first, last = tokens[0].value, next(token for token in tokens if token.kind == "A").value
    per = unit(tokens[1:])
    if not isinstance(first, Money) or first.low is None or first.high is None:
        return None
    pair = _pair(first.high, last) if isinstance(last, Amount) else None
    if pair is None or (first.unit and per and first.unit != per):
        return None
    least, most = max(pair[0].values), max(pair[1].values)
    if not least < most <= GROWN_MOST * least:
        return None
    return "G", Money(first.low, pair[1], first.unit or per, *span(tokens), True)


def _amount_of(token: Token) -> Amount:
    if isinstance(token.value, Amount):
        return token.value
    values = token.value if isinstance(token.value, tuple) else (float(token.value),)  # type: ignore[arg-type]
    return Amount(values, "", 0, token.start, token.end)


def _times(amount: Amount, factor: int) -> Amount:
    return amount._replace(values=tuple(value * factor for value in amount.values), factor=factor)


THOUSANDS_RATIO = 0.4
"""Of the least with its thousands left out, behind its own sign of money, to the most:
``$85-$135,000``.
"""


def _pair(first: Amount, last: Amount) -> tuple[Amount, Amount] | None:
    """Two amounts as the ends of one range, the currency and the thousands of one given to the
    other.
    """
    if first.currency and last.currency and first.currency != last.currency:
        if "USD" not in (first.currency, last.currency):
            return None
        other = last.currency if first.currency == "USD" else first.currency
        first, last = first._replace(currency=other), last._replace(currency=other)
    currency = first.currency or last.currency
    if last.factor and not first.factor and first.values[0] < THOUSAND:
        first = _times(first, last.factor)
    if first.factor and not last.factor and last.values[0] < THOUSAND:
        last = _times(last, first.factor)
    if (
        (
            not last.factor
            and not first.factor
            and max(last.values) >= 1000 > 300 > max(first.values)
            and first.values[0] >= 5
        )
        and first.values[0] * 1000 <= max(last.values)
        and (not first.currency or first.values[0] * 1000 >= THOUSANDS_RATIO * max(last.values))
    ):
        first = first._replace(values=tuple(value * 1000 for value in first.values))
    pairs = [
        (low, high)
        for low in first.values
        for high in last.values
        if high and 0.19 < low / high < 5.2
    ]
    if not pairs:
        return None
    lows, highs = tuple(low for low, _ in pairs), tuple(high for _, high in pairs)
    return first._replace(values=lows, currency=currency), last._replace(
        values=highs, currency=currency
    )


def scale_of_sums(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Three or more sums that rise, the steps of a scale: from the first to the last."""
    steps = [_amount_of(token) for token in tokens if token.kind == "A"]
    values = [max(step.values) for step in steps]
    return money_range(tokens) if values == sorted(values) else None


def money_range(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Two amounts as a range; without a sign of money a bare range."""
    ends = [token for token in tokens if token.kind in "A0"]
    if len(ends) < 2:
        return None
    first, last = _amount_of(ends[0]), _amount_of(ends[-1])
    if not any(end.currency or end.factor or end.dashed for end in (first, last)):
        return bare_range(tokens)
    grown = any(token.kind == "g" for token in tokens)
    behind = {id(two) for one, two in itertools.pairwise(tokens) if one in ends}
    units = [
        str(token.value)
        for token in tokens
        if token.kind == "R" and (not grown or id(token) in behind)
    ]
    if len(set(units)) > 1:
        return None
    pair = _pair(first, last)
    if pair is None:
        return None
    first, last = pair
    if grown and max(first.values) > max(last.values):
        return None
    return "G", Money(first, last, units[-1] if units else "", *span(tokens), grown)


SLASHED_FROM = 1_000
"""Smaller bare numbers with a slash between are a fraction or a list."""


def bare_range(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """Two numbers without a sign of money that could be a sum: only words of pay make it one."""
    ends = [token for token in tokens if token.kind == "0"]
    first, last = _amount_of(ends[0]), _amount_of(ends[-1])
    pair = _pair(first, last)
    if pair is None or max(pair[1].values) < 3:
        return None
    if any(token.kind == "/" for token in tokens) and pair[0].values[0] < SLASHED_FROM:
        return None
    return "G", Money(pair[0], pair[1], unit(tokens), *span(tokens))


def single(tokens: Sequence[Token]) -> tuple[str, object] | None:
    """One amount with its bound."""
    amount = _amount_of(next(token for token in tokens if token.kind in "A0"))
    kinds = "".join(token.kind for token in tokens)
    low: Amount | None = amount
    high: Amount | None = amount
    if kinds[0] in "lLf" or _MORE.search(kinds):
        high = None
    elif kinds[0] in "mTtg":
        low = None
    return "G", Money(low, high, unit(tokens), *span(tokens))
