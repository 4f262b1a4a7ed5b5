"""White space that a page shows although it is spelled in markup: rows of non-breaking spaces,
empty paragraphs, rows of breaks.

In HTML ordinary spaces and line ends fold into one and mean nothing; a non-breaking space and an
empty paragraph take their place. No kind of check: ``whitespace`` and ``spacing`` ask it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from vaclint.checks.context import in_tag
from vaclint.model.blocks import Span
from vaclint.model.document import Document
from vaclint.text.bullets import BULLET
from vaclint.text.patterns import lazy

_REFERENCE = r"&nbsp;|&#160;|&#[xX][aA]0;"
_HARD = rf"(?:{_REFERENCE}|\u00a0)"
_ANY = rf"(?:\s|{_REFERENCE})"  # a literal one is white space already
_RUN = lazy(rf"(?<![^\S\u00a0])(?:[^\S\u00a0]*+{_HARD}{_ANY}++|[^\S\u00a0]++{_HARD})")
_RUN_IN_LINE = lazy(rf"(?<![ ])(?:[ ]*+{_HARD}(?:[ ]|{_HARD})++(?=\S)|[ ]++{_HARD}(?=\S))")
_LETTER = lazy(r"\p{L}")
_BEFORE = lazy(rf"{_HARD}{_ANY}{{0,200}}+$")
_EMPTY = lazy(rf"<p>(?:{_ANY}|<br\s*/?>)*+</p>\s*", regex.IGNORECASE)
_BREAK = lazy(rf"<br\s*/?>{_ANY}*+", regex.IGNORECASE)
_SPACE = lazy(rf"{_ANY}++")
_TAG = lazy(r"<[^<>]*>")
_CODE = lazy(r"<(?P<ends>/)?pre")
_PAGES = (".html", ".htm", ".xhtml", ".njk")
_TEMPLATE = lazy(r"\{\{|\{%|<%|<\?(?!xml)")
BULLET_MOST = 200
"""Characters with tags in which a bullet stands at the start of a block."""
NEAR = 400
"""How far before a block its own leading spaces are looked for, in characters."""


def is_space(spelled: str) -> bool:
    """Whether a text of the source is nothing but spaces, as characters or references; a line break
    by an element is more.
    """
    return _SPACE.fullmatch(spelled) is not None


def runs(document: Document) -> Iterator[Span]:
    """Rows of two or more spaces that the reader sees inside a block, one of them non-breaking at
    least.

    In Markdown not at the ends of a line, where a space may mean something, or before the first
    word, where indentation does.
    """
    text = document.source.text
    markdown = document.format == "markdown"
    if is_template(document):
        return
    for block in document.blocks:
        start, end = block.whole
        if "&" not in text[start:end] and "\u00a0" not in text[start:end]:
            continue
        for match in (_RUN_IN_LINE if markdown else _RUN).finditer(text, start, end):
            if markdown and ("&" not in match[0] or not _has_word_before(text, match.start())):
                continue
            if _is_behind_bullet(text, start, match.start()):
                continue
            if not in_tag(text, match.start(), start) and not document.is_skipped(match.start()):
                yield Span(*match.span())


def _has_word_before(text: str, at: int) -> bool:
    """Whether a word stands before a place on its line, and near it."""
    near = max(0, at - NEAR)
    return _LETTER.search(text, max(near, text.rfind("\n", near, at) + 1), at) is not None


def _is_behind_bullet(text: str, start: int, at: int) -> bool:
    """Whether a block that starts at ``start`` has only a bullet before a place: a word processor's
    list, with its distance.
    """
    return at - start < BULLET_MOST and bool(BULLET.fullmatch(_TAG.sub("", text[start:at]) + " "))


def is_template(document: Document) -> bool:
    """Whether an HTML text, with front matter or without, is a template, whose spaces set apart
    what will stand there.
    """
    is_page = document.format == "html" or document.source.path.lower().endswith(_PAGES)
    return is_page and _TEMPLATE.search(document.source.text) is not None


def leading(document: Document) -> Iterator[Span]:
    """Non-breaking spaces before the text of a block, which indent it."""
    if is_template(document):
        return
    text, ends = (
        document.source.text,
        [document.body, *(block.whole.end for block in document.blocks)],
    )
    for block, end in zip(document.blocks, ends, strict=False):
        start = block.begin
        if match := _BEFORE.search(text, max(min(end, start), start - NEAR), start):
            yield Span(*match.span())


def blank_lines(document: Document, most: int) -> Iterator[tuple[Span, int]]:
    """What is too much of several empty paragraphs or line breaks in a row, with how many blank
    lines they show.
    """
    if is_template(document):
        return
    code = [(tag.start(), not tag["ends"]) for tag in _CODE.finditer(document.source.text)]
    for pattern, lines in ((_EMPTY, 0), (_BREAK, 1)):
        row: list[Span] = []
        for match in document.searched(pattern):
            if row and row[-1].end != match.start():
                yield from _too_many(document, code, row, most + lines, lines)
                row = []
            row.append(Span(*match.span()))
        yield from _too_many(document, code, row, most + lines, lines)


def _too_many(
    document: Document,
    code: Sequence[tuple[int, bool]],
    row: list[Span],
    most: int,
    lines: int,
) -> Iterator[tuple[Span, int]]:
    """``code`` has where the tags of code stand, and whether each opens it."""
    if len(row) <= most:
        return
    before = bisect_left(code, (row[0].start, False))
    is_code = before > 0 and code[before - 1][1]
    if not is_code and not any(document.is_skipped(span.start) for span in row):
        yield Span(row[most].start, row[-1].end), len(row) - lines
