"""Abbreviations that are ordinary words, and are written in small letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import loaded_with
from support import findings, texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je hebt een HBO-diploma.", ["HBO"]),
        ("Klaar met de HAVO? Kom langs.", ["HAVO"]),
        ("Zet de MKB'er op de eerste plaats.", ["MKB"]),
        ("Je werkt op MBO 4 niveau.", ["MBO"]),
        ("Het PC 218 geldt hier.", []),
        ("Wij zijn Korenbloem NV in Gent.", []),
        ("Je start een eigen NV in Gent.", ["NV"]),
        ("Je kijkt naar HBO Max met je team.", []),
        ("De leden van MKB-Nederland komen langs.", []),
        ("Mail naar CV@voorbeeld.nl of kijk op voorbeeld.nl/CV.", []),
        ("STUUR JE CV NAAR ONS ADRES.", []),
        ("HBO / WO", []),
        ("Je leest over WO I en II.", []),
        ("Je hebt HBO- of WO-niveau.", ["HBO"]),
    ],
)
def test_what_is_no_name_is_told(text: str, found: list[str]) -> None:
    assert texts(f"# Vacature kok\n\n{text}\n", "a.md", "SPL040", language="nl") == found


def test_all_of_a_text_are_one_finding_with_one_fix() -> None:
    text = "# Vacature kok\n\nMBO-niveau heb je. Stuur je CV, want de CAO vraagt een CV.\n"
    (finding,) = findings(text, "a.md", "SPL040", language="nl")
    assert finding.properties == {"count": 4}
    assert "4 keer" in finding.message
    assert [edit.replacement for edit in finding.fixes[0].edits] == ["Mbo", "cv", "cao", "cv"]


def test_a_rule_needs_a_message_for_several_places(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    lists = 'words = ["abc"]\nbeside = []\nfirms = []\nnumbered = []\n'
    rule = '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "‘{text}’"\nkind = "smallcase"\n'
    path.write_text(rule + lists, encoding="utf-8")
    (found,) = loaded_with(path).errors
    assert "needs the message 'many'" in found.message
