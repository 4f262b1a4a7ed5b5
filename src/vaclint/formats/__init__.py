"""One parser per input format, each a function from Source to Document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from vaclint.model.document import Document
from vaclint.model.source import Source

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx"})
PLAIN = frozenset({".txt", ".text"})
HTML = frozenset({".html", ".htm", ".xhtml"})
JSON = frozenset({".json", ".jsonld"})
SUFFIXES = MARKDOWN | PLAIN | HTML | JSON


def parse(source: Source, fields: Mapping[str, frozenset[str]]) -> Document:
    """Parse by the suffix of the path; a text without a known suffix that opens with front matter is Markdown.

    ``fields`` are the labels and keys that hold facts (see ``Document.fields``).
    """
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix in MARKDOWN or (suffix not in PLAIN and source.text.startswith(("---\n", "---\r\n", "+++\n"))):
        from vaclint.formats.markdown import parse_markdown

        return parse_markdown(source, fields)
    if suffix in HTML:
        from vaclint.formats.html import parse_html

        document = parse_html(source, fields["title"])
        document.fields = fields
        return document
    if suffix in JSON:
        from vaclint.formats.jobposting import parse_json

        document = parse_json(source)
        document.fields = fields
        return document
    from vaclint.formats.plain import parse_plain

    document = parse_plain(source, frozenset().union(*fields.values()))
    document.fields = fields
    return document
