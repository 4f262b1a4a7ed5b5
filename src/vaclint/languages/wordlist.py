"""The words of a language: pyspellchecker's list in a compact index on disk, and what may be made
of its words.

A list (343,585 Dutch and 160,572 English forms with how often they are used) is compiled once into
a trie (``marisa-trie``) in the store, and mapped into memory from there: opening it costs a
millisecond, a look-up some microseconds, both independent of the length of the list. Without a
store it is compiled in memory, which takes about a second. What may be made of listed words
(compounds, endings, other spellings) stands in the section ``[spelling]`` of the language.
"""

from __future__ import annotations

import importlib.util
from bisect import bisect
from contextlib import suppress
from itertools import islice
from math import log10
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import marisa_trie

from vaclint.model.store import untimed
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from vaclint.languages.language import Language
    from vaclint.model.store import Store

SECTION = "spelling"
"""The section of a pack; a language without one, or without ``list`` in it, has no list."""

Known = Literal["listed", "compound", ""]

_FORMAT = "<H"
_MOST_USED = 65_535
"""What a count of two bytes holds."""
_MIN_PART, _MAX_PARTS = 3, 4
_COMMON_PART = 1000
"""A part of three letters is taken for a word only when it is used so often."""
LONGEST = 60
"""A longer word is neither read as a compound nor corrected: that takes its length squared."""


class Spelling(NamedTuple):
    """What a language makes of listed words."""

    list: str
    """The name of its list in pyspellchecker."""
    letters: str
    """The letters to try in a correction."""
    links: tuple[str, ...] = ()
    """What may stand between the parts of a compound; none for a language without compounds."""
    loose_end: str = ""
    """What the first part of a compound may have too much at its end: ``gedachtengoed``."""
    endings: tuple[str, ...] = ()
    """What a listed word may be followed by without being another word."""
    closing: str = ""
    """What ends a listed word so that no ending stands behind it: the plural ``adverts``."""
    variants: tuple[tuple[str, str], ...] = ()
    """Letters that may be spelled otherwise, each with what the list has for them."""
    accents: Mapping[int, str] = {}
    """Accents that only stress a vowel, with the vowel."""
    doubled: str = ""
    """Consonants that are easily doubled by mistake, or not doubled."""
    particles: tuple[str, ...] = ()
    """Short words that stand before a verb as one word with it: ``nabellen``."""
    verbal: tuple[str, ...] = ()
    """What such a verb ends in."""


def has_list(language: Language) -> bool:
    """Whether a language has a list of words."""
    return "list" in language.section(SECTION)


def _spelling(data: Mapping[str, Any]) -> Spelling:
    """The section of a pack. Raises KeyError where it names no list."""
    return Spelling(
        data["list"],
        data.get("letters", ""),
        tuple(data.get("links", ())),
        data.get("loose-end", ""),
        tuple(data.get("endings", ())),
        data.get("closing", ""),
        tuple((old, new) for old, new in data.get("variants", ())),
        str.maketrans(data.get("accents", {})),
        data.get("doubled", ""),
        tuple(data.get("particles", ())),
        tuple(data.get("verbal", ())),
    )


REMEMBERED = 10_000
"""How often so many words are used is remembered, and how so many are known, some 2 MB each."""


class Wordlist:
    """The words of one language."""

    def __init__(self, language: Language, store: Store) -> None:
        """Open the index, or compile it. Raises KeyError for a language without a list."""
        self._spelling = _spelling(language.section(SECTION))
        self._trie = _open(self._spelling.list, store)
        self._known: dict[str, Known] = {}
        self._counts: dict[str, int] = {}
        self.is_listed: Callable[[str], bool] = self._trie.__contains__
        """Whether a form is listed, and so used at least once."""

    def frequency(self, word: str) -> int:
        """How often a listed form is used, at most 65,535; 0 for one that is not listed."""
        count = self._counts.get(word)
        if count is None:
            if len(self._counts) >= REMEMBERED:
                self._counts.clear()
            found = self._trie.get(word)
            count = self._counts[word] = found[0][0] if found else 0
        return count

    def begun(self, word: str) -> int:
        """How many letters a word has in common with the begin of a listed one, at most."""
        return bisect(range(1, len(word) + 1), 0, key=lambda size: self._begins_none(word[:size]))

    def _begins_none(self, begin: str) -> bool:
        return next(self._trie.iterkeys(begin), None) is None

    def knows(self, word: str) -> Known:
        """How a lower-case word is known: ``listed`` (also with an ending, an accent or a hyphen),
        as a ``compound``, or not.
        """
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._knows(word)
        return known

    def _knows(self, word: str) -> Known:
        word = word.strip("'-")
        plain = word.translate(self._spelling.accents)
        if not word or word in self._trie or plain in self._trie:
            return "listed"
        if self._has_ending(word) or self.is_variant(word):
            return "listed"
        if "-" in word:
            parts = [self.knows(part) for part in word.split("-") if len(part) > _MIN_PART]
            return min(parts, key=("", "compound", "listed").index, default="listed")
        return "compound" if self.is_compound(plain) else ""

    def is_compound(self, word: str) -> bool:
        """Whether a word, listed or not, can be read as a compound."""
        return any(True for _ in self.compounds(word))

    def _has_ending(self, word: str) -> bool:
        endings = (each for each in self._spelling.endings if word.endswith(each))
        stems = (word[: -len(ending)] for ending in endings)
        return any(
            len(stem) > _MIN_PART and stem in self._trie and not self._is_closed(stem)
            for stem in stems
        )

    def _is_closed(self, stem: str) -> bool:
        """Whether a word has an ending that no other one stands behind."""
        closing = self._spelling.closing
        return (
            bool(closing)
            and stem.endswith(closing)
            and not stem.endswith(2 * closing)
            and stem.removesuffix(closing) in self._trie
        )

    def is_variant(self, word: str) -> bool:
        """Whether a word is a listed one in another spelling that is right too: British English."""
        return any(other in self._trie for other, _, _ in self.respelled(word))

    def respelled(self, word: str) -> Iterator[tuple[str, str, str]]:
        """A word as the list would spell it, by each variant: with the letters it had, and those
        it has instead.
        """
        for old, new in self._spelling.variants:
            if old in word:
                yield word.replace(old, new), old, new

    def compounds(self, word: str, parts: int = 0) -> Iterator[tuple[str, ...]]:
        """The ways to read a word as a compound of listed words: parts and links in turn."""
        if not self._spelling.links or len(word) > LONGEST:
            return
        if not parts:
            yield from self._verbs(word)
        for first in reversed(self._trie.prefixes(word)):
            if not self._is_part(first) or len(word) - len(first) < _MIN_PART:
                continue
            rest = word[len(first) :]
            for link in self._spelling.links:
                if not rest.startswith(link):
                    continue
                tail = rest[len(link) :]
                if self._is_part(tail) and tail in self._trie:
                    yield first, link, tail
                elif parts + 3 <= _MAX_PARTS and len(tail) > 2 * _MIN_PART:
                    for more in self.compounds(tail, parts + 1):
                        yield first, link, *more

    def _verbs(self, word: str) -> Iterator[tuple[str, ...]]:
        """The ways to read a word as a verb that is used, behind a short word."""
        if word.endswith(self._spelling.verbal):
            for particle in self._spelling.particles:
                verb = word.removeprefix(particle)
                if verb != word and len(verb) > _MIN_PART and self.frequency(verb) >= _COMMON_PART:
                    yield particle, "", verb

    def firmness(self, word: str) -> float:
        """How firmly a word can be read as a compound: the logarithm (base 10) of how often the
        least used part of the best reading is used, one less for each part more than two and for
        each of three letters.
        """
        readings = [parts[::2] for parts in self.compounds(word)]
        return max(map(self._firmness, readings), default=0.0)

    def _firmness(self, parts: tuple[str, ...]) -> float:
        short = sum(len(part) == _MIN_PART for part in parts)
        return log10(min(map(self.frequency, parts))) - (len(parts) - 2) - short

    def differs_by_link(self, word: str, other: str) -> bool:
        """Whether two words are the same compound but for what stands between its parts."""
        links = self._spelling.links
        return any(
            first + link + "".join(rest) == other
            for first, _, *rest in self.compounds(word)
            for link in links
        )

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is known to be usual in the texts at hand: the list does not say."""
        return False

    def _is_part(self, word: str) -> bool:
        if len(word) == _MIN_PART:
            return self.frequency(word) >= _COMMON_PART
        return len(word) > _MIN_PART

    def corrections(self, word: str) -> list[tuple[str, int]]:
        """The listed words one change away, and how often they are used; the most used first.

        A change is a letter too many, too few or another, or two letters that changed places
        (Damerau 1964); where none gives a listed word, two letters that are doubled or single
        (``proffesioneel``).
        """
        if len(word) > LONGEST:
            return []
        near = self._listed(_edits(word, self._spelling.letters), word)
        if near:
            return near
        once = _toggled(word, self._spelling.doubled)
        twice = (again for each in once for again in _toggled(each, self._spelling.doubled))
        return self._listed(twice, word)

    def _listed(self, candidates: Iterable[str], word: str) -> list[tuple[str, int]]:
        counted = ((each, self.frequency(each)) for each in candidates if each != word)
        found = {candidate: used for candidate, used in counted if used}
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))

    def other_link(self, word: str) -> str:
        """The listed compound that a word is when its first part loses what it has too much at its
        end: ``gedachtegoed`` for ``gedachtengoed``; else nothing.

        Another link between the parts is no sign: ``klantrelaties`` is as good as
        ``klantenrelaties``.
        """
        loose_end = self._spelling.loose_end
        if not loose_end or word in self._trie or "-" in word:
            return ""
        for first, link, *rest in self.compounds(word):
            if len(first) > _MIN_PART and first.endswith(loose_end):
                candidate = first.removesuffix(loose_end) + link + "".join(rest)
                if self.frequency(candidate):
                    return candidate
        return ""

    def most_used_from(self, word: str, most: int) -> int:
        """How often the most used of the first ``most`` longer words that begin with a word is."""
        longer = islice(self._trie.iteritems(word), most)
        return max((count for each, (count,) in longer if each != word), default=0)

    def begins(self, word: str) -> bool:
        """Whether a longer listed word begins with a word, so that it may be cut off."""
        return any(longer != word for longer in islice(self._trie.iterkeys(word), 2))


def _toggled(word: str, consonants: str) -> Iterator[str]:
    """A word with one of its doubled letters single, or one of its single consonants doubled."""
    for at, letter in enumerate(word):
        if at and letter == word[at - 1]:
            yield word[:at] + word[at + 1 :]
        elif letter in consonants:
            yield word[:at] + letter + word[at:]


def _edits(word: str, letters: str) -> Iterator[str]:
    """What one change makes of a word. pyspellchecker has the same, but importing it takes longer
    than a whole check.
    """
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


def _list_of(name: str) -> Path:
    spec = importlib.util.find_spec("spellchecker")
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path()
    return folder / "resources" / f"{name}.json.gz"


def _open(listed: str, store: Store) -> marisa_trie.RecordTrie:
    name = Path(listed).name  # a list of the library, and nothing elsewhere
    source = _list_of(name)
    kept = f"words-{name}-{source.stat().st_size}.trie"
    with suppress(OSError, RuntimeError, ValueError):  # of another version
        if found := store.mapped(kept, marisa_trie.RecordTrie(_FORMAT).mmap):
            return found
    with untimed():
        made = _compiled(source)
    store.write_mapped(kept, made.tobytes())
    return made


def _compiled(source: Path) -> marisa_trie.RecordTrie:
    """The index of a list of the library."""
    import gzip
    import json

    counts = json.loads(gzip.decompress(source.read_bytes()))
    pairs = ((word, (min(int(count), _MOST_USED),)) for word, count in counts.items())
    return marisa_trie.RecordTrie(_FORMAT, pairs)
