"""Lists of jobs as data: an array of objects with a title and a text, in JSON, YAML or CSV.

A list is read where the configuration says which key holds the text (``fields``, ``description``):
most lists of objects are about something else. Each job is a document of its own, over the same
source, so that every rule judges it by itself and every place is one in the file. Linear in the
text.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import regex

from vaclint.formats.decoded import Decoding, Text, without_indentation
from vaclint.formats.limits import (
    DEPTH,
    VALUES,
    key_path,
    may_be_deep,
    objects_in_lists,
    see_depth,
    too_deep,
    too_much_again,
)
from vaclint.model.blocks import Block, Span, TextBuilder
from vaclint.model.document import SMALL, Document, FrontMatter
from vaclint.model.errors import VaclintError
from vaclint.model.reading import Reading
from vaclint.model.source import Source
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.sequences import MadeSequence

if TYPE_CHECKING:
    from vaclint.formats.json_places import JsonNode

DELIMITERS = ",;\t|"
_ESCAPE = lazy(
    r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|\r?\n[ \t]*+|.)"
    r"|''|(?<![ \t])[ \t]*+\r?\n\s*+|\n",
    regex.DOTALL,
)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "e": "\x1b", "N": "\x85", "_": "\xa0"}
_TAG = lazy(r"</?[a-zA-Z][^<>]*+>|&(?:\w++|#\d++|#[xX][0-9a-fA-F]++);")
_LINE_END = lazy(r"\r\n|[\n\r\x85\u2028\u2029]")
_KEY = lazy(r"[-_\s]+|(?<=\p{Ll})(?=\p{Lu})")


class Cell(NamedTuple):
    """A value of a job: its key, its text with the place of each character, or no text."""

    key: str
    text: Text
    is_text: bool = True


class Keys(NamedTuple):
    """The keys, lower case, that hold the title and the text of a job."""

    titles: frozenset[str]
    texts: frozenset[str]

    def are_in(self, job: Sequence[Cell]) -> bool:
        """Whether a job has both, and something in them."""
        keys = {normal(cell.key) for cell in job if cell.text.text.strip()}
        return bool(keys & self.titles) and bool(keys & self.texts)


class Listing(NamedTuple):
    """The objects of a list in order, each with the range by which ``again`` gives it once more: a
    large list is not kept.
    """

    jobs: Iterator[tuple[Span, list[Cell]]]
    again: Callable[[Span], list[Cell]]


class _Jobs(MadeSequence[Document]):
    """The jobs of a large list: each takes two thousand bytes, and is made when it is looked at."""

    def __init__(self, make: Callable[[Span], Document]) -> None:
        self.starts, self.ends = array("I"), array("I")
        self._make = make

    def __len__(self) -> int:
        return len(self.starts)

    def made(self, index: int) -> Document:
        """The job at an index. Raises IndexError for one too far."""
        return self._make(Span(self.starts[index], self.ends[index]))


def normal(key: str) -> str:
    """A key as it is compared: without case, separators and camel case."""
    return _KEY.sub(" ", key).strip().lower()


def keys_said(reading: Reading) -> Keys:
    """The keys that the configuration gives; no text when it gives none."""
    return Keys(_normal(reading.names("title")), _normal(reading.names("description")))


def keys_likely(reading: Reading) -> Keys:
    """The keys by which a list of jobs is known that is not read."""
    return Keys(_normal(reading.names("title")), _normal(reading.job_texts))


def _normal(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(normal, names))


def count_jobs(source: Source, reading: Reading) -> int:
    """How many jobs a file lists, by keys that are likely; 0 for any other file."""
    return count_with(source, keys_likely(reading))


def count_with(source: Source, keys: Keys) -> int:
    """How many jobs of a file have the keys; 0 for any other file, which is not parsed where the
    keys do not stand in it.
    """
    text = source.text.lower()
    if not all(any(key.split()[-1] in text for key in each) for each in keys):
        return 0
    found = total = 0
    try:
        for _, job in listing_of(source).jobs:
            total += 1
            found += keys.are_in(job)
    except (ValueError, VaclintError, RecursionError):
        return 0
    return found if _are_most(found, total) else 0


def _are_most(found: int, total: int) -> bool:
    """Whether so many objects have the keys that it is a list of jobs, and of nothing else."""
    return 2 * found > total


def listing_of(source: Source) -> Listing:
    """The objects of a list, by the suffix of its file. Raises ValueError or VaclintError for what
    cannot be read, at once or in going through them.
    """
    suffix = source.path.lower().rpartition(".")[2]
    if suffix == "csv":
        return _rows(source)
    if suffix in ("yaml", "yml"):
        kept = _yaml_jobs(source)
        return Listing(
            ((Span(at, at), kept.job(at)) for at in range(len(kept))), lambda at: kept.job(at.start)
        )
    return Listing(_json_jobs(source), lambda at: _json_job(source, at))


def _json_jobs(source: Source) -> Iterator[tuple[Span, list[Cell]]]:
    """The objects of an array, or of the only arrays in an object that hold objects."""
    from vaclint.formats.json_places import checked_json

    for at in objects_in_lists(checked_json(source, 0, len(source.text))):
        yield at, _json_job(source, at)


def _json_job(source: Source, at: Span) -> list[Cell]:
    """One of them by its range."""
    from vaclint.formats.json_places import valid_json

    root = valid_json(source, *at)
    return [] if root is None else _json_cells(root)


def _json_cells(job: JsonNode) -> list[Cell]:
    return [
        Cell(key, value.text() if value.type == "string" else _bare(value), value.type == "string")
        for key, value in job.scalars()
    ]


def _bare(value: JsonNode) -> Text:
    start, end = value.span
    return Text(value.raw, range(start, end + 1))


def _yaml_jobs(source: Source) -> _YamlValues:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with suppress(_NeedsTreeError):
            return _Passing(source, loader(source.text)).values
        if may_be_deep(source.text):
            see_depth(source, yaml.parse(source.text, loader), "list")
        root = yaml.compose(source.text, loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = (
            f"line {mark.line + 1 if mark else 1}: the YAML is not valid ({error.problem}); mend it"
        )
        raise VaclintError("read", source.path, message) from None
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise VaclintError(
            "read", source.path, f"line 1: the YAML is not valid ({reason}); mend it"
        ) from None
    lists = [root]
    if isinstance(root, yaml.MappingNode):
        lists = [value for _, value in root.value]
    values = _YamlValues(source)
    for node in lists:
        for child in node.value if isinstance(node, yaml.SequenceNode) else ():
            if isinstance(child, yaml.MappingNode):
                values.begin()
                values.take(child)
    return values


class _YamlValues:
    """The values of the jobs of a list, a few bytes for each: nodes take seventy times a text. What
    stands in a file once is as long as the file at most; an alias can say it again any number of
    times, and in itself.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._left = 2 * len(source.text) + VALUES
        self._jobs = array("I")
        self._starts, self._ends = array("I"), array("I")
        self._kinds = array("I")
        """Of each value the number of what is said of it, which is much the same in all jobs."""
        self._said: dict[tuple[str, str, bool], int] = {}
        self._saids: list[tuple[str, str, bool]] = []

    def __len__(self) -> int:
        return len(self._jobs)

    def job(self, number: int) -> list[Cell]:
        """The values of a job."""
        last = number + 1 == len(self._jobs)
        end = len(self._starts) if last else self._jobs[number + 1]
        return [self._cell(at) for at in range(self._jobs[number], end)]

    def _cell(self, at: int) -> Cell:
        path, style, is_text = self._saids[self._kinds[at]]
        text = _yaml_text(self._source.text, self._starts[at], self._ends[at], style)
        return Cell(path, text, is_text)

    def begin(self) -> None:
        """What is added from here on is of the next job."""
        self._jobs.append(len(self._starts))

    def add(self, value: Any, path: str, tag: str | None) -> None:
        """Add the event or node of a scalar, if it is not empty."""
        start, end = value.start_mark.index, value.end_mark.index
        if start >= end:
            return
        said = path, value.style or "", tag == "tag:yaml.org,2002:str"
        number = self._said.setdefault(said, len(self._saids))
        if number == len(self._saids):
            self._saids.append(said)
        self._starts.append(start)
        self._ends.append(end)
        self._kinds.append(number)

    def take(self, node: object, path: str = "", depth: int = 0) -> None:
        """Add the values in a node. Raises VaclintError where they are too many or too deep."""
        import yaml

        self._pay(1)
        if depth > DEPTH:  # an alias of what it stands in
            raise too_deep(self._source, "list")
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
                self.take(value, key_path(path, name), depth + 1)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                self.take(value, path, depth + 1)
        elif isinstance(node, yaml.ScalarNode):
            self._pay(max(0, node.end_mark.index - node.start_mark.index))
            self.add(node, path, node.tag)

    def _pay(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise too_much_again(self._source)


class _NeedsTreeError(Exception):
    """A text has an anchor, an alias or a second document."""


class _Passing:
    """Reads the jobs of a list by the events of the parser, without a tree of it. Raises
    _NeedsTreeError for what only a tree tells, and VaclintError for what is too deep.
    """

    def __init__(self, source: Source, loader: Any) -> None:
        import yaml

        self.values = _YamlValues(source)
        self._source = source
        self._loader = loader
        self._depth = 0
        self._mapping, self._list = yaml.MappingStartEvent, yaml.SequenceStartEvent
        self._scalar, self._end = yaml.ScalarEvent, yaml.CollectionEndEvent
        self._scalar_node = yaml.ScalarNode
        loader.get_event()
        if isinstance(loader.get_event(), yaml.DocumentStartEvent):
            self._whole(self._next())
            loader.get_event()
            if not isinstance(loader.get_event(), yaml.StreamEndEvent):
                raise _NeedsTreeError

    def _next(self) -> Any:
        event = self._loader.get_event()
        if isinstance(event, self._end):
            self._depth -= 1
            return None
        if event.anchor is not None:
            raise _NeedsTreeError
        if not isinstance(event, self._scalar):
            self._depth += 1
            if self._depth > DEPTH:
                raise too_deep(self._source, "list")
        return event

    def _whole(self, event: Any) -> None:
        """A list, or a mapping that may hold some."""
        if isinstance(event, self._mapping):
            while (key := self._next()) is not None:
                self._read(key, None)
                self._listed(self._next())
        else:
            self._listed(event)

    def _listed(self, event: Any) -> None:
        if not isinstance(event, self._list):
            self._read(event, None)
            return
        while (child := self._next()) is not None:
            is_job = isinstance(child, self._mapping)
            if is_job:
                self.values.begin()
            self._read(child, "" if is_job else None)

    def _read(self, event: Any, path: str | None) -> None:
        """Read what begins with an event; without a path nothing of it is kept."""
        if isinstance(event, self._scalar):
            if path is not None:
                self.values.add(event, path, self._tag(event))
        elif isinstance(event, self._list):
            while (value := self._next()) is not None:
                self._read(value, path)
        else:
            while (key := self._next()) is not None:
                name = str(key.value) if isinstance(key, self._scalar) else ""
                self._read(key, None)
                self._read(self._next(), None if path is None else key_path(path, name))

    def _tag(self, event: Any) -> str:
        if event.tag is not None and event.tag != "!":
            return str(event.tag)
        return str(self._loader.resolve(self._scalar_node, event.value, event.implicit))


def _yaml_text(text: str, start: int, end: int, style: str) -> Text:
    """A scalar decoded, with the place of every character."""
    if style in ("|", ">"):
        line_end = _LINE_END.search(text, start, end)
        begin = line_end.end() if line_end else end
        block = without_indentation(text[begin:end], begin)
        return block._replace(text=block.text.rstrip())
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    made = Decoding()
    here = start
    for match in _ESCAPE.finditer(text, start, end):
        made.plain(text[here : match.start()], here)
        made.spelled(_decoded(match[0], style), match.start())
        here = match.end()
    made.plain(text[here:end], here)
    return made.done(end)


def _decoded(piece: str, style: str) -> str:
    if "\n" in piece:  # folded: an empty line is a line end
        return "\n" * (piece.count("\n") - 1) or ("" if piece[0] == "\\" else " ")
    if piece == "''" and style != "'":
        return piece
    if piece[0] == "\\" and style == '"':
        code = piece[1:]
        return chr(int(code[1:], 16)) if len(code) > 1 else _SIMPLE.get(code, code)
    return piece[:1] if piece == "''" else piece


def _rows(source: Source) -> Listing:
    """The rows of a table by the names in its first one."""
    text = source.text
    first = text[: text.find("\n") + 1] or text
    delimiter = max(DELIMITERS, key=first.count)
    head, begin = _record(text, 0, delimiter)
    names = [key_path("", cell.text.strip("\ufeff \t")) for cell in head]

    def named(row: list[Text]) -> list[Cell]:
        return [Cell(name, cell) for name, cell in zip(names, row, strict=False) if cell.text]

    def rows() -> Iterator[tuple[Span, list[Cell]]]:
        at = begin
        while at < len(text):
            row, end = _record(text, at, delimiter)
            if row:
                yield Span(at, end), named(row)
            at = end

    return Listing(rows(), lambda at: named(_record(text, at.start, delimiter)[0]))


def _record(text: str, at: int, delimiter: str) -> tuple[list[Text], int]:
    """The record of a CSV text that begins at a place, its cells with the place of every character,
    and where the next one begins. A delimiter that ends the text has no cell behind it, and its
    record is none.
    """
    row: list[Text] = []
    while at < len(text):
        cell, at = _cell(text, at, delimiter)
        row.append(cell)
        if at >= len(text) or text[at] != delimiter:
            return row, at + (2 if text.startswith("\r\n", at) else 1)
        at += 1
    return [], at


def _cell(text: str, at: int, delimiter: str) -> tuple[Text, int]:
    """The cell that begins at a place, and where it ends."""
    made = Decoding()
    if text.startswith('"', at):
        at = _quoted(text, at + 1, made)
    ends = lazy(rf"[{delimiter}\r\n]").search(text, at)
    end = ends.start() if ends else len(text)
    made.plain(text[at:end], at)
    return made.done(end), end


def _quoted(text: str, at: int, made: Decoding) -> int:
    """Read what stands in quotes from a place on, and give the place behind the last one; a quote
    that never ends runs to the end of the text.
    """
    while (end := text.find('"', at)) >= 0:
        made.plain(text[at:end], at)
        if not text.startswith('""', end):
            return end + 1
        made.plain('"', end + 1)
        at = end + 2
    made.plain(text[at:], at)
    return len(text)


def parse_yaml(source: Source, reading: Reading) -> Document:
    """Parse a YAML file: the jobs it lists, if it is said to list any."""
    return job_list(source, "yaml", reading)


def parse_csv(source: Source, reading: Reading) -> Document:
    """Parse a CSV file: the jobs it lists, if it is said to list any."""
    return job_list(source, "csv", reading)


def job_list(source: Source, name: str, reading: Reading) -> Document:
    """The document of a list: its jobs, or how many it holds when it is not read."""
    keys, likely = keys_said(reading), keys_likely(reading)
    kept: list[list[Cell]] = []
    total = unread = 0
    try:
        listing = listing_of(source)
        jobs = _Jobs(lambda at: _document(source, name, listing.again(at), keys, reading))
        for at, job in listing.jobs:
            total += 1
            unread += likely.are_in(job)
            if keys.are_in(job):
                jobs.starts.append(at.start)
                jobs.ends.append(at.end)
                if len(source.text) <= SMALL:
                    kept.append(job)
    except VaclintError as error:
        return Document(source, name, (), problems=[error], reading=reading)
    except ValueError as error:
        problem = VaclintError("read", source.path, f"the file is not valid ({error}); mend it")
        return Document(source, name, (), problems=[problem], reading=reading)
    if not _are_most(len(jobs), total):
        unread = unread if _are_most(unread, total) else 0
        return Document(source, name, (), reading=reading, unread_jobs=unread)
    documents = [_document(source, name, job, keys, reading) for job in kept]
    return Document(source, name, (), reading=reading, jobs=documents or jobs)


def _document(source: Source, name: str, job: list[Cell], keys: Keys, reading: Reading) -> Document:
    entries: list[FrontMatter] = []
    texts: list[Block] = []
    for cell in job:
        text, places = cell.text
        key = normal(cell.key)
        if not text.strip():
            continue
        blocks: tuple[Block, ...] = ()
        if key in keys.titles and not any(entry.blocks for entry in entries):
            builder = TextBuilder()
            builder.raw(text, 0)
            builder.remap(places)
            block = builder.build("field", label="title", front_matter=True)
            blocks = (block,) if block else ()
        elif key in keys.texts and cell.is_text:
            texts += _prose(source.path, text, places)
        span = Span(places[0], max(places[-1], places[0] + 1))
        entries.append(FrontMatter(cell.key, text, span, blocks))
    blocks_of_entries = [block for entry in entries for block in entry.blocks]
    own = Span(
        min((cell.text.places[0] for cell in job), default=0),
        max((cell.text.places[-1] for cell in job), default=0),
    )
    return Document(source, name, blocks_of_entries + texts, entries, reading=reading, own=own)


def _prose(path: str, text: str, places: Sequence[int]) -> list[Block]:
    """The blocks of a text in a value: HTML when it holds a tag or reference, else Markdown, which
    plain text is as well.
    """
    if _TAG.search(text):
        from vaclint.formats.readers.html import HtmlReader

        blocks = HtmlReader(text).blocks()
    else:
        from vaclint.formats.readers.markdown import read_markdown

        blocks = read_markdown(text)
    for block in blocks:
        block.remap(places)
    return blocks
