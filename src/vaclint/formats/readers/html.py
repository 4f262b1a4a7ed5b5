"""HTML, whole pages and fragments, by the standard library's forgiving parser, which gives the
place of every token.

Blocks follow the elements that a browser sets on lines of their own; inline elements leave no trace
in the text. What a reader does not see (scripts, styles, hidden elements) is no prose. When a page
says what its content is (``main``, ``article``, an element marked as a JobPosting), the rest of the
page is chrome and left alone; else navigation, footer, aside, forms and cookie notices are. In the
content menus, buttons and a form below the text are chrome too. A JobPosting in a ``script`` is
read as facts (see ``jobposting``).
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from html import unescape
from html.parser import HTMLParser
from typing import TypeVar

import regex

from vaclint.formats.readers.blocks import label_cell, make_blocks, mask_templates
from vaclint.model.blocks import PLACEHOLDER, Block, BlockKind, Span, TextBuilder
from vaclint.model.document import Heading
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.references import readable

_VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    }
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu
    nav ol p pre section summary table tbody td tfoot th thead title tr ul
    """.split()
)
_SILENT = frozenset(
    """
    script style template noscript svg math object iframe canvas audio video code pre kbd samp
    select option textarea title head
    """.split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CHROME = frozenset(["nav", "footer", "aside", "form", "button", "header", "dialog"])
_CONTENT = frozenset({"main", "article"})
_WHOLE_PAGE = frozenset({"html", "body"})
"""A class of theirs says how the page stands (`cookies-not-set`), not what it is."""
_ENDS_PARAGRAPH = _BLOCKS - {"body", "html", "head"}
_SAME = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "option": {"option"},
}
_MENUS = frozenset({"ul", "ol", "menu"})
_LISTS = frozenset({"ul", "ol", "dl", "table", "menu", "dir"})
_HIDDEN = lazy(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_ICONS = lazy(r"(?<![\w-])(?:material-(?:icons|symbols)|glyphicon|lnr)(?![a-z])")
"""Classes that make an icon of the word in an element."""
_COOKIE = lazy(
    r"cookie|consent|breadcrumb|kruimelpad|navbar|share-buttons|social-share", regex.IGNORECASE
)


_Found = TypeVar("_Found", Block, Heading)
DEPTH = 256
"""So deep elements are followed; what is nested deeper is taken as standing side by
side, as browsers do from 512 on.
"""
LEAST_FOLDED = 300
"""Characters; less that a page hides is no text that folds out."""
LEAST_BEFORE_FORM = 300
"""Characters; a form with as much of the content above it is one to apply with, and another may
hold the text itself.
"""
MENU_LEAST = 4
"""A list of fewer links may be of the text."""
MENUS_DEEPEST = 8
"""Menus nested deeper are not looked at for themselves; the one around them is."""
UNFINISHED = 16
"""So many tags may be begun behind the last ``>`` and never end."""
_TAG_START = lazy(r"<(?=[a-zA-Z/!?])")


class _Links(NamedTuple):
    """A list in which nothing but links was seen yet."""

    first: int
    """The number of the first block in it."""
    around: int
    """So many links are open around it, as where a whole card is one."""


class Script(NamedTuple):
    """The content of a ``script`` that holds linked data."""

    start: int
    end: int


class _Open(NamedTuple):
    """An open element."""

    tag: str
    silent: bool
    hidden: bool
    """Whether it is silent for no other reason than that the page hides it."""
    chrome: bool
    content: bool
    language: str
    kind: BlockKind = "paragraph"
    """Of the blocks in it."""
    level: int = 0
    in_header: bool = False
    in_header_alone: bool = False
    """Whether what stands in it is chrome for no other reason than the header round it."""
    in_drawing: bool = False


_OUTSIDE = _Open("", silent=False, hidden=False, chrome=False, content=False, language="")

_ENCODED_ADDRESS = "data-cfemail"
"""The attribute of an element that a script turns into an e-mail address; its text says that the
address is protected, which no reader sees.
"""


def _hides(attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown, as long as no script shows it."""
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(attributes.get("style", "")))
        or bool(_ICONS.search(attributes.get("class", "")))
    )


def _heading_level(block: Block) -> int:
    """The level of a heading; 0 for any other block."""
    return block.level if block.kind == "heading" else 0


def _last_above(
    found: Sequence[tuple[_Found, bool, bool]], level_of: Callable[[_Found], int]
) -> int | None:
    """The number of the last heading that stands above the marked content, where that has no
    heading of the first level: a page may show its title in a banner.
    """
    above = None
    for at, (each, chrome, content) in enumerate(found):
        level = level_of(each)
        if content and not chrome:
            return None if any(level_of(one) == 1 for one, _, inside in found if inside) else above
        if level and not chrome:
            above = at
    return None


def _kind_in(tag: str, outer: _Open) -> tuple[BlockKind, int]:
    """The kind of the blocks in an element, and their level as headings."""
    if tag in ("li", "td", "th", "dd"):
        return ("item" if tag == "li" else "cell"), 0
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return "heading", int(tag[1])
    return outer.kind, outer.level


def _in_header_alone(outer: _Open, tag: str, chrome: bool) -> bool:
    """Whether a header is all that makes an element in it chrome."""
    inside = outer.in_header_alone and tag not in _CHROME
    return inside or (chrome and tag == "header" and not outer.chrome)


def _without_unfinished(text: str) -> str:
    """The text with a placeholder for the ``<`` of each tag begun behind the last ``>``, where they
    are many: the parser would look to the end of the text for each of them.
    """
    at = text.rfind(">") + 1
    begun = len(_TAG_START.findall(text, at))
    if begun <= UNFINISHED:
        return text
    return text[:at] + _TAG_START.sub(PLACEHOLDER, text[at:])


class HtmlReader(HTMLParser):
    """Turns HTML into blocks; ``base`` is added to every place.

    Expressions of a template language are no prose, and a comment that is never closed runs to the
    end, as in browsers.
    """

    def __init__(self, text: str, base: int = 0, *, unfold: bool = False) -> None:
        super().__init__(convert_charrefs=False)
        self._unfold = unfold
        """Whether what the page hides is read as well."""
        self._hidden_size = self._shown_size = self._content_size = 0
        self.skipped: list[Span] = []
        self.comments: list[Span] = []
        if "{" in text or "<%" in text or "<?" in text:
            text = mask_templates(text, base, self.skipped, self.comments)
        unclosed = text.find("<!--", max(0, text.rfind("-->") - 3))
        if unclosed >= 0:
            self.skipped.append(Span(base + unclosed, base + len(text)))
            text = text[:unclosed]
        text = readable(_without_unfinished(text), PLACEHOLDER)
        self.text = text
        self.base = base
        self.found: list[tuple[Block, bool, bool]] = []  # with: is it chrome, is it in the content
        self.titled: list[tuple[Heading, bool, bool]] = []  # the same of headings
        self.scripts: list[Script] = []
        self.page_title: Block | None = None
        self.page_language = ""
        self.declared_language = ""
        self.declared_at: Span | None = None
        self._line_starts = [0, *(match.end() for match in regex.finditer("\n", text))]
        self._last_section = text.rfind("]]>")
        self._run_on = 0
        """How many start tags have no end."""
        self._stack: list[_Open] = []
        self._open: Counter[str] = Counter()
        """How many elements of each name are open."""
        self._deeper: Counter[str] = Counter()
        """Those of them that are nested too deeply to be followed."""
        self._builder: TextBuilder | None = None
        self._breaks: list[int] = []
        self._row: list[Block | None] = []
        self._header: list[str] = []
        self._all_heads = True
        self._term = ""
        self._script: int | None = None
        self._heading_at: tuple[int, int] | None = None
        self._links: list[_Links] = []
        """The lists that are open, as far as they hold nothing but links."""
        self._of_header: list[int] = []
        """The blocks of the header that is open, which may be the text's own."""
        self._of_main_header: frozenset[int] = frozenset()
        """The blocks of the last header with the main heading of the text."""
        self.feed(text)
        self.close()
        self._finish()

    @property
    def is_folded(self) -> bool:
        """Whether the page hides more than it shows, as one does whose texts fold out."""
        return self._hidden_size > max(self._shown_size, LEAST_FOLDED)

    def blocks(self) -> list[Block]:
        """The blocks of the content: what is marked as such, with the heading above it where it has
        no main one, and what stands round that in its header, else everything but the chrome.
        """
        above = _last_above(self.found, _heading_level)
        beside = self._of_main_header if above in self._of_main_header else frozenset[int]()
        return self._of_content(self.found, {*beside, above})

    def headings(self) -> list[Heading]:
        """The headings of the content, also those without text."""
        above = _last_above(self.titled, lambda each: each.level)
        return self._of_content(self.titled, {above})

    def _of_content(
        self, found: list[tuple[_Found, bool, bool]], above: Set[int | None]
    ) -> list[_Found]:
        marked = any(content for _, _, content in self.found)
        return [
            each
            for at, (each, chrome, content) in enumerate(found)
            if not chrome and (content or not marked or at in above)
        ]

    # the parser's events

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; closes what HTML closes by itself."""
        at = self._place()
        values = {name: value or "" for name, value in attrs}
        if tag in _ENDS_PARAGRAPH:
            self._finish()
            self._close_implied(tag)
        if tag in ("br", "hr"):
            self._space(at, len(self.get_starttag_text() or ""), True)
        elif tag == "img" and not self._silent():
            self._prose_attribute(values.get("alt", ""), at)
        if tag == "script" and "ld+json" in values.get("type", ""):
            self._script = at + len(self.get_starttag_text() or "")
        if tag == "html":
            self.declared_language = values.get("lang", "")
            self.page_language = self.declared_language[:2].lower()
            self.declared_at = self._span(at, len(self.get_starttag_text() or ""))
        if tag not in _VOID:
            outer = self._stack[-1] if self._stack else _OUTSIDE
            hides = not self._unfold and _hides(values)
            is_address = _ENCODED_ADDRESS in values
            is_silent = tag in _SILENT or is_address
            named = f"{values.get('class', '')} {values.get('id', '')}"
            marked = (
                tag in _CONTENT
                or values.get("role") == "main"
                or values.get("itemtype", "").endswith("/JobPosting")
            )
            chrome = (
                self._around(tag, outer).chrome
                or (tag in _CHROME and not outer.content)
                or tag in ("nav", "button")
                or (tag == "form" and self._content_size >= LEAST_BEFORE_FORM)
                or (tag not in _WHOLE_PAGE and bool(_COOKIE.search(named)))
            )
            opened = _Open(
                tag,
                outer.silent or is_silent or hides,
                (outer.hidden or (hides and not outer.silent)) and not is_silent,
                chrome,
                outer.content or marked,
                values.get("lang") or outer.language,
                *_kind_in(tag, outer),
                outer.in_header or tag == "header",
                _in_header_alone(outer, tag, chrome),
                outer.in_drawing or tag == "svg",
            )
            self._open[tag] += 1
            if len(self._stack) < DEPTH:
                self._stack.append(opened)
            else:
                self._deeper[tag] += 1
            is_word = is_address or (tag in _SILENT and tag in ("code", "kbd", "samp"))
            if is_word and tag not in _BLOCKS and not outer.silent:
                self._building().mapped(
                    PLACEHOLDER, self._span(at, len(self.get_starttag_text() or ""))
                )
        if tag in _MENUS:
            nested = len(self._links) >= MENUS_DEEPEST
            first = len(self.text) if nested else len(self.found)
            self._links.append(_Links(first, self._open["a"]))
        if tag in _HEADINGS and not self._silent():
            self._heading_at = at, len(self.found)
        if tag == "tr":
            self._row, self._all_heads = [], True
        elif tag == "table":
            self._header = []

    def _around(self, tag: str, outer: _Open) -> _Open:
        """What a part of a page stands in: for the heading on a button that unfolds a text, what
        the button stands in.
        """
        unfolds = tag in _HEADINGS and outer.tag == "button" and len(self._stack) > 1
        return self._stack[-2] if unfolds else outer

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>``; on other elements the slash means nothing, but self-closed ones stay empty
        here.
        """
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and all open inside it; an end tag without its start means nothing."""
        if tag == "script" and self._script is not None:
            self.scripts.append(Script(self.base + self._script, self.base + self._place()))
            self._script = None
        if not self._open[tag]:
            return
        if self._deeper[tag]:
            self._deeper[tag] -= 1
            self._open[tag] -= 1
            if tag in _BLOCKS:
                self._finish()
            return
        if tag in _BLOCKS:
            self._finish()
        if tag in _HEADINGS and self._heading_at is not None:
            self._end_heading(tag)
        if tag in _MENUS and self._links:
            self._end_links(self._links.pop())
        while self._stack:
            closed = self._stack.pop()
            self._open[closed.tag] -= 1
            if closed.tag == "tr":
                self._end_row()
            if closed.tag == "header":
                self._end_header()
            if closed.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        at = self._place()
        if self._silent():
            if self._stack[-1].hidden:
                self._hidden_size += len(data.strip())
            if data.strip():
                self.skipped.append(self._span(at, len(data)))
            if (
                self._stack[-1].tag == "title"
                and data.strip()
                and self.page_title is None
                and not self._in_drawing()
            ):
                builder = TextBuilder()
                builder.raw(data.strip(), self.base + at + len(data) - len(data.lstrip()))
                self.page_title = builder.build("heading")
            return
        if data.strip() and self._links and self._open["a"] <= self._links[-1].around:
            self._links = []  # those around it hold more than links as well
        if data.strip() or self._builder is not None:
            self._shown_size += len(data.strip())
            if self._stack and self._stack[-1].content and not self._stack[-1].chrome:
                self._content_size += len(data.strip())
            self._building().raw(data, self.base + at)

    def handle_entityref(self, name: str) -> None:
        """``&eacute;``, also without its semicolon."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """``&#233;`` and ``&#xE9;``."""
        self._reference(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        """A comment, where a suppression may stand."""
        at = self._place()
        end = self.text.find("-->", at)
        span = self._span(at, (end + 3 if end >= 0 else len(self.text)) - at)
        self.comments.append(span)
        self.skipped.append(span)

    def check_for_whole_start_tag(self, i: int) -> int:
        """Where a start tag ends, -1 where that is not in the text: quotation marks can make each
        run on to its end, which is looked for no more after some; such a ``<`` is text.
        """
        if self._run_on >= UNFINISHED:
            return i + 1
        end = super().check_for_whole_start_tag(i)
        self._run_on += end < 0
        return end

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """``<![CDATA[`` to its end, any other ``<![`` to the next ``>``; the parser's own raises an
        error for what it does not know.
        """
        mark = "]]>" if self.rawdata.startswith("<![CDATA[", i) and i < self._last_section else ">"
        end = self.rawdata.find(mark, i)
        return end + len(mark) if end >= 0 else -1

    # helpers

    def _place(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _span(self, at: int, length: int) -> Span:
        return Span(self.base + at, self.base + at + max(1, length))

    def _silent(self) -> bool:
        return bool(self._stack) and self._stack[-1].silent

    def _in_drawing(self) -> bool:
        return bool(self._stack) and self._stack[-1].in_drawing

    def _building(self) -> TextBuilder:
        if self._builder is None:
            self._builder = TextBuilder()
        return self._builder

    def _space(self, at: int, length: int, breaks: bool) -> None:
        if self._builder is not None and not self._silent():
            self._builder.space(self._span(at, length))
            if breaks:
                self._breaks.append(self._builder.length)

    def _reference(self, spelled: str) -> None:
        at = self._place()
        if self._silent():
            return
        if self.text.startswith(";", at + len(spelled)):
            spelled += ";"
        char = unescape(spelled)
        if char.isspace():
            self._space(at, len(spelled), False)
        elif char == spelled:
            self._building().raw(spelled, self.base + at)
        elif char not in "\u00ad\u200b\u200c\u200d\u2060\ufeff":
            self._building().mapped(char, self._span(at, len(spelled)))

    def _prose_attribute(self, value: str, at: int) -> None:
        """Alternative text is read aloud: a block of its own, at its place in the tag."""
        tag = self.get_starttag_text() or ""
        self._building().mapped(PLACEHOLDER, self._span(at, len(tag)))
        inside = tag.find(value) if value.strip() else -1
        if inside >= 0:
            builder = TextBuilder()
            builder.raw(value, self.base + at + inside)
            if (block := builder.build("paragraph")) is not None:
                block.image = True
                self._keep(block)

    def _close_implied(self, tag: str) -> None:
        """A block ends a paragraph; an item, cell or row ends its predecessor in the same list or
        table.
        """
        if self._stack and self._stack[-1].tag == "p":
            self._stack.pop()
            self._open["p"] -= 1
        same = _SAME.get(tag)
        if same is None:
            return
        for index in range(len(self._stack) - 1, -1, -1):
            if self._stack[index].tag in same:
                if self._stack[index].tag == "tr":
                    self._end_row()
                for closed in self._stack[index:]:
                    self._open[closed.tag] -= 1
                del self._stack[index:]
                return
            if self._stack[index].tag in _LISTS:
                return

    def _kind(self) -> tuple[BlockKind, int]:
        if not self._stack:
            return "paragraph", 0
        kind, level = self._stack[-1].kind, self._stack[-1].level
        return kind, self._open["li"] if kind == "item" else level

    def _in_chrome(self, outer: _Open, *, heading: bool) -> bool:
        """Whether what stands in an element is the page's; the heading of a page's header is the
        text's.
        """
        return outer.chrome and not (heading and outer.in_header)

    def _end_header(self) -> None:
        """What stands round the main heading in a header is the text's, where the header has no
        list, such as that of a menu.
        """
        found = [self.found[index][0] for index in self._of_header]
        main = any(block.kind == "heading" and block.level == 1 for block in found)
        if main and all(block.kind != "item" for block in found):
            self._of_main_header = frozenset(self._of_header)
            for index in self._of_header:
                block, _, content = self.found[index]
                self.found[index] = block, False, content
        self._of_header = []

    def _keep(self, block: Block) -> None:
        outer = self._stack[-1] if self._stack else _OUTSIDE
        if outer.in_header_alone:
            self._of_header.append(len(self.found))
        chrome = self._in_chrome(outer, heading=block.kind == "heading")
        language = outer.language[:2].lower()
        block.language = language if language != self.page_language else ""
        self.found.append((block, chrome, outer.content))

    def _finish(self) -> None:
        builder, breaks = self._builder, self._breaks
        self._builder, self._breaks = None, []
        if builder is None:
            return
        kind, level = self._kind()
        tags = {open_.tag for open_ in self._stack[-3:]}
        if kind == "cell":
            block = builder.build("cell")
            if "td" in tags or "th" in tags:
                self._row.append(block)
                self._all_heads = self._all_heads and self._stack[-1].tag == "th"
            elif block is not None and self._term:
                block.kind, block.label = "field", self._term
            if block is not None:
                self._keep(block)
            return
        for block in make_blocks(builder, breaks, kind, level):
            self._keep(block)
            if "dt" in tags:
                self._term = block.text.rstrip(": ")

    def _end_heading(self, tag: str) -> None:
        """Keep a heading with what was found in it."""
        (at, before), self._heading_at = self._heading_at or (0, 0), None
        end = self.text.find(">", self._place()) + 1 or len(self.text)
        text = " ".join(block.text for block, _, _ in self.found[before:])
        outer = self._stack[-1]
        chrome = self._in_chrome(outer, heading=True)
        self.titled.append(
            (Heading(int(tag[1]), self._span(at, end - at), text), chrome, outer.content)
        )

    def _end_links(self, links: _Links) -> None:
        """A list of nothing but links is a menu, where it is not marked as content."""
        items = self.found[links.first :]
        if len(items) >= MENU_LEAST and not any(content for _, _, content in items):
            self.found[links.first :] = [(block, True, False) for block, _, _ in items]

    def _end_row(self) -> None:
        self._finish()
        width = len(self._row)
        for column, block in enumerate(self._row):
            if block is not None and not (self._all_heads and width != 2):
                label_cell(block, column, self._row, self._header, width)
        if self._all_heads and not self._header:
            self._header = [block.text if block else "" for block in self._row]
        self._row = []
