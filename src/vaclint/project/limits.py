"""The time that one file may take.

A timer of the process stops whatever runs when it is up, also a search in the middle. Where there
is none (another thread than the first, Windows), a file takes the time it takes.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from vaclint.model.errors import VaclintError

PER_SIZE = 250_000
"""A text of more characters than this may take longer, in proportion."""


class _TimeIsUp(BaseException):
    """No ``Exception``: nothing on the way but ``limited`` catches it."""


@contextmanager
def limited(seconds: float, shown: str, size: int = 0) -> Iterator[None]:
    """Let what is done with a file take so many seconds of processor time, more for a large one; 0
    sets no limit. Raises VaclintError, naming the setting, when they are over.
    """
    if not _can_limit(seconds):
        yield
        return
    allowed = seconds * max(1.0, size / PER_SIZE)
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, allowed)
        yield
    except _TimeIsUp:
        message = (
            f"the file took more than {allowed:g} s of processor time and was given up; set "
            "--timeout or 'timeout' to allow more"
        )
        raise VaclintError("read", shown, message) from None
    finally:
        with suppress(_TimeIsUp):  # it may be up just now
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _can_limit(seconds: float) -> bool:
    return (
        seconds > 0
        and hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
    )


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TimeIsUp
