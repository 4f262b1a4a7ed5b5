"""What a vacancy states, as typed values with the place where it says so."""

from typing import NamedTuple

from vaclint.model.document import Document, Span
from vaclint.facts.details import Details, read_details
from vaclint.facts.hours import Hours, HoursFacts, read_hours
from vaclint.facts.salary import Salary, SalaryFacts, read_salary
from vaclint.text.patterns import lazy


class Facts(NamedTuple):
    """The facts of one document. ``vague_salary`` and ``vague_hours`` are places that name the subject and say nothing."""

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
        """The first place that mentions pay without saying how much; None when the pay is stated."""
        return self.salaries.vague[0] if self.salaries.vague and not self.salaries.stated else None

    @property
    def hours(self) -> Hours | None:
        """For how many hours the job is, or None."""
        return self.working_hours.best

    @property
    def vague_hours(self) -> Span | None:
        """The first place that speaks of hours without a number; None when the hours are stated."""
        return self.working_hours.vague[0] if self.working_hours.vague and not self.working_hours.stated else None


_ANNOUNCED = lazy(r"(?i)^(?:(?:vacature|functie|functietitel|gezocht|vacancy|job)\s*:|(?:vacature|vacancy)(?=\s))\s*(?=\S)")


def read_facts(document: Document, *, details: bool = False) -> Facts:
    """Read a document's facts, the details when asked for; linear in its length."""
    title = _ANNOUNCED.sub("", document.title.value.strip()) if document.title is not None else None
    return Facts(title or None, read_salary(document), read_hours(document), read_details(document) if details else None)
