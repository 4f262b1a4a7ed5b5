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

from sentences import sentences

from vaclint.checks.confusions import is_plain
from vaclint.languages.confusions import (
    STEP,
    Ending,
    features,
    own_features,
    plain_endings,
    read_classes,
)
from vaclint.languages.packs import rows_of

MOST = 25_000
"""So many places of a word are learned from, and judged, drawn at random."""
EPOCHS, RATE, BETA, L1, L2 = 3, 0.5, 1.0, 1.0, 1.0
LEAST, SMALLEST = 3, 2
"""A feature of fewer places is left out, and one of less weight, in steps."""
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


class Asked(NamedTuple):
    """What is trained: pairs, those of endings among them, and the classes of words."""

    pairs: list[tuple[str, str]]
    endings: list[Ending]
    classes: Mapping[str, str]

    def member(self, word: str) -> str:
        """The member of a pair of endings that a word is, or nothing."""
        for ending in self.endings:
            for which in (0, 1):
                if ending.stem(word, which, self.classes):
                    return self.pairs[ending.number][which]
        return ""

    def features(self, pair: tuple[str, str], label: int, place: Place) -> Sequence[str]:
        """The features of a place of a pair."""
        found = features(place.sentence, place.at, self.classes)
        for ending in self.endings:
            if self.pairs[ending.number] == pair:
                stem = ending.stem(place.sentence[place.at], label, self.classes)
                return own_features(stem, ending, found, self.classes)
        return found


def places_in(folder: Path, asked: Asked) -> dict[str, list[Place]]:
    """The places of words in all texts of a folder, by the members of pairs."""
    wanted = {word for pair in asked.pairs for word in pair}
    found: dict[str, list[Place]] = {}
    for source, text, words, places in sentences(folder):
        half = crc32(source.encode()) % 2
        for at, word in enumerate(words):
            members = {word} & wanted | {asked.member(word)} - {""}
            start, end = places[at]
            if members and is_plain(text[start:end], words, at):
                for each in members:
                    found.setdefault(each, []).append(Place(half, words, at))
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


def model(pair: tuple[str, str], places: Mapping[str, list[Place]], asked: Asked) -> dict[str, int]:
    """The weights of a pair in steps. A word that was drawn from keeps how common it is."""
    rng = random.Random(5)
    data: list[Row] = []
    share = []
    for label, word in enumerate(pair):
        of = places.get(word, [])
        share.append(min(1.0, MOST / max(1, len(of))))
        drawn = rng.sample(of, MOST) if len(of) > MOST else of
        data += [(asked.features(pair, label, each), label) for each in drawn]
    weights = train(data, rng)
    weights[""] = weights.get("", 0.0) + math.log(share[0] / share[1])
    steps = {feature: round(value / STEP) for feature, value in weights.items()}
    return {feature: value for feature, value in steps.items() if abs(value) >= SMALLEST}


def rows(pair: tuple[str, str], weights: Mapping[str, int]) -> Iterator[str]:
    """The weights of a pair as rows of the table."""
    grouped: dict[str, dict[int, list[str]]] = {}
    for feature, weight in sorted(weights.items()):
        answers = grouped.setdefault(feature[:1], {}).setdefault(weight, [])
        answers.append(feature[1:].replace(" ", "_"))
    for letter, by_weight in grouped.items():
        cells = (
            " ".join((str(weight), *by_weight[weight])).strip() for weight in sorted(by_weight)
        )
        yield "\t".join(("/".join(pair), letter or "=", *cells))


def show(pair: tuple[str, str], places: Mapping[str, list[Place]], asked: Asked) -> None:
    """Print the places where the other word of a pair seems likeliest, and the recall."""
    rng = random.Random(7)
    judged: tuple[list[tuple[float, Place]], ...] = ([], [])
    for half in (0, 1):
        taught = {word: [each for each in places[word] if each.source != half] for word in pair}
        weights = model(pair, taught, asked)
        for label, word in enumerate(pair):
            of = [each for each in places[word] if each.source == half]
            for each in rng.sample(of, MOST) if len(of) > MOST else of:
                found = asked.features(pair, label, each)
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
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--places", nargs="*", help="pairs to judge, or none for all")
    given = parser.parse_args()
    wanted = [
        cells
        for _, cells in rows_of(given.folder / "pairs.tsv")
        if not given.places or "/".join(cells[:2]) in given.places
    ]
    pairs = [(first, second) for first, second, *_ in wanted]
    endings = [Ending(*each) for each in plain_endings(wanted)]
    asked = Asked(pairs, endings, read_classes(given.folder))
    places = places_in(given.texts, asked)
    for pair in pairs:
        if given.places is not None:
            show(pair, places, asked)
            continue
        weights = model(pair, places, asked)
        print(*rows(pair, weights), sep="\n")
        print("/".join(pair), len(weights), "weights", file=sys.stderr)


if __name__ == "__main__":
    main()
