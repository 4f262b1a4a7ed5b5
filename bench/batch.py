"""What a run over the rows of large files costs: start-up, texts a second, processor time, memory.

    python bench/batch.py [--rows 2000] [--jobs 1 2] [--seed 0]
    python bench/batch.py --rows 50000 --memory

The rows are the invented vacancies of ``generate.py``, in Parquet. Printed are, measured one after
the other on the same rows: a plain loop over ``lint_batch`` in one process, which is what the work
itself costs; ``vaclint batch`` with some numbers of processes, its overhead in processor time over
the plain loop, and the peak of memory of the process that reads and writes and of one that checks;
the same for a quarter of the rows, which memory should not depend on. With ``--memory`` only memory
is looked at, over many rows of short texts: what each process takes at every tenth of a run. The
exit code is 1 when that grows by more than ``GROWTH`` from the fifth tenth on.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
from memory import peak_of, processes

from generate import vacancy
from vaclint.arrow import BatchOptions, Columns, lint_batch
from vaclint.model.options import Options

EVERY = 0.05
"""Seconds between two looks at the processes of a run."""
OPTIONS = BatchOptions(Options(details=False))
"""What ``vaclint batch`` asks of the engine."""
GROUP = 10_000
"""Rows in a row group of the input."""
SHORT = 300
"""Characters of a short text."""
TENTHS = 10
GROWTH = 10
"""Megabytes that a process may take more at the end of a long run than in the middle."""


class Cost(NamedTuple):
    """Seconds by the clock and of the processors, and megabytes: of the first process, and the most
    of another.
    """

    wall: float
    cpu: float
    first: float
    other: float


def rows_in(path: Path, count: int, seed: int, characters: int | None = None) -> int:
    """Write so many rows, of no more than so many characters each; returns how many bytes their
    texts have.
    """
    texts = [vacancy(seed + number)[:characters] for number in range(count)]
    pq.write_table(pa.table({"id": range(count), "text": texts}), path, row_group_size=GROUP)
    return sum(len(text.encode()) for text in texts)


def plain(path: Path) -> float:
    """Processor time of a plain loop over all rows, the engine made before."""
    columns = Columns("text", "id")
    batches = list(pq.ParquetFile(path).iter_batches(64))
    lint_batch(batches[0], columns, OPTIONS)
    began = time.process_time()
    for batch in batches:
        lint_batch(batch, columns, OPTIONS)
    return time.process_time() - began


def command_for(path: Path, jobs: int) -> list[str]:
    """The command that checks a file."""
    output = path.with_name("out.parquet")
    command = [sys.executable, "-m", "vaclint", "batch", "--isolated", "-q", "--fail-on", "never"]
    return [*command, "--input", str(path), "--output", str(output), "--jobs", str(jobs)]


def batch(path: Path, jobs: int, *options: str) -> Cost:
    """Run the command over a file."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    peaks: dict[int, float] = {}
    with subprocess.Popen([*command_for(path, jobs), *options]) as process:
        while process.poll() is None:
            for each in processes(process.pid):
                peaks[each] = max(peaks.get(each, 0.0), peak_of(each))
            time.sleep(EVERY)
    wall = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"the run ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    first = peaks.pop(process.pid, 0.0)
    return Cost(wall, cpu, first, max(peaks.values(), default=0.0))


def answered(path: Path) -> int:
    """How many rows a run has kept so far."""
    parts = path.with_name("out.parquet.parts").glob("*-*.arrow")
    return max((int(part.stem.partition("-")[2]) for part in parts), default=0)


def memory_of(process: int) -> float:
    """What a process takes now, in megabytes; 0 for one that has ended."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text().split()[1]
    except OSError:
        return 0.0
    return int(pages) * resource.getpagesize() / 1e6


def steady(folder: Path, count: int, jobs: int, seed: int) -> bool:
    """Print what the processes of a run take at each tenth of it, and the most at the end. Whether
    that does not grow.
    """
    path = folder / "short.parquet"
    size = rows_in(path, count, seed, SHORT)
    print(f"{count} rows of {size / count:,.0f} bytes, {jobs} processes; megabytes:")
    seen: list[tuple[float, float]] = []
    peak = 0.0
    with subprocess.Popen(command_for(path, jobs)) as process:
        while process.poll() is None:
            if len(seen) < TENTHS - 1 and answered(path) >= count * (len(seen) + 1) / TENTHS:
                first, *others = map(memory_of, processes(process.pid))
                seen.append((first, max(others, default=0.0)))
                told = f"{first:.0f} the first, {seen[-1][1]:.0f} another"
                print(f"{answered(path):8,} rows: {told}", flush=True)
            peak = max(peak, peak_of(process.pid))
            time.sleep(EVERY)
    print(f"at its most, with the writing of the output: {peak:.0f} the first")
    half = len(seen) // 2
    return all(after - before <= GROWTH for before, after in zip(seen[half], seen[-1], strict=True))


def measured(folder: Path, count: int, jobs: list[int], seed: int) -> Iterator[str]:
    """The lines that are printed."""
    path, one, quarter = (folder / f"{name}.parquet" for name in ("all", "one", "quarter"))
    size = rows_in(path, count, seed)
    rows_in(one, 1, seed)
    rows_in(quarter, max(1, count // 4), seed)
    batch(one, 1)  # fills the cache
    start = batch(one, 1)
    yield f"{count} rows of {size / count:,.0f} bytes on {os.cpu_count()} processors"
    yield f"start-up: {start.wall:.2f} s, {start.cpu:.2f} s of processor time"
    work = plain(path)
    yield f"plain loop: {count / work:.1f} texts a second per core ({1000 * work / count:.1f} ms)"
    for number in jobs:
        cost = batch(path, number)
        over = (cost.cpu - start.cpu) / work
        yield (
            f"batch, {number} processes: {count / cost.wall:.1f} texts a second by the clock, "
            f"{cost.wall:.1f} s; {cost.cpu:.1f} s of processor time, {over:.2f} times the loop; "
            f"{cost.first:.0f} MB the first process, {cost.other:.0f} MB another"
        )
    cost = batch(quarter, jobs[-1])
    yield (
        f"a quarter of the rows, {jobs[-1]} processes: {cost.first:.0f} MB the first process, "
        f"{cost.other:.0f} MB another"
    )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, os.cpu_count() or 1])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--memory", action="store_true", help="only what a long run takes of it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.memory:
            return 0 if steady(Path(folder), options.rows, options.jobs[-1], options.seed) else 1
        for line in measured(Path(folder), options.rows, options.jobs, options.seed):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
