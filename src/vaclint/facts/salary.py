"""What a vacancy says about pay: sums, scales, or words that say nothing.

A sum is pay when the nearest word that tells sums apart says so (``salaris``, ``bruto`` against ``bonus``,
``reiskosten``), or when its label or heading does, and when its size fits its unit.
"""

from functools import cache
from typing import Literal, NamedTuple

import regex

from vaclint.document import Block, Document, FrontMatter, Span, sentences
from vaclint.patterns import lazy
from vaclint.vocabulary import vocabulary

Unit = Literal["hour", "day", "week", "month", "year"]

_NUMBER = r"\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d{1,2}|,-)?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?(?:,-)?"
_CURRENCY = r"(?:€|\beuros?(?!\p{L})|\beur(?!\p{L}))"
_FILL = (
    r"(?:\s|,-|\bbruto\b|\bgross\b|\bper (?:maand|uur|jaar|month|year|hour)\b|\bp/?m\b|"
    r"\b(?:een )?max(?:imaal|imum|\.)?(?: van)?|\bhoogstens\b|\bup\b){0,8}?"
)
_AMOUNT = lazy(
    rf"(?P<sign>{_CURRENCY}\s?)?(?<![\d.,])(?P<min>{_NUMBER})(?P<k1>k\b)?(?:,-|,--|,=)?\s?(?P<cur1>{_CURRENCY})?"
    rf"(?:{_FILL}(?:-|–|—|\btot(?: en met)?\b|\ben\b|\bt/m\b|\bà\b|\bto\b|\band\b){_FILL}"
    rf"(?P<sign2>{_CURRENCY}\s?)?(?P<max>{_NUMBER})(?P<k2>k\b)?(?:,-)?\s?(?P<cur2>{_CURRENCY})?)?(?![\d%])",
    regex.IGNORECASE,
)
_UNITS: tuple[tuple[Unit, str], ...] = (
    ("hour", r"per uur|p/?\.?u\b|/\s?u(?:ur)?\b|uurloon|uurtarief|an hour|per hour|hourly|/\s?h(?:ou)?r?\b"),
    ("month", r"per maand|p/?\.?m\b|/\s?m(?:aa)?nd\b|maandsalaris|maandelijks|per month|a month|monthly|/\s?month\b|bruto p/m"),
    ("year", r"per jaar|p/?\.?j\b|/\s?jr?\b|jaarsalaris|op jaarbasis|per annum|per year|a year|annual|yearly|p\.?a\b"),
    ("week", r"per week|weekloon|a week|weekly"),
    ("day", r"per dag|dagtarief|per day|daily"),
)
_UNIT = lazy("|".join(rf"(?P<{name}>(?:\b|(?<=\s))(?:{words}))" for name, words in _UNITS), regex.IGNORECASE)
_BOUNDS: dict[str, tuple[float, float]] = {
    "hour": (4, 300), "day": (40, 2500), "week": (100, 6000), "month": (150, 30_000), "year": (8_000, 500_000),
}  # fmt: skip
_BASIS = lazy(r"(?:o\.?b\.?v\.?|op basis van|bij|based on)[^.;\d]{0,40}(?P<hours>\d{2}(?:[.,]\d)?)[- ]?(?:urige|uur|uren|hours)")
_BARE_SCALE = lazy(
    r"\s*(?P<scale>(?:\d{1,3}\p{L}?|[A-E]\d{1,3}[a-z]?)(?:\s?[-–/]\s?(?:\d{1,3}\p{L}?|[A-E]\d{1,3}[a-z]?))?)"
    r"(?![\p{L}\d.,])(?!\s?[-–]\s?\d)"
)


class Salary(NamedTuple):
    """Pay as stated: bounds in ``currency`` per ``unit`` (None when unsaid), or a pay scale; unpaid is 0 and 0."""

    min: float | None
    max: float | None
    currency: str
    unit: Unit | None
    basis_hours: float | None
    scale: str | None
    span: Span


def read_salary(document: Document) -> tuple[Salary | None, Span | None]:
    """The pay a document states, and the first place that mentions pay without saying how much."""
    vague: list[Span] = []
    stated: list[Salary] = []
    for entry in document.front_matter:
        if _is_salary_key(document, entry.key):
            _read_value(entry, stated, vague)
    if len(stated) > 1:
        stated = [_joined(stated)]
    if stated and document.postings:
        stated = [_with_units(document, stated[0])]
    about_pay = False
    mentioning = _mentioning(document)
    for block in document.blocks:
        if block.kind == "heading":
            about_pay = block.start in mentioning and _cue_of(block.text)
        if not block.front_matter or block.label.lower() in document.fields["title"]:
            _read_block(document, block, block.start in mentioning, about_pay, stated, vague)
    stated.sort(key=lambda salary: (salary.min is None, salary.span.start))
    if not stated:
        return None, vague[0] if vague else None
    best = stated[0]
    scale = next((salary.scale for salary in stated if salary.scale), None)
    return best._replace(scale=best.scale or scale), None


def _with_units(document: Document, salary: Salary) -> Salary:
    """Pay with the unit and currency that a JobPosting gives beside the sum."""
    units = vocabulary().jobposting["units"]
    for entry in document.front_matter:
        if entry.key.lower().startswith("basesalary"):
            if entry.key.endswith("unitText"):
                salary = salary._replace(unit=units.get(entry.value.upper(), salary.unit))
            elif entry.key.lower().endswith("currency") and len(entry.value) == 3:
                salary = salary._replace(currency=entry.value.upper())
    return salary


def _joined(stated: list[Salary]) -> Salary:
    """One statement of several keys, such as ``salaris_min`` and ``salaris_max``, or a sum and a scale."""
    sums = [salary for salary in stated if salary.min is not None]
    first = (sums or stated)[0]
    if not sums:
        return first
    scale = next((salary.scale for salary in stated if salary.scale), None)
    low = min(salary.min for salary in sums if salary.min is not None)
    high = max(salary.max for salary in sums if salary.max is not None)
    return first._replace(min=low, max=high, scale=scale)


def _is_salary_key(document: Document, key: str) -> bool:
    fields = document.fields["salary"]
    return any(part.lower() in fields for part in key.split("."))


def _read_value(entry: FrontMatter, stated: list[Salary], vague: list[Span]) -> None:
    salary = _bare_scale(entry.key.rsplit(".", 1)[-1], entry.value) or _from_text(entry.value, labelled=True)
    if salary is not None:
        stated.append(salary._replace(span=entry.span))
    elif _vague_value().match(entry.value):
        vague.append(entry.span)


@cache
def _scale() -> regex.Pattern[str]:
    return regex.compile(rf"\b{vocabulary().salary['scale']}", regex.IGNORECASE)


@cache
def _unpaid() -> regex.Pattern[str]:
    return regex.compile(vocabulary().salary["unpaid"], regex.IGNORECASE)


@cache
def _vague() -> regex.Pattern[str]:
    return regex.compile("|".join(vocabulary().salary["vague"]), regex.IGNORECASE)


@cache
def _vague_value() -> regex.Pattern[str]:
    return regex.compile(vocabulary().salary["vague-values"], regex.IGNORECASE)


@cache
def _cues() -> regex.Pattern[str]:
    def alternatives(words: list[str]) -> str:
        return "|".join(
            rf"\p{{L}}*{regex.escape(word[1:])}\p{{L}}*" if word[0] == "…" else rf"\b{regex.escape(word)}\p{{L}}*" for word in words
        )

    data = vocabulary().salary
    return regex.compile(rf"(?P<pay>{alternatives(data['cues'])})|(?P<other>{alternatives(data['not-pay'])})", regex.IGNORECASE)


def _mentioning(document: Document) -> set[int]:
    """The starts of the blocks that hold anything a statement about pay can begin with; most hold none."""
    haystack = document.haystack
    starts = set()
    for stem in vocabulary().salary["mentions"]:
        at = haystack.find(stem)
        while at >= 0:
            block = document.block_at(at)
            starts.add(block.start)
            at = haystack.find(stem, block.start + len(block.text))
    return starts


def _read_block(document: Document, block: Block, mentions: bool, about_pay: bool, stated: list[Salary], vague: list[Span]) -> None:
    labelled = block.label.lower() in document.fields["salary"]
    if not labelled and not mentions and not about_pay:
        return
    if labelled:
        value = block.value
        salary = _bare_scale(block.label, value) or _from_text(value, labelled=True)
        if salary is not None:
            start, end = salary.span
            stated.append(salary._replace(span=block.span(block.value_at + start, block.value_at + end)))
        elif _vague_value().match(value) or _vague().search(block.text):
            vague.append(block.span(block.value_at, len(block.text)))
        return
    for start, end in sentences(block.text):
        sentence = block.text[start:end]
        salary = _from_text(sentence, labelled=False, context=about_pay)
        if salary is not None:
            stated.append(salary._replace(span=block.span(start + salary.span.start, start + salary.span.end)))
        elif match := _vague().search(sentence):
            vague.append(block.span(start + match.start(), start + match.end()))


def _cue_of(text: str) -> bool:
    match = _cues().search(text) if text else None
    return match is not None and match["pay"] is not None


def _from_text(text: str, *, labelled: bool, context: bool = False) -> Salary | None:
    """The first statement of pay in a text; its span is in that text."""
    for match in _AMOUNT.finditer(text) if any(map(str.isdecimal, text)) else ():
        low, high = _value(match["min"], match["k1"]), _value(match["max"], match["k2"])
        if high is not None and match["k2"] and not match["k1"] and low is not None and low < 1000:
            low *= 1000  # "45-55k"
        currency = bool(match["sign"] or match["cur1"] or match["sign2"] or match["cur2"])
        unit = _unit_near(text, match)
        if high is not None and low is not None and high < low:
            high = None
        if not _is_pay(text, match, labelled, context, currency, unit):
            continue
        top = high if high is not None else low
        if top is None:
            continue
        guess = unit or _guess_unit(top)
        if guess is None or not _BOUNDS[guess][0] <= top <= _BOUNDS[guess][1]:
            continue
        basis = _BASIS.search(text)
        hours = float(basis["hours"].replace(",", ".")) if basis else None
        scale = _scale().search(text)
        return Salary(low, top, "EUR", guess, hours, scale["scale"].strip("(") if scale else None, Span(*match.span()))
    if scale := _scale().search(text):
        return Salary(None, None, "EUR", None, None, scale["scale"].strip("("), Span(*scale.span()))
    if unpaid := _unpaid().search(text):
        return Salary(0, 0, "EUR", None, None, None, Span(*unpaid.span()))
    return None


def _bare_scale(label: str, value: str) -> Salary | None:
    """The scale in the value behind a label that names one, as in ``Schaal: 10``."""
    if label.lower() not in vocabulary().salary["scale-fields"] or "€" in value:
        return None
    match = _BARE_SCALE.match(value)
    return Salary(None, None, "EUR", None, None, match["scale"], Span(0, len(value))) if match else None


def _is_pay(text: str, match: regex.Match[str], labelled: bool, context: bool, currency: bool, unit: Unit | None) -> bool:
    if not currency and not (labelled or unit or match["k1"] or match["k2"]):
        return False
    nearest, distance = None, 10_000
    for cue in _cues().finditer(text):
        if cue["other"] and _is_besides(text, cue.start()):
            continue
        if (
            cue["other"]
            and cue.start() >= match.end()
            and ("," in text[match.end() : cue.start()] or " en " in text[match.end() : cue.start()])
        ):
            continue
        gap = cue.start() - match.end() if cue.start() >= match.end() else match.start() - cue.end()
        if gap < distance:
            nearest, distance = cue, max(gap, 0)
    if nearest is None or distance > 120:
        return labelled or context
    return nearest["pay"] is not None


def _is_besides(text: str, at: int) -> bool:
    words = text[max(0, at - 30) : at].lower().split()
    return any(word.strip("(,") in vocabulary().salary["besides"] for word in words[-3:])


def _unit_near(text: str, match: regex.Match[str]) -> Unit | None:
    """The unit within a few words after the sum, or else before it."""
    after = _UNIT.search(text, match.end(), min(len(text), match.end() + 45))
    found = after or _UNIT.search(text, max(0, match.start() - 45), match.start()) or _UNIT.search(match[0])
    return found.lastgroup if found else None  # type: ignore[return-value]


def _guess_unit(amount: float) -> Unit | None:
    return "hour" if 10 <= amount <= 150 else "month" if 600 <= amount < 15_000 else "year" if 15_000 <= amount <= 300_000 else None


def _value(number: str | None, thousands: str | None) -> float | None:
    if number is None:
        return None
    text = number.removesuffix(",-").replace(" ", "").replace("\u00a0", "")
    if regex.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", text):
        text = text.replace(".", "").replace(",", ".")
    elif regex.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", text):
        text = text.replace(",", "")
    else:
        text = text.replace(",", ".")
    return float(text) * (1000 if thousands else 1)
