"""The letter that a word gets in the row, chosen by what stands before it."""

from vaclint.facts.amounts.lexicon import Entry
from vaclint.facts.amounts.nodes import Days
from vaclint.facts.amounts.scan import Raw
from vaclint.facts.amounts.tokens import KINDS, Token
from vaclint.text.patterns import lazy

_UNITS = {"hour": "h", "day": "D", "half_day": "N", "shift": "y"}

_TRANSPARENT = frozenset(
    {"pay", "pay_rate", "intern", "gross", "net", "fixed", "scale", "scale_weak"}
)

_SILENT = frozenset(
    {
        *("relative", "others", "referral", "brings", "person", "every_one"),
        *("reader", "served", "lets", "sets", "hired", "owner", "pays"),
        *("praise", "living", "plainly", "leads", "contracts", "yields", "depends"),
        *("on_top", "runs", "except", "may", "extent", "nobody", "trifle", "payers", "paid_out"),
        *("freely", "joins", "along", "called", "denied"),
    }
)
"""Marks that leave their word unknown to the grammar."""
OTHER_SUMS = ("bonus", "allowance", "budget", "money", "price", "overtime", "ote")

"""The marks of sums that are no pay."""

_SETTLED = frozenset(KINDS) - {
    *("LEAST_AFTER", "CENT", "OF", "THOUSAND", "MILLION", "TIMES", "RATE", "CURRENCY"),
    *("CODE", "NAME"),
}
"""Tags that say one thing wherever they stand."""

_CODES = ("CODE", "NAME")
"""Tags of what is a currency only beside a number."""
_SUM = lazy(r"[\s:.]{0,2}(?:\d{1,3}(?:[.,\s]\d{3})|\d{3}|\d+(?:[.,]\d+)?k\b|\d+[.,]\d{2}(?!\d))")
"""Behind such a word: a number of three figures, or one with cents."""
_NUMBERED = lazy(r"\d+(?![.,\s]?\d)")
"""Behind a code it is joined to: what is the number of a job or a paper and no sum: ``R29057``."""
CODED_FROM = 100
"""A smaller number before such a word is no sum, but for one with cents."""

_SENTENCE_GOES_ON = lazy(r"\s*(?:[a-zà-ÿ0-9€£$(]|$)")


_LONG_WORD = lazy(r"[^\W\d_]{5}$")


def _ends_before_number(text: str, at: int) -> bool:
    """Whether a full stop before a figure ends a sentence: behind a long word, so no 'max.'."""
    return _LONG_WORD.search(text, max(0, at - 12), at) is not None and (
        text[at + 1 : at + 3].strip()[:1] in "0123456789€£$"
    )


def kind_of(
    entry: Entry, item: Raw, tokens: list[Token], text: str, end: int
) -> tuple[str, object]:
    """The letter and value of a token, its reading chosen by what stands before it."""
    if item.word in _BOUND_SIGNS:
        return _of_sign(item, tokens, text)
    if len(entry.tags) == 1 and entry.tags[0][0] in _SETTLED:
        return KINDS[entry.tags[0][0]], entry.tags[0][1]
    tags = dict(reversed(entry.tags))
    previous = tokens[-1] if tokens else None
    number = previous if previous is not None and previous.kind == "0" else None
    if "DAYS" in tags:
        many = float(tags["DAYS"])
        return "D", Days(many, many, "", False, item.start, end)
    if "NUMBER" in tags:
        return "0", (float(tags["NUMBER"]),)
    if "CLOCK_AFTER" in tags and previous is not None and previous.kind == "C":
        return "c", tags["CLOCK_AFTER"]
    currency = _currency_of(tags, text[item.start : end], text, end, number)
    if currency is not None:
        return "€", currency
    tags = {tag: value for tag, value in tags.items() if tag not in _CODES}
    if not tags:
        if item.word == ".":
            ends = not text[item.end : item.end + 1].strip() and (
                not _SENTENCE_GOES_ON.match(text, item.end)
                or _ends_before_number(text, item.start)
                or (previous is not None and previous.kind in "RuhD" and len(previous.word) > 3)
                or (number is not None and text[item.end :].lstrip()[:1] in tuple("€£$"))
            )
            return (".", "") if ends else ("", "")
        if item.what == "word" and _SILENT.issuperset(entry.marks):
            return "x", ""
        if (
            entry.unit == "hour"
            and "size" in entry.marks
            and previous is not None
            and previous.kind in "0-"
        ):
            return "h", "hour"
        marks = set(entry.marks)
        if marks & set(OTHER_SUMS):
            return "r", ""
        if "hours" in marks:
            return "i", ""
        return ("", "") if not marks or marks <= _TRANSPARENT or marks & _TRANSPARENT else ("n", "")
    if "LEAST_AFTER" in tags and "besides" in entry.marks and text[end:].strip()[:1].isalnum():
        return "", ""
    if "LEAST_AFTER" in tags and previous is not None and previous.kind in "hRV":
        return "q", ""
    if "CLOCK_AFTER" in tags and number is not None and "UNIT" not in tags:
        value = number.value[0] if isinstance(number.value, tuple) else 99
        money = len(tokens) > 1 and tokens[-2].kind in "€"
        if value <= 24 and not money:
            return "c", tags["CLOCK_AFTER"]
    if "CENT" in tags:
        return ("¢", "") if number is not None and _is_behind_sum(tokens) else ("x", "")
    if "OF" in tags and number is not None:
        return "v", ""
    if "THOUSAND" in tags:
        near = number is not None and item.start - number.end <= 1
        return ("k", tags["THOUSAND"]) if near else ("x", "")
    if "MILLION" in tags and (
        len(item.word) > 1 or (number is not None and item.start == number.end)
    ):
        return ("M", "") if number is not None or len(item.word) > 2 else ("x", "")
    if "TIMES" in tags:
        behind = text[end : end + 2].strip()[:1]
        follows = behind.isdigit() or behind in tuple("€£$")
        return (
            ("*", "")
            if number is not None and (follows or len(item.word) > 1)
            else ("|", "")
            if item.word == "*"
            else ("x", "")
        )
    if "UNIT" in tags and ("LEAST" not in tags or number is not None):  # ``min``
        return _UNITS.get(tags["UNIT"], "u"), tags["UNIT"]
    if "RATE" in tags:
        return "R", tags["RATE"]
    if "CURRENCY" in tags:
        return "€", tags["CURRENCY"]
    for tag, letter in KINDS.items():
        if tag in tags and tag != "OF":
            return letter, tags[tag]
    return ("n", "") if entry.marks else ("x", "")


_BOUND_SIGNS = {"<": "m", ">": "l"}
"""Before a number the sign of a bound; between two numbers the larger one is an arrow."""
_NUMBER_BEHIND = lazy(r"\s?[€£$]?\s?\d")


def _of_sign(item: Raw, tokens: list[Token], text: str) -> tuple[str, object]:
    """The letter of a sign for less or more: ``< 24 uur``, ``>30 hours``, ``€ 2.400 > € 2.900``."""
    between = bool(tokens) and tokens[-1].kind in "0€RhukM)"
    if between or _NUMBER_BEHIND.match(text, item.end) is None:
        return ("t", "") if item.word == ">" else ("", "")
    return _BOUND_SIGNS[item.word], ""


def _currency_of(
    tags: dict[str, str], word: str, text: str, end: int, number: Token | None
) -> str | None:
    """The currency that a word is by its code in capitals (``TZS 400,000``) or another name of it
    (``Rs. 8000``), if a sum stands beside it.
    """
    tag = "CODE" if "CODE" in tags and word.isupper() else "NAME"
    if tag not in tags or (tag == "CODE" and _NUMBERED.match(text, end)):
        return None
    value = number.value if number is not None else None
    is_before = isinstance(value, tuple) and float(value[0]) >= CODED_FROM
    return tags[tag] if is_before or _SUM.match(text, end) else None


def _is_behind_sum(tokens: list[Token]) -> bool:
    """Whether the last number is that of the cents of a sum: ``15 euro en 80``."""
    before = "".join(token.kind for token in tokens[-4:-1]).rstrip("a")
    return before.endswith("€")
