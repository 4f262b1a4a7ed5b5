"""Typed tokens, and a line as a row of them."""

from collections.abc import Callable, Sequence

from vaclint.facts.amounts.scales import Stated
from vaclint.text.named import NamedTuple

KINDS = {
    "CURRENCY": "€",
    "CODE": "€",
    "NAME": "€",
    "RATE": "R",
    "PER": "p",
    "WEEKLY": "V",
    "TO_MOST": "T",
    "TO": "t",
    "DASH": "-",
    "SLASH": "/",
    "GROW": "g",
    "BETWEEN": "b",
    "FROM_LEAST": "L",
    "FROM": "f",
    "LEAST": "l",
    "MOST": "m",
    "LEAST_AFTER": "q",
    "QUALIFIED": "Q",
    "PLUS": "+",
    "AND": "a",
    "OR": "o",
    "THOUSAND": "k",
    "MILLION": "M",
    "PERCENT": "%",
    "FTE": "F",
    "WEEKDAY": "w",
    "WEEKEND": "e",
    "MONTHNAME": "d",
    "CLOCK_AFTER": "c",
    "ORDINAL": "s",
    "STEP": "s",
    "NEGATION": "!",
    "TIMES": "*",
    "STOP": "|",
    "OPEN": "(",
    "CLOSE": ")",
    "COMMA": ",",
    "COLON": ":",
    "EQUALS": "=",
    "CENT": "¢",
    "OF": "v",
    "ABOUT": "",
    "NOISE": "",
}

"""The letter of each tag; a tag without one drops its token out of the row. Besides these: ``0``
number, ``O`` a rota of days on and off, ``h`` hours, ``D`` days, ``N`` parts of a day, ``y``
shifts, ``u`` other spans of time, ``C`` clock time, ``Y`` date, ``S`` scale, ``r`` a word that
makes a sum something else, ``i`` a word for working hours, ``n`` any other word with a mark, ``x``
an unknown word, ``.`` the end of a sentence.
"""


class Token(NamedTuple):
    """A typed piece of a line; ``value`` depends on ``kind``: readings of a number, a unit, a
    currency, a node.
    """

    kind: str
    start: int
    end: int
    value: object
    word: str


class Mark(NamedTuple):
    """A word that says what numbers near it are for; ``unit`` is the unit that its compound
    holds.
    """

    role: str
    start: int
    end: int
    unit: str


class Row(NamedTuple):
    """A line as typed tokens: ``kinds`` has one letter per token."""

    text: str
    kinds: str
    tokens: list[Token]
    marks: list[Mark]
    gross: list[tuple[int, bool]]
    scales: list[Stated]


Action = Callable[[Sequence[Token]], "tuple[str, object] | None"]


def number(token: Token) -> float:
    """The likelier value of a number."""
    value = token.value
    return float(value[0]) if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]


def numbers(tokens: Sequence[Token]) -> list[Token]:
    """Those of some tokens that are numbers."""
    return [token for token in tokens if token.kind == "0"]


def span(tokens: Sequence[Token]) -> tuple[int, int]:
    """Where some tokens begin and end."""
    return tokens[0].start, tokens[-1].end


def unit(tokens: Sequence[Token], kinds: str = "R") -> str:
    """The unit that the last token of some kinds gives, empty without one."""
    return next((str(token.value) for token in reversed(tokens) if token.kind in kinds), "")
