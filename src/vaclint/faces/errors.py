"""What went wrong, in the language of a run. Errors are made in English, and a pack may have each
in another language, in a section ``errors`` by the English with ``{}`` for each value; what stands
behind a semicolon may be a row by itself. What has no row stays in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from vaclint.faces.streams import tell
from vaclint.faces.told import of_environment
from vaclint.languages.packs import language_codes, read_toml, rules_folder
from vaclint.model.errors import VaclintError

VALUE = "{}"
BEHIND = "; "
PLACE = ": "
PLACES, WITHIN = 9, 4
"""So many places a message may begin with, and so deep may sentences stand in each other's values;
what else looks so is of a name that somebody made to.
"""
OPTION = "--message-language"


@lru_cache(4)
def rows_of(language: str) -> Mapping[str, str]:
    """The errors of a language by those in English, the ones that say most themselves first; none
    where its pack has none. Reads one small file.
    """
    path = rules_folder() / "languages" / language / "errors.toml"
    rows: Mapping[str, str] = read_toml(path)[1]["errors"] if path.is_file() else {}
    return dict(sorted(rows.items(), key=lambda row: -len(row[0].replace(VALUE, ""))))


def translated(message: str, rows: Mapping[str, str]) -> str:
    """A message by some rows: as a whole, or else in its parts between semicolons, or else behind
    the place it begins with (``vaclint.toml:3: …``). Linear in the message for each row.
    """
    if (whole := _by_row(message, rows)) is not None:
        return whole
    head, *behind = message.split(BEHIND)
    if behind:
        parts = (f"{BEHIND}{part}" for part in behind)
        return translated(head, rows) + "".join(_or_same(part, rows) for part in parts)
    at = 0
    for _ in range(PLACES):
        at = message.find(PLACE, at) + len(PLACE)
        if at < len(PLACE):
            break
        if (rest := _by_row(message[at:], rows)) is not None:
            return message[:at] + rest
    return message


def _or_same(message: str, rows: Mapping[str, str], within: int = 0) -> str:
    found = _by_row(message, rows, within)
    return message if found is None else found


def _by_row(message: str, rows: Mapping[str, str], within: int = 0) -> str | None:
    if within > WITHIN:
        return None
    for english, meant in rows.items():
        values = _values(message, english.split(VALUE))
        is_whole = BEHIND in english or not any(BEHIND in value for value in values or ())
        if values is not None and is_whole:
            return meant.format(*(_or_same(value, rows, within + 1) for value in values))
    return None


def _values(message: str, fixed: list[str]) -> list[str] | None:
    """The values in a message, of which the parts between them are fixed; None where it does not
    fit.
    """
    first, *between = fixed
    if not between:
        return [] if message == first else None
    last = between.pop()
    at, end = len(first), len(message) - len(last)
    if at > end or not (message.startswith(first) and message.endswith(last)):
        return None
    values = []
    for part in between:
        found = message.find(part, at, end)
        if found < 0:
            return None
        values.append(message[at:found])
        at = found + len(part)
    return [*values, message[at:end]]


def language_of_command(arguments: Iterable[str]) -> str:
    """The language of the errors of a command line, read or not."""
    words = [part for word in arguments for part in word.split("=", 1)]
    return language_of_errors(
        next((after for word, after in pairwise(words) if word == OPTION), "")
    )


def language_of_errors(asked: str) -> str:
    """The language that is asked for, such as ``auto``, or that of the environment; empty for none
    that there is, so that they stay in English where nobody says what is spoken.
    """
    languages = language_codes(rules_folder())
    return asked if asked in languages else of_environment(languages)


def say(errors: Iterable[VaclintError], language: str) -> None:
    """Print what went wrong to standard error, a sentence each with its file, in a language."""
    for error in errors:
        tell(sentence_of(error, language))


def sentence_of(error: VaclintError, language: str) -> str:
    """What is said of an error in a language, with its file where the error itself names none."""
    is_placed = error.path in error.message or error.path == "vaclint"
    place = "" if is_placed else f"{error.path}{PLACE}"
    return f"vaclint: {place}{in_language(error, language).message}"


def in_language(error: VaclintError, language: str) -> VaclintError:
    """An error with its sentence in a language, where that has it."""
    rows = rows_of(language) if language else {}
    if not rows:
        return error
    return VaclintError(error.kind, error.path, translated(error.message, rows))
