"""The steps that find the pairs, as SQL of a dialect."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from vaclint.checks.sketch import KEYS, LEAST, OWN
from vaclint.text.named import NamedTuple

MANY = 10
"""A value in more texts than this is standing text: in a feed of a million more values are in a few
texts by chance than in a repository.
"""
FEWEST = 2 * LEAST
"""Sketches with fewer values say too little: these are of all shingles, those of files of half."""
LOOSER = 0.3
"""How much less alike the own text of two texts may be than the whole: it is shorter, and only the
keys tell of it.
"""
VOTED = 0.8
"""How much less alike the keys of two texts may be than the whole: there are few of them."""
GUARD = 64
"""In a bucket of more texts only neighbours are compared."""
MARGIN = 1.5
"""Texts with a share of their own about ``OWN`` are signed both ways: up to so many times."""
STEP = r"^-- (step|view): (\w+).*\n((?:(?!-- ).*\n?)+)"
"""A step in the text: what it makes, its name, its query."""
READ = r"\b(?:FROM|JOIN) {}\b"
"""How a query reads what has a name."""
BINS = 30
"""Into so many the values of a text fall; the smallest of each is its signature."""
PARTS = {"own": (2, 1), "whole": (6, 6)}
"""How many bins make a band, and in how many orders the bins are taken. Whole texts have standing
text in common, so that their bands are longer, and more of them are needed.
"""
DUCKDB = {
    "unnest": "unnest",
    "slice": "list_slice",
    "size": "len",
    "intersect": "list_intersect",
    "both": "{language: language, sketch: sketch}",
}
SPARK = {
    "unnest": "explode",
    "slice": "slice",
    "size": "size",
    "intersect": "array_intersect",
    "both": "struct(language, sketch)",
}


class Step(NamedTuple):
    """A query with the name of what it makes: a table, or a view for what would be large."""

    name: str
    query: str
    is_view: bool

    def reads(self, name: str) -> bool:
        """Whether it reads what has a name."""
        return re.search(READ.format(name), self.query) is not None


def layout() -> Iterator[tuple[str, int, int]]:
    """Which bins make which band of which part: the part, the band, the bin."""
    for part, (size, orders) in PARTS.items():
        for number in range(orders):
            order = random.Random(number).sample(range(BINS), BINS)
            for at, bin_ in enumerate(order, number * BINS):
                yield part, at // size, bin_


def steps(dialect: Mapping[str, str], least: float) -> Iterator[Step]:
    """The steps in order; each may read ``given``, ``layout`` and those before it."""
    text = files("vaclint.duplicates").joinpath("pairs.sql").read_text("utf-8")
    values = {
        "keys": KEYS,
        "least_values": LEAST,
        "fewest": FEWEST,
        "many": MANY,
        "guard": GUARD,
        "bins": BINS,
        "own_share": OWN,
        "margin": MARGIN,
        "least": least,
        "own_alike": least - LOOSER,
        "keys_alike": least * VOTED,
    }
    for kind, name, query in re.findall(STEP, text, re.MULTILINE):
        yield Step(name, query.strip().format(**dialect, **values), kind == "view")
