"""How well and how fast near-duplicates are found among a million generated adverts.

    python bench/near_duplicates.py [--rows 10000 100000] [--seed 1] [--floor 0.99]

Needs numpy and the extra ``batch``. The rows hold what ``vaclint batch`` writes of an advert: its
name, language and sketch. The words of an advert are numbers. Its own text (some 220 words) is a
word chain made from the vacancies of the tests and examples, where every fourth word is drawn from
300,000; it further has one of many task lists that jobs of a kind share, and the standing text of
its organisation: 30 % of its words. The largest organisation has one advert in nine. One advert in
twenty is a re-post of another: 0 to 6 % of its own words replaced, sometimes its end dropped. One
in ten thousand is posted in 12 to 400 places.

What is wanted: the pairs of a family (an advert and its re-posts) whose three-word shingles have a
Jaccard index of at least 0.75. In a family of more
than ``GUARD`` not every pair is wanted, but every advert, with an earlier one of its family. What
is found and is no pair of a family, or one below 0.75, is wrong; how many of those are just below
it is said. The exit code is 1 when precision or recall falls below the floor.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import defaultdict
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from common import engine
from planted import vacancies

from vaclint.checks.sketch import CUT
from vaclint.duplicates import GUARD, write_pairs

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Hashes = np.ndarray[Any, np.dtype[np.uint64]]

CHUNK = 20_000
VOCABULARY = 300_000
JUMP = 0.25
OWN = (150, 290)
TASKS, STANDING = 70, 125
MOST = OWN[1] + TASKS + STANDING
LEAST = 0.75
NEAR = 0.05


class Chain:
    """The words that follow a word in real text, and how often any word stands."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        numbers: dict[str, int] = {}
        follows: dict[int, list[int]] = defaultdict(list)
        for blocks in vacancies(engine(select=("DUP001",), kind="vacancy")):
            words = [numbers.setdefault(w, len(numbers)) for b in blocks for w in b.split()]
            for one, two in pairwise(words):
                follows[one].append(two)
        self.known = len(numbers)
        lists = [follows[number] or [0] for number in range(self.known)]
        self.starts = np.cumsum([0, *map(len, lists)])
        self.next = np.array([word for words in lists for word in words])
        weights = 1 / (np.arange(VOCABULARY) + 10) ** 0.9
        self.cumulative = np.cumsum(weights / weights.sum())
        self.hashes = rng.integers(0, 1 << 64, VOCABULARY, dtype=np.uint64)

    def drawn(self, count: int) -> Numbers:
        """Words by how often they stand."""
        drawn = np.searchsorted(self.cumulative, self.rng.random(count))
        return np.minimum(drawn, VOCABULARY - 1)

    def texts(self, count: int, words: int) -> Numbers:
        """Texts of the same number of words: count x words."""
        made = np.empty((count, words), np.int64)
        made[:, 0] = self.drawn(count)
        for at in range(1, words):
            known = made[:, at - 1] % self.known
            sizes = self.starts[known + 1] - self.starts[known]
            follows = self.next[self.starts[known] + self.rng.integers(0, sizes)]
            jumps = self.rng.random(count) < JUMP
            made[:, at] = np.where(jumps, self.drawn(count), follows)
        return made


class Family(NamedTuple):
    """Where an advert stands among those it was made from: its family and all its shingles."""

    family: int
    shingles: Hashes


def mixed(values: Hashes) -> Hashes:
    """As ``vaclint.checks.sketch`` spreads the bits of a hash."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


class Feed:
    """A feed of generated adverts, and what is to be found in it."""

    def __init__(self, rows: int, seed: int) -> None:
        self.rows = rows
        self.rng = np.random.default_rng(seed)
        self.chain = Chain(self.rng)
        organisations = max(60, rows // 500)
        self.standing = self.chain.texts(organisations, STANDING)
        self.tasks = self.chain.texts(max(200, rows // 100), TASKS)
        shares = np.cumsum(1 / np.arange(1, organisations + 1))
        self.shares = shares / shares[-1]
        self.names = random.Random(seed).sample(range(rows), rows)
        self.families: dict[str, Family] = {}

    def write(self, path: Path) -> None:
        """Write the rows."""
        schema = pa.schema(
            [("id", pa.string()), ("language", pa.string()), ("sketch", pa.list_(pa.int64()))]
        )
        with pq.ParquetWriter(path, schema) as writer:
            for start in range(0, self.rows, CHUNK):
                count = min(CHUNK, self.rows - start)
                writer.write_table(pa.table(self._chunk(start, count), schema))

    def _chunk(self, start: int, count: int) -> dict[str, Any]:
        rng = self.rng
        sources = self._sources(count)
        organisations = np.searchsorted(self.shares, rng.random(count))[sources]
        tasks = rng.integers(0, len(self.tasks), count)[sources]
        lengths = rng.integers(*OWN, count)[sources]
        own = self._changed(self.chain.texts(count, OWN[1])[sources], sources)
        copies = sources != np.arange(count)
        lengths -= 8 * (copies & (rng.random(count) < 0.3))
        words = np.full((count, MOST), -1, np.int64)
        words[:, : OWN[1]] = np.where(np.arange(OWN[1]) < lengths[:, None], own, -1)
        words[:, OWN[1] : OWN[1] + TASKS] = self.tasks[tasks]
        words[:, OWN[1] + TASKS :] = self.standing[organisations]
        present = words >= 0
        rows = np.repeat(np.arange(count), present.sum(axis=1))
        values = self._shingles(words[present], rows)
        names = [f"advert-{self.names[start + at]:08}" for at in range(count)]
        offsets, sketches = self._sketches(values, rows, count)
        related = set(sources[copies].tolist()) | set(np.flatnonzero(copies).tolist())
        first = np.searchsorted(rows, np.arange(count + 1))
        for at in related:
            shingles = np.unique(values[first[at] : max(first[at], first[at + 1] - 2)])
            self.families[names[at]] = Family(start + int(sources[at]), shingles)
        sketch = pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(sketches))
        return {"id": names, "language": ["nl"] * count, "sketch": sketch}

    def _sources(self, count: int) -> Numbers:
        """The advert that each is made from: mostly itself."""
        rng = self.rng
        sources = np.arange(count)
        copies = np.flatnonzero(rng.random(count) < 0.05)
        sources[copies] = rng.integers(0, count, len(copies))
        for source in rng.integers(0, count, max(1, count // 10_000)):
            sources[rng.integers(0, count, int(rng.integers(12, 400)))] = source
        while (sources[sources] != sources).any():
            sources = sources[sources]
        return sources

    def _changed(self, own: Numbers, sources: Numbers) -> Numbers:
        rates = self.rng.uniform(0, 0.06, len(own)) * (sources != np.arange(len(own)))
        changes = self.rng.random(own.shape) < rates[:, None]
        own[changes] = self.chain.drawn(int(changes.sum()))
        return own

    def _shingles(self, words: Numbers, rows: Numbers) -> Hashes:
        """The hash of every three words; the last two of a row run into the next."""
        hashed = np.append(self.chain.hashes[words], np.zeros(2, np.uint64))
        three = hashed[:-2] * np.uint64(3) + hashed[1:-1] * np.uint64(5)
        return mixed((three + hashed[2:] * np.uint64(7)).astype(np.uint64, copy=False))

    def _sketches(self, values: Hashes, rows: Numbers, count: int) -> tuple[Numbers, Hashes]:
        """The values of each row as a table has them, in order and once, behind each other."""
        whole = np.append(rows[2:] == rows[:-2], [False, False])
        values, rows = values[whole] >> np.uint64(CUT), rows[whole]
        order = np.lexsort((values, rows))
        values, rows = values[order].astype(np.int64), rows[order]
        again = np.append(False, (values[1:] == values[:-1]) & (rows[1:] == rows[:-1]))
        values, rows = values[~again], rows[~again]
        return np.searchsorted(rows, np.arange(count + 1)), values


def jaccard(one: Hashes, other: Hashes) -> float:
    """The share of all shingles of two texts that both have."""
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)


def judged(feed: Feed, found: set[tuple[str, str]]) -> dict[str, Any]:
    """Precision and recall of the pairs found, each with its names in order."""
    families = defaultdict(list)
    for name, family in sorted(feed.families.items()):
        families[family.family].append(name)

    def alike(one: str, other: str) -> float:
        a, b = feed.families.get(one), feed.families.get(other)
        return jaccard(a.shingles, b.shingles) if a and b and a.family == b.family else 0.0

    true = {pair: alike(*pair) for pair in found}
    right = sum(value >= LEAST for value in true.values())
    near = sum(LEAST - NEAR <= value < LEAST for value in true.values())
    bands: dict[float, list[bool]] = defaultdict(list)
    wanted: list[bool] = []
    for names in families.values():
        if len(names) <= GUARD:
            for pair in combinations(names, 2):
                value = alike(*pair)
                bands[int(20 * value) / 20].append(pair in found)
                if value >= LEAST:
                    wanted.append(pair in found)
    later = {second for _, second in found}
    large = [
        name in later
        for names in families.values()
        if len(names) > GUARD
        for name, before in ((name, names[:at]) for at, name in enumerate(names))
        if any(alike(other, name) >= LEAST for other in before[:200])
    ]
    return {
        "rows": feed.rows,
        "pairs found": len(found),
        "right": right,
        "just below": near,
        "wrong": len(found) - right - near,
        "precision": right / max(1, len(found)),
        "precision, just below allowed": (right + near) / max(1, len(found)),
        "pairs wanted": len(wanted),
        "recall": sum(wanted) / max(1, len(wanted)),
        "adverts of large families wanted": len(large),
        "recall in large families": sum(large) / max(1, len(large)),
        "found by Jaccard index": {
            f"{low:.2f}": f"{sum(hits)}/{len(hits)}" for low, hits in sorted(bands.items())
        },
    }


def measured(rows: int, seed: int, folder: Path) -> dict[str, Any]:
    """Generate, find, judge."""
    feed = Feed(rows, seed)
    source, output = folder / f"{rows}.parquet", folder / f"{rows}-pairs.parquet"
    started = time.perf_counter()
    feed.write(source)
    made = time.perf_counter() - started
    started, processor = time.perf_counter(), time.process_time()
    write_pairs(source, output)
    took, processor = time.perf_counter() - started, time.process_time() - processor
    table = pq.read_table(output)
    found = set(zip(table["first"].to_pylist(), table["second"].to_pylist(), strict=True))
    seconds = {"generated": round(made, 1), "found": round(took, 1), "processor": processor}
    return {**judged(feed, found), "seconds": seconds, "per row": 1e6 * processor / rows}


def main() -> int:
    """Measure each number of rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--floor", type=float, default=0.99)
    parser.add_argument("--keep", type=Path, help="a folder for the rows and pairs")
    options = parser.parse_args()
    least = 1.0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        for rows in options.rows:
            result = measured(rows, options.seed, folder)
            print(json.dumps(result, indent=1))
            least = min(least, result["precision"], result["recall"])
    return 0 if least >= options.floor else 1


if __name__ == "__main__":
    sys.exit(main())
