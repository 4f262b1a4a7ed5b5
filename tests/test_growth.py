"""Time grows with the length of a text and no faster: hostile shapes in every format, checked and
fixed at three sizes.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import pytest

from shapes import Hostile, all_shapes
from support import engine
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source

SIZES = (4_000, 8_000, 16_000)
EXPONENT = 1.3
QUICK = 0.25
"""Seconds; what takes less at the largest size is too quick for its growth to be measured."""
MOST = 4.0
"""Seconds that no shape may take at the largest size, however slow the machine."""
SHAPES = all_shapes()
FORMATS = ("text", "markdown", "html", "json")


def processor_time(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def check(shape: Hostile, size: int) -> float:
    source = Source(shape.path, shape.make(size))
    return processor_time(lambda: engine().check(source))


def fix(shape: Hostile, size: int) -> float:
    source = Source(shape.path, shape.make(size))

    def work() -> None:
        try:
            engine().fix(source)
        except VaclintError as error:
            assert error.kind != "internal", error.message

    return processor_time(work)


def growth(measure: Callable[[Hostile, int], float], shape: Hostile) -> tuple[float, float]:
    """The exponent between the smallest and the largest size, and the time of the largest; the
    least of two, for other things run beside.
    """
    most = measure(shape, SIZES[-1])
    if most < QUICK:
        return 1.0, most
    times = [min(measure(shape, size) for _ in range(2)) for size in SIZES]
    spread = math.log(SIZES[-1] / SIZES[0])
    return math.log(max(times[-1], 1e-3) / max(times[0], 1e-3)) / spread, times[-1]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_has_sixty_shapes(format_: str) -> None:
    assert sum(shape.format == format_ for shape in SHAPES) >= 60


@pytest.mark.slow
@pytest.mark.parametrize("measure", [check, fix])
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape.format}-{shape.name}")
def test_time_grows_with_the_length(
    shape: Hostile, measure: Callable[[Hostile, int], float]
) -> None:
    measure(shape, 200)
    exponent, seconds = growth(measure, shape)
    assert seconds < MOST
    assert exponent <= EXPONENT, f"{seconds:.2f} s at {SIZES[-1]:,} characters"


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape.format}-{shape.name}")
def test_no_shape_is_a_mistake_of_ours(shape: Hostile) -> None:
    report = engine().check(Source(shape.path, shape.make(300)))
    assert [error.message for error in report.errors if error.kind == "internal"] == []
