"""Where a copied text lost a border or its end: words glued together (``ervaringMinimaal``), words
parted where a line of the page ended (``addi-tional``, ``addi- tional``), and a sentence that
breaks off (``je belt met klan``, and at the end of a text ``werken met het``).

Whether two halves are words, and whether a last word is the begin of a longer one, is told by the
word list of the language; a language without one has neither. What a text cannot end in, a language
says as a pattern (``open-end``). Linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.prepared import need_options, pattern_of
from vaclint.model.blocks import PLACEHOLDER, Block
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

if TYPE_CHECKING:
    from vaclint.languages.wordlist import Wordlist

USED = 50
"""A half of glued words is used so often at least."""
SHORTEST = 4
"""Letters of such a half, and of a word that may be cut; the last word of a text has one less."""
RARE, TIMES = 100, 20
"""A listed word is taken for the begin of another when it is as rare as this, and the other is used
so many times as often.
"""
TIMES_LISTED = 6
"""The same for a last word that is listed without being counted."""
COUNTED = 50
"""How often a word is used at least that is more than listed."""
BORROWED = 1000
"""A word that another language uses so often may be a loan."""
COMMON = 2_000
"""A word of another language that is used so often may be a half by itself: `full-time`."""
PARTED = 100
"""A word that was parted is used so often at least."""
WORDS = 3
"""So many words with a capital in one are no name of a program or firm."""
LAST_WORDS = 4
"""So many words the last block of a text has at least, to be one that may break off."""
LONGER = 300
"""So many longer words are looked at."""
LAST_MOST = 50
"""Characters of the last word with its dots."""
_GLUED = lazy(
    r"(?<![\p{L}\p{N}@/._#])"
    r"(?:(?P<head>\p{L}\p{Ll}{4,30}|\p{Ll}{3,4})(?P<opener>\p{Lu}\p{Ll}{0,3})(?=\s\p{Ll})"
    r"|(?P<left>\p{Ll}{4,30})(?P<right>\p{Lu}\p{Ll}{3,30})"
    r"|(?P<label>\p{Lu}\p{Ll}{2,30})\d{1,4}(?P<next>\p{Lu}\p{Ll}{3,30})"
    r"|\d{2,4}(?P<after>\p{Lu}\p{Ll}{4,30})"
    r"|(?P<called>\p{L}{4,20})0(?:6|\d{2})[ -]?\d{2}[ -]?\d{2}(?=[\d -])"
    r"|(?P<chain>\p{L}\p{Ll}{3,30}(?:\p{Lu}\p{Ll}{3,30}|(?<=\p{Ll})\d{1,4}){2,6}))"
    r"(?![\p{L}\p{N}@/_#]|\.\p{L})"
)
_PARTED = lazy(
    r"(?<![\p{L}\p{N}@/._#-])(?P<first>\p{L}\p{Ll}{1,20})-(?P<gap> ?)"
    r"(?P<last>\p{Ll}{3,20})(?![\p{L}\p{N}@/_#-])"
)
DASHED_MOST = 80
"""Characters between two hyphens that are dashes: ``en -waar nodig- helpen``."""
_DASHED = lazy(rf"(?<![^\s(])[-–](?=\p{{L}})[^.!?;–-]{{0,{DASHED_MOST}}}$")
_PART = lazy(r"\p{L}\p{Ll}+")
_CAPITALS = lazy(r"\p{Lu}\p{L}+")
_BORDER, _NUMBERED = lazy(r"(?<=[\p{Ll}\d])\p{Lu}"), lazy(r"(?<=\p{L})0\d")
"""One of these stands in all of them."""
_LAST = lazy(r"(?<=\s)(?P<word>\p{L}+)(?P<dots>\s?(?:…|\.{3,4}))?$")


def _words_in(context: Context, block: Block) -> Wordlist | None:
    try:
        return context.resources.wordlist(context.document.language_of(block))
    except KeyError:
        return None


def _glued(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Words glued together where a line or field ended; one finding with the other places."""
    names, remembered = rule.prepared["names"], context.resources.remembered
    found = [
        (block, match)
        for block in context.blocks(rule)
        for match in remembered(_glued_in, block.text)
        if match[0].lower() not in names and _are_words(context, block, match)
    ]
    if found:
        (block, match), *others = found
        yield context.found(
            rule,
            block.span(*match.span()),
            related=context.also(one.span(*each.span()) for one, each in others),
            properties={"count": len(found)} if others else None,
            text=match[0],
        )


def _glued_in(text: str) -> tuple[regex.Match[str], ...]:
    """What may be words glued together in a text."""
    may_be = _BORDER.search(text) or ("0" in text and _NUMBERED.search(text))
    return tuple(_GLUED.finditer(text)) if may_be else ()


def _are_words(context: Context, block: Block, match: regex.Match[str]) -> bool:
    """Whether all parts of a match are words of the language."""
    words = _words_in(context, block)
    if match["called"]:
        return True  # a label before a telephone number
    if match["chain"]:
        return words is not None and _is_chain(context, words, match["chain"])
    language = context.resources.languages.get(context.document.language_of(block))
    if match["opener"]:
        opens = language is not None and match["opener"].lower() in language.function_words
        return opens and words is not None and words.frequency(match["head"].lower()) >= USED
    parts = [part.lower() for part in match.groupdict().values() if part]
    return words is not None and _are_used(words, parts)


def _is_chain(context: Context, words: Wordlist, chain: str) -> bool:
    """Whether several parts glued together are three words with a capital (``RattenMuizenVogels``),
    or hold a label of a vacancy behind the begin, and nothing but words and values; a value may be
    a name where the label that it belongs to is there too (``StandplaatsDeventerUren32``).
    """
    keys = context.document.reading.keys
    parts = [part.lower() for part in _PART.findall(chain)]
    if len(parts) == WORDS and _CAPITALS.fullmatch(chain) and _are_used(words, parts):
        return True
    labels = sum(part in keys for part in parts)
    known = sum(part not in keys and words.frequency(part) >= USED for part in parts)
    has_inner = any(part in keys for part in parts[1:])
    return has_inner and len(parts) - labels - known <= max(labels - 1, 0)


def _are_used(words: Wordlist, parts: Iterable[str]) -> bool:
    """Whether parts of what is glued together are words in use, or long ones that are listed."""
    return all(
        words.frequency(part) >= USED or (len(part) > 2 * SHORTEST and words.knows(part))
        for part in parts
    )


def _parted(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Words with a hyphen where a line of the page ended: what stands on one side of it is no word,
    and together they are.
    """
    if "-" not in context.document.text:
        return
    names = rule.prepared["names"]
    for block in context.blocks(rule):
        words = _words_in(context, block) if "-" in block.text else None
        if words is None:
            continue
        for match in _PARTED.finditer(block.text):
            whole = match["first"] + match["last"]
            if match["first"].lower() in names or match["last"] in names:
                continue
            first = match.start() + 1
            if match["gap"] and _DASHED.search(block.text, max(0, first - DASHED_MOST - 1), first):
                continue
            is_parted = _is_parted(context, block, words, match)
            if is_parted or (match["gap"] and _is_compound(context, rule, block, words, match)):
                span = block.span(*match.span())
                fixes = context.replacing(span, match[0], whole)
                yield context.found(rule, span, replacement=whole, text=match[0], fixes=fixes)


def _is_parted(context: Context, block: Block, words: Wordlist, match: regex.Match[str]) -> bool:
    """Whether a half is no word, and the whole is one that is used."""
    language = context.document.language_of(block)
    first, last = match["first"].lower(), match["last"]
    return words.frequency(first + last) >= PARTED and any(
        words.frequency(half) <= USED and not context.resources.is_foreign(half, language, COMMON)
        for half in (first, last)
    )


def _is_compound(
    context: Context, rule: Rule, block: Block, words: Wordlist, match: regex.Match[str]
) -> bool:
    """Whether a hyphen with a space behind it stands in a compound, and not for an end that a later
    word has (``in- en verkoop``) or between two of a kind (``maandag- vrijdag``).
    """
    first, last = match["first"].lower(), match["last"]
    language = context.document.language_of(block)
    if first in rule.prepared["pairs"].get(language, ()):
        return False
    if last in context.resources.languages[language].function_words or words.is_compound(last):
        return False
    return words.frequency(first + last) >= PARTED or (
        words.knows(first + last) == "compound"
        and all(words.frequency(half) >= USED for half in (first, last))
    )


def _cut(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Blocks of some words that end in the middle of a word, or in dots behind a word that asks
    for another.
    """
    blocks = context.blocks(rule)
    for block, behind in zip_longest(blocks, blocks[1:]):
        if block.kind not in ("paragraph", "item") and block is not blocks[-1]:
            continue
        if not (block.text[-1].isalpha() or block.text.endswith(("…", "..."))):
            continue
        match = _LAST.search(block.text, max(0, len(block.text) - LAST_MOST))
        if match is None or PLACEHOLDER in block.text[-5:]:
            continue
        is_last = block is blocks[-1]
        least = LAST_WORDS if is_last else rule.options["min-words"]
        if len(block.text.split()) < least:
            continue
        if match["dots"] and behind is not None and behind.kind == "item":
            continue  # what a list goes on with: 'Je hebt ervaring met…'
        is_over = is_last or (block.kind == "item" and _begins_anew(behind))
        if _breaks_off(context, block, match, is_last=is_last) or (
            is_over and not match["dots"] and _is_open(context, rule, block)
        ):
            yield context.found(rule, block.span(*match.span()), text=match[0])


def _begins_anew(behind: Block | None) -> bool:
    """Whether the next block is no other half of a line: it begins with a capital."""
    return behind is not None and behind.text[:1].isupper()


def _is_open(context: Context, rule: Rule, block: Block) -> bool:
    """Whether a block ends in what asks for another word."""
    source = rule.prepared["open-end"].get(context.document.language_of(block))
    return (
        bool(source) and lazy(source, regex.IGNORECASE).search(block.text[-LAST_MOST:]) is not None
    )


def _breaks_off(context: Context, block: Block, match: regex.Match[str], *, is_last: bool) -> bool:
    language = context.resources.languages.get(context.document.language_of(block))
    words, word = _words_in(context, block), match["word"]
    if language is None or words is None:
        return False
    if match["dots"] and (word in language.function_words or _is_name_open(block.text, word)):
        return True
    if not word.islower() or len(word) < SHORTEST - is_last:
        return False
    if not words.knows(word):
        is_borrowed = context.resources.is_foreign(word, language.code, BORROWED)
        return words.begins(word) and not is_borrowed
    used, longer = words.frequency(word), words.most_used_from(word, LONGER)
    times = TIMES_LISTED if 0 < used <= COUNTED else TIMES
    is_rare = used < RARE and (used or RARE) * times <= longer
    return is_last and is_rare and not match["dots"]


def _is_name_open(text: str, word: str) -> bool:
    """``Van der…``: a small word inside a name, which has a capital right before it."""
    before = text[: text.rfind(word)].split()
    return word.islower() and len(word) < SHORTEST and bool(before) and before[-1][0].isupper()


FINDERS: Mapping[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "glued": _glued,
    "cut": _cut,
    "parted": _parted,
}
NEEDED = {"cut": ("min-words",)}
"""The options that a rule must have, by ``what``."""


def check_breaks(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for."""
    for rule in rules:
        yield from FINDERS[rule.data["what"]](context, rule)


def prepare_breaks(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """The names that are written with a capital inside; by language what stands in pairs, and what
    no text ends in.
    """
    need_options(rule, preparation, NEEDED)
    ends = {
        language: pattern_of(preparation, language, "open-end", said["open-end"], regex.IGNORECASE)
        for language, said in rule.said.items()
        if "open-end" in said
    }
    names = frozenset(rule.data.get("names", ()))
    pairs = {language: frozenset(said.get("pairs", ())) for language, said in rule.said.items()}
    return {"names": names, "pairs": pairs, "open-end": ends}


KIND = Kind(
    "breaks",
    check_breaks,
    {
        "what": Key(TEXT, tuple(FINDERS), required=True),
        "names": Key(LIST),
        "pairs": Key(LIST, by_language=True),
        "open-end": Key(TABLE, by_language=True),
    },
    prepare_breaks,
    per_block=True,
)
