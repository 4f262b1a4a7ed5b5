"""A language without a pack: its name in the language that is spoken, once."""

from __future__ import annotations

import pytest

from support import findings

GERMAN = "Wir suchen einen Koch für unsere Küche und sind ein kleines Team mit viel Erfahrung."


@pytest.mark.parametrize(
    ("spoken", "name"), [("nl", "Duits"), ("en", "German"), ("auto", "German")]
)
def test_a_language_is_named_in_the_one_that_is_spoken(spoken: str, name: str) -> None:
    (finding,) = findings(GERMAN, "a.txt", "STR091", message_language=spoken)
    assert name in finding.message
    assert finding.place.start.offset == 0


def test_a_language_without_a_name_is_named_by_its_code() -> None:
    text = "---\ntitle: Sukaldaria\nlang: eu\n---\n\nSukaldari bat behar dugu.\n"
    (finding,) = findings(text, "a.md", "STR091", message_language="en")
    assert "‘eu’" in finding.message


def test_languages_with_a_pack_are_not_reported() -> None:
    for code in ("nl", "en"):
        assert findings(GERMAN, "a.txt", "STR091", language=code) == ()
