"""Form of contract, place, employer, dates and contact, from keys, labels and fixed phrases."""

from __future__ import annotations

import pytest

from support import engine, resources
from vaclint.facts.details import contract_form, read_details
from vaclint.formats import parse
from vaclint.model.source import Source
from vaclint.model.values import Details


def details_of(text: str, path: str = "x.md") -> Details:
    document = parse(Source(path, text), engine().reading)
    found = read_details(document, resources())
    for detail in found:
        if detail is not None:
            assert 0 <= detail.span.start < detail.span.end <= len(text)
    return found


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("---\nplaats: Lindenbeek\n---\n\nTekst.", "location", "Lindenbeek"),
        (
            "---\nlocatie:\n  naam: Lindenbeek\n  straat: Dorpsweg 1\n---\n\nTekst.",
            "location",
            "Lindenbeek",
        ),
        ("- Standplaats: Lindenbeek\n", "location", "Lindenbeek"),
        ("Onze locatie in Lindenbeek is nieuw.", "location", "Lindenbeek"),
        ("De standplaats is Den Haag.", "location", "Den Haag"),
        ("---\norganisatie: De Linde\n---\n\nTekst.", "organization", "De Linde"),
        ("De gemeente Lindenbeek zoekt een kok.", "organization", "gemeente Lindenbeek"),
        ("---\ndatum: 2026-03-01\n---\n\nTekst.", "date_posted", "2026-03-01"),
        ("---\ndate: 2026-03-01T10:00:00+01:00\n---\n\nTekst.", "date_posted", "2026-03-01"),
        ("---\nsluitingsdatum: 1 mei 2026\n---\n\nTekst.", "closing_date", "2026-05-01"),
        ("Reageren voor: 30-11-2026\n", "closing_date", "2026-11-30"),
        ("Solliciteer uiterlijk 31 december 2026.", "closing_date", "2026-12-31"),
        (
            "---\ndatum: 2026-03-01\n---\n\nStuur je brief voor 1 mei naar Robin.",
            "closing_date",
            "2026-05-01",
        ),
        ("Stuur je brief voor 1 mei naar Robin.", "closing_date", "1 mei"),
        ("Please apply before 1 May 2026.", "closing_date", "2026-05-01"),
        ("Bel Fatima el Amrani op 06 - 12 34 56 78.", "contact_name", "Fatima el Amrani"),
        ("Bel Fatima el Amrani op 06 - 12 34 56 78.", "contact_phone", "06 - 12 34 56 78"),
        ("Mail naar werken@delinde.example voor meer.", "contact_email", "werken@delinde.example"),
        (
            "Je krijgt een contract voor onbepaalde tijd.",
            "contract",
            "contract voor onbepaalde tijd",
        ),
        ("- Contractvorm: tijdelijk, 1 jaar\n", "contract", "tijdelijk, 1 jaar"),
    ],
)
def test_detail(text: str, name: str, value: str) -> None:
    detail = getattr(details_of(text), name)
    assert detail is not None
    assert detail.value == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wij zijn sinds 1 mei 2020 gevestigd in een oud gebouw.", "closing_date"),
        ("Je werkt in een team van zes in een mooi pand.", "location"),
        ("Wij zoeken een kok met ervaring.", "organization"),
        ("Contact met bewoners is belangrijk.", "contact_name"),
        ("Vacaturenummer 462926, kamer 12.", "contact_phone"),
        ("Je hebt een contract nodig met de leverancier.", "contract"),
    ],
)
def test_what_is_not_said_is_not_guessed(text: str, name: str) -> None:
    assert getattr(details_of(text), name) is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("contract voor onbepaalde tijd", "permanent"),
        ("tijdelijk, 1 jaar", "temporary"),
        ("afstudeerstage", "internship"),
        ("zzp-opdracht", "contractor"),
        ("fulltime", ""),
    ],
)
def test_contract_form(text: str, form: str) -> None:
    assert contract_form(text, resources()) == form
