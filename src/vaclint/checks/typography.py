"""Typography: quotation marks, dashes and dots of two kinds in one text, amounts in several ways, ij as one letter.

A fix here is safe where a sign stands for another one only: between letters, around words that clearly open and close a quotation. Front
matter is left out, since quotation marks mean something there, and so are attributes, titles of links and JSON as far as fixes go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import regex

from vaclint.checks import Context, in_tag
from vaclint.model.diagnostics import Diagnostic, Edit, Fix
from vaclint.model.document import Block, Span
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

_DOUBLE = lazy(r"(?<![\d′])\"|[“”„]")
_SINGLE = lazy(r"(?<=\p{L})['’‘´`](?=\p{L})|(?<![\p{L}\p{N}])['’‘´`](?=[stnmk](?![\p{L}\p{N}]))")
"""Apostrophes; single quotation marks are too easily taken for one."""
_OPENS = frozenset(" ([/–—-")
_CLOSES = lazy(r"(?:$|[\s.,;:!?)\]/–—-])")
_HYPHENS = lazy(r"(?<=[\p{L}\p{N}.,)’”\"'])(?:[ ](?P<spaced>-{2,3})[ ]|(?P<tight>-{2,3}))(?=[\p{L}\p{N}(‘“\"'])")
_DOTS = lazy(r"(?<![.…\d/\\])(?:\.{2,3}|(?<!\s)\.{4,5})(?![.…\d/\\])|…")
_EM_DASH = lazy(r"(?<=[\p{L}\p{N})’”])(?P<before>[ ]?)—(?P<after>[ ]?)(?=[\p{L}\p{N}(‘“])")
_WHOLE = r"(?P<whole>\d{1,3}(?:[., ]\d{3})+|\d+)(?P<cents>,\d\d|\.\d\d|[,.][-–=]+)?"
_AMOUNT = lazy(
    rf"(?<![\p{{L}}\p{{N}}.,])(?:(?P<sign>€|£|EUR|Euro|euro)(?P<gap>[ ]?){_WHOLE}|{_WHOLE}(?P<gap>[ ]?)(?P<behind>€|EUR|[Ee]uro))"
    r"(?![\p{L}\p{N}])"
)
_IJ = lazy(r"\p{L}*[ĳĲ]\p{L}*|(?<![\p{L}’'])(?:[BHJMWZ]|\p{Ll}+)ÿ\p{Ll}*|(?<!\p{L})Ij(?=[bdklmsvz]\p{Ll})\p{Ll}+")


def check_typography(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for. Linear in the text."""
    blocks = {languages: context.blocks(rule) for languages, rule in {rule.languages: rule for rule in rules}.items()}
    for rule in rules:
        yield from _CHECKS[rule.data["what"]](context, rule, blocks[rule.languages])


class _Sign(NamedTuple):
    """A sign with its place; ``other`` is what stands there when the text keeps to the other kind, empty where that is not certain."""

    block: Block
    start: int
    text: str
    other: str

    @property
    def span(self) -> Span:
        return self.block.span(self.start, self.start + len(self.text))


def _may_edit(context: Context, sign: _Sign) -> bool:
    """Whether a quotation mark may be changed here: not inside a tag, an address, a title of a link or JSON."""
    document, (start, end) = context.document, sign.span
    text = document.source.text
    if document.format == "json" or text[start:end] != sign.text:
        return False
    line = text.rfind("\n", 0, start) + 1
    in_target = text.rfind("](", line, start) > text.rfind(")", line, start)
    return not in_target and not in_tag(text, start)


def _one_kind(context: Context, rule: Rule, less: list[_Sign], better: str) -> Diagnostic:
    """A finding for all signs of the kind a text uses less, with one fix when every one of them can be changed for certain."""
    edits = tuple(Edit(*sign.span, sign.other) for sign in less if sign.other and _may_edit(context, sign))
    fixes = (Fix("safe", SAME[context.message_language], edits),) if len(edits) == len(less) else ()
    first, *others = less
    return context.found(
        rule,
        first.span,
        related=context.also(sign.span for sign in others),
        fixes=fixes,
        text=first.text,
        replacement=better,
        count=len(less),
    )


def _quotes(context: Context, rule: Rule, blocks: list[Block]) -> Iterator[Diagnostic]:
    """Straight and curly marks in one text: a finding for quotation marks, and one for apostrophes."""
    text = context.document.text
    if '"' in text and ("“" in text or "”" in text):
        yield from _double(context, rule, blocks)
    if sum(sign in text for sign in "'’‘´`") > 1:
        yield from _single(context, rule, blocks)


def _double(context: Context, rule: Rule, blocks: list[Block]) -> Iterator[Diagnostic]:
    straight: list[_Sign] = []
    curly: list[_Sign] = []
    for block in blocks:
        for match in _DOUBLE.finditer(block.text):
            if match[0] != '"':
                curly.append(_Sign(block, match.start(), match[0], '"'))
                continue
            opens, closes = match.start() == 0 or block.text[match.start() - 1] in _OPENS, _CLOSES.match(block.text, match.end())
            other = "" if opens == bool(closes) else "“" if opens else "”"
            straight.append(_Sign(block, match.start(), '"', other))
    if straight and curly:
        less, better = (straight, "“…”") if len(straight) <= len(curly) else (curly, '"…"')
        yield _one_kind(context, rule, less, better)


def _single(context: Context, rule: Rule, blocks: list[Block]) -> Iterator[Diagnostic]:
    places = [(block, match) for block in blocks for match in _SINGLE.finditer(block.text)]
    counts = Counter(match[0] for _, match in places)
    if len(counts) < 2:
        return
    usual = "’" if counts["’"] >= counts["'"] else "'"
    less = [_Sign(block, match.start(), match[0], usual) for block, match in places if match[0] != usual]
    if less := [sign for sign in less if sign.text != "‘" or not _is_opening(sign)]:
        yield _one_kind(context, rule, less, usual)


def _is_opening(sign: _Sign) -> bool:
    """Whether a mark at the start of a word opens a quotation that closes further on."""
    return regex.search(r"’(?!\p{L})", sign.block.text, pos=sign.start + 1) is not None


def _hyphens(context: Context, rule: Rule, blocks: list[Block]) -> Iterator[Diagnostic]:
    """Two or three hyphens in the place of a dash."""
    for block in blocks:
        if "--" not in block.text:
            continue
        for match in _HYPHENS.finditer(block.text):
            tight = match["tight"] is not None
            better = "—" if tight and context.document.language_of(block) == "en" else " – "
            span, signs = block.span(*match.span()), match["tight"] or match["spaced"]
            fixes = context.replacing(span, match[0], better, "safe")
            yield context.found(rule, span, fixes=fixes, text=signs, replacement=better.strip())


def _dots(context: Context, rule: Rule, blocks: list[Block]) -> Iterator[Diagnostic]:
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
                message = COUNT[context.message_language].format(text=match[0], replacement=better)
                yield context.found(rule, span, fixes=context.replacing(span, match[0], better), message=message, text=match[0])
    if three:
        yield _one_kind(context, rule, three, "…")


def _em_dashes(context: Context, rule: Rule, blocks: list[Block]) -> Iterator[Diagnostic]:
    """Em dashes without spaces in Dutch; in English those that differ from the others."""
    found = [(block, match) for block in blocks if "—" in block.text for match in _EM_DASH.finditer(block.text)]
    tight = [_Sign(block, match.start(), "—", " — ") for block, match in found if not match["before"] and not match["after"]]
    spaced = [_Sign(block, match.start(), " — ", "—") for block, match in found if match["before"] and match["after"]]
    dutch = context.document.language == "nl"
    less = tight if dutch or len(tight) < len(spaced) else spaced
    if less and (dutch or (tight and spaced)):
        yield _one_kind(context, rule, less, less[0].other)


class _Amount(NamedTuple):
    """How an amount is written: the sign and its place, what groups the thousands, how whole amounts end; None where it does not show."""

    sign: str
    grouping: str | None
    ending: str | None


def _amounts(context: Context, rule: Rule, blocks: list[Block]) -> Iterator[Diagnostic]:
    """Amounts in more ways than the rule allows: a finding at the first that is not like most, with one of each."""
    found: list[tuple[_Amount, Block, regex.Match[str]]] = []
    for block in blocks:
        if "€" in block.text or "£" in block.text or "uro" in block.text or "EUR" in block.text:
            found += [(_written(match), block, match) for match in _AMOUNT.finditer(block.text)]
    grouping, ending = _usual(way.grouping for way, _, _ in found), _usual(way.ending for way, _, _ in found)
    ways: dict[_Amount, list[tuple[Block, regex.Match[str]]]] = {}
    for way, block, match in found:
        full = way._replace(
            grouping=grouping if way.grouping is None else way.grouping, ending=ending if way.ending is None else way.ending
        )
        ways.setdefault(full, []).append((block, match))
    if len(ways) < rule.options["ways"]:
        return
    most = max(ways, key=lambda way: len(ways[way]))
    others = [places[0] for way, places in ways.items() if way != most]
    spans = [block.span(*match.span()) for block, match in others]
    shown = ", ".join(f"‘{match[0]}’" for _, match in [ways[most][0], *others])
    yield context.found(
        rule,
        spans[0],
        related=context.also(spans[1:]),
        text=shown,
        replacement=ways[most][0][1][0],
        count=len(ways),
        properties={"ways": len(ways)},
    )


def _usual(values: Iterator[str | None]) -> str | None:
    """The value that stands most often; None when none shows."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value], default=None)


def _written(match: regex.Match[str]) -> _Amount:
    whole, cents = match["whole"], match["cents"] or ""
    digits = "".join(char for char in whole if char.isdigit())
    grouping = None if len(digits) < 4 else next((char for char in whole if not char.isdigit()), "")
    ending = None if cents[1:].isdigit() and cents[1:] != "00" else cents
    sign = f"{match['sign']}{match['gap']}#" if match["sign"] else f"#{match['gap']}{match['behind'].lower()}"
    return _Amount(sign, grouping, ending)


def _ij(context: Context, rule: Rule, blocks: list[Block]) -> Iterator[Diagnostic]:
    """One letter for ij, ÿ for ij, and Ij at the start of a word."""
    text = context.document.text
    if "Ij" not in text and "ĳ" not in text and "Ĳ" not in text and "ÿ" not in text:
        return
    for block in blocks:
        for match in _IJ.finditer(block.text):
            better = match[0].replace("ĳ", "ij").replace("Ĳ", "IJ").replace("ÿ", "ij")
            better = f"IJ{better[2:]}" if better.startswith("Ij") else better
            span = block.span(*match.span())
            certain = "ÿ" not in match[0] or match[0].islower()
            yield context.found(
                rule,
                span,
                replacement=better,
                text=match[0],
                fixes=context.replacing(span, match[0], better, "safe" if certain else "unsafe"),
            )


SAME = {"nl": "Gebruik overal hetzelfde teken", "en": "Use the same sign everywhere"}
COUNT = {
    "nl": "‘{text}’: een zin eindigt met één punt, een beletselteken heeft er drie; schrijf ‘{replacement}’.",
    "en": "‘{text}’: a sentence ends in one full stop, an ellipsis has three; write ‘{replacement}’.",
}
_CHECKS: dict[str, Callable[[Context, Rule, list[Block]], Iterator[Diagnostic]]] = {
    "quotes": _quotes,
    "hyphens": _hyphens,
    "dots": _dots,
    "em-dashes": _em_dashes,
    "amounts": _amounts,
    "ij": _ij,
}
