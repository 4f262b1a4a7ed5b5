"""A rota of so long at work and so long at home: ``twee weken op, twee weken af``."""

from vaclint.facts.amounts.around import Parsed, marks_in, tokens_in
from vaclint.facts.amounts.nodes import Count, Days, Hours
from vaclint.facts.amounts.tokens import Mark, Token, number

FAR = 50
"""Characters from the time at work to the time at home."""
DAY_LEAST, DAY_MOST = 6, 14
"""Hours that a day on a rota may have; a number of more is that of a week."""
_FOLLOWS = frozenset(",.(/-aouJD0|h")
"""What may stand behind the word for being at work; any other word makes it part of a place."""
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.0}


def rota_of(line: Parsed) -> tuple[float, int, int] | None:
    """The part of all weeks at work, and where that stands; None without a rota."""
    for mark in line.marks:
        if mark.role == "turn_even":
            return 0.5, mark.start, mark.end
        if mark.role != "turn_on" or not _stands_alone(line, mark):
            continue
        work = _length(line, mark, "")
        for other in marks_in(line, mark.end, mark.end + FAR):
            if other.role != "turn_off" or work is None:
                continue
            home = _length(line, other, work[1])
            if home is not None and home[2].start >= mark.end:
                return work[0] / (work[0] + home[0]), work[2].start, other.end
    return None


def _stands_alone(line: Parsed, mark: Mark) -> bool:
    behind = next(iter(tokens_in(line, mark.end, mark.end + 12)), None)
    return behind is None or behind.kind in _FOLLOWS or _is_turn(line, behind)


def _is_turn(line: Parsed, token: Token) -> bool:
    return any(m.role.startswith("turn") for m in marks_in(line, token.start, token.end))


def _length(line: Parsed, mark: Mark, unit: str) -> tuple[float, str, Token] | None:
    """The days that stand before a mark, their unit and their token; a bare number takes the unit
    of the other, and a unit without a number is one.
    """
    before = [t for t in tokens_in(line, max(0, mark.start - 24), mark.start) if t.kind != "x"]
    token = before[-1] if before else None
    if token is None or line.row.text[token.end : mark.start].strip():
        return None
    value, named = _count(token, unit)
    return (value * _DAYS.get(named or "day", 0.0), named, token) if value else None


def _count(token: Token, unit: str) -> tuple[float, str]:
    node = token.value
    if isinstance(node, Days):
        return node.high, "day"
    if isinstance(node, Count):
        return node.high, node.unit
    if token.kind == "0":
        return number(token), unit
    return (1.0, str(node)) if token.kind == "u" else (0.0, "")


def weekly(line: Parsed, part: float) -> float | None:
    """The hours a week that a rota comes to, by the hours of its days or weeks at work."""
    for token in line.tokens:
        node = token.value
        if token.word == "shift length" and isinstance(node, float):
            return round(node * 7 * part, 2)
        if not isinstance(node, Hours) or node.high is None:
            continue
        if node.unit in ("", "day") and DAY_LEAST <= node.high <= DAY_MOST:
            return round(node.high * 7 * part, 2)
        if node.unit == "week" and node.high > DAY_MOST:
            return round(node.high * part, 2)
    return None
