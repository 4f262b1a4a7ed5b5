"""A line cut into words, numbers, clock times, dates, phone numbers, addresses and signs."""

from vaclint.facts.amounts.lexicon import WORD
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

_ADDRESS = (
    r"(?P<address>(?:https?://|www\.)\S+"
    r"|(?<![^\s(<\[,;:])(?:[\w.+-]{1,64}@[\w.-]{1,80}|[\w./-]{1,80}\.(?:pdf|html?)\b))"
)
_DATE = (
    r"(?P<date>\b\d{4}-\d{1,2}-\d{1,2}\b"
    r"|(?<![\d.,/-])\d{1,2}(?P<between>[-./])\d{1,2}(?P=between)(?:\d{4}|\d{2})(?![\d/-]))"
)
_PHONE = (
    r"(?P<phone>(?:\+\d{1,3}[\s-]?)?(?<![\d,.])\(?0\d{1,4}\)?"
    r"(?:(?:[\s/-]{1,3}\d{2,4}){2,5}|[\s/-]{0,3}\d{6,9})"
    r"(?![\d,.]\d|:))"
)
_CLOCK = r"(?P<clock>(?<![\d.,:])(?:[01]?\d|2[0-4])(?:\s?[uh]\s?|:)[0-5]\d(?![\d:]))"
_POINTS = r"\d{1,3}(?:[.’'\u00a0\u202f]\d{3})+(?:,\d{1,2})?"
_COMMAS = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?"
_SPACED = (
    r"(?<=[€£$])\s?\d{1,3}(?:\s\d{3})+(?:,\d{1,2})?"
    r"|\d{1,3}(?:\s\d{3})+(?:,\d{1,2})?(?=\s?[-–€,/]|\s[^\W\d]|[\s.]*$)"
)
_NUMBER = (
    rf"(?P<number>(?<![\d.,])(?:(?:{_POINTS}|{_COMMAS}|{_SPACED}|\d+(?:[.,]\d+)?)(?!\d)|\d+)"
    r"(?:\s?[½¼¾])?|[½¼¾]|(?<![\w.,])[.,]\d{1,2}(?!\d))"
)
_TAIL = r"(?P<tail>\s?[.,]\s?[-–—=]{1,2}(?=[\s)\]/,.;<+-]|$)|[,.]-(?=\s?[€£$]))?"
TEXT = lazy(
    rf"{_ADDRESS}|{_DATE}|{_PHONE}|{_CLOCK}|{_NUMBER}{_TAIL}"
    rf"|(?P<word>{WORD}(?:['’](?!\w))?)|(?P<other>[^\s])"
)
"""The pieces of a line; a sum's tail, as in ``3.500,-``, belongs to its number."""
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_GROUPING, _SIGNS = lazy(r"[\s\u00a0\u202f’']"), lazy(r"[.,]")
_DATE_SIGN = lazy(r"[-/.]")
_GROUPED = lazy(r"\d{1,3}(?:[.,]\d{3})")


class Raw(NamedTuple):
    """A piece of a line in lower case; ``tail`` is where the tail of a sum begins, or -1."""

    start: int
    end: int
    word: str
    what: str
    tail: int


def readings(text: str, decimal: str) -> tuple[float, ...]:
    """The values a spelled number may have, the likelier first: ``17,845`` is 17.845 or 17845."""
    part = _PARTS.get(text[-1:], 0.0)
    digits = _GROUPING.sub("", text.rstrip("½¼¾ "))
    if not digits:
        return (part,)
    signs = [sign for sign in digits if sign in ".,"]
    if len(signs) == 1 and _GROUPED.fullmatch(digits):
        small, large = float(digits.replace(",", ".")), float(_SIGNS.sub("", digits))
        if digits[0] == "0":
            return (small,)
        return (small, large) if signs[0] == decimal else (large, small)
    if not signs:
        return (float(digits) + part,)
    last = max(digits.rfind("."), digits.rfind(","))
    whole = _SIGNS.sub("", digits[:last])
    fraction = digits[last + 1 :]
    if len(set(signs)) == 1 and len(signs) > 1:
        return (float(whole + fraction),)
    return (float(f"{whole or '0'}.{fraction}") + part,)


def is_list(word: str) -> bool:
    """Whether what looks like a date is a list of numbers: ``24/28/32``."""
    first, second, third = (int(piece) for piece in _DATE_SIGN.split(word))
    if first > 1000 or third > 1000:
        return False
    return (
        "/" in word
        and not word.startswith("0")
        and (second > 12 or first > 31 or (first < second < third and third < 60))
    )
