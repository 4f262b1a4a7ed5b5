"""Whether a run passes: the exit code, and the vacancies whose mark is too low."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from vaclint.model.diagnostics import SEVERITIES, Severity
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport
from vaclint.project.plan import Plan
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from vaclint.project.changes import Changes

FAIL_ON_DEFAULT = "warning"
PASSED, FOUND, WENT_WRONG = 0, 1, 2
"""Exit codes: nothing to fail on, findings, the run itself went wrong."""


class TooLow(NamedTuple):
    """A vacancy with a lower mark than is asked, and the lowest that is."""

    file: FileReport
    least: float


def exit_code_of(
    plan: Plan, files: Iterable[FileReport], errors: Sequence[VaclintError], low: Sequence[TooLow]
) -> int:
    """The exit code of a run that checked or fixed files."""

    def fail_on(file: FileReport) -> str:
        return plan.settings.fail_on or plan.config_of(file.path).fail_on or FAIL_ON_DEFAULT

    code = exit_code(files, errors, fail_on)
    return FOUND if low and code == PASSED else code


def exit_code(
    files: Iterable[FileReport],
    errors: Sequence[VaclintError],
    fail_on: Callable[[FileReport], str] = lambda file: FAIL_ON_DEFAULT,
) -> int:
    """The exit code for some files; ``fail_on`` says from which severity on each of them fails."""
    if errors:
        return WENT_WRONG
    if any(_fails(file, fail_on(file)) for file in files if file.findings):
        return FOUND
    return PASSED


def _fails(file: FileReport, fail_on: str) -> bool:
    """Whether a file has a finding at or above the severity to fail on."""
    counted = severities_from(fail_on)
    return any(finding.severity in counted for finding in file.findings)


def severities_from(fail_on: str) -> tuple[Severity, ...]:
    """The severities at or above one, or none for ``never``."""
    if fail_on == "never":
        return ()
    return tuple(SEVERITIES)[: [*SEVERITIES].index(cast("Severity", fail_on)) + 1]


def too_low(
    plan: Plan, files: Iterable[FileReport], changes: Changes | None = None
) -> Iterator[TooLow]:
    """The vacancies with a lower mark than the command or their configuration asks; where only
    changes count, those that got it by a change.
    """
    for file in files:
        if file.mark is None:
            continue
        asked = plan.settings.min_score
        least = asked if asked is not None else plan.config_of(file.path).min_score
        if least is None or file.mark >= least:
            continue
        if changes is None or _got_by_change(plan, file, changes):
            yield TooLow(file, least)


def _got_by_change(plan: Plan, file: FileReport, changes: Changes) -> bool:
    from vaclint.project.since import has_lower_mark

    return has_lower_mark(plan, file, changes)
