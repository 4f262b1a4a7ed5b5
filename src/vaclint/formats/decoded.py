"""Strings decoded from a notation, with the place of every character."""

from vaclint.text.named import NamedTuple


class Text(NamedTuple):
    """A decoded string, and for each of its characters and its end the place in the source."""

    text: str
    places: list[int]


def without_indentation(spelled: str, start: int) -> Text:
    """The lines of a block scalar that stands at ``start``, without what all are indented by."""
    lines = spelled.splitlines(keepends=True)
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    chars: list[str] = []
    places: list[int] = []
    for line in lines:
        skip = min(indent, len(line) - len(line.lstrip(" ")))
        chars.append(line[skip:])
        places.extend(range(start + skip, start + len(line)))
        start += len(line)
    return Text("".join(chars), [*places, start])
