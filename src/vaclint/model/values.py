"""What a vacancy states, as typed values with the place where it says so."""

from collections.abc import Sequence
from itertools import chain
from typing import Literal

from vaclint.model.blocks import Span
from vaclint.text.named import NamedTuple

Unit = Literal["hour", "day", "week", "two_weeks", "four_weeks", "month", "year"]
Origin = Literal["front matter", "label", "title", "prose", "JobPosting"]
"""Where a value stands."""


class Scale(NamedTuple):
    """A step of a pay system: ``Scale("cao Gemeenten", "10")``, ``Scale("FWG", "45")``."""

    system: str
    value: str


class Salary(NamedTuple):
    """Pay as stated: bounds (None for one that is not given) in ``currency`` per ``unit`` (None
    when unsaid), or a pay scale; unpaid is 0 and 0.

    ``currency`` is None without a sign of one. ``unit_found`` says whether words gave the unit or
    the size of the sum did. ``gross`` is None where the text does not say, ``basis_hours`` is the
    working week the sum is for, ``origin`` where it stands. ``falling``: the second bound was the
    lower one. ``role`` is "pay", "intern", "full-time" (the sum for a full week, beside the actual
    one) or "unpaid"; ``found`` names what made it pay, ``sureness`` runs from 0 to 1. ``low`` and
    ``high`` are the places of the bounds.
    """

    min: float | None
    max: float | None
    currency: str | None
    unit: Unit | None
    basis_hours: float | None
    scale: Scale | None
    span: Span
    unit_found: Literal["words", "size"] | None = None
    gross: bool | None = None
    falling: bool = False
    origin: Origin = "prose"
    role: str = "pay"
    found: str = ""
    sureness: float = 1.0
    low: Span | None = None
    high: Span | None = None
    step: str = ""
    """What a line of a ladder begins with, such as an age or a year; else empty."""


class SalaryFacts(NamedTuple):
    """All statements of pay in the order of the text, the places that mention pay without saying
    how much, and sums beside a word of pay of which nothing is sure.
    """

    stated: Sequence[Salary]
    vague: tuple[Span, ...]
    unclear: tuple[Span, ...] = ()

    @property
    def best(self) -> Salary | None:
        """What the vacancy pays: the first sum, with the first scale, else the first scale, else
        that it is unpaid; None if nothing is stated.
        """
        if not self.stated:
            return None
        sums = (each for each in self.stated if each.min or each.max)
        scaled = next((each for each in self.stated if each.scale is not None), None)
        first = next(sums, None)
        if first is None:
            return scaled or self.stated[0]
        if first.role == "full-time":
            first = next((each for each in sums if each.role != "full-time"), first)
        bounds = first.min, first.max
        same = (one.currency for one in self.stated if (one.min, one.max) == bounds)
        return first._replace(
            currency=first.currency or next(filter(None, same), None),
            scale=first.scale or (scaled.scale if scaled else None),
        )


class Hours(NamedTuple):
    """The size of the job: hours per week (None for a bound that is not given), a share of full
    time, days a week.

    All may be None for what is concrete without a number, such as a zero-hours contract. ``fte`` is
    the largest share named and ``fte_min`` the smallest. ``found`` says how the hours were had:
    "words", "share", "days", or what they were made of, such as "shifts" or "per month".
    """

    min: float | None
    max: float | None
    fte: float | None
    span: Span
    origin: Origin = "prose"
    falling: bool = False
    fte_span: Span | None = None
    """Where the share stands, when hours are stated beside it."""
    fte_min: float | None = None
    days: tuple[float, float] | None = None
    role: str = "size"
    found: str = "words"
    sureness: float = 1.0
    low: Span | None = None
    high: Span | None = None


class HoursFacts(NamedTuple):
    """All statements of hours in the order of the text, the places that speak of hours without a
    number, and the numbers that may be the hours of the job.
    """

    stated: Sequence[Hours]
    vague: tuple[Span, ...]
    unclear: tuple[Span, ...] = ()

    @property
    def best(self) -> Hours | None:
        """For how many hours the job is: the first number of hours, else the first share, else
        whatever is stated; None when nothing is.
        """
        numbers = (each for each in self.stated if each.min is not None or each.max is not None)
        shares = (each for each in self.stated if each.fte is not None)
        return next(chain(numbers, shares, self.stated), None)


class Detail(NamedTuple):
    """One value with its place in the source and where it was found."""

    value: str
    span: Span
    origin: Origin


class Details(NamedTuple):
    """Values that are not said are None. Dates are ISO 8601, or the words of a date that has no
    year.
    """

    contract: Detail | None
    location: Detail | None
    organization: Detail | None
    date_posted: Detail | None
    closing_date: Detail | None
    contact_name: Detail | None
    contact_email: Detail | None
    contact_phone: Detail | None


class Facts(NamedTuple):
    """The facts of one document. ``vague_salary`` and ``vague_hours`` are places that name the
    subject and say nothing.
    """

    title: str | None
    salaries: SalaryFacts
    working_hours: HoursFacts
    details: Details | None = None
    """Read only when asked for: most runs do without."""

    @property
    def salary(self) -> Salary | None:
        """What the vacancy pays, or None."""
        return self.salaries.best

    @property
    def vague_salary(self) -> Span | None:
        """The first place that mentions pay without saying how much; None if pay is stated, or may
        be.
        """
        said = self.salaries.stated or self.salaries.unclear
        return self.salaries.vague[0] if self.salaries.vague and not said else None

    @property
    def unclear_salary(self) -> Span | None:
        """The first sum that may be pay; None if pay is stated."""
        found = self.salaries.unclear
        return found[0] if found and not self.salaries.stated else None

    @property
    def unclear_hours(self) -> Span | None:
        """The first number that may be the hours of the job; None if they are stated, or vague."""
        found = self.working_hours
        said = found.stated or found.vague
        return found.unclear[0] if found.unclear and not said else None

    @property
    def hours(self) -> Hours | None:
        """For how many hours the job is, or None."""
        return self.working_hours.best

    @property
    def vague_hours(self) -> Span | None:
        """The first place that speaks of hours without a number; None when the hours are stated."""
        return (
            self.working_hours.vague[0]
            if self.working_hours.vague and not self.working_hours.stated
            else None
        )
