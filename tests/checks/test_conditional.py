"""What must be introduced before it is used."""

from __future__ import annotations

from pathlib import Path

from own_rules import own_error, own_findings

KEYS = (
    "kind = 'conditional'\nfirst = '\\b([A-Z]{3,5})\\b'\nsecond = '\\(([A-Z]{3,5})\\)'\n"
    "case = true\n"
)


def found(folder: Path, text: str, keys: str = KEYS) -> list[str]:
    return [each.text for each in own_findings(folder, keys, text)]


def test_what_is_introduced_anywhere_may_be_used(tmp_path: Path) -> None:
    text = "De AVG geldt. De Algemene verordening (AVG) ook.\n\nDe AVG en de UWV.\n"
    assert found(tmp_path, text) == ["UWV"]


def test_each_is_reported_once(tmp_path: Path) -> None:
    assert found(tmp_path, "De UWV en de UWV.\n\nDe UWV.\n") == ["UWV"]


def test_exceptions_need_no_introduction(tmp_path: Path) -> None:
    assert found(tmp_path, "De UWV.\n", f"{KEYS}exceptions = ['UWV']\n") == []


def test_without_a_group_all_of_a_match_counts(tmp_path: Path) -> None:
    keys = "kind = 'conditional'\nfirst = 'UWV'\nsecond = 'uwv'\ncase = true\n"
    assert found(tmp_path, "De UWV en uwv.\n", keys) == ["UWV"]


def test_both_patterns_are_needed(tmp_path: Path) -> None:
    assert "needs 'second'" in own_error(tmp_path, "kind = 'conditional'\nfirst = 'x'\n")
