"""The keys of a configuration: what each may hold, in a table that the reading of configuration
files, their JSON Schema and ``--show-config`` all go by.
"""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.errors import nearest
from vaclint.model.regular import MAX_FILE_SIZE
from vaclint.project.settings import FAIL_ON, TIMEOUT
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

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
KINDS = ("vacancy", "other")
SHORTEST = 8
"""So many characters of a fingerprint are given at least."""
_SUPPRESS = ("rule", "fingerprint", "text", "reason")

Problem = tuple[tuple[str, ...], str]
"""The keys that lead to a mistake, and a sentence on it."""
Check = Callable[[tuple[str, ...], Any], Iterator[Problem]]
"""What is wrong with the value that a path of keys leads to."""
Normal = Callable[[Any, Path], Any]
"""A value in the one form that it is kept in; the path is that of the file's folder."""


LONGEST = 10_000
"""Characters of a pattern of files; no path has as many, and to make one ready takes its square."""


def file_patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    """Patterns of files, as git reads them. Raises ValueError and re.error for what is none; what
    Python warns of in one (``[[a]``) is nothing to its writer, and is not printed.
    """
    from pathspec import GitIgnoreSpec

    lines = tuple(lines)
    if any(len(line) > LONGEST for line in lines):
        raise ValueError("too long")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return GitIgnoreSpec.from_lines(lines)


def _texts(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
        yield key, f"'{'.'.join(key)}' must be a list of texts"


def _is_pattern(pattern: str) -> bool:
    try:
        file_patterns([pattern])
    except (ValueError, re.error):
        return False
    return True


_BACKSLASH = re.compile(r"\\(?=[\w*.])")


def _patterns_of(key: tuple[str, ...], patterns: Iterable[str]) -> Iterator[Problem]:
    for pattern in patterns:
        if _BACKSLASH.search(pattern):
            right = _BACKSLASH.sub("/", pattern)
            yield key, f"'{pattern}' in '{key[-1]}' has backslashes; write '{right}'"
        elif not _is_pattern(pattern):
            yield key, f"'{pattern}' in '{key[-1]}' is no pattern of files; mend or remove it"


def _patterns(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    wrong = list(_texts(key, value))
    yield from wrong or _patterns_of(key, _listed(value, Path()))


def _one_of(choices: tuple[str, ...]) -> Check:
    def check(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
        if value not in choices:
            yield key, f"'{'.'.join(key)}' must be one of {', '.join(choices)}"

    return check


MOST = 2_000_000_000
"""No file is larger than so many bytes: that much memory would be taken many times over."""


def _number(
    what: str, fits: Callable[[float], bool], types: tuple[type, ...] = (int, float)
) -> Check:
    def check(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
        is_number = isinstance(value, types) and not isinstance(value, bool)
        if not is_number or not fits(value):
            yield key, f"'{'.'.join(key)}' must be {what}, not {value!r}"

    return check


def _table(each: Check, patterns: bool = False) -> Check:
    """A table whose values pass a check; its keys may be patterns of files."""

    def check(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield key, f"'{'.'.join(key)}' must be a table"
            return
        if patterns:
            yield from _patterns_of(key, value)
        for name, item in value.items():
            yield from each((*key, name), item)

    return check


def _anything(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    return iter(())


def _severity(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    if isinstance(value, dict) and key[-2] == "severity":  # of a language
        for code, item in value.items():
            yield from _severity((*key, code), item)
    elif value not in SEVERITIES:
        yield key, f"the severity of '{key[-1]}' must be one of {', '.join(SEVERITIES)}"


def _kind(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    if value not in KINDS:
        yield key, f"the kind of '{key[-1]}' must be {' or '.join(KINDS)}"


def _kinds(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    """A table by pattern of files, or in ``[[overrides]]`` one kind."""
    if key[0] == "overrides" and not isinstance(value, dict):
        if value not in KINDS:
            yield key, f"'kind' must be {' or '.join(KINDS)}"
    else:
        yield from _table(_kind, patterns=True)(key, value)


def _fields(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    if key[-1] in FIELDS:
        yield from _texts(key, value)
    else:
        hint = nearest(key[-1], FIELDS) or "; known are " + ", ".join(FIELDS)
        yield key, f"unknown field '{key[-1]}'{hint}"


def _encoding(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    try:
        if codecs.lookup(value)._is_text_encoding:
            return
    except (LookupError, TypeError, ValueError):
        pass
    yield key, f"unknown encoding {value!r}; utf-8, cp1252 and latin-1 are known"


def _file(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    if not isinstance(value, str) or not value or "\0" in value:
        yield key, f"'{'.'.join(key)}' must be the name of a file"


def _files(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    yield from _texts(key, value)
    if "\0" in str(value) or (isinstance(value, list) and any("\0" in str(each) for each in value)):
        yield key, f"'{'.'.join(key)}' must be names of files, which hold no NUL"


def _country(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    if not (isinstance(value, str) and len(value) == 2 and value.isalpha()):
        yield key, f"'{'.'.join(key)}' must be two letters such as 'NL', not {value!r}"


def _suppressed(key: tuple[str, ...], value: Any) -> Iterator[Problem]:
    entries = [value] if isinstance(value, dict) else value
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        yield key, f"'suppress' of '{key[-1]}' must be a list of tables"
        return
    for entry in entries:
        yield from _suppression(key, entry)


def _suppression(key: tuple[str, ...], entry: Mapping[str, Any]) -> Iterator[Problem]:
    for name, value in entry.items():
        if name not in _SUPPRESS:
            hint = nearest(name, _SUPPRESS) or "; known are " + ", ".join(_SUPPRESS)
            yield key, f"unknown key '{name}' in 'suppress'{hint}"
        elif name == "rule":
            yield from _texts((*key, name), value)
        elif not isinstance(value, str):
            yield key, f"'{name}' in 'suppress' must be a text"
            return
    fingerprint = entry.get("fingerprint", "")
    if not fingerprint and not entry.get("text", "").strip():
        yield key, "an entry of 'suppress' needs 'text', a quotation, or 'fingerprint'"
    elif fingerprint and len(fingerprint) < SHORTEST:
        yield (
            key,
            f"'{fingerprint}' is too short a fingerprint; give {SHORTEST} characters or more",
        )


def _same(value: Any, folder: Path) -> Any:
    return value


def _listed(value: Any, folder: Path) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _lists(value: Any, folder: Path) -> dict[str, Any]:
    return {name: [item] if isinstance(item, (str, dict)) else item for name, item in value.items()}


def _inside(value: Any, folder: Path) -> list[Path]:
    return [folder / path for path in _listed(value, folder)]


def _path(value: Any, folder: Path) -> Path:
    return folder / str(value)


def _capitals(value: Any, folder: Path) -> str:
    return str(value).upper()


def _for_all(value: Any, folder: Path) -> dict[str, str]:
    return {"*": value} if isinstance(value, str) else value


Schema = Mapping[str, Any]
_TEXT: Schema = {"type": "string"}
_LIST: Schema = {"type": ["array", "string"], "items": _TEXT}
_SEVERITY: Schema = {"enum": list(SEVERITIES)}


def _schema_of_table(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


_SCHEMA_SUPPRESS: Schema = {
    "type": "object",
    "properties": {
        "rule": _LIST,
        "fingerprint": {"type": "string", "minLength": SHORTEST},
        "text": _TEXT,
        "reason": _TEXT,
    },
    "additionalProperties": False,
    "anyOf": [{"required": ["text"]}, {"required": ["fingerprint"]}],
}


class Key(NamedTuple):
    """A key of a configuration."""

    check: Check
    schema: Schema
    about: str
    default: Any = None
    """None for a key that has none."""
    normal: Normal = _same
    per_file: bool = False
    """Whether it may stand in ``[[overrides]]``."""
    adds: bool = False
    """Whether there, and on the command line, it adds to what holds already."""


KEYS: Mapping[str, Key] = {
    "vacancies": Key(_patterns, _LIST, "Patterns of the files that are vacancies.", [], _listed),
    "include": Key(_patterns, _LIST, "Patterns of files that are checked too.", [], _listed),
    "exclude": Key(_patterns, _LIST, "Patterns of files that are left out.", [], _listed),
    "select": Key(
        _texts, _LIST, "Codes of rules, or their beginnings: only these are on.", [], _listed, True
    ),
    "extend-select": Key(
        _texts, _LIST, "Codes of rules that are on as well.", [], _listed, True, True
    ),
    "ignore": Key(_texts, _LIST, "Codes of rules that are off.", [], _listed, True, True),
    "per-file-ignores": Key(
        _table(_texts, patterns=True),
        _schema_of_table(_LIST),
        "Codes of rules that are off, by pattern of files.",
        {},
        _lists,
    ),
    "severity": Key(
        _table(_severity),
        _schema_of_table({"anyOf": [_SEVERITY, _schema_of_table(_SEVERITY)]}),
        "Severities by code of a rule or its beginning; in a table by language for its texts.",
        {},
        per_file=True,
    ),
    "fail-on": Key(
        _one_of(FAIL_ON),
        {"enum": list(FAIL_ON)},
        "From which severity on the exit code is 1.",
        "warning",
        per_file=True,
    ),
    "min-severity": Key(
        _one_of(SEVERITIES),
        _SEVERITY,
        "From which severity on findings are shown.",
        "info",
        per_file=True,
    ),
    "min-score": Key(
        _number("a number from 1 to 10", lambda mark: 1 <= mark <= 10),
        {"type": "number", "minimum": 1, "maximum": 10},
        "Below which mark of a vacancy the exit code is 1.",
        per_file=True,
    ),
    "baseline": Key(
        _file, {**_TEXT, "minLength": 1}, "The file with findings that are known.", normal=_path
    ),
    "max-file-size": Key(
        _number("a number of bytes up to 2,000,000,000", lambda size: 1 <= size <= MOST, (int,)),
        {"type": "integer", "minimum": 1, "maximum": MOST},
        "Bytes that a file may have.",
        MAX_FILE_SIZE,
    ),
    "timeout": Key(
        _number("a number of seconds, 0 for none", lambda limit: 0 <= limit < float("inf")),
        {"type": "number", "minimum": 0},
        "Seconds of processor time that a file may take, a large one more; 0 for any.",
        TIMEOUT,
    ),
    "encoding": Key(_encoding, _TEXT, "The encoding of files that are no UTF-8, such as cp1252."),
    "country": Key(
        _country,
        {**_TEXT, "pattern": "^[A-Za-z]{2}$"},
        "The country of vacancies that do not say so, such as NL.",
        normal=_capitals,
        per_file=True,
    ),
    "vocabulary": Key(_texts, _LIST, "Words that are fine.", [], _listed, True, True),
    "rule-paths": Key(_files, _LIST, "Files and folders with more rules.", [], _inside),
    "kind": Key(
        _kinds,
        _schema_of_table({"enum": list(KINDS)}),
        "What files are, by pattern of files.",
        {},
        _for_all,
        True,
    ),
    "fields": Key(
        _table(_fields),
        {
            "type": "object",
            "properties": dict.fromkeys(FIELDS, _LIST),
            "additionalProperties": False,
        },
        "More labels and front-matter keys that hold a fact.",
        {},
        _lists,
    ),
    "suppress": Key(
        _table(_suppressed, patterns=True),
        _schema_of_table(
            {"anyOf": [_SCHEMA_SUPPRESS, {"type": "array", "items": _SCHEMA_SUPPRESS}]}
        ),
        "Findings that are suppressed, by pattern of files.",
        {},
        _lists,
    ),
    "rules": Key(
        _table(_table(_anything)),
        _schema_of_table({"type": "object"}),
        "Options of rules, by code.",
        {},
        per_file=True,
    ),
}
"""All keys but those that are about other tables, in the order in which they are shown."""
EXTEND = "extend"
OVERRIDES = "overrides"
FILES = "files"
"""The key of ``[[overrides]]`` with the patterns of files."""
NAMES = (*KEYS, EXTEND, OVERRIDES)
IN_OVERRIDES = (FILES, *(name for name, key in KEYS.items() if key.per_file))


def problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong in the table of one configuration file."""
    for name, value in data.items():
        if name not in NAMES:
            hint = nearest(name, NAMES) or "; known are " + ", ".join(NAMES)
            yield (name,), f"unknown key '{name}'{hint}"
        elif name == EXTEND:
            yield from _texts((name,), value)
        elif name == OVERRIDES:
            yield from _overrides(value)
        else:
            yield from KEYS[name].check((name,), value)


def _overrides(value: Any) -> Iterator[Problem]:
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        yield (OVERRIDES,), "'overrides' must be [[overrides]] tables"
        return
    for number, table in enumerate(value):
        at = (OVERRIDES, str(number))
        if not table.get(FILES):
            yield at, "[[overrides]] needs 'files', patterns of the files that it is about"
        for name, item in table.items():
            if name not in IN_OVERRIDES:
                hint = nearest(name, IN_OVERRIDES) or "; it takes " + ", ".join(IN_OVERRIDES)
                yield (*at, name), f"'{name}' cannot stand in [[overrides]]{hint}"
            elif name == FILES:
                yield from _patterns((*at, name), item)
            else:
                yield from _without_place(at, KEYS[name].check((*at, name), item))


def _without_place(at: tuple[str, ...], found: Iterable[Problem]) -> Iterator[Problem]:
    """Mistakes with keys named as the reader of the file sees them."""
    for key, message in found:
        yield key, message.replace(f"'{'.'.join(at)}.", "'", 1)


def normal(data: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The values of the keys in a table without mistakes, in the form that they are kept in."""
    return {name: key.normal(data[name], folder) for name, key in KEYS.items() if name in data}
