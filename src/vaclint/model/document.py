"""The document model: blocks of prose whose every character knows its place in the source.

A block's ``text`` is normalised for checking: runs of white space are one space, non-breaking spaces are spaces,
invisible characters are gone, letters are composed (NFC). Segments map any range of it back to the source.
"""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from vaclint.model.errors import VaclintError
from vaclint.text.patterns import lazy
from vaclint.model.source import Source
from vaclint.languages.vocabulary import vocabulary

BlockKind = Literal["heading", "paragraph", "item", "cell", "field"]
PLACEHOLDER = "\ufffc"
"""Stands in a block's text for inline content that is not prose: code, an image, a shortcode, an address."""

_ODD = lazy(r"\s*[^\S ]\s*|[ ]{2,}|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+|(?:https?://|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+")
_WORD = lazy(r"[\p{L}\p{N}]+(?:[’'\-][\p{L}\p{N}]+)*")
_PROSE_WORD = lazy(r"\p{L}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*")
_CLUSTER = lazy(r"\P{M}\p{M}+")


class Span(NamedTuple):
    """A range of source offsets; ``end`` is exclusive."""

    start: int
    end: int


class Word(NamedTuple):
    """A word of the haystack: lower-cased text and its range there."""

    text: str
    start: int
    end: int


class TextBuilder:
    """Collects normalised text together with the way back to the source."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.text_at: list[int] = []
        self.source_at: list[Span] = []
        self.linear: list[bool] = []

    def _push(self, text: str, span: Span, linear: bool) -> None:
        self.parts.append(text)
        self.text_at.append(self.length)
        self.source_at.append(span)
        self.linear.append(linear)
        self.length += len(text)

    def mapped(self, text: str, span: Span) -> None:
        """Text that stands for a source range as a whole, such as a character reference."""
        if text:
            self._push(text, span, False)

    def space(self, span: Span) -> None:
        """White space: one space, or nothing at the start and after another space."""
        if self.length and not self.parts[-1].endswith(" "):
            self._push(" ", span, False)

    def raw(self, text: str, start: int) -> None:
        """Text as it stands in the source from ``start`` on; normalises what needs it."""
        if not unicodedata.is_normalized("NFC", text):
            here = 0
            for match in _CLUSTER.finditer(text):
                self._plain(text[here : match.start()], start + here)
                self.mapped(unicodedata.normalize("NFC", match[0]), Span(start + match.start(), start + match.end()))
                here = match.end()
            self._plain(text[here:], start + here)
        else:
            self._plain(text, start)

    def _plain(self, text: str, start: int) -> None:
        if text.isprintable() and "  " not in text and "@" not in text and "www." not in text and "://" not in text:
            self._linear(text, start)  # the usual case; odd spaces and invisible characters are not printable
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
            self._push(text, Span(start, start + len(text)), True)

    def remap(self, places: Sequence[int]) -> None:
        """Take the source for a text decoded from another: ``places[i]`` is where its character ``i`` is spelled there."""
        parts, source_at, linear = self.parts, self.source_at, self.linear
        self.parts, self.text_at, self.source_at, self.linear, self.length = [], [], [], [], 0
        for text, (start, end), straight in zip(parts, source_at, linear, strict=True):
            if not straight:
                self._push(text, Span(places[start], places[end]), False)
                continue
            at = start
            while at < end:
                stop = at + 1
                straight = places[stop] == places[at] + 1
                while straight and stop < end and places[stop + 1] == places[stop] + 1:
                    stop += 1
                self._push(text[at - start : stop - start], Span(places[at], places[stop]), straight)
                at = stop

    def part(self, start: int, end: int) -> "TextBuilder":
        """A builder of its own for ``text[start:end]``, whose ends fall between pieces or inside a linear one."""
        part = TextBuilder()
        for text, at, source, linear in zip(self.parts, self.text_at, self.source_at, self.linear, strict=True):
            first, last = max(start, at), min(end, at + len(text))
            if first < last:
                piece = text[first - at : last - at]
                span = Span(source.start + first - at, source.start + last - at) if linear else source
                part._push(piece, span, linear)
        return part

    def build(self, kind: BlockKind, *, level: int = 0, label: str = "", value_at: int = 0, front_matter: bool = False) -> "Block | None":
        """The block collected so far, or None when there is no text in it."""
        text = "".join(self.parts)
        if text.endswith(" "):
            text = text[:-1]
        if not text:
            return None
        return Block(kind, text, self, level, label, value_at, front_matter)


class Block:
    """A stretch of prose: a heading, paragraph, list item, table cell or label with its value.

    ``label`` is the label of a field or the name of a cell's row or column; ``text[value_at:]`` is the value.
    """

    __slots__ = ("_builder", "front_matter", "kind", "label", "language", "level", "start", "text", "value_at")

    def __init__(
        self,
        kind: BlockKind,
        text: str,
        builder: TextBuilder,
        level: int = 0,
        label: str = "",
        value_at: int = 0,
        front_matter: bool = False,
    ) -> None:
        self.kind = kind
        self.text = text
        self.level = level
        self.label = label
        self.value_at = value_at
        self.front_matter = front_matter
        self.language = ""  # as the document says, or empty
        self.start = 0  # where the block stands in the document's haystack
        self._builder = builder

    def remap(self, places: Sequence[int]) -> None:
        """See ``TextBuilder.remap``."""
        self._builder.remap(places)

    def span(self, start: int, end: int) -> Span:
        """The source range of ``text[start:end]``; raises ValueError for an empty range."""
        if start >= end:
            raise ValueError("a range in a block holds at least one character")
        builder = self._builder
        first = bisect_right(builder.text_at, start) - 1
        last = bisect_right(builder.text_at, end - 1) - 1
        source_start = builder.source_at[first].start
        if builder.linear[first]:
            source_start += start - builder.text_at[first]
        source_end = builder.source_at[last].end
        if builder.linear[last]:
            source_end = builder.source_at[last].start + end - builder.text_at[last]
        return Span(source_start, source_end)

    @property
    def whole(self) -> Span:
        """The source range of the whole text."""
        return self.span(0, len(self.text))

    @property
    def value(self) -> str:
        """The text after the label."""
        return self.text[self.value_at :]


class Value(NamedTuple):
    """A property of a posting: its value as text ('' for an object or list), its type in JSON, the ranges of value and key."""

    text: str
    type: str
    span: Span
    key: Span


class Posting(NamedTuple):
    """One JobPosting: the range that stands for it, and its properties by path, such as ``jobLocation.address``.

    Every element of a list has the path of the list.
    """

    span: Span
    properties: dict[str, list[Value]]

    def first(self, path: str) -> Value | None:
        """The first value under a path that is no list."""
        return next((value for value in self.properties.get(path, ()) if value.type != "array"), None)


class Sentence(NamedTuple):
    """A sentence of a block: its range in the block's text; ``end`` is exclusive and takes in the space behind, ``text`` does not."""

    block: Block
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Its range in the source."""
        return self.block.span(self.start, self.start + len(self.text))


class Heading(NamedTuple):
    """A heading as marked up, also one without text: its level, its element with its marks, and its text."""

    level: int
    span: Span
    text: str


class FrontMatter(NamedTuple):
    """One scalar of the front matter: its key path, its text, its range in the source, and its blocks of text.

    Most values are one block or none; a block scalar may hold a whole text.
    """

    key: str
    value: str
    span: Span
    blocks: tuple[Block, ...] = ()


TITLE_WORDS = 14
"""The first line of a plain text is its title when it has at most so many words and is no sentence."""


class Document:
    """A parsed text. What several checks need is computed once, when the first asks."""

    def __init__(
        self,
        source: Source,
        format: str,
        blocks: list[Block],
        front_matter: list[FrontMatter] | None = None,
        skipped: list[Span] | None = None,
        comments: list[Span] | None = None,
        body: int = 0,
        problems: list[VaclintError] | None = None,
    ) -> None:
        self.source = source
        self.format = format
        self.blocks = blocks
        self.front_matter = front_matter or []
        self.skipped = sorted(skipped or [])
        """Ranges that are no prose: code, raw HTML, comments."""
        self.comments = comments or []
        """Ranges of HTML comments, where a suppression may stand."""
        self.body = body
        """The offset at which the front matter ends and the text starts."""
        self.chrome: list[Block] = []
        """Lines of a scraped page that are no part of the vacancy; they are not among the blocks."""
        self.postings: list[Posting] = []
        """The JobPostings in the file."""
        self.headings: list[Heading] = []
        """The headings of Markdown and HTML in order; text without markup has none for certain."""
        self.problems = problems or []
        """What could not be read, such as a broken front matter; the rest of the text is still there."""
        self.fields: Mapping[str, frozenset[str]] = vocabulary().fields
        """The labels and keys, lower case, that hold the title, the salary, the hours and the language."""
        self.declared_language = ""
        """What the file itself says of its language, two letters, or empty."""
        self.language = "nl"
        self.kind = "other"
        at = 0
        for block in blocks:
            block.start = at
            at += len(block.text) + 1

    @cached_property
    def text(self) -> str:
        """The text of all blocks, one to a line."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def haystack(self) -> str:
        """``text`` in lower case, and as long."""
        text = self.text
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        return lower

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block:
        """The block that holds a place of the haystack."""
        return self.blocks[bisect_right(self._starts, offset) - 1]

    def blocks_with(self, words: Iterable[str]) -> list[Block]:
        """The blocks that hold one of some lower-case texts, in order; linear in the text for each of them."""
        found: dict[int, Block] = {}
        for word in words:
            at = self.haystack.find(word)
            while at >= 0:
                block = self.block_at(at)
                found[block.start] = block
                at = self.haystack.find(word, block.start + len(block.text))
        return [found[start] for start in sorted(found)]

    def locate(self, start: int, end: int) -> Span:
        """The source range of a range of the haystack, which may run over several blocks."""
        first, last = self.block_at(start), self.block_at(end - 1)
        if first is last:
            return first.span(start - first.start, end - first.start)
        return Span(
            first.span(start - first.start, start - first.start + 1).start,
            last.span(end - last.start - 1, end - last.start).end,
        )

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text outside the front matter."""
        first = next((block.start for block in self.blocks if not block.front_matter), len(self.haystack))
        return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(self.haystack, first)]

    @cached_property
    def words_by_block(self) -> dict[int, list[str]]:
        """The same words by the block they stand in, named by its start."""
        found: dict[int, list[str]] = {}
        end, words = -1, list[str]()
        for word in self.words:
            if word.start >= end:
                block = self.block_at(word.start)
                end, words = block.start + len(block.text), found.setdefault(block.start, [])
            words.append(word.text)
        return found

    @cached_property
    def word_counts(self) -> Counter[str]:
        """How often each word stands in the text outside the front matter."""
        return Counter(word.text for word in self.words)

    @cached_property
    def sentence_count(self) -> int:
        """How many sentences the text has; a heading or item without an end mark counts as one."""
        return len(self.sentences)

    @cached_property
    def sentences(self) -> list["Sentence"]:
        """The sentences of the text outside the front matter; a heading or item without an end mark is one."""
        return [
            Sentence(block, start, end, block.text[start:end].rstrip())
            for block in self.blocks
            if not block.front_matter
            for start, end in sentences(block.text)
        ]

    @cached_property
    def prose(self) -> list[tuple[Sentence, list[str]]]:
        """The sentences of paragraphs and list items with their words, without labels and rows of facts (fewer than three words)."""
        running = ((each, words_of(each.text)) for each in self.sentences if each.block.kind in ("paragraph", "item"))
        return [(each, words) for each, words in running if len(words) >= 3]

    @cached_property
    def title(self) -> "Block | None":
        """The block that names the job: a title in the front matter, a job field, the short first line of a plain text, or the first
        heading that asks nothing and announces nothing (`Wat ga je doen?`).
        """
        for entry in self.front_matter:
            if entry.blocks and entry.key.lower() in self.fields["title"]:
                return entry.blocks[0]
        for block in self.blocks:
            if block.kind in ("field", "cell") and block.label.lower() in self.fields["title"]:
                return block
        heads = [block for block in self.blocks if block.kind == "heading" and not block.text.rstrip().endswith(("?", ":"))]
        if self.format == "text":
            first = next((block for block in self.blocks if block.kind in ("heading", "item", "paragraph")), None)
            if first and len(first.text.split()) <= TITLE_WORDS and not first.text.rstrip(" !").endswith((".", "?", ":", ";", ",")):
                return first
        return heads[0] if heads else None

    @cached_property
    def headline(self) -> Span:
        """The range on which a finding about the whole document stands: the title, or the first character."""
        if self.title is not None:
            block = self.title
            return block.span(block.value_at if block.value_at < len(block.text) else 0, len(block.text))
        return Span(0, min(1, len(self.source.text)))

    def language_of(self, block: Block) -> str:
        """The language of a block: its own where the file is bilingual, else the document's."""
        return block.language or self.language

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of the document's blocks."""
        return frozenset({self.language, *(block.language for block in self.blocks if block.language)})

    def is_skipped(self, offset: int) -> bool:
        """Whether a source offset lies in code, raw HTML or a comment."""
        index = bisect_right(self.skipped, (offset, len(self.source.text) + 1)) - 1
        return index >= 0 and offset < self.skipped[index].end


_SENTENCE_END = lazy(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+\s++(?=[\p{Lu}\p{N}“‘\"'(])")
_INITIALS = lazy(r"(?:\p{L}|\p{L}{1,3}(?:\.\p{L}{1,3})+)")
_LAST_WORD = lazy(r"[\p{L}.’']+(?=\.[^.]*$)")
_NEXT_WORD = lazy(r"\p{L}+")


def words_of(text: str) -> list[str]:
    """The words of a text; a number is none, a compound with hyphens is one."""
    return _PROSE_WORD.findall(text)


@lru_cache(4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of the sentences of a block's text; an abbreviation or initial ends none, unless the next word begins one."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = text[max(start, match.start() - 30) : match.start() + 1]
        last = _LAST_WORD.search(before)
        if last and text[match.start()] == "." and _goes_on(last[0].lower(), before[: last.start()], text, match.end()):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _goes_on(last: str, before: str, text: str, at: int) -> bool:
    """Whether a full stop belongs to the word before it, and the sentence goes on at a place behind it."""
    words = vocabulary()
    if last not in words.abbreviations and last not in words.abbreviations_at_end and not _INITIALS.fullmatch(last):
        return False
    if len(last) == 1 and (before.split() or [""])[-1].lower() in words.letter_after:
        return False
    follows = _NEXT_WORD.match(text, at)
    starts = follows is not None and follows[0].lower() in words.sentence_starters
    return not (starts and last in words.abbreviations_at_end)
