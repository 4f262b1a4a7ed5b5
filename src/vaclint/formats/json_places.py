r"""Where the values of a JSON text stand, and how a string's characters are spelled there.

tree-sitter's grammar for JSON gives the ranges; the standard library says whether the text is valid
at all.
"""

import json
from collections.abc import Iterator

import tree_sitter_json
from tree_sitter import Language, Node, Parser

from vaclint.formats.decoded import Decoding, Text
from vaclint.formats.limits import DEPTH, json_depth, key_path, too_deep
from vaclint.model.blocks import Span
from vaclint.model.source import Source
from vaclint.text.patterns import lazy

_ESCAPE = lazy(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


def _named(node: Node) -> Iterator[Node]:
    """The named children of a node, one after the other: asked for all at once, a node keeps them
    for as long as it is there, and each of them its own.
    """
    cursor = node.walk()
    is_there = cursor.goto_first_child()
    while is_there:
        child = cursor.node
        if child is not None and child.is_named:
            yield child
        is_there = cursor.goto_next_sibling()


def _nothing(_: list[tuple[str, object]]) -> None:
    """What an object is read as where only its spelling matters."""


class JsonNode:
    """A value in a stretch of JSON of a source."""

    __slots__ = ("_base", "_inner", "_node", "_source", "type")

    def __init__(self, source: Source, inner: Source, base: int, node: Node) -> None:
        self._source = source
        self._inner = inner
        self._base = base
        self._node = node
        self.type = node.type

    @property
    def span(self) -> Span:
        """The range in the source; of a string with its quotes."""
        start, end = (
            self._inner.from_byte_offset(self._node.start_byte),
            self._inner.from_byte_offset(self._node.end_byte),
        )
        return Span(self._base + start, self._base + end)

    @property
    def raw(self) -> str:
        """The value as it is spelled."""
        return self._source.text[self.span.start : self.span.end]

    def _wrap(self, node: Node) -> "JsonNode":
        return JsonNode(self._source, self._inner, self._base, node)

    def members(self) -> list[tuple["JsonNode", "JsonNode"]]:
        """The keys and values of an object."""
        members = (child.named_children for child in _named(self._node) if child.type == "pair")
        return [
            (self._wrap(member[0]), self._wrap(member[-1]))
            for member in members
            if len(member) >= 2
        ]

    def pairs(self) -> list[tuple[str, "JsonNode"]]:
        """The members of an object with their keys as text."""
        return [(key.text().text, value) for key, value in self.members()]

    def children(self) -> Iterator["JsonNode"]:
        """The elements of an array, or the value of a whole text."""
        return (self._wrap(child) for child in _named(self._node) if child.type != "comment")

    def text(self) -> Text:
        """The characters of a string."""
        start = self.span.start + 1
        spelled = self.raw[1:-1]
        made = Decoding()
        here = 0
        for match in _ESCAPE.finditer(spelled):
            made.plain(spelled[here : match.start()], start + here)
            made.spelled(_decoded(match[0]), start + match.start())
            here = match.end()
        made.plain(spelled[here:], start + here)
        return made.done(start + len(spelled))

    def scalars(self, path: str = "") -> Iterator[tuple[str, "JsonNode"]]:
        """Every string, number and truth value in it with its path; elements of a list have the
        path of the list.
        """
        if self.type == "object":
            for key, value in self.pairs():
                yield from value.scalars(key_path(path, key))
        elif self.type == "array":
            for child in self.children():
                yield from child.scalars(path)
        elif self.type in ("string", "number", "true", "false"):
            yield path, self


def _decoded(escape: str) -> str:
    """The character of an escape; for half a pair of surrogates, which is none, U+FFFD."""
    char: str = json.loads(f'"{escape}"')
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char


def checked_json(source: Source, start: int, end: int) -> str:
    """The JSON text that a range of a source holds. Raises ValueError (of the json module) when it
    is not valid, and VaclintError when it is nested too deeply.
    """
    text = source.text[start:end]
    if json_depth(text) > DEPTH:
        raise too_deep(source, "JSON")
    json.loads(text, object_pairs_hook=_nothing)  # objects made of it would take ten times its size
    return text


def read_json(source: Source, start: int, end: int) -> JsonNode | None:
    """The value that a range of a source holds. Raises what ``checked_json`` raises."""
    checked_json(source, start, end)
    return valid_json(source, start, end)


def valid_json(source: Source, start: int, end: int) -> JsonNode | None:
    """The value in a range of a source that was checked, or lies in one that was."""
    text = source.text[start:end]
    root = Parser(Language(tree_sitter_json.language())).parse(text.encode()).root_node
    return next(JsonNode(source, Source(source.path, text), start, root).children(), None)
