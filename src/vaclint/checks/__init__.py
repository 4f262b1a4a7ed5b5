"""The kinds of check, one module each, and the table of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaclint.rulebook.kind import Kind

MODULES = (
    "abbreviations",
    "addresses",
    "balance",
    "commonplaces",
    "compounds",
    "breaks",
    "capitals",
    "conditional",
    "confusions",
    "consistency",
    "damage",
    "density",
    "doubled",
    "files",
    "jobposting",
    "language",
    "length",
    "lists",
    "lowercase",
    "metric",
    "occurrence",
    "pairs",
    "parallel",
    "passages",
    "pattern",
    "presence",
    "pronouns",
    "readability",
    "repeats",
    "required",
    "slips",
    "smallcase",
    "spacing",
    "spelling",
    "spellings",
    "stops",
    "structure",
    "style",
    "substitution",
    "suppression",
    "terms",
    "typography",
    "varieties",
    "whitespace",
)
"""Each ends in its ``KIND``, of the same name. A new kind is a module and a line here."""


class Kinds(Mapping[str, "Kind"]):
    """All kinds by name. A module is imported when its kind is first asked for: a run in which
    nothing changed asks for none.
    """

    def __init__(self) -> None:
        self._found: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        if name not in self._found:
            if name not in MODULES:
                raise KeyError(name)
            self._found[name] = import_module(f"vaclint.checks.{name}").KIND
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


def kinds() -> Mapping[str, Kind]:
    """All kinds by name."""
    return Kinds()
