"""Near-identical texts among thousands, without comparing every pair.

Method: the three-word shingles of a text are hashed, and those below a fixed bound are its sketch
(resemblance of documents, Broder 1997; a bound instead of a fixed number, as in FracMinHash, Irber
et al. 2022). The share of values that two sketches have in common estimates that of the texts.
Values of many texts are an organisation's standing text and do not count, unless a text holds
little else. Candidates come from an inverted index on the smallest values of each sketch. Cost:
linear in the words, and in the texts times ``KEYS``.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice

from vaclint.model.blocks import Span
from vaclint.model.digest import blake2b
from vaclint.model.document import Document
from vaclint.model.sketch import Sketch, Stretch
from vaclint.text.named import NamedTuple

SHINGLE = 3
BOUND = (1 << 64) // 2
"""One in two hash values is kept: some two hundred of a vacancy."""
CUT = 16
"""So many bits of a value are left out where it is one of a table: 48 tell texts apart."""
KEYS = 64
"""How many of a text's smallest values look for candidates."""
STANDING = 6
"""A value of few texts says as much as so many values of many."""
VOTES = 12
"""Texts with less in common are not compared."""
MANY = 3
"""A value in more texts than this is standing text."""
PAIRS = 8
"""A value in more texts than this makes candidates of neighbours only."""
OWN = 0.2
"""A text with a smaller share of its own is compared as a whole: a vacancy posted in many places is
no standing text.
"""
STRICTER = 0.05
"""How much more alike such texts must be."""
LOOSER = 0.15
"""How much less alike the own text of two files may be than the whole: it is shorter, and its
estimate less certain.
"""
LEAST = 8
"""Sketches with fewer values say too little."""
SHARES = 8
"""Into so many parts the values of all texts are divided where they are sorted."""
LONG_BLOCK = 25
"""Blocks of so many words can be passages that a few texts share."""
_MASK = (1 << 64) - 1


class Match(NamedTuple):
    """Two near-identical texts, and the estimated share of shingles that they have in common."""

    first: str
    second: str
    similarity: float


@lru_cache(1 << 13)
def _hash(word: str) -> int:
    """The hash of a word."""
    return int.from_bytes(
        blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def sketch_of(document: Document, *, whole: bool = False) -> Sketch:
    """The sketch of a text, with ``whole`` of all its hash values. Linear in its words."""
    source = document.source
    bound = _MASK + 1 if whole else BOUND

    def passage(span: Span, words: list[int]) -> Stretch:
        line = source.lines[source.line_index(span.start)]
        value = _mixed(sum(value * (2 * at + 1) for at, value in enumerate(words)))
        place = source.position(span.start), source.position(span.end)
        return Stretch(
            value,
            len(words),
            place,
            source.text[span.start : span.end],
            source.text[line.start : line.end],
        )

    hashed = [
        (block, [_hash(word) for word in document.words_in(block)])
        for block in document.blocks
        if not block.front_matter
    ]
    hashes = [value for _, words in hashed for value in words]
    kept = set()
    for a, b, c in zip(hashes, islice(hashes, 1, None), islice(hashes, 2, None), strict=False):
        value = _mixed(a * 3 + b * 5 + c * 7)
        if value < bound:
            kept.add(value)
    passages = tuple(
        passage(block.whole, words) for block, words in hashed if len(words) >= LONG_BLOCK
    )
    return Sketch(
        source.path,
        document.language,
        array("Q", sorted(kept)),
        passage(document.headline, []),
        passages,
    )


def shortened(values: Iterable[int]) -> list[int]:
    """The values of a sketch as those of a table, in the same order, below ``2**48``."""
    return [value >> CUT for value in values]


def _mixed(value: int) -> int:
    """All bits of a value spread over 64 (the finaliser of SplitMix64, Steele et al. 2014)."""
    value &= _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


def matches(sketches: Sequence[Sketch], least: float) -> Iterator[Match]:
    """Each text, in the order given, that is near-identical to one before it, with the one most
    like it.

    ``least`` is the share of shingles in common from which two texts are near-identical.
    """
    index = _index(sketches)
    partners = {
        number: [earlier for earlier, count in counts.items() if count >= VOTES]
        for number, sketch in enumerate(sketches)
        if (counts := _votes(number, sketch, index))
    }
    wanted = {
        value for later, earlier in partners.items() if earlier for value in sketches[later].values
    }
    often = {value for value, count in _counted(sketches, wanted).items() if count > MANY}
    for later in sorted(partners):
        best = max(
            (
                (_similarity(sketches[earlier], sketches[later], often, least), -earlier)
                for earlier in partners[later]
            ),
            default=(0.0, 0),
        )
        if best[0] >= least:
            yield Match(sketches[-best[1]].path, sketches[later].path, best[0])


def _keys(sketch: Sketch) -> Sequence[int]:
    """The values that look for candidates."""
    return sketch.values[:KEYS] if len(sketch.values) >= LEAST else ()


def _index(sketches: Sequence[Sketch]) -> dict[int, array[int]]:
    """The numbers of the texts in which a key stands, in order, for the keys of several texts: most
    are those of one, and would take ten times the room.
    """
    keys = array("Q")
    for sketch in sketches:
        keys.extend(_keys(sketch))
    index = {value: array("L") for value in _several(keys)}
    del keys
    for number, sketch in enumerate(sketches):
        for value in _keys(sketch):
            if value in index:
                index[value].append(number)
    return index


def _several(values: array[int]) -> Iterator[int]:
    """The values that are there more than once; only a share of all is sorted at a time."""
    for share in range(SHARES):
        ordered = sorted(value for value in values if value % SHARES == share)
        for value, same in groupby(ordered):
            if sum(1 for _ in same) > 1:
                yield value


def _votes(number: int, sketch: Sketch, index: Mapping[int, Sequence[int]]) -> Counter[int]:
    """How much the texts before a text have in common with it, by their numbers."""
    votes: Counter[int] = Counter()
    for value in _keys(sketch):
        numbers = index.get(value, ())
        at = bisect_left(numbers, number)
        if len(numbers) > PAIRS:
            if at:
                votes[numbers[at - 1]] += 1
        else:
            for earlier in numbers[:at]:
                votes[earlier] += STANDING
    return votes


def _counted(sketches: Sequence[Sketch], wanted: set[int]) -> Counter[int]:
    """In how many texts each wanted value stands."""
    counts: Counter[int] = Counter()
    for sketch in sketches:
        counts.update(wanted.intersection(sketch.values))
    return counts


def _similarity(first: Sketch, second: Sketch, often: set[int], least: float) -> float:
    """The share of shingles in common, or 0 when what is the texts' own is not alike."""
    if first.language != second.language:
        return 0.0
    a, b = set(first.values), set(second.values)
    own_a, own_b = a - often, b - often
    if min(len(own_a) / len(a), len(own_b) / len(b)) < OWN or min(len(own_a), len(own_b)) < LEAST:
        whole = _in_common(a, b)
        return whole if whole >= least + STRICTER else 0.0
    return _in_common(a, b) if _in_common(own_a, own_b) >= least - LOOSER else 0.0


def _in_common(a: set[int], b: set[int]) -> float:
    """The share of the longer text's shingles that the other has."""
    return len(a & b) / max(len(a), len(b))


def shared_passages(
    sketches: Sequence[Sketch], most: int
) -> Iterator[tuple[Sketch, Stretch, Sketch, Stretch]]:
    """The long blocks that 2 to ``most`` texts have word for word: the later text's, with the
    earlier one's.
    """
    values = array("Q", (passage.value for sketch in sketches for passage in sketch.passages))
    several = set(_several(values))
    where: Mapping[int, list[tuple[Sketch, Stretch]]] = defaultdict(list)
    for sketch in sketches:
        for passage in sketch.passages:
            if passage.value in several:
                where[passage.value].append((sketch, passage))
    for places in where.values():
        if 2 <= len({sketch.path for sketch, _ in places}) <= most:
            (first, one), *others = places
            for sketch, passage in others:
                if sketch.path != first.path:
                    yield sketch, passage, first, one
