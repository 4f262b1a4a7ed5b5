"""Traits in frames: what a text may not ask of a candidate, and the ways in which it asks.

A rule lists ``traits`` by side and way. The side says what the text does with one: it is ``wanted``
of a candidate, ``refused``, or ``mild``, wanted where somebody may rightly stand by it. The way is
how a sentence takes it: what somebody has (``have``), is (``be``), is called (``who``) or does
(``do``). Traits are terms of the lexicon (``lexicon``), found in its one pass. The section
``[frames]`` of a pack says how a sentence asks: for each side and way a pattern ``before`` that
ends where a trait begins, or ``behind`` that begins where it ends, and for all ways of a side one
``behind``; ``unless`` excepts a sentence in which it is found beside the trait, one about clients
for example. Linear in the number of traits that a text holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import regex

from vaclint.checks.context import Hit
from vaclint.checks.lexicon import terms_of
from vaclint.checks.places import Range, sentence_at
from vaclint.model.blocks import Block
from vaclint.model.document import Document
from vaclint.rulebook.kind import Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import compiled, joined, lazy

TRAITS = "traits"
"""The key of a rule with its traits: by side, then by way, a list of forms."""
FRAMES = "frames"
"""The section of a pack with the frames."""
MILD = "mild"
"""The side of a trait that is wanted where somebody may rightly stand by it: a remark."""
LIKE = {MILD: "wanted"}
"""Sides with the frames of another."""
SIDES = ("wanted", "refused", MILD)
WAYS = ("have", "be", "who", "do")
ANY = "any"
"""The way of a frame for all of them."""
SHOWN = "shown"
"""The group of a frame that a finding takes in: ``no diabetes``."""
AROUND = 120
"""So many characters before and behind a trait belong to its frame."""

_NEXT_CLAUSE = lazy(r"[:;]")
"""What ends the part of a sentence that a trait stands in."""


class Frames(NamedTuple):
    """How a language asks: the patterns by ``side-way``; plain data."""

    before: Mapping[str, str]
    behind: Mapping[str, str]
    unless: str


class Asked(NamedTuple):
    """A trait that a text asks or refuses: its range in a block."""

    block: Block
    start: int
    end: int
    sentence: Range
    is_mild: bool


def traits_in(document: Document, hits: list[Hit], frames: Mapping[str, Any]) -> Iterator[Asked]:
    """The traits of a text that stand in a frame of their language; ``frames`` are by language."""
    for hit in hits:
        block = document.block_at(hit.start)
        given = frames.get(document.language_of(block))
        if given is None:
            continue
        place = hit.start - block.start, hit.end - block.start
        sentence = sentence_at(document, block, place[0])
        for name in hit.term.group.split():
            found = _framed(block.text, place, sentence, Frames._make(given), name)
            if found is not None:
                yield Asked(block, *found, sentence, name.startswith(MILD))
                break


def _framed(text: str, place: Range, sentence: Range, frames: Frames, name: str) -> Range | None:
    """The range of a trait with what its frame shows, or None where it stands in no frame."""
    start, end = place
    side, _, way = name.partition("-")
    side = LIKE.get(side, side)
    before = frames.before.get(f"{side}-{way}")
    match = before and lazy(before, regex.IGNORECASE).search(
        text, max(sentence[0], start - AROUND), start
    )
    shown = [match.start(SHOWN)] if match and match.groupdict().get(SHOWN) else []
    first = min([start, *shown])
    last = end
    for key in () if match else (f"{side}-{way}", f"{side}-{ANY}"):
        behind = frames.behind.get(key)
        match = behind and lazy(behind, regex.IGNORECASE).match(text, end, end + AROUND)
        if match:
            last = match.end(SHOWN) if match.groupdict().get(SHOWN) else end
            break
    if not match or _is_about_others(text, place, sentence, frames.unless):
        return None
    return first, last


def _is_about_others(text: str, place: Range, sentence: Range, unless: str) -> bool:
    """Whether a sentence says, before or behind a trait, that it is no demand to a candidate."""
    if not unless:
        return False
    search = lazy(unless, regex.IGNORECASE).search
    stop = _NEXT_CLAUSE.search(text, place[1], sentence[1])
    last = stop.start() if stop else sentence[1]
    return bool(search(text, sentence[0], place[0]) or search(text, place[1], last))


def read_traits(rule: Rule, preparation: Preparation) -> list[tuple[Any, ...]]:
    """The traits of a rule as terms of the lexicon; the group of each names its sides and ways.
    Raises VaclintError for a side or a way that there is not.
    """
    terms: list[tuple[Any, ...]] = []
    for language, said in rule.said.items():
        names: dict[str, list[str]] = defaultdict(list)
        for side, ways in said.get(TRAITS, {}).items():
            if not _are_traits(side, ways):
                message = f"'{TRAITS}' has the sides {', '.join(SIDES)}, each with lists of forms"
                raise preparation.error(language, TRAITS, f"{message} under {', '.join(WAYS)}")
            for way, forms in ways.items():
                for form in forms:
                    names[form].append(f"{side}-{way}")
        for form, groups in names.items():
            cells = [form, "", " ".join(groups)]
            terms += terms_of(cells, "the traits", language, preparation)
    return terms


def _are_traits(side: str, ways: object) -> bool:
    """Whether a rule may say this under ``traits``."""
    if side not in SIDES or not isinstance(ways, Mapping) or not set(ways) <= set(WAYS):
        return False
    return all(
        isinstance(forms, list) and all(isinstance(form, str) for form in forms)
        for forms in ways.values()
    )


def read_frames(rule: Rule, preparation: Preparation) -> dict[str, tuple[Any, ...]]:
    """The frames of each language in which a rule has traits; of one without frames none."""
    frames = {}
    for language, said in rule.said.items():
        pack = preparation.resources.languages.get(language)
        if TRAITS in said and pack is not None:
            frames[language] = tuple(_frames_of(pack.section(FRAMES)))
    return frames


def _frames_of(section: Mapping[str, Any]) -> Frames:
    sides: dict[str, dict[str, str]] = {"before": {}, "behind": {}}
    for side in dict.fromkeys(LIKE.get(each, each) for each in SIDES):
        for way, given in section.get(side, {}).items():
            for where, table in given.items():
                sides[where][f"{side}-{way}"] = _pattern(table)
    unless = section.get("unless")
    return Frames(**sides, unless=_pattern(unless) if unless else "")


def _pattern(table: Mapping[str, Any]) -> str:
    pattern = joined(table)
    compiled(pattern, regex.IGNORECASE)
    return pattern
