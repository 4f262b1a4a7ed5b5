"""``vaclint check``: find the files, run the engine over them, write the reports, decide the exit code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vaclint.project.config import Config, find_config, read_config
from vaclint.model.diagnostics import SEVERITIES
from vaclint.engine.core import FileReport, Linter, Settings, Task, lint_file, lint_files, read_source, unreadable
from vaclint.model.errors import VaclintError
from vaclint.project.fixer import fix_source, replace_file
from vaclint.reporters import FORMATS, Report, renderer
from vaclint.model.source import Source, decode

if TYPE_CHECKING:
    import argparse

UNREAD_SUFFIXES = frozenset({".docx", ".doc", ".odt", ".pdf", ".rtf"})


class Run:
    """The configurations and linters of one run, made when first needed."""

    def __init__(self, options: argparse.Namespace, errors: list[VaclintError]) -> None:
        self.options = options
        self.errors = errors
        reports = [options.output_format, *(entry.partition("=")[0] for entry in options.output_file)]
        marks = "json" in reports or options.statistics or options.min_score is not None
        self.settings = Settings(
            tuple(options.select), tuple(options.extend_select), tuple(options.ignore), options.kind, options.language,
            options.message_language, "json" in reports, marks, any(Path(path).is_dir() for path in options.paths or ["."]),
        )  # fmt: skip
        self._found: dict[Path, Path | None] = {}
        self._configs: dict[Path | None, Config] = {None: Config()}
        self._indexes: dict[Path | None, int] = {}
        self.linters: list[Linter] = []
        self.would_change = False  # what ``--diff`` has shown
        if options.config:
            self._load(Path(options.config))

    def _load(self, path: Path) -> Config:
        if path not in self._configs:
            try:
                self._configs[path] = read_config(path)
            except VaclintError as error:
                self.errors.append(error)
                self._configs[path] = Config()
        return self._configs[path]

    def config_for(self, folder: Path) -> Config:
        """The configuration for the files of an absolute folder; a broken one is an error once, and then the defaults."""
        if self.options.isolated:
            return self._configs[None]
        if self.options.config:
            return self._load(Path(self.options.config))
        path = find_config(folder, self._found)
        return self._load(path) if path else self._configs[None]

    def linter_for(self, config: Config) -> int:
        """The index of the linter of a configuration; one that names what is not there is an error, and left out."""
        if config.path not in self._indexes:
            try:
                linter = Linter(config, self.settings)
            except VaclintError as error:
                self.errors.append(error)
                linter = self._without_mistakes(config)
            self.errors.extend(linter.errors)
            self._indexes[config.path] = len(self.linters)
            self.linters.append(linter)
        return self._indexes[config.path]

    def index_of(self, path: str | Path) -> int:
        """The index of the linter for a file."""
        return self.linter_for(self.config_for(Path(os.path.abspath(path)).parent))

    def linter_of(self, path: str | Path) -> Linter:
        """The linter for a file."""
        return self.linters[self.index_of(path)]

    def _without_mistakes(self, config: Config) -> Linter:
        """The best linter there is when the configuration or a code on the command line is wrong."""
        for settings, used in ((self.settings, Config()), (self.settings._replace(select=(), extend_select=(), ignore=()), config)):
            try:
                return Linter(used, settings)
            except VaclintError:
                continue
        return Linter(Config(), self.settings._replace(select=(), extend_select=(), ignore=()))


def new_run(options: argparse.Namespace, errors: list[VaclintError]) -> Run:
    """A run of a command that has only some of the options of ``check``; the others are at their defaults."""
    defaults: dict[str, Any] = {
        "statistics": False,
        "min_score": None,
        "output_file": [],
        "select": [],
        "extend_select": [],
        "ignore": [],
        "kind": "auto",
        "message_language": "auto",
    }
    for name, value in defaults.items():
        if not hasattr(options, name):
            setattr(options, name, value)
    return Run(options, errors)


def check(options: argparse.Namespace, errors: list[VaclintError]) -> int:
    """Run ``vaclint check``; ``errors`` holds what is already known to be wrong with the command line."""
    outputs = _outputs(options, errors)
    run = Run(options, errors)
    tasks, files = collect(run)
    if "-" in options.paths:
        files.append(_check_stdin(run))
    if options.jobs < 0:
        errors.append(VaclintError("config", "vaclint", f"--jobs must be 0 or more, not {options.jobs}"))
    fixed = 0
    if options.fix or options.diff:
        for path, shown, index in tasks:
            count, of_file = _fix_file(run, run.linters[index], path, shown)
            fixed += count
            files.append(of_file)
    else:
        files.extend(_with_progress(lint_files(run.linters, tasks, options.jobs or os.cpu_count() or 1), len(tasks)))
    files.sort(key=lambda file: file.path)
    if any(file.sketch for file in files):
        from vaclint.project.across import compare_files

        files = compare_files(run, files)
    errors.extend(_once(error for file in files for error in file.errors))
    report = Report(files, errors, 0, _language(options, files), _color(options), _width(), fixed)
    below = list(_below(run, files))
    report = report._replace(exit_code=_exit_code(run, files, errors, bool(below)))
    if options.verbose:
        _say_how(files)
    say(errors)
    for file_report, least in below:
        print(_too_low(file_report, least, report.language), file=sys.stderr)
    for name, file in outputs:
        try:
            replace_file(Path(file), renderer(name)(report._replace(color=False)).encode())
        except VaclintError as error:
            print(f"vaclint: {error.message}", file=sys.stderr)
            errors.append(error)
            report = report._replace(exit_code=2)
    if not options.diff and not (options.fix and "-" in options.paths):
        quiet = options.quiet and not any(file.findings for file in files) and options.output_format != "json"
        if not quiet:
            sys.stdout.write(renderer(options.output_format)(report))
        if options.statistics and options.output_format != "json":
            from vaclint.reporters.statistics import render

            sys.stdout.write(render(report))
    return report.exit_code


def say(errors: Iterable[VaclintError]) -> None:
    """Print what went wrong to standard error, a sentence each with its file."""
    for error in errors:
        prefix = f"{error.path}: " if error.path not in error.message and error.path != "vaclint" else ""
        print(f"vaclint: {prefix}{error.message}", file=sys.stderr)


def _outputs(options: argparse.Namespace, errors: list[VaclintError]) -> list[tuple[str, str]]:
    outputs = []
    for entry in options.output_file:
        name, _, file = entry.partition("=")
        if name not in FORMATS or not file:
            errors.append(
                VaclintError("config", "vaclint", f"--output-file takes FORMAT=FILE with a format of {', '.join(FORMATS)}, not '{entry}'")
            )
        else:
            outputs.append((name, file))
    return outputs


def collect(run: Run) -> tuple[list[Task], list[FileReport]]:
    """The files to check with their linters, and reports for the paths that are none."""
    tasks: list[Task] = []
    reports: list[FileReport] = []
    seen: set[str] = set()
    for given in run.options.paths or ["."]:
        if given == "-":
            continue
        path = Path(given)
        try:
            for file in _files_of(run, path):
                absolute = os.path.abspath(file)
                if absolute not in seen:
                    seen.add(absolute)
                    tasks.append((file, file.as_posix(), run.index_of(absolute)))
        except VaclintError as error:
            reports.append(unreadable(path.as_posix(), error))
    tasks.sort(key=lambda task: task[1])
    return tasks, reports


def _files_of(run: Run, path: Path) -> list[Path]:
    if path.is_dir():
        from vaclint.project.discover import find_files

        return list(find_files(path, run.config_for))
    if not path.exists():
        raise VaclintError("read", path.as_posix(), f"{path} does not exist; check the path")
    if path.suffix.lower() in UNREAD_SUFFIXES:
        raise VaclintError(
            "read",
            path.as_posix(),
            f"{path}: a {path.suffix} file cannot be read; give Markdown, HTML, plain text or JobPosting JSON",
        )
    config = run.config_for(Path(os.path.abspath(path)).parent)
    if config.exclude:
        from vaclint.project.discover import matches

        if matches(config.exclude, path, config.root):
            print(f"vaclint: {path} is left out by 'exclude' in {config.path}", file=sys.stderr)
            return []
    return [path]


def _check_stdin(run: Run) -> FileReport:
    shown = Path(run.options.stdin_filename or "-").as_posix()
    linter = run.linter_of(shown)
    try:
        source = decode(shown, sys.stdin.buffer.read(), linter.config.encoding)
        if run.options.diff:
            run.would_change |= _print_diff(source, _fixed(run, linter, source)[0])
        elif run.options.fix:
            source, _ = _fixed(run, linter, source)
            sys.stdout.flush()
            sys.stdout.buffer.write(source.encode(source.text))
        return linter.lint(source)
    except VaclintError as error:
        return unreadable(shown, error)


def _fixed(run: Run, linter: Linter, source: Source) -> tuple[Source, int]:
    return fix_source(source, linter.fixes, unsafe=run.options.unsafe_fixes)


def _fix_file(run: Run, linter: Linter, path: Path, shown: str) -> tuple[int, FileReport]:
    """Fix one file, or show the difference; its report is of the text as it then stands."""
    try:
        before = read_source(path, shown, linter.config.encoding)
        after, count = _fixed(run, linter, before)
        if run.options.diff:
            run.would_change |= _print_diff(before, after)
            return 0, linter.lint(before)
        if count:
            if _leads_outside(run, path):
                message = f"{shown} is a link to a file elsewhere, and is not fixed; name it, or that file, to have it fixed"
                return 0, lint_file(linter, path, shown)._replace(errors=[VaclintError("read", shown, message)])
            replace_file(path, after.encode(after.text), before.encode(before.text))
        return count, linter.lint(after)
    except VaclintError as error:
        report = lint_file(linter, path, shown)
        return 0, report if error in report.errors or report.errors else report._replace(errors=[error])


def _leads_outside(run: Run, path: Path) -> bool:
    """Whether a path that was found in a folder, not named, is a link to a file outside the folders that were named."""
    given = [os.path.abspath(each) for each in run.options.paths or ["."]]
    if not path.is_symlink() or os.path.abspath(path) in given:
        return False
    target = os.path.realpath(path)
    return not any(target.startswith(os.path.realpath(folder) + os.sep) for folder in given)


def _print_diff(before: Source, after: Source) -> bool:
    """Print what fixing changes; False when that is nothing."""
    from difflib import unified_diff

    lines = unified_diff(before.text.splitlines(keepends=True), after.text.splitlines(keepends=True), before.path, before.path)
    for line in lines:
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return before.text != after.text


def _with_progress(reports: Iterable[FileReport], total: int) -> list[FileReport]:
    """Collect the reports; on a terminal, say how far a run is that takes more than a second."""
    collected: list[FileReport] = []
    show = sys.stderr.isatty()
    started = shown = time.monotonic()
    for report in reports:
        collected.append(report)
        if show and (now := time.monotonic()) - started > 1 and now - shown > 0.2:
            shown = now
            print(f"\r\x1b[K{len(collected)}/{total}", end="", file=sys.stderr, flush=True)
    if show and shown > started:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    return collected


def _once(errors: Iterable[VaclintError]) -> list[VaclintError]:
    """A user's slow pattern is one error, not one per file."""
    seen: dict[tuple[str, str], VaclintError] = {}
    for error in errors:
        key = (error.path, error.message.partition(" took more than ")[0])
        seen.setdefault(key, error)
    return list(seen.values())


def _exit_code(run: Run, files: list[FileReport], errors: list[VaclintError], below: bool) -> int:
    """The exit code; ``below`` says whether a mark is lower than ``min-score``."""
    if errors:
        return 2
    if run.options.diff:
        return 1 if run.would_change else 0
    for file in files:
        if not file.findings:
            continue
        config = run.config_for(Path(os.path.abspath(file.path)).parent)
        fail_on = run.options.fail_on or config.fail_on or "warning"
        if fail_on != "never":
            counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
            if any(finding.severity in counted for finding in file.findings):
                return 1
    return 1 if below else 0


def _below(run: Run, files: list[FileReport]) -> Iterator[tuple[FileReport, float]]:
    """The vacancies with a lower mark than ``min-score``, and that."""
    for file in files:
        if "mark" in file.metrics:
            asked = run.options.min_score
            least = asked if asked is not None else run.config_for(Path(os.path.abspath(file.path)).parent).min_score
            if least is not None and file.metrics["mark"] < least:
                yield file, least


def _too_low(file: FileReport, least: float, language: str) -> str:
    from vaclint.facts.wording import plain

    mark, limit = plain(file.metrics["mark"], language), plain(least, language)
    said = {
        "nl": f"het cijfer {mark} is lager dan {limit} (min-score); --statistics laat zien waar de punten bleven",
        "en": f"the mark {mark} is lower than {limit} (min-score); --statistics shows where the points went",
    }
    return f"vaclint: {file.path}: {said[language]}"


def _language(options: argparse.Namespace, files: list[FileReport]) -> str:
    """The language of the summary: as asked, or English when no text is Dutch."""
    if options.message_language != "auto":
        return str(options.message_language)
    languages = {file.language for file in files if file.language}
    return "nl" if "nl" in languages or not languages else "en"


def _color(options: argparse.Namespace) -> bool:
    if options.color != "auto":
        return bool(options.color == "always")
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    if not sys.stdout.isatty():
        return 100
    import shutil

    return max(40, shutil.get_terminal_size().columns)


def _say_how(files: list[FileReport]) -> None:
    for file in files:
        signs = ", ".join(file.properties.get("kind_signs", ())) or "-"
        print(f"vaclint: {file.path}: {file.format}, {file.language}, {file.kind} ({signs})", file=sys.stderr)
