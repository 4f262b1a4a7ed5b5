"""Whether a sum is that of a full week, or the actual one beside it."""

from vaclint.facts.amounts.around import (
    Parsed,
    kinds_in,
    marks_in,
    roles_in,
    sentence,
)
from vaclint.facts.amounts.nodes import Money
from vaclint.text.patterns import lazy

_FULL_BEHIND, _FULL_BEFORE = lazy(r"F|\(F\)"), lazy(r"(?<![GR)])F[(:=,f]*$")
_PART_BEHIND, _PART_BEFORE = lazy(r"R?[,(n]{0,3}(?:GF|FR?:?G)"), lazy(r"(?:FR?:?G|GF)[,()nR]{0,3}$")
"""The letters round a sum for full time, and round the actual one beside it."""


def is_full_time(line: Parsed, money: Money) -> bool:
    """Whether a sum is said to be that of a full week: ``€ 3.000 fte``, ``(FTE £39,000)``."""
    return is_named(line, money) or _beside_full(line, money)


def is_named(line: Parsed, money: Money) -> bool:
    """Whether the word for full time stands right at a sum: ``€ 3.000 fte``."""
    before, behind = _letters_round(line, money)
    return bool(_FULL_BEHIND.match(behind) or _FULL_BEFORE.search(before))


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
    if is_named(line, money):
        return False
    near = roles_in(line, money.start - 24, money.start)
    bracketed = line.row.text[: money.start][-1:] == "(" and money.unit != "hour"
    if "actual" in near or ("pro_rata" in near and bracketed):
        return True
    if _for_own_hours(line, money):
        return True
    if not {"(", ","}.isdisjoint(kinds_in(line, money.end, money.end + 12)):
        return False
    behind = [m for m in marks_in(line, money.end, money.end + 12) if m.role == "actual"]
    return bool(behind) and kinds_in(line, behind[0].end, behind[0].end + 6)[:1] not in ("G", ":")


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


def of_a_pair(line: Parsed, money: Money) -> bool:
    """Whether a sum is that of a full week, or the actual one, or is said to be pro rata."""
    before, behind = _letters_round(line, money)
    return bool(
        is_full_time(line, money)
        or _PART_BEHIND.match(behind)
        or _PART_BEFORE.search(before)
        or "pro_rata" in roles_in(line, money.end, money.end + 3)
        or any(
            mark.role == "pro_rata" and not kinds_in(line, mark.end, money.start).strip(":")
            for mark in marks_in(line, max(0, money.start - 12), money.start)
        )
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
