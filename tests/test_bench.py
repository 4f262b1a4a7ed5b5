"""The bench fails when a run takes longer than its limit allows."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from cli_support import ROOT


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    monkeypatch.setattr(sys, "argv", ["bench.py", "--runs", "3", "--files", "1"])
    return importlib.import_module("bench")


@pytest.mark.parametrize(("ours", "code"), [(1.0, 0), (1.5, 0), (1.6, 1), (99.0, 1)])
def test_the_exit_code(
    bench: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ours: float,
    code: int,
) -> None:
    def spent(command: list[str], cache: Path) -> float:
        return ours if "check" in command else 1.0

    monkeypatch.setattr(bench, "spent", spent)
    monkeypatch.setattr(bench, "LIMITS", dict.fromkeys(bench.LIMITS, 200.0) | {"one file": 1.5})
    assert bench.main() == code
    printed = capsys.readouterr().out
    assert ("TOO SLOW" in printed) is bool(code)
    assert {line.split("  ")[0] for line in printed.splitlines()} >= bench.LIMITS.keys()


def test_reports_of_earlier_runs_are_forgotten_and_nothing_else(
    bench: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / bench.FOLDER / "ab").mkdir(parents=True)
    (tmp_path / "rules.bin").write_bytes(b"x")
    bench.keep(tmp_path)
    assert len([*tmp_path.iterdir()]) == 2
    bench.forget(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["rules.bin"]


def test_the_table_stands_between_its_marks(bench: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Speed\n\n{bench.BEGIN}\nold\n{bench.END}\n\nMore.\n")
    row = bench.Measured("one file", 0.2, 0.1, 0.3, {"codespell": (0.1, 2.0)})
    bench.write_table(page, [row], 2000)
    text = page.read_text()
    assert "| one file | 0.200 s (0.100 to 0.300) | 0.100 s (2.00x) |" in text
    assert "old" not in text
    assert text.endswith("More.\n")
