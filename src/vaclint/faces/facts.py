"""``vaclint facts``: what is understood of each vacancy, as JSON with places, or as schema.org
JobPosting JSON-LD.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from vaclint import __version__
from vaclint.checks.jobposting import missing_properties, wrong_values
from vaclint.engine import Part, Understood
from vaclint.engine.failures import told
from vaclint.faces.errors import language_of_errors, say
from vaclint.faces.streams import put, standard_input, tell
from vaclint.facts.posting import CONTEXT, job_posting
from vaclint.formats.jobposting import parse_json
from vaclint.languages.resources import Resources
from vaclint.model.blocks import Span
from vaclint.model.document import Document
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.model.store import Store
from vaclint.model.values import Detail, Facts, Hours, Salary
from vaclint.project.files import read_source, source_of
from vaclint.project.limits import limited
from vaclint.project.plan import Plan, Task, collect, leaves_out_stdin
from vaclint.project.settings import Settings

SCHEMA_VERSION = "1.0"
Stated = TypeVar("Stated", Salary, Hours)
HOW = {
    "datePosted": "; add for example 'datum: 2026-12-01' to the front matter",
    "hiringOrganization": "; add 'organisatie: ...' to the front matter",
    "jobLocation": "; add 'locatie: ...' to the front matter",
}
"""How to say what a posting lacks."""


def print_facts(settings: Settings, output_format: str, store: Store) -> int:
    """Run the command; 1 when a JobPosting lacks what Google for Jobs requires, 2 when a text
    cannot be read.
    """
    plan = Plan(settings, store)
    tasks, unread = collect(plan)
    errors = [*plan.errors, *(error for report in unread for error in report.errors)]
    found: list[Understood] = []
    countries: list[str] = []
    for source, index in _sources(plan, tasks, errors):
        setup = plan.setups[index]
        try:
            with limited(setup.timeout, source.path, source.text):
                understood = plan.engine_at(index).understand_each(
                    source, setup.asked_for(source.path)
                )
        except VaclintError as error:
            errors.append(error)
            continue
        except Exception as error:
            errors.append(told(source.path, error))
            continue
        errors += understood[0].document.problems
        found += understood
        countries += [plan.rulesets[index].options.country] * len(understood)
    say(errors, language_of_errors("auto"))
    if output_format == "jsonld":
        return _print_postings(found, countries, plan.resources, bool(errors))
    put(json.dumps(_as_json(found, errors), ensure_ascii=False, indent=2) + "\n")
    return 2 if errors else 0


def _sources(
    plan: Plan, tasks: Iterable[Task], errors: list[VaclintError]
) -> Iterable[tuple[Source, int]]:
    """The texts to read with the indexes of their engines; what cannot be read is an error."""
    if "-" in plan.settings.paths and not leaves_out_stdin(plan):
        name = plan.settings.stdin_name
        index = plan.index_of(name)
        config = plan.setups[index].config
        try:
            data = standard_input(config.max_file_size)
            yield source_of(data, name, config.encoding, config.max_file_size), index
        except VaclintError as error:
            errors.append(error)
    for path, shown, index, _ in tasks:
        try:
            config = plan.setups[index].config
            yield read_source(path, shown, config.encoding, config.max_file_size), index
        except VaclintError as error:
            errors.append(error)


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
                **_vacancies(vacancies),
            }
            for document, facts, _, vacancies in found
        ],
        "errors": [
            {"path": error.path, "kind": error.kind, "message": error.message} for error in errors
        ],
    }


def _vacancies(vacancies: Iterable[Part]) -> dict[str, Any]:
    facts = [_facts(document, facts) for document, facts in vacancies]
    return {"vacancies": facts} if facts else {}


def _facts(document: Document, facts: Facts) -> dict[str, Any]:
    def placed(value: object, span: Span, origin: str) -> dict[str, Any]:
        source = document.source
        places = (("start", span.start), ("end", span.end))
        place = {name: dict(source.position(at)._asdict()) for name, at in places}
        return {"value": value, "range": place, "found": origin}

    def detail(given: Detail | None) -> dict[str, Any] | None:
        return placed(given.value, given.span, given.origin) if given else None

    title = None
    if facts.title:
        title = placed(facts.title, document.headline, _title_origin(document))
    details: dict[str, Detail | None] = facts.details._asdict() if facts.details else {}
    return {
        "title": title,
        "salary": [
            placed(_salary(each), each.span, each.origin)
            for each in _best_first(facts.salaries.stated, facts.salary)
        ],
        "hours": [
            placed(_hours(each), each.span, each.origin)
            for each in _best_first(facts.working_hours.stated, facts.hours)
        ],
        **{name: detail(given) for name, given in details.items()},
    }


def _best_first(stated: Sequence[Stated], best: Stated | None) -> list[Stated]:
    """The statements with the one that counts first, the others in the order of the text."""
    return sorted(stated, key=lambda each: best is None or each.span != best.span)


def _hours(hours: Hours) -> dict[str, Any]:
    return {
        "min": hours.min,
        "max": hours.max,
        "fte": hours.fte,
        "fte_min": hours.fte_min,
        "days": hours.days,
        "how": hours.found,
        "sureness": hours.sureness,
    }


def _salary(salary: Salary) -> dict[str, Any]:
    return {
        "min": salary.min,
        "max": salary.max,
        "currency": salary.currency,
        "unit": salary.unit,
        "unit_found": salary.unit_found,
        "gross": salary.gross,
        "basis_hours": salary.basis_hours,
        "scale": salary.scale and salary.scale._asdict(),
        "role": salary.role,
        "how": salary.found,
        "sureness": salary.sureness,
    }


def _title_origin(document: Document) -> str:
    title = document.title
    if title is None:
        return _origin_elsewhere(document)
    if title.kind == "heading":
        return "title"
    if document.postings:
        return "JobPosting"
    return "front matter" if title.front_matter else "label"


def _origin_elsewhere(document: Document) -> str:
    """Where a title comes from that no block is: a key, a sentence, or the name of the file."""
    if document.title_at is None:
        return "file name"
    if any(each.span == document.title_at for each in document.front_matter):
        return "JobPosting" if document.postings else "front matter"
    return "prose"


def _print_postings(
    found: list[Understood], countries: list[str], resources: Resources, failed: bool
) -> int:
    """Print the postings; each with the country that the configuration of its file names."""
    postings = []
    lacking = False
    for document, facts, country in _each(found, countries):
        posting, notes = job_posting(document, facts, resources, country)
        postings.append(posting)
        lacks = list(_lacks(posting, document.source.path, resources))
        lacking = lacking or bool(lacks)
        for note in (*lacks, *notes):
            tell(f"vaclint: {document.source.path}: {note}")
    if len(postings) == 1:
        put(json.dumps(postings[0], ensure_ascii=False, indent=2) + "\n")
    else:
        graph = [
            {key: value for key, value in posting.items() if key != "@context"}
            for posting in postings
        ]
        put(json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2) + "\n")
    if failed:
        return 2
    return 1 if lacking else 0


def _each(
    found: Iterable[Understood], countries: Iterable[str]
) -> Iterable[tuple[Document, Facts, str]]:
    """The vacancies that were found, of a file that holds several each, with their country."""
    for (document, facts, _, vacancies), country in zip(found, countries, strict=True):
        for part, stated in vacancies or [(document, facts)]:
            yield part, stated, country


def _lacks(posting: dict[str, Any], path: str, resources: Resources) -> Iterable[str]:
    """What Google for Jobs requires and a posting lacks or gets wrong, in sentences."""
    data = resources.data["posting"]
    english = resources.languages[resources.spoken("")]
    for read in parse_json(
        Source(path, json.dumps(posting, ensure_ascii=False)), resources.reading
    ).postings:
        for name, _ in missing_properties(read, data):
            yield f"‘{name}’ is missing; Google for Jobs requires it{HOW.get(name, '')}"
        for name, value, expected in wrong_values(read, data, english):
            yield f"‘{name}’ cannot be {value.text}; expected is {expected}"
