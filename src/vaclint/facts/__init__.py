"""What a vacancy states, as typed values with the place where it says so."""

from typing import NamedTuple

from vaclint.document import Document, Span
from vaclint.facts.hours import Hours, read_hours
from vaclint.facts.salary import Salary, read_salary


class Facts(NamedTuple):
    """The facts of one document. ``vague_salary`` and ``vague_hours`` are places that name the subject and say nothing."""

    title: str | None
    salary: Salary | None
    vague_salary: Span | None
    hours: Hours | None
    vague_hours: Span | None


def read_facts(document: Document) -> Facts:
    """Read a document's facts; linear in its length."""
    salary, vague_salary = read_salary(document)
    hours, vague_hours = read_hours(document)
    title = document.title.value.strip() if document.title is not None else None
    return Facts(title or None, salary, vague_salary, hours, vague_hours)
