"""What is asked of two words beside each other that may be one compound, and what a language
knows of its compounds. What is made of it stands in ``compounds`` and ``noun_pairs``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vaclint.checks.slips import Token
from vaclint.languages.slips import EDGE
from vaclint.text.named import NamedTuple
from vaclint.text.stored import END, WordsByEnd

if TYPE_CHECKING:
    from vaclint.languages.wordlist import Wordlist

COMMON = 150_000
"""What is used more often than this is no first part but a function word."""
SELDOM = 60
"""What is used at most so often may be a word that only ends compounds."""
LONGEST = 60
"""A longer word is no compound."""
REMEMBERED = 10_000
"""Of so many words it is remembered whether they are ordinary."""
FIRST, LAST, STEM = "first", "last", "stem"
"""What a part may be: the first or last noun, or a first part that may be a verb too."""
ONE, MANY, STUFF, ACT, LINKED = "one", "many", "stuff", "act", "linked"
"""What a noun may be: one of which there are several, its plural, one without a plural or that
often stands without an article, the stem of a verb too, and what only begins a compound.
"""
BEGINNING = ("abbreviations", "hyphened", "hyphened-phrases", "positions")
"""The lists of what begins a compound whatever else it is."""
NOUNS = frozenset((ONE, MANY, STUFF))
FIRSTS = NOUNS | {ACT}
"""What begins a compound."""
SHORTEST_HEAD = END
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
    endings: dict[str, tuple[str, ...]]
    """What words of a kind end in, by the name of the list."""
    first_parts: dict[str, str]
    """Nouns, as they stand at the begin of a compound."""
    parts: dict[str, frozenset[str]]
    """What begins and ends listed compounds, by ``FIRST``, ``LAST`` and ``STEM``."""
    listed: Wordlist
    is_foreign: Callable[[str], bool]
    """Whether a word is one of another language."""
    ordinary: dict[str, bool]
    """What ``is_ordinary`` said of a word."""
    nouns: WordsByEnd[str]
    """What nouns are: ``ONE``, ``MANY`` and so on."""
    kinds: dict[str, str]
    """What ``kind`` said of a word."""
    begins: dict[str, bool]
    """What ``may_begin`` said of a word."""

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
        ends = self.nouns.like(word)
        if not ends:
            return ""
        for at in range(SHORTEST_HEAD, len(word) - SHORTEST_HEAD + 1):
            kind = ends.get(word[at:], "")
            if kind in NOUNS and word[at:] not in self.words["never-last"]:
                begins = (word[:at].removesuffix(link) for link in self.words["links"])
                return kind if any(begin in self.nouns for begin in begins) else ""
        return ""

    def kind_by_list(self, word: str) -> str:
        """What a compound is by the lists of what ends many; empty for another word."""
        for name, kind in (("singular", ONE), ("plural", MANY)):
            if any(word[at:] in self.words[name] for at in range(len(word) - SHORTEST_HEAD)):
                return kind if self.listed.knows(word) else ""
        return ""

    def is_linked(self, word: str) -> bool:
        """Whether a word has the link of a first part and is no plural: ``veiligheids``."""
        if not self.ends_as(word, "linked-endings") or self.ends_as(word, "unlinked-endings"):
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
        is_told = self.ends_as(linked, "linked-endings")
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
            ends = ends or word in self.words["qualities-too"]
            ends = ends or bool(self.kind(word)) or 0 < self.listed.frequency(word) <= SELDOM
            found = self.ordinary[word] = not ends and bool(self.listed.knows(word))
        return found

    def may_begin(self, word: str) -> bool:
        """Whether a word in lower case may begin a compound that the list does not have as one
        word: a noun, a part of others, an abbreviation, or a word that is not known. Remembered.
        """
        found = self.begins.get(word)
        if found is None:
            if len(self.begins) >= REMEMBERED:
                self.begins.clear()
            found = self.begins[word] = (
                any(word in self.words[name] for name in BEGINNING)
                or word in self.parts[FIRST]
                or word in self.parts[STEM]
                or word in self.first_parts
                or not word.isalpha()
                or bool(self.kind(word))
                or not (self.listed.knows(word) and self.listed.frequency(word))
            )
        return found

    def ends_as(self, word: str, name: str) -> bool:
        """Whether a word ends in one of a list."""
        return word.endswith(self.endings[name])

    def is_inflected(self, word: str) -> bool:
        """Whether a word ends like an inflected adjective."""
        return self.ends_as(word, "inflected")

    def is_adjective(self, word: str) -> bool:
        """Whether a word is an inflected adjective as far as its ending tells."""
        return self.is_inflected(word) and not self.is_small(word)

    def may_be_adjective(self, word: str) -> bool:
        """Whether a word ends like an adjective, and not as nouns do."""
        return self.is_inflected(word) and not self.ends_as(word, "endings-of-first")

    def is_person(self, word: str) -> bool:
        """Whether a word says by its ending that it is somebody at work."""
        return self.ends_as(word, "persons")

    def are_foreign(self, pair: Pair) -> bool:
        """Whether both of two neighbours are words of another language."""
        return self.is_foreign(pair.first.text) and self.is_foreign(pair.second.text)

    def ends_phrase(self, pair: Pair) -> bool:
        """Whether a phrase ends behind two neighbours, so that the second is no object."""
        ends = EDGE, self.words["openers"], self.words["behind-noun"]
        return any(pair.after in words for words in ends)

    def ends_one(self, word: str) -> bool:
        """Whether a word ends many compounds."""
        return word in self.words["ends"]

    def is_small(self, word: str) -> bool:
        """Whether a word begins no compound: a function word, adjective, measure or title."""
        return word in self.words["small"] or self.listed.frequency(word) > COMMON

    def is_noun(self, word: str) -> bool:
        """Whether a word is told as a noun by its ending."""
        return self.ends_as(word, "noun-endings")

    def written(self, first: str, second: str) -> str:
        """Two parts as one word: with a hyphen where vowels meet."""
        hyphen = "-" if first[-1] + second[0] in self.words["clashes"] else ""
        return first + hyphen + second

    def joined(self, first: str, second: str) -> str:
        """Two words as the list has them joined; empty where it does not. A link that is the begin
        of another second is left out: ``magazijn(s)tellingen``.
        """
        for link in self.words["links"]:
            if self.listed.frequency(way := self.written(first + link, second)):
                is_another = self.begins_another(link, second)
                return self.written(first, second) if is_another else way
        return ""

    def begins_another(self, link: str, second: str) -> bool:
        """Whether a link and a second part are another word, used more than that part."""
        if not link:
            return False
        return self.listed.frequency(link + second) > self.listed.frequency(second)
