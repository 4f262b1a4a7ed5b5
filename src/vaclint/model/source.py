r"""Bytes to text, and every way of naming a place in it.

Offsets are code points of the decoded text without its byte order mark, from 0; lines and columns
count from 1. A line ends at ``\n``, ``\r\n`` or a lone ``\r``; the end belongs to its line.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from vaclint.model.errors import EmptyTextError, VaclintError
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.sequences import MadeSequence

_LINE_END = lazy(r"\r\n|\n|\r")
_SURROGATES = lazy(r"[\ud800-\udfff]")
_NON_ASCII = lazy(r"[^\x00-\x7f]+")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Position(NamedTuple):
    """A place in a text: line and column from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class Line(NamedTuple):
    """One line: ``text[start:end]`` is its content, ``text[end:next]`` its line end (empty on the
    last line).
    """

    start: int
    end: int
    next: int


class Lines(MadeSequence[Line]):
    """The lines of a text, kept as three arrays of offsets: twelve bytes a line, where tuples take
    a hundred and fifty.
    """

    def __init__(self, text: str) -> None:
        """A text that ends in a line end has no empty line after it."""
        self.starts, self._ends, self._nexts = array("I"), array("I"), array("I")
        start = 0
        for match in _LINE_END.finditer(text):
            self.starts.append(start)
            self._ends.append(match.start())
            start = match.end()
            self._nexts.append(start)
        if start < len(text) or not self.starts:
            self.starts.append(start)
            self._ends.append(len(text))
            self._nexts.append(len(text))

    def __len__(self) -> int:
        return len(self.starts)

    def made(self, index: int) -> Line:
        """The line at an index."""
        return Line(self.starts[index], self._ends[index], self._nexts[index])

    def __iter__(self) -> Iterator[Line]:
        return map(Line, self.starts, self._ends, self._nexts)


class Source:
    """A decoded file: its text, its path as shown to people, and how to encode it again."""

    def __init__(self, path: str, text: str, encoding: str = "utf-8", bom: bytes = b"") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.bom = bom

    @cached_property
    def lines(self) -> Lines:
        """All lines."""
        return Lines(self.text)

    def line_index(self, offset: int) -> int:
        """The index in ``lines`` of the line that holds ``offset``."""
        return bisect_right(self.lines.starts, offset) - 1

    def position(self, offset: int) -> Position:
        """Line, column and offset of a place."""
        index = self.line_index(offset)
        return Position(index + 1, offset - self.lines.starts[index] + 1, offset)

    @cached_property
    def _byte_table(self) -> "tuple[array[int], array[int], array[int]]":
        """For each run without change of width: its byte offset, its offset, and bytes per code
        point.
        """
        bytes_at, points_at, widths = array("I", [0]), array("I", [0]), array("B", [1])
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

    def to_byte_offset(self, offset: int) -> int:
        """The UTF-8 byte offset of a code point of the text."""
        bytes_at, points_at, widths = self._byte_table
        index = bisect_right(points_at, offset) - 1
        return bytes_at[index] + (offset - points_at[index]) * widths[index]

    def to_utf16_offset(self, offset: int) -> int:
        """The offset in UTF-16 code units, as editors and browsers count."""
        return offset + sum(point > "\uffff" for point in self.text[:offset])

    def encode(self, text: str) -> bytes:
        """Another text in this source's encoding, byte order mark included. Raises VaclintError for
        a character it has not.
        """
        try:
            return self.bom + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            character = text[error.start]
            message = (
                f"{self.path} is {self.encoding}, which has no ‘{character}’; save it as UTF-8 to "
                "have it fixed"
            )
            raise VaclintError("decode", self.path, message) from None


def is_blank(text: str) -> bool:
    """Whether a text has nothing but white space; without another copy of a large one."""
    return not text or text.isspace()


def decode(path: str, data: bytes, fallback: str = "") -> Source:
    """Decode UTF-8, or UTF-16 with a byte order mark, or else what the configuration names.

    Raises VaclintError with the probable encoding and the way out, and EmptyTextError for nothing.
    """
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise VaclintError(
            "decode", path, "this is UTF-32, which hardly any tool reads; save the file as UTF-8"
        )
    bom, encoding = next(
        ((bom, name) for bom, name in _BOMS if data.startswith(bom)), (b"", "utf-8")
    )
    body = data[len(bom) :]
    if encoding == "utf-8" and b"\0" in body and _looks_like_utf_16(body):
        raise VaclintError(
            "decode",
            path,
            "this is probably UTF-16 without a byte order mark; save the file as UTF-8",
        )
    if encoding == "utf-8" and b"\0" in body:
        raise VaclintError(
            "decode", path, "this is a binary file, not a text; leave it out with 'exclude'"
        )
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if fallback and not bom:
            return _decode_as(path, body, fallback)
        before = body[: error.start].decode(encoding, "replace")
        line = len(_LINE_END.findall(before)) + 1
        name = "UTF-8" if encoding == "utf-8" else "UTF-16"
        raise VaclintError(
            "decode",
            path,
            f"not valid {name}: byte 0x{body[error.start]:02x} on line "
            f"{line}{_probable(body, name)}",
        ) from None
    if is_blank(text):
        raise EmptyTextError(path)
    return Source(path, text, encoding, bom)


def _looks_like_utf_16(body: bytes) -> bool:
    return len(body) % 2 == 0 and max(body[::2].count(0), body[1::2].count(0)) > 0.4 * len(body) / 2


def _probable(body: bytes, name: str) -> str:
    """The end of a sentence on bytes that are no UTF-8: what they may be, and the way out."""
    if name != "UTF-8":
        return "; save the file as UTF-8"
    if not any(0x80 <= byte < 0xA0 for byte in body):
        probable, code = "ISO 8859-1", "latin-1"
    elif b"\x81" in body or b"\x8d" in body or b"\x90" in body:
        return "; save the file as UTF-8"
    else:
        probable, code = "Windows-1252", "cp1252"
    return (
        f'; this is probably {probable}: save the file as UTF-8, or set encoding = "{code}" in '
        "vaclint.toml"
    )


def _decode_as(path: str, body: bytes, encoding: str) -> Source:
    try:
        return Source(path, body.decode(encoding), encoding)
    except UnicodeDecodeError:
        raise VaclintError(
            "decode", path, f"neither UTF-8 nor {encoding}; save the file as UTF-8"
        ) from None


def without_surrogates(source: Source) -> Source:
    """The source with U+FFFD for each half of a pair of surrogates, which is no character: a file
    cannot hold one, a text that a program hands over can.
    """
    if source.text.isascii() or _SURROGATES.search(source.text) is None:
        return source
    return Source(source.path, _SURROGATES.sub("\ufffd", source.text), source.encoding, source.bom)
