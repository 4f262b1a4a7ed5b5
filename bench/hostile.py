"""How the time of checking and of fixing grows on texts made to be slow: every shape of
``tests/shapes.py`` in every format, at three sizes.

    python bench/hostile.py [--format markdown]

Prints the steepest shapes: the exponent of the growth between the smallest size and the largest (1
is linear), and the seconds of the largest. A shape that grows faster than ``EXPONENT``, or takes
longer than ``MOST``, is named as too steep, and the exit code is 1.

Each time is that of a text that is seen for the first time: what is remembered of texts is
forgotten before, for it is enough for the smallest size and not for the largest.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from typing import NamedTuple

from common import ROOT, engine, exponent, processor_time

from vaclint.engine import Engine
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.text.remembered import Memory

sys.path.insert(0, str(ROOT / "tests"))
from shapes import FIELDS, Hostile, all_shapes

SIZES = (4_000, 8_000, 16_000)
"""Characters."""
EXPONENT = 1.3
QUICK = 0.25
"""Seconds; what takes less at the largest size is too quick for its growth to be measured."""
LEAST = 0.001
"""Seconds; what takes less at the smallest size is taken to take so much."""
MOST = 4.0
"""Seconds of processor time that no shape may take at the largest size."""
SHOWN = 8


class Growth(NamedTuple):
    """How one shape grows."""

    exponent: float
    seconds: float
    name: str

    @property
    def too_steep(self) -> bool:
        """Whether it grows or takes more than it may."""
        return self.exponent > EXPONENT or self.seconds > MOST


class Memories:
    """All that remembers something of texts, from where it is made on."""

    def __init__(self) -> None:
        self._all: list[Memory[object]] = []
        made = Memory.__init__

        def noted(memory: Memory[object], most: int) -> None:
            made(memory, most)
            self._all.append(memory)

        Memory.__init__ = noted  # type: ignore[method-assign, assignment]

    def forget(self) -> None:
        """Let each of them keep nothing."""
        for memory in self._all:
            memory.forget()


MEMORIES = Memories()


def seconds(own: Engine, shape: Hostile, size: int, fix: bool) -> float:
    """The processor time of one check or fix."""
    source = Source(shape.path, shape.make(size))

    def run() -> None:
        with suppress(VaclintError):  # a limit that the shape meets
            (own.fix if fix else own.check)(source)

    MEMORIES.forget()
    return processor_time(run)


def growth(own: Engine, shape: Hostile, fix: bool) -> Growth:
    """The growth of one shape; the better of two times, for other things run beside."""
    name = f"{shape.format} {shape.name}, {'fix' if fix else 'check'}"
    seconds(own, shape, 200, fix)
    most = seconds(own, shape, SIZES[-1], fix)
    if most < QUICK:
        return Growth(1.0, most, name)
    times = [min(seconds(own, shape, size, fix) for _ in range(2)) for size in SIZES]
    times[0] = max(times[0], LEAST)
    return Growth(exponent(times, SIZES), times[-1], name)


def main() -> int:
    """Print the steepest shapes; 1 when one is too steep."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--format", default="", help="only the shapes of one format")
    parser.add_argument("--shape", default="", help="only those with this in their name")
    options = parser.parse_args()
    own = engine(fingerprints=True, details=True, marks=True, fields=FIELDS)
    shapes = [
        shape
        for shape in all_shapes()
        if options.format in ("", shape.format) and options.shape in shape.name
    ]
    found = sorted(
        (growth(own, shape, fix) for shape in shapes for fix in (False, True)), reverse=True
    )
    worst = [each for each in found if each.too_steep]
    print(f"{len(shapes)} shapes, checked and fixed at {SIZES[-1]:,} characters")
    for each in (worst + [each for each in found if not each.too_steep])[: SHOWN + len(worst)]:
        verdict = "  TOO STEEP" if each.too_steep else ""
        print(f"{each.exponent:5.2f}  {each.seconds:6.3f} s  {each.name}{verdict}")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
