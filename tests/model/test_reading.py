"""The words that readers of formats know."""

from __future__ import annotations

import pytest

from vaclint.model.blocks import Span
from vaclint.model.document import FrontMatter
from vaclint.model.reading import Reading, labelled_pairs

READING = Reading(fields={"salary": frozenset({"salaris"})})


def test_more_fields_come_beside_the_others_in_lower_case() -> None:
    more = READING.with_fields({"salary": ["Loon"], "hours": ["Uren"]})
    assert more.names("salary") == {"salaris", "loon"}
    assert more.names("hours") == {"uren"}
    assert READING.names("hours") == frozenset()


def test_none_given_is_the_same() -> None:
    assert READING.with_fields({}) is READING


KEYS = Reading().with_fields(
    {"salary": ["salary range", "salaris"], "hours": ["weekly-hours"], "title": ["title"]}
)


@pytest.mark.parametrize(
    ("key", "fact", "holds"),
    [
        ("salaryRange", "salary", True),
        ("salary_range", "salary", True),
        ("Salary range:", "salary", True),
        ("SALARIS", "salary", True),
        ("weeklyHours", "hours", True),
        ("job.weekly_hours", "hours", True),
        ("salaris.min", "salary", True),
        ("salaris.min", "hours", False),
        ("salarissen", "salary", False),
        ("", "salary", False),
    ],
)
def test_keys_without_case_separators_and_camel_case(key: str, fact: str, holds: bool) -> None:
    assert KEYS.holds(key, fact) is holds


def test_a_list_of_labels_with_values_counts_as_keys() -> None:
    at = Span(0, 1)
    entries = [
        FrontMatter("facts.label", "Salaris", at),
        FrontMatter("facts.value", "2.800", at),
        FrontMatter("facts.label", "Plaats", at),
        FrontMatter("facts.text", "Delft", at),
        FrontMatter("value", "los", at),
    ]
    pairs = [(key, value) for key, value, _ in labelled_pairs(entries)]
    assert ("Salaris", "2.800") in pairs
    assert ("Plaats", "Delft") in pairs
    assert ("value", "los") in pairs
