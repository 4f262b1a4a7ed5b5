"""The break within a working day: how long a line says that it is, and whether it is paid."""

from collections.abc import Sequence

from vaclint.facts.amounts.around import Parsed, kinds_in, marks_in, roles_in, tokens_in
from vaclint.facts.amounts.nodes import Count, Hours
from vaclint.facts.amounts.tokens import Mark, Token, number

WITHIN = 40
"""Characters between a word for a break and its length."""
PAID_WITHIN = 24
"""Characters from a word for a break to the one that says that it is paid."""
LONGEST = 2.0
"""Hours that a break may take."""
PARTS = {"minute": 1 / 60, "quarter": 1 / 4}
"""The hours of each unit shorter than an hour."""
UNSAID = 1.0
"""The break in hours where one is named without its length."""


def pause(line: Parsed, left: int, right: int) -> float | None:
    """The unpaid break of a day in hours as a sentence tells it; None where it names none."""
    if "paid_break" in roles_in(line, left, right):
        return 0.0
    mark = next((m for m in marks_in(line, left, right) if m.role == "break_time"), None)
    if mark is None:
        return None
    if _is_paid(line, mark, right) or "!" in kinds_in(line, max(left, mark.start - 8), mark.start):
        return 0.0
    near = tokens_in(line, max(left, mark.start - WITHIN), min(right, mark.end + WITHIN))
    lengths = [each for each in (_length(near, at) for at in range(len(near))) if each is not None]
    return sum(lengths) if lengths and sum(lengths) <= LONGEST else UNSAID


def _is_paid(line: Parsed, mark: Mark, right: int) -> bool:
    """Whether a break is said to be paid behind its word: ``pauze (wordt doorbetaald)``."""
    for one in marks_in(line, mark.end, min(right, mark.end + PAID_WITHIN)):
        if one.role == "unpaid":
            return False
        if one.role in ("earn", "break_paid"):
            return not set(kinds_in(line, mark.end, one.start)) & set("!GH")
    return False


def _part(token: Token) -> float:
    """The hours that a number before a token counts; ``min.`` is also a word for a bound."""
    return PARTS.get(str(token.value) if token.kind == "u" else "minute" * (token.kind == "l"), 0.0)


def _length(tokens: Sequence[Token], at: int) -> float | None:
    """The hours of a break that a token is the length of, so often as stands before it: ``30
    minutes``, ``2 x 15 minutes``; None for other tokens.
    """
    token = tokens[at]
    node, value = token.value, None
    if isinstance(node, Hours) and not node.unit and node.low == node.high:
        value = node.low
    elif isinstance(node, Count) and node.unit in PARTS:
        value = node.low * PARTS[node.unit]
    elif token.kind == "0":
        behind = [one for one in tokens[at + 1 : at + 3] if one.kind != "-"][:1]
        value = number(token) * _part(behind[0]) or None if behind else None
    elif token.kind == "h" and (not at or tokens[at - 1].kind not in "0-"):
        value = 1.0  # an hour and a quarter
    elif token.kind == "u" and str(node) in PARTS and (not at or tokens[at - 1].kind not in "0-"):
        value = PARTS[str(node)]
    if value is None or not value <= LONGEST:
        return None
    many = [one for one in tokens[max(0, at - 2) : at] if one.kind != "*"]
    times = bool(at) and (tokens[at - 1].kind in "*0")
    return value * (number(many[-1]) if times and many and many[-1].kind == "0" else 1)
