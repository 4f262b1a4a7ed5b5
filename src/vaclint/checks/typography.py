"""Typography: quotation marks, dashes and dots of two kinds in one text, amounts in several ways,
letters that are no letters.

A fix here is safe where a sign stands for another one only: between letters, around words that
clearly open and close a quotation. Front matter is left out, since quotation marks mean something
there, and so are attributes, titles of links and files that spell letters otherwise, as far as
fixes go. Each function is one rule's ``what``. Linear in the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import regex

from vaclint.checks.context import Context, in_tag
from vaclint.checks.prepared import (
    all_said,
    need_messages,
    need_options,
    pattern_of,
    patterns_of,
)
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Diagnostic, Edit
from vaclint.model.document import ESCAPED
from vaclint.rulebook.kind import LIST, SWITCH, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, words

_DOUBLE = lazy(r"(?<![\d′])\"|[“”„]")
_APOSTROPHES = "'’‘´`"
_NONE = frozenset("´`")
"""Those that are wrong wherever they stand; ``‘`` may be a letter (Hawai‘i)."""
NO_APOSTROPHE = "accent"
"""The further message for such signs where the text has no others."""
_SINGLE = rf"(?<=\p{{L}})[{_APOSTROPHES}](?=\p{{L}})"
"""Apostrophes inside words; single quotation marks are too easily taken for one."""
_SINGLE_BEFORE = rf"(?<![\p{{L}}\p{{N}}])[{_APOSTROPHES}](?="
_WORD_END = r"(?![\p{L}\p{N}])"
_CLOSING = lazy(r"’(?!\p{L})")
_OPENS = frozenset(" ([/–—-")
_CLOSES = lazy(r"(?:$|[\s.,;:!?)\]/–—-])")
_HYPHENS = lazy(
    r"(?<=[\p{L}\p{N}.,)’”\"'])"
    r"(?:[ ](?P<spaced>-{2,3})[ ]|(?P<tight>-{2,3}))"
    r"(?=[\p{L}\p{N}(‘“\"'])"
)
_SPACED_DASH = " – "
ROW = "row"
"""The further message for a row of dots that fills a line."""
_DOTS = lazy(r"(?<![.…\d/\\])(?:\.{2,3}|(?<!\s)\.{4,5})(?![.…\d/\\])|…")
_ROW = lazy(
    r"(?P<behind>^|[^\s.…])[ ]?(?P<dots>[.…]*(?:\.{4}|…[.…]|\.…)[.…]*)"
    r"(?P<ends>[?!]?$|[?!]|[ ]?\p{Lu}\p{Ll})?"
)
"""Dots in a row, what stands before them, and what ends them where they are no place to fill in."""
MOST_DOTS = 9
"""A longer row of dots is a place to fill in; an ellipsis counts for three."""
_EM_DASH = lazy(r"(?<=[\p{L}\p{N})’”])(?P<before>[ ]?)—(?P<after>[ ]?)(?=[\p{L}\p{N}(‘“])")
_WHOLE = r"(?P<whole>\d{1,3}(?:[., ]\d{3})+|\d+)(?P<cents>,\d\d|\.\d\d|[,.][-–=]+)?"


class _Sign(NamedTuple):
    """A sign with its place; ``other`` is what stands there when the text keeps to the other kind,
    empty where that is not certain.
    """

    block: Block
    start: int
    text: str
    other: str

    @property
    def span(self) -> Span:
        return self.block.span(self.start, self.start + len(self.text))


def _may_edit(context: Context, sign: _Sign) -> bool:
    """Whether a sign may be changed here: not inside a tag, an address, a title of a link or a text
    spelled otherwise.
    """
    document, (start, end) = context.document, sign.span
    text = document.source.text
    if ESCAPED in document.traits or text[start:end] != sign.text:
        return False
    line = text.rfind("\n", 0, start) + 1
    in_target = text.rfind("](", line, start) > text.rfind(")", line, start)
    return not in_target and not in_tag(text, start)


def _one_kind(
    context: Context, rule: Rule, less: list[_Sign], better: str, message: str = ""
) -> Diagnostic:
    """A finding for all signs of the kind a text uses less, with one fix when every one of them can
    be changed for certain.
    """
    certain = [sign for sign in less if sign.other and _may_edit(context, sign)]
    edits = [Edit(*sign.span, sign.other) for sign in certain]
    first, *others = less
    return context.found(
        rule,
        first.span,
        related=context.also(sign.span for sign in others),
        fixes=context.fix("same-sign", "safe", *edits) if len(edits) == len(less) else (),
        message=message,
        text=first.text,
        replacement=better,
        count=len(less),
    )


def _quotes(context: Context, rule: Rule, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Straight and curly marks in one text: a finding for quotations, and one for apostrophes."""
    text = context.document.text
    if '"' in text and ("“" in text or "”" in text):
        yield from _double(context, rule, blocks)
    kinds = [sign for sign in _APOSTROPHES if sign in text]
    if len(kinds) > 1 or not _NONE.isdisjoint(kinds):
        yield from _single(context, rule, blocks)


def _double(context: Context, rule: Rule, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    straight: list[_Sign] = []
    curly: list[_Sign] = []
    for block in blocks:
        for match in _DOUBLE.finditer(block.text):
            start, sign = match.start(), match[0]
            if sign == '"':
                straight.append(_Sign(block, start, sign, _curly_for(block.text, start)))
            else:
                curly.append(_Sign(block, start, sign, '"'))
    if straight and curly and len(straight) <= len(curly):
        yield _one_kind(context, rule, straight, "“…”")
    elif straight and curly:
        yield _one_kind(context, rule, curly, '"…"')


def _curly_for(text: str, at: int) -> str:
    """The curly mark for a straight one, by what stands beside it; nothing where it may open as
    well as close.
    """
    opens = at == 0 or text[at - 1] in _OPENS
    closes = _CLOSES.match(text, at + 1) is not None
    if opens == closes:
        return ""
    return "“" if opens else "”"


def _single(context: Context, rule: Rule, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    pattern = lazy(rule.prepared["apostrophe"])
    places = [
        (block, match.start(), match[0])
        for block in blocks
        for match in pattern.finditer(block.text)
    ]
    counts = Counter(sign for _, _, sign in places)
    usual = "’" if counts["’"] >= counts["'"] else "'"
    signs = (_Sign(*place, usual) for place in places)
    less = [sign for sign in signs if sign.text != usual and not _is_opening(sign)]
    if less:
        is_mixed = len(counts) > 1
        yield _one_kind(context, rule, less, usual, message="" if is_mixed else NO_APOSTROPHE)


def _is_opening(sign: _Sign) -> bool:
    """Whether a mark at the start of a word opens a quotation that closes further on."""
    return sign.text == "‘" and _CLOSING.search(sign.block.text, sign.start + 1) is not None


def _hyphens(context: Context, rule: Rule, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Two or three hyphens in the place of a dash."""
    for block in blocks:
        if "--" not in block.text:
            continue
        tight_dash = rule.key("tight-dash", context.document.language_of(block), _SPACED_DASH)
        for match in _HYPHENS.finditer(block.text):
            better = tight_dash if match["tight"] else _SPACED_DASH
            span, signs = block.span(*match.span()), match["tight"] or match["spaced"]
            fixes = context.replacing(span, match[0], better, "safe")
            yield context.found(rule, span, fixes=fixes, text=signs, replacement=better.strip())


def _dots(context: Context, rule: Rule, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Two dots or more than three, each; and three dots, once for a text."""
    three: list[_Sign] = []
    for block in blocks:
        if ".." not in block.text:
            continue
        for match in _DOTS.finditer(block.text):
            if match[0] == "...":
                three.append(_Sign(block, match.start(), "...", "…"))
            elif match[0] != "…":
                span = block.span(*match.span())
                better = "." if match[0] == ".." else "…"
                yield context.found(
                    rule,
                    span,
                    fixes=context.replacing(span, match[0], better),
                    message="count",
                    text=match[0],
                    replacement=better,
                )
    if three:
        yield _one_kind(context, rule, three, "…")
    if context.says(rule, ROW):
        yield from _rows_of_dots(context, rule)


def _rows_of_dots(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Rows of dots that fill a line, none in a text with places to fill in."""
    found = [
        (block, match)
        for block in context.shown(rule)
        if ".." in block.text or "…" in block.text
        for match in _ROW.finditer(block.text)
    ]
    if any(_is_to_fill_in(match) for _, match in found):
        return
    for block, match in found:
        start, end = match.span("dots")
        if match["ends"] is not None and not _DOTS.fullmatch(block.text, start, end):
            span = block.span(start, end)
            yield context.found(rule, span, message=ROW, text=match["dots"])


def _is_to_fill_in(match: regex.Match[str]) -> bool:
    """Whether a row of dots is long, or stands behind a sign or nothing: a form, or contents."""
    behind, dots = match["behind"], match["dots"]
    is_said = behind.isalpha() or (behind and behind in ")?!’”")
    return not is_said or len(dots) + 2 * dots.count("…") > MOST_DOTS


def _em_dashes(context: Context, rule: Rule, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Em dashes without spaces where the language wants them; else those that differ from the
    others.
    """
    tight: list[_Sign] = []
    spaced: list[_Sign] = []
    for block in blocks:
        for match in _EM_DASH.finditer(block.text) if "—" in block.text else ():
            if match["before"] and match["after"]:
                spaced.append(_Sign(block, match.start(), " — ", "—"))
            elif not match["before"] and not match["after"]:
                tight.append(_Sign(block, match.start(), "—", " — "))
    if rule.key("always-spaced", context.document.language, False):
        less = tight
    elif tight and spaced:
        less = tight if len(tight) < len(spaced) else spaced
    else:
        less = []
    if less:
        yield _one_kind(context, rule, less, less[0].other)


class _Amount(NamedTuple):
    """How an amount is written; None where it does not show."""

    sign: str
    """The sign with its space, and # for the number."""
    grouping: str | None
    """What groups the thousands."""
    ending: str | None
    """How a whole amount ends."""


class _Way(NamedTuple):
    """A way to write amounts: how often it is taken, and the first of them."""

    often: int
    block: Block
    match: regex.Match[str]


def _amounts(context: Context, rule: Rule, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Amounts in more ways than the rule allows: a finding at the first that is not like most, with
    one of each.
    """
    pattern = lazy(rule.prepared["amount"])
    found: dict[_Amount, _Way] = {}
    for block in blocks:
        if any(sign in block.text for sign in rule.prepared["signs"]):
            for match in pattern.finditer(block.text):
                _count(found, _written(match), _Way(1, block, match))
    ways = _ways(found)
    if len(ways) < rule.options["ways"]:
        return
    most = max(ways, key=lambda way: ways[way].often)
    others = [first for way, first in ways.items() if way != most]
    spans = [each.block.span(*each.match.span()) for each in others]
    usual = ways[most].match
    yield context.found(
        rule,
        spans[0],
        related=context.also(spans[1:]),
        text=", ".join(f"‘{match[0]}’" for match in (usual, *(each.match for each in others))),
        replacement=usual[0],
        count=len(ways),
        properties={"ways": len(ways)},
    )


def _count(ways: dict[_Amount, _Way], way: _Amount, more: _Way) -> None:
    """Add amounts that are written in a way to those counted before, of which the first stays."""
    known = ways.get(way)
    ways[way] = more if known is None else known._replace(often=known.often + more.often)


def _ways(found: Mapping[_Amount, _Way]) -> dict[_Amount, _Way]:
    """The ways in which amounts are written; what does not show is taken to be as usual."""
    grouping = _usual((way.grouping, each.often) for way, each in found.items())
    ending = _usual((way.ending, each.often) for way, each in found.items())
    ways: dict[_Amount, _Way] = {}
    for way, each in found.items():
        if way.grouping is None:
            way = way._replace(grouping=grouping)
        if way.ending is None:
            way = way._replace(ending=ending)
        _count(ways, way, each)
    return ways


def _usual(values: Iterable[tuple[str | None, int]]) -> str | None:
    """The value that stands most often, of values with how often they do; None when none shows."""
    counts: Counter[str] = Counter()
    for value, count in values:
        if value is not None:
            counts[value] += count
    return max(counts, key=lambda value: counts[value], default=None)


def _written(match: regex.Match[str]) -> _Amount:
    whole, cents = match["whole"], match["cents"] or ""
    digits = "".join(char for char in whole if char.isdigit())
    grouping = None
    if len(digits) > 3:
        grouping = next((char for char in whole if not char.isdigit()), "")
    ending = None if cents[1:].isdigit() and cents[1:] != "00" else cents
    if match["sign"]:
        return _Amount(f"{match['sign']}{match['gap']}#", grouping, ending)
    return _Amount(f"#{match['gap']}{match['behind'].lower()}", grouping, ending)


def _letters(context: Context, rule: Rule, blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Words with letters that a language spells with others, such as one sign for two letters."""
    whole = context.document.text
    for language, prepared in rule.prepared["letters"].items():
        if not any(sign in whole for sign in rule.key("signs", language, ())):
            continue
        for block in blocks:
            if context.document.language_of(block) == language:
                yield from _misspelt(context, rule, block, prepared, rule.key("spelled", language))


def _misspelt(
    context: Context,
    rule: Rule,
    block: Block,
    prepared: Mapping[str, str],
    spelled: list[list[str]],
) -> Iterator[Diagnostic]:
    for match in lazy(prepared["letters"]).finditer(block.text):
        better = match[0]
        for pattern, replacement in spelled:
            better = lazy(pattern).sub(replacement, better)
        span = block.span(*match.span())
        doubtful = "doubtful" in prepared and lazy(prepared["doubtful"]).search(match[0])
        fixes = context.replacing(span, match[0], better, "unsafe" if doubtful else "safe")
        yield context.found(rule, span, replacement=better, text=match[0], fixes=fixes)


FINDERS: Mapping[str, Callable[[Context, Rule, Sequence[Block]], Iterator[Diagnostic]]] = {
    "quotes": _quotes,
    "hyphens": _hyphens,
    "dots": _dots,
    "em-dashes": _em_dashes,
    "amounts": _amounts,
    "letters": _letters,
}


def check_typography(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for."""
    for rule in rules:
        yield from FINDERS[rule.data["what"]](context, rule, context.blocks(rule))


def prepare_typography(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """The patterns of the rule's ``what``."""
    need_options(rule, preparation, {"amounts": ("ways",)})
    need_messages(rule, preparation, {"dots": ("count",), "quotes": (NO_APOSTROPHE,)})
    what = rule.data["what"]
    if what == "quotes":
        clipped = all_said(rule, "clipped")
        pattern = _SINGLE
        if clipped:
            pattern += f"|{_SINGLE_BEFORE}{words(clipped)}{_WORD_END})"
        return {"apostrophe": pattern_of(preparation, "", "clipped", pattern)}
    if what == "amounts":
        return _prepared_amounts(rule, preparation)
    if what == "letters":
        for language, said in rule.said.items():
            for pattern, _ in said.get("spelled", ()):
                pattern_of(preparation, language, "spelled", pattern)
        return {"letters": patterns_of(rule, preparation, "letters", "doubtful")}
    return {}


def _prepared_amounts(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """The pattern of an amount: the sign or word of a currency, before or behind the number."""
    named = all_said(rule, "currencies")
    before = [*rule.data.get("signs-before", ()), *named]
    behind = [*rule.data.get("signs-behind", ()), *named]
    pattern = (
        r"(?<![\p{L}\p{N}.,])"
        rf"(?:(?P<sign>{words(before)})(?P<gap>[ ]?){_WHOLE}"
        rf"|{_WHOLE}(?P<gap>[ ]?)(?P<behind>{words(behind)}))"
        r"(?![\p{L}\p{N}])"
    )
    signs = list(dict.fromkeys([*before, *behind]))
    return {"signs": signs, "amount": pattern_of(preparation, "", "signs-before", pattern)}


KIND = Kind(
    "typography",
    check_typography,
    {
        "what": Key(TEXT, tuple(FINDERS), required=True),
        "clipped": Key(LIST, by_language=True),
        "tight-dash": Key(TEXT, by_language=True),
        "always-spaced": Key(SWITCH, by_language=True),
        "signs-before": Key(LIST),
        "signs-behind": Key(LIST),
        "currencies": Key(LIST, by_language=True),
        "letters": Key((*TEXT, *TABLE), by_language=True),
        "signs": Key(LIST, by_language=True),
        "spelled": Key(LIST, by_language=True),
        "doubtful": Key((*TEXT, *TABLE), by_language=True),
    },
    prepare_typography,
    per_block=True,
    values=frozenset({"count"}),
)
