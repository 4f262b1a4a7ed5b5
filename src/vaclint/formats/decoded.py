"""Strings decoded from a notation, with the place of every character."""

from __future__ import annotations

from array import array

from vaclint.text.named import NamedTuple


class Text(NamedTuple):
    """A decoded string, and for each of its characters and its end the place in the source, in
    four bytes each.
    """

    text: str
    places: array[int]


class Decoding:
    """A string as it is decoded piece by piece. A stretch of characters that stand for themselves
    is one piece, however long.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._places = array("I")

    def plain(self, text: str, start: int) -> None:
        """Characters that stand in the source as they are, from ``start`` on."""
        self._parts.append(text)
        self._places.extend(range(start, start + len(text)))

    def spelled(self, text: str, start: int) -> None:
        """Characters that stand for something spelled otherwise, which begins at ``start``."""
        self._parts.append(text)
        self._places.extend([start] * len(text))

    def done(self, end: int) -> Text:
        """The string, which ends at ``end``."""
        self._places.append(end)
        return Text("".join(self._parts), self._places)


def without_indentation(spelled: str, start: int) -> Text:
    """The lines of a block scalar that stands at ``start``, without what all are indented by."""
    lines = spelled.splitlines(keepends=True)
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    made = Decoding()
    for line in lines:
        skip = min(indent, len(line) - len(line.lstrip(" ")))
        made.plain(line[skip:], start + skip)
        start += len(line)
    return made.done(start)
