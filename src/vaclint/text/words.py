"""What a word is, in one place."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.sequences import MadeSequence
from vaclint.text.stretches import Stretches

WORD = lazy(r"[\p{L}\p{N}]+(?:[’'\-][\p{L}\p{N}]+)*")
"""Letters and digits; an apostrophe or hyphen between them belongs to the word."""
PROSE_WORD = lazy(r"\p{L}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*")
"""The same, when it begins with a letter: a number is no word of prose."""


class Word(NamedTuple):
    """A word of a text: lower-cased, with its range there; ``end`` is exclusive."""

    text: str
    start: int
    end: int


class Words(MadeSequence[Word]):
    """The words of a lower-case text from a place on, kept as two arrays of offsets: eight bytes a
    word, where tuples take two hundred.
    """

    def __init__(self, text: Stretches, start: int = 0) -> None:
        """``start`` is the begin of a line."""
        self._text = text
        self._starts, self._ends = array("I"), array("I")
        for begin, part in text:
            places = [match.span() for match in WORD.finditer(part, max(0, start - begin))]
            self._starts.extend([begin + first for first, _ in places])
            self._ends.extend([begin + end for _, end in places])

    def __len__(self) -> int:
        return len(self._starts)

    def made(self, index: int) -> Word:
        """The word at an index."""
        start, end = self._starts[index], self._ends[index]
        return Word(self._text[start:end], start, end)

    def __iter__(self) -> Iterator[Word]:
        for text, start, end in zip(self.texts(), self._starts, self._ends, strict=True):
            yield Word(text, start, end)

    def texts(self) -> Iterator[str]:
        """The words without their places."""
        for begin, text in self._text:
            yield from self._cut(begin, begin + len(text), begin, text)

    def texts_in(self, start: int, end: int) -> list[str]:
        """Those between two places without their places."""
        return list(self._cut(start, end, start, self._text[start:end]))

    def _cut(self, start: int, end: int, begin: int, text: str) -> Iterator[str]:
        """The words between two places of a text that begins at a place."""
        first, last = (bisect_left(self._starts, at) for at in (start, end))
        for a, b in zip(self._starts[first:last], self._ends[first:last], strict=True):
            yield text[a - begin : b - begin]

    def places(self) -> Iterator[tuple[int, int]]:
        """Where each word begins and ends."""
        return zip(self._starts, self._ends, strict=True)


def words_of(text: str) -> list[str]:
    """The words of a text; a number is none, a compound with hyphens is one."""
    return PROSE_WORD.findall(text)


def opening(text: str, most: int) -> str:
    """The first words of a text, to name it by."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def in_case_of(replacement: str, text: str) -> str:
    """A replacement with a capital where the text it replaces has one."""
    if text[:1].isupper() and replacement[:1].islower():
        return replacement[0].upper() + replacement[1:]
    return replacement
