"""The rows of a batch checked, one by one: each is answered, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from vaclint.arrow.columns import Columns, find_columns, rows_in
from vaclint.arrow.rows import Advert, Row, RowError, advert_of
from vaclint.arrow.schema import batch_of
from vaclint.checks import kinds
from vaclint.checks.sketch import shortened
from vaclint.engine import Asked, Engine
from vaclint.formats import SUFFIX_OF
from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.regular import MAX_FILE_SIZE
from vaclint.model.report import FileReport
from vaclint.model.store import Store
from vaclint.project.limits import limited
from vaclint.project.settings import TIMEOUT
from vaclint.rulebook.load import Loaded, load
from vaclint.text.named import NamedTuple

OF_FILES = frozenset({"WSP008"})
"""Rules about the end of a file, which a row has not."""
CODES = {"decode": "not_utf8", "read": "read"}
"""The codes of the wire format for the kinds of errors that reading a text can end in."""
ENGINES = 8
"""So many engines are remembered, one for each set of options used in a process."""
_engines: dict[str, Engine] = {}
_loaded: dict[tuple[str, ...], Loaded] = {}


class BatchOptions(NamedTuple):
    """How adverts are checked; plain data, which another process takes."""

    engine: Options = Options()
    """What is asked of the engine."""
    rule_paths: tuple[str, ...] = ()
    """Folders of own rules."""
    format: str = "auto"
    """``text``, ``markdown``, ``html`` or ``json`` for every row, or ``auto`` to have it told."""
    max_bytes: int = MAX_FILE_SIZE
    """An advert of more is not read."""
    timeout: float = TIMEOUT
    """Seconds of processor time that an advert may take, 0 for any."""
    sketches: bool = True
    """Whether adverts have a sketch, by which near-duplicates are found."""


def lint_batch(
    batch: pa.RecordBatch,
    columns: Columns | Mapping[str, str | None],
    options: BatchOptions = BatchOptions(),
) -> pa.RecordBatch:
    """Check the rows of a batch: a row for each, in the same order, with the schema ``SCHEMA``.

    Nothing that is in a row raises: what is wrong with it is in its columns ``error`` and
    ``error_message``. Raises VaclintError for columns that are not there or hold no text, and for
    options that name what is not there.
    """
    named = columns if isinstance(columns, Columns) else _columns(columns)
    return lint_rows(rows_in(batch, named), options)


def lint_rows(rows: Iterable[Row], options: BatchOptions) -> pa.RecordBatch:
    """The same for rows that are read already."""
    engine = engine_for(options)
    return batch_of(_answered(engine, row, options) for row in rows)


def columns_of(
    schema: pa.Schema,
    given: Mapping[str, str | None] | None = None,
    options: BatchOptions = BatchOptions(),
) -> Columns:
    """The columns that are given by ``text``, ``id`` and ``title``, and for the others those whose
    names say in a language what they hold. Raises VaclintError, naming the columns there are, where
    one is not there or none holds a text.
    """
    return find_columns(schema, engine_for(options).reading, given)


def _columns(given: Mapping[str, str | None]) -> Columns:
    unknown = set(given) - set(Columns._fields)
    if unknown or not given.get("text"):
        what = f"'{min(unknown)}'" if unknown else "no 'text'"
        known = ", ".join(Columns._fields)
        message = f"the columns name {what}; they are to name the text, and may name: {known}"
        raise VaclintError("config", "vaclint", message)
    return Columns(**given)  # type: ignore[arg-type]


def engine_for(options: BatchOptions, store: Store | None = None) -> Engine:
    """The engine for some options, made once in a process. ``store`` is where prepared rules are
    kept. Raises VaclintError for options that cannot be.
    """
    if options.format not in ("auto", *SUFFIX_OF):
        known = ", ".join(("auto", *SUFFIX_OF))
        message = f"there is no format '{options.format}'; there is: {known}"
        raise VaclintError("config", "vaclint", message)
    asked = options.engine._replace(sketches=options.sketches)
    key = repr((asked, options.rule_paths))
    if key not in _engines:
        if len(_engines) >= ENGINES:
            _engines.clear()
        _engines[key] = Engine(_rules(options.rule_paths, store or Store()), asked)
    return _engines[key]


def _rules(paths: tuple[str, ...], store: Store) -> Loaded:
    """The shipped rules with those of some folders, read once."""
    if paths not in _loaded:
        loaded = load(kinds(), [Path(path) for path in paths], store, explained=False)
        for error in loaded.errors:
            raise error
        _loaded[paths] = loaded
    return _loaded[paths]


def failed(row: Row, code: str, message: str) -> dict[str, Any]:
    """The columns of a row that was not read."""
    return {"id": row.id, **_failure(code, message)}


def _answered(engine: Engine, row: Row, options: BatchOptions) -> dict[str, Any]:
    """The columns of a row."""
    try:
        advert = advert_of(row, options.format, options.max_bytes)
        report = _checked(engine, advert, options.timeout)
        return {"id": row.id, **_answer(report, advert)}
    except RowError as error:
        return failed(row, error.code, error.message)
    except Exception as error:
        return failed(row, "internal", f"{type(error).__name__}: {error}")


def _checked(engine: Engine, advert: Advert, timeout: float) -> FileReport:
    source = advert.source
    try:
        with limited(timeout, source.path, source.text):
            return engine.check(source, Asked(OF_FILES))
    except VaclintError:  # the engine raises none: its time was up
        message = f"the advert took more than {timeout:g} s of processor time and was given up"
        raise RowError("timeout", message) from None


def _failure(code: str, message: str) -> dict[str, Any]:
    return {"error": code, "error_message": message, "metrics": {}, "findings": []}


def _answer(report: FileReport, advert: Advert) -> dict[str, Any]:
    """The columns of an advert that was read, or what went wrong in reading it."""
    error = next(iter(report.errors), None)
    code = CODES.get(error.kind, "internal") if error else None
    message = error.message if error else None
    if report.format is None:
        return _failure(code or "internal", message or "the advert was not read")
    if not report.metrics.get("words"):
        what = "JobPosting" if report.format == "json" else "text"
        return _failure(code or "empty", message or f"there is no {what} in it")
    return {
        "error": code,
        "error_message": message,
        "format": report.format,
        "kind": report.kind,
        "language": report.language,
        **_facts(report),
        "words": report.metrics.get("words"),
        "mark": report.mark,
        "metrics": dict(report.metrics),
        "findings": _findings(report, advert),
        "sketch": shortened(report.sketch.values) if report.sketch else None,
    }


def _findings(report: FileReport, advert: Advert) -> list[dict[str, Any]]:
    return [
        {
            "rule": each.rule,
            "severity": each.severity,
            **advert.place(each)._asdict(),
            "message": each.message,
            "fingerprint": each.fingerprint,
        }
        for each in report.findings
    ]


def _facts(report: FileReport) -> dict[str, Any]:
    """The columns of what an advert states."""
    facts = report.facts
    if facts is None:
        return {}
    row: dict[str, Any] = {"title": facts.title}
    if salary := facts.salary:
        row |= {
            "salary_min": salary.min,
            "salary_max": salary.max,
            "salary_currency": salary.currency,
            "salary_unit": salary.unit,
            "salary_scale": " ".join(filter(None, salary.scale)) if salary.scale else None,
        }
    if hours := facts.hours:
        row |= {"hours_min": hours.min, "hours_max": hours.max, "fte": hours.fte}
    return row
