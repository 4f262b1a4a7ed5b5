"""What rules and languages say, over and over, ends in findings and in time."""

from __future__ import annotations

import time
from itertools import islice

import pytest

from floods import floods
from support import engine
from vaclint.model.source import Source

SIZE = 6_000
STEP = 60
"""Every so many floods one is tried; all of them take some ten minutes."""
MOST = 2.0
"""Seconds of processor time; most take a tenth."""


@pytest.mark.slow
def test_every_flood_ends_in_findings_and_in_time() -> None:
    slow, wrong = [], []
    for flood in islice(floods(), 0, None, STEP):
        source = Source("a.md", flood.text(SIZE))
        began = time.process_time()
        report = engine().check(source)
        if time.process_time() - began > MOST:
            slow.append(flood.name)
        wrong += [(flood.name, each.message) for each in report.errors if each.kind == "internal"]
    assert (slow, wrong) == ([], [])
