"""Capitals of headings, the title and sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_findings


def better(folder: Path, style: str, heading: str, keys: str = "") -> list[str]:
    """What a rule would make of a heading."""
    found = own_findings(
        folder, f'kind = "capitals"\nstyle = "{style}"\n{keys}', f"# {heading}\n\nEen tekst.\n"
    )
    return [edit.replacement for each in found for fix in each.fixes for edit in fix.edits]


@pytest.mark.parametrize(
    ("style", "heading", "made"),
    [
        ("sentence", "Wat Wij Bieden", ["Wat wij bieden"]),
        ("sentence", "Wat wij bieden", []),
        ("sentence", "Werken bij de GGZ met McDavid en 3D", []),
        ("title", "wat wij bieden", ["Wat wij Bieden"]),
        ("title", "Wat wij Bieden", []),
        ("upper", "Wat wij bieden", ["WAT WIJ BIEDEN"]),
        ("lower", "Wat wij Bieden", ["wat wij bieden"]),
    ],
)
def test_styles(tmp_path: Path, style: str, heading: str, made: list[str]) -> None:
    assert better(tmp_path, style, heading) == made


def test_exceptions_are_written_as_they_stand(tmp_path: Path) -> None:
    keys = 'exceptions = ["Zandwijk"]\n'
    assert better(tmp_path, "sentence", "Werken in zandwijk", keys) == ["Werken in Zandwijk"]
    assert better(tmp_path, "sentence", "Werken in Zandwijk", keys) == []


def test_sentences_may_be_meant(tmp_path: Path) -> None:
    keys = 'kind = "capitals"\nstyle = "sentence"\nper = "sentence"\n'
    (found,) = own_findings(tmp_path, keys, "Je kookt. Je Bakt.\n")
    assert found.text == "Je Bakt."
