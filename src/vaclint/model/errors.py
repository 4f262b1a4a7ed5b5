"""The one exception that bad input raises; its text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

ErrorKind = Literal["decode", "read", "config", "rule", "internal"]
LONGEST, END = 10_000, 1_000
"""Characters of a sentence for the user, and how many of them are its end: a key or pattern that it
names may have millions.
"""


class VaclintError(Exception):
    """Something the user can mend: one sentence with the place and the way out.

    ``path`` is the file or folder concerned, ``kind`` one of the kinds of the report.
    """

    def __init__(self, kind: ErrorKind, path: str, message: str) -> None:
        if len(message) > LONGEST:
            message = f"{message[: LONGEST - END]} … {message[-END:]}"
        super().__init__(message)
        self.kind: ErrorKind = kind
        self.path = path
        self.message = message

    def __reduce__(self) -> tuple[type[VaclintError], tuple[ErrorKind, str, str]]:
        """Let it cross from a worker process."""
        return VaclintError, (self.kind, self.path, self.message)


class EmptyTextError(VaclintError):
    """A text with nothing in it, which some take for an error and others for a remark."""

    def __init__(self, path: str) -> None:
        super().__init__("read", path, "the file is empty; write a text or remove the file")

    def __reduce__(self) -> tuple[type[EmptyTextError], tuple[str]]:  # type: ignore[override]
        """Let it cross from a worker process."""
        return EmptyTextError, (self.path,)


def nearest(word: str, known: Sequence[str]) -> str:
    """A hint naming the known word nearest to ``word``: ``; did you mean 'x'?``, or nothing."""
    from difflib import get_close_matches

    whole = padded(word.upper())
    close = [whole] if whole in known else get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""


def padded(word: str) -> str:
    """A code whose number lacks zeros as it is written: ``GEN001`` for ``GEN01``; else the word."""
    family, number = word[:3], word[3:]
    return f"{family}{number:0>3}" if family.isalpha() and number.isdigit() else word
