r"""schema.org JobPosting: a JSON file, or linked data in a page. Its properties are facts, its
texts are prose.

A text inside a string is decoded (``\u00e9``, ``\n``, ``\"``), read as HTML or plain text, and
every character mapped back to its spelling in the file.
"""

from collections.abc import Sequence
from itertools import islice

from vaclint.formats.json_places import JsonNode, checked_json, read_json
from vaclint.formats.limits import VALUES, key_path
from vaclint.model.blocks import Block, Span, TextBuilder
from vaclint.model.document import Document, FrontMatter, Posting, Value
from vaclint.model.errors import VaclintError
from vaclint.model.reading import Reading
from vaclint.model.source import Source
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

MARKUP = lazy(r"</?[a-zA-Z][^<>]*>|<!--|&(?:\w+|#\d+|#[xX][0-9a-fA-F]+);")


LONG = 20_000
"""Characters; the values of a longer posting are counted before they are read."""
_IS_POSTING = lazy(r'"(?:https?:\\?/\\?/(?:www\.)?schema\.org\\?/|schema:)?JobPosting"')
"""As a type is spelled, with or without its address; a text without it is not taken apart."""


class LinkedData(NamedTuple):
    """What a stretch of JSON says about jobs."""

    entries: list[FrontMatter]
    blocks: list[Block]
    postings: list[Posting]


def _search(node: JsonNode, path: str, reading: Reading, result: LinkedData) -> None:
    """Find the postings: an object, in an array, under ``@graph``, or anywhere deeper."""
    if node.type == "object":
        pairs = node.pairs()
        types = next((value.raw for key, value in pairs if key == "@type"), "")
        if _IS_POSTING.search(types):
            _posting(node, path, reading, result)
            return
        for _, value in pairs:
            _search(value, path, reading, result)
    elif node.type == "array":
        for child in node.children():
            _search(child, path, reading, result)


def _collect(node: JsonNode, key: Span, path: str, found: dict[str, list[Value]]) -> None:
    """All values below a node by their path."""
    text = (
        node.text().text
        if node.type == "string"
        else ""
        if node.type in ("object", "array")
        else node.raw
    )
    if path:
        found.setdefault(path, []).append(Value(text, node.type, node.span, key))
    if node.type == "object":
        for name, value in node.members():
            _collect(value, name.span, key_path(path, name.text().text), found)
    elif node.type == "array":
        for child in node.children():
            _collect(child, key, path, found)


def _posting(node: JsonNode, path: str, reading: Reading, result: LinkedData) -> None:
    if node.span.end - node.span.start > LONG:
        size = sum(1 for _ in islice(node.scalars(), VALUES + 1))
        if size > VALUES:
            message = f"a JobPosting holds more than {VALUES:,} values; make it smaller"
            raise VaclintError("read", path, message)
    properties: dict[str, list[Value]] = {}
    _collect(node, node.span, "", properties)
    head = next(
        (properties[name][0].span for name in ("title", "@type") if name in properties), None
    )
    stands = head or Span(node.span.start, node.span.start + 1)
    result.postings.append(Posting(stands, properties, node.span))
    for key, scalar in node.scalars():
        if scalar.type != "string":
            result.entries.append(FrontMatter(key, scalar.raw, scalar.span))
            continue
        text, places = scalar.text()
        if not text.strip():
            continue
        block = None
        if key == "title":
            builder = TextBuilder()
            builder.raw(text, 0)
            builder.remap(places)
            block = builder.build("field", label="title", front_matter=True)
        elif key.lower() in reading.posting_texts:
            result.blocks.extend(_prose(path, text, places, reading))
        result.entries.append(
            FrontMatter(
                key,
                text,
                Span(places[0], max(places[-1], places[0] + 1)),
                (block,) if block else (),
            )
        )


def _prose(path: str, text: str, places: Sequence[int], reading: Reading) -> list[Block]:
    """The blocks of a text in a string: HTML when it holds a tag or reference, else plain text."""
    if MARKUP.search(text):
        from vaclint.formats.readers.html import HtmlReader

        blocks = HtmlReader(text).blocks()
    else:
        from vaclint.formats.readers.plain import read_plain
        from vaclint.formats.readers.surroundings import part

        blocks = part(read_plain(Source(path, text)), reading).text
    for block in blocks:
        block.remap(places)
    return blocks


def read_linked_data(
    source: Source, start: int, end: int, reading: Reading, problems: list[VaclintError]
) -> LinkedData:
    """The postings in a range of a source; what is not valid JSON is a problem with its line."""
    result = LinkedData([], [], [])
    try:
        if not _IS_POSTING.search(source.text, start, end):
            checked_json(source, start, end)
            return result
        root = read_json(source, start, end)
    except VaclintError as error:
        problems.append(error)
        return result
    except ValueError as error:
        at = start + getattr(error, "pos", 0)
        line = source.position(min(at, len(source.text))).line
        message = f"line {line}: the JSON is not valid ({getattr(error, 'msg', error)}); mend it"
        problems.append(VaclintError("read", source.path, message))
        return result
    if root is not None:
        try:
            _search(root, source.path, reading, result)
        except VaclintError as error:
            problems.append(error)
    return result


def parse_json(source: Source, reading: Reading) -> Document:
    """Parse a JSON file with one or more postings, or else a list of jobs. A file without either
    has no blocks and is no vacancy.
    """
    problems: list[VaclintError] = []
    found = read_linked_data(source, 0, len(source.text), reading, problems)
    if not found.postings and not problems:
        from vaclint.formats.joblist import job_list

        return job_list(source, "json", reading)
    blocks = [block for entry in found.entries for block in entry.blocks] + found.blocks
    return Document(
        source,
        "json",
        blocks,
        found.entries,
        problems=problems,
        reading=reading,
        postings=found.postings,
    )
