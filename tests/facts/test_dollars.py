"""Bare dollars are those of the country of the job."""

import pytest

from support import resources, understood
from vaclint.facts import read_facts

PAY = "Salary: {} per year."


def currencies(text: str, path: str = "vacancy.md") -> list[str | None]:
    """The currencies of the pay of a text, in order."""
    facts = read_facts(understood(text, path, language="en", kind="vacancy"), resources())
    return [salary.currency for salary in facts.salaries.stated]


@pytest.mark.parametrize(
    ("place", "sum_", "currency"),
    [
        ("Toronto, Ontario", "$62,000", "CAD"),
        ("Melbourne, Australia", "$85,000", "AUD"),
        ("Auckland", "85,000 dollars", "NZD"),
        ("Toronto, Ontario", "US$62,000", "USD"),
        ("Toronto, Ontario", "62,000 USD", "USD"),
        ("Toronto, Ontario", "£62,000", "GBP"),
        ("Denver, CO", "$62,000", "USD"),
        ("Leeds", "$62,000", "USD"),
        ("Toronto or Denver", "$62,000", "USD"),
    ],
)
def test_dollars_of_the_place(place: str, sum_: str, currency: str) -> None:
    text = f"# Baker\n\nYou work in our bakery in {place}.\n\n{PAY.format(sum_)}\n"
    assert currencies(text) == [currency]


def test_dollars_of_a_key() -> None:
    text = f"---\nlocation: Hobart, Australia\n---\n# Baker\n\n{PAY.format('$62,000')}\n"
    assert currencies(text) == ["AUD"]
