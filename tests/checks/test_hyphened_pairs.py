"""Words that a hyphen joins: a position and a trade, an abbreviation and a noun."""

from __future__ import annotations

import pytest

from support import texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij zoeken een assistent bakker.", ["assistent bakker"]),
        ("Wij zoeken een Assistent Bakker.", ["Assistent Bakker"]),
        ("Met een aspirant lid praten.", ["aspirant lid"]),
        ("Wij zoeken een leerling begeleider.", ["leerling begeleider"]),
        ("Wij zoeken een assistent voor de bakker.", []),
        ("HR Adviseur", ["HR Adviseur"]),
        ("HR Business Partner", []),
        ("Nova HR Adviseur", []),
        ("QXR Adviseur", []),
    ],
)
def test_what_a_hyphen_joins(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", "SPL010", language="nl") == found
