"""The hours of several posts that a line names in a row: ``kok 38 uur, afwas 12 uur``."""

from vaclint.facts.amounts.around import Parsed, place_of, roles_in
from vaclint.facts.amounts.nodes import Hours
from vaclint.facts.amounts.values import WorkingHours, working
from vaclint.text.patterns import lazy

LEAST, MOST = 4, 48
"""Hours a week that a post may have."""
DAY = 24
"""Numbers up to this that rise may be moments of a day."""
_HEAD = r"(?:0\*|0n|[xn]{1,2})"
"""How many posts or which one: ``1 x``, ``one at``, ``assistant cook``."""
_LIST = lazy(rf"(?:^|(?<=:)){_HEAD}H(?:[,a/]{{1,2}}{_HEAD}H){{1,5}}[.]?$")
_ELSE = frozenset(
    {"leave", "training", "opening", "reply", "service", "duration", "break_time", "team", "travel"}
)
"""Words of which the hours are something else's."""


def posts_of(number: int, line: Parsed) -> WorkingHours | None:
    """The least and most hours of posts that make up a line, or the part of it behind a colon."""
    match = _LIST.search(line.kinds)
    if match is None:
        return None
    tokens = line.tokens[match.start() : match.end()]
    sizes = [token.value for token in tokens if isinstance(token.value, Hours)]
    values = [size.high for size in sizes if size.high is not None and size.low == size.high]
    weekly = all(size.unit in ("", "week") and not size.labelled for size in sizes)
    start, end = tokens[0].start, tokens[-1].end
    if len(values) < len(sizes) or not weekly or roles_in(line, start, end) & _ELSE:
        return None
    moments = max(values) <= DAY and values == sorted(values) and len(set(values)) > 1
    if moments or not all(LEAST <= value <= MOST for value in values):
        return None
    place = place_of(number, line, start, end)
    return working(place, "several posts", 0.7, (min(values), max(values)))
