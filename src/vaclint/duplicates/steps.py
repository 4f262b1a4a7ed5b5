"""The steps that find the pairs, as SQL of a dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from vaclint.checks.sketch import KEYS, LEAST, OWN

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
GUARD = 64
"""In a bucket of more texts only neighbours are compared."""
MARGIN = 1.5
"""Texts with a share of their own about ``OWN`` are signed both ways: up to so many times."""
BINS = 32
"""Into so many the values of a text fall; the smallest of each is its signature."""
PARTS = {"own": (2, (1,)), "whole": (4, (1, 5, 9, 13))}
"""How many bins make a band, and in which orders the bins are taken: each order is a multiplier of
the bin's number. Whole texts have standing text in common, so that their bands are longer, and more
of them are needed.
"""
DUCKDB = {"unnest": "unnest", "slice": "list_slice", "size": "len", "intersect": "list_intersect"}
SPARK = {"unnest": "explode", "slice": "slice", "size": "size", "intersect": "array_intersect"}


def layout() -> Iterator[tuple[str, int, int]]:
    """Which bins make which band of which part: the part, the band, the bin."""
    for part, (size, orders) in PARTS.items():
        for number, order in enumerate(orders):
            for at in range(BINS):
                yield part, (number * BINS + at) // size, at * order % BINS


def steps(dialect: Mapping[str, str], least: float) -> Iterator[tuple[str, str]]:
    """The name and the query of each step; it may read ``rows``, ``layout`` and those before it."""
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
    }
    for name, query in re.findall(r"^-- step: (\w+).*\n((?:(?!-- ).*\n?)+)", text, re.MULTILINE):
        yield name, query.strip().format(**dialect, **values)
