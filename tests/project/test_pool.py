"""Work in processes of which some are killed: every portion is answered, in order."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

from vaclint.project.pool import AHEAD, Start, alone, in_processes

DEADLY = {7, 8, 23}
_begun: list[str] = []


def begin(name: str) -> None:
    _begun.append(name)


def work(number: int) -> tuple[int, list[str]]:
    if number in DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.01)
    return number * number, _begun


START = Start(begin, ("here",))


def test_each_portion_is_answered_in_order_whatever_is_killed() -> None:
    answered = list(in_processes(2, START, work, range(40)))
    assert [number for number, _ in answered] == [*range(40)]
    lost = {number for number, result in answered if result is None}
    assert lost >= DEADLY
    assert len(lost) <= len(DEADLY) * AHEAD * 2
    for number, result in answered:
        assert result is None or result == (number * number, ["here"])
    assert [alone(START, work, number) is None for number in (6, 7)] == [False, True]


def test_no_more_portions_are_taken_than_keep_the_processes_at_work() -> None:
    taken = 0

    def portions() -> Iterator[int]:
        nonlocal taken
        for number in range(100, 200):
            taken += 1
            yield number

    for count, _ in enumerate(in_processes(2, START, work, portions())):
        assert taken <= count + AHEAD * 2
    assert taken == 100
