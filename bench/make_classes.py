"""Derives classes of words that are used alike, from texts outside the repository.

    python bench/make_classes.py texts/en > rules/languages/en/spl/confusions/classes.tsv

The texts are those of train_confusions.py. Of each of the commonest words it is counted which
common words stand before and behind it; the counts are weighed by positive pointwise mutual
information and projected on their first singular vectors (Levy and Goldberg, 2014), and the words
are put in clusters by the angle between them (spherical k-means), and those in wider ones. Needs
numpy.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sentences import sentences

from vaclint.languages.confusions import BEGIN, END, WITHIN

WORDS, CLASSES, WIDER, BESIDE, LEAST = 12_000, 250, 40, 600, 8
VECTORS, ROUNDS = 80, 25
Matrix = npt.NDArray[np.float32]


def neighbours(texts: list[list[str]], words: list[str], common: list[str]) -> Matrix:
    """How often each common word stands before and behind each word."""
    row = {word: number for number, word in enumerate(words)}
    beside = dict.fromkeys([*common, BEGIN, END])
    column = {word: number for number, word in enumerate(beside)}
    counts = np.zeros((len(row), 2 * len(column)), dtype=np.float32)
    for text in texts:
        around = [BEGIN, *text, END]
        for before, word, after in zip(around, text, around[2:], strict=False):
            if (at := row.get(word)) is not None:
                if before in column:
                    counts[at, column[before]] += 1
                if after in column:
                    counts[at, len(column) + column[after]] += 1
    return counts


def vectors(counts: Matrix) -> Matrix:
    """A vector of length one for each word."""
    by_row, by_column = counts.sum(1, keepdims=True) + 1, counts.sum(0, keepdims=True) + 100
    shared = np.log(np.maximum(counts * counts.sum() / (by_row * by_column), 1.0))
    left, values, _ = np.linalg.svd(shared, full_matrices=False)
    return _unit(left[:, :VECTORS] * np.sqrt(values[:VECTORS]))


def _unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), np.float32)


def clusters(rows: Matrix, size: int) -> tuple[npt.NDArray[np.intp], Matrix]:
    """The number of the cluster of each row, and the middles; the first rows begin them."""
    middles = rows[:size].copy()
    for _ in range(ROUNDS):
        nearest = (rows @ middles.T).argmax(1)
        for number in range(size):
            if (nearest == number).any():
                middles[number] = rows[nearest == number].mean(0)
        middles = _unit(middles)
    return np.asarray((rows @ middles.T).argmax(1), np.intp), middles


def main() -> None:
    """Print the table of classes."""
    texts = [each.words for each in sentences(Path(sys.argv[1]))]
    count = Counter(word for text in texts for word in text)
    common = [word for word, _ in count.most_common(BESIDE)]
    words = [word for word, times in count.most_common() if times >= LEAST and word[0].isalpha()]
    words = words[:WORDS]
    number_of, middles = clusters(vectors(neighbours(texts, words, common)), CLASSES)
    wider, _ = clusters(middles, WIDER)
    for number in range(CLASSES):
        alike = [word for word, at in zip(words, number_of, strict=True) if at == number]
        if alike:
            print(f"{wider[number]}{WITHIN}{number}", " ".join(alike), sep="\t")


if __name__ == "__main__":
    main()
