"""References to characters in HTML, as far as Python reads them."""

from html import unescape

from vaclint.text.patterns import lazy

_TOO_LONG = lazy(r"&(?=#[0-9]{1000})")
"""Python refuses to read numbers of 4,300 digits, and so does its parser of HTML."""


def readable(text: str, instead: str = " ") -> str:
    """A text with another character for the ``&`` of each reference whose number is that of no
    character and too long to be read; it is as long as before.
    """
    return _TOO_LONG.sub(instead, text) if "&#" in text else text


def unescaped(text: str) -> str:
    """A text with its references read."""
    return unescape(readable(text))
