"""An advert in a row: its bytes read as a text in some format, with its title before it."""

from __future__ import annotations

from html import escape

from vaclint.formats import SUFFIX_OF
from vaclint.formats.jobposting import MARKUP
from vaclint.model.report import Finding
from vaclint.model.source import Source
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.references import unescaped

SIGNS = (
    ("json", lazy(r"\s*+(?:\{\s*+\"|\[\s*+\{)")),
    ("markdown", lazy(r"(?s)(?:---|\+\+\+)\r?\n|(?!\s*+<).*?(?:^|\n)(?:#{1,6}[ \t]|\*\*)\S")),
)
"""How a text begins that is in a format, the first that holds."""
START = 500
"""So many characters of a text are looked at for its title."""
_LINE_END = lazy(r"[\r\n]")
_TAGS = lazy(r"<[^<>]*+>")


class RowError(Exception):
    """Why a row has no advert: a code of the wire format, and a sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Row(NamedTuple):
    """A row as it comes in."""

    id: str | None
    text: bytes | None
    title: bytes | None
    problem: tuple[str, str] | None = None
    """Why it cannot be read at all: a code of the wire format, and a sentence."""


class Stands(NamedTuple):
    """Where a finding stands: in which field, and where there; ``end`` is exclusive. ``text`` is
    what the field has there.
    """

    field: str
    line: int
    column: int
    offset: int
    end: int
    text: str


class Advert(NamedTuple):
    """A text as the engine reads it, with the title of the row before it: what stands before the
    title, how the title is spelled, and what stands behind it.
    """

    suffix: str
    text: str
    title: str = ""
    before: str = ""
    spelled: str = ""
    behind: str = ""

    @property
    def head(self) -> str:
        """What stands before the text."""
        return f"{self.before}{self.spelled}{self.behind}"

    @property
    def source(self) -> Source:
        """The whole."""
        return Source(f"row{self.suffix}", self.head + self.text)

    def place(self, finding: Finding) -> Stands:
        """The place of a finding in the field that it begins in."""
        (line, column, offset), end = finding.place.start, finding.place.end.offset
        head = len(self.head)
        if offset >= head:
            lines = self.head.count("\n")
            return Stands("text", line - lines, column, offset - head, end - head, finding.text)
        start, stop = self._in_title(offset), self._in_title(end)
        return Stands("title", 1, start + 1, start, stop, self.title[start:stop])

    def _in_title(self, offset: int) -> int:
        """An offset of the whole as one of the title as the row has it."""
        spelled = self.spelled[: max(0, offset - len(self.before))]
        return len(unescaped(spelled)) if self.spelled != self.title else len(spelled)


def advert_of(row: Row, asked: str, most: int) -> Advert:
    """The advert of a row. ``asked`` is its format, or ``auto``; it may have ``most`` bytes.

    Raises RowError for one that is not there, is empty, too large, or no UTF-8.
    """
    _, text, title, problem = row
    if problem is not None:
        raise RowError(*problem)
    if text is None:
        raise RowError("null", "the text is null")
    if len(text) + len(title or b"") > most:
        raise RowError("too_large", f"the advert has {len(text):,} bytes; {most:,} is the most")
    read = _decoded(text, "text")
    if not read.strip():
        raise RowError("empty", "there is no text in it")
    suffix = SUFFIX_OF[format_told(read) if asked == "auto" else asked]
    head = _LINE_END.sub(" ", _decoded(title, "title")) if title else ""
    if not head.strip() or suffix == SUFFIX_OF["json"] or _begins_with(read, head):
        return Advert(suffix, read)
    line = "\r\n" if "\r\n" in read else "\n"
    if suffix == SUFFIX_OF["html"]:
        return Advert(suffix, read, head, "<h1>", escape(head, quote=False), f"</h1>{line}")
    before = "# " if suffix == SUFFIX_OF["markdown"] else ""
    return Advert(suffix, read, head, before, head, line * 2)


def format_told(text: str) -> str:
    """The format that a text is in: a key of ``SUFFIX_OF``. Linear in the text."""
    for name, sign in SIGNS:
        if sign.match(text):
            return name
    return "html" if MARKUP.search(text) else "text"


def _decoded(data: bytes, what: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = f"byte 0x{data[error.start]:02x} at {error.start:,}"
        raise RowError("not_utf8", f"the {what} is not UTF-8 ({wrong})") from None


def _begins_with(text: str, title: str) -> bool:
    """Whether one of the first lines of a text is the title already."""
    wanted = title.strip().lower()
    lines = unescaped(_TAGS.sub("\n", text[:START])).splitlines()
    return any(line.strip(" \t#*").lower() == wanted for line in lines)
