"""Reads files that are files: a pipe or a device would be waited for, and one without end fills the
memory.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

NOT_REGULAR = "it is no regular file but a pipe or a device"
MAX_FILE_SIZE = 5_000_000
"""Bytes; a file of more is not read unless ``max-file-size`` says so."""


AT_ONCE = 4096
"""So many bytes are read beyond what a file is said to have."""


class TooLargeError(OSError):
    """A file is larger than it may be."""


def is_file(path: Path) -> bool:
    """Whether there is a regular file; False where that cannot be told."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name with a NUL
        return False


def is_dir(path: Path) -> bool:
    """Whether there is a folder; False where that cannot be told."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_regular(path: Path, most: int = 0) -> bytes:
    """The bytes of a regular file; with ``most``, of one that has no more than so many. Raises
    OSError otherwise; never waits for a pipe.
    """
    return read_with_status(path, most)[0]


def read_with_status(path: Path, most: int = 0) -> tuple[bytes, os.stat_result]:
    """The same, with what the system says of the file before it is read."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except ValueError as error:  # a name with a NUL
        raise OSError(errno.EINVAL, str(error)) from None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, NOT_REGULAR)
        if most and status.st_size > most:
            raise TooLargeError(errno.EFBIG, f"it has {status.st_size:,} bytes")
        data = _read(handle, status.st_size, most)
    finally:
        os.close(handle)
    if most and len(data) > most:
        raise TooLargeError(errno.EFBIG, f"it has more than {most:,} bytes")
    return data, status


def _read(handle: int, size: int, most: int) -> bytes:
    """All of an open file, which is said to have ``size`` bytes, or more than ``most`` of it."""
    parts: list[bytes] = []
    seen = 0
    try:
        while part := os.read(handle, max(size - seen, 0) + AT_ONCE):
            parts.append(part)
            seen += len(part)
            if most and seen > most:
                break
    except BlockingIOError:  # it says that it is regular, and has nothing yet
        raise OSError(errno.EINVAL, NOT_REGULAR) from None
    return parts[0] if len(parts) == 1 else b"".join(parts)
