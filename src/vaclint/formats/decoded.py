"""Strings decoded from a notation, with the place of every character."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from vaclint.text.named import NamedTuple


class Text(NamedTuple):
    """A decoded string, and for each of its characters and its end the place in the source: a range
    where it stands there as it is, else four bytes each.
    """

    text: str
    places: Sequence[int]


class Decoding:
    """A string as it is decoded piece by piece. A stretch of characters that stand for themselves
    is one piece, however long.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._straight: range | None = None
        """Where all of it stands, as long as that is one stretch of the source."""
        self._places = array("I")

    def plain(self, text: str, start: int) -> None:
        """Characters that stand in the source as they are, from ``start`` on."""
        if not text:
            return
        here = range(start, start + len(text))
        if not self._parts:
            self._straight = here
        elif self._straight is not None and self._straight.stop == start:
            self._straight = range(self._straight.start, here.stop)
        else:
            self._give_up()
            self._places.extend(here)
        self._parts.append(text)

    def spelled(self, text: str, start: int) -> None:
        """Characters that stand for something spelled otherwise, which begins at ``start``."""
        self._give_up()
        self._parts.append(text)
        self._places.extend([start] * len(text))

    def done(self, end: int) -> Text:
        """The string, which ends at ``end``."""
        text = "".join(self._parts)
        if self._straight is not None and self._straight.stop == end:
            return Text(text, range(self._straight.start, end + 1))
        self._give_up()
        self._places.append(end)
        return Text(text, self._places)

    def _give_up(self) -> None:
        """Keep the places one by one: it is no single stretch."""
        if self._straight is not None:
            self._places.extend(self._straight)
            self._straight = None


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
