"""The input formats: a table, and the choice of one for a source."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from vaclint.model.document import ESCAPED, LINES, MARKED, Document
from vaclint.model.source import Source
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

if TYPE_CHECKING:
    from vaclint.model.reading import Reading


class Format(NamedTuple):
    """An input format."""

    name: str
    suffixes: frozenset[str]
    parse: str
    """``module:function``, imported at its first use: a function of a Source and a Reading that
    gives a Document.
    """
    traits: frozenset[str]
    """What checks ask of a format, see ``model.document``."""
    opening: tuple[str, ...] = ()
    """How a text without a known suffix begins that is in this format."""
    data: bool = False
    """Whether most files of the format are no texts."""


FORMATS = (
    Format(
        "markdown",
        frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".mdoc"}),
        "vaclint.formats.markdown:parse_markdown",
        frozenset({LINES, MARKED}),
        ("---\n", "---\r\n", "+++\n"),
    ),
    Format(
        "html",
        frozenset({".html", ".htm", ".xhtml", ".njk"}),
        "vaclint.formats.html:parse_html",
        frozenset({MARKED}),
    ),
    Format(
        "json",
        frozenset({".json", ".jsonld"}),
        "vaclint.formats.jobposting:parse_json",
        frozenset({MARKED, ESCAPED}),
        data=True,
    ),
    Format(
        "yaml",
        frozenset({".yaml", ".yml"}),
        "vaclint.formats.joblist:parse_yaml",
        frozenset({MARKED, ESCAPED}),
        data=True,
    ),
    Format(
        "csv",
        frozenset({".csv"}),
        "vaclint.formats.joblist:parse_csv",
        frozenset({MARKED, ESCAPED}),
        data=True,
    ),
    Format(
        "text",
        frozenset({".txt", ".text"}),
        "vaclint.formats.plain:parse_plain",
        frozenset({LINES}),
    ),
)
"""The last one is for texts that are in no other. A new format is a module and a row here."""
SUFFIX_OF = {"text": ".txt", "markdown": ".md", "html": ".html", "json": ".json"}
"""The suffix by which a text that has no name is known to be in a format."""
SUFFIXES = frozenset().union(*(each.suffixes for each in FORMATS))
DATA_SUFFIXES = frozenset().union(*(each.suffixes for each in FORMATS if each.data))
"""Those of files that hold a text in some of their values, or none."""
_TAGS = lazy(
    r"(?i)<(?:!doctype[ \t]+html|html|body)\b|</(?:div|section|table|[uo]l|li|p|h[1-6])[ \t]*>"
)
"""What begins a page, or ends an element that stands on lines of its own."""
_TAGS_LEAST = 3
"""So many make a page of HTML of a text in no known format: one that a program fills in."""
_PAGE = lazy(r"(---|\+\+\+)[ \t]*\r?\n(?:.*\n)*?\1[ \t]*\r?\n\s*\S")
"""Front matter that is closed, with a text below it."""


def format_of(source: Source, formats: Sequence[Format] = FORMATS) -> Format:
    """The format of a source: by the suffix of its path, or by how its text begins.

    Front matter makes a page Markdown, in which HTML may stand: content managers give such files
    any suffix but that of plain text. A text full of the tags of HTML is a page, whatever program
    fills it in (PHP, ASP).
    """
    suffix = PurePosixPath(source.path).suffix.lower()
    named = next((each for each in formats if suffix in each.suffixes), None)
    is_data = named is not None and named.data
    if named is not formats[-1] and not (is_data and not _is_page(source)):
        for each in formats:
            if each.opening and source.text.startswith(each.opening):
                return each
    if named is None:
        html = next((each for each in formats if each.name == "html"), None)
        if html is not None and is_markup(source.text):
            return html
    return named or formats[-1]


def is_markup(text: str) -> bool:
    """Whether a text is a page or piece of HTML, by its tags. Linear, and short on one that is."""
    return sum(1 for _ in islice(_TAGS.finditer(text), _TAGS_LEAST)) == _TAGS_LEAST


def _is_page(source: Source) -> bool:
    """Whether a text is front matter with a text below it, whatever its suffix."""
    return source.text.startswith(("---", "+++")) and _PAGE.match(source.text) is not None


def parse(source: Source, reading: Reading, formats: Sequence[Format] = FORMATS) -> Document:
    """The document of a source, whose language and kind are not known yet."""
    chosen = format_of(source, formats)
    if not source.text:
        return Document(source, chosen.name, (), reading=reading)
    module, _, function = chosen.parse.partition(":")
    document: Document = getattr(import_module(module), function)(source, reading)
    document.traits = chosen.traits
    return document
