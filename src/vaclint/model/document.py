"""A parsed text: its blocks, what stands around them, and what several checks ask of it.

Readers of formats make a ``Document``; ``understand`` gives it a language and a kind and freezes
it. After that nothing in it changes, and what several checks need is computed once, when the first
asks.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from vaclint.model.blocks import Block, Span
from vaclint.model.errors import VaclintError
from vaclint.model.reading import NOTHING_KNOWN, Reading
from vaclint.model.source import Line, Source
from vaclint.text.named import NamedTuple
from vaclint.text.sequences import MadeSequence
from vaclint.text.stretches import Stretches
from vaclint.text.words import Names, Words, lowered, names_in

if TYPE_CHECKING:
    import regex
    from ahocorasick_rs import AhoCorasick


class Value(NamedTuple):
    """A property of a posting: its value as text ('' for an object or list), its type in JSON, the
    ranges of value and key.
    """

    text: str
    type: str
    span: Span
    key: Span


class Posting(NamedTuple):
    """One JobPosting: the range that stands for it, and its properties by path, such as
    ``jobLocation.address``.

    Every element of a list has the path of the list.
    """

    span: Span
    properties: dict[str, list[Value]]
    whole: Span = Span(0, 0)
    """The range of the whole posting."""

    def first(self, path: str) -> Value | None:
        """The first value under a path that is no list."""
        return next(
            (value for value in self.properties.get(path, ()) if value.type != "array"), None
        )


class Sentence(NamedTuple):
    """A sentence of a block: its range in the block's text; ``end`` is exclusive and takes in the
    space behind, ``text`` does not.
    """

    block: Block
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Its range in the source."""
        return self.block.span(self.start, self.start + len(self.text))


KEPT = 1_000
"""Of no more sentences the tuples stay, to be gone through again."""


class Sentences(MadeSequence[Sentence]):
    """Some sentences of a document in order, kept as three arrays of numbers: twelve bytes each,
    where tuples with their texts take two hundred and fifty.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._in, self._starts, self._ends = array("I"), array("I"), array("I")
        self._kept: list[Sentence] = []

    def add(self, block: int, start: int, end: int) -> None:
        """Add one: the index of its block, and its range in the block's text."""
        self._in.append(block)
        self._starts.append(start)
        self._ends.append(end)

    def __len__(self) -> int:
        return len(self._in)

    def made(self, index: int) -> Sentence:
        """The sentence at an index."""
        return self._sentence(self._in[index], self._starts[index], self._ends[index])

    def __iter__(self) -> Iterator[Sentence]:
        if len(self) > KEPT:
            return self._made_anew()
        if len(self._kept) != len(self):
            self._kept = [*self._made_anew()]
        return iter(self._kept)

    def _made_anew(self) -> Iterator[Sentence]:
        return map(self._sentence, self._in, self._starts, self._ends)

    def _sentence(self, block: int, start: int, end: int) -> Sentence:
        within = self._blocks[block]
        return Sentence(within, start, end, within.text[start:end].rstrip())


class Heading(NamedTuple):
    """A heading as marked up, also one without text: its level, its element with its marks, and its
    text.
    """

    level: int
    span: Span
    text: str


class FrontMatter(NamedTuple):
    """One scalar of the front matter: its key path, its text, its range in the source, and its
    blocks of text.

    Most values are one block or none; a block scalar may hold a whole text.
    """

    key: str
    value: str
    span: Span
    blocks: tuple[Block, ...] = ()


SMALL = 200_000
"""What is made of a text of no more characters stays, to be looked at again."""
LARGE = 500_000
"""The blocks of a text of more characters are read in windows: what is made of one at a time takes
as much as a window makes, however long the block is.
"""
REMEMBERED = 1_000
"""The words of so many blocks are remembered."""
RUNNING = ("paragraph", "item")
LINES, MARKED, ESCAPED = "lines", "marked", "escaped"
"""Traits of formats: a line of the file is a line of text; what is a heading is marked as such;
letters may be spelled otherwise in the file, so that quotation marks and the like cannot be
changed there one for one.
"""


class Document:
    """A parsed text. What several checks need is computed once, when the first asks."""

    def __init__(
        self,
        source: Source,
        format: str,
        blocks: Iterable[Block],
        front_matter: Iterable[FrontMatter] = (),
        skipped: Iterable[Span] = (),
        comments: Iterable[Span] = (),
        body: int = 0,
        problems: Iterable[VaclintError] = (),
        reading: Reading = NOTHING_KNOWN,
        headings: Iterable[Heading] = (),
        postings: Iterable[Posting] = (),
        chrome: Iterable[Block] = (),
        declared_language: str = "",
        jobs: Sequence[Document] = (),
        unread_jobs: int = 0,
        page_title: Block | None = None,
        declared_at: Span | None = None,
        own: Span | None = None,
    ) -> None:
        self.source = source
        self.format = format
        self.jobs = jobs
        """The vacancies of a list of them, each by itself; their blocks are no others than these
        have. Those of a large list are made at each look; ``each_job`` has their traits."""
        self.unread_jobs = unread_jobs
        """How many jobs a list holds that is not read, because no key is said to hold the text."""
        self.blocks = tuple(blocks)
        if len(source.text) > LARGE:
            windows = (block.windows() for block in self.blocks)
            self.blocks = tuple(chain.from_iterable(windows))
        self.front_matter = tuple(front_matter)
        self.skipped = tuple(sorted(skipped))
        """Ranges that are no prose: code, raw HTML, comments."""
        self.comments = tuple(comments)
        """Ranges of HTML comments, where a suppression may stand."""
        self.body = body
        """The offset at which the front matter ends and the text starts."""
        self.own = own or Span(0, len(source.text))
        """What of the file may be looked through for it: all but for a job of a list, whose
        neighbours are other texts."""
        self.chrome = tuple(chrome)
        """Lines of a scraped page that are no part of the vacancy; they are not among the blocks.
        """
        self.postings = tuple(postings)
        """The JobPostings in the file."""
        self.headings = tuple(headings)
        """The headings of Markdown and HTML in order; text without markup has none for certain."""
        self.problems = tuple(problems)
        """What could not be read, such as a broken front matter; the rest of the text is still
        there.
        """
        self.reading = reading
        self.declared_language = declared_language
        """What the file itself says of its language, as it stands there, or empty."""
        self.declared_at = declared_at
        """Where it says so."""
        self.page_title = page_title
        """What HTML has in ``<title>``."""
        self.title: Block | None = None
        """The block that names the job; the finder of titles tells which."""
        self.title_text = ""
        """The title without marks and announcements."""
        self.title_at: Span | None = None
        """Where the title stands, if no block is it: in a sentence, or in a key."""
        self.span = Span(0, len(source.text))
        """The range of the file that it takes: all of it but for one of several vacancies."""
        self.wrong_language: Span | None = None
        """Where the file says that it is in a language in which it plainly is not."""
        self.traits: frozenset[str] = frozenset()
        """The traits of its format."""
        self.part_of: tuple[Document, int] | None = None
        """The document that it is a stretch of, and where that begins in its haystack."""
        self.language = ""
        self.kind = "other"
        self.shared: dict[str, Any] = {}
        """What was looked for in the whole file, under a name: each of several vacancies in it is a
        document with the same one.
        """
        at = 0
        for block in self.blocks:
            block.start = at
            at += len(block.text) + 1
        self._words_in: dict[int, list[str]] = {}
        self._frozen = False

    def __setattr__(self, name: str, value: Any) -> None:
        """Raises AttributeError once the document is frozen."""
        if self.__dict__.get("_frozen"):
            raise AttributeError(f"a document that is understood does not change: {name}")
        super().__setattr__(name, value)

    def freeze(self, language: str, kind: str) -> None:
        """Set what was understood of the document; from here on nothing changes."""
        self.language = language
        self.kind = kind
        self._frozen = True

    def forget(self) -> None:
        """Keep nothing of what was computed of the text, which is made anew when it is asked for:
        of hundreds of vacancies in a file each has as much as its text again and more.
        """
        for name in _COMPUTED:
            self.__dict__.pop(name, None)
        self._words_in.clear()

    def each_job(self) -> Iterator[Document]:
        """The vacancies of a list of them, with the traits of the file's format."""
        for job in self.jobs:
            job.traits = self.traits
            yield job

    def holds(self, *texts: str) -> bool:
        """Whether one of some texts stands in the file, as far as that is the document's own."""
        source, (start, end) = self.source.text, self.own
        return any(source.find(text, start, end) >= 0 for text in texts)

    def searched(self, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
        """The matches of a pattern in the file behind the front matter, as far as that is the
        document's own, at offsets of the source.
        """
        return pattern.finditer(self.source.text, max(self.body, self.own.start), self.own.end)

    @cached_property
    def names(self) -> Names:
        """The words that are names somewhere in the file, as capitals inside sentences tell."""
        return names_in(self.source.text)

    @property
    def text(self) -> Stretches:
        """The text of all blocks, one to a line. Of a large text it is made anew at each look: it
        is asked for a few times, and would take as much as the blocks do.
        """
        return self._text if self.is_small else self._joined()

    @cached_property
    def _text(self) -> Stretches:
        return self._joined()

    def _joined(self) -> Stretches:
        return Stretches(block.text for block in self.blocks)

    @cached_property
    def is_small(self) -> bool:
        """Whether what is made of the text may stay, to be looked at again."""
        return self.own.end - self.own.start <= SMALL

    @cached_property
    def haystack(self) -> Stretches:
        """``text`` in lower case, and as long."""
        if self.part_of is not None and self.is_small:
            whole, start = self.part_of
            last = self.blocks[-1]
            return Stretches([whole.haystack[start : start + last.start + len(last.text)]])
        return Stretches(lowered(block.text) for block in self.blocks)

    def lowered(self, block: Block) -> str:
        """A block's part of the haystack."""
        return self.haystack[block.start : block.start + len(block.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block:
        """The block that holds a place of the haystack."""
        return self.blocks[bisect_right(self._starts, offset) - 1]

    def blocks_with(self, words: Iterable[str]) -> list[Block]:
        """The blocks that hold one of some lower-case texts, none of which runs over a line end, in
        order; linear in the text for each of them, and for all together once they were asked for
        before.
        """
        words = tuple(words)
        finder = _finder_of(words)
        if finder is not None:
            return list(self._holding(finder))
        found: dict[int, Block] = {}
        for word in words:
            for begin, text in self.haystack:
                at = text.find(word)
                while at >= 0:
                    block = self.block_at(begin + at)
                    found[block.start] = block
                    at = text.find(word, block.start + len(block.text) - begin)
        return [found[start] for start in sorted(found)]

    def _holding(self, finder: AhoCorasick) -> Iterator[Block]:
        """The blocks in which something is found, in order."""
        end = -1
        for begin, text in self.haystack:
            for _, start, _ in finder.find_matches_as_indexes(text):
                if begin + start >= end:
                    block = self.block_at(begin + start)
                    end = block.start + len(block.text)
                    yield block

    def last_in_order(self, start: int, end: int) -> Block:
        """The last block of a range of the haystack before one that stands earlier in the source
        than what goes before it, as a page's title and linked data may: they are read in an order
        of their own.
        """
        first, last = (bisect_right(self._starts, at) - 1 for at in (start, end - 1))
        for before, behind in pairwise(range(first, last + 1)):
            if self.blocks[behind].whole.start < self.blocks[before].whole.start:
                return self.blocks[before]
        return self.blocks[last]

    def locate(self, start: int, end: int) -> Span:
        """The source range of a range of the haystack, which may run over several blocks; it ends
        where the source turns back.
        """
        first = self.block_at(start)
        last = self.last_in_order(start, end)
        end = min(end, last.start + len(last.text))
        if first is last:
            return first.span(start - first.start, end - first.start)
        return Span(
            first.span(start - first.start, start - first.start + 1).start,
            last.span(end - last.start - 1, end - last.start).end,
        )

    @cached_property
    def words(self) -> Words:
        """The words of the text outside the front matter."""
        first, known = self._first, None
        if self.is_small:
            blocks = (block.text for block in self.blocks if block.start >= first)
            known = [*chain.from_iterable(map(self.reading.words, blocks))]
        return Words(self.haystack, first, known)

    @cached_property
    def _first(self) -> int:
        """Where the first block outside the front matter stands in the haystack."""
        starts = (block.start for block in self.blocks if not block.front_matter)
        return next(starts, len(self.haystack))

    def words_in(self, block: Block) -> list[str]:
        """Those of the same words that stand in a block, which nobody changes. Remembered for the
        first blocks, and made anew in the rest of a large text.
        """
        if self.is_small:
            return self.reading.words(block.text) if block.start >= self._first else []
        found = self._words_in.get(block.start)
        if found is None:
            found = self.words.texts_in(block.start, block.start + len(block.text))
            if len(self._words_in) < REMEMBERED:
                self._words_in[block.start] = found
        return found

    @cached_property
    def word_counts(self) -> Counter[str]:
        """How often each word stands in the text outside the front matter."""
        return Counter(self.words.texts())

    @cached_property
    def sentence_count(self) -> int:
        """How many sentences the text has; a heading or item without an end mark counts as one."""
        return len(self.sentences)

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the text outside the front matter; a heading or item without an end mark
        is one.
        """
        found = Sentences(self.blocks)
        for index, block in enumerate(self.blocks):
            if not block.front_matter:
                for start, end in self.reading.split(block.text):
                    found.add(index, start, end)
        return found

    @cached_property
    def prose(self) -> Sentences:
        """The sentences of paragraphs and list items, without labels and rows of facts (fewer than
        three words).
        """
        found = Sentences(self.blocks)
        for index, block in enumerate(self.blocks):
            if block.kind in RUNNING and not block.front_matter:
                for start, end in self.reading.prose(block.text):
                    found.add(index, start, end)
        return found

    @cached_property
    def headline(self) -> Span:
        """The range on which a finding about the whole document stands: the title, or the first
        heading or character.
        """
        if self.title is None and self.title_at is not None:
            return self.title_at
        block = self.title or next((each for each in self.blocks if each.kind == "heading"), None)
        if block is not None:
            return block.span(
                block.value_at if block.value_at < len(block.text) else 0, len(block.text)
            )
        return Span(0, min(1, len(self.source.text)))

    @property
    def lines(self) -> Iterable[tuple[Line, str]]:
        """The lines of the source outside front matter and code, with their content."""
        return self._lines if self.is_small else self._cut_lines()

    @cached_property
    def _lines(self) -> list[tuple[Line, str]]:
        return [*self._cut_lines()]

    def _cut_lines(self) -> Iterator[tuple[Line, str]]:
        text = self.source.text
        for line in self.source.lines:
            if line.start >= self.body and not self.is_skipped(line.start):
                yield line, text[line.start : line.end]

    @cached_property
    def _chosen(self) -> dict[tuple[frozenset[str], bool], tuple[Block, ...]]:
        return {}

    def blocks_in(
        self, languages: Iterable[str], *, front_matter: bool = False
    ) -> tuple[Block, ...]:
        """The blocks in some languages, those of the front matter when asked for."""
        key = frozenset(languages), front_matter
        if key not in self._chosen:
            self._chosen[key] = tuple(
                block
                for block in self.blocks
                if (front_matter or not block.front_matter) and self.language_of(block) in key[0]
            )
        return self._chosen[key]

    def language_of(self, block: Block) -> str:
        """The language of a block: its own where the file is bilingual, else the document's."""
        return block.language or self.language

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of the document's blocks."""
        return frozenset(
            {self.language, *(block.language for block in self.blocks if block.language)}
        )

    def is_skipped(self, offset: int) -> bool:
        """Whether a source offset lies in code, raw HTML or a comment."""
        index = bisect_right(self.skipped, (offset, len(self.source.text) + 1)) - 1
        return index >= 0 and offset < self.skipped[index].end


_COMPUTED = (
    "_chosen",
    "_lines",
    "_starts",
    "_text",
    "haystack",
    "names",
    "prose",
    "sentences",
    "word_counts",
    "words",
)
"""The names of what is computed once, and takes as much as the text does or more."""
FINDERS = 512
"""Of so many lists of texts it is known that they were asked for."""
_finders: dict[tuple[str, ...], AhoCorasick | None] = {}
"""What finds the texts of a list all at once, made when they are asked for a second time: for one
small text it takes longer to make than it saves.
"""


def _finder_of(words: tuple[str, ...]) -> AhoCorasick | None:
    if words not in _finders:
        if len(_finders) >= FINDERS:
            _finders.clear()
        _finders[words] = None
        return None
    finder = _finders[words]
    if finder is None:
        from ahocorasick_rs import AhoCorasick

        finder = _finders[words] = AhoCorasick(words)
    return finder
