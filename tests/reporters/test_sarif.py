"""SARIF against the schema of OASIS, and what GitHub takes of it."""

from __future__ import annotations

import json
from email.message import Message
from typing import Any

from reporters.conftest import Golden
from reporters.sample import look, report
from reporters.specified import finding, hostile, of, rendered, valid
from support import loaded, resources
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Report, Suppressed
from vaclint.reporters import notes, render
from vaclint.rulebook.notes import notes_on


def run_of(given: Report) -> dict[str, Any]:
    data = json.loads(render("sarif", given, look()))
    valid(data, "sarif-2.1.0.json")
    (run,) = data["runs"]
    assert isinstance(run, dict)
    return run


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("sarif.json", rendered("sarif"))


def test_all_rules_are_explained_in_the_language_of_the_run() -> None:
    rules = loaded().rules
    given = report()._replace(rules=notes_on(rules, resources().languages["nl"]))
    run = run_of(given)
    described = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in described] == sorted(rule.code for rule in rules)
    assert all(each["help"]["markdown"].startswith(f"# {each['id']} ") for each in described)
    assert not any("helpUri" in each for each in described)
    pair = next(each for each in described if each["id"] == "GEN001")
    assert "## Waarom" in pair["help"]["markdown"]
    for result in run["results"]:
        assert described[result["ruleIndex"]]["id"] == result["ruleId"]


def test_it_names_the_pages_of_a_project_that_has_them(hosted: Message) -> None:
    hosted["Project-URL"] = "Homepage, https://host.example/vaclint"
    hosted["Project-URL"] = "Rules, https://host.example/rules.html"
    rules = notes_on(loaded().rules, resources().languages["nl"])
    driver = run_of(report()._replace(rules=rules))["tool"]["driver"]
    assert driver["informationUri"] == "https://host.example/vaclint"
    assert driver["rules"][0]["helpUri"].startswith("https://host.example/rules.html#")


def test_places_are_code_points_in_the_tree_of_the_run() -> None:
    (result,) = run_of(of(finding()))["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "map/a%20b.md", "uriBaseId": "%SRCROOT%"}
    region = physical["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 6, 12)
    assert (region["charOffset"], region["charLength"]) == (14, 6)
    assert region["snippet"] == {"text": "naïeve"}
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["deletedRegion"] == {"charOffset": 14, "charLength": 6}
    assert replacement["insertedContent"] == {"text": "open"}


def test_a_remark_is_a_note_and_has_the_name_of_the_finding() -> None:
    (result,) = run_of(of(finding(severity="info")))["results"]
    assert result["level"] == "note"
    assert result["partialFingerprints"]["primaryLocationLineHash"] == "f" * 32


def test_what_went_wrong_is_told_with_its_file() -> None:
    errors = (
        VaclintError("decode", "oud.txt", "not valid UTF-8"),
        VaclintError("config", "vaclint.toml", "unknown key"),
    )
    (invocation,) = run_of(Report((), errors, 2))["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    first, second = invocation["toolExecutionNotifications"]
    place = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert (place, first["descriptor"]["id"]) == ("oud.txt", "decode")
    assert "locations" not in second


def test_hostile_texts_are_shown_escaped() -> None:
    (result,) = run_of(hostile())["results"]
    assert "\\x1b" in result["message"]["text"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()


def test_the_limits_of_github_are_told() -> None:
    def with_findings(count: int) -> Report:
        file = FileReport("a.md", "markdown", "vacancy", "nl", findings=(finding(),) * count)
        return Report((file,))

    assert not list(notes("sarif", with_findings(5_000), look("en")))
    (shown,) = notes("sarif", with_findings(5_001), look("en"))
    (refused,) = notes("sarif", with_findings(25_001), look("en"))
    assert "GitHub shows 5000" in shown
    assert "GitHub refuses a file with more than 25000" in refused


def test_what_is_suppressed_is_there_as_dismissed() -> None:
    hidden = (Suppressed(finding(), "is afgesproken"), Suppressed(finding(), "", 2))
    file = FileReport("a.md", "markdown", "vacancy", "nl", hidden=hidden)
    first, second = run_of(Report((file,)))["results"]
    assert first["suppressions"] == [{"kind": "inSource", "justification": "is afgesproken"}]
    assert second["suppressions"] == [{"kind": "external"}]
