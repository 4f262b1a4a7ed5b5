"""Words with a capital in the middle of a sentence that name nothing."""

from __future__ import annotations

import pytest

from support import findings, texts


def found_in(text: str) -> list[str]:
    return texts(f"# Vacature kok\n\n{text}\n", "a.md", "SPL033", language="nl")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij zoeken een Directeur met ervaring.", ["Directeur"]),
        ("Een Directeur leidt de school.", ["Directeur"]),
        ("Je start als Commercieel Directeur bij ons.", ["Commercieel Directeur"]),
        ("Je hebt een Betaalde functie voor lange tijd.", ["Betaalde"]),
        ("Je werkt voor de Provincie.", []),
        ("Je werkt voor de Provincie, en geen provincie is zo groen.", ["Provincie"]),
        ("Je start als Provincie bij ons.", []),
        ("Wij zoeken een Directeur Zorg met ervaring.", []),
        ("Wij zoeken een Directeur van de Zorggroep.", []),
        ("Wij hebben een Directeur 2 nodig.", []),
        ("Wij Zoeken Een Directeur Met Ervaring.", []),
        ("Wij rijden in een Tesla en een Volvo naar klanten.", []),
        ("Directeur, Kok, Ober.", []),
    ],
)
def test_a_capital_that_names_nothing_is_told(text: str, found: list[str]) -> None:
    assert found_in(text) == found


def test_a_word_is_told_once_with_its_other_places() -> None:
    text = "# Vacature\n\nWij zoeken een Directeur. Een Directeur leidt ons team.\n"
    (finding,) = findings(text, "a.md", "SPL033", language="nl")
    assert finding.severity == "info"
    assert finding.properties == {"count": 2}
    assert len(finding.fixes[0].edits) == 2


def test_days_and_months_need_nothing_before_them_but_a_word_or_a_number() -> None:
    assert found_in("Vanaf 1 Januari 2031 werk je op Maandag.") == ["Januari", "Maandag"]
    assert found_in("Maandag open, op Goede Vrijdag dicht; Zaterdag ook.") == []
