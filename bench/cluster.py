"""What Spark costs on top of the work: processor time on a cluster on this machine.

    python bench/cluster.py [--rows 1000] [--batches 100 1000 10000] [--seed 0]

Needs Java and the extra ``spark``. The rows are the invented vacancies of ``generate.py``, in
Parquet. Measured one after the other: a plain loop over ``lint_batch`` in this process; then on a
``local-cluster`` of two workers the same rows, read, checked and written, with some sizes of
``maxRecordsPerBatch``. What is counted is the processor time of this process and all it started,
after a first run has started everything; and the most memory of a process of Python and of Java.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

from batch import EVERY, OPTIONS, plain, rows_in
from memory import peak_of, processes
from pyspark.sql import SparkSession

from vaclint.spark import lint

TICKS = os.sysconf("SC_CLK_TCK")
PARTITIONS = 4
BATCH = "spark.sql.execution.arrow.maxRecordsPerBatch"


def spent(root: int) -> float:
    """Seconds of processor time of a process, all it started, and those of them that ended."""
    total = 0.0
    for process in processes(root):
        try:
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(map(int, fields[11:15])) / TICKS
    return total


class Peaks(Thread):
    """Looks at the memory of all processes until it is told to end; megabytes by their name."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.found: dict[str, float] = {}
        self.over = Event()

    def run(self) -> None:
        while not self.over.wait(EVERY):
            for process in list(processes(os.getpid()))[1:]:
                try:
                    name = Path(f"/proc/{process}/comm").read_text().strip()
                except OSError:
                    continue
                self.found[name] = max(self.found.get(name, 0.0), peak_of(process))


def cluster() -> SparkSession:
    """Two workers on this machine, each a process of its own."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    settings: dict[str, Any] = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    session = builder.config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def checked(session: SparkSession, path: Path) -> tuple[float, float]:
    """Seconds by the clock and of the processors that a run over a file takes."""
    output = path.with_name("findings")
    shutil.rmtree(output, ignore_errors=True)
    before, began = spent(os.getpid()), time.perf_counter()
    df = session.read.parquet(str(path)).repartition(PARTITIONS)
    lint(df, options=OPTIONS).write.parquet(str(output))
    return time.perf_counter() - began, spent(os.getpid()) - before


def measured(folder: Path, rows: int, batches: list[int], seed: int) -> Iterator[str]:
    """The lines that are printed."""
    path, few = folder / "all.parquet", folder / "few.parquet"
    rows_in(path, rows, seed)
    rows_in(few, 4 * PARTITIONS, seed)
    work = plain(path)
    yield f"{rows} rows, a plain loop: {rows / work:.1f} a second and core, {work:.1f} s"
    began = time.perf_counter()
    session = cluster()
    checked(session, few)
    yield f"start-up of the cluster and its engines: {time.perf_counter() - began:.0f} s"
    peaks = Peaks()
    peaks.start()
    for size in batches:
        session.conf.set(BATCH, size)
        wall, processor = checked(session, path)
        yield (
            f"maxRecordsPerBatch {size}: {rows / processor:.1f} a second and core, {processor:.1f} "
            f"s of processor time in {wall:.1f} s, {processor / work:.2f} times the loop"
        )
    peaks.over.set()
    peaks.join()
    session.stop()
    yield ", ".join(f"{name} {peak:.0f} MB" for name, peak in sorted(peaks.found.items()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--batches", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in measured(Path(folder), options.rows, options.batches, options.seed):
            print(line, flush=True)


if __name__ == "__main__":
    main()
