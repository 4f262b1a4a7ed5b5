"""The words that readers of formats know."""

from __future__ import annotations

from vaclint.model.reading import Reading

READING = Reading(fields={"salary": frozenset({"salaris"})})


def test_more_fields_come_beside_the_others_in_lower_case() -> None:
    more = READING.with_fields({"salary": ["Loon"], "hours": ["Uren"]})
    assert more.names("salary") == {"salaris", "loon"}
    assert more.names("hours") == {"uren"}
    assert READING.names("hours") == frozenset()


def test_none_given_is_the_same() -> None:
    assert READING.with_fields({}) is READING
