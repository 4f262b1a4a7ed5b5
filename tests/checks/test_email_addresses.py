"""E-mail addresses: each mistake, what is meant, and what may be a name."""

from __future__ import annotations

import pytest

from support import findings, texts


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("hr@@voorbeeld.nl", "hr@voorbeeld.nl"),
        ("werk@voorbeeld,nl", "werk@voorbeeld.nl"),
        ("jobs@voorbeeld..nl", "jobs@voorbeeld.nl"),
        ("robin@voorbeeld.con", "robin@voorbeeld.com"),
        ("robin.dewit@ voorbeeld.nl", "robin.dewit@voorbeeld.nl"),
        ("robin..dewit@voorbeeld.nl", ""),
        ("robin.@voorbeeld.nl", ""),
        ("robin.dewit@voorbeeld", ""),
        ("hr@voorbeeld", ""),
    ],
)
def test_mistakes(wrong: str, right: str) -> None:
    (finding,) = findings(f"Reacties: {wrong}.", "a.txt", "STR013", language="nl")
    assert finding.text == wrong
    assert [each.edits[0].replacement for each in finding.fixes] == ([right] if right else [])


@pytest.mark.parametrize(
    "fine",
    ["Werk@Zorg", "werken @ voorbeeld.nl", "Banen @ Voorbeeld.nl", "a@b.nl,c@d.nl", "@voorbeeld"],
)
def test_what_may_be_a_name_or_two_addresses(fine: str) -> None:
    assert texts(f"Bij {fine} werk je samen.", "a.txt", "STR013") == []


def test_a_word_before_it_tells_an_address_with_a_space_from_a_name() -> None:
    assert texts("Mail robin @ voorbeeld.nl", "a.txt", "STR013", language="nl") == [
        "robin @ voorbeeld.nl"
    ]
    assert texts("Write to robin @ example.com", "a.txt", "STR013", language="nl") == [
        "robin @ example.com"
    ]
    assert texts("Bij robin @ voorbeeld.nl", "a.txt", "STR013", language="nl") == []


def test_part_of_a_web_address_is_none() -> None:
    assert texts("https://medium.example/@@voorbeeld.nl", "a.txt", "STR013") == []
    assert texts("mailto://hr@@voorbeeld.nl", "a.txt", "STR013") == ["hr@@voorbeeld.nl"]
