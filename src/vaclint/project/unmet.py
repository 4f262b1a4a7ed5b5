"""Which patterns of files in a configuration no file matches: each is a slip of the pen, or is left
over from a folder that was moved.

Only what the configuration file itself says is looked at, not what it extends, which is written
for many repositories. A pattern that names a folder which is left out is taken to be about that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from vaclint.project.config import Config
from vaclint.project.keys import FILES, OVERRIDES
from vaclint.text.named import NamedTuple

LISTS = ("vacancies", "include", "exclude")
"""The keys that hold lists of patterns."""
TABLES = ("per-file-ignores", "kind", "suppress")
"""The keys that hold tables by pattern."""
Matches = Callable[[tuple[str, ...], Path, Path | None], bool]


class Pattern(NamedTuple):
    """A pattern, with where it stands."""

    config: str
    key: str
    pattern: str
    in_table: bool = False
    """Whether the pattern is a key of a table."""


class Unmet:
    """The patterns that no file of a walk has matched so far."""

    def __init__(self, matches: Matches) -> None:
        self._matches = matches
        self._left: dict[Path, set[Pattern]] = {}

    def __iter__(self) -> Iterator[Pattern]:
        """What is left of them, sorted."""
        return iter(sorted(each for left in self._left.values() for each in left))

    def look_for(self, config: Config, top: Path) -> None:
        """Take in the patterns of a configuration, where the walk from ``top`` goes over all the
        files that it is about.
        """
        if config.path is None or config.root is None or config.path in self._left:
            return
        if config.root.is_relative_to(top):
            self._left[config.path] = set(_patterns_in(config))

    def meet(self, config: Config, path: Path) -> None:
        """A file of the walk."""
        if config.path is not None and (left := self._left.get(config.path)):
            met = {each for each in left if self._matches((each.pattern,), path, config.root)}
            left -= met

    def meet_folder(self, config: Config, name: str) -> None:
        """A folder that the walk leaves out."""
        if config.path is not None and (left := self._left.get(config.path)):
            left -= {each for each in left if name in each.pattern.split("/")}


def _patterns_in(config: Config) -> Iterator[Pattern]:
    """The patterns that the file of a configuration holds; those that take something back
    (``!kept.md``) are not among them.
    """
    where = str(config.path)
    for layer in config.layers:
        if layer.path != config.path:
            continue
        for key in (*LISTS, *TABLES):
            for pattern in filter(_selects, layer.data.get(key, ())):
                yield Pattern(where, key, pattern, in_table=key in TABLES)
    for override in config.overrides:
        if override.layer.path == config.path:
            for pattern in filter(_selects, override.files):
                yield Pattern(where, f"[[{OVERRIDES}]] {FILES}", pattern)


def _selects(pattern: str) -> bool:
    return bool(pattern.strip()) and pattern[0] not in "!#" and pattern != "*"
