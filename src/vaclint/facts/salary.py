"""What a vacancy says about pay: sums, scales, or words that say nothing.

A sum is pay when the words of its clause say so (``salaris``, ``bruto`` against ``bonus``, ``reiskosten``), or when its
label or heading does, and when its size fits its unit. The method has no model of the sentence beyond clauses: a sum whose
purpose is said in another sentence is not understood, and left alone.
"""

from collections.abc import Sequence
from functools import cache
from itertools import islice

import regex

from vaclint.facts.labels import value_behind
from vaclint.facts.money import Sum, sums
from vaclint.facts.vocabulary import vocabulary
from vaclint.model.blocks import Block, Span
from vaclint.model.document import Document
from vaclint.model.values import Origin, Salary, SalaryFacts, Unit
from vaclint.text.patterns import compiled, lazy

_BOUNDS: dict[str, tuple[float, float]] = {
    "hour": (4, 300), "day": (40, 2500), "week": (80, 6000), "four_weeks": (150, 28_000), "month": (100, 30_000), "year": (8_000, 500_000),
}  # fmt: skip
_BASIS = lazy(
    r"(?:o\.?\s?b\.?\s?v\.?|op basis van|bij|based on|for)(?: een| a| een volledige| een fulltime| een voltijds\w*)?[^.;\d€]{0,32}"
    r"(?P<hours>\d{2}(?:[.,]\d)?)\s?[- ]?(?:urige|uur|uren|u\b|hours?)",
    regex.IGNORECASE,
)
_BARE_SCALE = lazy(
    r"\s*(?P<scale>(?:\d{1,3}\p{L}?|[A-Z]{1,3}\d{1,3}[a-z]?|L[A-E])(?:\s?[-–/]\s?(?:\d{1,3}\p{L}?|[A-E]\d{1,3}[a-z]?|L[A-E]))?)"
    r"(?![\p{L}\d.,])(?!\s?[-–]\s?\d)"
)
_NET = lazy(r"\bnett?o\b|\bnet\b", regex.IGNORECASE)
_GROSS = lazy(r"\bbruto|\bgross\b", regex.IGNORECASE)
_CLAUSE_END = lazy(
    r"[,;]\s|\s(?:en|plus|and|naast|bovenop|daarnaast|evenals|alsook|alsmede|as well as)\s|\s\+\s|\.\s"
)
_INCLUDED = lazy(
    r"(?:\s(?:en|and)\s[\p{L}-]+)?\s(?:is |zijn )?(?:inbegrepen|included)", regex.IGNORECASE
)
_JOINTS = frozenset(",;:(–—|·-")
SUMS_MOST = 40
"""A sentence with more sums is a table or worse, and its first ones are enough."""
REACH = 120
"""How far from a sum, in characters, a word may stand that says what it is."""


def read_salary(document: Document) -> SalaryFacts:
    """The pay a document states, and the places that mention pay without saying how much."""
    vague: list[Span] = []
    stated: list[Salary] = []
    _read_front_matter(document, stated, vague)
    about_pay = False
    mentioning = {
        block.start for block in document.blocks_with(vocabulary().salary["mentions"])
    }  # most hold none
    for block in document.blocks:
        if block.kind == "heading":
            about_pay = block.start in mentioning and _cue_of(block.text)
        if not block.front_matter or block.label.lower() in document.reading.names("title"):
            _read_block(document, block, block.start in mentioning, about_pay, stated, vague)
    stated.sort(
        key=lambda salary: (
            salary.min is None and salary.max is None,
            salary.origin != "front matter",
            salary.span.start,
        )
    )
    return SalaryFacts(tuple(stated), tuple(vague))


def _read_front_matter(document: Document, stated: list[Salary], vague: list[Span]) -> None:
    """The values of keys about pay; the parts of one statement (``salaris_min``, ``salaris.max``) become one."""
    fields = document.reading.names("salary")
    parts: list[tuple[str, Salary]] = []
    for entry in document.front_matter:
        names = [part.lower() for part in entry.key.split(".")]
        if not any(name in fields for name in names):
            continue
        if names[-1] in vocabulary().money["not-amount-keys"]:
            continue
        salary = _bare_scale(names[-1], entry.value) or _from_text(
            entry.value, labelled=True, label=names[-1]
        )
        if salary is not None:
            origin: Origin = "JobPosting" if names[0] == "basesalary" else "front matter"
            parts.append((" ".join(names), salary._replace(span=entry.span, origin=origin)))
        elif _vague_value().match(entry.value):
            vague.append(entry.span)
    for entry in document.front_matter if not parts else ():
        if entry.key.lower() in vocabulary().salary["near-keys"] and (
            salary := _from_text(entry.value, labelled=False, whole=True)
        ):
            parts.append(
                (entry.key.lower(), salary._replace(span=entry.span, origin="front matter"))
            )
    if parts:
        stated.append(_with_units(document, _joined(parts)))


def _joined(parts: Sequence[tuple[str, Salary]]) -> Salary:
    """One statement of several keys, such as ``salaris_min`` and ``salaris_max``, or a sum and a scale."""
    amounts = [
        (name, salary) for name, salary in parts if salary.min is not None or salary.max is not None
    ]
    scale = next((salary.scale for _, salary in parts if salary.scale), None)
    if not amounts:
        return parts[0][1]
    low = next(
        (
            salary.min or salary.max
            for name, salary in amounts
            if regex.search(r"min|from|vanaf|laag", name)
        ),
        None,
    )
    high = next(
        (
            salary.max or salary.min
            for name, salary in amounts
            if regex.search(r"max|tot\b|hoog", name)
        ),
        None,
    )
    first = amounts[0][1]
    if low is None and high is None:
        return first._replace(scale=first.scale or scale)
    falling = low is not None and high is not None and high < low
    if falling:
        low, high = high, low
    spans = [salary.span for _, salary in amounts]
    unit = first.unit
    for _, salary in amounts:
        if not salary.sized:
            unit = salary.unit
    top = high if high is not None else low
    return first._replace(
        min=low,
        max=high,
        scale=scale,
        falling=falling,
        span=Span(spans[0].start, spans[-1].end),
        unit=unit or _unit_of_size(top or 0),
    )


def _with_units(document: Document, salary: Salary) -> Salary:
    """Pay with the unit and currency that keys of their own give beside the sum, as in a JobPosting."""
    units = vocabulary().money["unit-values"]
    fields = document.reading.names("salary")
    for entry in document.front_matter:
        names = [part.lower() for part in entry.key.split(".")]
        value = entry.value.strip().lower()
        if not any(name in fields for name in names):
            continue
        if names[-1] in vocabulary().money["unit-keys"] and value in units:
            salary = salary._replace(unit=units[value], sized=False)
        elif names[-1] in vocabulary().money["currency-keys"] and len(value) == 3:
            salary = salary._replace(currency=value.upper())
    return salary


@cache
def _scale() -> regex.Pattern[str]:
    return compiled(rf"(?<![\p{{L}}\d])(?:{vocabulary().salary['scale']})", regex.IGNORECASE)


@cache
def _unpaid() -> regex.Pattern[str]:
    return compiled(vocabulary().salary["unpaid"], regex.IGNORECASE)


@cache
def _vague() -> regex.Pattern[str]:
    return compiled("|".join(vocabulary().salary["vague"]), regex.IGNORECASE)


@cache
def _vague_value() -> regex.Pattern[str]:
    return compiled(vocabulary().salary["vague-values"], regex.IGNORECASE)


@cache
def _cues() -> regex.Pattern[str]:
    def alternatives(words: list[str]) -> str:
        return "|".join(
            rf"\p{{L}}*{regex.escape(word[1:])}\p{{L}}*"
            if word[0] == "…"
            else rf"\b{regex.escape(word)}\p{{L}}*"
            for word in words
        )

    data = vocabulary().salary
    return compiled(
        rf"(?P<neither>{'|'.join(data['no-cue'])})|(?P<pay>{alternatives(data['pay-first'])})|(?P<other>{alternatives(data['not-pay'])})|"
        rf"(?P<pay2>{alternatives(data['cues'])})",
        regex.IGNORECASE,
    )


def _read_block(
    document: Document,
    block: Block,
    mentions: bool,
    about_pay: bool,
    stated: list[Salary],
    vague: list[Span],
) -> None:
    labelled = None if block.front_matter else value_behind(block, document.reading.names("salary"))
    if labelled is None and not mentions and not about_pay:
        return
    if labelled is not None:
        label, value_at, value_end = labelled
        value = block.text[value_at:value_end]
        salary = _bare_scale(label, value) or _from_text(
            value, labelled=not _names_scale(label), label=label
        )
        if (
            salary is None
            and _names_scale(label)
            and (found := _from_text(block.text, labelled=False)) is not None
        ):
            stated.append(found._replace(span=block.span(*found.span), origin="label"))
            return
        if salary is not None:
            start, end = salary.span
            stated.append(
                salary._replace(span=block.span(value_at + start, value_at + end), origin="label")
            )
        elif _vague_value().match(value) or _vague().search(block.text):
            vague.append(block.span(value_at, value_end))
        return
    for start, end in document.reading.split(block.text):
        sentence = block.text[start:end]
        whole = sentence.strip() == block.text.strip()
        salary = _from_text(sentence, labelled=False, context=about_pay, whole=whole)
        if salary is not None:
            stated.append(
                salary._replace(span=block.span(start + salary.span.start, start + salary.span.end))
            )
        elif (match := _vague().search(sentence)) and not _is_about_work(sentence, match.start()):
            vague.append(block.span(start + match.start(), start + match.end()))


@cache
def _work() -> regex.Pattern[str]:
    return compiled(vocabulary().salary["work-about-pay"], regex.IGNORECASE)


def _is_about_work(sentence: str, at: int) -> bool:
    """Whether pay is what the work is about: ``je adviseert over marktconforme salarissen``."""
    return _work().search(sentence[:at]) is not None


def _cue_of(text: str) -> bool:
    match = _cues().search(text) if text else None
    return match is not None and (match["pay"] or match["pay2"]) is not None


def _from_text(
    text: str, *, labelled: bool, label: str = "", context: bool = False, whole: bool = False
) -> Salary | None:
    """The first statement of pay in a text; its span is in that text."""
    scale = _scale().search(text)
    named = _scale_name(scale) if scale else None
    for money in islice(sums(text), SUMS_MOST) if any(map(str.isdecimal, text)) else ():
        if not _is_pay(text, money, labelled, context, whole):
            continue
        top = money.max if money.max is not None else money.min
        if top is None:
            continue
        unit = money.unit or _unit_of_label(label)
        guess = unit or _unit_of_size(top)
        if guess is None or not _BOUNDS[guess][0] <= top <= _BOUNDS[guess][1]:
            continue
        if (
            not money.marked
            and not labelled
            and (unit is None or _is_year(money))
            and not (context and money.min != money.max)
        ):
            continue
        if scale is not None and scale.start() <= money.start < scale.end():
            continue
        basis = _BASIS.search(text)
        hours = float(basis["hours"].replace(",", ".")) if basis else None
        around = text[max(0, money.start - 60) : money.end + 60]
        gross = (
            False
            if _NET.search(around) and not _GROSS.search(around)
            else True
            if _GROSS.search(around)
            else None
        )
        span = Span(money.start, money.end)
        return Salary(
            money.min,
            money.max,
            money.currency or "EUR",
            guess,
            hours,
            named,
            span,
            unit is None,
            gross,
            money.falling,
        )
    if scale is not None and named is not None:
        return Salary(None, None, "EUR", None, None, named, Span(*scale.span()))
    if unpaid := _unpaid().search(text):
        return Salary(0, 0, "EUR", None, None, None, Span(*unpaid.span()))
    return None


def _is_year(money: Sum) -> bool:
    return money.min == money.max and money.min is not None and 1990 <= money.min <= 2040


def _scale_name(match: regex.Match[str]) -> str:
    return str(
        next(
            value for name, value in match.groupdict().items() if name.startswith("scale") and value
        )
    ).strip("( ")


def _names_scale(label: str) -> bool:
    return label.lower() in vocabulary().salary["scale-fields"]


def _bare_scale(label: str, value: str) -> Salary | None:
    """The scale in the value behind a label that names one, as in ``Schaal: 10``."""
    if not _names_scale(label) or "€" in value:
        return None
    match = _BARE_SCALE.match(value)
    return (
        Salary(None, None, "EUR", None, None, match["scale"], Span(0, len(value)))
        if match
        else None
    )


def _is_pay(text: str, money: Sum, labelled: bool, context: bool, whole: bool) -> bool:
    """Whether a sum is pay, by the words of its clause, else by the word before it, else by its label, heading or shape."""
    left, right = _clause(text, money.start, money.end)
    inside = _nearest(text, left, right, money)
    if inside is not None:
        return inside
    before = [
        cue
        for cue in _cues().finditer(text, max(0, money.start - REACH), money.start)
        if not cue["neither"]
    ]
    before = [cue for cue in before if not (cue["other"] and _is_besides(text, cue.start()))]
    if before:
        return before[-1]["other"] is None
    if labelled or context:
        return True
    after = next(
        (cue for cue in _cues().finditer(text, money.end, money.end + 45) if not cue["neither"]),
        None,
    )
    if after is not None:
        return after["other"] is None or _is_besides(text, after.start())
    top = money.max if money.max is not None else money.min or 0
    if money.unit == "hour":
        return bool(money.currency) and 12 <= top <= 150
    is_range = money.min is not None and money.max is not None and money.min < money.max
    sized = 1_200 <= top <= 15_000 and money.unit in (None, "month", "four_weeks")
    sized = sized or (15_000 <= top <= 180_000 and money.unit == "year" and is_range)
    whole = whole or (
        money.unit is not None and not text[: money.start].strip(" -–•*")
    )  # a sentence that begins with what is paid
    joint = text[: money.start].rstrip()[-1:]
    appended = (
        money.unit == "month" and joint in _JOINTS
    )  # ``een kok voor 24 uur, € 2.600 per maand``
    small = (
        appended and joint in "|·" and 150 <= top < 1_200
    )  # what an internship pays, in a row of facts
    return (
        (whole or appended)
        and bool(money.currency)
        and (sized or small)
        and (is_range or money.unit is not None)
    )


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause that a range of a sentence stands in."""
    left = 0
    for match in _CLAUSE_END.finditer(text, 0, start):
        left = match.end()
    following = _CLAUSE_END.search(text, end)
    return left, following.start() if following else len(text)


def _nearest(text: str, left: int, right: int, money: Sum) -> bool | None:
    """Whether the word nearest to a sum in its clause says that it is pay; None when no word says anything."""
    nearest, distance = None, REACH + 1
    for cue in _cues().finditer(text, left, right):
        if cue["neither"] or (
            cue["other"] and (_is_besides(text, cue.start()) or _INCLUDED.match(text, cue.end()))
        ):
            continue
        gap = cue.start() - money.end if cue.start() >= money.end else money.start - cue.end()
        gap = max(gap, 0)
        if gap < distance or (gap == distance and cue["other"]):
            nearest, distance = cue, gap
    return None if nearest is None else nearest["other"] is None


def _is_besides(text: str, at: int) -> bool:
    words = text[max(0, at - 30) : at].lower().split()
    return any(word.strip("(,.") in vocabulary().salary["besides"] for word in words[-3:])


def _unit_of_label(label: str) -> Unit | None:
    lower = label.lower()
    return next(
        (unit for stem, unit in vocabulary().money["unit-of-label"].items() if stem in lower), None
    )


def _unit_of_size(amount: float) -> Unit | None:
    return (
        "hour"
        if 5 <= amount <= 200
        else "month"
        if 200 < amount < 15_000
        else "year"
        if 15_000 <= amount <= 300_000
        else None
    )
