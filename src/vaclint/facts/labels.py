"""Labels of a fact, also those that lost their colon: ``Uren per week 32 - 36``."""

from collections.abc import Collection

from vaclint.document import Block

_BETWEEN = " :-–—|\t"


def value_behind(block: Block, labels: Collection[str]) -> int | None:
    """Where in a block's text the value behind one of the labels begins; None for a block without such a label."""
    if block.label.lower().strip("*: ") in labels:
        return block.value_at
    words = block.text.split(" ")
    for count in range(min(4, len(words) - 1), 0, -1):
        head = " ".join(words[:count])
        if head.lower().rstrip(": ") in labels:
            rest = block.text[len(head) :]
            at = len(head) + len(rest) - len(rest.lstrip(_BETWEEN))
            following = block.text[at : at + 1]
            return at if following.isdigit() or (following in "€£$" and following) else None
    return None
