"""Read a file, and replace one in one step or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from vaclint.model.errors import VaclintError
from vaclint.model.source import Source, decode


def read_source(path: Path, shown: str, encoding: str = "") -> Source:
    """Read and decode a file. Raises VaclintError when it cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise VaclintError(
            "read", shown, f"the file {shown} does not exist; check the path"
        ) from None
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}); check its permissions"
        raise VaclintError("read", shown, message) from None
    return decode(shown, data, encoding)


def replace_file(path: Path, data: bytes, before: bytes | None = None) -> None:
    """Write a file beside its place and move it there in one step, mode and owner kept; a link is
    followed to its file.

    With ``before``, what the file is known to hold: one that holds something else by now is left
    alone. Raises VaclintError, and leaves the old file, when it changed or cannot be written.
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
            raise VaclintError(
                "read",
                str(path),
                f"{path} changed while it was being fixed, and is left as it is; run again",
            )
        os.replace(temporary, target)
    except OSError as error:
        raise VaclintError(
            "read",
            str(path),
            f"{path} cannot be written ({error.strerror}); check the folder, its permissions "
            "and the space on the disk",
        ) from None
    finally:
        if temporary:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
