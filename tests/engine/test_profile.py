"""Where the time goes: every stage and rule is told, and the findings are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import vaclint_here
from support import engine, loaded
from vaclint.engine.profile import STAGES, ProfiledEngine
from vaclint.model.options import Options
from vaclint.model.source import Source

TEXT = "# Kok (m/v/x)\n\nWij zoeken een kandidaat/kandidate voor 24 uur per week.\n"


def test_the_findings_are_those_of_an_engine() -> None:
    source = Source("kok.md", TEXT)
    profiled = ProfiledEngine(loaded(), Options())
    assert profiled.check(source) == engine().check(source)
    told = dict(profiled.told())
    assert profiled.texts == 1
    assert set(STAGES) <= set(told)
    assert "GEN002" in told
    assert all(spent >= 0 for spent in told.values())
    assert told["checks"] > 0


def test_the_command_tells_it_on_stderr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VACLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "kok.md").write_text(TEXT)
    plain = vaclint_here("check", "kok.md", cwd=tmp_path)
    done = vaclint_here("check", "kok.md", "--profile", cwd=tmp_path)
    assert (done.code, done.out) == (plain.code, plain.out)
    lines = done.err.splitlines()
    assert lines[0] == "vaclint: 1 texts, milliseconds of processor time each"
    assert [line.split("  ")[-1] for line in lines[1 : 1 + len(STAGES)]] == list(STAGES)
