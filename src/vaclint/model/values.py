"""What a vacancy states, as typed values with the place where it says so."""

from typing import Literal, NamedTuple

from vaclint.model.blocks import Span

Unit = Literal["hour", "day", "week", "four_weeks", "month", "year"]
Origin = Literal["front matter", "label", "title", "prose", "JobPosting", "basis"]
"""Where a value stands; ``basis`` is the working week that a salary is for: the size of the job
only when nothing else is said.
"""


class Salary(NamedTuple):
    """Pay as stated: bounds in ``currency`` per ``unit`` (None when unsaid), or a pay scale; unpaid
    is 0 and 0.

    ``sized`` says that the unit was told from the amount alone, ``gross`` is None where the text
    does not say, ``basis_hours`` is the working week the sum is for, ``origin`` where it stands.
    """

    min: float | None
    max: float | None
    currency: str
    unit: Unit | None
    basis_hours: float | None
    scale: str | None
    span: Span
    sized: bool = False
    gross: bool | None = None
    falling: bool = False
    origin: Origin = "prose"


class SalaryFacts(NamedTuple):
    """All statements of pay in order of weight, and the places that mention pay without saying how
    much.
    """

    stated: tuple[Salary, ...]
    vague: tuple[Span, ...]

    @property
    def best(self) -> Salary | None:
        """What the vacancy pays: the first sum, with the first scale; None if nothing is stated."""
        if not self.stated:
            return None
        scale = next((salary.scale for salary in self.stated if salary.scale), None)
        return self.stated[0]._replace(scale=self.stated[0].scale or scale)


class Hours(NamedTuple):
    """The size of the job: hours per week (None for a bound that is not given), or a share of full
    time, as far as stated.
    """

    min: float | None
    max: float | None
    fte: float | None
    span: Span
    origin: Origin = "prose"
    falling: bool = False
    fte_span: Span | None = None
    """Where the share stands, when hours are stated beside it."""


class HoursFacts(NamedTuple):
    """All statements of hours in order of weight, and the places that speak of hours without a
    number.
    """

    stated: tuple[Hours, ...]
    vague: tuple[Span, ...]

    @property
    def best(self) -> Hours | None:
        """For how many hours the job is; None when nothing is stated."""
        return self.stated[0] if self.stated else None


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
        """The first place that mentions pay without saying how much; None if pay is stated."""
        return self.salaries.vague[0] if self.salaries.vague and not self.salaries.stated else None

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
