"""What is nested too deeply, holds too much or is matched too slowly is a sentence with its file, and
a run that nobody listens to any more ends.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli_support import vaclint_here
from project_support import inside
from support import engine
from vaclint.formats.limits import DEPTH, VALUES
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.project import discover

TEXT = "\n\n# Kok\n\nJe werkt in de de keuken.\n"
DEEP = "[" * (DEPTH + 20) + "]" * (DEPTH + 20)
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MANY = "".join(f"k{number}: v\n" for number in range(VALUES + 1))


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        ("a.json", f'{{"@type": "JobPosting", "description": "kok", "x": {DEEP}}}', "levels deep"),
        ("a.md", f"---\na: {DEEP}\n---{TEXT}", "levels deep"),
        ("a.md", f"+++\na = {'[' * 2_000}{']' * 2_000}\n+++{TEXT}", "levels deep"),
        ("a.md", f"+++\na = {DEEP}\n+++{TEXT}", "levels deep"),
        ("a.md", f"+++\n{'.'.join('a' * (DEPTH + 1))} = 1\n+++{TEXT}", "levels deep"),
        ("a.md", f"---\n{BOMB}---{TEXT}", f"more than {VALUES:,} values"),
        ("a.md", f"---\n{MANY}---{TEXT}", f"more than {VALUES:,} values"),
    ],
)
def test_what_is_too_deep_or_too_much_is_told_and_the_text_is_read(
    path: str, text: str, says: str
) -> None:
    report = engine(language="nl").check(Source(path, text))
    assert [(error.kind, says in error.message) for error in report.errors] == [("read", True)]
    assert path == "a.json" or "DUP002" in {finding.rule for finding in report.findings}


def test_toml_as_deep_as_may_be_is_read() -> None:
    deep = "[" * (DEPTH - 1) + "]" * (DEPTH - 1)
    report = engine(language="nl").check(Source("a.md", f"+++\na = {deep}\n+++{TEXT}"))
    assert not report.errors


def test_a_pattern_of_files_that_is_matched_too_slowly_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discover, "TIME_LIMIT", 0.01)
    pattern = "*a" * 40 + "*b"
    with inside(tmp_path), pytest.raises(VaclintError) as caught:
        discover.matches((pattern,), Path("a" * 200 + "c.md"), None)
    assert pattern in caught.value.message


def test_slow_patterns_of_a_configuration_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discover, "TIME_LIMIT", 0.01)
    (tmp_path / "vaclint.toml").write_text(f"exclude = ['{'*a' * 60}*b']\n")
    (tmp_path / ("a" * 200 + "c.md")).write_text(TEXT)
    done = vaclint_here("check", ".", cwd=tmp_path)
    assert done.code == 2
    assert "make it simpler" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_device_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vaclint", "check", "a.md"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"--output-file" in done.stderr.splitlines()[-1]


def _children(process: int) -> list[int]:
    """The processes that a process started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == process:
            found.append(int(folder.name))
    return found


def _lives(process: int) -> bool:
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2][1] != "Z"
    except OSError:
        return False


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_run(tmp_path: Path, ends: signal.Signals) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text(TEXT + "Je kookt elke dag.\n\n" * 400)
    run = subprocess.Popen(
        [sys.executable, "-m", "vaclint", "check", ".", "--jobs", "2", "--no-cache"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    workers: list[int] = []
    while len(workers) < 2 and run.poll() is None:
        workers = _children(run.pid)
        time.sleep(0.02)
    run.send_signal(ends)
    assert run.wait() != 0
    assert workers
    while any(map(_lives, workers)):  # the test is stopped by its limit where they stay
        time.sleep(0.1)
