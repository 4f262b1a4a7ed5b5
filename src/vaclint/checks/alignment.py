"""Passages that stand twice among words, by seed and extend.

As in sequence alignment (Altschul et al., 1990, BLAST). Every run of three words is a seed, looked
up among the last places where it stood; seeds at one distance make segments, and segments that
follow each other in both copies are chained (collinear chaining, as in Myers and Miller, 1995); the
gaps in a chain and its ends are then aligned word by word. A chain counts when it is long enough
and most of its words match. Cost: linear in the words, times the few places looked at for each
seed, for text as people write it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from itertools import count as counting

from vaclint.text.named import NamedTuple

SEED = 3
PLACES = 4
"""How many earlier places of one seed are looked at, the nearest first."""
NEAR = 4
"""Over how many words that differ a segment goes on; over more, segments are chained, since one at
another distance may stand there.
"""
WINDOW = 32
"""How many segments before one are looked at to chain it to: text that says the same over and over
has them at every distance.
"""
BACK = 200
"""How many words before a seed are compared."""
LARGE = 50_000
"""From so many words on, seeds that stand in a text once are told beforehand."""
BUCKETS = 4
"""So many remainders for each word of a large text."""
ROOM = 4_096
"""From so many segments on, those that are far behind are set aside."""
DRIFT = 0.3
"""What a word of change in the distance between the copies costs a chain, in words that match."""
LONG = 60
"""From this many words on, a copy may differ more."""
DROP = 4
"""An end is extended over changed words until so many more differ than match."""


class Difference(NamedTuple):
    """Words that one copy has and the other has not, as ranges of word indexes; one of them may be
    empty.
    """

    first: range
    second: range


class Passage(NamedTuple):
    """Two ranges of word indexes with nearly the same words; ``first`` precedes ``second``."""

    first: range
    second: range
    matched: int
    differences: tuple[Difference, ...] = ()

    @property
    def similarity(self) -> float:
        """The share of the longer copy's words that match."""
        return self.matched / max(len(self.first), len(self.second))


_Run = tuple[int, int, int]
"""Equal words: the first place, the second place, how many."""


class _Segment:
    """Seeds at one distance that are still being added to, as runs of equal words, none overlapping
    its own copy.

    A text that repeats itself has very many of one run, so that the last run is kept flat.
    """

    __slots__ = ("a", "b", "earlier", "end", "first_b", "length", "number")

    def __init__(self, number: int, first: int, second: int, length: int) -> None:
        self.number = number  # among all segments
        self.a, self.b, self.length = first, second, length  # the last run
        self.earlier: list[_Run] | None = None  # the runs before it
        self.first_b = second  # the later place of the first run
        self.end = second + length  # where its later copy ends

    def take(self, first: int, second: int) -> None:
        """Add a seed: it lengthens the last run, or begins a new one behind it."""
        if second <= self.b + self.length:
            self.length = second + SEED - self.b
        else:
            if self.earlier is None:
                self.earlier = []
            self.earlier.append((self.a, self.b, self.length))
            self.a, self.b, self.length = first, second, SEED
        self.end = second + SEED


class _Segments:
    """All segments, in order of the seed that began them: the last run of each as a row of numbers,
    and the runs before it of the few that have more. A text that repeats itself has millions.
    """

    def __init__(self) -> None:
        self.a, self.b, self.length = array("i"), array("i"), array("i")
        self.earlier: dict[int, list[_Run]] = {}

    def __len__(self) -> int:
        return len(self.a)

    def begin(self, first: int, second: int, length: int) -> _Segment:
        """A new segment of one run."""
        segment = _Segment(len(self), first, second, length)
        self.a.append(first)
        self.b.append(second)
        self.length.append(length)
        return segment

    def keep(self, segment: _Segment) -> None:
        """Note a segment to which nothing is added any more."""
        number = segment.number
        self.a[number], self.b[number] = segment.a, segment.b
        self.length[number] = segment.length
        if segment.earlier:
            self.earlier[number] = segment.earlier

    def first(self, number: int) -> tuple[int, int]:
        """The two places where the first run of a segment begins."""
        if number in self.earlier:
            return self.earlier[number][0][:2]
        return self.a[number], self.b[number]

    def runs(self, number: int) -> list[_Run]:
        """All runs of a segment in order."""
        last = (self.a[number], self.b[number], self.length[number])
        return [*self.earlier.get(number, ()), last]

    def weight(self, number: int) -> int:
        """How many words of a segment match."""
        if number in self.earlier:
            return sum(run[2] for run in self.runs(number))
        return self.length[number]

    def in_order(self, words: int) -> array[int]:
        """The segments in order of their first later place; ``words`` is more than any place.
        Counted and put in place, for a list of that many numbers takes a hundred megabytes.
        """
        firsts = array("i", self.b)
        for number, runs in self.earlier.items():
            firsts[number] = runs[0][1]
        at = array("i", bytes(4 * (words + 1)))
        for first in firsts:
            at[first + 1] += 1
        at = array("i", accumulate(at))
        ordered = array("i", bytes(4 * len(self)))
        for number, first in enumerate(firsts):
            ordered[at[first]] = number
            at[first] += 1
        return ordered


def passages(
    texts: Iterable[str], *, min_words: int, min_ratio: float, max_gap: int
) -> list[Passage]:
    """The maximal repeated passages among words, in order of their later place; none overlaps
    another's later place. ``texts`` is gone through three times.
    """
    words = _numbered(texts)
    segments = _segments(words, max(words, default=0) + 2)
    chains = _chains(segments, len(words), max_gap, 0.5 * min_words)
    found = [
        (passage._replace(differences=()), _flat(passage.differences))
        for runs in chains
        if (passage := _passage(words, runs, min_words, min_ratio, max_gap))
    ]
    found.sort(key=lambda each: (-each[0].matched, -each[0].first.start))
    kept: list[tuple[Passage, array[int]]] = []  # in order of their place
    for each in found:
        second = each[0].second
        at = bisect_left(kept, second.start, key=lambda other: other[0].second.start)
        if (at == 0 or kept[at - 1][0].second.stop <= second.start) and (
            at == len(kept) or second.stop <= kept[at][0].second.start
        ):
            kept.insert(at, each)
    return [passage._replace(differences=_differences(flat)) for passage, flat in kept]


def _numbered(texts: Iterable[str]) -> array[int]:
    """The words as numbers, equal words as the same one. In a large text a word alone with its
    remainder stands there once, and need not be kept: where all words differ that saves nine tenths
    of the memory.
    """
    counted = counting()
    numbers: defaultdict[str, int] = defaultdict(counted.__next__)
    size = sum(1 for _ in texts)
    if size <= LARGE:
        return array("i", map(numbers.__getitem__, texts))
    seen, again = bytearray(BUCKETS * size), bytearray(BUCKETS * size)
    for text in texts:
        bucket = hash(text) % len(seen)
        again[bucket] |= seen[bucket]
        seen[bucket] = True
    del seen
    return array(
        "i",
        (numbers[text] if again[hash(text) % len(again)] else next(counted) for text in texts),
    )


def _flat(differences: Sequence[Difference]) -> array[int]:
    """Differences as four numbers each: of ten passages that are found one is kept."""
    return array(
        "i", [edge for pair in differences for each in pair for edge in (each.start, each.stop)]
    )


def _differences(flat: array[int]) -> tuple[Difference, ...]:
    """The differences that ``_flat`` made flat."""
    edges = iter(flat)
    return tuple(
        Difference(range(a, b), range(c, d))
        for a, b, c, d in zip(edges, edges, edges, edges, strict=True)
    )


def _passage(
    words: Sequence[int],
    runs: list[_Run],
    min_words: int,
    min_ratio: float,
    max_gap: int,
) -> Passage | None:
    """The passage that a chain makes, or None where it is too short or too different; what cannot
    count is not aligned.
    """
    outline, gaps = _outline(words, runs, max_gap)
    if min(len(outline.first), len(outline.second)) < min_words:
        return None
    most = [_common(words, first, second) for first, second in gaps]
    if not _counts(outline._replace(matched=outline.matched + sum(most)), min_words, min_ratio):
        return None
    passage = _aligned(words, outline, gaps, most)
    return passage if _counts(passage, min_words, min_ratio) else None


def _counts(passage: Passage, min_words: int, min_ratio: float) -> bool:
    shorter = min(len(passage.first), len(passage.second))
    ratio = min_ratio if shorter < LONG else min_ratio - 0.1
    return shorter >= min_words and passage.similarity >= ratio


def _segments(ids: Sequence[int], base: int) -> _Segments:
    """The segments; ``ids`` are the words as numbers below ``base``. The places of a seed are kept
    as a linked list in one array.
    """
    last: dict[int, int] = {}
    may_repeat = _may_repeat(ids, base) if len(ids) > LARGE else None
    places = _again(ids) if may_repeat is None else range(len(ids) - SEED + 1)
    following = 0
    before = array("i", bytes(4 * len(ids)))
    growing: dict[int, _Segment] = {}  # by distance
    room = ROOM
    active: list[_Segment] = []  # those that reach the word before the seed's last
    found = _Segments()
    for at in places:
        if at != following:  # a seed that stands in the text once
            active = []
        following = at + 1
        seed = (ids[at] * base + ids[at + 1]) * base + ids[at + 2]
        place = last.get(seed, -1)
        if may_repeat is None or may_repeat[seed % len(may_repeat)]:
            last[seed] = at
        before[at] = place
        if place < 0:
            if active:
                active = []
            continue
        kept = []
        for segment in active:  # however many places lie nearer
            reach = segment.a + segment.length
            if ids[reach] == ids[at + 2] and reach < segment.first_b:
                segment.take(at - segment.b + segment.a, at)
                kept.append(segment)
        active = kept
        tried = 0
        while place >= 0 and tried < PLACES:
            if place + SEED <= at:
                old = growing.get(at - place)
                if old is None or at > old.end + NEAR or place >= old.first_b:
                    if old is not None:
                        found.keep(old)
                    run = _backward(ids, place, at, old.end if old else 0)
                    growing[at - place] = segment = found.begin(*run)
                    active.append(segment)
                elif old.end < at + SEED and place + SEED <= old.first_b:
                    # the earlier copy ends where its own later copy begins
                    old.take(place, at)
                    active.append(old)
            place = before[place]
            tried += 1
        if len(growing) > room:
            growing = _still_growing(growing, at, found)
            room = max(ROOM, 2 * len(growing))
    for segment in growing.values():
        found.keep(segment)
    return found


def _again(ids: Sequence[int]) -> list[int]:
    """The places of the seeds that stand in the words more than once: most stand there once."""
    seeds = [*zip(ids, ids[1:], ids[2:], strict=False)]
    times = Counter(seeds)
    if len(times) == len(seeds):
        return []
    return [at for at, seed in enumerate(seeds) if times[seed] > 1]


def _may_repeat(ids: Sequence[int], base: int) -> bytearray:
    """Of each remainder of a seed whether more than one seed has it: a seed alone with its own
    stands in the text once, and need not be kept. In a large text that saves half of the memory.
    """
    size = BUCKETS * len(ids) + 1
    seen, again = bytearray(size), bytearray(size)
    for at in range(len(ids) - SEED + 1):
        bucket = ((ids[at] * base + ids[at + 1]) * base + ids[at + 2]) % size
        again[bucket] |= seen[bucket]
        seen[bucket] = True
    return again


def _still_growing(growing: dict[int, _Segment], at: int, found: _Segments) -> dict[int, _Segment]:
    """The segments that a seed from ``at`` on may be added to, or compared with; the others are
    kept.
    """
    near = {}
    for distance, segment in growing.items():
        if segment.end > at - BACK:
            near[distance] = segment
        else:
            found.keep(segment)
    return near


def _backward(ids: Sequence[int], first: int, second: int, least: int) -> tuple[int, int, int]:
    """A seed with the equal words before it, not before ``least``: there are some where this
    distance was not among the places tried.
    """
    length, most = SEED, min(first, second - first - SEED, second - least, BACK)
    while length < SEED + most and ids[first - 1] == ids[second - 1]:
        first, second, length = first - 1, second - 1, length + 1
    return first, second, length


class _Link(NamedTuple):
    """A segment to which others may be chained."""

    number: int
    reach: int
    """Where its earlier copy ends."""
    end: int
    """Where its later copy ends."""
    begin: int
    """Where the later copy of the best chain begins that ends with it."""


def _chains(segments: _Segments, words: int, max_gap: int, least: float) -> Iterator[list[_Run]]:
    """The best chains of segments that follow each other in both copies, as their runs (collinear
    chaining, scored by words that match less a part of the change of distance). Every segment is in
    one chain at most.
    """
    ordered = segments.in_order(words)
    scores = array("d", bytes(8 * len(segments)))  # of the best chain that ends with a segment
    back = array("i", bytes(4 * len(segments)))  # the segment before it in that chain, or -1
    window: list[_Link] = []
    for number in ordered:
        first, second = segments.first(number)
        reach = segments.a[number] + segments.length[number]
        end = segments.b[number] + segments.length[number]
        weight = segments.weight(number)
        best: float = weight
        before, begin = -1, second
        window = [link for link in window[-WINDOW:] if second - link.end <= max_gap]
        for link in window:
            skipped_a, skipped_b = first - link.reach, second - link.end
            if not (-SEED < skipped_a <= max_gap and skipped_b > -SEED) or reach > link.begin:
                continue
            score = (
                scores[link.number]
                + weight
                - DRIFT * abs(skipped_a - skipped_b)
                + min(0, skipped_a, skipped_b)
            )
            if score > best:
                best, before, begin = score, link.number, link.begin
        scores[number], back[number] = best, before
        window.append(_Link(number, reach, end, begin))
    used = bytearray(len(segments))
    enough = [number for number in ordered if scores[number] >= least]
    for number in sorted(enough, key=lambda number: -scores[number]):
        runs: list[_Run] = []
        while number >= 0 and not used[number]:
            used[number] = True
            runs = segments.runs(number) + runs
            number = back[number]
        if sum(run[2] for run in runs) >= least:
            yield runs


def _outline(
    words: Sequence[int], runs: list[_Run], max_gap: int
) -> tuple[Passage, list[tuple[range, range]]]:
    """A chain with its ends extended, and its gaps, which are not aligned yet: what matches in them
    is not in ``matched``.
    """
    first_a, first_b, _ = runs[0]
    last_a, last_b, length = runs[-1]
    end_a, end_b = last_a + length, last_b + length
    back = _reach(words, first_a, first_b, -1, min(max_gap, first_a, first_b - end_a))
    ahead = _reach(words, end_a, end_b, 1, min(max_gap, len(words) - end_b, first_b - back - end_a))
    start_a, start_b = first_a - back, first_b - back
    pieces = [(start_a, start_b, 0), *runs, (end_a + ahead, end_b + ahead, 0)]
    matched = 0
    gaps: list[tuple[range, range]] = []
    a, b = start_a, start_b
    for piece_a, piece_b, piece_length in pieces:
        skip = max(0, a - piece_a, b - piece_b)  # where two runs overlap in one of the copies
        if skip >= piece_length > 0:
            continue
        run_a, run_b, length = piece_a + skip, piece_b + skip, max(0, piece_length - skip)
        if run_a > a or run_b > b:
            gaps.append((range(a, max(a, run_a)), range(b, max(b, run_b))))
        matched += length
        a, b = run_a + length, run_b + length
    return Passage(range(start_a, a), range(start_b, b), matched), gaps


def _common(words: Sequence[int], first: range, second: range) -> int:
    """The most words that can match between two runs: those of either gap that stand in the other
    too.
    """
    here, there = words[first.start : first.stop], words[second.start : second.stop]
    both = set(here).intersection(there)
    return (
        min(sum(word in both for word in here), sum(word in both for word in there)) if both else 0
    )


def _aligned(
    words: Sequence[int], outline: Passage, gaps: list[tuple[range, range]], most: list[int]
) -> Passage:
    """An outlined passage with its gaps aligned word by word; ``most`` is how many words of each
    can match.
    """
    matched = outline.matched
    differences: list[Difference] = []
    for (first, second), common in zip(gaps, most, strict=True):
        same, differ = (
            _differing(words, first, second) if common else (0, [Difference(first, second)])
        )
        matched += same
        differences += differ
    return Passage(outline.first, outline.second, matched, tuple(differences))


def _reach(words: Sequence[int], a: int, b: int, step: int, most: int) -> int:
    """How many words beyond an end, at most ``most``, still belong to both copies, over words that
    differ (Altschul's drop-off).
    """
    best = score = 0
    for count in range(1, most + 1):
        same = (
            words[a + count - 1] == words[b + count - 1]
            if step > 0
            else words[a - count] == words[b - count]
        )
        score += 1 if same else -1
        if same and score > 0:
            best = count
        if score <= -DROP:
            break
    return best


def _differing(words: Sequence[int], first: range, second: range) -> tuple[int, list[Difference]]:
    """How many words match between two runs, and what differs."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(
        None, words[first.start : first.stop], words[second.start : second.stop], autojunk=False
    )
    matched = 0
    differences = []
    for tag, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if tag == "equal":
            matched += a_to - a_from
        else:
            differences.append(
                Difference(
                    range(first.start + a_from, first.start + a_to),
                    range(second.start + b_from, second.start + b_to),
                )
            )
    return matched, differences
