"""``vaclint facts``: JSON with places, and JobPosting JSON-LD."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from cli_support import ROOT, Done, vaclint
from project_support import write


def run(*arguments: str, stdin: str = "") -> Done:
    return vaclint(*arguments, cwd=ROOT, stdin=stdin.encode())


COMPLETE = """---
title: Kok (m/v/x)
datum: 2026-11-01
organisatie: De Molenhof
plaats: Lindenbeek
land: NL
salaris: € 2.900 - € 3.400 bruto per maand
uren: 24-36
sluitingsdatum: 1 december
---

Je kookt voor zestig gasten, en mailt kok@molenhof.example.

- punt & komma
"""


def test_json_follows_its_schema_and_has_places() -> None:
    schema = json.loads(run("schema", "facts").out)
    done = run("facts", "-", "--stdin-filename", "kok.md", stdin=COMPLETE)
    assert done.code == 0
    data = json.loads(done.out)
    jsonschema.validate(data, schema)
    facts = data["files"][0]["facts"]
    assert facts["salary"][0]["value"]["max"] == 3400
    assert facts["salary"][0]["found"] == "front matter"
    place = facts["salary"][0]["range"]
    assert (
        COMPLETE[place["start"]["offset"] : place["end"]["offset"]]
        == "€ 2.900 - € 3.400 bruto per maand"
    )
    assert facts["closing_date"]["value"] == "2026-12-01"
    assert facts["contact_email"]["value"] == "kok@molenhof.example"


def test_job_posting() -> None:
    done = run(
        "facts", "-", "--stdin-filename", "kok.md", "--output-format", "jsonld", stdin=COMPLETE
    )
    assert (done.code, done.err) == (0, "")
    posting = json.loads(done.out)
    assert posting["title"] == "Kok"
    assert posting["employmentType"] == ["FULL_TIME", "PART_TIME"]
    assert posting["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {
            "@type": "QuantitativeValue",
            "minValue": 2900,
            "maxValue": 3400,
            "unitText": "MONTH",
        },
    }
    assert posting["jobLocation"]["address"]["addressCountry"] == "NL"
    assert posting["description"] == (
        "<p>Je kookt voor zestig gasten, en mailt "
        "kok@molenhof.example.</p><ul><li>punt &amp; komma</li></ul>"
    )
    again = run("check", "-", "--stdin-filename", "kok.json", "--select", "STR1", stdin=done.out)
    assert again.code == 0


def test_what_google_requires_and_is_not_stated_is_named() -> None:
    done = run(
        "facts",
        "-",
        "--stdin-filename",
        "kok.md",
        "--output-format",
        "jsonld",
        stdin="# Kok\n\nJe kookt.\n",
    )
    assert done.code == 1
    for name in ("datePosted", "hiringOrganization", "jobLocation"):
        assert f"‘{name}’ is missing" in done.err
    assert json.loads(done.out)["title"] == "Kok"


def test_several_files_are_one_graph(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(COMPLETE, "utf-8")
    done = run("facts", str(tmp_path), "--output-format", "jsonld")
    assert [posting["@type"] for posting in json.loads(done.out)["@graph"]] == ["JobPosting"] * 2


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").rglob("*.*")), ids=lambda path: path.name
)
def test_every_example(path: Path) -> None:
    schema = json.loads(run("schema", "facts").out)
    jsonschema.validate(json.loads(run("facts", str(path)).out), schema)
    done = run("facts", str(path), "--output-format", "jsonld")
    posting = json.loads(done.out)
    assert posting["@type"] == "JobPosting"
    assert (done.code == 1) == ("is missing" in done.err)


def test_an_unreadable_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(COMPLETE, "utf-8")
    (tmp_path / "b.md").write_bytes(b"\xff\xff\xff")
    done = run("facts", str(tmp_path))
    assert done.code == 2
    data = json.loads(done.out)
    assert len(data["files"]) == 1
    assert data["errors"][0]["kind"] == "decode"


def test_standard_input_by_the_name_of_an_excluded_file(tmp_path: Path) -> None:
    write(tmp_path, {"vaclint.toml": 'exclude = ["oud/**"]\n'})
    asked = ("facts", "-", "--stdin-filename", "oud/kok.md")
    done = vaclint(*asked, cwd=tmp_path, stdin=COMPLETE.encode())
    assert done.json()["files"] == []
    assert "oud/kok.md is left out by 'exclude' in" in done.err


def test_a_text_may_be_given_more_time_by_the_option_that_the_error_names() -> None:
    real = "tests/corpus/d00-concerndirecteur.txt"
    given_up = run("facts", real, "--timeout", "0.001")
    assert given_up.code == 2
    assert "--timeout" in given_up.err
    assert run("facts", real, "--timeout", "0").code == 0
