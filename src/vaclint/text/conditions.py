"""Which of many conditions a text fulfils, told by one pass over it.

A condition (``text.literals``) asks for one of some literals; an Aho-Corasick automaton over the
literals of all conditions finds those that stand in a text at once, and what else a condition asks
for is told by operations on sets (the idea is that of Hyperscan, Wang et al., 2019). It is made
when enough text was seen: before, literals are looked for one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from vaclint.text.literals import Condition, asked, fulfils, held, is_met, literals_of
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

Places = list[tuple[int, int]]
"""Where literals stand: begins and ends."""


class _Index(NamedTuple):
    """The conditions by the literals that they ask for."""

    automaton: AhoCorasick
    literals: Sequence[str]
    owners: Sequence[Sequence[int]]
    """Of each literal the conditions that ask for it first."""
    always: Sequence[int]
    """The conditions that ask for nothing."""


class Conditions:
    """Some conditions, by their index."""

    def __init__(self, conditions: Iterable[Condition], few: int) -> None:
        """``few`` is the number of characters that are seen before the automaton is made."""
        self._conditions = tuple(conditions)
        self._few = few
        self._index: _Index | None = None

    def met_by(self, text: str) -> list[int]:
        """Those that a lower-case text fulfils, in order."""
        index = self._index_for(text)
        if index is None:
            has = held(text)
            return [at for at, each in enumerate(self._conditions) if fulfils(has, each)]
        matched = index.automaton.find_matches_as_indexes(text, overlapping=True)
        return self._met(index, {number for number, _, _ in matched})

    def met_in(self, text: str) -> Mapping[int, Places] | None:
        """The same with the places of the literals that each asks for first, none for one that asks
        for nothing; None before those are known.
        """
        index = self._index_for(text)
        if index is None:
            return None
        by_literal: dict[int, Places] = {}
        for number, start, end in index.automaton.find_matches_as_indexes(text, overlapping=True):
            by_literal.setdefault(number, []).append((start, end))
        places: dict[int, Places] = {at: [] for at in self._met(index, by_literal)}
        for number, found in by_literal.items():
            for at in index.owners[number]:
                if at in places:
                    places[at] += found
        return places

    def _met(self, index: _Index, numbers: Iterable[int]) -> list[int]:
        """The conditions that a text fulfils in which literals of some numbers stand."""
        _, literals, owners, always = index
        standing = {literals[number] for number in numbers}
        may = set(always).union(*(owners[number] for number in numbers))
        conditions = self._conditions
        return [at for at in sorted(may) if is_met(conditions[at], standing)]

    def _index_for(self, text: str) -> _Index | None:
        """The index, where it is worth it to have one."""
        if self._index is None:
            if self._few > 0:
                self._few -= len(text)
                return None
            self._index = self._indexed()
        return self._index

    def _indexed(self) -> _Index:
        from ahocorasick_rs import AhoCorasick

        owners: dict[str, list[int]] = {}
        always: list[int] = []
        for at, condition in enumerate(self._conditions):
            own = asked(condition)
            for literal in literals_of(condition):
                of_literal = owners.setdefault(literal, [])
                if literal in own:
                    of_literal.append(at)
            if not own:
                always.append(at)
        return _Index(AhoCorasick(list(owners)), list(owners), list(owners.values()), always)
