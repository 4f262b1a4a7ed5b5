"""HTML files: a page or fragment, with the front matter of a site generator and the JobPostings in
it.
"""

from vaclint.formats.frontmatter import find_fences, read_front_matter
from vaclint.formats.readers.html import HtmlReader
from vaclint.model.blocks import Block
from vaclint.model.document import Document, FrontMatter
from vaclint.model.errors import VaclintError
from vaclint.model.reading import Reading
from vaclint.model.source import Source


def parse_html(source: Source, reading: Reading) -> Document:
    """Parse an HTML page or fragment, with the front matter of a site generator. Linear in its
    length.
    """
    front_matter: list[FrontMatter] = []
    problems: list[VaclintError] = []
    body = 0
    try:
        fences = find_fences(source) if source.text[:3] in ("---", "+++") else None
        if fences is not None:
            body = fences.body
            front_matter = read_front_matter(source, fences, reading)
    except VaclintError as error:
        problems.append(error)
    reader = HtmlReader(source.text[body:], body)
    blocks = [block for entry in front_matter for block in entry.blocks] + reader.blocks()
    postings = []
    for script in reader.scripts:
        if "JobPosting" in source.text[script.start : script.end]:
            from vaclint.formats.jobposting import read_linked_data

            found = read_linked_data(source, script.start, script.end, reading, problems)
            front_matter += found.entries
            postings += found.postings
            texts = [block for entry in found.entries for block in entry.blocks] + found.blocks
            blocks += [block for block in texts if not _is_copy(block, blocks)]
    if reader.page_title is not None and not any(block.kind == "heading" for block in blocks):
        blocks.insert(0, reader.page_title)
    skipped = [
        span
        for span in reader.skipped
        if not any(script.start <= span.start < script.end for script in reader.scripts)
    ]
    return Document(
        source,
        "html",
        blocks,
        front_matter,
        skipped,
        reader.comments,
        body,
        problems,
        reading,
        reader.headings(),
        postings,
        declared_language=reader.declared_language,
        page_title=reader.page_title,
        declared_at=reader.declared_at,
    )


def _is_copy(block: Block, blocks: list[Block]) -> bool:
    """Whether the page shows the same text: linked data repeats it, and a reader sees it once."""
    text = block.text.strip().lower()
    return any(text == other.text.strip().lower() or text in other.text.lower() for other in blocks)
