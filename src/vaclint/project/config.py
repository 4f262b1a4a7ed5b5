"""Configuration: ``vaclint.toml``, ``.vaclint.toml`` or ``[tool.vaclint]`` in ``pyproject.toml``,
nearest upward from each file.

The command's own options come on top. An unknown key is an error that names the nearest known one.
"""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from vaclint.engine.allowed import Allowed
from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.errors import VaclintError, nearest
from vaclint.model.regular import MAX_FILE_SIZE, read_regular

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAMES = ("vaclint.toml", ".vaclint.toml", "pyproject.toml")
FAIL_ON = (*SEVERITIES, "never")
_LISTS = (
    "vacancies",
    "include",
    "exclude",
    "select",
    "extend-select",
    "ignore",
    "rule-paths",
    "vocabulary",
)
_KEYS = (
    *_LISTS,
    "per-file-ignores",
    "severity",
    "fail-on",
    "fields",
    "rules",
    "encoding",
    "kind",
    "min-score",
    "country",
    "max-file-size",
    "timeout",
    "baseline",
    "min-severity",
    "suppress",
)
_SUPPRESS = ("rule", "fingerprint", "text", "reason")
SHORTEST = 8
"""So many characters of a fingerprint are given at least."""
FIELDS = (
    "title",
    "salary",
    "hours",
    "language",
    "contract",
    "location",
    "organization",
    "date",
    "closing",
    "contact",
    "application",
    "offer",
    "description",
)


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


def file_patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    """Patterns of files, as git reads them. Raises ValueError and re.error for what is none; what
    Python warns of in one (``[[a]``) is nothing to its writer, and is not printed.
    """
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return GitIgnoreSpec.from_lines(lines)


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
    """Read one configuration file. Raises VaclintError naming file, line and key."""
    import tomli

    try:
        text = read_regular(path, MAX_FILE_SIZE).decode("utf-8").replace("\r\n", "\n")
        data = tomli.loads(text)
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
    prefix: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        prefix = ("tool", "vaclint")
        tools = data.get("tool")
        data = tools.get("vaclint", {}) if isinstance(tools, dict) else {}
        if not isinstance(data, dict):
            message = f"{path}: 'tool.vaclint' must be a table"
            raise VaclintError("config", str(path), message)
    return _Validator(path, text, prefix).config(data)


class _Validator:
    """Checks the table of one configuration file."""

    def __init__(self, path: Path, text: str, prefix: tuple[str, ...]) -> None:
        self.path = path
        self.text = text
        self.prefix = prefix

    def error(self, key: tuple[str, ...], message: str) -> VaclintError:
        from vaclint.text.toml_places import line_of

        return VaclintError(
            "config",
            str(self.path),
            f"{self.path}:{line_of(self.text, self.prefix + key)}: {message}",
        )

    def config(self, data: Mapping[str, Any]) -> Config:
        for key in data:
            if key not in _KEYS:
                raise self.error(
                    (key,),
                    "unknown key "
                    f"'{key}'{nearest(key, _KEYS) or '; known are ' + ', '.join(_KEYS)}",
                )
        lists = {key: self._strings((key,), data.get(key, [])) for key in _LISTS}
        for key in ("include", "exclude"):
            self._patterns((key,), lists[key])
        for key in ("per-file-ignores", "kind", "suppress"):
            self._patterns((key,), tuple(self._table((key,), data.get(key, {}))))
        fail_on = data.get("fail-on")
        if fail_on is not None and fail_on not in FAIL_ON:
            raise self.error(("fail-on",), f"'fail-on' must be one of {', '.join(FAIL_ON)}")
        least = data.get("min-severity")
        if least is not None and least not in SEVERITIES:
            listed = ", ".join(SEVERITIES)
            raise self.error(("min-severity",), f"'min-severity' must be one of {listed}")
        baseline = data.get("baseline")
        if baseline is not None and not (isinstance(baseline, str) and baseline):
            raise self.error(("baseline",), "'baseline' must be the name of a file")
        severity = self._table(("severity",), data.get("severity", {}))
        for code, value in severity.items():
            if value not in SEVERITIES:
                raise self.error(
                    ("severity", code),
                    f"the severity of '{code}' must be one of {', '.join(SEVERITIES)}",
                )
        fields = self._table(("fields",), data.get("fields", {}))
        for name in fields:
            if name not in FIELDS:
                raise self.error(
                    ("fields", name),
                    "unknown field "
                    f"'{name}'{nearest(name, FIELDS) or '; known are ' + ', '.join(FIELDS)}",
                )
        options = self._table(("rules",), data.get("rules", {}))
        encoding = data.get("encoding", "")
        try:
            if encoding and not codecs.lookup(encoding)._is_text_encoding:
                raise LookupError(encoding)
        except (LookupError, TypeError, ValueError):
            raise self.error(
                ("encoding",), f"unknown encoding {encoding!r}; utf-8, cp1252 and latin-1 are known"
            ) from None
        kinds = self._table(("kind",), data.get("kind", {}))
        for pattern, kind in kinds.items():
            if kind not in ("vacancy", "other"):
                raise self.error(
                    ("kind", pattern), f"the kind of '{pattern}' must be vacancy or other"
                )
        min_score = data.get("min-score")
        if min_score is not None and (
            isinstance(min_score, bool)
            or not isinstance(min_score, (int, float))
            or not 1 <= min_score <= 10
        ):
            raise self.error(
                ("min-score",), f"'min-score' must be a number from 1 to 10, not {min_score!r}"
            )
        country = data.get("country", "")
        if country and not (isinstance(country, str) and len(country) == 2 and country.isalpha()):
            raise self.error(
                ("country",), f"'country' must be two letters such as 'NL', not {country!r}"
            )
        size = data.get("max-file-size", MAX_FILE_SIZE)
        if not isinstance(size, int) or isinstance(size, bool) or size < 1:
            raise self.error(
                ("max-file-size",), f"'max-file-size' must be a number of bytes, not {size!r}"
            )
        timeout = data.get("timeout")
        if timeout is not None and (
            not isinstance(timeout, (int, float))
            or isinstance(timeout, bool)
            or not 0 <= timeout < float("inf")
        ):
            raise self.error(
                ("timeout",), f"'timeout' must be a number of seconds, 0 for none, not {timeout!r}"
            )
        root = self.path.parent.resolve()
        return Config(
            encoding=encoding,
            kind=tuple(kinds.items()),
            min_score=min_score,
            vacancies=lists["vacancies"],
            country=country.upper(),
            max_file_size=size,
            timeout=timeout,
            baseline=root / baseline if baseline else None,
            min_severity=least,
            suppress=tuple(self._suppress(data.get("suppress", {}))),
            path=self.path,
            root=root,
            include=lists["include"],
            exclude=lists["exclude"],
            select=lists["select"],
            extend_select=lists["extend-select"],
            ignore=lists["ignore"],
            per_file_ignores=tuple(
                (pattern, self._strings(("per-file-ignores", pattern), codes))
                for pattern, codes in self._table(
                    ("per-file-ignores",), data.get("per-file-ignores", {})
                ).items()
            ),
            severity=tuple(severity.items()),
            fail_on=fail_on,
            rule_paths=tuple(root / path for path in lists["rule-paths"]),
            vocabulary=lists["vocabulary"],
            fields=tuple(
                (name, self._strings(("fields", name), keys)) for name, keys in fields.items()
            ),
            options=tuple(
                (code, tuple(self._table(("rules", code), table).items()))
                for code, table in options.items()
            ),
        )

    def _suppress(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Allowed]]:
        """What is suppressed by pattern of files. Raises VaclintError for an entry that cannot
        be.
        """
        for pattern, entries in table.items():
            key = ("suppress", pattern)
            if isinstance(entries, dict):
                entries = [entries]
            if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
                message = f"'suppress' of '{pattern}' must be a list of tables"
                raise self.error(key, message)
            for entry in entries:
                yield pattern, self._allowed(key, entry)

    def _allowed(self, key: tuple[str, ...], entry: Mapping[str, Any]) -> Allowed:
        for name, value in entry.items():
            if name not in _SUPPRESS:
                hint = nearest(name, _SUPPRESS) or "; known are " + ", ".join(_SUPPRESS)
                raise self.error(key, f"unknown key '{name}' in 'suppress'{hint}")
            if name != "rule" and not isinstance(value, str):
                raise self.error(key, f"'{name}' in 'suppress' must be a text")
        rules = self._strings((*key, "rule"), entry.get("rule", []))
        fingerprint, text = entry.get("fingerprint", ""), entry.get("text", "").strip()
        if not fingerprint and not text:
            message = "an entry of 'suppress' needs 'text', a quotation, or 'fingerprint'"
            raise self.error(key, message)
        if fingerprint and len(fingerprint) < SHORTEST:
            message = (
                f"'{fingerprint}' is too short a fingerprint; give {SHORTEST} characters or more"
            )
            raise self.error(key, message)
        codes = tuple(rule.upper() for rule in rules)
        return Allowed(codes, fingerprint.lower(), text, entry.get("reason", ""))

    def _patterns(self, key: tuple[str, ...], patterns: tuple[str, ...]) -> None:
        """Raises VaclintError for a text that is no pattern of files."""
        for pattern in patterns:
            try:
                file_patterns([pattern])
            except (ValueError, re.error):
                message = f"'{pattern}' in '{key[0]}' is no pattern of files; mend or remove it"
                raise self.error(key, message) from None

    def _table(self, key: tuple[str, ...], value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.error(key, f"'{'.'.join(key)}' must be a table")
        return value

    def _strings(self, key: tuple[str, ...], value: Any) -> tuple[str, ...]:
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, f"'{'.'.join(key)}' must be a list of texts")
        return tuple(value)
