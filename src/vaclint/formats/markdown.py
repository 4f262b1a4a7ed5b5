"""Markdown files: front matter, then the text."""

from functools import partial

from vaclint.formats.frontmatter import find_fences, read_front_matter
from vaclint.formats.readers.markdown import MarkdownReader
from vaclint.formats.readers.surroundings import part
from vaclint.model.blocks import Block
from vaclint.model.document import Document, FrontMatter
from vaclint.model.errors import VaclintError
from vaclint.model.reading import Reading
from vaclint.model.source import Source
from vaclint.text.bullets import BULLET


def parse_markdown(source: Source, reading: Reading) -> Document:
    """Parse a Markdown text with its front matter. Linear in the length of the text."""
    front_matter: list[FrontMatter] = []
    problems: list[VaclintError] = []
    body = 0
    try:
        fences = find_fences(source)
        if fences is not None:
            body = fences.body
            front_matter = read_front_matter(source, fences, reading)
    except VaclintError as error:
        problems.append(error)
    reader = MarkdownReader(source, body)
    reader.run()
    text, page = part(reader.blocks, reading, partial(_is_bare_line, source, reading))
    blocks = [block for entry in front_matter for block in entry.blocks]
    blocks += text
    return Document(
        source,
        "markdown",
        blocks,
        front_matter,
        reader.skipped,
        reader.comments,
        body,
        problems,
        reading,
        reader.headings,
        chrome=page,
    )


def _is_bare_line(source: Source, reading: Reading, block: Block) -> bool:
    """Whether a line has no markup in it, as one that was pasted: links and headings are meant, and
    so is a label with its value that is no line of a page by itself.
    """
    is_row = block.kind == "field" and reading.is_chrome(block.text)
    if not is_row and block.kind not in ("paragraph", "item"):
        return False
    line = source.lines[source.line_index(block.begin)]
    content = source.text[line.start : line.end].strip()
    bullet = BULLET.match(content)
    return content[bullet.end() if bullet else 0 :].split() == block.text.split()
