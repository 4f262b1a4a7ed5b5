"""What a vacancy says about hours per week: numbers, a share of full time, or words without a number.

A number of hours is the size of the job when 'per week' follows, when it is a label's value, stands in a title or alone in its
block, or when a word for the job stands near; a moment (``om 8 uur``) or something else that takes hours is not.
"""

from collections.abc import Iterator
from functools import cache

import regex

from vaclint.facts.labels import Labelled, value_behind
from vaclint.facts.vocabulary import vocabulary
from vaclint.model.blocks import Block, Span
from vaclint.model.document import Document
from vaclint.model.values import Hours, HoursFacts, Origin
from vaclint.text.patterns import compiled, lazy

MIN_HOURS, MAX_HOURS = 2, 84
USUAL_MAX = 60
"""From more hours than this on, a number counts only when it says 'per week'."""

LABEL_MAX, VALUE_MAX = 40, 90
"""A longer text is no label; a longer text behind a label is a sentence, and read as one."""

_SHARE = lazy(
    r"(?<![\d/,.])(?P<part>\d{1,2}(?:[,.]\d{1,2})?)\s?/\s?(?P<whole>3[5-9]|40|2[0-9])(?:e\b|sten?\b|ste\b)?(?!\d|/)(?!\s?20\d\d)"
)
_COMPOUND = lazy(r"(?:uren|uurs?)[- ]?\p{L}{4,}", regex.IGNORECASE)
_FIFTHS = lazy(r"(?<![\d/,.])(?P<part>[1-4])/5(?:den?)?(?![\d/])")
_HALF = lazy(r"\bhalftijd(?:se?)?\b", regex.IGNORECASE)
_OTHER_SHARE = lazy(r"\b(?:vol|deel)tijd|\b(?:full|part)", regex.IGNORECASE)
_PERCENT = lazy(r"(?<![\d,.])(?P<min>\d{1,3})\s?%")
_FRACTION = r"(?:[01](?:[.,]\d{1,4})?|[.,]\d{1,2})"
_MENTION = lazy(
    r"\d\s?-?[uh]|hour|hrs|fte|wtf|factor|\bdag|days|time|tijd|uren|uur|oproep|avond|ochtend|middag|nacht|dienst|morning|evening|%|\d\s?[x×]\s?\d|/3[5-9]|/40|/5",
    regex.IGNORECASE,
)


_BASIS = lazy(
    r"(?:o\.?\s?b\.?\s?v\.?|op basis van|uitgaande van|based on|(?:€|bruto|maand|salaris|schaal|gross)[^.]{0,40}\bbij|"
    r"full-?time (?:is|=|betekent)|voltijds? (?:is|=))[^.;]{0,30}$",
    regex.IGNORECASE,
)
_BRACKETED = lazy(
    r"\b(?:(?:uren|hours|dienstverband)\b[^()]{0,30}\(|(?:uren|hours)(?: per week)?\b[: ]{1,3})"
    r"(?P<all>(?P<first>\d{1,2})\s?[-–/]\s?(?P<last>\d{1,2}))(?![\d:.])",
    regex.IGNORECASE,
)
_NEGOTIABLE = lazy(
    r"\s(?:(?:mag|kan|is) (?:ook|natuurlijk|bespreekbaar|mogelijk|prima)|is (?:fine|possible|negotiable) too|is (?:also )?possible)\b",
    regex.IGNORECASE,
)
_SIZED = lazy(r"(?<![\d.,])(\d{2})\s(?:uur|uren|hours)\b")
_OF_THE_JOB = lazy(
    r"\b(?:(?:\p{L}*contract|\p{L}*baan|functie|dienstverband|aanstelling|vacature|betrekking|werkweek|job|role) (?:van|voor|of|for)"
    r"|(?:zoek(?:en|t)?|gezocht:?|looking for|seeking)\b[^.;]{2,60} (?:voor|for)) (?:(?:minimaal|maximaal|circa|ongeveer|min\.|max\.) )?$",
    regex.IGNORECASE,
)
_WHOLE_DAY = lazy(r"\s*(?:hulp|opvang|beschikbaar|dienst|per|in|care)\b", regex.IGNORECASE)
"""What ``not-after`` does not rule out already."""
_STRONG = lazy(
    r"part-?time|full-?time|deeltijd|voltijd|contract|dienstverband|\bbaan\b", regex.IGNORECASE
)


def read_hours(document: Document) -> HoursFacts:
    """The hours a document states, and the places that speak of them without a number. Linear in its length."""
    stated: list[Hours] = []
    vague: list[tuple[int, Span]] = []
    _read_front_matter(document, stated, vague)
    label = ""
    for block in document.blocks:
        _read_block(document, block, label, stated, vague)
        label = block.text if len(block.text) <= LABEL_MAX else ""
    order = {"front matter": 0, "JobPosting": 0, "label": 0, "title": 1, "prose": 2, "basis": 3}
    stated.sort(
        key=lambda hours: (
            hours.min is None and hours.max is None and hours.fte is None,
            order[hours.origin],
        )
    )
    return HoursFacts(tuple(stated), tuple(span for _, span in sorted(vague)))


def _read_front_matter(
    document: Document, stated: list[Hours], vague: list[tuple[int, Span]]
) -> None:
    fields = document.reading.names("hours")
    parts: list[tuple[str, Hours]] = []
    for entry in document.front_matter:
        names = [part.lower() for part in entry.key.split(".")]
        if not any(name in fields for name in names):
            continue
        hours = _from_value(entry.value)
        if hours is not None:
            parts.append(
                (
                    " ".join(names),
                    hours._replace(
                        span=entry.span,
                        origin="JobPosting" if document.postings else "front matter",
                    ),
                )
            )
        elif _patterns()["vague"].search(entry.value) or _patterns()["vague-values"].match(
            entry.value
        ):
            vague.append((0, entry.span))
    if not parts:
        return
    low = next(
        (
            hours
            for name, hours in parts
            if regex.search(r"min|van\b|from", name) and hours.min is not None
        ),
        None,
    )
    high = next(
        (
            hours
            for name, hours in parts
            if regex.search(r"max|tot\b", name) and hours.max is not None
        ),
        None,
    )
    if (
        low is not None
        and high is not None
        and low is not high
        and low.min is not None
        and high.max is not None
    ):
        first, last = sorted((low.min, high.max))
        stated.append(
            low._replace(
                min=first,
                max=last,
                span=Span(low.span.start, high.span.end),
                falling=low.min > high.max,
            )
        )
    else:
        stated.extend(hours for _, hours in parts)


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    data = vocabulary().hours
    names = (
        "not-after",
        "week",
        "weekday",
        "days",
        "not-days",
        "shift",
        "not-shift",
        "on-call",
        "vague",
        "not-vague",
        "vague-values",
        "at-least",
        "at-most",
        "not-size",
        "share-words",
    )
    patterns = {name: compiled(data[name], regex.IGNORECASE) for name in names}
    words = "|".join(sorted(map(regex.escape, data["numbers"]), key=len, reverse=True))
    number = (
        rf"(?:\d{{1,2}}(?:,\d{{1,2}}|\.\d(?!\d))?(?![.:]\d|\d)|(?<!\p{{L}})(?:{words})(?!\p{{L}}))"
    )
    unit, join, fte = data["unit"], data["join"], data["fte-words"]
    patterns["hours"] = compiled(
        rf"(?<![\d.,:€/])(?<!€\s)(?P<first>{number})"
        rf"(?:(?:[ -]?(?:{unit}|urige)\.?(?:\s?(?:/|per)\s?week)?)?-?(?:{join}(?:een |maximaal |max\.? )?)(?P<more>{number}))*"
        rf"\s?-?\s?(?P<word>urige?(?!\p{{L}})|(?:uren|uurs?)[- ]?(?:contract|week|werkweek|dienstverband|aanstelling)|{unit})",
        regex.IGNORECASE,
    )
    patterns["product"] = compiled(
        rf"(?<![\d.,])(?P<days>[2-6]|twee|drie|vier|vijf)\s?(?:x|×|\*|maal|keer|dagen van|dagen à|dagen a|days of)\s?"
        rf"(?P<per>\d{{1,2}}(?:[.,]\d{{1,2}})?)"
        rf"(?!\d)\s?(?P<word>{unit})?(?!\s?(?:meter|cm|m\b|mm|€))",
        regex.IGNORECASE,
    )
    patterns["fte"] = compiled(
        rf"(?<![\d.,])(?P<min>{_FRACTION})(?:\s?(?:{fte}))?(?:{join}(?P<max>{_FRACTION}))?\s?(?:{fte})\b"
        rf"|\b(?:{fte})\s?:?\s?(?:van |tussen )?(?P<low>{_FRACTION})(?:{join}(?P<only>{_FRACTION}))?(?!\d)",
        regex.IGNORECASE,
    )
    patterns["bare"] = compiled(
        rf"\s*(?P<first>{number})(?:{join}(?P<more>{number}))*\s*(?:per week|p/?w|in de week|a week|weekly)?\s*(?:\(.*\))?\s*(?:[,;]\s.*)?",
        regex.IGNORECASE,
    )
    return patterns


def _number(text: str) -> float:
    words = vocabulary().hours["numbers"]
    return float(words[text.lower()]) if text.lower() in words else float(text.replace(",", "."))


def _bounds(text: str, match: regex.Match[str]) -> tuple[float | None, float | None, bool]:
    """The bounds that a match of hours gives, in the light of the words before it."""
    values = [_number(value) for value in [match["first"], *match.captures("more")]]
    if len(values) > 1:
        return (
            min(values),
            max(values),
            len(values) == 2 and values[1] < values[0] and "/" not in match[0],
        )
    before = text[: match.start()]
    if _patterns()["at-least"].search(before):
        return values[0], None, False
    if _patterns()["at-most"].search(before):
        return None, values[0], False
    return values[0], values[0], False


def _share_of(text: str) -> tuple[float, int, int] | None:
    """A share of full time in a text, with its range: fte, a Flemish fraction, or a percentage of an appointment."""
    patterns = _patterns()
    for match in patterns["fte"].finditer(text):
        spelled = match["max"] or match["min"] or match["only"] or match["low"]
        share = float(spelled.replace(",", "."))
        if 0 < share <= 1.2:
            return share, match.start(), match.end()
    for match in _SHARE.finditer(text):
        share = round(float(match["part"].replace(",", ".")) / int(match["whole"]), 4)
        if 0.1 <= share <= 1:
            return share, match.start(), match.end()
    for match in _FIFTHS.finditer(text):
        around = text[max(0, match.start() - 30) : match.end() + 24]
        if match[0] == text.strip(" .-•*") or patterns["share-words"].search(around):
            return int(match["part"]) / 5, match.start(), match.end()
    if (half := _HALF.search(text)) and not _OTHER_SHARE.search(text):
        return 0.5, half.start(), half.end()
    for match in _PERCENT.finditer(text):
        around = text[max(0, match.start() - 30) : match.end() + 24]
        hours_follow = patterns["hours"].match(text[match.end() :].lstrip(" (")) is not None
        if 10 <= int(match["min"]) <= 100 and (
            hours_follow or patterns["share-words"].search(around)
        ):
            return int(match["min"]) / 100, match.start(), match.end()
    return None


def _from_value(value: str) -> Hours | None:
    """Hours in the value behind a label, where a bare number will do."""
    patterns = _patterns()
    here = Span(0, len(value))
    share = _share_of(value)
    if share is None and (percent := _PERCENT.search(value)) and 10 <= int(percent["min"]) <= 100:
        share = int(percent["min"]) / 100, percent.start(), percent.end()
    fte = share[0] if share else None
    product = next(_products(value), None)
    weekly = next(
        (
            found
            for found in patterns["hours"].finditer(value)
            if patterns["week"].match(value, found.end())
        ),
        None,
    )
    if product is not None and weekly is None:
        return Hours(product[0], product[0], fte, here)
    match = (
        weekly
        or patterns["hours"].search(value)
        or (None if share else patterns["bare"].fullmatch(value))
    )
    if match and not (share and share[1] <= match.start() < share[2]):
        low, high, falling = _bounds(value, match)
        top = high if high is not None else low
        if top is not None and 0 < top <= 1.2:
            return Hours(None, None, top, here)
        if top is not None and MIN_HOURS <= top <= MAX_HOURS:
            return Hours(low, high, fte, here, falling=falling)
    if fte is not None:
        return Hours(None, None, fte, here)
    if patterns["on-call"].search(value) or patterns["days"].search(value):
        return Hours(None, None, None, here)
    return None


def _products(text: str) -> Iterator[tuple[float, int, int]]:
    """Days times hours: ``4x9``, ``4 dagen van 9 uur``."""
    words = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5}
    for match in _patterns()["product"].finditer(text):
        days = words.get(match["days"].lower()) or int(match["days"])
        per = float(match["per"].replace(",", "."))
        named = match["word"] or regex.search(
            r"rooster|werk|week|uur|uren|dienstverband|contract", text, regex.IGNORECASE
        )
        if (
            2 <= per <= 12
            and days * per <= 48
            and (named or match[0].strip() == text.strip(" .-•*"))
        ):
            yield days * per, match.start(), match.end()


def _read_block(
    document: Document,
    block: Block,
    before: str,
    stated: list[Hours],
    vague: list[tuple[int, Span]],
) -> None:
    """Read a block; ``before`` is the text of the block above it, which may be its label."""
    labelled = None if block.front_matter else value_behind(block, document.reading.names("hours"))
    if labelled is None and before.lower().rstrip(": ") in document.reading.names("hours"):
        labelled = Labelled(before, 0, len(block.text))
    if labelled is not None:
        value = block.text[labelled.start : labelled.end]
        hours = _from_value(value) if len(value) <= VALUE_MAX else None
        if hours is not None:
            stated.append(
                hours._replace(span=block.span(labelled.start, labelled.end), origin="label")
            )
            return
        if _patterns()["vague-values"].match(value):
            vague.append((0, block.span(labelled.start, labelled.end)))
            return
    if not _MENTION.search(block.text):
        return
    is_title = block.kind == "heading" or block.front_matter
    for start, end in _parts(document, block.text):
        sentence = block.text[start:end]
        if not _MENTION.search(sentence):
            continue
        alone = (
            sentence.strip() == block.text.strip()
            or block.text[end : end + 1] in _SEPARATORS
            or block.text[start - 1 : start] in _SEPARATORS
        )
        hours = _from_sentence(sentence, is_title, alone)
        if hours is not None:
            span = block.span(start + hours.span.start, start + hours.span.end)
            at = start + hours.span.start
            origin: Origin = (
                "basis"
                if _BASIS.search(block.text, max(start, at - 60), at)
                else "title"
                if is_title
                else "prose"
            )
            share_at = hours.fte_span and block.span(
                start + hours.fte_span.start, start + hours.fte_span.end
            )
            stated.append(hours._replace(span=span, origin=origin, fte_span=share_at))
        elif (match := _patterns()["vague"].search(sentence)) and not _patterns()[
            "not-vague"
        ].search(sentence):
            vague.append(
                (
                    1 if labelled is None else 0,
                    block.span(start + match.start(), start + match.end()),
                )
            )


_SEPARATORS = frozenset("|·•-–—")
_ROW = lazy(r" [|·•](?= )")
_DASHED_ROW = lazy(r" (?:[|·•]|[-–—](?! \d)|(?<!\d )[-–—])(?= )")
ROW_MAX = 14
"""A block of more words is no row of facts with dashes between them."""


def _parts(document: Document, text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, and what stands between the marks of a row such as ``32 uur | schaal 10 | Zandwijk``."""
    marks = _DASHED_ROW if text.count(" ") < ROW_MAX else _ROW
    for start, end in document.reading.split(text):
        at = start
        for match in marks.finditer(text, start, end):
            yield at, match.end() - 1
            at = match.end()
        yield at, end


def _from_sentence(text: str, is_title: bool, alone: bool) -> Hours | None:
    patterns = _patterns()
    share = _share_of(text)
    for value, start, end in _products(text):
        return Hours(value, value, None, Span(start, end))
    for match in patterns["hours"].finditer(text):
        low, high, falling = _bounds(text, match)
        top = high if high is not None else low
        if top is None or (share and share[1] <= match.start() < share[2]):
            continue
        weekly = (
            bool(patterns["week"].match(text, match.end()))
            or match["word"].lower().startswith("urig")
            or _COMPOUND.match(match["word"]) is not None
        )
        weekly = weekly or bool(
            regex.match(r"-?hour", match["word"], regex.IGNORECASE)
            and regex.match(r"\s(?:working )?week", text[match.end() :])
        )
        if not MIN_HOURS <= top <= (MAX_HOURS if weekly else USUAL_MAX):
            continue
        if patterns["not-size"].search(text[max(0, match.start() - 40) : match.end() + 40]):
            continue
        if not weekly and (
            patterns["not-after"].match(text, match.end())
            or not _is_size(text, match, low, high, is_title, alone)
        ):
            continue
        if (
            low == 24
            and high == 24
            and not weekly
            and not alone
            and not is_title
            and not _is_named(text, match)
        ):
            continue  # a day and a night
        fte_span = Span(share[1], share[2]) if share else None
        if (
            low is not None and low == high and _NEGOTIABLE.match(text, match.end())
        ):  # "bij 40 uur; 32 uur mag ook" is 32 to 40
            others = [
                float(found[1])
                for found in _SIZED.finditer(text, 0, match.start())
                if MIN_HOURS <= int(found[1]) <= USUAL_MAX
            ]
            low, high = min([low, *others]), max([high, *others])
        return Hours(
            low,
            high,
            share[0] if share else None,
            Span(*match.span()),
            falling=falling,
            fte_span=fte_span,
        )
    if share:
        return Hours(None, None, share[0], Span(share[1], share[2]))
    if (bracketed := _BRACKETED.search(text)) is not None and MIN_HOURS <= int(
        bracketed["first"]
    ) < int(bracketed["last"]) <= USUAL_MAX:
        return Hours(
            float(bracketed["first"]), float(bracketed["last"]), None, Span(*bracketed.span("all"))
        )
    for match in patterns["days"].finditer(text):
        if not patterns["not-days"].search(text):
            return Hours(None, None, None, Span(*match.span()))
    if (on_call := patterns["on-call"].search(text)) and not patterns["vague"].search(text):
        return Hours(None, None, None, Span(*on_call.span()))
    if (shift := patterns["shift"].search(text)) and not patterns["not-shift"].search(text):
        return Hours(None, None, None, Span(*shift.span()))
    return None


def _is_named(text: str, match: regex.Match[str]) -> bool:
    """Whether what stands right before a number of hours is the job: ``een baan van``, ``zoeken een kok voor``, ``kok (``."""
    if _WHOLE_DAY.match(text, match.end()):
        return False
    before = text[: match.start()]
    return _OF_THE_JOB.search(before) is not None or (
        before.endswith("(") and text[match.end() : match.end() + 1] == ")"
    )


def _is_size(
    text: str,
    match: regex.Match[str],
    low: float | None,
    high: float | None,
    is_title: bool,
    alone: bool,
) -> bool:
    """Whether a number of hours without 'per week' is the size of the job: a range, in brackets, alone, or named so."""
    before = text[: match.start()].rstrip()
    words = before.lower().split()
    last = words[-1].strip("(,") if words else ""
    if _is_named(text, match):
        return True
    if (
        last in ("om", "tussen", "van", "from", "between", "at")
        and (high or low or 0) <= 24
        and (last != "van" or match.captures("more"))
    ):
        return False  # a moment
    if last == "vanaf" and (low or 0) >= 8 and _STRONG.search(before):
        return True
    if before.endswith("(") or (is_title and last not in ("om", "tot", "vanaf")):
        return True
    if (low or high or 0) >= 8 and _NEGOTIABLE.match(text, match.end()):
        return True
    several = bool(match.captures("more"))
    if (
        several
        and (low or 0) >= 8
        and not regex.search(r"open|bereikbaar|bellen|spreekuur|bezoek", text, regex.IGNORECASE)
    ):
        return True
    if (
        alone
        and not before.strip(" -•*~")
        and (low or 0) >= 4
        and not text[match.end() :].strip(" .,;")
    ):
        return True
    if (
        not before.strip(" -•*~")
        and (low or high or 0) >= 8
        and high != 24
        and text[match.end() :].lstrip().startswith(",")
    ):
        return True  # a row of facts: "36 uur, hybride, OV-kaart"
    if (
        alone
        and (low or 0) >= 16
        and (words and before.split()[-1][:1].isupper())
        and not text[match.end() :].strip(" .,;")
    ):
        return (
            True  # a row that goes on behind a line end: "Zorggroep - Dijkveen 38 uur | schaal 5"
        )
    if (
        alone
        and low != high
        and (low or high or 0) >= 8
        and len(words) <= 4
        and last not in ("vanaf", "tot")
    ):
        return True  # "in overleg, minimaal 16 uur"
    if (
        _patterns()["weekday"].match(text, match.end())
        and last not in vocabulary().hours["not-before"]
    ):
        return True
    named = any(
        word.strip("(),.:;–-") in vocabulary().hours["size-words"]
        for word in [*words[-5:], *text[match.end() :].lower().split()[:5]]
    )
    bounded = last in ("voor", "minimaal", "maximaal", "max.", "circa", "ongeveer", "van", "min.")
    return named and (last not in vocabulary().hours["not-before"] or bounded)
