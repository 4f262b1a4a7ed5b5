"""HTML files: a page or fragment, with the front matter of a site generator and the JobPostings in
it.
"""

from functools import cached_property
from itertools import compress

import regex

from vaclint.formats.frontmatter import find_fences, read_front_matter
from vaclint.formats.readers.html import HtmlReader
from vaclint.model.blocks import Block
from vaclint.model.document import Document, FrontMatter
from vaclint.model.errors import VaclintError
from vaclint.model.reading import Reading
from vaclint.model.source import Source
from vaclint.text.patterns import lazy
from vaclint.text.quotations import is_inside

_WHOLE_PAGE = lazy(r"(?i)</?(?:html|body|main|nav|header|footer)\b")
"""A page, or the template of one, has its menus and footer by right; in a fragment they came along
with a copied text.
"""
_WORD = lazy(r"\w+")
_LINK_END = "</a>"
LINKS_LEAST = 2
"""So many links in a block of a fragment are a menu that works."""
RUN = 5
"""So many words in a row are looked for in a page."""
MOSTLY = 0.8
"""The share of such rows that a text has in common with a page that shows it."""


def _is_of_a_page(block: Block, source: Source, reading: Reading) -> bool:
    """Whether a block of a fragment is a line of a page around it, and no button that works or
    menu of links.
    """
    calls = (lazy(call, regex.IGNORECASE) for call in reading.calls)
    return (
        not block.front_matter
        and reading.is_chrome(block.text)
        and source.text[slice(*block.whole)].count(_LINK_END) < LINKS_LEAST
        and not any(call.fullmatch(block.text) for call in calls)
    )


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
    if reader.is_folded:
        reader = HtmlReader(source.text[body:], body, unfold=True)
    blocks = [block for entry in front_matter for block in entry.blocks] + reader.blocks()
    page: list[Block] = []
    if _WHOLE_PAGE.search(source.text) is None:
        is_shown = [not _is_of_a_page(block, source, reading) for block in blocks]
        page = [block for block, shown in zip(blocks, is_shown, strict=True) if not shown]
        blocks = [*compress(blocks, is_shown)]
    postings = []
    shown = _Shown(blocks)
    for script in reader.scripts:
        if "JobPosting" in source.text[script.start : script.end]:
            from vaclint.formats.jobposting import read_linked_data

            found = read_linked_data(source, script.start, script.end, reading, problems)
            front_matter += found.entries
            postings += found.postings
            texts = [block for entry in found.entries for block in entry.blocks] + found.blocks
            blocks += [block for block in texts if not shown.holds(block)]
    if reader.page_title is not None and not any(block.kind == "heading" for block in blocks):
        blocks.insert(0, reader.page_title)
    scripts = [(script.start, script.end) for script in reader.scripts]
    skipped = [span for span in reader.skipped if not is_inside(scripts, span.start)]
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
        chrome=page,
    )


class _Shown:
    """What a page shows: linked data repeats it, and a reader sees it once."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = tuple(blocks)
        self._repeated: set[str] = set()
        self._runs: dict[int, set[tuple[str, ...]]] = {}

    def holds(self, block: Block) -> bool:
        """Whether nearly all of a text stands in the page, also over its paragraphs and headings,
        or was asked about before; it is kept.
        """
        text = block.text.strip().lower()
        if text in self._repeated or self._are_shown(_WORD.findall(text)):
            return True
        self._repeated.add(text)
        return False

    def _are_shown(self, words: list[str]) -> bool:
        size = min(RUN, len(words))
        runs = _runs(words, size)
        if size not in self._runs:
            self._runs[size] = _runs(self._words, size)
        return len(runs & self._runs[size]) >= MOSTLY * len(runs)

    @cached_property
    def _words(self) -> list[str]:
        return [word for block in self._blocks for word in _WORD.findall(block.text.lower())]


def _runs(words: list[str], size: int) -> set[tuple[str, ...]]:
    """The rows of so many words that follow each other."""
    return set(zip(*(words[at:] for at in range(size)), strict=False))
