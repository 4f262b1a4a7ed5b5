"""Nouns behind the article of another noun."""

from __future__ import annotations

import pytest

from support import texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het vacature beheer doen wij zelf.", ["vacature beheer"]),
        ("Wij vragen het nieuwe vacature beheer.", ["vacature beheer"]),
        ("De vacature sluit morgen.", []),
        ("Het vacature overzicht staat op de site.", ["vacature overzicht"]),
        ("Het standaard onderdeel past altijd.", []),
        ("Wie het vacature noemt, heeft gelijk.", []),
    ],
)
def test_an_article_tells_that_two_nouns_are_one(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", "SPL010", language="nl") == found
