"""Coded words: two counts, and a remark where a text leans to one side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from own_rules import own_error
from support import findings, report

FILLER = "Je plant de diensten en belt met leveranciers over de voorraad en het rooster. " * 6
MANLY = "Je bent ambitieus, dominant, onafhankelijk, zelfstandig, analytisch en competitief."


def remarks(text: str, **options: Any) -> list[str]:
    found = findings(text, "x.md", "GEN007", language="nl", kind="vacancy", **options)
    return [each.message for each in found]


def test_a_text_that_leans_is_remarked_on_with_its_words() -> None:
    [message] = remarks(f"# Planner\n\n{MANLY} Je bent ambitieus.\n\n{FILLER}")
    assert "mannelijk overkomen: 7 (ambitieus (2×), dominant" in message
    assert "vrouwelijk: 0 (–)" in message


@pytest.mark.parametrize(
    "text",
    [
        f"# Planner\n\n{MANLY}",  # too short
        f"# Planner\n\n{MANLY} Je bent zorgzaam.\n\n{FILLER}",  # five more, and six are asked
        f"---\nsummary: {MANLY}\n---\n\n# Planner\n\n{FILLER}",
    ],
)
def test_what_is_silent(text: str) -> None:
    assert remarks(text) == []


def test_the_limits_are_options() -> None:
    text = f"# Planner\n\n{MANLY}"
    assert len(remarks(text, rule_options={"GEN007": {"min-words": 5, "min-lean": 3}})) == 1


def test_the_counts_are_in_every_report() -> None:
    found = report(f"{MANLY} Je bent zorgzaam.", "x.md", "GEN001", language="nl")
    assert found.metrics["masculine_words"] == 6
    assert found.metrics["feminine_words"] == 1
    assert dict(found.properties["feminine_words"]) == {"zorgzaam": 1}


def test_another_group_is_a_mistake(tmp_path: Path) -> None:
    error = own_error(tmp_path, 'kind = "balance"\nterms = "w.tsv"\n', {"w.tsv": "a\t\tx\n"})
    assert error == "own.toml:6: the group of a word is 'm' or 'f', not 'x'"
