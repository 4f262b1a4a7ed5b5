"""``vaclint check``: run, show what was found, write the reports, decide the exit code."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from vaclint.faces.errors import in_language, language_of_errors, say
from vaclint.faces.streams import (
    Printed,
    put,
    put_bytes,
    put_rest_of_input,
    standard_input,
    tell,
)
from vaclint.faces.terminal import follows_links, has_color, on_terminal, width, with_progress
from vaclint.faces.told import environment, language_of_run, left_out_lines, told
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Look, Report
from vaclint.model.store import Store
from vaclint.project import run
from vaclint.project.files import make_folder, write_output
from vaclint.project.filters import shown_files
from vaclint.project.gate import FOUND, PASSED, WENT_WRONG, TooLow, exit_code_of, too_low
from vaclint.project.outcomes import MOST_SHOWN, Outcome, place_of
from vaclint.project.plan import Collected, Plan, found
from vaclint.project.settings import Settings
from vaclint.reporters import files, notes, parts, reporter_of
from vaclint.text.escaped import escaped
from vaclint.text.named import NamedTuple


class Output(NamedTuple):
    """Where a report goes: a format and a file."""

    format: str
    file: Path


class Showing(NamedTuple):
    """What a check shows, and how."""

    format: str = "text"
    outputs: tuple[Output, ...] = ()
    fix: bool = False
    diff: bool = False
    statistics: bool = False
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    suppressed: bool = False


def check(settings: Settings, showing: Showing, errors: list[VaclintError], store: Store) -> int:
    """Run the command and return its exit code; ``errors`` holds what is wrong with the command
    line.
    """
    plan = Plan(settings, store)
    if errors or not _is_kept(settings, showing):
        return _checked(plan, showing, errors, Printed())
    collected = found(plan)
    place = place_of(plan, collected, (showing, *_seen_by()))
    if place is None:
        return _checked(plan, showing, errors, Printed(), collected)
    if kept := place.get():
        for line in kept.told:
            tell(line)
        put(kept.shown)
        return kept.code
    printed = Printed(MOST_SHOWN)
    code = _checked(plan, showing, errors, printed, collected)
    if code != WENT_WRONG and printed.shown is not None:
        place.put(plan, Outcome(code, tuple(printed.told), printed.shown))
    return code


def _is_kept(settings: Settings, showing: Showing) -> bool:
    """Whether a run does no more than print what it finds in files: that is kept."""
    writes = showing.fix or showing.diff or showing.outputs or settings.write_baseline
    asks = settings.asks_changes or settings.profile or "-" in settings.paths
    return not (writes or asks or showing.verbose)


def _seen_by() -> tuple[object, ...]:
    """What of the environment changes how a report looks."""
    is_linked = on_terminal() and follows_links(os.environ)
    return environment(), on_terminal(), has_color("auto"), width(), is_linked


def _checked(
    plan: Plan,
    showing: Showing,
    errors: list[VaclintError],
    printed: Printed,
    collected: Collected | None = None,
) -> int:
    """Run the plan, print what was found and write the reports; ``collected`` are the files where
    they were looked for.
    """
    settings = plan.settings
    stdin, most = None, 0
    if "-" in settings.paths:
        most = plan.config_of(settings.stdin_name).max_file_size
        try:
            stdin = standard_input(most)
        except VaclintError as error:
            errors = [*errors, error]
    fixing = showing.fix or showing.diff
    ran = (
        run.fix(plan, stdin, write=not showing.diff)
        if fixing
        else run.check(plan, stdin, with_progress, collected)
    )
    errors = [*errors, *plan.errors, *_once(error for file in ran.files for error in file.errors)]
    low = list(too_low(plan, ran.files, ran.changes))
    code = exit_code_of(plan, ran.files, errors, low)
    if showing.diff and code != WENT_WRONG:
        code = FOUND if ran.diff else PASSED
    shown = tuple(shown_files(plan, ran.files))
    report = Report(shown, tuple(errors), code, ran.fixed, show_suppressed=showing.suppressed)
    look = _look(plan, showing, report)
    spoken = language_of_errors(settings.options.message_language)
    if plan.settings.profile:
        _say_profile(plan)
    if showing.verbose:
        _say_how(ran.files)
        _say_lines(printed, left_out_lines(plan.left_out, look))
    if not showing.quiet:
        _say_lines(printed, told(plan, report.files, look, ran.filtered))
    say(errors, spoken)
    _say_lines(printed, _too_low_lines(low, look))
    report = _with_rules(plan, showing, report)
    for name in _formats(showing):
        _say_lines(printed, notes(name, report, look))
    if failed := _write(showing.outputs, report, look, spoken):
        errors += failed
        report = report._replace(exit_code=WENT_WRONG, errors=tuple(errors))
    if ran.output is not None:
        put_bytes(ran.output)
        if stdin is not None and len(stdin) > most:
            put_rest_of_input()
    elif showing.diff:
        put(_shown_diff(ran.diff))
    else:
        _show(printed, showing, _for_its_readers(showing.format, report, spoken), look)
    return report.exit_code


PROFILED = 20
"""So many of the dearest rules are named."""


def _say_profile(plan: Plan) -> None:
    """Where the time went: by stage, and the dearest rules, in milliseconds a text."""
    from vaclint.engine.profile import STAGES, ProfiledEngine

    for engine in (each.value for each in plan.engines):
        if isinstance(engine, ProfiledEngine) and engine.texts:
            tell(f"vaclint: {engine.texts} texts, milliseconds of processor time each")
            for name, spent in islice(engine.told(), len(STAGES) + PROFILED):
                tell(f"vaclint: {spent:8.3f}  {name}")


def _formats(showing: Showing) -> list[str]:
    return list(dict.fromkeys([showing.format, *(output.format for output in showing.outputs)]))


def _with_rules(plan: Plan, showing: Showing, report: Report) -> Report:
    """The report with notes on the rules of the run, where a format or the statistics want them."""
    wanted = any("rules" in reporter_of(name).needs for name in _formats(showing))
    if not wanted and not showing.statistics:
        return report
    from vaclint.rulebook.notes import notes_on

    language = language_of_run(plan, report.files)
    return report._replace(rules=notes_on(plan.explained(), language))


def _shown_diff(diff: str) -> str:
    """A difference as it is for a program, escaped line by line for a person at a terminal."""
    if not on_terminal():
        return diff
    return "".join(f"{escaped(line)}\n" for line in diff.split("\n")[:-1])


def _show(printed: Printed, showing: Showing, report: Report, look: Look) -> None:
    """Print the report; nothing when nothing was found and the command is to be quiet."""
    found = any(file.findings for file in report.files) or (
        report.show_suppressed and any(file.hidden for file in report.files)
    )
    chosen = reporter_of(showing.format)
    if found or not showing.quiet or chosen.is_document:
        for part in parts(showing.format, report, look):
            printed.put(part)
    if showing.statistics and not chosen.is_document:
        from vaclint.reporters.statistics import render as statistics

        printed.put(statistics(report, look))


def _for_its_readers(name: str, report: Report, spoken: str) -> Report:
    """A report with its errors in the language of those who read it; programs get English."""
    if not reporter_of(name).for_people:
        return report
    return report._replace(errors=tuple(in_language(each, spoken) for each in report.errors))


def _write(
    outputs: Sequence[Output], report: Report, look: Look, spoken: str
) -> list[VaclintError]:
    """Write the reports to their files; what cannot be written is told in the language that is
    spoken, and the others are.
    """
    failed = []
    for name, file in outputs:
        try:
            shown = _for_its_readers(name, report, spoken)
            _write_files(
                name, shown, look._replace(color=False, is_terminal=False, rules_at=""), file
            )
        except VaclintError as error:
            say([error], spoken)
            failed.append(error)
            continue
        if look.is_terminal:
            tell(f"vaclint: {look.words['wrote']['file'].format(file=file)}")
    return failed


def _write_files(name: str, report: Report, look: Look, file: Path) -> None:
    """Write a report, and what of it stands in a folder beside it. Raises VaclintError where that
    cannot be.
    """
    from urllib.parse import quote

    folder = file.parent / f"{file.stem}-files"
    address = f"{quote(folder.name, errors='surrogateescape')}/"
    for inside, shown in files(name, report, look, address):
        if inside:
            make_folder(folder)
        write_output(folder / inside if inside else file, (part.encode() for part in shown))


def _once(errors: Iterable[VaclintError]) -> list[VaclintError]:
    """A user's slow pattern is one error, not one per file."""
    seen: dict[tuple[str, str], VaclintError] = {}
    for error in errors:
        key = (error.path, error.message.partition(" took more than ")[0])
        seen.setdefault(key, error)
    return list(seen.values())


def _too_low_lines(low: Sequence[TooLow], look: Look) -> Iterator[str]:
    for file, least in low:
        values = {"mark": _number(file.metrics["mark"], look), "limit": _number(least, look)}
        yield f"{file.path}: {look.words['too-low'].format(**values)}"


def _number(value: float, look: Look) -> str:
    return f"{value:g}".replace(".", look.decimal)


def _look(plan: Plan, showing: Showing, report: Report) -> Look:
    language = language_of_run(plan, report.files)
    words, decimal = language.section("output"), language.numbers.decimal
    is_terminal = on_terminal()
    look = Look(
        words,
        decimal,
        has_color(showing.color),
        width(),
        showing.verbose,
        language.code,
        is_terminal=is_terminal,
    )
    names_rules = showing.format == "text" and any(file.findings for file in report.files)
    if is_terminal and names_rules and follows_links(os.environ):
        from vaclint.faces.explained import rules_at

        return look._replace(rules_at=rules_at(plan, look, language))
    return look


def _say_lines(printed: Printed, lines: Iterable[str]) -> None:
    for line in lines:
        printed.tell(f"vaclint: {line}")


def _say_how(files: Iterable[FileReport]) -> None:
    for file in files:
        if file.format is None:
            continue  # it could not be read, which its error tells
        signs = file.properties.get("kind_reason") or "-"
        tell(f"vaclint: {file.path}: {file.format}, {file.language}, {file.kind} ({signs})")
