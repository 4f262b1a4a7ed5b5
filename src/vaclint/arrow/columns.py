"""Which columns of a batch hold an advert, and their values as bytes.

A text is taken as bytes: Arrow does not look whether those of a ``string`` column are UTF-8, and
one row that is not would be an error of the whole batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from vaclint.arrow.postings import holds_posting, postings_in
from vaclint.arrow.rows import Row
from vaclint.model.errors import VaclintError, nearest
from vaclint.model.reading import Reading, key_of
from vaclint.text.named import NamedTuple

IDS = ("id", "identifier", "jobid", "vacancyid", "guid", "uuid", "url")
"""Names of a column that tells adverts apart, as keys are compared; the likeliest first."""
_BYTES = {
    pa.string(): pa.binary(),
    pa.large_string(): pa.large_binary(),
    pa.string_view(): pa.binary_view(),
}
"""Each type of text with the type of the same bytes."""
_TEXTS = (*_BYTES, *_BYTES.values())


class Columns(NamedTuple):
    """The names of the columns that hold an advert."""

    text: str
    """Its text or a JobPosting in JSON, in strings or bytes; or a JobPosting as a struct."""
    id: str | None = None
    """What it is known by, of any type that can be written as a string."""
    title: str | None = None
    """Its title, where that stands beside the text; a column of strings or bytes."""


def find_columns(
    schema: pa.Schema, reading: Reading, given: Mapping[str, str | None] | None = None
) -> Columns:
    """The columns that are given by ``text``, ``id`` and ``title``, and else those whose names say
    what they hold in one of the languages. Raises VaclintError, naming the columns there are, where
    one is not there or none holds a text.
    """
    asked = {name: column for name, column in (given or {}).items() if column}
    names = list(schema.names)
    for name, column in asked.items():
        if column not in names:
            hint = nearest(column, names)
            raise wrong_columns(f"there is no column '{column}' for the {name}{hint}", names)
    texts = _called(schema, reading.names("description") | reading.job_texts)
    texts = texts or [field.name for field in schema if holds_posting(field.type)]
    titles = _called(schema, reading.names("title"))
    ids = [
        field.name
        for known in IDS
        for field in schema
        if key_of(field.name) == known and not pa.types.is_nested(field.type)
    ]
    columns = Columns(
        asked.get("text") or _only(texts, names),
        asked.get("id") or next(iter(ids), None),
        asked.get("title") or next(iter(titles), None),
    )
    rows_in(pa.RecordBatch.from_pylist([], schema), columns)  # its types are told here
    return columns


def _called(schema: pa.Schema, known: Iterable[str]) -> list[str]:
    """The columns of texts that go by one of some names."""
    keys = set(map(key_of, known))
    return [name for name in schema.names if key_of(name) in keys and _is_text(schema, name)]


def _only(texts: Sequence[str], names: Sequence[str]) -> str:
    if len(texts) == 1:
        return texts[0]
    if not texts:
        raise wrong_columns("no column is known to hold the text; name it", names)
    several = ", ".join(texts)
    raise wrong_columns(f"several columns may hold the text ({several}); name one", names)


def wrong_columns(what: str, names: Sequence[str]) -> VaclintError:
    """What to say of columns that are not as they must be, with the ones there are."""
    there = ", ".join(names) or "none"
    return VaclintError("config", "vaclint", f"{what}; the columns are: {there}")


def _is_text(schema: pa.Schema, name: str) -> bool:
    type_ = schema.field(name).type
    return (type_.value_type if pa.types.is_dictionary(type_) else type_) in _TEXTS


def rows_in(batch: pa.RecordBatch, columns: Columns) -> list[Row]:
    """The rows of a batch. Raises VaclintError where a column is not there or holds something
    else.
    """
    ids = _ids(batch, columns.id)
    titles = _bytes(batch, columns.title) if columns.title else [None] * len(batch)
    column = _column(batch, columns.text)
    if holds_posting(column.type):
        read = [Row(known, text, None, wrong) for text, known, wrong in postings_in(column)]
        return [
            row._replace(id=id_) if id_ is not None else row
            for row, id_ in zip(read, ids, strict=True)
        ]
    return list(map(Row, ids, _bytes(batch, columns.text), titles))


def _bytes(batch: pa.RecordBatch, name: str) -> list[bytes | None]:
    """The values of a column of texts. Raises VaclintError where it is not there or holds something
    else.
    """
    column = _column(batch, name)
    if pa.types.is_null(column.type):
        return [None] * len(column)
    if isinstance(column, pa.DictionaryArray):
        column = _decoded(column)
    if column.type not in _TEXTS:
        what = f"the column '{name}' holds {column.type}; a text is string or binary"
        raise wrong_columns(what, batch.schema.names)
    as_bytes = _BYTES.get(column.type)
    values: list[bytes | None] = (column.cast(as_bytes) if as_bytes else column).to_pylist()
    return values


def _ids(batch: pa.RecordBatch, name: str | None) -> list[str | None]:
    """The values of a column as strings; nulls without one. Raises VaclintError where it is not
    there or cannot be written as strings.
    """
    if name is None:
        return [None] * len(batch)
    column = _column(batch, name)
    if isinstance(column, pa.DictionaryArray):
        column = _decoded(column)
    if column.type in _TEXTS:
        values = _bytes(batch, name)
        return [each and each.decode("utf-8", "backslashreplace") for each in values]  # type: ignore[misc]
    try:
        written: list[str | None] = column.cast(pa.string()).to_pylist()
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        what = f"the column '{name}' holds {column.type}, which is no id"
        raise wrong_columns(what, batch.schema.names) from None
    return written


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    if name not in batch.schema.names:
        hint = nearest(name, batch.schema.names)
        raise wrong_columns(f"there is no column '{name}'{hint}", batch.schema.names)
    return batch.column(batch.schema.get_field_index(name))


def _decoded(column: pa.DictionaryArray) -> pa.Array:
    """The values of a column that names each but once."""
    return column.dictionary.take(column.indices)
