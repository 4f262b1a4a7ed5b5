"""Whether one of many patterns matches a whole text, where trying each is dear.

Each pattern is taken apart (``text.branches``); tried are those alternatives whose begin the text
has (``text.begins``) and that find in it what they need (``text.literals``). Of some thousand lines
of adverts one in five has such a one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vaclint.text.begins import SIZE, begin_of
from vaclint.text.branches import branches
from vaclint.text.literals import Condition, begins, fulfils, is_folded, needed
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import IGNORE_CASE, lazy

Plain = tuple[tuple[tuple[str, Condition], ...], dict[str, tuple[int, ...]]]
"""The alternatives, each with what it needs, and by begin which have it: plain data."""


def taken_apart(patterns: Iterable[str]) -> Plain:
    """What ``Wholes`` is made of."""
    found = [each for pattern in patterns for each in branches(pattern, whole=True)]
    by_begin: dict[str, tuple[int, ...]] = {}
    for at, each in enumerate(found):
        for begin in begins(each):
            by_begin[begin] = (*by_begin.get(begin, ()), at)
    return tuple((each, needed(each)) for each in found), by_begin


class Wholes(NamedTuple):
    """Patterns without case, as ``taken_apart`` gives them."""

    each: tuple[tuple[str, Condition], ...] = ()
    by_begin: Mapping[str, tuple[int, ...]] = {}

    def match(self, text: str) -> bool:
        """Whether one of them matches a whole text."""
        lower = text.lower()
        if is_folded(lower):
            return any(_matches(pattern, text) for pattern, _ in self.each)
        has = lower.__contains__
        for at in self._begun(begin_of(text)):
            pattern, needs = self.each[at]
            if fulfils(has, needs) and _matches(pattern, text):
                return True
        return False

    def _begun(self, begin: str) -> Iterator[int]:
        """The alternatives that may begin so."""
        for size in range(min(SIZE, len(begin)) + 1):
            yield from self.by_begin.get(begin[:size], ())


def _matches(pattern: str, text: str) -> bool:
    return lazy(pattern, IGNORE_CASE).fullmatch(text) is not None
