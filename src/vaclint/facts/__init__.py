"""What a vacancy states, read from a document."""

from vaclint.facts.details import read_details
from vaclint.facts.hours import read_hours
from vaclint.facts.salary import read_salary
from vaclint.model.document import Document
from vaclint.model.values import Facts


def read_facts(document: Document, *, details: bool = False) -> Facts:
    """Read a document's facts, the details when asked for; linear in its length."""
    return Facts(
        document.title_text or None,
        read_salary(document),
        read_hours(document),
        read_details(document) if details else None,
    )
