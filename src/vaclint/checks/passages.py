"""A passage that stands in a text twice, whatever its bullets, numbering, capitals, punctuation,
markup and line ends: its words are compared (see ``alignment``, also for the cost). A copy that
differs in a word may say what differs, and is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vaclint.checks.alignment import Passage, passages
from vaclint.checks.context import Context
from vaclint.checks.prepared import need_options
from vaclint.facts.language import FILLER
from vaclint.model.blocks import PLACEHOLDER, Block, Span
from vaclint.model.diagnostics import Diagnostic, Edit, Fix, Related
from vaclint.model.document import LINES, Document
from vaclint.model.packed import PackedMapping
from vaclint.rulebook.kind import Kind
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy
from vaclint.text.words import Texts, Words

OPTIONS = ("min-words", "min-ratio", "max-gap")
CONTACT = 30
"""A line for contact has fewer words."""
_TELEPHONE = lazy(r"(?<!\d)(?:\+\d{2}|0)[\d \-()]{8,25}\d")
_TEMPLATE = lazy(r"\{%|\{\{|<[?%]")
"""What a program puts into a page: taken away with some lines it leaves half of itself behind."""
MOST = 50
"""How many differences the properties of a finding list."""
SHOWN = 5
"""How many places that only the later copy has are related."""


def check_passages(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic per repeated passage: its range is the later copy, the earlier one is
    related.
    """
    document = context.document
    telephones: dict[int, bool] = {}
    has_filler = FILLER in document.languages
    for rule in rules:
        min_words, min_ratio, max_gap = (rule.options[name] for name in OPTIONS)
        words = document.words
        found = passages(Texts(words), min_words=min_words, min_ratio=min_ratio, max_gap=max_gap)
        for passage in _refrains_joined(found, words):
            if _is_contact(document, passage.second, telephones):
                continue
            if _is_of_image(document, passage):
                continue
            if not (has_filler and _is_filler(document, passage.second)):
                yield _report(context, rule, passage)


def _refrains_joined(found: Iterable[Passage], words: Words) -> Iterator[Passage]:
    """The passages, those of a text that says one thing again and again as one: a copy that stands
    right behind what it copies goes on as long as the words do, and takes up the copies of itself.
    """
    last: Passage | None = None
    for each in found:
        if last is not None and each.second.start < last.second.stop:
            continue
        if not each.differences and each.first.stop == each.second.start:
            period, stop = len(each.first), each.second.stop
            while stop < len(words) and words[stop].text == words[stop - period].text:
                stop += 1
            second = range(each.second.start, stop)
            last = each._replace(second=second, first=each.first, matched=len(second))
            yield last
            continue
        yield each


def _is_contact(document: Document, range_: range, telephones: dict[int, bool]) -> bool:
    """A line with an address or a telephone number may stand at the top and at the bottom;
    ``telephones``: of each block, by its identity, whether it has one, as far as that is known.
    """
    first, last = document.words[range_.start], document.words[range_.stop - 1]
    block = document.block_at(first.start)
    if len(range_) >= CONTACT or block is not document.block_at(last.start):
        return False
    known = telephones.get(id(block))
    if known is None:
        known = PLACEHOLDER in block.text or _TELEPHONE.search(block.text) is not None
        telephones[id(block)] = known
    return known


def _is_of_image(document: Document, passage: Passage) -> bool:
    """Whether one of two copies is what an image says to who does not see it, and the other stands
    below it for all.
    """
    words = document.words
    return any(
        document.block_at(words[each.start].start).image
        and document.block_at(words[each.stop - 1].start).image
        for each in (passage.first, passage.second)
    )


def _is_filler(document: Document, range_: range) -> bool:
    """Whether half of the words of a passage, or more, only fill a layout."""
    filling = sum(document.block_at(document.words[at].start).language == FILLER for at in range_)
    return 2 * filling >= len(range_)


def _report(context: Context, rule: Rule, passage: Passage) -> Diagnostic:
    document = context.document
    position = document.source.position
    first, _ = _place(document, passage.first)
    second, lines = _place(document, passage.second)
    line, last = position(first.start).line, position(first.end - 1).line
    changed = [
        (_text(document, difference.first), _text(document, difference.second))
        for difference in passage.differences
    ]
    only_here = [each.second for each in passage.differences if each.second]
    related = [Related(first, context.say("passage-first"))]
    for range_ in only_here[:SHOWN]:
        place = _span(document, range_)
        related.append(Related(place, context.say("only-here", _text(document, range_))))
    properties = {
        "words": len(passage.second),
        "matched": passage.matched,
        "similarity": round(passage.similarity, 3),
        "differences": [{"first": a, "second": b} for a, b in changed[:MOST]],
    }
    found = context.found(
        rule,
        second,
        related=tuple(related),
        fixes=() if only_here else removal(context, lines),
        properties=properties if document.is_small else PackedMapping(properties),
        words=len(passage.second),
        lines=f"{line}–{last}" if last > line else str(line),
        alike=_alike(context, passage),
    )
    is_arguable = passage.differences and found.severity == "error"
    return found._replace(severity="warning") if is_arguable else found


def _alike(context: Context, passage: Passage) -> str:
    """How alike the copies of a passage are, in words: in how many lines of the later one they
    differ.
    """
    if not passage.differences:
        return context.say("alike-wholly")
    document = context.document
    last = passage.second.stop - 1
    lines = {
        document.source.position(_span(document, range(at, at + 1)).start).line
        for difference in passage.differences
        for at in difference.second or (min(difference.second.start, last),)
    }
    name = "alike-line" if len(lines) == 1 else "alike-lines"
    percent = int(100 * passage.similarity)  # rounded down: 100 is for equal copies
    return context.say(name, percent=percent, lines=len(lines))


def _text(document: Document, range_: range) -> str:
    return " ".join(document.words[at].text for at in range_)


def _span(document: Document, range_: range) -> Span:
    """The range in the source of some words, at least one."""
    words = document.words
    return document.locate(words[range_.start].start, words[range_.stop - 1].end)


def _place(document: Document, range_: range) -> tuple[Span, Span | None]:
    """The range of a passage in the source, and the lines it takes up when it takes up whole blocks
    of a text that has lines.

    What stands in its last block behind its last word (an address, a full stop) belongs to it.
    """
    words = document.words
    span = _span(document, range_)
    first = document.block_at(words[range_.start].start)
    last = document.last_in_order(words[range_.start].start, words[range_.stop - 1].end)
    starts = range_.start == 0 or words[range_.start - 1].start < first.start
    end = last.start + len(last.text)
    stops = range_.stop == len(words) or words[range_.stop].start > end
    if stops:
        span = Span(span.start, last.whole.end)
    return span, whole_lines(document, first, last) if starts and stops else None


def whole_lines(document: Document, first: Block, last: Block) -> Span | None:
    """The lines that some blocks take up, or None where a line holds more: in HTML and JSON, in a
    table, in the front matter, with the signs of a template between them.
    """
    if LINES not in document.traits or "cell" in (first.kind, last.kind) or first.front_matter:
        return None
    source = document.source
    top = source.lines[source.line_index(first.begin)]
    bottom = source.lines[source.line_index(last.whole.end - 1)]
    lines = source.text[top.start : bottom.next]
    return None if _TEMPLATE.search(lines) else Span(top.start, bottom.next)


def removal(context: Context, lines: Span | None) -> tuple[Fix, ...]:
    """The fix that removes a later copy, where it takes up whole lines."""
    return context.fix("remove-second", "unsafe", Edit(*lines, "")) if lines else ()


KIND = Kind(
    "passages",
    check_passages,
    prepare=lambda rule, preparation: need_options(rule, preparation, {"": OPTIONS}),
    values=frozenset({"words", "lines", "alike"}),
)
