"""The command: ``vaclint check``, ``rule``, ``rules``, ``facts`` and ``schema``. Thin; the work is in the engine."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from vaclint import __version__
from vaclint.model.errors import VaclintError, nearest

if TYPE_CHECKING:
    from vaclint.rulebook.rules import Rule

FORMATS = ("text", "concise", "json")
COMMANDS = ("check", "rule", "rules", "facts", "schema")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage."""

    def error(self, message: str) -> NoReturn:
        raise VaclintError("config", "vaclint", f"{message[0].lower()}{message[1:]}; see {self.prog} --help")


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


def _parser() -> _Parser:
    parser = _Parser(prog="vaclint", description="Check the text of job adverts (vacatureteksten).", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"vaclint {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", prog="vaclint")
    check = commands.add_parser("check", help="check files and folders", allow_abbrev=False)
    check.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input (default: the current folder)")
    check.add_argument("--output-format", choices=FORMATS, default="text", help="what standard output gets")
    check.add_argument(
        "--output-file", action="append", default=[], metavar="FORMAT=FILE", help="also write a report to a file; repeatable"
    )
    for name, text in (
        ("select", "check these rules or families only"),
        ("extend-select", "check these too"),
        ("ignore", "leave these out"),
    ):
        check.add_argument(f"--{name}", type=_codes, action="extend", default=[], metavar="CODES", help=f"{text} (comma-separated)")
    check.add_argument(
        "--fail-on", choices=("error", "warning", "info", "never"), help="from which severity the exit code is 1 (default: warning)"
    )
    check.add_argument("--fix", action="store_true", help="apply safe fixes to the files")
    check.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: also apply fixes that change wording")
    check.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    check.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    check.add_argument("--isolated", action="store_true", help="use no configuration file")
    check.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input goes by")
    check.add_argument("--kind", choices=("auto", "vacancy", "other"), default="auto", help="whether the texts are vacancies")
    check.add_argument("--language", choices=("auto", "nl", "en"), default="auto", help="the language of the texts")
    check.add_argument("--message-language", choices=("auto", "nl", "en"), default="auto", help="the language of the messages")
    check.add_argument("--jobs", type=int, default=0, metavar="N", help="processes for many files (default: one per processor)")
    check.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    check.add_argument(
        "--statistics", action="store_true", help="also print the mark of each vacancy, and how often each rule found something"
    )
    check.add_argument("--min-score", type=_score, metavar="N", help="exit code 1 when a vacancy's mark (1 to 10) is lower")
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    check.add_argument("-q", "--quiet", action="store_true", help="print nothing on standard output when nothing is found")
    check.add_argument("-v", "--verbose", action="store_true", help="say on standard error how each file was read")
    rule = commands.add_parser("rule", help="explain one rule", allow_abbrev=False)
    rule.add_argument("code", metavar="CODE")
    rules = commands.add_parser("rules", help="list all rules", allow_abbrev=False)
    rules.add_argument("--output-format", choices=("text", "json"), default="text")
    for command in (rule, rules):
        command.add_argument("--message-language", choices=("auto", "nl", "en"), default="auto")
        command.add_argument("--config", metavar="FILE", help="a configuration with rule-paths of your own")
        command.add_argument("--isolated", action="store_true", help="use no configuration file")
    facts = commands.add_parser("facts", help="print what is understood of a vacancy: title, pay, hours, ...", allow_abbrev=False)
    facts.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input (default: the current folder)")
    facts.add_argument("--output-format", choices=("json", "jsonld"), default="json", help="jsonld: a schema.org JobPosting")
    facts.add_argument("--config", metavar="FILE", help="use this configuration for all files")
    facts.add_argument("--isolated", action="store_true", help="use no configuration file")
    facts.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input goes by")
    facts.add_argument("--language", choices=("auto", "nl", "en"), default="auto", help="the language of the texts")
    schema = commands.add_parser("schema", help="print a JSON Schema", allow_abbrev=False)
    schema.add_argument("name", choices=("report", "facts"))
    return parser


def main() -> NoReturn:
    """The entry point: run, and leave with the exit code."""
    gc.set_threshold(100_000, 20, 20)  # a run makes few cycles and many small values; collecting less often saves a tenth
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if stream.encoding.lower() in ("ascii", "ansi_x3.4-1968") else None, errors="replace")
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 2
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    try:
        options, unknown = _parser().parse_known_args(arguments)
    except VaclintError as error:
        return _usage_error(arguments, error)
    errors = []
    for option in unknown:
        if not option.startswith("-"):
            continue  # the value of an unknown option
        known = [name for name in _option_names(options.command) if name.startswith("--")]
        hint = nearest(option.partition("=")[0], known) or f"; see vaclint {options.command} --help"
        errors.append(VaclintError("config", "vaclint", f"unknown option '{option}'{hint}"))
    try:
        if options.command == "check":
            if options.no_cache:
                from vaclint.project import cache

                cache.disable()
            from vaclint.project.run import check

            return check(options, errors)
        if errors:
            raise errors[0]
        if options.command == "facts":
            from vaclint.faces.facts import print_facts

            return print_facts(options)
        if options.command == "schema":
            sys.stdout.write((Path(__file__).parents[1] / "schemas" / f"{options.name}.json").read_text("utf-8"))
            return 0
        return _explain(options)
    except VaclintError as error:
        print(f"vaclint: {error.message}", file=sys.stderr)
        return 2


def _option_names(command: str) -> list[str]:
    parser = _parser()
    for action in parser._subparsers._group_actions if parser._subparsers else ():
        if isinstance(action.choices, dict) and command in action.choices:
            return [name for inner in action.choices[command]._actions for name in inner.option_strings]
    return []


def _usage_error(arguments: list[str], error: VaclintError) -> int:
    """A command line that cannot be read: the sentence on stderr, and in every JSON report it plainly asks for."""
    print(f"vaclint: {error.message}", file=sys.stderr)
    words = [part for word in arguments for part in (word.split("=", 1) if word.startswith("--") else [word])]
    to_stdout = any(pair == ("--output-format", "json") for pair in pairwise(words))
    files = [after[5:] for word, after in pairwise(words) if word == "--output-file" and after.startswith("json=")]
    if to_stdout or files:
        from vaclint.project.fixer import replace_file
        from vaclint.reporters import Report
        from vaclint.reporters.json import render

        text = render(Report([], [error], 2))
        if to_stdout:
            sys.stdout.write(text)
        for file in files:
            replace_file(Path(file), text.encode())
    return 2


def _explain(options: argparse.Namespace) -> int:
    from vaclint.project.config import Config, find_config, read_config
    from vaclint.rulebook.rules import load_rules

    path = Path(options.config) if options.config else None if options.isolated else find_config(Path.cwd(), {})
    config = read_config(path) if path else Config()
    rules, errors = load_rules(config.rule_paths)
    for error in errors:
        print(f"vaclint: {error.message}", file=sys.stderr)
    language = options.message_language
    if language == "auto":
        language = "en" if (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").startswith("en") else "nl"
    if options.command == "rules":
        sys.stdout.write(_list(rules, language, options.output_format))
    else:
        from vaclint.rulebook.explain import explain

        by_code = {rule.code: rule for rule in rules}
        code = options.code.upper()
        if code not in by_code:
            raise VaclintError(
                "config", "vaclint", f"no rule is called '{options.code}'{nearest(code, list(by_code)) or '; vaclint rules lists them'}"
            )
        sys.stdout.write(explain(by_code[code], language))
    return 2 if errors else 0


def _list(rules: list[Rule], language: str, output_format: str) -> str:
    if output_format == "json":
        import json

        rows = [
            {
                "code": rule.code, "name": rule.name, "family": rule.code[:3], "kind": rule.kind, "severity": rule.severity,
                "summary": dict(rule.summary), "languages": list(rule.languages), "scope": rule.scope, "default": rule.default,
                "options": dict(rule.options), "sources": list(rule.sources),
            }
            for rule in rules
        ]  # fmt: skip
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    width = max(len(rule.name) for rule in rules)
    return "".join(
        f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {rule.summary[language]}{'' if rule.default else ' (off)'}\n"
        for rule in rules
    )
