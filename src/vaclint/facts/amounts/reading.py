"""The public reader: lines in, everything they say of pay and hours out."""

from collections.abc import Mapping, Sequence
from typing import Any

from vaclint.facts.amounts import (
    joining,
    keys,
    measure,
    roles,
    sums,
    two_lines,
    vague,
    worktime,
)
from vaclint.facts.amounts.around import (
    OTHER,
    PAY,
    SAID_BEFORE,
    Parsed,
    parsed,
    place_of,
    roles_in,
    tokens_in,
)
from vaclint.facts.amounts.features import score
from vaclint.facts.amounts.grammar import parse
from vaclint.facts.amounts.lexer import lex
from vaclint.facts.amounts.lexicon import Lexicon, tells
from vaclint.facts.amounts.nodes import Hours
from vaclint.facts.amounts.tokens import Row
from vaclint.facts.amounts.values import Line, Pay, Place, Reading, WorkingHours
from vaclint.model.packed import Packing
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.remembered import Memory

SIGNS = frozenset("0123456789€£$½")


LONG = 160


"""A paragraph of more characters is read by the sentence."""


_VALUES = ("0", "€", "l", "L", "m", "T", "b", "f", "S")


_ITEM_VALUE = frozenset("0€tT-/LlmhHRpuVFk%(),+")
"""The letters of an item that is the value of the one before and nothing else."""


_SENTENCE = lazy(r"(?<=[.!?])\s+(?![a-zà-ÿ0-9€£$(])")


_WORDS = lazy(r"[^\W\d_]{2,}")


NAMED = PAY | {
    *(
        "hours",
        "size",
        "share",
        "scale",
        "scale_weak",
        "full",
        "part",
        "currency_key",
        "period_key",
    ),
    *("earn", "agreement", "schedule", "h", "F"),
}


"""The marks and letters by which a label names pay or hours itself."""


ENOUGH_OPEN = 3


"""A sum with so few points against it may still be pay."""


LABEL_MOST = 44


"""A line of more characters is no label of the next."""


class _Found(NamedTuple):
    pay: list[Pay]
    hours: list[WorkingHours]
    vague_pay: list[Place]
    vague_hours: list[Place]
    open: list[Place]
    extras: list[keys.Extra]
    open_hours: list[Place]
    days: list[Place]
    """Days on which somebody works, said without hours."""


class Said(NamedTuple):
    """What a piece of a line says, as if it were line 0 and began there."""

    found: _Found
    carried: str
    """What it is the label of the next line by, or nothing."""
    bare: bool
    """Whether that label is an item of a list without a colon."""
    half: two_lines.Half | None = None
    """Hours a day or days a week, where a line says nothing else."""


def read(
    lines: Sequence[Line],
    lexicons: Mapping[str, Lexicon],
    before: Memory[Said | None] | None = None,
) -> Reading:
    """Everything the lines say of pay and hours; time in proportion to their length. What was read
    ``before`` with the same lexicons is not read again.
    """
    found = _Found([], [], [], [], [], [], [], [])
    before = Memory[Said | None](0) if before is None else before
    headings: dict[tuple[str, str], frozenset[str]] = {}
    carried, carried_at, bare = "", -2, False
    halves = two_lines.Halves()
    pay, hours = Packing[Pay](), Packing[WorkingHours]()
    for number, line in enumerate(lines):
        label = _plain(line, _own(line, lexicons), lexicons) or keys.spelled(line.label)
        if not label and carried_at == number - 1:
            label = carried
        spoken = False
        for offset, text in _pieces(line.text, label):
            key = (text, label, bare, spoken, len(line.text) > LABEL_MOST, *line[1:])
            said = before.given(key, _said, text, label, bare, spoken, line, lexicons, headings)
            spoken = said is not None and bool(said.found.vague_pay) and not said.found.pay
            if said is None:
                continue
            week = halves.week(number, said.half)
            if week is not None:
                found.hours.append(week)
            _add(found, said.found, number, offset)
            _move(found.pay, pay)
            _move(found.hours, hours)
            if not said.found.extras:
                carried, carried_at = said.carried, number if said.carried else -2
                bare = said.bare
    sizes = joining.joined_hours(lines, hours).done()
    told = sizes or found.vague_hours or found.open_hours
    return Reading(
        keys.completed(joining.joined_pay(lines, pay), lines, found.extras).done(),
        sizes,
        tuple(found.vague_pay),
        tuple(found.vague_hours if told else found.days),
        tuple(found.open),
        tuple(found.open_hours),
    )


def _move(stated: list[joining.Stated], to: Packing[joining.Stated]) -> None:
    """Add statements of a line to those of the lines before."""
    for each in stated:
        to.add(each)
    stated.clear()


def _said(
    text: str,
    label: str,
    bare: bool,
    spoken: bool,
    line: Line,
    lexicons: Mapping[str, Lexicon],
    headings: dict[tuple[str, str], frozenset[str]],
) -> Said | None:
    """What a piece of a line says; None for one that is not worth reading. ``spoken`` says whether
    the piece before spoke of pay. ``headings`` remembers the roles of the marks in a heading, by
    its text and the language it is read in.
    """
    own = _own(line, lexicons)
    if not _worth(text, label, own, lexicons):
        return None
    lexicon = _language(text, label, own, lexicons)
    if lexicon is None:
        return None
    head = (line.heading, lexicon.language)
    if head not in headings:
        headings[head] = frozenset(m.role for m in lex(line.heading, lexicon).marks)
    prefix = f"{label}: " if label else ""
    row = lex(prefix + text, lexicon)
    if label and not line.label and not _is_value(row, bare):
        prefix, row = "", lex(text, lexicon)
    kinds, tokens = parse(row)
    above = headings[head] | {SAID_BEFORE} if spoken else headings[head]
    one = parsed(row, kinds, tokens, len(prefix), line.place, above)
    found = _Found([], [], [], [], [], [], [], [])
    extra = _extra(0, one) if line.place in ("key", "posting") else None
    if extra is not None:
        found.extras.append(extra)
        return Said(found, "", False)
    half = two_lines.half(one)
    _read_line(0, one, lexicon, found)
    bare = line.place == "item" and not line.text.rstrip().endswith(":")
    return Said(found, _asked(line, row, lexicon) or _as_label(line, row), bare, half)


def _is_value(row: Row, bare: bool) -> bool:
    """Whether what stands behind the label of the line before is a value: it begins as one, and is
    nothing else where the label is an item without a colon.
    """
    kinds = row.kinds[row.kinds.find(":") + 1 :]
    return kinds[:1] in _VALUES and (not bare or _ITEM_VALUE.issuperset(kinds))


def _add(found: _Found, said: _Found, number: int, offset: int) -> None:
    """Add what a piece says, which begins at an offset of the line with a number."""

    def moved(place: Place) -> Place:
        return Place(number, place.start + offset, place.end + offset)

    def bounds(each: Pay | WorkingHours) -> dict[str, Any]:
        there = {name: getattr(each, name) for name in ("place", "low", "high")}
        made = {place: moved(place) for place in there.values() if place is not None}
        return {name: made[place] for name, place in there.items() if place is not None}

    found.pay.extend(each._replace(**bounds(each)) for each in said.pay)
    found.hours.extend(
        each._replace(share=each.share and moved(each.share), **bounds(each)) for each in said.hours
    )
    found.vague_pay.extend(map(moved, said.vague_pay))
    found.vague_hours.extend(map(moved, said.vague_hours))
    found.open.extend(map(moved, said.open))
    found.open_hours.extend(map(moved, said.open_hours))
    found.days.extend(map(moved, said.days))
    found.extras.extend(extra._replace(line=number) for extra in said.extras)


def _own(line: Line, lexicons: Mapping[str, Lexicon]) -> Lexicon | None:
    """The lexicon of a line by its language, or any for one whose label says what it is about."""
    own = lexicons.get(line.language)
    return next(iter(lexicons.values()), None) if own is None and line.about else own


def _plain(line: Line, own: Lexicon | None, lexicons: Mapping[str, Lexicon]) -> str:
    """A plain word in place of a label that is said to hold pay or hours and names neither."""
    lexicon = own or next(iter(lexicons.values()), None)
    if not line.about or lexicon is None:
        return ""
    row = lex(keys.spelled(line.label), lexicon)
    named = {mark.role for mark in row.marks} | {kind for kind in row.kinds if kind in "hF"}
    return "" if named & NAMED else lexicon.plain.get(line.about, "")


def _pieces(text: str, label: str) -> list[tuple[int, str]]:
    """A long paragraph in sentences with their offsets, so that only those with figures are
    looked at.
    """
    if label or len(text) < LONG:
        return [(0, text)]
    found, at = [], 0
    for match in _SENTENCE.finditer(text):
        found.append((at, text[at : match.start()]))
        at = match.end()
    return [*found, (at, text[at:])]


def _language(
    text: str, label: str, own: Lexicon | None, lexicons: Mapping[str, Lexicon]
) -> Lexicon | None:
    """The lexicon of a line: that of its language, unless the words of another one clearly have
    it. Where the language cannot be told, the one that knows most of the line and its label.
    """
    if own is None:
        words = frozenset(_WORDS.findall(f"{label} {text[:600]}".lower()))
        return max(lexicons.values(), key=lambda each: _known(words, each), default=None)
    words = frozenset(_WORDS.findall(text[:600].lower()))
    best, most = own, len(words & own.common)
    if all(len(words & other.common) <= most for other in lexicons.values()):
        return own
    most = _known(words, own) + 1
    for lexicon in lexicons.values():
        count = _known(words, lexicon)
        if lexicon is not own and count > most:
            best, most = lexicon, count
    return best


def _known(words: frozenset[str], lexicon: Lexicon) -> int:
    """How much a lexicon knows of some words; those that show its language count three times."""
    return 2 * len(words & lexicon.common) + sum(word in lexicon.phrases for word in words)


def _worth(text: str, label: str, own: Lexicon | None, lexicons: Mapping[str, Lexicon]) -> bool:
    """A cheap look: whether a line has a digit, a sign of money or the stem of a word that
    matters.
    """
    if not SIGNS.isdisjoint(text):
        return True
    low = f"{label} {text}".lower() if label else text.lower()
    given = lexicons.values() if own is None else (own,)
    return any(tells(lexicon, low) for lexicon in given)


def _extra(number: int, line: Parsed) -> keys.Extra | None:
    """What a key beside the one of a sum says of it: its currency, its unit, the working week it
    is for.
    """
    roles_of_key = roles_in(line, -1, line.label_end)
    tokens = [t for t in tokens_in(line, line.label_end, len(line.row.text)) if t.kind not in ".,"]
    paid = bool(roles_of_key & PAY)
    if not (paid or roles_of_key & {"currency_key", "period_key"}) or len(tokens) != 1:
        return None
    token = tokens[0]
    if token.kind == "€":
        return keys.Extra(number, "currency", str(token.value))
    if token.kind in "RuhD" and not isinstance(token.value, tuple):
        return keys.Extra(number, "unit", str(token.value))
    if (
        paid
        and "hours" in roles_of_key
        and isinstance(token.value, Hours)
        and token.value.low is not None
    ):
        return keys.Extra(number, "basis", token.value.low)
    return None


def _asked(line: Line, row: Row, lexicon: Lexicon) -> str:
    """The plain word for hours where a short line asks how many: the label of the next."""
    text = line.text.strip()
    asks = not line.label and text.endswith("?") and len(text) <= LABEL_MOST
    named = asks and any(mark.role == "ask_hours" for mark in row.marks)
    return lexicon.plain.get("hours", "") if named else ""


def _as_label(line: Line, row: Row) -> str:
    """A short line of words about pay or hours without a value: the label of the next."""
    text = line.text.strip().rstrip(":").strip()
    if (
        line.label
        or len(text) > LABEL_MOST
        or not text
        or any(c.isdigit() for c in text)
        or text[-1] in ".!?"
    ):
        return ""
    if (
        any(m.role == "vague_pay" for m in row.marks)
        or row.kinds.count("x") > 1
        or not (
            {m.role for m in row.marks} & (PAY | {"hours", "size", "share", "scale"})
            or "F" in row.kinds
            or row.kinds in ("hR", "DR", "hpD", "Dpu")
        )
    ):
        return ""
    return text


def _read_line(number: int, line: Parsed, lexicon: Lexicon, found: _Found) -> None:
    pay = sums.pay_of(number, line, lexicon)
    hours = worktime.hours_of(number, line)
    stated = [one for one in pay if one is not None]
    if stated:
        stated = with_basis(line, stated)
    found.pay.extend(stated)
    found.hours.extend(hours)
    if not stated:
        place = vague.vague_pay(line)
        if place is not None:
            found.vague_pay.append(place_of(number, line, *place))
        unsure = open_sum(line, lexicon)
        if unsure is not None:
            found.open.append(place_of(number, line, *unsure))
    if not hours:
        place = vague.vague_hours(line)
        if place is not None:
            found.vague_hours.append(place_of(number, line, *place))
        unsure = worktime.open_hours(line)
        if unsure is not None:
            found.open_hours.append(place_of(number, line, *unsure))
        days = vague.days_alone(line)
        if days is not None:
            found.days.append(place_of(number, line, *days))


def with_basis(line: Parsed, stated: list[Pay]) -> list[Pay]:
    """Pay with the working week that it is for: ``bij 36 uur``, ``(38 hours per week)``."""
    for token in line.tokens:
        if (
            isinstance(token.value, Hours)
            and token.value.low is not None
            and 10 <= token.value.low <= 60
        ):
            size = measure.settle(line, token)
            brackets = line.row.text[: token.start].rstrip()[-1:] == "("
            if (
                size.basis
                or brackets
                or measure.close_roles(line, -1, token.start) & {"basis", "for"}
            ) and token.start + line.offset - line.label_end > stated[0].place.start:
                return [stated[0]._replace(basis_hours=token.value.low), *stated[1:]]
    return stated


def open_sum(line: Parsed, lexicon: Lexicon) -> tuple[int, int] | None:
    """A sum near a word of pay of which nothing is sure: nothing says that it is something else."""
    near = roles_in(line, -1, len(line.row.text))
    if not near & (PAY | {"earn", "gross"}):
        return None
    for one in sums.all_sums(line, lexicon):
        points, _ = score(roles.FEATURES, one)
        other = one.other_before or one.behind in OTHER or one.besides_pay or one.work
        if one.marked and not other and -ENOUGH_OPEN < points < roles.ENOUGH:
            return one.money.start, one.money.end
    return None
