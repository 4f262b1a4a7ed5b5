"""Abbreviations that a text never explains and that readers need not know.

An abbreviation is three to five capitals, a plural or a hyphen behind them apart. It is explained
by brackets (``Root Cause Analysis (RCA)``, ``RCA (Root Cause Analysis)``), by a word for that, or
by words that begin with its letters; it is a name where somebody works for it or where it does
something (``at BMC``, ``BMC offers``), in the title, in a row of names, and in a row of capitals; a
common word in capitals is none. What is known, explains and tells a name is looked up in the words
of all languages: a text in one names the institutions and companies of another. Linear in the text
for each of the first ``MOST`` abbreviations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.model.blocks import Block
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document
from vaclint.rulebook.kind import LIST, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, words
from vaclint.text.stretches import Stretches

LOOK_BACK = 40
"""So many characters before an abbreviation are looked at."""
BESIDE = 60
"""The word right beside it is looked for in so many."""
MOST = 1000
"""So many different abbreviations are judged; a text with more explains none of them."""
SHOUT = 4
"""A word of so many capitals beside an abbreviation is shouted, or part of a heading."""
USED, USED_SHORT = 1000, 5000
"""A word in capitals is used so often; one of three letters so much more."""
_ABBREVIATION = lazy(
    r"(?<![\p{L}\p{N}.@/&_+-])"
    r"(?P<short>\p{Lu}{3,5})"
    # a plural, a compound, or the end of the word
    r"(?=(?:[’']s|en)?(?:-\p{Ll}|[^\p{L}\p{N}@/&_+-]|$))"
    r"(?!\.\p{L})"
)
_IN_NAME = lazy(r"(?<=[\p{Ll},] )(?:\p{Lu}\p{L}+ )+$")
"""Right before an abbreviation, a name inside a sentence that it is part of (``Decos JOIN``)."""

_NAME_BEFORE = lazy(r"(?<=[\p{L},] )\p{Lu}\p{Ll}{2,}, $")
_NAME_BEHIND = lazy(r"(?:,| \p{Ll}{2,3}) \p{Lu}\p{Ll}{2,}")
"""A name before an abbreviation in a row of them, and one behind it."""


class _Initials:
    """The letters that the words of a text begin with, a block to a line."""

    def __init__(self, document: Document, small: frozenset[str]) -> None:
        self._document, self._small = document, small

    @cached_property
    def text(self) -> Stretches:
        """Those of all words, and once more without the small ones."""
        return Stretches(self._lines())

    def _lines(self) -> Iterator[str]:
        for block in self._document.blocks:
            words = self._document.words_in(block)
            yield "".join([word[0] for word in words])
            yield "".join([word[0] for word in words if word not in self._small])


class _Place(NamedTuple):
    """An abbreviation and where it stands first."""

    short: str
    block: Block
    start: int
    end: int
    document: Document
    whole: Stretches
    """The text of the document."""
    words: dict[str, Any]
    """What the rule has prepared."""
    initials: _Initials


def _is_in_title(place: _Place) -> bool:
    title = place.document.title
    return title is not None and place.short in title.text


def _is_shouted(place: _Place) -> bool:
    """Whether the word beside it is in capitals too, so that this is a heading or a shout."""
    text = place.block.text
    before = text[max(0, place.start - BESIDE) : place.start].split()[-1:]
    beside = before + text[place.end : place.end + BESIDE].split()[:1]
    return any(
        len(word.strip(",.;:()")) >= SHOUT and word.strip(",.;:()").isupper() and word.isalpha()
        for word in beside
    )


def _is_explained_or_name(place: _Place) -> bool:
    """Whether the words around it explain it or use it as somebody's name, here or further on."""
    before, after = lazy(place.words["before"], regex.IGNORECASE), lazy(place.words["after"])
    short = place.short
    for _, text in place.whole:
        at = text.find(short)
        while at >= 0:
            end = at + len(short)
            if _is_alone(text, at, end) and (
                before.search(text, max(0, at - LOOK_BACK), at) or after.match(text, end)
            ):
                return True
            at = text.find(short, end)
    return False


def _is_alone(text: str, start: int, end: int) -> bool:
    return (
        not text[start - 1 : start].isalnum()
        and not text[end : end + 1].isalnum()
        and text[end : end + 1] != "-"
    )


def _is_spelled_out(place: _Place) -> bool:
    """Whether words somewhere in the text begin with its letters, small words counted or not."""
    return place.short.lower() in place.initials.text


def _is_in_name(place: _Place) -> bool:
    return (
        _IN_NAME.search(place.block.text, max(0, place.start - LOOK_BACK), place.start) is not None
    )


def _is_among_names(place: _Place) -> bool:
    """``Canon, PCI, Ricoh``: one of a row of names."""
    text = place.block.text
    before = _NAME_BEFORE.search(text, max(0, place.start - LOOK_BACK), place.start)
    return before is not None and _NAME_BEHIND.match(text, place.end) is not None


_CLEAR: tuple[Callable[[_Place], bool], ...] = (
    _is_in_title,
    _is_shouted,
    _is_explained_or_name,
    _is_spelled_out,
    _is_in_name,
    _is_among_names,
)
"""When an abbreviation needs no explanation, the cheapest question first."""


def _is_word(context: Context, block: Block, short: str) -> bool:
    """Whether it is a common word in capitals: ``Bel NIET``, ``een dosis HUMOR``."""
    try:
        words = context.resources.wordlist(context.document.language_of(block))
    except KeyError:
        return False
    return words.frequency(short.lower()) >= (USED_SHORT if len(short) < SHOUT else USED)


def check_abbreviations(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for the first place of each abbreviation that is not known, explained or
    a name; of the first ``MOST`` that are not known, for each is looked for in the whole text.
    """
    document = context.document
    for rule in rules:
        known = rule.prepared["known"] | context.fine
        initials = _Initials(document, rule.prepared["small"])
        whole = document.text
        seen: set[str] = set()
        asked = 0
        for block in context.blocks(rule):
            if block.kind not in ("paragraph", "item"):
                continue
            for match in _ABBREVIATION.finditer(block.text):
                short = match["short"]
                if short in seen:
                    continue
                seen.add(short)
                if short.lower() in known:
                    continue
                asked += 1
                if asked > MOST:
                    return
                place = _Place(
                    *(short, block, match.start(), match.end()),
                    *(document, whole, rule.prepared, initials),
                )
                if any(is_clear(place) for is_clear in _CLEAR):
                    continue
                if not _is_word(context, block, short):
                    yield context.found(rule, block.span(match.start(), match.end()), text=short)


def prepare_abbreviations(rule: Rule, preparation: Preparation) -> Any:
    """The known abbreviations, and what tells a name or an explanation; of all languages together.

    Raises VaclintError for a list that cannot be read.
    """

    def listed(key: str) -> list[str]:
        return [word for said in rule.said.values() for word in said.get(key, ())]

    lists = {code: said["known"] for code, said in rule.said.items() if "known" in said}
    known = (preparation.words(code, "known", name) for code, name in lists.items())
    return {
        "known": frozenset[str]().union(*known),
        "small": frozenset(listed("small-words")),
        "before": _before(listed("before-name"), listed("explaining")),
        "after": _after(listed("after-name"), listed("company-forms")),
    }


def _before(name: Sequence[str], explaining: Sequence[str]) -> str:
    """What makes an abbreviation a name, or explains it, right before it."""
    parts = [r"\(", r"=\s?"]
    parts += [rf"\b{words(name)}\s"] if name else []
    parts += [rf"\b{words(explaining)}[^.]{{0,20}}\s"] if explaining else []
    return f"(?:{'|'.join(parts)})$"


def _after(name: Sequence[str], forms: Sequence[str]) -> str:
    """The same right behind it; a word with a capital goes on with the name."""
    parts = [r"\s?\(", r"\s?=", r"\s\p{Lu}\p{Ll}+"]
    parts += [rf"\s{words(name)}\b"] if name else []
    parts += [rf"\s{words(forms)}"] if forms else []
    return "|".join(parts)


KIND = Kind(
    "abbreviations",
    check_abbreviations,
    {
        "known": Key(TEXT, by_language=True),
        "before-name": Key(LIST, by_language=True),
        "explaining": Key(LIST, by_language=True),
        "after-name": Key(LIST, by_language=True),
        "company-forms": Key(LIST, by_language=True),
        "small-words": Key(LIST, by_language=True),
    },
    prepare_abbreviations,
)
