"""Two nouns between which no phrase can end, so that they are one compound.

A noun that is counted has an article or is a plural: without either it is no phrase of its own,
neither before another noun (``sterke product portfolio's``, ``met kennis sessies``) nor behind one
(``een groot belangen veld``). The stem of a verb stands before no noun but in a compound
(``veilige betaal producten``), and some words end compounds only (``werk nemers``). What stands
before and behind two nouns says whether a phrase may end between them; where it may, the list of
words must have them as one. Each question is asked of two words only.
"""

from __future__ import annotations

from vaclint.checks.compound_words import (
    ACT,
    FIRST,
    FIRSTS,
    LAST,
    MANY,
    NOUNS,
    ONE,
    SELDOM,
    SHORTEST_HEAD,
    STEM,
    STUFF,
    Compound,
    Lexicon,
    Pair,
)
from vaclint.checks.slips import Token
from vaclint.languages.slips import EDGE, NUMBER
from vaclint.text.named import NamedTuple

LED, BARE, OBJECT, NONE = "led", "bare", "object", ""
"""Before two nouns stands an article, or what needs a noun and is none, or a verb with its
subject, or none of these.
"""
USED_HERE = 1_000
"""A word of two languages that is used so often is one of this one."""
LONGEST_NUMBER = 3
"""Digits of a number that is no year."""
TIMES = 10
"""So often as the form of the verb a word is used that is rather a noun."""


class _Nouns(NamedTuple):
    """Two neighbours, with what was found out of them."""

    pair: Pair
    kinds: tuple[str, str]
    joined: str
    """The two as one word of the list; empty where it has none."""
    opening: str
    """``LED``, ``BARE`` or ``NONE``."""
    ends: bool
    """Whether a phrase ends behind them."""


def of_phrase(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """The compound that two nouns are by the phrase that they stand in, if any."""
    first, second = pair.first.text, pair.second.text
    words = lexicon.words
    is_begin = (
        pair.before[1] in EDGE and pair.written[1:].islower() and first not in words["commands"]
    )
    if not (pair.written.islower() or is_begin) or pair.after in words["subjects"]:
        return None
    if first == second or not (lexicon.kind(first) or first in lexicon.parts[STEM]):
        return None
    if any(second in words[name] for name in ("function-words", "places")):
        return None
    kinds = lexicon.kind(first), _kind_of_end(second, lexicon)
    joined = lexicon.joined(first, second)
    if not (joined or kinds[1]):
        return None  # no way tells them to be one
    nouns = _Nouns(pair, kinds, joined, _opening(pair, lexicon), lexicon.ends_phrase(pair))
    if not any(way(nouns, lexicon) for way in WAYS):
        return None
    better = joined or lexicon.written(lexicon.first_part(first), second)
    return Compound(pair.first.start, pair.second.end, better, "compound")


def _kind_of_end(word: str, lexicon: Lexicon) -> str:
    """What a noun is; the lists of what ends many compounds tell it of words that may be verbs."""
    kind = lexicon.kind(word)
    if kind in NOUNS:
        return kind
    lists = (("singular", ONE), ("plural", MANY), ("matter", STUFF))
    return next((told for name, told in lists if word in lexicon.words[name]), kind)


def of_quality(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``besluit vaardig``, ``of gelijk waardige``: a quality that the list has as one word with
    what stands before, where it says nothing else.
    """
    (_, before), words = pair.before, lexicon.words
    first, second = pair.first.text, pair.second.text
    if second not in words["qualities-too"] or first in words["function-words"]:
        return None
    joined = lexicon.joined(first, second)
    for ending in lexicon.endings["inflected"]:
        base = lexicon.joined(first, second.removesuffix(ending))
        joined = joined or (base + ending if base and second.endswith(ending) else "")
    may_be_led = before in words["determiners"] and before not in words["one"]
    is_noun = may_be_led and lexicon.kind(first) in FIRSTS
    if not joined or is_noun or not pair.written[1:].islower():
        return None
    return Compound(pair.first.start, pair.second.end, joined, "compound")


def of_number(first: Token, second: Token, text: str, lexicon: Lexicon) -> Compound | None:
    """``20 jarige``: a quality that a hyphen ties to its number."""
    written = text[first.start : first.end]
    if second.text not in lexicon.words["numbered"] or second.start != first.end + 1:
        return None
    if not written.isdigit() or not 0 < len(written) <= LONGEST_NUMBER:
        return None
    return Compound(first.start, second.end, f"{written}-{second.text}", "number")


def _opening(pair: Pair, lexicon: Lexicon) -> str:
    """What stands before two nouns."""
    (earlier, before), words = pair.before, lexicon.words
    if before in words["determiners"]:
        is_verb = before in words["subjects"] and _may_be_verb(pair.first.text, lexicon)
        return NONE if is_verb else LED  # 'je test projecten'
    if before in words["prepositions"] or before in words["measures"] or _is_hanging(pair, lexicon):
        return BARE
    if before in words["hanging"]:
        return BARE if _is_coordinate(pair, lexicon) else NONE
    if earlier in words["one"] and before not in EDGE:
        is_word = before in words["function-words"] or lexicon.kind(before) in FIRSTS
        return NONE if is_word else LED
    if not _is_adjective(before, lexicon):
        return OBJECT if _has_subject(pair, lexicon) else NONE
    if earlier in words["being"]:
        return NONE  # 'als nieuwe organisatie'
    return LED if earlier in words["determiners"] or _is_adjective(earlier, lexicon) else BARE


def _is_coordinate(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether they stand behind a noun without an article and ``en``, and the first is no verb that
    the list has in no compound with the second: ``stangen en last constructies``.
    """
    first, third = pair.first.text, tuple(lexicon.words["third-person"])
    if lexicon.kind(pair.before[0]) not in (MANY, STUFF) or _may_be_verb(first, lexicon):
        return False
    return not first.endswith(third) or bool(lexicon.joined(first, pair.second.text))


def _has_subject(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether a verb with its subject stands before them, so that they are its object: ``je doet``,
    ``zoeken wij``.
    """
    (earlier, before), words = pair.before, lexicon.words
    if before in words["foreign-adjectives"]:
        return False  # 'social media campagnes'
    if before in words["bare-subjects"]:
        is_verb = earlier not in EDGE and earlier not in words["function-words"]
        return is_verb and not _may_be_verb(pair.first.text, lexicon)
    is_verb = before not in EDGE and not lexicon.is_small(before) and not lexicon.kind(before)
    return is_verb and earlier in words["subjects"]


def _may_be_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be the form of a verb behind its subject or another verb."""
    stems = {word, *(word.removesuffix(end) for end in lexicon.words["third-person"])}
    return bool(stems & lexicon.parts[STEM]) or lexicon.kind(word) == ACT


def _is_hanging(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether they share their end with the word before: ``klant- en partner processen``."""
    return pair.before[1] in lexicon.words["hanging"] and pair.before[0].endswith("-")


def _is_adjective(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an inflected adjective, and no noun that ends so."""
    if word in lexicon.words["bare-adjectives"]:
        return True
    if word in lexicon.words["function-words"] or not lexicon.may_be_adjective(word):
        return False
    return lexicon.kind(word) not in FIRSTS


def _is_rather_noun(word: str, kind: str, lexicon: Lexicon) -> bool:
    """Whether a word that may be the stem of a verb is much more often a noun: ``groep``."""
    if kind in (ONE, STUFF):
        return True
    third = tuple(lexicon.words["third-person"])
    if kind != ACT or lexicon.ends_as(word, "infinitive-endings") or word.endswith(third):
        return False
    used = lexicon.listed.frequency
    forms = (used(word + end) for end in third)
    return used(word) >= TIMES * sum(form for form in forms if form > SELDOM)


def _is_bound(nouns: _Nouns, lexicon: Lexicon) -> bool:
    """Whether a word is used less by itself than in the compound: ``werk nemers``."""
    pair, used = nouns.pair, lexicon.listed.frequency
    if not nouns.joined or not nouns.kinds[0] or _is_measured(nouns, lexicon):
        return False
    return not lexicon.are_foreign(pair) and used(pair.second.text) < used(nouns.joined)


def _is_of_stem(nouns: _Nouns, lexicon: Lexicon) -> bool:
    """Whether the first is the stem of a verb, where a noun must stand: ``alle laad palen``."""
    word, (first, second) = nouns.pair.first.text, nouns.kinds
    if first or word not in lexicon.parts[STEM] or len(word) < SHORTEST_HEAD:
        return False
    is_subject = nouns.pair.before[1] in lexicon.words["subjects-too"]
    if nouns.opening in (NONE, OBJECT) or is_subject or not second or second == ACT:
        return False
    return not (lexicon.is_small(nouns.pair.second.text) or _is_apart(nouns, lexicon))


def _is_listed(nouns: _Nouns, lexicon: Lexicon) -> bool:
    """Whether two nouns that the list has as one stand where no phrase ends between them."""
    pair, (first, second) = nouns.pair, nouns.kinds
    if not nouns.joined or _is_apart(nouns, lexicon):
        return False
    is_noun = bool(second) or pair.second.text in lexicon.parts[LAST]
    is_verb = lexicon.ends_as(pair.second.text, "infinitive-endings") and second not in NOUNS
    if nouns.opening in (NONE, OBJECT):
        return is_noun and not is_verb and _is_without_article(nouns, lexicon)
    if first == MANY:
        is_bare = pair.before[1] in lexicon.words["prepositions"]
        return nouns.ends and (is_bare or (nouns.opening == LED and second == ONE))
    if first not in FIRSTS or lexicon.ends_as(pair.first.text, "infinitive-endings"):
        return False
    if _is_one(nouns, lexicon):
        return True
    is_bare = first == ONE and nouns.opening == BARE
    return is_noun and (is_bare or (nouns.ends and not is_verb))


def _is_without_article(nouns: _Nouns, lexicon: Lexicon) -> bool:
    """Whether two nouns that have nothing before them are no two phrases: ``Team leden sturen``,
    ``bewaakt klant tevredenheid.``, or all of a line.
    """
    pair, (first, second) = nouns.pair, nouns.kinds
    (earlier, before), words = pair.before, lexicon.words
    if before in EDGE:
        is_told = first == ONE or (second != MANY and pair.after in EDGE)
        return is_told and _is_rather_noun(pair.first.text, first, lexicon)
    if nouns.opening == OBJECT and first in (ONE, STUFF):
        return nouns.ends
    is_object = first == ONE and nouns.ends and earlier not in words["determiners"]
    return is_object and before not in words["function-words"] and not lexicon.kind(before)


def _is_counted(nouns: _Nouns, lexicon: Lexicon) -> bool:
    """Whether the first is counted and has no article, or the second is."""
    pair, (first, second) = nouns.pair, nouns.kinds
    if nouns.opening == NONE or not _is_rather_noun(pair.first.text, first, lexicon):
        return False
    if _is_apart(nouns, lexicon) or _is_number(pair.second.text, lexicon):
        return False
    is_act = lexicon.ends_as(pair.first.text, "never-alone")
    if is_act or (lexicon.ends_as(pair.second.text, "infinitive-endings") and second != MANY):
        return False
    if nouns.opening == OBJECT:
        return nouns.ends and second in NOUNS and first != ACT
    if nouns.opening == BARE and first == ONE:
        return _is_one(nouns, lexicon) or (nouns.ends and second in NOUNS)
    if _is_one(nouns, lexicon):
        return pair.after in EDGE if second == ACT else nouns.ends
    is_last = pair.after in EDGE and second in (MANY, STUFF) and nouns.opening == BARE
    return is_last and pair.first.text in lexicon.parts[FIRST]


def _is_one(nouns: _Nouns, lexicon: Lexicon) -> bool:
    """Whether the second is counted, and one."""
    word, kind = nouns.pair.second.text, nouns.kinds[1]
    if kind == ONE or word in lexicon.words["singular"]:
        return True
    return kind == ACT and _is_rather_noun(word, kind, lexicon)


def _is_number(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a number or another small word, that is a noun too."""
    words = lexicon.words
    return lexicon.is_small(word) and not any(
        word in words[name] for name in ("titled", "collective", "ends")
    )


def _is_measured(nouns: _Nouns, lexicon: Lexicon) -> bool:
    """Whether the first is a measure, a title or the like, and none that begins compounds too."""
    word, words = nouns.pair.first.text, lexicon.words
    if not lexicon.is_small(word):
        return False
    if not nouns.joined or word not in words["titled"] | words["collective"]:
        return True
    return word in words["collective"] and nouns.kinds[1] == MANY and nouns.opening != BARE


def _is_apart(nouns: _Nouns, lexicon: Lexicon) -> bool:
    """Whether two nouns may stand apart: a measure, somebody and a place, two foreign words."""
    pair, words = nouns.pair, lexicon.words
    first, second = pair.first.text, pair.second.text
    if _is_measured(nouns, lexicon) or second in words["borrowed"]:
        return True
    if lexicon.kind(pair.after) in FIRSTS or pair.after == NUMBER:
        return True
    if nouns.kinds[1] == MANY and words["singular-only"] & {*pair.before}:
        return True  # 'een verbetering voorstellen'
    if pair.after in words["governed"] and nouns.kinds[1] not in (ONE, MANY):
        return True
    if not nouns.joined and _are_foreign(pair, lexicon):
        return True
    if _is_hanging(pair, lexicon):
        return False
    if second in words["with-verbs"] and not _is_bare_end(nouns):
        return True
    is_place = first in words["bare-places"] and pair.before[1] in words["prepositions"]
    is_label = first in words["labels"] and nouns.opening in (NONE, OBJECT)
    if is_place or is_label or lexicon.is_person(first):
        return True
    return lexicon.may_be_adjective(first)


def _is_bare_end(nouns: _Nouns) -> bool:
    """Whether two nouns without an article end a sentence, or the first is counted."""
    return nouns.opening == BARE and (nouns.kinds[0] == ONE or nouns.pair.after in EDGE)


def _are_foreign(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether both are words of another language, and the second not well used in this one."""
    second = pair.second.text
    if not lexicon.are_foreign(pair):
        return False
    return lexicon.is_person(second) or lexicon.listed.frequency(second) < USED_HERE


WAYS = (_is_bound, _is_of_stem, _is_listed, _is_counted)
"""The ways in which two nouns are told to be one."""
