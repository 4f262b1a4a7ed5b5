r"""Texts of others shown on a terminal, in a log or in a list: what would move the cursor, start a
line or turn the writing around is shown as ``\n``, ``\x1b`` or ``\u202e``.
"""

import re

_COMMANDS = ("::", "##[")
"""What a line begins with that a runner of workflows takes for a command."""
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LOOKS_ESCAPED = re.compile(r"\\(?=x[0-9a-f]{2})")
_BYTE = re.compile("[\udc80-\udcff]")


def escaped(text: str) -> str:
    """The text on one line, with an escape for each character that is no writing."""
    return text if text.isprintable() else _CONTROL.sub(_escape, text)


def escaped_path(path: str) -> str:
    """A name of a file to begin a line with: escaped, and no command to a runner of workflows."""
    name = escaped(path)
    return f"./{name}" if name.lstrip().startswith(_COMMANDS) else name


def lossless(name: str) -> str:
    r"""A name of a file as the system gives it, with ``\xNN`` for each byte that is no UTF-8, and
    for a backslash that would look like one: two names are never the same.
    """
    if "\\" in name:
        name = _LOOKS_ESCAPED.sub(r"\\x5c", name)
    return (
        name if name.isascii() else _BYTE.sub(lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02x}", name)
    )


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _NAMED:
        return _NAMED[char]
    point = ord(char)
    if 0xDC80 <= point <= 0xDCFF:  # a byte of a name that is no UTF-8
        return f"\\x{point - 0xDC00:02x}"
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
