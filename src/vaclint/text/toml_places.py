"""Where the keys and values of a TOML text stand: what tomli does not tell, from tree-sitter's
grammar for TOML.

Used for the positions in a front matter and for errors in configuration and rule files; never on a
run without either.
"""

from functools import lru_cache

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from vaclint.text.named import NamedTuple


class TomlPlace(NamedTuple):
    """A key with its value: the path of keys, and UTF-8 byte ranges; array elements carry their
    index as text.
    """

    path: tuple[str, ...]
    key_start: int
    value_start: int
    value_end: int
    type: str


def toml_places(text: str) -> list[TomlPlace]:
    """Every key/value pair of a valid TOML text in order, tables and arrays of tables followed by
    what they hold.
    """
    data = text.encode()
    parser = Parser(Language(tree_sitter_toml.language()))
    places: list[TomlPlace] = []
    counts: dict[tuple[str, ...], int] = {}

    def names(node: Node) -> tuple[str, ...]:
        if node.type == "dotted_key":
            return tuple(name for child in node.named_children for name in names(child))
        raw = data[node.start_byte : node.end_byte].decode()
        if node.type == "quoted_key":
            return (_unquoted(raw),)
        return (raw,)

    def value(path: tuple[str, ...], key: Node, node: Node) -> None:
        places.append(TomlPlace(path, key.start_byte, node.start_byte, node.end_byte, node.type))
        if node.type == "inline_table":
            for child in node.named_children:
                pair(path, child)
        elif node.type == "array":
            elements = [child for child in node.named_children if child.type != "comment"]
            for index, child in enumerate(elements):
                value((*path, str(index)), child, child)

    def pair(prefix: tuple[str, ...], node: Node) -> None:
        if node.type == "pair":
            key, content = node.named_children[0], node.named_children[-1]
            value(prefix + names(key), key, content)

    def resolve(path: tuple[str, ...]) -> tuple[str, ...]:
        resolved: tuple[str, ...] = ()
        for name in path:
            resolved = (*resolved, name)
            if resolved in counts:
                resolved = (*resolved, str(counts[resolved]))
        return resolved

    for node in parser.parse(data).root_node.named_children:
        if node.type == "pair":
            pair((), node)
        elif node.type in ("table", "table_array_element"):
            key = node.named_children[0]
            path = names(key)
            if node.type == "table_array_element":
                at = resolve(path[:-1]) + path[-1:]
                counts[at] = counts.get(at, -1) + 1
            prefix = resolve(path)
            places.append(
                TomlPlace(prefix, key.start_byte, node.start_byte, node.end_byte, node.type)
            )
            for child in node.named_children[1:]:
                pair(prefix, child)
    return places


def _unquoted(key: str) -> str:
    """A key in quotation marks as it is meant; its escapes are decoded."""
    if "\\" not in key or key.startswith("'"):
        return key[1:-1]
    import tomli

    return next(iter(tomli.loads(f"{key} = 0")))


def line_of(text: str, path: tuple[str, ...]) -> int:
    """The line on which a key path stands, or that of the nearest table above it."""
    data, starts = _starts(text)
    found = (starts[path[:size]] for size in range(len(path), -1, -1) if path[:size] in starts)
    return data.count(b"\n", 0, next(found, 0)) + 1


@lru_cache(2)
def _starts(text: str) -> tuple[bytes, dict[tuple[str, ...], int]]:
    """The bytes of a text, and where in them each key path stands first; kept, for a file with one
    mistake has more of them.
    """
    starts: dict[tuple[str, ...], int] = {}
    for place in toml_places(text):
        starts.setdefault(place.path, place.key_start)
    return text.encode(), starts
