"""How deep a text may be nested and how many values its front matter may hold: more is an
error of that text, told before anything is built from it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import regex

from vaclint.model.blocks import Span
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.text.patterns import lazy

DEPTH = 100
"""So deep may objects and lists stand in each other."""
VALUES = 10_000
"""So many values may front matter hold; what an alias repeats counts each time."""

NAME, PATH = 100, 200
"""Characters that are kept of a key, and of the keys that a value stands under. Nothing asks for
longer ones, and each value below a long one would hold it again.
"""
_BRACKET = lazy(r"\"(?:[^\"\\]++|\\.)*+\"?|[\[{]|[\]}]", regex.DOTALL)


def json_depth(text: str) -> int:
    """How deep the brackets of a JSON text go, strings left out. Linear."""
    if text.count("[") + text.count("{") <= DEPTH:
        return 0
    depth = deepest = 0
    for match in _BRACKET.finditer(text):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
    return deepest


_IN_LISTS = (["[", "{"], ["{", "[", "{"])
"""What is open in an object of a list, or of a list that a key of the whole text holds."""


def objects_in_lists(text: str) -> Iterator[Span]:
    """The ranges of the objects in the list that a valid JSON text is, or in those that its keys
    hold. Linear, and nothing is built: the tree of a large text takes twenty times its size.
    """
    opened: list[str] = []
    start = 0
    for match in _BRACKET.finditer(text):
        if match[0] in "[{":
            opened.append(match[0])
            start = match.start() if opened in _IN_LISTS else start
        elif match[0] in "]}":
            if opened in _IN_LISTS:
                yield Span(start, match.end())
            opened.pop()


def key_path(path: str, name: str) -> str:
    """The key of a value under the keys ``path``, with dots between them; of a long one the first
    and the last.
    """
    name = name[:NAME]
    if not path:
        return name
    whole = f"{path}.{name}"
    return whole if len(whole) <= PATH else f"{path.partition('.')[0]}.{name}"


_NESTING = lazy(r"[\[{]|[-?:][ \t]")


def may_be_deep(text: str) -> bool:
    """Whether YAML has enough signs of nesting to be too deep."""
    indent = max((len(line) - len(line.lstrip()) for line in text.splitlines()), default=0)
    if indent > DEPTH:
        return True
    return any(True for count, _ in enumerate(_NESTING.finditer(text)) if count >= DEPTH)


def see_depth(source: Source, events: Iterable[Any], what: str, most: int = 0) -> None:
    """Raises VaclintError for YAML that is nested too deeply, or has more than ``most`` keys and
    values, before anything is built of it.
    """
    import yaml

    depth = nodes = 0
    for event in events:
        nodes += isinstance(event, yaml.NodeEvent)
        if most and nodes > most:
            raise too_many(source)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH:
                raise too_deep(source, what)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def too_deep(source: Source, what: str) -> VaclintError:
    """The error for what is nested too deeply."""
    message = f"the {what} is nested more than {DEPTH} levels deep; make it flatter"
    return VaclintError("read", source.path, message)


def too_many(source: Source) -> VaclintError:
    """The error for front matter that holds too much."""
    message = (
        f"the front matter holds more than {VALUES:,} values, aliases counted each time; make it "
        "smaller"
    )
    return VaclintError("read", source.path, message)


def too_much_again(source: Source) -> VaclintError:
    """The error for a list of jobs whose aliases repeat more than it says itself."""
    message = (
        "the aliases of the list repeat more than the list itself holds; write the values where "
        "they belong"
    )
    return VaclintError("read", source.path, message)
