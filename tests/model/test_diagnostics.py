"""The name of a finding that survives edits elsewhere."""

from __future__ import annotations

from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic, fingerprint

FOUND = Diagnostic("GEN001", "pronoun-pair", "warning", Span(4, 11), "Schrijf ‘die’.")


def named(
    found: Diagnostic = FOUND,
    text: str = "hij/zij",
    context: str = "Als hij/zij belt.",
    at: int = 0,
) -> str:
    return fingerprint(found, text, context, at)


def test_it_does_not_look_at_place_message_or_severity() -> None:
    elsewhere = FOUND._replace(span=Span(90, 97), message="Write ‘they’.", severity="error")
    assert named(elsewhere) == named()


def test_it_does_not_look_at_white_space() -> None:
    assert named(text="hij\n/zij", context="Als  hij\n/zij belt.") == named(
        text="hij /zij", context="Als hij /zij belt."
    )


def test_it_looks_at_rule_text_context_and_count() -> None:
    names = {
        named(), named(FOUND._replace(rule="GEN002")), named(text="zij/hij"),
        named(context="Als hij/zij mailt."), named(at=1),
    }  # fmt: skip
    assert len(names) == 5
    assert all(len(name) == 32 for name in names)


def test_half_a_character_has_a_name_too() -> None:
    assert named(text="\ud83d") != named(text="\ude00")


def test_the_family_is_the_beginning_of_the_code() -> None:
    assert FOUND.family == "GEN"
