"""Trains what the words of a text say of its kind, on labelled texts outside the repository.

    pip install scikit-learn
    python bench/train_kind_words.py labels.tsv texts/ nl > rules/languages/nl/kind-words.toml

The table is that of `train_kind.py`. A text is the set of its words and pairs of words that at
least eight sources have, each with the weight 1 / sqrt(n) in a text with n of them. Logistic
regression with a ridge, kinds and sources balanced; the words with the largest weights are kept and
trained again. Ten folds by source give the error rates of the words alone, on stderr.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path
from typing import Any

import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.facts.kinds.evidence import evidence_of
from vaclint.facts.kinds.wording import features_of
from vaclint.formats import parse
from vaclint.model.errors import VaclintError
from vaclint.project.files import read_source
from vaclint.rulebook.load import load

KEPT, SOURCES, STRENGTH, FOLDS, ROUNDED = 1_500, 8, 3.0, 10, 0.25
Text = tuple[frozenset[str], bool, str]
"""The features of a text, whether it is a vacancy, and its source."""


def texts_of(table: Path, folder: Path, language: str) -> list[Text]:
    """The labelled texts of a language, read as the engine reads them."""
    engine = Engine(load(kinds()))
    found = []
    with table.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["language"] != language:
                continue
            try:
                document = parse(read_source(folder / row["path"], row["path"]), engine.reading)
            except VaclintError as error:
                print(error, file=sys.stderr)
                continue
            words = frozenset(chain.from_iterable(map(features_of, evidence_of(document).words)))
            found.append((words, row["kind"] == "vacancy", row["source"]))
    return found


def matrix(texts: list[Text], columns: dict[str, int]) -> csr_matrix:
    """A row per text and a column per feature."""
    rows, places, values = [], [], []
    for at, (words, _, _) in enumerate(texts):
        known = [columns[word] for word in words if word in columns]
        rows += [at] * len(known)
        places += known
        values += [max(1, len(known)) ** -0.5] * len(known)
    return csr_matrix((values, (rows, places)), shape=(len(texts), len(columns)))


def fitted(texts: list[Text], columns: dict[str, int]) -> Any:
    """The regression over some features."""
    per = Counter(source for _, _, source in texts)
    model = LogisticRegression(C=STRENGTH, max_iter=1000, class_weight="balanced")
    shares = [per[source] ** -0.5 for _, _, source in texts]
    return model.fit(matrix(texts, columns), [label for _, label, _ in texts], shares)


def train(texts: list[Text]) -> tuple[Any, dict[str, int]]:
    """The regression over the features that weigh most, with their columns."""
    sources: dict[str, set[str]] = defaultdict(set)
    for words, _, source in texts:
        for word in words:
            sources[word].add(source)
    names = sorted(word for word, where in sources.items() if len(where) >= SOURCES)
    first = fitted(texts, {word: at for at, word in enumerate(names)})
    order = numpy.argsort(-numpy.abs(first.coef_[0]))[:KEPT]
    columns = {names[at]: place for place, at in enumerate(sorted(order))}
    return fitted(texts, columns), columns


def main() -> None:
    """Print the weights of a language as TOML."""
    texts = texts_of(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    sources = sorted({source for _, _, source in texts})
    random.Random(3).shuffle(sources)
    fold = {source: at % FOLDS for at, source in enumerate(sources)}
    wrong: Counter[bool] = Counter()
    for at in range(FOLDS):
        model, columns = train([text for text in texts if fold[text[2]] != at])
        rest = [text for text in texts if fold[text[2]] == at]
        for (_, label, _), said in zip(rest, model.predict(matrix(rest, columns)), strict=True):
            wrong[label] += label != bool(said)
    count = Counter(label for _, label, _ in texts)
    print(
        f"the words alone are wrong in {wrong[True]} of {count[True]} adverts"
        f" and {wrong[False]} of {count[False]} others",
        file=sys.stderr,
    )
    model, columns = train(texts)
    weights: dict[float, list[str]] = defaultdict(list)
    for word, at in columns.items():
        weights[round(float(model.coef_[0][at]) / ROUNDED) * ROUNDED].append(word)
    print(
        "# How much a word or pair of words speaks for a vacancy; by `bench/train_kind_words.py`."
    )
    print(f"\n[kind-words]\nconstant = {float(model.intercept_[0]):.2f}\n\n[kind-words.weights]")
    for weight in sorted(weights, reverse=True):
        print(f'"{weight:g}" = [')
        line = " "
        for word in weights[weight]:
            piece = f' "{word}",'
            if len(line) + len(piece) > 100:
                print(line)
                line = " "
            line += piece
        print(f"{line}\n]")


if __name__ == "__main__":
    main()
