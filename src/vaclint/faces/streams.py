"""Standard output and standard error: what is said there is escaped, and a stream that is closed or
full is a sentence, or silence where nobody can hear it.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress

from vaclint.model.errors import VaclintError
from vaclint.text.escaped import escaped


def tell(text: str) -> None:
    """Print one line to standard error, escaped; nothing where that is closed."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(escaped(text), file=sys.stderr)


class Printed:
    """Prints, and remembers what: of standard output no more than ``most`` characters."""

    def __init__(self, most: int = 0) -> None:
        self.told: list[str] = []
        """The lines on standard error."""
        self._shown: list[str] = []
        self._left = most

    @property
    def shown(self) -> str | None:
        """What stands on standard output; None for more than was to be remembered."""
        return None if self._left < 0 else "".join(self._shown)

    def tell(self, text: str) -> None:
        """Print one line to standard error."""
        self.told.append(text)
        tell(text)

    def put(self, text: str) -> None:
        """Write to standard output. Raises OSError where that is closed or full."""
        self._left -= len(text)
        if self._left < 0:
            self._shown.clear()
        else:
            self._shown.append(text)
        put(text)


def put(text: str) -> None:
    """Write to standard output. Raises OSError where that is closed or full."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    sys.stdout.write(text)


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output. Raises OSError where that is closed or full."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def standard_input(most: int) -> bytes:
    """All of standard input, or one byte more than ``most`` of it. Raises VaclintError where there
    is none.
    """
    try:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed")
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        message = f"standard input cannot be read ({error.strerror}); give a file"
        raise VaclintError("read", "-", message) from None


def put_rest_of_input() -> None:
    """Hand what standard input still holds on to standard output. Raises OSError where that is
    closed or full.
    """
    from shutil import copyfileobj

    if sys.stdin is not None and sys.stdout is not None:
        copyfileobj(sys.stdin.buffer, sys.stdout.buffer)


def finish() -> int:
    """Write out what standard output still holds; 2 where that cannot be, after telling, else 0."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        return lost(error)
    return 0


def lost(error: OSError) -> int:
    """Standard output cannot be written: tell it, let nothing more be tried, and give the exit
    code.
    """
    if not isinstance(error, BrokenPipeError):  # the reader, such as head, has seen enough
        tell(
            f"vaclint: standard output cannot be written ({error.strerror}); write to a file "
            "with --output-file"
        )
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 2
