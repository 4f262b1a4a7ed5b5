"""Plain text files: the text, without the lines of a web page that came along with it."""

from vaclint.formats.readers.plain import read_plain
from vaclint.formats.readers.surroundings import part
from vaclint.model.document import Document
from vaclint.model.reading import Reading
from vaclint.model.source import Source


def parse_plain(source: Source, reading: Reading) -> Document:
    """Parse a text without markup. Linear in the length of the text."""
    blocks = read_plain(source, frozenset().union(*reading.fields.values()))
    text, page = part(blocks, reading)
    return Document(source, "text", text, reading=reading, chrome=page)
