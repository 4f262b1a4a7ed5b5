"""The command: ``vaclint check``, ``rule``, ``rules``, ``facts``, ``batch`` and more. Thin: each
command is a function of what was asked, and imports what it needs.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from vaclint.faces.arguments import command_parser
from vaclint.faces.asked import at_odds, outputs_of, path_of, settings_of, showing_of
from vaclint.faces.streams import finish, lost, put, tell
from vaclint.faces.told import of_environment
from vaclint.languages.packs import language_codes, rules_folder
from vaclint.model.errors import VaclintError
from vaclint.model.store import Store
from vaclint.project.cache import cache_folder, keep_patterns, prime_patterns, store_in


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
    gc.freeze()  # else all that is left is looked through once more: a fifth of a short run
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    try:
        options, unknown = _parser_for(arguments).parse_known_args(arguments)
    except VaclintError as error:
        from vaclint.faces.usage import usage_error, without_command

        told = without_command(arguments)
        return usage_error(arguments, VaclintError("config", "vaclint", told) if told else error)
    errors: list[VaclintError] = []
    if unknown:
        from vaclint.faces.usage import unknown_options

        errors = unknown_options(options.command, unknown)
    store = store_in(None if getattr(options, "no_cache", False) else cache_folder())
    prime_patterns(store)
    try:
        if options.command == "check":
            return _check(options, errors, store)
        if errors:
            raise errors[0]
        return _COMMANDS[options.command](options, store)
    except VaclintError as error:
        from vaclint.faces.errors import language_of_command, say

        say([error], language_of_command(arguments))
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


def _check(options: argparse.Namespace, errors: list[VaclintError], store: Store) -> int:
    from vaclint.faces.check import check

    outputs = outputs_of(options.output_file, errors)
    try:
        _check_jobs(options.jobs)
    except VaclintError as error:
        errors.append(error)
    if odds := at_odds(options):
        raise odds[0]
    if options.watch and not errors:
        from vaclint.faces.watch import check_and_watch

        return check_and_watch(settings_of(options), showing_of(options, outputs), store)
    if options.show_config and not errors:
        from vaclint.faces.show_config import show_config
        from vaclint.project.plan import Plan

        return show_config(Plan(settings_of(options), store), Path(options.show_config))
    return check(settings_of(options), showing_of(options, outputs), errors, store)


def _facts(options: argparse.Namespace, store: Store) -> int:
    from vaclint.faces.facts import print_facts

    return print_facts(settings_of(options), options.output_format, store)


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
        Path(options.duplicates) if options.duplicates else None,
    )
    return batch(asked, settings_of(options), store)


def _check_jobs(jobs: int) -> None:
    """Raises VaclintError for a number of processes that cannot be."""
    if jobs < 0:
        raise VaclintError("config", "vaclint", f"--jobs must be 0 or more, not {jobs}")


def _init(options: argparse.Namespace, store: Store) -> int:
    from vaclint.faces.init import folder_of, init

    return init(folder_of(options.paths), store, message_language=options.message_language)


def _serve(options: argparse.Namespace, store: Store) -> int:
    from vaclint.faces.serve import serve

    return serve(
        port=options.port,
        config=path_of(options.config),
        isolated=options.isolated,
        store=store,
    )


def _server(options: argparse.Namespace, store: Store) -> int:
    from vaclint.faces.server.command import serve

    config = Path(options.config).absolute() if options.config else None
    return serve(
        store,
        config=config,
        isolated=options.isolated,
        message_language=options.message_language,
    )


def _cache(options: argparse.Namespace, _: Store) -> int:
    """Print where the cache is, or empty it."""
    folder = cache_folder()
    if folder is None:
        raise VaclintError("config", "vaclint", "there is no cache: it is switched off")
    if options.action == "dir":
        put(f"{folder}\n")
        return 0
    from vaclint.project.cache import clean

    count = clean(folder)
    tell(f"vaclint: {count} files removed from {folder}")
    return 0


def _schema(options: argparse.Namespace, _: Store) -> int:
    """Print a JSON Schema: of what is written, as it is shipped; of what is read, made of its
    tables.
    """
    if options.name in ("report", "facts"):
        put((Path(__file__).parents[1] / "schemas" / f"{options.name}.json").read_text("utf-8"))
        return 0
    import json

    from vaclint.checks import kinds
    from vaclint.project.schemas import config_schema, rule_schema

    made = config_schema() if options.name == "config" else rule_schema(kinds())
    put(json.dumps(made, ensure_ascii=False, indent=2) + "\n")
    return 0


def _rules(options: argparse.Namespace, store: Store) -> int:
    from vaclint.faces.rules import explain_rules

    return explain_rules(options, store)


_COMMANDS: Mapping[str, Callable[[argparse.Namespace, Store], int]] = {
    "batch": _batch,
    "cache": _cache,
    "facts": _facts,
    "init": _init,
    "rule": _rules,
    "rules": _rules,
    "schema": _schema,
    "serve": _serve,
    "server": _server,
}
"""Every command but ``check``, which goes on with a report where an option is unknown."""
