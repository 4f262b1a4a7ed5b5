"""On a cluster: every row is answered as on one machine, also when workers are killed."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cli_support import ROOT
from vaclint import Options, VaclintError

pa = pytest.importorskip("pyarrow", reason="the extra vaclint[spark] is not installed")
pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("pyspark", reason="the extra vaclint[spark] is not installed")
pytest.importorskip("pandas", reason="the extra vaclint[spark] is not installed")

from pyspark.sql import SparkSession  # noqa: E402

from vaclint.arrow import BatchOptions, lint_batch  # noqa: E402
from vaclint.duplicates import write_pairs  # noqa: E402
from vaclint.duplicates.steps import GUARD  # noqa: E402
from vaclint.spark import duplicates, frames, lint  # noqa: E402

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("java") or os.environ.get("JAVA_HOME")),
        reason="there is no Java here, which Spark needs",
    ),
]
OPTIONS = BatchOptions(Options(select=("GEN", "SAL", "JAR")), max_bytes=300_000, timeout=0.8)
WORDS = [f"woord{number}" for number in range(3000)]


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    """A cluster of two workers, each a process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        settings: dict[str, Any] = {
            "spark.ui.enabled": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.sql.shuffle.partitions": "2",
            "spark.executorEnv.PYTHONPATH": str(ROOT / "src"),
        }
        session = SparkSession.builder.master("local-cluster[2,1,1024]").config(map=settings)
        made = session.getOrCreate()
        made.sparkContext.setLogLevel("OFF")
        yield made
        made.stop()


def text(seed: int, count: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=count))


GOOD = [
    f"# Kok {at}\n\nWij zoeken een kok. Hij/zij kookt 32 uur. {text(at, 30)}" for at in range(24)
]
POSTING = '{"@type": "JobPosting", "title": "Kok", "description": "<p>Hij/zij kookt.</p>"}'
BAD: dict[str, bytes | None] = {
    "null": None,
    "empty": b" \n",
    "too_large": b"Kok. " * 70_000,
    "not_utf8": b"Kok\xe9",
    "read": POSTING[:-1].encode(),
    "timeout": b"Wij zoeken een kok (m/v). " * 11_000,
}


def adverts() -> Any:
    """A table of adverts, of which some are bad."""
    texts = [*(each.encode() for each in GOOD), POSTING.encode(), *BAD.values()]
    names = [*(f"{at:02}" for at in range(len(GOOD))), "posting", *BAD]
    return pa.table({"id": names, "text": pa.array(texts, pa.binary())})


def rows_of(table: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.to_pylist(maps_as_pydicts="strict")
    return sorted(rows, key=lambda row: str(row["id"]))


@pytest.fixture(scope="module")
def expected() -> list[dict[str, Any]]:
    """What one machine says of the adverts."""
    (batch,) = adverts().to_batches()
    return rows_of(lint_batch(batch, {"text": "text", "id": "id"}, OPTIONS))


def test_every_row_is_answered_as_on_one_machine(
    session: SparkSession, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    pq.write_table(adverts(), tmp_path / "adverts.parquet")
    df = session.read.parquet(str(tmp_path / "adverts.parquet")).repartition(4)
    assert rows_of(lint(df, options=OPTIONS).toArrow()) == expected
    errors = {row["id"]: row["error"] for row in expected if row["error"]}
    assert errors == {name: name for name in BAD}
    assert sum(len(row["findings"]) for row in expected) >= len(GOOD)


def test_bytes_that_are_no_utf_8_in_a_column_of_strings_are_one_row(session: SparkSession) -> None:
    rows = "VALUES (1, CAST(X'4B6F6BE9' AS STRING)), (2, 'Hij/zij kookt.')"
    df = session.sql(f"SELECT * FROM {rows} AS adverts (id, text)")
    first, second = rows_of(lint(df, options=OPTIONS).toArrow())
    assert (first["error"], second["error"]) == ("not_utf8", None)


def test_killed_workers_lose_no_row_and_each_makes_one_engine(
    session: SparkSession, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    """First a process of Python is killed in the middle, then the worker that started it."""
    marks = [str(tmp_path / name) for name in ("python", "worker")]
    seen = str(tmp_path)
    answered = frames._answered

    def killing(columns: Any, options: Any, batches: Any) -> Any:
        import os
        import signal
        from pathlib import Path

        from vaclint.arrow.lint import engine_for

        def parent_of(process: int) -> int:
            status = Path(f"/proc/{process}/stat").read_text()
            return int(status.rpartition(")")[2].split()[1])

        for number, batch in enumerate(answered(columns, options, batches)):
            engine = id(engine_for(options))
            Path(seen, f"engine-{os.getpid()}-{engine}").touch()
            if number == 1:
                for mark, process in zip(
                    marks, (os.getpid(), parent_of(os.getppid())), strict=True
                ):
                    try:
                        Path(mark).touch(exist_ok=False)
                    except FileExistsError:
                        continue
                    os.kill(process, signal.SIGKILL)
            yield batch

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frames, "_answered", killing)
        patch.setattr(frames, "ROWS", 4)
        df = session.createDataFrame(adverts()).coalesce(2)
        table = lint(df, options=OPTIONS).toArrow()
    assert rows_of(table) == expected
    assert all(Path(mark).exists() for mark in marks)
    engines = [path.name.split("-")[1] for path in tmp_path.glob("engine-*")]
    assert len(engines) == len(set(engines)) >= 3


def test_near_duplicates_are_those_of_one_machine(session: SparkSession, tmp_path: Path) -> None:
    texts = {f"{at:03}": text(at % 12) + f" plaats{at}" for at in range(30)}
    texts |= {f"p{at:03}": text(99) + f" plaats{at}" for at in range(GUARD + 6)}
    names, values = [*texts, "000", None], [*texts.values(), text(5), text(1)]
    batch = pa.record_batch({"id": names, "text": values})
    answered = lint_batch(batch, {"text": "text", "id": "id"}, OPTIONS)
    source = tmp_path / "findings.parquet"
    pq.write_table(pa.Table.from_batches([answered]), source)
    found = write_pairs(source, tmp_path / "pairs.parquet")
    df = session.read.parquet(str(source))
    expected = pq.read_table(tmp_path / "pairs.parquet").to_pylist()
    assert (len(expected), found.repeated) == (found.pairs, 1)
    assert found.pairs > GUARD
    for folder in (None, str(tmp_path / "steps")):
        pairs = duplicates(df, folder=folder).toArrow().to_pylist()
        assert sorted(pairs, key=lambda pair: (pair["first"], pair["second"])) == expected


def test_what_cannot_be_is_one_sentence(session: SparkSession) -> None:
    df = session.createDataFrame([(1, "Kok", 2.0)], "number int, tekst string, loon double")
    cases: list[tuple[dict[str, Any], str]] = [
        ({}, "no column is known to hold the id; name it; the columns are: number, tekst, loon"),
        ({"id": "nummer"}, "there is no column 'nummer' for the id; did you mean 'number'?"),
        ({"id": "number", "text": "loon"}, "the column 'loon' holds double; a text is string"),
        ({"id": "number", "options": BatchOptions(format="pdf")}, "there is no format 'pdf'"),
    ]
    for given, said in cases:
        with pytest.raises(VaclintError) as error:
            lint(df, **given)
        assert error.value.message.startswith(said)
    with pytest.raises(VaclintError, match="there is no column 'id'; the columns are: number"):
        duplicates(df)
