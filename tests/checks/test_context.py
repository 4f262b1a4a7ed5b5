"""How a check reports: messages filled in, fixes that replace what stands there, other places."""

from __future__ import annotations

from support import engine, loaded, resources
from vaclint.checks.context import ALSO_MOST, Context, in_tag
from vaclint.model.blocks import Span
from vaclint.model.source import Source
from vaclint.rulebook.rule import Rule


def context(text: str, path: str = "a.md", speaking: str = "nl") -> Context:
    document, facts, *_ = engine(language="nl").understand(Source(path, text))
    return Context(document, facts, {}, resources().languages[speaking], resources())


def rule(code: str) -> Rule:
    return next(each for each in loaded().rules if each.code == code)


def test_a_message_is_filled_in_the_language_spoken() -> None:
    found = context("Hij/zij kookt.", speaking="en").found(
        rule("GEN001"), Span(0, 7), replacement="die"
    )
    assert found.message.startswith("Write ‘die’ instead of ‘Hij/zij’")
    assert (found.rule, found.name, found.severity) == ("GEN001", "pronoun-pair", "warning")


def test_white_space_in_a_range_is_shown_as_one_space() -> None:
    found = context("Hij  of\nzij kookt.").found(rule("GEN001"), Span(0, 11), replacement="die")
    assert "‘Hij of zij’" in found.message


def test_a_fix_replaces_only_what_the_file_spells_as_a_reader_sees_it() -> None:
    given = context("Hij/*zij* kookt en hij/zij\nbakt.")
    assert given.replacing(Span(0, 9), "Hij/zij", "Die") == ()
    (fix,) = given.replacing(Span(19, 26), "hij/zij", "die", "safe")
    assert fix.applicability == "safe"
    assert [tuple(edit) for edit in fix.edits] == [(19, 26, "die")]


def test_a_line_end_in_the_place_of_a_space_is_no_other_spelling() -> None:
    given = context("hij of\nzij kookt")
    assert given.replacing(Span(0, 10), "hij of zij", "die") != ()


def test_so_many_other_places_are_named() -> None:
    spans = [Span(at, at + 1) for at in range(ALSO_MOST + 5)]
    related = context("a" * 40).also(spans)
    assert [each.span for each in related] == spans[:ALSO_MOST]
    assert {each.message for each in related} == {"Hier ook"}


def test_lines_outside_front_matter_and_code() -> None:
    given = context("---\ntitle: Kok\n---\n\nEen\n\n```\ncode\n```\n\nTwee\n")
    assert [content for _, content in given.document.lines if content] == ["Een", "Twee"]


def test_blocks_in_the_language_of_a_rule() -> None:
    given = context("---\ntitle: Kok gezocht voor ons\n---\n\nWij koken.\n")
    assert [block.text for block in given.blocks(rule("GEN001"))] == ["Wij koken."]
    both = [block.text for block in given.blocks(rule("GEN001"), front_matter=True)]
    assert both == ["Kok gezocht voor ons", "Wij koken."]


def test_whether_a_place_lies_inside_a_tag() -> None:
    text = '<a href="x">y</a>'
    assert in_tag(text, 5)
    assert not in_tag(text, 12)
