"""What it takes to read a text before its language is known: the words of all languages
together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import IGNORE_CASE, lazy
from vaclint.text.remembered import Memory
from vaclint.text.sentences import SentenceWords, Splitter
from vaclint.text.wholes import Wholes
from vaclint.text.words import WORD, cut, lowered, words_of

if TYPE_CHECKING:
    from vaclint.model.document import FrontMatter

_BETWEEN = (lazy(r"\s+[|·•]\s+"), lazy(r"(?<=[.!?…])\s+"), lazy(r"\s+(?=\p{Lu})"))
"""How a line has parts: by signs, as sentences, as buttons that each begin with a capital."""

LEAST_WORDS = 3
"""A sentence of fewer words is a label or a row of facts."""
NO_SENTENCE_WORDS = SentenceWords(frozenset(), frozenset(), frozenset(), frozenset())


@lru_cache(4_096)
def key_of(text: str) -> str:
    """A key or label without case and separators: ``how_to_apply``, ``howToApply`` and ``How to
    apply:`` are one.
    """
    return "".join(char for char in text.lower() if char.isalnum())


def keys_of(fields: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """By key without case and separators, the facts it may hold."""
    found: dict[str, set[str]] = {}
    for fact, names in fields.items():
        for name in names:
            found.setdefault(key_of(name), set()).add(fact)
    return {key: frozenset(facts) for key, facts in found.items()}


_ROW_MOST = 100
"""A longer line is no row of buttons."""
_TOLD_LEAST = 2
"""So many words of a site say that a line is of it."""
_STOPS = (".", "?", ":")
_ADDRESS = ("@", "://", "www.")
"""A line with one of these is no row of buttons."""
_WORD = lazy(r"[\p{L}\p{N}][\p{L}\p{N}'’-]*+")
_RIGHTS = lazy(
    r"(?:[^\n]{0,90}?(?:[\p{Lu}\d][\w.&’'-]*|\p{L}{4,}|[.,|·•)–—-])\s{0,2})?©\s?\d{4}[^\n]{0,120}+"
    r"|(?:[^\n]{0,90}?[ .,])?\d{4}\s?©[^\n]{0,120}+"
)
"""Whose a page is, and since when."""
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg")
_PICTURE = lazy(r"[\w()-]{1,60}\.[a-z]{3,4}")
"""The name of a file, which ends in one of those."""
_ON, _BACK = "→»➔➜▾▼⌄", "←❮◀⬅«‹"
_ARROWS = frozenset(_ON + _BACK)
_LINK = lazy(rf"\p{{Lu}}[^.!?:\d\n]{{1,45}}?\s[{_ON}]|[{_BACK}]\s?\p{{L}}[^.!?:»›❯\n]{{2,45}}")
"""The words of a link back or on, or of a menu that opens, with its arrow."""
_NO_NAMES = lazy(r"[.!?:;\d@]")
_ROW_LEAST, _ROW_ANCHORS = 3, 2
"""So many names on one line make a menu, and so many of them stand in one only."""


def _words(text: str) -> list[str]:
    return [*map(intern, cut(lowered(text), WORD))]


class Interface(NamedTuple):
    """The words with which a site speaks of itself; all lower case."""

    strong: frozenset[str] = frozenset()
    """Words of a site alone: ``browser``, ``inloggen``."""
    actions: frozenset[str] = frozenset()
    """What its buttons do: ``save``, ``delen``."""
    things: frozenset[str] = frozenset()
    """What they do it with: ``page``, ``vacature``."""
    small: frozenset[str] = frozenset()
    """What may stand between these and says nothing."""

    def make(self, words: Sequence[str], *, is_sentence: bool) -> bool:
        """Whether the words of a line, in lower case, are those of a site only, and enough of them:
        an action with a thing, a strong word with another, or a row of actions. A sentence needs a
        strong one.
        """
        told = [word for word in words if word not in self.small and not word.isdigit()]
        if len(told) < _TOLD_LEAST or not all(self._knows(word) for word in told):
            return False
        if any(word in self.strong for word in told):
            return True
        acts = sum(word in self.actions for word in told)
        is_row = acts == len(words) or 0 < acts < len(told)
        return is_row and not is_sentence

    def acts(self, button: str) -> bool:
        """Whether one word is what a button does."""
        return button.lower() in self.actions

    def _knows(self, word: str) -> bool:
        return word in self.strong or word in self.actions or word in self.things


class Reading(NamedTuple):
    """Words for the readers of formats; all lower case."""

    fields: Mapping[str, frozenset[str]] = {}
    """The labels and front-matter keys that hold a fact, by the fact: ``title``, ``salary``,
    ``hours`` …
    """
    prose_keys: frozenset[str] = frozenset()
    """Front-matter keys whose value is text for readers."""
    opaque_keys: frozenset[str] = frozenset()
    """Front-matter keys whose value never is."""
    chrome: Wholes | None = None
    """The lines of a web page that are no part of the vacancy in it; None where nothing is known of
    them.
    """
    untold: str = ""
    """A pattern of those among them that state a fact of the advert, as when it was put there."""
    calls: tuple[str, ...] = ()
    """Patterns of the buttons of a page, one for each kind."""
    interfaces: tuple[Interface, ...] = ()
    """The words on buttons and counters of a site, a language each."""
    menu_anchors: frozenset[str] = frozenset()
    """Names of pages and fields of a form that stand in a menu or a form only."""
    menu_names: frozenset[str] = frozenset()
    """Names that belong to a menu or form where others of it stand beside them."""
    more: frozenset[str] = frozenset()
    """What stands behind a text that a page shows the begin of: ``read more``."""
    posting_texts: frozenset[str] = frozenset()
    """Properties of a JobPosting that are text."""
    split: Splitter = Splitter(NO_SENTENCE_WORDS)
    """Divides a text into sentences."""
    job_texts: frozenset[str] = frozenset()
    """Keys by which the text of a job is known in a list of jobs."""
    keys: Mapping[str, frozenset[str]] = {}
    """The same as ``fields`` the other way round, see ``keys_of``."""

    lines: Memory[bool] = Memory(0)
    """Whether a line belongs to a page, of those that were asked for last."""

    buttons: Memory[tuple[int, ...]] = Memory(0)
    """Which buttons lines are, of those that were asked for last."""
    running: Memory[tuple[tuple[int, int], ...]] = Memory(0)
    """The sentences of prose in texts that were asked for last."""

    def prose(self, text: str) -> tuple[tuple[int, int], ...]:
        """The ranges of the sentences of a text that are no labels or rows of facts."""
        return self.running.given(text, self._prose, text)

    def _prose(self, text: str) -> tuple[tuple[int, int], ...]:
        return tuple(
            (start, end)
            for start, end in self.split(text)
            if len(words_of(text[start:end])) >= LEAST_WORDS
        )

    cut: Memory[list[str]] = Memory(0)
    """The words of texts that were asked for last."""

    def words(self, text: str) -> list[str]:
        """The words of a text in lower case, which nobody changes."""
        return self.cut.given(text, _words, text)

    def is_chrome(self, line: str) -> bool:
        """Whether a line says by itself that it belongs to a page: whole, or each of its parts
        between ``|``, ``·`` and ``•``, each sentence, or each button of a row.
        """
        return self.chrome is not None and self.lines.given(line, self._is_chrome, line)

    def calls_of(self, line: str) -> tuple[int, ...]:
        """The kinds of button that a line is, by their index in ``calls``."""
        return self.buttons.given(line, self._calls_of, line)

    def _calls_of(self, line: str) -> tuple[int, ...]:
        return tuple(
            number
            for number, call in enumerate(self.calls)
            if lazy(call, IGNORE_CASE).fullmatch(line) is not None
        )

    def is_told(self, line: str) -> bool:
        """Whether a line of a page is one to remove, and no fact of the advert beside its text."""
        return not self.untold or lazy(self.untold, IGNORE_CASE).fullmatch(line) is None

    def _is_chrome(self, line: str) -> bool:
        if self._is_of_page(line):
            return True
        pieces = (between.split(line.strip()) for between in _BETWEEN)
        return any(self._are_of_page(parts) for parts in pieces if len(parts) > 1)

    def _is_of_page(self, line: str) -> bool:
        return (
            (self.chrome is not None and self.chrome.match(line))
            or self._is_of_interface(line)
            or self._is_by_its_signs(line)
            or self._is_row_of_names(line)
        )

    def _is_of_interface(self, line: str) -> bool:
        """Whether a line is short and has the words with which a site speaks of itself."""
        if len(line) > _ROW_MOST or any(sign in line for sign in _ADDRESS):
            return False
        words = cut(line.lower(), _WORD)
        is_sentence = line.rstrip().endswith(_STOPS)
        return any(each.make(words, is_sentence=is_sentence) for each in self.interfaces)

    def _is_by_its_signs(self, line: str) -> bool:
        """Whether a line is one of a page in any language: a right to the text with its year, the
        file of a picture, or a link with its arrow that is no button of an advert.
        """
        if "©" in line and _RIGHTS.fullmatch(line):
            return True
        if len(line) > _ROW_MOST:
            return False
        if line.endswith(_PICTURES):
            return _PICTURE.fullmatch(line) is not None
        is_link = not _ARROWS.isdisjoint(line) and _LINK.fullmatch(line) is not None
        return is_link and not self.calls_of(line)

    def _is_row_of_names(self, line: str) -> bool:
        """Whether a line is a menu: names of pages one after another, most of its words."""
        if len(line) > _ROW_MOST or _NO_NAMES.search(line) is not None:
            return False
        words = line.split()
        at = count = anchors = known = 0
        while at < len(words):
            size = self.name_at(words, at) if words[at][0].isupper() else 0
            if size:
                name = " ".join(words[at : at + size]).casefold()
                anchors += name in self.menu_anchors
                count, known = count + 1, known + size
            at += size or 1
        return count >= _ROW_LEAST and anchors >= _ROW_ANCHORS and 2 * known >= len(words)

    def name_at(self, words: Sequence[str], at: int) -> int:
        """How many words make the name of a page that begins at a word; 0 for none."""
        for size in (3, 2, 1):
            name = " ".join(words[at : at + size]).casefold()
            if name in self.menu_names or name in self.menu_anchors:
                return min(size, len(words) - at)
        return 0

    def _are_of_page(self, parts: list[str]) -> bool:
        """Whether each part belongs to a page or is a button, and not all are buttons that an
        advert has too.
        """
        told = 0
        for part in parts:
            if self._is_of_page(part) or any(each.acts(part) for each in self.interfaces):
                told += 1
            elif not any(lazy(call, IGNORE_CASE).fullmatch(part) for call in self.calls):
                return False
        return told > 0

    def with_fields(self, more: Mapping[str, Iterable[str]]) -> "Reading":
        """The same with more labels and keys, by the fact they hold."""
        if not more:
            return self
        own = {fact: frozenset(name.lower() for name in names) for fact, names in more.items()}
        fields = {
            fact: self.names(fact) | own.get(fact, frozenset()) for fact in {**self.fields, **own}
        }
        return self._replace(fields=fields, keys=keys_of(fields))

    def names(self, fact: str) -> frozenset[str]:
        """The labels and keys that hold a fact; none for one that no language names."""
        return self.fields.get(fact, frozenset())

    def facts_of(self, key: str) -> frozenset[str]:
        """The facts that a key or label may hold, compared without case, separators and camel case.

        Of a path the whole counts, and else each part: ``salary.min`` holds a salary.
        """
        found = self.keys.get(key_of(key))
        if found is None and "." in key:
            parts = (self.keys.get(key_of(part), frozenset()) for part in key.split("."))
            found = frozenset[str]().union(*parts)
        return found or frozenset()

    def holds(self, key: str, fact: str) -> bool:
        """Whether a key or label may hold a fact."""
        return fact in self.facts_of(key)


LABELS = frozenset(("label", "name", "key", "title", "heading"))
VALUES = frozenset(("value", "text", "content", "description"))


def labelled_pairs(
    entries: Iterable["FrontMatter"],
) -> Iterator[tuple[str, str, "FrontMatter"]]:
    """The keys with their values, in order; of a list of pairs such as
    ``facts: [{label: Pay, value: 3000}]`` the label with its value as well.
    """
    label = parent = ""
    for entry in entries:
        above, _, last = entry.key.rpartition(".")
        name = key_of(last)
        if above and name in LABELS:
            label, parent = entry.value, above
        elif above and above == parent and label and name in VALUES:
            yield label, entry.value, entry
            label = ""
            continue
        yield entry.key, entry.value, entry


NOTHING_KNOWN = Reading()
"""Of no language at all."""
