"""Positions as an editor counts them, in the units that were agreed on, and offsets.

A line ends at a newline, a carriage return, or both, as the protocol has it; other characters that
end a line for Python (a vertical tab, U+2028) do not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from lsprotocol import types

from vaclint.model.diagnostics import Edit
from vaclint.model.source import Source

_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""How the text before a position is written in each encoding, and the bytes of a unit."""
_LONE = "surrogatepass"


class Positions:
    """The places of one text."""

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._codec, self._width = _CODECS[encoding]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins; behind a last line end there is one more, which is empty."""
        lines = self._source.lines
        behind = [lines[-1].next] if lines[-1].end < lines[-1].next else []
        return [*(line.start for line in lines), *behind]

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self._source.text[self._starts[line] : offset]
        if not before.isascii():
            return types.Position(line, len(before.encode(self._codec, _LONE)) // self._width)
        return types.Position(line, len(before))

    def range(self, start: int, end: int) -> types.Range:
        """The range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position. One behind the end of its line is that end, one in the middle
        of a character the place before it.
        """
        if position.line >= len(self._starts):
            return len(self._source.text)
        start = self._starts[position.line]
        lines = self._source.lines
        end = lines[position.line].end if position.line < len(lines) else start
        line = self._source.text[start:end]
        if line.isascii():
            return min(start + position.character, end)
        data = line.encode(self._codec, _LONE)
        cut = position.character * self._width
        while cut < len(data) and not _is_between(data, cut, self._codec):
            cut -= self._width
        return start + len(data[:cut].decode(self._codec, _LONE))

    def edits(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        """Edits as the protocol has them."""
        return [
            types.TextEdit(self.range(each.start, each.end), each.replacement) for each in edits
        ]


def _is_between(data: bytes, cut: int, codec: str) -> bool:
    """Whether a place in bytes, at a unit, is one between two characters."""
    if codec == "utf-16-le":  # not between the halves of a pair
        halves = cut > 1 and 0xD8 <= data[cut - 1] < 0xDC <= data[cut + 1] < 0xE0
        return not halves
    return codec != "utf-8" or data[cut] & 0xC0 != 0x80


def changed(
    source: Source, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str
) -> Source:
    """A text with changes made, each in the text that the one before it left."""
    for change in changes:
        text = source.text
        if isinstance(change, types.TextDocumentContentChangePartial):
            places = Positions(source, encoding)
            start, end = places.offset(change.range.start), places.offset(change.range.end)
            source = Source(source.path, text[:start] + change.text + text[max(start, end) :])
        else:
            source = Source(source.path, change.text)
    return source
