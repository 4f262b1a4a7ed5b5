"""Apply fixes to a text, and replace a file in one step or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from vaclint.model.diagnostics import Edit, Fix
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source

ROUNDS = 8
"""How often a text is checked again after fixing: one fix may make room for another."""


def apply_fixes(text: str, fixes: Iterable[Fix], *, unsafe: bool) -> tuple[str, int]:
    """The text with every fix that does not touch one already taken, and how many were applied."""
    taken: list[Edit] = []
    count = 0
    for fix in fixes:
        if fix.applicability == "unsafe" and not unsafe:
            continue
        if any(_touch(edit, other) for edit in fix.edits for other in taken):
            continue
        taken.extend(fix.edits)
        count += 1
    for edit in sorted(taken, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text, count


def _touch(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end


def fix_source(source: Source, fixes_in: Callable[[Source], list[Fix]], *, unsafe: bool) -> tuple[Source, int]:
    """Fix a source until nothing is left to fix. ``fixes_in`` gives the fixes of a text, one per finding."""
    total = 0
    for _ in range(ROUNDS):
        text, count = apply_fixes(source.text, fixes_in(source), unsafe=unsafe)
        if not count or not text.strip():
            break
        total += count
        source = Source(source.path, text, source.encoding, source.bom)
    return source, total


def replace_file(path: Path, data: bytes, before: bytes | None = None) -> None:
    """Write a file beside its place and move it there in one step, mode and owner kept; a link is followed to its file.

    With ``before``, what the file is known to hold: one that holds something else by now is left alone. Raises VaclintError, and
    leaves the old file, when it changed or cannot be written.
    """
    import tempfile

    target = Path(os.path.realpath(path))
    temporary = ""
    try:
        status = target.stat() if target.exists() else None
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if status is None:
            umask = os.umask(0)
            os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask if status is None else status.st_mode & 0o7777)
        if status is not None and hasattr(os, "chown"):
            with suppress(PermissionError):
                os.chown(temporary, status.st_uid, status.st_gid)
        if before is not None and target.read_bytes() != before:
            raise VaclintError("read", str(path), f"{path} changed while it was being fixed, and is left as it is; run again")
        os.replace(temporary, target)
    except OSError as error:
        raise VaclintError(
            "read", str(path), f"{path} cannot be written ({error.strerror}); check the folder, its permissions and the space on the disk"
        ) from None
    finally:
        if temporary:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
