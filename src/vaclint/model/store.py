"""Where things that are slow to make are kept between runs. Losing them costs time only."""

import errno
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

MOST = 10_000
"""So many files and folders may a folder with rules hold."""
Made = TypeVar("Made")
Piece = bytes | memoryview
Apart = tuple[Any, Sequence[Piece]]
"""What ``marshal`` takes, and bytes beside it that are read one by one, when they are asked for."""
Stamp = tuple[str, int, int]
"""The path of a file, its bytes and when it changed, in nanoseconds."""


def stamp_of(file: Path | os.DirEntry[str]) -> Stamp:
    """The stamp of a file; zeros for one that is not there."""
    size = changed = 0
    with suppress(OSError):
        status = file.stat()
        size, changed = status.st_size, status.st_mtime_ns
    return os.fspath(file), size, changed


def stamps_of(folder: str | Path, suffixes: tuple[str, ...]) -> list[Stamp]:
    """The stamps of all files of a folder whose names end so, sorted. Raises OSError for a folder
    that holds so much that it is none of rules.
    """
    found: list[Stamp] = []
    folders = [os.fspath(folder)]
    seen = 0
    while folders:
        if seen > MOST:
            raise OSError(errno.EFBIG, f"there are more than {MOST:,} files and folders in it")
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                seen += 1
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.endswith(suffixes):
                    found.append(stamp_of(entry))
    return sorted(found)


@contextmanager
def untimed() -> Iterator[None]:
    """Stop the timer of the text at hand (``project/limits.py``) while something is made that
    serves all texts: on a slow machine without a cache no text is given up for that.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    left, again = signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    try:
        yield
    finally:
        if left:
            signal.setitimer(signal.ITIMER_VIRTUAL, left, again)


class Store:
    """A place that may keep bytes by name; this one keeps nothing, which is as good."""

    def folder(self) -> Path | None:
        """The folder in which files can be mapped into memory, or None."""
        return None

    def read(self, name: str) -> bytes | None:
        """What is kept under a name, or None."""
        return None

    def write(self, name: str, data: bytes) -> None:
        """Keep bytes under a name; silently does nothing where that cannot be."""

    def mapped(self, name: str, read: Callable[[str], Made]) -> Made | None:
        """What ``read`` makes of the path of a file that ``write_mapped`` kept, or None. The path
        holds until ``read`` returns; what it maps into memory stays.
        """
        return None

    def write_mapped(self, name: str, data: bytes) -> None:
        """Keep bytes under a name for ``mapped``; silently does nothing where that cannot be."""

    def kept(self, name: str, stamps: Iterable[Stamp], make: Callable[[], Any]) -> Any:
        """What ``make`` gives, kept as long as the stamps of what it is made of are the same.

        ``make`` gives texts, numbers and None in tuples, lists, dicts and sets, as ``marshal``
        takes them.
        """
        with untimed():
            return make()

    def kept_apart(self, name: str, stamps: Iterable[Stamp], make: Callable[[], Apart]) -> Apart:
        """The same of a value with pieces: of many that are kept a text asks for few."""
        with untimed():
            return make()
