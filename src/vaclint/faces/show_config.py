"""``vaclint check --show-config FILE``: what holds for a file, and where each value comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vaclint.faces.streams import put, tell
from vaclint.project.config import Layer, joined
from vaclint.project.keys import KEYS
from vaclint.project.plan import Plan
from vaclint.text.toml_values import toml, toml_key

DEFAULT = "default"


def show_config(plan: Plan, file: Path) -> int:
    """Print the configuration for a file as TOML; each value with the file and line, or the option,
    that it comes from.
    """
    config = plan.config_of(file)
    layers = [*config.layers, *_of_command_line(plan)]
    data = joined(layers, len(config.layers) - len(config.applied))
    for error in plan.errors:
        tell(f"vaclint: {error.message}")
    put("".join(f"{line}\n" for line in _lines(data, layers)))
    return 2 if plan.errors else 0


def _of_command_line(plan: Plan) -> Iterator[Layer]:
    """What the options of the command say, in the keys of a configuration."""
    settings = plan.settings
    given = {
        "select": list(settings.options.select),
        "extend-select": list(settings.options.extend_select),
        "ignore": list(settings.options.ignore),
        "fail-on": settings.fail_on,
        "min-severity": settings.min_severity,
        "min-score": settings.min_score,
        "timeout": settings.timeout,
        "baseline": settings.baseline,
    }
    said = {name: value for name, value in given.items() if value not in (None, [])}
    if said:
        yield Layer(said)


def _lines(data: Mapping[str, Any], layers: Sequence[Layer]) -> Iterator[str]:
    """The plain values first, and then the tables."""
    tables = []
    for name, key in KEYS.items():
        value = data.get(name, key.default)
        if isinstance(value, dict):
            tables.append((name, value))
        elif value is not None:
            yield f"{name} = {toml(_plain(value))}  # {_origin((name,), layers)}"
    for name, table in tables:
        yield from _table((name,), table, layers)


def _table(
    key: tuple[str, ...], table: Mapping[str, Any], layers: Sequence[Layer]
) -> Iterator[str]:
    plain = {name: value for name, value in table.items() if not isinstance(value, dict)}
    if plain:
        yield ""
        yield f"[{'.'.join(map(toml_key, key))}]"
        for name, value in plain.items():
            yield f"{toml_key(name)} = {toml(_plain(value))}  # {_origin((*key, name), layers)}"
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _table((*key, name), value, layers)


def _origin(key: tuple[str, ...], layers: Sequence[Layer]) -> str:
    """Where a value was said last."""
    for layer in reversed(layers):
        value: Any = layer.data
        for part in key:
            value = value.get(part) if isinstance(value, Mapping) else None
        if value is not None:
            return _near(layer.place(key))
    return DEFAULT


def _near(place: str) -> str:
    """A place from the folder that the command runs in, if it is in there."""
    return place.removeprefix(f"{Path.cwd()}{os.sep}")


def _plain(value: Any) -> Any:
    """A value with its paths as texts."""
    if isinstance(value, Path):
        return _near(str(value))
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value
