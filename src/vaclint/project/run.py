"""A run over files: check them, or fix them, and compare them with each other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.model.errors import EmptyTextError, VaclintError
from vaclint.model.report import FileReport
from vaclint.model.source import Source
from vaclint.project.files import read_source, replace_file, source_of
from vaclint.project.filters import NO_BASELINE, Filtered, changes_asked, filter_files, staged_tasks
from vaclint.project.limits import left_of, limited
from vaclint.project.many import check_file, check_files, checked
from vaclint.project.plan import Collected, Plan, Setup, Task, collect, found, leaves_out_stdin
from vaclint.text.escaped import escaped
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from vaclint.project.changes import Changes

Progress = Callable[[Iterable[FileReport], int], Iterable[FileReport]]
"""Is handed the reports as they come and how many there will be, and hands them on."""


class Ran(NamedTuple):
    """What a run found: the reports in order, how many fixes were made, and what they changed or
    would change.
    """

    files: list[FileReport]
    fixed: int = 0
    diff: str = ""
    """A unified diff, when one was asked for."""
    output: bytes | None = None
    """What standard input becomes, when it was fixed."""
    filtered: Filtered = NO_BASELINE
    """What a baseline did."""
    changes: Changes | None = None
    """What changed, when only that counts."""


def check(
    plan: Plan, stdin: bytes | None, progress: Progress, collected: Collected | None = None
) -> Ran:
    """Check the files of a plan, and a text from standard input when one is given; ``collected``
    are the files where whoever asks has looked for them.
    """
    changes = None
    if plan.settings.asks_changes:
        try:
            changes = changes_asked(plan.settings)
        except VaclintError as error:
            plan.told(error)
            return Ran([])
    tasks, files = collected or found(plan)
    plan.set_up()
    if changes is not None and changes.staged:
        tasks = staged_tasks(tasks, changes)
    if stdin is not None and not leaves_out_stdin(plan):
        files.append(_checked_stdin(plan, stdin))
    files.extend(progress(check_files(plan, tasks, plan.settings.jobs), len(tasks)))
    files, filtered = filter_files(plan, compared(plan, files), changes)
    return Ran(files, filtered=filtered, changes=changes)


def fix(plan: Plan, stdin: bytes | None, *, write: bool) -> Ran:
    """Fix the files of a plan; without ``write`` nothing is changed, and the difference is in
    ``diff``.
    """
    tasks, files = collect(plan)
    ran = Ran(files)
    if stdin is not None and leaves_out_stdin(plan):
        ran = ran._replace(output=stdin if write else None)
    elif stdin is not None:
        ran = _fixed_stdin(plan, stdin, ran, write=write)
    for task in tasks:
        ran = _fixed_file(plan, task, ran, write=write)
    files, filtered = filter_files(plan, compared(plan, ran.files))
    return ran._replace(files=files, filtered=filtered)


def compared(plan: Plan, files: list[FileReport]) -> list[FileReport]:
    """The reports in order, with what comparing the files found."""
    files.sort(key=lambda file: file.path)
    if any(file.sketch for file in files):
        from vaclint.project.compare import compare_files

        return compare_files(plan, files)
    return files


def _checked_stdin(plan: Plan, data: bytes) -> FileReport:
    name = plan.settings.stdin_name
    index = plan.index_of(name)
    setup, engine = plan.setups[index], plan.engine_at(index)
    try:
        source = source_of(data, name, setup.config.encoding, setup.config.max_file_size)
    except EmptyTextError:
        source = Source(name, "")
    except VaclintError as error:
        return FileReport(name, errors=(error,))
    return checked(setup, engine, source)


def _fixed_stdin(plan: Plan, data: bytes, ran: Ran, *, write: bool) -> Ran:
    name = plan.settings.stdin_name
    setup = plan.setups[plan.index_of(name)]
    engine = plan.engine_of(name)
    asked = setup.asked_for(name)
    try:
        before = source_of(data, name, setup.config.encoding, setup.config.max_file_size)
    except EmptyTextError:
        report = checked(setup, engine, Source(name, ""))
        return ran._replace(files=[*ran.files, report], output=data if write else None)
    except VaclintError as error:
        unread = FileReport(name, errors=(error,))
        return ran._replace(files=[*ran.files, unread], output=data if write else None)
    began = time.process_time()
    try:
        with limited(setup.timeout, name, before.text):
            after = engine.fix(before, unsafe=plan.settings.unsafe, asked=asked).source
            diff = "" if write else difference(before, after)
        output = after.encode(after.text) if write else None
    except VaclintError as error:
        report = checked(_with_less(setup, began, before.text), engine, before)
        if report.format is None or not report.errors:
            report = report._replace(errors=(error,))
        return ran._replace(files=[*ran.files, report], output=data if write else None)
    setup = _with_less(setup, began, before.text)
    report = checked(setup, engine, after if write else before)
    return ran._replace(files=[*ran.files, report], diff=ran.diff + diff, output=output)


def _fixed_file(plan: Plan, task: Task, ran: Ran, *, write: bool) -> Ran:
    """Fix one file, or tell the difference; its report is of the text as it then stands."""
    path, shown, index, _ = task
    setup, engine = plan.setups[index], plan.engine_at(index)
    asked = setup.asked_for(shown)
    began, text = time.process_time(), ""
    try:
        before = read_source(path, shown, setup.config.encoding, setup.config.max_file_size)
        text = before.text
        with limited(setup.timeout, shown, text):
            after, count = engine.fix(before, unsafe=plan.settings.unsafe, asked=asked)
            diff = "" if write else difference(before, after)
        if not write:
            report = checked(_with_less(setup, began, text), engine, before)
            return ran._replace(files=[*ran.files, report], diff=ran.diff + diff)
        if count:
            _replace(plan, path, shown, before, after)
    except VaclintError as error:
        report = check_file(_with_less(setup, began, text), engine, path, shown)
        is_new = report.format is None or not report.errors
        if is_new and not isinstance(error, EmptyTextError):
            report = report._replace(errors=(error,))
        return ran._replace(files=[*ran.files, report])
    report = checked(_with_less(setup, began, text), engine, after)
    return ran._replace(files=[*ran.files, report], fixed=ran.fixed + count)


def _with_less(setup: Setup, began: float, text: str) -> Setup:
    """A setup with the time that fixing, which began at some processor time, left of its limit."""
    spent = time.process_time() - began
    return setup._replace(timeout=left_of(setup.timeout, spent, text))


def _replace(plan: Plan, path: Path, shown: str, before: Source, after: Source) -> None:
    """Put a fixed text in the place of its file. Raises VaclintError, and leaves the file, where
    that cannot be.
    """
    if _leads_outside(plan, path):
        message = (
            f"{shown} is a link to a file elsewhere, and is not fixed; name it, or that file, to "
            "have it fixed"
        )
        raise VaclintError("read", shown, message)
    replace_file(path, (after.encode(after.text),), before.encode(before.text))


def _leads_outside(plan: Plan, path: Path) -> bool:
    """Whether a path that was found in a folder, not named, is a link to a file outside the folders
    that were named.
    """
    given = [os.path.abspath(each) for each in plan.settings.paths]
    if not path.is_symlink() or os.path.abspath(path) in given:
        return False
    target = os.path.realpath(path)
    return not any(target.startswith(os.path.realpath(folder) + os.sep) for folder in given)


def _lines(source: Source) -> list[str]:
    """The lines of a text with their ends; a line ends at a newline and at nothing else, as
    ``patch`` has it.
    """
    lines = [f"{line}\n" for line in source.text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def difference(before: Source, after: Source) -> str:
    """What fixing changes, as a unified diff; empty when that is nothing."""
    from difflib import unified_diff

    old, new = _lines(before), _lines(after)
    name = escaped(before.path)
    if " " in name:
        name += "\t"  # so that ``patch`` knows where it ends
    lines = unified_diff(old, new, name, name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
