"""JobPostings in the cells and rows of a table: each as JSON, as a file of it would be."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from vaclint.text.named import NamedTuple

TYPE, POSTING = "@type", "JobPosting"
IDENTIFIERS = ("identifier", "@id", "url")
"""Properties by which a JobPosting is known."""
READ_AS = (TYPE, "description")
"""The fields of which a struct that holds a JobPosting has one."""


class Posting(NamedTuple):
    """A JobPosting as JSON, None for a null, with what it is known by; ``problem`` is why it cannot
    be read: a code of the wire format, and a sentence.
    """

    text: bytes | None
    known: str | None = None
    problem: tuple[str, str] | None = None


def is_posting(value: Mapping[str, Any]) -> bool:
    """Whether an object says that it is a JobPosting."""
    types = value.get(TYPE)
    named = types if isinstance(types, list) else [types]
    return any(
        isinstance(each, str) and each.removeprefix("schema:").rpartition("/")[2] == POSTING
        for each in named
    )


def identifier(posting: Mapping[str, Any]) -> str | None:
    """What a JobPosting is known by, or None."""
    for name in IDENTIFIERS:
        known = posting.get(name)
        if isinstance(known, dict):
            known = known.get("value")
        if isinstance(known, (str, int)) and known != "":
            return str(known)
    return None


def holds_posting(type_: pa.DataType) -> bool:
    """Whether the cells of a column may be JobPostings."""
    names = {field.name for field in type_} if pa.types.is_struct(type_) else ()
    return any(name in names for name in READ_AS)


def postings_in(column: pa.Array) -> Iterator[Posting]:
    """The JobPosting of each cell of a column of structs."""
    for cell in column:
        try:
            value = cell.as_py(maps_as_pydicts="lossy")
        except UnicodeDecodeError as error:
            wrong = f"byte 0x{error.object[error.start]:02x} at {error.start:,} of a value"
            yield Posting(None, None, ("not_utf8", f"the JobPosting is not UTF-8 ({wrong})"))
            continue
        if value is None:
            yield Posting(None)
        elif value.get(TYPE) is not None and not is_posting(value):
            yield Posting(None, None, ("read", "the row is no JobPosting"))
        else:
            posting = {TYPE: POSTING, **(_stated(value) or {})}
            text = json.dumps(posting, ensure_ascii=False, default=_spelled)
            yield Posting(text.encode("utf-8", "replace"), identifier(posting))


def _stated(value: Any) -> Any:
    """A value without the fields that are null, which a struct has for each that any row states."""
    if isinstance(value, dict):
        stated = {name: _stated(each) for name, each in value.items()}
        return {name: each for name, each in stated.items() if each is not None} or None
    if isinstance(value, list):
        return [each for each in map(_stated, value) if each is not None] or None
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _spelled(value: Any) -> str:
    """A value that JSON has no form for, such as a date."""
    return str(value.isoformat() if hasattr(value, "isoformat") else value)
