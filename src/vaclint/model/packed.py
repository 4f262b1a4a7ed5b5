"""Values kept small: what thousands of files found is held until the report is written, and is
looked at one file at a time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


def _packed(values: object) -> bytes:
    import pickle

    return zlib.compress(pickle.dumps(values, pickle.HIGHEST_PROTOCOL), 1)


@lru_cache(4)
def _unpacked(data: bytes) -> Any:
    """What ``_packed`` was given; of nothing that came from elsewhere. A reporter looks at one file
    several times, so the last ones are remembered.
    """
    import pickle

    return pickle.loads(zlib.decompress(data))


PIECE = 1_000
"""So many values of a large text are packed together: it may have tens of thousands of findings, of
which no more are there at once.
"""


class Packed(Sequence[T]):
    """A sequence that takes a fifth of its room; its values are made anew at each look, so that
    they have no identity.
    """

    __slots__ = ("_length", "_pieces", "_size")

    def __init__(self, values: Iterable[T], size: int | None = None) -> None:
        """``size`` values are taken and packed together, or else all of them."""
        given = iter(values)
        pieces: list[bytes] = []
        self._length = 0
        while kept := tuple(islice(given, size)):
            self._length += len(kept)
            pieces.append(_packed(kept))
        self._pieces = tuple(pieces)
        self._size = size or self._length

    def with_values(self, values: Iterable[T]) -> Packed[T]:
        """Other values, as many packed together as here."""
        return Packed(values, self._size or None)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        for piece in self._pieces:
            yield from _unpacked(piece)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return tuple(map(self.__getitem__, range(self._length)[at]))
        piece, place = divmod(range(self._length)[at], self._size)
        value: T = _unpacked(self._pieces[piece])[place]
        return value


class Packing(Generic[T]):
    """A sequence that is still being added to: all but the last of its values are packed, so that a
    large text has a few thousand statements at once, however many it makes.
    """

    def __init__(self) -> None:
        self._packed: list[Sequence[T]] = []
        self.last: list[T] = []
        """The last values, which may be changed."""

    def add(self, value: T) -> None:
        """Add a value."""
        self.last.append(value)
        if len(self.last) >= 2 * PIECE:
            self._packed.append(Packed(self.last[:PIECE]))
            del self.last[:PIECE]

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable((*self._packed, self.last))

    def done(self) -> Sequence[T]:
        """All values: as they are where none was packed."""
        return Packed(self, PIECE) if self._packed else tuple(self.last)


class PackedMapping(Mapping[str, Any]):
    """The same of names and their values."""

    __slots__ = ("_data",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._data = _packed(dict(values))

    def _values(self) -> dict[str, Any]:
        values: dict[str, Any] = _unpacked(self._data)
        return values

    def __len__(self) -> int:
        return len(self._values())

    def __iter__(self) -> Iterator[str]:
        return iter(self._values())

    def __getitem__(self, name: str) -> Any:
        return self._values()[name]


def packed_as(before: Sequence[T], values: Iterable[T]) -> Sequence[T]:
    """Values in the place of others: packed where those are."""
    return before.with_values(values) if isinstance(before, Packed) else tuple(values)
