"""A passage that stands in a text twice, whatever its bullets, spaces and line ends.

Method: seed and extend, as in sequence alignment (Altschul et al., 1990, BLAST), on words. Every run of ``k`` words is
a seed; seeds that follow each other along both copies are chained, and a chain counts when it is long enough
and most of its words match. Cost: linear in the words, but for texts that repeat one phrase many times.
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaclint.checks import Context
from vaclint.diagnostics import Diagnostic, Related
from vaclint.rules import Rule

SEED = 5
MAX_SEEDS = 8  # how many earlier places of one seed are looked at


class Passage(NamedTuple):
    """Two ranges of word indexes with nearly the same words; ``first`` precedes ``second``."""

    first: range
    second: range
    matched: int


class _Chain:
    """Seeds that follow each other at nearly one distance; ends are exclusive word indexes."""

    __slots__ = ("a_end", "a_start", "b_end", "b_start", "matched")

    def __init__(self, first: int, second: int) -> None:
        self.a_start, self.b_start = first, second
        self.a_end, self.b_end = first + SEED, second + SEED
        self.matched = SEED

    def continues(self, first: int, second: int, max_gap: int) -> bool:
        """Whether a seed lies a little further along both copies."""
        skipped_a, skipped_b = first + SEED - self.a_end, second + SEED - self.b_end
        return 0 < skipped_a <= max_gap and 0 < skipped_b <= max_gap and first + SEED <= self.b_start

    def take(self, first: int, second: int) -> None:
        self.matched += min(SEED, second + SEED - self.b_end, first + SEED - self.a_end)
        self.a_end, self.b_end = first + SEED, second + SEED


def passages(words: list[str], *, min_words: int, min_ratio: float, max_gap: int) -> list[Passage]:
    """The maximal repeated passages among words, in order of their later place."""
    seen: dict[tuple[str, ...], list[int]] = {}
    active: list[_Chain] = []
    done: list[_Chain] = []
    reached = 0  # the end of the copy that reaches furthest
    for at, seed in enumerate(zip(*(words[shift:] for shift in range(SEED)), strict=False)):
        earlier = seen.get(seed)
        if earlier is None:
            seen[seed] = [at]
            continue
        if len(active) > MAX_SEEDS:  # those left behind can take no more seeds
            done += [chain for chain in active if at > chain.b_end + max_gap]
            active = [chain for chain in active if at <= chain.b_end + max_gap]
        for place in earlier:
            if place + SEED > at:
                continue
            chain = next((chain for chain in active if chain.continues(place, at, max_gap)), None)
            if chain is not None:
                chain.take(place, at)
                reached = at + SEED
                break
        else:
            # a seed that starts inside a copy only leads out of it
            if at >= reached and earlier[0] + SEED <= at:
                active.append(_Chain(earlier[0], at))
                reached = at + SEED
        if len(earlier) < MAX_SEEDS:
            earlier.append(at)
    kept: list[Passage] = []
    for chain in sorted(done + active, key=lambda chain: -chain.matched):
        length = max(chain.b_end - chain.b_start, chain.a_end - chain.a_start)
        taken = any(chain.b_start < other.second.stop and other.second.start < chain.b_end for other in kept)
        shorter = min(chain.b_end - chain.b_start, chain.a_end - chain.a_start)
        if shorter >= min_words and chain.matched >= min_ratio * length and not taken:
            kept.append(Passage(range(chain.a_start, chain.a_end), range(chain.b_start, chain.b_end), chain.matched))
    return sorted(kept, key=lambda passage: passage.second.start)


def check_passages(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic per repeated passage: its range is the later copy, the earlier one is related."""
    document = context.document
    for rule in rules:
        options = rule.options
        words = document.words
        for passage in passages(
            [word.text for word in words],
            min_words=options["min-words"],
            min_ratio=options["min-ratio"],
            max_gap=options["max-gap"],
        ):
            first = document.locate(words[passage.first.start].start, words[passage.first.stop - 1].end)
            second = document.locate(words[passage.second.start].start, words[passage.second.stop - 1].end)
            line = document.source.position(first.start).line
            last = document.source.position(first.end - 1).line
            yield context.found(
                rule,
                second,
                related=(Related(first, RELATED[context.message_language]),),
                properties={"words": len(passage.second), "matched": passage.matched},
                words=len(passage.second),
                lines=f"{line}–{last}" if last > line else str(line),
            )


RELATED = {"nl": "Hier staat de passage voor het eerst", "en": "The passage stands here first"}
