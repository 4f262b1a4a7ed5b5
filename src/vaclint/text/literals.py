"""What a text must hold for a pattern to match anywhere in it, read off the pattern.

``needed`` gives a condition on literals that holds for every text with a match, ``may_match`` asks
it of a text. It is a small reading of the syntax of ``regex``, on the safe side: what it does not
know asks for nothing. The idea is that of code search by trigrams (Cox, 2012). Literals are in
lower case, as is the text that is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from vaclint.text.begins import (
    ANYTHING,
    NOTHING,
    Begins,
    of_char,
    of_either,
    of_joined,
    of_repeated,
)
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

Condition = Any
"""A set of literals, of which one must stand there; a tuple of conditions, which must all hold; a
list of which one must; None for no condition. It is plain data, so that a store can keep it.
"""
WAYS = 60
"""So many texts of a part are told apart."""
LONG = 5
"""A literal of so many characters is as good as a longer one."""
FOLDED = "ſİ"
"""Letters that a pattern without case takes for ``s`` and ``i``, and lower case does not."""
_UNSURE = frozenset("ſİıµßƛ")
"""Letters in a pattern for which it takes others that lower case leaves as they are."""


class _Part(NamedTuple):
    """What is known of a part of a pattern: all texts that it can be, if they are few, what it
    needs besides, and how many characters it takes at most; None for any number.
    """

    texts: frozenset[str] | None
    needs: Condition = None
    most: int | None = None
    begins: Begins = ANYTHING


_EMPTY = _Part(frozenset({""}), None, 0, NOTHING)
_UNKNOWN = _Part(None)
_ONE = _Part(None, None, 1)
"""Any character."""
_SIGN = _Part(None, None, 1, NOTHING)
"""Any that is no letter or number."""
_DIGIT = _Part(None, None, 1, of_char("0"))


def needed(pattern: str) -> Condition:
    """What a lower-case text with a match holds; None where nothing is known for certain."""
    reader = _Reader(pattern)
    try:
        part = reader.either()
    except (IndexError, ValueError):  # syntax that this does not know
        return None
    return _closed(part).needs if reader.at == len(pattern) else None


def begins(pattern: str) -> frozenset[str]:
    """What a text begins with (``text.begins``) that a pattern matches whole; an empty text is
    among them where that may be anything.
    """
    reader = _Reader(pattern, begins=True)
    try:
        found = reader.either().begins
    except (IndexError, ValueError):  # syntax that this does not know
        return ANYTHING.begun
    every = found.whole | found.begun
    return every if reader.at == len(pattern) and "" not in every else ANYTHING.begun


class Reach(NamedTuple):
    """How far a match of a pattern goes at most: the characters that it takes, and those that are
    looked at beside them.
    """

    most: int
    around: int


def reach(pattern: str) -> Reach | None:
    """How far a match goes; None where that is not known."""
    reader = _Reader(pattern)
    try:
        part = reader.either()
    except (IndexError, ValueError):  # syntax that this does not know
        return None
    if reader.at != len(pattern) or part.most is None or reader.around is None:
        return None
    return Reach(part.most, reader.around)


SHORT = 1_000
"""In a text of no more characters to look for a literal takes no longer than to remember that."""


def held(text: str) -> Callable[[str], bool]:
    """Which literals a lower-case text holds; in a long one each is looked for once."""
    return text.__contains__ if len(text) <= SHORT else Held(text).__getitem__


class Held(dict[str, bool]):
    """Which literals a lower-case text holds: each is looked for once, when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __missing__(self, literal: str) -> bool:
        found = self[literal] = literal in self._text
        return found


def may_match(text: str, condition: Condition) -> bool:
    """Whether a pattern may match in a lower-case text, by what it needs."""
    return holds(text, condition) or is_folded(text)


def is_folded(text: str) -> bool:
    """Whether a lower-case text has a letter that a pattern may take for another one."""
    return not text.isascii() and any(letter in text for letter in FOLDED)


def holds(text: str, condition: Condition) -> bool:
    """Whether a lower-case text fulfils a condition. Linear in it for each literal."""
    return fulfils(text.__contains__, condition)


def fulfils(has: Callable[[str], bool], condition: Condition) -> bool:
    """Whether a condition is fulfilled where the literals stand of which ``has`` is true."""
    kind = type(condition)
    if kind is frozenset:
        return any(map(has, condition))
    if kind is list:
        return any(map(partial(fulfils, has), condition))
    return condition is None or all(map(partial(fulfils, has), condition))


def is_met(condition: Condition, standing: set[str]) -> bool:
    """Whether a condition is fulfilled by a text in which of the ``literals_of`` it those stand."""
    kind = type(condition)
    if kind is frozenset:
        return not standing.isdisjoint(condition)
    for each in condition or ():
        if is_met(each, standing) == (kind is list):
            return kind is list
    return kind is not list


def literals_of(condition: Condition) -> frozenset[str]:
    """All literals of a condition."""
    if type(condition) is frozenset:
        return condition
    return frozenset[str]().union(*map(literals_of, condition or ()))


def asked(condition: Condition) -> frozenset[str]:
    """Literals of which one stands in every text that fulfils a condition, chosen to be seldom met;
    none where there are no such.
    """
    kind = type(condition)
    if kind is frozenset:
        return frozenset(condition)
    if condition is None:
        return frozenset()
    each = [asked(part) for part in condition]
    if kind is list:
        return frozenset[str]().union(*each) if all(each) else frozenset()
    return max(filter(None, each), key=_telling, default=frozenset())


def besides(condition: Condition, literals: frozenset[str]) -> Condition:
    """What of a condition is left to ask of a text that holds one of its ``asked`` literals."""
    if condition == literals:
        return None
    if type(condition) is tuple:
        return tuple(part for part in condition if part != literals) or None
    return condition


def _telling(literals: frozenset[str]) -> tuple[int, int]:
    """How seldom one of some literals is met: long ones are, and few."""
    return min(LONG, *map(len, literals)), -len(literals)


def _all(conditions: Iterable[Condition]) -> Condition:
    found: list[Condition] = []
    for each in conditions:
        if type(each) is tuple:
            found += each
        elif each is not None and each not in found:
            found.append(each)
    found.sort(key=_size)
    return tuple(found) if len(found) > 1 else found[0] if found else None


def _any(conditions: list[Condition]) -> Condition:
    if None in conditions:
        return None
    literals = frozenset[str]().union(*(each for each in conditions if type(each) is frozenset))
    others: list[Condition] = []
    for each in conditions:
        if type(each) is list:
            others += each
        elif type(each) is tuple:
            others.append(each)
    if not others:
        return _shortened(literals)
    return [_shortened(literals), *others] if literals else others


def _size(condition: Condition) -> int:
    """How many literals are in a condition."""
    return len(condition) if type(condition) is frozenset else sum(map(_size, condition))


def _closed(part: _Part) -> _Part:
    """A part whose texts, if they are known, are a condition like the others."""
    if part.texts is None:
        return part
    return part._replace(texts=None, needs=_all((part.needs, _one_of(part.texts))))


def _one_of(texts: frozenset[str]) -> Condition:
    return _shortened(texts) if all(map(_is_telling, texts)) else None


def _is_telling(text: str) -> bool:
    """Whether a literal does not stand in nearly every text, as a letter or a space does."""
    return len(text) > 1 or (bool(text) and not (text.isalpha() or text.isspace()))


def _shortened(texts: frozenset[str]) -> frozenset[str]:
    """Texts without those that hold another of them."""
    kept: list[str] = []
    for text in sorted(texts, key=len):
        if not any(each in text for each in kept):
            kept.append(text)
    return frozenset(kept)


def _joined(parts: Iterable[_Part], begins: Begins) -> _Part:
    """Parts one behind the other, and behind what begins so."""
    texts, whole = frozenset({""}), True
    needs: list[Condition] = []
    most: int | None = 0
    for part in parts:
        needs.append(part.needs)
        if begins.whole:
            begins = of_joined(begins, part.begins)
        most = None if most is None or part.most is None else most + part.most
        if part.texts is not None and len(texts) * len(part.texts) <= WAYS:
            texts = frozenset(before + behind for before in texts for behind in part.texts)
        else:
            needs.append(_one_of(texts))
            texts, whole = part.texts or frozenset({""}), False
    if whole:
        return _Part(texts, _all(needs), most, begins)
    return _Part(None, _all((*needs, _one_of(texts))), most, begins)


def _either(parts: list[_Part]) -> _Part:
    """One of several parts."""
    if len(parts) == 1:
        return parts[0]
    every = [part.texts for part in parts if part.texts is not None and part.needs is None]
    sizes = [part.most for part in parts if part.most is not None]
    most = max(sizes) if len(sizes) == len(parts) else None
    begins = of_either([part.begins for part in parts])
    if len(every) == len(parts):
        texts = frozenset[str]().union(*every)
        if len(texts) <= WAYS:
            return _Part(texts, None, most, begins)
    return _Part(None, _any([_closed(part).needs for part in parts]), most, begins)


_REPEAT = lazy(r"[*+?]|\{(?=\d|,\d)(\d*)(,?)(\d*)\}")
_RUN = lazy(r"[\p{L}\p{N}’‘,;:!/&-]{2,60}(?!\s*+[*+?{#])")
"""Characters that stand for themselves, the last without a sign that repeats it."""
_GROUP = lazy(
    r"\?(?:(?P<named>P?<[A-Za-z_]\w*>|[:>])|(?P<around><?[=!])"
    r"|(?P<comment>#[^)]*\))|(?P<again>P=\w+\))"
    r"|(?P<on>(?:V[01]|[aimsuxw])*)(?:-(?P<off>[imsx]+))?(?P<end>[:)]))"
)
_ESCAPE = lazy(r"\\(?:[pP](?:\{[^}]*\}|\w)|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|\d{1,3}|[^LkgNUpPxu])")
_CLASS = lazy(r"\\p\{[LN]\}")
_ZERO_WIDTH = frozenset((r"\b", r"\B", r"\m", r"\M", r"\A", r"\Z", r"\G", r"\K"))
_CONTROLS = {r"\n": "\n", r"\t": "\t", r"\r": "\r", r"\f": "\f", r"\v": "\v"}


class _Reader:
    """Reads a pattern from left to right; ``at`` is how far it is."""

    def __init__(self, pattern: str, *, begins: bool = False) -> None:
        """``begins``: what matches begin with is wanted too, which takes as long again."""
        self.pattern = pattern
        self.start = NOTHING if begins else ANYTHING
        self.at = 0
        self.verbose = False
        self.around: int | None = 0
        """How many characters are looked at beside a match; None for any number."""

    def either(self) -> _Part:
        """Alternatives, up to the end or a closing bracket."""
        verbose = self.verbose
        branches = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            branches.append(self._sequence())
        self.verbose = verbose
        return _either(branches)

    def _next(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _sequence(self) -> _Part:
        return _joined(self._parts(), self.start)

    def _parts(self) -> Iterator[_Part]:
        while True:
            self._skip()
            if self._next() in ("", "|", ")"):
                return
            yield self._repeated(self._one())

    def _skip(self) -> None:
        """Go beyond white space and comments, where they mean nothing."""
        while self.verbose and self._next() and (self._next().isspace() or self._next() == "#"):
            if self._next() == "#":
                end = self.pattern.find("\n", self.at)
                self.at = len(self.pattern) if end < 0 else end
            else:
                self.at += 1

    def _repeated(self, part: _Part) -> _Part:
        """A part with the sign behind it that says how often it stands there."""
        self._skip()
        match = _REPEAT.match(self.pattern, self.at)
        if match is None or match[0] == "{}" or match[0] == "{,}":
            return part
        self.at = match.end()
        if self._next() in ("?", "+"):  # lazy, or possessive
            self.at += 1
        least, most = _bounds(match[0], match[1] or "", match[2] or "", match[3] or "")
        size = part.most * most if part.most is not None and (most or not part.most) else None
        if least == 0:
            is_short = most == 1 and part.texts is not None and part.needs is None
            texts = (part.texts or frozenset()) | {""} if is_short else None
            once = of_either((part.begins, NOTHING))
            return _Part(texts, None, size, once if most == 1 else of_repeated(part.begins, 0))
        if least == most == 1:
            return part
        part = part._replace(most=size, begins=of_repeated(part.begins, least))
        if part.texts is None or len(part.texts) > 1:
            return _closed(part)
        times = min(least, WAYS)
        part = part._replace(texts=frozenset(text * times for text in part.texts))
        return part if times == most else _closed(part)

    def _one(self) -> _Part:
        run = _RUN.match(self.pattern, self.at)
        if run is not None:
            self.at = run.end()
            return _run(run[0])
        char = self._next()
        if char == "(":
            return self._group()
        if char == "[":
            return self._set()
        if char == "\\":
            return self._escape()
        self.at += 1
        if char in "^$":
            return _EMPTY
        if char == ".":
            return _ONE
        if char in "*+?{":
            raise ValueError(char)
        return _literal(char)

    def _escape(self) -> _Part:
        match = _ESCAPE.match(self.pattern, self.at)
        if match is None:
            raise ValueError(self.pattern)
        self.at = match.end()
        found = match[0]
        if found in _ZERO_WIDTH:
            return _EMPTY
        if found[1] in "xu" and len(found) > 2:
            return _literal(chr(int(found[2:], 16)))
        if found in _CONTROLS:
            return _literal(_CONTROLS[found])
        if len(found) == 2 and not found[1].isalnum():
            return _literal(found[1])
        if found[1] in "sd":
            return _SIGN if found[1] == "s" else _DIGIT
        return _ONE if found[1] in "DwWSpP" else _UNKNOWN

    def _set(self) -> _Part:
        """A set of characters, told apart where they stand there one by one or are a few digits."""
        self.at += 1
        begin = self.at
        is_plain = self._next() != "^"
        self.at += not is_plain
        chars: set[str] = set()
        begins: list[Begins] = []
        is_simple = True
        while not chars or self._next() != "]":
            part = self._member()
            low = _char_of(part)
            begins.append(part.begins)
            ahead = self.pattern[self.at : self.at + 2]
            is_single = ahead not in ("&&", "||", "--", "~~")
            is_simple = is_simple and is_single
            is_plain = is_plain and low is not None and is_single
            chars.add(low or "")
            if ahead[:1] == "-" and ahead[1:] != "]":
                self.at += 1
                high = _char_of(self._member()) or ""
                is_digits = f"{low}{high}".isdecimal()
                is_plain = is_plain and is_digits
                begins.append(of_char("0") if is_digits else ANYTHING)
                if is_plain:
                    chars.update(map(chr, range(ord(low or ""), ord(high) + 1)))
        if self.pattern[begin] == "^":
            is_sign = {r"\p{L}", r"\p{N}"} <= {*_CLASS.findall(self.pattern, begin, self.at)}
            begins = [NOTHING if is_sign else ANYTHING]
        self.at += 1
        found = of_either(begins) if is_simple else ANYTHING
        return _Part(frozenset(chars) if is_plain else None, None, 1, found)

    def _member(self) -> _Part:
        """A character of a set, or a class of them."""
        char = self._next()
        if char in ("", "["):
            raise ValueError(self.pattern[self.at :])
        if char == "\\":
            return self._escape()
        self.at += 1
        return _literal(char)

    def _group(self) -> _Part:
        self.at += 1
        if self._next() != "?":
            return self._inside()
        match = _GROUP.match(self.pattern, self.at)
        if match is None:  # a condition, a call, a verb
            raise ValueError(self.pattern[self.at :])
        self.at = match.end()
        if match["comment"]:
            return _EMPTY
        if match["again"]:
            return _UNKNOWN
        if match["around"]:
            inner = self._inside()
            if match["around"] != "<!":  # what stands before a place is always seen
                is_known = self.around is not None and inner.most is not None
                self.around = (self.around or 0) + (inner.most or 0) if is_known else None
            return _EMPTY if "!" in match["around"] else _EMPTY._replace(needs=_closed(inner).needs)
        if match["named"]:
            return self._inside()
        verbose = (self.verbose or "x" in match["on"]) and "x" not in (match["off"] or "")
        if match["end"] == ")":
            self.verbose = verbose
            return _EMPTY
        outer, self.verbose = self.verbose, verbose
        part = self._inside()
        self.verbose = outer
        return part

    def _inside(self) -> _Part:
        part = self.either()
        if self._next() != ")":
            raise ValueError(self.pattern[self.at :])
        self.at += 1
        return part


def _bounds(sign: str, low: str, comma: str, high: str) -> tuple[int, int]:
    """How often at least, and at most (0 for any number)."""
    if sign in "*+?":
        return (1, 0) if sign == "+" else (0, 1 if sign == "?" else 0)
    least = int(low or 0)
    if not comma:
        return least, least
    return least, int(high or 0)


RUNS = 20_000
"""What is known of so many runs of characters is remembered."""


@lru_cache(RUNS)
def _run(text: str) -> _Part:
    """Characters one behind the other."""
    return _joined(map(_literal, text), NOTHING)


CHARACTERS = 1_000
"""And of so many characters."""


def _char_of(part: _Part) -> str | None:
    """The character of a part that is one."""
    return next(iter(part.texts)) if part.texts else None


@lru_cache(CHARACTERS)
def _literal(char: str) -> _Part:
    if char in _UNSURE:
        return _ONE
    return _Part(frozenset({char.lower()}), None, 1, of_char(char.lower()))
