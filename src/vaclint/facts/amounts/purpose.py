"""The words round a sum of money, looked for between the sums before and behind it."""

from vaclint.facts.amounts.around import (
    OTHER,
    PAY,
    SAID_BEFORE,
    Parsed,
    alone,
    is_subject,
    kinds_in,
    leads,
    marks_in,
    roles_in,
    sentence,
    tokens_in,
)
from vaclint.facts.amounts.full_time import of_a_pair
from vaclint.facts.amounts.nodes import Hours, Money
from vaclint.facts.amounts.role_words import (
    is_on_top,
    names_post,
    of_next,
    role_before,
    role_behind,
    role_inside,
)
from vaclint.facts.amounts.roles import OTHER_UNIT, USUAL, Sum
from vaclint.facts.amounts.sum_values import (
    bounds_read,
    currency_behind,
    dollars_named,
    suits,
    unit_of,
    value_of,
)
from vaclint.facts.amounts.tokens import Mark
from vaclint.text.patterns import lazy

_AFTER = lazy(r"[ng](?:[DJ]|0D)")
"""A time after which another sum is paid."""
STEP_WITHIN = 32
"""Characters from a step of a ladder, such as the years of experience, to its sum."""


def settle(line: Parsed, money: Money, floor: int, ceiling: int, decimal: str) -> Sum:
    """A sum with the words round it, looked for between the sums before and behind it."""
    left, right = sentence(line, money.start, money.end)
    left, right = max(left, floor), min(right, ceiling)
    anchor = next((end.start for end in (money.low, money.high) if end is not None), money.start)
    before_marks = list(marks_in(line, left, anchor))
    behind_marks = list(marks_in(line, money.end, right))
    before, near, other_before, besides_pay, verb = role_before(line, before_marks, money, left)
    if not before and line.label_end and floor < line.label_end:
        before, near, other_before, besides_pay, verb = role_before(
            line, list(marks_in(line, -1, line.label_end)), money, -1
        )
    behind = role_inside(line, money) or role_behind(line, behind_marks, money)
    if not behind and verb != "earn" and is_on_top(line, behind_marks, money):
        behind = "bonus"
    if behind in OTHER and ((near and before in PAY) or verb == "earn"):
        along = bool(behind_marks) and behind_marks[0].role == "along"
        along = along and not kinds_in(line, money.end, behind_marks[0].start)
        heads = near and before in PAY and _heads_value(line, money, left)
        behind = "" if along or heads else behind
    later = next(
        (
            m.role
            for m in behind_marks
            if m.role in OTHER or (m.role in PAY and not of_next(line, m, ceiling))
        ),
        "",
    )
    unit, words = unit_of(line, money, before_marks, behind_marks, left, right)
    if unit == OTHER_UNIT:
        low, high = value_of(money.low, ""), value_of(money.high, "")
    elif unit and not money.unit and not suits(money, unit):
        unit, words = "", False
    role = before if before in PAY else behind if behind in PAY else ""
    intern = any(m.role == "intern" for m in (*before_marks, *behind_marks))
    if unit != OTHER_UNIT:
        low, high, unit = bounds_read(money, unit, decimal, "intern" if intern else role)
        unit = "" if not words and _for_season(line, money) else unit
    if low is None and any(mark.role == "nobody" for mark in before_marks):
        low, high = high, None  # niemand verdient minder dan € 15
    if low == high and money.low == money.high:
        low, high = _bounded(line, before_marks, money, low, high)
    ends = [end for end in (money.low, money.high) if end is not None]
    currency = next((end.currency for end in ends if end.currency), "")
    currency = currency_behind(line, money, currency) or currency
    whose = dollars_named(line, money) if currency != "USD" else None
    whole_end = whose.end if whose is not None else money.end
    joint = line.row.text[: max(money.start, 0)].rstrip(" (")[-1:] in ",;:(–—|·-•" or line.row.text[
        : money.start
    ].endswith("(")
    top = high if high is not None else low or 0.0
    gross = any(
        left <= at < right and _next_to(line, at, money)
        for at, _ in line.row.gross
        if money.start - 40 <= at <= money.end + 30
    )
    head = _head(line, money)
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
        alone(line, money.start, whole_end),
        leads(line, money.start) or kinds_in(line, max(left, line.label_end), anchor) == "x:",
        joint,
        head,
        line.place,
        bool(currency) or any(end.factor or end.dashed for end in ends),
        step,
        of_a_pair(line, money),
        behind_kinds[:1] == "+" or (bool(behind_marks) and _is_plus(line, behind_marks[0], money)),
        low == high
        and 1950 <= top <= 2050
        and not any("." in w or "," in w for w in (line.row.text[money.start : money.end],)),
        _beside_week(line, money),
        any(m.role == "trainee" for m in before_marks),
        bool(behind_marks)
        and behind_marks[0].role in ("vague_predicate", "earn")
        and kinds_in(line, money.end, behind_marks[0].start) in ("", ",", "("),
        _is_referred(line, money),
        _is_charged(line, before_marks, left),
        line.row.text[max(0, money.start - 1) : money.start].isalpha(),
        _is_sought(line, before_marks, money, left),
        _is_by_piece(line, money, unit, left),
        _is_for_job(line, money, left, right),
    )


JOB_WITHIN = 36
"""Characters from a sum to the job that it is for, and back."""
_FOR_JOB = lazy(r"(?:x|[nx]{0,2}n)?nx?n(?![x0])")
"""From a sum to the noun of the job behind 'for': ``£28,000 available for this role``."""
_JOB_HAS = lazy(r"x{0,2}nn")
"""A job and its verb before a sum: ``this role comes with £36,500``."""
_OF_JOB = lazy(r"nx?nx?:?")
"""From 'for' to the sum that the job has: ``our range for this job is £41,000``."""


def _is_for_job(line: Parsed, money: Money, left: int, right: int) -> bool:
    """Whether a sum is said to be for the job itself, and of it no more is told."""
    for mark in marks_in(line, money.end, min(right, money.end + JOB_WITHIN)):
        if mark.role == "for":
            return names_post(line, mark, right) and (
                _FOR_JOB.match(kinds_in(line, money.end, right)) is not None
            )
    near = marks_in(line, max(left, money.start - JOB_WITHIN), money.start)
    if near and near[-1].role == "get" and _JOB_HAS.fullmatch(kinds_in(line, left, money.start)):
        of_job = roles_in(line, left, near[-1].start) & {"post", "hired_for"}
        return bool(of_job) and kinds_in(line, money.end, money.end + 12)[:1] not in ("x", "n", "v")
    last = next((mark for mark in reversed(near) if mark.role == "for"), None)
    if last is None or not names_post(line, last, money.start):
        return False
    return _OF_JOB.fullmatch(kinds_in(line, last.start, money.start)) is not None


_PIECE = lazy(r"[pn][xn]{1,3}(?=[.,n(]|$)")
_PIECE_FIRST = lazy(r"[pn]f?x{1,3}n?$")
_PIECE_OF = frozenset({"earn", "get", "reader", "whether", "period_key", "link", "per_head"})
"""What may be named beside a piece of work and its sum."""
PIECE_WITHIN = 40
"""Characters from a sum to the end of the name of the piece of work that it is for."""


def _is_by_piece(line: Parsed, money: Money, unit: str, left: int) -> bool:
    """Whether a sum is for a piece of work: ``£8 per parcel round``, ``$4 for every meal
    delivered``, and before it ``per geplukte kist krijg je € 12``.
    """
    if unit == OTHER_UNIT:
        return True
    if money.unit or roles_in(line, left, money.start) - _PIECE_OF:
        return False
    behind = kinds_in(line, money.end, money.end + PIECE_WITHIN)
    if _PIECE.match(behind):
        return not roles_in(line, money.end, money.end + PIECE_WITHIN) - _PIECE_OF
    verbs = [m for m in marks_in(line, left, money.start) if m.role in ("earn", "get")]
    begin = kinds_in(line, left, verbs[0].start) if verbs else ""
    return _PIECE_FIRST.fullmatch(begin) is not None


_SOUGHT = lazy(r":?[xn]{0,5}")
"""From a word of seeking to the one before what is paid: whom the text seeks."""


def _is_sought(line: Parsed, before: list[Mark], money: Money, left: int) -> bool:
    """Whether a sum is what somebody is sought for: ``wij zoeken een kok voor € 2.900 per maand``;
    not what others do for it (``a seller who sells carts for £900 a month``).
    """
    wanted = next((mark for mark in before if mark.role == "wanted"), None)
    if wanted is None or "reader" in roles_in(line, left, wanted.start):
        return False
    link = next((mark for mark in reversed(before) if mark.role in ("for", "at")), None)
    if link is None or link.start < wanted.end or kinds_in(line, link.end, money.start):
        return False
    whom = kinds_in(line, wanted.end, link.start)
    named = "x" in whom or bool(tokens_in(line, left, wanted.start))
    between = roles_in(line, wanted.end, link.start) & {
        *("relative", "served", "reader", "work", "premises"),
    }
    return named and not between and _SOUGHT.fullmatch(whom) is not None


_BARELY = lazy(r"[xn]{0,3}[mlL]?")
"""What a sentence may have before its sum that says how much what the one before speaks of is."""


_VALUE_HEAD = lazy(r":[lLmTtx]?")


def _heads_value(line: Parsed, money: Money, left: int) -> bool:
    """Whether a range or a sum with its unit is the first thing behind the colon of a label of pay
    and as large as pay is: ``Salary: £13.20 - £15.10/hour Shift Allowance``.
    """
    colon = line.row.text.rfind(":", max(0, min(left, line.label_end - 1)), money.start)
    ranged = money.low is not None and money.high is not None and money.low != money.high
    least, most = USUAL.get(money.unit, (0.0, 0.0))
    end = money.high or money.low
    usual = end is not None and least <= min(end.values) and max(end.values) <= most
    return (
        colon >= 0
        and ranged
        and bool(money.unit)
        and usual
        and _VALUE_HEAD.fullmatch(kinds_in(line, colon, money.start)) is not None
    )


def _head(line: Parsed, money: Money) -> str:
    """What a sum stands below or behind: a heading of pay, a sentence that speaks of pay and leaves
    the sum to the next (``Dat is nu € 3.100 per maand.``), a heading about the offer.
    """
    if line.heading & PAY:
        return "pay"
    left, right = sentence(line, money.start, money.end)
    barely = _BARELY.fullmatch(kinds_in(line, left, money.start)) is not None
    barely = barely and not kinds_in(line, money.end, right).strip(".R")
    if barely and (SAID_BEFORE in line.heading or _said_before(line, left)):
        return "said"
    return "offer" if "get" in line.heading else ""


def _said_before(line: Parsed, left: int) -> bool:
    """Whether the sentence before the one that begins at a place speaks of pay and has no sum."""
    if left <= max(line.label_end, 1):
        return False
    begin, _ = sentence(line, left - 2, left - 2)
    roles = roles_in(line, begin, left)
    return bool(roles & PAY) and not roles & OTHER and "G" not in kinds_in(line, begin, left)


def _bounded(
    line: Parsed, before: list[Mark], money: Money, low: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """The bounds of a sum of which the noun is said to be the least or the most: ``minimum salary
    under the agreement: EUR 2,684``, ``the maximum salary for this post is £41,000``.
    """
    nouns = [mark for mark in before if mark.role in PAY]
    if not nouns:
        return low, high
    between = kinds_in(line, nouns[-1].end, money.start)
    plain = 1 < len(between) <= BOUND_WITHIN and set(between) <= set("nx")
    if not plain and between[-1:] != ":":
        return low, high
    bound = kinds_in(line, max(0, nouns[-1].start - 16), nouns[-1].start)[-1:]
    return (None if bound == "m" else low), (None if bound == "l" else high)


BOUND_WITHIN = 5
"""Tokens from a noun of pay that is said to be the least or the most to its sum."""


def _for_season(line: Parsed, money: Money) -> bool:
    """Whether a sum is said to be for a season: ``a stipend of $1,000 for the summer``."""
    roles = [mark.role for mark in marks_in(line, money.end, money.end + 24)]
    return "for" in roles and "season" in roles[roles.index("for") :]


def _is_charged(line: Parsed, before: list[Mark], left: int) -> bool:
    """Whether a sum is what others pay: to let or charge it, by those whom one works for, or to
    those whom one hires: ``kano's verhuren wij voor € 15 per uur``, ``parents pay £6 an hour``.
    """
    charged = False
    for index, mark in enumerate(before):
        earlier = before[:index]
        if mark.role == "lets":
            charged = True
        elif mark.role in PAY and not charged:
            later = {one.role for one in before[index + 1 :]}
            sets = any(one.role == "sets" for one in earlier)
            charged = ("hired" in later and sets) or _by_others(line, earlier, left)
        elif mark.role in ("earn", "get", "pays"):
            behind = roles_in(line, mark.end, mark.end + 2)
            charged = _by_others(line, earlier, left) or "served" in behind
    return charged


def _by_others(line: Parsed, marks: list[Mark], left: int) -> bool:
    """Whether those whom one works for are who pays: ``onze gasten betalen``."""
    return any(one.role in ("served", "payers") and is_subject(line, one, left) for one in marks)


PERSON_WITHIN = 24
"""Characters from a verb for bringing to whom one brings, and from there to the reward."""
REFERRED_WITHIN = 160


def _is_referred(line: Parsed, money: Money) -> bool:
    """Whether a sum is for who brings somebody: ``Draag je een vriend aan? Dan krijg je € 500``."""
    for mark in marks_in(line, max(0, money.start - REFERRED_WITHIN), money.start):
        near = roles_in(line, mark.end, mark.end + PERSON_WITHIN)
        if mark.role == "referral" or (mark.role == "brings" and "person" in near):
            return True
    return False


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


WEEK_WITHIN = 40
"""Characters from what says which week a sum is for to the hours of that week."""


def _beside_week(line: Parsed, money: Money) -> bool:
    """Whether a working week stands beside a sum as what it is for: ``€ 3.400 o.b.v. 36 uur``."""
    basis = marks_in(line, max(0, money.start - 30), money.end + 30)
    for mark in basis:
        behind = kinds_in(line, money.end, mark.start) if mark.start >= money.end else "x"
        if mark.role == "whole_week" and behind == "n":
            return _week_at(line, mark.end, mark.end + WEEK_WITHIN)
        if mark.role != "basis":
            continue
        if behind in ("", "("):
            return _week_at(line, mark.end, mark.end + WEEK_WITHIN)
        if mark.end <= money.start and kinds_in(line, mark.end, money.start) in ("H", "H,", "H:"):
            return _week_at(line, mark.end, money.start)
    return False


def _week_at(line: Parsed, start: int, end: int) -> bool:
    tokens = [token for token in tokens_in(line, start, end) if token.kind not in "nf"]
    return bool(tokens) and isinstance(tokens[0].value, Hours)


def _is_plus(line: Parsed, mark: Mark, money: Money) -> bool:
    """Whether 'plus', 'besides' or the like stands right behind a sum."""
    return mark.role == "besides" and set(kinds_in(line, money.end, mark.start)) <= {","}


def _next_to(line: Parsed, at: int, money: Money) -> bool:
    """Whether gross or net stands next to a sum, with nothing else named between."""
    between = kinds_in(line, at, money.start) if at < money.start else kinds_in(line, money.end, at)
    return not set(between) & set("r,.|GHP") and between.count("x") <= 1
