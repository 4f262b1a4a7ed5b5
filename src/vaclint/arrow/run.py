"""Files of adverts checked in processes: read, answered in order, kept, and written as one file."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pyarrow as pa

from vaclint import __version__
from vaclint.arrow.columns import Columns
from vaclint.arrow.inputs import Input, Portion, portions_of
from vaclint.arrow.lint import BatchOptions, engine_for, failed, lint_rows
from vaclint.arrow.outputs import pieces_for
from vaclint.arrow.parts import Parts
from vaclint.arrow.rows import Row
from vaclint.arrow.schema import SCHEMA_VERSION, batch_of
from vaclint.arrow.tally import Tally
from vaclint.model.errors import VaclintError
from vaclint.project.cache import keep_patterns, prime_patterns, store_in
from vaclint.project.files import write_output
from vaclint.project.pool import Start, alone, in_processes
from vaclint.text.named import NamedTuple

KILLED = "the process that checked it was killed, perhaps for want of memory"


class Job(NamedTuple):
    """What is to be done."""

    inputs: Sequence[Input]
    columns: Columns | None
    """None for rows that are JobPostings, all of them."""
    options: BatchOptions
    output: Path
    jobs: int = 1
    resume: bool = False
    cache: Path | None = None
    """Where prepared rules are kept."""


class Answered(NamedTuple):
    """Rows that were answered, and how many bytes of the inputs were read by then."""

    batch: pa.RecordBatch
    read: float


Progress = Callable[[Iterable[Answered], int], Iterable[Answered]]
"""Is handed what is answered as it comes, and how many bytes there are; hands it on."""


def run(job: Job, tally: Tally, progress: Progress) -> None:
    """Check all rows of the inputs, write the output and count what is in it.

    Raises VaclintError for an input that cannot be read on and an output that cannot be written;
    what was answered by then is kept, and said.
    """
    make = pieces_for(job.output)
    if job.output.is_dir():
        message = f"{job.output} is a folder; name a file to write"
        raise VaclintError("config", str(job.output), message)
    with closing(Parts(job.output)) as parts:
        parts.begin(_about(job), resume=job.resume)
        try:
            try:
                total = sum(each.size for each in job.inputs)
                for answered in progress(_answers(job, parts.rows), total):
                    parts.add(answered.batch)
            finally:
                parts.write()
            write_output(job.output, make(_counted(parts, tally)))
        except VaclintError as error:
            message = f"{error.message}; {parts.rows:,} answered rows are kept in {parts.folder}"
            raise VaclintError(error.kind, error.path, message) from None
        parts.remove()


def _counted(parts: Parts, tally: Tally) -> Iterator[pa.RecordBatch]:
    for batch in parts.batches():
        tally.add(batch)
        yield batch


def _about(job: Job) -> dict[str, object]:
    """What a run is about: another has other answers."""
    return {
        "version": [SCHEMA_VERSION, __version__],
        "inputs": [[each.shown, each.size, each.changed] for each in job.inputs],
        "columns": list(job.columns) if job.columns else None,
        "options": repr(job.options),
    }


def _answers(job: Job, skip: int) -> Iterator[Answered]:
    """The rows behind the first ``skip``, answered in order."""
    start = Start(_begin, (job.options, job.cache))
    portions = portions_of(job.inputs, job.columns, skip)
    for portion, batch in in_processes(job.jobs, start, _work, portions):
        if batch is not None:
            yield Answered(batch, portion.read)
        else:  # a process was killed: its rows are done again
            for each in _again(start, portion.rows):
                yield Answered(each, portion.read)


def _again(start: Start, rows: list[Row]) -> Iterator[pa.RecordBatch]:
    """Rows whose process was killed, in a process of their own, and by halves where that is killed
    too: so the one that does it is found.
    """
    batch = alone(start, _work, Portion(rows, 0))
    if batch is not None:
        yield batch
    elif len(rows) == 1:
        yield batch_of([failed(rows[0], "killed", KILLED)])
    else:
        half = len(rows) // 2
        yield from _again(start, rows[:half])
        yield from _again(start, rows[half:])


_options: list[BatchOptions] = []


def _begin(options: BatchOptions, cache: Path | None) -> None:
    """Make the engine of a process."""
    store = store_in(cache)
    prime_patterns(store)
    engine_for(options, store)
    atexit.register(keep_patterns, store)
    _options[:] = [options]


def _work(portion: Portion) -> pa.RecordBatch:
    return lint_rows(portion.rows, _options[0])
