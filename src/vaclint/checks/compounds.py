"""Compounds that are not written as one word: ``ICT afdeling``, ``inwerk periode``,
``breek-en zeefmachine``, ``pro-actief``, ``werk zaamheden``.

Two neighbours are a compound when the second is a noun that ends many compounds, and the first an
abbreviation, a word that the list has joined to it, or, behind an article, a noun that stands in
compounds. What a language ends compounds with, and which words never begin one (``een aantal``,
``de functie``), is data. One word is wrong when its hyphen hangs on the wrong side, or stands
behind a prefix that takes none. What may be two parts of a sentence is a remark without a fix.
Linear in the text: some look-ups for each word of the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

from vaclint.checks.compound_words import (
    FIRST,
    FIRSTS,
    LAST,
    LINKED,
    LONGEST,
    MANY,
    NOUNS,
    STEM,
    STUFF,
    Compound,
    Lexicon,
    Pair,
)
from vaclint.checks.context import Context
from vaclint.checks.gendered_pairs import GENDERS, HEADS, of_article
from vaclint.checks.hyphened_pairs import of_abbreviated_title, of_position
from vaclint.checks.listed_pairs import of_listed_pair
from vaclint.checks.noun_pairs import of_foreign, of_nouns, of_titles, with_name
from vaclint.checks.noun_phrases import of_number, of_phrase, of_quality
from vaclint.checks.slips import Token, sentences_of, tokens_of
from vaclint.languages.slips import EDGE, END, NUMBER, SEMICOLON, SIGN
from vaclint.model.blocks import Block
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.remembered import Memory
from vaclint.text.stored import WordsByEnd, packed_by_end

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources

LISTS = (
    "singular",
    "plural",
    "qualities",
    "matter",
    "abbreviations",
    "small-abbreviations",
    "never-first",
    "inflected",
    "endings-of-first",
    "commands",
    "links",
    "determiners",
    "openers",
    "subjects",
    "hanging",
    "prefixes",
    "clashes",
    "always-linked",
    "governed",
    "noun-endings",
    "link",
    "linked-endings",
    "unlinked-endings",
    "never-last",
    "again",
    "persons",
    "several-persons",
    "counted",
    "pronouns",
    "singular-only",
    "behind-noun",
    "finite",
    "hyphened",
    "borrowed",
    "day-parts",
    "adverbs-too",
    "being",
    "labels",
    "never-alone",
    "leading",
    "of-places",
    "products",
    "bare-places",
    "titled",
    "days",
    "ordinals",
    "foreign-adjectives",
    "foreign-adjective-endings",
    "one",
    "infinitive-endings",
    "foreign-firsts",
    "prepositions",
    "collective",
    "places",
    "third-person",
    "bare-adjectives",
    "with-verbs",
    "measures",
    "subjects-too",
    "number-endings",
    "qualities-too",
    "numbered",
    "hyphened-phrases",
    "foreign-pairs",
    "native-pairs",
    "phrase-leads",
    "positions",
    "infinitive-signs",
    "with-number",
    "articles-common",
    "articles-neuter",
    "named-behind",
)
"""The lists of words that a language gives."""
ENDS = ("singular", "plural", "qualities", "matter")
"""What ends many compounds."""
ENDINGS = (
    *("inflected", "endings-of-first", "always-linked", "noun-endings", "linked-endings"),
    *("unlinked-endings", "persons", "several-persons", "never-alone", "of-places"),
    "foreign-adjective-endings",
    "infinitive-endings",
    "number-endings",
)
"""Those that say how words end."""
SMALL = ("never-first", "determiners", "openers", "subjects")
"""What begins none."""
USED, WELL_USED = 20, 1_000
"""So often a compound of two parts is used at least, and a word behind a prefix."""
SHORTEST, LONG, SHORTEST_PART = 7, 10, 4
"""Letters of a word that is broken in two, at least of one that lacks a link, and of a part of
that.
"""
_ABBREVIATION = lazy(r"\p{Lu}{2,5}")
_HYPHENATED = lazy(r"(?P<first>\p{L}\p{Ll}+)-(?P<last>\p{Ll}{2,})")

_SPACED = lazy(r" (?:(?P<tight>[-–])(?=\p{Ll})|- )(?P<word>\p{Ll}{2,}+)(?![-/\p{L}])")


def _abbreviated(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``ICT afdeling``, ``een TP profiel``, ``nieuwe VGD klanten``; what is not known as an
    abbreviation only before a noun that needs an article, or behind an adjective.
    """
    first, second, before = pair.first, pair.second, pair.before[1]
    is_known = first.text.rpartition("/")[2] in lexicon.words["abbreviations"]
    is_plural = second.text in lexicon.words["plural"]
    if not is_known:
        if not pair.written.isupper() or not _ABBREVIATION.fullmatch(pair.written):
            return None
        if lexicon.is_small(first.text):
            return None
        has_adjective = lexicon.is_adjective(before)
        if second.text not in lexicon.words["singular"] and not (is_plural and has_adjective):
            return None
    better = f"{pair.written}-{second.text}"
    may_end = before in lexicon.words["openers"] or before in lexicon.words["determiners"]
    sure = not (is_plural and may_end)
    return Compound(first.start, second.end, better, "abbreviation", sure)


def _is_part(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be the first of a compound: no adjective, measure or title."""
    if lexicon.is_small(word):
        return False
    return not lexicon.is_inflected(word) or lexicon.ends_as(word, "endings-of-first")


def _listed(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``inwerk periode``, that the list has as one word."""
    first, second, before = pair.first, pair.second, pair.before[1]
    better = lexicon.joined(first.text, second.text)
    is_plural = second.text in lexicon.words["plural"]
    subjects = lexicon.words["subjects" if is_plural else "bare-subjects"]
    if not better or before in subjects:
        return None
    may_be_verb = first.text in lexicon.words["commands"]
    if may_be_verb and is_plural and (before in EDGE or pair.written[0].isupper()):
        return None
    is_led = before in lexicon.words["determiners"] or before in lexicon.words["openers"]
    sure = not is_plural or is_led or before in EDGE or lexicon.is_inflected(before)
    return Compound(first.start, second.end, better, "compound", sure)


def _led(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``een communicatie traject``, ``leuke hobby projecten``, ``applicatie gerelateerd``: a noun
    that stands in compounds, where it cannot stand alone.
    """
    first, second, before = pair.first, pair.second, pair.before[1]
    better = lexicon.first_parts.get(first.text)
    if not better or before in lexicon.words["bare-subjects"]:
        return None
    sure = _leads(pair, lexicon)
    if sure is None:
        return None
    better = lexicon.written(better, second.text)
    return Compound(first.start, second.end, better, "compound", sure)


def _leads(pair: Pair, lexicon: Lexicon) -> bool | None:
    """Whether what stands before two nouns makes them one surely; None where it does not at all."""
    second, (earlier, before), words = pair.second.text, pair.before, lexicon.words
    is_led, is_opened = before in words["determiners"], before in words["openers"]
    has_adjective = not is_led and lexicon.is_inflected(before)
    if second in words["qualities"]:
        return True
    if second in words["singular"]:
        if before in EDGE:  # 'Uitvoering project' is short for 'van een project'
            is_bare = lexicon.first_parts[pair.first.text] == pair.first.text
            return is_bare and not lexicon.is_foreign(pair.first.text)
        if is_led or is_opened or (has_adjective and earlier in words["determiners"]):
            return True
        return None
    if has_adjective and not lexicon.ends_as(before, "endings-of-first"):
        return second in words["plural"]
    return False if is_led or is_opened else None


def _broken(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``opstar t``, ``werk zaamheden``: a listed word with a space in it; a part is no word."""
    first, second, listed = pair.first, pair.second, lexicon.listed
    better = first.text + second.text
    has_capitals = len(pair.written) > 1 and not pair.written.islower()
    if len(better) < SHORTEST or has_capitals or first.text in lexicon.words["determiners"]:
        return None  # 'de hydratie'
    unknown = [part for part in (first.text, second.text) if not listed.knows(part)]
    is_cut = len(first.text) == 1 and unknown == [second.text] and bool(listed.knows(better))
    if not unknown or not (listed.frequency(better) or is_cut):
        return None
    if any(lexicon.is_foreign(part) for part in unknown):
        return None
    return Compound(first.start, second.end, better, "broken")


def _told_as_noun(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``organisatie ontwikkeling``, that the list has as one word, and whose second part is told as
    a noun by its ending.
    """
    first, second = pair.first, pair.second
    if len(first.text) < SHORTEST_PART or not pair.written.islower():
        return None
    is_noun = lexicon.is_noun(second.text) and not lexicon.is_small(second.text)
    if not (is_noun and _is_part(first.text, lexicon)):
        return None
    better = lexicon.joined(first.text, second.text)
    if not better or pair.before[1] in lexicon.words["bare-subjects"]:
        return None
    return Compound(first.start, second.end, better, "compound")


def _of_parts(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``trein station``, ``een mobiele hef truck``: two parts of compounds that the list has as one
    word; what may be a verb too only behind an article or adjective.
    """
    first, second, before = pair.first.text, pair.second.text, pair.before[1]
    if second not in lexicon.parts[LAST] or not pair.written[1:].islower():
        return None
    is_led = before in lexicon.words["determiners"]
    has_adjective = lexicon.is_adjective(before)
    is_stem = first in lexicon.parts[STEM] and (is_led or has_adjective)
    if not (is_stem or first in lexicon.parts[FIRST]) or not _is_part(first, lexicon):
        return None
    if before in lexicon.words["bare-subjects"]:
        return None
    if (pair.written[0].isupper() and before not in EDGE) or lexicon.are_foreign(pair):
        return None
    better = lexicon.joined(first, second)
    if lexicon.listed.frequency(better) < USED:
        return None
    return Compound(pair.first.start, pair.second.end, better, "compound")


def _of_two(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """The compound that two neighbours are, if any."""
    if pair.first.text in lexicon.words["foreign-firsts"] and lexicon.are_foreign(pair):
        return None  # 'sales manager'
    if lexicon.ends_as(pair.first.text, "number-endings"):
        return None  # 'veertien medewerkers'
    if found := of_article(pair, lexicon):
        return found
    found = of_quality(pair, lexicon) or _by_words(pair, lexicon)
    if found and found.sure:
        is_doubtful = found.what == "compound" and _may_be_object(pair, lexicon)
        return found._replace(sure=not is_doubtful)
    return of_phrase(pair, lexicon) or found


def _may_be_object(pair: Pair, lexicon: Lexicon) -> bool:
    """Whether the first of two nouns may end what a preposition begins, and the second be the
    object of the verb behind it: ``door het hele land wedstrijden spelen``.
    """
    (earlier, before), after, second = pair.before, pair.after, pair.second.text
    is_led = before in lexicon.words["determiners"] or lexicon.is_adjective(before)
    if not (is_led and earlier in lexicon.words["openers"]) or lexicon.is_small(after):
        return False
    is_verb = lexicon.ends_as(after, "infinitive-endings") and lexicon.kind(after) not in NOUNS
    return is_verb and lexicon.kind(second) in (MANY, STUFF)


def _by_words(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """The compound that two neighbours are by what they are and what is right beside them."""
    is_quality = pair.second.text in lexicon.words["qualities"]
    is_middle = lexicon.ends_one(pair.after) and not is_quality
    if not lexicon.ends_one(pair.second.text) or is_middle:
        found = _broken(pair, lexicon) or _told_as_noun(pair, lexicon)
        found = found or _of_parts(pair, lexicon) or with_name(pair, lexicon)
        found = found or of_nouns(pair, lexicon) or of_foreign(pair, lexicon)
        return found or of_listed_pair(pair, lexicon)
    if found := _abbreviated(pair, lexicon) or with_name(pair, lexicon):
        return found
    if is_quality and pair.after in lexicon.words["governed-quality"]:
        return None  # 'beleid gericht op', 'de houding bewust te regelen'
    if not pair.written[1:].islower() or not _is_part(pair.first.text, lexicon):
        return of_nouns(pair, lexicon)
    is_title = pair.written[0].isupper() and pair.before[1] not in EDGE
    if is_title and pair.before[1] not in lexicon.words["determiners"]:
        return None
    found = _listed(pair, lexicon) or _led(pair, lexicon) or of_nouns(pair, lexicon)
    return found or of_foreign(pair, lexicon) or of_listed_pair(pair, lexicon)


def _hyphened(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """A word with a hyphen that is wrong, ``breek-en``, ``pro-actief``, or that it does not need:
    ``communicatie-afdeling``.
    """
    token = pair.first
    match = _HYPHENATED.fullmatch(pair.written) if "-" in token.text else None
    if match is None:
        return None
    first, last = match["first"].lower(), match["last"]
    if last in lexicon.words["hanging"] and pair.second.text not in EDGE:
        return Compound(token.start, token.end, f"{match['first']}- {last}", "hanging")
    is_name = first != match["first"] and pair.before[1] not in EDGE
    if is_name or first[-1] + last[0] in lexicon.words["clashes"]:
        return None
    joined = first + last
    is_word = lexicon.listed.knows(joined) or lexicon.listed.frequency(last) >= WELL_USED
    if first in lexicon.words["prefixes"] and is_word:
        return Compound(token.start, token.end, joined, "prefix")
    if first in lexicon.first_parts and lexicon.ends_one(last) and not lexicon.is_foreign(first):
        better = lexicon.first_parts[first] + last
        return Compound(token.start, token.end, better, "needless", sure=False)
    is_own = lexicon.kind(first) in FIRSTS and not lexicon.is_foreign(first)
    if is_own and last in lexicon.words["qualities"]:
        return Compound(token.start, token.end, joined, "needless", sure=False)
    better = _without_hyphen(first, last, lexicon)
    return Compound(token.start, token.end, better, "needless", sure=False) if better else None


def _without_hyphen(first: str, last: str, lexicon: Lexicon) -> str:
    """Two nouns of the language as the list has them in one, ``stage-opdracht``; empty where it
    does not.
    """
    if lexicon.kind(first) not in FIRSTS or lexicon.kind(last) not in FIRSTS:
        return ""
    if lexicon.is_foreign(first) and lexicon.is_foreign(last):
        return ""
    return lexicon.joined(first, last)


def _unlinked(token: Token, lexicon: Lexicon) -> Compound | None:
    """``opleidingniveau``, ``bedrijfwagens``: a compound whose first part lacks the letter that it
    has in compounds.
    """
    word = token.text
    if not LONG <= len(word) <= LONGEST:
        return None
    for at in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        part = lexicon.first_parts.get(word[:at], word[:at])
        is_lacking = part != word[:at] and _is_last(part, word[at:], lexicon)
        if is_lacking and lexicon.listed.knows(word) != "listed":
            sure = lexicon.ends_as(word[:at], "always-linked")
            return Compound(token.start, token.end, part + word[at:], "link", sure)
    return None


def _is_last(first: str, last: str, lexicon: Lexicon) -> bool:
    """Whether a part ends many compounds, or is a noun that the list has behind a first part."""
    if lexicon.ends_one(last):
        return True
    is_noun = lexicon.nouns.get(last) in NOUNS and not last.startswith(lexicon.link)
    is_linked = lexicon.ends_as(first.removesuffix(lexicon.link), "always-linked")
    return is_noun and is_linked and not lexicon.is_small(last)


def _swapped(pair: Pair, lexicon: Lexicon, text: str) -> Compound | None:
    """``werk -en denkniveau``, ``alle HR - zaken``: a space on the wrong side of a hyphen, or one
    before it in a listed word: ``marketing -strategie``.
    """
    start, match = pair.first.start, _SPACED.match(text, pair.first.end)
    if match is None:
        return None
    if match["tight"] and match["word"] in lexicon.words["hanging"]:
        return Compound(start, match.end(), f"{pair.written}- {match['word']}", "hanging")
    if match["tight"] and (joined := lexicon.joined(pair.first.text, match["word"])):
        return Compound(start, match.end(), joined, "compound")
    before = pair.before[1]
    is_led = before in lexicon.words["determiners"] or lexicon.is_inflected(before)
    if match["tight"] or not is_led or pair.first.text not in lexicon.words["abbreviations"]:
        return None
    better = f"{pair.written}-{match['word']}"
    return Compound(start, match.end(), better, "abbreviation")


def _stray(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``strakke-, snelle planning``, ``nieuwste- en beste``: a hyphen behind an adjective before
    another, where nothing is left out.
    """
    token, stem = pair.first, pair.first.text[:-1]
    is_cut = token.text.endswith("-") and pair.second.text in (
        SIGN,
        SEMICOLON,
        *lexicon.words["hanging"],
    )
    are_adjectives = lexicon.is_inflected(stem) and lexicon.is_inflected(pair.after)
    if not (is_cut and are_adjectives) or pair.after in lexicon.words["function-words"]:
        return None
    is_noun = stem in lexicon.nouns or stem in lexicon.parts[FIRST]
    if is_noun or stem in lexicon.words["ordinals"] or not lexicon.listed.frequency(stem):
        return None
    return Compound(token.start, token.end, pair.written[:-1], "stray")


def _of_foreign_pair(
    tokens: Sequence[Token], at: int, text: str, lexicon: Lexicon
) -> Compound | None:
    """``open source projecten``, ``lange termijn doelen``: two words of another language, or an
    adjective and a noun, that are one first part; a remark, for not everybody would write so long
    a word. ``Op lange termijn mensen helpen`` says when.
    """
    if tokens[at].text not in lexicon.words["pairs-last"]:
        return None
    begin, first, second = tokens[at - 1 : at + 2]
    phrase = f"{begin.text} {first.text}"
    is_native = phrase in lexicon.words["native-pairs"]
    if not (is_native or phrase in lexicon.words["foreign-pairs"]):
        return None
    leads = {token.text for token in tokens[max(at - 3, 0) : at - 1]}
    if is_native and not leads.isdisjoint(lexicon.words["phrase-leads"]):
        return None
    is_apart = begin.end + 1 == first.start and first.end + 1 == second.start
    is_written = is_apart and text[begin.start + 1 : second.end].islower()
    is_own = lexicon.ends_one(second.text) and not lexicon.is_person(second.text)
    is_own = is_own or not lexicon.is_foreign(second.text)
    is_noun = lexicon.kind(second.text) in NOUNS or lexicon.ends_one(second.text)
    if not (is_written and is_own and is_noun):
        return None
    better = lexicon.written(begin.text + first.text, second.text)
    return Compound(begin.start, second.end, better, "compound", sure=False)


def _found_at(tokens: Sequence[Token], at: int, text: str, lexicon: Lexicon) -> Compound | None:
    """What is wrong with a word or with it and the next, if anything."""
    first, second, last = tokens[at], tokens[at + 1], tokens[at - 1]
    if found := _of_foreign_pair(tokens, at, text, lexicon):
        return found
    is_apart = second.start == first.end + 1 and text[second.start : second.start + 1].islower()
    written = text[first.start : first.end]
    if is_apart and written.islower() and _are_apart(first.text, second.text, lexicon):
        return None
    are_titles = _are_titles(first, second, text)
    is_cut = second.text in (SIGN, SEMICOLON, NUMBER)
    is_titled = not are_titles and _is_titled(first, second, text)
    if not (is_apart or are_titles or is_titled or is_cut or "-" in first.text):
        return None
    before = tokens[at - 2].text, last.text
    goes_on = last.text not in EDGE and text[last.start].isupper()
    if lexicon.is_small(last.text) and last.text not in lexicon.words["foreign-adjectives"]:
        goes_on = False
    after = tokens[at + 2].text
    if after in lexicon.words["with-number"] and tokens[at + 3].text == NUMBER:
        after = NUMBER  # 'mbo diploma niveau 3': what stands there begins anew
    pair = Pair(before, first, second, after, written, goes_on)
    if found := of_position(pair, lexicon) if is_apart or are_titles else None:
        return found
    if found := _hyphened(pair, lexicon):
        return found
    if found := _stray(pair, lexicon):
        return found
    if is_cut:
        return _swapped(pair, lexicon, text)
    if is_titled:
        return of_abbreviated_title(pair, text[tokens[at + 2].start :][:1], lexicon)
    if are_titles:
        return None if goes_on else of_titles(pair, text[second.start : second.end], lexicon)
    hanging = _SPACED.match(text, second.end)
    if not is_apart or (hanging and hanging["word"] in lexicon.words["hanging"]):
        return None  # 'hbo werk -en denkniveau'
    if first.text in lexicon.words["named-behind"] and not lexicon.joined(first.text, second.text):
        return None  # 'volgens cao podiumkunsten'
    return _of_two(pair, lexicon)


def find_compounds(text: str, lexicon: Lexicon) -> Iterator[Compound]:
    """Yield the compounds of a sentence that are not written as one word, in order of place."""
    outside = Token(END, len(text), len(text))
    tokens = [outside, outside, *tokens_of(text), outside, outside]
    is_ordinary, begins = lexicon.ordinary.get, lexicon.begins.get
    for at in range(2, len(tokens) - 2):
        first, second = tokens[at], tokens[at + 1]
        if first.text in EDGE:
            if first.text == NUMBER and (number := of_number(first, second, text, lexicon)):
                yield number
            continue
        is_plain = len(first.text) >= LONG and text[first.start + 1 : first.end].islower()
        found = _unlinked(first, lexicon) if is_plain else None
        if not found and is_ordinary(second.text) and begins(first.text) is False:
            continue  # most neighbours, told by two look-ups
        if _are_ordinary(first.text, second.text, lexicon):
            if found:
                yield _as_written(found, text, lexicon)
            continue
        found = _found_at(tokens, at, text, lexicon) or found
        if found:
            yield _as_written(found, text, lexicon)


def _are_titles(first: Token, second: Token, text: str) -> bool:
    """Whether two neighbours both begin with a capital, or are written in capitals."""
    if second.start != first.end + 1 or not text[first.start].isupper():
        return False
    written = text[first.start + 1 : first.end], text[second.start + 1 : second.end]
    if not text[second.start].isupper():
        return False
    return all(word.islower() for word in written) or all(word.isupper() for word in written)


def _is_titled(first: Token, second: Token, text: str) -> bool:
    """Whether an abbreviation stands before a word with a capital: ``HR Adviseur``."""
    if second.start != first.end + 1 or not text[first.start : first.end].isupper():
        return False
    return text[second.start].isupper() and text[second.start + 1 : second.end].islower()


def _are_ordinary(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether two neighbours plainly make no compound, as most do not."""
    if "-" in first or second in EDGE or not lexicon.is_ordinary(second):
        return False
    if not lexicon.may_begin(first):
        return True
    return bool(lexicon.listed.knows(first)) and lexicon.kind(first) != LINKED


def _are_apart(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether two neighbours in small letters make no compound: the first begins none that the list
    does not have as one word, and it has none of them. It spares most of what else is asked.
    """
    if lexicon.may_begin(first) or not lexicon.listed.knows(second):
        return False
    if second in lexicon.words["qualities-too"]:
        return False
    return not (_is_part(first, lexicon) and lexicon.joined(first, second))


def _as_written(found: Compound, text: str, lexicon: Lexicon) -> Compound:
    """A compound with the capital that its first word has; an abbreviation that is an ordinary
    word has one only where a sentence begins: ``HBO niveau``, ``hbo-niveau``.
    """
    if not text[found.start].isupper():
        return found
    first, hyphen, rest = found.better.partition("-")
    if first.lower() in lexicon.words["small-abbreviations"]:
        found = found._replace(better=f"{first.lower()}{hyphen}{rest}")
        if any(map(str.isalnum, text[: found.start])):
            return found
    return found._replace(better=found.better[0].upper() + found.better[1:])


SENTENCES = 8_000
"""The compounds of so many sentences are remembered, and at most of twice as many."""


class _Remembered(NamedTuple):
    """What is remembered of one rule in one language; see ``Resources.once``."""

    ordinary: dict[str, bool]
    """Whether words are ordinary."""
    nouns: dict[str, str]
    """What nouns they are."""
    begins: dict[str, bool]
    """Whether they may begin a compound."""
    found: Memory[tuple[Compound, ...]]
    """The compounds of sentences."""


def _remembered(_resources: Resources) -> dict[tuple[str, str], _Remembered]:
    return {}


def _remembering(
    found: Memory[tuple[Compound, ...]], lexicon: Lexicon, sentence: str
) -> tuple[Compound, ...]:
    return found.given(sentence, _compounds_in, sentence, lexicon)


def _compounds_in(text: str, lexicon: Lexicon) -> tuple[Compound, ...]:
    return tuple(find_compounds(text, lexicon))


def check_compounds(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each compound that is not written as one word."""
    document = context.document
    remembered = context.resources.once(_remembered)
    for rule in rules:
        for language in sorted(document.languages & rule.prepared.keys()):
            if not rule.speaks(language):
                continue
            words = context.resources.wordlist(language)
            lists, endings, first_parts, parts, nouns = rule.prepared[language]
            is_foreign = partial(context.resources.is_foreign, own=language)
            known, kinds, begins, found = remembered.setdefault(
                (rule.code, language), _Remembered({}, {}, {}, Memory(SENTENCES))
            )
            lexicon = Lexicon(
                *(lists, endings, first_parts, parts, words, is_foreign),
                *(known, WordsByEnd[str](nouns), kinds, begins),
            )

            find = partial(_remembering, found, lexicon)
            for block in context.written_in(language):
                yield from _in_block(context, rule, block, find)


def _in_block(
    context: Context, rule: Rule, block: Block, find: Callable[[str], Iterable[Compound]]
) -> Iterator[Diagnostic]:
    for start, sentence in sentences_of(context.document, block):
        for each in find(sentence):
            written = block.text[start + each.start : start + each.end]
            span = block.span(start + each.start, start + each.end)
            fixes = context.replacing(span, written, each.better, "unsafe") if each.sure else ()
            found = context.found(
                rule, span, replacement=each.better, fixes=fixes, message=each.what, text=written
            )
            yield found if each.sure else found._replace(severity="info")


def prepare_compounds(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """The lists and the first parts, by language. Raises VaclintError for a table that cannot be
    read.
    """
    prepared: dict[str, Any] = {}
    for language, said in rule.said.items():
        first_parts = preparation.pairs(language, "first-parts", said["first-parts"])
        lists = {name: frozenset(said[name]) for name in LISTS}
        lists["ends"] = frozenset[str]().union(*(lists[name] for name in ENDS))
        lists["small"] = frozenset[str]().union(*(lists[name] for name in SMALL))
        lists["function-words"] = lists["small"] - lists["never-first"]
        lists["governed-quality"] = lists["governed"] | lists["infinitive-signs"]
        pairs = lists["foreign-pairs"] | lists["native-pairs"]
        lists["pairs-last"] = frozenset(pair.rpartition(" ")[2] for pair in pairs)
        lists["bare-subjects"] = lists["subjects"] - lists["determiners"]
        endings = {name: tuple(said[name]) for name in ENDINGS}
        parts: dict[str, set[str]] = {FIRST: set(), LAST: set(), STEM: set()}
        for _, cells in preparation.rows(language, "parts", said["parts"]):
            parts[cells[1]].add(cells[0])
        for gender, name in product(GENDERS, ("", HEADS)):
            key = gender + name
            parts[key] = {cells[0] for _, cells in preparation.rows(language, key, said[key])}
        frozen = {role: frozenset(words) for role, words in parts.items()}
        nouns = packed_by_end(preparation.pairs(language, "nouns", said["nouns"]))
        prepared[language] = (lists, endings, first_parts, frozen, nouns)
    return prepared


KIND = Kind(
    "compounds",
    check_compounds,
    {
        "first-parts": Key(TEXT, required=True, by_language=True),
        "parts": Key(TEXT, required=True, by_language=True),
        "nouns": Key(TEXT, required=True, by_language=True),
        **{
            gender + name: Key(TEXT, required=True, by_language=True)
            for gender, name in product(GENDERS, ("", HEADS))
        },
        **{name: Key(LIST, required=True, by_language=True) for name in LISTS},
    },
    prepare_compounds,
    per_block=True,
)
