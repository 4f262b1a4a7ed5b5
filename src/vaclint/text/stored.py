"""What is read from a store only when it is asked for: a value, and a table of words.

To read all that a store keeps takes longer than to check a short text, which asks for little of it.
A ``Table`` stays as ``marshal`` wrote it, behind an open hash table with linear probing (Knuth, The
Art of Computer Programming 3, section 6.4, algorithm L) of the places of its words: forty thousand
words take eight milliseconds to read as a dictionary.
"""

from __future__ import annotations

import marshal
from array import array
from binascii import crc32
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

Value = TypeVar("Value")
Words = set[str] | frozenset[str]
_FORM = 2
"""The form of ``marshal`` in which equal values are the same bytes, wherever they stand."""
_EMPTY = marshal.dumps({}, _FORM)
_OPEN, _CLOSE = _EMPTY[:1], _EMPTY[1:]
_SLOT: Final = "I"
_WIDTH = array(_SLOT).itemsize
_NOTHING, _UNASKED = object(), object()
_NONE: Mapping[str, Any] = {}


class Later(Generic[Value]):
    """A value that is made when it is first asked for; equal to one with an equal value."""

    __slots__ = ("_make", "value")
    value: Value

    def __init__(self, make: Callable[[], Value]) -> None:
        self._make = make

    if not TYPE_CHECKING:  # for which every attribute would be there

        def __getattr__(self, name: str) -> Any:
            if name != "value":
                raise AttributeError(name)
            self.value = self._make()
            return self.value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and self.value == other.value

    def __repr__(self) -> str:
        return repr(self.value)


def now(value: Value) -> Later[Value]:
    """A value that is there already."""
    later = Later(lambda: value)
    later.value = value
    return later


def packed(table: Mapping[str, Any]) -> bytes:
    """A table of what ``marshal`` takes, as ``Table`` reads it on the same machine. Linear."""
    size = 1 << max(1, (len(table) * 3 // 2).bit_length())
    slots = array(_SLOT, bytes(size * _WIDTH))
    parts, end = [_OPEN], len(_OPEN)
    for word, value in table.items():
        key, said = marshal.dumps(word, _FORM), marshal.dumps(value, _FORM)
        at = crc32(key) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = end
        parts += (key, said)
        end += len(key) + len(said)
    numbers = array(_SLOT, (len(table), size))
    return b"".join([numbers.tobytes(), slots.tobytes(), *parts, _CLOSE])


LARGE = 4_096
"""So many bytes in a value are kept apart from it, so that they are not copied to read it."""
Path = tuple[Any, ...]
"""Where something stands in a value: the keys and indexes that lead to it."""


def apart(value: Any) -> tuple[tuple[Any, tuple[Path, ...]], list[bytes]]:
    """A value of what ``marshal`` takes without its large bytes, the places of these, and them.
    Linear.
    """
    found = list(_large_in(value, ()))
    for path, _ in found:
        value = _put(value, path, b"")
    return (value, tuple(path for path, _ in found)), [large for _, large in found]


def together(value: Any, paths: Iterable[Path], pieces: Iterable[bytes | memoryview]) -> Any:
    """The value that ``apart`` took large bytes from, with some in their places."""
    for path, piece in zip(paths, pieces, strict=True):
        value = _put(value, path, piece)
    return value


def _large_in(value: Any, path: Path) -> Iterator[tuple[Path, bytes]]:
    if isinstance(value, bytes):
        if len(value) >= LARGE:
            yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _large_in(each, (*path, key))
    elif isinstance(value, tuple | list):
        for at, each in enumerate(value):
            yield from _large_in(each, (*path, at))


def _put(value: Any, path: Path, piece: bytes | memoryview) -> Any:
    """A copy of a value with a piece in some place."""
    if not path:
        return piece
    at = path[0]
    inner = _put(value[at], path[1:], piece)
    if isinstance(value, dict):
        return {**value, at: inner}
    return type(value)((*value[:at], inner, *value[at + 1 :]))


class Table(Mapping[str, Value]):
    """A table that ``packed`` made, of what a function makes of its plain values. The first look-up
    of a word takes about a microsecond; where a run asks for as many words as the table has, it is
    read as a whole.
    """

    __slots__ = ("_content", "_count", "_held", "_is_whole", "_known", "_make", "_mask", "_slots")

    def __init__(
        self, stored: bytes | memoryview, make: Callable[[Any], Value] | None = None
    ) -> None:
        view = memoryview(stored)
        self._count, size = view[: 2 * _WIDTH].cast(_SLOT)
        begin = (2 + size) * _WIDTH
        self._slots = view[2 * _WIDTH : begin].cast(_SLOT)
        self._content = view[begin:]
        self._mask = size - 1
        self._make = make
        self._known: dict[str, Any] = {}
        """The words that were asked for, with their values, or ``_NOTHING``."""
        self._held: set[str] = set()
        """Those among them that the table has."""
        self._is_whole = False

    def _found(self, word: str) -> Any:
        """The value of a word that was not asked for yet, or ``_NOTHING``."""
        if self._is_whole:
            return self._known.get(word, _NOTHING)
        if len(self._known) >= self._count:
            return self._whole().get(word, _NOTHING)
        key = marshal.dumps(word, _FORM)
        at = crc32(key) & self._mask
        value: Any = _NOTHING
        while start := self._slots[at]:
            end = start + len(key)
            if self._content[start:end] == key:
                value = marshal.loads(self._content[end:])
                value = value if self._make is None else self._make(value)
                self._held.add(word)
                break
            at = (at + 1) & self._mask
        self._known[word] = value
        return value

    def get(self, word: str, default: Any = None) -> Any:
        """The value of a word, or else the default."""
        value = self._known.get(word, _UNASKED)
        if value is _UNASKED:
            value = self._found(word)
        return default if value is _NOTHING else value

    def __getitem__(self, word: str) -> Value:
        """The value of a word. Raises KeyError."""
        value: Value = self.get(word, _UNASKED)
        if value is _UNASKED:
            raise KeyError(word)
        return value

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.get(word, _UNASKED) is not _UNASKED

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def among(self, words: Words) -> Set[str]:
        """The words of a set that are in the table."""
        for word in words.difference(self._known) if not self._is_whole else ():
            self._found(word)  # which may read all of it
        if self._is_whole:
            return self._known.keys() & words
        return self._held & words

    def of(self, words: Words) -> list[Value]:
        """The values of those words of a set that are in the table."""
        found, known = self.among(words), self._known
        return [known[word] for word in found]

    def _whole(self) -> dict[str, Value]:
        """All of it."""
        if not self._is_whole:
            whole: dict[str, Any] = marshal.loads(self._content)
            if self._make is not None:
                whole = {word: self._make(value) for word, value in whole.items()}
            self._known, self._is_whole = whole, True
        return self._known


END = 4
"""By so many of their last letters words stand together in ``WordsByEnd``."""


def packed_by_end(table: Mapping[str, Any]) -> bytes:
    """A table of what ``marshal`` takes, as ``WordsByEnd`` reads it. Linear."""
    groups: dict[str, dict[str, Any]] = {}
    for word, value in table.items():
        groups.setdefault(word[-END:], {})[word] = value
    return packed(groups)


class WordsByEnd(Generic[Value]):
    """A table of words that is asked for many endings of a word: those of at least ``END`` letters
    stand together, and are read together when the first of them is asked for.
    """

    __slots__ = ("_groups",)

    def __init__(self, stored: bytes | memoryview) -> None:
        self._groups: Table[Mapping[str, Value]] = Table(stored)

    def like(self, word: str) -> Mapping[str, Value]:
        """The words with the same last letters, with their values."""
        found: Mapping[str, Value] = self._groups.get(word[-END:], _NONE)
        return found

    def get(self, word: str) -> Value | None:
        """The value of a word, or None."""
        return self.like(word).get(word)

    def __contains__(self, word: str) -> bool:
        return word in self.like(word)
