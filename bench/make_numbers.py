"""Derives the table of plurals with their singular from the table of nouns: ``make_numbers.py
LIST.json.gz FOLDER``.

LIST is how often words are used: compounds of it whose end is one of the nouns are in the table
too. Only plurals that are no other word are taken. What the language is like stands in
FOLDER/derive.toml.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import regex
import tomli
from make_tables import counts_of, write

from vaclint.languages.packs import rows_of


def plurals_of(word: str, ways: Mapping[str, Any]) -> Iterator[str]:
    """What the plural of a noun may be."""
    for end, made in ways["ends"]:
        if regex.search(end, word):
            yield regex.sub(end, made, word)


def pairs(kinds: Mapping[str, str], ways: Mapping[str, Any]) -> dict[str, str]:
    """The plurals of the table of nouns with their singular; none that two may have, unless one of
    them is the other with a letter more (``leerlinge``).
    """
    found: dict[str, set[str]] = {}
    for word, kind in kinds.items():
        if kind in ways["kinds"] and word not in ways["never"]:
            for plural in plurals_of(word, ways):
                if kinds.get(plural) == "many":
                    found.setdefault(plural, set()).add(word)
    short = {
        plural: [word for word in words if word[:-1] not in words]
        for plural, words in found.items()
    }
    return {plural: words[0] for plural, words in short.items() if len(words) == 1}


def compounds(
    known: Mapping[str, str], counts: Mapping[str, int], kinds: Mapping[str, str], least: int
) -> Iterator[tuple[str, str]]:
    """Compounds that end in one of the plurals and begin with a noun."""
    for word, count in counts.items():
        if count < least or word in kinds:
            continue
        for at in range(3, len(word) - 3):
            begins = (word[:at], word[:at].removesuffix("s"))
            if word[at:] in known and any(begin in kinds for begin in begins):
                yield word, word[:at] + known[word[at:]]
                break


def main(list_path: Path, folder: Path) -> None:
    """Write the table."""
    ways = tomli.loads((folder / "derive.toml").read_text(encoding="utf-8"))["numbers"]
    kinds = {word: kind for _, (word, kind) in rows_of(folder / "nouns.tsv")}
    known = pairs(kinds, ways)
    every = {**known, **dict(compounds(known, counts_of(list_path), kinds, ways["least"]))}
    write(folder / "singulars.tsv", "plural, singular", iter(sorted(every.items())))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
