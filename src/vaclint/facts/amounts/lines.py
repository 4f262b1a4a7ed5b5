"""A document as the lines that pay and hours are read from, each with the way back to its source.

Values of a front matter and of a JobPosting come first, then the blocks in order. A pair of keys
such as ``label`` and ``value`` is one line with a label.
"""

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from vaclint.facts.amounts.keys import bounded, spelled
from vaclint.facts.amounts.values import About, Line, LinePlace
from vaclint.model.blocks import Block, Span
from vaclint.model.document import Document, FrontMatter
from vaclint.model.values import Origin
from vaclint.text.named import NamedTuple
from vaclint.text.sequences import MadeSequence

_PLACES: Mapping[str, LinePlace] = {
    "heading": "heading",
    "item": "item",
    "cell": "cell",
    "field": "label",
    "paragraph": "prose",
}
NEIGHBOURS = 16
"""So many lines of a large document are remembered."""
VALUE_MOST = 400
"""A value of a front matter with more characters is text, and read as such."""


class Placed(NamedTuple):
    """A line with where it stands: in a block from ``at`` on, or in a value of a front matter,
    whose range is ``whole``.
    """

    line: Line
    origin: Origin
    block: Block | None = None
    at: int = 0
    whole: Span = Span(0, 0)
    as_it_is: bool = False
    """Whether the line stands in ``whole`` letter by letter."""

    def span(self, start: int, end: int) -> Span:
        """The source range of a range of the line's text."""
        block, at = self.block, self.at
        if block is not None:
            first = min(at + start, len(block.text) - 1)
            return block.span(first, max(first + 1, min(at + end, len(block.text))))
        if self.as_it_is and 0 <= start < end <= len(self.line.text):
            return Span(self.whole.start + start, self.whole.start + end)
        return self.whole


class Lines(MadeSequence[Line]):
    """The texts of lines, without the way back."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self._placed = placed

    def __len__(self) -> int:
        return len(self._placed)

    def made(self, index: int) -> Line:
        """The line at an index."""
        return self._placed[index].line


def lines_of(document: Document, keys: Mapping[str, Any]) -> Sequence[Placed]:
    """The lines of a document; ``keys`` has the names of keys as ``rules/data/amounts.toml`` lists
    them. Those of a large one are made at each look, for they take twice what their blocks do.
    """
    lines = _Placed([*_of_keys(document, keys)], document)
    return [*lines] if document.is_small else lines


class _Placed(MadeSequence[Placed]):
    """The lines of some keys, and then those of the blocks of a document; the last few that were
    looked at are remembered, for neighbours are compared.
    """

    def __init__(self, of_keys: list[Placed], document: Document) -> None:
        self._of_keys = of_keys
        self._document = document
        self._blocks, self._headings = array("i"), array("i")
        self._last: dict[int, Placed] = {}
        heading = -1
        titled = document.reading.names("title")
        for index, block in enumerate(document.blocks):
            is_title = block is document.title
            if block.front_matter and not (is_title or block.label.lower() in titled):
                continue
            heading = index if block.kind == "heading" else heading
            self._blocks.append(index)
            self._headings.append(heading)

    def __len__(self) -> int:
        return len(self._of_keys) + len(self._blocks)

    def made(self, index: int) -> Placed:
        """The line at an index, which is not negative. Raises IndexError for one too far."""
        if index < len(self._of_keys):
            return self._of_keys[index]
        known = self._last.get(index)
        if known is None:
            if len(self._last) >= NEIGHBOURS:
                self._last.clear()
            known = self._last[index] = self._of_block(index - len(self._of_keys))
        return known

    def _of_block(self, index: int) -> Placed:
        blocks, heading = self._document.blocks, self._headings[index]
        block = blocks[self._blocks[index]]
        above = "" if block is self._document.title or heading < 0 else blocks[heading].text
        return _of_block(self._document, block, above)


def _of_block(document: Document, block: Block, heading: str) -> Placed:
    is_title = block is document.title
    label, at = block.label, block.value_at
    is_title = is_title and not (label and _about(document, [label]))
    if at >= len(block.text) or is_title:
        label, at = "", block.value_at if at < len(block.text) else 0
    place: LinePlace = "title" if is_title else _PLACES[block.kind]
    if len(document.blocks) == 1 and place in ("title", "heading"):
        place = "sole"
    if place == "heading":
        heading = ""
    origin: Origin = "title" if is_title else "label" if label else "prose"
    line = Line(
        block.text[at:],
        document.language_of(block),
        label.strip("*: "),
        heading,
        place,
        _about(document, [label.lower().strip("*: ")]) if label else "",
    )
    return Placed(line, origin, block, at)


def _about(document: Document, names: Collection[str]) -> About:
    """The fact that a label or key is said to hold."""
    reading = document.reading
    facts: tuple[About, ...] = ("salary", "hours")
    held = (fact for fact in facts if any(reading.holds(name, fact) for name in names))
    return next(held, "")


def _of_keys(document: Document, keys: Mapping[str, Any]) -> Iterator[Placed]:
    entries = document.front_matter
    label: FrontMatter | None = None
    for entry in entries:
        names = entry.key.lower().split(".")
        if not entry.value.strip() or _is_hidden(document, names, keys):
            continue
        above, _, last = entry.key.lower().rpartition(".")
        if above and last in keys["pair-labels"]:
            label = entry
            continue
        if _is_text(document, entry):
            yield from _of_text(document, entry)
            label = None
            continue
        of_pair = label is not None and label.key.lower().rpartition(".")[0] == above
        if of_pair and label is not None and last in keys["pair-values"]:
            yield _of_key(document, entry, label.value, "label", keys["bounds"])
        else:
            yield _of_key(document, entry, entry.key, "key", keys["bounds"])
        label = None


def _is_text(document: Document, entry: FrontMatter) -> bool:
    """Whether a value has blocks and is a text, by its key or by its length."""
    name = entry.key.rpartition(".")[2].lower()
    named = name in document.reading.prose_keys or len(entry.value) > VALUE_MOST
    return bool(entry.blocks) and named


def _of_text(document: Document, entry: FrontMatter) -> Iterator[Placed]:
    """The lines of a value that is a text, as those of running text."""
    heading = ""
    for block in entry.blocks:
        if block.kind == "heading":
            heading = block.text
        place = "prose" if block.kind == "field" else _PLACES[block.kind]
        line = Line(block.text, document.language_of(block), "", heading, place)
        yield Placed(line, "prose", block)


def _is_hidden(document: Document, names: Sequence[str], keys: Mapping[str, Any]) -> bool:
    """Whether a value is no statement: a title, which is a block, a text, or what is told about
    other things.
    """
    reading = document.reading
    if names[-1] in reading.names("title") or names[-1] in keys["hidden"]:
        return True
    if _is_posted(document):
        return names[-1] in reading.posting_texts or names[0] not in keys["posting"]
    if names[-1] in keys["also"]:
        return False
    return not _about(document, names) and (
        names[-1] in reading.opaque_keys or names[0] in reading.opaque_keys
    )


def _is_posted(document: Document) -> bool:
    return bool(document.postings) and document.format != "markdown"


def _of_key(
    document: Document,
    entry: FrontMatter,
    label: str,
    place: LinePlace,
    bounds: Mapping[str, str],
) -> Placed:
    names = entry.key.lower().split(".")
    posted = _is_posted(document)
    text = entry.value[:VALUE_MOST]
    if posted and place == "key":
        place = "posting"
    if entry.key.rpartition(".")[2].lower() in document.reading.prose_keys:
        label, place = "", "prose"
    language = document.language
    given = names if place == "key" else [label.lower()]
    line = Line(
        text,
        language,
        bounded(spelled(label), bounds) if place in ("key", "posting") else label,
        "",
        place,
        _about(document, given),
    )
    origin: Origin = "JobPosting" if posted else "front matter"
    whole = entry.span
    same = document.source.text[whole.start : whole.end] == entry.value
    as_it_is = same and place not in ("key", "posting")
    return Placed(line, origin, whole=whole, as_it_is=as_it_is)
