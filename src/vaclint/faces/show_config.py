"""``vaclint check --show-config FILE``: what holds for a file, and where each value comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vaclint.faces.errors import language_of_errors, say
from vaclint.faces.streams import put
from vaclint.model.errors import VaclintError
from vaclint.project.config import Layer, joined
from vaclint.project.keys import KEYS
from vaclint.project.plan import Plan
from vaclint.text.named import NamedTuple
from vaclint.text.toml_values import toml, toml_key

DEFAULT = "default"
AUTO = "auto"


def show_config(plan: Plan, file: Path) -> int:
    """Print the configuration for a file as TOML; each value with the files and lines, or the
    options, that it comes from. Raises VaclintError for a file that is not there.
    """
    if not os.path.lexists(file):
        message = f"{file}, of which --show-config is to tell, does not exist; check the path"
        raise VaclintError("read", str(file), message)
    config = plan.config_of(file)
    shown = _Shown([*config.layers, *_of_command_line(plan)], config.files)
    say(plan.errors, language_of_errors(plan.settings.options.message_language))
    put("".join(f"{line}\n" for line in _lines(shown)))
    return 2 if plan.errors else 0


class _Shown(NamedTuple):
    """What is said, a later layer on top of an earlier one; the first ``files`` are those of whole
    files.
    """

    layers: Sequence[Layer]
    files: int

    def origin(self, key: tuple[str, ...]) -> str:
        """Where a value was said last, or for a list that was added to each place."""
        said = [number for number, layer in enumerate(self.layers) if _says(layer, key)]
        if not said:
            return DEFAULT
        whole = max((number for number in said if number < self.files), default=0)
        if len(key) == 1 and KEYS[key[0]].adds:
            places = [number for number in said if number >= whole]
        else:
            places = said[-1:]
        return ", ".join(_near(self.layers[number].place(key)) for number in places)


def _says(layer: Layer, key: tuple[str, ...]) -> bool:
    """Whether a layer says something of a key."""
    value: Any = layer.data
    for part in key:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value is not None


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
        "kind": None if settings.options.kind == AUTO else {"*": settings.options.kind},
    }
    said = {name: value for name, value in given.items() if value not in (None, [])}
    if said:
        yield Layer(said)


def _lines(shown: _Shown) -> Iterator[str]:
    """The plain values first, and then the tables."""
    data = joined(shown.layers, shown.files)
    tables = []
    for name, key in KEYS.items():
        value = data.get(name, key.default)
        if isinstance(value, dict):
            tables.append((name, value))
        elif value is not None:
            yield f"{name} = {toml(_plain(value))}  # {shown.origin((name,))}"
    for name, table in tables:
        yield from _table((name,), table, shown)


def _table(key: tuple[str, ...], table: Mapping[str, Any], shown: _Shown) -> Iterator[str]:
    plain = {name: value for name, value in table.items() if not isinstance(value, dict)}
    if plain:
        yield ""
        yield f"[{'.'.join(map(toml_key, key))}]"
        for name, value in plain.items():
            yield f"{toml_key(name)} = {toml(_plain(value))}  # {shown.origin((*key, name))}"
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _table((*key, name), value, shown)


def _near(place: str) -> str:
    """A place from the folder that the command runs in, if it is in there."""
    return place.removeprefix(f"{Path.cwd()}{os.sep}")


def _plain(value: Any) -> Any:
    """A value with its paths as texts."""
    if isinstance(value, Path):
        return _near(str(value))
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value
