"""The command line as argparse reads it: commands, options, and what a value must be."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from vaclint import __version__
from vaclint.faces.streams import put
from vaclint.faces.terminal import WIDTH
from vaclint.languages.packs import language_codes, rules_folder
from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.errors import VaclintError
from vaclint.project.settings import FAIL_ON
from vaclint.reporters import FORMATS


class _Quick(argparse.HelpFormatter):
    """Tries each option as it is added; asking the terminal for its width takes more than all else
    there is to it.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=WIDTH)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=_Quick, **given)

    def format_help(self) -> str:
        """The help, as wide as the terminal."""
        if self.formatter_class is _Quick:
            self.formatter_class = argparse.HelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        raise VaclintError(
            "config", "vaclint", f"{message[0].lower()}{message[1:]}; see {self.prog} --help"
        )


class _Completion(argparse.Action):
    """Prints what completes the command in a shell, and ends it."""

    def __call__(
        self, parser: argparse.ArgumentParser, options: object, shell: object, name: object = None
    ) -> NoReturn:
        import shtab

        put(f"{shtab.complete(parser, str(shell))}\n")
        parser.exit()


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(",") if code.strip())


def _score(text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = 0.0
    if not 1 <= value <= 10:
        raise argparse.ArgumentTypeError(f"a mark is a number from 1 to 10, not '{text}'")
    return value


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"a number of seconds is expected, not '{text}'")
    return value


_PATHS = "files, folders, or - for standard input (default: the current folder)"


def command_parser() -> argparse.ArgumentParser:
    """The parser of the command line, in English."""
    languages = "|".join(("auto", *language_codes(rules_folder())))
    parser = _Parser(
        prog="vaclint",
        description="Check the text of job adverts (vacatureteksten).",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--print-completion",
        action=_Completion,
        choices=("bash", "zsh"),
        metavar="SHELL",
        help="print what completes the command in a shell, and do nothing else",
    )
    parser.add_argument("--version", action="version", version=f"vaclint {__version__}")
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", prog="vaclint"
    )
    configured, speaking = _configured(), _speaking(languages)
    both = [configured, speaking]
    check = commands.add_parser(
        "check", help="check files and folders", allow_abbrev=False, parents=both
    )
    _check_options(check, languages)
    rule = commands.add_parser(
        "rule",
        help="explain one rule, or run the examples of a rule file",
        allow_abbrev=False,
        parents=both,
    )
    rule.add_argument("code", metavar="CODE", nargs="?", help="the code of a rule, such as GEN001")
    rule.add_argument(
        "--test",
        action="append",
        default=[],
        metavar="FILE",
        help="run the examples of the rules in a file or folder; repeatable",
    )
    rules = commands.add_parser("rules", help="list all rules", allow_abbrev=False, parents=both)
    rules.add_argument(
        "--output-format",
        choices=("text", "json"),
        default="text",
        help="what standard output gets",
    )
    facts = commands.add_parser(
        "facts",
        help="print what is understood of a vacancy: title, pay, hours, ...",
        allow_abbrev=False,
        parents=[configured],
    )
    facts.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS)
    facts.add_argument(
        "--output-format",
        choices=("json", "jsonld"),
        default="json",
        help="jsonld: a schema.org JobPosting",
    )
    facts.add_argument(
        "--stdin-filename", metavar="NAME", help="the name that standard input goes by"
    )
    facts.add_argument(
        "--language",
        default="auto",
        metavar=languages,
        help="the language of the texts",
    )
    _timeout_option(facts.add_argument)
    _batch_options(
        commands.add_parser(
            "batch",
            help="check the adverts in the rows of large files (extra: vaclint[batch])",
            allow_abbrev=False,
            parents=both,
        ),
        languages,
    )
    init = commands.add_parser(
        "init",
        help="look at the repository and write a commented vaclint.toml that fits it",
        allow_abbrev=False,
        parents=[speaking],
    )
    init.add_argument(
        "paths",
        nargs="?",
        default=".",
        metavar="FOLDER",
        help="where (default: the current folder)",
    )
    serve = commands.add_parser(
        "serve",
        help="a page on this machine to paste a text in",
        allow_abbrev=False,
        parents=[configured],
    )
    serve.add_argument(
        "--port", type=int, default=8321, metavar="N", help="the port, 0 for any (default: 8321)"
    )
    server = commands.add_parser(
        "server",
        help="speak to an editor, over stdio (extra: vaclint[server])",
        allow_abbrev=False,
        parents=both,
    )
    server.add_argument("--stdio", action="store_true", help="the only way there is")
    cache = commands.add_parser(
        "cache", help="print the folder of the cache, or empty it", allow_abbrev=False
    )
    cache.add_argument("action", choices=("dir", "clean"), help="print the folder, or empty it")
    schema = commands.add_parser("schema", help="print a JSON Schema", allow_abbrev=False)
    schema.add_argument(
        "name", choices=("report", "facts", "config", "rule"), help="of what the schema is"
    )
    return parser


def _configured() -> _Parser:
    """The options of every command that reads a configuration."""
    parent = _Parser(add_help=False)
    parent.add_argument(
        "--config", metavar="FILE", help="use this configuration, and look for no other"
    )
    parent.add_argument("--isolated", action="store_true", help="use no configuration file")
    return parent


def _speaking(languages: str) -> _Parser:
    """The option of every command that says something in a language."""
    parent = _Parser(add_help=False)
    parent.add_argument(
        "--message-language", default="auto", metavar=languages, help="the language of the messages"
    )
    return parent


def _check_options(check: argparse.ArgumentParser, languages: str) -> None:
    add = check.add_argument
    add("paths", nargs="*", metavar="PATH", help=_PATHS)
    add("--output-format", choices=FORMATS, default="text", help="what standard output gets")
    add(
        "--output-file",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help="also write a report; repeatable",
    )
    _engine_options(add, languages)
    add(
        "--min-severity",
        choices=SEVERITIES,
        help="from which severity findings are shown (default: info)",
    )
    add("--baseline", metavar="FILE", help="leave out the findings that this file holds")
    add(
        "--write-baseline",
        metavar="FILE",
        help="write the findings to a baseline; with --baseline only those that it holds",
    )
    add("--since", metavar="REV", help="only findings on lines that changed since a git revision")
    add(
        "--since-staged",
        action="store_true",
        help="only findings on lines that are staged in git, in the texts as they are staged",
    )
    add(
        "--show-suppressed",
        action="store_true",
        help="also name the findings that are suppressed, with the reasons",
    )
    add("--fix", action="store_true", help="apply safe fixes to the files")
    add(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: also apply fixes that change wording",
    )
    add("--diff", action="store_true", help="show what --fix would change, and change nothing")
    add(
        "--show-config",
        metavar="FILE",
        help="check nothing; print what holds for a file, and where each value comes from",
    )
    add("--stdin-filename", metavar="NAME", help="the name that standard input goes by")
    add(
        "--force-exclude",
        action="store_true",
        help="leave out named files too that a run over their folder leaves out",
    )
    add("--watch", action="store_true", help="check again whenever a file is saved")
    add(
        "--statistics",
        action="store_true",
        help="also print the mark of each vacancy, and findings by rule",
    )
    add("--profile", action="store_true", help="also say on standard error where the time goes")
    add(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours (auto: on a terminal)",
    )
    add(
        "-q",
        "--quiet",
        action="store_true",
        help="print nothing on standard output when nothing is found",
    )
    add("-v", "--verbose", action="store_true", help="say on standard error how each file was read")


def _timeout_option(add: Callable[..., object]) -> None:
    """The option of a command that reads texts for as long as they may take."""
    add(
        "--timeout",
        type=_seconds,
        metavar="S",
        help="seconds of processor time that a text may take, 0 for any (default: 5)",
    )


def _engine_options(add: Callable[..., object], languages: str) -> None:
    """The options of every command that checks texts."""
    for name, text in (
        ("select", "check these rules or families only"),
        ("extend-select", "check these too"),
        ("ignore", "leave these out"),
    ):
        help_text = f"{text} (comma-separated)"
        add(f"--{name}", type=_codes, action="extend", default=[], metavar="CODES", help=help_text)
    add(
        "--fail-on",
        choices=FAIL_ON,
        help="from which severity the exit code is 1 (default: warning)",
    )
    add(
        "--min-score",
        type=_score,
        metavar="N",
        help="exit code 1 when a vacancy's mark (1 to 10) is lower",
    )
    add(
        "--kind",
        choices=("auto", "vacancy", "other"),
        default="auto",
        help="whether the texts are vacancies",
    )
    add(
        "--language",
        default="auto",
        metavar=languages,
        help="the language of the texts",
    )
    add(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="processes for many texts (default: one per processor)",
    )
    _timeout_option(add)
    add("--no-cache", action="store_true", help="neither read nor write the cache")


def _batch_options(batch: argparse.ArgumentParser, languages: str) -> None:
    add = batch.add_argument
    add(
        "--input",
        action="append",
        required=True,
        metavar="FILE",
        help="a file, a folder or a pattern: Parquet, Arrow, JSON Lines or CSV; repeatable",
    )
    add("--output", required=True, metavar="FILE", help="what is written, in one of these formats")
    for name, what in (
        ("text", "the column of the text, or of a JobPosting in JSON (default: by its name)"),
        ("id", "the column of what an advert is known by (default: by its name)"),
        ("title", "the column of the title, where it stands beside the text"),
    ):
        add(f"--{name}", metavar="COLUMN", help=what)
    add(
        "--format",
        choices=("auto", "text", "markdown", "html", "json"),
        default="auto",
        help="what the texts are (default: told for each)",
    )
    add("--resume", action="store_true", help="go on with a run that was interrupted")
    add("--no-sketches", action="store_true", help="without what near-duplicates are found by")
    add("--duplicates", metavar="FILE", help="where near-duplicates among the adverts are written")
    add("-q", "--quiet", action="store_true", help="print no summary")
    batch.set_defaults(paths=(), stdin_filename=None)
    _engine_options(add, languages)
