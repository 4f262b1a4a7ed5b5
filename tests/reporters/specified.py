"""What formats of others say about themselves, for tests of several reporters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from reporters.sample import look, report
from vaclint import __version__
from vaclint.model.diagnostics import Edit, Fix
from vaclint.model.report import FileReport, Finding, Place, RelatedPlace, Report
from vaclint.model.source import Position
from vaclint.reporters import render

SCHEMAS = Path(__file__).parent / "schemas"
HOSTILE = "a%b:c,d\n::error::x\x1b[31m ]]> <b>&amp; | `x` \u202e \ufffe \x00"
"""A text that would speak for itself in a log, in XML, in Markdown or in a terminal."""


def valid(data: Any, schema: str) -> None:
    """Raises for what an official schema does not allow."""
    jsonschema.validate(data, json.loads((SCHEMAS / schema).read_text("utf-8")))


def rendered(name: str) -> str:
    """The sample in a format, without the version of the program."""
    return render(name, report(), look()).replace(f'"{__version__}"', '"…"')


def finding(**changed: Any) -> Finding:
    """A finding on ``naïeve`` in the second line of a text."""
    start, end = Position(2, 6, 14), Position(2, 12, 20)
    return Finding(
        path="map/a b.md",
        rule="GEN001",
        name="pronoun-pair",
        severity="warning",
        place=Place(start, end),
        message="Schrijf iets anders.",
        text="naïeve",
        line="Één: naïeve kok",
        related=(),
        fixes=(Fix("safe", "Vervang", (Edit(14, 20, "open"),)),),
        properties={},
        fingerprint="f" * 32,
    )._replace(**changed)


def hostile() -> Report:
    """A report in which every text of somebody else is hostile."""
    place = Place(Position(1, 1, 0), Position(1, 2, 1))
    bad = finding(
        path=HOSTILE,
        message=HOSTILE,
        text=HOSTILE,
        line=HOSTILE,
        related=(RelatedPlace(HOSTILE, place, HOSTILE),),
        fixes=(Fix("unsafe", HOSTILE, (Edit(14, 20, HOSTILE),)),),
    )
    return Report((FileReport(HOSTILE, "markdown", "vacancy", "nl", findings=(bad,)),))


def of(*findings: Finding) -> Report:
    """A report of one file with some findings."""
    path = findings[0].path if findings else "map/a b.md"
    return Report((FileReport(path, "markdown", "vacancy", "nl", findings=findings),), (), 1)
