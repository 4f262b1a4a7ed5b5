"""Which words are the title of a vacancy: invented siblings of what was found in public texts."""

from __future__ import annotations

import pytest

from support import engine
from vaclint.model.source import Source

WORK = "Je werkt 24 uur per week en verdient € 2.900 per maand. Solliciteer voor 1 mei."
TITLES = {
    "a.md": (f"# Wij zoeken jou!\n\n### HULPKOK\n\n{WORK}\n", "HULPKOK"),
    "b.md": (
        f"Wij zoeken een energieke Beleidsmedewerker Sport die durft.\n\n{WORK}\n",
        "Beleidsmedewerker Sport",
    ),
    "2024-03-01-pastry-cook.md": (
        "---\ntitle: Vacancy at Eats\n---\n\nYou bake for our guests, 24 hours per week. We offer "
        "£2,400 a month. Please apply before 1 May.\n",
        "pastry cook",
    ),
    "c.md": (
        "# The Role of the Trust Administrator\n\nYou keep our books, 24 hours per week. Apply now.\n",
        "Trust Administrator",
    ),
    "d.md": (
        "# PhD position on tidal energy\n\nWe are looking for a strong candidate, 38 hours per week."
        "\n\n## Assistant Professor\n\nPlease send your application before 1 May.\n",
        "PhD position on tidal energy",
    ),
    "2025-05-04-lock-keeper.md": (
        "## Essential Duties/Responsibilities\n\nYou open the gates, 24 hours per week. We offer "
        "£2,400 a month. Please apply before 1 May.\n\n## Working hours\n\nFrom sunrise.\n",
        "lock keeper",
    ),
    "e.md": (
        f"## Belangrijkste taken en verantwoordelijkheden\n\n{WORK}\n\n## Wat wij jou bieden\n\nEen "
        "sluis.\n",
        None,
    ),
}


@pytest.mark.parametrize("path", TITLES)
def test_title(path: str) -> None:
    text, title = TITLES[path]
    assert (engine().understand(Source(path, text)).document.title_text or None) == title
