"""Markdown: CommonMark with tables, task lists, footnotes and strikethrough, by pyromark's events
with byte ranges.

Code, comments and template shortcodes are no prose: inline they leave a placeholder in the text, as
a block they leave nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, cast

import pyromark
import regex

from vaclint.formats.readers.blocks import (
    TEMPLATE_COMMENT,
    label_cell,
    make_blocks,
    template_ranges,
)
from vaclint.model.blocks import PLACEHOLDER, Block, BlockKind, Span, TextBuilder
from vaclint.model.document import Heading
from vaclint.model.source import Source
from vaclint.text.patterns import lazy
from vaclint.text.quotations import is_inside

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
)
_SHORTCODE = lazy(
    rf"^:::+[^\n]*|(?P<comment>{TEMPLATE_COMMENT})|(?P<open>\{{\{{|\{{%|<%)"
    r"|(?<=\S)[ ]*+\{[:#.](?![\s-])[^{}\n]*\}|^\{:[^{}\n]*\}|(?<=[\])*_`])\{:[ ][^{}\n]*\}"
    r'|^(?:!!!|\?\?\?\+?)[ ][a-z][a-z-]*+(?=[ ]*+(?:"[^"\n]*"[ ]*+)?$)',
    regex.MULTILINE,
)
"""Shortcodes, directives (``:::tip``), attributes, and boxes as MkDocs has them: ``!!! note``."""
_SHORTCODE_SIGNS = ("{", "<%", ":::", "!!! ", "??? ", "???+ ")
"""One of these stands in a text with any."""
_MDX = lazy(
    r"(?P<open>(?!))(?P<comment>)"
    r"|^(?:import|export)\s[^\n]*|\{(?:[^{}]++|\{[^{}]*+\})*+\}",
    regex.MULTILINE,
)
CODE_INDENT = 4
"""From so many spaces on a line may be code."""
_LINE_ENDS = lazy(r"[ \t]*+\r?(?:\n|\Z)")
_COMMENT = lazy(r"<!--.*?-->", regex.DOTALL)
_TAG = lazy(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)")
_HIDING = lazy(
    r"\s(?:hidden\b|aria-hidden\s*=\s*[\"']?true"
    r"|style\s*=\s*[\"'][^\"']*(?:display\s*:\s*none|visibility\s*:\s*hidden))",
    regex.IGNORECASE,
)
_SILENT = frozenset(
    {"code", "kbd", "samp", "var", "script", "style", "pre", "svg", "math", "template", "noscript"}
)


_BREAKS = frozenset(("SoftBreak", "HardBreak"))
_OPAQUE = frozenset(
    ("Code", "InlineHtml", "Html", "FootnoteReference", "InlineMath", "DisplayMath")
)
"""The events of what is no prose, or is read by itself."""


class MarkdownReader:
    """Turns the parser's events into blocks."""

    def __init__(self, source: Source, body: int) -> None:
        self.source = source
        self.body = body
        self.blocks: list[Block] = []
        self.skipped: list[Span] = []
        self.masked: list[Span] = []
        """The shortcodes, which are the first of what is skipped."""
        self.comments: list[Span] = []
        self.code: list[Span] = []
        self.headings: list[Heading] = []
        self.builder: TextBuilder | None = None
        self.breaks: list[int] = []
        self.kind: BlockKind = "paragraph"
        self.level = 0
        self.items = 0
        self.quiet = 0  # inside an image or a code block
        self.hidden: list[
            str
        ] = []  # open inline HTML elements that no reader sees, or that hold code
        self.alternative: TextBuilder | None = None  # the text of an image, which is read aloud
        self.titled: Block | None = None  # the title of an image
        self.header: list[str] = []
        self.row: list[Block | None] = []
        self.in_head = False

    def run(self) -> None:
        """Read the text: blocks, headings, comments and what is skipped are then known."""
        text = self.source.text[self.body :] if self.body else self.source.text
        template_comments: list[Span] = []
        if any(sign in text for sign in _SHORTCODE_SIGNS):
            text = self._mask(text, _SHORTCODE, template_comments)
            if self.source.path.lower().endswith(".mdx"):
                text = self._mask(text, _MDX, template_comments)
            self.masked = sorted(self.skipped)
        base = len(self.source.text[: self.body].encode()) if self.body else 0
        place = self._shifted if self.source.text.isascii() else self.source.from_byte_offset
        for event, span in pyromark.events_with_range(text, options=_OPTIONS):
            if isinstance(event, str):
                if event in _BREAKS:
                    self._break(Span(place(span["start"] + base), place(span["end"] + base)))
                continue
            ((name, content),) = cast("dict[str, Any]", event).items()
            if name == "End":
                self._close(content)
                continue
            start, end = place(span["start"] + base), place(span["end"] + base)
            if name == "Text":
                self._text(content, start, end)
            elif name == "Start":
                self._open(content, Span(start, end))
            elif name in _OPAQUE:
                self._opaque(name, content, Span(start, end))
        self.comments += (each for each in template_comments if not is_inside(self.code, each[0]))

    def _mask(self, text: str, pattern: regex.Pattern[str], comments: list[Span]) -> str:
        """Replace shortcodes by as many bytes of one letter, so that no markup is found in them. A
        comment that has its lines to itself is blank, and the range of each is added.
        """
        parts: list[str] = []
        here = 0
        for start, end, is_comment in template_ranges(text, pattern):
            span = Span(self.body + start, self.body + end)
            self.skipped.append(span)
            sign = "X"
            if is_comment:
                comments.append(span)
                before = text.rfind("\n", 0, start) + 1
                indent = text[before:start]
                alone = not indent.strip() and "\t" not in indent and len(indent) < CODE_INDENT
                sign = " " if alone and _LINE_ENDS.match(text, end) else "X"
            parts.append(text[here:start])
            parts += (c if c == "\n" else sign * len(c.encode()) for c in text[start:end])
            here = end
        return "".join(parts) + text[here:]

    def _text(self, value: str, start: int, end: int) -> None:
        if self.hidden or (self.quiet and self.alternative is None):
            return
        builder = (
            self.alternative if self.quiet and self.alternative is not None else self._building()
        )
        here = self._unmasked_from(start, end)
        for span in self._masked_in(here, end) if "XXX" in value else ():
            builder.raw(self.source.text[here : span.start], here)
            builder.mapped(PLACEHOLDER, span)
            here = span.end
        spelled = self.source.text[here:end]
        if here == start and spelled != value:
            builder.mapped(" " if value.isspace() else value, Span(start, end))
        elif spelled:
            builder.raw(spelled, here)

    def _unmasked_from(self, start: int, end: int) -> int:
        """Where in a line that begins inside something masked, such as a shortcode over several
        lines, the text goes on: there, at its end, or at once.
        """
        before = bisect_left(self.masked, (start, start)) - 1
        return min(max(start, self.masked[before].end), end) if before >= 0 else start

    def _masked_in(self, start: int, end: int) -> list[Span]:
        """What was masked between two places, in order."""
        first, last = (bisect_left(self.masked, (at, at)) for at in (start, end))
        return self.masked[first:last]

    def _building(self) -> TextBuilder:
        if self.builder is None:  # a tight list item has text without a paragraph
            self.builder = TextBuilder()
            self.kind = "item" if self.items else "paragraph"
        return self.builder

    @staticmethod
    def _shifted(offset: int) -> int:
        """The offset of a byte of a text of one byte a character."""
        return offset

    def _break(self, span: Span) -> None:
        if self.builder is not None:
            self.builder.space(span)
            self.breaks.append(self.builder.length)

    def _opaque(self, name: str, content: str, span: Span) -> None:
        if name == "Html":
            return  # read as a whole when its block began
        if name == "InlineHtml":
            if content.lstrip().startswith("<!--"):
                self.comments.extend(
                    Span(span.start + match.start(), span.start + match.end())
                    for match in _COMMENT.finditer(self.source.text[span.start : span.end])
                )
            elif content[:3].lower() == "<br" and self.builder is not None:
                self.builder.space(span)
                self.breaks.append(self.builder.length)
            else:
                self._inline_tag(content, span)
        elif not self.quiet:
            self._building().mapped(PLACEHOLDER, span)
        if name == "Code":
            self.code.append(span)
        self.skipped.append(span)

    def _inline_tag(self, tag: str, span: Span) -> None:
        """Follow the elements whose text is no prose: code, scripts, what is hidden."""
        match = _TAG.match(tag)
        if match is None or tag.endswith("/>"):
            return
        name = match["name"].lower()
        if match["end"]:
            if self.hidden and self.hidden[-1] == name:
                self.hidden.pop()
        elif name in _SILENT or self.hidden[-1:] == [name] or _HIDING.search(tag):
            if not self.hidden:
                self._building().mapped(PLACEHOLDER, span)
            self.hidden.append(name)

    def _open(self, tag: Any, span: Span) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name == "Heading":
            self._finish()
            self.builder, self.kind = TextBuilder(), "heading"
            self.level = int(tag["Heading"]["level"][1:])
            self.headings.append(Heading(self.level, span, ""))
        elif name == "Paragraph":
            self._finish()
            self.builder, self.kind = TextBuilder(), "item" if self.items else "paragraph"
        elif name == "TableCell":
            self._finish()
            self.builder, self.kind = TextBuilder(), "cell"
        elif name == "Image":
            if not self.quiet:
                self._building().mapped(PLACEHOLDER, span)
                self.alternative = TextBuilder()
            self.quiet += 1
            self.titled = self._link_title(tag["Image"]["title"], span)
            if self.titled is not None:
                self.titled.image = True
        elif name == "Link":
            self._link_title(tag["Link"]["title"], span)
        elif name == "CodeBlock":
            self._finish()
            self.quiet += 1
            self.code.append(span)
            self.skipped.append(span)
        elif name in ("Item", "FootnoteDefinition"):
            self._finish()
            self.items += 1
        elif name in ("List", "BlockQuote", "Table", "HtmlBlock"):
            self._finish()
            if name == "HtmlBlock":
                self._html(span)
        elif name == "TableHead":
            self.in_head, self.row = True, []
        elif name == "TableRow":
            self.row = []

    def _close(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in ("Heading", "Paragraph"):
            if name == "Heading" and self.builder is not None:
                self.headings[-1] = self.headings[-1]._replace(text=self.builder.text.strip())
            self._finish()
        elif name == "TableCell":
            self._finish_cell()
        elif name in ("Image", "CodeBlock"):
            self.quiet -= 1
            if not self.quiet and self.alternative is not None:
                self._image(self.alternative)
                self.alternative = None
        elif name in ("Item", "FootnoteDefinition"):
            self._finish()
            self.items -= 1
        elif name == "TableHead":
            self.in_head = False
            self.header = [block.text if block else "" for block in self.row]
            if len(self.row) == 2 and self.row[0] is not None and self.row[1] is not None:
                self.row[1].label = self.row[0].text.rstrip(
                    ":"
                )  # the first pair often stands in the header
        elif name == "Table":
            self.header = []

    def _own_block(self, builder: TextBuilder) -> Block | None:
        if (block := builder.build("paragraph")) is not None:
            self.blocks.append(block)
        return block

    def _image(self, alternative: TextBuilder) -> None:
        """The text of an image; a title that says the same is no text of its own."""
        block = self._own_block(alternative)
        if block is None:
            return
        block.image = True
        if self.titled is not None and self.titled.text.lower() == block.text.lower():
            self.blocks.remove(self.titled)

    def _link_title(self, title: str, span: Span) -> Block | None:
        """The title of an inline link or image, which stands right before its closing bracket."""
        spelled = self.source.text[span.start : span.end]
        inside = spelled[:-1].rstrip()[:-1]
        if title and spelled.endswith(")") and inside.endswith(title):
            builder = TextBuilder()
            builder.raw(title, span.start + len(inside) - len(title))
            return self._own_block(builder)
        return None

    def _html(self, span: Span) -> None:
        """The prose in a block of HTML."""
        from vaclint.formats.readers.html import HtmlReader

        self.skipped.append(span)
        reader = HtmlReader(self.source.text[span.start : span.end], span.start)
        self.blocks.extend(reader.blocks())
        self.comments.extend(reader.comments)
        self.headings.extend(reader.headings())

    def _finish_cell(self) -> None:
        block = self.builder.build("cell") if self.builder else None
        self.builder, self.breaks = None, []
        if block is not None:
            if not self.in_head:
                label_cell(block, len(self.row), self.row, self.header, len(self.header))
            self.blocks.append(block)
        self.row.append(block)

    def _depth(self) -> int:
        return self.items if self.kind == "item" else self.level

    def _finish(self) -> None:
        builder, breaks = self.builder, self.breaks
        self.builder, self.breaks, self.hidden = None, [], []
        if builder is not None:
            self.blocks.extend(make_blocks(builder, breaks, self.kind, self._depth()))


def read_markdown(text: str) -> list[Block]:
    """The blocks of a Markdown text that stands inside something else; their places are those in
    ``text``.
    """
    walker = MarkdownReader(Source("", text), 0)
    walker.run()
    return walker.blocks
