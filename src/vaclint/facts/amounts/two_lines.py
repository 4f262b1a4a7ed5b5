"""Hours a day on one line and days a week on the next: ``Uren per dag: 8``, ``Dagen per week:
4``.
"""

from vaclint.facts.amounts.around import Parsed
from vaclint.facts.amounts.joined_days import DAY_MOST
from vaclint.facts.amounts.measure import unit_of_label
from vaclint.facts.amounts.nodes import Days, Hours
from vaclint.facts.amounts.tokens import Token, number
from vaclint.facts.amounts.values import Place, WorkingHours, working
from vaclint.text.named import NamedTuple

APART = 2
"""Lines from the one to the other; a label may stand on a line of its own."""
WEEK_MOST = 7
_ALONE = frozenset("hiRDHn0:.,|()")
"""The letters of a line that says hours a day or days a week and nothing else."""


class Half(NamedTuple):
    """Hours a day or days a week, the least and the most."""

    is_hours: bool
    low: float
    high: float
    place: Place


def half(line: Parsed) -> Half | None:
    """What a line says of a day or of a week, where that is all that it says."""
    if not set(line.kinds) <= _ALONE:
        return None
    asked = "ask_days" in line.role_starts and line.kinds in ("nR:0", "nR0")
    if asked and line.tokens[1].value == "week":
        many = number(line.tokens[-1])
        return Half(False, many, many, _place(line, line.tokens[-1])) if many < WEEK_MOST else None
    found = [token for token in line.tokens if isinstance(token.value, (Hours, Days))]
    named = [token for token in found if token.word]
    if len(named) != 1:
        return None
    token, node = named[0], named[0].value
    place = _place(line, token)
    if isinstance(node, Hours):
        daily = node.unit == "day" or unit_of_label(line, token) == "day"
        if daily and node.low is not None and node.high is not None and node.high <= DAY_MOST:
            return Half(True, node.low, node.high, place)
        return None
    weekly = isinstance(node, Days) and node.unit == "week" and not node.part
    if isinstance(node, Days) and weekly and node.high < WEEK_MOST:
        return Half(False, node.low, node.high, place)
    return None


def _place(line: Parsed, token: Token) -> Place:
    """Where a token stands, its label left out."""
    return Place(0, max(token.start, line.label_end) - line.label_end, token.end - line.label_end)


class Halves:
    """The last half that a line said, to put the next one beside it."""

    def __init__(self) -> None:
        self._last: Half | None = None
        self._at = 0

    def week(self, line: int, half: Half | None) -> WorkingHours | None:
        """The hours a week that a line makes with one before it; None where it makes none."""
        if half is None:
            return None
        before, near = self._last, line - self._at <= APART
        self._last, self._at = half, line
        if before is None or not near or before.is_hours == half.is_hours:
            return None
        self._last = None
        each, many = (half, before) if half.is_hours else (before, half)
        place = half.place._replace(line=line)
        bounds = each.low * many.low, each.high * many.high
        days = many.low, many.high
        return working(place, "hours a day with days", 0.8, bounds, days=days)
