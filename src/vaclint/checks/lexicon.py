"""All terms of all lexicon rules, found in one pass over the text.

An Aho-Corasick automaton (Aho and Corasick, 1975; here ``ahocorasick_rs``) gives every occurrence
in time linear in the text; word boundaries then decide. A letter, digit, hyphen or apostrophe
beside a hit makes it part of a longer word (``IT-challenge``, ``collega's``), which counts only for
a term that says it may end or begin one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from math import isfinite
from typing import Any

from ahocorasick_rs import AhoCorasick

from vaclint.checks.context import Hit, Term
from vaclint.languages.inflect import inflected
from vaclint.model.blocks import Block
from vaclint.model.document import RUNNING, Document
from vaclint.rulebook.kind import Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.stored import Table, packed

PlainTerm = tuple[Any, ...]
"""A term as a plain tuple."""
_Numbered = tuple[int, PlainTerm]
"""A term with its place among those of its rule: of two with the same form the first goes before.
"""
StoredTerms = tuple[str, bytes] | tuple[()]
"""The signs of terms, with line ends between them, and the terms by sign."""
NAMES = "names"
"""The key of a rule that leaves several words with capitals inside a sentence alone: a name."""
_SENTENCE_ENDS = lazy(r"(?:^|[.!?:;|(\[\u2022\u2013\u2014-])[\W_]*$")
"""What stands before the first word of a sentence, or of a piece of one."""
LOOK_BACK = 80
"""Characters; further back no sentence ends right before a term."""
_RUN = re.compile(r"\w+")
"""Letters and digits as ``_is_letter`` has them."""


def read_terms(rule: Rule, preparation: Preparation) -> list[PlainTerm]:
    """The terms of a rule as plain tuples, in the order of the key ``terms`` of each language, with
    their inflected forms; ``stored`` makes of them what a prepared rule holds.

    A term is a row of a word list (forms with ``|`` between them, replacement, group, weight,
    context), or stands in the rule. ``*`` at an end of a form lets it be part of a longer word, a
    flag (``/s``) stands for inflected forms; the context is ``+`` or ``-`` and words of which one
    must, or none may, stand in the same block. Raises VaclintError.
    """
    terms: list[PlainTerm] = []
    for language, said in rule.said.items():
        if "terms" in said:
            for place, cells in _rows(said["terms"], language, preparation):
                terms += terms_of(cells, place, language, preparation)
    return terms


def _rows(value: Any, language: str, preparation: Preparation) -> list[tuple[str, list[str]]]:
    """The rows of the terms of a language, each with the place to name in an error."""
    if isinstance(value, str):
        rows = preparation.rows(language, "terms", value)
        return [(f"{preparation.path(language, value)}:{number}", cells) for number, cells in rows]
    if isinstance(value, Mapping):
        cells = [[term, other] for term, other in value.items()]
    elif isinstance(value, list):
        cells = [[term] for term in value]
    else:
        raise preparation.error(language, "terms", "'terms' must be text, a table or a list")
    for row in cells:
        if not all(isinstance(cell, str) for cell in row):
            message = f"a term and what to write instead are text, not {row[-1]!r}"
            raise preparation.error(language, "terms", message)
    return [("the rule", row) for row in cells]


def terms_of(
    cells: list[str], place: str, language: str, preparation: Preparation
) -> Iterable[PlainTerm]:
    """The terms of the cells of one row as plain tuples; ``place`` names the row in an error.
    Raises VaclintError.
    """
    forms, replacement, group, weight, context = [*cells, "", "", "", ""][:5]
    points = _points(weight)
    if points is None:
        raise preparation.error(language, "terms", f"'{weight}' in {place} is not a weight")
    if context and context[0] not in "+-":
        message = f"a context begins with + or -, not {context[:20]!r}, in {place}"
        raise preparation.error(language, "terms", message)
    beside = tuple(word.lower() for word in context[1:].split("|")) if context else ()
    for form in forms.split("|"):
        bare = form.strip().strip("*").lower()
        if not bare:
            message = f"a term in {place} is empty; remove it or write a word"
            raise preparation.error(language, "terms", message)
        for each in _inflected(bare, language, preparation):
            term = Term(
                each,
                replacement,
                group,
                points,
                head=form.startswith("*"),
                stem=form.endswith("*"),
                language=language,
                beside=beside,
                wanted=context[:1] == "+",
            )
            yield tuple(term)


def _points(weight: str) -> float | None:
    """The weight that a cell says, 1 when it is empty; None for what is none."""
    try:
        points = float(weight or 1)
    except ValueError:
        return None
    return points if isfinite(points) and points >= 0 else None


def _inflected(form: str, language: str, preparation: Preparation) -> list[str]:
    """The forms that a form with a flag stands for; of a rule for any language, those of all."""
    languages = preparation.resources.languages
    packs = [languages[language]] if language in languages else list(languages.values())
    if "/" not in form or not packs:
        return [form]
    return list(dict.fromkeys(each for pack in packs for each in inflected(form, pack)))


def stored(terms: Iterable[PlainTerm]) -> StoredTerms:
    """The terms of a rule as its prepared form holds them; empty for none."""
    by_sign: dict[str, list[_Numbered]] = {}
    for numbered in enumerate(terms):
        by_sign.setdefault(_sign_of(Term._make(numbered[1])), []).append(numbered)
    return ("\n".join(by_sign), packed(by_sign)) if by_sign else ()


PREFIX = 4
"""Letters of a word by which it is known that a term may begin it."""
ANYWHERE, BEGUN = "", "*"
"""The sign of a term that may stand anywhere, and what the sign of a begin of a word ends in."""


def _sign_of(term: Term) -> str:
    """What a text must have for a term to stand in it: its first word, or the begin of a word."""
    match = _RUN.match(term.form)
    if match is None or term.head:
        return ANYWHERE
    is_begin = term.stem and match.end() == len(term.form)
    return match[0][:PREFIX] + BEGUN if is_begin else match[0]


def _signs_in(document: Document) -> set[str]:
    """The signs of all terms that may stand in a text."""
    words = {word for _, text in document.haystack for word in _RUN.findall(text)}
    begins = {word[:size] + BEGUN for word in words for size in range(1, PREFIX + 1)}
    return {ANYWHERE} | words | begins


class _Finder(NamedTuple):
    """An automaton over forms, in order, and the rules of a form, each with its term."""

    forms: list[str]
    owners: Mapping[str, list[tuple[Rule, PlainTerm]]]
    automaton: AhoCorasick | None


def _finder(terms: Iterable[tuple[Rule, PlainTerm]]) -> _Finder:
    owners: dict[str, list[tuple[Rule, PlainTerm]]] = {}
    for rule, plain in terms:
        owners.setdefault(plain[0], []).append((rule, plain))
    forms = list(owners)
    return _Finder(forms, owners, AhoCorasick(forms) if forms else None)


FEW = 8
"""For so many texts an automaton is made over the terms whose sign is in the text, which takes a
tenth of the time that one over all terms takes; from then on there is one over all.
"""


class _Terms(NamedTuple):
    """The terms of a rule: their signs, and the terms of each."""

    rule: Rule
    signs: frozenset[str]
    by_sign: Table[list[_Numbered]]

    def of(self, signs: Iterable[str]) -> Iterator[tuple[Rule, PlainTerm]]:
        """The rule with each of its terms that have one of some signs, in their order."""
        found = sorted(chain.from_iterable(self.by_sign[sign] for sign in signs))
        return ((self.rule, term) for _, term in found)


class Lexicon:
    """The terms of a set of rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """``rules`` are prepared, each with its terms."""
        self._terms = [
            _Terms(rule, frozenset(given[0].split("\n")), Table(given[1]))
            for rule in rules
            if (given := rule.prepared["terms"])
        ]
        self._whole: _Finder | None = None
        self._looked = 0

    def _finder(self, document: Document) -> _Finder:
        """What finds the terms of a text."""
        if self._whole is not None:
            return self._whole
        self._looked += 1
        if self._looked > FEW or not document.is_small:  # the words of a large text are many
            every = (each.of(each.signs) for each in self._terms)
            self._whole = _finder(chain.from_iterable(every))
            return self._whole
        signs = _signs_in(document)
        return _finder(chain.from_iterable(each.of(each.signs & signs) for each in self._terms))

    def hits(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every rule, in order; of two that overlap the first, then the longest. Linear
        in the text.
        """
        found: dict[str, list[Hit]] = defaultdict(list)
        forms, owners, automaton = self._finder(document)
        if automaton is None:
            return found
        for begin, text in document.haystack:
            for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
                before, after = _joined(text, start, -1), _joined(text, end, 1)
                for rule, plain in owners[forms[index]]:
                    term = Term._make(plain)
                    if (before and not term.head) or (after and not term.stem):
                        continue
                    if not _is_meant(document, rule, term, begin + start, begin + end):
                        continue
                    first = _grow(text, start, -1) if before else start
                    last = _grow(text, end, 1) if after else end
                    found[rule.code].append(Hit(term, begin + first, begin + last))
        return {code: _without_overlaps(hits) for code, hits in found.items()}


def hits_in(part: Document, hits: Mapping[str, list[Hit]]) -> Mapping[str, list[Hit]] | None:
    """The hits of a document that is a part of one with some hits; None for another."""
    if part.part_of is None:
        return None
    start = part.part_of[1]
    end = start + len(part.haystack)
    return {
        code: [
            Hit(hit.term, hit.start - start, hit.end - start)
            for hit in found
            if start <= hit.start < end
        ]
        for code, found in hits.items()
    }


def _is_meant(document: Document, rule: Rule, term: Term, start: int, end: int) -> bool:
    """Whether a term is in the language of its place, among the right words, and not spelled as it
    should be already.
    """
    block = document.block_at(start)
    language = document.language_of(block)
    if (term.language and term.language != language) or not rule.speaks(language):
        return False
    if term.beside:
        text = document.lowered(block)
        if any(word in text for word in term.beside) != term.wanted:
            return False
    if rule.data.get(NAMES) and " " in term.form and _is_name(block, start, end):
        return False
    minds_case = rule.data.get("case")
    return not minds_case or block.text[start - block.start : end - block.start] != term.replacement


def _is_name(block: Block, start: int, end: int) -> bool:
    """Whether some words inside a sentence each begin with a capital, as those of a name do."""
    text, at = block.text, start - block.start
    if not all(word[:1].isupper() for word in text[at : end - block.start].split()):
        return False
    ends = _SENTENCE_ENDS.search(text, max(0, at - LOOK_BACK), at)
    return block.kind in RUNNING and ends is None


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    """The hits in order without those that overlap an earlier one; a weight of 0 hides what stands
    inside the term.
    """
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return [hit for hit in kept if hit.term.weight > 0]


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _joined(text: str, edge: int, step: int) -> bool:
    """Whether the character beyond an edge belongs to the same word; ``step`` is -1 before and 1
    after.
    """
    at = edge - 1 if step < 0 else edge
    if not 0 <= at < len(text):
        return False
    if _is_letter(text[at]):
        return True
    if text[at] == "-" and step > 0:
        return True  # also the first half of 'sales- en marketingteam'
    beyond = at + step
    return text[at] in "-'’" and 0 <= beyond < len(text) and _is_letter(text[beyond])


def _grow(text: str, edge: int, step: int) -> int:
    """Move an edge outward to the end of the word."""
    at = edge - 1 if step < 0 else edge
    while 0 <= at < len(text) and (
        _is_letter(text[at])
        or (text[at] in "-'’" and _is_letter(text[at + step : at + step + 1] or " "))
    ):
        at += step
    return at + 1 if step < 0 else at
