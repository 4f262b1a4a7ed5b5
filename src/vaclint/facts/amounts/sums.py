"""The pay that a line states: its sums, ladders and scales, or that the work is unpaid."""

from vaclint.facts.amounts import full_time, purpose, roles
from vaclint.facts.amounts.around import (
    OTHER,
    PAY,
    Parsed,
    kinds_in,
    marks_in,
    place_of,
    roles_in,
    sentence,
    tokens_in,
)
from vaclint.facts.amounts.features import score
from vaclint.facts.amounts.lexicon import Lexicon
from vaclint.facts.amounts.nodes import Amount, Money
from vaclint.facts.amounts.scales import Stated
from vaclint.facts.amounts.vague import unpaid
from vaclint.facts.amounts.values import Pay
from vaclint.text.patterns import lazy

STEP_LEAST = 0.2
"""Of one step of a ladder to the next: what somebody of fifteen earns beside an adult."""
_IN_TURN = frozenset({",x:", "x:", ",x", "(x),", "(n),", "(nx),", "(xx),"})
"""Between sums that are each behind a word of their own, or before one in brackets."""
GAP_FROM = 10_000
"""A bare number from here on may stand somewhat farther behind a word of pay."""


def all_sums(line: Parsed, lexicon: Lexicon) -> list[roles.Sum]:
    """All sums of a line with their surroundings, those without a sign of money only right behind
    a word of pay.
    """
    nodes: list[Money] = []
    for index, token in enumerate(line.tokens):
        if isinstance(token.value, Money):
            nodes.append(token.value)
        elif token.kind == "0" and (_bare(line, index) or _bare_rate(line, index, nodes)):
            nodes.append(_bare_sum(line, index))
    sums = []
    for index, node in enumerate(nodes):
        floor = nodes[index - 1].end if index else -1
        ceiling = nodes[index + 1].start if index + 1 < len(nodes) else len(line.row.text) + 1
        sums.append(purpose.settle(line, node, floor, ceiling, lexicon.decimal))
    return sums


def _bare(line: Parsed, index: int) -> bool:
    """Whether a bare number stands right behind a word of pay and is no count of something."""
    after = line.kinds[index + 1 : index + 2]
    if (after and after in "hDNuyF%/*c0kMds") or (index and line.kinds[index - 1] in "0/"):
        return False
    token = line.tokens[index]
    left, _ = sentence(line, token.start, token.end)
    marks = [
        m
        for m in marks_in(line, max(left, token.start - 40), token.start)
        if m.role in PAY or m.role == "earn"
    ]
    if not marks and line.label_end and token.start >= line.label_end:
        marks = [m for m in marks_in(line, -1, line.label_end) if m.role in PAY]
    if not marks or "work" in roles_in(line, left, marks[-1].start):
        return False
    at = line.starts
    between = "".join(
        k for k, s in zip(line.kinds, at, strict=True) if marks[-1].end <= s < token.start
    )
    number = token.value[0] if isinstance(token.value, tuple) else 0.0
    most = 3 if number < GAP_FROM else 5
    if set(between) - set("=:(bfLlmTtR-inS") or len(between) > most:
        return False
    if roles_in(line, token.end, token.end + 2) & {"team", "customer", "leave"}:
        return False
    x_behind = after == "x" and line.tokens[index + 1].start - token.end <= 1
    return not x_behind or bool(line.row.gross) or number >= 1_000


_CENTS = lazy(r"\d{1,2}[.,]\d{2}")


def _bare_rate(line: Parsed, index: int, before: list[Money]) -> bool:
    """Whether a number with cents ends its clause behind what somebody gets by the hour: ``9,27 per
    uur; vanaf 21 jaar wordt dat 14,71``.
    """
    hourly = any(one.unit == "hour" for one in before)
    ends = line.kinds[index + 1 : index + 2] in ("", ".", ",", "a", ")")
    return hourly and ends and _CENTS.fullmatch(line.tokens[index].word) is not None


_OR_MORE = lazy(r"[+q](?![xnrA0€P])")
"""Behind a number that is the least: no plus that adds something."""


def _bare_sum(line: Parsed, index: int) -> Money:
    token = line.tokens[index]
    values = token.value if isinstance(token.value, tuple) else (0.0,)
    amount = Amount(values, "", 0, token.start, token.end)
    lead = line.kinds[:index].rstrip(":(")[-1:]
    least = "lLf" if line.place == "key" else "lL"
    low = None if lead and lead in "mT" else amount
    high = None if (lead and lead in least) or _OR_MORE.match(line.kinds, index + 1) else amount
    return Money(low, high, "", token.start, token.end)


def pay_of(number: int, line: Parsed, lexicon: Lexicon) -> list[Pay]:
    """The pay a line states: sums, a scale, or nothing for work that is unpaid."""
    accepted: list[tuple[roles.Sum, int, str]] = []
    sums = all_sums(line, lexicon)
    beside_full = len(sums) > 1 and any(full_time.is_full_time(line, one.money) for one in sums)
    for one in sums:
        points, reason = score(roles.FEATURES, one)
        beside = beside_full or (bool(accepted) and _listed(line, accepted[-1][0], one))
        other = bool(accepted) and _is_other_rate(line, _worded(accepted), one)
        beside = beside or other
        beside = beside and points >= 0 and one.marked and one.usual
        beside = beside or (other and not (one.marked or accepted[0][0].marked))
        if points >= roles.ENOUGH or beside or (accepted and _is_next_step(accepted[-1][0], one)):
            accepted.append((one, max(points, roles.ENOUGH), reason))
    if any(one.marked for one, _, _ in accepted):
        accepted = [item for item in accepted if item[0].marked]
    pays = _laddered(number, line, accepted)
    scales = [s for s in line.row.scales if _scale_holds(line, s, bool(pays))]
    if scales and pays:
        return [pays[0]._replace(scale=scales[0].scale), *pays[1:]]
    if scales:
        first = scales[0]
        place = place_of(number, line, first.start, first.end)
        return [Pay(place, "pay", "scale", 0.9, scale=first.scale)]
    if not pays:
        free = unpaid(line)
        if free is not None:
            place = place_of(number, line, *free)
            return [Pay(place, "unpaid", "words", 0.9, min=0, max=0)]
    return pays


def _is_of_others(line: Parsed, scale: Stated, behind: str) -> bool:
    """Whether a level is that of whom or what a noun right behind it names, or the reader does
    something with it: ``Grade 2 listed building``, ``you teach grade 5``.
    """
    if line.place in ("label", "cell", "key"):
        return False
    left, _ = sentence(line, scale.start, scale.end)
    before = roles_in(line, left, scale.start)
    done = "reader" in before and not before & (PAY | {"get", "earn", "size"})
    return behind[:1] == "x" or (done and kinds_in(line, left, scale.start)[-1:] in ("x", "n"))


_RATE_MOST = 2.5
"""Of the rate of some to that of others."""
_NO_RATE = OTHER | {"ote", "besides", "over", "per_head", "on_top", "leave", "lets"}


def _is_other_rate(line: Parsed, one: roles.Sum, two: roles.Sum) -> bool:
    """Whether a sum that ends its clause is what others of a sentence get by the hour: ``£12.80 per
    hour, senior invigilators £14.10``.
    """
    if one.unit != "hour" or not one.unit_words or two.unit_words or not (one.top and two.top):
        return False
    between = kinds_in(line, one.money.end, two.money.start)
    apart = set(between) & set("|.HPR") or len(between) > OTHERS_WITHIN
    ends = kinds_in(line, two.money.end, two.money.end + 2)[:1] in ("", ".", ",", "a", ")")
    around = roles_in(line, one.money.end, two.money.end + 2)
    like = max(one.top, two.top) < _RATE_MOST * min(one.top, two.top)
    return "," in between and not apart and ends and like and not around & _NO_RATE


def _worded(group: list[tuple[roles.Sum, int, str]]) -> roles.Sum:
    """The last sum of which words say the unit, else the last."""
    return next((one for one, _, _ in reversed(group) if one.unit_words), group[-1][0])


OTHERS_WITHIN = 12
"""Tokens from one rate to that of others."""
STEPS_RATIO = 2.0
"""Of a later step of pay without a sign of money to the one before."""


def _is_next_step(one: roles.Sum, two: roles.Sum) -> bool:
    """Whether a sum without a sign of money is the next step of such a sum: ``uurloon 15,80 p/u,
    na drie maanden 16,25 p/u``.
    """
    bare = not (one.marked or two.marked) and one.unit_words and two.unit_words
    near = one.unit == two.unit and 1 / STEPS_RATIO < two.top / (one.top or 1) < STEPS_RATIO
    return bare and near and two.step and not (two.other_before or two.behind in OTHER)


def _laddered(number: int, line: Parsed, accepted: list[tuple[roles.Sum, int, str]]) -> list[Pay]:
    """The accepted sums as statements; those of one ladder or list become one range."""
    groups: list[list[tuple[roles.Sum, int, str]]] = []
    for item in accepted:
        if groups and _continues(line, groups[-1], item[0]):
            groups[-1].append(item)
        else:
            groups.append([item])
    stated = [_statement(number, line, group) for group in groups]
    if len(stated) == 1 and full_time.is_named(line, groups[0][0][0].money):
        return [stated[0]._replace(role="full-time")] if stated[0].role == "pay" else stated
    if len(stated) > 1:
        whole = [full_time.is_full_time(line, group[0][0].money) for group in groups]
        real = [full_time.is_actual(line, group[0][0].money) for group in groups]
        if any(real) and not all(real):
            whole = [not flag for flag in real]
        if any(whole) and not all(whole):
            stated = _with_full_time(stated, whole)
    return stated


def _listed(line: Parsed, one: roles.Sum, two: roles.Sum) -> bool:
    """Whether two sums are of one list: with a slash between, or each behind a word and a colon."""
    between = kinds_in(line, one.money.end, two.money.start)
    slashed = (
        between.count("/") == 1 and set(between) <= set("x/RnF()0J") and between.count("x") < 3
    )
    if between == ",nx" and two.low and "link" in roles_in(line, one.money.end, two.money.start):
        return 0.5 < one.top / two.low < 2  # as a trainee …, as a nurse …
    return (slashed or between in _IN_TURN) and 0.5 < one.top / (two.top or 1) < 2


def _with_full_time(stated: list[Pay], whole: list[bool]) -> list[Pay]:
    """The statements with those for a full week marked; of what only the size told the unit, it is
    that of the others.
    """
    units = {pay.unit for pay in stated if pay.unit_found == "words"}
    said = next(iter(units)) if len(units) == 1 else None
    return [
        pay._replace(
            role="full-time" if full else pay.role,
            unit=pay.unit if pay.unit_found == "words" else said or pay.unit,
        )
        for pay, full in zip(stated, whole, strict=True)
    ]


def _continues(line: Parsed, group: list[tuple[roles.Sum, int, str]], two: roles.Sum) -> bool:
    """Whether a sum goes on with the ladder or list of the sums before: same unit and currency,
    like in size.
    """
    one = group[-1][0]
    if any(full_time.is_full_time(line, each.money) for each in (one, two)):
        return False
    if full_time.is_actual(line, two.money) and not full_time.is_actual(line, one.money):
        return False
    if (
        one.low is None
        or two.high is None
        or not (one.unit == two.unit or not two.unit_words or not one.unit_words)
    ):
        return False
    if one.currency != two.currency and one.currency and two.currency:
        return False
    steps = one.step and two.step
    if not (STEP_LEAST if steps else 0.3) < one.top / (two.top or 1) < 3.4:
        return False
    marks = marks_in(line, one.money.end, two.money.start)
    if any(m.role in ("besides", "ote", "overtime") or (m.role in PAY and m.unit) for m in marks):
        return False
    between = [t.kind for t in tokens_in(line, one.money.end, two.money.start)]
    parted = not {".", "|"}.isdisjoint(between)
    if (parted and not steps) or len(between) > 18:
        return False
    if two.before in PAY and len(between) > 1 and not ({"earn"} & {m.role for m in marks}):
        return False
    return (
        _listed(line, one, two)
        or _is_other_rate(line, _worded(group), two)
        or bool(set(between) & set("sJgweau,o"))
        or any(m.role == "earn" for m in marks)
        or two.step
    )


def _statement(number: int, line: Parsed, group: list[tuple[roles.Sum, int, str]]) -> Pay:
    first, points, reason = group[0]
    last = group[-1][0]
    low, high = first.low, first.high
    falling = low is not None and high is not None and high < low
    if len(group) > 1:
        values = [v for one, _, _ in group for v in (one.low, one.high) if v is not None]
        low, high, falling = min(values), max(values), False
    if low is not None and high is not None and low > high:
        low, high = high, low
    words = first.unit_words or any(one.unit_words for one, _, _ in group)
    unit = next((one.unit for one, _, _ in group if one.unit_words), first.unit)
    by_piece = first.piece or _is_per_piece(line, last.money)
    of_other = unit == roles.OTHER_UNIT or (not words and by_piece)
    unit = "" if of_other else unit
    around = [
        is_gross
        for at, is_gross in line.row.gross
        if first.money.start - 60 <= at <= last.money.end + 60
    ]
    gross = True if True in around else False if around else None
    trainee = first.trainee and reason == "receive as a trainee"
    intern = trainee or "intern" in (first.before, first.behind)
    role = "intern" if intern else "pay"
    spans = [
        (end.start, end.end)
        for end in (first.money.low, last.money.high or last.money.low)
        if end is not None
    ]
    currency = next((one.currency for one, _, _ in group if one.currency), "")
    return Pay(
        place_of(number, line, first.money.start, last.money.end),
        role,
        "label" if line.label_end and reason == "pay before" else reason,
        min(1.0, points / 14),
        min=low,
        max=high,
        currency=currency or None,
        unit=unit or None,  # type: ignore[arg-type]
        unit_found="words" if of_other or (unit and words) else "size" if unit else None,
        gross=gross,
        falling=falling,
        low=place_of(number, line, *spans[0]) if low is not None and spans else None,
        high=place_of(number, line, *spans[-1]) if high is not None and spans else None,
        step=_step(line, first),
    )


PIECE_WITHIN = 12
"""Characters from a sum to the name of the piece of work that it is for."""


def _is_per_piece(line: Parsed, money: Money) -> bool:
    """Whether a sum is said to be for a piece of work of any name: ``£42 per survey``."""
    behind = kinds_in(line, money.end, money.end + PIECE_WITHIN)
    return not money.unit and behind[:2] == "px"


def _step(line: Parsed, one: roles.Sum) -> str:
    """What a step of a ladder begins with, in its line or as its label: ``0 jaar``."""
    if not one.step or (one.leads and not line.label_end):
        return ""
    left, _ = sentence(line, one.money.start, one.money.end)
    begin = 0 if one.leads else max(left, line.label_end, 0)
    return line.row.text[begin : one.money.start].strip(" :–-")[:40]


def _scale_holds(line: Parsed, scale: Stated, paid: bool) -> bool:
    """Whether a scale is one of pay: weak words and forms need pay beside them, or to stand
    alone.
    """
    if not scale.weak:
        return True
    whole = {mark.role for mark in line.marks} | set(line.heading)
    if paid or whole & (PAY | {"earn"}):
        return True
    behind = kinds_in(line, scale.end, scale.end + 12)
    if behind.lstrip(",")[:1] in ("s", "J"):
        return True
    others = [t for t in line.tokens if t.kind in "xn0" and not scale.start <= t.start < scale.end]
    named = any(m.role == "scale_weak" and m.start == scale.start for m in line.marks)
    if _is_of_others(line, scale, behind):
        return False
    if named and "vague_predicate" in roles_in(line, scale.end, scale.end + 3):
        return True
    return named and (len(others) <= 2 or line.place in ("label", "cell", "title", "sole", "key"))
