"""Write vacancies for timing: Markdown with front matter, invented, always the same for the same
number.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

TITLES = [
    "Planner",
    "Beleidsadviseur",
    "Verpleegkundige",
    "Monteur",
    "Jurist",
    "Teamleider",
    "Administrateur",
    "Docent",
    "Kok",
    "Chauffeur",
]
PLACES = ["Voorbeeldstad", "Oosterdam", "Lindenbeek", "Zandwijk", "Molenveld", "Hoogerheide"]
SUBJECTS = [
    "Je",
    "De afdeling",
    "Ons team",
    "De organisatie",
    "Jij",
    "De teamleider",
    "Een collega",
    "De directie",
]
VERBS = [
    "plant",
    "bespreekt",
    "verzorgt",
    "schrijft",
    "controleert",
    "regelt",
    "begeleidt",
    "verbetert",
    "beheert",
    "ontwikkelt",
]
OBJECTS = [
    "de diensten van twaalf collega's",
    "het rooster voor de komende maand",
    "de vragen van inwoners",
    "het onderhoud van de gebouwen",
    "de administratie van de afdeling",
    "nieuwe plannen voor de wijk",
    "de veiligheid op het terrein",
    "het overleg met leveranciers",
    "de zorg voor onze bewoners",
    "de lessen voor het volgende jaar",
    "een verslag voor de gemeenteraad",
    "het budget van het project",
]
ENDINGS = [
    "en let daarbij op de kosten",
    "samen met de andere afdelingen",
    "voordat de week begint",
    "en legt uit waarom dat nodig is",
    "zodat iedereen weet waar die aan toe is",
    "met oog voor wat mensen zelf willen",
    "en vraagt hulp als dat nodig is",
]
FLAWS = [
    "Als hij/zij vragen heeft, belt hij of zij de teamleider.", "Jij bent de spin in het web.",
    "Wij zoeken een kandidaat/kandidate met ervaring.",
    "Ten aanzien van het budget werk je hands-on.", "Je werkt in de de binnenstad.",
    "Wij bieden een marktconform salaris .", "Je plant  de dag.",
]  # fmt: skip


def vacancy(number: int) -> str:
    """The text of one vacancy, of about 3,500 characters."""
    rng = random.Random(number)
    title, place = rng.choice(TITLES), rng.choice(PLACES)
    low = rng.randrange(2400, 4200, 50)
    lines = [
        "---",
        f"title: {title}",
        f"plaats: {place}",
        f"salaris: {low} - {low + 900} per maand",
        f"uren: {rng.choice([24, 32, 36])}",
        "---",
        "",
        f"# {title} in {place}",
        "",
    ]

    def sentence() -> str:
        return (
            f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)} "
            f"{rng.choice(ENDINGS)}."
        )

    for heading in ("Wat ga je doen?", "Wie zoeken wij?", "Wat bieden wij?", "Over de organisatie"):
        lines += [f"## {heading}", ""]
        lines += [
            " ".join(
                [
                    *(sentence() for _ in range(4)),
                    rng.choice(FLAWS) if rng.random() < 0.4 else sentence(),
                ]
            ),
            "",
        ]
        lines += [f"- {sentence()}" for _ in range(4)] + [""]
    return "\n".join([*lines, "Solliciteer vóór 1 mei met een korte brief.", ""])


def write(folder: Path, count: int) -> int:
    """Write ``count`` vacancies in folders of a hundred; returns the number of bytes."""
    size = 0
    for number in range(count):
        path = folder / f"vacatures-{number // 100:02}" / f"vacature-{number:04}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(vacancy(number).encode())
    return size


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2])))
