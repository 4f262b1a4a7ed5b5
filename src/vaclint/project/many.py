"""Checks many files, in parallel when that pays; each file's report comes in the order asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.checks import kinds
from vaclint.model.errors import EmptyTextError, VaclintError
from vaclint.model.packed import Packed, PackedMapping
from vaclint.model.report import FileReport
from vaclint.model.source import Source
from vaclint.project.cache import keep_patterns, prime_patterns, store_in
from vaclint.project.config import Config
from vaclint.project.files import read_source, source_of
from vaclint.project.limits import limited
from vaclint.project.plan import Plan, Setup, Task, engine_of
from vaclint.project.pool import Start, alone, in_processes
from vaclint.project.results import Results
from vaclint.rulebook.load import load
from vaclint.text.named import NamedTuple
from vaclint.text.stored import Later, now

if TYPE_CHECKING:
    from vaclint.engine import Engine

WARMING, SMALL = 2, 50_000
"""So many files of at most so many bytes are checked before processes are started: one that is
forked begins with all that they asked for.
"""
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
        return source_of(staged, shown, config.encoding, config.max_file_size)
    except EmptyTextError:
        return Source(shown, "")


def checked(setup: Setup, engine: Engine, source: Source) -> FileReport:
    """Check one text within its time."""
    try:
        with limited(setup.timeout, source.path, source.text):
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
    # imported and asked for once here, and not in each process that is forked
    list(chain(plan.kinds.values(), (each.value for each in plan.engines)))
    _worker[:] = [worker]
    start = Start(_start, (plan.setups, plan.store.folder(), worker.packs))
    warming = tasks[: WARMING if all(map(_is_small, tasks[:WARMING])) else 0]
    try:
        yield from map(worker.check, warming)
        yield from _in_processes(plan, tasks[len(warming) :], jobs, start)
    finally:
        _worker.clear()


def _is_small(task: Task) -> bool:
    """Whether a file cannot take this process along, should it take too much memory."""
    try:
        size = task.path.stat().st_size if task.staged is None else len(task.staged)
    except OSError:
        return True
    return size <= SMALL


def _in_processes(
    plan: Plan, tasks: Sequence[Task], jobs: int, start: Start
) -> Iterator[FileReport]:
    chunks = [list(tasks[at : at + CHUNK]) for at in range(0, len(tasks), CHUNK)]
    for chunk, reports in in_processes(jobs, start, _check_chunk, chunks):
        if reports is not None:
            yield from reports
        else:  # a process was killed: its files are done again, each by itself
            for task in chunk:
                yield _alone(plan, task)


def _alone(plan: Plan, task: Task) -> FileReport:
    """Check a file in a process of its own, which may be killed: that is then said of the file."""
    start = Start(_start, ([plan.setups[task.setup]], plan.store.folder(), False))
    reports = alone(start, _check_chunk, [task._replace(setup=0)])
    if reports is not None:
        return reports[0]
    message = (
        "the process that checked the file was killed, perhaps for want of memory; check it by "
        "itself"
    )
    return FileReport(task.shown, errors=(VaclintError("read", task.shown, message),))


def packed(file: FileReport) -> FileReport:
    """A report that is kept until the run is over, among those of many other files."""
    if file.sketch:
        file = file._replace(sketch=file.sketch._replace(passages=Packed(file.sketch.passages)))
    findings = file.findings
    if findings and not isinstance(findings, Packed):
        findings = Packed(findings)
    return file._replace(
        findings=findings or (),
        metrics=PackedMapping(file.metrics),
        properties=PackedMapping(file.properties),
        blocks=Packed(file.blocks) if file.blocks else (),
    )


class _Worker(NamedTuple):
    """What a process works with."""

    setups: list[Setup]
    engines: list[Later[Engine]]
    results: list[Results]
    packs: bool
    """Whether its reports are packed."""

    @classmethod
    def of(
        cls, setups: list[Setup], engines: list[Later[Engine]], folder: Path | None, packs: bool
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
            self.setups[index], self.engines[index].value, path, shown, staged, self.results[index]
        )
        return packed(report) if self.packs else report


_worker: list[_Worker] = []


def _start(setups: list[Setup], folder: Path | None, packs: bool) -> None:
    """Begin a process: with the worker of the one that forked it, where it is for these setups."""
    import atexit

    store = store_in(folder)
    atexit.register(keep_patterns, store)
    if _worker and _worker[0].setups is setups:
        return
    prime_patterns(store)
    table = kinds()
    engines = [
        now(engine_of(setup, load(table, setup.config.rule_paths, store, explained=False)))
        for setup in setups
    ]
    _worker[:] = [_Worker.of(setups, engines, folder, packs)]


def _check_chunk(tasks: list[Task]) -> list[FileReport]:
    return [_worker[0].check(task) for task in tasks]
