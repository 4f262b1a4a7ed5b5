"""Which words are the title of a vacancy: invented siblings of what was found in public texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support import engine
from vaclint.faces.cli import run
from vaclint.model.source import Source

WORK = "Je werkt 24 uur per week en verdient € 2.900 per maand. Solliciteer voor 1 mei."
KEEP = "You open the gates, 24 hours per week. We offer £2,400 a month. Please apply before 1 May."
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
    "tidy.md": (
        f"# Meer weten?\n\nWij zoeken een vriendelijke en kalme Imker.\n\n{WORK}\n",
        "Imker",
    ),
    "unhurried.md": (
        f"# The Lantern\n\nWe are looking for a friendly and unhurried lock keeper.\n\n{KEEP}\n",
        "lock keeper",
    ),
    "at-the.md": (f"# Imker bij het Waterhuis\n\n{WORK}\n", "Imker"),
    "at-the-field.md": (f"# Imker bij het vak Latijn\n\n{WORK}\n", "Imker bij het vak Latijn"),
    "required.md": (f"# 10 LOCK KEEPERS REQUIRED\n\n{KEEP}\n", "LOCK KEEPERS"),
    "job-offers.md": (f"# Job offers! Lock keepers\n\n{KEEP}\n", "Lock keepers"),
    "filed.md": (f"# Ref. 2031-17 Imker\n\n{WORK}\n", "Imker"),
    "filed-last.md": (f"# Vacature: imker (2031-04)\n\n{WORK}\n", "imker"),
    "filed-code.md": (f"# LK-2041: Lock keeper\n\n{KEEP}\n", "Lock keeper"),
    "filed-not.md": (f"# 3D-tekenaar\n\n{WORK}\n", "3D-tekenaar"),
    "several-of.md": (f"# Lock keeper(s)\n\n{KEEP}\n", "Lock keeper"),
    "merits.md": (f"# Ervaren en vrolijke imker\n\n{WORK}\n", "imker"),
    "merits-not.md": (f"# Creative Director\n\n{KEEP}\n", "Creative Director"),
    "merits-behind.md": (f"# Imker met hart voor bloemen\n\n{WORK}\n", "Imker"),
    "needed-for.md": (f"# Lock keeper needed for 3 days a week\n\n{KEEP}\n", "Lock keeper"),
    "called-then.md": (f"# Bestuurslid gezocht: penningmeester\n\n{WORK}\n", "penningmeester"),
    "called-help.md": (f"# Wij zoeken versterking: allround imker\n\n{WORK}\n", "allround imker"),
    "state.md": (f"# Imker per direct gezocht!\n\n{WORK}\n", "Imker"),
    "state-first.md": (f"# CLOSED: Lock keeper\n\n{KEEP}\n", "Lock keeper"),
    "state-last.md": (f"# Lock keeper - Immediate start!\n\n{KEEP}\n", "Lock keeper"),
    "asked.md": (f"# Word jij onze nieuwe imker?\n\n{WORK}\n", "imker"),
    "asked-as.md": (f"# Kom jij ons team versterken als imker?\n\n{WORK}\n", "imker"),
    "asked-who.md": (f"# Ben jij de imker die wij zoeken?\n\n{WORK}\n", "imker"),
    "asked-our.md": (f"# Could you be our next lock keeper?\n\n{KEEP}\n", "lock keeper"),
    "asked-for.md": (f"# Allround imker, iets voor jou?\n\n{WORK}\n", "Allround imker"),
    "house-first.md": (f"# Gemeente Ochtdam – Adviseur Bos\n\n{WORK}\n", "Adviseur Bos"),
    "house-small.md": (f"# Imker voor restaurant De Klaver\n\n{WORK}\n", "Imker"),
    "aged.md": (f"# Keukenhulp/afwasser (16+)\n\n{WORK}\n", "Keukenhulp/afwasser"),
    "part-of-one.md": (f"# Docent Imkerij 0,4 - 0,6 fte\n\n{WORK}\n", "Docent Imkerij"),
    "first-of-several.md": (
        f"# Lock keeper (Remote, Ochtdam only)\n\n{KEEP}\n",
        "Lock keeper",
    ),
    "menu.html": (
        "<body><div><p>Home</p><p>Imker</p><p>Over ons</p><p>Honing</p><p>Contact</p></div>"
        f"<h1>Vacatures</h1><p>Open positie</p><div>Mandenvlechter</div><p>{WORK}</p></body>",
        "Mandenvlechter",
    ),
    "opening-of.md": (f"# [Hiring] Lock Keeper\n\n{KEEP}\n", "Lock Keeper"),
    "season-of.md": (f"# Trainer JO11 seizoen 2031-2032\n\n{WORK}\n", "Trainer JO11"),
    "from-then.md": (f"# Imker (fulltime) met ingang van 1 mei\n\n{WORK}\n", "Imker"),
    "chance.md": (f"# Exciting opportunity for a Lock Keeper!\n\n{KEEP}\n", "Lock Keeper"),
    "builder-behind.md": (f"# Imker - Bouwbedrijf Ochtsteen\n\n{WORK}\n", "Imker"),
    "town-by-code.md": (
        f"# Imker in Ochtdam\n\n{WORK}\n\nKom langs: Sluisweg 3, 1234 AB Ochtdam.\n",
        "Imker",
    ),
    "town-not-told.md": (f"# Adviseur in Bosbeheer\n\n{WORK}\n", "Adviseur in Bosbeheer"),
    "binary.md": (f"# Loodgieter (m/v/nb)\n\n{WORK}\n", "Loodgieter"),
    "with-job.md": (
        "---\ntitle: Harbour garden\n---\n\nWe need someone to act as a Harbour Garden Volunteer on "
        f"Mondays.\n\n{KEEP}\n",
        "Harbour Garden Volunteer",
    ),
    "numbered.md": (f"## 1. Orgelstemmer\n\n{WORK}\n", "Orgelstemmer"),
    "how-many.md": (f"### 2 Beekeepers\n\n{WORK}\n", "Beekeepers"),
    "asks.txt": (f"Parochie Ee vraagt een imker\n\n{WORK}\n", "imker"),
    "pieces.md": (f"# De Ketel – Loodgieter – Ee\n\n{WORK}\n", "Loodgieter"),
    "behind-firm.md": (f"# Urgent – Loodgieter gezocht!\n\n{WORK}\n", "Loodgieter"),
    "nobody.md": (f"# Wij zoeken een collega\n\n(Hulp)kok\n\n{WORK}\n", "(Hulp)kok"),
    "called.html": (
        "<body><h1>Lead Klokkenspel</h1><p>Als Lead Klokkenspel stem je de klokken.</p><h2>Wij bieden"
        f"</h2><p>{WORK}</p><h2>Loodgieter</h2><p>Meer weten?</p></body>",
        "Lead Klokkenspel",
    ),
    "field.md": (f"# Loodgieter – Noord\n\n{WORK}\n", "Loodgieter – Noord"),
    "stage.md": (f"# Stage – Loodgieter\n\n{WORK}\n", "Stage – Loodgieter"),
    "picture.md": (f"# Loodgieter 📍 Standplaats: Ee\n\n{WORK}\n", "Loodgieter"),
    "team.md": (f"# Kokkin of kok voor onze kantine\n\n{WORK}\n", "Kokkin of kok"),
    "call.md": (f"# De Ketel zoekt een loodgieter!\n\n{WORK}\n", "loodgieter"),
    "sought-twice.md": (f"# Loodgieter gezocht !!\n\n{WORK}\n", "Loodgieter"),
    "sought-there.md": (f"# Loodgieter gezocht – De Vries & Zn, Zwolle\n\n{WORK}\n", "Loodgieter"),
    "wanted.md": (f"# Zorgzame kraamverzorgende gezocht!\n\n{WORK}\n", "kraamverzorgende"),
    "as.md": (f"# Maak het verschil als huisarts\n\n{WORK}\n", "huisarts"),
    "colon.md": (f"# Een droom van een plek: imker\n\n{WORK}\n", "imker"),
    "squeezed.txt": (
        "Beiaardier (toren) - MEIJE Ga naar de inhoud Vind een job Vind een opleiding " + WORK * 6,
        "Beiaardier (toren)",
    ),
    "item.md": (
        "# Cheese Affineur\n\n## What you do\n\n- You turn the wheels\n- A salesman by nature, with"
        " two years behind you\n\nYou work 24 hours per week. Please apply before 1 May.\n",
        "Cheese Affineur",
    ),
    "banner.html": (
        "<body><div class='banner'><h3>Organ Tuner</h3></div><main><h2>Overview</h2><p>You tune the"
        " organs, 24 hours per week. We offer £2,400 a month.</p></main></body>",
        "Organ Tuner",
    ),
    "announced.html": (
        "<head><title>Eelman – Vacature – De Fuik</title></head><body><h2>Ook: visser</h2>"
        f"<p>{WORK}</p></body>",
        "Eelman",
    ),
    "plural.html": (
        f"<body><h4>06 12 34 56 78</h4><h4>Lange Kade 1</h4><h3>Rietdekkers</h3><p>{WORK}</p></body>",
        "Lange Kade 1",
    ),
    "plural2.html": (
        f"<body><h4>06 12 34 56 78</h4><h4>Lange Kade 1</h4><h3>Loodgieters</h3><p>{WORK}</p></body>",
        "Loodgieters",
    ),
    "image.html": (
        "<body><img src='a.jpg' alt='een kok roert in een pan'><h1>Word één van ons!</h1>"
        f"<p>Pannenspoeler (m/v/x)</p><p>{WORK}</p></body>",
        "Pannenspoeler",
    ),
    "compound.txt": (
        "Ervaren Bedstederegisseur\n\nDe afdeling Wonen zoekt een ervaren regisseur. "
        + WORK
        + "\n",
        "Ervaren Bedstederegisseur",
    ),
    "parts.md": (
        "---\nsections:\n  - heading: Een stage bij de duikers\n    text: Je werkt 24 uur per week en"
        " verdient € 290 per maand. Solliciteer voor 1 mei.\n---\n",
        "Een stage bij de duikers",
    ),
    "cliche.html": (
        "<body><h1>Planetariumgids</h1><p>Je toont de sterren. Wij zoeken een enthousiaste "
        f"duizendpoot.</p><p>{WORK}</p></body>",
        "Planetariumgids",
    ),
    "demand.txt": (
        "Voor onze molen zijn wij op zoek naar een ervaren loodgieter.\n\nFUNCTIE-EISEN:\n- Twee jaar "
        f"ervaring als loodgieter in een molen\n\n{WORK}\n",
        "loodgieter",
    ),
    "wrapped.html": (
        "<body><h2>Meedoen?</h2><p>De Lier is niets zonder de handen van de vele\n  muzikanten die "
        f"hier spelen.</p><p>{WORK}</p></body>",
        "Meedoen?",
    ),
    "about.txt": (
        "Onze kijk\n\nVoor de imker is het werk in de tuin een feest, omdat hij er de hele dag buiten "
        f"is. {WORK * 3}\n",
        "Onze kijk",
    ),
    "sum.md": (f"# Imker - vanaf € 14,50 per uur\n\n{WORK}\n", "Imker"),
    "rupees.md": (f"# Pre primary teacher 15000/-\n\n{WORK}\n", "Pre primary teacher"),
    "no-sum.md": (f"# Monteur 380V en niveau 3\n\n{WORK}\n", "Monteur 380V en niveau 3"),
    "for-name.md": (f"# Poetshulp voor De Lantaarn\n\n{WORK}\n", "Poetshulp"),
    "for-what.md": (
        f"# Adviseur voor Duurzaamheid\n\n{WORK}\n",
        "Adviseur voor Duurzaamheid",
    ),
    "ending.md": (
        f"# Vacatures\n\nWij zoeken een pedagogisch medewerk(st)er voor de groep.\n\n{WORK}\n",
        "pedagogisch medewerker",
    ),
    "volunteer.html": (
        f"<body><h1>Onze tuin</h1><h2>VRIJWILLIGER WORDEN?</h2><p>{WORK}</p></body>",
        "VRIJWILLIGER",
    ),
    "become.md": (
        "# Become a volunteer\n\nWe need helping hands, 4 hours per week. Please apply by mail.\n",
        "volunteer",
    ),
    "tail.md": (f"# Night Porter Job Description (closed)\n\n{WORK}\n", "Night Porter"),
    "states.md": (
        "De Ketel heeft momenteel 150 medewerkers\n\n# STAGE KETELBOUW\n\n"
        f"{WORK}\n\n# De context van de functie\n\nWarm.\n",
        "STAGE KETELBOUW",
    ),
    "nested.md": (
        "---\ntitle: Job Vacancies\nvacancies:\n  - heading: Lock keeper\n    text: You open the "
        "gates, 24 hours per week. We offer £2,400 a month. Please apply before 1 May.\n---\n",
        "Lock keeper",
    ),
    "department.md": (
        f"---\ntitle: Keuken\n---\n\n## Hulpkok\n\n{WORK}\n",
        "Hulpkok",
    ),
    "cheer.md": (
        f"---\ntitle: Come and work with us!\n---\n\nWe are looking for a beekeeper. {WORK}\n",
        "beekeeper",
    ),
    "people.md": (
        f"# De Ketel zoekt vrolijke collega's, om aan de slag te gaan als loodgieter\n\n{WORK}\n",
        "loodgieter",
    ),
    "unlisted.md": (
        f"# De Rietkraag\n\nWij zijn op zoek naar een ervaren kruisboogstemmer.\n\n{WORK}\n",
        "kruisboogstemmer",
    ),
    "employer.md": (
        f"# De Rietkraag\n\nBen je op zoek naar een werkgever met hart?\n\n{WORK}\n",
        "De Rietkraag",
    ),
    "list.txt": (
        f"De Rietkraag\n\nOp dit moment zoeken wij:\n\n- Bakkers voor de ochtend\n\n{WORK}\n",
        "Bakkers",
    ),
    "careers.html": (
        "<body><h1>Careers at The Kettle</h1><h2>Available positions</h2><ul><li>Tea Barista</li>"
        "<li>Cashier</li></ul><p>Please send your resume to Jo. You work 24 hours.</p></body>",
        "Tea Barista",
    ),
    "button.html": (
        "<body><h1>Vacatures</h1><button><h2>LOODGIETER (32-40 u/pw)</h2></button>"
        f"<div><p>{WORK} Wij zoeken meerdere bakkers.</p></div></body>",
        "LOODGIETER",
    ),
    "firm.html": (
        "<body><h1>OPEN DATA</h1><p>Ketel|Tuit heeft momenteel ruim 150 medewerkers. Collegialiteit "
        f"is fijn. {WORK * 4}</p></body>",
        "OPEN DATA",
    ),
    "sentence.html": (
        "<body><h1>Vacatures</h1><h3>Wij zoeken mensen die graag meedenken als lid van het team bij "
        f"Blauwe Kuil.</h3><h2>Loodgieter ☆☆☆</h2><p>{WORK}</p></body>",
        "Loodgieter",
    ),
    "anybody.txt": (
        "Daarom zoeken wij versterking.\n\nAls imker werk je 24 uur per week en verdien je "
        "€ 2.900 per maand. Solliciteer voor 1 mei.\n",
        "imker",
    ),
    "at-firm.md": (f"# Loodgieter (m/v/x) bij De Ketel\n\n{WORK}\n", "Loodgieter"),
    "at-firm-en.md": (
        "# Beekeeper (Full Time) at Hive & Honey\n\nYou keep our bees, 24 hours per week. We offer "
        "£2,400 a month. Please apply before 1 May.\n",
        "Beekeeper",
    ),
    "at-what.md": (f"# Loodgieter bij storingen\n\n{WORK}\n", "Loodgieter bij storingen"),
    "at-firm-in-town.md": (
        f"# Loodgieter bij De Ketel in Ee\n\n{WORK}\n",
        "Loodgieter",
    ),
    "seeks.txt": (
        f"De Ketel Ee zoekt een loodgieter voor een klant in de buurt. {WORK * 4}\n",
        "loodgieter",
    ),
    "as.txt": (f"Als technisch loodgieter hou je van koper. {WORK * 4}\n", "technisch loodgieter"),
    "behind-section.txt": (
        f"TAKEN Als Loodgieter Noord zijn dit je dagen: koper buigen. {WORK * 4}\n",
        "Loodgieter Noord",
    ),
    "next-sentence.txt": (
        f"Loodgieter Hou jij van koper en van mensen? Dan is dit werk voor jou. {WORK * 4}\n",
        "Loodgieter",
    ),
    "as-line.txt": (
        "Senior Beekeeper Data Governance\n\nAs a Beekeeper\n\nYou keep our bees, 24 hours per "
        "week. We offer £2,400 a month. Please apply before 1 May.\n",
        "Senior Beekeeper Data Governance",
    ),
    "compound-job.txt": (
        f"Jobstudent op zee\n\nWij zoeken een student. {WORK}\n",
        "Jobstudent op zee",
    ),
    "glance.txt": (
        "At a glance\n\nAs a beekeeper you keep our bees, 24 hours per week. We offer £2,400 a "
        "month. Please apply before 1 May.\n",
        "beekeeper",
    ),
    "in-short.txt": (
        f"In het kort\n\nAls imker zorg je voor de bijen. {WORK}\n",
        "imker",
    ),
    "gap.txt": (
        f"[statement on equal pay]\n\nAls imker zorg je voor de bijen. {WORK}\n",
        "imker",
    ),
    "bracket.md": (f"# Loodgieter (m/v/x) (24 tot 32 uur)\n\n{WORK}\n", "Loodgieter"),
    "hours.md": (f"# Loodgieter - 24-32 uur per week\n\n{WORK}\n", "Loodgieter"),
    "run.md": (f"# Loodgieter 32 uur\n\n{WORK}\n", "Loodgieter"),
    "no-run.md": (f"# Loodgieter nachtdienst 2\n\n{WORK}\n", "Loodgieter nachtdienst 2"),
    "level.md": (f"# Loodgieter (niveau 3)\n\n{WORK}\n", "Loodgieter (niveau 3)"),
    "within-bracket.md": (f"# Loodgieter (Ee, 32 uur)\n\n{WORK}\n", "Loodgieter (Ee, 32 uur)"),
    "season.md": (
        "# Beekeeper (July 2031)\n\nYou keep our bees, 24 hours per week. We offer £2,400 a month. "
        "Please apply before 1 May.\n",
        "Beekeeper",
    ),
    "for-season.md": (
        "# Hiring Beekeeper for spring 2031\n\nYou keep our bees, 24 hours per week. We offer £2,400 "
        "a month. Please apply before 1 May.\n",
        "Beekeeper",
    ),
    "firm-told.md": (
        f"# Loodgieter (parttime) – De Koperen Ketel, Ee\n\nDe Koperen Ketel is een werkplaats. Wij buigen "
        f"koper. {WORK}"
        "\n",
        "Loodgieter",
    ),
    "firm-seeks.md": (
        f"# Loodgieter | Ketelbouw | 2031-2032\n\nKetelbouw zoekt een vakmens. {WORK}\n",
        "Loodgieter",
    ),
    "firm-at.md": (
        f"# Loodgieter — Ketelbouw\n\nWerken bij Ketelbouw is bijzonder. {WORK}\n",
        "Loodgieter",
    ),
    "firm-address.md": (
        f"# Loodgieter — Ketelbouw\n\n{WORK} Mail naar werk@ketelbouw.example.\n",
        "Loodgieter",
    ),
    "field-address.md": (
        f"# Loodgieter – Drinkwater\n\n{WORK} Zie https://ketel.example/loodgieter-drinkwater.\n",
        "Loodgieter – Drinkwater",
    ),
    "field-told.md": (
        f"# Loodgieter – Warm Water\n\nHet Warm Water is een vak apart. {WORK}\n",
        "Loodgieter – Warm Water",
    ),
    "place-key.md": (
        f"---\ntitle: Loodgieter, Ee\nlocation: Ee\n---\n\n{WORK}\n",
        "Loodgieter",
    ),
    "crew.md": (
        "---\ntitle: We are hiring! Summer Orchard Crew\n---\n\nYou pick pears, 24 hours per week. We "
        "offer £14 an hour. Please apply before 1 May.\n",
        "Summer Orchard Crew",
    ),
    "announced.md": (
        f"# Vacature: Klokkenploeg\n\nWij zoeken een handige imker. {WORK}\n",
        "Klokkenploeg",
    ),
    "committee.md": (
        f"---\ntitle: Vacature commissie Feest\n---\n\nWij zoeken kartrekkers. {WORK}\n",
        "commissie Feest",
    ),
    "several-wanted.md": (f"# Nieuw leven - bakkers gezocht!\n\n{WORK}\n", "bakkers"),
    "full-time.txt": (
        "The Kettle seeks a full-time Beekeeper. You keep our bees, 24 hours per week. We offer "
        "£2,400 a month. Please apply before 1 May.\n",
        "Beekeeper",
    ),
    "how-many.txt": (
        "The Kettle is searching for two (2) full-time lock keepers to open the gates, 24 hours per "
        "week. We offer £2,400 a month. Please apply before 1 May.\n",
        "lock keepers",
    ),
    "small-and-great.txt": (
        f"Wij zoeken een student Wall Painter voor onze molen. {WORK * 3}\n",
        "student Wall Painter",
    ),
    "and.txt": (
        f"Wij zoeken een Imker Bijen & Hommels voor onze tuin. {WORK * 3}\n",
        "Imker Bijen & Hommels",
    ),
    "first-line.txt": (
        "Senior Imker Zachte Koude Veldkruiden Oever en Bosrand Noord\n\nAls imker zorg je voor de "
        f"bijen. Wij zoeken een imker. {WORK * 3}\n",
        "Senior Imker Zachte Koude Veldkruiden Oever en Bosrand Noord",
    ),
    "things.md": (
        f"## Taken\n\n- Borden, wagens, servers, hamers\n\nAls imker zorg je voor bijen. {WORK}\n",
        "imker",
    ),
    "position.md": (f"# Deputy Head Cook Position\n\n{KEEP}\n", "Deputy Head Cook"),
    "whole-bracket.md": (f"# Lock Keeper (Canal Position)\n\n{KEEP}\n", "Lock Keeper"),
    "opening.md": (f"# Lock Keeper opening at The Kettle\n\n{KEEP}\n", "Lock Keeper"),
    "part-time.md": (f"# Part-Time Cook for Otter Kids\n\n{KEEP}\n", "Cook for Otter Kids"),
    "times.md": (
        f"# 2x lock keepers, Tolbury County Canal\n\nAt Tolbury County Canal you are outdoors. {KEEP}"
        "\n",
        "lock keepers",
    ),
    "with.md": (f"# Intern with Pewter\n\nAt Pewter we make cups. {KEEP}\n", "Intern"),
    "with-what.md": (f"# Cook with Pewter\n\nYou polish pewter. {KEEP}\n", "Cook with Pewter"),
    "seeking.md": (
        f"# Lock Keeper (Part-Time) – St Odo’s, Leeds\n\nSt Odo’s is seeking a calm keeper. {KEEP}\n",
        "Lock Keeper",
    ),
    "call-behind.md": (
        f"# Coordinator: become a chair of the Otter Network\n\n{KEEP}\n",
        "Coordinator",
    ),
    "things-behind.md": (
        f"# Coordinator: chairs and tables\n\n{KEEP}\n",
        "Coordinator: chairs and tables",
    ),
    "open-regio.md": (f"# Imker regio Zandvoorde\n\n{WORK}\n", "Imker"),
    "parttime.md": (f"# Imker parttime\n\n{WORK}\n", "Imker"),
    "full-and-part.md": (f"# Full-Time and Part-Time Lock Keeper\n\n{KEEP}\n", "Lock Keeper"),
    "based.md": (f"# Lock Keeper based in Leeds\n\n{KEEP}\n", "Lock Keeper"),
    "article.md": (f"# the Lock Keeper\n\n{KEEP}\n", "Lock Keeper"),
    "tag.md": (
        f"---\nrole: keeper\n---\n\nWe are seeking a Lock Keeper for the canal. {KEEP}\n",
        "Lock Keeper",
    ),
    "tag-and-praise.md": (
        f"---\nfunctie: imker\n---\n\nWij zoeken een voornamelijk zittende imker. {WORK}\n",
        "imker",
    ),
    "regio.md": (f"# Imker heidehoning (regio Zandvoorde)\n\n{WORK}\n", "Imker heidehoning"),
    "piece.md": (f"# Imker heidehoning – regio Zandvoorde\n\n{WORK}\n", "Imker heidehoning"),
    "area.md": (f"# Lock Keeper (Leeds area)\n\n{KEEP}\n", "Lock Keeper"),
    "area-of-work.md": (
        f"# Lock Keeper - Water Level Area\n\n{KEEP}\n",
        "Lock Keeper - Water Level Area",
    ),
    "line-to-reader.txt": (
        f"Hierom wil jij als imker werken\n\nBijen zijn lief.\n\n{WORK}\n",
        "imker",
    ),
    "slogan-list.md": (
        "---\ntitle: Klompensnijder\nintro: Wij zoeken een tweetalige klompensnijder.\n---\n\n## Aanbod\n\n"
        f"- Een zelfstandige activiteit aan zee\n\n{WORK}\n",
        "Klompensnijder",
    ),
    "label-of-work.md": (
        "# Jobs\n\n## Lock Keeper and advocate\n\n**Role**: Open and close the gates of our locks\n\n"
        f"{KEEP}\n",
        "Lock Keeper and advocate",
    ),
    "firm-acts.html": (
        "<head><title>Tidal Health | Open position</title></head><body><h1>Tidal Health</h1>"
        f"<h2>Lock Keeper</h2><p>Tidal Health makes gates.</p><p>{KEEP}</p></body>",
        "Lock Keeper",
    ),
    "job-key.md": (
        "---\ntitle: Tolbury College - Lock Position\njobTitle: Lock Position\n---\n\n"
        + KEEP
        + "\n",
        "Lock Position",
    ),
    "marks.md": (f"# Loodgieter m/v/x voor de ploeg\n\n{WORK}\n", "Loodgieter voor de ploeg"),
    "marks-de.md": (f"# Lock Keeper (f/m/d)\n\n{KEEP}\n", "Lock Keeper"),
    "in-list.md": (f"---\ntitle: Careers - Lock Keeper\n---\n\n{KEEP}\n", "Lock Keeper"),
    "led.md": (f"# Gezocht: Loodgieter voor 24-32 uur\n\n{WORK}\n", "Loodgieter"),
    "behind-section.md": (
        "---\ntitle: Careers at Tidal Gates\n---\n\n# About the role - Lock Keeper\n\n"
        + KEEP
        + "\n",
        "Lock Keeper",
    ),
    "gate-selling.html": (
        "<head><title>Gate Selling</title></head><body><h1>Tidal</h1><h3>Gate Selling (2 positions)"
        f"</h3><p>{KEEP}</p><h3>Other Positions</h3><ul><li>Sales Manager, Gates</li></ul></body>",
        "Gate Selling",
    ),
    "certificate.txt": (
        "Tidal is looking for an Assistant Keeper for the season.\n\nQualifications\n\n- National Gate "
        f"and First Aid\n- a boat as an asset\n\n{KEEP}\n",
        "Assistant Keeper",
    ),
    "description-of.md": (
        f"---\ntitle: TCW Position Description Lock Keeper\n---\n\n{KEEP}\n",
        "Lock Keeper",
    ),
    "available.md": (
        f"---\ntitle: Canal Lock Keeper Positions Available\n---\n\n{KEEP}\n",
        "Canal Lock Keeper",
    ),
    "stonedressers.txt": (
        "We are hiring two student stonedressers to help with our walls. You work 24 hours per week. "
        "Please apply before 1 May.\n",
        "student stonedressers",
    ),
    "called-for.md": (f"# Bemanning gezocht\n\n{WORK}\n", "Bemanning"),
    "one.md": (
        f"# Een imker Lindenhoning & Wassen (avond)\n\n{WORK}\n",
        "imker Lindenhoning & Wassen (avond)",
    ),
    "whole.md": (
        "---\ntitle: Hiring Lock Keeper for spring 2031\n---\n\nMarsh Water Lock Keeper: Tolbury\n\n"
        f"{KEEP}\n",
        "Marsh Water Lock Keeper",
    ),
    "capitals.md": (
        "# Seeking a Lock Keeper\n\nWe are seeking a *Canal and Marsh Lock Keeper* to open gates. "
        f"{KEEP}\n",
        "Canal and Marsh Lock Keeper",
    ),
    "as-whole.txt": (
        f"De Ketel zoekt een imker!\n\nAls technisch imker hou je van bijen. {WORK}\n",
        "imker",
    ),
    "quarter.html": (
        f"<head><title>Imker bos & hei 2031 Q3 - De Korf</title></head><body><h1>Imker bos & hei 2031 Q3"
        f"</h1><p>{WORK}</p></body>",
        "Imker bos & hei",
    ),
    "adult.md": (f"---\ntitle: Become an Adult Volunteer\n---\n\n{KEEP}\n", "Adult Volunteer"),
    "before-list.html": (
        f"<body><h1>Online Imker Vacatures / Bijenhouder Jobs</h1><p>{WORK}</p></body>",
        "Online Imker",
    ),
    "dots.md": (
        f"---\ntitle: Vacancy - Temporary Lock Support help needed ......\n---\n\n{KEEP}\n",
        "Temporary Lock Support",
    ),
    "firm-in-town.md": (
        f"# Loodgieter – De Koperen Ketel\n\nDe Koperen Ketel in Ee zoekt een vakmens. {WORK}\n",
        "Loodgieter",
    ),
    "behind-hours.md": (
        f"---\ntitle: Vacature Orgel / Carillon stemmer en imker 24 - 32 uur p/w Ee\n---\n\n{WORK}\n",
        "Orgel / Carillon stemmer en imker",
    ),
    "of-care.md": (f"# Imker 24 uur Wespenzorg\n\n{WORK}\n", "Imker 24 uur Wespenzorg"),
    "between.html": (
        "<body><h1>Vacatures</h1><p>Op dit moment zoeken wij:</p><p>-Loodgieter tussen 12 uur en 16 "
        f"uur per week</p><p>{WORK}</p></body>",
        "Loodgieter",
    ),
    "town.md": (f"# Loodgieter - Zutphen\n\n{WORK}\n", "Loodgieter"),
    "firm-and-town.md": (
        f"# Loodgieter, Eethuis Ter Ee, Gouda\n\n{WORK}\n",
        "Loodgieter, Eethuis Ter Ee, Gouda",
    ),
    "particle.md": (f"# Kijk hier eens door\n\n{WORK}\n", "Kijk hier eens door"),
    "country.md": (
        f"# Loodgieter - Zutphen, Nederland\n\n{WORK}\n",
        "Loodgieter - Zutphen, Nederland",
    ),
    "town-in-brackets.md": (f"# Lock Keeper (Milton Keynes)\n\n{KEEP}\n", "Lock Keeper"),
    "street.html": (
        "<body><h1>Slootweg 12 Ee</h1><h2>Bronslijmer DAV</h2><h2>Over de functie</h2>"
        f"<p>{WORK}</p></body>",
        "Bronslijmer DAV",
    ),
    "at-firm.html": (
        "<body><p>Vacatures</p><h1>Werken bij De Koperen Ketel</h1><p>Wij zoeken vakmensen.</p>"
        f"<p>Vacature</p><h2>BIM Klokkenspel</h2><p>{WORK}</p></body>",
        "BIM Klokkenspel",
    ),
    "several.html": (
        "<body><h1>Careers</h1><h2>Ferry Hosts</h2><p>We are looking for people who greet our guests."
        f" {KEEP}</p><h2>Lock Keeper</h2><p>As a lock keeper you open gates.</p></body>",
        "Ferry Hosts",
    ),
    "capital-lines.html": (
        "<head><title>Marsh Boats - Employment</title></head><body><p>EMPLOYMENT OPPORTUNITIES</p>"
        "<p>There is always room for Ferry and Punt pilots.</p><p>FERRY PILOTS</p><p>$12.50 - "
        "$14.50 per hour, minimum 18 hours per week</p><p>PUNT PILOTS</p></body>",
        "FERRY PILOTS",
    ),
    "runs-on.md": (
        "# So you want to be a smoker?\n\nSmokers zijn met hun tienen de vrolijkste, en vast ook de "
        "oudste ploeg van\n[De Korf](https://korf.example). Je werkt 24 uur per week.\n",
        "smoker",
    ),
    "ps.html": (
        "<body><h1>KLOKKEN STEMMEN | Wagen - Werkplaats</h1><p>Je werkt als klokken stemmen imker in "
        f"Ee. {WORK}</p><h3>PS: dit is voorlopig nog steeds een open vacature.</h3></body>",
        "klokken stemmen imker",
    ),
    "become-nl.md": (f"# Word bijlesgever\n\n{WORK}\n", "bijlesgever"),
    "become-en.md": (f"# Become a Lock Keeper\n\n{KEEP}\n", "Lock Keeper"),
    "in-place.md": (
        "---\ntitle: buurtloodgieter in Korfhoeve\n---\n\nKorfhoeve heeft veel bijen, en we zoeken mensen "
        f"uit de buurt. {WORK}\n",
        "buurtloodgieter",
    ),
    "in-field.md": (
        f"---\ntitle: imker in Wespen\n---\n\nWij zoeken iemand voor de korven. {WORK}\n",
        "imker in Wespen",
    ),
    "archives.md": (
        "---\ntitle: Vacancy archives\n---\n\n# Vacancies for lock positions\n\n- **Graduate marsh "
        f"water lock keeper**. We are looking for somebody part-time. {KEEP} {KEEP} {KEEP}\n",
        "Graduate marsh water lock keeper",
    ),
    "subject.html": (
        "<body><p>Tidal is now hiring both summer and winter hands. The Ferry Lock Keeper, "
        f"acting as a self-employed gate vendor, will open gates. {KEEP}</p></body>",
        "Ferry Lock Keeper",
    ),
    "praised.html": (
        "<body><h2>VACANCIES</h2><p>Tidal is seeking to recruit an experienced and highly committed "
        f"river & canal lock keeper.</p><p>{KEEP}</p></body>",
        "river & canal lock keeper",
    ),
    "hiring.md": (f"---\ntitle: Tidal Gates hiring Lock Fellow!\n---\n\n{KEEP}\n", "Lock Fellow"),
    "hiring-in.txt": (
        "Tidal Gates hiring Lock Keeper in Tolbury, Marshland, England | The Locks\n\n" + KEEP,
        "Lock Keeper",
    ),
    "hiring-field.txt": (f"Tidal Gates hiring Lecturer in Locks\n\n{KEEP}\n", "Lecturer in Locks"),
    "vacancy-of.md": (
        f"# Lock keeper vacancy (night and/or day)\n\n{KEEP}\n",
        "Lock keeper (night and/or day)",
    ),
    "quoted.md": (
        f"# Robin, lock keeper: “Gates are my life”\n\nWe are looking for a dredge operator. {KEEP}\n",
        "dredge operator",
    ),
    "tags.txt": (
        f"Wij zoeken een sluiswachter.\n\n{WORK}\n\nSluis, monteur, water, boten, sleutels, brug, "
        "kade, ponton, dijk, polder, gemaal, riet, touw, pomp\n",
        "sluiswachter",
    ),
    "company.md": (f"## Lock Keeper - The company\n\n{KEEP}\n", "Lock Keeper"),
    "number.md": (f"# Lock Keeper-20415533\n\n{KEEP}\n", "Lock Keeper"),
    "name-behind.md": (
        f"# Imker De Korf.\n\nWord imker bij De Korf, en werk met bijen. {WORK}\n",
        "Imker",
    ),
    "field-behind.md": (
        f"# Imker Grote Korven\n\nWerk met bijen bij De Korf. {WORK}\n",
        "Imker Grote Korven",
    ),
    "summary.md": (f"# Lock Keeper Job Posting Summary\n\n{KEEP}\n", "Lock Keeper"),
    "2031-05-07-ferry-planner.txt": (
        "Salary: £ 2,400 a month\nLocation: Tolbury\nDepartment: Clerk - Locks\nJob type: Full-time"
        f"\n\n{KEEP}\n",
        "ferry planner",
    ),
    "line-above.txt": (
        f"Senior Lock Keeper - Marsh\nPlace\nTolbury; Eastgate; Quay\n\n{KEEP}\n",
        "Senior Lock Keeper - Marsh",
    ),
    "pasted.txt": (
        "Careers and Search at the Works\nSkip to content\nMenu\nContact us\nTolbury\nWater and land"
        "\nSenior Lock Keeper\nApply\nView all positions\nAbout the works\nWe keep the water where it "
        f"belongs, and the ships too, in every weather and at all hours.\n\n{KEEP}\n",
        "Senior Lock Keeper",
    ),
    "notice.txt": (
        "Lock Keeper, Marsh Water Board, Tolbury – This position opens the gates, and keeps the books "
        f"of the water. {KEEP}\n",
        "Lock Keeper",
    ),
    "house-for.md": (f"---\ntitle: Imker voor Hotel Korfzicht\n---\n\n{WORK}\n", "Imker"),
    "house-of-a-kind.md": (f"# Imker voor Tandartspraktijk Van Wal\n\n{WORK}\n", "Imker"),
    "house.md": (f"---\ntitle: Docent Engels OBS De Korf\n---\n\n{WORK}\n", "Docent Engels"),
    "house-club.md": (f"# Gezocht: trainer/coach JO9 SV Walzicht\n\n{WORK}\n", "trainer/coach JO9"),
    "house-article.md": (f"# Kok Restaurant De Korf\n\n{WORK}\n", "Kok"),
    "no-house.md": (f"# Manager Hotel Techniek\n\n{WORK}\n", "Manager Hotel Techniek"),
    "no-house-for.md": (f"# Docent voor Engels\n\n{WORK}\n", "Docent voor Engels"),
    "for-the-group.md": (f"# Begeleider(ster) voor de groep\n\n{WORK}\n", "Begeleider"),
    "team-named.md": (
        f"# Imker voor de afdeling Noordwal\n\n{WORK}\n",
        "Imker voor de afdeling Noordwal",
    ),
    "one-full-time.md": (f"# EEN FULL TIME KORF/KAST VLECHTER\n\n{WORK}\n", "KORF/KAST VLECHTER"),
    "one-part-time.md": (f"# Een part time imker\n\n{WORK}\n", "imker"),
    "a-full-time.md": (f"# A full time lock keeper\n\n{KEEP}\n", "lock keeper"),
    "trade-of-no-list.md": (
        f"# De Korf zoekt een kastenvlechtster\n\n{WORK}\n",
        "kastenvlechtster",
    ),
    "calls-of.md": (
        f"---\ntitle: Become a trustee of Tolbury School!\n---\n\n{KEEP}\n",
        "trustee",
    ),
    "head-of.md": (f"# Head of Tolbury Museum\n\n{KEEP}\n", "Head of Tolbury Museum"),
    "told-by-label.txt": (
        "Title: Lock Keeper (Marsh) Quay Works Tolbury\nCompany: Quay Works\n"
        f"Description: We need a lock keeper. {KEEP}\n",
        "Lock Keeper (Marsh)",
    ),
    "clause.md": (
        f"# A rare chance\n\n### The Lock Keeper we are seeking\n\n{KEEP}\n",
        "Lock Keeper",
    ),
    "post.md": (
        "Tolbury seeks a calm person.\n\n### Duties\n\n* The part-time Gallery Attendant position "
        f"opens the doors.\n\n### Schedule\n\n{KEEP}\n\n### Pay\n\n£ 15 an hour.\n",
        "Gallery Attendant",
    ),
}


@pytest.mark.parametrize("path", TITLES)
def test_title(path: str) -> None:
    text, title = TITLES[path]
    assert (engine().understand(Source(path, text)).document.title_text or None) == title


@pytest.mark.parametrize(
    ("path", "text", "found", "line"),
    [
        ("sought.md", f"Welkom.\n\nWij zoeken een handige imker.\n\n{WORK}\n", "prose", 3),
        ("2026-05-04-lock-keeper.md", f"## Taken\n\n{WORK}\n", "file name", 1),
    ],
)
def test_facts_say_where_a_title_is_told(
    path: str, text: str, found: str, line: int, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / path).write_text(text, encoding="utf-8")
    assert run(["facts", "--isolated", str(tmp_path / path)]) == 0
    title = json.loads(capsys.readouterr().out)["files"][0]["facts"]["title"]
    assert title["value"] in ("imker", "lock keeper")
    assert (title["found"], title["range"]["start"]["line"]) == (found, line)
