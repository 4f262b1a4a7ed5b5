"""The YAML that most front matter is: a key and a value on each line, and nothing else. Reading it
takes no parser of YAML, which alone costs a tenth of a short run.

Where a line is not surely such a pair, there is no answer, and the parser is asked.
"""

from __future__ import annotations

import regex

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

_PAIR = lazy(
    r"(?P<key>[A-Za-z_][\w-]{0,99}):"
    r"(?: +(?:(?P<plain>[^\W_].*?)|(?P<quote>['\"])(?P<quoted>[^'\"\\\n]*)(?P=quote)))? *",
    regex.ASCII,
)
_NESTED = lazy(r":(?: |$)| #")
"""What a plain value cannot hold: another key, a comment."""
_NUMBER = lazy(r"0|[1-9]\d*|\d+\.\d*|\d{4}-\d\d-\d\d", regex.ASCII)
"""A number or a day, to YAML."""
_DIGITS_IN_WORDS = lazy(r"\d.*[g-mp-suvwy]", regex.ASCII)
"""A value that begins with a digit and is a text: some letter in it is in no number and no date of
YAML.
"""
_OWN = lazy(r"(?:[ytfo]\w{,4}|n\w{,3})", regex.ASCII | regex.IGNORECASE)
"""A word that YAML may take for true, false or nothing."""
_SAID = frozenset({"true", "false"})


class PlainScalar(NamedTuple):
    """A value: its key, what it is, its range in the text without quotes, the sign of those, and
    whether it is a text to YAML.
    """

    key: str
    value: str
    start: int
    end: int
    style: str
    is_text: bool


def read_plain(text: str) -> list[PlainScalar] | None:
    """The values of a text in order; None where a line is something else than a key and a value, a
    remark or nothing. Linear in the text.
    """
    found: list[PlainScalar] = []
    at = 0
    for line in text.split("\n"):
        if not line.isprintable():
            return None
        if line and line[0] != "#":
            pair = _PAIR.fullmatch(line)
            is_text = pair and _is_text_in(pair)
            if pair is None or is_text is None:
                return None
            name = "quoted" if pair["quote"] else "plain"
            value, (start, end) = pair[name], pair.span(name)
            if value is not None:
                style = pair["quote"] or ""
                found.append(PlainScalar(pair["key"], value, at + start, at + end, style, is_text))
        at += len(line) + 1
    return found


def _is_text_in(pair: regex.Match[str]) -> bool | None:
    """Whether the value of a pair is a text to YAML; None where that is not sure."""
    value: str = pair["plain"] or ""
    if not value:
        return True
    if _NESTED.search(value):
        return None
    if value[0].isdigit():
        is_text = _DIGITS_IN_WORDS.match(value) is not None
        return is_text if is_text or _NUMBER.fullmatch(value) else None
    if value in _SAID:
        return False
    return None if _OWN.fullmatch(value) else True
