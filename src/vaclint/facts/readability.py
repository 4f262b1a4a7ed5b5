"""How hard a text is to read, in two published numbers, and what they are computed from.

Flesch-Douma (Douma 1960, for Dutch) and Flesch Reading Ease (Flesch 1948, for English) set the length of words in syllables and
of sentences against each other; LIX (Björnsson 1968) uses long words instead of syllables and does for both languages.
A formula is a signal, not a verdict: the rules point at the sentences that cause it.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from vaclint.model.document import Document
from vaclint.text.patterns import lazy

_SYLLABLES = {
    "nl": lazy(r"[ëïöü]|ij|aai?|ee[uw]?|oe[iu]?|ooi?|ieu?|eu|ui|ou|au|uu|ei|ai|[aeiouyéèêáàâóôíîúû]", regex.IGNORECASE),
    "en": lazy(r"(?!e\b|es\b|ed\b(?<![td]ed))[aeiouy]+", regex.IGNORECASE),
}
"""What makes a syllable: a vowel or a group of letters that stands for one."""

_LONG_WORD = 7
MIN_WORDS = 60
"""Of a shorter text a number says nothing."""

_WEIGHTS = {"nl": (206.84, 0.77, 0.93), "en": (206.835, 0.846, 1.015)}
"""Constant, weight of the syllables per 100 words, weight of the words per sentence: Douma 1960, Flesch 1948."""


class Readability(NamedTuple):
    """The measures of a text's paragraphs and list items."""

    words_per_sentence: float
    reading_ease: float
    lix: float


def readability(document: Document) -> Readability | None:
    """The measures of a text in a language there is a formula for; None for one of fewer words than ``MIN_WORDS``. Linear."""
    language = document.language
    if language not in _WEIGHTS:
        return None
    prose = document.prose
    words = [word for _, found in prose for word in found]
    if len(words) < MIN_WORDS:
        return None
    syllables = len(_SYLLABLES[language].findall("\n".join(sentence.text for sentence, _ in prose)))
    length = len(words) / len(prose)
    constant, per_syllable, per_word = _WEIGHTS[language]
    ease = constant - per_syllable * 100 * syllables / len(words) - per_word * length
    lix = length + 100 * sum(len(word) >= _LONG_WORD for word in words) / len(words)
    return Readability(round(length, 1), round(ease, 1), round(lix, 1))
