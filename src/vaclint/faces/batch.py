"""``vaclint batch``: check the adverts in the rows of large files, and sum up what came of it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.engine import Engine
from vaclint.faces.streams import put, tell
from vaclint.faces.terminal import minutes, width, with_progress
from vaclint.faces.told import language_of_most
from vaclint.model.errors import VaclintError
from vaclint.model.report import Look
from vaclint.model.store import Store
from vaclint.project.gate import FAIL_ON_DEFAULT
from vaclint.project.plan import Plan
from vaclint.project.settings import Settings
from vaclint.reporters.counted import severities
from vaclint.reporters.statistics import bars
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from vaclint.arrow.run import Answered
    from vaclint.arrow.tally import Tally
    from vaclint.duplicates import Found

NEEDED = "pyarrow"
RULES = 15
"""So many of the rules that found most are shown."""


class Asked(NamedTuple):
    """What a command line asks of a run over rows, besides the settings."""

    inputs: tuple[str, ...]
    output: Path
    columns: Mapping[str, str | None]
    format: str = "auto"
    resume: bool = False
    sketches: bool = True
    quiet: bool = False
    duplicates: Path | None = None
    """Where near-duplicates among the rows are written."""


def batch(asked: Asked, settings: Settings, store: Store) -> int:
    """Run the command and return its exit code. Raises VaclintError where it cannot run, or could
    not go on.
    """
    try:
        from vaclint.arrow import BatchOptions
        from vaclint.arrow.inputs import columns_in, find_inputs
        from vaclint.arrow.outputs import pieces_for
        from vaclint.arrow.run import Job, run
        from vaclint.arrow.tally import Tally
    except ModuleNotFoundError as missing:
        if missing.name != NEEDED:
            raise
        raise VaclintError("config", "vaclint", str(missing)) from None
    began = time.monotonic()
    pieces_for(asked.output)
    _check_duplicates(asked)
    inputs = find_inputs(asked.inputs, asked.output)
    plan = Plan(_of_rows(settings), store)
    index = plan.index_of(inputs[0].path)
    for error in plan.errors:
        raise error
    setup, engine = plan.setups[index], plan.engine_at(index)
    config = setup.config
    options = BatchOptions(
        setup.options,
        tuple(map(str, config.rule_paths)),
        asked.format,
        config.max_file_size,
        setup.timeout,
        asked.sketches,
    )
    columns = columns_in(inputs, engine.reading, asked.columns)
    least = settings.min_score if settings.min_score is not None else config.min_score
    tally = Tally(least)
    job = Job(inputs, columns, options, asked.output, settings.jobs, asked.resume, store.folder())
    run(job, tally, _progress)
    found = _found(asked)
    if not asked.quiet:
        look = _look(plan, tally)
        lines = chain(_told(tally, engine, look), _told_of(found, look))
        put("".join(f"{line}\n" for line in lines))
        words = look.words["batch"]
        seconds = max(0.001, time.monotonic() - began)
        rate = f"{tally.rows / seconds:.0f}"
        tell(f"vaclint: {words['took'].format(time=minutes(seconds), rows=tally.rows, rate=rate)}")
        for file in filter(None, (asked.output, asked.duplicates)):
            tell(f"vaclint: {words['written'].format(file=file)}")
    return tally.exit_code(settings.fail_on or config.fail_on or FAIL_ON_DEFAULT)


def _check_duplicates(asked: Asked) -> None:
    """Raises VaclintError where near-duplicates are asked for and cannot be had."""
    if asked.duplicates is None:
        return
    if not asked.sketches:
        message = "--duplicates needs the sketches that --no-sketches leaves out; drop one of them"
        raise VaclintError("config", "vaclint", message)
    if asked.duplicates.resolve() == asked.output.resolve():
        message = "--duplicates and --output are one file; name two"
        raise VaclintError("config", "vaclint", message)
    from vaclint.duplicates import check_target

    check_target(asked.duplicates)


def _found(asked: Asked) -> Found | None:
    """Find the near-duplicates among the rows that were written, where that is asked."""
    if asked.duplicates is None:
        return None
    from vaclint.duplicates import write_pairs

    return write_pairs(asked.output, asked.duplicates)


def _told_of(found: Found | None, look: Look) -> Iterator[str]:
    """What there is to say of near-duplicates."""
    if found is None:
        return
    words = look.words["batch"]
    yield ""
    yield words["pairs"][found.pairs != 1].format(count=found.pairs, rows=found.rows)
    if found.repeated:
        yield words["repeated"][found.repeated != 1].format(count=found.repeated)


def _of_rows(settings: Settings) -> Settings:
    """The settings with what the columns of a row need of the engine, and no more."""
    options = settings.options._replace(
        details=False, marks=True, fingerprints=True, compared=frozenset()
    )
    return settings._replace(options=options)


def _progress(answered: Iterable[Answered], total: int) -> Iterator[Answered]:
    return with_progress(answered, total, lambda each: each.read)


def _look(plan: Plan, tally: Tally) -> Look:
    """In the words of the language that is asked, that of the environment, or of most rows."""
    language = language_of_most(plan, tally.languages)
    return Look(language.section("output"), language.numbers.decimal, width=width())


def _told(tally: Tally, engine: Engine, look: Look) -> Iterator[str]:
    """The summary, a line at a time."""
    words = look.words["batch"]
    kinds = [f"{count} {words['kinds'][kind]}" for kind, count in tally.kinds.most_common()]
    if unread := tally.errors.total():
        codes = ", ".join(f"{code} {count}" for code, count in tally.errors.most_common())
        kinds.append(f"{unread} {words['unread']} ({codes})")
    adverts = words["adverts"][tally.rows != 1].format(count=tally.rows)
    yield f"{adverts}: {', '.join(kinds)}" if kinds else adverts
    yield severities(tally.severities, look) or words["none"]
    if tally.mark is not None:
        yield words["mark"].format(mark=f"{tally.mark:.1f}".replace(".", look.decimal))
    if tally.rules:
        names = {rule.code: rule.texts_in(look.language).summary for rule in engine.rules}
        yield ""
        most = tally.rules.most_common(RULES)
        yield from bars({(code, names[code]): count for code, count in most}, look)
