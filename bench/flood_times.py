"""How long floods take (``tests/floods.py``): what rules and languages say, over and over.

    python bench/flood_times.py [--step 10]

Every flood of 6,000 characters is checked twice, and the better time counts. Prints the slowest;
one that takes ``MOST`` times as long as the median of the same run is too slow: the exit code is 1.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from itertools import islice

from common import ROOT, engine, processor_time

from vaclint.model.source import Source

sys.path.insert(0, str(ROOT / "tests"))
from floods import Flood, floods

SIZE = 6_000
"""Characters."""
MOST = 25.0
"""Times the median flood."""
SHOWN = 8


def seconds(flood: Flood) -> float:
    """The processor time of one check, the better of two, for other things run beside."""
    source, own = Source("a.md", flood.text(SIZE)), engine()
    return min(processor_time(lambda: own.check(source)) for _ in range(2))


def main() -> int:
    """Print the slowest floods; 1 when one is too slow."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--step", type=int, default=10, help="try one flood of so many")
    tried = list(islice(floods(), 0, None, parser.parse_args().step))
    found = sorted(((seconds(flood), flood.name) for flood in tried), reverse=True)
    median = statistics.median(taken for taken, _ in found)
    print(f"{len(found)} floods of {SIZE:,} characters, the median {1000 * median:.0f} ms")
    for taken, name in found[:SHOWN]:
        verdict = "  TOO SLOW" if taken > MOST * median else ""
        print(f"{taken / median:5.1f} times  {1000 * taken:5.0f} ms  {name}{verdict}")
    return int(found[0][0] > MOST * median)


if __name__ == "__main__":
    sys.exit(main())
