"""A line cut into words, numbers, clock times, dates, phone numbers, addresses and signs."""

import itertools
from collections.abc import Iterator

import regex

from vaclint.facts.amounts.lexicon import WORD, Lexicon
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
_COMMAS = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,2}(?:,\d{2}){1,3},\d{3}(?:\.\d{1,2})?"
_THREES = r"\d{1,3}(?:\s\d{3}){1,4}"
"""A number with spaces: so few groups, for a row of numbers of three digits is looked through from
each of them.
"""
_SPACED = (
    rf"(?<=[€£$])\s?{_THREES}(?:,\d{{1,2}})?"
    rf"|{_THREES}(?:,\d{{1,2}})?(?=\s?[-–€,/]|\s[^\W\d]|[\s.]*+$)"
)
_NUMBER = (
    rf"(?P<number>(?<![\d.,])(?:(?:{_POINTS}|{_COMMAS}|{_SPACED}|\d+(?:[.,]\d+)?)(?!\d)|\d+)"
    r"(?:\s?[½¼¾])?|[½¼¾]|(?<![\w.,])[.,]\d{1,2}(?!\d))"
)
_TAIL = (
    r"(?P<tail>\s?[.,]\s?[-–—=]{1,2}(?=[\s)\]/,.;<+-]|$)"
    r"|[,.]-(?=\s?[€£$])|/[-=](?=[\s)\],.;]|$))?"
)
_WORD = rf"(?P<word>{WORD}(?:['’](?!\w))?)"
_FIGURES = rf"(?=[\d+(½¼¾]|[.,\s]\d)(?:{_DATE}|{_PHONE}|{_CLOCK}|{_NUMBER}{_TAIL})"
_OTHER = r"(?P<other>[^\s])"
_TEXT = lazy(rf"{_ADDRESS}|{_FIGURES}|{_WORD}|{_OTHER}")
_WITHOUT_ADDRESS = lazy(rf"{_WORD}|{_FIGURES}|{_OTHER}")
_WORDS_ALONE = lazy(rf"{_WORD}|{_OTHER}")
"""The pieces of a line; a sum's tail, as in ``3.500,-``, belongs to its number. Most lines have no
address and many no figure, and are cut in less time by a pattern without them.
"""
_IN_ADDRESS = ("@", "://", "www.", ".pdf", ".htm")
_NUMERAL = lazy(r"[\d½¼¾]")
LARGEST = 1e15
"""No number of an advert is larger; one of 400 digits is more than any number can hold."""
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_GROUPING, _SIGNS = lazy(r"[\s\u00a0\u202f’']"), lazy(r"[.,]")
_DATE_SIGN = lazy(r"[-/.]")
_GROUPED = lazy(r"\d{1,3}(?:[.,]\d{3})")


PIECES_MOST = 60_000
"""What follows so many pieces of a line is left alone; twenty for each token that is looked at."""


class Raw(NamedTuple):
    """A piece of a line in lower case; ``tail`` is where the tail of a sum begins, or -1."""

    start: int
    end: int
    word: str
    what: str
    tail: int


_SEAM = lazy(r"(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][A-Za-zà-ÿ])")
"""Between two words that are run together: ``uurLocatie``."""
_RUN_ON = lazy(r"[a-zà-ÿ]{2}[A-ZÀ-Þ][A-Za-zà-ÿ]|\d[A-ZÀ-Þ][a-zà-ÿ]{2}")
_FIGURE = frozenset("0123456789€£$")
_JOINABLE = frozenset({"UNIT", "RATE", "CURRENCY"})
_BOUNDS = frozenset({"TO_MOST", "FROM_LEAST", "FROM", "BETWEEN", "LEAST", "MOST"})


def cut(text: str, lexicon: Lexicon) -> list[Raw]:
    """The pieces of a line, with words that are run together taken apart; linear in its length."""
    raw = []
    low = text.lower().replace("’", "'")
    if len(low) != len(text):  # a letter that is two in lower case
        low = "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in text)
    for match in itertools.islice(_pattern(text).finditer(text), PIECES_MOST):
        start, end = match.span()
        what, tail = match.lastgroup, -1
        if what == "tail":
            what, tail = "number", match.start("tail")
        elif what == "between":
            what = "date"
        raw.append(Raw(start, end, low[start:end], what or "", tail))
    return list(_parted(raw, text, lexicon)) if _RUN_ON.search(text) else raw


def _pattern(text: str) -> regex.Pattern[str]:
    """The least pattern that cuts a text as the whole one does."""
    if any(sign in text for sign in _IN_ADDRESS):
        return _TEXT
    return _WORDS_ALONE if _NUMERAL.search(text) is None else _WITHOUT_ADDRESS


def _parted(raw: list[Raw], text: str, lexicon: Lexicon) -> Iterator[Raw]:
    """The pieces with words taken apart that are run together beside a figure or unit, as in the
    text of a page without its layout: ``16 per uurLocatie``, ``LoonEUR 2.900``. A bar of no width
    ends what a number or unit belongs to.
    """
    number_ends = -1
    for item in raw:
        words = [item] if item.what != "word" else _words_in(item, text, lexicon)
        if words[0].start == number_ends and _is_next(words[0], text, lexicon):
            yield _bar(number_ends)
        yield words[0]
        for before, word in itertools.pairwise(words):
            if _is_joinable(before.word, lexicon):
                yield _bar(word.start)
            yield word
        number_ends = item.end if item.what == "number" else -1


def _bar(at: int) -> Raw:
    return Raw(at, at, "|", "other", -1)


def _words_in(item: Raw, text: str, lexicon: Lexicon) -> list[Raw]:
    """The words that are run together in one, if one of them is a unit or a figure follows."""
    seams = [match.start() for match in _SEAM.finditer(text, item.start, item.end)]
    if not seams:
        return [item]
    ends = [item.start, *seams, item.end]
    words = [
        Raw(start, end, text[start:end].lower(), "word", -1)
        for start, end in itertools.pairwise(ends)
    ]
    beside = text[item.end : item.end + 1] in _FIGURE
    known = beside or any(_is_joinable(word.word, lexicon) for word in (words[0], words[-1]))
    known = known or _is_of_sum(words, text, lexicon)
    known = known or any(_says_size(word.word, lexicon) for word in (words[0], words[-1]))
    return words if known else [item]


def _is_of_sum(words: list[Raw], text: str, lexicon: Lexicon) -> bool:
    """Whether a space from a figure the last word before it is a bound, or the first behind it
    gross or net: ``LoonTot € 4.000 brutoOp basis van …``.
    """
    start, end = words[0].start, words[-1].end
    if text[end : end + 1] == " " and text[end + 1 : end + 2] in _FIGURE:
        return _is_tagged(words[-1].word, _BOUNDS, lexicon)
    behind = text[start - 1 : start] == " " and text[start - 2 : start - 1].isdigit()
    return behind and any(
        len(pieces) == 1 and not {"gross", "net"}.isdisjoint(entry.marks)
        for pieces, entry in lexicon.phrases.get(words[0].word, ())
    )


_SIZES = frozenset({"full", "part"})


def _says_size(word: str, lexicon: Lexicon) -> bool:
    """Whether a word alone is one for full or part time: ``DienstverbandFulltime``."""
    return any(
        len(pieces) == 1 and not _SIZES.isdisjoint(entry.marks)
        for pieces, entry in lexicon.phrases.get(word, ())
    )


def _is_next(word: Raw, text: str, lexicon: Lexicon) -> bool:
    """Whether a word joined to the number before it begins something new: ``24,15Startdatum``."""
    if word.what != "word" or word.end - word.start < 3 or not text[word.start].isupper():
        return False
    labels = text[word.end : word.end + 1] in _FIGURE or text[word.end : word.end + 1] == ":"
    return text[word.start + 1].islower() and (labels or not _is_joinable(word.word, lexicon))


def _is_joinable(word: str, lexicon: Lexicon) -> bool:
    """Whether a word alone is a unit or currency, which may be joined to a number."""
    return word in lexicon.after_number or _is_tagged(word, _JOINABLE, lexicon)


def _is_tagged(word: str, tags: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a word alone is of one of some types."""
    return any(
        len(pieces) == 1 and any(tag in tags for tag, _ in entry.tags)
        for pieces, entry in lexicon.phrases.get(word, ())
    )


def readings(text: str, decimal: str) -> tuple[float, ...]:
    """The values a spelled number may have, the likelier first: ``17,845`` is 17.845 or 17845."""
    part = _PARTS.get(text[-1:], 0.0)
    digits = _GROUPING.sub("", text.rstrip("½¼¾ "))
    if not digits:
        return (part,)
    signs = [sign for sign in digits if sign in ".,"]
    if len(signs) == 1 and _GROUPED.fullmatch(digits):
        small, large = _float(digits.replace(",", ".")), _float(_SIGNS.sub("", digits))
        if digits[0] == "0":
            return (small,)
        if digits.endswith("00"):  # nobody writes 2,900 for 2.9
            return (large,)
        return (small, large) if signs[0] == decimal else (large, small)
    if not signs:
        return (_float(digits) + part,)
    last = max(digits.rfind("."), digits.rfind(","))
    whole = _SIGNS.sub("", digits[:last])
    fraction = digits[last + 1 :]
    if len(set(signs)) == 1 and len(signs) > 1:
        return (_float(whole + fraction),)
    return (_float(f"{whole or '0'}.{fraction}") + part,)


def _float(digits: str) -> float:
    """A number; one that is too large for anything is ``LARGEST``."""
    return min(float(digits), LARGEST)


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
