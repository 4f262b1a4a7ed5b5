"""Full stops that are missing, or stand alone, among texts that agree."""

from __future__ import annotations

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.model.options import Options
from vaclint.model.source import Source
from vaclint.rulebook.load import load


def _told(text: str, path: str = "a.md") -> list[str]:
    engine = Engine(load(kinds()), Options(select=("STY011",)))
    return [found.text for found in engine.check(Source(path, text)).findings]


def _list(*items: str) -> str:
    return "\n".join(f"- {item}" for item in items) + "\n"


def test_an_item_without_a_stop_among_items_with_one_is_told() -> None:
    stopped = ["You mend the sails.", "You paint the oars.", "You brew the tea."]
    assert _told(_list(*stopped, "You keep the loft tidy")) == ["tidy"]
    assert _told(_list(*stopped[:2], "You keep the loft tidy")) == []


def test_code_an_address_and_a_short_item_say_nothing() -> None:
    stopped = ["You mend the sails.", "You paint the oars.", "You brew the tea."]
    for odd in ("@section('open jobs of today')", "You write to crew@example.org", "Tar and rope"):
        assert _told(_list(*stopped, odd)) == []


def test_a_stop_behind_the_last_item_or_an_abbreviation_is_no_stray_one() -> None:
    bare = ["mend the sails", "paint the oars", "brew the tea", "keep the loft tidy"]
    assert _told(_list(*bare, "show guests the boats.")) == []
    assert _told(_list("rope, tar, etc.", *bare)) == []
    assert _told(_list("show guests the boats.", *bare)) == ["."]


def test_a_paragraph_before_a_list_may_end_in_a_word() -> None:
    prose = "We build boats. They sail.\n\nWe mend sails.\n\nCome and see.\n\n"
    lead = "You mend sails. In winter you help us with"
    assert _told(f"{prose}{lead}\n\nThe crew is ten.\n") == ["with"]
    assert _told(f"{prose}{lead}\n\n- paint\n") == []


def test_the_only_heading_with_a_stop_is_told() -> None:
    headings = ["Your work", "Your day", "Our offer", "Our yard"]
    rest = "".join(f"## {heading}\n\nWe build boats.\n\n" for heading in headings)
    assert _told(f"{rest}## How we sail together.\n\nIn May.\n") == ["."]
    assert _told(f"{rest}## How we sail.\n\nIn May.\n\n## Come and sail.\n\nIn June.\n") == []
