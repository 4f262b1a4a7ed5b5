"""What a vacancy states, read from a document."""

from vaclint.facts.amounts.document import read_amounts
from vaclint.facts.details import read_details
from vaclint.facts.dollars import in_local_dollars
from vaclint.languages.resources import Resources
from vaclint.model.document import Document
from vaclint.model.values import Facts


def read_facts(document: Document, resources: Resources, *, details: bool = False) -> Facts:
    """Read a document's facts, the details when asked for; linear in its length."""
    salaries, hours = read_amounts(document, resources)
    facts = Facts(
        document.title_text or None,
        salaries,
        hours,
        read_details(document, resources) if details else None,
    )
    return in_local_dollars(facts, document, resources)
