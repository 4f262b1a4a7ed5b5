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

Words = tuple[str, ...]
ITEM, PARAGRAPH, SECTION = "repeated-item", "repeated-paragraph", "repeated-section"
LINE, SENTENCE, HEADING = "repeated-line", "repeated-sentence", "repeated-heading"
"""What repeats, as the short texts of a language are named."""
OPTIONS = (
    "min-item-words", "min-words", "min-section-words", "min-line-words", "min-sentence-words",
    "min-heading-words",
)  # fmt: skip
DIGITS_MOST = 4
"""More are a telephone number or a code."""


class Repeat(NamedTuple):
    """A block that repeats an earlier one."""

    block: Block
    earlier: Block
    what: str


def check_repeats(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each block that repeats an earlier one. Linear in the text."""
    document = context.document
    for rule in rules:
        repeats = list(_repeats(document.blocks, document.words_by_block, rule.options))
        told = {each.block.start for each in repeats}
        repeats += [each for each in _lines(document, rule.options) if each.block.start not in told]
        for block, earlier, what in repeats:
            line = document.source.position(earlier.whole.start).line
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
    first: dict[Words, Block] = {}
    told: set[Words] = set()
    for block in document.blocks:
        own = tuple(document.words_by_block.get(block.start, ()))
        if len(own) < options["min-line-words"] or not _is_line(document, block):
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
    line = source.lines[source.line_index(block.whole.start)]
    return not source.text[line.start : block.whole.start].strip()


def _repeats(
    blocks: tuple[Block, ...], words: Mapping[int, list[str]], options: Mapping[str, int]
) -> Iterator[Repeat]:
    """The blocks that repeat. ``words`` are those of each block by its start."""
    items: dict[int, dict[Words, Block]] = {}
    sections: dict[tuple[Words, Words], Block] = {}
    before: Block | None = None
    for block in blocks:
        own = tuple(words.get(block.start, ()))
        if block.front_matter or block.kind not in ("item", "paragraph", "heading"):
            items, before = {}, None
            continue
        if block.kind == "item":
            items = {level: found for level, found in items.items() if level <= block.level}
            beside = items.setdefault(block.level, {})  # those under another parent are gone
            if own in beside and len(own) >= options["min-item-words"]:
                yield Repeat(block, beside[own], ITEM)
            beside.setdefault(own, block)
        else:
            items = {}
        if block.kind == "paragraph" and before is not None and PLACEHOLDER not in block.text:
            previous = tuple(words.get(before.start, ()))
            if before.kind == "paragraph" and previous == own and len(own) >= options["min-words"]:
                if not (block.image or before.image):  # a caption may say what the image shows
                    yield Repeat(block, before, PARAGRAPH)
            elif before.kind == "heading" and _is_section(own, options):
                if (previous, own) in sections:
                    yield Repeat(block, sections[previous, own], SECTION)
                sections.setdefault((previous, own), block)
        if block.kind == "heading" and before is not None and before.kind == "heading":
            is_same = tuple(words.get(before.start, ())) == own and before.level == block.level
            if is_same and len(own) >= options["min-heading-words"]:
                yield Repeat(block, before, HEADING)
        before = block


def _is_section(words: Words, options: Mapping[str, int]) -> bool:
    """Whether what stands under a heading is a text; with a number it may be a row of facts."""
    return len(words) >= options["min-section-words"] and not any(map(str.isdigit, words))


KIND = Kind(
    "repeats",
    check_repeats,
    prepare=lambda rule, preparation: need_options(rule, preparation, {"": OPTIONS}),
    values=frozenset({"what", "line"}),
)
