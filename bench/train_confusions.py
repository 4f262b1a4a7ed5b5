"""Trains the models of words that are taken for one another, on texts outside the repository.

    python bench/train_confusions.py texts/en rules/languages/en/spl/confusions > weights.tsv
    python bench/train_confusions.py texts/en rules/languages/en/spl/confusions --places your/you're

The first is a folder of texts, a file for each source and a paragraph on a line; the second has the
pairs and the classes of words. For each pair a logistic regression is trained by FTRL-proximal
(McMahan and others, Ad click prediction, KDD 2013), whose L1 term leaves most weights at nothing.
Texts have errors themselves, which such a model forgives as long as they are few. With ``--places``
half of the sources are judged by what the other half taught, and the places are printed at which
the other word of a pair seems likeliest: a threshold belongs above the last of them that is right
as it stands. ``recall`` says how many of the other word's own places reach a threshold.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from vaclint.checks import kinds
from vaclint.checks.confusions import cut, is_plain
from vaclint.checks.slips import covered
from vaclint.engine import Engine
from vaclint.languages.confusions import STEP, features, read_classes
from vaclint.languages.packs import rows_of
from vaclint.rulebook.load import load

MOST = 25_000
"""So many places of a word are learned from, drawn at random."""
EPOCHS, RATE, BETA, L1, L2 = 3, 0.2, 1.0, 1.0, 1.0
LEAST = 3
"""A feature of fewer places is left out."""
SHOWN, LEVELS = 14, (1, 2, 3, 4, 5, 6)
SETTLED = 0.002
"""A place that is judged so well teaches nothing."""


class Place(NamedTuple):
    """Where a word of a pair stands."""

    source: int
    """0 or 1: the half of the sources."""
    sentence: Sequence[str]
    at: int


Row = tuple[Sequence[str], int]
"""The features of a place, and which word of the pair stands there."""


def places_in(folder: Path, wanted: frozenset[str]) -> dict[str, list[Place]]:
    """The places of words in all texts of a folder, by word."""
    split = Engine(load(kinds())).reading.split
    found: dict[str, list[Place]] = {}
    for path in sorted(folder.iterdir()):
        half = crc32(path.name.encode()) % 2
        for line in path.read_text("utf-8").splitlines():
            text = covered(line)
            for start, end in split(line):
                words, places = cut(text[start:end])
                for at in (at for at, word in enumerate(words) if word in wanted):
                    first, last = places[at]
                    if is_plain(text[start + first : start + last], is_first=at == 0):
                        found.setdefault(words[at], []).append(Place(half, words, at))
    return found


def train(data: list[Row], rng: random.Random) -> dict[str, float]:
    """The weights of features; those of nothing are left out."""
    count = Counter(feature for found, _ in data for feature in found)
    data = [([each for each in found if count[each] >= LEAST], label) for found, label in data]
    z: dict[str, float] = defaultdict(float)
    n: dict[str, float] = defaultdict(float)

    def weight(feature: str) -> float:
        value, least = z.get(feature, 0.0), L1 if feature else 0.0
        if abs(value) <= least:
            return 0.0
        rate = (BETA + math.sqrt(n[feature])) / RATE + L2
        return -(value - math.copysign(least, value)) / rate

    for _ in range(EPOCHS):
        rng.shuffle(data)
        for found, label in data:
            weights = [*map(weight, found)]
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights))))) - label
            if abs(error) < SETTLED:
                continue
            for feature, now in zip(found, weights, strict=True):
                grown = n[feature] + error * error
                z[feature] += error - (math.sqrt(grown) - math.sqrt(n[feature])) / RATE * now
                n[feature] = grown
    return {feature: weight(feature) for feature in z}


def model(
    pair: tuple[str, str], places: Mapping[str, list[Place]], classes: Mapping[str, str]
) -> dict[str, int]:
    """The weights of a pair in steps. A word that was drawn from keeps how common it is."""
    rng = random.Random(5)
    data: list[Row] = []
    share = []
    for label, word in enumerate(pair):
        of = places.get(word, [])
        share.append(min(1.0, MOST / max(1, len(of))))
        drawn = rng.sample(of, MOST) if len(of) > MOST else of
        data += [(features(each.sentence, each.at, classes), label) for each in drawn]
    weights = train(data, rng)
    weights[""] = weights.get("", 0.0) + math.log(share[0] / share[1])
    steps = {feature: round(value / STEP) for feature, value in weights.items()}
    return {feature: value for feature, value in steps.items() if value}


def rows(pair: tuple[str, str], weights: Mapping[str, int]) -> Iterator[str]:
    """The weights of a pair as rows of the table."""
    grouped: dict[tuple[str, int], list[str]] = {}
    for feature, weight in weights.items():
        grouped.setdefault((feature[:1], weight), []).append(feature[1:].replace(" ", "_"))
    for (letter, weight), answers in sorted(grouped.items()):
        yield "\t".join(("/".join(pair), letter or "=", str(weight), " ".join(sorted(answers))))


def show(
    pair: tuple[str, str], places: Mapping[str, list[Place]], classes: Mapping[str, str]
) -> None:
    """Print the places where the other word of a pair seems likeliest, and the recall."""
    judged: tuple[list[tuple[float, Place]], ...] = ([], [])
    for half in (0, 1):
        taught = {word: [each for each in places[word] if each.source != half] for word in pair}
        weights = model(pair, taught, classes)
        for label, word in enumerate(pair):
            for each in (each for each in places[word] if each.source == half):
                found = features(each.sentence, each.at, classes)
                value = STEP * sum(weights.get(feature, 0) for feature in found)
                judged[label].append((value, each))
    for label, sign in ((0, 1), (1, -1)):
        own, other = judged[label], judged[1 - label]
        recall = (
            f"{level}: {sum(sign * value >= level for value, _ in other) / max(1, len(other)):.2f}"
            for level in LEVELS
        )
        print(f"{pair[label]} for {pair[1 - label]}: {len(own)} places, recall", *recall)
        for value, place in sorted(own, key=lambda each: -sign * each[0])[:SHOWN]:
            words = [*place.sentence]
            words[place.at] = f"[{words[place.at]}]"
            print(f"  {sign * value:6.2f} ", *words[max(0, place.at - 7) : place.at + 7])


def main() -> None:
    """Print the table of weights, or places to set the thresholds by."""
    asked = argparse.ArgumentParser()
    asked.add_argument("texts", type=Path)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--places", nargs="*", help="pairs to judge, or none for all")
    given = asked.parse_args()
    pairs = [(first, second) for _, (first, second, *_) in rows_of(given.folder / "pairs.tsv")]
    if given.places:
        pairs = [pair for pair in pairs if "/".join(pair) in given.places]
    classes = read_classes(given.folder)
    places = places_in(given.texts, frozenset(word for pair in pairs for word in pair))
    for pair in pairs:
        if given.places is not None:
            show(pair, places, classes)
            continue
        weights = model(pair, places, classes)
        print(*rows(pair, weights), sep="\n")
        print("/".join(pair), len(weights), "weights", file=sys.stderr)


if __name__ == "__main__":
    main()
