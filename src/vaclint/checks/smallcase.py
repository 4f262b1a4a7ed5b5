"""Abbreviations that are ordinary words, and that the spelling of a language writes in small
letters only: ``HBO-diploma``, ``het MKB``, ``je CV``.

A text has them all so or all right, so that one finding names the first with its number and its
other places. Part of a name is left alone: what stands before a word with a capital (``HBO Max``)
or, for what ends the names of firms, behind one (``Voorbeeld BV``). Beside a number only those of
``numbered`` count, and those of ``beside`` only next to another (``HBO/WO``). A sentence whose
other words are in capitals, or that has none, says nothing. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import regex

from vaclint.checks.context import MANY, Context
from vaclint.checks.slips import sentences_of
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

LISTS = ("words", "beside", "firms", "numbered")
"""The abbreviations in small letters; those that are only beside one of these; what ends the names
of firms too; and what a number may follow.
"""
NEAR = 6
"""So many characters part two abbreviations that stand side by side: ``HBO- of WO-niveau``."""
_WHOLE = r"(?<![\p{{L}}\p{{N}}.@&_'’#-])(?:{})(?![\p{{L}}\p{{N}}@_]|\.\p{{L}}|-[\p{{Lu}}\p{{N}}])"
_NAME_BEHIND = lazy(r" ?\p{Lu}\p{L}")
_NUMBER_BEHIND = lazy(r" ?\p{N}")
_NAME_BEFORE = lazy(r"(?:^|[^\p{L}])\p{Lu}[\p{L}\p{N}&.’'-]* $|[^\p{L} ] ?$|^$")
_NAMED_BEFORE = lazy(r"\p{L}[^.!?:\n]* \p{Lu}\p{Ll}[\p{L}-]* $")
_SMALL = lazy(r"(?<![\p{L}-])\p{Lu}?\p{Ll}+")
_CAPITALS = lazy(r"(?<![\p{L}-])\p{Lu}{2,}(?![\p{Ll}-])")


def check_smallcase(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for all that a text has in capitals and should not."""
    for rule in rules:
        for language in sorted(context.document.languages & rule.prepared.keys()):
            if rule.speaks(language) and (found := _in_language(context, rule, language)):
                yield _told(context, rule, found)


def _in_language(context: Context, rule: Rule, language: str) -> list[tuple[Span, str, str]]:
    """The places in a language, each with what is written there and what should be."""
    pattern, lists = rule.prepared[language]
    search, found = lazy(pattern), []
    for block in context.written_in(language):
        if not search.search(block.text):
            continue
        for start, sentence in sentences_of(context.document, block):
            for match in _places(sentence, search, lists):
                if match[0].lower() in context.fine:
                    continue
                better = match[0].lower()
                if not any(map(str.isalnum, sentence[: match.start()])):
                    better = better[0].upper() + better[1:]
                span = block.span(start + match.start(), start + match.end())
                found.append((span, match[0], better))
    return found


def _places(
    sentence: str, search: regex.Pattern[str], lists: dict[str, frozenset[str]]
) -> list[regex.Match[str]]:
    """The abbreviations of a sentence that are no names."""
    matches = [*search.finditer(sentence)]
    if not matches or _is_in_capitals(sentence, matches):
        return []
    return [
        match
        for match in matches
        if not _is_name(sentence, match, lists)
        and (match[0].lower() not in lists["beside"] or _is_beside(sentence, match, matches, lists))
    ]


def _is_in_capitals(sentence: str, matches: Sequence[regex.Match[str]]) -> bool:
    """Whether as many other words of a sentence are in capitals as are not."""
    small = len(_SMALL.findall(sentence))
    return len(_CAPITALS.findall(sentence)) - len(matches) >= small or not small


def _is_name(sentence: str, match: regex.Match[str], lists: dict[str, frozenset[str]]) -> bool:
    """Whether an abbreviation is part of a name, by what stands beside it."""
    word, start, end = match[0].lower(), *match.span()
    if _NAME_BEHIND.match(sentence, end):
        behind = sentence[end:].lstrip(" ")
        return not any(behind.startswith(each.upper()) for each in lists["words"])
    if word not in lists["numbered"] and _NUMBER_BEHIND.match(sentence, end):
        return True
    before = sentence[:start]
    if word in lists["firms"]:
        return _NAME_BEFORE.search(before) is not None
    return _NAMED_BEFORE.search(before) is not None


def _is_beside(
    sentence: str,
    match: regex.Match[str],
    matches: Sequence[regex.Match[str]],
    lists: dict[str, frozenset[str]],
) -> bool:
    """Whether another abbreviation stands next to one."""
    for other in matches:
        if other[0].lower() not in lists["beside"]:
            gap = sorted((*match.span(), *other.span()))[1:3]
            if gap[1] - gap[0] <= NEAR and "," not in sentence[slice(*gap)]:
                return True
    return False


def _told(context: Context, rule: Rule, found: Sequence[tuple[Span, str, str]]) -> Diagnostic:
    _, written, better = found[0]
    return context.together(
        rule,
        [span for span, _, _ in found],
        message=MANY if len(found) > 1 else "",
        text=written,
        replacement=better,
        fixes=context.replacing_all(found),
    )


def prepare_smallcase(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """By language the pattern of all abbreviations, and the lists. Raises VaclintError for a rule
    without the message for several places.
    """
    prepared: dict[str, Any] = {}
    for language, said in rule.said.items():
        lists = {name: frozenset(said[name]) for name in LISTS}
        words = sorted(lists["words"] | lists["beside"])
        prepared[language] = (_WHOLE.format("|".join(word.upper() for word in words)), lists)
    for language, texts in rule.texts.items():
        if MANY not in texts.messages:
            message = f"a rule of this kind needs the message '{MANY}' in 'messages'"
            raise preparation.error(language, "messages", message)
    return prepared


KIND = Kind(
    "smallcase",
    check_smallcase,
    {name: Key(LIST, required=True, by_language=True) for name in LISTS},
    prepare_smallcase,
    values=frozenset({"count"}),
)
