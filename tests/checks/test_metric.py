"""A number about a text, made by a formula."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error, own_findings

TEXT = "# Kok\n\nJe kookt elke dag. Je bakt.\n\n- brood\n- taart\n"


def keys(formula: str, options: str) -> str:
    return f'formula = "{formula}"\noptions = {{ {options} }}\n'


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("words", 9),
        ("sentences", 5),
        ("paragraphs", 1),
        ("items", 2),
        ("headings", 1),
        ("characters", 33),
        ("long-words", 0),
        ("words / sentences * 10 - 2", 16),
        ("-(words - 10)", 1),
    ],
)
def test_what_is_counted(tmp_path: Path, formula: str, value: int) -> None:
    (found,) = own_findings(tmp_path, keys(formula, f"most = {value - 0.5}"), TEXT)
    assert found.text == "Kok"
    assert own_findings(tmp_path, keys(formula, f"most = {value}, least = {value}"), TEXT) == ()
    assert len(own_findings(tmp_path, keys(formula, f"least = {value + 0.5}"), TEXT)) == 1


def test_a_division_by_nothing_is_no_finding(tmp_path: Path) -> None:
    assert own_findings(tmp_path, keys("words / long-words", "most = 0"), TEXT) == ()


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("wrods", "'wrods' is not counted; known are characters, headings, items, long-words"),
        ("words ** 9", "'words ** 9' is no number, name or sum"),
        ("__import__('os')", "is no number, name or sum"),
        ("words +", "it cannot be read"),
        ("(" * 400 + "1" + ")" * 400, "it cannot be read"),
        ("1 + " * 400 + "1", "more than 1000 characters"),
    ],
)
def test_what_is_no_formula(tmp_path: Path, formula: str, says: str) -> None:
    assert says in own_error(tmp_path, keys(formula, "most = 1"))


def test_a_rule_needs_a_limit(tmp_path: Path) -> None:
    assert "needs the option 'most' or 'least'" in own_error(tmp_path, "formula = 'words'\n")
