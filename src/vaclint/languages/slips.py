"""The patterns of slips that a language knows, read from a folder of tables.

``patterns.toml`` holds classes of words and the patterns, ``phrases.tsv`` fixed wrong phrases; the
other tables are named by the patterns. ``plain_slips`` gives all of it as plain data, each pattern
and each set of words packed by itself, so that a store can keep it, a text costs what it asks for,
and patterns that ask for the same words share them.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from math import fsum
from pathlib import Path
from sys import intern
from typing import Any, TypeVar

from vaclint.languages.packs import read_toml, rows_of
from vaclint.model.store import Apart, Piece
from vaclint.text.named import NamedTuple
from vaclint.text.stored import Table, packed

SIGN, STOP, END, NUMBER, SEMICOLON = "", ".", "\n", "#", ";"
"""What stands for a sign, for one that ends a sentence, for a line break, the begin and the end of
the text, for a number, and for a semicolon, which is a sign that may be the wrong one.
"""
ONE = "1"
"""What stands for the number 1 to patterns, which may ask for several."""
EDGE = frozenset((SIGN, STOP, END, NUMBER, SEMICOLON, ONE))
PHRASE = "phrase"
"""The name of what ``phrases.tsv`` holds."""
_EDGES = {
    "<": EDGE,
    ">": EDGE,
    ".": frozenset({STOP}),
    "$": frozenset({STOP, END}),
    "#": frozenset({NUMBER, ONE}),
    "##": frozenset({NUMBER}),
}
_SURE = "sure"
ENDING = "~"
"""Stands before the end of words: ``~team`` is any compound of it, as ``keukenteam``."""
LEAST_BEFORE = 3
"""So many letters a compound has before its ending at least."""
MANY = 256
"""A set of so many words is kept as a byte for each word of all these sets."""
SOME = 16
"""A table of so many words is looked up as it was stored."""
TABLES = 3
"""So many tables stand before the patterns among the pieces, and behind those the sets of words."""
UNGATED = -1
"""The gate of a pattern that asks for no word."""


class ManyWords:
    """A large set of words, as a byte for each word that may be in it: there are hundreds of such
    sets, which share most of their words, and a set takes seventy bytes for each.
    """

    __slots__ = ("_has", "_numbers")

    def __init__(self, has: bytes, numbers: Mapping[str, int]) -> None:
        """``has`` is 1 at the numbers of its words."""
        self._has = has
        self._numbers = numbers

    def __contains__(self, word: str) -> bool:
        number = self._numbers.get(word)
        return number is not None and self._has[number] == 1

    def isdisjoint(self, words: Iterable[str]) -> bool:
        """Whether none of some words is in it."""
        return not any(word in self for word in words)


WordSet = frozenset[str] | ManyWords


class Step(NamedTuple):
    """One step of a pattern."""

    words: WordSet
    negative: bool
    optional: bool
    anything: bool
    ends: tuple[int, ...]
    """How long the endings among ``words`` are (``~team``); empty where there are none."""

    def has(self, word: str) -> bool:
        """Whether a word is one of the step's, or ends as one of its endings say."""
        return word in self.words or (bool(self.ends) and _ends_so(word, self.words, self.ends))


@lru_cache(8_192)
def _ends_so(word: str, words: WordSet, lengths: tuple[int, ...]) -> bool:
    """Whether a word ends as one of the endings among some words, of these lengths."""
    longest = len(word) - LEAST_BEFORE
    return any(length <= longest and f"{ENDING}{word[-length:]}" in words for length in lengths)


class Pattern(NamedTuple):
    """A pattern: the steps to the left (nearest first) and to the right, and what must be absent
    or present in the clause.
    """

    name: str
    left: tuple[Step, ...]
    right: tuple[Step, ...]
    absent_left: WordSet
    absent_right: WordSet
    present_left: WordSet
    present_right: WordSet
    first: WordSet
    """What the sentence must begin with; empty for anything."""
    stops: WordSet
    whole_sentence: bool
    question: bool
    case: str
    ready: Mapping[str, str]
    """What each trigger should be."""
    sure: bool
    joined: Mapping[str, str]
    """Words before the trigger that are written as one with it, as they stand in the compound;
    empty for no such pattern. In a table ``_`` is a space.
    """
    hyphen: int
    """How many words before the trigger are joined to it with hyphens; below zero, behind it."""
    apart: Mapping[str, frozenset[str]]
    """Of each trigger, what is one word with it; empty where any of ``joined`` is."""


class Phrase(NamedTuple):
    """A fixed wrong phrase: its words, and what it should be."""

    words: tuple[str, ...]
    right: str
    sure: bool


class Slips(NamedTuple):
    """The patterns of a language by trigger, and the fixed phrases by their first word."""

    names: frozenset[str]
    """The names of all slips."""
    patterns: Mapping[int, Pattern]
    """By number; made when first asked for."""
    gates: tuple[int, ...]
    """Of each pattern the number of its gate: of the words of which a sentence must have one, since
    a step asks for it; ``UNGATED`` for any sentence.
    """
    opens: Table[tuple[int, ...]]
    """By word, the gates that it opens."""
    at: Table[tuple[int, ...]]
    """By trigger, which patterns hang on it, in their order."""
    phrases: Mapping[str, tuple[Phrase, ...]]
    begins: frozenset[str]
    """The words that phrases begin with."""


def slips_of(plain: Any, pieces: Sequence[Piece]) -> Slips:
    """The slips that ``plain_slips`` made plain."""
    names, gates, phrases = plain
    known, opens, at = (pieces[number] for number in range(TABLES))
    words = _Unpacked(pieces, TABLES + len(gates), partial(_word_set, Table(known)))
    return Slips(
        names,
        _Unpacked(pieces, TABLES, partial(_pattern, words)),
        gates,
        Table(opens),
        Table(at),
        {word: tuple(map(Phrase._make, found)) for word, found in phrases.items()},
        frozenset(phrases),
    )


def _word_set(numbers: Mapping[str, int], plain: frozenset[str] | bytes) -> WordSet:
    """A set of words as ``_plain_sets`` made it."""
    return ManyWords(plain, numbers) if isinstance(plain, bytes) else plain


Made = TypeVar("Made")


class _Unpacked(dict[int, Made]):
    """What is packed in pieces, from the one at ``begin`` on, made by its number when first asked
    for.
    """

    def __init__(self, pieces: Sequence[Piece], begin: int, make: Callable[[Any], Made]) -> None:
        self._pieces = pieces
        self._begin = begin
        self._make = make

    def __missing__(self, number: int) -> Made:
        made = self[number] = self._make(marshal.loads(self._pieces[self._begin + number]))
        return made


_SETS = ("absent_left", "absent_right", "present_left", "present_right", "first", "stops")
_OTHERS = ("whole_sentence", "question", "case", "sure", "hyphen")
_TABLES = ("ready", "joined", "apart")


def _pattern(words: Mapping[int, WordSet], plain: Any) -> Pattern:
    name, left, right, sets, tables, others = plain
    fields: dict[str, Any] = dict(zip(_OTHERS, others, strict=True))
    fields |= zip(_SETS, map(words.__getitem__, sets), strict=True)
    fields |= zip(_TABLES, map(_table, tables), strict=True)
    return Pattern(
        name=name,
        left=tuple(Step(words[number], *how) for number, *how in left),
        right=tuple(Step(words[number], *how) for number, *how in right),
        **fields,
    )


def _table(plain: dict[str, Any] | bytes) -> Mapping[str, Any]:
    """A table as ``_plain_table`` made it."""
    return Table(plain) if isinstance(plain, bytes) else plain


def _plain_table(table: Mapping[str, Any]) -> Mapping[str, Any] | bytes:
    """A table as plain data, a large one as it is looked up."""
    return table if len(table) < SOME else packed(table)


def plain_slips(folder: Path) -> Apart:
    """The slips in a folder as plain data and pieces. Raises VaclintError, OSError, KeyError and
    ValueError for what is wrong in it.
    """
    data = read_toml(folder / "patterns.toml")[1]
    reader = _Reader(folder, data["classes"])
    patterns = [
        reader.pattern(slip["name"], each) for slip in data["slip"] for each in slip["pattern"]
    ]
    at: dict[str, list[int]] = {}
    for index, pattern in enumerate(patterns):
        for word in pattern.ready:
            at.setdefault(intern(word), []).append(index)
    numbers: dict[WordSet, int] = {}
    plain = [marshal.dumps(_interned(_numbered(each, numbers))) for each in patterns]
    names = frozenset((*(pattern.name for pattern in patterns), PHRASE))
    gates, opens = _gates(patterns)
    triggers = packed({word: tuple(found) for word, found in at.items()})
    known, sets = _plain_sets([words for words in numbers if isinstance(words, frozenset)])
    return (names, gates, _phrases(reader)), [known, opens, triggers, *plain, *sets]


def _gates(patterns: Iterable[Pattern]) -> tuple[tuple[int, ...], bytes]:
    """The gate of each pattern, and by word the gates that it opens."""
    numbers: dict[frozenset[str], int] = {frozenset(): UNGATED}
    found = []
    for pattern in patterns:
        gate = _gate((*pattern.left, *pattern.right), frozenset(pattern.joined))
        found.append(numbers.setdefault(gate, len(numbers) - 1))
    opens: dict[str, tuple[int, ...]] = {}
    for gate, number in numbers.items():
        for word in gate:
            opens[word] = (*opens.get(word, ()), number)
    return tuple(found), packed(opens)


def _phrases(reader: _Reader) -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """The fixed phrases by their first word, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for wrong, right, sure in reader.rows("phrases.tsv", 3):
        words = tuple(wrong.split())
        phrases.setdefault(words[0], []).append((words, right, sure == _SURE))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return phrases


def _plain_sets(sets: list[frozenset[str]]) -> tuple[bytes, list[bytes]]:
    """The words of the large sets with their numbers, and all sets: a large one as bytes, see
    ``ManyWords``.
    """
    large = [words for words in sets if len(words) >= MANY]
    known = sorted(frozenset[str]().union(*large))
    plain = (
        bytes(word in words for word in known) if len(words) >= MANY else words for words in sets
    )
    numbers = packed({word: number for number, word in enumerate(known)})
    return numbers, [marshal.dumps(_interned(each)) for each in plain]


def _interned(value: Any) -> Any:
    """Plain data whose equal texts are one when it is read, which ``marshal`` keeps."""
    if type(value) is str:
        return intern(value)
    if isinstance(value, dict):
        return {_interned(name): _interned(each) for name, each in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return type(value)(map(_interned, value))
    return value


def _number(words: WordSet, numbers: dict[WordSet, int]) -> int:
    """The number of a set of words; a new one is given the next."""
    return numbers.setdefault(words, len(numbers))


def _numbered(pattern: Pattern, numbers: dict[WordSet, int]) -> tuple[Any, ...]:
    """A pattern as plain data, its sets of words by number; ``_pattern`` reads it."""

    def steps(of: tuple[Step, ...]) -> list[tuple[Any, ...]]:
        return [(_number(step.words, numbers), *step[1:]) for step in of]

    sets = [_number(getattr(pattern, name), numbers) for name in _SETS]
    tables = [_plain_table(getattr(pattern, name)) for name in _TABLES]
    others = [getattr(pattern, name) for name in _OTHERS]
    return pattern.name, steps(pattern.left), steps(pattern.right), sets, tables, others


class _Reader:
    """Reads patterns; the words of a class are one object wherever it is named."""

    def __init__(self, folder: Path, classes: Mapping[str, list[str]]) -> None:
        self._folder = folder
        self._classes: dict[str, frozenset[str]] = {}
        self._seen: dict[tuple[str, ...], frozenset[str]] = {}
        for name, words in classes.items():
            self._classes[name] = self._class(words)

    def rows(self, name: str, columns: int) -> Iterator[list[str]]:
        """The rows of a table. Raises ValueError for one with too few columns."""
        for number, cells in rows_of(self._folder / name):
            if len(cells) < columns:
                raise ValueError(f"{self._folder / name}:{number} has no {columns} columns")
            yield cells[:columns]

    def _class(self, words: Iterable[str]) -> frozenset[str]:
        """A class may name another (``@name``), a table whose first column it takes
        (``=table.tsv``; of ``=table.tsv:2`` the second), an edge (``<``), the end of a sentence
        (``$``), a number (``#``), and words that it does without (``-word``, ``-@name``).
        """
        found: set[str] = set()
        for word in words:
            if word.startswith("@"):
                found |= self._classes[word[1:]]
            elif word.startswith("="):
                found |= self._column(word[1:])
            elif word.startswith(f"{ENDING}="):
                found |= {f"{ENDING}{end}" for end in self._column(word[2:])}
            elif word.startswith("-@"):
                found -= self._classes[word[2:]]
            elif word.startswith("-"):
                found.discard(word[1:])
            else:
                found |= _EDGES.get(word, {word})
        return frozenset(found)

    def _column(self, named: str) -> set[str]:
        """The words of a table, ``table.tsv`` or ``table.tsv:column``."""
        table, _, column = named.partition(":")
        index = int(column or 1)
        return {row[index - 1] for row in self.rows(table, index)}

    def pattern(self, name: str, given: Mapping[str, Any]) -> Pattern:
        """One pattern of a slip."""
        left = tuple(self._step(step) for step in reversed(given.get("left", [])))
        right = tuple(self._step(step) for step in given.get("right", []))
        joined, apart = {}, {}
        if "join" in given:
            joined = {word: part.replace("_", " ") for word, part in self.rows(given["join"], 2)}
        if "apart" in given:
            apart = {word: frozenset(each.split()) for word, each in self.rows(given["apart"], 2)}
            joined = {word: word for word in frozenset[str]().union(*apart.values())}
        return Pattern(
            name,
            left,
            right,
            self._words(given.get("absent-left", [])),
            self._words(given.get("absent-right", [])),
            self._words(given.get("present-left", [])),
            self._words(given.get("present-right", [])),
            self._words(given.get("first", [])),
            self._words(given.get("stops", ["@stops"])),
            given.get("whole-sentence", False),
            given.get("question", False),
            given.get("case", "any"),
            self._replacements(given),
            given.get("sure", True),
            joined,
            int(given.get("hyphen", False)),
            apart,
        )

    def _replacements(self, given: Mapping[str, Any]) -> dict[str, str]:
        """What each trigger is replaced by: one word for all, or another column of a table, or of
        several that are alike. An ``ending`` stands behind each trigger, a sign that is ``behind``
        behind each replacement.
        """
        at = self._words(given["at"]) if "at" in given else None
        without = self._words(given.get("without", ()))
        if "apart" in given:
            found = {row[0] for row in self.rows(given["apart"], 2)} - without
            return {word: word for word in found if at is None or word in at}
        if "table" not in given:
            behind = given.get("behind", "")
            return {word: given.get("to", word) + behind for word in at or ()}
        wrong, right = given.get("columns", (1, 2))
        ending, named = given.get("ending", ""), given["table"]
        tables = [named] if isinstance(named, str) else named
        rows = [row for each in tables for row in self.rows(each, max(wrong, right))]
        table = {row[wrong - 1] + ending: row[right - 1] for row in rows}
        table = {word: better for word, better in table.items() if word not in without}
        return {word: better for word, better in table.items() if at is None or word in at}

    def _step(self, step: str) -> Step:
        optional, step = step.startswith("?"), step.removeprefix("?")
        negative, step = step.startswith("!"), step.removeprefix("!")
        words = self._words(step.split("|"))
        ends = {len(word) - len(ENDING) for word in words if word.startswith(ENDING)}
        return Step(words, negative, optional, step == "*", tuple(sorted(ends)))

    def _words(self, names: Iterable[str]) -> frozenset[str]:
        key = tuple(names)
        if key not in self._seen:
            parts = [
                self._classes[name[1:]] if name.startswith("@") else _EDGES.get(name, {name})
                for name in key
            ]
            only = parts[0] if len(parts) == 1 else frozenset[str]().union(*parts)
            self._seen[key] = frozenset(only)
        return self._seen[key]


def _gate(steps: tuple[Step, ...], joined: frozenset[str]) -> frozenset[str]:
    """Words of which one must stand in the sentence for the steps to fit, and for the trigger to be
    joined to one; as rare ones as there are.
    """
    asked = [
        step.words
        for step in steps
        if not (step.negative or step.optional or step.anything or step.ends)
    ]
    sets = [words for words in asked if isinstance(words, frozenset) and not words & EDGE]
    return min([*sets, joined] if joined else sets, key=_commonness, default=frozenset())


@lru_cache(1024)
def _commonness(words: frozenset[str]) -> float:
    """How often a sentence has one of some words, on a scale of its own: short ones are common."""
    return fsum(0.25 ** len(word) for word in words)
