"""The words of role before and behind a sum of money."""

from vaclint.facts.amounts.around import (
    OTHER,
    PAY,
    Parsed,
    kinds_in,
    marks_in,
    roles_in,
)
from vaclint.facts.amounts.nodes import Money
from vaclint.facts.amounts.roles import USUAL
from vaclint.facts.amounts.tokens import Mark
from vaclint.text.patterns import lazy

_ATTACHED = ("f", "n", "fn", "fL", "fm", "fl")
"""Tokens between a word and the sum that is its own: ``een bonus van € 500``."""


_BETWEEN = frozenset(":(bfLlmTtn-sSR,i")
"""What may stand between a word of pay and its sum."""
LARGE_FROM = 10_000
"""A bare range from here on is hardly one of anything else behind a word of pay."""


def _is_large_range(money: Money) -> bool:
    """Whether both bounds are sums of a year, by their size."""
    low, high = money.low, money.high
    return low is not None and high is not None and low != high and max(low.values) >= LARGE_FROM


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


def _is_linked(line: Parsed, mark: Mark, money: Money) -> bool:
    """Whether the word between a noun and its sum links them: ``a salary of £50,000``."""
    return "link" in roles_in(line, mark.end, money.start)


_OF_TIME = lazy(r"x?[hDNyRu]")
"""Behind 'for every': what is worked, and nobody who is brought."""


HEAD_LEAST = 100
"""Less is no reward for who brings somebody, unless it is said to be."""
_HEADS = frozenset({"person", "referral", "brings", "customer", "price", "served"})


def _is_per_head(line: Parsed, mark: Mark, money: Money) -> bool:
    """Whether a word such as 'for every' is for people: not ``for every night shift``, nor a small
    sum for each piece of work.
    """
    end = money.high or money.low
    near = roles_in(line, mark.start + 1, mark.end + HEAD_WITHIN)
    near |= roles_in(line, mark.start - HEAD_WITHIN, mark.start)
    little = end is not None and bool(end.currency) and max(end.values) < HEAD_LEAST
    if little and not near & _HEADS and _is_two(mark):
        return False
    return _OF_TIME.match(kinds_in(line, mark.end, mark.end + 24)) is None


HEAD_WITHIN = 32
"""Characters from 'for every' to the people that a reward is for."""


def _is_two(mark: Mark) -> bool:
    """Whether a mark is of some length, as 'for every' is and 'refer' is not."""
    return mark.end - mark.start >= len("for each")


FEE_WITHIN = 48
"""Characters from a fee to the words that say who is paid it."""


def _is_fee_paid(line: Parsed, mark: Mark, money: Money, verb: str) -> bool:
    """Whether a fee is what somebody is paid: ``a fee of £120 per session is offered``, ``soloists
    receive a fee of €300``.
    """
    own = kinds_in(line, mark.end, money.start) in _ATTACHED
    if not own or not any(m.role == "fee" for m in marks_in(line, mark.start, mark.start + 1)):
        return False
    behind = roles_in(line, money.end, money.end + FEE_WITHIN)
    paid = bool(behind & {"paid_out", "earn", "get"}) and not behind & {"served", "payers"}
    return verb == "get" or paid


def is_on_top(line: Parsed, marks: list[Mark], money: Money) -> bool:
    """Whether right behind a sum it is said to be extra: ``€ 3 per uur extra``."""
    first = next((mark for mark in marks if mark.role == "on_top"), None)
    return first is not None and not kinds_in(line, money.end, first.start)


def _is_days_pay(money: Money) -> bool:
    """Whether a sum is as much as somebody earns in a day, and no allowance for it."""
    end = money.high or money.low
    return end is not None and max(end.values) >= USUAL["day"][0]


def role_before(
    line: Parsed, marks: list[Mark], money: Money, floor: int
) -> tuple[str, bool, bool, bool, str]:
    """The nearest role before a sum; whether only noise lies between; others before; 'besides
    pay'; the verb.
    """
    role, near, other, besides_pay, verb = "", False, False, False, ""
    if any(mark.role == "per_head" and _is_per_head(line, mark, money) for mark in marks):
        return "bonus", False, True, False, ""
    for index, mark in enumerate(marks):
        if mark.role == "yields" and any(one.role in ("size", "trainee") for one in marks[:index]):
            verb = "earn"
        if mark.role in ("earn", "get"):
            verb = mark.role if verb != "earn" or mark.role == "earn" else verb
            if role in OTHER:
                role, other = "", False
        if mark.role == "day_fee":
            mark = mark._replace(role="pay_rate" if _is_days_pay(money) else "allowance")
        if mark.role in OTHER and _loose(line, mark, money.start):
            continue
        if mark.role == "budget" and _is_for_post(line, mark, money, floor):
            mark = mark._replace(role="pay")
        if mark.role == "price" and _is_fee_paid(line, mark, money, verb):
            mark = mark._replace(role="pay_rate")
        if mark.role == "over" and role in OTHER and not kinds_in(line, mark.end, money.start):
            role, near, other, besides_pay = "pay", True, False, False
        if mark.role == "worth" and not role:
            role, near, other, besides_pay = "money", False, True, False
        if mark.role in OTHER or mark.role == "ote":
            between = kinds_in(line, mark.end, money.start)
            attached = between in _ATTACHED or (not between and money.low is None)
            if attached or not cancelled(line, mark, floor):
                role, near, other, besides_pay = mark.role, False, True, False
        elif mark.role in PAY:
            if is_modifier(line, mark) or _is_of_goods(line, mark, money):
                continue
            between = kinds_in(line, mark.end, money.start)
            own = between == "f" or (between == "n" and _is_linked(line, mark, money))
            if not own and cancelled(line, mark, floor) and not {"S", "("} & set(between):
                besides_pay = True
                continue
            role, besides_pay, other = mark.role, False, False
            near = not (set(between) - _BETWEEN) or len(between) <= 1
            near = near or (_is_large_range(money) and len(between) <= 4 and "0" not in between)
        elif mark.role in ("scale", "scale_weak") and not role:
            role = mark.role
    return role, near, other, besides_pay, verb


def _is_of_goods(line: Parsed, mark: Mark, money: Money) -> bool:
    """Whether a general word for pay says of goods what they are: ``basic models from £25,000``."""
    weak = any(m.role == "weak" for m in marks_in(line, mark.start, mark.start + 1))
    goods = kinds_in(line, mark.end, money.start) == "x" and not money.unit
    return weak and goods and "reader" in roles_in(line, -1, mark.start)


def names_post(line: Parsed, mark: Mark, right: int) -> bool:
    """Whether a noun of the job stands a word or none behind 'for'."""
    named = [one for one in marks_in(line, mark.end, right) if one.role in ("post", "hired_for")]
    return bool(named) and kinds_in(line, mark.end, named[0].start) in ("", "x")


_BUDGET_OWN = ("", "n", "xx", "nx", "nn")
"""Before a budget that no word says more of: ``our budget``, ``we have a budget``."""
_BUDGET_FOR = lazy(r"nx?n+x?[:(bfLlmTt]*")
"""From the budget of a job to its sum: ``budget for this role is``."""
_SUM_FOR = lazy(r"nx?n(?![x0])")
POST_WITHIN = 28
"""Characters from a sum to the job that it is for."""


def _is_for_post(line: Parsed, mark: Mark, money: Money, floor: int) -> bool:
    """Whether a budget is what there is for the job: ``the budget for this role is £32,000``."""
    named = any(m.role == "job_budget" for m in marks_in(line, mark.start, mark.start + 1))
    if not named or not (money.unit or _top(money) >= LARGE_FROM):
        return False
    about = roles_in(line, floor, mark.start)
    lead = kinds_in(line, floor, mark.start)
    owned = lead in _BUDGET_OWN or (lead == "x" and "owner" in about)
    if not owned or about & (OTHER | {"reader"}):
        return False
    between = kinds_in(line, mark.end, money.start)
    if between in _ATTACHED:
        link = next(iter(marks_in(line, money.end, money.end + POST_WITHIN)), None)
        fits = _SUM_FOR.match(kinds_in(line, money.end, money.end + POST_WITHIN)) is not None
    else:
        link = next(iter(marks_in(line, mark.end, money.start)), None)
        fits = _BUDGET_FOR.fullmatch(between) is not None
    if not fits or link is None or link.role not in ("for", "link"):
        return False
    return names_post(line, link, link.end + POST_WITHIN)


def _top(money: Money) -> float:
    end = money.high or money.low
    return max(end.values) if end is not None else 0.0


def of_next(line: Parsed, mark: Mark, ceiling: int) -> bool:
    """Whether a word of pay stands right before the next sum, and is that one's."""
    between = kinds_in(line, mark.end, ceiling)
    return ceiling < len(line.row.text) and set(between) <= set(":(fbLl")


def role_inside(line: Parsed, money: Money) -> str:
    """The role of a word of pay between an amount and its unit: ``€ 4 stagevergoeding per uur``."""
    last = max((end.end for end in (money.low, money.high) if end is not None), default=money.end)
    return next((m.role for m in marks_in(line, last, money.end) if m.role in PAY), "")


def _is_listed_bonus(line: Parsed, mark: Mark, money: Money) -> bool:
    """Whether a range of a year's pay begins a line that lists a bonus behind it as a thing of its
    own, in capitals: ``£20k-£24k Bonus``.
    """
    text = line.row.text
    named = mark.role == "bonus" and text[mark.start].isupper()
    return named and _is_large_range(money) and not text[: money.start].strip()


def role_behind(line: Parsed, marks: list[Mark], money: Money) -> str:
    """The role of a word joined right behind a sum: ``€ 750 fietsbudget``, ``€ 100 per maand aan
    vergoeding``.
    """
    linked = False
    for mark in marks:
        between = kinds_in(line, money.end, mark.start)
        if between == "-" and mark.start == money.end + 1:
            between = ""  # 556-Euro-Minijob
        if (
            set(between) & set(",.|+a(:P-/;")
            or between.count("x") > (2 if linked else 1 if mark.role in OTHER else 0)
            or len(between) > 4
        ):
            return ""
        if mark.role in ("besides", "vague_predicate", "get"):
            return ""
        if mark.role == "per_head" and _is_per_head(line, mark, money):
            return "bonus"
        if mark.role == "customer":
            return "price"
        if mark.role == "link":
            linked = True
        elif _is_listed_bonus(line, mark, money):
            return ""
        elif mark.role in PAY or mark.role in OTHER or mark.role in ("fixed", "ote"):
            return mark.role
    return ""
