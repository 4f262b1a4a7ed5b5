"""Portions of work done in several processes, which may be killed; what they give comes in the
order of the portions, and no more of them wait than are needed to keep all at work.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

P = TypeVar("P")
R = TypeVar("R")
AHEAD = 3
"""So many portions for each process are handed out before the first is asked for."""
WATCHED_EVERY = 0.5
"""Seconds between two looks at whether the parent is there."""


class Start(NamedTuple):
    """How a process begins: a function and what it is given, before any work."""

    function: Callable[..., None]
    given: tuple[Any, ...]


def in_processes(
    jobs: int, start: Start, work: Callable[[P], R], portions: Iterable[P]
) -> Iterator[tuple[P, R | None]]:
    """Each portion with what ``work`` gives for it, in order; None where its process was killed, or
    another took that one along. Raises what the work raises.
    """
    from concurrent.futures.process import BrokenProcessPool

    left = iter(portions)
    pools = _Pools(jobs, start)
    waiting: deque[tuple[P, Future[R] | None, ProcessPoolExecutor | None]] = deque()
    try:
        while True:
            while len(waiting) < AHEAD * jobs and (portion := next(left, None)) is not None:
                waiting.append((portion, pools.submit(work, portion), pools.pool))
            if not waiting:
                return
            portion, future, pool = waiting.popleft()
            try:
                yield portion, future.result() if future is not None else None
            except BrokenProcessPool:
                if pool is pools.pool:
                    pools.end()  # its thread ends: whoever goes on may fork
                yield portion, None
            del portion, future, pool  # what was handed on is not kept here too
    finally:
        pools.end(cancel=True)


class _Pools:
    """Processes, made anew where one of them was killed and took the others along."""

    def __init__(self, jobs: int, start: Start) -> None:
        self.jobs = jobs
        self.start = start
        self.pool: ProcessPoolExecutor | None = None

    def submit(self, work: Callable[[P], R], portion: P) -> Future[R] | None:
        """The promise of a result; None where that cannot be had of this pool."""
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        if self.pool is None:
            given = (os.getpid(), self.start)
            self.pool = ProcessPoolExecutor(self.jobs, initializer=_begin, initargs=given)
        try:
            return self.pool.submit(work, portion)
        except BrokenProcessPool:
            self.end()
            return None

    def end(self, *, cancel: bool = False) -> None:
        """End the processes; with ``cancel`` without what they have not begun with."""
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=cancel)
            self.pool = None


def alone(start: Start, work: Callable[[P], R], portion: P) -> R | None:
    """What ``work`` gives for one portion in a process of its own; None where that is killed."""
    ((_, result),) = in_processes(1, start, work, [portion])
    return result


def _begin(parent: int, start: Start) -> None:
    _end_with(parent)
    start.function(*start.given)


def _end_with(parent: int) -> None:
    """End this process when its parent does, by whatever signal: nobody waits for its results.

    The one that forked this process may be a server of forks, which ends with the parent.
    """
    import threading
    import time

    def watch() -> None:
        forked_by = os.getppid()
        while os.getppid() == forked_by and (forked_by == parent or _lives(parent)):
            time.sleep(WATCHED_EVERY)
        os._exit(1)

    if hasattr(os, "getppid") and sys.platform != "win32":
        threading.Thread(target=watch, daemon=True).start()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it is another user's, and there
    return True
