"""Work on the first thread: in order of urgency, dropped when stale, and none the worse for it."""

from __future__ import annotations

import random
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from lsp_support import Source
from support import loaded
from vaclint.engine import Engine
from vaclint.faces.server.worker import ANSWER, CHECK, LATER, Worker
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport
from vaclint.project.limits import give_up, limited

posix = pytest.mark.skipif(sys.platform == "win32", reason="no timer of processor time")
REAL = Path(__file__).parents[2] / "corpus" / "kinderopvang.md"


def test_the_most_urgent_work_is_done_first() -> None:
    worker, done = Worker(), list[str]()
    for name, urgency in (("later", LATER), ("answer", ANSWER), ("check", CHECK)):
        worker.submit(lambda name=name: done.append(name), urgency)  # type: ignore[misc]
    dropped = worker.submit(lambda: done.append("dropped"), CHECK)
    worker.drop(dropped)
    failing = worker.submit(lambda: 1 // 0, CHECK)
    worker.submit(worker.stop, LATER)
    worker.run()
    assert done == ["check", "answer", "later"]
    assert isinstance(failing.exception(), ZeroDivisionError)


@posix
def test_what_runs_is_given_up_when_it_is_dropped() -> None:
    worker = Worker()

    def forever() -> None:
        with limited(60.0, "a.md"):
            threading.Thread(target=worker.drop, args=(running,)).start()
            while True:
                pass

    running: Future[None] = worker.submit(forever)
    after = worker.submit(lambda: "done", LATER)
    worker.submit(worker.stop, LATER)
    worker.run()
    assert isinstance(running.exception(), VaclintError)
    assert after.result() == "done"


@posix
def test_nothing_happens_to_what_is_not_limited() -> None:
    give_up()
    worker = Worker()
    first = worker.submit(lambda: "first")
    worker.submit(lambda: worker.drop(first), LATER)
    worker.submit(worker.stop, LATER)
    worker.run()
    assert first.result() == "first"


@posix
def test_a_check_given_up_anywhere_does_no_harm_to_the_next() -> None:
    engine, worker = Engine(loaded()), Worker()
    source = Source("a.md", REAL.read_text("utf-8"))
    wanted = engine.check(source)
    generator = random.Random(23)
    given_up = 0

    def check() -> FileReport:
        with limited(60.0, "a.md"):
            return engine.check(source)

    def type_on() -> None:
        nonlocal given_up
        try:
            for _ in range(60):
                job = worker.submit(check)
                time.sleep(generator.random() * 0.02)
                worker.drop(job)
                given_up += job.cancelled() or job.exception() is not None
                last = worker.submit(check)
                assert last.result() == wanted
            outcome.append("equal")
        finally:
            worker.stop()

    outcome: list[str] = []
    thread = threading.Thread(target=type_on)
    thread.start()
    worker.run()
    thread.join()
    assert outcome == ["equal"]
    assert given_up
