"""Answered rows on disk while a run is not over, so that one that is interrupted goes on.

They stand in a folder beside the output, in files that are whole or not there: each is named by the
rows it holds, is written beside its place and moved there. What the run is about stands in
``run.json``: a run about something else does not go on with them.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from vaclint.arrow.outputs import arrow_pieces
from vaclint.arrow.schema import SCHEMA
from vaclint.model.errors import VaclintError
from vaclint.project.files import replace_file

SUFFIX = ".parts"
ABOUT = "run.json"
LOCK = "run.lock"
"""A file that the run holds for itself as long as it lives."""
EVERY = 5.0
"""Seconds of work that are lost at most when a run is killed, besides what is under way."""
MOST = 2_000
"""So many rows are a part at most, and are held in memory."""


class Parts:
    """The parts of one output."""

    def __init__(self, output: Path) -> None:
        self.folder = output.with_name(output.name + SUFFIX)
        self.rows = 0
        """How many rows the parts hold."""
        self._held: list[pa.RecordBatch] = []
        self._lock: int | None = None
        self._written = time.monotonic()

    def begin(self, about: Mapping[str, Any], *, resume: bool) -> None:
        """Make the folder, or go on with what is in it. Raises VaclintError where it cannot be
        made, holds rows and is not to be gone on with, those of another run, or is that of a run
        that is going on.
        """
        try:
            self.folder.mkdir(exist_ok=True)
            is_alone = self._take()
            before = self._before()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            message = f"{self.folder} cannot be used ({reason}); remove it, or write elsewhere"
            raise VaclintError("read", str(self.folder), message) from None
        if not is_alone:
            message = (
                f"{self.folder} is that of a run that is going on; wait for it, or write elsewhere"
            )
            raise VaclintError("config", str(self.folder), message)
        if before is None:
            replace_file(self.folder / ABOUT, [json.dumps(about).encode()])
            return
        self.rows = sum(end - start for start, end in self._ranges())
        if not resume:
            message = (
                f"{self.folder} holds {self.rows:,} rows of a run that was interrupted; go on with "
                "--resume, or remove it"
            )
            raise VaclintError("config", str(self.folder), message)
        if different := sorted(key for key in about if about[key] != before.get(key)):
            message = (
                f"{self.folder} is of a run with other {' and '.join(different)}; remove it to "
                "begin again"
            )
            raise VaclintError("config", str(self.folder), message)

    def _take(self) -> bool:
        """Whether no other process has the folder; from now on this one has, until it ends."""
        self._lock = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT)
        try:
            _lock(self._lock)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:
            pass  # this file system has no locks
        return True

    def close(self) -> None:
        """Let another run have the folder."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _before(self) -> dict[str, Any] | None:
        """What the folder is about; None for one that is new, or was killed when it was."""
        path = self.folder / ABOUT
        said: dict[str, Any] | None = json.loads(path.read_bytes()) if path.exists() else None
        return said

    def _ranges(self) -> list[tuple[int, int]]:
        """The rows of each part: of the first, and behind the last."""
        found = []
        for path in sorted(self.folder.glob("*-*.arrow")):
            start, _, end = path.stem.partition("-")
            found.append((int(start), int(end)))
        return found

    def add(self, batch: pa.RecordBatch) -> None:
        """Take rows in, and write a part when it is time. Raises VaclintError where it cannot be
        written.
        """
        self._held.append(batch)
        is_due = time.monotonic() - self._written >= EVERY
        if is_due or sum(map(len, self._held)) >= MOST:
            self.write()

    def write(self) -> None:
        """Write what is held as a part. Raises VaclintError where it cannot be written."""
        if not self._held:
            return
        table = pa.Table.from_batches(self._held, SCHEMA).combine_chunks()
        end = self.rows + len(table)
        replace_file(self._path(self.rows, end), arrow_pieces(table.to_batches()))
        self._held = []
        self._written = time.monotonic()
        self.rows = end

    def _path(self, start: int, end: int) -> Path:
        return self.folder / f"{start:012}-{end:012}.arrow"

    def batches(self) -> Iterator[pa.RecordBatch]:
        """All rows, in order."""
        for start, end in self._ranges():
            with pa.OSFile(str(self._path(start, end))) as file:
                yield from _all_of(pa.ipc.open_file(file))

    def remove(self) -> None:
        """Remove the folder: its rows are in the output."""
        if sys.platform == "win32":  # where what is open cannot be removed
            self.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _lock(file: int) -> None:
    """Lock an open file for this process, and not for those it forks. Raises OSError."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _all_of(reader: Any) -> Iterator[pa.RecordBatch]:
    for number in range(reader.num_record_batches):
        yield reader.get_batch(number)
