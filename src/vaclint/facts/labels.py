"""Labels of a fact, also those that lost their colon (``Uren per week 32 - 36``) or share a line
(``Uren: 32 · Schaal: 8``).
"""

from collections.abc import Collection
from typing import NamedTuple

from vaclint.model.blocks import Block
from vaclint.text.patterns import lazy

_BETWEEN = " :-–—|\t"
_VALUE = lazy(r"[\d€£$]")
_NEXT = lazy(r"\s+[·|•–—-]\s+(?=\p{L}[\p{L} /]{1,30}:\s)")


class Labelled(NamedTuple):
    """A label as it is written, and the range of its value in a block's text."""

    label: str
    start: int
    end: int


def value_behind(block: Block, labels: Collection[str]) -> Labelled | None:
    """The value behind one of the labels; None for a block without such a label."""
    text = block.text
    marks = list(_NEXT.finditer(text)) if ":" in text else []
    ends = [*(match.start() for match in marks), len(text)]
    if block.label.lower().strip("*: ") in labels:
        return Labelled(block.label, block.value_at, ends[0])
    for mark, end in zip(marks, ends[1:], strict=True):
        label, _, value = text[mark.end() : end].partition(":")
        if label.lower().strip() in labels:
            return Labelled(label, end - len(value.lstrip()), end)
    at = _without_colon(text, labels)
    return Labelled(text[:at].strip(" :-"), at, ends[0]) if at is not None else None


def _without_colon(text: str, labels: Collection[str]) -> int | None:
    if not _VALUE.search(text):
        return None
    words = text.split(" ")
    for count in range(min(4, len(words) - 1), 0, -1):
        head = " ".join(words[:count])
        if head.lower().rstrip(": ") in labels:
            rest = text[len(head) :]
            at = len(head) + len(rest) - len(rest.lstrip(_BETWEEN))
            following = text[at : at + 1]
            return at if following.isdigit() or (following in "€£$" and following) else None
    return None
