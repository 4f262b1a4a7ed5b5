"""What is asked of two words beside each other that may be one compound, and what a language
knows of its compounds. What is made of it stands in ``compounds`` and ``noun_pairs``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vaclint.checks.slips import Token
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from vaclint.languages.wordlist import Wordlist

COMMON = 150_000
"""What is used more often than this is no first part but a function word."""
LONGEST = 60
"""A longer word is no compound."""
REMEMBERED = 50_000
"""Of so many words it is remembered whether they are ordinary."""
FIRST, LAST, STEM = "first", "last", "stem"
"""What a part may be: the first or last noun, or a first part that may be a verb too."""
ONE, MANY, STUFF, ACT, LINKED = "one", "many", "stuff", "act", "linked"
"""What a noun may be: one of which there are several, its plural, one without a plural or that
often stands without an article, the stem of a verb too, and what only begins a compound.
"""
NOUNS = frozenset((ONE, MANY, STUFF))
SHORTEST_HEAD = 4
"""Letters of the last part that tells what a compound is, at least, and of what stands before."""


class Compound(NamedTuple):
    """What is one compound: where it stands, how it is written, what it is, and whether surely."""

    start: int
    end: int
    better: str
    what: str
    sure: bool = True


class Pair(NamedTuple):
    """Two neighbours, with the words on both sides."""

    before: tuple[str, str]
    """The two words before, the nearest last."""
    first: Token
    second: Token
    after: str
    written: str
    """The first as it is written."""
    goes_on: bool
    """Whether a word with a capital stands before them, so that they may end a longer title."""


class Lexicon(NamedTuple):
    """What a language knows of its compounds."""

    words: dict[str, frozenset[str]]
    first_parts: dict[str, str]
    """Nouns, as they stand at the begin of a compound."""
    parts: dict[str, frozenset[str]]
    """What begins and ends listed compounds, by ``FIRST``, ``LAST`` and ``STEM``."""
    listed: Wordlist
    is_foreign: Callable[[str], bool]
    """Whether a word is one of another language."""
    ordinary: dict[str, bool]
    """What ``is_ordinary`` said of a word."""
    nouns: dict[str, str]
    """What nouns are: ``ONE``, ``MANY`` and so on."""
    kinds: dict[str, str]
    """What ``kind`` said of a word."""

    def kind(self, word: str) -> str:
        """What a noun is, also a compound by its last part; empty for another word. Remembered."""
        kind = self.kinds.get(word)
        if kind is None:
            if len(self.kinds) >= REMEMBERED:
                self.kinds.clear()
            kind = self.kinds[word] = self.nouns.get(word) or self._kind_by_end(word)
        return kind

    def _kind_by_end(self, word: str) -> str:
        """What a word is by what it ends in, behind another noun; empty where nothing is told."""
        if not 2 * SHORTEST_HEAD <= len(word) <= LONGEST or "-" in word:
            return ""
        if self.is_linked(word):
            return LINKED
        for at in range(SHORTEST_HEAD, len(word) - SHORTEST_HEAD + 1):
            kind = self.nouns.get(word[at:], "")
            if kind in NOUNS and word[at:] not in self.words["never-last"]:
                begins = (word[:at].removesuffix(link) for link in self.words["links"])
                return kind if any(begin in self.nouns for begin in begins) else ""
        return ""

    def is_linked(self, word: str) -> bool:
        """Whether a word has the link of a first part and is no plural: ``veiligheids``."""
        ends = tuple(self.words["linked-endings"])
        if not word.endswith(ends) or word.endswith(tuple(self.words["unlinked-endings"])):
            return False
        return self.kind(word.removesuffix(self.link)) in NOUNS and not self.listed.frequency(word)

    @property
    def link(self) -> str:
        """What most first parts take in a compound."""
        (link,) = self.words["link"]
        return link

    def first_part(self, word: str) -> str:
        """A noun as it stands at the begin of a compound."""
        if part := self.first_parts.get(word):
            return part
        linked = word + self.link
        if self.nouns.get(linked) == LINKED:
            return linked
        is_told = linked.endswith(tuple(self.words["linked-endings"]))
        return linked if is_told and not self.is_foreign(word) else word

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is known, ends no compound and is told as no noun: behind another known
        word it makes no compound. Remembered.
        """
        found = self.ordinary.get(word)
        if found is None:
            if len(self.ordinary) >= REMEMBERED:
                self.ordinary.clear()
            ends = word in self.parts[LAST] or self.ends_one(word) or self.is_noun(word)
            ends = ends or self.kind(word) in NOUNS
            found = self.ordinary[word] = not ends and bool(self.listed.knows(word))
        return found

    @property
    def inflected(self) -> tuple[str, ...]:
        """What inflected adjectives end in."""
        return tuple(self.words["inflected"])

    @property
    def endings(self) -> tuple[str, ...]:
        """What nouns end in that end like an inflected adjective."""
        return tuple(self.words["endings-of-first"])

    def ends_one(self, word: str) -> bool:
        """Whether a word ends many compounds."""
        return word in self.words["ends"]

    def is_small(self, word: str) -> bool:
        """Whether a word begins no compound: a function word, adjective, measure or title."""
        return word in self.words["small"] or self.listed.frequency(word) > COMMON

    def is_noun(self, word: str) -> bool:
        """Whether a word is told as a noun by its ending."""
        return word.endswith(tuple(self.words["noun-endings"]))

    def written(self, first: str, second: str) -> str:
        """Two parts as one word: with a hyphen where vowels meet."""
        hyphen = "-" if first[-1] + second[0] in self.words["clashes"] else ""
        return first + hyphen + second

    def joined(self, first: str, second: str) -> str:
        """Two words as the list has them joined; empty where it does not."""
        ways = (first + link + second for link in self.words["links"])
        return next((way for way in ways if self.listed.frequency(way)), "")
