"""Hours a week out of the length of a shift and how many there are, said apart from it."""

from vaclint.facts.amounts.around import Parsed, place_of, roles_in
from vaclint.facts.amounts.joined_days import DAY_MOST
from vaclint.facts.amounts.nodes import Hours, Money
from vaclint.facts.amounts.tokens import Token
from vaclint.facts.amounts.values import WorkingHours, working
from vaclint.text.patterns import lazy

SHIFTS_MOST = 6
"""More shifts a week are those of several people."""
_COUNTED = lazy(r"(?:y[nxs]{0,2}|n)(?P<long>H)[,.a]{1,2}[nx]{0,3}(?P<many>0vx?R|G)")
"""A shift with its length, and then how many there are: ``four of them each week``, ``drie per
week``.
"""


def counted(number: int, line: Parsed) -> WorkingHours | None:
    """``Shifts last 9 hours and you do four of them each week``: the hours of all of them."""
    found = _COUNTED.finditer(line.kinds)
    match = next((one for one in found if _of_shift(line, one.start())), None)
    if match is None:
        return None
    length = line.tokens[match.start("long")].value
    many = _per_week(line.tokens[match.start("many") : match.end("many")])
    if not isinstance(length, Hours) or length.unit or length.low is None or length.high is None:
        return None
    if not 1 < length.high <= DAY_MOST or not 1 <= many <= SHIFTS_MOST:
        return None
    place = place_of(number, line, line.tokens[match.start()].start, _end(line, match.end()))
    return working(place, "shifts", 0.7, (length.low * many, length.high * many), days=(many, many))


def _of_shift(line: Parsed, index: int) -> bool:
    """Whether a token is a shift, or the words for how long one takes."""
    token = line.tokens[index]
    return token.kind == "y" or "shift_of" in roles_in(line, token.start, token.start + 1)


def _end(line: Parsed, index: int) -> int:
    """Where the token before an index ends."""
    return line.tokens[index - 1].end


def _per_week(tokens: list[Token]) -> float:
    """The number per week that some tokens say, 0 where they say another thing."""
    first, last = tokens[0].value, tokens[-1].value
    if isinstance(first, Money):
        bare = first.low is not None and first.low == first.high and not first.low.currency
        return first.low.values[0] if bare and first.low and first.unit == "week" else 0.0
    return first[0] if isinstance(first, tuple) and last == "week" else 0.0
