"""Sequences whose items are made when they are asked for: many of them are kept as numbers, which
take a tenth of the memory.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")


class MadeSequence(Sequence[Item]):
    """A sequence of which each item is made anew; a slice of it is a list."""

    @abstractmethod
    def made(self, index: int) -> Item:
        """The item at an index, which may be negative. Raises IndexError for one too far."""

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> list[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | list[Item]:
        if isinstance(index, slice):
            return [self.made(at) for at in range(*index.indices(len(self)))]
        return self.made(index)


def given_away(items: list[Item]) -> Iterator[Item]:
    """The items in order, each of which leaves the list: of a large text there are tens of
    thousands, and what is made of them takes their room.
    """
    items.reverse()
    while items:
        yield items.pop()
