"""Words as the lists of a language hold them."""

from pathlib import PurePosixPath

from vaclint.text.patterns import lazy
from vaclint.text.words import cut

_WORD = lazy(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[€$£@]")
_ENDING = lazy(r"(?<=[^\W\d_])\(([^\W\d_]{1,4})\)")
"""The ending of another form: `waiter(ess)`."""
_APART = lazy(r"[-_\s]*\b\d[\d-]*\b[-_\s]*|[-_\s]+")
"""What stands between the words of a file's name, with dates and numbers."""
_SOFT = {0x2019: "'", 0x2018: "'", 0xAD: None, 0x200B: None}
NUMBER = "#"
ANY = "*"


def words_of(text: str) -> list[str]:
    """The words of a text in lower case: letters with apostrophes and hyphens inside, numbers,
    signs of currencies; `waiter(ess)` is one word. Linear.
    """
    if not text.isascii():
        text = text.translate(_SOFT)
    return cut(with_endings(text.lower()), _WORD)


def with_endings(text: str) -> str:
    """A text with the endings of other forms joined to their words: `waiter(ess)`."""
    return _ENDING.sub(r"\1", text) if "(" in text else text


def without_endings(text: str) -> str:
    """A text without these: `waiter` of `waiter(ess)`."""
    return _ENDING.sub("", text) if "(" in text else text


def name_of_file(path: str) -> str:
    """`pastry cook` of `jobs/2024-03-01-pastry-cook.md`."""
    return " ".join(_APART.split(PurePosixPath(path).stem)).strip()
