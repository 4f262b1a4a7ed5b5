"""How deep a text may be nested and how many values its front matter may hold: more is an
error of that text, told before anything is built from it.
"""

from collections.abc import Iterator

import regex

from vaclint.model.blocks import Span
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.text.patterns import lazy

DEPTH = 100
"""So deep may objects and lists stand in each other."""
VALUES = 10_000
"""So many values may front matter hold; what an alias repeats counts each time."""

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
