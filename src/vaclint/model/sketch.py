"""What a text is compared with other texts by."""

from collections.abc import Sequence

from vaclint.model.source import Position
from vaclint.text.named import NamedTuple

Range = tuple[Position, Position]


class Stretch(NamedTuple):
    """A stretch of text: the hash of its words, how many there are, where it stands, its text and
    the line it begins on.
    """

    value: int
    words: int
    place: Range
    text: str = ""
    line: str = ""


class Sketch(NamedTuple):
    """The hashes of a text's words; ``values`` are sorted, ``title`` is where a finding about the
    whole stands.
    """

    path: str
    language: str
    values: Sequence[int]
    title: Stretch
    passages: Sequence[Stretch]
    hidden: frozenset[str] = frozenset()
    """The rules that do not hold for the text, or that it suppresses as a whole."""
