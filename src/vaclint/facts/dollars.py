"""Dollars without more as those of the country of the job."""

from vaclint.facts.country import hinted_country, said_country
from vaclint.languages.resources import Resources
from vaclint.model.document import Document
from vaclint.model.values import Facts, Salary

DOLLARS = "USD"
"""What a bare sign of dollars is read as."""


def in_local_dollars(facts: Facts, document: Document, resources: Resources) -> Facts:
    """The facts with bare dollars in the currency of the country that the place of the job or the
    towns of the text show, where it has dollars of its own: ``$62,000`` in Toronto is CAD. Costs
    nothing for a text without dollars, else one look for towns.
    """
    stated = facts.salaries.stated
    if all(salary.currency != DOLLARS for salary in stated):
        return facts
    usual = resources.data["amounts"]["usual"]
    country = said_country(document, facts, resources) or hinted_country(document, resources)
    local = usual["currencies"].get(country, "")
    if local not in usual["dollars"]:
        return facts
    named = _names(resources)
    text = document.source.text
    changed = tuple(
        salary._replace(currency=local) if _is_bare(salary, text, named) else salary
        for salary in stated
    )
    return facts._replace(salaries=facts.salaries._replace(stated=changed))


def _names(resources: Resources) -> list[str]:
    """The names of American dollars that no other dollars have."""
    amounts = resources.data["amounts"]
    bare = amounts["usual"]["bare-dollars"]
    return [name for name in amounts["currencies"][DOLLARS] if name not in bare]


def _is_bare(salary: Salary, text: str, named: list[str]) -> bool:
    """Whether dollars are named by no more than their sign."""
    spelled = text[salary.span.start : salary.span.end].lower()
    return salary.currency == DOLLARS and not any(name in spelled for name in named)
