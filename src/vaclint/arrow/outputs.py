"""Batches of findings written to a file, by its suffix; in pieces, so that few are in memory."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from vaclint.arrow.schema import SCHEMA
from vaclint.model.errors import VaclintError

GROUP = 32_000_000
"""So many bytes of rows, about, are a row group of Parquet: they are in memory together."""


def pieces_for(path: Path) -> Callable[[Iterable[pa.RecordBatch]], Iterator[bytes]]:
    """What makes a file of batches, by its name. Raises VaclintError for another suffix."""
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(FORMATS)
        message = f"{path}: its name does not end in a format that can be written: {known}"
        raise VaclintError("config", str(path), message)
    return FORMATS[path.suffix.lower()]


SKETCH = "sketch.list.element"
"""The column of Parquet that holds sketches: numbers in order, packed as their differences."""


class _Sink(io.RawIOBase):
    """Takes what a writer writes, and gives it away in pieces."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._at

    def taken(self) -> list[bytes]:
        """What was written since it was last asked for."""
        pieces, self._pieces = self._pieces, []
        return pieces


def _parquet(batches: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    sink = _Sink()
    with pq.ParquetWriter(
        sink,
        SCHEMA,
        compression="zstd",
        use_dictionary=[name for name in _columns() if name != SKETCH],
        column_encoding={SKETCH: "DELTA_BINARY_PACKED"},
    ) as writer:
        for group in _groups(batches):
            table = pa.Table.from_batches(group, SCHEMA)
            writer.write_table(table, row_group_size=len(table))
            yield from sink.taken()
    yield from sink.taken()


def _columns() -> list[str]:
    """The columns of Parquet, of which a nested one has several."""
    empty = pa.BufferOutputStream()
    pq.write_table(SCHEMA.empty_table(), empty)
    schema = pq.ParquetFile(pa.BufferReader(empty.getvalue())).schema
    return [schema.column(number).path for number in range(len(schema))]


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[list[pa.RecordBatch]]:
    """The batches, as many together as make a row group."""
    group: list[pa.RecordBatch] = []
    for batch in batches:
        group.append(batch)
        if sum(each.nbytes for each in group) >= GROUP:
            yield group
            group = []
    if sum(map(len, group)):
        yield group


def arrow_pieces(batches: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """An Arrow file of batches."""
    sink = _Sink()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_file(sink, SCHEMA, options=options) as writer:
        for batch in batches:
            writer.write_batch(batch)
            yield from sink.taken()
    yield from sink.taken()


def _jsonl(batches: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    for batch in batches:
        rows = batch.to_pylist(maps_as_pydicts="strict")
        yield "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def _csv(batches: Iterable[pa.RecordBatch]) -> Iterator[bytes]:
    """A table in which a map or list is JSON."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(SCHEMA.names)
    for batch in batches:
        for row in batch.to_pylist(maps_as_pydicts="strict"):
            writer.writerow(map(_cell, row.values()))
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


FORMATS = {
    ".parquet": _parquet,
    ".arrow": arrow_pieces,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".csv": _csv,
}
"""The formats by suffix."""
