"""Values kept small: what thousands of files found is held until the report is written, and is
looked at one file at a time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar, overload

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


class Packed(Sequence[T]):
    """A sequence that takes a fifth of its room; its values are made anew at each look, so that
    they have no identity.
    """

    __slots__ = ("_data", "_length")

    def __init__(self, values: Iterable[T]) -> None:
        kept = tuple(values)
        self._length = len(kept)
        self._data = _packed(kept)

    def _values(self) -> tuple[T, ...]:
        values: tuple[T, ...] = _unpacked(self._data)
        return values

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        return iter(self._values())

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self._values()[at]


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
    return Packed(values) if isinstance(before, Packed) else tuple(values)
