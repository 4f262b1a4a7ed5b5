"""``vaclint facts``: what is understood of each vacancy, as JSON with places, or as schema.org JobPosting JSON-LD."""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from vaclint import __version__
from vaclint.checks.jobposting import missing_properties, wrong_values
from vaclint.model.document import PLACEHOLDER, Block, Document, Span
from vaclint.engine.core import read_source
from vaclint.model.errors import VaclintError
from vaclint.facts import Facts, read_facts
from vaclint.facts.details import Detail, contract_form
from vaclint.facts.wording import size
from vaclint.formats.jobposting import parse_json
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import spoken
from vaclint.project.run import collect, new_run, say
from vaclint.model.source import Source, decode
from vaclint.languages.vocabulary import vocabulary

if TYPE_CHECKING:
    import argparse

SCHEMA_VERSION = "1.0"
_ADDRESS = lazy(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+")
FULL_TIME_FROM = 35


class Understood(NamedTuple):
    """One text and its facts."""

    document: Document
    facts: Facts


def print_facts(options: argparse.Namespace) -> int:
    """Run the command; 1 when a JobPosting lacks what Google for Jobs requires, 2 when a text cannot be read."""
    errors: list[VaclintError] = []
    run = new_run(options, errors)
    tasks, unread = collect(run)
    errors += [error for report in unread for error in report.errors]
    found: list[Understood] = []
    sources: list[tuple[Source, int]] = []
    if "-" in options.paths:
        shown = Path(options.stdin_filename or "-").as_posix()
        index = run.index_of(shown)
        try:
            sources.append((decode(shown, sys.stdin.buffer.read(), run.linters[index].config.encoding), index))
        except VaclintError as error:
            errors.append(error)
    for path, shown, index in tasks:
        try:
            sources.append((read_source(path, shown, run.linters[index].config.encoding), index))
        except VaclintError as error:
            errors.append(error)
    for source, index in sources:
        document, _ = run.linters[index].understand(source)
        errors += document.problems
        found.append(Understood(document, read_facts(document, details=True)))
    say(errors)
    if options.output_format == "jsonld":
        return _print_postings(found, bool(errors))
    print(json.dumps(_as_json(found, errors), ensure_ascii=False, indent=2))
    return 2 if errors else 0


def _as_json(found: list[Understood], errors: list[VaclintError]) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "vaclint", "version": __version__},
        "files": [
            {
                "path": document.source.path,
                "kind": document.kind,
                "language": document.language,
                "facts": _facts(document, facts),
            }
            for document, facts in found
        ],
        "errors": [{"path": error.path, "kind": error.kind, "message": error.message} for error in errors],
    }


def _facts(document: Document, facts: Facts) -> dict[str, Any]:
    def placed(value: object, span: Span, origin: str) -> dict[str, Any]:
        source = document.source
        place = {name: dict(source.position(at)._asdict()) for name, at in (("start", span.start), ("end", span.end))}
        return {"value": value, "range": place, "found": origin}

    title = document.title
    details: dict[str, Detail | None] = facts.details._asdict() if facts.details else {}
    return {
        "title": placed(facts.title, document.headline, _title_origin(document)) if facts.title and title is not None else None,
        "salary": [
            placed(
                {
                    "min": salary.min, "max": salary.max, "currency": salary.currency, "unit": salary.unit,
                    "unit_found": None if salary.unit is None else "size" if salary.sized else "words",
                    "gross": salary.gross, "basis_hours": salary.basis_hours, "scale": salary.scale,
                },
                salary.span,
                salary.origin,
            )
            for salary in facts.salaries.stated
        ],
        "hours": [
            placed({"min": hours.min, "max": hours.max, "fte": hours.fte}, hours.span, hours.origin)
            for hours in facts.working_hours.stated
        ],
        **{name: placed(detail.value, detail.span, detail.origin) if detail else None for name, detail in details.items()},
    }  # fmt: skip


def _title_origin(document: Document) -> str:
    title = document.title
    if title is None or title.kind == "heading":
        return "title"
    return "JobPosting" if document.postings else "front matter" if title.front_matter else "label"


def _print_postings(found: list[Understood], failed: bool) -> int:
    postings = []
    lacking = False
    for document, facts in found:
        posting, notes = job_posting(document, facts)
        postings.append(posting)
        path = document.source.path
        text = json.dumps(posting, ensure_ascii=False)
        for read in parse_json(Source(path, text)).postings:
            for name, _ in missing_properties(read):
                lacking = True
                print(f"vaclint: {path}: ‘{name}’ is missing; Google for Jobs requires it{HOW.get(name, '')}", file=sys.stderr)
            for name, value, expected in wrong_values(read):
                lacking = True
                print(f"vaclint: {path}: ‘{name}’ cannot be {value.text}; expected is {expected['en']}", file=sys.stderr)
        for note in notes:
            print(f"vaclint: {path}: {note}", file=sys.stderr)
    if len(postings) == 1:
        print(json.dumps(postings[0], ensure_ascii=False, indent=2))
    else:
        graph = [{key: value for key, value in posting.items() if key != "@context"} for posting in postings]
        print(json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2))
    return 2 if failed else 1 if lacking else 0


CONTEXT = "https://schema.org/"
HOW = {
    "datePosted": "; add for example 'datum: 2026-12-01' to the front matter",
    "hiringOrganization": "; add 'organisatie: ...' to the front matter",
    "jobLocation": "; add 'locatie: ...' to the front matter",
}


def job_posting(document: Document, facts: Facts) -> tuple[dict[str, Any], list[str]]:
    """A schema.org JobPosting of what is stated, after Google for Jobs, and remarks on what was assumed or left out."""
    notes: list[str] = []
    details = facts.details
    posting: dict[str, Any] = {"@context": CONTEXT, "@type": "JobPosting"}
    if facts.title:
        posting["title"] = regex.sub(r"\s*\(?(?:m/v|v/m|m/v/x|v/m/x|m/f|f/m)(?:/\w)?\)?\s*$", "", facts.title).strip() or facts.title
    if description := _description(document, facts):
        posting["description"] = description
    if details is None:
        return posting, notes
    if details.date_posted:
        posting["datePosted"] = details.date_posted.value
    if details.closing_date and regex.fullmatch(r"\d{4}-\d{2}-\d{2}", details.closing_date.value):
        posting["validThrough"] = details.closing_date.value
    elif details.closing_date:
        notes.append(f"the closing date ‘{details.closing_date.value}’ has no year and is left out")
    if types := _employment_types(facts):
        posting["employmentType"] = types if len(types) > 1 else types[0]
    if details.organization:
        posting["hiringOrganization"] = {"@type": "Organization", "name": details.organization.value}
    if details.location:
        country, assumed = _country(document)
        posting["jobLocation"] = {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": details.location.value, "addressCountry": country},
        }
        if assumed:
            notes.append(f"addressCountry is assumed to be {country}; add 'land: ...' to the front matter to say otherwise")
    if salary := _base_salary(facts, notes):
        posting["baseSalary"] = salary
    if facts.hours is not None and (facts.hours.min or facts.hours.max or facts.hours.fte):
        posting["workHours"] = size(facts.hours, spoken(document.language))
    return posting, notes


def _base_salary(facts: Facts, notes: list[str]) -> dict[str, Any] | None:
    salary = facts.salary
    if salary is None or (salary.min is None and salary.max is None):
        return None
    units = {unit: text for text, unit in vocabulary().jobposting["units"].items()}
    if salary.unit not in units:
        notes.append("the salary has no unit that Google for Jobs knows and is left out")
        return None
    value: dict[str, Any] = {"@type": "QuantitativeValue"}
    if salary.min == salary.max:
        value["value"] = salary.min
    else:
        value |= {name: bound for name, bound in (("minValue", salary.min), ("maxValue", salary.max)) if bound is not None}
    value["unitText"] = units[salary.unit]
    return {"@type": "MonetaryAmount", "currency": salary.currency, "value": value}


def _employment_types(facts: Facts) -> list[str]:
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
    words = contract.lower()
    if not types and regex.search(r"full|voltijd", words):
        types.append("FULL_TIME")
    if hours is None and regex.search(r"part|deeltijd", words):
        types.append("PART_TIME")
    form = contract_form(contract)
    kinds = {"internship": "INTERN", "volunteer": "VOLUNTEER", "contractor": "CONTRACTOR", "temporary": "TEMPORARY", "on_call": "PER_DIEM"}
    if form in kinds:
        types.append(kinds[form])
    return types


def _country(document: Document) -> tuple[str, bool]:
    """The country of the job, and whether that is an assumption."""
    for entry in document.front_matter:
        name = entry.key.rsplit(".", 1)[-1].lower()
        if name in ("land", "country", "addresscountry") and entry.value.strip():
            value = entry.value.strip()
            known = {"nederland": "NL", "netherlands": "NL", "the netherlands": "NL", "belgië": "BE", "belgie": "BE", "belgium": "BE"}
            return known.get(value.lower(), value), False
    flemish = regex.search(r"\b(?:wedde|weddeschaal|barema|maaltijdcheques|vdab|vlaanderen|lokaal bestuur)\b", document.haystack)
    return ("BE" if flemish else "NL"), True


def _readable(document: Document, block: Block) -> str:
    """The text of a block with its addresses, which are no prose but are read; code and shortcodes are left out."""
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
        if (
            not text
            or (block.front_matter and not document.postings)
            or block is document.title
            or (block.kind == "heading" and block.text == facts.title)
        ):
            continue
        if (block.kind == "item") != in_list:
            parts.append("</ul>" if in_list else "<ul>")
            in_list = not in_list
        parts.append(f"<li>{text}</li>" if in_list else f"<p><strong>{text}</strong></p>" if block.kind == "heading" else f"<p>{text}</p>")
    return "".join(parts) + ("</ul>" if in_list else "")
