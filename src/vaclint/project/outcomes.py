"""What a run printed and its exit code, kept as long as nothing changes that they are made of.

A run in which nothing changed looks for its files, reads them, and prints what the last one like it
did: no rule is read, and no report made again. What is kept is found by the folder and the command
line, one file for each. It holds for the text of every file and of every baseline, the
configurations, what was left out and why, the rules and this program, the version of Python, the
day, and the terminal. A text is told by its content, never by its time. A run in which something
went wrong is not kept.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from vaclint.model.regular import read_with_status
from vaclint.project.cache import read_sealed, write_sealed
from vaclint.project.config import Config
from vaclint.project.digests import digest, encoded, ordered, state_of_rules, today
from vaclint.project.plan import Collected, Plan
from vaclint.project.results import FOLDER
from vaclint.text.named import NamedTuple

RUNS = "runs"
"""The folder for them, among the reports: both are bounded together."""
KEPT = 100
"""So many runs are kept; the oldest go first."""
MOST_SHOWN = 10_000_000
"""Characters; what prints more is not kept."""
SETTLED = 2_000_000_000
"""Nanoseconds that have passed since a file changed when it is read. A later change then shows in
its time: some file systems count in steps of two seconds.
"""


class Outcome(NamedTuple):
    """What came of a run: its exit code, the lines on standard error, and what it printed."""

    code: int
    told: tuple[str, ...]
    shown: str


_Stamp = tuple[int, int, int, int]
"""The number of a file, its bytes, and when it and its entry changed."""


class Place(NamedTuple):
    """Where the outcome of a run is kept, and what it is made of."""

    path: Path
    key: str
    """The name of all that it is made of."""
    made_with: tuple[str, ...]
    """The day and the state of the rules before the run."""
    stamps: tuple[tuple[Path, _Stamp], ...]
    """The files that were read, as they were then."""
    is_settled: bool
    """Whether none of them had just changed."""

    def get(self) -> Outcome | None:
        """What is kept; None where that is made of something else, or nothing of ours."""
        with suppress(OSError, EOFError, ValueError, TypeError, MemoryError):
            kept = marshal.loads(read_sealed(self.path) or b"")
            if isinstance(kept, tuple) and len(kept) == 4 and kept[0] == self.key:
                _, code, told, shown = kept
                return Outcome(code, told, shown)
        return None

    def put(self, plan: Plan, outcome: Outcome) -> None:
        """Keep what a run printed; nothing where a file or the rules changed while it ran, or where
        that cannot be.
        """
        if not self._is_as_it_was(plan):
            return
        with suppress(OSError, ValueError):
            write_sealed(self.path, (marshal.dumps((self.key, *outcome)),))
            _forget_old(self.path.parent)

    def _is_as_it_was(self, plan: Plan) -> bool:
        if not self.is_settled or _looks_elsewhere(plan) or self.made_with != _made_with(plan):
            return False
        try:
            return all(_stamp(path.stat()) == stamp for path, stamp in self.stamps)
        except OSError:
            return False


def place_of(plan: Plan, collected: Collected, asked: Sequence[Any]) -> Place | None:
    """Where the outcome of a run over some files is kept; ``asked`` is what it depends on besides
    the plan. None without a store, and where something went wrong already.
    """
    folder = plan.store.folder()
    if folder is None or plan.errors or collected.reports or not collected.tasks:
        return None
    made_with = _made_with(plan)
    settings = repr((Path.cwd(), ordered(plan.settings), ordered(asked[0])))
    told = (sys.version, made_with, settings, asked, *_found_by(plan, collected))
    stamps: list[tuple[Path, _Stamp]] = []

    def texts() -> Iterator[bytes]:
        for path, most in _read_by(plan, collected):
            data, status = read_with_status(path, most)
            stamps.append((path, _stamp(status)))
            yield data

    now = time.time_ns()
    try:
        key = digest(chain([encoded(repr(told))], texts()))
    except OSError:  # checking it will tell
        return None
    newest = max((max(stamp[2:]) for _, stamp in stamps), default=0)
    path = folder / FOLDER / RUNS / digest([encoded(settings)])
    return Place(path, key, made_with, tuple(stamps), newest < now - SETTLED)


def _found_by(plan: Plan, collected: Collected) -> Iterator[object]:
    """What looking for files found, besides their texts."""
    left_out = plan.left_out
    yield [ordered(config) for config in plan.configs]
    yield [(task.shown, task.setup) for task in collected.tasks]
    yield ordered(left_out.folders), ordered(left_out.files), ordered(left_out.suffixes)
    yield left_out.lists, left_out.empty, list(left_out.unmet), plan.as_text
    yield left_out.built_with_texts()


def _read_by(plan: Plan, collected: Collected) -> Iterator[tuple[Path, int]]:
    """The files that a run reads, with the bytes that each may have; 0 for any."""
    for task in collected.tasks:
        yield task.path, plan.configs[task.setup].max_file_size
    for path in dict.fromkeys(_baselines(plan)):
        yield path, 0


def _baselines(plan: Plan) -> Iterable[Path]:
    known = (plan.settings.baseline, *(config.baseline for config in plan.configs))
    return (path for path in known if path is not None)


def _made_with(plan: Plan) -> tuple[str, ...]:
    """What a run is made with that is not read again while it lasts."""
    paths = dict.fromkeys(config.rule_paths for config in plan.configs)
    return today(), *map(state_of_rules, (Config().rule_paths, *paths))


def _looks_elsewhere(plan: Plan) -> bool:
    """Whether a rule compares with files that are not of the run."""
    across = (rule for rules in plan.rulesets for rule in rules.rules_across)
    return any(rule.options["files"] == "repo" for rule in across)


def _stamp(status: os.stat_result) -> _Stamp:
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _forget_old(folder: Path) -> None:
    """Remove the oldest outcomes, down to ``KEPT`` of them."""
    entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in entries[KEPT:]:
        path.unlink()
