"""Floods: what the rules and languages themselves say, over and over, as a text to be checked.

Nobody writes these by hand: the texts are the examples of each rule, and the words of each table of
a rule or language, so that a new rule has its floods at once.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import tomli

RULES = Path(__file__).parents[1] / "rules"
_SYNTAX = re.compile(r"\\[pP]\{[^{}]*\}|\\.|\(\?[a-zA-Z<!=:]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[€$£%@/]")
JOINTS = (" ", "\n\n", ", ")
LEAST = 3
"""A table of fewer words makes no flood of its own."""


class Flood(NamedTuple):
    """What a text is made of, and what stands between the pieces."""

    name: str
    pieces: tuple[str, ...]
    joint: str

    def text(self, size: int) -> str:
        """A text of so many characters: the pieces again and again, each time in another order."""
        random_ = random.Random(self.name)
        found: list[str] = []
        length = 0
        while length < size:
            pieces = random_.sample(self.pieces, len(self.pieces))
            found += pieces
            length += sum(map(len, pieces)) + len(self.joint) * len(pieces)
        return self.joint.join(found)[:size]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield key
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _words(value: Any) -> tuple[str, ...]:
    """The different words in all texts of a table, without the signs of patterns."""
    words = (word for text in _texts(value) for word in _WORD.findall(_SYNTAX.sub(" ", text)))
    return tuple(dict.fromkeys(words))


def _lists() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of each list that rules have beside their tables."""
    for path in sorted(RULES.rglob("*.tsv")):
        lines = path.read_text("utf-8").splitlines()
        cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
        yield str(path.relative_to(RULES)), _words(cells)


def floods() -> list[Flood]:
    """Every flood: of each example of a rule, of all examples together, and of the words of each
    table and list, in several ways.
    """
    vocabularies: dict[str, tuple[str, ...]] = dict(_lists())
    examples: dict[str, list[str]] = defaultdict(list)
    for path in sorted(RULES.rglob("*.toml")):
        place = str(path.relative_to(RULES).with_suffix(""))
        tables = dict(tomli.loads(path.read_text("utf-8")))
        whole = {each["code"]: each for each in tables.pop("rule", ())}
        for name, table in (tables | whole).items():
            own = table.pop("example", []) if isinstance(table, dict) else []
            vocabularies[f"{place} {name}"] = _words(table)
            for each in own:
                text = each.get("bad", each.get("good", ""))
                if isinstance(text, str) and text.strip():
                    examples[f"{place} {name}"].append(text.strip())
    found = [
        Flood(f"{name} words {joint!r}", words, joint)
        for name, words in vocabularies.items()
        if len(words) >= LEAST
        for joint in JOINTS
    ]
    for name, texts in examples.items():
        found.append(Flood(f"{name} examples", tuple(texts), "\n\n"))
        found += [Flood(f"{name} example {at}", (each,), " ") for at, each in enumerate(texts)]
    return found
