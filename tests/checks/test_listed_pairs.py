"""Two words that the list of a language has as one, and those that stand among others."""

from __future__ import annotations

import pytest

from support import texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij schrijven een business case voor de kas.", ["business case"]),
        ("Je leest de case studies van de kwekers.", ["case studies"]),
        ("Een managed business case telt.", []),
        ("Wij bakken donker bruin brood.", []),
        ("Wij delen de inlog gegevens niet.", ["inlog gegevens"]),
        ("Wij loggen in, gegevens volgen.", []),
        ("Je werkt met Docker containers.", ["Docker containers"]),
        ("Wij geven van Docker containers de schuld.", []),
    ],
)
def test_listed_pairs(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", "SPL010", language="nl") == found
