"""What a vacancy says about hours per week: numbers, a share of full time, or words without a number."""

from functools import cache
from typing import NamedTuple

import regex

from vaclint.document import Block, Document, Span, sentences
from vaclint.patterns import lazy
from vaclint.vocabulary import vocabulary

MIN_HOURS, MAX_HOURS = 2, 60

_JOIN = r"\s?(?:-|–|—|/|tot(?: en met)?|t/m|à|a|of|or|to|en)\s?"
_N = r"\d{1,2}(?:,\d{1,2}|\.\d(?!\d))?(?![.:]\d)"  # 32, 32,5 or 32.5, but not the time 17.00
_HOURS = lazy(
    rf"(?<![\d.,:€])(?P<min>{_N})(?:\s?(?:uur|uren|u|hours))?(?:{_JOIN}(?P<max>{_N}))?\s?-?\s?(?P<word>urige|uur|uren|u\b|hours?\b|hrs?\b)",
    regex.IGNORECASE,
)
_FTE = lazy(
    rf"(?<![\d.,])(?P<min>[01](?:[.,]\d{{1,4}})?)(?:\s?fte)?(?:{_JOIN}(?P<max>[01](?:[.,]\d{{1,4}})?))?\s?fte\b|\bfte\s?:?\s?(?P<only>[01](?:[.,]\d{{1,4}})?)(?!\d)",
    regex.IGNORECASE,
)
_BARE = lazy(
    rf"\s*(?P<min>\d{{1,2}}(?:[.,]\d{{1,2}})?)(?:{_JOIN}(?P<max>\d{{1,2}}(?:[.,]\d{{1,2}})?))?\s*"
    r"(?:per week|p/?w|in de week|a week|weekly)?\s*(?:\(.*\))?\s*",
    regex.IGNORECASE,
)
_PERCENT = lazy(r"(?<!\d)(?P<min>\d{2,3})\s?%")
_SHARE = lazy(r"\s*(?P<part>\d{1,2})/(?P<whole>[1-9]\d)\b")  # of a full assignment, as in Flemish schools
_MENTION = lazy(
    r"\d\s?-?u|hour|hrs|fte|\bdag|days|time|tijd|uren|oproep|avond|ochtend|middag|nacht|dienst|morning|evening", regex.IGNORECASE
)


class Hours(NamedTuple):
    """The size of the job: hours per week, or a share of full time, as far as stated."""

    min: float | None
    max: float | None
    fte: float | None
    span: Span


def read_hours(document: Document) -> tuple[Hours | None, Span | None]:
    """The hours a document states, and the first place that speaks of them without a number."""
    stated: list[Hours] = []
    vague: list[tuple[int, Span]] = []
    fields = document.fields["hours"]
    for entry in document.front_matter:
        if any(part.lower() in fields for part in entry.key.split(".")):
            hours = _from_value(entry.value)
            if hours is not None:
                stated.append(hours._replace(span=entry.span))
            elif _vague().search(entry.value):
                vague.append((0, entry.span))
    for block in document.blocks:
        _read_block(block, block.label.lower() in fields, stated, vague)
    if stated:
        return stated[0], None
    return None, min(vague)[1] if vague else None


@cache
def _vague() -> regex.Pattern[str]:
    return regex.compile(vocabulary().hours["vague"], regex.IGNORECASE)


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    return {
        name: regex.compile(vocabulary().hours[name], regex.IGNORECASE) for name in ("not-after", "week", "days", "not-days", "on-call")
    }


def _number(text: str | None) -> float | None:
    return float(text.replace(",", ".")) if text else None


def _from_value(value: str) -> Hours | None:
    """Hours in the value behind a label, where a bare number will do."""
    here = Span(0, len(value))
    if match := _FTE.search(value):
        share = _number(match["max"] or match["min"] or match["only"])
        return Hours(None, None, share, here)
    weekly = next((found for found in _HOURS.finditer(value) if _patterns()["week"].match(value, found.end())), None)
    match = weekly or _HOURS.search(value) or _BARE.fullmatch(value)
    if match:
        low, high = _number(match["min"]), _number(match["max"])
        top = high if high is not None else low
        if low is not None and top is not None:
            if 0 < top <= 1.2:
                return Hours(None, None, top, here)
            if MIN_HOURS <= top <= MAX_HOURS:
                return Hours(low, top, None, here)
    if match := _SHARE.match(value):
        share = int(match["part"]) / int(match["whole"])
        return Hours(None, None, share, here) if 0 < share <= 1 else None
    if match := _PERCENT.search(value):
        return Hours(None, None, int(match["min"]) / 100, here)
    if _patterns()["on-call"].search(value) or _patterns()["days"].search(value):
        return Hours(None, None, None, here)
    return None


def _read_block(block: Block, labelled: bool, stated: list[Hours], vague: list[tuple[int, Span]]) -> None:
    if labelled and not block.front_matter:
        hours = _from_value(block.value)
        if hours is not None:
            stated.append(hours._replace(span=block.span(block.value_at, len(block.text))))
            return
    if not _MENTION.search(block.text):
        return
    for start, end in sentences(block.text):
        sentence = block.text[start:end]
        hours = _from_sentence(sentence, block.kind == "heading" or block.front_matter)
        if hours is not None:
            stated.append(hours._replace(span=block.span(start + hours.span.start, start + hours.span.end)))
        elif match := _vague().search(sentence):
            vague.append((0 if labelled else 1, block.span(start + match.start(), start + match.end())))


def _from_sentence(text: str, is_title: bool) -> Hours | None:
    patterns = _patterns()
    for match in _HOURS.finditer(text):
        low, high = _number(match["min"]), _number(match["max"])
        top = high if high is not None else low
        if low is None or top is None or not MIN_HOURS <= top <= MAX_HOURS:
            continue
        weekly = patterns["week"].match(text, match.end() - (5 if match["word"] == "urige" else 0)) or match["word"] == "urige"
        if not weekly and (patterns["not-after"].match(text, match.end()) or not _is_size(text, match, is_title)):
            continue
        if low == 24 and top == 24 and not weekly:
            continue
        return Hours(low, top, None, Span(*match.span()))
    for match in _FTE.finditer(text):
        share = _number(match["max"] or match["min"] or match["only"])
        if share:
            return Hours(None, None, share, Span(*match.span()))
    for match in patterns["days"].finditer(text):
        if not patterns["not-days"].search(text):
            return Hours(None, None, None, Span(*match.span()))
    if on_call := patterns["on-call"].search(text):
        return Hours(None, None, None, Span(*on_call.span()))
    return None


def _is_size(text: str, match: regex.Match[str], is_title: bool) -> bool:
    """Whether a number of hours without 'per week' is the size of the job: a range, in brackets, in a title, or named so."""
    before = text[: match.start()].rstrip()
    words = before.lower().split()
    last = words[-1].strip("(,") if words else ""
    if before.endswith("("):
        return True
    if match["max"] and match["min"].isdigit() and int(match["min"]) >= 8 and last not in ("tussen", "van", "from", "between"):
        return True
    if is_title:
        return True
    named = any(
        word.strip("(),.:;") in vocabulary().hours["size-words"] for word in [*words[-5:], *text[match.end() :].lower().split()[:5]]
    )
    return named and (last not in vocabulary().hours["not-before"] or last in ("voor", "minimaal", "maximaal", "max.", "circa", "ongeveer"))
