"""What each sum of money is for: an ordered table of scored features, each with an example.

A sum is pay from ``ENOUGH`` points on. Evidence that settles the matter scores high, what only
makes it likelier scores low; the strongest feature names how the pay was found. The unit and the
reading of an open number are chosen before: from the words at the sum, its label or its clause,
else from its size.
"""

from vaclint.facts.amounts.around import OTHER, PAY
from vaclint.facts.amounts.features import Feature
from vaclint.facts.amounts.nodes import Money
from vaclint.text.named import NamedTuple

ENOUGH = 4

SIZES: dict[str, tuple[float, float]] = {
    "hour": (2.5, 400),
    "day": (15, 4_000),
    "week": (30, 8_000),
    "two_weeks": (80, 16_000),
    "four_weeks": (80, 32_000),
    "month": (40, 40_000),
    "year": (900, 3_000_000),
}

"""What a sum of pay may be, in euros or the like."""

USUAL: dict[str, tuple[float, float]] = {
    "hour": (6, 150),
    "day": (80, 1_500),
    "week": (250, 3_000),
    "two_weeks": (600, 12_000),
    "four_weeks": (1_200, 14_000),
    "month": (1_200, 15_000),
    "year": (14_000, 400_000),
}

YOUNG_LEAST = 4
"""An hour's pay of somebody of thirteen; a smaller sum comes on top of pay."""
EURO_LIKE = frozenset({"", "EUR", "GBP", "USD", "CAD", "AUD", "NZD", "CHF", "SGD"})
"""Currencies for which these sums hold; of others pay may be larger."""
DAY_LEAST = 100
"""A sum of less a day may be an allowance."""
RATIO_MOST = 2.5
"""Of the upper bound of a pay scale to the lower."""
OTHER_UNIT = "part"
"""A shift or a part of a day."""
USUAL[OTHER_UNIT] = (25, 600)
PIECE_LEAST, PIECE_MOST = 1, 1_000
"""What a piece of work may be paid with."""

"""The unit of sums per shift or part of a day."""


class Sum(NamedTuple):
    """A sum with its reading and surroundings settled, as the features look at it."""

    money: Money
    low: float | None
    high: float | None
    currency: str
    unit: str
    unit_words: bool
    before: str
    before_near: bool
    behind: str
    later: str
    verb: str
    other_before: bool
    besides_pay: bool
    work: bool
    gross: bool
    scale: bool
    alone: bool
    leads: bool
    joint: bool
    heading: str
    place: str
    marked: bool
    step: bool
    pair: bool
    plus: bool
    yearlike: bool
    of_week: bool
    trainee: bool
    depends: bool
    referred: bool
    charged: bool
    run_on: bool
    sought: bool
    piece: bool
    for_job: bool

    @property
    def top(self) -> float:
        """The upper bound, or the only one."""
        return self.high if self.high is not None else self.low or 0.0

    @property
    def ranged(self) -> bool:
        """Whether both bounds are given and differ."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def close(self) -> bool:
        """Whether the bounds of a range are as close as those of a pay scale."""
        return self.ranged and (self.high or 0) < RATIO_MOST * (self.low or 0)

    @property
    def young(self) -> bool:
        """Whether a sum is as low as the hourly pay of the youngest who may work."""
        return self.unit == "hour" and YOUNG_LEAST <= self.top < USUAL["hour"][0]

    @property
    def usual(self) -> bool:
        """Whether a sum of pay is usually as large per its unit."""
        low, high = USUAL.get(self.unit, (0, 0))
        return low <= self.top and (self.top <= high or self.currency not in EURO_LIKE)


FEATURES: tuple[Feature[Sum], ...] = (
    Feature(
        "bare hourly rate",
        10,
        lambda s: (
            (s.alone or (s.leads and (s.depends or s.top % 1 > 0)))
            and not s.marked
            and s.unit == "hour"
            and s.unit_words
            and s.usual
        ),
        "Starting at 16.50 an hour",
    ),
    Feature(
        "other behind", -14, lambda s: s.behind in OTHER or s.behind == "ote", "€ 750 fietsbudget"
    ),
    Feature(
        "other before",
        -10,
        lambda s: s.before in OTHER or s.before == "ote",
        "een bonus van € 1.000",
    ),
    Feature(
        "for a referral",
        -12,
        lambda s: s.referred and s.before not in PAY,
        "draag een vriend aan: € 500 netto",
    ),
    Feature(
        "paid by others",
        -14,
        lambda s: s.charged,
        "de gasten betalen € 15 per uur",
    ),
    Feature("besides pay", -12, lambda s: s.besides_pay, "boven op het loon elke dag € 6"),
    Feature(
        "work with money",
        -8,
        lambda s: s.work and s.before not in PAY,
        "je onderhandelt over € 5.000 per maand",
    ),
    Feature(
        "work about pay",
        -6,
        lambda s: s.work and s.before in PAY and not s.before_near,
        "je berekent het salaris van wie € 3.000 per maand heeft",
    ),
    Feature(
        "no sign of money",
        -7,
        lambda s: (
            not s.marked and not s.unit_words and not s.before_near and not (s.gross and s.ranged)
        ),
        "dit jaar 1200 - 1400",
    ),
    Feature(
        "number far from pay",
        -6,
        lambda s: (
            not s.marked
            and not s.before_near
            and not s.gross
            and not s.ranged
            and not (s.verb and s.unit == "hour" and s.unit_words and s.usual)
        ),
        "salaris volgens cao, elk 25 per dag",
    ),
    Feature("year, not sum", -12, lambda s: s.yearlike and not s.marked, "salaris 2026 per jaar"),
    Feature("pay before", 9, lambda s: s.before in PAY, "Salaris: € 3.000"),
    Feature(
        "earn before", 8, lambda s: s.verb == "earn" and not s.other_before, "je verdient € 3.000"
    ),
    Feature(
        "pay behind",
        9,
        lambda s: s.behind in PAY and s.before not in OTHER,
        "€ 3.000 bruto maandsalaris",
    ),
    Feature(
        "pay later",
        6,
        lambda s: s.later in PAY and not s.before and not s.work,
        "€ 2.500 tot € 3.000, een mooi salaris",
    ),
    Feature("fixed behind", 6, lambda s: s.behind == "fixed", "waarvan € 50k vast"),
    Feature("gross or net", 6, lambda s: s.gross, "€ 3.000 bruto"),
    Feature(
        "scale word before",
        6,
        lambda s: s.before in ("scale", "scale_weak") and s.marked,
        "salary grade of £24,000",
    ),
    Feature(
        "scale beside",
        4,
        lambda s: s.scale and s.marked and s.before not in OTHER,
        "schaal 9, € 3.241",
    ),
    Feature(
        "receive",
        2,
        lambda s: s.verb == "get" and (s.usual or s.young) and not s.other_before,
        "je krijgt € 19,85 per uur",
    ),
    Feature(
        "receive by the hour",
        2,
        lambda s: (
            s.verb == "get"
            and s.unit == "hour"
            and s.unit_words
            and s.marked
            and s.usual
            and not s.other_before
        ),
        "wij bieden € 19,50 per uur",
    ),
    Feature(
        "receive as a trainee",
        6,
        lambda s: (
            s.trainee
            and s.verb == "get"
            and s.marked
            and ((s.unit == "month" and 100 <= s.top <= 1_200) or s.unit == "hour")
            and not s.other_before
        ),
        "tijdens je stage krijg je € 450 per maand",
    ),
    Feature(
        "heading of pay",
        4,
        lambda s: s.heading == "pay" and s.marked,
        "## Salaris, with € 3.000 below",
    ),
    Feature(
        "spoken of before",
        4,
        lambda s: (
            s.heading == "said"
            and s.marked
            and s.unit_words
            and s.usual
            and not (s.other_before or s.work)
        ),
        "Ons loon is voor iedereen gelijk. Dat is nu € 3.100 per maand.",
    ),
    Feature(
        "hourly",
        4,
        lambda s: (
            s.unit == "hour"
            and s.unit_words
            and s.marked
            and (s.usual or (s.young and bool(s.verb)))
        ),
        "€ 16 per uur",
    ),
    Feature(
        "daily or longer",
        2,
        lambda s: s.unit not in ("", "hour", "day") and s.unit_words and s.marked and s.usual,
        "€ 3.000 per maand",
    ),
    Feature(
        "earn by the hour",
        2,
        lambda s: bool(s.verb) and s.unit == "hour" and s.unit_words and s.usual,
        "we pay 23.50 an hour",
    ),
    Feature(
        "receive a day",
        2,
        lambda s: s.verb == "get" and s.unit == "day" and s.marked and s.top >= DAY_LEAST,
        "wij bieden € 550 per dag",
    ),
    Feature(
        "for whom is sought",
        2,
        lambda s: s.sought and s.marked and s.unit_words and s.usual and not s.other_before,
        "wij zoeken een kok voor € 2.900 per maand",
    ),
    Feature(
        "for the job",
        4,
        lambda s: (
            s.for_job
            and s.marked
            and s.usual
            and not (s.other_before or s.work or s.later in OTHER or s.charged)
        ),
        "we have £28,000 available for this role",
    ),
    Feature("range", 2, lambda s: s.ranged and s.marked and s.usual, "€ 2.641 - € 3.630"),
    Feature(
        "run together",
        2,
        lambda s: s.run_on and s.ranged and s.marked and s.usual,
        "BredaFulltime€3.200 - €4.100",
    ),
    Feature("alone", 3, lambda s: s.alone and s.marked, "€ 2.900 - € 3.400"),
    Feature("alone and usual", 1, lambda s: s.alone and s.marked and s.usual, "£ 45k"),
    Feature(
        "item of a list",
        3,
        lambda s: s.alone and s.marked and s.place in ("item", "cell", "title", "sole"),
        "- € 800",
    ),
    Feature(
        "leads",
        2,
        lambda s: s.leads and s.marked and not s.alone and s.usual and (s.unit_words or s.ranged),
        "€ 2.600 per maand en een lunch",
    ),
    Feature(
        "leads, and depends or is paid",
        4,
        lambda s: s.leads and s.depends and s.marked and s.usual,
        "up to £65,000 depending on skills",
    ),
    Feature(
        "receive a shift",
        2,
        lambda s: s.verb == "get" and s.unit == OTHER_UNIT and s.marked and s.usual,
        "je krijgt € 90 per avonddienst",
    ),
    Feature(
        "earn by the piece",
        8,
        lambda s: (
            s.piece
            and bool(s.verb)
            and s.marked
            and PIECE_LEAST <= s.top <= PIECE_MOST
            and not (s.other_before or s.later in OTHER or s.work)
        ),
        "per geplukte kist krijg je € 12",
    ),
    Feature(
        "little by the piece",
        -8,
        lambda s: (
            s.unit == OTHER_UNIT
            and not s.verb
            and s.before not in PAY
            and s.behind not in PAY
            and s.top < USUAL[OTHER_UNIT][0]
        ),
        "£0.45 per mile",
    ),
    Feature(
        "alone with a unit", 2, lambda s: s.alone and s.marked and s.unit_words, "€ 500,- p.m."
    ),
    Feature(
        "joined",
        2,
        lambda s: s.joint and s.marked and (s.unit_words or (s.close and s.usual)),
        "kok voor 24 uur, € 2.600 per maand",
    ),
    Feature("working week beside", 4, lambda s: s.of_week and s.marked, "bij 36 uur € 3.400"),
    Feature(
        "full time or actual",
        6,
        lambda s: s.pair and s.marked and s.before not in OTHER,
        "£31,200 (FTE £39,000)",
    ),
    Feature(
        "with something on top",
        4,
        lambda s: s.plus and s.leads and s.marked and s.usual,
        "£29,605 plus £5,279 London allowance",
    ),
    Feature(
        "per shift alone",
        5,
        lambda s: s.unit == OTHER_UNIT and s.alone and s.marked and 30 <= s.top <= 1_000,
        "£95 per night shift",
    ),
    Feature("step of a ladder", 4, lambda s: s.step and s.marked, "18 jaar: € 9,07"),
    Feature(
        "unusual size",
        -2,
        lambda s: (
            not (s.usual or s.step or (s.young and bool(s.verb)))
            and s.before not in PAY
            and s.behind not in PAY
        ),
        "€ 5.000 per jaar voor het feest",
    ),
)
