"""What can be asked of the engine, whoever asks: a command line, a configuration, a program."""

from collections.abc import Mapping
from typing import Any

from vaclint.text.named import NamedTuple

TIME_LIMIT = 1.0


class Options(NamedTuple):
    """All settings of the engine, with their defaults."""

    select: tuple[str, ...] = ()
    """Codes of rules, or their beginnings, such as ``GEN``: only these are on. None given: those
    that are on by default.
    """
    extend_select: tuple[str, ...] = ()
    """Codes that are on as well."""
    ignore: tuple[str, ...] = ()
    """Codes that are off."""
    severity: tuple[tuple[str, str], ...] = ()
    """Codes with the severity of their findings; a later one goes before an earlier one."""
    rule_options: Mapping[str, Mapping[str, Any]] = {}
    """Options of rules, by code."""
    fields: Mapping[str, tuple[str, ...]] = {}
    """More labels and front-matter keys that hold a fact, by the fact."""
    vocabulary: tuple[str, ...] = ()
    """Words that are fine."""
    kind: str = "auto"
    """``vacancy`` or ``other`` for every text, or ``auto`` to have it told."""
    language: str = "auto"
    """The language of every text, two letters, or ``auto`` to have it told."""
    message_language: str = "auto"
    """The language of messages, two letters, or ``auto`` for that of the text."""
    time_limit: float = TIME_LIMIT
    """Seconds that one match of a user's own pattern may take."""
    details: bool = True
    """Whether facts besides title, pay and hours are read."""
    marks: bool = True
    """Whether each vacancy is given a mark."""
    fingerprints: bool = True
    """Whether findings have fingerprints."""
    compared: frozenset[str] = frozenset()
    """Which rules on several files are on, by their option ``files``; none for a single text."""
    country: str = ""
    """The country that vacancies are from where they do not say so, two capitals such as ``NL``."""
    language_severity: Mapping[str, tuple[tuple[str, str], ...]] = {}
    """The same as ``severity`` for the texts in a language, by its code; goes before that."""
    texts: bool = False
    """Whether the text is kept with its report, to be shown."""
    sketches: bool = False
    """Whether each text has a sketch of all its words, of whatever kind it is, and whichever rules
    are on.
    """
