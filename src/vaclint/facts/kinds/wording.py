"""What the words of a text say of its kind: a weighted sum, by weights that were trained."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

from vaclint.text.named import NamedTuple
from vaclint.text.remembered import Memory

FEW = 80
"""In a text with fewer known words and pairs they count for as much less."""
REMEMBERED = 2_000
"""Of so many blocks it is remembered what is known of their words, and at most of twice as many."""
SHOWN = 3
"""So many of the words that weigh most are named."""


class WordWeights(NamedTuple):
    """The weights of one language: of words and of pairs of words, in units of log odds."""

    constant: float
    weights: Mapping[str, float]
    remembered: Memory[frozenset[str]] = Memory(0)
    """What is known of the words of a block, of those that were asked for last."""

    def known_of(self, words: tuple[str, ...]) -> frozenset[str]:
        """The words and pairs of a block that have a weight."""
        return self.remembered.given(words, self._known_of, words)

    def _known_of(self, words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(filter(self.weights.__contains__, features_of(words)))


class Wording(NamedTuple):
    """The log odds that the words of a text give for a vacancy, and those that weigh most."""

    odds: float
    words: tuple[str, ...]


SILENT = Wording(0.0, ())


def features_of(block: Iterable[str]) -> Iterator[str]:
    """The words and numbers of a block and its pairs of neighbours."""
    words = [word for word in block if word.isalnum() or word[0].isalpha()]
    return chain(words, map(" ".join, pairwise(words)))


def weights_of(section: Mapping[str, Any]) -> WordWeights | None:
    """The weights of a language pack; None where it has none."""
    if not section:
        return None
    weights = {
        word: float(weight) for weight, words in section["weights"].items() for word in words
    }
    return WordWeights(section["constant"], weights, Memory(REMEMBERED))


def wording_of(blocks: Sequence[Sequence[str]], languages: Sequence[WordWeights]) -> Wording:
    """What the words say by the language that knows most of them. Linear in the words."""
    best: list[tuple[float, str]] = []
    constant = 0.0
    for language in languages:
        known = language.weights
        in_blocks = set[str]()  # not all sets at once: each is as large as its block or larger
        for words in blocks:
            in_blocks |= language.known_of(tuple(words))
        found = [(known[word], word) for word in in_blocks]
        if len(found) > len(best):
            best, constant = found, language.constant
    if not best:
        return SILENT
    odds = constant + math.fsum(weight for weight, _ in best) / math.sqrt(len(best))
    sign = 1.0 if odds > 0 else -1.0
    best.sort(key=lambda each: (-sign * each[0], each[1]))
    return Wording(odds * min(1.0, len(best) / FEW), tuple(word for _, word in best[:SHOWN]))
