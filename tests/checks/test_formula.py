"""Formulas: what they come to, and what is none."""

from __future__ import annotations

import pytest

from vaclint.checks.formula import LONGEST, value_of

NAMES = {"words": 10.0, "long-words": 4.0}


@pytest.mark.parametrize(
    ("formula", "value"),
    [("words", 10), ("-words + 12", 2), ("(words - 2) * 3 / 4", 6), ("long-words / words", 0.4)],
)
def test_values(formula: str, value: float) -> None:
    assert value_of(formula, NAMES) == value


@pytest.mark.parametrize(
    "formula", ["", "words.real", "words[0]", "True", "'a'", "1j", "words if 1 else 2", "a := 1"]
)
def test_what_is_none(formula: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be read|no number|not counted"):
        value_of(formula, NAMES)


def test_a_division_by_nothing() -> None:
    with pytest.raises(ZeroDivisionError):
        value_of("words / 0", NAMES)


def test_a_long_formula_is_not_read() -> None:
    with pytest.raises(ValueError, match="more than"):
        value_of("1" * (LONGEST + 1), NAMES)
