"""Configuration: ``vaclint.toml``, ``.vaclint.toml`` or ``[tool.vaclint]`` in ``pyproject.toml``,
nearest upward from each file, with the files that it extends below it.

The command's own options come on top. An unknown key is an error that names the nearest known one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vaclint.engine.allowed import Allowed
from vaclint.model.errors import VaclintError
from vaclint.model.regular import MAX_FILE_SIZE, is_file, read_regular
from vaclint.project.keys import EXTEND, FILES, KEYS, OVERRIDES, normal, problems
from vaclint.text.named import NamedTuple

NAMES = ("vaclint.toml", ".vaclint.toml", "pyproject.toml")


class Layer(NamedTuple):
    """What one table says: that of a file, one of its ``[[overrides]]``, or a command line."""

    data: Mapping[str, Any]
    """The values by key, in the form that they are kept in."""
    path: Path | None = None
    """The file; None for a command line."""
    at: tuple[str, ...] = ()
    """The keys that lead to the table in the file."""

    def place(self, key: tuple[str, ...]) -> str:
        """Where a value stands, ``file:line``."""
        if self.path is None:
            return f"--{key[0]}"
        return f"{self.path}:{_line(self.path, (*self.at, *key))}"


class Override(NamedTuple):
    """What holds for some files only."""

    files: tuple[str, ...]
    layer: Layer


class Config(NamedTuple):
    """The settings for a file; paths are absolute, or relative to ``root``."""

    path: Path | None = None
    root: Path | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    fail_on: str | None = None
    rule_paths: tuple[Path, ...] = ()
    vocabulary: tuple[str, ...] = ()
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    options: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    encoding: str = ""
    kind: tuple[tuple[str, str], ...] = ()
    min_score: float | None = None
    vacancies: tuple[str, ...] = ()
    country: str = ""
    max_file_size: int = MAX_FILE_SIZE
    """Bytes that a file may have."""
    timeout: float | None = None
    """Seconds of processor time that a file may take."""
    baseline: Path | None = None
    """The baseline of findings that are known."""
    min_severity: str | None = None
    """From which severity on findings are shown."""
    suppress: tuple[tuple[str, Allowed], ...] = ()
    """Patterns of files with findings that are suppressed in them."""
    language_severity: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """Severities for the texts in a language."""
    layers: tuple[Layer, ...] = ()
    """What it is made of; a later one goes before an earlier one."""
    overrides: tuple[Override, ...] = ()
    """What holds for some files only."""
    applied: tuple[int, ...] = ()
    """Which of the overrides are among the layers."""

    @property
    def files(self) -> int:
        """How many of the layers are those of whole files; the overrides come behind them."""
        return len(self.layers) - len(self.applied)


def find_config(folder: Path, cache: dict[Path, Path | None]) -> Path | None:
    """The nearest configuration file upward from a folder, or None."""
    if folder in cache:
        return cache[folder]
    found = next((folder / name for name in NAMES if _holds_config(folder / name)), None)
    if found is None and folder.parent != folder:
        found = find_config(folder.parent, cache)
    cache[folder] = found
    return found


def _holds_config(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        return path.name != "pyproject.toml" or b"[tool.vaclint" in read_regular(path)
    except OSError:
        return path.name != "pyproject.toml"  # reading it will tell


def read_config(path: Path) -> Config:
    """Read a configuration file and those that it extends. Raises VaclintError naming file, line
    and key.
    """
    layers: list[Layer] = []
    overrides: list[Override] = []
    for table in _with_extended(path, ()):
        layers.append(Layer(normal(table.data, table.folder), table.path, table.prefix))
        for number, each in enumerate(table.data.get(OVERRIDES, ())):
            files = each[FILES]
            at = (*table.prefix, OVERRIDES, str(number))
            layer = Layer(normal(each, table.folder), table.path, at)
            overrides.append(Override((files,) if isinstance(files, str) else tuple(files), layer))
    made = _made(layers)
    return made._replace(path=path, root=path.parent.resolve(), overrides=tuple(overrides))


def overridden(config: Config, numbers: Sequence[int]) -> Config:
    """The configuration with some of its overrides, by their numbers."""
    layers = (*config.layers, *(config.overrides[number].layer for number in numbers))
    return _made(layers, len(config.layers))._replace(
        path=config.path, root=config.root, overrides=config.overrides, applied=tuple(numbers)
    )


def joined(layers: Sequence[Layer], files: int) -> dict[str, Any]:
    """What some layers say together: a later one goes before an earlier one, key by key, and tables
    are merged. Some lists of those behind the first ``files`` add to what holds already.
    """
    data: dict[str, Any] = {}
    for number, layer in enumerate(layers):
        for name, value in layer.data.items():
            if number >= files and KEYS[name].adds:
                value = list(dict.fromkeys([*data.get(name, ()), *value]))
            data[name] = _merged(data.get(name), value)
    return data


def _merged(before: Any, value: Any) -> Any:
    """A value on top of another. What is said again in a table comes last in it."""
    if not isinstance(before, dict) or not isinstance(value, dict):
        return value
    kept = {name: each for name, each in before.items() if name not in value}
    return kept | {name: _merged(before.get(name), each) for name, each in value.items()}


class _Table(NamedTuple):
    """The table of one file, without mistakes."""

    path: Path
    data: Mapping[str, Any]
    prefix: tuple[str, ...]
    """The keys that lead to it."""

    @property
    def folder(self) -> Path:
        """What the paths in it are relative to."""
        return self.path.parent.resolve()


def _with_extended(path: Path, extending: tuple[Path, ...]) -> list[_Table]:
    """The table of a file behind those of the files that it extends, each once."""
    table = _table(path)
    found: dict[Path, _Table] = {}
    listed = table.data.get(EXTEND, ())
    for name in (listed,) if isinstance(listed, str) else listed:
        other = table.folder / name
        if not is_file(other):
            raise _error(table, (EXTEND,), f"'{name}' in 'extend' is no file; check the path")
        if other.resolve() in (path.resolve(), *extending):
            message = f"'{name}' in 'extend' leads in a circle; take it out of one of the files"
            raise _error(table, (EXTEND,), message)
        for each in _with_extended(other, (*extending, path.resolve())):
            found.setdefault(each.path.resolve(), each)
    return [*found.values(), table]


def _table(path: Path) -> _Table:
    """The table of one file. Raises VaclintError for what is wrong in it."""
    import tomli

    try:
        data = tomli.loads(_text(path))
    except OSError as error:
        raise VaclintError(
            "config",
            str(path),
            f"{path}: the configuration cannot be read ({error.strerror}); check --config",
        ) from None
    except UnicodeDecodeError:
        raise VaclintError(
            "config", str(path), f"{path}: the configuration is not UTF-8; save it as UTF-8"
        ) from None
    except tomli.TOMLDecodeError as error:
        raise VaclintError(
            "config", str(path), f"{path}:{error.lineno}: not valid TOML: {error.msg}"
        ) from None
    except RecursionError:
        message = f"{path}: the configuration is nested too deeply; make it flatter"
        raise VaclintError("config", str(path), message) from None
    except ValueError:  # a number of thousands of digits
        message = f"{path}: the configuration holds a number that cannot be read; mend it"
        raise VaclintError("config", str(path), message) from None
    prefix: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        prefix = ("tool", "vaclint")
        tools = data.get("tool")
        data = tools.get("vaclint", {}) if isinstance(tools, dict) else {}
        if not isinstance(data, dict):
            message = f"{path}: 'tool.vaclint' must be a table"
            raise VaclintError("config", str(path), message)
    table = _Table(path, data, prefix)
    for key, message in problems(data):
        raise _error(table, key, message)
    return table


def _error(table: _Table, key: tuple[str, ...], message: str) -> VaclintError:
    line = _line(table.path, (*table.prefix, *key))
    return VaclintError("config", str(table.path), f"{table.path}:{line}: {message}")


def _line(path: Path, key: tuple[str, ...]) -> int:
    from vaclint.text.toml_places import line_of

    return line_of(_text(path), key)


def _text(path: Path) -> str:
    return read_regular(path, MAX_FILE_SIZE).decode("utf-8-sig").replace("\r\n", "\n")


def _made(layers: Sequence[Layer], files: int | None = None) -> Config:
    """The settings that some layers come to; the first ``files`` of them are those of files."""
    data = joined(layers, len(layers) if files is None else files)
    severity = data.get("severity", {})
    return Config(
        include=tuple(data.get("include", ())),
        exclude=tuple(data.get("exclude", ())),
        select=tuple(data.get("select", ())),
        extend_select=tuple(data.get("extend-select", ())),
        ignore=tuple(data.get("ignore", ())),
        per_file_ignores=_pairs(data.get("per-file-ignores", {})),
        severity=tuple(each for each in severity.items() if isinstance(each[1], str)),
        language_severity=tuple(
            (name, tuple(value.items()))
            for name, value in severity.items()
            if isinstance(value, dict)
        ),
        fail_on=data.get("fail-on"),
        rule_paths=tuple(data.get("rule-paths", ())),
        vocabulary=tuple(data.get("vocabulary", ())),
        fields=_pairs(data.get("fields", {})),
        options=tuple(
            (code, tuple(options.items())) for code, options in data.get("rules", {}).items()
        ),
        encoding=data.get("encoding", ""),
        kind=tuple(data.get("kind", {}).items()),
        min_score=data.get("min-score"),
        vacancies=tuple(data.get("vacancies", ())),
        country=data.get("country", ""),
        max_file_size=data.get("max-file-size", MAX_FILE_SIZE),
        timeout=data.get("timeout"),
        baseline=data.get("baseline"),
        min_severity=data.get("min-severity"),
        suppress=tuple(_suppressed(data.get("suppress", {}))),
        layers=tuple(layers),
    )


def _pairs(table: Mapping[str, Sequence[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(values)) for name, values in table.items())


def _suppressed(table: Mapping[str, Any]) -> Iterator[tuple[str, Allowed]]:
    """What is suppressed by pattern of files."""
    for pattern, entries in table.items():
        for entry in entries:
            rules = entry.get("rule", [])
            codes = [rules] if isinstance(rules, str) else rules
            yield (
                pattern,
                Allowed(
                    tuple(code.upper() for code in codes),
                    entry.get("fingerprint", "").lower(),
                    entry.get("text", "").strip(),
                    entry.get("reason", ""),
                ),
            )
