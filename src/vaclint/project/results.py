"""The reports of earlier runs, kept as long as nothing that they are made of changes.

A report is found by the digest of the text, its path and encoding, the configuration and options
for it, the rules, languages and code that made it, the versions of Python and vaclint, and the day:
closing dates and minimum wages look at it. What depends on other files is made anew in each run. A
report with an error in it is not kept. Each is a file with a checksum in the cache; a file that is
damaged, or that somebody else owns or can write, is as good as none.
"""

from __future__ import annotations

import marshal
import os
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Edit, Fix
from vaclint.model.packed import Packed
from vaclint.model.report import (
    FileReport,
    Finding,
    Piece,
    Place,
    RelatedPlace,
    ShownBlock,
    Suppressed,
    Vacancy,
)
from vaclint.model.sketch import Sketch, Stretch
from vaclint.model.source import Position, Source
from vaclint.model.values import (
    Detail,
    Details,
    Facts,
    Hours,
    HoursFacts,
    Salary,
    SalaryFacts,
    Scale,
)
from vaclint.project.cache import read_sealed, write_sealed
from vaclint.project.digests import digest, encoded, ordered, state_of_rules, today
from vaclint.project.plan import Setup

FOLDER = "results"
MOST_BYTES = 200_000_000
"""What the reports may take; the oldest go first."""
LOOKED_AT = "000"
"""How much they take is seen when one is kept whose name begins so: once in some four thousand."""

_CLASSES: tuple[Any, ...] = (
    FileReport, Finding, Place, Position, RelatedPlace, Fix, Edit, Suppressed, Vacancy, Facts,
    SalaryFacts, Salary, Scale, HoursFacts, Hours, Details, Detail, Span, Sketch, Stretch,
    Piece, ShownBlock,
)  # fmt: skip
"""What a report is made of, besides plain data."""
PIECE = 100_000
"""So many characters of a text are encoded at a time."""
LONG = ("findings", "hidden", "vacancies", "blocks")
"""What a report has many of where the text is large."""
AT_ONCE = 250
"""So many of these are written at a time."""
SIZE = 8
"""Before each part of a report stand so many bytes that say how long it is."""
_SIMPLE = frozenset((str, int, float, bool, type(None)))
"""The types that ``marshal`` takes as they are."""
_HOLDING = frozenset((tuple, list, dict))
"""The types of plain data that may hold something made of another class."""
ARRAY = -1
"""What stands for the class of an array of numbers."""
_INDEXES = {each: index for index, each in enumerate(_CLASSES)}


def plain(value: Any) -> Any:
    """A value as plain data that ``marshal`` takes: a named tuple is a tuple that begins with an
    ellipsis and the index of its class. Raises TypeError for anything else in it.
    """
    kind = type(value)
    if kind in _SIMPLE:
        return value
    if kind in _INDEXES:
        return (..., _INDEXES[kind], *_all_plain(value))
    if kind is array:
        return (..., ARRAY, value.typecode, value.tobytes())
    if kind in (tuple, Packed):
        return tuple(_all_plain(value))
    if kind is list:
        return _all_plain(value)
    if kind in (set, frozenset):
        return frozenset(map(plain, value))
    if isinstance(value, Mapping):
        return {plain(key): plain(each) for key, each in value.items()}
    raise TypeError(f"a report does not hold {kind.__name__}")


def _all_plain(values: Iterable[Any]) -> list[Any]:
    return [each if type(each) in _SIMPLE else plain(each) for each in values]


def made(value: Any) -> Any:
    """The value that ``plain`` made plain. Raises TypeError and IndexError for what it did not."""
    kind = type(value)
    if kind is tuple:
        if value and value[0] is ...:
            if value[1] == ARRAY:
                return array(value[2], value[3])
            return _CLASSES[value[1]]._make(_all_made(value[2:]))
        return tuple(_all_made(value))
    if kind is list:
        return _all_made(value)
    if kind is dict:
        return dict(zip(value, _all_made(value.values()), strict=True))
    return value


def _all_made(values: Iterable[Any]) -> list[Any]:
    return [made(each) if type(each) in _HOLDING else each for each in values]


def _parts_of(report: FileReport) -> Iterator[bytes]:
    """A report in bytes: without what is long in it, and then that, some at a time. A copy of the
    findings of a large text, all at once, took more room than the text and its check together.
    """
    none: dict[str, Any] = dict.fromkeys(LONG, ())
    for value in chain((report._replace(**none),), _long_parts(report)):
        data = marshal.dumps(plain(value))
        yield len(data).to_bytes(SIZE, "big")
        yield data


def _long_parts(report: FileReport) -> Iterator[tuple[str, Sequence[Any]]]:
    """What is long in a report, some at a time, each time with its name."""
    for name in LONG:
        values = getattr(report, name)
        for at in range(0, len(values), AT_ONCE):
            yield name, tuple(values[at : at + AT_ONCE])


def _report_of(data: bytes) -> FileReport | None:
    """The report that ``_parts_of`` gave in bytes; None for something else. Raises what ``made``
    and ``marshal`` raise.
    """
    view, at = memoryview(data), 0
    parts: list[Any] = []
    while at < len(view):
        size = int.from_bytes(view[at : at + SIZE], "big")
        at += SIZE
        parts.append(made(marshal.loads(view[at : at + size])))
        at += size
    if not isinstance(parts[0], FileReport):
        return None
    long: dict[str, list[Any]] = {name: [] for name in LONG}
    for name, values in parts[1:]:
        long[name] += values
    whole: dict[str, Any] = {name: tuple(values) for name, values in long.items()}
    return parts[0]._replace(**whole)


class Results:
    """The reports that are kept for the files of one setup; none without a folder."""

    def __init__(self, folder: Path | None, setup: Setup) -> None:
        self._folder = folder / FOLDER if folder is not None else None
        self._key = b"" if folder is None else _setup_key(setup)

    @property
    def are_kept(self) -> bool:
        """Whether there is a folder to keep them in."""
        return self._folder is not None

    def get(self, source: Source) -> FileReport | None:
        """The report on a text, where one is kept."""
        if self._folder is None:
            return None
        try:
            data = read_sealed(self._file(source))
            return _report_of(data) if data else None
        except (OSError, EOFError, ValueError, TypeError, LookupError, MemoryError):
            return None

    def put(self, source: Source, report: FileReport) -> None:
        """Keep a report; nothing where it has errors, or where that cannot be."""
        if self._folder is None or report.errors:
            return
        path = self._file(source)
        with suppress(TypeError, ValueError, OSError):
            write_sealed(path, _parts_of(report))
        if f"{path.parent.name}{path.name}".startswith(LOOKED_AT):
            prune(self._folder)

    def _file(self, source: Source) -> Path:
        assert self._folder is not None
        told = self._key, encoded(source.path), source.encoding.encode() + source.bom
        text = source.text
        pieces = (encoded(text[at : at + PIECE]) for at in range(0, len(text), PIECE))
        name = digest(chain(told, pieces))
        return self._folder / name[:2] / name[2:]


def _setup_key(setup: Setup) -> bytes:
    """What the report on a text depends on besides the text."""
    told = (sys.version, today(), state_of_rules(setup.config.rule_paths), ordered(setup))
    return encoded(digest([encoded(repr(told))]))


def prune(folder: Path, most: int = MOST_BYTES) -> None:
    """Remove the oldest reports in a folder, until the rest take no more than ``most`` bytes."""
    size = 0
    for _, bytes_taken, path in sorted(_entries(folder), reverse=True):
        size += bytes_taken
        if size > most:
            with suppress(OSError):
                os.unlink(path)


def _entries(folder: Path) -> Iterable[tuple[float, int, str]]:
    """The reports by time, with their size and path."""
    with suppress(OSError), os.scandir(folder) as parts:
        for part in parts:
            with suppress(OSError), os.scandir(part.path) as entries:
                for entry in entries:
                    status = entry.stat(follow_symlinks=False)
                    yield status.st_mtime, status.st_size, entry.path
