"""Two forms of one word side by side: ``hij/zij``, ``kandidaat of kandidate``, ``medewerk(st)er``.

A pair is known from a table, or recognised by its endings (``-er`` beside ``-ster``), which are data as well. The
method is a scan for two words joined by a slash or ``of``, each looked up in constant time: linear in the text.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import regex

from vaclint.checks import FIX_MESSAGE, Context, in_case_of, speaks
from vaclint.model.diagnostics import Applicability, Diagnostic, Edit, Fix
from vaclint.model.document import Block, Document, Span, sentences
from vaclint.text.patterns import compiled, lazy
from vaclint.rulebook.rules import Pair, Rule

_SIDE = r"\p{L}[\p{L}'’-]*"
_CANDIDATE = lazy(
    rf"(?<![\p{{L}}\p{{N}}'’/-])(?P<first>{_SIDE})"
    r"(?P<join>\s?/\s?|,? (?:en/of|of|dan wel|c\.?q\.?|resp\.|or|and/or) | (?:en|and) (?=-)|(?P<bracket> \((?:of|or) ))"
    rf"(?:een |de |het |a |an |the )?(?P<second>-?{_SIDE})(?(bracket)\)|(?![\p{{L}}\p{{N}}]|-\p{{L}}))"
)
_JOIN = lazy(r"\s?/|,? (?:en/of|of|dan wel|c\.?q\.?|resp\.|or|and/or) | (?:en|and) (?=-)| \((?:of|or) ")
SUBJECT_MOST = 400
"""How far before a pair its subject is looked for, in characters."""
_TAIL = lazy(r"\s?/\s?(?:die|hen|hun|x|diens|anders|they|them|their)\b|,? (?:of|or) (?:die|hen|hun|diens|they|them|their)\b")


class Endings(NamedTuple):
    """The data of a ``suffixes`` file."""

    pairs: tuple[tuple[str, str], ...]
    shortened: frozenset[str]
    brackets: regex.Pattern[str]
    not_persons: frozenset[str]


@cache
def _endings(path: Path) -> Endings:
    import tomli

    data = tomli.loads(path.read_text("utf-8"))
    return Endings(
        tuple((first, second) for first, second in data["pairs"]),
        frozenset(data["shortened"]),
        compiled(data["brackets"], regex.IGNORECASE),
        frozenset(data["not-persons"].split()),
    )


@cache
def _literals(forms: tuple[str, ...]) -> regex.Pattern[str]:
    return compiled(r"(?<![\p{L}\p{N}-])(?:" + "|".join(map(regex.escape, forms)) + r")(?![\p{L}\p{N}]|/\p{L})")


class _Index(NamedTuple):
    table: dict[tuple[str, str], tuple[str, bool]]
    literal: dict[str, tuple[str, bool]]
    neutral: dict[str, str]
    """From the first form of a pair to its neutral one."""


def check_pairs(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pair of the rules' tables or endings."""
    document = context.document
    candidates = list(_candidates(document))
    for rule in rules:
        endings = _endings(Path(rule.origin).parent / rule.data["suffixes"]) if "suffixes" in rule.data else None
        until = -1
        literal: list[tuple[int, int]] = []  # places of forms that stand in the table as they are written
        for block, match in candidates:
            language = document.language_of(block)
            if match.start() < until or not speaks(rule, language):
                continue
            index = _index(rule.pairs, language)
            found = _replacement(rule, index, endings, match)
            if found is None or _is_excepted(context, rule, block, match):
                continue
            until = match.end()
            yield _report(context, rule, block, match.start(), match.end(), *found)
        for block in document.blocks:
            language = document.language_of(block)
            if not speaks(rule, language):
                continue
            index = _index(rule.pairs, language)
            if index.literal and ("(" in block.text or "/" in block.text):
                pattern = _literals(tuple(sorted(index.literal, key=len, reverse=True)))
                for match in pattern.finditer(document.haystack, block.start, block.start + len(block.text)):
                    literal.append(match.span())
                    yield _report(context, rule, block, match.start(), match.end(), *index.literal[match[0]])
            if endings and "(" in block.text:
                for match in endings.brackets.finditer(document.haystack, block.start, block.start + len(block.text)):
                    stem, rest = match["stem"], match["rest"] or ""
                    whole = (_open_syllable(stem) if rest else stem) + rest
                    known = any(start < match.end() and match.start() < end for start, end in literal)
                    if whole not in endings.not_persons and not known:
                        neutral = index.neutral.get(whole, whole)
                        yield _report(context, rule, block, match.start(), match.end(), neutral, False)


def _candidates(document: Document) -> Iterator[tuple[Block, regex.Match[str]]]:
    """Every two words joined by a slash or ``of``, with their block."""
    haystack = document.haystack
    tried = -1
    for join in _JOIN.finditer(haystack):
        start = join.start()
        while start and (haystack[start - 1].isalpha() or haystack[start - 1] in "'’-"):
            start -= 1
        if start == join.start() or start == tried:
            continue
        tried = start
        block = document.block_at(start)
        if match := _CANDIDATE.match(haystack, start, block.start + len(block.text)):
            yield block, match


@cache
def _index(pairs: tuple[Pair, ...], language: str) -> _Index:
    table: dict[tuple[str, str], tuple[str, bool]] = {}
    literal: dict[str, tuple[str, bool]] = {}
    neutral: dict[str, str] = {}
    for pair in pairs:
        if pair.language and pair.language != language:
            continue
        if pair.second:
            neutral.setdefault(pair.first, pair.replacement)
            table[pair.first, pair.second] = table[pair.second, pair.first] = (pair.replacement, pair.safe)
        else:
            literal[pair.first] = (pair.replacement, pair.safe)
    return _Index(table, literal, neutral)


def _replacement(rule: Rule, index: _Index, endings: Endings | None, match: regex.Match[str]) -> tuple[str, bool] | None:
    """What to write instead of a candidate, and whether that is safe; None when it is no pair."""
    first, second = match["first"], match["second"]
    if known := index.table.get((first, second)):
        return known
    if endings is None or first == second:
        return None
    if second.startswith("-") or (second in endings.shortened and "/" in match["join"]):
        return _shortened(index, endings, first, second.lstrip("-"))
    for male, female in ((first, second), (second, first)):
        if len(male) < 5 or male in endings.not_persons:
            continue
        for male_ending, female_ending in endings.pairs:
            if _feminine(male, male_ending, female_ending) == female:
                return (index.table.get((male, female), (male, False))[0], False)
    return _compound(index, first, second)


def _shortened(index: _Index, endings: Endings, first: str, ending: str) -> tuple[str, bool] | None:
    """A pair whose second form is cut to its ending: ``begeleider/-ster``, ``kandidaat/-date``, ``gastvrouw of -heer``."""
    if first in endings.not_persons or len(first) < 5:
        return None
    for male, female in endings.pairs:
        if (full := _feminine(first, male, female)) and full.endswith(ending) and full not in (first, ending):
            return index.table.get((first, full), (first, False))[0], False
        if male == ending and (full := _feminine(first, female, male)):
            return index.table.get((first, full), (full, False))[0], False
    return None


def _open_syllable(stem: str) -> str:
    """A stem as it is spelled before -er: schoonmaak, schoonmaker."""
    return stem[:-2] + stem[-1] if regex.search(r"(?:aa|ee|oo|uu)[^aeiou]$", stem) else stem


def _compound(index: _Index, first: str, second: str) -> tuple[str, bool] | None:
    """A pair of compounds with a known pair as their heads: ``afdelingssecretaris/afdelingssecretaresse``."""
    common = 0
    while common < min(len(first), len(second)) and first[common] == second[common]:
        common += 1
    for at in range(common, 1, -1):
        known = index.table.get((first[at:], second[at:]))
        if known and len(first[at:]) >= 4:
            return first[:at] + known[0], False
    return None


def _feminine(word: str, male_ending: str, female_ending: str) -> str:
    """The feminine form of a word by one pair of endings, or nothing when the word does not end so."""
    return word[: -len(male_ending)] + female_ending if word.endswith(male_ending) else ""


def _is_excepted(context: Context, rule: Rule, block: Block, match: regex.Match[str]) -> bool:
    haystack = context.document.haystack
    end = block.start + len(block.text)
    if _TAIL.match(haystack, match.end(), end):
        return True
    before = haystack[max(block.start, match.start() - SUBJECT_MOST) : match.start()].split()
    if "/" not in match["join"] and before and before[-1].strip("(,‘“\"'") in rule.options.get("not-after", ()):
        return True
    subjects = rule.options.get("general-subjects", ())
    if subjects:
        at = match.start() - block.start
        first = next((a for a, b in sentences(block.text) if a <= at < b), 0)
        first = max(first, at - SUBJECT_MOST)
        words = f" {' '.join(haystack[block.start + first : match.start()].replace(',', ' ').split())} "
        return any(f" {subject} " in words for subject in subjects)
    return False


def _report(context: Context, rule: Rule, block: Block, start: int, end: int, replacement: str, safe: bool) -> Diagnostic:
    span = block.span(start - block.start, end - block.start)
    text = block.text[start - block.start : end - block.start]
    shown = in_case_of(replacement.split("|")[0], text)
    fixes: tuple[Fix, ...] = ()
    if shown and _is_plain(context, span):
        applicability: Applicability = "safe" if safe else "unsafe"
        fixes = (Fix(applicability, FIX_MESSAGE[context.message_language].format(shown), (Edit(*span, shown),)),)
    alternatives = "’ / ‘".join(in_case_of(part, text) for part in replacement.split("|"))
    return context.found(rule, span, replacement=alternatives, fixes=fixes, properties={"alternatives": replacement.split("|")}, text=text)


def _is_plain(context: Context, span: Span) -> bool:
    """Whether a range holds no markup, so that replacing it as a whole loses nothing."""
    return not any(char in "*_<>[]`{}&\\\n" for char in context.document.source.text[span.start : span.end])
