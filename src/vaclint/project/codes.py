"""Whether the codes and languages that a configuration names are there, with the place of one that
is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vaclint.model.errors import VaclintError, nearest
from vaclint.project.config import Config, Layer
from vaclint.rulebook.rule import select_codes

_LISTS = ("select", "extend-select", "ignore")
Given = tuple[tuple[str, ...], Sequence[str]]
"""The keys that lead to some codes, and the codes."""


def check_codes(config: Config, codes: Sequence[str], languages: Sequence[str]) -> None:
    """See that everything that a configuration and all its overrides name is there. Raises
    VaclintError for a code without a rule, or a language without a pack.
    """
    for layer in (*config.layers, *(override.layer for override in config.overrides)):
        for key, given in _codes_in(layer.data):
            try:
                select_codes(codes, given, "")
            except VaclintError as error:
                raise _error(layer, key, error.message.removeprefix(": ")) from None
        for name, value in layer.data.get("severity", {}).items():
            if isinstance(value, dict) and name not in languages:
                hint = nearest(name, languages) or "; known are " + ", ".join(languages)
                raise _error(layer, ("severity", name), f"there is no language '{name}'{hint}")


def _error(layer: Layer, key: tuple[str, ...], message: str) -> VaclintError:
    return VaclintError("config", str(layer.path), f"{layer.place(key)}: {message}")


def _codes_in(data: Mapping[str, Any]) -> Iterator[Given]:
    for name in _LISTS:
        yield (name,), data.get(name, ())
    for pattern, given in data.get("per-file-ignores", {}).items():
        yield ("per-file-ignores", pattern), given
    for name, value in data.get("severity", {}).items():
        if isinstance(value, dict):
            yield from ((("severity", name, code), (code,)) for code in value)
        else:
            yield ("severity", name), (name,)
    for code in data.get("rules", {}):
        yield ("rules", code), (code,)
    for pattern, entries in data.get("suppress", {}).items():
        for entry in entries:
            rules = entry.get("rule", ())
            yield ("suppress", pattern), (rules,) if isinstance(rules, str) else rules
