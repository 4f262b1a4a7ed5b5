"""The words round a sum of money: its role, its unit, and the reading of open numbers."""

from vaclint.facts.amounts.around import (
    OTHER,
    PAY,
    Parsed,
    alone,
    kinds_in,
    leads,
    marks_in,
    roles_in,
    sentence,
    tokens_in,
)
from vaclint.facts.amounts.nodes import Amount, Hours, Money
from vaclint.facts.amounts.roles import OTHER_UNIT, SIZES, USUAL, Sum
from vaclint.facts.amounts.tokens import Mark
from vaclint.text.patterns import lazy

_YEARLY = frozenset({"GBP", "USD", "CAD", "AUD", "NZD", "INR"})

"""Currencies of countries where a large sum without a unit is a year's pay."""

_FULL_BEHIND, _FULL_BEFORE = lazy(r"F|\(F\)"), lazy(r"(?<![GR)])F[(:=,f]*$")
_PART_BEHIND, _PART_BEFORE = lazy(r"R?[,(n]{0,3}(?:GF|FR?:?G)"), lazy(r"(?:FR?:?G|GF)[,()nR]{0,3}$")
"""The letters round a sum for full time, and round the actual one beside it."""

_AFTER = lazy(r"[ng](?:[DJ]|0D)")
"""A time after which another sum is paid."""
STEP_WITHIN = 32
"""Characters from a step of a ladder, such as the years of experience, to its sum."""
_CROWNS = frozenset({"DKK", "SEK", "NOK"})


def sized(value: float, currency: str, role: str) -> str:
    """The unit that the size of a sum tells, '' where it could be several."""
    if role == "intern" and 40 <= value <= 2_500:
        return "month"
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


def _reading(amount: Amount | None, unit: str) -> float | None:
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


def _readings(
    money: Money, unit: str, decimal: str, role: str
) -> tuple[float | None, float | None, str]:
    """Both bounds and the unit; without words for it the unit comes from the size."""
    low, high = _reading(money.low, unit), _reading(money.high, unit)
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


def is_full_time(line: Parsed, money: Money) -> bool:
    """Whether a sum is said to be that of a full week: ``€ 3.000 fte``, ``(FTE £39,000)``."""
    before, behind = _letters_round(line, money)
    named = _FULL_BEHIND.match(behind) or _FULL_BEFORE.search(before)
    return bool(named) or _beside_full(line, money)


def _beside_full(line: Parsed, money: Money) -> bool:
    """Whether a word for full time stands at a sum that is not the only one of its line:
    ``€ 1.900 (fulltime € 2.850)``, ``€ 3.600 op fulltimebasis``.
    """
    if sum(isinstance(token.value, Money) for token in line.tokens) < 2:
        return False
    for mark in marks_in(line, max(0, money.start - 30), money.end + 24):
        if mark.role != "full":
            continue
        if mark.end <= money.start and kinds_in(line, mark.end, money.start) in ("", ":", "=", "f"):
            return True
        if mark.start >= money.end and kinds_in(line, money.end, mark.start) in ("", "(", "n"):
            return True
    return False


def is_actual(line: Parsed, money: Money) -> bool:
    """Whether a sum is said to be the actual one, beside that of a full week."""
    near = roles_in(line, money.start - 24, money.start)
    bracketed = line.row.text[: money.start][-1:] == "(" and money.unit != "hour"
    if "actual" in near or ("pro_rata" in near and bracketed):
        return True
    if _for_own_hours(line, money):
        return True
    return {"(", ","}.isdisjoint(
        kinds_in(line, money.end, money.end + 12)
    ) and "actual" in roles_in(line, money.end, money.end + 12)


def _for_own_hours(line: Parsed, money: Money) -> bool:
    """Whether a sum is said to be for so many hours, beside one for full time: ``£18,000 for 22.5
    hours``.
    """
    behind = kinds_in(line, money.end, money.end + 24)
    return behind[:2] == "nH" and "for" in roles_in(line, money.end, money.end + 4)


def _letters_round(line: Parsed, money: Money) -> tuple[str, str]:
    """The letters close before and behind a sum, in its sentence."""
    left, right = sentence(line, money.start, money.end)
    before = kinds_in(line, max(left, money.start - 40), money.start)
    return before, kinds_in(line, money.end, min(right, money.end + 40))


def _of_a_pair(line: Parsed, money: Money) -> bool:
    """Whether a sum is that of a full week, or the actual one, or is said to be pro rata."""
    before, behind = _letters_round(line, money)
    return bool(
        is_full_time(line, money)
        or _PART_BEHIND.match(behind)
        or _PART_BEFORE.search(before)
        or "pro_rata" in roles_in(line, money.end, money.end + 3)
        or (is_actual(line, money) and before[-1:] in ("(", ":", "n", "", ","))
        or _headed_by_size(line, money)
    )


_SIZE_HEAD = lazy(r"(?:[nx]?[(]?[HQ]?[)]?)?:")
"""From a word for full or part time to the colon before a sum."""


def _headed_by_size(line: Parsed, money: Money) -> bool:
    """Whether a word for full or part time heads a sum: ``Parttime (24 uur): € 1.812``."""
    marks = marks_in(line, max(0, money.start - 40), money.start)
    named = [mark for mark in marks if mark.role in ("full", "part")]
    return bool(named) and bool(_SIZE_HEAD.fullmatch(kinds_in(line, named[-1].end, money.start)))


def settle(line: Parsed, money: Money, floor: int, ceiling: int, decimal: str) -> Sum:
    """A sum with the words round it, looked for between the sums before and behind it."""
    left, right = sentence(line, money.start, money.end)
    left, right = max(left, floor), min(right, ceiling)
    anchor = next((end.start for end in (money.low, money.high) if end is not None), money.start)
    before_marks = list(marks_in(line, left, anchor))
    behind_marks = list(marks_in(line, money.end, right))
    before, near, other_before, besides_pay, verb = _before(line, before_marks, money, left)
    if not before and line.label_end and floor < line.label_end:
        before, near, other_before, besides_pay, verb = _before(
            line, list(marks_in(line, -1, line.label_end)), money, -1
        )
    behind = _inside(line, money) or _behind(line, behind_marks, money)
    later = next(
        (
            m.role
            for m in behind_marks
            if m.role in OTHER or (m.role in PAY and not _of_next(line, m, ceiling))
        ),
        "",
    )
    unit, words = _unit_of(line, money, before_marks, behind_marks, left, right)
    if unit == OTHER_UNIT:
        low, high = _reading(money.low, ""), _reading(money.high, "")
    elif unit and not money.unit and not _suits(money, unit):
        unit, words = "", False
    role = before if before in PAY else behind if behind in PAY else ""
    intern = any(m.role == "intern" for m in (*before_marks, *behind_marks))
    if unit != OTHER_UNIT:
        low, high, unit = _readings(money, unit, decimal, "intern" if intern else role)
    ends = [end for end in (money.low, money.high) if end is not None]
    currency = next((end.currency for end in ends if end.currency), "")
    currency = _currency_behind(line, money, currency) or currency
    joint = line.row.text[: max(money.start, 0)].rstrip(" (")[-1:] in ",;:(–—|·-•" or line.row.text[
        : money.start
    ].endswith("(")
    top = high if high is not None else low or 0.0
    gross = any(
        left <= at < right and _next_to(line, at, money)
        for at, _ in line.row.gross
        if money.start - 40 <= at <= money.end + 30
    )
    head = "pay" if line.heading & PAY else "offer" if "get" in line.heading else ""
    behind_kinds = kinds_in(line, money.end, min(right, money.end + 14))
    by_day = behind_kinds.removeprefix("n")[:1] in ("W", "e") or behind_kinds[:2] == "uD"
    by_day = by_day or kinds_in(line, left, money.start)[-1:] == "W"
    step = by_day or any(
        t.kind in "sJ" for t in tokens_in(line, max(left, money.start - STEP_WITHIN), money.start)
    )
    step = step or _of_level(line, money, left)
    step = step or (floor >= max(line.label_end, 0) and _later(line, money))
    return Sum(
        money,
        low,
        high,
        currency,
        unit,
        words,
        before,
        near,
        behind,
        later,
        verb,
        other_before,
        besides_pay,
        any(m.role == "work" for m in before_marks),
        gross,
        any(left <= s.start < right or line.label_end > s.start for s in line.row.scales),
        alone(line, money.start, money.end),
        leads(line, money.start) or kinds_in(line, max(left, line.label_end), anchor) == "x:",
        joint,
        head,
        line.place,
        bool(currency) or any(end.thousand for end in ends),
        step,
        _of_a_pair(line, money),
        behind_kinds[:1] == "+" or (bool(behind_marks) and _is_plus(line, behind_marks[0], money)),
        low == high
        and 1950 <= top <= 2050
        and not any("." in w or "," in w for w in (line.row.text[money.start : money.end],)),
        _beside_week(line, money),
        any(m.role == "trainee" for m in before_marks),
        bool(behind_marks)
        and behind_marks[0].role in ("vague_predicate", "earn")
        and kinds_in(line, money.end, behind_marks[0].start) in ("", ",", "("),
    )


def _later(line: Parsed, money: Money) -> bool:
    """Whether a time after which it is paid stands right behind a sum: ``€ 19 na drie maanden``."""
    return _AFTER.match(kinds_in(line, money.end, money.end + 24)) is not None and (
        "duration" in roles_in(line, money.end, money.end + 4)
    )


def _of_level(line: Parsed, money: Money, left: int) -> bool:
    """Whether the word right before a sum is a level: ``junior € 2.600``, ``hbo: € 2.800``."""
    near = marks_in(line, max(left, money.start - 25), money.start)
    levels = [mark for mark in near if mark.role == "level"]
    if not levels:
        return False
    verbs = {m.start for m in near if m.role in ("earn", "get")}
    between = tokens_in(line, levels[-1].end, money.start)
    return {t.kind for t in between if t.start not in verbs} <= set(":(f-")


def _beside_week(line: Parsed, money: Money) -> bool:
    """Whether a working week stands beside a sum as what it is for: ``€ 3.400 o.b.v. 36 uur``."""
    basis = marks_in(line, max(0, money.start - 30), money.end + 30)
    for mark in basis:
        if mark.role != "basis":
            continue
        if mark.start >= money.end and kinds_in(line, money.end, mark.start) in ("", "("):
            return _week_at(line, mark.end, mark.end + 24)
        if mark.end <= money.start and kinds_in(line, mark.end, money.start) in ("H", "H,", "H:"):
            return _week_at(line, mark.end, money.start)
    return False


def _week_at(line: Parsed, start: int, end: int) -> bool:
    tokens = tokens_in(line, start, end)
    return bool(tokens) and isinstance(tokens[0].value, Hours)


def _is_plus(line: Parsed, mark: Mark, money: Money) -> bool:
    """Whether 'plus', 'besides' or the like stands right behind a sum."""
    return mark.role == "besides" and set(kinds_in(line, money.end, mark.start)) <= {","}


def _currency_behind(line: Parsed, money: Money, currency: str) -> str:
    """The currency named behind a sum without one or with a sign that several have: ``(CAD)``."""
    if (
        currency not in ("", "USD")
        or kinds_in(line, money.end, money.end + 8).lstrip("(,")[:1] != "€"
    ):
        return ""
    return next(str(t.value) for t in tokens_in(line, money.end, money.end + 8) if t.kind == "€")


def _suits(money: Money, unit: str) -> bool:
    """Whether a sum can be that much per unit; pay is never per minute or another unit."""
    if unit not in SIZES:
        return False
    low, high = SIZES[unit]
    least, most = USUAL[unit]
    return any(
        low <= value <= high if value == end.values[0] else least <= value <= most
        for end in (money.high, money.low)
        if end is not None
        for value in end.values
    )


def _next_to(line: Parsed, at: int, money: Money) -> bool:
    """Whether gross or net stands next to a sum, with nothing else named between."""
    between = kinds_in(line, at, money.start) if at < money.start else kinds_in(line, money.end, at)
    return not set(between) & set("r,.|GHP") and between.count("x") <= 1


def _loose(line: Parsed, mark: Mark, anchor: int) -> bool:
    """Whether a mark is a general word, such as training, and stands too far off to count."""
    if not any(m.role == "loose" for m in marks_in(line, mark.start, mark.start + 1)):
        return False
    between = kinds_in(line, mark.end, anchor)
    return "-" in between or len(between) > 5


def cancelled(line: Parsed, mark: Mark, floor: int) -> bool:
    """Whether 'besides', 'excluding' or the like stands right before a mark."""
    for other in reversed(marks_in(line, max(floor, mark.start - 40), mark.start)):
        if other.role == "besides":
            between = kinds_in(line, other.end, mark.start)
            return (
                "A" not in between
                and "G" not in between
                and between.count("x") <= (0 if mark.role in ("money", "price") else 2)
                and "," not in between
            )
        if (
            other.role == "vague_predicate"
            and mark.role in OTHER
            and kinds_in(line, other.end, mark.start).count("x") <= 2
        ):
            return True
    between = kinds_in(line, max(floor, mark.start - 12), mark.start)
    return mark.role in OTHER and between.endswith(("+", "+P"))


def _joins(line: Parsed, end: int, start: int) -> bool:
    """Whether a space alone, or one word in capitals as the next, stands between two words of a
    name: ``Health Benefit Stipend``.
    """
    between, text = line.row.text[end:start], line.row.text
    named = between.strip().isalpha() and between.strip()[0].isupper() and text[start].isupper()
    return between == " " or named


def is_modifier(line: Parsed, mark: Mark) -> bool:
    """Whether a noun of pay is the head of two words of which the first says what it is for:
    ``lunch stipend``.
    """
    before = [
        one
        for one in marks_in(line, max(0, mark.start - 24), mark.start)
        if one.role in OTHER and _joins(line, one.end, mark.start)
    ]
    return bool(before) and not _loose(line, before[-1], mark.start)


def _before(
    line: Parsed, marks: list[Mark], money: Money, floor: int
) -> tuple[str, bool, bool, bool, str]:
    """The nearest role before a sum; whether only noise lies between; others before; 'besides
    pay'; the verb.
    """
    role, near, other, besides_pay, verb = "", False, False, False, ""
    if any(mark.role == "per_head" for mark in marks):
        return "bonus", False, True, False, ""
    for mark in marks:
        if mark.role in ("earn", "get"):
            verb = mark.role if verb != "earn" or mark.role == "earn" else verb
            if role in OTHER:
                role, other = "", False
        if mark.role in OTHER and _loose(line, mark, money.start):
            continue
        if mark.role == "worth" and not role:
            role, near, other, besides_pay = "money", False, True, False
        if mark.role in OTHER or mark.role == "ote":
            attached = kinds_in(line, mark.end, money.start) in ("f", "n", "fn", "fL", "fm", "fl")
            if attached or not cancelled(line, mark, floor):
                role, near, other, besides_pay = mark.role, False, True, False
        elif mark.role in PAY:
            if is_modifier(line, mark):
                continue
            between = kinds_in(line, mark.end, money.start)
            if between != "f" and cancelled(line, mark, floor) and not {"S", "("} & set(between):
                besides_pay = True
                continue
            role, besides_pay, other = mark.role, False, False
            near = not (set(between) - set(":(bfLlmTtn-sSR,i")) or len(between) <= 1
        elif mark.role in ("scale", "scale_weak") and not role:
            role = mark.role
    return role, near, other, besides_pay, verb


def _of_next(line: Parsed, mark: Mark, ceiling: int) -> bool:
    """Whether a word of pay stands right before the next sum, and is that one's."""
    between = kinds_in(line, mark.end, ceiling)
    return ceiling < len(line.row.text) and set(between) <= set(":(fbLl")


def _inside(line: Parsed, money: Money) -> str:
    """The role of a word of pay between an amount and its unit: ``€ 4 stagevergoeding per uur``."""
    last = max((end.end for end in (money.low, money.high) if end is not None), default=money.end)
    return next((m.role for m in marks_in(line, last, money.end) if m.role in PAY), "")


def _behind(line: Parsed, marks: list[Mark], money: Money) -> str:
    """The role of a word joined right behind a sum: ``€ 750 fietsbudget``, ``€ 100 per maand aan
    vergoeding``.
    """
    linked = False
    for mark in marks:
        between = kinds_in(line, money.end, mark.start)
        if (
            set(between) & set(",.|+a(:P-/;")
            or between.count("x") > (2 if linked else 1 if mark.role in OTHER else 0)
            or len(between) > 4
        ):
            return ""
        if mark.role in ("besides", "vague_predicate"):
            return ""
        if mark.role == "per_head":
            return "bonus"
        if mark.role == "link":
            linked = True
        elif mark.role in PAY or mark.role in OTHER or mark.role in ("fixed", "ote"):
            return mark.role
    return ""


def _unit_of(
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
        if mark.unit and mark.role in PAY:
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
