"""What the measurements share: an engine in one line, and the time of a call."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.model.options import Options
from vaclint.project.cache import cache_folder, store_in
from vaclint.rulebook.load import Loaded, load

ROOT = Path(__file__).parents[1]


@cache
def loaded() -> Loaded:
    """The shipped rules and languages."""
    return load(kinds(), store=store_in(cache_folder()))


def processor_time(run: Callable[[], object]) -> float:
    """Seconds of processor time that a call takes."""
    began = time.process_time()
    run()
    return time.process_time() - began


def exponent(times: Sequence[float], sizes: Sequence[int]) -> float:
    """How time grows between the first size and the last: 1 is linear, 2 quadratic."""
    return math.log(times[-1] / max(times[0], 1e-6)) / math.log(sizes[-1] / sizes[0])


def engine(**options: Any) -> Engine:
    """An engine that finds out no more than is measured: no details, marks and fingerprints."""
    bare = {"details": False, "marks": False, "fingerprints": False}
    return Engine(loaded(), Options(**{**bare, **options}))
