"""The words of a language: pyspellchecker's list in a compact index on disk, and what may be made of its words.

The list (343,585 Dutch and 160,572 English forms with how often they are used) is compiled once into a trie (``marisa-trie``)
in the cache, and mapped into memory from there: opening it costs a millisecond, a look-up some microseconds, both
independent of the length of the list. Without a cache it is compiled in memory, which takes about a second.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import marisa_trie

from vaclint.project import cache as disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LISTED = 50
"""The frequency of a word that is in the list but not in the texts it was counted in."""

Known = Literal["listed", "compound", ""]

_FORMAT = "<H"
_LINKS = {"nl": ("", "s", "e", "en", "n"), "en": ()}
"""What may stand between the parts of a compound."""

_ENDINGS = {
    "nl": ("'s", "'tje", "'tjes", "'er", "'ers", "'en", "s", "'", "n", "e", "en", "er", "ers", "tje", "tjes", "je", "jes"),
    "en": ("'s", "s", "'", "es", "ed", "ing", "er", "ers", "ly"),
}
"""What a listed word may be followed by without being another word."""

_BRITISH = (
    ("is", "iz"),
    ("ys", "yz"),
    ("our", "or"),
    ("tre", "ter"),
    ("ll", "l"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("programme", "program"),
)

_LETTERS = {"nl": "abcdefghijklmnopqrstuvwxyzëïöüéèç", "en": "abcdefghijklmnopqrstuvwxyz"}
"""The letters to try in a correction."""

_MIN_PART, _MAX_PARTS = 3, 4
_COMMON_PART = 1000
"""A part of three letters is taken for a word only when it is used so often."""

_ACUTE = str.maketrans("áéíóúàèìòùý", "aeiouaeiouy")


class Wordlist:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        """Open the index, or compile it. Raises KeyError for a language without a list."""
        self.language = language
        self._links = _LINKS[language]
        self._trie = _open(language)
        self._known: dict[str, Known] = {}

    def frequency(self, word: str) -> int:
        """How often a listed form is used, at most 65,535; 0 for one that is not listed."""
        found = self._trie.get(word)
        return found[0][0] if found else 0

    def knows(self, word: str) -> Known:
        """How a lower-case word is known: ``listed`` (also with an ending, an accent or a hyphen), as a ``compound``, or not."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._knows(word)
        return known

    def _knows(self, word: str) -> Known:
        word = word.strip("'-")
        plain = word.translate(_ACUTE)  # stressed: dít, héél
        if not word or word in self._trie or plain in self._trie:
            return "listed"
        if any(word.endswith(ending) and self._is_base(word[: -len(ending)]) for ending in _ENDINGS[self.language]):
            return "listed"
        if self.language == "en" and any(old in word and word.replace(old, new) in self._trie for old, new in _BRITISH):
            return "listed"
        if "-" in word:
            parts = [part for part in word.split("-") if len(part) > _MIN_PART]
            return min((self.knows(part) for part in parts), key=("", "compound", "listed").index, default="listed")
        return "compound" if any(True for _ in self.compounds(plain)) else ""

    def _is_base(self, stem: str) -> bool:
        return len(stem) > _MIN_PART and stem in self._trie

    def compounds(self, word: str, parts: int = 0) -> Iterator[tuple[str, ...]]:
        """The ways to read a word as a compound of listed words: parts and the links between them."""
        for first in reversed(self._trie.prefixes(word)):
            if not self._is_part(first) or len(word) - len(first) < _MIN_PART:
                continue
            rest = word[len(first) :]
            for link in self._links:
                if not rest.startswith(link):
                    continue
                tail = rest[len(link) :]
                if self._is_part(tail) and tail in self._trie:
                    yield first, link, tail
                elif parts + 3 <= _MAX_PARTS and len(tail) > 2 * _MIN_PART:
                    for more in self.compounds(tail, parts + 1):
                        yield first, link, *more

    def _is_part(self, word: str) -> bool:
        return len(word) > _MIN_PART or (len(word) == _MIN_PART and self.frequency(word) >= _COMMON_PART)

    def corrections(self, word: str) -> list[tuple[str, int]]:
        """The listed words one change away, and how often they are used; the most used first.

        A change is a letter too many, too few or another, or two letters that changed places (Damerau 1964); where none gives a
        listed word, two letters that are doubled or single (``proffesioneel``).
        """
        near = self._listed(_edits(word, _LETTERS[self.language]), word)
        return near or self._listed((twice for once in _toggled(word) for twice in _toggled(once)), word)

    def _listed(self, candidates: Iterable[str], word: str) -> list[tuple[str, int]]:
        found = {candidate: used for candidate in candidates if candidate != word and (used := self.frequency(candidate))}
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    def other_link(self, word: str) -> str:
        """The listed compound that a word is with another link: ``gedachtegoed`` for ``gedachtengoed``; else nothing."""
        if word in self._trie or "-" in word:
            return ""
        for first, link, *rest in self.compounds(word):
            for other in self._links:
                candidate = first + other + "".join(rest)
                if other != link and self.frequency(candidate):
                    return candidate
            if len(first) > _MIN_PART and first.endswith("n") and self.frequency(first[:-1] + link + "".join(rest)):
                return first[:-1] + link + "".join(rest)
        return ""


def _toggled(word: str) -> Iterator[str]:
    """A word with one of its doubled letters single, or one of its single consonants doubled."""
    for at, letter in enumerate(word):
        if at and letter == word[at - 1]:
            yield word[:at] + word[at + 1 :]
        elif letter in "bdfgklmnprst":
            yield word[:at] + letter + word[at:]


@cache
def wordlist(language: str) -> Wordlist:
    """The words of a language, opened once. Raises KeyError for a language without a list."""
    return Wordlist(language)


def _edits(word: str, letters: str) -> Iterator[str]:
    """What one change makes of a word. pyspellchecker has the same, but importing it takes longer than a whole check."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in letters:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def _list_of(language: str) -> Path:
    spec = importlib.util.find_spec("spellchecker")
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path()
    return folder / "resources" / f"{language}.json.gz"


def _open(language: str) -> marisa_trie.RecordTrie:
    source = _list_of(language)
    name = f"words-{language}-{source.stat().st_size}-{marisa_trie.__name__}.trie"
    folder = disk.cache_folder() if disk.enabled() else None
    trie = marisa_trie.RecordTrie(_FORMAT)
    if folder is not None:
        try:
            return trie.mmap(str(folder / name))
        except (OSError, RuntimeError, ValueError):
            pass  # not compiled yet, or damaged
    import gzip
    import json

    counts = json.loads(gzip.decompress(source.read_bytes()))
    made = marisa_trie.RecordTrie(_FORMAT, ((word, (min(int(count), 65_535),)) for word, count in counts.items()))
    disk.write(name, made.tobytes())
    return made
