"""A text of many lines in stretches. Python keeps a text in as many bytes a letter as its widest
letter takes, so that one emoji makes five megabytes twenty; here it widens its own stretch only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

ROOM = 1 << 13
"""Characters; a stretch that has so many ends with its line."""


class Stretches:
    """Lines with a line end between them; a short text is one stretch. Slices of it, what is
    looked for in it and its length are those of the whole text.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._length = 0
        waiting: list[str] = []
        room = ROOM
        for line in lines:
            waiting.append(line)
            room -= len(line) + 1
            if room <= 0:
                self._add("\n".join(waiting) + "\n")
                waiting, room = [], ROOM
        if waiting:
            self._add("\n".join(waiting))
        elif self._parts:  # no line end behind the last line
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1

    def _add(self, part: str) -> None:
        self._parts.append(part)
        self._starts.append(self._length)
        self._length += len(part)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """The stretches, each with the place where it begins."""
        return zip(self._starts, self._parts, strict=True)

    def __str__(self) -> str:
        return "".join(self._parts)

    def __contains__(self, part: str) -> bool:
        """Whether a text without line ends stands in it."""
        return any(part in each for each in self._parts)

    def __getitem__(self, place: slice) -> str:
        """The text of a range from a place on; neither is negative."""
        start, end = place.start or 0, self._length if place.stop is None else place.stop
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return ""
        begin = self._starts[at]
        found = self._parts[at][start - begin : end - begin]
        while at + 1 < len(self._parts) and end > self._starts[at + 1]:
            at += 1
            found += self._parts[at][: end - self._starts[at]]
        return found

    def search(self, pattern: regex.Pattern[str]) -> bool:
        """Whether a pattern is found in a stretch."""
        return any(pattern.search(part) for part in self._parts)

    def found(self, pattern: regex.Pattern[str]) -> Iterator[tuple[int, regex.Match[str]]]:
        """The matches of a pattern in order, each with the place where its stretch begins."""
        for begin, part in self:
            for match in pattern.finditer(part):
                yield begin, match
