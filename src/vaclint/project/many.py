"""Checks many files, in parallel when that pays; each file's report comes in the order asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport
from vaclint.model.source import Source
from vaclint.project.cache import keep_patterns, prime_patterns, store_in
from vaclint.project.files import read_source
from vaclint.project.limits import limited
from vaclint.project.plan import Plan, Setup, Task, engine_of
from vaclint.rulebook.load import load

CHUNK = 40
"""So many files are handed to a process at once; processes are used from two such portions on."""


def check_file(setup: Setup, engine: Engine, path: Path, shown: str) -> FileReport:
    """Check one file; whatever goes wrong is in the report's errors."""
    try:
        source = read_source(path, shown, setup.config.encoding, setup.config.max_file_size)
        return checked(setup, engine, source)
    except VaclintError as error:
        return FileReport(shown, errors=(error,))


def checked(setup: Setup, engine: Engine, source: Source) -> FileReport:
    """Check one text within its time."""
    try:
        with limited(setup.timeout, source.path, len(source.text)):
            return engine.check(source, setup.asked_for(source.path))
    except VaclintError as error:
        return FileReport(source.path, errors=(error,))


def check_files(plan: Plan, tasks: Sequence[Task], jobs: int) -> Iterator[FileReport]:
    """Check many files, in the order given."""
    jobs = min(jobs, len(tasks) // CHUNK)
    if jobs < 2:
        for path, shown, index in tasks:
            yield check_file(plan.setups[index], plan.engines[index], path, shown)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunks = [list(tasks[at : at + CHUNK]) for at in range(0, len(tasks), CHUNK)]
    with ProcessPoolExecutor(
        jobs, initializer=_start, initargs=(plan.setups, plan.store.folder())
    ) as pool:
        for reports in pool.map(_check_chunk, chunks):
            yield from reports


class _Worker(NamedTuple):
    """What a process works with."""

    setups: list[Setup]
    engines: list[Engine]


_worker: list[_Worker] = []


def _start(setups: list[Setup], folder: Path | None) -> None:
    store = store_in(folder)
    prime_patterns(store)
    table = kinds()
    engines = [
        engine_of(setup, load(table, setup.config.rule_paths, store, explained=False))
        for setup in setups
    ]
    _worker[:] = [_Worker(setups, engines)]
    import atexit

    atexit.register(keep_patterns, store)


def _check_chunk(tasks: list[Task]) -> list[FileReport]:
    setups, engines = _worker[0]
    return [check_file(setups[index], engines[index], path, shown) for path, shown, index in tasks]
