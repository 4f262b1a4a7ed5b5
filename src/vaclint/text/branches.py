"""The alternatives of a pattern, each as a pattern by itself.

A text holds what few of them need (``text.literals``), and trying only those takes a fraction of
trying all at every character. ``branches`` takes a pattern apart where that changes nothing;
``matches`` gives what the whole would have matched. Both are on the safe side: a pattern that this
does not read stays whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from vaclint.text.literals import Reach
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

if TYPE_CHECKING:
    import regex

_BEGIN = "()"
SMALL = 60
"""A part of fewer characters stays whole."""
MOST = 256
"""A pattern has at most so many branches: one that would have more is not taken apart as deep."""
DEPTH = 4
"""Alternatives in alternatives are taken apart so deep."""
WHOLE_DEPTH = 2
"""And so deep where a whole text is asked for: more would double their number for nothing."""
_PLAIN = lazy(r"\(\?(?::|x:|P?<[A-Za-z_]\w*>)")
"""How a group begins that can be taken apart: a capture stands in each of the branches."""
_SWITCH = lazy(r"\(\?[a-zA-Z]*-?[a-zA-Z]*[:)]|\(\?#")
_KNOWN = frozenset(("(?:", "(?x:", "(?i:", "(?-i:", "(?s:"))
_BACK = lazy(r"\\[1-9]|\\g<|(?<!(?<!\\)\\)\(\?\(|\(\?[R0-9+&]|\(\?P>|\(\?\||\(\*|\\G")
"""What depends on the rest of the pattern: numbered references, conditions, calls."""
_AGAIN = lazy(r"\(\?P=(?P<name>\w+)\)")
_FIXED = lazy(
    r"(?:\\[bBmM]|\(\?<?[=!](?:\\[^\d]|\[(?:\\.|[^\]\\])+\]|[^()\\|*+?{}\[])*\)|\s|[\w'’-])*"
)
"""What matches in one way only: borders of words, looks at what stands beside, letters."""


class _Range(NamedTuple):
    start: int
    end: int


def branches(pattern: str, *, whole: bool = False) -> tuple[str, ...]:
    """The alternatives of a pattern in their order; only itself where it has none. With ``whole``
    they are told apart for whoever asks whether one of them matches a whole text: it does not
    matter then in how many ways what stands before them matches.
    """
    head = "(?x)" if pattern.startswith("(?x)") else ""
    body = pattern[len(head) :]
    if _BACK.search(body):
        return (pattern,)
    for depth in range(WHOLE_DEPTH if whole else DEPTH, 0, -1):
        try:
            found = [head + _begun(each) for each in _split(body, bool(head), depth, whole)]
        except (IndexError, ValueError):  # syntax that this does not know
            return (pattern,)
        if len(found) <= MOST:
            return tuple(found) if all(map(_is_whole, found)) else (pattern,)
    return (pattern,)


def _begun(branch: str) -> str:
    """A branch that says where it begins: its first group, where a match is said to start later."""
    return f"{_BEGIN}{branch}" if r"\K" in branch else branch


def _is_whole(branch: str) -> bool:
    """Whether a branch holds the groups that it refers to."""
    return all(f"(?P<{match['name']}>" in branch for match in _AGAIN.finditer(branch))


class Near:
    """A pattern that is searched for only where a literal stands that each match has in it, or
    right beside it: the same matches as in the whole text.
    """

    def __init__(
        self, pattern: regex.Pattern[str], reach: Reach, places: Iterable[tuple[int, int]]
    ) -> None:
        """``places`` are the ranges of the literals, in any order."""
        self._pattern = pattern
        self._stop = sum(reach) + 2  # the borders of words are seen as well
        self._windows: list[tuple[int, int]] = []
        """From where to where a match may begin, in order and apart."""
        for low, high in sorted(
            (max(0, end - sum(reach)), start + reach.around) for start, end in places
        ):
            if self._windows and low <= self._windows[-1][1] + 1:
                first, before = self._windows.pop()
                self._windows.append((first, max(high, before)))
            else:
                self._windows.append((low, high))

    def search(
        self, text: str, at: int = 0, *, timeout: float | None = None
    ) -> regex.Match[str] | None:
        """The first match from a place on. Raises TimeoutError."""
        for low, high in self._windows:
            if high < at:
                continue
            found = self._pattern.search(
                text, max(low, at), min(len(text), high + self._stop), timeout=timeout
            )
            if found is not None and found.start() <= high:
                return found
        return None


Searched: TypeAlias = "regex.Pattern[str] | Near"


def matches(
    patterns: Sequence[Searched], text: str, timeout: float | None = None
) -> Iterator[regex.Match[str]]:
    """What one pattern of all these alternatives matches in a text, from left to right."""
    if len(patterns) == 1 and not isinstance(only := patterns[0], Near):
        yield from only.finditer(text, timeout=timeout)
        return
    ahead = [pattern.search(text, timeout=timeout) for pattern in patterns]
    while True:
        first = min((match for match in ahead if match), key=_begin, default=None)
        if first is None:
            return
        yield first
        at = max(first.end(), first.start() + 1)
        for index, match in enumerate(ahead):
            if match is not None and _begin(match) < at:
                ahead[index] = patterns[index].search(text, at, timeout=timeout)


def _begin(match: regex.Match[str]) -> int:
    """Where a match begins, what it is said to start behind included."""
    return match.start(1) if _BEGIN in match.re.pattern[: len(_BEGIN) + 4] else match.start()


def _split(text: str, verbose: bool, depth: int, whole: bool) -> list[str]:
    """The branches of a part of a pattern."""
    if depth == 0 or len(text) < SMALL:
        return [text]
    bars, groups = _outline(text, verbose)
    if bars:
        cuts = [-1, *bars, len(text)]
        parts = [text[low + 1 : high] for low, high in pairwise(cuts)]
        return [each for part in parts for each in _split(part, verbose, depth - 1, whole)]
    for group in groups:
        before, behind = text[: group.start], text[group.end :]
        if not whole and _FIXED.fullmatch(before) is None:
            return [text]
        opening = _PLAIN.match(text, group.start)
        if opening is None:
            continue
        if behind.lstrip()[:1] in ("*", "+", "?", "{"):
            if whole:
                continue
            return [text]
        inner = text[opening.end() : group.end - 1]
        within = verbose or opening[0] == "(?x:"
        inside = _split(inner, within, depth - 1, whole)
        if whole and len(inside) == 1:
            continue
        end = "\n)" if within else ")"
        return [before + opening[0] + each + end + behind for each in inside]
    return [text]


def _outline(text: str, verbose: bool) -> tuple[list[int], list[_Range]]:
    """Where the bars of a part stand that divide the whole of it, and its groups. Raises ValueError
    for one that switches how the rest is to be read.
    """
    bars: list[int] = []
    groups: list[_Range] = []
    opened: list[int] = []
    modes = [verbose]
    at = 0
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = _set_end(text, at)
        elif char == "#" and modes[-1]:
            at = text.find("\n", at)
            if at < 0:
                break
        elif char == "(":
            switch = _SWITCH.match(text, at)
            if switch is not None and switch[0] not in _KNOWN:
                raise ValueError(switch[0])
            opened.append(at)
            modes.append(modes[-1] or (switch is not None and switch[0] == "(?x:"))
        elif char == ")":
            start = opened.pop()
            modes.pop()
            if not opened:
                groups.append(_Range(start, at + 1))
        elif char == "|" and not opened:
            bars.append(at)
        at += 1
    if opened:
        raise ValueError(text)
    return bars, groups


def _set_end(text: str, at: int) -> int:
    """Where a set of characters that begins at a place ends."""
    at += 1
    if text[at] == "^":
        at += 1
    first = True
    while first or text[at] != "]":
        if text[at] == "[":
            raise ValueError(text)
        at += 2 if text[at] == "\\" else 1
        first = False
    return at
