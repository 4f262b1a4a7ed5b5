"""Suppressions in a text: which findings they take away, and which take away nothing."""

from __future__ import annotations

import pytest

from support import report
from vaclint.engine.suppress import Suppression, apply
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic

ONE = "Hij/zij kookt.\n"
TWO = "Zij/hij bakt.\n"


def left(text: str, path: str = "a.md") -> tuple[list[str], int]:
    """What is still found of the pronouns, and how many are suppressed."""
    checked = report(text, path, "GEN001", language="nl")
    return [finding.text for finding in checked.findings], checked.suppressed


@pytest.mark.parametrize(
    ("text", "found", "suppressed"),
    [
        (f"{ONE}\n{TWO}", ["Hij/zij", "Zij/hij"], 0),
        (f"<!-- vaclint: ignore GEN001 -->\n{ONE}\n{TWO}", ["Zij/hij"], 1),
        (f"<!-- vaclint: ignore -->\n\n{ONE}\n{TWO}", ["Zij/hij"], 1),
        (f"<!-- vaclint: ignore GEN -->\n{ONE}\n{TWO}", ["Zij/hij"], 1),
        (f"<!-- vaclint: ignore gen001, WSP -->\n{ONE}\n{TWO}", ["Zij/hij"], 1),
        (f"<!-- vaclint: ignore WSP -->\n{ONE}\n{TWO}", ["Hij/zij", "Zij/hij"], 0),
        (f"{ONE}\n<!-- vaclint: ignore-file GEN -->\n\n{TWO}", [], 2),
        (f"---\nvaclint: ignore-file GEN001\n---\n\n{ONE}\n{TWO}", [], 2),
        (f"---\nvaclint: [GEN001]\n---\n\n{ONE}", [], 1),
        (f"<!-- vaclint: off -->\n\n{ONE}\n<!-- vaclint: on -->\n\n{TWO}", ["Zij/hij"], 1),
        (f"{ONE}\n<!-- vaclint: off GEN -->\n\n{TWO}", ["Hij/zij"], 1),
        (f"<!-- vaclint: onbekend -->\n\n{ONE}", ["Hij/zij"], 0),
        (f"```\n<!-- vaclint: ignore-file -->\n```\n\n{ONE}", ["Hij/zij"], 0),
        (f"<!-- vaclint:ignore GEN001-->\n{ONE}", [], 1),
        (f"{ONE}<!-- vaclint: ignore GEN001 -->\n", ["Hij/zij"], 0),
    ],
)
def test_what_is_left(text: str, found: list[str], suppressed: int) -> None:
    assert left(text) == (found, suppressed)


def test_in_html() -> None:
    text = f"<!-- vaclint: ignore GEN001 -->\n<p>{ONE}</p>\n<p>{TWO}</p>\n"
    assert left(text, "a.html") == (["Zij/hij"], 1)


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        (f"<!-- vaclint: ignore GEN001 -->\n{ONE}", []),
        ("<!-- vaclint: ignore GEN001 -->\nEen kok.\n", ["<!-- vaclint: ignore GEN001 -->"]),
        (f"{ONE}\n<!-- vaclint: onbekend GEN001 -->\n", ["<!-- vaclint: onbekend GEN001 -->"]),
        ("<!-- vaclint: ignore XYZ -->\n\nEen kok.\n", []),
        (f"<!-- vaclint: on -->\n\n{ONE}", ["<!-- vaclint: on -->"]),
        ("---\nvaclint: ignore-file GEN001\n---\n\nEen kok.\n", ["ignore-file GEN001"]),
    ],
)
def test_one_that_suppresses_nothing_is_reported(text: str, unused: list[str]) -> None:
    checked = report(text, "a.md", "GEN001", language="nl", extend_select=("STR090",))
    assert [each.text for each in checked.findings if each.rule == "STR090"] == unused


def found_at(start: int, rule: str = "GEN001") -> Diagnostic:
    return Diagnostic(rule, "naam", "warning", Span(start, start + 3), "m")


def test_a_range_suppresses_what_begins_in_it() -> None:
    given = Suppression(("GEN",), Span(10, 20), Span(0, 5))
    findings = [found_at(9), found_at(10), found_at(19), found_at(20), found_at(15, "WSP001")]
    kept, count, unused = apply(findings, [given])
    assert [each.span.start for each in kept] == [9, 20, 15]
    assert (count, unused) == (2, [])
    assert apply([found_at(9)], [given])[2] == [given]
