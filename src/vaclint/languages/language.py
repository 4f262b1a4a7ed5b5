"""A language as its pack tells it: everything one language knows and says, frozen.

A pack is a folder ``rules/languages/<code>/`` of TOML files. Their tables are sections of the
language (``[sentences]``, ``[fields]``, ``[messages]`` …), or what the language says of a rule
(``[GEN001]``), or whole rules (``[[rule]]``); a section may stand in any file, once.
"""

from collections.abc import Mapping
from typing import Any

from vaclint.text.named import NamedTuple
from vaclint.text.sentences import SentenceWords


class Numbers(NamedTuple):
    """How a language writes numbers: its decimal sign, and what groups thousands."""

    decimal: str = "."
    thousands: str = ","


class Language(NamedTuple):
    """One language. All words are lower case."""

    code: str
    priority: int
    """Between languages that a text may as well be in, the lowest goes first."""
    function_words: frozenset[str]
    """The commonest words, by which the language is told."""
    sentences: SentenceWords
    numbers: Numbers
    fields: Mapping[str, frozenset[str]]
    """Labels and front-matter keys that hold a fact, by the fact."""
    prose_keys: frozenset[str]
    opaque_keys: frozenset[str]
    messages: Mapping[str, str]
    """Short texts by name, such as the message of a fix."""
    language_names: Mapping[str, str]
    """What languages are called in this one, by code."""
    data: Mapping[str, Any]
    """All sections by name, for the part of the code that a section is for."""

    def say(self, name: str, *values: object, **named: object) -> str:
        """A short text with its values filled in."""
        return self.messages[name].format(*values, **named)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number as the language writes it: ``28,5``; with ``decimals`` exactly so many."""
        text = f"{value:g}" if decimals is None else f"{value:.{decimals}f}"
        return text.replace(".", self.numbers.decimal)

    def section(self, name: str) -> Mapping[str, Any]:
        """A section of the pack; empty where the pack has none."""
        found: Mapping[str, Any] = self.data.get(name, {})
        return found


def language(code: str, data: Mapping[str, Any]) -> Language:
    """A language from the sections of its pack. What a pack leaves out is empty."""
    sentences = data.get("sentences", {})
    keys = data.get("front-matter", {})
    return Language(
        code=code,
        priority=data.get("priority", 9),
        function_words=_words(data.get("function-words", "")),
        sentences=SentenceWords(
            frozenset(sentences.get("abbreviations", ())),
            frozenset(sentences.get("abbreviations-at-end", ())),
            _words(sentences.get("starters", "")),
            _words(sentences.get("letter-after", "")),
        ),
        numbers=Numbers(**data.get("numbers", {})),
        fields={name: frozenset(words) for name, words in data.get("fields", {}).items()},
        prose_keys=frozenset(keys.get("prose", ())),
        opaque_keys=frozenset(keys.get("opaque", ())),
        messages=data.get("messages", {}),
        language_names=data.get("language-names", {}),
        data=data,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
