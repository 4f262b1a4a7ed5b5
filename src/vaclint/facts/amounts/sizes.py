"""What each number of hours, days, shares and clock times is for: the size of the job, or
something else.

An ordered table of scored features with an example each, like that of sums in ``roles``; a number
is the size of the job from ``ENOUGH`` points on. Hours per fortnight, month or year, shifts, days
of so many hours and clock times with days are turned into hours a week, and ``found`` says so.
"""

from vaclint.facts.amounts.features import Feature
from vaclint.text.named import NamedTuple

ENOUGH = 4
LEAST, MOST = 1.0, 90.0
"""Hours a week that a job may have."""

SLIPPED_MOST = 48
"""Hours a week that a job may well have, which a digit too many makes ten times as many."""

WEEKS = {"two_weeks": 2.0, "four_weeks": 4.0, "month": 52 / 12, "year": 52.0}

"""How many weeks a span of time has."""


def least(period: str) -> float:
    """The least hours a week that a job may have, by the span of time that they are said of: an
    hour a month for one, and 12 a year.
    """
    return LEAST / WEEKS["month"] if period in ("month", "year") else LEAST


WEEK_DAYS = 7
ALL_DAY = 14
"""Hours: more of them are no working day and no shift."""
BREAK_FROM = 5.5

"""A working day of more hours than this has a break; unless its length is said, it is taken as
none to one hour.
"""


class Size(NamedTuple):
    """A number with its surroundings, as the features look at it."""

    kind: str
    low: float | None
    high: float | None
    weekly: bool
    period: str
    named: bool
    label: bool
    job: bool
    job_near: bool
    part: bool
    alone: bool
    bracketed: bool
    place: str
    heading: bool
    ranged: bool
    clock: bool
    led: bool
    schedule: bool
    open: bool
    weekday: bool
    possible: bool
    foreign_behind: str
    foreign_before: str
    opening: bool
    reply: bool
    at: bool
    basis: bool
    negated: bool
    share_near: bool
    sure: bool
    fact_row: bool
    pay_near: bool
    asked: bool
    spread: bool
    season: bool
    in_season: bool
    of_shift: bool
    of_many: bool
    or_full: bool
    part_days: bool

    @property
    def top(self) -> float:
        """The upper bound, or the only one."""
        return self.high if self.high is not None else self.low or 0.0

    @property
    def slipped(self) -> bool:
        """Whether it is the size of the job with a digit too many: ``320 uur per week``."""
        told = self.job_near and not self.of_many
        placed = self.label or told or self.alone or self.bracketed
        return (
            self.kind == "hours"
            and self.weekly
            and placed
            and MOST < self.top <= 10 * SLIPPED_MOST
            and self.top % 10 == 0
        )

    @property
    def one_day(self) -> bool:
        """Whether it is a single day of no said week, such as that of an interview."""
        return self.kind == "days" and self.top <= 1 and not self.weekly and not self.period


FEATURES: tuple[Feature[Size], ...] = (
    Feature(
        "every day",
        -20,
        lambda s: (
            s.kind == "days"
            and s.top >= (2 * WEEK_DAYS if s.part_days else WEEK_DAYS)
            and s.period not in WEEKS
        ),
        "7 days a week",
    ),
    Feature(
        "open beside full time",
        -12,
        lambda s: s.kind == "share" and s.or_full and s.open,
        "voltijds of 4/5, te bespreken",
    ),
    Feature("no", -20, lambda s: s.negated, "geen 4/5"),
    Feature("basis", -20, lambda s: s.basis, "salaris op basis van 36 uur"),
    Feature("foreign behind", -12, lambda s: bool(s.foreign_behind), "144 uur verlof"),
    Feature(
        "foreign before",
        -9,
        lambda s: bool(s.foreign_before) and not s.label and (not s.job_near or s.period == "year"),
        "een training van 16 uur",
    ),
    Feature(
        "opening",
        -10,
        lambda s: s.opening and not s.label and not s.job_near,
        "open van 9 tot 18 uur",
    ),
    Feature("reply", -12, lambda s: s.reply and not s.weekly and not s.label, "binnen 48 uur"),
    Feature(
        "whole days",
        -14,
        lambda s: (
            s.kind == "hours"
            and s.ranged
            and not (s.weekly or s.label or s.job_near)
            and s.top % 24 == (s.low or 0) % 24 == 0
        ),
        "48-72 uur",
    ),
    Feature(
        "a moment",
        -9,
        lambda s: (
            s.at
            and s.kind == "hours"
            and not s.weekly
            and not s.ranged
            and not s.label
            and s.top <= 24
        ),
        "om 20 uur",
    ),
    Feature(
        "from one moment to another",
        -9,
        lambda s: s.clock and s.led and not s.weekly and not s.alone,
        "je bent tussen 9 en 12 uur thuis",
    ),
    Feature(
        "times of a schedule",
        -30,
        lambda s: s.clock and s.kind != "clock" and not s.weekly and s.schedule,
        "Uurrooster: 8-17u",
    ),
    Feature(
        "day and night",
        -6,
        lambda s: (
            s.kind == "hours"
            and s.top == 24
            and not s.ranged
            and not (s.weekly or s.period)
            and not (s.label or s.job_near or s.bracketed or s.alone or s.fact_row or s.in_season)
            and not (s.share_near or s.weekday)
        ),
        "24 uur zorg",
    ),
    Feature(
        "length of a shift",
        -14,
        lambda s: s.of_shift and not s.weekly and not s.period,
        "in diensten van 8 uur",
    ),
    Feature("per day", -20, lambda s: s.period in ("day", "part"), "8 uur per dag"),
    Feature(
        "out of bounds",
        -30,
        lambda s: s.kind == "hours" and not least(s.period) <= s.top <= MOST and not s.slipped,
        "200 uur",
    ),
    Feature(
        "small",
        -4,
        lambda s: (
            s.kind == "hours" and s.top < 4 and not (s.weekly or s.label or s.period in WEEKS)
        ),
        "2 uur",
    ),
    Feature(
        "per week", 6, lambda s: s.weekly and s.kind in ("hours", "product"), "36 uur per week"
    ),
    Feature(
        "per longer span", 5, lambda s: s.period in WEEKS and s.top >= 6, "75 hours per fortnight"
    ),
    Feature(
        "row of facts per longer span",
        5,
        lambda s: s.fact_row and s.period in WEEKS,
        "about three hours a month, mostly on Sundays",
    ),
    Feature("label", 7, lambda s: s.label, "Uren: 32"),
    Feature("job right before", 5, lambda s: s.job_near, "een contract van 28 uur"),
    Feature(
        "job in the clause",
        2,
        lambda s: s.job and not s.job_near,
        "een collega die heel graag 24 uur komt",
    ),
    Feature("full or part time", 4, lambda s: s.part, "parttime, 20 uur"),
    Feature("share beside", 4, lambda s: s.share_near, "0,8 fte (32 uur)"),
    Feature(
        "alone",
        5,
        lambda s: s.alone and s.kind != "clock" and not s.one_day,
        "36 uur",
    ),
    Feature(
        "in brackets",
        4,
        lambda s: s.bracketed and not s.pay_near and s.kind != "clock",
        "kok (32-36 uur)",
    ),
    Feature(
        "title",
        4,
        lambda s: s.place in ("title", "sole", "heading") and s.top >= 4,
        "# Kok 32-36 uur",
    ),
    Feature(
        "days of more than a week",
        5,
        lambda s: s.kind == "days" and s.period in ("two_weeks", "four_weeks", "month"),
        "één dagdeel per twee weken",
    ),
    Feature("row of facts", 4, lambda s: s.fact_row and s.top >= 8, "36 uur, hybride, ov-kaart"),
    Feature(
        "spread over days",
        4,
        lambda s: s.spread and s.kind == "hours" and s.top >= 4,
        "36 uur in 4 dagen",
    ),
    Feature(
        "season",
        4,
        lambda s: s.season and s.kind == "hours" and s.top >= 8,
        "in de winter 32 uur, in de zomer 40",
    ),
    Feature("heading", 3, lambda s: s.heading, "32 uur"),
    Feature(
        "range",
        4,
        lambda s: s.ranged and (s.low or 0) >= 8 and (not s.led or s.top > 24),
        "32 tot 40 uur",
    ),
    Feature("weekday", 5, lambda s: s.weekday, "8 uur op zaterdag"),
    Feature(
        "left open",
        3,
        lambda s: s.open and s.kind == "hours" and s.top >= 8,
        "in overleg, minimaal 16 uur",
    ),
    Feature(
        "may be", 5, lambda s: s.possible and (s.top >= 8 or s.kind == "share"), "32 uur mag ook"
    ),
    Feature("share", 5, lambda s: s.kind == "share" and s.sure, "0,8 fte"),
    Feature("fraction of a job", 0, lambda s: s.kind == "share" and not s.sure, "4/5"),
    Feature("days a week", 4, lambda s: s.kind == "days" and s.weekly, "3 dagen per week"),
    Feature("asked days", 4, lambda s: s.kind == "days" and s.asked, "twee of liever drie dagen?"),
    Feature(
        "days times hours", 4, lambda s: s.kind == "product" and (s.named or s.weekly), "4 x 9 uur"
    ),
    Feature("days with times", 4, lambda s: s.kind == "clock", "ma-vr 8.00-16.30 uur"),
)
