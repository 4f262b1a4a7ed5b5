"""How hard a text is to read, in two published numbers, and what they are computed from.

Flesch-Douma (Douma 1960, for Dutch) and Flesch Reading Ease (Flesch 1948, for English) set the
length of words in syllables and of sentences against each other; LIX (Björnsson 1968) uses long
words instead of syllables and does for both languages. A formula is a signal, not a verdict: the
rules point at the sentences that cause it. Beside them: how much of a text is about its reader.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from vaclint.languages.resources import Resources
from vaclint.model.document import Document
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.words import words_of

_LONG_WORD = 7
MIN_WORDS = 60
"""Of a shorter text a number says nothing."""
ADDRESSED = ("reader", "employer")
LEAST_ADDRESSED = 10
"""Of fewer words for the reader and the employer a share says nothing."""


class Readability(NamedTuple):
    """The measures of a text's paragraphs and list items."""

    words_per_sentence: float
    reading_ease: float
    lix: float


def readability(document: Document, resources: Resources) -> Readability | None:
    """The measures of a text in a language that gives a formula; None for one of fewer words than
    ``MIN_WORDS``. Linear.
    """
    language = resources.languages.get(document.language)
    formula = language.section("reading-ease") if language else {}
    if "syllables" not in formula:
        return None
    prose = document.prose
    words = long_words = syllables = 0
    for sentence in prose:
        counts = _counts(formula["syllables"], sentence.text)
        words += counts.words
        long_words += counts.long_words
        syllables += counts.syllables
    if words < MIN_WORDS:
        return None
    length = words / len(prose)
    ease = (
        formula["constant"]
        - formula["per-syllable"] * 100 * syllables / words
        - formula["per-word"] * length
    )
    lix = length + 100 * long_words / words
    return Readability(round(length, 1), round(ease, 1), round(lix, 1))


class _Counts(NamedTuple):
    """What a sentence has."""

    words: int
    long_words: int
    syllables: int


@lru_cache(8_192)
def _counts(pattern: str, sentence: str) -> _Counts:
    """What a sentence has, by a pattern of syllables."""
    found = words_of(sentence)
    return _Counts(
        len(found),
        sum(len(word) >= _LONG_WORD for word in found),
        sum(_syllables(pattern, each) for each in sentence.split()),
    )


@lru_cache(4_096)
def _syllables(pattern: str, word: str) -> int:
    """How often a pattern of syllables, which holds no white space, is found in a word."""
    return len(lazy(pattern, regex.IGNORECASE).findall(word))


def reader_focus(document: Document, resources: Resources) -> float | None:
    """How much a text is about its reader: of the words for the reader (*you*) and for the
    employer (*we*) the share of the first, from 0 to 1. None for a text with fewer than
    ``LEAST_ADDRESSED`` of both, or in a language that does not list them.
    """
    language = resources.languages.get(document.language)
    listed = language.section("reader-focus") if language else {}
    counts = document.word_counts
    reader, employer = (sum(counts[word] for word in listed.get(name, ())) for name in ADDRESSED)
    if reader + employer < LEAST_ADDRESSED:
        return None
    return round(reader / (reader + employer), 2)
