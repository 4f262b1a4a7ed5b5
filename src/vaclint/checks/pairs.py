"""Two forms of one word side by side: ``hij/zij``, ``kandidaat of kandidate``, ``medewerk(st)er``.

A pair is known from a table, or recognised by its endings (``-er`` beside ``-ster``), which are
data as well, of one language each. The method is a scan for two words joined by a slash or a word
such as ``of``, each looked up in constant time: linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import regex

from vaclint.checks.context import Context
from vaclint.checks.pair_forms import (
    SIGNS,
    Endings,
    Forms,
    Instead,
    Joining,
    forms_in,
    joining_in,
    prepare_pairs,
)
from vaclint.checks.places import sentence_at
from vaclint.languages.inflect import changed
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Applicability, Diagnostic, Edit, Fix
from vaclint.model.document import Document
from vaclint.rulebook.kind import TABLE, TEXT, Key, Kind
from vaclint.rulebook.rule import Rule
from vaclint.text.branches import Near, matches
from vaclint.text.literals import Reach
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.remembered import Memory
from vaclint.text.words import in_case_of, lowered

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources

SUBJECT_MOST = 400
"""How far before a pair its subject is looked for, in characters."""
PERSON_LEAST = 5
"""A word of fewer letters is told by no ending."""
HEAD_LEAST = 4
"""The head of a compound has so many letters, or more."""
SLIP_MOST, SLIP_LEAST = 2, 7
"""A word of so many letters or more that lacks at most so many in one place is another misspelt."""
STEM_LEAST = 2
"""What two compounds have in common before their heads has so many letters, or more."""
BLOCKS = 2_000
"""So many blocks are remembered with the pairs in one word that stand in them, and at most twice
as many.
"""
MARKUP = frozenset("*_<>[]`{}&\\\n")
RELATIVE = "relative"
NO_RELATIVE: Mapping[str, str] = {}
OPENERS = ("", ".", "!", "?", ":")
"""What stands before the first word of a sentence."""
ALTERNATIVES = "|"
"""Between the replacements of a pair that has several."""


def check_pairs(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pair of the rules' tables or endings."""
    document = context.document
    joining = {language: joining_in(rules[0].prepared, language) for language in document.languages}
    candidates = _candidates(context, joining)
    for rule in rules:
        known = {
            language: forms_in(rule.prepared, language)
            for language in document.languages
            if rule.speaks(language)
        }
        forms = {language: each for language, each in known.items() if each is not None}
        yield from _side_by_side(context, rule, forms, joining, candidates)
        for block in document.blocks:
            of_block = forms.get(document.language_of(block))
            if of_block is not None and not SIGNS.isdisjoint(block.text):
                yield from _in_one(context, rule, of_block, block)


def _candidates(
    context: Context, joining: Mapping[str, Joining]
) -> list[tuple[Block, regex.Match[str]]]:
    """Every two words joined by a slash or a word, with their block, in order."""
    document, remembered = context.document, context.resources.remembered
    found = []
    for block in document.blocks:
        patterns = joining[document.language_of(block)]
        matches = remembered(_joined_in, patterns.join, patterns.candidate, block.text)
        found += [(block, match) for match in matches]
    return found


def _joined_in(join: str, candidate: str, text: str) -> tuple[regex.Match[str], ...]:
    """The same in the text of a block, by the patterns of its language."""
    text = lowered(text)
    found: dict[int, regex.Match[str]] = {}
    for joined in lazy(join).finditer(text):
        start = joined.start()
        while start and (text[start - 1].isalpha() or text[start - 1] in "'’-"):
            start -= 1
        is_new = start < joined.start() and start not in found
        if is_new and (match := lazy(candidate).match(text, start)):
            found[start] = match
    return tuple(found[start] for start in sorted(found))


def _side_by_side(
    context: Context,
    rule: Rule,
    forms: Mapping[str, Forms],
    joining: Mapping[str, Joining],
    candidates: Iterable[tuple[Block, regex.Match[str]]],
) -> Iterator[Diagnostic]:
    """The candidates that are a pair; of two that overlap the first."""
    until = -1
    for block, match in candidates:
        language = context.document.language_of(block)
        if block.start + match.start() < until or language not in forms:
            continue
        instead = _instead(forms[language], match)
        neutral = joining[language].neutral
        if instead is None or _is_excepted(context.document, rule, block, match, neutral):
            continue
        end = match.end()
        if whole := _with_relative(rule, language, block.text, match):
            end, instead = whole.end, (whole.replacement, False)
        until = block.start + end
        yield _found(context, rule, block, match.start(), end, *instead)


class Whole(NamedTuple):
    """A pair with the word behind it: where that ends, and what to write for both."""

    end: int
    replacement: str


def _with_relative(rule: Rule, language: str, text: str, match: regex.Match[str]) -> Whole | None:
    """A pair that opens a sentence with a word behind it that goes with it (``Hij/zij die``), as
    the key ``relative`` of the rule has it.
    """
    if text[: match.start()].rstrip()[-1:] not in OPENERS:
        return None
    for behind, replacement in rule.key(RELATIVE, language, NO_RELATIVE).items():
        end = match.end() + 1 + len(behind)
        follows = text[end : end + 1]
        if text[match.end() : end] == f" {behind}" and not follows.isalnum():
            return Whole(end, replacement)
    return None


def _searched(_resources: Resources) -> Memory[tuple[regex.Match[str], ...]]:
    """The pairs in one word, by their pattern and the text of a block in lower case."""
    return Memory(BLOCKS)


def _written_in(forms: Forms, text: str) -> tuple[regex.Match[str], ...]:
    """The pairs that the table writes out, looked for around the signs that each of them has."""
    if not forms.literal:
        return ()
    places = [(at, at + 1) for at, letter in enumerate(text) if letter in SIGNS]
    longest = max(map(len, forms.literal))
    return (*matches([Near(lazy(forms.literals), Reach(longest, 2), places)], text),)


def _all_in(pattern: str, text: str, flags: int = 0) -> tuple[regex.Match[str], ...]:
    return (*lazy(pattern, flags).finditer(text),) if pattern else ()


def _in_one(context: Context, rule: Rule, forms: Forms, block: Block) -> Iterator[Diagnostic]:
    """Pairs in one word: those written out in the table, and forms with brackets
    (``medewerk(st)er``).
    """
    text = context.document.lowered(block)
    searched = context.resources.once(_searched)
    literal = searched.given((forms.literals, text), _written_in, forms, text)
    for match in literal:
        start, end = match.span()
        instead = forms.literal[match[0]]
        yield _found(context, rule, block, start, end, *instead)
    if forms.endings is None or "(" not in block.text:
        return
    brackets = forms.endings.brackets
    for match in searched.given((brackets, text), _all_in, brackets, text, regex.IGNORECASE):
        rest = match["rest"]
        whole = _unbracketed(
            context,
            forms.endings,
            block,
            match["stem"],
            forms.endings.bare if rest is None else rest,
        )
        whole = _mended(whole, forms.neutral)
        start, end = match.span()
        is_known = any(each.start() < end and start < each.end() for each in literal)
        if whole not in forms.endings.not_persons and not is_known:
            instead = forms.neutral.get(whole, whole), False
            yield _found(context, rule, block, start, end, *instead)


def _unbracketed(context: Context, endings: Endings, block: Block, stem: str, rest: str) -> str:
    """The masculine form of one with brackets: ``schoonmaker`` of ``schoonmaak(st)er`` and of
    ``schoonma(a)k(st)er``.
    """
    before, bracket, behind = stem.partition("(")
    if bracket:
        return before + behind.partition(")")[2] + rest
    language = context.resources.languages.get(context.document.language_of(block))
    if rest and endings.stem_change and language is not None:
        stem = changed(stem, endings.stem_change, language)
    return stem + rest


def _mended(word: str, known: Mapping[str, str]) -> str:
    """The known word that a word is with a few letters left out in one place: ``mederker``; else
    the word itself.
    """
    if word in known or len(word) < SLIP_LEAST:
        return word
    for whole in known:
        lacking = len(whole) - len(word)
        if not 0 < lacking <= SLIP_MOST or whole[:2] != word[:2]:
            continue
        common = 2
        while common < len(word) and whole[common] == word[common]:
            common += 1
        if any(whole[at + lacking :] == word[at:] for at in range(2, common + 1)):
            return whole
    return word


def _instead(forms: Forms, match: regex.Match[str]) -> Instead | None:
    """What to write instead of a candidate, and whether that is safe; None when it is no pair."""
    first, second = match["first"], match["second"]
    if known := forms.table.get((first, second)):
        return known
    if first == second:
        return None
    found = None
    if forms.endings is not None:
        is_short = second in forms.endings.shortened and "/" in match["join"]
        if second.startswith("-") or is_short:
            return _shortened(forms, forms.endings, first, second.lstrip("-"))
        found = _by_ending(forms, forms.endings, first, second)
    return found or _compound(forms, first, second) or _half(forms, first, second)


def _by_ending(forms: Forms, endings: Endings, first: str, second: str) -> Instead | None:
    """A pair by its endings: ``verkoper of verkoopster``."""
    for male, female in ((first, second), (second, first)):
        if len(male) < PERSON_LEAST or male in endings.not_persons:
            continue
        shares_stem = male[0] == female[0]
        if (male, female) in endings.pairs or (
            shares_stem and any(_with_ending(male, *each) == female for each in endings.pairs)
        ):
            return forms.table.get((male, female), (male, False))[0], False
    return None


def _shortened(forms: Forms, endings: Endings, first: str, ending: str) -> Instead | None:
    """A pair whose second form is cut to its ending: ``begeleider/-ster``, ``kandidaat/-date``,
    ``gastvrouw of -heer``.
    """
    if first in endings.not_persons or len(first) < PERSON_LEAST:
        return None
    for male, female in endings.pairs:
        full = _with_ending(first, male, female)
        if full and full.endswith(ending) and full not in (first, ending):
            return forms.table.get((first, full), (first, False))[0], False
        if male == ending and (full := _with_ending(first, female, male)):
            return forms.table.get((first, full), (full, False))[0], False
    return None


def _compound(forms: Forms, first: str, second: str) -> Instead | None:
    """Compounds with a known pair as their heads: ``afdelingssecretaris/afdelingssecretaresse``."""
    common = 0
    while common < min(len(first), len(second)) and first[common] == second[common]:
        common += 1
    for at in range(common, STEM_LEAST - 1, -1):
        known = forms.table.get((first[at:], second[at:]))
        if known and len(first[at:]) >= HEAD_LEAST:
            return first[:at] + known[0], False
    return None


def _half(forms: Forms, first: str, second: str) -> Instead | None:
    """A compound with a hyphen of which only the head is said twice: ``oud-leider/leidster``."""
    beginning, hyphen, head = first.rpartition("-")
    if not beginning or len(head) < HEAD_LEAST or "-" in second:
        return None
    known = forms.table.get((head, second))
    if known is None and forms.endings is not None:
        known = _by_ending(forms, forms.endings, head, second)
    return None if known is None else (f"{beginning}{hyphen}{known[0]}", False)


def _with_ending(word: str, ending: str, other: str) -> str:
    """A word with another ending in the place of one; nothing when the word does not end so."""
    return word[: -len(ending)] + other if word.endswith(ending) else ""


def _is_excepted(
    document: Document, rule: Rule, block: Block, match: regex.Match[str], neutral: str
) -> bool:
    """Whether a neutral form stands beside a pair, or its options except what stands before it."""
    text, at = match.string, match.start()
    if lazy(neutral).match(text, match.end()):
        return True
    before = text[max(0, at - SUBJECT_MOST) : at].split()
    is_after = before and before[-1].strip("(,‘“\"'") in rule.options.get("not-after", ())
    if is_after and "/" not in match["join"]:
        return True
    subjects = rule.options.get("general-subjects", ())
    if not subjects:
        return False
    sentence_start, _ = sentence_at(document, block, at)
    first = max(sentence_start, at - SUBJECT_MOST)
    sentence = f" {' '.join(text[first:at].replace(',', ' ').split())} "
    return any(f" {subject} " in sentence for subject in subjects)


def _found(
    context: Context, rule: Rule, block: Block, start: int, end: int, replacement: str, safe: bool
) -> Diagnostic:
    span = block.span(start, end)
    text = block.text[start:end]
    alternatives = replacement.split(ALTERNATIVES)
    first = in_case_of(alternatives[0], text)
    fixes: tuple[Fix, ...] = ()
    if first and _is_plain(context.document, span):
        applicability: Applicability = "safe" if safe else "unsafe"
        message = context.say("replace-by", first)
        fixes = (Fix(applicability, message, (Edit(*span, first),)),)
    return context.found(
        rule,
        span,
        replacement="’ / ‘".join(in_case_of(each, text) for each in alternatives),
        fixes=fixes,
        properties={"alternatives": alternatives},
        text=text,
    )


def _is_plain(document: Document, span: Span) -> bool:
    """Whether a range holds no markup, so that replacing it as a whole loses nothing."""
    return MARKUP.isdisjoint(document.source.text[span.start : span.end])


KIND = Kind(
    "pairs",
    check_pairs,
    {
        "pairs": Key(TEXT, required=True, by_language=True),
        "suffixes": Key(TEXT, by_language=True),
        RELATIVE: Key(TABLE, by_language=True),
    },
    prepare_pairs,
    per_block=True,
    implied_by="pairs",
)
