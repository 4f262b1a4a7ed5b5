"""Regular expressions that are compiled when first used, because most runs need few of them and compiling is slow."""

from __future__ import annotations

from typing import Any, cast

import regex


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = regex.compile(self._source[0], self._source[1])
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """A pattern like that of ``regex.compile``, compiled at its first use."""
    return cast("regex.Pattern[str]", _Lazy(pattern, flags))
