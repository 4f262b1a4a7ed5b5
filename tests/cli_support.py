"""Running the command as a process, as its users do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
REAL = ROOT / "tests" / "corpus" / "d00-concerndirecteur.txt"


class Done(NamedTuple):
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str

    def json(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.out)
        return loaded


def vaclint(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run ``vaclint`` in a folder; never on a terminal."""
    clean = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR", "LANG", "LC_ALL", "PYTHONPATH")}
    done = subprocess.run(
        [sys.executable, "-m", "vaclint", *arguments], cwd=cwd, input=stdin, capture_output=True, env={**clean, **environment}, check=False
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
