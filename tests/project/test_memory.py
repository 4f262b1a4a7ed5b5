"""A large text takes memory in proportion to its size, whatever it is made of."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the size of a process is in kilobytes"),
]

SIZE = 600_000
TIMES = 60
"""How often its size a text may take over a small one: of 600 kB more of it is what any text takes
than of the five megabytes of docs/performance.md, whose bound is 25.
"""


def _peak(path: Path) -> float:
    """The most memory that a check of a file takes, in bytes."""
    environment = {**os.environ, "VACLINT_CACHE_DIR": str(path.parent / "cache")}
    command = ("check", "--isolated", "-q", "--output-format", "json")
    run = subprocess.Popen(
        [sys.executable, "-m", "vaclint", *command, path.name],
        cwd=path.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    _, status, usage = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode in (0, 1, 2)
    return usage.ru_maxrss * 1024


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("spaces.md", lambda: "a  b" * (SIZE // 4)),
        ("words.txt", lambda: " ".join(f"w{number:x}oord" for number in range(SIZE // 10))),
        (
            "lines.txt",
            lambda: "\n".join(f"Je bakt brood {number:x}." for number in range(SIZE // 20)),
        ),
    ],
)
def test_a_large_text_takes_a_bounded_multiple_of_its_size(
    tmp_path: Path, name: str, make: Callable[[], str]
) -> None:
    small, large = tmp_path / "small.md", tmp_path / name
    small.write_text("# Kok\n\nWij zoeken een kok voor 32 uur.\n\nWe need a cook as well.\n")
    large.write_text(make())
    _peak(small)  # fills the cache
    taken = _peak(large) - _peak(small)
    assert taken < TIMES * large.stat().st_size
