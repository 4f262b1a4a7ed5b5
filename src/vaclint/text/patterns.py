"""Regular expressions: compiled when first used, and written in parts that a person can read.

Compiling is most of a short run. ``regex`` puts its compiled form into a pickle of a pattern, which
the same version of ``regex`` takes back in microseconds: ``prime`` says where such forms come from,
``learnt`` gives those made since. Whoever keeps them between runs does so; this module reads and
writes nothing. A pattern of a user's own rule is compiled by ``regex`` itself, which is imported
with the first pattern that is compiled: a run in which nothing changed compiles none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex

IGNORE_CASE = 2
"""``regex.IGNORECASE``, for a module that compiles nothing when it is imported."""
Code = tuple[Any, ...]
_primed: dict[tuple[str, int], Code] = {}
_learnt: dict[tuple[str, int], Code] = {}
_sources: list[Callable[[], Mapping[tuple[str, int], Code]]] = []
"""What gives compiled forms, and was not asked for them yet."""


@lru_cache(1)
def version() -> str:
    """What a compiled form depends on: forms of another version are as good as none."""
    import regex
    from regex import _regex

    python = f"{sys.version_info.major}.{sys.version_info.minor}-{sys.maxsize}"
    return f"{regex.__version__}-{getattr(_regex, 'MAGIC', 0)}-{python}"


def prime(codes: Callable[[], Mapping[tuple[str, int], Code]]) -> None:
    """Ask for compiled forms, by pattern and flags, before the next pattern is compiled; they must
    be of this ``version``.
    """
    _sources.append(codes)


def learnt() -> dict[tuple[str, int], Code]:
    """The compiled forms that were made since the start, by pattern and flags."""
    return dict(_learnt)


def compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Like ``regex.compile``, from a form taken in by ``prime`` where there is one."""
    import regex
    from regex import _regex

    while _sources:
        _primed.update(_sources.pop(0)())
    code = _primed.get((pattern, int(flags)))
    if code is not None:
        try:
            return cast("regex.Pattern[str]", _regex.compile(*code))  # type: ignore[attr-defined]
        except (TypeError, ValueError, RuntimeError, regex.error):
            pass  # a damaged form
    made = regex.compile(pattern, flags)
    data = getattr(made, "_pickled_data", None)
    if data is not None:
        _learnt[pattern, int(flags)] = data
    return made


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, int(flags))

    def __getattr__(self, name: str) -> Any:
        pattern = compiled(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


_lazies: dict[tuple[str, int], _Lazy] = {}


def lazy(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """A pattern like that of ``regex.compile``, compiled at its first use; one for all."""
    key = (pattern, int(flags))
    if key not in _lazies:
        _lazies[key] = _Lazy(pattern, flags)
    return cast("regex.Pattern[str]", _lazies[key])


def known() -> list[tuple[str, int]]:
    """Every pattern and its flags that ``lazy`` was given so far."""
    return list(_lazies)


def source_of(pattern: regex.Pattern[str]) -> tuple[str, int]:
    """The pattern and flags that ``lazy`` was given."""
    pattern_and_flags: tuple[str, int] = cast(_Lazy, pattern)._source
    return pattern_and_flags


def words(given: Iterable[str]) -> str:
    """An alternation of words and phrases as a pattern, the longest first; a space stands for any
    white space.

    ``word*`` goes on with letters, ``*word`` may have letters before it.
    """
    return _either_of(tuple(given))


@lru_cache(512)
def _either_of(given: tuple[str, ...]) -> str:
    ordered = sorted(dict.fromkeys(given), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(_word, ordered)) + ")"


def _word(word: str) -> str:
    from regex import escape

    before = r"\p{L}{0,40}" if word.startswith("*") else ""  # bounded, so that it stays linear
    behind = r"\p{L}*" if word.endswith("*") else ""
    return before + r"\s".join(escape(part) for part in word.strip("*").split(" ")) + behind


def joined(table: str | Mapping[str, Any]) -> str:
    r"""The pattern of a table: ``pattern``, in which ``{name}`` is a list of words or a part of
    that name.

    ``words`` maps names to lists, ``parts`` to patterns, which may hold names themselves. White
    space in patterns means nothing where ``verbose`` is true (the default), as with
    ``regex.VERBOSE``: a space is ``\s`` or ``[ ]``. A text is a pattern as it stands. Raises
    KeyError for a name that is not there.
    """
    if isinstance(table, str):
        return table
    named = {name: words(listed) for name, listed in table.get("words", {}).items()}
    parts = table.get("parts", {})

    def fill(text: str, depth: int) -> str:
        if depth > DEPTH:
            raise KeyError(text)
        return _NAME.sub(lambda match: look_up(match[1], depth), text)

    def look_up(name: str, depth: int) -> str:
        return named[name] if name in named else f"(?:{fill(parts[name], depth + 1)})"

    pattern = fill(table["pattern"], 0)
    return f"(?x){pattern}" if table.get("verbose", True) else pattern


def either(patterns: Iterable[str]) -> str:
    """One pattern for several that ``joined`` made; empty for none."""
    return "|".join(
        f"(?x:{one[4:]}\n)" if one.startswith("(?x)") else f"(?:{one})" for one in patterns
    )


DEPTH = 8
"""How deep parts may stand in parts."""
_NAME = lazy(r"\{([a-z][a-z0-9-]*)\}")
_PIECE = lazy(r"(?s)\\.|\[\^?\]?(?:[^\]\\]|\\.)*+\]?|\{(?P<times>\d++)(?:,\d*+)?\}|[()]|.")
_CALLS_ITSELF = lazy(r"\(\?(?:R|[+-]?\d++|&\w++|P>\w++)\)")
WRITTEN_OUT = 100_000
"""So long may a pattern of others be with what it repeats written out: ``regex`` takes hundreds of
bytes for each character.
"""


def is_unbounded(pattern: str) -> bool:
    """Whether compiling or running a pattern may fill the memory: it calls itself, or is very long
    with what it repeats written out. Linear.
    """
    if _CALLS_ITSELF.search(pattern):
        return True
    return "{" in pattern and _written_out(pattern) > max(WRITTEN_OUT, 2 * len(pattern))


def _written_out(pattern: str) -> int:
    """About how many characters a pattern has with what it repeats written out."""
    sums, last = [0], 0
    for match in _PIECE.finditer(pattern):
        if match[0] == "(":
            sums.append(0)
        elif match[0] == ")" and len(sums) > 1:
            last = sums.pop()
            sums[-1] += last
        elif match["times"]:
            times = int(match["times"][:9])
            sums[-1] += last * max(0, times - 1)
            last *= times
        else:
            last = 1
            sums[-1] += 1
    return sum(sums)
