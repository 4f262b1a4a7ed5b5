"""The contract of a kind of check: what its rules may say, how they are prepared, how a text is
checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vaclint.languages.packs import rows_of
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.errors import VaclintError
from vaclint.model.regular import MAX_FILE_SIZE, read_regular
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources
    from vaclint.rulebook.rule import Rule

TEXT, LIST, TABLE, SWITCH = (str,), (list,), (dict,), (bool,)
"""Types that a key may have."""


class Key(NamedTuple):
    """A key that rules of a kind may have."""

    types: tuple[type, ...]
    choices: tuple[str, ...] = ()
    required: bool = False
    by_language: bool = False
    """Whether each language gives its own."""


class Place(NamedTuple):
    """Where something of a rule is said: a file, and the path of keys to the table in it."""

    path: str
    at: tuple[str, ...]

    def error(self, key: tuple[str, ...], message: str) -> VaclintError:
        """A mistake at a key below the table, with the line it is on."""
        from vaclint.text.toml_places import line_of

        try:
            data = read_regular(Path(self.path), MAX_FILE_SIZE)
            text = data.decode("utf-8").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError):
            return VaclintError("rule", self.path, f"{self.path}: {message}")
        return VaclintError(
            "rule", self.path, f"{self.path}:{line_of(text, (*self.at, *key))}: {message}"
        )


class Preparation(NamedTuple):
    """What preparing a rule may use: the languages, and the places where its keys are said."""

    resources: Resources
    places: Mapping[str, Place]
    """By language, as ``Rule.said`` is; under '' the place of the rule itself."""

    def error(self, language: str, key: str, message: str) -> VaclintError:
        """A mistake in the value of a key, as a language or the rule itself gives it."""
        return self.places[language].error((key,), message)

    def path(self, language: str, name: str) -> Path:
        """The file that a value names: it stands beside the file with the value."""
        return Path(self.places[language].path).parent / name

    def rows(self, language: str, key: str, name: str) -> list[tuple[int, list[str]]]:
        """The rows of the word list that a key names, with their line numbers. Raises VaclintError
        when it cannot be read.
        """
        try:
            return list(rows_of(self.path(language, name)))
        except (OSError, UnicodeDecodeError):
            message = (
                f"the word list '{name}' cannot be read; it is looked for beside the rule file"
            )
            raise self.error(language, key, message) from None

    def pairs(self, language: str, key: str, name: str) -> dict[str, str]:
        """What the second cell of a row of the list that a key names says of the first."""
        return {cells[0]: cells[1] for _, cells in self.rows(language, key, name)}

    def words(self, language: str, key: str, name: str) -> frozenset[str]:
        """The words of the list that a key names, lower case, in no order."""
        rows = self.rows(language, key, name)
        return frozenset(
            word for _, cells in rows for cell in cells for word in cell.lower().split()
        )


class Kind(NamedTuple):
    """A kind of check. Each is a module in ``checks`` that ends in its own."""

    name: str
    check: Callable[[Any, list[Rule]], Iterator[Diagnostic]] | None
    """Of a ``checks.Context`` and the rules of the kind that look at its document; None for one
    that another part runs.
    """
    keys: Mapping[str, Key] = {}
    prepare: Callable[[Rule, Preparation], Any] | None = None
    """Makes plain data of a rule: lists read, patterns joined. Raises VaclintError for what is
    wrong in it.
    """
    per_block: bool = False
    """Whether it looks at each block in the block's own language, rather than at the whole text in
    the document's.
    """
    values: frozenset[str] = frozenset()
    """What a message may hold in braces, besides ``text`` and ``replacement``."""
    implied_by: str = ""
    """A rule that names no kind and has this key is of this kind."""
