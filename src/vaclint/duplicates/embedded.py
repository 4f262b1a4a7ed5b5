"""The pairs of a finished file, found on one machine by DuckDB."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.duplicates.steps import DUCKDB, layout, steps
from vaclint.model.errors import VaclintError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EXTRA = "vaclint[batch]"
COLUMNS = "{id: 'VARCHAR', language: 'VARCHAR', sketch: 'BIGINT[]'}"
FORMATS: Mapping[str, str] = {
    ".parquet": "FORMAT parquet",
    ".csv": "FORMAT csv, HEADER",
    ".jsonl": "FORMAT json",
}
"""How the pairs are written, by the end of the file's name."""
NAMES = """
CREATE TABLE names AS
SELECT name, row_number() OVER (ORDER BY name) AS id
FROM (SELECT DISTINCT id AS name FROM source WHERE id IS NOT NULL AND sketch IS NOT NULL)
"""
"""Numbers in the order of the names take less room, and the pairs are those that Spark finds."""
ROWS = """
CREATE VIEW rows AS
SELECT names.id, language, sketch
FROM source JOIN names ON source.id = names.name
WHERE sketch IS NOT NULL
"""
NAMED = """
SELECT one.name AS first, other.name AS second, similarity
FROM pairs JOIN names AS one ON pairs.first = one.id JOIN names AS other ON pairs.second = other.id
ORDER BY ALL
"""


def write_pairs(source: Path, output: Path, least: float = 0.75) -> int:
    """Write the near-duplicates among the rows of ``source``, and return how many pairs there are.

    ``source`` is what ``vaclint batch`` wrote (.parquet or .jsonl): its columns id, language and
    sketch are read, and rows without a name or a sketch are left out. ``output`` (.parquet, .csv or
    .jsonl) gets the columns first, second (by name, the lesser first) and similarity, from
    ``least`` up. Raises VaclintError where the extra is missing or a file is not as it must be.
    """
    readers: Mapping[str, Callable[[str], str]] = {
        ".parquet": lambda name: f"read_parquet({name})",
        ".jsonl": lambda name: f"read_json({name}, columns={COLUMNS})",
    }
    reader = readers.get(source.suffix)
    if reader is None:
        raise _wrong(source, f"duplicates are found in {' and '.join(readers)}")
    if output.suffix not in FORMATS:
        raise _wrong(output, f"duplicates are written as {', '.join(FORMATS)}")
    try:
        import duckdb
    except ModuleNotFoundError:
        needed = f"finding duplicates needs the extra {EXTRA}; install it: pip install '{EXTRA}'"
        raise VaclintError("config", "vaclint", needed) from None
    try:
        with (
            tempfile.TemporaryDirectory(dir=output.parent) as folder,
            duckdb.connect(config={"temp_directory": folder}) as connection,
        ):
            connection.execute(f"CREATE VIEW source AS FROM {reader(_quoted(source))}")
            _find(connection, least)
            target = f"{_quoted(output)} ({FORMATS[output.suffix]})"
            ((count,),) = connection.execute(f"COPY ({NAMED}) TO {target}").fetchall()
            return int(count)
    except (OSError, duckdb.Error) as error:
        raise _wrong(source, str(error).splitlines()[0]) from None


def _find(connection: DuckDBPyConnection, least: float) -> None:
    """Make the table ``pairs``, by way of all steps before it."""
    connection.execute("CREATE TABLE layout (part VARCHAR, band INTEGER, bin BIGINT)")
    connection.executemany("INSERT INTO layout VALUES (?, ?, ?)", list(layout()))
    connection.execute(NAMES)
    connection.execute(ROWS)
    for name, query in steps(DUCKDB, least):
        connection.execute(f"CREATE TABLE {name} AS {query}")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _wrong(path: Path, message: str) -> VaclintError:
    return VaclintError("read", str(path), message)
