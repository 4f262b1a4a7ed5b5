"""What a noun is by the table, and by the end of a compound."""

from __future__ import annotations

import pytest

from support import loaded
from vaclint.checks.compound_words import LINKED, MANY, ONE, STUFF, Lexicon
from vaclint.text.stored import WordsByEnd


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    (rule,) = (rule for rule in loaded().rules if rule.code == "SPL010")
    lists, endings, first_parts, parts, nouns = rule.prepared["nl"]
    words = loaded().resources.wordlist("nl")
    table: WordsByEnd[str] = WordsByEnd(nouns)
    return Lexicon(lists, endings, first_parts, parts, words, lambda word: False, {}, table, {}, {})


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("procedure", ONE),
        ("selectieprocedure", ONE),
        ("klanten", MANY),
        ("kennis", STUFF),
        ("veiligheids", LINKED),
        ("zijdelings", ""),
        ("aantrekkelijk", ""),
        ("persoonlijk", ""),
        ("de", ""),
    ],
)
def test_what_a_noun_is(lexicon: Lexicon, word: str, kind: str) -> None:
    assert lexicon.kind(word) == kind


def test_a_first_part_takes_its_link(lexicon: Lexicon) -> None:
    assert lexicon.first_part("ervaring") == "ervarings"
    assert lexicon.first_part("server") == "server"
