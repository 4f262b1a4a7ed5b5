"""Files of adverts read a portion at a time: Parquet, Arrow, JSON Lines and CSV.

What is wrong with a row is a row with a problem; what is wrong with a file is a VaclintError.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from glob import glob
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from vaclint.arrow.columns import Columns, find_columns, rows_in
from vaclint.arrow.postings import TYPE, identifier, is_posting, postings_in
from vaclint.arrow.rows import Row
from vaclint.model.errors import VaclintError
from vaclint.model.reading import Reading
from vaclint.model.regular import is_file
from vaclint.text.escaped import lossless
from vaclint.text.named import NamedTuple

ROWS = 64
"""So many rows are a portion: about a second of work."""
LOOKED_AT = 100
"""So many lines of JSON are looked at for the names of columns."""
BUFFER = 1 << 20
"""So many bytes of a column of Parquet are read at a time, however large its row groups are."""
LINE = 64_000_000
"""A line of more bytes is not read."""
DELIMITERS = ",;\t|"


class Portion(NamedTuple):
    """Some rows of a file, and how many of its bytes were read by the end of them, about."""

    rows: list[Row]
    read: float


class Input(NamedTuple):
    """A file of adverts: its path, the path as shown, and its size and time of change."""

    path: Path
    shown: str
    size: int
    changed: int

    @property
    def format(self) -> InputFormat:
        """How it is read."""
        return FORMATS[suffix_of(self.path)]


class InputFormat(NamedTuple):
    """How files of a format are read."""

    schema: Callable[[Path], pa.Schema | None]
    """The columns of a file; None where its rows are JobPostings."""
    portions: Callable[[Input, Columns | None], Iterator[Portion]]


def suffix_of(path: Path) -> str:
    """The suffix that says in which format a file is."""
    return (
        path.with_suffix("").suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()
    )


def find_inputs(given: Iterable[str], without: Path) -> list[Input]:
    """The files that are named, that a pattern matches or that are in a folder, in the order of
    their names; ``without`` is what is written. Raises VaclintError for what is not there.
    """
    found: dict[Path, None] = {}
    for name in given:
        paths = sorted(path for path in _paths(name) if path.resolve() != without.resolve())
        if not paths:
            known = ", ".join(FORMATS)
            raise _error(name, f"there is no file of adverts there; what can be read is: {known}")
        found |= dict.fromkeys(paths)
    return [_input(path) for path in found]


def _paths(name: str) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        for folder, folders, files in os.walk(path):
            folders[:] = [each for each in folders if not each.startswith((".", "_"))]
            files = [each for each in files if not each.startswith((".", "_"))]
            yield from (
                p for p in (Path(folder, each) for each in files) if suffix_of(p) in FORMATS
            )
    elif os.path.lexists(path):
        yield path
    else:
        found = map(Path, glob(name, recursive=True))  # noqa: PTH207 - of any folder
        yield from (each for each in found if is_file(each))


def _input(path: Path) -> Input:
    shown = lossless(path.as_posix())
    if suffix_of(path) not in FORMATS:
        known = ", ".join(FORMATS)
        raise _error(
            shown, f"its name does not end in a format that can be read, which are: {known}"
        )
    with _told(shown):
        if not path.is_file():
            raise _error(shown, "it is no regular file; name a file, a folder or a pattern")
        status = path.stat()
    return Input(path, shown, status.st_size, status.st_mtime_ns)


def _error(shown: str, what: str) -> VaclintError:
    return VaclintError("read", shown, f"{shown}: {what}")


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """Raise what reading a file raises as one sentence."""
    try:
        yield
    except (OSError, EOFError, zlib.error, pa.ArrowException, csv.Error) as error:
        number = getattr(error, "errno", None)
        reason = os.strerror(number) if number else str(error).partition("\n")[0]
        raise _error(
            shown, f"the file cannot be read ({reason}); mend it or leave it out"
        ) from None


def columns_in(
    inputs: Iterable[Input], reading: Reading, given: Mapping[str, str | None]
) -> Columns | None:
    """The columns that hold the adverts, in all of the files; None where the rows of all are
    JobPostings. Raises VaclintError for a file that cannot be read or has not those of the first.
    """
    columns, first = None, ""
    for each in inputs:
        with _told(each.shown):
            schema = each.format.schema(each.path)
        if schema is None or (not given.get("text") and TYPE in schema.names):
            continue
        try:
            found = find_columns(schema, reading, columns._asdict() if columns else given)
        except VaclintError as error:
            but = f"; {first} has it" if columns else ""
            raise _error(each.shown, f"{error.message}{but}") from None
        if columns is None:
            columns, first = found, each.shown
    return columns


def portions_of(inputs: Sequence[Input], columns: Columns | None, skip: int) -> Iterator[Portion]:
    """The rows of some files in order, without the first ``skip`` of them. Raises VaclintError."""
    before = 0
    for each in inputs:
        with _told(each.shown):
            number = 0
            for rows, read in each.format.portions(each, columns):
                named = [
                    row if row.id is not None else row._replace(id=f"{each.shown}:{number + at}")
                    for at, row in enumerate(rows, 1)
                ]
                number += len(rows)
                kept = named[skip:]
                skip = max(0, skip - len(rows))
                if kept:
                    yield Portion(kept, before + read)
        before += each.size


def _parquet_schema(path: Path) -> pa.Schema:
    with pq.ParquetFile(path) as file:
        return file.schema_arrow


def _parquet(given: Input, columns: Columns | None) -> Iterator[Portion]:
    with pq.ParquetFile(given.path, pre_buffer=False, buffer_size=BUFFER) as file:
        total = max(1, file.metadata.num_rows)
        named = _named(file.schema_arrow, columns)
        names = list(dict.fromkeys(filter(None, named))) if named else None
        done = 0
        for batch in file.iter_batches(ROWS, columns=names, use_threads=False):
            done += len(batch)
            yield Portion(_rows(batch, named), done / total * given.size)


def _named(schema: pa.Schema, columns: Columns | None) -> Columns | None:
    """The columns of a table; None for one whose rows are JobPostings."""
    return columns if columns and columns.text in schema.names else None


def _rows(batch: pa.RecordBatch, columns: Columns | None) -> list[Row]:
    """The rows of a batch, by its columns, or each as a JobPosting."""
    if columns is not None:
        return rows_in(batch, columns)
    postings = postings_in(batch.to_struct_array())
    return [Row(known, text, None, problem) for text, known, problem in postings]


def _arrow_schema(path: Path) -> pa.Schema:
    with pa.OSFile(os.fspath(path)) as file:
        return _arrow_reader(file).schema


def _arrow_reader(file: Any) -> Any:
    """The reader of a file of batches, or of a stream of them."""
    begins_as_file = file.read(6) == b"ARROW1"
    file.seek(0)
    return pa.ipc.open_file(file) if begins_as_file else pa.ipc.open_stream(file)


def _arrow(given: Input, columns: Columns | None) -> Iterator[Portion]:
    with pa.OSFile(os.fspath(given.path)) as file:
        reader = _arrow_reader(file)
        named = _named(reader.schema, columns)
        whole = getattr(reader, "num_record_batches", None)
        batches = reader if whole is None else map(reader.get_batch, range(whole))
        for number, batch in enumerate(batches, 1):
            read = number / whole * given.size if whole else file.tell()
            for at in range(0, len(batch), ROWS):
                yield Portion(_rows(batch.slice(at, ROWS), named), read)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], Callable[[], int]]]:
    """A file, unpacked where its name says so, and how many of its bytes are read."""
    with path.open("rb") as raw:
        if path.suffix.lower() == ".gz":
            with gzip.GzipFile(fileobj=raw) as unpacked:
                yield unpacked, raw.tell  # type: ignore[misc]
        else:
            yield raw, raw.tell


def _jsonl_schema(path: Path) -> pa.Schema | None:
    types: dict[str, pa.DataType] = {}
    with _opened(path) as (file, _):
        lines = islice(_lines(file), LOOKED_AT)
        objects = [each for each in map(_object, lines) if isinstance(each, dict)]
    if objects and all(map(is_posting, objects)):
        return None
    for each in objects:
        for name, value in each.items():
            if value is not None:
                types.setdefault(name, pa.string() if isinstance(value, str) else pa.int64())
    return pa.schema(list(types.items()))


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines that hold something; one of more than ``LINE`` bytes is cut off behind the next."""
    while line := file.readline(LINE):
        while not line.endswith(b"\n") and (more := file.readline(LINE)):
            line = line[:LINE] + more[-1:]
        if line.strip():
            yield line


def _object(line: bytes) -> Any:
    """The value of a line, or None for what is no JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _jsonl(given: Input, columns: Columns | None) -> Iterator[Portion]:
    with _opened(given.path) as (file, position):
        lines = _lines(file)
        while rows := [_row_of(line, columns) for line in islice(lines, ROWS)]:
            yield Portion(rows, position())


def _row_of(line: bytes, columns: Columns | None) -> Row:
    """The row of a line of JSON: a JobPosting as it stands there, or the values of the columns."""
    if len(line) > LINE:
        return Row(None, None, None, ("too_large", f"the line has more than {LINE:,} bytes"))
    value = _object(line)
    if not isinstance(value, dict):
        return Row(None, None, None, _no_object(line))
    if is_posting(value):
        name = columns.id if columns and columns.id else None
        known = value.get(name) if name else identifier(value)
        return Row(None if known is None else str(known), line.strip(), None)
    if columns is None:
        return Row(None, None, None, ("read", "the line is no JobPosting, as the lines before it"))
    known = value.get(columns.id) if columns.id else None
    text, title = _cell(value, columns.text), _cell(value, columns.title)
    row = Row(None if known is None else str(known), text, title)
    if row.text is None and value.get(columns.text) is not None:
        problem = ("read", f"the value of '{columns.text}' is no text")
        return row._replace(problem=problem)
    return row


def _no_object(line: bytes) -> tuple[str, str]:
    """What is wrong with a line."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = f"byte 0x{line[error.start]:02x} at {error.start:,}"
        return "not_utf8", f"the line is not UTF-8 ({wrong})"
    return "read", "the line is no JSON object"


def _cell(value: Mapping[str, Any], name: str | None) -> bytes | None:
    text = value.get(name) if name else None
    return text.encode("utf-8", "replace") if isinstance(text, str) else None


@contextmanager
def _table(path: Path) -> Iterator[tuple[Iterator[list[str]], Callable[[], int]]]:
    """The records of a table, of which the first has the names, and how many bytes are read. What
    is no UTF-8 is kept as surrogates.
    """
    csv.field_size_limit(LINE)
    with _opened(path) as (file, position):
        text = TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
        first = text.readline(LINE)
        delimiter = max(DELIMITERS, key=first.count)
        yield csv.reader(chain([first], text), delimiter=delimiter), position
        text.detach()  # it would close the file


def _csv_schema(path: Path) -> pa.Schema:
    with _table(path) as (records, _):
        return pa.schema([(name, pa.string()) for name in next(records, [])])


def _csv(given: Input, columns: Columns | None) -> Iterator[Portion]:
    assert columns is not None
    with _table(given.path) as (records, position):
        names = next(records, [])
        at = Columns(*(names.index(name) if name else None for name in columns))  # type: ignore[arg-type]
        filled = filter(None, records)
        while rows := [_row_of_record(each, at) for each in islice(filled, ROWS)]:
            yield Portion(rows, position())


def _row_of_record(record: list[str], at: Any) -> Row:
    """The row of a record; ``at`` are the places of its columns."""

    def cell(place: int | None) -> bytes | None:
        there = place is not None and place < len(record)
        return record[place].encode("utf-8", "surrogateescape") if there else None  # type: ignore[index]

    known = cell(at.id)
    return Row(
        None if known is None else known.decode("utf-8", "backslashreplace"),
        cell(at.text),
        cell(at.title),
    )


FORMATS = {
    ".parquet": InputFormat(_parquet_schema, _parquet),
    ".arrow": InputFormat(_arrow_schema, _arrow),
    ".jsonl": InputFormat(_jsonl_schema, _jsonl),
    ".ndjson": InputFormat(_jsonl_schema, _jsonl),
    ".csv": InputFormat(_csv_schema, _csv),
}
"""The formats by suffix; JSON Lines and CSV may be packed, ``.jsonl.gz``."""
