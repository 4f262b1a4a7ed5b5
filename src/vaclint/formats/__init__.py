"""One parser per input format, each a function from Source to Document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from vaclint.document import Document
from vaclint.source import Source

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
PLAIN = frozenset({".txt", ".text"})
SUFFIXES = MARKDOWN | PLAIN


def parse(source: Source, fields: Mapping[str, frozenset[str]]) -> Document:
    """Parse by the suffix of the path; a text without a known suffix that opens with front matter is Markdown.

    ``fields`` are the labels and keys that hold facts (see ``Document.fields``).
    """
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix in MARKDOWN or (suffix not in PLAIN and source.text.startswith(("---\n", "---\r\n", "+++\n"))):
        from vaclint.formats.markdown import parse_markdown

        return parse_markdown(source, fields)
    from vaclint.formats.plain import parse_plain

    document = parse_plain(source, frozenset().union(*fields.values()))
    document.fields = fields
    return document
