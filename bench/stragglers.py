"""Where stragglers and skew come from: a feed on a cluster, simulated by its partitions.

    python bench/stragglers.py [--rows 1000000] [--cores 64] [--seed 0]

What a row costs is drawn from what each text of the tests and the examples costs here, measured
first; one row in ``SLOW`` takes the five seconds after which it is given up. A partition costs
``TASK`` seconds more, a core makes its engine once, and takes the next partition when it has done
one, as Spark does. Rows lie at random, the longest last, or in files that are a partition each, of
which the second has half the rows of the first, the third a third, and so on (``ZIPF``). Printed is
how much longer the whole takes than the work shared out evenly, and how long the last core works
when half of them are done. No cluster was measured with this.
"""

from __future__ import annotations

import argparse
import heapq
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from common import ROOT, processor_time

from vaclint.arrow import BatchOptions, Columns, lint_batch
from vaclint.model.options import Options
from vaclint.project.settings import TIMEOUT

Seconds = np.ndarray[Any, np.dtype[np.float64]]

FOLDERS = ("tests/corpus", "examples")
SUFFIXES = (".txt", ".md", ".html")
AGAIN = 3
SLOW = 10_000
TASK = 0.1
START = 1.2
SIZES = (500, 2_000, 5_000, 20_000, 100_000)
ZIPF = 1.0


def costs() -> Seconds:
    """Seconds of processor time that each text takes, the least of some runs."""
    paths = sorted(path for name in FOLDERS for path in (ROOT / name).rglob("*.*"))
    texts = [path.read_bytes() for path in paths if path.suffix in SUFFIXES]
    options = BatchOptions(Options(details=False))

    def seconds(text: bytes) -> float:
        row = pa.record_batch({"text": [text]})
        return processor_time(lambda: lint_batch(row, Columns("text"), options))

    for text in texts:
        seconds(text)
    return np.array([min(seconds(text) for _ in range(AGAIN)) for text in texts])


def with_slow(costs: Seconds, rng: np.random.Generator) -> Seconds:
    """The same rows, of which some are given up."""
    return np.where(rng.random(len(costs)) < 1 / SLOW, TIMEOUT, costs)


def even(costs: Seconds, size: int) -> list[float]:
    """What partitions of so many rows cost, in the order of the rows."""
    return [float(costs[at : at + size].sum()) for at in range(0, len(costs), size)]


def by_file(costs: Seconds, files: int) -> list[float]:
    """What partitions cost that are files, of which the first is the largest."""
    shares = 1 / np.arange(1, files + 1) ** ZIPF
    ends = np.round(len(costs) * np.cumsum(shares / shares.sum())).astype(int)
    return [float(part.sum()) for part in np.split(costs, ends[:-1])]


def spent(partitions: Sequence[float], cores: int) -> tuple[float, float]:
    """When the last core is done, and for how long it works after half of the others are."""
    free = [START] * cores
    for cost in partitions:
        heapq.heapreplace(free, free[0] + cost + TASK)
    return max(free), max(free) - float(np.median(free))


def simulated(rows: int, cores: int, seed: int) -> Iterator[str]:
    """The lines that are printed."""
    rng = np.random.default_rng(seed)
    known = costs()
    plain = rng.choice(known, rows)
    drawn, ordered = with_slow(plain, rng), with_slow(np.sort(plain), rng)
    ideal = drawn.sum() / cores
    yield (
        f"{len(known)} texts: {1000 * known.mean():.1f} ms each, half of them below "
        f"{1000 * np.median(known):.1f}, the longest {1000 * known.max():.0f}"
    )
    yield f"{rows:,} rows: {drawn.sum() / 3600:.1f} core-hours, {ideal:.0f} s on {cores} cores"
    layouts = [
        *((f"at random, {size:,} rows each", even(drawn, size)) for size in SIZES),
        *((f"the longest last, {size:,} rows each", even(ordered, size)) for size in SIZES),
        *((f"{files} files", by_file(drawn, files)) for files in (cores, 10 * cores)),
    ]
    for name, partitions in layouts:
        last, alone = spent(partitions, cores)
        yield (
            f"{name}: {len(partitions)} partitions, the largest {max(partitions):.0f} s; "
            f"{last:.0f} s, {last / ideal:.2f} times; the last core {alone:.0f} s after half"
        )


def main() -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--cores", type=int, default=64)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    for line in simulated(options.rows, options.cores, options.seed):
        print(line, flush=True)


if __name__ == "__main__":
    main()
