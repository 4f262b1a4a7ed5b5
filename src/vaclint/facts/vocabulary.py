"""The words that reading pay, hours and dates takes, of both languages together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Vocabulary(NamedTuple):
    """The tables of ``rules/data/facts.toml``; every word is lower case."""

    money: dict[str, Any]
    salary: dict[str, Any]
    hours: dict[str, Any]
    dates: dict[str, Any]
    details: dict[str, Any]


_used: list[Vocabulary] = []


def use(data: Mapping[str, Any]) -> None:
    """Take the tables from what was read of the rules folder."""
    _used[:] = [Vocabulary(**{name: data[name] for name in Vocabulary._fields})]


def vocabulary() -> Vocabulary:
    """The tables that are in use."""
    return _used[0]
