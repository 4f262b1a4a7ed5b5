"""Trains the weights that tell a vacancy, on labelled texts outside the repository.

    python bench/train_kind.py labels.tsv texts/ > rules/data/kind-weights.toml

The table has tabs between its columns path, kind (vacancy or other), language and source, and names
them in its first line; the paths are below the folder. Logistic regression by gradient descent with
bounds that fix the sign of each weight, a ridge, and each text three times: as it is, without its
folders, without folders and titles. A text of a source with n texts weighs 1 / sqrt(n). Ten folds
by source give the error rates; weights are rounded to halves. The band and the floors are kept from
the weights there are: a weight may grow over its floor and not fall below it.
"""

from __future__ import annotations

import csv
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.facts.kinds.evidence import evidence_of
from vaclint.facts.kinds.gather import NEEDS, gather
from vaclint.facts.kinds.lexicon import Lexicon, lexicon_of
from vaclint.facts.kinds.title import find_title
from vaclint.facts.kinds.verdict import veto
from vaclint.formats import parse
from vaclint.model.errors import VaclintError
from vaclint.project.files import read_source
from vaclint.rulebook.load import load

NAMES = (
    *NEEDS,
    *("breadth", "wide", "title job", "heading job", "title wanted", "title volunteers"),
    *("row", "folder", "short", "addressed"),
    *("not asked", "not jobs listed", "not title list", "not title other", "not folder"),
    "not title course",
    *("wording", "not wording"),
)
RIDGE, FOLDS, STEPS, RATE = 0.001, 10, 800, 4.0
MOST, LEAST = 6.0, 0.75
"""The bounds of a weight; a floor is three quarters of the weight that it has now."""
KEPT = ("short", "wording", "not wording")
"""Too few of the texts are short to say what that weighs; the words are trained apart."""


class Row(NamedTuple):
    """A labelled text: the values of its groups, or none where it is vetoed."""

    values: dict[str, float]
    label: bool
    source: str
    vetoed: bool


def rows_of(table: Path, folder: Path) -> tuple[list[Row], Lexicon]:
    """The labelled texts, read as the engine reads them."""
    engine = Engine(load(kinds()))
    lexicon = engine.resources.once(lexicon_of)
    rows = []
    with table.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = row["path"]
            try:
                document = parse(read_source(folder / path, path), engine.reading)
            except VaclintError as error:
                print(error, file=sys.stderr)
                continue
            evidence = evidence_of(document)
            title = find_title(evidence, lexicon, engine.reading)
            values, _ = gather(evidence, title, lexicon, engine.reading)
            stop = veto(evidence, title, lexicon) is not None
            rows.append(Row(values, row["kind"] == "vacancy", row["source"], stop))
    return rows, lexicon


def variants(values: dict[str, float]) -> list[dict[str, float]]:
    """A text as it is, without its folders, and without folders and titles."""
    bare = {name: value for name, value in values.items() if name not in ("folder", "not folder")}
    return [values, bare, {name: value for name, value in bare.items() if "title" not in name}]


def bounds(lexicon: Lexicon) -> dict[str, tuple[float, float]]:
    """Between what each weight must stay."""
    found = {}
    for name in NAMES:
        now = lexicon.weights.groups.get(name, 0.0)
        if name in KEPT:
            found[name] = (now, now)
            continue
        floor = abs(now) * LEAST
        found[name] = (-MOST, -floor) if name.startswith("not ") else (floor, MOST)
    return found


def train(
    rows: list[Row], limits: dict[str, tuple[float, float]]
) -> tuple[dict[str, float], float]:
    """The weights and the constant, in halves."""
    per = Counter(row.source for row in rows)
    data = [
        (values, float(row.label), per[row.source] ** -0.5)
        for row in rows
        if not row.vetoed
        for values in variants(row.values)
    ]
    total = sum(weight for _, _, weight in data)
    constant = 0.0
    weights = {name: min(max(0.0, low), high) for name, (low, high) in limits.items()}
    for _ in range(STEPS):
        slope = {name: RIDGE * weight for name, weight in weights.items()}
        rise = 0.0
        for values, label, share in data:
            z = constant + sum(weights.get(name, 0.0) * value for name, value in values.items())
            error = share / total * (1 / (1 + math.exp(-max(-30.0, min(30.0, z)))) - label)
            rise += error
            for name, value in values.items():
                if name in slope:
                    slope[name] += error * value
        constant -= RATE * rise
        for name, (low, high) in limits.items():
            weights[name] = min(max(weights[name] - RATE * slope[name], low), high)
    return {name: round(2 * value) / 2 for name, value in weights.items()}, round(2 * constant) / 2


def probability(row: Row, weights: dict[str, float], constant: float) -> float:
    if row.vetoed:
        return 0.0
    z = constant + sum(weights.get(name, 0.0) * value for name, value in row.values.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


def main() -> None:
    """Print the weights, with the error rates of ten folds above them."""
    rows, lexicon = rows_of(Path(sys.argv[1]), Path(sys.argv[2]))
    limits, band = bounds(lexicon), lexicon.weights
    sources = sorted({row.source for row in rows})
    random.Random(3).shuffle(sources)
    fold = {source: at % FOLDS for at, source in enumerate(sources)}
    silent = surely = unsure = 0
    for at in range(FOLDS):
        made = train([row for row in rows if fold[row.source] != at], limits)
        for row in (row for row in rows if fold[row.source] == at):
            chance = probability(row, *made)
            silent += row.label and chance < band.low
            high = band.surely(row.values)
            surely += not row.label and chance >= high
            unsure += band.low <= chance < high
    weights, constant = train(rows, limits)
    adverts = sum(row.label for row in rows)
    print("# Weights of the groups of evidence, in halves; written by `bench/train_kind.py`.")
    print(
        f"# {adverts} adverts and {len(rows) - adverts} others of {len(sources)} sources, ten folds"
    )
    print(f"# by source: adverts silently other {silent}, others surely a vacancy {surely},")
    print(f"# unsure {unsure}.\n\n[kind]\nconstant = {constant}")
    print(f"# The band in which a text is unsure.\nlow = {band.low}\nhigh = {band.high}")
    print(f"high-long = {band.high_long}\nhigh-standing = {band.high_standing}")
    print(f"high-listed = {band.high_listed}")
    print("\n[kind.weights]")
    for name, weight in weights.items():
        if weight:
            print(f'"{name}" = {weight}')


if __name__ == "__main__":
    main()
