"""Read a file, and replace one in one step or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from io import RawIOBase
from pathlib import Path

from vaclint.model.errors import VaclintError
from vaclint.model.regular import MAX_FILE_SIZE, TooLargeError, read_regular
from vaclint.model.source import Source, decode

LARGE = 500_000
"""Bytes. A larger file takes memory in pieces that are given back one by one."""
MMAP_THRESHOLD = -3
"""What ``mallopt`` calls the size from which a piece is by itself."""


def read_source(path: Path, shown: str, encoding: str = "", most: int = MAX_FILE_SIZE) -> Source:
    """Read and decode a file of no more than ``most`` bytes. Raises VaclintError when it cannot be
    read.
    """
    try:
        data = read_regular(path, most)
    except TooLargeError as error:
        raise _too_large(shown, str(error.strerror), most) from None
    except FileNotFoundError:
        raise VaclintError(
            "read", shown, f"the file {shown} does not exist; check the path"
        ) from None
    except OSError as error:
        raise unreadable(shown, "file", error) from None
    if len(data) > LARGE:
        _give_back_large_pieces()
    return decode(shown, data, encoding)


def _give_back_large_pieces() -> None:
    """Have the system get large pieces of memory back when they are free. Once one was, the library
    of Linux puts the next among small ones, where a text that is gone may stay behind them.
    """
    import ctypes

    with suppress(OSError, AttributeError, TypeError):  # another system
        ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, LARGE)


def source_of(data: bytes, shown: str, encoding: str, most: int) -> Source:
    """Decode what was not read from a file: standard input, or what is staged. Raises VaclintError
    for more than ``most`` bytes, and where they are no text.
    """
    if len(data) > most:
        raise _too_large(shown, f"it has more than {most:,} bytes", most)
    return decode(shown, data, encoding)


def _too_large(shown: str, size: str, most: int) -> VaclintError:
    message = (
        f"{size}, and max-file-size is {most:,}; split the file, leave it out with 'exclude', or "
        "set max-file-size in the configuration"
    )
    return VaclintError("read", shown, message)


def unreadable(shown: str, what: str, error: OSError) -> VaclintError:
    """The error for a file or folder that cannot be read."""
    way_out = "check its permissions" if isinstance(error, PermissionError) else "leave it out"
    reason = error.strerror or str(error)
    message = f"the {what} cannot be read ({reason}); {way_out}"
    return VaclintError("read", shown, message)


def write_output(path: Path, data: Iterable[bytes]) -> None:
    """Write a report, given in parts: a regular file is replaced in one step; a device or pipe is
    written through. Raises VaclintError where that cannot be.
    """
    try:
        is_other = path.exists() and not path.is_file()
        if not is_other:
            return replace_file(path, data)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        with path.open("wb", buffering=0) as file:
            for part in data:
                _put(file, part)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"{path} cannot be written ({reason}); name another file"
        raise VaclintError("read", str(path), message) from None


def make_folder(path: Path) -> None:
    """Make a folder for a report. Raises VaclintError where that cannot be."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        message = f"{path} cannot be made ({error.strerror}); name another file"
        raise VaclintError("read", str(path), message) from None


def replace_file(path: Path, data: Iterable[bytes], before: bytes | None = None) -> None:
    """Write a file beside its place and move it there in one step, mode, owner and extended
    attributes kept; a link is followed to its file.

    ``data`` comes in parts. With ``before``, what the file is known to hold: one that holds
    something else by now is left alone. Raises VaclintError, and leaves the old file, when it
    changed or cannot be written.
    """
    import tempfile

    target = Path(os.path.realpath(path))
    temporary = ""
    try:
        status = target.stat() if target.exists() else None
        if status is not None and before is not None and status.st_nlink > 1:
            _overwrite(target, data, before)
            return
        prefix = f".{target.name[:NAME_PART]}."
        handle, temporary = tempfile.mkstemp(prefix=prefix, dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        if status is None:
            umask = os.umask(0)
            os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask if status is None else status.st_mode & 0o7777)
        if status is not None and hasattr(os, "chown"):
            with suppress(PermissionError):
                os.chown(temporary, status.st_uid, status.st_gid)
        if status is not None:
            _keep_attributes(target, temporary)
        if before is not None and target.read_bytes() != before:
            raise _changed(path)
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


def _keep_attributes(before: Path, now: str) -> None:
    """Give a file the extended attributes of another, access lists among them; those that only the
    system may set are left.
    """
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):  # a file system without them
        for name in os.listxattr(before):
            with suppress(OSError):
                os.setxattr(now, name, os.getxattr(before, name))


NAME_PART = 40
"""So much of a name is in that of the file that takes its place: a name has 255 bytes at most."""


def _changed(path: Path) -> VaclintError:
    message = f"{path} changed while it was being fixed, and is left as it is; run again"
    return VaclintError("read", str(path), message)


def _overwrite(target: Path, data: Iterable[bytes], before: bytes) -> None:
    """Write into a file that has several names, so that all of them still name it. Raises
    VaclintError when it changed. What makes it longer comes first: a disk that is full is met
    before anything is overwritten, and the file is as it was.
    """
    now, size = b"".join(data), len(before)
    with target.open("r+b", buffering=0) as file:
        if file.read() != before:
            raise _changed(target)
        try:
            _put(file, now[size:])
            os.fsync(file.fileno())
            file.seek(0)
            _put(file, now[:size])
        except OSError:
            with suppress(OSError):
                file.seek(0)
                _put(file, before)
            with suppress(OSError):
                file.truncate(size)
            raise
        file.truncate(len(now))
        os.fsync(file.fileno())


def _put(file: RawIOBase, data: bytes) -> None:
    """Write all of it, however little goes at a time."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) or 0 :]
