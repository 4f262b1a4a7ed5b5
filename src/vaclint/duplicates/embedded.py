"""The pairs of a finished file, found on one machine by DuckDB."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.duplicates.steps import DUCKDB, Step, layout, steps
from vaclint.model.errors import VaclintError
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EXTRA = "vaclint[batch]"
COLUMNS = "{id: 'VARCHAR', language: 'VARCHAR', sketch: 'BIGINT[]'}"
ROW = 64_000_000
"""A row of text has no more bytes."""
WRITTEN: Mapping[str, str] = {
    ".parquet": "FORMAT parquet",
    ".csv": "FORMAT csv, HEADER",
    ".jsonl": "FORMAT json",
    ".ndjson": "FORMAT json",
}
"""How the pairs are written, by the end of the file's name."""
NAMES = """
CREATE TABLE names AS
SELECT name, row_number() OVER (ORDER BY name) AS id, times
FROM (
    SELECT id AS name, count(*) AS times
    FROM source WHERE id IS NOT NULL AND sketch IS NOT NULL GROUP BY id
)
"""
"""Numbers in the order of the names take less room, and the pairs are those that Spark finds."""
GIVEN = """
CREATE VIEW given AS
SELECT names.id, language, sketch FROM source JOIN names ON source.id = names.name
"""
NAMED = """
SELECT one.name AS first, other.name AS second, similarity
FROM pairs JOIN names AS one ON pairs.first = one.id JOIN names AS other ON pairs.second = other.id
ORDER BY ALL
"""
COUNTED = "SELECT count(*), coalesce(sum(times - 1), 0) FROM names"


class Found(NamedTuple):
    """How many pairs were found among how many rows, and how many were left out because a row has
    the same name.
    """

    pairs: int
    rows: int
    repeated: int


def write_pairs(source: Path, output: Path, least: float = 0.75) -> Found:
    """Write the near-duplicates among the rows of ``source``.

    ``source`` is what ``vaclint batch`` wrote, in any of its formats: its columns id, language and
    sketch are read, and rows without a name or a sketch are left out; of those that share a name
    one counts. ``output`` (.parquet, .csv, .jsonl or .ndjson) gets the columns first, second (by
    name, the lesser first) and similarity, from ``least`` up. Raises VaclintError where the extra
    is missing or a file is not as it must be; ``output`` is whole or as it was.
    """
    opened = READERS.get(source.suffix.lower())
    if opened is None:
        raise _wrong(source, f"duplicates are found in {', '.join(READERS)}")
    check_target(output)
    import duckdb
    import pyarrow as pa

    try:
        with (
            tempfile.TemporaryDirectory(dir=output.parent) as folder,
            duckdb.connect(config={"temp_directory": folder}) as connection,
        ):
            opened(connection, source)
            _find(connection, least)
            made = Path(folder, f"pairs{output.suffix}")
            target = f"{_quoted(made)} ({WRITTEN[output.suffix.lower()]})"
            ((pairs,),) = connection.execute(f"COPY ({NAMED}) TO {target}").fetchall()
            ((rows, repeated),) = connection.execute(COUNTED).fetchall()
            os.replace(made, output)
            return Found(pairs, rows, int(repeated))
    except (OSError, duckdb.Error, pa.ArrowException) as error:
        reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise _wrong(source, f"no duplicates can be found in it ({reason})") from None


def check_target(path: Path) -> None:
    """Raises VaclintError where pairs cannot be written to a file, by its name, or at all without
    the extra.
    """
    if path.suffix.lower() not in WRITTEN:
        raise _wrong(path, f"duplicates are written as {', '.join(WRITTEN)}")
    if not path.parent.is_dir():
        raise _wrong(path, "there is no such folder; make it, or write elsewhere")
    if find_spec("duckdb") is None:
        needed = f"finding duplicates needs the extra {EXTRA}; install it: pip install '{EXTRA}'"
        raise VaclintError("config", "vaclint", needed)


def _parquet(connection: DuckDBPyConnection, source: Path) -> None:
    connection.execute(f"CREATE VIEW source AS FROM read_parquet({_quoted(source)})")


def _arrow(connection: DuckDBPyConnection, source: Path) -> None:
    from pyarrow import dataset

    connection.register("source", dataset.dataset(source, format="ipc"))


def _json(connection: DuckDBPyConnection, source: Path) -> None:
    given = f"{_quoted(source)}, columns={COLUMNS}, maximum_object_size={ROW}"
    connection.execute(f"CREATE VIEW source AS FROM read_json({given})")


def _csv(connection: DuckDBPyConnection, source: Path) -> None:
    given = f"{_quoted(source)}, header=true, all_varchar=true, delim=',', quote='\"', escape='\"'"
    connection.execute(
        "CREATE VIEW source AS SELECT id, language, CAST(sketch AS BIGINT[]) AS sketch "
        f"FROM read_csv({given}, max_line_size={ROW}, parallel=false)"
    )


READERS: Mapping[str, Callable[[DuckDBPyConnection, Path], None]] = {
    ".parquet": _parquet,
    ".arrow": _arrow,
    ".jsonl": _json,
    ".ndjson": _json,
    ".csv": _csv,
}
"""What makes the view or table ``source`` of a file, by the end of its name."""


def _find(connection: DuckDBPyConnection, least: float) -> None:
    """Make the table ``pairs``, by way of all steps before it."""
    connection.execute("CREATE TABLE layout (part VARCHAR, band INTEGER, bin BIGINT)")
    connection.executemany("INSERT INTO layout VALUES (?, ?, ?)", list(layout()))
    connection.execute(NAMES)
    connection.execute(GIVEN)
    made = list(steps(DUCKDB, least))
    for at, step in enumerate(made):
        kind = "VIEW" if step.is_view else "TABLE"
        connection.execute(f"CREATE {kind} {step.name} AS {step.query}")
        for spent in _spent(made, at):
            connection.execute(f"DROP TABLE {spent}")


def _spent(made: Sequence[Step], at: int) -> Iterator[str]:
    """The tables that the step at a place is the last to read."""
    views = [step for step in made[: at + 1] if step.is_view]
    for step in made[:at]:
        is_held = step.is_view or any(view.reads(step.name) for view in views)
        is_read = any(later.reads(step.name) for later in made[at + 1 :])
        if made[at].reads(step.name) and not is_held and not is_read:
            yield step.name


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _wrong(path: Path, message: str) -> VaclintError:
    return VaclintError("read", str(path), f"{path}: {message}")
