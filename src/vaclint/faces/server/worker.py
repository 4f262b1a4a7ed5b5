"""Does work on the first thread of the process, one piece at a time, the most urgent first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from queue import PriorityQueue
from typing import Any, TypeVar

from vaclint.project.limits import give_up, ignore_late

Made = TypeVar("Made")
CHECK, ANSWER, LATER = range(3)
"""How urgent a piece of work is: diagnostics, what somebody waits for, and the rest."""
_STOP = -1


class Worker:
    """Hands pieces of work from other threads to the first one."""

    def __init__(self) -> None:
        self._waiting: PriorityQueue[tuple[int, int, Future[Any], Callable[[], Any]]]
        self._waiting = PriorityQueue()
        self._number = count()
        self._lock = threading.Lock()
        self._running: Future[Any] | None = None

    def submit(self, work: Callable[[], Made], urgency: int = ANSWER) -> Future[Made]:
        """Have work done; what it gives or raises is in the future."""
        future: Future[Made] = Future()
        self._waiting.put((urgency, next(self._number), future, work))
        return future

    def drop(self, future: Future[Any]) -> None:
        """Leave work undone that nobody waits for any more; if it is being done, what is under a
        limit of time in it is given up.
        """
        if future.cancel():
            return
        with self._lock:  # what runs does not change while the signal is sent
            if self._running is future:
                give_up()

    def stop(self) -> None:
        """Let ``run`` end, once what is being done is."""
        self._waiting.put((_STOP, next(self._number), Future(), lambda: None))

    def run(self) -> None:
        """Work until ``stop``, on the first thread."""
        ignore_late()
        while True:
            urgency, _, future, work = self._waiting.get()
            if urgency == _STOP:
                return
            if future.set_running_or_notify_cancel():
                self._do(future, work)

    def _do(self, future: Future[Made], work: Callable[[], Made]) -> None:
        with self._lock:
            self._running = future
        made: Made | None = None
        failed: BaseException | None = None
        try:
            made = work()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also the end of a time that is up, come very late
            failed = error
        with self._lock:
            self._running = None
        if failed is not None:
            future.set_exception(failed)
        else:
            future.set_result(made)  # type: ignore[arg-type]
