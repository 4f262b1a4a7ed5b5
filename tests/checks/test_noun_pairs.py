"""Two nouns beside each other that can only be one compound, and those that need not be."""

from __future__ import annotations

import pytest

from support import texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je doorloopt de vertaal procedure bij ons.", ["vertaal procedure"]),
        ("Je bewaakt alle veiligheids regels.", ["veiligheids regels"]),
        ("Een zure harings lucht is geen bezwaar.", []),
        ("Wij zoeken iemand voor onze server ruimte.", ["server ruimte"]),
        ("Je krijgt een goederen lift van ons.", ["goederen lift"]),
        ("De ploegen rooster en muis staan klaar.", []),
        ("Je beantwoordt diverse klant brieven.", ["klant brieven"]),
        ("Als zwembad monteur werk je buiten.", ["zwembad monteur"]),
        ("Als monteur zwembad werk je buiten.", []),
        ("Een loon met prestatie bonus.", ["prestatie bonus"]),
        ("De klant irritatie besparen is je vak.", []),
        ("Je legt de klant aanpak en kosten uit.", []),
        ("Bibliotheek Medewerker", ["Bibliotheek Medewerker"]),
        ("Front Office Medewerker", []),
        ("Zorg dat je je identiteits bewijs bij je hebt.", ["identiteits bewijs"]),
        ("Een proef dag is mogelijk.", ["proef dag"]),
        ("Met middag pauze.", ["middag pauze"]),
        ("In de middag klanten bezoeken.", []),
        ("Je maakt van ideeën realiteit.", []),
        ("Ervaring in de e-commerce markt.", ["e-commerce markt"]),
        ("Je zoekt het bewust rustig in Robin bewust.", []),
        ("De cao toegang tot scholing geven.", []),
        ("Je bouwt onze WordPress websites.", ["WordPress websites"]),
        ("Een Limburgs bedrijf met een Rotterdamse klant.", []),
        ("Je onderhoudt hun QRZ processen.", ["QRZ processen"]),
    ],
)
def test_nouns_that_are_one(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", "SPL010", language="nl") == found
