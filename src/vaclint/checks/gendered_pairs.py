"""A noun behind an article that is not its own, before another noun: ``het vacature beheer``, ``de
team leden``. No phrase ends behind the first, so that the two are one compound, whatever comes
next. Which nouns have which article, also as the end of a compound, is data. Each question is asked
of two words only.
"""

from __future__ import annotations

from vaclint.checks.compound_words import ACT, FIRSTS, SHORTEST_HEAD, Compound, Lexicon, Pair

GENDERS = ("common", "neuter")
"""The nouns of each article, by the name of the list."""
_OTHER = (("articles-common", "neuter"), ("articles-neuter", "common"))
"""The lists of articles, each with the gender that a noun behind one of them cannot have."""
HEADS = "-heads"
"""Behind that name: those that compounds with the article end in."""


def of_article(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """The compound that two nouns behind an article of another noun are, if any."""
    first, second = pair.first.text, pair.second.text
    other = _other_gender(pair, lexicon)
    if not other or not pair.written.islower() or first == second:
        return None
    if first in lexicon.words["bare-adjectives"] or lexicon.is_adjective(second):
        return None  # 'het standaard onderdeel'
    if not _has_gender(first, other, lexicon):
        return None
    kind, words = lexicon.kind(second), lexicon.words
    is_noun = kind in FIRSTS or lexicon.ends_one(second)
    is_verb = kind == ACT and lexicon.ends_as(second, "infinitive-endings")
    if not is_noun or is_verb or second in words["function-words"]:
        return None
    joined = lexicon.joined(first, second)
    if lexicon.are_foreign(pair) and not joined:
        return None
    better = joined or lexicon.written(lexicon.first_part(first), second)
    return Compound(pair.first.start, pair.second.end, better, "compound")


def _other_gender(pair: Pair, lexicon: Lexicon) -> str:
    """The gender that a noun behind the article before two words cannot have; empty where there is
    no article, or more than an adjective between.
    """
    (earlier, before), words = pair.before, lexicon.words
    for articles, other in _OTHER:
        if before in words[articles]:
            return other
    for articles, other in _OTHER:
        if earlier in words[articles]:
            is_adjective = lexicon.may_be_adjective(before) and lexicon.kind(before) not in FIRSTS
            return other if is_adjective and before not in words["function-words"] else ""
    return ""


def _has_gender(word: str, gender: str, lexicon: Lexicon) -> bool:
    """Whether a singular noun has an article, by itself or as a compound."""
    nouns, heads = lexicon.parts[gender], lexicon.parts[gender + HEADS]
    if word in nouns or word in heads:
        return True
    for at in range(SHORTEST_HEAD, len(word) - SHORTEST_HEAD + 1):
        if word[at:] in heads:
            return True
        if word[at:] in nouns:
            begins = (word[:at].removesuffix(link) for link in lexicon.words["links"])
            return any(begin in lexicon.nouns for begin in begins)
    return False
