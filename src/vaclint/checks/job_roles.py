"""Where a text speaks of a job in general without offering it: ``elke serveerster``, ``een goede
verkoopster luistert``, ``de taken van een receptioniste``.

That is behind a word for each, in a noun phrase with an adjective that opens a sentence, behind
``of`` and an article about something new, and in a question. A name behind the title and a verb in
the past are about somebody who is there. Linear in the sentence that is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from vaclint.checks.job_titles import LOOK_AROUND, Phrases, Quoted, is_particular, phrases_at
from vaclint.checks.places import sentence_at
from vaclint.model.document import Document
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy
from vaclint.text.quotations import quotations

ADJECTIVES = 3
"""How many words may stand between an article and the title."""

_BEHIND = lazy(r"[ ](?P<name>\p{Lu}[\p{Ll}-]+)|[ ](?P<word>\p{Ll}+)")
_PART_OF_WORD = lazy(r"['’-]\p{L}")


def names_role(
    document: Document, rule: Rule, start: int, end: int, quoted: Quoted = quotations
) -> bool:
    """Whether a range of the haystack is a job that the text speaks of in general; never for a rule
    that looks anywhere.
    """
    phrases = phrases_at(document, rule, start)
    if phrases is None or not phrases.each:
        return False
    block = document.block_at(start)
    text, at = block.text, start - block.start
    sentence, sentence_end = sentence_at(document, block, at)
    before = text[max(sentence, at - LOOK_AROUND) : at]
    behind = text[end - block.start : sentence_end]
    if not _is_general(before.lower().split(), behind, phrases) or _is_somebody(behind, phrases):
        return False
    return not is_particular(block.text, at, phrases, quoted)


def _is_general(before: Sequence[str], behind: str, phrases: Phrases) -> bool:
    """Whether the words of a sentence before a title make it one about anybody."""
    articles = [at for at, word in enumerate(before) if _is_article(word, phrases)]
    if not articles or _PART_OF_WORD.match(behind):
        return False
    at = articles[-1]
    adjectives = before[at + 1 :]
    if len(adjectives) > ADJECTIVES or not phrases.elsewhere.isdisjoint(adjectives):
        return False
    if before[at] in phrases.each:
        return True
    if at == 0 and (adjectives or before[0] in phrases.definite) and _opens(before, phrases):
        return True
    if before[at] not in phrases.indefinite or at == 0:
        return False
    return before[at - 1] in phrases.of or (
        before[0] in phrases.asking and behind.rstrip().endswith("?")
    )


def _opens(before: Sequence[str], phrases: Phrases) -> bool:
    """Whether a sentence begins with one of the openings."""
    begin = f"{' '.join(before)} "
    return any(begin.startswith(f"{opening} ") for opening in phrases.openings)


def _is_article(word: str, phrases: Phrases) -> bool:
    return word in phrases.each or word in phrases.definite or word in phrases.indefinite


def _is_somebody(behind: str, phrases: Phrases) -> bool:
    """Whether a name follows a title, or a verb that tells of what was."""
    following = _BEHIND.match(behind)
    if following is None:
        return False
    return following["name"] is not None or following["word"] in phrases.past
