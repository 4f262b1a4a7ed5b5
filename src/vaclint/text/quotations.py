"""What stands in quotation marks, in one place: words quoted are somebody else's, and not
judged.
"""

from collections.abc import Sequence

from vaclint.text.patterns import lazy

_MARKS = "“\"«„‘'"
_QUOTED = lazy(
    r"[“\"«„][^”\"»]{1,300}[”\"»]"  # double marks of any kind
    r"|(?<!\p{L})[‘'](?!s )[^’']{1,300}[’'](?!\p{L})"  # single ones, where they are no apostrophes
)


def quotations(text: str) -> list[tuple[int, int]]:
    """The ranges of what is quoted in a text, marks included; ``end`` is exclusive. Linear: a
    quotation is bounded.
    """
    if not any(mark in text for mark in _MARKS):
        return []
    return [match.span() for match in _QUOTED.finditer(text)]


def is_inside(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some ranges."""
    return any(start <= at < end for start, end in ranges)
