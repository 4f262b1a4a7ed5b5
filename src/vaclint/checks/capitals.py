"""How headings, the title or sentences use capitals. Linear in the text.

A word in capitals that is no longer than an abbreviation, a word with a capital or a digit inside,
and the exceptions of the rule are left as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from vaclint.checks.context import Context
from vaclint.checks.parts import HEADING, PARTS, TEXT, Part, parts_of
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, Key, Kind
from vaclint.rulebook.kind import TEXT as STRING
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

_WORD = lazy(r"[\p{L}\p{N}][\p{L}\p{N}’'&.-]*")
_KEPT = lazy(r"\p{Lu}{2,5}s?|.+[\p{Lu}\p{N}].*|.*\p{N}.*")
_SHORT = 3
"""In a title a word of no more letters may stand without a capital, unless it is the first."""


def _sentence(word: str, index: int) -> str:
    return word[:1].upper() + word[1:] if index == 0 else word.lower()


def _title(word: str, index: int) -> str:
    if index and len(word) <= _SHORT:
        return word
    return word[:1].upper() + word[1:]


def _upper(word: str, index: int) -> str:
    return word.upper()


def _lower(word: str, index: int) -> str:
    return word.lower()


STYLES: dict[str, Callable[[str, int], str]] = {
    "sentence": _sentence,
    "title": _title,
    "upper": _upper,
    "lower": _lower,
}


def check_capitals(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each part in other capitals than its style has."""
    for rule in rules:
        for part in parts_of(context, rule, rule.data.get("per", HEADING)):
            text, better = part.pieces[0].text, _styled(rule, part)
            if better != text:
                fixes = context.replacing(part.span, text, better)
                yield context.found(rule, part.span, replacement=better, text=text, fixes=fixes)


def _styled(rule: Rule, part: Part) -> str:
    """The text of a part as its style writes it."""
    style = STYLES[rule.data["style"]]
    kept: dict[str, str] = {word.casefold(): word for word in rule.data.get("exceptions", ())}
    count = -1

    def styled(match: regex.Match[str]) -> str:
        nonlocal count
        count += 1
        word = str(match[0])
        if word.casefold() in kept:
            return kept[word.casefold()]
        return word if _KEPT.fullmatch(word) and style is not _upper else style(word, count)

    return str(_WORD.sub(styled, part.pieces[0].text))


KIND = Kind(
    "capitals",
    check_capitals,
    {
        "style": Key(STRING, tuple(STYLES), required=True),
        "per": Key(STRING, tuple(part for part in PARTS if part != TEXT)),
        "exceptions": Key(LIST),
    },
)
