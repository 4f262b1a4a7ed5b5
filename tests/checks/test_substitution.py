"""What is to be written otherwise, each by its own pattern."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error, own_findings

SWAP = "swap = { 'front[- ]?end' = 'front end', 'guys?' = ['people', 'folks'] }\n"


def test_each_pattern_has_its_replacement(tmp_path: Path) -> None:
    first, second = own_findings(tmp_path, SWAP, "A front-end job for guys.\n")
    assert (first.message, second.message) == ("‘front-end’: front end", "‘guys’: people’ / ‘folks")
    assert [edit.replacement for fix in first.fixes for edit in fix.edits] == ["front end"]
    assert second.fixes == ()


def test_what_is_written_so_or_excepted_is_left(tmp_path: Path) -> None:
    keys = f"{SWAP}exceptions = ['Guys']\n"
    assert own_findings(tmp_path, keys, "A front end job, frontends and guys.\n") == ()


def test_capitals_count_where_the_rule_says_so(tmp_path: Path) -> None:
    assert own_findings(tmp_path, f"{SWAP}case = true\n", "GUYS and Front-End.\n") == ()


def test_fixes_may_be_off(tmp_path: Path) -> None:
    (found,) = own_findings(tmp_path, f'{SWAP}fix = "none"\n', "A frontend job.\n")
    assert found.fixes == ()


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ("swap = { '(' = 'x' }\n", "no regular expression"),
        ("swap = { 'a' = 1 }\n", "'a' needs what to write instead"),
    ],
)
def test_mistakes(tmp_path: Path, keys: str, says: str) -> None:
    assert says in own_error(tmp_path, keys)
