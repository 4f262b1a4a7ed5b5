"""Blocks of prose, whose every character knows its place in the source.

A block's ``text`` is normalised for checking: runs of white space are one space, non-breaking
spaces are spaces, invisible characters are gone, letters are composed (NFC). Segments map any range
of it back to the source.
"""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

BlockKind = Literal["heading", "paragraph", "item", "cell", "field"]
PLACEHOLDER = "\ufffc"
"""Stands in a block's text for inline content that is not prose: code, an image, a shortcode, an
address.
"""

_ODD = lazy(
    r"[^\S ]\s*+|[ ]\s++"  # white space, but for a single space
    r"|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+"
    r"|(?:https?://|www\.)[^\s<>]+"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]+"
)
_CLUSTER = lazy(r"\P{M}\p{M}+")


class Span(NamedTuple):
    """A range of source offsets; ``end`` is exclusive."""

    start: int
    end: int


WINDOW = 10_000
"""Characters of a block of a large text; a longer one is read in pieces that end with a sentence or
a word.
"""
_ENDS = ((". ", "! ", "? ", "… "), ("; ", ": "), (", ",), (" ",))
"""Where a piece of a long block ends, best first: what is found seldom goes on behind such a sign,
and what goes on behind the end of a piece is not found.
"""
TOGETHER = 4_096
"""So many parts of a text become one: most have a letter or two, and take fifty bytes each."""


class TextBuilder:
    """Collects normalised text together with the way back to the source: of each piece where it
    begins in the text and in the source, and where it ends there, as ``pieces`` gives it. A block
    may have millions.
    """

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self.parts: list[str] = []
        """The text; one of them may be many pieces."""
        self._joined = 0
        self.length = 0
        self._text_at, self._starts, self._ends = array("i"), array("i"), array("i")

    def add(self, text: str, span: Span, *, linear: bool) -> None:
        """A piece as it is; ``linear``: its characters stand in the source one by one."""
        self.parts.append(text)
        if len(self.parts) - self._joined > TOGETHER:
            self.parts[self._joined :] = ["".join(self.parts[self._joined :])]
            self._joined += 1
        self._text_at.append(self.length)
        self._starts.append(span.start)
        self._ends.append(-1 if linear else span.end)
        self.length += len(text)

    def mapped(self, text: str, span: Span) -> None:
        """Text that stands for a source range as a whole, such as a character reference."""
        if text:
            self.add(text, span, linear=False)

    def space(self, span: Span) -> None:
        """White space: one space, or nothing at the start and after another space."""
        if self.length and not self.parts[-1].endswith(" "):
            self.add(" ", span, linear=False)

    def raw(self, text: str, start: int) -> None:
        """Text as it stands in the source from ``start`` on; normalises what needs it."""
        if not unicodedata.is_normalized("NFC", text):
            here = 0
            for match in _CLUSTER.finditer(text):
                self._plain(text[here : match.start()], start + here)
                self.mapped(
                    unicodedata.normalize("NFC", match[0]),
                    Span(start + match.start(), start + match.end()),
                )
                here = match.end()
            self._plain(text[here:], start + here)
        else:
            self._plain(text, start)

    def _plain(self, text: str, start: int) -> None:
        if (
            text.isprintable()
            and "  " not in text
            and "@" not in text
            and "www." not in text
            and "://" not in text
        ):
            self._linear(
                text, start
            )  # the usual case; odd spaces and invisible characters are not printable
            return
        here = 0
        for match in _ODD.finditer(text):
            self._linear(text[here : match.start()], start + here)
            span = Span(start + match.start(), start + match.end())
            if match[0].isspace():
                self.space(span)
            elif match[0].isprintable():
                address = match[0].rstrip(".,;:!?)'\"’”")
                self.mapped(PLACEHOLDER, Span(span.start, span.start + len(address)))
                self._linear(match[0][len(address) :], span.start + len(address))
            here = match.end()
        self._linear(text[here:], start + here)

    def _linear(self, text: str, start: int) -> None:
        if text.startswith(" ") and (not self.length or self.parts[-1].endswith(" ")):
            text, start = text[1:], start + 1
        if text:
            self.add(text, Span(start, start + len(text)), linear=True)

    def remap(self, places: Sequence[int]) -> None:
        """Take the source for a text decoded from another: ``places[i]`` is where its character
        ``i`` is spelled there.
        """
        straight_on = isinstance(places, range)
        whole, text_at = "".join(self.parts), self._text_at
        starts, ends = self._starts, self._ends
        self._clear()
        for first, last, start, end in zip(
            text_at, (*text_at, len(whole))[1:], starts, ends, strict=True
        ):
            text = whole[first:last]
            if end >= 0:
                self.add(text, Span(places[start], places[end]), linear=False)
                continue
            at, end = start, start + len(text)
            if straight_on:
                self.add(text, Span(places[at], places[end]), linear=True)
                continue
            while at < end:
                stop = at + 1
                straight = places[stop] == places[at] + 1
                while straight and stop < end and places[stop + 1] == places[stop] + 1:
                    stop += 1
                self.add(
                    text[at - start : stop - start],
                    Span(places[at], places[stop]),
                    linear=straight,
                )
                at = stop

    def part(self, start: int, end: int) -> "TextBuilder":
        """A builder of its own for ``text[start:end]``, whose ends fall between pieces or inside a
        linear one.
        """
        part = TextBuilder()
        whole, count = self.text, len(self._text_at)
        begin = max(0, bisect_right(self._text_at, start) - 1)
        for index in range(begin, bisect_left(self._text_at, end)):
            at = self._text_at[index]
            source, stop = self._starts[index], self._ends[index]
            behind = self._text_at[index + 1] if index + 1 < count else self.length
            first, last = max(start, at), min(end, behind)
            if first < last:
                piece = whole[first:last]
                linear = stop < 0
                moved = Span(source + first - at, source + last - at)
                part.add(piece, moved if linear else Span(source, stop), linear=linear)
        return part

    def build(
        self,
        kind: BlockKind,
        *,
        level: int = 0,
        label: str = "",
        value_at: int = 0,
        front_matter: bool = False,
    ) -> "Block | None":
        """The block collected so far, or None when there is no text in it."""
        text = self.text.rstrip(" ")
        if not text:
            return None
        return Block(kind, text, self.pieces(), level, label, value_at, front_matter)

    @property
    def text(self) -> str:
        """What was collected so far."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        self._joined = len(self.parts)
        return self.parts[0] if self.parts else ""

    def pieces(self) -> "array[int] | int":
        """The way back as three numbers for each piece of text: where they begin, where they begin
        in the source, and where they end there, -1 for one that stands there as it is. All of the
        first come before all of the second. Of a single piece as it is, as most lines are, it is
        where that begins in the source.
        """
        if len(self._ends) == 1 and self._ends[0] < 0:
            return self._starts[0]
        made = array("i", self._text_at)
        made.extend(self._starts)
        made.extend(self._ends)
        return made


class Block:
    """A stretch of prose: a heading, paragraph, list item, table cell or label with its value.

    ``label`` is the label of a field or the name of a cell's row or column; ``text[value_at:]`` is
    the value. ``pieces`` is the way back to the source, as ``TextBuilder.pieces`` gives it: a large
    file has many blocks, and each takes a hundred bytes, where a builder takes seven hundred.
    """

    __slots__ = (
        "_pieces",
        "front_matter",
        "image",
        "is_fact",
        "kind",
        "label",
        "language",
        "level",
        "start",
        "text",
        "value_at",
    )

    def __init__(
        self,
        kind: BlockKind,
        text: str,
        pieces: "array[int] | int",
        level: int = 0,
        label: str = "",
        value_at: int = 0,
        front_matter: bool = False,
    ) -> None:
        self.kind = kind
        self.text = text
        self.level = level  # of a heading; of an item how deep it is nested, if that is known
        self.label = label
        self.value_at = value_at
        self.front_matter = front_matter
        self.image = False  # a text that is read aloud or shown for an image
        self.is_fact = False  # a value of the front matter that is no text, such as a name
        self.language = ""  # as the document says, or empty
        self.start = 0  # where the block stands in the document's haystack
        self._pieces = pieces

    def copy(self) -> "Block":
        """The same block, for another document: where it stands there is its own."""
        made = Block(
            self.kind,
            self.text,
            self._pieces,
            self.level,
            self.label,
            self.value_at,
            self.front_matter,
        )
        made.image, made.is_fact, made.language = self.image, self.is_fact, self.language
        made.start = self.start
        return made

    def remap(self, places: Sequence[int]) -> None:
        """See ``TextBuilder.remap``."""
        builder = TextBuilder()
        for first, last, start, end in self._rows():
            span = Span(start, end if end >= 0 else start + last - first)
            builder.add(self.text[first:last], span, linear=end < 0)
        builder.remap(places)
        self._pieces = builder.pieces()

    def windows(self) -> "Iterator[Block]":
        """The block in pieces of at most ``WINDOW`` characters, the first with its label and value;
        none is empty, and the text of one begins with a letter and not with white space.
        """
        size, text = len(self.text), self.text
        if size <= WINDOW:
            yield self
            return
        pieces, start = self._pieces, 0
        while start < size:
            end = _end_of_window(text, start)
            kept = text[start:end].rstrip(" ")
            has_value = not start and self.value_at < len(kept)
            made = Block(
                self.kind if has_value or self.kind != "field" else "paragraph",
                kept,
                _part_of(pieces, start, start + len(kept)),
                self.level,
                self.label if has_value else "",
                self.value_at if has_value else 0,
                self.front_matter,
            )
            made.image, made.is_fact, made.language = self.image, self.is_fact, self.language
            yield made
            start = end

    def _rows(self) -> Iterator[tuple[int, int, int, int]]:
        """Of each piece the range in the text and that in the source, whose end is negative where
        it goes along with the text.
        """
        pieces = self._pieces
        if isinstance(pieces, int):
            return iter([(0, len(self.text), pieces, -1)])
        count = len(pieces) // 3
        at, starts, ends = (pieces[count * k : count * (k + 1)] for k in range(3))
        return zip(at, (*at[1:], len(self.text)), starts, ends, strict=True)

    @property
    def pieces(self) -> Iterator[tuple[str, Span]]:
        """The text in stretches, each with the source range that it stands for."""
        size = len(self.text)
        for first, last, start, end in self._rows():
            if first < size:
                kept = self.text[first : min(last, size)]
                yield kept, Span(start, end if end >= 0 else start + len(kept))

    def span(self, start: int, end: int) -> Span:
        """The source range of ``text[start:end]``; raises ValueError for an empty range."""
        if start >= end:
            raise ValueError("a range in a block holds at least one character")
        pieces = self._pieces
        if isinstance(pieces, int):
            return Span(pieces + start, pieces + end)
        count = len(pieces) // 3
        first = bisect_right(pieces, start, 0, count) - 1
        last = bisect_right(pieces, end - 1, first, count) - 1
        source_start, source_end = pieces[count + first], pieces[2 * count + last]
        if pieces[2 * count + first] < 0:
            source_start += start - pieces[first]
        if source_end < 0:
            source_end = pieces[count + last] + end - pieces[last]
        return Span(source_start, source_end)

    @property
    def begin(self) -> int:
        """Where the whole text begins in the source."""
        pieces = self._pieces
        return pieces if isinstance(pieces, int) else pieces[len(pieces) // 3]

    @property
    def whole(self) -> Span:
        """The source range of the whole text."""
        return self.span(0, len(self.text))

    @property
    def value(self) -> str:
        """The text after the label."""
        return self.text[self.value_at :]


def _end_of_window(text: str, start: int) -> int:
    """Where a piece of a long text ends that begins at a place, behind its last space."""
    end = start + WINDOW
    if end >= len(text):
        return len(text)
    half = start + WINDOW // 2
    found = (max(text.rfind(mark, half, end) + len(mark) for mark in marks) for marks in _ENDS)
    return next((at for at in found if at > half), end)


def _part_of(pieces: "array[int] | int", start: int, end: int) -> "array[int] | int":
    """The way back to the source of a range of a block's text, see ``TextBuilder.pieces``."""
    if isinstance(pieces, int):
        return pieces + start
    count = len(pieces) // 3
    first = bisect_right(pieces, start, 0, count) - 1
    last = bisect_left(pieces, end, first, count)
    made = array("i", [max(0, at - start) for at in pieces[first:last]])
    made.extend(pieces[count + first : count + last])
    made.extend(pieces[2 * count + first : 2 * count + last])
    if pieces[2 * count + first] < 0:  # the first goes along with the text: it begins further on
        made[last - first] += start - pieces[first]
    return made
