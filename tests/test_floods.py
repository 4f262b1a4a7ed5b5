"""What rules and languages say, over and over, ends in findings. How long it takes is measured by
``bench/flood_times.py``.
"""

from __future__ import annotations

from itertools import islice

import pytest

from floods import floods
from support import engine
from vaclint.model.source import Source

SIZE = 6_000
STEP = 60
"""Every so many floods one is tried; all of them take some ten minutes."""


@pytest.mark.slow
def test_every_flood_ends_in_findings() -> None:
    wrong = []
    for flood in islice(floods(), 0, None, STEP):
        report = engine().check(Source("a.md", flood.text(SIZE)))
        wrong += [(flood.name, each.message) for each in report.errors if each.kind == "internal"]
    assert wrong == []
