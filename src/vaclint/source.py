r"""Bytes to text, and every way of naming a place in it.

Offsets are code points of the decoded text without its byte order mark, from 0; lines and columns count from 1.
A line ends at ``\n``, ``\r\n`` or a lone ``\r``; the end belongs to its line.
"""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from vaclint.errors import VaclintError
from vaclint.patterns import lazy

_LINE_END = lazy(r"\r\n|\n|\r")
_NON_ASCII = lazy(r"[^\x00-\x7f]+")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Position(NamedTuple):
    """A place in a text: line and column from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class Line(NamedTuple):
    """One line: ``text[start:end]`` is its content, ``text[end:next]`` its line end (empty on the last line)."""

    start: int
    end: int
    next: int


class Source:
    """A decoded file: its text, its path as shown to people, and how to encode it again."""

    def __init__(self, path: str, text: str, encoding: str = "utf-8", bom: bytes = b"") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.bom = bom

    @cached_property
    def lines(self) -> list[Line]:
        """All lines; a text that ends in a line end has no empty line after it."""
        lines = []
        start = 0
        for match in _LINE_END.finditer(self.text):
            lines.append(Line(start, match.start(), match.end()))
            start = match.end()
        if start < len(self.text) or not lines:
            lines.append(Line(start, len(self.text), len(self.text)))
        return lines

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_index(self, offset: int) -> int:
        """The index in ``lines`` of the line that holds ``offset``."""
        return bisect_right(self._starts, offset) - 1

    def position(self, offset: int) -> Position:
        """Line, column and offset of a place."""
        index = self.line_index(offset)
        return Position(index + 1, offset - self._starts[index] + 1, offset)

    @cached_property
    def _byte_table(self) -> tuple[list[int], list[int], list[int]]:
        """For each run without change of width: its byte offset, its offset, and bytes per code point."""
        bytes_at, points_at, widths = [0], [0], [1]
        here = byte_offset = 0
        for match in _NON_ASCII.finditer(self.text):
            byte_offset += match.start() - here
            for index in range(match.start(), match.end()):
                point = ord(self.text[index])
                width = 2 if point < 0x800 else 3 if point < 0x10000 else 4
                bytes_at.append(byte_offset)
                points_at.append(index)
                widths.append(width)
                byte_offset += width
            bytes_at.append(byte_offset)
            points_at.append(match.end())
            widths.append(1)
            here = match.end()
        return bytes_at, points_at, widths

    def from_byte_offset(self, byte_offset: int) -> int:
        """The offset of the code point that starts at a UTF-8 byte offset of the text."""
        bytes_at, points_at, widths = self._byte_table
        index = bisect_right(bytes_at, byte_offset) - 1
        return points_at[index] + (byte_offset - bytes_at[index]) // widths[index]

    def encode(self, text: str) -> bytes:
        """Another text in this source's encoding, byte order mark included."""
        return self.bom + text.encode(self.encoding)


def decode(path: str, data: bytes) -> Source:
    """Decode UTF-8, or UTF-16 with a byte order mark. Raises VaclintError for anything else."""
    bom, encoding = next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    body = data[len(bom) :]
    if encoding == "utf-8" and b"\0" in body:
        raise VaclintError("decode", path, "this is a binary file, not a text; leave it out with 'exclude'")
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding, "replace")
        line = len(_LINE_END.findall(before)) + 1
        name = "UTF-8" if encoding == "utf-8" else "UTF-16"
        raise VaclintError(
            "decode",
            path,
            f"not valid {name}: byte 0x{body[error.start]:02x} on line {line}; save the file as UTF-8",
        ) from None
    if not text.strip():
        raise VaclintError("read", path, "the file is empty; write a text or remove the file")
    return Source(path, text, encoding, bom)
