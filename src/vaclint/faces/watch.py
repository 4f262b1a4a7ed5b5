"""``vaclint check --watch``: check again whenever a text, the configuration or a rule is saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from watchfiles import DefaultFilter, watch

from vaclint.faces.check import Showing, check
from vaclint.faces.streams import put, tell
from vaclint.faces.terminal import on_terminal
from vaclint.faces.told import language_here
from vaclint.model.store import Store
from vaclint.project.plan import Plan
from vaclint.project.settings import Settings

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""Empties a terminal and goes to its beginning."""


def check_and_watch(settings: Settings, showing: Showing, store: Store) -> int:
    """Check, and again at each change, until the command is stopped; the last exit code."""
    plan = Plan(settings, store)
    said = plan.languages[language_here(plan.languages)]
    words = said.section("output")["watch"]
    watched = sorted({*_watched(plan)})
    code = _checked(settings, showing, store, words["waiting"])
    with suppress(KeyboardInterrupt):  # else watchfiles says a word of its own
        for _ in watch(*watched, watch_filter=DefaultFilter()):
            if on_terminal():
                put(CLEAR)
            code = _checked(settings, showing, store, words["waiting"])
    return code


def _checked(settings: Settings, showing: Showing, store: Store, waiting: str) -> int:
    code = check(settings, showing, [], store)
    tell(f"vaclint: {waiting}")
    return code


def _watched(plan: Plan) -> Iterator[Path]:
    """The paths that are checked, and the files that say how; those that are there."""
    for given in plan.settings.paths:
        path = Path(given)
        config = plan.config_of(path / "x" if path.is_dir() else path)
        files = (layer.path for layer in config.layers if layer.path is not None)
        yield from (each for each in (path, *files, *config.rule_paths) if each.exists())
