"""Markdown files: front matter, then the text."""

from vaclint.formats.frontmatter import find_fences, read_front_matter
from vaclint.formats.readers.markdown import MarkdownReader
from vaclint.model.document import Document, FrontMatter
from vaclint.model.errors import VaclintError
from vaclint.model.reading import Reading
from vaclint.model.source import Source


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
    blocks = [block for entry in front_matter for block in entry.blocks]
    blocks += reader.blocks
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
    )
