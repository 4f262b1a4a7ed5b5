"""Lists that are no lists for the reader: a line with two markers, numbers that do not run on,
bullets that Markdown does not know.

Each is looked for in the lines of the source, outside code and front matter: what a parser makes
of a broken list says little about what was meant. Linear in the text. What is a list is
CommonMark's definition (https://spec.commonmark.org/0.31.2/#lists).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from vaclint.checks.context import Context
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic, Edit
from vaclint.model.source import Line
from vaclint.rulebook.kind import Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy

NEAR = 2
"""Numbers further apart are no list."""
RUN = 3
"""So many numbers in order make a list of lines that text stands between."""
MESSAGES = ("doubled", "bullets", "again", "step")
"""The further messages that a rule needs."""

_TWICE = lazy(
    r"(?m)^[ \t>]*"
    r"(?P<first>(?:[-*+•◦▪●·–]|\d{1,2}[.)])[ \t]+)"
    r"(?P<second>(?:[-*•◦▪●·–]|\d{1,2}[.)])[ \t]+)"
    r"(?=[\p{L}€])"
)
_TWICE_IN_ITEM = lazy(
    r"(?i)(?P<first><li\b[^<>]{0,200}>)\s*(?:<(?:p|span|b|strong)\b[^<>]{0,100}>\s*)?"
    r"(?P<second>(?:[-*•◦▪●·–]|&bull;|&middot;)(?:[ \t\u00a0]|&nbsp;)+)(?=[\p{L}€])"
)
"""A bullet in an item of a page, which has one of its own."""
_BARE = lazy(r"(?i)<[uo]l\b[^<>]*list-style(?:-type)?\s*:\s*none")
_DIGITS = lazy(r"\d+")
_NUMBER = lazy(r"(?m)^(?P<indent>[ \t]*)(?P<number>\d{1,2})(?P<mark>[.)])(?=[ \t]+\p{L})")
_FALSE_BULLET = lazy(r"(?m)^ {0,3}(?P<sign>(?:[•◦▪●‣·]|[–—](?=[ \t]))[ \t]*|-(?=\p{L}))(?=\S)")
_STOPS = lazy(
    r"^ {0,3}(?:#{1,6}(?:\s|$)|<h\d)"  # a heading
    r"|(?:  |\\)$|<br\s*/?>\s*$"  # a line break that Markdown keeps
)


def _doubled(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Two markers on a line; of a bullet and a number the number stays. The same two on many lines
    are one finding.
    """
    document = context.document
    groups: dict[str, list[tuple[Span, Edit]]] = {}
    in_page = document.format == "html"
    pattern = _TWICE_IN_ITEM if in_page else _TWICE
    for match in document.searched(pattern):
        if in_page and _is_bare(document.source.text, match.start("first")):
            continue
        if not document.is_skipped(match.start("first")):
            removed = "first" if match["second"][0].isdigit() else "second"
            start = match.start("second" if in_page else "first")
            span = Span(start, match.start("second") + len(match["second"].rstrip()))
            shape = "" if in_page else _DIGITS.sub("1", "".join(match[0].split()))
            groups.setdefault(shape, []).append((span, Edit(*match.span(removed), "")))
    for group in groups.values():
        is_habit = context.is_habit(rule, len(group), "doubled-often")
        for places in [group] if is_habit else [[each] for each in group]:
            yield _twice(context, rule, places)


LIST_MOST = 5_000
"""Characters from the begin of a list to an item of it."""


def _is_bare(page: str, at: int) -> bool:
    """Whether the list of HTML round a place says that it shows no bullets of its own."""
    opening = max(page.rfind(tag, max(0, at - LIST_MOST), at) for tag in ("<ul", "<ol"))
    return opening >= 0 and _BARE.match(page, opening) is not None


def _twice(context: Context, rule: Rule, places: list[tuple[Span, Edit]]) -> Diagnostic:
    return context.together(
        rule,
        [span for span, _ in places],
        message="doubled-often" if len(places) > 1 else "doubled",
        fixes=context.fix("keep-one-marker", "unsafe", *(edit for _, edit in places)),
    )


def _false_bullets(
    context: Context, rule: Rule, lines: Iterable[tuple[Line, str]]
) -> Iterator[Diagnostic]:
    """Lines one below the other that begin with a bullet Markdown does not know: they run together
    into a paragraph.
    """
    group: list[tuple[Line, regex.Match[str]]] = []
    end, before = -1, ""
    for line, content in lines:
        if group:
            goes_on = end == line.start and before.strip() and not _STOPS.search(before)
            if not goes_on or not content.strip():
                yield from _bullets(context, rule, group)
                group = []
        if match := _FALSE_BULLET.match(content):
            group.append((line, match))
        end, before = line.next, content
    yield from _bullets(context, rule, group)


def _bullets(
    context: Context, rule: Rule, group: list[tuple[Line, regex.Match[str]]]
) -> Iterator[Diagnostic]:
    if len(group) < 2:
        return
    places = [
        Span(line.start + match.start("sign"), line.start + match.end("sign"))
        for line, match in group
    ]
    text = context.document.source.text
    spans = [Span(start, start + max(1, len(text[start:end].rstrip()))) for start, end in places]
    fixes = context.fix("make-list", "unsafe", *(Edit(start, end, "- ") for start, end in places))
    yield context.found(
        rule, spans[0], message="bullets", related=context.also(spans[1:]), fixes=fixes
    )


def _begun_again(
    context: Context, rule: Rule, lines: Iterable[tuple[Line, str]]
) -> Iterator[Diagnostic]:
    """Items that are all number 1 on the page, because a paragraph between them is not indented."""
    one: Span | None = None  # the only item so far of the last list
    between = blank = False
    again: list[Span] = []
    for line, content in lines:
        match = _NUMBER.match(content) if content[:1].isdigit() else None
        if match:
            span = Span(line.start, line.start + match.end())
            if one and between and match["number"] == "1":
                again.append(span)
            one = span if match["number"] == "1" and (not one or between) else None
            between = False
        elif one is None:
            pass  # nothing to begin again
        elif _STOPS.match(content) or content.rstrip().endswith((":", "**")):
            one = None
        elif blank and content.strip() and content[0] not in " \t":
            between = True
        blank = not content.strip()
    if again:
        yield context.found(rule, again[0], message="again", related=context.also(again[1:]))


def _out_of_step(
    context: Context, rule: Rule, lines: Iterable[tuple[Line, str]]
) -> Iterator[Diagnostic]:
    """A number that does not follow the one before it: right below that, or further on after three
    that ran well.

    1 begins a new list.
    """
    previous: regex.Match[str] | None = None
    run, below = 0, False
    for line, content in lines:
        match = _NUMBER.match(content)
        if (
            match
            and previous
            and (match["mark"], match["indent"]) == (previous["mark"], previous["indent"])
        ):
            step = int(match["number"]) - int(previous["number"])
            near = step != 1 and abs(step) <= NEAR and not (match["number"] == "1" and step)
            if near and (below or (run >= RUN and step >= 0)):
                span = Span(line.start + match.start("number"), line.start + match.end())
                yield context.found(rule, span, message="step")
            run = run + 1 if step == 1 else 1
        elif match:
            run = 1
        previous = match or previous
        below = match is not None or (below and not content.strip())


def check_lists(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each break in Markdown and plain text; in a page, for each bullet
    inside an item.
    """
    form = context.document.format
    markdown = form == "markdown"
    if form == "html":
        for rule in rules:
            yield from _doubled(context, rule)
    if not markdown and form != "text":
        return
    text = context.document.source.text
    numbers = len(_NUMBER.findall(text)) > 1
    bullets = markdown and len(_FALSE_BULLET.findall(text)) > 1
    for rule in rules:
        yield from _doubled(context, rule)
        if bullets:
            yield from _false_bullets(context, rule, context.document.lines)
        if numbers:
            yield from (_begun_again if markdown else _out_of_step)(
                context, rule, context.document.lines
            )


def prepare_lists(rule: Rule, preparation: Preparation) -> None:
    """Nothing to prepare. Raises VaclintError for a message that is missing."""
    for code, texts in rule.texts.items():
        for name in MESSAGES:
            if name not in texts.messages:
                raise preparation.error(code, "messages", f"the rule needs a message '{name}'")


KIND = Kind("lists", check_lists, prepare=prepare_lists, values=frozenset({"count"}))
