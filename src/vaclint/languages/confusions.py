"""Words that are easily taken for one another, each pair with a model of what stands around them.

A model is log-linear: the sum of the weights of the features of a place says how much likelier the
second word of the pair is there than the first, as a natural logarithm. ``features`` gives them,
for those who train (``bench/train_confusions.py``) and those who check. They ask for the words
beside a place and for their classes: words that are used alike have one class, within a wider one.

A folder of a pack has three tables: ``pairs.tsv``, which is written by hand, and ``classes.tsv``
and ``weights.tsv``, which are made. All are read word by word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vaclint.languages.packs import rows_of
from vaclint.text.named import NamedTuple
from vaclint.text.stored import Table, packed

STEP = 0.25
"""A weight is a whole number of these, in natural logarithms."""
BEGIN, END = "^", "$"
"""Stand for what lies before and behind a sentence."""
LETTERS = 3
"""So many letters of its end stand for a word without a class."""
BETWEEN = " "
"""Stands between the words of a feature; in a table it is ``_``."""
ENDING = "~"
"""Stands before an ending in the table of pairs."""
WITHIN = "."
"""Stands in the name of a class behind that of the wider class in which it is."""


class Pair(NamedTuple):
    """Two words that are taken for one another, and how much likelier the other must be, in
    natural logarithms, where the first and where the second is written; 0 where it is left alone.
    """

    words: tuple[str, str]
    least: tuple[float, float]
    last: frozenset[str]
    """Words that end a sentence behind either of the two (‘meet you first’); the two are left alone
    there.
    """


class Confusions(NamedTuple):
    """All pairs of a language."""

    pairs: Sequence[Pair]
    of: Mapping[str, tuple[tuple[int, int], ...]]
    """By word, the numbers of its pairs and which of the two it is."""
    classes: Mapping[str, str]
    """By word, the name of its class."""
    weights: Mapping[str, int]
    """By the number of a pair and a feature, in steps."""
    endings: Sequence[Ending]
    """The pairs of endings, rather than words."""


class Ending(NamedTuple):
    """A pair of endings that are taken for one another behind any word of a class."""

    number: int
    """Of the pair."""
    ends: tuple[str, str]
    without: frozenset[str]
    """Words that it is not asked of."""

    def stem(self, word: str, which: int, classes: Mapping[str, str]) -> str:
        """What stands before the ending of a word that is one of the pair, or nothing. The stem
        has a class, and so has it with the ending that is no word of its own.
        """
        stem = word.removesuffix(self.ends[which])
        if stem == word or stem in self.without or stem not in classes:
            return ""
        return stem if f"{stem}{self.ends[1]}" in classes else ""


def own_features(
    stem: str, ending: Ending, found: Sequence[str], classes: Mapping[str, str]
) -> tuple[str, ...]:
    """Features of the word itself, for a pair of endings, besides those of its place."""
    alone, whole = classes[stem], classes[f"{stem}{ending.ends[1]}"]
    left, right = found[3][1:], found[4][1:]
    return (
        *found,
        *(f"y{stem}", f"z{whole}", f"A{alone}"),
        f"B{whole}{BETWEEN}{right}",
        f"C{left}{BETWEEN}{whole}",
        f"D{whole.partition(WITHIN)[0]}{BETWEEN}{right.partition(WITHIN)[0]}",
    )


def features(words: Sequence[str], at: int, classes: Mapping[str, str]) -> tuple[str, ...]:
    """The features of the place of a word among the words and signs of a sentence: a letter for
    what is asked, and the answer; the first is there at each place.
    """
    earlier, before, _, after, later = _around(words, at)
    beside = (earlier, before, after, later)
    sooner, left, right, further = kinds = [_kind(word, classes) for word in beside]
    farthest, west, east, far = (kind.partition(WITHIN)[0] for kind in kinds)
    return (
        *("", f"a{before}", f"b{after}", f"c{left}", f"d{right}", f"e{earlier}", f"f{later}"),
        f"g{before}{BETWEEN}{after}",
        f"h{after}{BETWEEN}{later}",
        f"i{earlier}{BETWEEN}{before}",
        f"j{left}{BETWEEN}{right}",
        f"k{right}{BETWEEN}{further}",
        f"l{sooner}{BETWEEN}{left}",
        f"m{before}{BETWEEN}{right}",
        f"n{left}{BETWEEN}{after}",
        f"o{after}{BETWEEN}{further}",
        *(f"p{sooner}", f"q{further}", f"r{west}", f"s{east}"),
        f"t{west}{BETWEEN}{east}",
        f"u{east}{BETWEEN}{far}",
        f"v{farthest}{BETWEEN}{west}",
        f"w{west}{BETWEEN}{east}{BETWEEN}{far}",
        f"x{farthest}{BETWEEN}{west}{BETWEEN}{east}",
    )


def _around(words: Sequence[str], at: int) -> Sequence[str]:
    """A word with the two before and the two behind it."""
    if 2 <= at < len(words) - 2:
        return words[at - 2 : at + 3]
    return (BEGIN, BEGIN, *words, END, END)[at : at + 5]


def _kind(word: str, classes: Mapping[str, str]) -> str:
    """The class of a word, or else its end; a sign is its own."""
    return classes.get(word) or (f"-{word[-LETTERS:]}" if len(word) > 1 else word)


def odds(confusions: Confusions, number: int, found: Sequence[str]) -> float:
    """How much likelier the second word of a pair is than the first where some features are."""
    get = confusions.weights.get
    return STEP * sum(get(f"{number}{feature}", 0) for feature in found)


def confusions_of(plain: Any) -> Confusions:
    """The confusions that ``plain_confusions`` made plain."""
    pairs, of, classes, weights, endings = plain
    return Confusions(
        [Pair(*pair) for pair in pairs],
        of,
        Table(classes),
        Table(weights),
        [Ending(*ending) for ending in endings],
    )


def plain_confusions(folder: Path) -> Any:
    """The confusions of a folder as plain data. Raises OSError, KeyError and ValueError for what
    is wrong in it.
    """
    rows = [cells for _, cells in rows_of(folder / "pairs.tsv")]
    pairs = [
        ((first, second), (float(least), float(other)), frozenset(" ".join(last).split()))
        for first, second, least, other, *last in rows
    ]
    of: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, (words, *_) in enumerate(pairs):
        for which, word in enumerate(words):
            of[word] = (*of.get(word, ()), (number, which))
    classes = read_classes(folder)
    return pairs, of, packed(classes), packed(_weights(folder, pairs)), plain_endings(rows)


def plain_endings(
    rows: Sequence[Sequence[str]],
) -> list[tuple[int, tuple[str, str], frozenset[str]]]:
    """The pairs of endings of a table as plain data; its rows begin with ``~``, and name the words
    that they are not asked of.
    """
    return [
        (number, (first[1:], second[1:]), frozenset(" ".join(without).split()))
        for number, (first, second, _, _, *without) in enumerate(rows)
        if first.startswith(ENDING)
    ]


def read_classes(folder: Path) -> dict[str, str]:
    """The classes of words, by word. Raises OSError and ValueError."""
    rows = rows_of(folder / "classes.tsv")
    return {word: name for _, (name, words) in rows for word in words.split()}


def _weights(folder: Path, pairs: Sequence[tuple[tuple[str, str], Any, Any]]) -> dict[str, int]:
    """The weights by the number of a pair and a feature. A row is a pair, the letter of a feature
    (``=`` for the one that is always there), and for each weight a cell: it in steps, and the
    answers with that weight.
    """
    numbers = {"/".join(words): number for number, (words, *_) in enumerate(pairs)}
    weights: dict[str, int] = {}
    for _, (pair, letter, *cells) in rows_of(folder / "weights.tsv"):
        for cell in cells:
            weight, *answers = cell.split()
            for answer in answers or ("",):
                feature = letter.strip("=") + answer.replace("_", BETWEEN)
                weights[f"{numbers[pair]}{feature}"] = int(weight)
    return weights
