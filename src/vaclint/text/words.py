"""What a word is, in one place."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.sequences import MadeSequence
from vaclint.text.stretches import Stretches

if TYPE_CHECKING:
    import regex

WORD = lazy(r"[\p{L}\p{N}]+(?:[’'\-][\p{L}\p{N}]+)*")
"""Letters and digits; an apostrophe or hyphen between them belongs to the word."""
PROSE_WORD = lazy(r"\p{L}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*")
"""The same, when it begins with a letter: a number is no word of prose."""

_NAMED = lazy(
    r"(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}’'-]*+,?+ "
    r"(?P<name>\p{Lu}\p{L}*+)(?P<rest>[’'-][\p{L}’'-]*+)?(?=(?P<led> \p{Lu}\p{Ll})?)"
)
"""A word with a capital right behind one in small letters, and whether another such one follows."""
AT_ONCE = 4_096
"""Places of words that are looked at together: a line may have a million."""


class Word(NamedTuple):
    """A word of a text: lower-cased, with its range there; ``end`` is exclusive."""

    text: str
    start: int
    end: int


class Words(MadeSequence[Word]):
    """The words of a lower-case text from a place on. Where they stand is kept as two arrays of
    offsets: eight bytes a word, where tuples take two hundred.
    """

    def __init__(self, text: Stretches, start: int = 0, texts: Sequence[str] | None = None) -> None:
        """``start`` is the begin of a line; ``texts`` are the words where they are known already,
        and their places are found when they are asked for.
        """
        self._text = text
        self._start = start
        self._known = texts

    @cached_property
    def _places(self) -> tuple[array[int], array[int]]:
        """Where the words begin, and where they end."""
        starts, ends = array("I"), array("I")
        for begin, part in self._text:
            found = WORD.finditer(part, max(0, self._start - begin))
            while places := [match.span() for match in islice(found, AT_ONCE)]:
                starts.extend([begin + first for first, _ in places])
                ends.extend([begin + end for _, end in places])
        return starts, ends

    def __len__(self) -> int:
        return len(self._places[0] if self._known is None else self._known)

    def made(self, index: int) -> Word:
        """The word at an index."""
        starts, ends = self._places
        start, end = starts[index], ends[index]
        return Word(self._text[start:end], start, end)

    def __iter__(self) -> Iterator[Word]:
        for text, start, end in zip(self.texts(), *self._places, strict=True):
            yield Word(text, start, end)

    def texts(self) -> Iterator[str]:
        """The words without their places."""
        return iter(self._known) if self._known is not None else self._cut_texts()

    def _cut_texts(self) -> Iterator[str]:
        for begin, text in self._text:
            yield from self._cut(begin, begin + len(text), begin, text)

    def texts_in(self, start: int, end: int) -> list[str]:
        """Those between two places without their places."""
        return list(self._cut(start, end, start, self._text[start:end]))

    def _cut(self, start: int, end: int, begin: int, text: str) -> Iterator[str]:
        """The words between two places of a text that begins at a place."""
        starts, ends = self._places
        first, last = (bisect_left(starts, at) for at in (start, end))
        for a, b in zip(starts[first:last], ends[first:last], strict=True):
            yield text[a - begin : b - begin]

    def places(self) -> Iterator[tuple[int, int]]:
        """Where each word begins and ends."""
        return zip(*self._places, strict=True)


class Texts:
    """Words without their places, to be gone through any number of times."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __iter__(self) -> Iterator[str]:
        return self._words.texts()


def lowered(text: str) -> str:
    """A text in lower case, and as long: what becomes several characters stays as it is. To be
    called for each block, for one of millions of characters takes hundreds of megabytes.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


_STOPS = ".,:;!?)"
"""Signs that end no word."""


def cut(text: str, pattern: regex.Pattern[str]) -> list[str]:
    """What a pattern of words, such as ``WORD``, finds in a text. Most pieces between spaces are
    letters alone and need no pattern, which takes ten times as long.
    """
    found = []
    for piece in text.split():
        word = piece.rstrip(_STOPS)
        if word.isalpha():
            found.append(word)
        else:
            found += pattern.findall(piece)
    return found


def words_of(text: str) -> list[str]:
    """The words of a text; a number is none, a compound with hyphens is one."""
    return cut(text, PROSE_WORD)


def opening(text: str, most: int) -> str:
    """The first words of a text, to name it by."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


class Names(NamedTuple):
    """The words with a capital that stand right behind one in small letters, so that they are names
    there: ``a day at Empower``.
    """

    inside: frozenset[str]
    led: frozenset[str]
    """Those before another word with a capital: ``at the Wellcome Institute``."""


def names_in(text: str) -> Names:
    """The names of a text. Linear."""
    inside, led = set[str](), set[str]()
    for match in _NAMED.finditer(text):
        name = match["name"]
        inside.add(name)
        if match["rest"]:
            name += match["rest"]
            inside.add(name)
        if match["led"]:
            led.add(name)
    return Names(frozenset(inside), frozenset(led))


def in_case_of(replacement: str, text: str) -> str:
    """A replacement with a capital where the text it replaces has one."""
    if text[:1].isupper() and replacement[:1].islower():
        return replacement[0].upper() + replacement[1:]
    return replacement
