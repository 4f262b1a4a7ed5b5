"""The columns of a batch of findings. A change of them is a new ``SCHEMA_VERSION``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

SCHEMA_VERSION = "1"
VERSION_KEY = b"vaclint.schema_version"
FINDING = pa.struct(
    [
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("field", pa.string()),
        ("line", pa.int32()),
        ("column", pa.int32()),
        ("offset", pa.int32()),
        ("end", pa.int32()),
        ("text", pa.string()),
        ("message", pa.string()),
        ("fingerprint", pa.string()),
    ]
)
SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("error", pa.string()),
        ("error_message", pa.string()),
        ("format", pa.string()),
        ("kind", pa.string()),
        ("language", pa.string()),
        ("title", pa.string()),
        ("salary_min", pa.float64()),
        ("salary_max", pa.float64()),
        ("salary_currency", pa.string()),
        ("salary_unit", pa.string()),
        ("salary_scale", pa.string()),
        ("hours_min", pa.float64()),
        ("hours_max", pa.float64()),
        ("fte", pa.float64()),
        ("words", pa.int32()),
        ("mark", pa.float64()),
        ("metrics", pa.map_(pa.string(), pa.float64())),
        ("findings", pa.list_(FINDING)),
        ("sketch", pa.list_(pa.int64())),
    ],
    metadata={VERSION_KEY: SCHEMA_VERSION.encode()},
)
"""What ``lint_batch`` gives; docs/wire-format.md says what each column holds."""


def batch_of(rows: Iterable[Mapping[str, Any]]) -> pa.RecordBatch:
    """A batch of rows, each with its values by column; a column that a row leaves out is null."""
    rows = list(rows)
    try:
        return _batch(rows)
    except UnicodeEncodeError:  # half a pair of surrogates, which JSON can spell and UTF-8 cannot
        return _batch([_encodable(row) for row in rows])


def _batch(rows: list[Mapping[str, Any]]) -> pa.RecordBatch:
    columns = [pa.array([row.get(field.name) for row in rows], field.type) for field in SCHEMA]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def _encodable(value: Any) -> Any:
    """A value with a question mark for each character that UTF-8 cannot spell."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {key: _encodable(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_encodable(each) for each in value]
    return value
