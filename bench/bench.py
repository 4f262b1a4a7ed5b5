"""Time vaclint beside its peers, whole processes, in one run: one file, 2,000 generated vacancies,
and the same when nothing has changed.

    python bench/bench.py [--runs 7] [--files 2000] [--file tests/corpus/d00-concerndirecteur.txt]
    python bench/bench.py --write docs/performance.md

The commands take turns, so that a busy machine slows all; what counts is the median of the ratios
of processor time. The exit code is 1 when a ratio exceeds its limit. codespell must be installed
(it is in the ``dev`` extra); ``vale`` and ``typos`` are timed as well where they are on the path,
and named where they are not.
"""

from __future__ import annotations

import argparse
import compileall
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import vaclint
from generate import write
from vaclint.project.results import FOLDER

REAL = Path(__file__).parents[1] / "tests" / "corpus" / "d00-concerndirecteur.txt"
LIMITS = {"one file": 3.6, "many files": 41.0, "unchanged": 0.7}
"""At most so many times codespell's processor time, children included. Processor time, because wall
time says more of what else a machine does than of vaclint. A limit is a tenth above what was
measured when it was set, that for many files a twenty-fifth, the last a half; docs/performance.md
has the figures.
"""


BEGIN, END = "<!-- measured -->", "<!-- end of what is measured -->"
"""Between these the table of a page is written."""


class Measured(NamedTuple):
    """What came of a row: seconds of ours, the least and the most, and of each peer with the
    ratio.
    """

    name: str
    ours: float
    least: float
    most: float
    peers: dict[str, tuple[float, float]]

    @property
    def is_within(self) -> bool:
        """Whether the ratio to codespell is within its limit."""
        return self.peers["codespell"][1] <= LIMITS[self.name]


class Row(NamedTuple):
    """What is timed: texts, and what is done to the cache before each run."""

    name: str
    path: Path
    prepare: Callable[[Path], None]


def forget(cache: Path) -> None:
    """Remove the reports of earlier runs, and nothing else."""
    shutil.rmtree(cache / FOLDER, ignore_errors=True)


def keep(cache: Path) -> None:
    """Leave the reports of earlier runs."""


def command(name: str) -> list[str]:
    """The command of an installed tool: the script beside this Python, or the module."""
    script = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    return [script] if script else [sys.executable, "-m", name]


def compile_modules() -> None:
    """Compile the modules of vaclint, as an installation does: the first run that needs one would
    do so, and be slower than the others.
    """
    compileall.compile_dir(Path(vaclint.__file__).parent, quiet=2)


def spent(arguments: list[str], cache: Path) -> float:
    """Seconds of processor time of one run. Raises RuntimeError when the tool itself fails."""
    before = _children()
    environment = {**os.environ, "PYTHONHASHSEED": "0", "VACLINT_CACHE_DIR": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, check=False
    )
    seconds = _children() - before
    if b"Traceback" in done.stderr or b"No module named" in done.stderr:
        raise RuntimeError(done.stderr.decode())
    return seconds


def _children() -> float:
    """Seconds of processor time of all processes that were started and have ended; finer than the
    hundredths of a second that ``os.times`` counts in, of which codespell takes nine.
    """
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peers(path: Path, folder: Path) -> dict[str, list[str]]:
    """The commands that are timed beside ours."""
    style = folder / "styles" / "Bench"
    style.mkdir(parents=True, exist_ok=True)
    (style / "Repeat.yml").write_text(
        "extends: repetition\nmessage: \"'%s'\"\nlevel: error\nalpha: true\n"
        "tokens:\n  - '[^\\s]+'\n"
    )
    (folder / "vale.ini").write_text(
        f"StylesPath = {folder / 'styles'}\n[*.{{md,txt}}]\nBasedOnStyles = Bench\n"
    )
    found = {"codespell": [*command("codespell"), str(path)]}
    if vale := shutil.which("vale"):
        found["vale"] = [vale, "--config", str(folder / "vale.ini"), str(path)]
    if typos := shutil.which("typos", path=str(Path(sys.executable).parent)) or shutil.which(
        "typos"
    ):
        found["typos"] = [typos, str(path)]
    found["python"] = [sys.executable, "-I", "-c", "pass"]
    return found


def compare(row: Row, runs: int, folder: Path) -> Measured:
    """Time a row, and print what came of it."""
    cache = folder / "cache"
    ours = [*command("vaclint"), "check", str(row.path)]
    others = peers(row.path, folder)
    for each in (ours, *others.values()):
        spent(each, cache)  # warm the disk cache and the bytecode
    mine: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in others}
    for _ in range(runs):
        row.prepare(cache)
        mine.append(spent(ours, cache))
        for name, each in others.items():
            times[name].append(spent(each, cache))
    measured = Measured(
        row.name,
        statistics.median(mine),
        min(mine),
        max(mine),
        {name: (statistics.median(theirs), _ratio(mine, theirs)) for name, theirs in times.items()},
    )
    shown = "  ".join(
        f"{name} {each:.3f} s ({ratio:.2f}x)" for name, (each, ratio) in measured.peers.items()
    )
    spread = f"{measured.least:.3f}-{measured.most:.3f}"
    print(f"{row.name:<10}  vaclint {measured.ours:.3f} s ({spread})  {shown}")
    if not measured.is_within:
        print(f"{row.name:<10}  TOO SLOW: limit {LIMITS[row.name]:g} x codespell")
    return measured


def _ratio(mine: list[float], theirs: list[float]) -> float:
    """The median of the ratios of runs that took turns; 0 for what took no time at all."""
    return statistics.median(a / b if b else 0.0 for a, b in zip(mine, theirs, strict=True))


def write_table(page: Path, rows: list[Measured], files: int) -> None:
    """Write what was measured into a page, between its marks. Raises ValueError where they are
    missing.
    """
    text = page.read_text("utf-8")
    before, after = text.index(BEGIN) + len(BEGIN), text.index(END)
    heads = ["what", "vaclint", *(f"{name}" for name in rows[0].peers)]
    lines = [
        f"| {' | '.join(heads)} |",
        f"| --- |{' ---: |' * (len(heads) - 1)}",
        *(
            f"| {row.name} | {row.ours:.3f} s ({row.least:.3f} to {row.most:.3f}) | "
            + " | ".join(f"{each:.3f} s ({ratio:.2f}x)" for each, ratio in row.peers.values())
            + " |"
            for row in rows
        ),
    ]
    told = f"{files:,} texts for many files; medians of processor time, and how often theirs."
    table = "\n".join(lines)
    page.write_text(f"{text[:before]}\n\n{table}\n\n{told}\n\n{text[after:]}", "utf-8")


def main() -> int:
    """Run both comparisons."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--file", type=Path, default=REAL)
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the table into a page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "texts"
        size = write(texts, options.files)
        missing = [each for each in ("vale", "typos") if each not in peers(REAL, folder)]
        if missing:
            print(f"not on the path, so not timed: {', '.join(missing)}")
        print(f"{options.file.name}: {options.file.stat().st_size:,} bytes")
        print(f"{options.files:,} generated vacancies: {size:,} bytes; {os.cpu_count()} processors")
        compile_modules()
        few = max(3, options.runs // 2)
        rows = (
            (Row("one file", options.file, forget), options.runs),
            (Row("many files", texts, forget), few),
            (Row("unchanged", texts, keep), few),
        )
        measured = [compare(row, runs, folder) for row, runs in rows]
    if options.write:
        write_table(options.write, measured, options.files)
    return 0 if all(row.is_within for row in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
