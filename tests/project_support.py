"""A run over files in this process: what the command does in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.report import FileReport, Finding
from vaclint.model.store import Store
from vaclint.project import run
from vaclint.project.cache import cache_folder, store_in
from vaclint.project.gate import exit_code_of, too_low
from vaclint.project.plan import Plan
from vaclint.project.settings import Settings

ADVERT = "# Kok (m/v/x)\n\nWij zoeken een kandidaat/kandidate voor 24 uur per week.\n"
RULE = '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "m {n}"\nterms = ["{word}"]\n'


class Outcome(NamedTuple):
    """What a run found."""

    files: list[FileReport]
    errors: list[VaclintError]
    code: int
    fixed: int = 0
    diff: str = ""
    output: bytes | None = None

    @property
    def findings(self) -> list[Finding]:
        """Those of all files, in order."""
        return [finding for file in self.files for finding in file.findings]

    @property
    def paths(self) -> list[str]:
        """The files that were read."""
        return [file.path for file in self.files if file.format is not None]


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder; gives the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def checked(
    folder: Path, *paths: str, stdin: str | None = None, store: Store | None = None, **asked: Any
) -> Outcome:
    """Check files of a folder, or all of it; ``asked`` names fields of Settings or Options."""
    return _ran(folder, paths, stdin, store, asked, fixing=False, writing=False)


def fixed(
    folder: Path, *paths: str, stdin: str | None = None, write: bool = True, **asked: Any
) -> Outcome:
    """Fix files of a folder, or all of it; or only tell the difference."""
    return _ran(folder, paths, stdin, None, asked, fixing=True, writing=write)


def _ran(
    folder: Path,
    paths: tuple[str, ...],
    stdin: str | None,
    store: Store | None,
    asked: dict[str, Any],
    *,
    fixing: bool,
    writing: bool,
) -> Outcome:
    settings = {name: asked.pop(name) for name in Settings._fields if name in asked}
    given = paths or (() if stdin is not None else (".",))
    with inside(folder):
        compared = {"run", "repo", *("auto" for path in given if Path(path).is_dir())}
        options = Options(**{"compared": frozenset(compared), **asked})
        plan = Plan(
            Settings(paths=given, options=options, **settings), store or store_in(cache_folder())
        )
        data = None if stdin is None else stdin.encode()
        if fixing:
            ran = run.fix(plan, data, write=writing)
        else:
            ran = run.check(plan, data, lambda reports, _: reports)
        errors = [*plan.errors, *(error for file in ran.files for error in file.errors)]
        code = exit_code_of(plan, ran.files, errors, list(too_low(plan, ran.files)))
    return Outcome(ran.files, errors, code, ran.fixed, ran.diff, ran.output)


def swap(one: Path, other: Path) -> None:
    """Give two files each other's text."""
    first, second = one.read_text("utf-8"), other.read_text("utf-8")
    one.write_text(second, "utf-8")
    other.write_text(first, "utf-8")


def own_rule(chance: Random) -> str:
    """A file with a rule of one's own, another one at times."""
    word = chance.choice(["zoeken", "uur", "kok"])
    return RULE.format(n=chance.randrange(9), word=word)


def days(chance: Random) -> type[date]:
    """A calendar on which it is one of two days, each time that it is asked."""

    class Day(date):
        @classmethod
        def today(cls) -> Day:
            return cls(2026, 11, chance.choice([1, 2]))

    return Day
