"""What a word is, in one place."""

from typing import NamedTuple

from vaclint.text.patterns import lazy

WORD = lazy(r"[\p{L}\p{N}]+(?:[’'\-][\p{L}\p{N}]+)*")
"""Letters and digits; an apostrophe or hyphen between them belongs to the word."""
PROSE_WORD = lazy(r"\p{L}[\p{L}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*")
"""The same, when it begins with a letter: a number is no word of prose."""


class Word(NamedTuple):
    """A word of a text: lower-cased, with its range there; ``end`` is exclusive."""

    text: str
    start: int
    end: int


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
