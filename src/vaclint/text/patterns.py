"""Regular expressions, compiled when first used and kept in the cache on disk, because compiling is most of a short run.

What is kept is what ``regex`` itself puts into a pickle of a pattern: its compiled form, which the same version of ``regex`` takes
back in microseconds. A pattern from a user's own rule is never kept.
"""

from __future__ import annotations

import atexit
import marshal
import sys
from functools import cache
from typing import Any, cast

import regex
from regex import _regex

from vaclint.project import cache as disk

_KEY = f"{regex.__version__}-{getattr(_regex, 'MAGIC', 0)}-{sys.version_info.major}.{sys.version_info.minor}-{sys.maxsize}"
_FILE = "patterns.bin"
_fresh: dict[tuple[str, int], Any] = {}


@cache
def _stored() -> dict[tuple[str, int], Any]:
    """The compiled patterns of earlier runs by pattern and flags; empty when they are another version's."""
    data = disk.read(_FILE)
    try:
        key, patterns = marshal.loads(data) if data else (None, {})
    except (EOFError, ValueError, TypeError):
        return {}
    return patterns if key == _KEY else {}


def _save() -> None:
    if _fresh and disk.enabled():
        disk.write(_FILE, marshal.dumps((_KEY, {**_stored(), **_fresh})))


atexit.register(_save)


def compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Like ``regex.compile``, but for a pattern of vaclint's own, from the cache when an earlier run compiled it."""
    kept = _stored().get((pattern, int(flags)))
    if kept is not None:
        try:
            return cast("regex.Pattern[str]", _regex.compile(*kept))  # type: ignore[attr-defined]
        except (TypeError, ValueError, RuntimeError, regex.error):
            pass  # a damaged cache
    made = regex.compile(pattern, flags)
    data = getattr(made, "_pickled_data", None)
    if data is not None:
        _fresh[pattern, int(flags)] = data
    return made


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        pattern = compiled(self._source[0], self._source[1])
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def lazy(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """A pattern like that of ``regex.compile``, compiled at its first use."""
    return cast("regex.Pattern[str]", _Lazy(pattern, flags))
