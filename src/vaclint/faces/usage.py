"""A command line that cannot be read: what to type instead."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.faces.arguments import command_parser
from vaclint.faces.errors import language_of_command, say
from vaclint.faces.streams import put
from vaclint.faces.told import language_here
from vaclint.model.errors import VaclintError, nearest
from vaclint.model.report import Look, Report
from vaclint.project.cache import cache_folder, store_in
from vaclint.reporters import REPORTERS

if TYPE_CHECKING:
    from vaclint.rulebook.load import Loaded


def without_command(arguments: list[str]) -> str:
    """What to do about a command line that begins with no command; empty where it has one."""
    first = arguments[0] if arguments else ""
    if first.startswith("-") and first != "-":
        return ""
    from vaclint.faces.help import parsers_of

    commands = [parser.prog.split()[-1] for parser in parsers_of(command_parser())][1:]
    if first in commands:
        return ""
    if not first:
        return "what is to be done? Try vaclint check FILE; see vaclint --help"
    if first == "-" or os.path.lexists(first):
        return f"say what is to be done with {first}: vaclint check {first}"
    hint = nearest(first, commands) or f"; known are {', '.join(commands)}"
    return f"no command is called '{first}'{hint}"


def unknown_options(command: str, unknown: list[str]) -> list[VaclintError]:
    """An error for each option that the command has not; the value behind it is left out."""
    errors = []
    for option in (word for word in unknown if word.startswith("-")):
        known = [name for name in _option_names(command) if name.startswith("--")]
        hint = nearest(option.partition("=")[0], known) or f"; see vaclint {command} --help"
        errors.append(VaclintError("config", "vaclint", f"unknown option '{option}'{hint}"))
    return errors


def _option_names(command: str) -> list[str]:
    parser = command_parser()
    for action in parser._subparsers._group_actions if parser._subparsers else ():
        if isinstance(action.choices, dict) and command in action.choices:
            return [
                name for inner in action.choices[command]._actions for name in inner.option_strings
            ]
    return []


def usage_error(arguments: list[str], error: VaclintError) -> int:
    """A command line that cannot be read: the sentence on stderr, and in every report for machines
    that it plainly asks for.
    """
    say([error], language_of_command(arguments))
    words = [
        part
        for word in arguments
        for part in (word.split("=", 1) if word.startswith("--") else [word])
    ]
    documents = [reporter.name for reporter in REPORTERS if reporter.is_document]
    asked = [name for name in documents if ("--output-format", name) in [*pairwise(words)]]
    files = [
        (name, Path(file))
        for before, after in pairwise(words)
        for name, _, file in [after.partition("=")]
        if before == "--output-file" and name in documents and file
    ]
    if asked or files:
        from vaclint.project.files import write_output
        from vaclint.reporters import render

        languages = _load_shipped().resources.languages
        language = languages[language_here(languages)]
        look = Look(language.section("output"), language.numbers.decimal)
        report = Report((), (error,), 2)
        for name in asked[:1]:
            put(render(name, report, look))
        for name, file in files:
            write_output(file, (render(name, report, look).encode(),))
    return 2


def _load_shipped() -> Loaded:
    from vaclint.checks import kinds
    from vaclint.rulebook.load import load

    return load(kinds(), store=store_in(cache_folder()), explained=False)
