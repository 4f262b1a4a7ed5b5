"""Phrases as the lines of a vacancy, and what is read in them, as plain rows to compare."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

from support import resources
from vaclint.facts.amounts.document import lexicons_of
from vaclint.facts.amounts.lexicon import Lexicon
from vaclint.facts.amounts.making import lexicons
from vaclint.facts.amounts.reading import read
from vaclint.facts.amounts.values import Line, LinePlace, Reading
from vaclint.model.blocks import Span
from vaclint.model.values import Hours, HoursFacts, Salary, SalaryFacts

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).parent
HEADINGS = {"nl": "Wat bieden wij?", "en": "What we offer", "de": "Wir bieden"}


@cache
def known() -> dict[str, Lexicon]:
    """The lexicons of the packs, and one of German, which has no pack."""
    given = resources()
    german = tomllib.loads((HERE / "german.toml").read_text("utf-8"))["amounts"]
    sections = {code: each.section("amounts") for code, each in given.languages.items()}
    decimals = {code: each.numbers.decimal for code, each in given.languages.items()}
    return lexicons({**sections, "de": german}, given.data["amounts"], {**decimals, "de": ","})


@cache
def shipped() -> dict[str, Lexicon]:
    """The lexicons of the packs alone."""
    return lexicons_of(resources())


def framed(text: str, language: str) -> list[Line]:
    """The lines of a phrase under a heading about the offer; rows of tables become cells."""
    lines: list[Line] = []
    for part in text.split("\n"):
        row = part.strip().replace("**", "")
        if not row or set(row) <= set("|- "):
            continue
        place: LinePlace = "prose"
        label = ""
        if row.startswith("|"):
            label, row = [cell.strip() for cell in row.strip("|").split("|")][:2]
            place = "cell"
        elif row[:2] in ("- ", "* ", "• "):
            row, place = row[2:].strip(), "item"
        lines.append(Line(row, language, label, HEADINGS[language], place))
    return lines


NOWHERE = Span(0, 1)


def best(reading: Reading) -> tuple[Salary | None, Hours | None]:
    """What a vacancy with these statements pays, and for how many hours it is."""
    pay = tuple(
        Salary(
            each.min, each.max, each.currency, each.unit, each.basis_hours, each.scale, NOWHERE,
            each.unit_found, each.gross, role=each.role,
        )
        for each in reading.pay
    )  # fmt: skip
    hours = tuple(
        Hours(each.min, each.max, each.fte, NOWHERE, days=each.days, found=each.found)
        for each in reading.hours
    )
    return SalaryFacts(pay, ()).best, HoursFacts(hours, ()).best


def understood(text: str, language: str, of: str) -> list[Any]:
    """Class and values: of pay minimum, maximum, unit, scale, currency; of hours bounds, share."""
    reading = read(framed(text, language), known() if language == "de" else shipped())
    pay, hours = best(reading)
    if of == "pay":
        if pay is None:
            return ["vague" if reading.vague_pay else "missing", "", "", "", "", ""]
        scale = pay.scale.value if pay.scale else None
        values: tuple[object, ...] = (pay.min, pay.max, pay.unit, scale, pay.currency)
    else:
        if hours is None:
            return ["vague" if reading.vague_hours else "missing", "", "", ""]
        values = (hours.min, hours.max, hours.fte)
    return ["concrete", *("" if value is None else value for value in values)]
