"""A short block that stands twice where it should stand once: an item in one list, a paragraph
right after itself, a section, a line of its own, a sentence in one paragraph.

What is too short for a repeated passage, and no accident of layout: a button, a contact line or a
refrain may stand twice. A line that comes back elsewhere is a remark, once for each line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vaclint.checks.context import Context
from vaclint.checks.passages import removal, whole_lines
from vaclint.checks.prepared import need_options
from vaclint.model.blocks import PLACEHOLDER, Block
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.document import Document, Sentence
from vaclint.rulebook.kind import Kind
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple

ITEM, PARAGRAPH, SECTION = "repeated-item", "repeated-paragraph", "repeated-section"
LINE, SENTENCE, HEADING = "repeated-line", "repeated-sentence", "repeated-heading"
"""What repeats, as the short texts of a language are named."""
OPTIONS = (
    "min-item-words", "min-words", "min-section-words", "min-line-words", "min-sentence-words",
    "min-heading-words",
)  # fmt: skip
DIGITS_MOST = 4
"""More are a telephone number or a code."""


class Said(NamedTuple):
    """The words of a block as one text, which takes less than a text for each, and how many."""

    words: str
    size: int

    @classmethod
    def of(cls, document: Document, block: Block) -> Said:
        """What a block says."""
        words = document.words_in(block)
        return cls(" ".join(words), len(words))


class Repeat(NamedTuple):
    """A block that repeats an earlier one."""

    block: Block
    earlier: Block
    what: str


def check_repeats(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each block that repeats an earlier one. Linear in the text."""
    document = context.document
    for rule in rules:
        repeats = list(_repeats(document, rule.options))
        told = {each.block.start for each in repeats}
        repeats += [each for each in _lines(document, rule.options) if each.block.start not in told]
        for block, earlier, what in repeats:
            line = document.source.position(earlier.begin).line
            related = (Related(earlier.whole, context.say("block-first")),)
            found = context.found(
                rule,
                block.whole,
                related=related,
                fixes=removal(context, whole_lines(document, block, block)),
                what=context.say(what),
                line=line,
            )
            yield found._replace(severity="info") if what == LINE else found
        for first, again in _sentences(document, rule.options):
            yield context.found(
                rule,
                again.span,
                related=(Related(first.span, context.say("block-first")),),
                what=context.say(SENTENCE),
                line=document.source.position(first.span.start).line,
            )


def _sentences(
    document: Document, options: Mapping[str, int]
) -> Iterator[tuple[Sentence, Sentence]]:
    """The sentences that stand in the same paragraph already, each with the first."""
    first: dict[tuple[int, str], Sentence] = {}
    for each in document.sentences:
        is_long = len(each.text.split()) >= options["min-sentence-words"]
        if each.block.kind == "paragraph" and is_long and PLACEHOLDER not in each.text:
            earlier = first.setdefault((each.block.start, each.text.casefold()), each)
            if earlier is not each:
                yield earlier, each


def _lines(document: Document, options: Mapping[str, int]) -> Iterator[Repeat]:
    """The lines of their own that stand elsewhere too, each told once."""
    first: dict[Said, Block] = {}
    told: set[Said] = set()
    for block in document.blocks:
        own = Said.of(document, block)
        if own.size < options["min-line-words"] or not _is_line(document, block):
            continue
        if own in first and own not in told:
            told.add(own)
            yield Repeat(block, first[own], LINE)
        first.setdefault(own, block)


def _is_line(document: Document, block: Block) -> bool:
    """Whether a block is a line of its own: no sentence, which may be a refrain, no caption, no
    item with a bullet, no contact line, no template.
    """
    text = block.text
    if block.front_matter or block.image or PLACEHOLDER in text or "@" in text:
        return False
    if text.endswith((".", "!", "?")):
        return False
    if sum(map(str.isdigit, text)) > DIGITS_MOST:
        return False
    if block.kind != "item":
        return block.kind in ("paragraph", "heading", "field")
    source = document.source
    line = source.lines[source.line_index(block.begin)]
    return not source.text[line.start : block.begin].strip()


def _repeats(document: Document, options: Mapping[str, int]) -> Iterator[Repeat]:
    """The blocks that repeat."""
    items: dict[int, dict[Said, Block]] = {}
    sections: dict[tuple[Said, Said], Block] = {}
    before: Block | None = None
    previous = Said("", 0)
    for block in document.blocks:
        own = Said.of(document, block)
        if block.front_matter or block.kind not in ("item", "paragraph", "heading"):
            items, before = {}, None
            continue
        if block.kind == "item":
            items = {level: found for level, found in items.items() if level <= block.level}
            beside = items.setdefault(block.level, {})  # those under another parent are gone
            if own in beside and own.size >= options["min-item-words"]:
                yield Repeat(block, beside[own], ITEM)
            beside.setdefault(own, block)
        else:
            items = {}
        if block.kind == "paragraph" and before is not None and PLACEHOLDER not in block.text:
            if before.kind == "paragraph" and previous == own and own.size >= options["min-words"]:
                if not (block.image or before.image):  # a caption may say what the image shows
                    yield Repeat(block, before, PARAGRAPH)
            elif before.kind == "heading" and _is_section(own, options):
                if (previous, own) in sections:
                    yield Repeat(block, sections[previous, own], SECTION)
                sections.setdefault((previous, own), block)
        if block.kind == "heading" and before is not None and before.kind == "heading":
            is_same = previous == own and before.level == block.level
            if is_same and own.size >= options["min-heading-words"]:
                yield Repeat(block, before, HEADING)
        before, previous = block, own


def _is_section(said: Said, options: Mapping[str, int]) -> bool:
    """Whether what stands under a heading is a text; with a number it may be a row of facts."""
    has_number = any(map(str.isdigit, said.words.split(" ")))
    return said.size >= options["min-section-words"] and not has_number


KIND = Kind(
    "repeats",
    check_repeats,
    prepare=lambda rule, preparation: need_options(rule, preparation, {"": OPTIONS}),
    values=frozenset({"what", "line"}),
)
