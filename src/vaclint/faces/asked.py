"""What a command line asks for: options become ``Settings`` here and nowhere else."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.regular import is_dir
from vaclint.project.settings import Settings
from vaclint.reporters import FORMATS, reporter_of

if TYPE_CHECKING:
    from vaclint.faces.check import Output, Showing

_TOGETHER = (
    (("since", "since_staged"), "--since and --since-staged are two questions; ask one"),
    (("since", "fix"), "--fix mends whole files; leave out --since"),
    (("since", "diff"), "--diff is about whole files; leave out --since"),
    (("since_staged", "fix"), "--fix mends whole files; leave out --since-staged"),
    (("since_staged", "diff"), "--diff is about whole files; leave out --since-staged"),
    (("since", "write_baseline"), "a baseline holds all findings; leave out --since"),
    (("since_staged", "write_baseline"), "a baseline holds all findings; leave out --since-staged"),
    (("watch", "show_config"), "--show-config checks nothing; leave out --watch"),
    (("watch", "write_baseline"), "a baseline is written once; leave out --watch"),
    (("watch", "since_staged"), "--since-staged is for the moment of a commit; leave out --watch"),
    (("write_baseline", "diff"), "--diff changes nothing; leave out --write-baseline"),
)
"""Options that cannot be asked together, and what to do."""


def at_odds(options: argparse.Namespace) -> list[VaclintError]:
    """Errors for options that cannot be asked together."""
    messages = [
        message for names, message in _TOGETHER if all(getattr(options, name) for name in names)
    ]
    if (options.since or options.since_staged) and "-" in options.paths:
        messages.append("git does not know standard input; name a file, or leave out --since")
    if options.watch and "-" in options.paths:
        messages.append("standard input does not change; leave out --watch")
    return [VaclintError("config", "vaclint", message) for message in messages]


def outputs_of(given: list[str], errors: list[VaclintError]) -> tuple[Output, ...]:
    """Where reports go; an entry that cannot be read is an error, and left out."""
    from vaclint.faces.check import Output

    outputs = []
    for entry in given:
        name, _, file = entry.partition("=")
        if name in FORMATS and file:
            outputs.append(Output(name, Path(file)))
        else:
            known = ", ".join(FORMATS)
            message = f"--output-file takes FORMAT=FILE with a format of {known}, not '{entry}'"
            errors.append(VaclintError("config", "vaclint", message))
    return tuple(outputs)


def showing_of(options: argparse.Namespace, outputs: tuple[Output, ...]) -> Showing:
    """How a command line wants the findings shown."""
    from vaclint.faces.check import Showing

    return Showing(
        options.output_format,
        outputs,
        options.fix,
        options.diff,
        options.statistics,
        options.color,
        options.quiet,
        options.verbose,
        options.show_suppressed,
    )


def settings_of(options: argparse.Namespace) -> Settings:
    """What a command line asks of a run; a command that lacks an option takes its default."""

    def given(name: str, default: object = None) -> object:
        return getattr(options, name, default)

    paths = tuple(options.paths or ["."])
    formats = [
        given("output_format"),
        *(entry.partition("=")[0] for entry in getattr(options, "output_file", ())),
    ]
    needs = frozenset().union(
        *(reporter_of(str(name)).needs for name in formats if name in FORMATS)
    )
    asks_marks = bool(given("statistics")) or given("min_score") is not None
    compared = (
        {"run", "repo", "auto"} if any(is_dir(Path(path)) for path in paths) else {"run", "repo"}
    )
    return Settings(
        paths=paths,
        options=Options(
            select=tuple(getattr(options, "select", ())),
            extend_select=tuple(getattr(options, "extend_select", ())),
            ignore=tuple(getattr(options, "ignore", ())),
            kind=str(given("kind", "auto")),
            language=options.language,
            message_language=str(given("message_language", "auto")),
            details="details" in needs or options.command == "facts",
            marks="marks" in needs or asks_marks,
            texts="texts" in needs,
            fingerprints="fingerprints" in needs
            or bool(given("baseline") or given("write_baseline")),
            compared=frozenset(compared),
        ),
        config=Path(options.config) if options.config else None,
        isolated=options.isolated,
        fail_on=getattr(options, "fail_on", None),
        min_score=getattr(options, "min_score", None),
        jobs=max(0, getattr(options, "jobs", 1)) or os.cpu_count() or 1,
        stdin_name=Path(options.stdin_filename or "-").as_posix(),
        timeout=getattr(options, "timeout", None),
        unsafe=bool(given("unsafe_fixes", False)),
        force_exclude=bool(given("force_exclude", False)),
        profile=bool(given("profile", False)),
        baseline=path_of(given("baseline")),
        write_baseline=path_of(given("write_baseline")),
        since=getattr(options, "since", None),
        since_staged=bool(given("since_staged", False)),
        min_severity=getattr(options, "min_severity", None),
    )


def path_of(given: object) -> Path | None:
    """The path that an option holds, or none."""
    return Path(str(given)) if given else None
