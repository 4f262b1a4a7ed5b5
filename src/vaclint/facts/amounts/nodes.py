"""What the grammar makes of a row: numbers with their readings, as immutable nodes.

The letter of each node in a row: ``A`` amount, ``G`` sum or range of money, ``B`` a sum in
millions, ``H`` hours, ``D`` days, ``K`` a range of clock times, ``Q`` share of full time, ``P``
percentage, ``W`` days of the week, ``X`` days times hours, ``J`` a span of time or an age, ``Y``
a date.
"""

from vaclint.text.named import NamedTuple


class Amount(NamedTuple):
    """One number of money: its possible values, its currency (empty without one), what a 'k' or
    another word behind makes it times (0 without), and whether it ends in a dash for its cents, as
    only sums do.
    """

    values: tuple[float, ...]
    currency: str
    factor: int
    start: int
    end: int
    dashed: bool = False


class Money(NamedTuple):
    """A sum or range; ``low`` or ``high`` is None for a bound that is not given."""

    low: Amount | None
    high: Amount | None
    unit: str
    start: int
    end: int
    grown: bool = False


class Hours(NamedTuple):
    """A number of hours or range, per ``unit`` ('' when unsaid); ``clock`` when it may be two
    moments.
    """

    low: float | None
    high: float | None
    unit: str
    start: int
    end: int
    clock: bool
    falling: bool
    low_at: tuple[int, int]
    high_at: tuple[int, int]
    led: str = ""
    labelled: bool = False
    shown: tuple[int, int] | None = None
    """From the first number to the word for hours."""


class Days(NamedTuple):
    """A number of days or range per ``unit``; ``part`` for mornings, evenings and the like."""

    low: float
    high: float
    unit: str
    part: bool
    start: int
    end: int


class Clock(NamedTuple):
    """A range of clock times in hours from midnight; ``sure`` when nothing else could be meant."""

    start_at: float
    end_at: float
    start: int
    end: int
    sure: bool


class Share(NamedTuple):
    """A share of full time; ``sure`` when a word for it stands there and not only a fraction."""

    low: float
    high: float
    sure: bool
    start: int
    end: int
    hours: float | None = None
    """The hours a week that it is, where the fraction is one of hours: ``19/38``."""


class Product(NamedTuple):
    """Days times hours: ``4 x 9``, ``three 12-hour shifts``."""

    days: float
    hours: float
    shifts: bool
    named: bool
    start: int
    end: int
    unit: str = ""


class Count(NamedTuple):
    """A number of something else: weekdays, a percentage, years."""

    low: float
    high: float
    unit: str
    start: int
    end: int


Node = Amount | Money | Hours | Days | Clock | Share | Product | Count
