"""What the words of a line are by the lexicon: the longest phrase, a word by its form, a number in
words.
"""

from collections.abc import Sequence

from vaclint.facts.amounts.lexicon import NOTHING, Entry, Lexicon, known
from vaclint.facts.amounts.scan import Raw
from vaclint.facts.amounts.tokens import Token

Phrase = tuple[tuple[str, ...], Entry]
"""The pieces of a phrase and what it is."""


def entry_at(
    raw: list[Raw], index: int, lexicon: Lexicon, tokens: list[Token]
) -> tuple[Entry, int]:
    """The longest phrase that begins here, else the word by its form, with the number of pieces
    it takes.
    """
    word = raw[index].word
    last = tokens[-1].kind if tokens else ""
    if last not in _NEAR_NUMBER:
        best = _longest(raw, index, lexicon.phrases.get(word, ()))
        return best or _by_form(raw, index, lexicon)
    after = (
        last == "0"
        or (
            last in ("+", "-")
            and len(tokens) > 1
            and tokens[-2].kind == "0"
            and tokens[-1].end == raw[index].start
        )
        or (last in ("+", "q") and len(tokens) > 1 and tokens[-2].kind == "0")
    )
    if last in ("n", "x") and len(tokens) > 1 and tokens[-2].kind == "0":
        after = True
    glued = last == "0" and tokens[-1].end == raw[index].start
    at_clock = last == "C" and tokens[-1].end == raw[index].start
    if at_clock and word in lexicon.glued:
        return lexicon.glued[word], 1
    rows = lexicon.phrases.get(word, ())
    if after:
        rows = tuple(
            (pieces, entry)
            for pieces, entry in rows
            if entry.tags or len(pieces) == 1 or not _holds_unit(lexicon, pieces, entry)
        )
    best = _longest(raw, index, rows)
    if after:
        if glued and word in lexicon.glued and _is_small(tokens, raw, index):
            return lexicon.glued[word], 1
        if glued and word in lexicon.noise_after_number:
            tokens[-1] = tokens[-1]._replace(end=raw[index].end)
            return Entry((("NOISE", ""),), ()), 1
        if word in lexicon.after_number and (best is None or best[1] == 1):
            return lexicon.after_number[word], 1
    elif (
        word in lexicon.after_number
        and len(word) == 1
        and tokens
        and tokens[-1].kind in "/k"
        and len(tokens) > 1
    ):
        return lexicon.after_number[word], 1
    if best is not None:
        return best
    found = _by_form(raw, index, lexicon)
    unit = _ending_in_unit(lexicon, word) if after and found[0] is NOTHING else None
    return found if unit is None else (unit, 1)


_NEAR_NUMBER = frozenset("0+-nxC/kq")
"""What the last token may be where a number is near and words may be read otherwise."""


def _longest(raw: list[Raw], index: int, rows: Sequence[Phrase]) -> tuple[Entry, int] | None:
    """The first of some phrases, the longest before, that stands at an index."""
    following = raw[index + 1].word if index + 1 < len(raw) else ""
    for pieces, entry in rows:
        size = len(pieces)
        if size == 1 or (pieces[1] == following and (size == 2 or follows(raw, index, pieces))):
            return entry, size
    return None


def _by_form(raw: list[Raw], index: int, lexicon: Lexicon) -> tuple[Entry, int]:
    """A word by its beginning, as a compound or one with a hyphen."""
    if raw[index].what != "word":
        return NOTHING, 1
    found = known(lexicon, raw[index].word)
    if found is not None:
        return found, 1
    return _dashed(raw, index, lexicon) or (NOTHING, 1)


def _ending_in_unit(lexicon: Lexicon, word: str) -> Entry | None:
    """The unit that a compound behind a number is one of: ``24 balieuren``."""
    return next(
        (
            entry
            for ending, entry in lexicon.unit_endings
            if word.endswith(ending) and len(word) > len(ending) + 2
        ),
        None,
    )


GLUED_MOST = 13
"""Letters behind a larger number are a house number or pence."""


def _is_small(tokens: list[Token], raw: list[Raw], index: int) -> bool:
    """Whether a number is small and no sum, and nothing goes on behind the letter joined to it."""
    number = tokens[-1].word
    money = len(tokens) > 1 and tokens[-2].kind == "€"
    ends = (
        index + 1 == len(raw) or raw[index + 1].word != "/" or raw[index + 1].start > raw[index].end
    )
    return number.isdigit() and int(number) <= GLUED_MOST and not money and ends


def follows(raw: list[Raw], index: int, pieces: tuple[str, ...]) -> bool:
    """Whether certain pieces stand from an index on."""
    return tuple(item.word for item in raw[index : index + len(pieces)]) == pieces


def _holds_unit(lexicon: Lexicon, pieces: tuple[str, ...], entry: Entry) -> bool:
    """Whether a phrase begins with what is the unit of a number before it, as ``uur per week``
    does, or is one of hours that ends with it: ``flexibele uren``.
    """
    of_hours = "flexible" in entry.marks
    return _is_unit(lexicon, pieces[0]) or (of_hours and _is_unit(lexicon, pieces[-1]))


def _is_unit(lexicon: Lexicon, word: str) -> bool:
    """Whether a word alone is a unit, so that behind a number it is read as one."""
    return word in lexicon.after_number or any(
        len(pieces) == 1 and entry.tags and entry.tags[0][0] == "UNIT"
        for pieces, entry in lexicon.phrases.get(word, ())
    )


def _dashed(raw: list[Raw], index: int, lexicon: Lexicon) -> tuple[Entry, int] | None:
    """A compound with a hyphen inside, such as ``start-salaris``."""
    if (
        index + 2 >= len(raw)
        or raw[index + 1].word not in ("-", "‑")
        or raw[index + 1].start != raw[index].end
    ):
        return None
    if raw[index + 2].start != raw[index + 1].end or raw[index + 2].what != "word":
        return None
    found = known(lexicon, raw[index].word + raw[index + 2].word)
    return (found, 3) if found is not None else None


CLOCK_MOST = 12
"""The hours of a clock face."""


def spoken_moment(raw: list[Raw], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """A moment in words, such as ``half negen`` or ``quarter past 8``, with the number of pieces
    it takes.
    """
    for part, moved in lexicon.clock_parts.get(raw[index].word, ()):
        behind = index + len(part)
        if behind >= len(raw) or not follows(raw, index, part):
            continue
        hour = raw[behind].word
        value = float(hour) if hour.isdigit() else lexicon.numbers.get(hour, 0.0)
        if value == int(value) and 1 <= value <= CLOCK_MOST:
            return (value + moved) % CLOCK_MOST, len(part) + 1
    return None


def _share_word(lexicon: Lexicon, word: str, following: list[str]) -> tuple[float | None, int]:
    """``kwart`` before a word for full time, ``half`` before one for an hour, with the number of
    pieces it takes: ``half an hour``.
    """
    value = lexicon.shares.get(word)
    if value is None or not following:
        return None, 1
    if _is_tagged(lexicon, following[0], ("FTE", "")) or _is_hour(lexicon, following[0]):
        return value, 1
    if len(following) < 2 or not _is_hour(lexicon, following[1]):
        return None, 1
    return value, 1 if following[0] == "-" else 2


def spoken_part(
    raw: list[Raw], index: int, lexicon: Lexicon, behind: bool
) -> tuple[float, int] | None:
    """A part of a job in words, with the number of pieces it takes: ``four sevenths`` and
    ``three-quarter`` before a word for a job, or ``behind`` one.
    """
    used, share = 1, lexicon.shares.get(raw[index].word, 0.0)
    if not share:
        used = 3 if [one.word for one in raw[index + 1 : index + 2]] == ["-"] else 2
        last = raw[index + used - 1].word if index + used <= len(raw) else ""
        many, whole = lexicon.numbers[raw[index].word], lexicon.part_words.get(last, 0)
        share = many / whole if 1 < many < whole else 0.0
    following = [one.word for one in raw[index + used : index + used + 2]]
    job = next((word for word in following if word != "-"), "")
    before = any(
        len(pieces) == 1 and "share" in entry.marks
        for pieces, entry in lexicon.phrases.get(job, ())
    )
    ends = not job or not job[0].isalnum()
    return (round(share, 4), used) if share and (before or (behind and ends)) else None


def _is_hour(lexicon: Lexicon, word: str) -> bool:
    return _is_tagged(lexicon, word, ("UNIT", "hour"))


def _is_tagged(lexicon: Lexicon, word: str, tag: tuple[str, str]) -> bool:
    """Whether a word by itself has a certain tag."""
    return any(
        len(pieces) == 1 and tag in entry.tags for pieces, entry in lexicon.phrases.get(word, ())
    )


def counts_one(raw: list[Raw], index: int, lexicon: Lexicon) -> bool:
    """Whether a number that is also an article is one: ``een dagdeel per week``."""
    if lexicon.numbers[raw[index].word] != 1 or index + 2 >= len(raw):
        return False
    part, per = raw[index + 1].word, raw[index + 2].word
    return _is_tagged(lexicon, part, ("UNIT", "half_day")) and _is_tagged(lexicon, per, ("PER", ""))


def number_word(
    raw: list[Raw], index: int, lexicon: Lexicon, used: int, end: int
) -> tuple[float | None, int, int]:
    """A number in words; ``thirty-five`` takes three pieces, ``een`` is one only before a unit."""
    word = raw[index].word
    if word not in lexicon.numbers and word not in lexicon.shares:
        return None, used, end
    following = [r.word for r in raw[index + 1 : index + 7]]
    if word not in lexicon.numbers:
        part, taken = _share_word(lexicon, word, following)
        return (None, used, end) if part is None else (part, taken, raw[index + taken - 1].end)
    value, used = lexicon.numbers[word], 1
    if len(following) > 1 and following[0] == "-" and f"{word}-{following[1]}" in lexicon.numbers:
        value, used = lexicon.numbers[f"{word}-{following[1]}"], 3
    elif following and f"{word} {following[0]}" in lexicon.numbers:
        value, used = lexicon.numbers[f"{word} {following[0]}"], 2
    value, used = _hundreds(lexicon, following, value, used)
    for half in lexicon.halves:
        if len(half) > 1 and tuple(following[used - 1 : used - 1 + len(half)]) == half:
            value, used = value + 0.5, used + len(half)
            break
    return value, used, raw[index + used - 1].end


def _hundreds(lexicon: Lexicon, following: list[str], value: float, used: int) -> tuple[float, int]:
    """A number times a hundred, and what is added to it: ``five hundred``, ``two hundred ten``."""
    sizes = dict(lexicon.magnitudes)
    if used > len(following) or sizes.get(following[used - 1]) != HUNDRED:
        return value, used
    value, used = value * HUNDRED, used + 1
    rest = lexicon.numbers.get(following[used - 1], 0.0) if used <= len(following) else 0.0
    return (value + rest, used + 1) if 0 < rest < HUNDRED else (value, used)


HUNDRED = 100
