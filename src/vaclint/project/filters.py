"""What is left of the findings of a run: without those that a baseline knows, and only those that a
change is to blame for. And which of them are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from vaclint.model.diagnostics import SEVERITIES, Severity
from vaclint.model.errors import VaclintError
from vaclint.model.packed import packed_as
from vaclint.model.regular import is_dir, is_file
from vaclint.model.report import FileReport
from vaclint.project.plan import Plan, Task
from vaclint.project.settings import Settings
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from vaclint.project.baseline import Entry
    from vaclint.project.changes import Changes


class Filtered(NamedTuple):
    """What a baseline did: how many of its findings are gone, by its path, and how many were
    written where.
    """

    resolved: tuple[tuple[Path, int], ...] = ()
    written: tuple[Path, int] | None = None


NO_BASELINE = Filtered()


def filter_files(
    plan: Plan, files: list[FileReport], changes: Changes | None = None
) -> tuple[list[FileReport], Filtered]:
    """The reports with the findings that count, and what a baseline did; a baseline is written when
    that is asked.
    """
    filtered = NO_BASELINE
    if any(_baselines(plan, files)) or plan.settings.write_baseline:
        files, filtered = _with_baselines(plan, files)
    if changes is not None:
        from vaclint.project.since import only_changed

        files = only_changed(plan, files, changes)
    return files, filtered


def shown_files(plan: Plan, files: Sequence[FileReport]) -> list[FileReport]:
    """The reports with the findings that are grave enough to be shown."""
    return [_shown(file, _least(plan, file)) for file in files]


def _least(plan: Plan, file: FileReport) -> str | None:
    return plan.settings.min_severity or plan.config_of(file.path).min_severity


def _shown(file: FileReport, least: str | None) -> FileReport:
    if least is None or not file.findings:
        return file
    wanted = SEVERITIES[: SEVERITIES.index(cast("Severity", least)) + 1]
    kept = packed_as(file.findings, (each for each in file.findings if each.severity in wanted))
    return file._replace(findings=kept, unshown=len(file.findings) - len(kept))


def _baselines(plan: Plan, files: Sequence[FileReport]) -> list[Path | None]:
    """The baseline of each file."""
    if plan.settings.baseline is not None:
        return [plan.settings.baseline] * len(files)
    return [plan.config_of(file.path).baseline for file in files]


def _with_baselines(plan: Plan, files: list[FileReport]) -> tuple[list[FileReport], Filtered]:
    from vaclint.project.baseline import match

    target = plan.settings.write_baseline
    if target is not None and plan.settings.baseline is None:
        return _accepted(plan, files, target)
    groups: dict[Path | None, list[FileReport]] = defaultdict(list)
    for file, path in zip(files, _baselines(plan, files), strict=True):
        groups[path].append(file)
    left: dict[str, FileReport] = {}
    resolved: list[tuple[Path, int]] = []
    written = None
    for path, group in groups.items():
        entries = _read(plan, path) if path is not None else None
        if path is None or entries is None:
            left |= {file.path: file for file in group}
            continue
        matched = match(entries, group, _folder(path), lambda file, rule: _looked(plan, file, rule))
        left |= {file.path: file for file in matched.files}
        if target is not None:
            gone = set(matched.resolved)
            kept = [matched.met.get(each, each) for each in entries if each not in gone]
            written = _write(plan, target, path, kept)
        elif matched.resolved:
            resolved.append((path, len(matched.resolved)))
    return [left[file.path] for file in files], Filtered(tuple(resolved), written)


def _accepted(
    plan: Plan, files: list[FileReport], target: Path
) -> tuple[list[FileReport], Filtered]:
    """Write all findings as known; what the file says of files and rules that were not looked at
    stays.
    """
    from vaclint.project.baseline import entry_of, match, path_in

    folder = _folder(target)
    kept: list[Entry] = []
    if is_file(target) and (entries := _read(plan, target)) is not None:
        matched = match(entries, files, folder, lambda file, rule: _looked(plan, file, rule))
        gone = {*matched.met, *matched.resolved}
        kept = [each for each in entries if each not in gone]
    found = [
        entry_of(finding, path_in(folder, file.path)) for file in files for finding in file.findings
    ]
    written = _write(plan, target, target, [*kept, *found])
    if written is None:
        return files, NO_BASELINE
    known = [
        file._replace(findings=(), baselined=file.baselined + len(file.findings)) for file in files
    ]
    return known, Filtered(written=written)


def _write(
    plan: Plan, target: Path, source: Path, entries: Sequence[Entry]
) -> tuple[Path, int] | None:
    """Write a baseline, in one step; the paths of its entries are those from ``source``. None
    where that cannot be, which is told.
    """
    from vaclint.project.baseline import path_in, written
    from vaclint.project.files import write_output

    before, after = _folder(source), _folder(target)
    if before != after:
        entries = [
            each._replace(path=path_in(after, (before / each.path).as_posix())) for each in entries
        ]
    try:
        write_output(target, (written(entries),))
    except VaclintError as error:
        plan.told(error)
        return None
    return target, len(set(entries))


def _read(plan: Plan, path: Path) -> list[Entry] | None:
    from vaclint.project.baseline import read_baseline

    try:
        return read_baseline(path)
    except VaclintError as error:
        plan.told(error)
        return None


def _folder(path: Path) -> Path:
    """The folder that the paths of a baseline are from."""
    return path.absolute().parent


def _looked(plan: Plan, file: FileReport, rule: str) -> bool:
    """Whether a rule looked at a file in this run."""
    index = plan.index_of(file.path)
    rules = plan.rulesets[index]
    if rule in rules.across and not any(is_dir(Path(path)) for path in plan.settings.paths):
        return False
    return rule in rules.chosen and rule not in plan.setups[index].asked_for(file.path).ignore


def changes_asked(settings: Settings) -> Changes:
    """What changed in the repositories of the paths that are asked for. Raises VaclintError where
    that cannot be told.
    """
    from vaclint.project.changes import Changes

    folders = []
    for given in settings.paths:
        path = Path(given)
        folders.append(path if is_dir(path) else path.parent)
    return Changes(None if settings.since_staged else settings.since, dict.fromkeys(folders))


def staged_tasks(tasks: Sequence[Task], changes: Changes) -> list[Task]:
    """The files that are in the index, with what of them is staged."""
    contents = ((task, changes.staged_content(task.path)) for task in tasks)
    return [task._replace(staged=data) for task, data in contents if data is not None]
