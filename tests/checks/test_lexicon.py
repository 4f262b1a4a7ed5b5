"""Word boundaries: which occurrences of a term are the word, and which are part of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import linter
from vaclint.checks.lexicon import Lexicon
from vaclint.formats import parse
from vaclint.rulebook.rules import read_rule_file
from vaclint.model.source import Source


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    file = tmp_path / "r.toml"
    file.write_text(
        '[[rule]]\ncode = "ORG001"\nname = "n"\nmessage = "m"\n'
        'terms = ["lean", "één team", "stakeholder", "hands-on*", "*secretaresse", "collega\'s"]\n'
    )
    return Lexicon(read_rule_file(file, own=True))


def hits(lexicon: Lexicon, text: str) -> list[str]:
    document = parse(Source("x.md", text), linter().fields)
    return [document.haystack[hit.start : hit.end] for hit in lexicon.hits(document).get("ORG001", [])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij werken lean.", ["lean"]),
        ("Wij werken (Lean), “lean” en lean/agile.", ["lean", "lean", "lean"]),
        ("Cleane code in de leanploeg, een lean-coach, IT-lean en lean's regels.", []),
        ("Lean- en agilecoach", []),
        ("ÉÉN TEAM, één team; éénteam en één teams.", ["één team", "één team"]),
        ("Één\u00a0team en één\n  team", ["één team", "één team"]),
        ("De stakeholder en stakeholdermanagement, de stakeholders.", ["stakeholder"]),
        ("Een hands-on-mentaliteit, hands-onaanpak, hands-on.", ["hands-on-mentaliteit", "hands-onaanpak", "hands-on"]),
        ("Directiesecretaresse, secretaresse en secretaressedag.", ["directiesecretaresse", "secretaresse"]),
        ("De collega's en collega’s", ["collega's"]),
        ("Een **le**an team", ["lean"]),
        ("`lean` en [lean](x)", ["lean"]),
        ("İstanbul lean", ["lean"]),
    ],
)
def test_boundaries(lexicon: Lexicon, text: str, found: list[str]) -> None:
    assert hits(lexicon, text) == found


def test_longest_first(tmp_path: Path) -> None:
    file = tmp_path / "r.toml"
    file.write_text('[[rule]]\ncode = "ORG001"\nname = "n"\nmessage = "m"\nterms = ["data", "data driven", "driven werken"]\n')
    assert hits(Lexicon(read_rule_file(file, own=True)), "Data driven werken met data.") == ["data driven", "data"]
