"""Derives the table of words that are joined before a noun: ``make_hyphens.py TEXTS FOLDER``.

TEXTS is a folder of edited texts, a file for each source and a paragraph on a line; FOLDER has the
tables of slips of English, of which ``nouns.tsv`` says what a noun is. Two words are a row when
several sources have them with a hyphen before a noun, and the texts seldom have them there without
one (``a one-stop shop``). Words that stand before anything, and those that belong to a verb before
them (``sign up``), are left out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-'’][A-Za-z0-9]+)*|[^\sA-Za-z0-9]")
LEAST, SOURCES, SHARE = 3, 2, 0.75
"""How often two words are joined, in how many sources, and in what part of their places."""
SHORTEST = 3
"""A shorter word is a preposition, or belongs to the verb before it."""


def places(line: str, nouns: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield two words before a noun, and whether a hyphen joins them."""
    tokens = TOKEN.findall(line)
    for at, token in enumerate(tokens[:-1]):
        first, _, second = token.partition("-")
        if second.isalpha() and token.islower() and tokens[at + 1].lower() in nouns:
            yield first, second, True
        elif token.isalpha() and at + 2 < len(tokens) and tokens[at + 2].lower() in nouns:
            yield token.lower(), tokens[at + 1], False


def joined(texts: Path, nouns: frozenset[str]) -> dict[str, list[str]]:
    """By the second word, the first ones that are joined to it."""
    hyphens: Counter[tuple[str, str]] = Counter()
    spaces: Counter[tuple[str, str]] = Counter()
    sources: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in sorted(texts.iterdir()):
        for line in path.read_text("utf-8", errors="replace").splitlines():
            for first, second, with_hyphen in places(line, nouns):
                (hyphens if with_hyphen else spaces)[first, second] += 1
                if with_hyphen:
                    sources[first, second].add(path.name)
    found: dict[str, list[str]] = defaultdict(list)
    for (first, second), count in sorted(hyphens.items()):
        share = count / (count + spaces[first, second])
        is_often = count >= LEAST and len(sources[first, second]) >= SOURCES
        is_long = min(len(first), len(second)) >= SHORTEST
        if is_often and is_long and share >= SHARE and first.isalpha():
            found[second].append(first)
    return found


def main(texts: Path, folder: Path) -> None:
    """Print the rows: the second word, and the first ones."""
    rows = (folder / "nouns.tsv").read_text("utf-8").splitlines()
    nouns = frozenset(word for row in rows if not row.startswith("#") for word in row.split("\t"))
    for second, firsts in sorted(joined(texts, nouns).items()):
        print(second, " ".join(firsts), sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
