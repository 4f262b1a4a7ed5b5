"""Two spellings of one thing in one text."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error, own_findings

PAIR = 'either = { "e-mail" = "email" }\n'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stuur een e-mail of een e-mail.\n", []),
        ("Stuur een e-mail, een e-mail of een email.\n", [("email", 37)]),
        ("Stuur een email, een email of een E-mail.\n", [("E-mail", 35)]),
        ("Stuur een email of een e-mail.\n", [("e-mail", 24)]),
        ("Stuur een e-mail of emailadres.\n", []),
    ],
)
def test_the_rarer_or_later_one_is_reported(
    tmp_path: Path, text: str, found: list[tuple[str, int]]
) -> None:
    every = own_findings(tmp_path, PAIR, text)
    assert [(each.text, each.place.start.column) for each in every] == found


def test_the_fix_writes_the_other_one(tmp_path: Path) -> None:
    (found,) = own_findings(
        tmp_path, PAIR, "Een email, een email, een e-mail en een e-mail, email.\n"
    )
    assert found.message == "‘e-mail’: email"
    assert [edit.replacement for fix in found.fixes for edit in fix.edits] == ["email"]
    assert len(found.related) == 1


def test_a_pair_may_be_of_patterns(tmp_path: Path) -> None:
    keys = "patterns = true\neither = { 'organis\\w+' = 'organiz\\w+' }\n"
    (found,) = own_findings(tmp_path, keys, "Organisations organise. They organize.\n")
    assert found.text == "organize"


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ('either = { "a" = 1 }\n', "'a' needs its other spelling"),
        ('patterns = true\neither = { "(" = "b" }\n', "no regular expression"),
    ],
)
def test_mistakes(tmp_path: Path, keys: str, says: str) -> None:
    assert says in own_error(tmp_path, keys)
