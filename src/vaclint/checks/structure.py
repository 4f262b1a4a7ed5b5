"""How a text is built: headings and items without text, levels that are left out, headings with
nothing below them, text in a heading, a heading in a list, a closing date that is over.

Linear in the number of headings and the text. After WAI's tutorial on headings
(https://www.w3.org/WAI/tutorials/page-structure/headings/).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise, zip_longest
from typing import Any

import regex

from vaclint.checks.context import MANY, Context
from vaclint.checks.prepared import need_options, pattern_of
from vaclint.facts.dates import iso_day
from vaclint.facts.details import read_closing_date
from vaclint.model.blocks import PLACEHOLDER, Block, Span
from vaclint.model.diagnostics import Diagnostic, Edit, Related
from vaclint.model.document import LINES, Document, FrontMatter, Heading
from vaclint.rulebook.kind import LIST, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.bullets import BULLET
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

AHEAD = 200
"""So much of the next line is looked at."""
BEGIN_WORDS = 6
"""So many words of a long heading are said."""
SECTION_WORDS = 8
"""A heading of more words says something itself and may stand alone."""
_NOTHING = lazy(
    r"(?:\s|&nbsp;|</?(?:p|b|strong|em|u|span|br|font|div|section|article|header)\b[^<>]*>)*+",
    regex.IGNORECASE,
)
_MARKS = lazy(r"<h\d[^<>]*>|</h\d\s*>", regex.IGNORECASE)


def _empty_heading(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A heading in which nothing stands; an image, a template or an icon is something, and a
    program fills one that has a name for it (``<h2 id="name"></h2>``).
    """
    source = context.document.source
    for heading in context.document.headings:
        spelled = source.text[slice(*heading.span)]
        if (
            heading.text.strip()
            or _FILLED.match(spelled)
            or not _NOTHING.fullmatch(_MARKS.sub("", spelled.strip().strip("#=")))
        ):
            continue
        line = source.lines[source.line_index(heading.span.start)]
        alone = source.text[line.start : line.end].strip() == spelled.strip()
        edit = Edit(line.start, line.next, "") if alone else Edit(*heading.span, "")
        yield context.found(rule, heading.span, fixes=context.fix("remove", "unsafe", edit))


_FILLED = lazy(
    r"<h[1-6]\b[^<>]{0,400}\s(?:id|data-[\w-]+|(?:v|x|ng)-[\w:-]+|:[a-z]+)\s*=[^<>]{0,400}></h",
    regex.IGNORECASE,
)
"""The tag of a heading that a program of the page puts its text in, and nothing in it."""
_ITEM = lazy("<li", regex.IGNORECASE)
_EMPTY_ITEM = lazy(
    r"<li\b[^<>]{0,200}>"
    r"(?:\s|&nbsp;|&\#160;|</?(?:p|br|b|strong|em|span)\b[^<>]{0,200}>)*+</li\s*>",
    regex.IGNORECASE,
)
_BARE_BULLET = lazy(
    r"(?m)^[ \t]*(?P<sign>[•◦▪●‣])[ \t\u00a0]*$|^ {0,8}(?P<mark>[-*+]|\d{1,2}[.)])[ \t]*$"
)
_NUMBERED = lazy(r"\s*\d{1,2}[.)] ")


def _empty_item(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Items of a list in which nothing stands; one finding for all of a text."""
    document = context.document
    text = document.source.text
    places: list[Span] = []
    if next(document.searched(_ITEM), None) is not None:
        places += [Span(*match.span()) for match in document.searched(_EMPTY_ITEM)]
    if LINES in document.traits:
        for match in document.searched(_BARE_BULLET):
            if match["sign"] or _is_among_items(text, match):
                places.append(Span(*match.span("sign" if match["sign"] else "mark")))
    is_code = document.format == "markdown"
    places = sorted(each for each in places if not (is_code and document.is_skipped(each.start)))
    if places:
        yield context.found(
            rule,
            places[0],
            related=context.also(places[1:]),
            properties={"count": len(places)} if len(places) > 1 else None,
            text=text[slice(*places[0])],
            count=len(places),
        )


def _is_among_items(text: str, match: regex.Match[str]) -> bool:
    """Whether a bare sign stands right behind an item with the same sign, at the end of the list or
    before another, and is no rule.
    """
    sign = match["mark"] + " "
    before = text[max(0, match.start() - AHEAD) : match.start()]
    above = before.rstrip("\n").rsplit("\n", 1)[-1]
    below = text[match.end() : match.end() + AHEAD].lstrip("\n").split("\n", 1)[0]
    if sign[0].isdigit():
        return bool(_NUMBERED.match(above) and _NUMBERED.match(below))
    is_next = not before.endswith("\n\n") or below.lstrip().startswith(sign)
    return above.lstrip().startswith(sign) and is_next


def _shown(context: Context) -> list[Heading]:
    """The headings that have text; what an empty one does is its own rule's."""
    return [heading for heading in context.document.headings if heading.text.strip()]


def _level_skip(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A heading that lies more than one level below the one before it; not of a template, where
    other text will stand.
    """
    skips = [
        (above, heading)
        for above, heading in pairwise(_shown(context))
        if heading.level > above.level + 1 and any(map(str.isalnum, heading.text))
    ]
    is_habit = context.is_habit(rule, len(skips))
    others = context.also(heading.span for _, heading in skips[1:]) if is_habit else ()
    for above, heading in skips[:1] if is_habit else skips:
        yield context.found(
            rule,
            heading.span,
            related=(Related(above.span, context.say("heading-above", above.level)), *others),
            properties={"count": len(skips)} if is_habit else None,
            message=MANY if is_habit else "",
            text=heading.text,
            level=heading.level,
            above=above.level,
            wanted=above.level + 1,
            count=len(skips) - 1,
        )


def _empty_section(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A heading right before another of its level or higher.

    The first is the title, and what stands right below that a subtitle; a long one says something
    itself.
    """
    text = context.document.source.text
    headings = _shown(context)
    bare = [
        bool(_NOTHING.fullmatch(text, one.span.end, other.span.start))
        for one, other in pairwise(headings)
    ]
    for index, (heading, following) in enumerate(pairwise(headings)):
        is_title = index == 0 or (index == 1 and bare[0])
        if (
            bare[index]
            and not is_title
            and following.level <= heading.level
            and not _says_something(heading)
        ):
            yield context.found(rule, heading.span, text=heading.text)


def _says_something(heading: Heading) -> bool:
    """Whether a heading may stand alone: code in it, a number (``24 tot 32 uur``), a sentence or a
    call.
    """
    text = heading.text
    return (
        PLACEHOLDER in text
        or any(char.isdigit() for char in text)
        or len(text.split()) > SECTION_WORDS
        or text.rstrip().endswith(("!", "."))
    )


def _long_heading(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A heading that holds running text, and is not the title of the text."""
    most, title = rule.options["max-words"], context.document.title
    long = []
    for heading in _shown(context):
        is_title = title is not None and heading.span.start <= title.begin < heading.span.end
        if len(heading.text.split()) > most and not is_title:
            long.append(heading)
    if context.is_habit(rule, len(long)):
        spans = [heading.span for heading in long]
        yield context.together(rule, spans, message=MANY, text=_begin(long[0].text))
        return
    for heading in long:
        number = len(heading.text.split())
        yield context.found(rule, heading.span, text=_begin(heading.text), count=number)


def _begin(text: str) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:BEGIN_WORDS]) + " …"


def _heading_in_list(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A heading that became an item, between items on both sides that are none:
    ``- Wat verwachten wij van jou?``.
    """
    document = context.document
    for before, block, behind in zip(
        document.blocks, document.blocks[1:], document.blocks[2:], strict=False
    ):
        if not block.text.rstrip().endswith("?"):
            continue
        question = rule.prepared["question"].get(document.language_of(block))
        if not question or not all(_has_bullet(document, one) for one in (before, block, behind)):
            continue
        is_between = before.level == block.level == behind.level and not any(
            each.text.rstrip().endswith("?") for each in (before, behind)
        )
        if is_between and lazy(question, regex.IGNORECASE).fullmatch(block.text.strip()):
            yield context.found(rule, block.whole, text=block.text.strip())


class _Line(NamedTuple):
    """A line that may announce a list, and what it is told by."""

    text: str
    is_lead: bool
    """A verb in it waits for the list."""
    is_label: bool
    is_next: bool
    """The line above it lacks its list too."""


class Asks(NamedTuple):
    """How a language announces a list, and what goes on about something else."""

    lead: regex.Pattern[str]
    other: regex.Pattern[str]
    label: regex.Pattern[str]
    part: regex.Pattern[str]
    elsewhere: regex.Pattern[str]


def _lead_in(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A line that announces a list (``You will:``) with something else below it, or nothing; and
    the label of a list (``Your tasks:``) with another label below it.
    """
    document = context.document
    blocks = [block for block in document.blocks if block.text.strip()]
    told: Block | None = None
    for block, below, after in zip_longest(blocks, blocks[1:], blocks[2:]):
        if block is None or not block.text.rstrip().endswith(":"):
            continue
        said = rule.prepared["lead"].get(document.language_of(block))
        if said is None:
            continue
        asks = Asks(*(lazy(pattern, regex.IGNORECASE) for pattern in said))
        text = block.text.strip()
        is_lead, is_label = (each.fullmatch(text) is not None for each in (asks.lead, asks.label))
        if not (is_lead or is_label or _is_sister(text, below)):
            continue
        line = _Line(text, is_lead, is_label, told is block)
        if _is_without_list(document, line, below, after, asks):
            yield context.found(rule, block.whole, text=text)
            told = below


def _is_without_list(
    document: Document, line: _Line, below: Block | None, after: Block | None, asks: Asks
) -> bool:
    """Whether no list stands below a line."""
    text, is_lead, is_label, is_next = line
    if below is None or (_is_sister(text, below) and not _begins_list(document, below, after)):
        return is_lead or below is not None
    if _has_bullet(document, below) or _begins_list(document, below, after):
        return False
    said = below.text.strip()
    if is_lead and (asks.other.match(said) or (asks.elsewhere.match(said) and not is_label)):
        return True
    name = said.partition(":")[0] + ":" if below.kind == "field" else said
    if is_label and asks.label.fullmatch(name):
        return bool(asks.part.fullmatch(text) or not asks.part.fullmatch(name))
    return is_next and asks.elsewhere.match(said) is not None


def _begins_list(document: Document, block: Block, below: Block | None) -> bool:
    """Whether a block is the label of the first list of several."""
    return block.text.rstrip().endswith(":") and below is not None and _has_bullet(document, below)


def _is_sister(text: str, below: Block | None) -> bool:
    """Whether the line below announces the same: ``Required skills:``, ``Preferred skills:``."""
    if below is None:
        return False
    one, other = text.split(), below.text.split()
    return one != other and (
        1 < len(one) <= SECTION_WORDS and 1 < len(other) <= SECTION_WORDS and one[-1] == other[-1]
    )


def _has_bullet(document: Document, block: Block) -> bool:
    """Whether a block is an item by a sign or a tag, and no short line between other short ones."""
    if block.kind != "item" or LINES not in document.traits:
        return block.kind == "item"
    source = document.source
    line = source.lines[source.line_index(block.begin)]
    return BULLET.match(source.text[line.start : line.end].lstrip()) is not None


def _closing_passed(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A closing date before today, or before the day set in the configuration.

    Silent about a text that is no longer shown, or not yet.
    """
    document = context.document
    today = iso_day(rule.options.get("today", "")) or date.today()
    folders = document.source.path.replace("\\", "/").lower().split("/")[:-1]
    if not rule.prepared["archives"].isdisjoint(folders):
        return
    if any(_hides(rule, entry, today) for entry in document.front_matter):
        return
    details = context.facts.details
    closing = details.closing_date if details else read_closing_date(document, context.resources)
    last = (
        iso_day(closing.value) if closing else None
    )  # none where the year is not said: it may be the next
    if closing and last and last < today:
        yield context.found(rule, closing.span)


def _hides(rule: Rule, entry: FrontMatter, today: date) -> bool:
    """Whether an entry of the front matter keeps a page off the site."""
    key, value = entry.key.lower(), entry.value.strip().lower()
    expires = iso_day(value[:10]) if key in rule.prepared["expires"] else None
    return value in rule.prepared["hidden"].get(key, ()) or (
        expires is not None and expires < today
    )


_BY_WHAT: Mapping[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "empty-heading": _empty_heading,
    "empty-item": _empty_item,
    "level-skip": _level_skip,
    "empty-section": _empty_section,
    "long-heading": _long_heading,
    "heading-in-list": _heading_in_list,
    "lead-in": _lead_in,
    "closing-passed": _closing_passed,
}


NEEDED = {"long-heading": ("max-words",)}
"""The options that a rule must have, by ``what``."""


def check_structure(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for."""
    for rule in rules:
        yield from _BY_WHAT[rule.data["what"]](context, rule)


def prepare_structure(rule: Rule, preparation: Preparation) -> Any:
    """What keeps a page off the site, in the words of all languages: front matter need not be in
    the language of its text. Raises VaclintError for a rule that lacks an option.
    """
    need_options(rule, preparation, NEEDED)
    hidden: dict[str, list[str]] = {}
    for said in rule.said.values():
        for key, values in said.get("hidden", {}).items():
            hidden.setdefault(key, []).extend(values)
    return {
        "question": {
            code: pattern_of(preparation, code, "question", said["question"], regex.IGNORECASE)
            for code, said in rule.said.items()
            if "question" in said
        },
        "lead": {
            code: tuple(
                pattern_of(preparation, code, key, said[key], regex.IGNORECASE)
                for key in Asks._fields
            )
            for code, said in rule.said.items()
            if said.keys() >= set(Asks._fields)
        },
        "hidden": hidden,
        "expires": frozenset(key for said in rule.said.values() for key in said.get("expires", ())),
        "archives": frozenset(
            folder for said in rule.said.values() for folder in said.get("archives", ())
        ),
    }


KIND = Kind(
    "structure",
    check_structure,
    {
        "what": Key(TEXT, tuple(_BY_WHAT), required=True),
        "question": Key(TABLE, by_language=True),
        **{name: Key(TABLE, by_language=True) for name in Asks._fields},
        "hidden": Key(TABLE, by_language=True),
        "expires": Key(LIST, by_language=True),
        "archives": Key(LIST, by_language=True),
    },
    prepare_structure,
    values=frozenset({"level", "above", "wanted", "count"}),
)
