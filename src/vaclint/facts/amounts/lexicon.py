"""The words of pay and hours of one language, as a frozen value, and what a single word is by its
beginning or as a compound.
"""

from collections.abc import Iterable, Mapping

import regex
from ahocorasick_rs import AhoCorasick

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.stored import Later

WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
_PIECES = lazy(rf"{WORD}|\d+|\S")
_MEMO_MOST = 20_000


class Entry(NamedTuple):
    """What a word or phrase may be: its tags with their values, and the marks it gives to what
    stands near.
    """

    tags: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    unit: str = ""
    gross: bool | None = None


class ScaleForm(NamedTuple):
    """A pay system known by the form of its steps, such as GS-13."""

    system: str
    pattern: regex.Pattern[str]
    prefix: str
    needs_pay: bool
    needs: str = ""
    """What every text has that the pattern matches: another one is not looked through."""


class Rota(NamedTuple):
    """Days on and days off in turns."""

    on: float
    off: float
    each: float = 0.0
    """Hours of a day that is on; 0 where they are not said."""

    @property
    def part(self) -> float:
        """The part of all days that is on, from 0 to 1."""
        return self.on / (self.on + self.off)


class Lexicon(NamedTuple):
    """One language. ``phrases`` maps a first piece to the phrases that begin with it, the longest
    first.
    """

    language: str
    decimal: str
    common: frozenset[str]
    stems: tuple[str, ...]
    """Parts of words, and of some words, by which a line may speak of pay or hours."""
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    prefixes: Mapping[str, Entry]
    after_number: Mapping[str, Entry]
    unit_endings: tuple[tuple[str, Entry], ...]
    """What a word behind a number ends in that is a unit: ``24 balieuren``."""
    glued: Mapping[str, Entry]
    """What letters say that are joined to a small whole number: ``7p``, ``12s``."""
    numbers: Mapping[str, float]
    magnitudes: tuple[tuple[str, int], ...]
    """The words for a hundred and a thousand, the largest first."""
    days_endings: tuple[str, ...]
    """What follows a number in one word for so many days: ``vierdaagse``."""
    halves: tuple[tuple[str, ...], ...]
    shares: Mapping[str, float]
    """Words that are a number before a word for full time or for an hour: ``kwart``."""
    part_words: Mapping[str, int]
    """What a number in words before it is a part of: ``fifths``."""
    clock_parts: Mapping[str, list[tuple[tuple[str, ...], float]]]
    """What stands before an hour and moves it, in hours: ``half``, ``quarter past``; by its first
    word.
    """
    noise_after_number: frozenset[str]
    heads: Mapping[str, str]
    bound: Mapping[str, str]
    parts: Mapping[str, str]
    joints: tuple[str, ...]
    nots: frozenset[str]
    scales: tuple[ScaleForm, ...]
    rotas: tuple[regex.Pattern[str], ...]
    names: Mapping[str, list[tuple[str, ...]]]
    """Names that hold a number, by their first word."""
    scale_value: regex.Pattern[str]
    agreement: regex.Pattern[str]
    plain: Mapping[str, str]
    """A plain word for pay and for hours, by the fact: what a label of one's own is read as."""
    signs: Mapping[str, str]
    """Signs that are one token wherever they stand, by letter."""
    memo: dict[str, Entry | None]
    dull: set[str]
    """Words seen that are in none of the tables."""
    telling: Later[AhoCorasick]
    """What finds a stem in a line."""


NOTHING = Entry((), ())


def pieces(text: str) -> list[str]:
    """The words, runs of digits and signs of a phrase, in lower case."""
    low = text.lower()
    if low.replace(" ", "").isalpha():  # most are plain words
        return low.split()
    return [piece.replace("’", "'") for piece in _PIECES.findall(low)]


def known(lexicon: Lexicon, word: str) -> Entry | None:
    """What a single word is by its beginning or as a compound; None for a word that says nothing
    here.
    """
    memo = lexicon.memo
    if word in memo:
        return memo[word]
    if len(memo) > _MEMO_MOST:
        memo.clear()
        lexicon.dull.clear()
    memo[word] = entry = _looked_up(lexicon, word)
    tables = (lexicon.phrases, lexicon.numbers, lexicon.shares, lexicon.names, lexicon.clock_parts)
    if entry is None and not any(word in table for table in tables):
        lexicon.dull.add(word)
    return entry


def _looked_up(lexicon: Lexicon, word: str) -> Entry | None:
    if (
        len(word) < 4
        or word in lexicon.nots
        or any(word.startswith(other) for other in lexicon.nots if len(other) > 7)
    ):
        return None
    value = glued_number(lexicon, word)
    if value is not None:
        return Entry((("NUMBER", str(value)),), ())
    for ending in lexicon.days_endings:
        many = lexicon.numbers.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if many is not None:
            return Entry((("DAYS", str(many)),), ())
    for size in range(len(word), 2, -1):
        if word[:size] in lexicon.prefixes:
            return lexicon.prefixes[word[:size]]
    for size in range(len(word) - 2, 2, -1):
        head = word[-size:]
        if head in lexicon.heads:
            return _compound(lexicon, lexicon.heads[head], word[:-size], free=True)
        if head in lexicon.bound:
            return _compound(lexicon, lexicon.bound[head], word[:-size], free=False)
    return None


def _compound(lexicon: Lexicon, mark: str, rest: str, *, free: bool) -> Entry | None:
    """A compound by its head, with the unit and the gross or net of its first parts."""
    unit, gross = "", None
    bound: tuple[tuple[str, str], ...] = ()
    while rest:
        taken = ""
        for size in range(len(rest), 2, -1):
            part = rest[-size:]
            if part in lexicon.parts:
                taken = part
                break
        if not taken:
            joint = next(
                (j for j in lexicon.joints if rest.endswith(j) and len(rest) > len(j) + 2), None
            )
            if joint is not None and any(
                rest[: -len(joint)].endswith(part) for part in lexicon.parts
            ):
                rest = rest[: -len(joint)]
                continue
            break
        kind = lexicon.parts[taken]
        if kind in ("gross", "net"):
            gross = kind == "gross"
        elif kind in ("LEAST", "MOST"):
            bound = ((kind, ""),)
        elif kind != "plain" and not unit:
            unit = kind
        rest = rest[: -len(taken)]
    if rest and (not free or len(rest) < 3):
        return None
    return Entry(bound, (mark,), unit, gross)


def telling_of(stems: Iterable[str]) -> Later[AhoCorasick]:
    """What finds one of some stems in a text."""
    forms = list(stems)
    return Later(lambda: AhoCorasick(forms))


def tells(lexicon: Lexicon, low: str) -> bool:
    """Whether a line in lower case has the stem of a word that matters. Linear."""
    return bool(lexicon.telling.value.find_matches_as_indexes(low))


def glued_number(lexicon: Lexicon, word: str) -> float | None:
    """A number written as one word with a hundred or thousand in it: ``tweeduizendvijfhonderd``."""
    for name, size in lexicon.magnitudes:
        before, found, after = word.partition(name)
        if not found or word == name:
            continue
        many = _spelled(lexicon, before) if before else 1.0
        rest = _spelled(lexicon, after) if after else 0.0
        return None if many is None or rest is None else many * size + rest
    return None


def _spelled(lexicon: Lexicon, word: str) -> float | None:
    return lexicon.numbers[word] if word in lexicon.numbers else glued_number(lexicon, word)
