"""The time that one file may take.

A timer of the process stops whatever runs when it is up, also a search in the middle. Where there
is none (another thread than the first, Windows), a file takes the time it takes.
"""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from vaclint.model.errors import VaclintError

PLAIN = 500_000
"""A text of more characters than this may take longer, in proportion to what the rest of it says:
its size compressed, so that a piece said over and over gains nothing.
"""
CONTENT = 35_000
"""So many compressed bytes are worth the time that is set once more: twice what the dearest honest
texts took.
"""
AT_MOST = 20
"""How often the time that is set any text may take."""
LONGEST = 1_000_000
"""Seconds: a timer counts no more than some number, and nobody waits for them."""
AGAIN = 0.25
"""Seconds of processor time after which the timer goes off again: what is raised while an object
is being finalised (``__del__``) is lost.
"""


class _TimeIsUp(BaseException):
    """No ``Exception``: nothing on the way but ``limited`` catches it."""


class _Limit:
    """What the signal finds: it is heeded only while something may be given up."""

    armed = False

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """The handler of the signal."""
        if self.armed:
            raise _TimeIsUp


@contextmanager
def limited(seconds: float, shown: str, text: str = "") -> Iterator[None]:
    """Let what is done with a file take so many seconds of processor time, more for one with a
    large text; 0 sets no limit. Raises VaclintError, naming the setting, when they are over.
    """
    if not _can_limit(seconds):
        yield
        return
    allowed = min(seconds, LONGEST) * times_for(text)
    limit = _Limit()
    before = signal.signal(signal.SIGVTALRM, limit.stop)
    try:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, allowed, AGAIN)
            limit.armed = True
            yield
        finally:
            limit.armed = False
    except _TimeIsUp:
        message = (
            f"the file took more than {allowed:g} s of processor time and was given up; set "
            "--timeout or 'timeout' to allow more"
        )
        raise VaclintError("read", shown, message) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def give_up() -> None:
    """From another thread: have what the first one does within ``limited`` end as if its time were
    up. Nothing happens where it does nothing there, or where there is no timer.
    """
    if hasattr(signal, "setitimer"):
        _thread.interrupt_main(signal.SIGVTALRM)


def ignore_late() -> None:
    """Let a signal that comes when nothing is limited any more do nothing, in this process; to be
    called on its first thread by whoever uses ``give_up``.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGVTALRM, lambda _number, _frame: None)


def left_of(seconds: float, spent: float, text: str) -> float:
    """The limit of what else is done with a text on which so many seconds were spent, a third at
    least; 0 for none.
    """
    return max(seconds / 3, seconds - spent / times_for(text))


def times_for(text: str) -> float:
    """How often the time that is set a text may take; linear in it, and quick."""
    if len(text) <= PLAIN:
        return 1.0
    from zlib import compress

    said = sum(
        len(compress(text[at : at + PLAIN].encode("utf-8", "surrogatepass"), 1))
        for at in range(PLAIN, len(text), PLAIN)
    )
    return min(1.0 + said / CONTENT, AT_MOST)


def _can_limit(seconds: float) -> bool:
    return (
        seconds > 0
        and hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
    )
