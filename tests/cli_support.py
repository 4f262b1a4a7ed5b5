"""Running the command as a process, as its users do."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from project_support import inside
from vaclint.faces.cli import run

ROOT = Path(__file__).parents[1]
REAL = ROOT / "tests" / "corpus" / "d00-concerndirecteur.txt"
REMOVED = frozenset({"FORCE_COLOR", "NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "PYTHONPATH"})
"""Variables of whoever runs the tests that would change what is printed."""


class Done(NamedTuple):
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str

    def json(self) -> dict[str, Any]:
        """Its standard output as JSON."""
        loaded: dict[str, Any] = json.loads(self.out)
        return loaded


def vaclint(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run ``vaclint`` in a folder; never on a terminal."""
    return python("-m", "vaclint", *arguments, cwd=cwd, stdin=stdin, **environment)


def python(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run this Python in a folder; never on a terminal, and never with a traceback."""
    clean = {name: value for name, value in os.environ.items() if name not in REMOVED}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**clean, **environment},
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def vaclint_here(*arguments: str, cwd: Path, stdin: bytes = b"") -> Done:
    """Run the command in this process, which takes a tenth of the time; never on a terminal."""
    out, err = io.BytesIO(), io.BytesIO()
    streams = {
        "stdin": io.TextIOWrapper(io.BytesIO(stdin), "utf-8"),
        "stdout": io.TextIOWrapper(out, "utf-8", newline=""),
        "stderr": io.TextIOWrapper(err, "utf-8", newline=""),
    }
    before = {name: getattr(sys, name) for name in streams}
    clean = {name: value for name, value in os.environ.items() if name not in REMOVED}
    with inside(cwd), patch.dict(os.environ, clean, clear=True):
        try:
            for name, stream in streams.items():
                setattr(sys, name, stream)
            code = run(list(arguments))
            for name in ("stdout", "stderr"):
                streams[name].flush()
        finally:
            for name, stream in before.items():
                setattr(sys, name, stream)
    return Done(code, out.getvalue().decode(), err.getvalue().decode())
