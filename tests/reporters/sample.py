"""Three small invented texts and a file that cannot be read, checked with a few rules.

They are the input of the golden files in ``golden/``. The rules are few and settled, so that a
change of another rule does not change the files.
"""

from __future__ import annotations

from typing import Any

from support import engine, resources
from vaclint.model.errors import VaclintError
from vaclint.model.report import Look, Report
from vaclint.model.source import Source

RULES = (
    "DUP002", "DUP003", "GEN001", "GEN002", "HRS001", "HRS002", "JAR001", "SAL001", "SAL002",
    "WSP001", "WSP002", "WSP007",
)  # fmt: skip
COOK = """---
title: Kok (m/v/x)
uren: 24-32
---

# Kok in het verzorgingshuis

Wij zoeken een kandidaat/kandidate die de  keuken draaiende houdt.\x20
Hij/zij kookt elke dag voor tachtig bewoners .\x20
Je faciliteert de de afdeling, en de gasten faciliteer je ook.\x20
Je verdient een marktconform salaris.\x20

Solliciteren kan tot 1 mei bij Robin, die je graag in de keuken rondleidt.

Solliciteren kan tot 1 mei bij Robin, die je graag in de keuken rondleidt.
"""
PLANNER = """<h1>Planner</h1>
<p>We are looking for a planner. You will plan the shifts of twelve colleagues, and he/she who
asks for a day off gets it. You earn &euro;&nbsp;3,100 to &euro;&nbsp;3,400 per month.</p>
<h2>What we offer</h2>
<p>A team that works 36 hours per week. Apply before 1 May.</p>
"""
ABOUT = """# Over ons

Wij bakken sinds 1912 brood in Zandwijk. Iedereen is welkom in de winkel.
"""


def report(**options: Any) -> Report:
    """The report of a run over the three texts."""
    own = engine(select=RULES, **options)
    texts = (("kok.md", COOK), ("over.md", ABOUT), ("planner.html", PLANNER))
    files = tuple(own.check(Source(path, text)) for path, text in texts)
    assert not [error for file in files for error in file.errors]
    unread = VaclintError(
        "decode", "oud.txt", "not valid UTF-8: byte 0xe9 on line 2; save it as UTF-8"
    )
    return Report(files, (unread,), 2)


def look(language: str = "nl", **how: Any) -> Look:
    """The look of a report for people in a language."""
    pack = resources().languages[language]
    return Look(pack.section("output"), pack.numbers.decimal, language=language, **how)
