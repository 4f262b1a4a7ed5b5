"""Words that are in no list and make no compound, while a listed word is one letter away.

A spell checker that reports every unknown word drowns its reader in names and trade terms. This one speaks only when it has
something likely to offer: a word is left alone when it is listed, when Dutch can make it of listed words, when it is a name
(a capital inside a sentence), an abbreviation, holds a digit, stands in quotation marks, or comes back so often that it is a
term; and what is left is reported only for a correction of one change that is listed, and for a short word often used. Two
real words in a row and a real word in the wrong place (``gebeurd`` for ``gebeurt``) are not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vaclint.checks import Context, in_case_of, speaks
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import PLACEHOLDER, Block, sentences
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

if TYPE_CHECKING:
    from vaclint.languages.wordlist import Wordlist

_WORD = lazy(r"(?<![\p{L}\p{N}_@#\\.)-]|[’']s )\p{L}[\p{L}'’]*+(?:-\p{L}[\p{L}'’]*+)*+(?![\p{N}_@\\(-]|\.\p{L}|/-)")
_QUOTED = lazy(r"[“\"«„][^”\"»]{1,80}[”\"»]|[‘'](?!s )[^’']{1,80}[’'](?!\p{L})")

_OTHER = {"nl": "en", "en": "nl"}
"""The other language that an advert is full of: ``onboarding`` in a Dutch one, ``werkweek`` in an English one."""

SHORT, LONG = 5, 8
"""Shorter words are left alone; from ``LONG`` letters on any listed correction will do."""
USED, WELL_USED = 200, 500
"""How often the correction of a short word must be used, and one that outweighs a reading as a compound."""
TERM = 3
"""A word that stands in a text so often is a term of it."""
STRONG_PART = 5
"""A compound whose parts have so many letters is taken for one, however near another word is."""


def correction(words: Wordlist, word: str) -> str:
    """What a lower-case word without a hyphen is likely meant to be; empty when it may be right."""
    known = words.knows(word)
    if len(word) < SHORT or known == "listed":
        return ""
    if known and (other := words.other_link(word)):
        return other
    if known and any(min(len(part) for part in parts[::2]) >= STRONG_PART for parts in words.compounds(word)):
        return ""
    least = WELL_USED if known else 1 if len(word) >= LONG else USED
    near = words.corrections(word)
    if not near or near[0][1] < least or any(_is_ending(word, better) for better, _ in near):
        return ""
    return near[0][0]


def _is_ending(word: str, better: str) -> bool:
    """Whether two forms differ in their last letter only, so that one may be a form of the other that the list lacks."""
    return word[:-1] in (better, better[:-1]) or word == better[:-1]


def _word_of(token: str) -> tuple[str, str]:
    """A token without a closing quotation mark, and the word as lists have it."""
    written = token.rstrip("'’")
    return written, written.lower().replace("’", "'")


def _unknown(tokens: Iterable[str], words: Wordlist) -> frozenset[str]:
    """The tokens that are long enough to judge and in no list."""
    pairs = ((token, _word_of(token)[1]) for token in tokens)
    return frozenset(token for token, word in pairs if len(word) >= SHORT and "-" not in word and words.knows(word) != "listed")


def check_spelling(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each misspelt word. Linear in the text; corrections are computed for unknown words only."""
    from vaclint.languages.wordlist import wordlist

    document = context.document
    better_of: dict[str, str] = {}
    found = set(_WORD.findall(document.text))
    unknown = {language: _unknown(found, wordlist(language)) for language in document.languages if language in _OTHER}
    for rule in rules:
        fine = {word.lower() for word in rule.options.get("words", ())} | context.fine
        for block in document.blocks:
            language = document.language_of(block)
            if (block.kind == "field" and block.front_matter) or not speaks(rule, language):
                continue
            words = wordlist(language)
            for match in _WORD.finditer(block.text) if unknown[language] else ():
                if match[0] not in unknown[language]:
                    continue
                written, word = _word_of(match[0])
                if word in fine or document.word_counts[word] >= TERM or not _is_prose(block, match.start(), written):
                    continue
                if wordlist(_OTHER[language]).frequency(word):
                    continue
                if word not in better_of:
                    better_of[word] = correction(words, word)
                if not (better := better_of[word]):
                    continue
                span = block.span(match.start(), match.start() + len(written))
                shown = in_case_of(better, written)
                yield context.found(rule, span, replacement=shown, fixes=context.replacing(span, written, shown), text=written)


def _is_prose(block: Block, at: int, written: str) -> bool:
    """Whether a word is one of the language as far as its capitals and neighbours tell: no name, abbreviation, address or quotation."""
    text = block.text
    if PLACEHOLDER in text[max(0, at - 1) : at + len(written) + 1] or written[1:] != written[1:].lower():
        return False
    if any(quoted.start() <= at < quoted.end() for quoted in _QUOTED.finditer(text)):
        return False
    return written[0].islower() or (len(written) >= LONG and (at == block.value_at or any(at == start for start, _ in sentences(text))))
