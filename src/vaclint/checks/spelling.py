"""Words that are in no list and make no compound, while a listed word is one letter away.

A spell checker that reports every unknown word drowns its reader in names and trade terms. This one
speaks only when it has something likely to offer: a word is left alone when it is listed, when its
language can make it of listed words, when it may be a name (a capital inside a sentence; unless it
is long and meant as one of the ``ordinary`` words of the language), an abbreviation, holds a digit,
stands in quotation marks or in code of the text too, is a word of another language with a list, or
comes back so often that it is a term; a term in small letters, and a part of a word with hyphens,
must be meant as an ordinary word, or a term as one that the text uses as often. What is left is
corrected by the model of typing errors of its language (``languages/typos.py``); a word that is
likely wrong without a likely correction is a remark. A language without such a model has a
correction of one change that is listed, for a short word often used. Two real words in a row and a
real word in the wrong place are the kind ``slips``. Linear in the text; corrections are computed
for unknown words only, some milliseconds each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from vaclint.checks.context import Context
from vaclint.model.blocks import PLACEHOLDER, Block, Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document
from vaclint.rulebook.kind import TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.quotations import is_inside, quotations
from vaclint.text.remembered import Memory
from vaclint.text.words import cut, in_case_of

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources
    from vaclint.languages.typos import Correction
    from vaclint.languages.wordlist import Wordlist

_WORD = lazy(
    r"(?<![\p{L}\p{N}_@#\\.)-]|[’']s |[\p{L}\p{N}][’'])"
    r"\p{L}[\p{L}'’]*+(?:-\p{L}[\p{L}'’]*+)*+"
    r"(?![\p{N}_@\\(-]|\.\p{L}|/-)"
)

_OWNERS = ("’s ", "'s ")
"""Behind one of these stands no word that is looked at."""
SHORT, LONG = 5, 8
"""Shorter words are left alone; from ``LONG`` letters on any listed correction will do."""
USED, WELL_USED = 200, 500
"""How often the correction of a short word must be used, and one that outweighs a reading as a
compound.
"""
SMALL = range(3, 5)
"""Words of so many letters are told where they are function words with a letter wrong."""
COMMON = 1_000
"""How often the words beside such a word must be used."""
LONGEST_BEFORE = 80
"""Characters; a much used word is no longer."""
_BEFORE, _BEHIND = lazy(r"(?<![\p{L}\p{N}-])(\p{L}+),? $"), lazy(r",? (\p{Ll}+)(?![\p{L}\p{N}-])")
TERM = 3
"""A word that stands in a text so often is a term of it."""
TITLE_LEAST, TITLE_MOST = 2, 8
"""Words of a line in which each has a capital."""
OTHERWISE = 3
"""So many unknown words of a sentence that are no errors make it one of another language."""
_NAME_GOES_ON = lazy(r" \p{Lu}\p{Ll}")
STRONG_PART = 5
"""A compound whose parts have so many letters is taken for one, however near another word is."""


def _words_in(text: str) -> set[str]:
    """What ``_WORD`` finds in a text, which looks over a space behind an owner."""
    owned = any(owner in text for owner in _OWNERS)
    return set(_WORD.findall(text) if owned else cut(text, _WORD))


def correction(words: Wordlist, word: str) -> str:
    """What a lower-case word without a hyphen is likely meant to be; empty when it may be right."""
    known = words.knows(word)
    if len(word) < SHORT or known == "listed":
        return ""
    if known and (other := words.other_link(word)):
        return other
    if known and _is_strong_compound(words, word):
        return ""
    near = words.corrections(word)
    if not near or any(_is_ending(word, better) for better, _ in near):
        return ""
    better, used = near[0]
    return better if used >= _least_used(word, is_compound=bool(known)) else ""


def _is_strong_compound(words: Wordlist, word: str) -> bool:
    readings = words.compounds(word)
    return any(min(len(part) for part in parts[::2]) >= STRONG_PART for parts in readings)


def _least_used(word: str, *, is_compound: bool) -> int:
    """How often the correction of a word must be used."""
    if is_compound:
        return WELL_USED
    return 1 if len(word) >= LONG else USED


def _is_ending(word: str, better: str) -> bool:
    """Whether two forms differ in their last letter only, so that one may be a form of the other
    that the list lacks.
    """
    return word[:-1] in (better, better[:-1]) or word == better[:-1]


def _word_of(token: str) -> tuple[str, str]:
    """A token without a closing quotation mark, and the word as lists have it."""
    written = token.rstrip("'’")
    return written, written.lower().replace("’", "'")


def _is_unknown(token: str, words: Wordlist) -> bool:
    """Whether a token without a hyphen is long enough to judge and in no list itself."""
    _, word = _word_of(token)
    return len(word) >= SHORT and not words.frequency(word)


class _Token(NamedTuple):
    """A word of a block that is in no list, and where it begins; or such a part of a word with
    hyphens in small letters: ``long-tirm``.
    """

    start: int
    text: str
    is_part: bool


def _parts_of(token: str, start: int) -> Iterator[_Token]:
    """A token, or the parts of one with hyphens that is in small letters throughout."""
    if "-" not in token:
        yield _Token(start, token, False)
    elif token.islower():
        for part in token.split("-"):
            yield _Token(start, part, True)
            start += len(part) + 1


REMEMBERED = 4_000
"""So many corrections are remembered, and at most twice as many."""


_Tokens = tuple[_Token, ...]
BLOCKS = 2_000
"""Of so many blocks, for each language, the words that are in no list are remembered, and at most
of twice as many.
"""


def _remembered(_resources: Resources) -> Memory[Correction | None]:
    """What words are likely meant to be, by language and whether they have a capital."""
    return Memory(REMEMBERED)


def _named_remembered(_resources: Resources) -> Memory[str]:
    """The products that words mean, by language and the products that are known."""
    return Memory(REMEMBERED)


def _unknown_remembered(_resources: Resources) -> Memory[_Tokens]:
    """The tokens of blocks that a language does not list."""
    return Memory(BLOCKS)


def _fine_remembered(_resources: Resources) -> dict[str, set[str]]:
    """The tokens that languages list, or that are too short to judge, of those asked for last."""
    return {}


class _Lists(NamedTuple):
    """What some rules say of the words of a language: see ``prepare_spelling``."""

    fine: frozenset[str]
    ordinary: frozenset[str]
    products: Mapping[str, str]
    names: frozenset[tuple[str, str]]
    """The same products, as a part of a key."""


def _lists_of(language: str, rules: Iterable[Rule]) -> _Lists:
    given = [rule.prepared[language] for rule in rules if language in rule.prepared]
    products = {low: name for each in given for low, name in each["products"].items()}
    fine, ordinary = (
        frozenset[str]().union(*(each[name] for each in given)) for name in ("fine", "ordinary")
    )
    return _Lists(fine, ordinary, products, frozenset(products.items()))


def _lists_remembered(_resources: Resources) -> dict[tuple[str, tuple[str, ...]], _Lists]:
    """The lists of languages, by the codes of the rules that give them."""
    return {}


class _Speller:
    """The words of one language, for one text."""

    def __init__(self, context: Context, language: str, rules: Sequence[Rule]) -> None:
        """Raises KeyError for a language without a list."""
        self._resources = context.resources
        self._language = language
        self._words = context.resources.wordlist(language)
        self._costs = context.resources.typing(language)
        lists = context.resources.once(_lists_remembered)
        key = language, tuple(rule.code for rule in rules)
        if key not in lists:
            lists[key] = _lists_of(language, rules)
        self._right, self._ordinary, self._products, self._names = lists[key]
        self._named = context.resources.once(_named_remembered)
        self._remembered = context.resources.once(_remembered)
        self._unknown = context.resources.once(_unknown_remembered)
        fine = context.resources.once(_fine_remembered)
        self._fine = fine.setdefault(language, set())

    def unknown_in(self, text: str) -> _Tokens:
        """The tokens of the text of a block that are in no list, and their parts."""
        return self._unknown.given((self._language, text), self._unknown_in, text)

    def _unknown_in(self, text: str) -> _Tokens:
        tokens = _words_in(text)
        for token in [token for token in tokens if "-" in token]:
            tokens.remove(token)
            tokens.update(part.text for part in _parts_of(token, 0))
        if len(self._fine) > REMEMBERED:
            self._fine.clear()
        tokens -= self._fine
        unknown = {
            token for token in tokens if _is_unknown(token, self._words) or self._is_small(token)
        }
        self._fine |= tokens - unknown
        if not unknown:
            return ()
        found = (_parts_of(match[0], match.start()) for match in _WORD.finditer(text))
        return tuple(each for parts in found for each in parts if each.text in unknown)

    def _is_small(self, token: str) -> bool:
        """Whether a token has few letters, all small, is in no list and near a function word."""
        is_unknown = len(token) in SMALL and token.islower() and not self._words.knows(token)
        return is_unknown and self.function_word(token) is not None

    def function_word(self, word: str) -> Correction | None:
        """The function word that a small word means with a letter wrong; None for none."""
        from vaclint.languages import typos

        if self._costs is None:
            return None
        known = self._resources.languages[self._language].function_words
        meant = typos.function_word_of(word, known, self._costs)
        return typos.Correction(meant, sure=True) if meant else None

    def is_among_words(self, text: str, start: int, word: str) -> bool:
        """Whether much used words of the language stand right before and behind a word, and not
        all three are words of another language.
        """
        before = _BEFORE.search(text, max(0, start - LONGEST_BEFORE), start)
        behind = _BEHIND.match(text, start + len(word))
        if not before or not behind:
            return False
        beside = [before[1].lower(), behind[1]]
        if min(map(self._words.frequency, beside)) < COMMON:
            return False
        return not all(map(self.is_known_elsewhere, (word, *beside)))

    def better(self, word: str, *, capital: bool) -> Correction | None:
        """What a word is likely meant to be, without a word where that is in doubt; None when it
        may be right, or a word of another language.
        """
        key = self._language, word, capital
        return self._remembered.given(key, self._corrected, word, capital)

    def product(self, word: str) -> str:
        """The well-known product that a word means with a letter wrong; empty for none."""
        key = self._language, word, self._names
        return self._named.given(key, self._product, word)

    def _product(self, word: str) -> str:
        from vaclint.languages import typos

        if self._costs is None or not self._products or self._resources.is_foreign(word, ""):
            return ""
        return typos.name_of(word, self._products, self._costs)

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is one of adverts, and no name."""
        return word in self._ordinary

    def is_cut(self, word: str) -> bool:
        """Whether a word may be the begin of one, where a text breaks off."""
        return self._words.begins(word)

    def _corrected(self, word: str, capital: bool) -> Correction | None:
        from vaclint.languages import typos

        if self.is_known_elsewhere(word):
            return None
        if self._costs is not None:
            if any(map(self._is_loan, typos.loaned(word, self._costs))):
                return None
            if other := self._words.other_link(word):
                return typos.Correction(other, sure=True)
            least = self._costs.limit.least_ordinary
            lexicon = typos.OrdinaryLexicon(self._words, self._ordinary, least)
            found = typos.correction(word, lexicon, self._costs, capital=capital)
            if found or capital or self._words.knows(word):
                return found
            meant = typos.fine_word_of(word, self._right, self._costs)
            return typos.Correction(meant, sure=True) if meant else None
        better = "" if capital and len(word) < LONG else correction(self._words, word)
        return typos.Correction(better, sure=True) if better else None

    def is_known_elsewhere(self, word: str) -> bool:
        """Whether a word is one of another language with a list."""
        return self._resources.is_foreign(word, self._language)

    def _is_loan(self, stem: str) -> bool:
        """Whether a word is much used in another language, and none of this one."""
        is_own = self._words.frequency(stem) > 0
        return not is_own and self._resources.is_foreign(stem, self._language, COMMON)


def _spellers(context: Context, rules: list[Rule]) -> dict[str, _Speller]:
    """The languages of a text that have a list and words that are not in it."""
    document = context.document
    found = {}
    for language in document.languages:
        if language not in context.resources.languages:
            continue
        try:
            speller = _Speller(context, language, rules)
        except KeyError:
            continue
        if any(speller.unknown_in(block.text) for block in document.blocks):
            found[language] = speller
    return found


def check_spelling(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each misspelt word."""
    spellers = _spellers(context, rules)
    names = _in_code(context.document) if spellers else frozenset()
    is_always_name = cache(partial(_is_always_name, context.document))
    for rule in rules:
        own = (word.lower() for word in rule.options.get("words", ()))
        allowed = context.fine.union(own, _fine(rule), names)
        for block in context.document.blocks:
            language = context.document.language_of(block)
            if not block.is_fact and rule.speaks(language) and language in spellers:
                speller = spellers[language]
                yield from _misspelt(context, rule, block, speller, allowed, is_always_name)


def _misspelt(
    context: Context,
    rule: Rule,
    block: Block,
    speller: _Speller,
    allowed: frozenset[str],
    is_always_name: Callable[[str, str], bool],
) -> Iterator[Diagnostic]:
    counts = context.document.word_counts
    unknown = speller.unknown_in(block.text)
    other = _otherwise(context, block, unknown, speller) if len(unknown) >= OTHERWISE else set()
    for start, token, is_part in unknown:
        if start in other:
            continue
        written, word = _word_of(token)
        is_term = counts[word] >= TERM
        if (
            word in allowed
            or not _is_prose(block, start, written)
            or (_ends_open(block.text, start + len(token)) and speller.is_cut(word))
        ):
            continue
        span = block.span(start, start + len(written))
        if len(word) in SMALL:
            meant = speller.function_word(word)
            if meant and not is_term and speller.is_among_words(block.text, start, written):
                yield _named(context, rule, span, written, meant)
            continue
        if written[0].isupper() and (product := speller.product(word)):
            fixes = context.replacing(span, written, product)
            yield context.found(rule, span, replacement=product, fixes=fixes, text=written)
            continue
        better = _meant(speller, word, written)
        if not better or not (better.replacement or context.says(rule, "unknown")):
            continue
        is_ordinary = _is_ordinary(speller, word, better)
        is_beside = bool(better.replacement) and counts[better.replacement] >= counts[word]
        if (is_part or (is_term and not is_beside)) and not is_ordinary:
            continue
        if is_ordinary and is_always_name(word, written):
            continue
        if not is_ordinary and _is_of_name(block.text, start, written, unknown):
            continue
        if is_ordinary or not _may_be_name(context, block, start, written):
            yield _named(context, rule, span, written, better)


def _otherwise(context: Context, block: Block, unknown: _Tokens, speller: _Speller) -> set[int]:
    """Where the unknown words begin of those sentences of a block in which more of them, in small
    letters, are no error in typing than are one: they are in another language, or none (``tempor
    incididunt ut labore``).
    """
    starts = [token.start for token in unknown]
    found = set[int]()
    for begin, end in context.document.reading.split(block.text):
        at, until = bisect_left(starts, begin), bisect_left(starts, end)
        small = (each.text for each in unknown[at:until] if each.text.islower())
        inside = [word for word in small if len(word) >= SHORT]
        if len(inside) >= OTHERWISE:
            inside = [word for word in inside if not speller.is_known_elsewhere(word)]
        if len(inside) < OTHERWISE:
            continue
        wrong = sum(speller.better(word, capital=False) is not None for word in inside)
        if len(inside) - wrong >= max(OTHERWISE, wrong):
            found.update(starts[at:until])
    return found


def _meant(speller: _Speller, word: str, written: str) -> Correction | None:
    """What a word is meant to be; in capitals throughout it is a name, or an ordinary word."""
    better = speller.better(word, capital=written[0].isupper())
    if better or not written.isupper():
        return better
    other = speller.better(word, capital=False)
    return other if other and _is_ordinary(speller, word, other) else None


def _is_ordinary(speller: _Speller, word: str, better: Correction) -> bool:
    """Whether a word is meant as one that is no name: a long one, or one of the same letters."""
    if not speller.is_ordinary(better.replacement):
        return False
    return len(word) >= LONG or (len(word) > SHORT and sorted(word) == sorted(better.replacement))


def _named(
    context: Context, rule: Rule, span: Span, written: str, better: Correction
) -> Diagnostic:
    """A finding with its correction; a remark where there is none."""
    if not better.replacement:
        found = context.found(rule, span, text=written, message="unknown")
        return found._replace(severity="info")
    shown = in_case_of(better.replacement, written)
    fixes = context.replacing(span, written, shown)
    return context.found(rule, span, replacement=shown, fixes=fixes, text=written)


def _ends_open(text: str, at: int) -> bool:
    """Whether nothing but dots stands behind a place, so that a text may break off there."""
    return not text[at:].strip(" .…") and text[at:].strip() != "."


def _in_code(document: Document) -> frozenset[str]:
    """The words that stand in code of a text too, and so are names there. What holds blocks of text
    is no code: HTML in Markdown.
    """
    text, comments = document.source.text, set(document.comments)
    starts = sorted(block.span(0, 1).start for block in document.blocks)
    return frozenset(
        word.lower()
        for span in document.skipped
        if span not in comments and bisect_left(starts, span.start) == bisect_left(starts, span.end)
        for word in _WORD.findall(text, span.start, span.end)
    )


def _may_be_name(context: Context, block: Block, at: int, written: str) -> bool:
    """Whether a word has a capital inside a sentence, or begins one and has it inside another one
    too, or before another name (``Wellcome Trust``).
    """
    if written[0].islower() or (len(written) > 1 and written.isupper()):
        return False
    if _is_title_case(block.text):
        return False
    starts = {block.value_at, *(start for start, _ in context.document.reading.split(block.text))}
    if at not in starts or _NAME_GOES_ON.match(block.text, at + len(written)):
        return True
    return written in context.document.names.inside


def _is_of_name(text: str, at: int, written: str, unknown: _Tokens) -> bool:
    """Whether a word with a capital stands beside another one with a capital that is in no list
    either: ``Email Kiera Parrott``.
    """
    if not (written[0].isupper() and written[1:].islower()):
        return False
    until = at + len(written)
    return any(
        (each.start + len(each.text) == at - 1 and text[at - 1] == " ")
        or (each.start == until + 1 and text[until] == " ")
        for each in unknown
        if each.text[0].isupper() and each.text[1:].islower()
    )


def _is_always_name(document: Document, word: str, written: str) -> bool:
    """Whether a word has a capital inside a sentence and goes on in another one, as names do (``at
    the Wellcome Institute``), or has one wherever it stands.
    """
    if not written[1:].islower() or written[0].islower():
        return False
    names = document.names
    if written in names.led or written not in names.inside:
        return written in names.led
    return document.word_counts[word] > 1 and word not in document.source.text


def _is_title_case(text: str) -> bool:
    """Whether a short text has a capital on each word that is no small one, so that a capital says
    nothing there: ``Class Teacher Advertisment``.
    """
    words = [word for word in text.split() if len(word) >= SHORT - 1]
    return TITLE_LEAST <= len(words) <= TITLE_MOST and all(word[0].isupper() for word in words)


def _is_prose(block: Block, at: int, written: str) -> bool:
    """Whether a word is one of the language as far as its capitals and neighbours tell: no
    abbreviation, address or quotation.
    """
    text = block.text
    around = text[max(0, at - 1) : at + len(written) + 1]
    if PLACEHOLDER in around:
        return False
    if written[1:] != written[1:].lower() and not _is_in_capitals(text, written):
        return False
    return not is_inside(quotations(text), at)


SHOUTED = 3
"""So many words in capitals make a line that is written in them."""


def _is_in_capitals(text: str, written: str) -> bool:
    """Whether a word in capitals stands in a line that has nothing else, so that it is no
    abbreviation.
    """
    return written.isupper() and text.isupper() and text.count(" ") >= SHOUTED - 1


def _fine(rule: Rule) -> frozenset[str]:
    """The words that are never wrong, of all languages together."""
    return frozenset[str]().union(*(each["fine"] for each in rule.prepared.values()))


def prepare_spelling(rule: Rule, preparation: Preparation) -> dict[str, dict[str, Any]]:
    """By language the words that are never wrong (``fine``), those of adverts (``ordinary``) and
    the names of well-known ``products`` by their letters in lower case. Raises VaclintError for a
    list that cannot be read.
    """
    prepared = {}
    for code, said in rule.said.items():
        lists = {
            name: preparation.words(code, name, said[name]) if name in said else frozenset()
            for name in ("fine", "ordinary")
        }
        rows = preparation.rows(code, "products", said["products"]) if "products" in said else []
        products = {name.lower(): name for _, (name, *_) in rows}
        prepared[code] = {**lists, "products": products}
    return prepared


KIND = Kind(
    "spelling",
    check_spelling,
    {name: Key(TEXT, by_language=True) for name in ("fine", "ordinary", "products")},
    prepare_spelling,
    per_block=True,
)
