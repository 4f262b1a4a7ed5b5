"""What goes into the reader of pay and hours and what comes out: plain immutable values.

Offsets count code points of the text of a line, ends are exclusive.
"""

from collections.abc import Sequence
from typing import Literal

from vaclint.model.values import Scale, Unit
from vaclint.text.named import NamedTuple

LinePlace = Literal["prose", "label", "cell", "item", "heading", "title", "sole", "key", "posting"]
"""``sole`` is the only line of a text, which may be a title or a sentence."""


About = Literal["", "salary", "hours"]
"""The fact that a label is said to hold; empty for none."""


class Line(NamedTuple):
    """One line to read: a sentence or paragraph, a list item, or the value of a label.

    ``label`` is the label of a label-value pair, the name of a table's column or row, or a key of
    a front matter (nested keys joined by dots); ``heading`` is the nearest heading above.
    """

    text: str
    language: str
    label: str = ""
    heading: str = ""
    place: LinePlace = "prose"
    about: About = ""
    """What a label of the reader's own is said to hold."""


class Place(NamedTuple):
    """A range in the text of line number ``line``."""

    line: int
    start: int
    end: int


class Pay(NamedTuple):
    """Pay as stated: bounds (None for one that is not given) in ``currency`` per ``unit``, or a
    scale.

    Unpaid is 0 and 0. ``currency`` is None without a sign of one. ``unit_found`` says whether
    words gave the unit or the size of the sum did. ``basis_hours`` is the working week the sum is
    for. ``falling``: the second bound was the lower one. ``role`` is "pay", "intern", "full-time"
    (the sum for a full week, beside the actual one) or "unpaid"; ``found`` names what made it
    pay; ``sureness`` runs from 0 to 1. ``step`` is what a line of a ladder begins with ("0
    jaar"), else empty.
    """

    place: Place
    role: str
    found: str
    sureness: float
    min: float | None = None
    max: float | None = None
    currency: str | None = None
    unit: Unit | None = None
    unit_found: Literal["words", "size"] | None = None
    basis_hours: float | None = None
    scale: Scale | None = None
    gross: bool | None = None
    falling: bool = False
    low: Place | None = None
    high: Place | None = None
    step: str = ""


class WorkingHours(NamedTuple):
    """The size of a job: hours per week (None for a bound that is not given), share of full time,
    days a week.

    All three may be None for what is concrete without a number, such as a zero-hours contract.
    ``fte`` is the largest share named and ``fte_min`` the smallest. ``found`` says how the hours
    were had: "words", "share", "days", or what they were made of: "shifts", "clock times with
    days, with and without a break", "per month".
    """

    place: Place
    found: str
    sureness: float
    min: float | None = None
    max: float | None = None
    fte: float | None = None
    fte_min: float | None = None
    days: tuple[float, float] | None = None
    falling: bool = False
    low: Place | None = None
    high: Place | None = None
    share: Place | None = None
    """Where the share stands, when hours are stated beside it."""


class Reading(NamedTuple):
    """All that the lines say of pay and hours, in the order of the lines."""

    pay: Sequence[Pay]
    hours: Sequence[WorkingHours]
    vague_pay: tuple[Place, ...]
    vague_hours: tuple[Place, ...]
    not_understood: tuple[Place, ...]
    open_hours: tuple[Place, ...] = ()
    """Numbers beside a word for hours of which nothing is sure."""


def working(
    place: Place,
    found: str,
    sureness: float,
    bounds: tuple[float | None, float | None] = (None, None),
    share: tuple[float, float] | None = None,
    days: tuple[float, float] | None = None,
) -> WorkingHours:
    """A statement without places of its bounds; ``share``: least and most of full time."""
    low, high = share if share is not None else (None, None)
    return WorkingHours(
        place, found, sureness, min=bounds[0], max=bounds[1], fte=high, fte_min=low, days=days
    )
