"""The kinds of check, one module each, and the table of them."""

from __future__ import annotations

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
    "consistency",
    "damage",
    "density",
    "doubled",
    "files",
    "jobposting",
    "language",
    "length",
    "lists",
    "metric",
    "occurrence",
    "pairs",
    "passages",
    "pattern",
    "presence",
    "pronouns",
    "readability",
    "repeats",
    "required",
    "slips",
    "spacing",
    "spelling",
    "spellings",
    "structure",
    "style",
    "substitution",
    "suppression",
    "terms",
    "typography",
    "whitespace",
)
"""Each ends in its ``KIND``. A new kind is a module and a line here."""


def kinds() -> dict[str, Kind]:
    """All kinds by name."""
    found = (import_module(f"vaclint.checks.{name}").KIND for name in MODULES)
    return {kind.name: kind for kind in found}
