"""YAML (``---``), TOML (``+++``) and JSON front matter, with the place of every value.

PyYAML's ``compose`` gives marks in code points; for TOML the places come from a grammar (see
``toml_places``). A value is then aligned with its spelling in the source, so that a finding inside
it has an exact range.
"""

from functools import reduce
from itertools import islice
from typing import Any

import regex

from vaclint.formats.decoded import without_indentation
from vaclint.formats.limits import (
    DEPTH,
    VALUES,
    json_depth,
    key_path,
    may_be_deep,
    see_depth,
    too_deep,
    too_many,
)
from vaclint.formats.plain_yaml import read_plain
from vaclint.model.blocks import Block, Span, TextBuilder
from vaclint.model.document import FrontMatter
from vaclint.model.errors import VaclintError
from vaclint.model.reading import Reading
from vaclint.model.source import Source
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

_FENCE = {"---": "yaml", "+++": "toml"}
_JSON_KEY = lazy(r"\{\s*\"[\w@-]+\"\s*:")
_KEY_LINE = lazy(r"[\w-]+\s*[:=]")
_ESCAPE = lazy(
    r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|\r?\n[ \t]*|.)|''|\s+|[^\s\\']+|'",
    regex.DOTALL,
)
_SEVERAL = lazy(r"\n[ \t]*\n|^[ \t]*(?:[-*+•]|\d+[.)])[ \t]", regex.MULTILINE)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "e": "\x1b", "N": "\x85", "_": "\xa0"}
SENTENCE = 6
"""A value of so many words is a text, whatever its key says."""
_TO_FILL = lazy(r"\[\p{L}[^\[\]|]{2,60}\]|TODO\b.{0,60}|TBD|TBC")
"""A value that is still to be filled in: ``[telefoonnummer]``."""
_NOT_PROSE = lazy(r"(?:https?:|www\.|/|\./|#)\S*|\S+\.\w{2,4}|[\d.,:/T+ -]+")


_LINE_END = lazy(r"\r\n|[\n\r\x85\u2028\u2029]")


SUPPRESSING = "vaclint"
"""The key that says which rules a text suppresses."""


class Fences(NamedTuple):
    """Where the front matter stands: its language, the range between the fences, and where the text
    begins.
    """

    language: str
    start: int
    end: int
    body: int


def find_fences(source: Source) -> Fences | None:
    """The fences of the front matter, or None. Raises VaclintError when it is opened and not
    closed.
    """
    lines = source.lines
    if source.text[:2] in ("{\n", "{\r") or source.text.startswith('{"'):
        return _json_fences(source)
    opening = source.text[lines[0].start : lines[0].end].rstrip()
    language = _FENCE.get(opening)
    if language is None or len(lines) < 2:
        return None
    for line in islice(lines, 1, None):
        text = source.text[line.start : line.end].rstrip()
        if text == opening or (language == "yaml" and text == "..."):
            return Fences(language, lines[1].start, line.start, line.next)
    if language == "toml" or _KEY_LINE.match(source.text, lines[1].start):
        raise VaclintError(
            "read",
            source.path,
            f"line 1: the front matter opens with '{opening}' and is never closed; add "
            f"'{opening}' below it",
        )
    return None


def _json_fences(source: Source) -> Fences | None:
    """A JSON object at the very top, as Hugo has it; anything else in braces is text."""
    from json import JSONDecoder

    if json_depth(source.text) > DEPTH:
        if _JSON_KEY.match(source.text):
            raise too_deep(source, "front matter")
        return None
    try:
        value, end = JSONDecoder().raw_decode(source.text)
    except ValueError as error:
        if not _JSON_KEY.match(source.text):
            return None
        line = getattr(error, "lineno", 1)
        raise VaclintError(
            "read", source.path, f"line {line}: the front matter is not valid JSON; mend the line"
        ) from None
    body = source.lines[source.line_index(end - 1)].next
    return Fences("json", 0, end, body) if isinstance(value, dict) else None


def _read_json(source: Source, text: str, base: int, reading: Reading) -> list[FrontMatter]:
    from vaclint.formats.json_places import read_json

    entries: list[FrontMatter] = []
    root = read_json(source, base, base + len(text))
    for key, scalar in root.scalars() if root is not None else ():
        if len(entries) >= VALUES:
            raise too_many(source)
        if scalar.type != "string":
            entries.append(FrontMatter(key, scalar.raw, scalar.span))
            continue
        value, places = scalar.text()
        block = None
        if _is_prose(key, value, reading):
            builder = TextBuilder()
            builder.raw(value, 0)
            builder.remap(places)
            block = _field(builder, key, reading)
        entries.append(
            FrontMatter(
                key,
                value,
                Span(places[0], max(places[-1], places[0] + 1)),
                (block,) if block else (),
            )
        )
    return entries


def read_front_matter(source: Source, fences: Fences, reading: Reading) -> list[FrontMatter]:
    """The scalars of the front matter in order. Raises VaclintError with the line when it is
    broken.
    """
    text = source.text[fences.start : fences.end]
    read = {"yaml": _read_yaml, "toml": _read_toml, "json": _read_json}[fences.language]
    try:
        return read(source, text, fences.start, reading)
    except RecursionError:
        raise too_deep(source, "front matter") from None


def _read_yaml(source: Source, text: str, base: int, reading: Reading) -> list[FrontMatter]:
    plain = read_plain(text) if text.count("\n") < VALUES else None
    if plain is None:
        return _read_any_yaml(source, text, base, reading)
    return [
        _entry(reading, text, base, key, value, start, end, style, is_text)
        for key, value, start, end, style, is_text in plain
    ]


def _read_any_yaml(source: Source, text: str, base: int, reading: Reading) -> list[FrontMatter]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if text.count("\n") >= VALUES or may_be_deep(text):
            see_depth(source, yaml.parse(text, loader), "front matter", 2 * VALUES + 2)
        root = yaml.compose(text, loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 2
        raise VaclintError(
            "read",
            source.path,
            f"line {line}: the front matter is not valid YAML ({error.problem}); quote the "
            "value or mend the line",
        ) from None
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise VaclintError(
            "read",
            source.path,
            f"line 2: the front matter is not valid YAML ({reason}); mend or remove it",
        ) from None
    entries: list[FrontMatter] = []

    seen: set[int] = set()
    visited = repeated = 0

    def walk(path: str, node: yaml.Node, depth: int = 0) -> None:
        nonlocal visited, repeated
        visited += 1
        if depth > DEPTH:  # an alias of what it stands in
            raise too_deep(source, "front matter")
        if visited > VALUES:
            raise too_many(source)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
                walk(key_path(path, name), value, depth + 1)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                walk(path, value, depth + 1)
        elif isinstance(node, yaml.ScalarNode) and node.start_mark.index < node.end_mark.index:
            start, end = node.start_mark.index, node.end_mark.index
            if node.style in ("|", ">"):
                end_of_line = _LINE_END.search(text, start)
                start = end_of_line.end() if end_of_line else end
                end = start + len(text[start:end].rstrip())
            elif node.style in ("'", '"'):
                start, end = start + 1, end - 1
            if id(node) in seen:
                repeated += len(node.value)
                if repeated > VALUES + len(text):
                    raise too_many(source)
            is_text = node.tag == "tag:yaml.org,2002:str" and id(node) not in seen
            seen.add(id(node))  # an alias repeats it, and a reader sees it once
            entries.append(
                _entry(
                    reading,
                    text,
                    base,
                    path,
                    str(node.value),
                    start,
                    end,
                    node.style or "",
                    is_text,
                )
            )

    if root is not None and not isinstance(root, yaml.MappingNode):
        raise VaclintError(
            "read",
            source.path,
            "line 2: the front matter holds no 'key: value' pairs; write one to a line",
        )
    if root is not None:
        walk("", root)
    return entries


def _is_deep(data: object) -> bool:
    """Whether tables and lists stand in each other too deeply; a key with dots is many tables."""
    level: list[Any] = [data]
    for _ in range(DEPTH):
        inside = (each.values() if isinstance(each, dict) else each for each in level)
        level = [one for held in inside for one in held if isinstance(one, dict | list)]
    return bool(level)


def _read_toml(source: Source, text: str, base: int, reading: Reading) -> list[FrontMatter]:
    import tomli

    try:
        data = tomli.loads(text.replace("\r\n", "\n"))
    except tomli.TOMLDecodeError as error:
        raise VaclintError(
            "read",
            source.path,
            f"line {error.lineno + 1}: the front matter is not valid TOML ({error.msg}); mend "
            "the line",
        ) from None
    except ValueError:  # a number of thousands of digits
        message = "the front matter holds a number that cannot be read; mend it"
        raise VaclintError("read", source.path, message) from None
    if _is_deep(data):
        raise too_deep(source, "front matter")
    from vaclint.text.toml_places import toml_places

    inner = Source(source.path, text)
    entries: list[FrontMatter] = []
    for place in toml_places(text):
        if place.type in ("table", "table_array_element", "inline_table", "array"):
            continue
        if len(entries) >= VALUES:
            raise too_many(source)
        value: object = data
        for name in place.path:
            value = (
                value[int(name)]
                if isinstance(value, list)
                else value[name]
                if isinstance(value, dict)
                else value
            )
        start, end = (
            inner.from_byte_offset(place.value_start),
            inner.from_byte_offset(place.value_end),
        )
        quotes = 3 if text.startswith(('"""', "'''"), start) else 1 if text[start] in "\"'" else 0
        key = reduce(key_path, (name for name in place.path if not name.isdigit()), "")
        style = text[start] if quotes else ""
        entries.append(
            _entry(
                reading,
                text,
                base,
                key,
                str(value),
                start + quotes,
                end - quotes,
                style,
                isinstance(value, str),
            )
        )
    return entries


def _entry(
    reading: Reading,
    text: str,
    base: int,
    key: str,
    value: str,
    start: int,
    end: int,
    style: str,
    is_text: bool,
) -> FrontMatter:
    span = Span(base + start, base + max(end, start + 1))
    if not is_text or not _is_prose(key, value, reading):
        return FrontMatter(key, value, span)
    if style == "|" and _SEVERAL.search(value):
        return FrontMatter(key, value, span, _read_text(text[start:end], base + start))
    builder = TextBuilder()
    _align(builder, text[start:end], base + start, value, style)
    block = _field(builder, key, reading)
    return FrontMatter(key, value, span, (block,) if block else ())


def _field(builder: TextBuilder, key: str, reading: Reading) -> Block | None:
    """The block of a value, if it holds anything: a text by its key or its length, or a fact."""
    label = key.rsplit(".", 1)[-1]
    block = builder.build("field", label=label, front_matter=True)
    if block is not None:
        block.is_fact = not _is_named_prose(label, reading) and len(block.text.split()) < SENTENCE
    return block


def _read_text(spelled: str, start: int) -> tuple[Block, ...]:
    """The blocks of a whole Markdown text in a block scalar, whose lines are indented alike."""
    from vaclint.formats.readers.markdown import read_markdown

    text, places = without_indentation(spelled, start)
    blocks = read_markdown(text)
    for block in blocks:
        block.remap(places)
    return tuple(blocks)


def _is_prose(key: str, value: str, reading: Reading) -> bool:
    """Whether a value is text for readers: by its key, or else three words or more that are no
    path, date or number.
    """
    name = key.rsplit(".", 1)[-1].lower()
    if key.split(".", 1)[0] == SUPPRESSING:
        return False
    if name in reading.opaque_keys or key.split(".", 1)[0].lower() in reading.opaque_keys:
        return False
    if not value.strip() or _NOT_PROSE.fullmatch(value.strip()):
        return False
    if _TO_FILL.fullmatch(value.strip()):
        return True
    return _is_named_prose(name, reading) or len(value.split()) >= 3


def _is_named_prose(name: str, reading: Reading) -> bool:
    """Whether a key says that its value is text for readers."""
    return name.lower() in reading.prose_keys or reading.holds(name.lower(), "title")


def _align(builder: TextBuilder, spelled: str, start: int, value: str, style: str) -> None:
    """Add a value to the builder, each piece with its spelling: escapes decoded, folded lines as
    one space.
    """
    if spelled == value or style in ("", "|", ">"):
        builder.raw(spelled, start)
        return
    for match in _ESCAPE.finditer(spelled):
        piece = match[0]
        at = start + match.start()
        if piece[0] == "\\" and style == '"':
            span = Span(at, at + len(piece))
            code = piece[1:]
            if code[0] in "uUx" and len(code) > 1:
                builder.mapped(chr(int(code[1:], 16)), span)
            elif code[0] in "\r\n" or (char := _SIMPLE.get(code[0], code)).isspace():
                builder.space(span)
            else:
                builder.mapped(char, span)
        elif piece == "''" and style == "'":
            builder.mapped("'", Span(at, at + 2))
        else:
            builder.raw(piece, at)
