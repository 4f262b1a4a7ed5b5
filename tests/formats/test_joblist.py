"""Lists of jobs as data: which are read, and where everything in them stands."""

from __future__ import annotations

import json

import pytest

from support import engine, resources
from vaclint.formats import joblist
from vaclint.formats.joblist import count_jobs
from vaclint.model.report import FileReport
from vaclint.model.source import Source

FIELDS = {"description": ("description", "omschrijving")}
BAD = "Wij zoeken een kok. Hij/zij kookt."
YAML = """\
# onze vacatures
- title: Kok
  omschrijving: |
    Wij zoeken een kok.

    ## Wat doe je?

    - Hij/zij kookt
  salaris: "€ 2.600 tot € 3.100 per maand"
  uren: 24
- title: "Kel\\u006Eer"
  omschrijving: 'Wij zoeken foto''s

    en een kelner. Hij/zij bedient
    de gasten.'
- title: Bakker
  omschrijving: >
    Wij zoeken een bakker.
    Hij/zij bakt.
"""
CSV = """\
title;omschrijving;salaris
Kok;"Wij zoeken een ""kok"".
Hij/zij kookt; en bakt.";€ 2.600 per maand
Bakker;Wij zoeken een bakker. Hij/zij bakt.;
"""
JSON = json.dumps(
    [
        {
            "title": "Kok",
            "description": "Wij zoeken een k\u00f3k.\n\nHij/zij kookt.",
            "salary": "x",
        },
        {"title": "Kelner", "description": "<p>Wij zoeken een kelner. <b>Hij</b>/zij bedient.</p>"},
    ]
)


def report(text: str, path: str, *select: str, fields: bool = True) -> FileReport:
    given = FIELDS if fields else {}
    return engine(select=select, language="nl", fields=given).check(Source(path, text))


@pytest.mark.parametrize(
    ("path", "text", "jobs"),
    [("v.yml", YAML, 3), ("v.yaml", YAML, 3), ("v.csv", CSV, 2), ("v.json", JSON, 2)],
)
def test_every_place_is_one_in_the_file(path: str, text: str, jobs: int) -> None:
    found = report(text, path, "GEN001")
    assert found.kind == "vacancy"
    assert found.properties["jobs"] == jobs
    assert len(found.findings) == jobs
    for finding in found.findings:
        start, end = (place.offset for place in finding.place)
        assert text[start:end].replace("<b>", "").replace("</b>", "") == "Hij/zij"


@pytest.mark.parametrize(("path", "text"), [("v.yml", YAML), ("v.csv", CSV), ("v.json", JSON)])
def test_jobs_of_a_large_list_are_those_of_a_small_one(
    path: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = report(text, path)
    monkeypatch.setattr(joblist, "SMALL", 0)
    assert report(text, path) == small


def test_a_record_without_a_last_cell_is_none() -> None:
    text = "title,description\nKok,Wij zoeken een kok.\nBakker,"
    assert count_jobs(Source("a.csv", text), resources().reading) == 1


def test_each_job_is_judged_by_itself() -> None:
    found = report(YAML, "v.yml", "SAL001", "HRS001", "SAL007", "HRS003")
    spelled = [
        (each.rule, YAML[each.place.start.offset : each.place.end.offset])
        for each in found.findings
    ]
    assert spelled == [
        (code, title) for title in ("Kel\\u006Eer", "Bakker") for code in ("HRS001", "SAL001")
    ]
    assert found.facts is not None
    assert found.facts.salary is not None
    assert found.facts.hours is not None
    assert (found.facts.title, found.facts.salary.min, found.facts.hours.min) == ("Kok", 2600, 24)


@pytest.mark.parametrize(("path", "text"), [("v.yml", YAML), ("v.csv", CSV), ("v.json", JSON)])
def test_without_the_field_nothing_is_read_and_the_jobs_are_counted(path: str, text: str) -> None:
    found = report(text, path, "GEN001", fields=False)
    assert found.findings == ()
    assert found.is_empty
    assert found.properties["unread_jobs"] == count_jobs(Source(path, text), resources().reading)
    assert found.properties["unread_jobs"] >= 2


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.yml", "a: 1\nb: [2, 3]\n"),
        ("a.json", '[{"title": "Kok"}, {"title": "Kelner"}]'),
        ("a.json", '{"title": "Kok", "description": "Een kok."}'),
        ("a.csv", "title,prijs\nKok,3\n"),
        ("a.yml", "- title: [\n  description"),
        ("a.json", '[{"title": description'),
        ("a.json", "[" * 50_000 + '"title description"'),
        ("a.csv", 'title,description\n"Kok'),
        ("a.yml", ""),
    ],
)
def test_what_is_no_list_of_jobs(path: str, text: str) -> None:
    assert count_jobs(Source(path, text), resources().reading) == 0


def test_jobs_under_a_key_are_found_and_keys_are_compared_loosely() -> None:
    text = '{"versie": 2, "jobs": [{"jobTitle": "Kok", "job_description": "' + BAD + '"}]}'
    assert count_jobs(Source("a.json", text), resources().reading) == 1


def test_broken_data_is_an_error_with_its_line() -> None:
    (error,) = report("- title: [\n  x: : y", "a.yml").errors
    assert "the YAML is not valid" in error.message
    assert error.message.startswith("line ")


LISTED = "- title: Kok\n  description: Wij zoeken een kok.\n"
BOMB = "a: &a [x, x, x, x]\n" + "".join(
    f"b{at + 1}: &b{at + 1} [{', '.join([f'*b{at}' if at else '*a'] * 9)}]\n" for at in range(20)
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- &a\n  title: Kok\n  description: Wij zoeken een kok.\n  more: *a\n", "levels deep"),
        ("&a\n" + LISTED + "  more: *a\n", "levels deep"),
        (LISTED + f"  more: {'[' * 300}{']' * 300}\n", "levels deep"),
        (LISTED + "".join(f"{'  ' * at}a:\n" for at in range(1, 300)), "levels deep"),
        (f"{BOMB}jobs:\n{LISTED}  more: *b20\n", "aliases"),
        (f"- title: &a {'kok ' * 9_000}\n" + "- title: *a\n" * 9, "aliases"),
    ],
)
def test_what_repeats_or_holds_itself_is_told(text: str, says: str) -> None:
    (error,) = report(text, "a.yml").errors
    assert error.kind == "read"
    assert says in error.message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85"])
def test_a_text_below_its_key_is_read_whatever_ends_its_lines(end: str) -> None:
    text = f"- title: Kok\n  description: |{end}    {BAD}\n"
    (finding,) = report(text, "a.yml", "GEN001").findings
    assert text[finding.place.start.offset : finding.place.end.offset] == "Hij/zij"


def test_front_matter_with_a_text_is_a_page_whatever_its_suffix() -> None:
    page = "---\ntitle: Kok\n---\nWij zoeken een kok. Hij/zij kookt.\n"
    assert report(page, "kok.yml").format == "markdown"
    assert report("---\n" + YAML, "kok.yml").format == "yaml"


def test_the_facts_of_each_job() -> None:
    given = engine(language="nl", fields=FIELDS).understand_each(Source("v.yml", YAML))
    assert [each.facts.title for each in given] == ["Kok", "Kelner", "Bakker"]
    assert {each.document.kind for each in given} == {"vacancy"}
    first = engine(language="nl", fields=FIELDS).understand(Source("v.yml", YAML))
    assert first.facts.title == "Kok"


ADDRESSES = """\
title,description
Kok,"Wij zoeken een kok. Zie www.voorbeeld,nl en mail naar kok@voorbeeld.nl."
Bakker,"Wij zoeken een bakker. Bel 06-12345678."
Slager,"Wij zoeken een slager. Hij/zij slacht."
"""


def test_what_stands_in_one_job_is_not_said_of_the_others() -> None:
    checks = engine(select=("STR013",), details=True, language="nl", fields=FIELDS)
    source = Source("jobs.csv", ADDRESSES)
    told = []
    for job in checks.understand_each(source):
        details = job.facts.details
        assert details is not None
        email, phone = details.contact_email, details.contact_phone
        told.append((email and email.value, phone and phone.value))
    assert told == [("kok@voorbeeld.nl", None), (None, "06-12345678"), (None, None)]
    assert [each.text for each in checks.check(source).findings] == ["www.voorbeeld,nl"]
