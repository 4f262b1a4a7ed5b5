"""What the lists and packs say of pairs, as plain data."""

from __future__ import annotations

import marshal

import pytest
import regex

from support import loaded
from vaclint.checks.pair_forms import Joining, forms_in, joining_in

RULES = {rule.code: rule.prepared for rule in loaded().rules if rule.kind == "pairs"}


@pytest.mark.parametrize("code", ["GEN001", "GEN002"])
def test_a_cache_can_hold_it(code: str) -> None:
    assert marshal.loads(marshal.dumps(RULES[code])) == RULES[code]


def test_a_pair_is_known_both_ways_round() -> None:
    forms = forms_in(RULES["GEN002"], "nl")
    assert forms is not None
    assert forms.table["kandidaat", "kandidate"] == ("kandidaat", True)
    assert forms.table["kandidate", "kandidaat"] == ("kandidaat", True)
    assert forms.neutral["kok"] == "kok"


def test_only_a_language_that_has_them_has_endings() -> None:
    dutch, english = forms_in(RULES["GEN002"], "nl"), forms_in(RULES["GEN002"], "en")
    assert dutch is not None and dutch.endings is not None
    assert ("er", "ster") in dutch.endings.pairs
    assert english is not None and english.endings is None


def test_a_language_that_says_nothing_has_no_forms() -> None:
    assert forms_in(RULES["GEN002"], "de") is None


def joins(joining: Joining, text: str) -> bool:
    return regex.search(joining.candidate, text) is not None


@pytest.mark.parametrize(
    ("language", "text", "joined"),
    [
        ("nl", "a of b", True),
        ("nl", "a or b", False),
        ("nl", "a dan wel de b", True),
        ("nl", "a (of een b)", True),
        ("nl", "a en -b", True),
        ("nl", "a en b", False),
        ("en", "a or the b", True),
        ("en", "a of b", False),
        ("en", "a and -b", True),
        ("de", "a of b", True),
        ("de", "a or b", True),
        ("de", "a/b", True),
        ("nl", "a / b", True),
        ("nl", "a/b-c", True),
        ("nl", "1/b", False),
    ],
)
def test_how_a_language_joins(language: str, text: str, joined: bool) -> None:
    assert joins(joining_in(RULES["GEN001"], language), text) is joined
