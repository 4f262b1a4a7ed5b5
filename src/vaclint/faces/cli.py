"""The command: ``vaclint check``, ``rule``, ``rules``, ``facts``, ``batch`` and more. Thin: options
become ``Settings`` here and nowhere else.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from vaclint import __version__
from vaclint.faces.streams import finish, lost, put, tell
from vaclint.faces.terminal import WIDTH
from vaclint.faces.told import of_environment
from vaclint.languages.packs import language_codes, rules_folder
from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.errors import VaclintError, nearest
from vaclint.model.options import Options
from vaclint.model.regular import is_dir
from vaclint.model.report import Look, Report
from vaclint.model.store import Store
from vaclint.project.cache import cache_folder, keep_patterns, prime_patterns, store_in
from vaclint.project.settings import FAIL_ON, Settings
from vaclint.reporters import FORMATS, REPORTERS, reporter_of

if TYPE_CHECKING:
    from vaclint.faces.check import Output, Showing
    from vaclint.languages.language import Language
    from vaclint.rulebook.load import Loaded
    from vaclint.rulebook.rule import Rule


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
_SPEAKING = "the language of the messages"


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
    _check_options(
        commands.add_parser("check", help="check files and folders", allow_abbrev=False), languages
    )
    rule = commands.add_parser(
        "rule", help="explain one rule, or run the examples of a rule file", allow_abbrev=False
    )
    rule.add_argument("code", metavar="CODE", nargs="?", help="the code of a rule, such as GEN001")
    rule.add_argument(
        "--test",
        action="append",
        default=[],
        metavar="FILE",
        help="run the examples of the rules in a file or folder; repeatable",
    )
    rules = commands.add_parser("rules", help="list all rules", allow_abbrev=False)
    rules.add_argument(
        "--output-format",
        choices=("text", "json"),
        default="text",
        help="what standard output gets",
    )
    for command in (rule, rules):
        command.add_argument(
            "--message-language", default="auto", metavar=languages, help=_SPEAKING
        )
        command.add_argument(
            "--config", metavar="FILE", help="a configuration with rule-paths of your own"
        )
        command.add_argument("--isolated", action="store_true", help="use no configuration file")
    facts = commands.add_parser(
        "facts",
        help="print what is understood of a vacancy: title, pay, hours, ...",
        allow_abbrev=False,
    )
    facts.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS)
    facts.add_argument(
        "--output-format",
        choices=("json", "jsonld"),
        default="json",
        help="jsonld: a schema.org JobPosting",
    )
    facts.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    facts.add_argument("--isolated", action="store_true", help="use no configuration file")
    facts.add_argument(
        "--stdin-filename", metavar="NAME", help="the name that standard input goes by"
    )
    facts.add_argument(
        "--language",
        default="auto",
        metavar=languages,
        help="the language of the texts",
    )
    _batch_options(
        commands.add_parser(
            "batch",
            help="check the adverts in the rows of large files (extra: vaclint[batch])",
            allow_abbrev=False,
        ),
        languages,
    )
    init = commands.add_parser(
        "init",
        help="look at the repository and write a commented vaclint.toml that fits it",
        allow_abbrev=False,
    )
    init.add_argument(
        "paths",
        nargs="?",
        default=".",
        metavar="FOLDER",
        help="where (default: the current folder)",
    )
    init.add_argument("--message-language", default="auto", metavar=languages, help=_SPEAKING)
    serve = commands.add_parser(
        "serve", help="a page on this machine to paste a text in", allow_abbrev=False
    )
    serve.add_argument(
        "--port", type=int, default=8321, metavar="N", help="the port, 0 for any (default: 8321)"
    )
    serve.add_argument("--config", metavar="FILE", help="use this configuration")
    serve.add_argument("--isolated", action="store_true", help="use no configuration file")
    server = commands.add_parser(
        "server", help="speak to an editor, over stdio (extra: vaclint[server])", allow_abbrev=False
    )
    server.add_argument("--stdio", action="store_true", help="the only way there is")
    server.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    server.add_argument("--isolated", action="store_true", help="use no configuration file")
    server.add_argument("--message-language", default="auto", metavar=languages, help=_SPEAKING)
    cache = commands.add_parser(
        "cache", help="print the folder of the cache, or empty it", allow_abbrev=False
    )
    cache.add_argument("action", choices=("dir", "clean"), help="print the folder, or empty it")
    schema = commands.add_parser("schema", help="print a JSON Schema", allow_abbrev=False)
    schema.add_argument(
        "name", choices=("report", "facts", "config", "rule"), help="of what the schema is"
    )
    return parser


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
    add("--config", metavar="FILE", help="use this configuration for all files")
    add("--isolated", action="store_true", help="use no configuration file")
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
        "--message-language",
        default="auto",
        metavar=languages,
        help=_SPEAKING,
    )
    add(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="processes for many texts (default: one per processor)",
    )
    add(
        "--timeout",
        type=_seconds,
        metavar="S",
        help="seconds of processor time that a text may take, 0 for any (default: 5)",
    )
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
    add("-q", "--quiet", action="store_true", help="print no summary")
    batch.set_defaults(paths=(), stdin_filename=None)
    _engine_options(add, languages)


def main() -> NoReturn:
    """The entry point: run, and leave with the exit code."""
    gc.set_threshold(
        200_000, 20, 20
    )  # a run makes few cycles and many small values; collecting less often saves a tenth
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding="utf-8"
                if stream.encoding.lower() in ("ascii", "ansi_x3.4-1968")
                else None,
                errors="replace",
            )
    try:
        code = run(sys.argv[1:])
        code = max(code, finish())
    except OSError as error:
        code = lost(error)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    try:
        options, unknown = _parser_for(arguments).parse_known_args(arguments)
    except VaclintError as error:
        told = _without_command(arguments)
        return _usage_error(arguments, VaclintError("config", "vaclint", told) if told else error)
    errors = _unknown_options(options.command, unknown)
    store = store_in(None if getattr(options, "no_cache", False) else cache_folder())
    prime_patterns(store)
    try:
        if options.command == "check":
            return _check(options, errors, store)
        if errors:
            raise errors[0]
        if options.command == "facts":
            from vaclint.faces.facts import print_facts

            return print_facts(_settings(options), options.output_format, store)
        if options.command == "batch":
            return _batch(options, store)
        if options.command == "init":
            from vaclint.faces.init import folder_of, init

            folder = folder_of(options.paths)
            return init(folder, store, message_language=options.message_language)
        if options.command == "serve":
            from vaclint.faces.serve import serve

            return serve(
                port=options.port,
                config=_path(options.config),
                isolated=options.isolated,
                store=store,
            )
        if options.command == "server":
            return _server(options, store)
        if options.command == "cache":
            return _cache(options.action)
        if options.command == "schema":
            put(_schema(options.name))
            return 0
        return _explain(options, store)
    except VaclintError as error:
        tell(f"vaclint: {error.message}")
        return 2
    finally:
        keep_patterns(store)


def _parser_for(arguments: list[str]) -> argparse.ArgumentParser:
    """The parser of a command line, in the environment's language where it asks for help."""
    parser = command_parser()
    if not {"-h", "--help"}.isdisjoint(arguments):
        from vaclint.faces.help import help_texts, speak

        if code := of_environment(language_codes(rules_folder())):
            speak(parser, help_texts(code))
    return parser


def _server(options: argparse.Namespace, store: Store) -> int:
    from vaclint.faces.server.command import serve

    config = Path(options.config).absolute() if options.config else None
    return serve(
        store,
        config=config,
        isolated=options.isolated,
        message_language=options.message_language,
    )


def _batch(options: argparse.Namespace, store: Store) -> int:
    from vaclint.faces.batch import Asked, batch

    _check_jobs(options.jobs)
    asked = Asked(
        tuple(options.input),
        Path(options.output),
        {name: getattr(options, name) for name in ("text", "id", "title")},
        options.format,
        options.resume,
        not options.no_sketches,
        options.quiet,
    )
    return batch(asked, _settings(options), store)


def _check_jobs(jobs: int) -> None:
    """Raises VaclintError for a number of processes that cannot be."""
    if jobs < 0:
        raise VaclintError("config", "vaclint", f"--jobs must be 0 or more, not {jobs}")


def _schema(name: str) -> str:
    """A JSON Schema: of what is written, as it is shipped; of what is read, made of its tables."""
    if name in ("report", "facts"):
        return (Path(__file__).parents[1] / "schemas" / f"{name}.json").read_text("utf-8")
    import json

    from vaclint.checks import kinds
    from vaclint.project.schemas import config_schema, rule_schema

    made = config_schema() if name == "config" else rule_schema(kinds())
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _cache(action: str) -> int:
    """Print where the cache is, or empty it."""
    folder = cache_folder()
    if folder is None:
        raise VaclintError("config", "vaclint", "there is no cache: it is switched off")
    if action == "dir":
        put(f"{folder}\n")
        return 0
    from vaclint.project.cache import clean

    count = clean(folder)
    tell(f"vaclint: {count} files removed from {folder}")
    return 0


def _without_command(arguments: list[str]) -> str:
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


def _unknown_options(command: str, unknown: list[str]) -> list[VaclintError]:
    """An error for each option that the command has not; the value behind it is left out."""
    errors = []
    for option in (word for word in unknown if word.startswith("-")):
        known = [name for name in _option_names(command) if name.startswith("--")]
        hint = nearest(option.partition("=")[0], known) or f"; see vaclint {command} --help"
        errors.append(VaclintError("config", "vaclint", f"unknown option '{option}'{hint}"))
    return errors


def _check(options: argparse.Namespace, errors: list[VaclintError], store: Store) -> int:
    from vaclint.faces.check import check

    outputs = _outputs(options.output_file, errors)
    try:
        _check_jobs(options.jobs)
    except VaclintError as error:
        errors.append(error)
    if at_odds := _at_odds(options):
        raise at_odds[0]
    if options.watch and "-" in options.paths:
        raise VaclintError("config", "vaclint", "standard input does not change; leave out --watch")
    if options.watch and not errors:
        from vaclint.faces.watch import check_and_watch

        return check_and_watch(_settings(options), _showing(options, outputs), store)
    if options.show_config and not errors:
        from vaclint.faces.show_config import show_config
        from vaclint.project.plan import Plan

        return show_config(Plan(_settings(options), store), Path(options.show_config))
    return check(_settings(options), _showing(options, outputs), errors, store)


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


def _at_odds(options: argparse.Namespace) -> list[VaclintError]:
    """Errors for options that cannot be asked together."""
    messages = [
        message for names, message in _TOGETHER if all(getattr(options, name) for name in names)
    ]
    if (options.since or options.since_staged) and "-" in options.paths:
        messages.append("git does not know standard input; name a file, or leave out --since")
    return [VaclintError("config", "vaclint", message) for message in messages]


def _outputs(given: list[str], errors: list[VaclintError]) -> tuple[Output, ...]:
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


def _showing(options: argparse.Namespace, outputs: tuple[Output, ...]) -> Showing:
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


def _settings(options: argparse.Namespace) -> Settings:
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
        baseline=_path(given("baseline")),
        write_baseline=_path(given("write_baseline")),
        since=getattr(options, "since", None),
        since_staged=bool(given("since_staged", False)),
        min_severity=getattr(options, "min_severity", None),
    )


def _path(given: object) -> Path | None:
    return Path(str(given)) if given else None


def _option_names(command: str) -> list[str]:
    parser = command_parser()
    for action in parser._subparsers._group_actions if parser._subparsers else ():
        if isinstance(action.choices, dict) and command in action.choices:
            return [
                name for inner in action.choices[command]._actions for name in inner.option_strings
            ]
    return []


def _usage_error(arguments: list[str], error: VaclintError) -> int:
    """A command line that cannot be read: the sentence on stderr, and in every report for machines
    that it plainly asks for.
    """
    tell(f"vaclint: {error.message}")
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

        loaded = _load_shipped()
        language = _language_called(_of_environment(loaded), loaded)
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


def _explain(options: argparse.Namespace, store: Store) -> int:
    if getattr(options, "test", ()):
        from vaclint.faces.rule_test import test_rules

        return test_rules([Path(file) for file in options.test], store)
    if options.command == "rule" and options.code is None:
        raise VaclintError("config", "vaclint", "vaclint rule needs a CODE, or --test FILE")
    loaded = _load(options, store)
    for error in loaded.errors:
        tell(f"vaclint: {error.message}")
    code = options.message_language
    if code == "auto":
        code = _of_environment(loaded)
    if options.command == "rules":
        put(_list(loaded.rules, code, options.output_format))
    else:
        from vaclint.rulebook.explain import explain

        rule = _rule_called(options.code, loaded.rules)
        put(explain(rule, _language_called(code, loaded)))
    return 2 if loaded.errors else 0


def _load(options: argparse.Namespace, store: Store) -> Loaded:
    """The shipped rules and those of the configuration."""
    from vaclint.checks import kinds
    from vaclint.project.config import Config, find_config, read_config
    from vaclint.rulebook.load import load

    path = Path(options.config) if options.config else None
    if path is None and not options.isolated:
        path = find_config(Path.cwd(), {})
    config = read_config(path) if path else Config()
    return load(kinds(), config.rule_paths, store)


def _of_environment(loaded: Loaded) -> str:
    """The language of the environment where it has a pack, or else the first there is."""
    languages = loaded.resources.languages
    return of_environment(languages) or next(iter(languages))


def _language_called(code: str, loaded: Loaded) -> Language:
    """The language with a code. Raises VaclintError where there is none."""
    languages = loaded.resources.languages
    if code not in languages:
        known = ", ".join(languages)
        message = f"--message-language must be one of auto, {known}, not '{code}'"
        raise VaclintError("config", "vaclint", message)
    return languages[code]


def _rule_called(name: str, rules: tuple[Rule, ...]) -> Rule:
    """The rule with a code. Raises VaclintError with the nearest one where there is none."""
    by_code = {rule.code: rule for rule in rules}
    code = name.upper()
    if code not in by_code:
        hint = nearest(code, list(by_code)) or "; vaclint rules lists them"
        raise VaclintError("config", "vaclint", f"no rule is called '{name}'{hint}")
    return by_code[code]


def _list(rules: tuple[Rule, ...], language: str, output_format: str) -> str:
    if output_format == "json":
        import json

        return json.dumps([_row(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"
    width = max(len(rule.name) for rule in rules)
    return "".join(
        f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {rule.texts_in(language).summary}"
        f"{'' if rule.default else ' (off)'}\n"
        for rule in rules
    )


def _row(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.code[:3],
        "kind": rule.kind,
        "severity": rule.severity,
        "summary": {code: texts.summary for code, texts in rule.texts.items()},
        "languages": list(rule.languages),
        "scope": rule.scope,
        "default": rule.default,
        "options": dict(rule.options),
        "sources": list(rule.sources),
    }
