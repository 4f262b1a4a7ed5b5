"""Plain text files: the text, without the lines of a web page that came along with it."""

from vaclint.formats.readers.plain import is_chrome, read_plain
from vaclint.model.document import Document
from vaclint.model.reading import Reading
from vaclint.model.source import Source


def parse_plain(source: Source, reading: Reading) -> Document:
    """Parse a text without markup. Linear in the length of the text."""
    blocks = read_plain(source, frozenset().union(*reading.fields.values()))
    chrome = [block for block in blocks if is_chrome(block, reading)]
    text = [block for block in blocks if not is_chrome(block, reading)] if chrome else blocks
    return Document(source, "text", text, reading=reading, chrome=chrome)
