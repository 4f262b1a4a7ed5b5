"""The search for what rules of patterns look for in one block, and one gate before it.

Of all alternatives of all shipped rules the gate tells by one pass over a block which may match
there, by the literals that each of them asks for (``text.conditions``).
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

import regex

from vaclint.checks.places import Range, sentence_at
from vaclint.model.blocks import Block
from vaclint.model.document import Document
from vaclint.rulebook.rule import Rule
from vaclint.text.branches import Near, Searched, matches
from vaclint.text.conditions import Asking, Conditions, Places
from vaclint.text.literals import Condition, Reach, fulfils, held, is_folded, reach
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, source_of
from vaclint.text.remembered import Memory

if TYPE_CHECKING:
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
    """The alternatives of the pattern of a shipped rule, each with what it needs: tried are those
    that a block may match. They are most of what is known of all rules and few are asked for in one
    text, and so stay packed until then; see ``unpacked``.
    """


_Branches = tuple["regex.Pattern[str]", ...]
Branch = tuple[str, frozenset[str], Condition]
"""An alternative of a pattern, the literals it asks for first, and all that it needs."""


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
    """The alternatives of a pattern, or the only one."""
    each = [branch for branch, _, _ in unpacked(packed)[0]] if packed else [pattern]
    return tuple(make(branch, flags) for branch in each)


_shipped_branches = lru_cache(256)(partial(_branches, lazy))


@lru_cache(256)
def unpacked(branches: bytes) -> tuple[tuple[Branch, ...], frozenset[str]]:
    """The alternatives of a pattern, and all literals that these and its rule name."""
    found: tuple[tuple[Branch, ...], frozenset[str]] = marshal.loads(branches)
    return found


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
FEW = 12_000
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

    def may_be_in(self, has: Callable[[str], bool]) -> bool:
        """Whether a text may match, by which literals it has."""
        is_named = not self.needs or any(map(has, self.needs))
        return is_named and fulfils(has, self.patterns.condition)


class _Alternative(NamedTuple):
    """The index of a rule and of an alternative of it."""

    at: int
    number: int
    is_near: bool
    """Whether the literals that it asks for stand in a match or beside it."""


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

    def found(self, document: Document, block: Block) -> Found:
        """What the rules find in a block, in their order."""
        return self._blocks.given(block.text, self._found, document, block)

    def _found(self, document: Document, block: Block) -> Found:
        found = []
        for at, may in self._opened(document.lowered(block)).items():
            if matched := in_block(document, self._search(at), may, block):
                found.append((self._wanted[at].rule.code, matched))
        return tuple(found)

    def _search(self, at: int) -> Search:
        """What a rule looks for, made ready once."""
        if at not in self._ready:
            wanted = self._wanted[at]
            self._ready[at] = ready(wanted.rule, wanted.patterns, 0.0)
        return self._ready[at]

    def _opened(self, text: str) -> Mapping[int, Sequence[Searched]]:
        """The rules that may match in a lower-case text, by their index, each with those of its
        alternatives that may.
        """
        may: dict[int, list[Searched]] = {}
        for alternative, places in self._may(text):
            at, number, is_near = alternative
            if looks_at(self._wanted[at].rule, text):
                pattern = self._search(at).branches[number]
                near = _reach_of(source_of(pattern)[0]) if is_near and places else None
                found = pattern if near is None else Near(pattern, near, places)
                may.setdefault(at, []).append(found)
        return may

    def _may(self, text: str) -> Iterable[tuple[_Alternative, Places]]:
        """The alternatives that may match in a lower-case text, in order; in a long one with the
        places of what they ask for.
        """
        if is_folded(text):
            return ((each, []) for at in range(len(self._wanted)) for each in self._of(at))
        if self._looked < FEW:
            self._looked += len(text)
            return ((each, []) for each in self._one_by_one(held(text)))
        alternatives, conditions = self._alternatives
        if len(text) <= LONG_TEXT:
            return ((alternatives[at], []) for at in conditions.met_by(text))
        return ((alternatives[at], places) for at, places in conditions.met_in(text).items())

    def _one_by_one(self, has: Callable[[str], bool]) -> Iterator[_Alternative]:
        """The alternatives that may match, told by asking for one literal after the other."""
        for at, wanted in enumerate(self._wanted):
            if wanted.may_be_in(has):
                for each, (_, _, needs) in zip(
                    self._of(at), unpacked(wanted.patterns.branches)[0], strict=True
                ):
                    if fulfils(has, needs):
                        yield each

    def _of(self, at: int) -> Iterator[_Alternative]:
        """The alternatives of a rule."""
        each, _ = unpacked(self._wanted[at].patterns.branches)
        return (_Alternative(at, number, bool(own)) for number, (_, own, _) in enumerate(each))

    @cached_property
    def _alternatives(self) -> tuple[list[_Alternative], Conditions]:
        """The alternatives of all rules, with what tells which of them may match in a text."""
        alternatives: list[_Alternative] = []
        asking: list[Asking] = []
        literals: set[str] = set()
        for at, (_, patterns, needs) in enumerate(self._wanted):
            each, named = unpacked(patterns.branches)
            alternatives += self._of(at)
            asking += (
                Asking(own or needs, (needs or None, condition)) for _, own, condition in each
            )
            literals |= named
        return alternatives, Conditions(asking, literals)


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
