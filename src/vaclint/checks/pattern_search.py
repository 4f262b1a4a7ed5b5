"""The search for what rules of patterns look for in one block, and one gate before it.

Of all alternatives of all shipped rules the gate tells by one pass over a block which may match
there: each asks for one of some literals (``text.literals``), and an Aho-Corasick automaton finds
those of all of them at once (the idea is that of Hyperscan, Wang et al., 2019).
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import regex

from vaclint.checks.places import Range, sentence_at
from vaclint.model.blocks import Block
from vaclint.model.document import Document
from vaclint.rulebook.rule import Rule
from vaclint.text.branches import Near, Searched, matches
from vaclint.text.literals import Condition, Reach, asked, besides, fulfils, held, is_folded, reach
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, source_of
from vaclint.text.remembered import Memory

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from vaclint.languages.resources import Resources

CUED = "cued"
"""The group of a pattern that counts only behind what ``after`` matches."""
REMARK = "remark"
"""The group of a pattern that makes a match a remark; also the key with the pattern of sentences
that do, and the further message for both.
"""
DEMAND = "demand"
"""The group of a pattern that is a demand whatever its sentence says, and never a remark."""
ALWAYS = "always"
"""The group of a pattern that ``unless`` does not except."""
AROUND = 100
"""So many characters before and behind a match can lift it."""


BEFORE = 400
"""So many characters before a match are looked at for its cue, so that a long sentence stays
linear.
"""


class Patterns(NamedTuple):
    """What a rule looks for in one language; an empty pattern is none."""

    pattern: str
    unless: str
    """Excepts the sentence it is found in."""
    after: str
    """Must match right before a match in which the group ``cued`` took part."""
    needs: tuple[str, ...]
    """Lower-case literals, one of which stands in every block with a match; none when that is not
    known.
    """
    remark: str = ""
    """Makes a match a remark in a sentence that it is found in."""
    lifted_before: str = ""
    """What lifts a demand right before a match, in its sentence."""
    lifted_behind: str = ""
    """What lifts it right behind a match, also in the sentence after."""
    condition: Condition = None
    """What a block with a match holds, as far as the pattern itself says; see ``text.literals``."""
    branches: bytes = b""
    """The alternatives of the pattern, each with what it needs, where it is taken apart: tried are
    those that a block may match. They are most of what is known of all rules and few are asked for
    in one text, and so stay packed until then; see ``unpacked``.
    """


_Branches = tuple[tuple[regex.Pattern[str], Condition], ...]


class Search(NamedTuple):
    """The patterns of one language, ready to run."""

    branches: _Branches
    unless: regex.Pattern[str] | None
    after: regex.Pattern[str] | None
    remark: regex.Pattern[str] | None
    before: regex.Pattern[str] | None
    behind: regex.Pattern[str] | None
    timeout: float | None


Match = tuple[regex.Match[str], bool]
"""A match in a block, and whether it is a remark."""
Found = tuple[tuple[str, tuple[Match, ...]], ...]
"""What was found in a block, by the code of the rule."""


def ready(rule: Rule, patterns: Patterns, time_limit: float) -> Search:
    """What a rule looks for, compiled when it is first tried."""
    make = regex.compile if rule.own else lazy
    given = patterns.branches, patterns.pattern, flags_of(rule, "pattern")
    return Search(
        _branches(make, *given) if rule.own else _shipped_branches(*given),
        make(patterns.unless, flags_of(rule, "unless")) if patterns.unless else None,
        make(patterns.after, flags_of(rule, "after")) if patterns.after else None,
        make(patterns.remark, flags_of(rule, REMARK)) if patterns.remark else None,
        lazy(patterns.lifted_before, regex.IGNORECASE) if patterns.lifted_before else None,
        lazy(patterns.lifted_behind, regex.IGNORECASE) if patterns.lifted_behind else None,
        time_limit if rule.own else None,
    )


def _branches(
    make: Callable[[str, int], regex.Pattern[str]], packed: bytes, pattern: str, flags: int
) -> _Branches:
    """The alternatives of a pattern, or the only one, each with what it needs."""
    each = unpacked(packed) or ((pattern, None),)
    return tuple((make(branch, flags), needs) for branch, needs in each)


_shipped_branches = lru_cache(256)(partial(_branches, lazy))


@lru_cache(256)
def unpacked(branches: bytes) -> tuple[tuple[str, Condition], ...]:
    """The alternatives of a pattern, each with what it needs; none for one that stays whole."""
    return marshal.loads(branches) if branches else ()


def flags_of(rule: Rule, name: str) -> int:
    """The flags of a pattern that a key of a rule holds."""
    minds_case = name == "pattern" and rule.data.get("case", False)
    return 0 if minds_case else regex.IGNORECASE


def in_block(
    document: Document, search: Search, may: Sequence[Searched], block: Block
) -> tuple[Match, ...]:
    """The matches in a block of those alternatives that it may match, which depend on nothing but
    its text. Raises TimeoutError for a pattern of a user's own.
    """
    sentences: dict[int, bool] = {}
    remarks: dict[int, bool] = {}
    return tuple(
        (match, _is_remark(document, search, block, match, remarks))
        for match in matches(may, block.text, search.timeout)
        if match.start() < match.end()
        and not _is_excepted(document, search, block, match, sentences)
    )


SEARCHED = 2_000
"""What was found in so many blocks is remembered, and at most in twice as many."""
SELECTIONS = 50
"""For so many selections of rules and languages."""
FEW = 30_000
"""In so many characters the literals are looked for one by one: it takes as long as to make what
finds them all at once.
"""


def _gates(_resources: Resources) -> Memory[Gate]:
    return Memory(SELECTIONS)


def gate_of(resources: Resources, rules: Sequence[Rule], language: str) -> Gate:
    """The gate of some shipped rules in a language, made once for a selection of them."""
    key = language, *(rule.code for rule in rules)
    return resources.once(_gates).given(key, Gate, rules, language)


def looks_at(rule: Rule, text: str) -> bool:
    """Whether a rule looks at a text so long."""
    return len(text) <= LINE_MOST or not rule.data.get(LINE)


class _Wanted(NamedTuple):
    """A rule with what it looks for in one language."""

    rule: Rule
    patterns: Patterns
    needs: frozenset[str]

    def may_be_in(self, text: str, has: Callable[[str], bool]) -> bool:
        """Whether the rule looks at a block, by its lower-case text and which literals that has."""
        if not looks_at(self.rule, text):
            return False
        return not self.needs or any(map(has, self.needs))


_Opened = tuple[int, "Sequence[Searched]"]
"""The index of a rule that may match in a block, with those of its alternatives that may."""
_NOWHERE: list[tuple[int, int]] = []
"""The places of an alternative that is searched for in the whole text."""


_Owner = tuple[int, int]
"""The index of a rule and of an alternative of it."""


class _Index(NamedTuple):
    """The alternatives of rules by the literals that they ask for."""

    automaton: AhoCorasick
    owners: Sequence[Sequence[_Owner]]
    """Of each literal."""
    always: Sequence[_Owner]
    """Those that ask for nothing."""
    asking: dict[_Owner, tuple[bool, Condition]]
    """Of each whether its literals stand in a match or beside it, and what else it asks for."""


LONG_TEXT = 500
"""In a text of more characters a pattern is searched for near its literals."""
WIDE = 300
"""A pattern that goes further is searched for in the whole text."""


LINE, LINE_MOST = "line", 80
"""The key of a rule that looks at lines only, and the characters of one at most."""


@lru_cache(2_048)
def _reach_of(branch: str) -> Reach | None:
    """How far a match of an alternative goes, where it is not too far."""
    found = None if r"\K" in branch else reach(branch)
    return found if found is not None and sum(found) <= WIDE else None


class Gate:
    """What some shipped rules find in the blocks of one language."""

    def __init__(self, rules: Iterable[Rule], language: str) -> None:
        self._wanted = [
            _Wanted(rule, patterns, frozenset(patterns.needs))
            for rule in rules
            if rule.speaks(language) and (patterns := patterns_in(rule, language)) is not None
        ]
        self._ready: dict[int, Search] = {}
        self._blocks = Memory[Found](SEARCHED)
        self._looked = 0
        self._index: _Index | None = None

    def found(self, document: Document, block: Block) -> Found:
        """What the rules find in a block, in their order."""
        return self._blocks.given(block.text, self._found, document, block)

    def _found(self, document: Document, block: Block) -> Found:
        text = document.lowered(block)
        if is_folded(text) or self._looked < FEW:
            self._looked += len(text)
            opened = self._all(text)
        else:
            opened = self._opened(text)
        found = []
        for at, may in opened:
            if matched := in_block(document, self._search(at), may, block) if may else ():
                found.append((self._wanted[at].rule.code, matched))
        return tuple(found)

    def _search(self, at: int) -> Search:
        """What a rule looks for, made ready once."""
        if at not in self._ready:
            wanted = self._wanted[at]
            self._ready[at] = ready(wanted.rule, wanted.patterns, 0.0)
        return self._ready[at]

    def _all(self, text: str) -> Iterator[_Opened]:
        """The rules that may match in a lower-case text, told by looking for each literal."""
        has_all, has = is_folded(text), held(text)
        for at, wanted in enumerate(self._wanted):
            condition = wanted.patterns.condition
            if wanted.may_be_in(text, has) and (has_all or fulfils(has, condition)):
                branches = self._search(at).branches
                yield at, [each for each, needs in branches if has_all or fulfils(has, needs)]

    def _opened(self, text: str) -> Iterator[_Opened]:
        """The same, told by one pass over the text."""
        if self._index is None:
            self._index = self._indexed()
        automaton, owners, always, asking = self._index
        matched = automaton.find_matches_as_indexes(text, overlapping=True)
        places: dict[_Owner, list[tuple[int, int]]] = {each: [] for each in always}
        if is_long := len(text) > LONG_TEXT:
            for index, start, end in matched:
                for owner in owners[index]:
                    places.setdefault(owner, []).append((start, end))
        else:
            for index in {index for index, _, _ in matched}:
                places |= dict.fromkeys(owners[index], _NOWHERE)
        may: dict[int, list[Searched]] = defaultdict(list)
        has = held(text)
        for owner in sorted(places):
            at, number = owner
            is_near, rest = asking[owner]
            if not fulfils(has, rest) or not self._wanted[at].may_be_in(text, has):
                continue
            pattern = self._search(at).branches[number][0]
            reached = _reach_of(source_of(pattern)[0]) if is_near and is_long else None
            may[at].append(pattern if reached is None else Near(pattern, reached, places[owner]))
        yield from may.items()

    def _indexed(self) -> _Index:
        from ahocorasick_rs import AhoCorasick

        owners: dict[str, list[_Owner]] = defaultdict(list)
        always: list[_Owner] = []
        asking: dict[_Owner, tuple[bool, Condition]] = {}
        for at, (_, patterns, needs) in enumerate(self._wanted):
            branches = unpacked(patterns.branches) or (("", patterns.condition),)
            for number, (_, condition) in enumerate(branches):
                own = asked(condition)
                literals = own or needs
                asking[at, number] = bool(own), besides(condition, own)
                for literal in literals:
                    owners[literal].append((at, number))
                if not literals:
                    always.append((at, number))
        return _Index(AhoCorasick(list(owners)), list(owners.values()), always, asking)


def patterns_in(rule: Rule, language: str) -> Patterns | None:
    """What a rule looks for in a language; None for nothing."""
    by_language = rule.prepared["patterns"]
    plain = by_language.get(language) or by_language.get("")
    return Patterns._make(plain) if plain else None


def _is_excepted(
    document: Document,
    search: Search,
    block: Block,
    match: regex.Match[str],
    sentences: dict[int, bool],
) -> bool:
    """Whether the sentence of a match excepts it, or its group ``cued`` lacks before it what must
    stand there. ``sentences`` are those of the block that were looked at, by their start.
    """
    if is_lifted(document, search, block, match.start(), match.end()):
        return True
    if search.unless is None and search.after is None:
        return False
    text, timeout = block.text, search.timeout
    at = match.start()
    start, end = sentence_at(document, block, at)
    if search.after is not None and match.groupdict().get(CUED):
        near = max(start, at - BEFORE)
        is_cued = search.after.search(text, near, at, timeout=timeout) is not None
        if not is_cued:
            return True
    if search.unless is None or match.groupdict().get(ALWAYS):
        return False
    return is_found_in(search, search.unless, block, (start, end), sentences)


def is_lifted(document: Document, search: Search, block: Block, start: int, end: int) -> bool:
    """Whether the words around a demand say that it is none."""
    text = block.text
    if search.behind is not None and search.behind.match(text, end, end + AROUND):
        return True
    if search.before is None:
        return False
    first, _ = sentence_at(document, block, start)
    return search.before.search(text, max(first, start - AROUND), start) is not None


def _is_remark(
    document: Document,
    search: Search,
    block: Block,
    match: regex.Match[str],
    sentences: dict[int, bool],
) -> bool:
    """Whether a match is one that somebody may rightly stand by. ``sentences`` are those of the
    block that were looked at, by their start.
    """
    groups = match.groupdict()
    if groups.get(REMARK):
        return True
    if search.remark is None or groups.get(DEMAND):
        return False
    sentence = sentence_at(document, block, match.start())
    return is_found_in(search, search.remark, block, sentence, sentences)


def is_found_in(
    search: Search,
    pattern: regex.Pattern[str],
    block: Block,
    sentence: Range,
    sentences: dict[int, bool],
) -> bool:
    """Whether a pattern is found in a sentence of a block; ``sentences`` remembers it by where the
    sentence starts.
    """
    start, end = sentence
    if start not in sentences:
        found = pattern.search(block.text, start, end, timeout=search.timeout)
        sentences[start] = found is not None
    return sentences[start]
