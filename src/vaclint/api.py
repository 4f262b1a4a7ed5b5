"""What programs may call; see ``vaclint`` for what is promised of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.regular import is_dir
from vaclint.model.report import Report
from vaclint.model.source import Source
from vaclint.model.values import Facts
from vaclint.project import run
from vaclint.project.gate import exit_code, exit_code_of, too_low
from vaclint.project.plan import Plan
from vaclint.project.settings import Settings
from vaclint.rulebook.load import Loaded, load

_loaded: list[Loaded] = []
_engines: dict[str, Engine] = {}
ENGINES = 8
"""So many engines are remembered, one for each set of options used."""


def check_text(text: str, *, path: str = "text.txt", options: Options = Options()) -> Report:
    """Check one text; the suffix of ``path`` says in which format it is.

    No file is read but vaclint's own, none is written, and what is in the text raises nothing: an
    error in it is in the report's ``errors``. Raises VaclintError when the options name a rule or
    an option that does not exist.
    """
    file = _engine(options).check(Source(path, text))
    return Report((file,), file.errors, exit_code((file,), file.errors))


def check_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    options: Options = Options(),
    config: Path | None = None,
    jobs: int = 1,
) -> Report:
    """Check files and folders as ``vaclint check`` does, with the configuration nearest to each or
    the one given.

    The report's ``exit_code`` is the one of the command. No file is written. What cannot be read is
    in the ``errors``.
    """
    given = tuple(os.fspath(path) for path in paths)
    compared = (
        {"run", "repo", "auto"} if any(is_dir(Path(path)) for path in given) else {"run", "repo"}
    )
    _engine(options)
    asked = options if options.compared else options._replace(compared=frozenset(compared))
    plan = Plan(Settings(given, asked, config, jobs=jobs, prefix=""), shipped=_loaded[0])
    ran = run.check(plan, None, lambda reports, _: reports)
    errors = (*plan.errors, *(error for file in ran.files for error in file.errors))
    low = list(too_low(plan, ran.files))
    return Report(tuple(ran.files), errors, exit_code_of(plan, ran.files, errors, low))


def facts_of(text: str, *, path: str = "text.txt", options: Options = Options()) -> Facts:
    """What a vacancy states: title, pay, hours and more, with places in the text.

    Raises VaclintError for options that cannot be, and for a text that cannot be read at all.
    """
    understood = _engine(options).understand(Source(path, text))
    for problem in understood.document.problems:
        raise VaclintError(problem.kind, problem.path, problem.message)
    return understood.facts


def _engine(options: Options) -> Engine:
    """The engine for some options; the rules are read once, engines with other options stand beside
    each other.
    """
    if not _loaded:
        _loaded.append(load(kinds()))
    key = repr(options)
    if key not in _engines:
        if len(_engines) >= ENGINES:
            _engines.clear()
        _engines[key] = Engine(_loaded[0], options)
    return _engines[key]
