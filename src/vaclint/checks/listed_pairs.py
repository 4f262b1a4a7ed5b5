"""Two words that the list of a language has as one: words of another language that are used in it
(``een business case``, ``webdesign``), and a first part that is no noun by itself (``de inlog
gegevens``). Each question is asked of two words only.
"""

from __future__ import annotations

from vaclint.checks.compound_words import (
    FIRST,
    FIRSTS,
    MANY,
    NOUNS,
    ONE,
    SHORTEST_HEAD,
    Compound,
    Lexicon,
    Pair,
)

KNOWN = 5_000
"""A first part that is used more often than this is a word of its own."""
OWN = 1_000
"""What two languages have and is used more often than this may be an adjective: ``bruin``."""


def of_listed_pair(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """The compound that the list has of two words, if any: a remark where both are of another
    language.
    """
    first, second = pair.first.text, pair.second.text
    is_plain = pair.written.islower() and len(first) >= SHORTEST_HEAD
    if not is_plain or lexicon.kind(second) not in NOUNS:
        return None
    if lexicon.is_small(first) or lexicon.kind(pair.after) in FIRSTS:
        return None
    if lexicon.are_foreign(pair):
        sure = False
        is_one = lexicon.listed.frequency(first) <= OWN and not _is_within(pair, lexicon)
    else:
        sure = True
        is_one = _is_first_part(first, lexicon) and lexicon.kind(second) in (ONE, MANY)
        is_one = is_one and not lexicon.is_foreign(second)
    better = lexicon.joined(first, second) if is_one else ""
    return Compound(pair.first.start, pair.second.end, better, "compound", sure) if better else None


def _is_first_part(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that is no noun begins listed compounds."""
    is_part = word in lexicon.parts[FIRST] or word in lexicon.first_parts
    return is_part and not lexicon.kind(word) and lexicon.listed.frequency(word) < KNOWN


def _is_within(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether two words stand among others of their language: ``managed service provider``."""
    return any(_is_only_foreign(word, lexicon) for word in (*pair.before, pair.after))


def _is_only_foreign(word: str, lexicon: Lexicon) -> bool:
    is_own = lexicon.listed.frequency(word) > KNOWN or lexicon.kind(word) in NOUNS
    return lexicon.is_foreign(word) and not is_own
