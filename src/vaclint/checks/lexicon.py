"""All terms of all lexicon rules, found in one pass over the text.

An Aho-Corasick automaton (Aho and Corasick, 1975; here ``ahocorasick_rs``) gives every occurrence in time linear in the
text; Dutch word boundaries then decide. A letter, digit, hyphen or apostrophe beside a hit makes it part of a longer
word (``IT-challenge``, ``collega's``), which counts only for a term that says it may end or begin one.
"""

from __future__ import annotations

from collections import defaultdict

import ahocorasick_rs

from vaclint.checks import Hit, speaks
from vaclint.model.document import Document
from vaclint.rulebook.rules import Rule, Term


class Lexicon:
    """The terms of a set of rules, compiled once."""

    def __init__(self, rules: list[Rule]) -> None:
        self._owners: dict[str, list[tuple[Rule, Term]]] = defaultdict(list)
        for rule in rules:
            for term in rule.terms:
                self._owners[term.form].append((rule, term))
        self._forms = list(self._owners)
        self._automaton = ahocorasick_rs.AhoCorasick(self._forms) if self._forms else None

    def hits(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every rule, in order; of two that overlap the first, then the longest. Linear in the text."""
        found: dict[str, list[Hit]] = defaultdict(list)
        if self._automaton is None:
            return found
        haystack = document.haystack
        for index, start, end in self._automaton.find_matches_as_indexes(haystack, overlapping=True):
            joined_before, joined_after = _joined(haystack, start, -1), _joined(haystack, end, 1)
            for rule, term in self._owners[self._forms[index]]:
                if (joined_before and not term.head) or (joined_after and not term.stem):
                    continue
                language = document.language_of(document.block_at(start))
                if (term.language and term.language != language) or not speaks(rule, language):
                    continue
                if term.beside and not _fits(document, term, start):
                    continue
                if rule.data.get("case") and not _same_case(document, rule, term, start, end):
                    continue
                first = _grow(haystack, start, -1) if joined_before else start
                last = _grow(haystack, end, 1) if joined_after else end
                found[rule.code].append(Hit(term, first, last))
        for code, hits in found.items():
            hits.sort(key=lambda hit: (hit.start, -hit.end))
            kept: list[Hit] = []
            for hit in hits:
                if not kept or hit.start >= kept[-1].end:
                    kept.append(hit)
            found[code] = [hit for hit in kept if hit.term.weight > 0]  # weight 0 is a fixed phrase that hides the term inside it
        return found


def _fits(document: Document, term: Term, at: int) -> bool:
    """Whether the words around a hit are those with which the term means what the lexicon says."""
    block = document.block_at(at)
    text = document.haystack[block.start : block.start + len(block.text)]
    return any(word in text for word in term.beside) == term.wanted


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _joined(text: str, edge: int, step: int) -> bool:
    """Whether the character beyond an edge belongs to the same word; ``step`` is -1 before and 1 after."""
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
    while 0 <= at < len(text) and (_is_letter(text[at]) or (text[at] in "-'’" and _is_letter(text[at + step : at + step + 1] or " "))):
        at += step
    return at + 1 if step < 0 else at


def _same_case(document: Document, rule: Rule, term: Term, start: int, end: int) -> bool:
    """For a rule that minds capitals: the replacement's spelling is right already, so only other spellings count."""
    block = document.block_at(start)
    return block.text[start - block.start : end - block.start] != term.replacement
