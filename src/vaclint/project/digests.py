"""Short names of what something is made of: what is kept under one holds as long as all of that
stays the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from vaclint import __version__
from vaclint.languages.packs import SUFFIXES, shipped_stamp
from vaclint.model.digest import blake2b
from vaclint.model.regular import is_dir
from vaclint.model.store import Stamp, stamp_of, stamps_of


def digest(parts: Iterable[bytes]) -> str:
    """A name of 32 hexadecimal digits for some bytes, of which it tells where a part ends."""
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()


def encoded(text: str) -> bytes:
    """A text in bytes, whatever is in it."""
    return text.encode("utf-8", "surrogatepass")


def ordered(value: Any) -> Any:
    """A setting with its sets and tables in order, so that it is written the same in each run."""
    if isinstance(value, Mapping):
        return sorted((str(key), ordered(each)) for key, each in value.items())
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, map(ordered, value)))
    if isinstance(value, (tuple, list)):
        return [ordered(each) for each in value]
    return value


def today() -> str:
    """The day, which closing dates and minimum wages look at."""
    return date.today().isoformat()


def state_of_rules(paths: Iterable[Path]) -> str:
    """A short name of what the shipped rules and those of some folders say, and this program."""
    own = [stamp for path in paths for stamp in _rule_files(path)]
    return digest([encoded(repr((__version__, shipped_stamp(), own)))])


def _rule_files(path: Path) -> list[Stamp]:
    try:
        return stamps_of(path, SUFFIXES) if is_dir(path) else [stamp_of(path)]
    except OSError:  # loading the rules has said so
        return [stamp_of(path)]
