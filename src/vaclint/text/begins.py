"""What a text may begin with for a pattern to match it whole, read off the pattern with what it
needs (``text.literals``).

Only letters and numbers count, in lower case, and each digit is ``0``: what stands between them is
left out of a text and of a pattern alike, so that ``← Back`` and ``back`` begin alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

SIZE = 6
"""So many letters and numbers are told."""
_FIRST = 3 * SIZE
"""They are looked for in so many characters first."""
_MOST = 20_000
"""Of so many begins no more are made."""
_SIGNS = lazy(r"[^\p{L}\p{N}]+")
_DIGIT = lazy(r"\d")


class Begins(NamedTuple):
    """What the texts of a part of a pattern begin with."""

    whole: frozenset[str]
    """Texts as a whole."""
    begun: frozenset[str]
    """Begins of texts that go on in ways not known."""


NOTHING = Begins(frozenset({""}), frozenset())
"""Of a part without letters and numbers."""
ANYTHING = Begins(frozenset(), frozenset({""}))


def begin_of(text: str) -> str:
    """The first letters and numbers of a text."""
    found = _SIGNS.sub("", text[:_FIRST])
    if len(found) < SIZE and len(text) > _FIRST:
        found = _SIGNS.sub("", text)
    found = found[:SIZE].lower()
    return found if found.isalpha() else _DIGIT.sub("0", found)


def of_char(char: str) -> Begins:
    """Of one character, in lower case."""
    if unicodedata.category(char)[0] not in "LN":
        return NOTHING
    return Begins(frozenset({"0" if char.isdecimal() else char}), frozenset())


def of_either(parts: Iterable[Begins]) -> Begins:
    """Of one of several parts."""
    parts = list(parts)
    return Begins(
        frozenset().union(*(part.whole for part in parts)),
        frozenset().union(*(part.begun for part in parts)),
    )


def of_joined(before: Begins, behind: Begins) -> Begins:
    """Of two parts one behind the other."""
    if not before.whole or behind == NOTHING:
        return before
    if before == NOTHING:
        return behind
    if len(before.whole) * (len(behind.whole) + len(behind.begun)) > _MOST:
        return Begins(frozenset(), before.begun | before.whole)
    whole = {first + second for first in before.whole for second in behind.whole}
    begun = {(first + second)[:SIZE] for first in before.whole for second in behind.begun}
    long = {text for text in whole if len(text) >= SIZE}
    return Begins(frozenset(whole - long), before.begun | begun | {text[:SIZE] for text in long})


def of_repeated(part: Begins, least: int) -> Begins:
    """Of a part that stands there several times, or not at all where ``least`` is 0."""
    may_be_nothing = least == 0 or "" in part.whole
    whole = frozenset({""}) if may_be_nothing else frozenset[str]()
    return Begins(whole, part.begun | (part.whole - {""}))
