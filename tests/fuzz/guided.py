"""Fuzzing guided by coverage, with atheris: ``python -m tests.fuzz --guided --runs N``.

Atheris ends its process when it is done, so that each target runs in one of its own. What reached
new code is kept in a folder for each target, from which the next run goes on; ``--replay`` gives
all of it to the targets again, for ``coverage run`` to tell what was reached.
"""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.texts import PIECES

SEEDS = Path(__file__).with_name("seeds")
LONGEST = 600
"""Bytes of a text: short texts are tried more often, and what is long is for ``bench/hostile``."""
SECONDS = 20
"""A text that takes longer, beside whatever else runs, is a fault."""


def run_all(names: list[str], runs: int, folder: Path) -> int:
    """Run every target in a process of its own; 1 when one of them found a fault."""
    failed = []
    for name in names:
        command = [sys.executable, __file__, name, str(runs), str(folder)]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
    print(f"{len(names)} targets, {runs:,} texts each; faults in: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def replay(names: list[str], folder: Path) -> int:
    """Give each target its seeds and what was kept; how many texts that were."""
    from fuzz.targets import TARGETS

    count = 0
    for name in names:
        kept = folder / name
        for path in (*SEEDS.iterdir(), *(kept.iterdir() if kept.is_dir() else ())):
            TARGETS[name](path.read_bytes().decode("utf-8", "replace"))
            count += 1
    return count


def _dictionary(place: Path) -> Path:
    """The pieces that mean something to a reader, for the fuzzer to put in."""
    pieces = {piece for line in PIECES.split("\n") for piece in line.split("|") if piece}
    lines = []
    for piece in sorted(pieces):
        data = piece.encode("utf-8", "surrogatepass")
        lines.append('"' + "".join(f"\\x{byte:02x}" for byte in data) + '"')
    place.write_text("\n".join(lines) + "\n")
    return place


def _run_one(name: str, runs: int, folder: Path) -> None:
    """Run one target; does not return."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["vaclint"], enable_loader_override=False):
        from fuzz.targets import TARGETS
    target = TARGETS[name]
    kept = folder / name
    kept.mkdir(parents=True, exist_ok=True)
    dictionary = _dictionary(folder / "pieces.dict")

    def one(data: bytes) -> None:
        target(data.decode("utf-8", "replace"))

    options = [
        f"-atheris_runs={runs}",
        f"-max_len={LONGEST}",
        f"-timeout={SECONDS}",
        f"-dict={dictionary}",
        f"-artifact_prefix={folder}/fault-{name}-",
        "-rss_limit_mb=2000",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, str(kept), str(SEEDS)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    _run_one(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
