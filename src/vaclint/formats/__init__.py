"""The input formats: a table, and the choice of one for a source."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
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
_PAGE = lazy(r"(---|\+\+\+)[ \t]*\r?\n(?:.*\n)*?\1[ \t]*\r?\n\s*\S")
"""Front matter that is closed, with a text below it."""


def format_of(source: Source, formats: Sequence[Format] = FORMATS) -> Format:
    """The format of a source: by the suffix of its path, or by how its text begins.

    Front matter makes a page Markdown, in which HTML may stand: content managers give such files
    any suffix but that of plain text.
    """
    suffix = PurePosixPath(source.path).suffix.lower()
    named = next((each for each in formats if suffix in each.suffixes), None)
    is_data = named is not None and named.data
    if named is not formats[-1] and not (is_data and not _is_page(source)):
        for each in formats:
            if each.opening and source.text.startswith(each.opening):
                return each
    return named or formats[-1]


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
