"""The pay and the hours of a document, as facts with their places in the source."""

from collections.abc import Sequence
from typing import Any

from vaclint.facts.amounts.lexicon import Lexicon
from vaclint.facts.amounts.lines import Lines, Placed, lines_of
from vaclint.facts.amounts.reading import Said, read
from vaclint.facts.amounts.stored import as_plain, from_plain
from vaclint.facts.amounts.values import Pay, Place, WorkingHours
from vaclint.languages.resources import Resources
from vaclint.model.blocks import Span
from vaclint.model.document import Document
from vaclint.model.packed import Packing
from vaclint.model.values import Hours, HoursFacts, Salary, SalaryFacts
from vaclint.text.remembered import Memory

LINES = 1_000
"""What so many lines say is remembered, and at most that of twice as many."""
FULL_FROM = 34
"""Hours a week from which a working week may be a full one."""


def lexicons_of(resources: Resources) -> dict[str, Lexicon]:
    """The lexicons of the languages that have one, by code."""
    plain = resources.kept("amounts.bin", lambda: _plain_lexicons(resources))
    return {code: from_plain(each) for code, each in plain.items()}


def _plain_lexicons(resources: Resources) -> dict[str, Any]:
    """The same as plain data."""
    from vaclint.facts.amounts.making import lexicons

    made = lexicons(
        {code: each.section("amounts") for code, each in resources.languages.items()},
        resources.data.get("amounts", {}),
        {code: each.numbers.decimal for code, each in resources.languages.items()},
    )
    return {code: as_plain(each) for code, each in made.items()}


def _read_before(_resources: Resources) -> Memory[Said | None]:
    """What lines say, so that a text that is checked at each keystroke is not read anew."""
    return Memory(LINES)


def read_amounts(document: Document, resources: Resources) -> tuple[SalaryFacts, HoursFacts]:
    """All that a document says of pay and hours; linear in its length."""
    placed = lines_of(document, resources.data["amounts"]["keys"])
    found = read(Lines(placed), resources.once(lexicons_of), resources.once(_read_before))
    vague, unclear = _spans(found.vague_pay, placed), _spans(found.not_understood, placed)
    vague_hours, open_hours = _spans(found.vague_hours, placed), _spans(found.open_hours, placed)
    salaries, hours = Packing[Salary](), Packing[Hours]()
    for stated in found.pay:
        salaries.add(_salary(stated, placed))
    for worked in found.hours:
        hours.add(_hours(worked, placed))
    pay = SalaryFacts(salaries.done(), vague, unclear)
    return pay, HoursFacts(hours.done() or _of_pay(pay), vague_hours, open_hours)


def _of_pay(pay: SalaryFacts) -> tuple[Hours, ...]:
    """The working week that pay is for, where it is too short for a full one: that of the job."""
    best = pay.best
    if best is None or best.basis_hours is None or best.basis_hours >= FULL_FROM:
        return ()
    week = best.basis_hours
    return (Hours(week, week, None, best.span, best.origin, found="the week that pay is for"),)


def _span(place: Place, placed: Sequence[Placed]) -> Span:
    return placed[place.line].span(place.start, place.end)


def _spans(places: Sequence[Place], placed: Sequence[Placed]) -> tuple[Span, ...]:
    return tuple(_span(place, placed) for place in places)


def _bound(place: Place | None, placed: Sequence[Placed]) -> Span | None:
    return None if place is None else _span(place, placed)


def _from_to(whole: Span, low: Span | None, high: Span | None) -> Span:
    """From the first bound to the last, or the whole statement without bounds."""
    ends = [bound for bound in (low, high) if bound is not None] or [whole]
    if ends[0] == ends[-1]:
        return ends[0]
    return Span(min(end.start for end in ends), max(end.end for end in ends))


def _bounds(
    stated: Pay | WorkingHours, placed: Sequence[Placed]
) -> tuple[Span | None, Span | None]:
    """Where the bounds stand; those of one number are one range."""
    low = _bound(stated.low, placed)
    return low, low if stated.low == stated.high else _bound(stated.high, placed)


def _salary(pay: Pay, placed: Sequence[Placed]) -> Salary:
    low, high = _bounds(pay, placed)
    return Salary(
        pay.min,
        pay.max,
        pay.currency,
        pay.unit,
        pay.basis_hours,
        pay.scale,
        _from_to(_span(pay.place, placed), low, high),
        pay.unit_found,
        pay.gross,
        pay.falling,
        placed[pay.place.line].origin,
        pay.role,
        pay.found,
        round(pay.sureness, 2),
        low,
        high,
        pay.step,
    )


def _hours(hours: WorkingHours, placed: Sequence[Placed]) -> Hours:
    low, high = _bounds(hours, placed)
    whole = _span(hours.place, placed)
    span = _from_to(whole, whole, high if low is None else low)
    return Hours(
        hours.min,
        hours.max,
        hours.fte,
        span,
        placed[hours.place.line].origin,
        hours.falling,
        _span(hours.share, placed) if hours.share is not None else None,
        hours.fte_min,
        hours.days,
        "size",
        hours.found,
        round(hours.sureness, 2),
        low,
        high,
    )
