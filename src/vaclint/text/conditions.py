"""Which of many conditions a text fulfils, told by one pass over it.

A condition (``text.literals``) asks for one of some literals first; an Aho-Corasick automaton over
the literals of all conditions finds those that stand in a text at once, and what else a condition
asks for is told by operations on sets (the idea is that of Hyperscan, Wang et al., 2019).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick

from vaclint.text.literals import Condition, besides, is_met
from vaclint.text.named import NamedTuple

Places = list[tuple[int, int]]
"""Where literals stand: begins and ends."""


class Asking(NamedTuple):
    """A condition with literals of which one stands wherever it is fulfilled; none where there are
    no such.
    """

    asked: frozenset[str]
    condition: Condition


class Conditions:
    """Some conditions, by their index."""

    def __init__(self, given: Iterable[Asking], literals: Iterable[str]) -> None:
        """``literals`` are those of all conditions."""
        self._conditions: list[Condition] = []  # without what is asked for first
        self._always: list[int] = []
        owners: dict[str, list[int]] = {literal: [] for literal in literals}
        for at, (asked, condition) in enumerate(given):
            self._conditions.append(besides(condition, asked))
            for literal in asked:
                owners[literal].append(at)
            if not asked:
                self._always.append(at)
        self._literals = list(owners)
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(self._literals)

    def met_by(self, text: str) -> list[int]:
        """Those that a lower-case text fulfils, in order. Linear in the text."""
        matched = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return self._met({number for number, _, _ in matched})

    def met_in(self, text: str) -> Mapping[int, Places]:
        """The same with the places of the literals that each asks for first."""
        by_literal: dict[int, Places] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            by_literal.setdefault(number, []).append((start, end))
        places: dict[int, Places] = {at: [] for at in self._met(by_literal)}
        for number, found in by_literal.items():
            for at in self._owners[number]:
                if at in places:
                    places[at] += found
        return places

    def _met(self, numbers: Iterable[int]) -> list[int]:
        """The conditions that a text fulfils in which literals of some numbers stand."""
        literals, owners, conditions = self._literals, self._owners, self._conditions
        standing = {literals[number] for number in numbers}
        may = set(self._always).union(*[owners[number] for number in numbers])
        met = []
        for at in sorted(may):
            condition = conditions[at]
            if condition is None or is_met(condition, standing):
                met.append(at)
        return met
