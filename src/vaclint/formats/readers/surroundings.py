"""What a web page has around a vacancy, told apart from the text: lines that are known for
themselves, menus and forms by the company that their lines keep, and buttons that come back.

All words come from the packs (``Reading``). Linear in the number of blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from vaclint.model.blocks import Block
from vaclint.model.reading import Reading
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

LINE_MOST = 200
"""A longer line is no part of a page around a text."""
NAME_MOST, NAME_WORDS = 50, 5
"""Characters and words that a line of a menu has at most."""
STRANGERS = 3
"""So many lines in a row that are no known name may stand inside a menu."""
MENU_LEAST = 3
"""So many known names make a menu."""
EDGE_ANCHORS, EDGE_STRANGERS, STRANGER_WORDS = 2, 6, 3
"""So many names that stand in a menu only make one of the lines at an edge of a text; so many lines
between two known names may be strange there, of so many words at most.
"""
FIELDS_LEAST = 2
"""So many labels with a star make a form."""
CONTENTS_LEAST = 3
"""So many lines that end in the number of a page make a table of contents."""

_FACT = lazy(r"[\d@:]")
_FIELD = lazy(r"\p{Lu}[\p{L}/()&'’. -]{1,40}\s?\*")
_SENTENCE_END = lazy(r"[.!?:;,…]$")
_EDGES = "•◦▪*>«»‹›<←→↑|·-–— \t\u00a0"
"""What may stand around the name of a page."""
_PAGE_LINE = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s)?\p{L}.{2,150}?[\s.…·]+(?P<page>\d{1,3})")


class Parted(NamedTuple):
    """The blocks of a text, and those of the page around it; both in the order of the file."""

    text: list[Block]
    page: list[Block]


def part(
    blocks: Sequence[Block], reading: Reading, may_be: Callable[[Block], bool] = lambda block: True
) -> Parted:
    """The blocks of a text without those of the web page around it; only such go as ``may_be``
    lets.
    """
    if reading.chrome is None:
        return Parted(list(blocks), [])
    known = [_is_known(block, reading) for block in blocks]
    page = _in_menus(blocks, known, reading)
    page |= {at for at, is_known in enumerate(known) if is_known}
    page |= _at_edges(blocks, known, reading)
    page |= _fields(blocks)
    page |= _in_contents(blocks)
    page |= _buttons(blocks, page, reading)
    page = {at for at in page if may_be(blocks[at])}
    return Parted(
        [block for at, block in enumerate(blocks) if at not in page],
        [block for at, block in enumerate(blocks) if at in page],
    )


def _is_known(block: Block, reading: Reading) -> bool:
    """Whether a line says by itself that it belongs to a page: a share row, a cookie notice."""
    if block.front_matter or len(block.text) > LINE_MOST:
        return False
    return reading.is_chrome(block.text)


def _in_menus(blocks: Sequence[Block], known: Sequence[bool], reading: Reading) -> set[int]:
    """The lines of menus and forms: short lines together, half of them known names and one of
    those never anything else.
    """
    found: set[int] = set()
    run: list[int] = []
    named: list[int] = []
    has_anchor = False

    def close() -> None:
        inside = [at for at in run if named and at <= named[-1]]
        if has_anchor and len(named) >= MENU_LEAST and 2 * len(named) >= len(inside):
            found.update(inside)

    for at, block in enumerate(blocks):
        name = _name_of(block)
        is_named = known[at] or name in reading.menu_names or name in reading.menu_anchors
        if not name or (not is_named and (not named or at - named[-1] > STRANGERS)):
            close()
            run, named, has_anchor = [], [], False
            continue
        run.append(at)
        if is_named:
            named.append(at)
            has_anchor = has_anchor or name in reading.menu_anchors
    close()
    return found


def _at_edges(blocks: Sequence[Block], known: Sequence[bool], reading: Reading) -> set[int]:
    """The lines of a menu that a text begins or ends with. More names may be strange there than in
    the middle of it; and any that stand there twice are those of a menu above and below.
    """
    size = len(blocks)
    head = _names_from(blocks, known, range(size))
    tail = _names_from(blocks, known, range(size - 1, len(head) - 1, -1))[::-1]
    found: set[int] = set()
    for edge in (head, tail):
        named = [at for at in edge if known[at] or _is_named(blocks[at], reading)]
        anchors = sum(_name_of(blocks[at]) in reading.menu_anchors for at in named)
        if len(named) < MENU_LEAST or anchors < EDGE_ANCHORS:
            continue
        for before, after in pairwise(named):
            strange = [blocks[at].text for at in range(before + 1, after)]
            is_short = all(len(text.split()) <= STRANGER_WORDS for text in strange)
            if len(strange) <= EDGE_STRANGERS and is_short:
                found.update(range(before, after + 1))
    if len(head) + len(tail) == size:
        return found  # nothing stands between them
    twice: dict[str, list[int]] = {}
    for at in head + tail:
        twice.setdefault(_name_of(blocks[at]), []).append(at)
    again = [places for name, places in twice.items() if name[:1].isalpha() and len(places) > 1]
    if len(again) >= MENU_LEAST:
        found.update(at for places in again for at in places)
    return found


def _names_from(blocks: Sequence[Block], known: Sequence[bool], order: range) -> list[int]:
    """The short lines in an order until the first that is none, or states a fact."""
    found: list[int] = []
    for at in order:
        if not known[at] and (not _name_of(blocks[at]) or _FACT.search(blocks[at].text)):
            break
        found.append(at)
    return found


def _is_named(block: Block, reading: Reading) -> bool:
    """Whether a line is a known name of a page or of a field."""
    name = _name_of(block)
    return name in reading.menu_names or name in reading.menu_anchors


def _fields(blocks: Sequence[Block]) -> set[int]:
    """The labels of a form: short lines with the sign for what must be filled in."""
    found = {
        at
        for at, block in enumerate(blocks)
        if block.text.endswith("*")
        and not block.front_matter
        and _FIELD.fullmatch(block.text) is not None
    }
    return found if len(found) >= FIELDS_LEAST else set()


def _name_of(block: Block) -> str:
    """A short line as the name of a page; empty for any other block."""
    text = block.text.strip(_EDGES)
    if block.front_matter or len(text) > NAME_MOST or len(text.split()) > NAME_WORDS:
        return ""
    return "" if _SENTENCE_END.search(text) else text.rstrip("*").strip().casefold()


def _in_contents(blocks: Sequence[Block]) -> set[int]:
    """The lines of a table of contents: each ends in the number of its page, and those rise."""
    found: set[int] = set()
    run: list[int] = []
    first = last = 0
    for at, block in enumerate(blocks):
        line = "" if block.front_matter else block.text[: LINE_MOST + 1]
        match = _PAGE_LINE.fullmatch(line) if line[-1:].isdigit() else None
        page = int(match["page"]) if match else 0
        if match is None or page < last:
            run = []
        if match is None:
            last = 0
            continue
        first = first if run else page
        run.append(at)
        last = page
        if len(run) >= CONTENTS_LEAST and last > first:
            found.update(run)
    return found


def _buttons(blocks: Sequence[Block], page: set[int], reading: Reading) -> set[int]:
    """The buttons that stand beside a line of the page or another button, and all of one kind but
    one: one that stands over a text, or the last.
    """
    places: list[int] = []
    found: set[int] = set()
    by_call = [reading.calls_of(block.text) if _is_short(block) else () for block in blocks]
    for number in range(len(reading.calls)):
        same = [at for at, calls in enumerate(by_call) if number in calls]
        bare = [at for at in same if not _heads(blocks, at)]
        found.update(bare if len(bare) < len(same) else bare[:-1])
        places += same
    for at in sorted(places):
        if at - 1 in page or at - 1 in found or (at + 1 in page and not _heads(blocks, at)):
            found.add(at)
    return found


def _is_short(block: Block) -> bool:
    """Whether a block is short enough to be a button."""
    return len(block.text) <= NAME_MOST and not block.front_matter


def _heads(blocks: Sequence[Block], at: int) -> bool:
    """Whether a short line stands over a text, as a heading does."""
    is_last = at + 1 == len(blocks)
    return blocks[at].kind == "heading" and not is_last and not _name_of(blocks[at + 1])
