"""Where a sentence ends: at a mark before a capital or digit, unless the mark belongs to an
abbreviation or initial.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

_END = lazy(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+\s++(?=[\p{Lu}\p{N}“‘\"'(])")
_INITIALS = lazy(r"(?:\p{L}|\p{L}{1,3}(?:\.\p{L}{1,3})+)")
_LAST_WORD = lazy(r"[\p{L}.’']+(?=\.[^.]*$)")
_NEXT_WORD = lazy(r"\p{L}+")
LOOK_BACK = 30
"""So many characters before a full stop are looked at for an abbreviation."""
KEPT = 4096


class SentenceWords(NamedTuple):
    """What a language knows of full stops; lower case, abbreviations without their last stop."""

    abbreviations: frozenset[str]
    at_end: frozenset[str]
    """Abbreviations that may be the last word of a sentence, when one of ``starters`` follows."""
    starters: frozenset[str]
    letter_after: frozenset[str]
    """Before one of these a single letter is no initial: ``Rijbewijs B.``"""


def merged(given: Iterable[SentenceWords]) -> SentenceWords:
    """The words of several languages as one, for texts whose language is not known yet."""
    columns = zip(*given, strict=True)
    return SentenceWords(*(frozenset().union(*column) for column in columns))


class Splitter:
    """Divides texts into sentences; the last texts are remembered."""

    def __init__(self, words: SentenceWords) -> None:
        self._words = words
        self._kept: OrderedDict[str, tuple[tuple[int, int], ...]] = OrderedDict()

    def __call__(self, text: str) -> tuple[tuple[int, int], ...]:
        """The ranges of the sentences of a text; each takes in the white space behind it."""
        known = self._kept.get(text)
        if known is None:
            known = self._kept[text] = tuple(self._split(text))
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return known

    def _split(self, text: str) -> Iterator[tuple[int, int]]:
        start = 0
        for match in _END.finditer(text):
            before = text[max(start, match.start() - LOOK_BACK) : match.start() + 1]
            last = _LAST_WORD.search(before)
            is_stop = last and text[match.start()] == "."
            if (
                last
                and is_stop
                and self._goes_on(last[0].lower(), before[: last.start()], text, match.end())
            ):
                continue
            yield start, match.end()
            start = match.end()
        if start < len(text):
            yield start, len(text)

    def _goes_on(self, last: str, before: str, text: str, at: int) -> bool:
        """Whether a full stop belongs to the word before it, and the sentence goes on at a place
        behind it.
        """
        words = self._words
        if (
            last not in words.abbreviations
            and last not in words.at_end
            and not _INITIALS.fullmatch(last)
        ):
            return False
        if len(last) == 1 and (before.split() or [""])[-1].lower() in words.letter_after:
            return False
        follows = _NEXT_WORD.match(text, at)
        starts = follows is not None and follows[0].lower() in words.starters
        return not (starts and last in words.at_end)
