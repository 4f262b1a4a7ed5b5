"""What to say of an error that a text led to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from vaclint.model.errors import VaclintError


def told(path: str, error: Exception) -> VaclintError:
    """What to say of an error that a text led to: a limit that it met, or a mistake of ours."""
    if isinstance(error, RecursionError):
        message = "the text is nested too deeply to be read; make it flatter"
        return VaclintError("read", path, message)
    if isinstance(error, MemoryError):
        message = "the text takes more memory than there is; split it, or lower max-file-size"
        return VaclintError("read", path, message)
    return internal(path, error)


@contextmanager
def told_of(path: str) -> Iterator[None]:
    """Raises VaclintError for whatever goes wrong with a text."""
    try:
        yield
    except VaclintError:
        raise
    except Exception as error:
        raise told(path, error) from error


def internal(path: str, error: Exception) -> VaclintError:
    """What to say of an error in the program."""
    message = (
        f"an error in vaclint itself ({type(error).__name__}: {error}); please report it with "
        "this file"
    )
    return VaclintError("internal", path, message)
