"""Checks many files, in parallel when that pays; each file's report comes in the order asked."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.model.errors import EmptyTextError, VaclintError
from vaclint.model.packed import Packed, PackedMapping
from vaclint.model.report import FileReport
from vaclint.model.source import Source, decode
from vaclint.project.cache import keep_patterns, prime_patterns, store_in
from vaclint.project.config import Config
from vaclint.project.files import read_source
from vaclint.project.limits import limited
from vaclint.project.plan import Plan, Setup, Task, engine_of
from vaclint.project.results import Results
from vaclint.rulebook.load import load
from vaclint.text.named import NamedTuple

CHUNK = 40
"""So many files are handed to a process at once; processes are used from two such portions on."""
MANY = 2000
"""The reports of so many files are packed while they wait for the last one: it takes time, and few
take little room.
"""


def check_file(
    setup: Setup,
    engine: Engine,
    path: Path,
    shown: str,
    staged: bytes | None = None,
    results: Results | None = None,
) -> FileReport:
    """Check one file, or what of it is staged, unless its report is kept; whatever goes wrong is in
    the report's errors.
    """
    config = setup.config
    try:
        source = _source_of(config, path, shown, staged)
    except VaclintError as error:
        return FileReport(shown, errors=(error,))
    if results is None:
        return checked(setup, engine, source)
    report = results.get(source)
    if report is None:
        report = checked(setup, engine, source)
        results.put(source, report)
    return report


def _source_of(config: Config, path: Path, shown: str, staged: bytes | None) -> Source:
    """The text of a file, or of what is staged of it. Raises VaclintError for one that cannot be
    read.
    """
    try:
        if staged is None:
            return read_source(path, shown, config.encoding, config.max_file_size)
        return decode(shown, staged, config.encoding)
    except EmptyTextError:
        return Source(shown, "")


def checked(setup: Setup, engine: Engine, source: Source) -> FileReport:
    """Check one text within its time."""
    try:
        with limited(setup.timeout, source.path, len(source.text)):
            return engine.check(source, setup.asked_for(source.path))
    except VaclintError as error:
        return FileReport(source.path, errors=(error,))


def check_files(plan: Plan, tasks: Sequence[Task], jobs: int) -> Iterator[FileReport]:
    """Check many files, in the order given."""
    folder = None if plan.settings.profile else plan.store.folder()
    worker = _Worker.of(plan.setups, plan.engines, folder, len(tasks) >= MANY)
    kept = 0
    for task in tasks:  # what is kept is read here: processes would cost more
        report = worker.kept(task)
        if report is None:
            break
        kept += 1
        yield report
    tasks = tasks[kept:]
    jobs = min(jobs, len(tasks) // CHUNK)
    if jobs < 2 or plan.settings.profile:
        for task in tasks:
            yield worker.check(task)
        return
    chunks = [list(tasks[at : at + CHUNK]) for at in range(0, len(tasks), CHUNK)]
    for number, reports in enumerate(_in_processes(plan, chunks, jobs)):
        if reports is not None:
            yield from reports
        else:  # a process was killed: its files are done again, each by itself
            for task in chunks[number]:
                yield _alone(plan, task)


def _in_processes(
    plan: Plan, chunks: list[list[Task]], jobs: int
) -> Iterator[list[FileReport] | None]:
    """The reports of each portion in order; None for one whose process was killed."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    packs = sum(map(len, chunks)) >= MANY
    list(plan.kinds.values())  # imported once here, and not in each process that is forked
    initial = (plan.setups, plan.store.folder(), os.getpid(), packs)
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=initial)
    try:
        submitted: deque[Future[list[FileReport]] | None] = deque()
        for chunk in chunks:
            try:
                submitted.append(pool.submit(_check_chunk, chunk))
            except BrokenProcessPool:
                submitted.append(None)
        while submitted:
            each = submitted.popleft()  # what was handed on is not kept here too
            try:
                yield each.result() if each is not None else None
            except BrokenProcessPool:
                pool.shutdown(wait=True)  # its thread ends: whoever goes on may fork
                yield None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(plan: Plan, task: Task) -> FileReport:
    """Check a file in a process of its own, which may be killed: that is then said of the file."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    initial = ([plan.setups[task.setup]], plan.store.folder(), os.getpid(), False)
    try:
        with ProcessPoolExecutor(1, initializer=_start, initargs=initial) as pool:
            return pool.submit(_check_chunk, [task._replace(setup=0)]).result()[0]
    except BrokenProcessPool:
        message = (
            "the process that checked the file was killed, perhaps for want of memory; check it "
            "by itself"
        )
        return FileReport(task.shown, errors=(VaclintError("read", task.shown, message),))


def packed(file: FileReport) -> FileReport:
    """A report that is kept until the run is over, among those of many other files."""
    if file.sketch:
        file = file._replace(sketch=file.sketch._replace(passages=Packed(file.sketch.passages)))
    return file._replace(
        findings=Packed(file.findings) if file.findings else (),
        metrics=PackedMapping(file.metrics),
        properties=PackedMapping(file.properties),
        blocks=Packed(file.blocks) if file.blocks else (),
    )


class _Worker(NamedTuple):
    """What a process works with."""

    setups: list[Setup]
    engines: list[Engine]
    results: list[Results]
    packs: bool
    """Whether its reports are packed."""

    @classmethod
    def of(
        cls, setups: list[Setup], engines: list[Engine], folder: Path | None, packs: bool
    ) -> _Worker:
        """A worker that keeps its reports in a folder, if there is one."""
        return cls(setups, engines, [Results(folder, setup) for setup in setups], packs)

    def kept(self, task: Task) -> FileReport | None:
        """The report of a file that is kept; None where there is none, or the file cannot be
        read.
        """
        path, shown, index, staged = task
        results = self.results[index]
        if not results.are_kept:
            return None
        try:
            report = results.get(_source_of(self.setups[index].config, path, shown, staged))
        except VaclintError:
            return None
        return packed(report) if report and self.packs else report

    def check(self, task: Task) -> FileReport:
        """Check one file."""
        path, shown, index, staged = task
        report = check_file(
            self.setups[index], self.engines[index], path, shown, staged, self.results[index]
        )
        return packed(report) if self.packs else report


_worker: list[_Worker] = []


def _start(setups: list[Setup], folder: Path | None, parent: int, packs: bool) -> None:
    _end_with(parent)
    store = store_in(folder)
    prime_patterns(store)
    table = kinds()
    engines = [
        engine_of(setup, load(table, setup.config.rule_paths, store, explained=False))
        for setup in setups
    ]
    _worker[:] = [_Worker.of(setups, engines, folder, packs)]
    import atexit

    atexit.register(keep_patterns, store)


WATCHED_EVERY = 0.5
"""Seconds between two looks at whether the parent is there."""


def _end_with(parent: int) -> None:
    """End this process when its parent does, by whatever signal: nobody waits for its results.

    The one that forked this process may be a server of forks, which ends with the parent.
    """
    import threading
    import time

    def watch() -> None:
        forked_by = os.getppid()
        while os.getppid() == forked_by and (forked_by == parent or _lives(parent)):
            time.sleep(WATCHED_EVERY)
        os._exit(1)

    if hasattr(os, "getppid") and sys.platform != "win32":
        threading.Thread(target=watch, daemon=True).start()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it is another user's, and there
    return True


def _check_chunk(tasks: list[Task]) -> list[FileReport]:
    return [_worker[0].check(task) for task in tasks]
