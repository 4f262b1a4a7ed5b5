"""A short block that stands twice where it should stand once: an item in one list, a paragraph
right after itself, a section, a line of its own, a sentence in one paragraph.

Within a sentence a part of an enumeration may stand twice (``a pension, lunch and a pension``), and
within a line a label with its value (``Uren: 24. Plaats: Ede. Uren: 24.``).

What is too short for a repeated passage, and no accident of layout: a button, a contact line or a
refrain may stand twice. A line that comes back elsewhere is a remark, once for each line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise

from vaclint.checks.context import Context
from vaclint.checks.passages import removal, whole_lines
from vaclint.checks.prepared import need_options
from vaclint.facts.language import FILLER
from vaclint.model.blocks import PLACEHOLDER, Block, Span
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.document import Document, Sentence
from vaclint.rulebook.kind import LIST, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

ITEM, PARAGRAPH, SECTION = "repeated-item", "repeated-paragraph", "repeated-section"
LINE, SENTENCE, HEADING = "repeated-line", "repeated-sentence", "repeated-heading"
PART, SHORT = "repeated-part", "repeated-short-item"
"""What repeats, as the short texts of a language are named."""
REMARKS = frozenset({LINE, SHORT})
SPOKEN = frozenset({"paragraph", "heading"})
"""The kinds of blocks in which a sentence may stand twice by mistake."""
OPTIONS = (
    "min-item-words", "min-words", "min-section-words", "min-line-words", "min-sentence-words",
    "min-next-words", "min-list-items", "min-heading-words",
)  # fmt: skip
SURE_WORDS = 6
"""A sentence of so many words is no refrain."""
SHORT_PART = 3
"""Characters of a part of an enumeration that says little."""
LIST_MOST, SENTENCE_MOST = 6, 240
"""Commas and characters of a sentence with an enumeration; what has more is a list of keywords, or
no sentence.
"""
SEMICOLONS = 2
"""A sentence with so many is an enumeration of what stands between them."""
_PLAIN_END, _ASKED_END = ".", "?"
SHORT_ITEM = 8
"""Characters of an item of a word or two that says something."""
LIST_LEAST = 3
"""Items of a list in which one that is short stands twice."""
FIELDS_APART = 3
"""A field so many lines behind the same one, or fewer, is a slip."""
CURT, CURT_MOST = 2, 4
"""Words of a sentence that is told as a catchword, and at most of each in a paragraph of such."""
LABELS_LEAST = 3
"""Labels of a line in which one with its value may stand twice."""
_LABELLED = lazy(
    r"(?:^|(?<=[.;|·•,] ))(?P<label>\p{L}[\p{L} ]{1,20}): (?P<value>[^:.;|·•]{1,60}?)"
    r"(?=[.;,] |[.;,]?$| [|·•])"
)
VACANCY, LOOSE = "vacancy", frozenset({"paragraph", "item"})
"""The kind of text, and of its blocks, in which a sentence of its own may stand twice by mistake.
"""
SENTENCE_WORDS_MOST, TWICE = 20, 2
"""A longer one is a passage."""
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
        for others in (_lines, _short_items, _fields, _alone):
            found_there = [
                each for each in others(document, rule.options) if each.block.start not in told
            ]
            repeats += found_there
            told.update(each.block.start for each in found_there)
        for block, earlier, what in repeats:
            if block.language == FILLER:
                continue
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
            yield found._replace(severity="info") if what in REMARKS else found
        for first, again, is_sure in _sentences(document, rule.options):
            if again.block.language == FILLER:
                continue
            found = _twice(context, rule, first.span, again.span, SENTENCE)
            yield found if is_sure else found._replace(severity="info")
        for first_part, part in _parts_again(context, rule):
            yield _twice(context, rule, first_part, part, PART)
        for first_label, label in _labels_again(document):
            yield _twice(context, rule, first_label, label, PART)


def _twice(context: Context, rule: Rule, first: Span, again: Span, what: str) -> Diagnostic:
    """The finding on what stands twice in a paragraph or sentence."""
    return context.found(
        rule,
        again,
        related=(Related(first, context.say("block-first")),),
        what=context.say(what),
        line=context.document.source.position(first.start).line,
    )


def _sentences(
    document: Document, options: Mapping[str, int]
) -> Iterator[tuple[Sentence, Sentence, bool]]:
    """The sentences that stand in the same paragraph already, each with the first, and whether that
    is no accident of a short one. One right behind itself may be shorter, or ask; what calls or
    asks may be a refrain elsewhere.
    """
    first: dict[str, Sentence] = {}
    start = -1
    before: Sentence | None = None
    for each in document.sentences:
        if each.block.start != start:
            first.clear()
            start = each.block.start
        size = len(each.text.split())
        is_curt = size < options["min-next-words"]
        if each.block.kind not in SPOKEN or (is_curt and not _is_curt(each.block, size)):
            before = None
            continue
        earlier = first.setdefault(each.text.casefold(), each)
        is_plain, is_long = each.text.endswith(_PLAIN_END), size >= options["min-sentence-words"]
        is_next = not is_curt and before is earlier and each.text.endswith((_PLAIN_END, _ASKED_END))
        is_sure = size >= SURE_WORDS or (is_long and is_plain) or is_next
        if earlier is not each and (is_sure or is_plain) and PLACEHOLDER not in each.text:
            yield earlier, each, is_sure
        before = each


def _is_curt(block: Block, size: int) -> bool:
    """Whether a sentence of two words stands in a paragraph that has no longer ones than a few
    words each: ``Free uniform. Paid breaks. Free uniform.``
    """
    if size != CURT or len(block.text) > SENTENCE_MOST:
        return False
    parts = block.text.split(f"{_PLAIN_END} ")
    return len(parts) >= LIST_LEAST and all(len(part.split()) <= CURT_MOST for part in parts)


def _parts_again(context: Context, rule: Rule) -> Iterator[tuple[Span, Span]]:
    """The parts of an enumeration that stand in it already, each with the first."""
    least = rule.options["min-list-items"]
    for block in context.document.blocks:
        signs = max(map(block.text.count, ",;"))
        if block.front_matter or signs < least - 2 or PLACEHOLDER in block.text:
            continue
        words = context.document.words_in(block)
        said = rule.prepared.get(context.document.language_of(block))
        if len(frozenset(words)) == len(words) or not said:
            continue
        for start, end in context.document.reading.split(block.text):
            if block.text.count(",", start, end) > LIST_MOST or end - start > SENTENCE_MOST:
                continue  # words to be found by
            pair = _part_again(block.text[start:end], said, least)
            if pair is not None:
                first, again = pair
                yield (
                    block.span(start + first[0], start + first[1]),
                    block.span(start + again[0], start + again[1]),
                )


_Range = tuple[int, int]


def _labels_again(document: Document) -> Iterator[tuple[Span, Span]]:
    """The labels of a line that stand in it already with the same value; none where a label has
    two values, as in a line about two jobs.
    """
    for block in document.blocks:
        if block.front_matter or block.text.count(": ") < LABELS_LEAST:
            continue
        first: dict[str, tuple[str, _Range]] = {}
        again: tuple[_Range, _Range] | None = None
        for match in _LABELLED.finditer(block.text):
            label, value, place = match["label"].lower(), match["value"].lower(), match.span()
            if label not in document.reading.keys:
                continue
            earlier = first.setdefault(label, (value, place))
            if earlier[0] != value:
                again = None
                break
            if earlier[1] != place:
                again = earlier[1], place
        if again is not None:
            yield block.span(*again[0]), block.span(*again[1])


def _part_again(
    sentence: str, said: Mapping[str, frozenset[str]], least: int
) -> tuple[_Range, _Range] | None:
    """Where a part of an enumeration stands, and where it stands again: ``friendly, reliable and
    friendly``; none for names, numbers and a word that is called out (``never, never``). The words
    before the first part are no part of it.
    """
    parts = _enumerated(sentence, said["joiners"])
    if len(parts) < least:
        return None
    seen: dict[str, tuple[int, _Range]] = {}
    for number, (start, end) in enumerate(parts):
        part = sentence[start:end]
        if number:
            earlier = seen.get(part) or _at_end_of_first(sentence, parts[0], part)
            is_called = " " not in part and earlier is not None and earlier[0] == number - 1
            is_part = _is_part(part) or part in said["things"]
            if earlier is not None and not is_called and is_part:
                return earlier[1], (start, end)
            seen.setdefault(part, (number, (start, end)))
        elif len(part) >= SHORT_ITEM:
            seen[part[0].lower() + part[1:]] = (0, (start, end))  # the begin of a sentence
    return None


def _is_part(said: str) -> bool:
    """Whether words are no name and no number: a place may come back in a route."""
    return len(said) > SHORT_PART and said[0].islower() and not any(map(str.isdigit, said))


def _at_end_of_first(sentence: str, first: _Range, said: str) -> tuple[int, _Range] | None:
    """The place of a part at the end of the first one, behind other words or alone."""
    start, end = first
    opening = sentence[start:end]
    is_there = opening.endswith(said) and opening[: -len(said)][-1:] in ("", " ")
    return (0, (end - len(said), end)) if is_there else None


def _enumerated(sentence: str, joiners: frozenset[str]) -> list[_Range]:
    """The parts between the commas or semicolons of a sentence; the last one is two where it alone
    has a joining word.
    """
    body = sentence.rstrip(" .!?;")
    between = ";" if body.count(";") >= SEMICOLONS else ","
    ends = [at for at, sign in enumerate(body) if sign == between]
    if not ends:
        return []
    colon = body.rfind(": ", 0, ends[0])
    bounds = [colon, *ends, len(body)]
    parts = [_trimmed(body, start + 1, end) for start, end in pairwise(bounds)]
    *others, (start, end) = parts
    if any(not joiners.isdisjoint(body[slice(*part)].split()) for part in others[1:]):
        return parts
    words = body[start:end].split(" ")
    places = [at for at, word in enumerate(words) if word in joiners]
    if len(places) != 1:
        return parts
    at = places[0]
    before = start + len(" ".join(words[:at]))
    after = start + len(" ".join(words[: at + 1]))
    halves = [_trimmed(body, start, before), _trimmed(body, after, end)]
    return others + [half for half in halves if half[0] < half[1]]


def _trimmed(text: str, start: int, end: int) -> _Range:
    """A range without the spaces at its ends."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, max(start, start + len(inside.strip()))


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


def _short_items(document: Document, options: Mapping[str, int]) -> Iterator[Repeat]:
    """The items of a word or two that stand twice in a list in which no other does: what comes back
    more often is a button.
    """
    for _, run in groupby(document.blocks, key=lambda block: (block.kind, block.level)):
        blocks = list(run)
        if blocks[0].kind != "item" or len(blocks) < LIST_LEAST or blocks[0].front_matter:
            continue
        first: dict[Said, Block] = {}
        again: list[tuple[Said, Block]] = []
        for block in blocks:
            own = Said.of(document, block)
            if own in first:
                again.append((own, block))
            first.setdefault(own, block)
        if len(again) != 1 or again[0][0].size >= options["min-item-words"]:
            continue
        said, block = again[0]
        if len(said.words) >= SHORT_ITEM and PLACEHOLDER not in block.text:
            yield Repeat(block, first[said], SHORT)


def _fields(document: Document, options: Mapping[str, int]) -> Iterator[Repeat]:
    """The fields that stand a few lines before already, with the same value."""
    last: dict[Said, tuple[int, Block]] = {}
    for number, block in enumerate(document.blocks):
        own = Said.of(document, block)
        if block.kind != "field" or block.front_matter or own.size < options["min-next-words"]:
            continue
        if own in last and number - last[own][0] <= FIELDS_APART:
            yield Repeat(block, last[own][1], LINE)
        last[own] = (number, block)


def _alone(document: Document, options: Mapping[str, int]) -> Iterator[Repeat]:
    """The paragraphs of a vacancy that are a sentence and stand in it twice, one of them elsewhere;
    what stands below a heading of its own may be a card, what comes back more often a refrain, and
    the first line a title.
    """
    places: dict[Said, list[Block]] = {}
    cards: set[int] = set()
    before: Block | None = None
    for block in document.blocks if document.kind == VACANCY else ():
        if before is not None and before.kind == "heading":
            cards.add(block.start)
        is_first, before = before is None, block
        if (
            not is_first
            and block.kind in LOOSE
            and block.text.endswith((_PLAIN_END, "!"))
            and _may_stand(block)
        ):
            own = Said.of(document, block)
            if options["min-words"] <= own.size < SENTENCE_WORDS_MOST:
                places.setdefault(own, []).append(block)
    for found in places.values():
        if len(found) == TWICE and not cards.issuperset(each.start for each in found):
            first, block = found
            if "paragraph" in (first.kind, block.kind):
                yield Repeat(block, first, LINE)


def _may_stand(block: Block) -> bool:
    """Whether a line is no part of what may come back: a template, a caption, a contact line."""
    text = block.text
    if block.front_matter or block.image or PLACEHOLDER in text or "@" in text:
        return False
    return sum(map(str.isdigit, text)) <= DIGITS_MOST


def _is_line(document: Document, block: Block) -> bool:
    """Whether a block is a line of its own: no sentence, which may be a refrain, no caption, no
    item with a bullet, no contact line, no template.
    """
    if block.text.endswith((".", "!", "?")) or not _may_stand(block):
        return False
    if block.kind != "item":
        return block.kind in ("paragraph", "heading", "field")
    source = document.source
    line = source.lines[source.line_index(block.begin)]
    return not source.text[line.start : block.begin].strip()


def _repeats(document: Document, options: Mapping[str, int]) -> Iterator[Repeat]:
    """The blocks that repeat."""
    items: dict[int, dict[Said, Block]] = {}
    sections: dict[tuple[Said, Said], Block | None] = {}
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
            is_long = own.size >= options["min-words"] or (
                own.size >= options["min-next-words"] and block.text.endswith(_PLAIN_END)
            )
            if before.kind == "paragraph" and previous == own and is_long:
                if not (block.image or before.image):  # a caption may say what the image shows
                    yield Repeat(block, before, PARAGRAPH)
            elif before.kind == "heading" and _is_section(own, options):
                section = previous, own
                first = sections.get(section)
                if first is not None:
                    yield Repeat(block, first, SECTION)
                # what comes back more often is told once
                sections[section] = None if section in sections else block
        if block.kind == "heading" and before is not None and before.kind == "heading":
            is_same = previous == own and before.level == block.level
            if is_same and own.size >= options["min-heading-words"]:
                yield Repeat(block, before, HEADING)
        before, previous = block, own


def _is_section(said: Said, options: Mapping[str, int]) -> bool:
    """Whether what stands under a heading is a text; with a number it may be a row of facts."""
    has_number = any(map(str.isdigit, said.words.split(" ")))
    return said.size >= options["min-section-words"] and not has_number


def prepare_repeats(rule: Rule, preparation: Preparation) -> dict[str, dict[str, frozenset[str]]]:
    """By language, the words that join the last two parts of an enumeration, and what has a capital
    and is no place.
    """
    need_options(rule, preparation, {"": OPTIONS})
    return {
        language: {name: frozenset(said.get(name, ())) for name in ("joiners", "things")}
        for language, said in rule.said.items()
        if "joiners" in said
    }


KIND = Kind(
    "repeats",
    check_repeats,
    {name: Key(LIST, by_language=True) for name in ("joiners", "things")},
    prepare_repeats,
    values=frozenset({"what", "line"}),
)
