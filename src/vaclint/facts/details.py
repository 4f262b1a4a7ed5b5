"""What a vacancy states besides pay and hours: form of contract, place, employer, dates, contact.

Each is read from a front-matter key or label first, and from fixed phrases in the text else; what
is not plainly said is not guessed. Every value carries the place it was read from.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import regex

from vaclint.facts.country import hinted_country
from vaclint.facts.dates import Found, dates
from vaclint.languages.resources import Resources
from vaclint.model.blocks import PLACEHOLDER, Span
from vaclint.model.document import Document
from vaclint.model.values import Detail, Details, Origin
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import either, joined, lazy, words

_EMAIL = lazy(r"(?<![\p{L}\d._%+-])[\p{L}\d._%+-]++@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}")
PHONE = lazy(
    r"(?<![\d.,/-])(?:\+\d{2}[ .-]?\(?0?\)?[ .-]?|0)\d{1,3} ?[./–-]? ?(?:\d ?){5,8}\d(?!\d)"
)
_DIGIT = lazy(r"\d")
VALUE_MAX = 80
MONTHS = 12
"""A greater number is no month."""


AS_WRITTEN = ("location", "organization", "contact")
"""Told by capitals."""


class _Words(NamedTuple):
    """What all languages together say of details."""

    patterns: dict[str, regex.Pattern[str]]
    preferred: tuple[str, ...]
    forms: tuple[tuple[str, regex.Pattern[str]], ...]


def _made(resources: Resources) -> _Words:
    sections = [each.section("details") for each in resources.languages.values()]
    patterns = {
        name: lazy(
            either(joined(each[name]) for each in sections if name in each) or "(?!)",
            0 if name in AS_WRITTEN else regex.IGNORECASE,
        )
        for name in ("location", "organization", "contact", "closing", "contract")
    }
    names = dict.fromkeys(form for each in sections for form in each.get("contract-forms", {}))
    return _Words(
        patterns,
        tuple(part for each in sections for part in each.get("preferred-parts", ())),
        tuple((form, _form(form, sections)) for form in names),
    )


def _form(form: str, sections: Sequence[Mapping[str, Any]]) -> regex.Pattern[str]:
    """What a form of contract is called, and spans of time that make it one."""
    called = [word for each in sections for word in each.get("contract-forms", {}).get(form, ())]
    spans = [word for each in sections for word in each.get("contract-spans", {}).get(form, ())]
    span = rf"|\d+ {words(spans)}" if spans else ""
    return lazy(rf"\b(?:{words(called)}{span})\b", regex.IGNORECASE)


def _words(resources: Resources) -> _Words:
    return resources.once(_made)


def read_details(document: Document, resources: Resources) -> Details:
    """Read them all; linear in the length of the document."""
    posted, closing = read_dates(document, resources)
    return Details(
        contract=_contract(document, resources),
        location=_labelled(document, resources, "location")
        or _phrase(document, resources, "location"),
        organization=_labelled(document, resources, "organization")
        or _phrase(document, resources, "organization"),
        date_posted=posted,
        closing_date=closing,
        contact_name=_labelled(document, resources, "contact")
        or _phrase(document, resources, "contact"),
        contact_email=_in_source(document, _EMAIL) if document.holds("@") else None,
        contact_phone=_in_source(document, PHONE),
    )


def _labelled(document: Document, resources: Resources, name: str) -> Detail | None:
    """The value of a front-matter key or of a label, whichever comes first."""
    fields = document.reading.names(name)
    preferred = _words(resources).preferred
    candidates = []
    for entry in document.front_matter:
        names = [part.lower() for part in entry.key.split(".")]
        value = entry.value.strip()
        if (
            value
            and len(value) <= VALUE_MAX
            and any(part in fields for part in names)
            and names[-1] not in ("@type", "url", "logo", "sameas")
        ):
            rank = next(
                (index for index, part in enumerate(preferred) if part == names[-1]),
                len(preferred) if len(names) == 1 else 99,
            )
            origin: Origin = (
                "JobPosting"
                if document.postings
                and entry.span.start >= document.body
                and document.format != "markdown"
                else "front matter"
            )
            candidates.append((rank, entry.span.start, Detail(value, entry.span, origin)))
    if candidates:
        return min(candidates)[2]
    for block in document.blocks:
        value = (
            ""
            if block.front_matter or block.label.lower().strip("*: ") not in fields
            else block.value.strip(" .;")
        )
        if value and len(value) <= VALUE_MAX and PLACEHOLDER not in value:
            return Detail(value, block.span(block.value_at, len(block.text)), "label")
    return None


def _phrase(document: Document, resources: Resources, name: str) -> Detail | None:
    """The value that a fixed phrase names."""
    pattern = _words(resources).patterns[name]
    for block in document.blocks:
        match = pattern.search(block.text)
        if match:
            origin: Origin = "title" if block is document.title else "prose"
            return Detail(match["value"].strip(" .,"), block.span(*match.span("value")), origin)
    return None


def _contract(document: Document, resources: Resources) -> Detail | None:
    found = _labelled(document, resources, "contract")
    if found is not None and contract_form(found.value, resources):
        return found
    pattern = _words(resources).patterns["contract"]
    for block in document.blocks:
        if match := pattern.search(block.text):
            return Detail(match[0], block.span(*match.span()), "prose")
    return found


def contract_form(text: str, resources: Resources) -> str:
    """What a contract is called, as one of ``permanent``, ``temporary``, ``contractor``,
    ``internship``, ``volunteer``, ``on_call``.

    Empty when it is none of these.
    """
    return next((form for form, pattern in _words(resources).forms if pattern.search(text)), "")


def _posted(document: Document, resources: Resources) -> Detail | None:
    found = _labelled(document, resources, "date")
    if found is None:
        return None
    day = next((match.value() for match in dates(found.value, resources)), None)
    return found._replace(value=day.isoformat()) if day else None


def _dated(detail: Detail, found: Found, after: date | None) -> Detail:
    day = found.value(after)
    return detail._replace(
        value=day.isoformat() if day else detail.value[found.start : found.end].strip(" .")
    )


def read_closing_date(document: Document, resources: Resources) -> Detail | None:
    """Until when candidates can apply; linear in the length of the document."""
    return read_dates(document, resources)[1]


def read_dates(document: Document, resources: Resources) -> tuple[Detail | None, Detail | None]:
    """When a vacancy was posted and until when candidates can apply; linear in the document."""
    posted = _posted(document, resources)
    return posted, _closing(document, posted, resources)


def _days(text: str, document: Document, resources: Resources) -> Iterator[Found]:
    """The dates of a text. Of one with strokes the month comes first where that is the habit of the
    country, and where the other order gives no date.
    """
    for found in dates(text, resources):
        has_strokes = "/" in text[found.start : found.end]
        is_either = max(found.day, found.month) <= MONTHS
        if has_strokes and (
            found.month > MONTHS or (is_either and _is_month_first(document, resources))
        ):
            yield found._replace(day=found.month, month=found.day)
        else:
            yield found


def _is_month_first(document: Document, resources: Resources) -> bool:
    """Whether the country that a text hints at writes the month first, or else its currency; who
    pays in dollars alone is not in a country that has none, whatever its town is called.
    """
    habits, usual = resources.data["posting"]["month-first"], resources.data["amounts"]["usual"]
    has_sign = document.holds(*habits["signs"])
    country = hinted_country(document, resources)
    if not country or country in habits["countries"]:
        return bool(country) or has_sign
    own = usual["currencies"].get(country, usual["currency"])
    return has_sign and own in usual["signs"] and not document.holds(usual["signs"][own])


def _closing(document: Document, posted: Detail | None, resources: Resources) -> Detail | None:
    after = (
        next((found.value() for found in dates(posted.value, resources)), None) if posted else None
    )
    labelled = _labelled(document, resources, "closing")
    if labelled is not None:
        match = next(_days(labelled.value, document, resources), None)
        return _dated(labelled, match, after) if match else None
    cue = _words(resources).patterns["closing"]
    for block in document.blocks:
        if not _DIGIT.search(block.text) or not cue.search(block.text):
            continue
        for start, end in document.reading.split(block.text):
            text = block.text[start:end]
            found = cue.search(text)
            for match in _days(text, document, resources) if found else ():
                if found and -1 <= match.start - found.end() < 60:
                    place = block.span(start + match.start, start + match.end)
                    return _dated(Detail(text, place, "prose"), match, after)
    return None


def _in_source(document: Document, pattern: regex.Pattern[str]) -> Detail | None:
    """An address or number in the text of the file, outside code and comments; looked for once for
    all vacancies in it.
    """
    shared = document.shared
    if pattern.pattern not in shared:
        shared[pattern.pattern] = next(
            (
                Detail(match[0].strip(), Span(*match.span()), "prose")
                for match in document.searched(pattern)
                if not document.is_skipped(match.start())
            ),
            None,
        )
    found: Detail | None = shared[pattern.pattern]
    return found
