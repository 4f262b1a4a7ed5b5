"""Workflow commands: their escaping, their properties, and the limit of ten."""

from __future__ import annotations

import re

from reporters.conftest import Golden
from reporters.sample import look
from reporters.specified import finding, hostile, of, rendered
from vaclint.model.errors import VaclintError
from vaclint.model.report import Place, Report
from vaclint.model.source import Position
from vaclint.reporters import render

COMMAND = re.compile(r"^::(\w+)(?: ([^:]*))?::(.*)$")


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("github.txt", rendered("github"))


def test_a_finding_has_its_place_and_its_rule() -> None:
    line = render("github", of(finding()), look())
    assert line == (
        "::warning file=map/a b.md,title=GEN001 pronoun-pair,line=2,endLine=2,col=6,endColumn=12"
        "::Schrijf iets anders.\n"
    )


def test_over_several_lines_the_end_has_no_column() -> None:
    place = Place(Position(1, 3, 2), Position(4, 1, 30))
    assert "line=1,endLine=4,col=3::" in render("github", of(finding(place=place)), look())


def test_what_is_hostile_is_data() -> None:
    (line,) = render("github", hostile(), look()).splitlines()
    match = COMMAND.match(line)
    assert match
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    assert properties["file"].startswith("a%25b%3Ac%2Cd\\n%3A%3Aerror%3A%3Ax\\x1b")
    assert match[3].startswith("a%25b:c,d\\n::error::x\\x1b[31m ")


def test_of_each_severity_ten_are_annotations_and_the_rest_is_in_the_log() -> None:
    many = [finding(message=f"Nummer {number}.") for number in range(25)]
    text = render("github", of(*many), look("en"))
    lines = text.splitlines()
    commands = [line for line in lines if line.startswith("::warning")]
    assert len(commands) == 10
    assert (
        commands[-1] == "::warning::And 16 more warnings: see the log of this step, or the summary."
    )
    group = lines[lines.index("::group::16 more warnings") + 1 : lines.index("::endgroup::")]
    assert group[0] == "map/a b.md:2:6: warning GEN001 Nummer 9."
    assert len(group) == 16


def test_ten_need_no_log() -> None:
    assert "::group::" not in render("github", of(*[finding()] * 10), look())


def test_what_went_wrong_is_an_error_with_its_file() -> None:
    errors = (
        VaclintError("decode", "oud.txt", "not valid UTF-8"),
        VaclintError("config", "vaclint.toml", "unknown key 'x'"),
    )
    assert render("github", Report((), errors, 2), look()) == (
        "::error file=oud.txt::not valid UTF-8\n::error::unknown key 'x'\n"
    )
