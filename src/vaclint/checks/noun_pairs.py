"""Two nouns beside each other, or a name and a noun, that can only be one compound.

What a noun is stands in a table of the language: of which there are several (``ONE``), its plural
(``MANY``), without a plural or often without an article (``STUFF``), and what only begins a
compound (``LINKED``). A singular noun of which there are several needs an article: behind another
noun that has the article it is the end of a compound (``de selectie procedure``), and without an
article, before a plural, it is the begin of one (``diverse klant vragen``). What else two nouns
beside each other may be (a measure, a title, a person and a place of work) is data. Each question
is asked of two words only.
"""

from __future__ import annotations

from vaclint.checks.compound_words import (
    ACT,
    FIRST,
    FIRSTS,
    LAST,
    LINKED,
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
from vaclint.languages.slips import EDGE, END, NUMBER, SIGN
from vaclint.text.patterns import lazy

_NAME = lazy(r"\p{Lu}\p{Ll}++\p{Lu}[\p{Lu}\p{Ll}]*+|\p{Ll}\p{Lu}\p{Ll}{2,}+")
"""A name with a capital inside: ``WordPress``, ``SaaS``, ``iPhone``."""

USED_HERE = 1_000
"""A word of two languages that is used so often is one of this one."""


def _compound(pair: Pair, lexicon: Lexicon) -> Compound:
    """The compound of two nouns, as the list has it where it does."""
    first, second = pair.first.text, pair.second.text
    better = lexicon.joined(first, second) or lexicon.written(lexicon.first_part(first), second)
    return Compound(pair.first.start, pair.second.end, better, "compound")


def of_nouns(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """The compound that two nouns are, if any."""
    first, second = pair.first.text, pair.second.text
    is_worker = lexicon.is_person(second) and bool(lexicon.listed.knows(second))
    kinds = lexicon.kind(first), lexicon.kind(second) or (ONE if is_worker else "")
    if not kinds[1]:
        return None
    if first in lexicon.words["hyphened-phrases"]:
        if kinds[1] not in NOUNS or lexicon.is_foreign(second) or lexicon.is_person(second):
            return None  # 'een hands-on collega'
        return _compound(pair, lexicon)._replace(sure=False)
    if _is_hyphened(pair, lexicon):
        is_own = second in lexicon.words["ends"] or not lexicon.is_foreign(second)
        is_noun = kinds[1] in FIRSTS and not _is_infinitive(second, kinds[1], lexicon)
        return _compound(pair, lexicon) if is_own and is_noun else None
    if not pair.written[1:].islower() or first == second:
        return None
    if second in lexicon.words["function-words"]:
        return None
    if second in lexicon.words["days"] and pair.after in lexicon.words["again"]:
        return None  # `dag en nacht`
    begins = pair.written.islower() or pair.before[1] in EDGE
    if kinds[0] == LINKED and begins and second in lexicon.nouns:
        return _compound(pair, lexicon)
    if kinds[0] not in FIRSTS or kinds[1] not in FIRSTS:
        return None
    if ACT in kinds and _is_act(pair, lexicon):
        return _compound(pair, lexicon)
    if kinds[1] == ACT:
        return None
    is_part_of_day = first in lexicon.words["day-parts"] and bool(lexicon.joined(first, second))
    if lexicon.is_small(first) and not is_part_of_day:
        return _compound(pair, lexicon) if _is_title_part(pair, kinds, lexicon) else None
    if not is_part_of_day and _may_be_apart(pair, lexicon):
        return None
    if _stand_alone(pair, kinds, lexicon):
        return _compound(pair, lexicon)
    ways = (_is_one, _is_bare, _is_listed)
    if pair.written.islower():
        is_one = any(way(pair, kinds, lexicon) for way in ways)
        return _compound(pair, lexicon) if is_one else None
    is_one = _is_titled(pair, kinds, lexicon)
    return _compound(pair, lexicon)._replace(sure=False) if is_one else None


def _is_titled(pair: Pair, kinds: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether a noun with a capital begins a compound: on a line of its own (``Kantoor functies``),
    or inside a sentence behind an article, at the end of a phrase (``een Horeca houding``).
    """
    before, is_last = pair.before[1], lexicon.ends_phrase(pair)
    if kinds[0] not in (ONE, STUFF) or not is_last or pair.goes_on:
        return False
    if before == END and pair.after == END:
        return _is_bare(pair, kinds, lexicon)
    is_led = before in lexicon.words["determiners"] or lexicon.is_adjective(before)
    return is_led and kinds[1] == ONE and lexicon.ends_one(pair.second.text)


def _is_hyphened(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether a word is a compound with a hyphen of its own that another noun makes longer, behind
    an article or adjective or at the end of a phrase: ``een data-engineering project``.
    """
    before, words = pair.before[1], lexicon.words
    if pair.first.text in words["hyphened"]:
        return True
    if before in words["hanging"]:
        return False  # 'een gratis en user-friendly programma'
    begin, _, last = pair.first.text.rpartition("-")
    if not begin or not pair.written.islower() or not lexicon.is_foreign(begin):
        return False
    is_noun = lexicon.kind(last) in (ONE, STUFF) or lexicon.is_noun(last)
    is_adjective = begin in words["foreign-adjectives"] or lexicon.may_be_adjective(last)
    if is_adjective or not is_noun:
        return False
    is_led = before in words["determiners"] or lexicon.is_adjective(before)
    return is_led or (before in words["openers"] and lexicon.ends_phrase(pair))


def _is_title_part(pair: Pair, kinds: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether a noun behind which a title or name may stand begins a compound all the same:
    ``andere vacature sites``, ``Stage vergoeding`` on a line of its own.
    """
    first, second = pair.first.text, pair.second.text
    are_foreign = lexicon.are_foreign(pair) and not lexicon.joined(first, second)
    if first not in lexicon.words["titled"] or are_foreign or pair.after == NUMBER:
        return False
    if not pair.written.islower():
        is_alone = pair.before[1] in EDGE and pair.after in EDGE
        return is_alone and _is_listed(pair, kinds, lexicon)
    return _is_bare(pair, kinds, lexicon) or _is_listed(pair, kinds, lexicon)


def _is_listed(pair: Pair, kinds: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether two nouns that the list has as one end a phrase: ``veel toekomst perspectief.``"""
    before, first, words = pair.before[1], pair.first.text, lexicon.words
    if ACT in kinds or kinds[0] == MANY or not lexicon.ends_phrase(pair):
        return False
    is_object = kinds[1] == MANY and before in words["singular-only"]
    if is_object or before in words["subjects"] or lexicon.may_be_adjective(first):
        return False
    if first in words["commands"] or first in words["bare-places"]:
        return False
    return bool(lexicon.joined(first, pair.second.text))


def _is_act(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether two nouns of which one may be a verb too are one that the list has: behind ``een``
    (``een hoef smid.``) or an article with a preposition before it (``op het scheepvaart
    verkeer.``), at the end of a phrase.
    """
    (earlier, before), words, first = pair.before, lexicon.words, pair.first.text
    if not pair.written.islower() or lexicon.is_small(first) or not lexicon.ends_phrase(pair):
        return False
    second = pair.second.text
    if _is_infinitive(second, lexicon.kind(second), lexicon):
        return False
    if lexicon.may_be_adjective(first) or _may_be_apart(pair, lexicon):
        return False
    is_led = before in words["one"] or (
        before in words["determiners"] and earlier in words["openers"]
    )
    has_adjective = lexicon.is_adjective(before) and earlier in words["one"]
    return (is_led or has_adjective) and bool(lexicon.joined(first, second))


def _is_infinitive(word: str, kind: str, lexicon: Lexicon) -> bool:
    """Whether a noun that may be a verb too ends like one that stands behind its object."""
    return kind == ACT and lexicon.ends_as(word, "infinitive-endings")


def of_foreign(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``een travel bedrijf``, ``met piping systemen``: a noun of another language that the list
    lacks, before a noun of the language. Adjectives of that language (``agile teams``) stand apart,
    and so does what more words of it stand before.
    """
    first, second, (_, before) = pair.first.text, pair.second.text, pair.before
    is_label = before in EDGE and pair.after in EDGE and first in lexicon.words["foreign-firsts"]
    is_written = pair.written.islower() or (is_label and pair.written[1:].islower())
    if len(first) < SHORTEST_HEAD or not is_written or lexicon.is_small(first):
        return None
    kind = lexicon.kind(second)
    is_noun = kind in (ONE, MANY) or lexicon.ends_one(second) or (is_label and kind == STUFF)
    if not is_noun or lexicon.is_foreign(second):
        return None
    if lexicon.listed.frequency(first) or not lexicon.is_foreign(first):
        return None
    is_adjective = first in lexicon.words["foreign-adjectives"]
    if is_adjective or lexicon.ends_as(first, "foreign-adjective-endings"):
        return None
    if is_label:
        return _compound(pair, lexicon)._replace(sure=False)
    if _goes_before_foreign(before, lexicon) or (before in EDGE and pair.after in EDGE):
        return None
    if lexicon.kind(pair.after) in FIRSTS or pair.after in lexicon.words["governed"]:
        return None
    is_led = before in lexicon.words["determiners"] or lexicon.is_adjective(before)
    is_end = lexicon.ends_phrase(pair) or pair.after in lexicon.words["finite"]
    return _compound(pair, lexicon) if is_end or (is_led and kind != MANY) else None


def _goes_before_foreign(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be the first of two of another language: ``open source``."""
    if not lexicon.is_foreign(word):
        return False
    is_own = lexicon.listed.frequency(word) > USED_HERE and lexicon.kind(word) not in NOUNS
    return not is_own or word in lexicon.words["foreign-adjectives"]


def _is_bare(pair: Pair, kinds: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether two nouns without an article are one compound: a noun that needs its article, or
    one of another language, before a plural at the end of a phrase (``relevante markt
    rapporten``, ``met development werkzaamheden``).
    """
    (earlier, before), words, first = pair.before, lexicon.words, pair.first.text
    if kinds[1] != MANY and pair.second.text not in words["matter"]:
        return False
    second = pair.second.text
    if not lexicon.ends_phrase(pair) or (
        lexicon.is_foreign(second) and not lexicon.ends_one(second)
    ):
        return False
    if not (kinds[0] == ONE or (kinds[0] == STUFF and lexicon.is_foreign(first))):
        return False
    if lexicon.may_be_adjective(first) and first not in lexicon.parts[FIRST]:
        return False
    is_act = lexicon.ends_as(first, "never-alone") and not lexicon.is_foreign(first)
    may_be_verb = before in words["hanging"] and first.endswith(tuple(words["third-person"]))
    if may_be_verb and not lexicon.joined(first, second):
        return False  # 'knipt stangen en last constructies'
    if is_act or first in words["bare-places"] or first in words["labels"]:
        return False
    if lexicon.is_adjective(before) and kinds[0] == ONE:
        return earlier not in words["determiners"]
    return before in words["leading"] or before in EDGE


def _stand_alone(pair: Pair, kinds: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether two nouns have nothing beside them that could part them: somebody at work or a
    listed compound on a line of its own (``- Bakfiets bezorger``), or a noun that needs an article
    at the end of what a word such as ``met`` begins (``met prestatie bonus.``).
    """
    words, before, first, second = lexicon.words, pair.before[1], pair.first.text, pair.second.text
    if first in words["labels"]:
        return False
    is_led = before in words["leading"] and pair.written.islower() and kinds[1] == ONE
    if is_led and (kinds[0] != MANY or lexicon.joined(first, second)):
        return pair.after in EDGE if before in words["hanging"] else lexicon.ends_phrase(pair)
    if pair.after not in EDGE or kinds[0] == MANY:
        return False
    if before not in EDGE or kinds[0] == ACT or kinds[1] == STUFF:
        return False
    if lexicon.ends_as(first, "never-alone"):
        return False
    is_person = lexicon.is_person(second) and kinds[1] == ONE
    return is_person or bool(lexicon.joined(first, second))


def _may_be_apart(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether two nouns may be more than one compound: somebody and a place of work, two words of
    another language, the first two of three.
    """
    first, second = pair.first.text, pair.second.text
    if second in lexicon.words["borrowed"] or pair.after in lexicon.words["governed"]:
        return True
    if lexicon.kind(pair.after) in FIRSTS:
        return True
    is_person = lexicon.is_person(first)
    return is_person or lexicon.are_foreign(pair)


def _is_one(pair: Pair, kinds: tuple[str, str], lexicon: Lexicon) -> bool:
    """Whether two nouns must be one by what stands around them: the article of a noun that needs
    its own (``de selectie procedure``), ``een`` before a plural (``een ploegen dienst``), what asks
    for a plural before one of several (``diverse klant vragen``), or a noun without an article
    before somebody at work (``als dakkapel monteur``).
    """
    words, (earlier, before) = lexicon.words, pair.before
    if kinds == (ONE, MANY):
        return before in words["counted"]
    if kinds == (MANY, STUFF) and before in words["one"]:
        return lexicon.ends_phrase(pair)
    if kinds[1] == ONE and kinds[0] != MANY and before in words["being"]:
        return lexicon.is_person(pair.second.text)
    is_person = lexicon.is_person(pair.second.text) and before in words["determiners"]
    is_subject = (is_person or pair.after in words["finite"]) and earlier in EDGE
    is_subject = is_subject or (pair.after in words["finite"] and earlier in words["openers"])
    if kinds[1] != ONE or not (is_subject or lexicon.ends_phrase(pair)):
        return False
    article = before if before in words["determiners"] else ""
    if not article and lexicon.is_adjective(before) and earlier in words["determiners"]:
        article = earlier
    if not article or article in words["pronouns"]:
        return False
    return kinds[0] != MANY or article in words["singular-only"]


def of_titles(pair: Pair, second: str, lexicon: Lexicon) -> Compound | None:
    """``Dakkapel Monteur``, ``MAGAZIJN MEDEWERKER``: what somebody does, with two capitals; other
    nouns, and a first word that may be a verb, where the list has them as one. ``second`` is as it
    is written.
    """
    first, last = pair.first.text, pair.second.text
    kinds = lexicon.kind(first), lexicon.kind(last)
    is_noun = kinds[1] in (ONE, MANY) or (kinds[1] == STUFF and lexicon.joined(first, last) != "")
    if kinds[0] not in FIRSTS or not is_noun or _may_be_apart(pair, lexicon):
        return None
    is_alone = pair.before[1] in EDGE and pair.after in EDGE
    if kinds[1] == MANY and not (is_alone and lexicon.joined(first, last)):
        return None
    if first in lexicon.parts[STEM] and not lexicon.joined(first, last):
        return None  # 'bij Koop Bakker'
    is_person = lexicon.is_person(last)
    is_foreign = lexicon.is_foreign(last) and not lexicon.ends_one(last)
    if is_foreign or lexicon.is_small(first) or kinds[0] == MANY:
        return None
    before = pair.before[1]
    is_whole = before in lexicon.words["determiners"] or is_alone
    if not is_person and not (is_whole and lexicon.joined(first, last)):
        is_heading = is_alone and lexicon.ends_one(last) and kinds[0] in (ONE, STUFF)
        if not is_heading or lexicon.is_foreign(first) or lexicon.ends_as(first, "never-alone"):
            return None  # 'de club Actie Natuur'
        found = _compound(pair, lexicon)._replace(sure=False)
        return found._replace(better=found.better.upper()) if second.isupper() else found
    if second.isupper() and first not in lexicon.parts[FIRST]:
        return None
    found = _compound(pair, lexicon)
    return found._replace(better=found.better.upper()) if second.isupper() else found


def with_name(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``IT beveiliging``, ``hun IAM processen``, ``een WordPress developer``: what is not known as
    an abbreviation only behind an article or adjective.
    """
    first, second, before = pair.first.text, pair.second.text, pair.before[1]
    words = lexicon.words
    is_known = first.rpartition("/")[2] in words["abbreviations"]
    if not is_known and pair.written.islower():
        return None  # no name and no abbreviation
    kind = lexicon.kind(second) or lexicon.kind_by_list(second)
    may_be_adverb = second in words["adverbs-too"] and not is_known
    if second in words["qualities"] and not may_be_adverb and (is_known or _is_name(pair, lexicon)):
        better = f"{pair.written}-{second}"
        return Compound(pair.first.start, pair.second.end, better, "abbreviation")
    is_act = kind == ACT and not _is_infinitive(second, kind, lexicon) and lexicon.ends_phrase(pair)
    is_act = is_act and not pair.written.islower()
    if not is_known and (
        lexicon.kind(pair.after) in FIRSTS or (is_act and lexicon.is_foreign(second))
    ):
        return None  # 'de Azure cloud infrastructuur', 'in de Azure cloud'
    if kind not in NOUNS and not is_act:
        return None
    may_end = before in words["openers"] or before in words["determiners"]
    is_last = pair.after in EDGE or pair.after in words["behind-noun"]
    if kind == STUFF and before in words["determiners"] and not is_last:
        return None  # 'via de cao toegang tot'
    if not is_known:
        if not (_is_name(pair, lexicon) or _is_abbreviation(pair, lexicon)):
            return None
        is_led = before in words["determiners"] or lexicon.is_adjective(before)
        is_led = is_led or before in words["bare-adjectives"]
        is_person = before in words["being"] and lexicon.is_person(second)
        is_alone = before == END and pair.after in EDGE and _may_lead(pair, kind, lexicon)
        is_object = before in words["openers"] and kind == MANY and lexicon.ends_phrase(pair)
        if not (is_led or is_person or is_alone or is_object or _is_listing(pair, kind, lexicon)):
            return None
        if kind == STUFF and not lexicon.ends_phrase(pair):
            return None
    better = f"{pair.written}-{second}"
    is_told = _NAME.fullmatch(pair.written) and lexicon.ends_phrase(pair)
    may_part = may_end and (not is_told or second in words["borrowed"])
    sure = kind == ONE or not may_part
    return Compound(pair.first.start, pair.second.end, better, "abbreviation", sure)


def _is_listing(pair: Pair, kind: str, lexicon: Lexicon) -> bool:
    """Whether a product and a noun are one of several things, ``Trello borden, Canva sjablonen``:
    behind a sign or ``en``, at the end of a phrase.
    """
    before, first = pair.before[1], pair.first.text
    is_product = first in lexicon.words["products"]
    is_product = is_product or _is_camel(pair, lexicon)
    is_within = before == SIGN or before in lexicon.words["hanging"]
    return is_product and is_within and kind in (ONE, MANY) and lexicon.ends_phrase(pair)


def _is_camel(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether a word is a name by a capital inside: not ``AllRound``."""
    is_adjective = pair.first.text in lexicon.words["never-first"]
    return not is_adjective and _NAME.fullmatch(pair.written) is not None


def _is_name(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether a word is a name by a capital inside, or one that is no word of the language."""
    written, first = pair.written, pair.first.text
    if _is_camel(pair, lexicon):
        return True
    is_titled = written[0].isupper() and written[1:].islower() and pair.before[1] not in EDGE
    if not is_titled or "-" in first or pair.goes_on:
        return False
    if first in lexicon.words["products"]:
        return True
    if lexicon.ends_as(first, "of-places"):
        return False
    return not (lexicon.listed.knows(first) or lexicon.is_foreign(first))


def _may_lead(pair: Pair, kind: str, lexicon: Lexicon) -> bool:
    """Whether a word that is hardly one of the language, ``AGB``, stands before a noun of which
    there are several, or that ends many compounds.
    """
    is_rare = lexicon.listed.frequency(pair.first.text) <= SELDOM
    second = pair.second.text
    return is_rare and (kind == ONE or second in lexicon.parts[LAST])


def _is_abbreviation(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether a word in capitals may be an abbreviation that is not known."""
    is_short = 2 <= len(pair.written) <= 5
    return is_short and pair.written.isupper() and not lexicon.is_small(pair.first.text)
