"""Two nouns between which no phrase can end, and those between which one may."""

from __future__ import annotations

import pytest

from support import texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A noun that is counted, without an article.
        ("Je schrijft sterke klant brieven.", ["klant brieven"]),
        ("Je helpt om klant wensen om te zetten.", ["klant wensen"]),
        ("Wij hebben een groot belang bij klanten.", []),
        ("Je leidt een moeilijk belangen veld.", []),
        ("Een gerenommeerd tegel systeem in de bouw.", ["tegel systeem"]),
        ("Je werkt aan markt- en partner processen.", ["partner processen"]),
        # The stem of a verb where a noun must stand.
        ("Wij maken veilige betaal producten.", ["betaal producten"]),
        ("Het bleek pittig, en het kost tijd.", []),
        ("Ik betaal producten zelf.", []),
        # What hardly stands by itself.
        ("Een bedrijf met 130 werk nemers.", ["werk nemers"]),
        ("Een uitkering bij werk loosheid.", ["werk loosheid"]),
        # What the list has as one.
        ("De sector manager beslist.", ["sector manager"]),
        ("Met oog voor klant contact.", ["klant contact"]),
        ("Product informatie bijhouden is je werk.", ["Product informatie"]),
        ("Wat de functie inhoud betreft.", ["functie inhoud"]),
        # Where a phrase may end.
        ("Elke dag werk je op een andere plek.", []),
        ("Samen met het team werk je aan een plan.", []),
        ("Als planner beschik je over rust.", []),
        ("Je vindt met het team oplossingen voor klanten.", []),
        ("Hier vindt het gesprek plaats.", []),
        ("Zo maken meer mensen kennis met ons.", []),
        ("Een gezonde dosis energie en veel humor.", []),
        ("Voor een bedrijf regio Noord zoeken wij jou.", []),
        ("Een team van veertien medewerkers.", []),
        ("Zoals in de figuur weergegeven.", []),
        ("Wil je een verbetering voorstellen?", []),
        ("Een opleiding niveau 3.", []),
        ("De lasser buigt stangen en last staalconstructies.", []),
        ("Om ons als nieuwe organisatie vorm te geven.", []),
        ("Wij bieden betaalde social media campagnes.", ["social media campagnes"]),
    ],
)
def test_what_a_phrase_makes_one(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", "SPL010", language="nl") == found
