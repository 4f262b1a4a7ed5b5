"""What a vacancy states, read from a document."""

from vaclint.facts.details import read_details
from vaclint.facts.hours import read_hours
from vaclint.facts.salary import read_salary
from vaclint.model.document import Document
from vaclint.model.values import Facts
from vaclint.text.patterns import lazy

_ANNOUNCED = lazy(
    r"(?i)^(?:(?:vacature|functie|functietitel|gezocht|vacancy|job)\s*:|(?:vacature|vacancy)(?=\s))\s*(?=\S)"
)


def read_facts(document: Document, *, details: bool = False) -> Facts:
    """Read a document's facts, the details when asked for; linear in its length."""
    title = _ANNOUNCED.sub("", document.title.value.strip()) if document.title is not None else None
    return Facts(
        title or None,
        read_salary(document),
        read_hours(document),
        read_details(document) if details else None,
    )
