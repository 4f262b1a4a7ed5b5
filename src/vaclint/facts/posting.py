"""A schema.org JobPosting of what a vacancy states, after what Google for Jobs asks."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from vaclint.facts.country import country_of, region_of, said_country
from vaclint.facts.details import contract_form
from vaclint.facts.wording import size
from vaclint.languages.resources import Resources
from vaclint.model.blocks import PLACEHOLDER, Block
from vaclint.model.document import Document
from vaclint.model.values import Facts
from vaclint.text.patterns import lazy

CONTEXT = "https://schema.org/"
FULL_TIME_FROM = 35
"""Hours per week that are full time."""
_ADDRESS = lazy(r"(?:https?://|www\.)\S+|(?<![^\s@])[^\s@]++@[^\s@]+")
_DAY = lazy(r"\d{4}-\d{2}-\d{2}")
_KINDS = {
    "internship": "INTERN",
    "volunteer": "VOLUNTEER",
    "contractor": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "on_call": "PER_DIEM",
}
"""Google's types by the form of a contract."""


def job_posting(
    document: Document, facts: Facts, resources: Resources, country: str = ""
) -> tuple[dict[str, Any], list[str]]:
    """A JobPosting of what is stated, and remarks on what was assumed or left out; ``country`` as
    configured.
    """
    notes: list[str] = []
    details = facts.details
    posting: dict[str, Any] = {"@context": CONTEXT, "@type": "JobPosting"}
    if facts.title:
        posting["title"] = facts.title
    if description := _description(document, facts):
        posting["description"] = description
    if details is None:
        return posting, notes
    if details.date_posted:
        posting["datePosted"] = details.date_posted.value
    if details.closing_date and _DAY.fullmatch(details.closing_date.value):
        posting["validThrough"] = details.closing_date.value
    elif details.closing_date:
        notes.append(f"the closing date ‘{details.closing_date.value}’ has no year and is left out")
    if types := _employment_types(facts, resources):
        posting["employmentType"] = types if len(types) > 1 else types[0]
    if details.organization:
        posting["hiringOrganization"] = {
            "@type": "Organization",
            "name": details.organization.value,
        }
    if details.location:
        posting["jobLocation"] = _place(details.location.value, document, facts, resources, country)
        if not said_country(document, facts, resources, country):
            assumed = posting["jobLocation"]["address"].get("addressCountry")
            told = f"assumed to be {assumed}" if assumed else "not known and is left out"
            notes.append(
                f"addressCountry is {told}; add 'land: ...' to the front matter, or 'country' to "
                "the configuration, to say which"
            )
    if salary := _base_salary(facts, resources, notes):
        posting["baseSalary"] = salary
    if facts.hours is not None and (facts.hours.min or facts.hours.max or facts.hours.fte):
        posting["workHours"] = size(
            facts.hours, resources.languages[resources.spoken(document.language)]
        )
    return posting, notes


def _base_salary(facts: Facts, resources: Resources, notes: list[str]) -> dict[str, Any] | None:
    salary = facts.salary
    if salary is None or (salary.min is None and salary.max is None):
        return None
    units = {unit: text for text, unit in resources.data["posting"]["units"].items()}
    if salary.unit not in units:
        notes.append("the salary has no unit that Google for Jobs knows and is left out")
        return None
    value: dict[str, Any] = {"@type": "QuantitativeValue"}
    if salary.min == salary.max:
        value["value"] = salary.min
    else:
        bounds = (("minValue", salary.min), ("maxValue", salary.max))
        value |= {name: bound for name, bound in bounds if bound is not None}
    value["unitText"] = units[salary.unit]
    return {"@type": "MonetaryAmount", "currency": salary.currency, "value": value}


def _employment_types(facts: Facts, resources: Resources) -> list[str]:
    """Google's types that the stated hours and contract come to."""
    types: list[str] = []
    hours = facts.hours
    if hours is not None:
        least, most = hours.min or hours.max or 0, hours.max or hours.min or 0
        if most >= FULL_TIME_FROM or (hours.fte or 0) >= 1:
            types.append("FULL_TIME")
        if 0 < least < FULL_TIME_FROM or 0 < (hours.fte or 0) < 1:
            types.append("PART_TIME")
    contract = facts.details.contract.value if facts.details and facts.details.contract else ""
    if not types and _says(contract, "full-time", resources):
        types.append("FULL_TIME")
    if hours is None and _says(contract, "part-time", resources):
        types.append("PART_TIME")
    form = contract_form(contract, resources)
    if form in _KINDS:
        types.append(_KINDS[form])
    return types


def _sections(resources: Resources) -> list[Mapping[str, Any]]:
    return [language.section("posting") for language in resources.languages.values()]


def _says(text: str, name: str, resources: Resources) -> bool:
    """Whether a text holds one of the words that the languages have for something."""
    lower = text.lower()
    return any(word in lower for section in _sections(resources) for word in section.get(name, ()))


def _place(
    town: str, document: Document, facts: Facts, resources: Resources, given: str
) -> dict[str, Any]:
    """The place of the job, with its country and region where they are known."""
    address = {"@type": "PostalAddress", "addressLocality": town}
    country = country_of(document, facts, resources, given)
    if country and (region := region_of(document, facts, resources, country)):
        address["addressRegion"] = region
    if country:
        address["addressCountry"] = country
    return {"@type": "Place", "address": address}


def _readable(document: Document, block: Block) -> str:
    """The text of a block with its addresses, which are no prose but are read; code and shortcodes
    are left out.
    """
    if PLACEHOLDER not in block.text:
        return block.text
    parts = []
    for at, char in enumerate(block.text):
        spelled = char
        if char == PLACEHOLDER:
            start, end = block.span(at, at + 1)
            spelled = document.source.text[start:end]
            spelled = spelled if _ADDRESS.fullmatch(spelled) else ""
        parts.append(spelled)
    return "".join(parts)


def _description(document: Document, facts: Facts) -> str:
    """The text as HTML with the elements that Google for Jobs recognises; front matter left out."""
    parts: list[str] = []
    in_list = False
    for block in document.blocks:
        text = escape(_readable(document, block).strip(), quote=False)
        of_head = block.front_matter and not document.postings
        is_title = block is document.title or (
            block.kind == "heading" and block.text == facts.title
        )
        if not text or of_head or is_title:
            continue
        if (block.kind == "item") != in_list:
            parts.append("</ul>" if in_list else "<ul>")
            in_list = not in_list
        if in_list:
            parts.append(f"<li>{text}</li>")
        elif block.kind == "heading":
            parts.append(f"<p><strong>{text}</strong></p>")
        else:
            parts.append(f"<p>{text}</p>")
    return "".join(parts) + ("</ul>" if in_list else "")
