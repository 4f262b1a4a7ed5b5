"""The bench fails when a run takes longer than its limit allows."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from cli_support import ROOT


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    monkeypatch.setattr(sys, "argv", ["bench.py", "--runs", "3", "--files", "1"])
    return importlib.import_module("bench")


def times(*seconds: float) -> Iterator[float]:
    """Those of the two commands in turn, over and over."""
    while True:
        yield from seconds


@pytest.mark.parametrize(("ours", "code"), [(1.0, 0), (1.5, 0), (1.6, 1), (99.0, 1)])
def test_the_exit_code(
    bench: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ours: float,
    code: int,
) -> None:
    given = times(ours, 1.0)
    monkeypatch.setattr(bench, "spent", lambda command: next(given))
    monkeypatch.setattr(bench, "LIMITS", {"one file": 1.5, "many files": 10.0})
    assert bench.main() == code
    assert ("TOO SLOW" in capsys.readouterr().out) is bool(code)
