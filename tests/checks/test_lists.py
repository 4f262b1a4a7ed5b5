"""Broken lists: what a fix makes of them, where a finding stands, and what is left alone."""

from __future__ import annotations

import pyromark
import pytest

from support import engine, findings, texts
from vaclint.model.source import Source


def _fixed(text: str) -> str:
    return engine(select=("STR007", "STR011")).fix(Source("a.md", text), unsafe=True).source.text


def test_a_broken_list_becomes_a_list() -> None:
    bullets = "• Je kookt.\n• Je bakt,\n  ook op zondag.\n•Je deelt.\n"
    before = f"Je taken:\n\n{bullets}\n1. 1. Je leert.\n2. 2. Je rust.\n\n##\n"
    page = pyromark.html(_fixed(before))
    assert page.count("<li>") == 5
    assert "•" not in page
    assert "<h2>" not in page
    assert _fixed(_fixed(before)) == _fixed(before)


def test_of_a_bullet_and_a_number_the_number_stays() -> None:
    assert _fixed("- 3. Je rekent.\n") == "3. Je rekent.\n"
    assert _fixed("1. - Je plant.\n") == "1. Je plant.\n"


def test_a_list_in_code_is_left_alone() -> None:
    text = "```\n• a\n• b\n1. 1. c\n```\n\n    • a\n    • b\n"
    assert texts(text, "a.md", "STR011") == []


def test_the_other_bullets_are_related_places() -> None:
    text = "Taken:\n• koken\n• bakken\n• rusten\n"
    (finding,) = findings(text, "a.md", "STR011", language="nl")
    assert (finding.place.start.line, finding.text) == (2, "•")
    assert [each.place.start.line for each in finding.related] == [3, 4]
    assert finding.fixes[0].message == "Maak er een lijst van"


def test_bullets_are_fine_where_a_line_is_a_line() -> None:
    assert texts("Taken:\n• koken\n• bakken\n", "a.txt", "STR011") == []
    assert texts("<p>• koken<br>• bakken</p>", "a.html", "STR011") == []


@pytest.mark.parametrize(
    ("numbers", "reported"),
    [
        ((1, 2, 4), ["4."]),
        ((1, 2, 2), ["2."]),
        ((1, 2, 1), []),  # a new list
        ((1, 2, 5), []),  # too far apart
        ((1, 2, 3), []),
    ],
)
def test_numbers_out_of_step(numbers: tuple[int, ...], reported: list[str]) -> None:
    text = "".join(f"{number}. Je plant.\n" for number in numbers)
    assert texts(text, "a.txt", "STR011") == reported


def test_two_markers_on_many_lines_are_one_finding() -> None:
    text = "• - koken\n• - bakken\n• - braden\n"
    (found,) = findings(text, "a.txt", "STR011", language="nl")
    assert (found.properties["count"], len(found.related), len(found.fixes[0].edits)) == (3, 2, 3)
