"""Which texts are vacancies, and in which language they are."""

from __future__ import annotations

import pytest

from support import findings, report

VACANCIES = {
    "timmerman.md": (
        "# Onderhoudstimmerman\n\nJe werkt op locatie, je denkt mee en je bent "
        "handig. Bij ons leer je het vak.\n\n- Rijbewijs B\n"
    ),
    "engineer.md": (
        "# Data Engineer\n\nYou will build pipelines, you know Python and you "
        "speak English. Our team is small.\n"
    ),
    "opvang.md": (
        "# De Vlieger zoekt pedagogisch medewerkers!\n\nWerk jij graag met "
        "kinderen?\n\n**Wat verdien je:** schaal 6\n\nGeen ervaring? Geen "
        "probleem.\n"
    ),
    "kort.md": (
        "# Kok\n\nWij zoeken een kok voor 32 uur per week. Je verdient € 2.900 per "
        "maand. Solliciteer voor 1 mei.\n"
    ),
    "sleutels.md": (
        "---\ntitle: Kok\nsalaris: 2900\nuren: 32\n---\n\nJe kookt voor zestig gasten.\n"
    ),
    "labels.txt": (
        "Functie:\nKok\nDienstverband:\nFulltime\nVacaturenummer:\n123\n\nJe kookt "
        "voor zestig gasten.\n"
    ),
    "formeel.txt": (
        "Het college is op zoek naar een secretaris.\n\nFunctie-eisen\n- "
        "academisch niveau\n\nU kunt solliciteren tot 1 mei.\n"
    ),
    "vlaams.md": (
        "# Leerkracht\n\nDe school zoekt een leerkracht. Functieprofiel: je geeft "
        "les. Wij bieden een voltijdse opdracht. Solliciteer met je cv.\n"
    ),
    "engels.md": (
        "# Cook\n\nWe are looking for a cook. What we offer: a good kitchen. Apply with a letter.\n"
    ),
    "bijbaan.txt": (
        "Bijbaan bezorger\n\nWij zoeken bezorgers vanaf 16 jaar. Werk 8 tot 20 uur "
        "in de week. Je verdient € 7,50 tot € 14,99 per uur.\n"
    ),
    "school.md": (
        "# Leerkracht groep 7 | wtf 0,5\n\nDe Kastanje zoekt per direct een "
        "leerkracht. De vacature ontstaat door verlof.\n"
    ),
    "rij.md": (
        "# Vacature: teamcoach\n\n**Wat je doet**\n\nJe coacht.\n\n**Wat je "
        "krijgt**\n\nSalaris in schaal 10. Solliciteer voor 9 april.\n"
    ),
    "warehouse.md": (
        "# Warehouse operative\n\nWe are looking for an operative.\n\n**What "
        "you'll get**\n\n€15.40 per hour and a bus from the station.\n"
    ),
    "pagina.html": (
        "<main><h1>Kok</h1><h2>Wat ga je doen?</h2><p>Je kookt.</p><h2>Wat bieden "
        "wij?</h2><p>Een keuken.</p></main>"
    ),
    "nacht.html": (
        "<h1>Begeleider (m/v/x)</h1><p>Uren: 16 tot 24 per week.</p><h2>Dit doe "
        "je</h2><p>Je loopt rondes.</p><h2>Dit verdien je</h2><p>Een toeslag.</p>"
    ),
    "theatre.md": (
        "# Front of house assistant\n\n## What you need\n\nPatience.\n\n## What we "
        "pay\n\n£12.85 an hour. You don't need experience.\n"
    ),
    "bestuurder.md": (
        "# Bestuurder\n\nDe raad van toezicht zoekt een opvolger voor 32 uur per "
        "week. € 8.950 bruto. Een referentieonderzoek hoort bij de procedure.\n"
    ),
    "wijk.md": (
        "# Verzorgende IG\n\n**Dijkveen – 20 tot 28 uur – € 2.691 tot € 3.674 (FWG "
        "35)**\n\n### Dit heb je nodig\n\n- Diploma niveau 3.\n"
    ),
    "chef.md": (
        "# Sous-chef\n\nJe staat op de vispas. Je verdient €2.950 tot €3.400 bruto "
        "bij 38 uur, met je fooi erbij.\n"
    ),
    "x.json": '{"@type": "JobPosting", "title": "Kok", "description": "Je kookt."}',
}
OTHERS = {
    "cursus.md": (
        "# Cursus heftruck rijden\n\n**Zandwijk – 16 uur – € 395**\n\nWat ga je "
        "doen? Oefenen. Je krijgt een diploma. Je krijgt € 50 korting. Vul het "
        "formulier in.\n"
    ),
    "student.md": (
        "# Bijverdienen naast je studie: zo zit het\n\nJe verdient € 14,99 per "
        "uur. Werk 12 uur per week. Vraag naar vakantiegeld. Solliciteren doe je "
        "met een motivatiebrief.\n"
    ),
    "onderzoek.md": (
        "# Onderzoek: wat wil je verdienen?\n\nJe krijgt € 25 voor een gesprek "
        "over salaris. Wij zoeken mensen die minder dan 24 uur per week werken.\n"
    ),
    "README.md": (
        "# Content\n\nIn deze repo staan de vacatures. Elke vacature is een "
        "bestand; het salaris staat in de front matter.\n"
    ),
    "blog/tips.md": (
        "# Tien tips voor je sollicitatiebrief\n\nWie een vacature ziet, wil "
        "solliciteren. Noem in je cv je ervaring. Vraag naar het salaris. Wij "
        "zoeken altijd naar een klik.\n"
    ),
    "tips.md": (
        "# Tips\n\nEen goede sollicitatie begint met de vacature lezen. Zet je cv "
        "op orde, schrijf een motivatiebrief en vraag in het gesprek naar salaris "
        "en fulltime.\n"
    ),
    "privacy.md": (
        "# Privacy\n\nAls u bij ons solliciteert, bewaren wij uw cv en "
        "sollicitatiebrief vier weken. De kandidaat kan zijn gegevens inzien.\n"
    ),
    "nieuws.md": (
        "# Nieuwe directeur\n\nDe gemeente zoekt een nieuwe directeur, want de "
        "huidige kandidaat kreeg een baan elders. Haar salaris was € 9.000.\n"
    ),
    "cao.md": (
        "# Akkoord over de cao\n\nHet salaris stijgt met 3 procent. Ook de "
        "parttime medewerkers krijgen meer vakantiedagen en betere "
        "arbeidsvoorwaarden.\n"
    ),
    "over-ons.md": (
        "# Over ons\n\nWij zijn een bureau met twaalf mensen. Wij helpen gemeenten "
        "met plannen voor de wijk.\n"
    ),
    "procedure.md": (
        "# Hoe verloopt de procedure?\n\nNa je sollicitatie krijg je bericht. De "
        "selectieprocedure duurt vier weken. Kandidaten spreken twee collega's.\n"
    ),
    "wat.md": (
        "# Wat verdient een verpleegkundige?\n\nJe verdient in FWG 45 € 2.874 tot "
        "€ 4.061 bruto per maand bij 36 uur per week. Het salaris hangt af van je "
        "diploma. Parttime komt voor.\n"
    ),
    "zo.md": (
        "# Zo solliciteer je bij ons\n\nVacature gezien? Stuur je motivatiebrief "
        "en cv. Je krijgt een gesprek over de arbeidsvoorwaarden. Wij zoeken "
        "altijd mensen, dus een open sollicitatie mag.\n"
    ),
    "ons.md": (
        "# Over ons\n\nDe Linde geeft zorg. Wij bieden onze medewerkers een goed "
        "pensioen. Bekijk onze vacatures.\n\nWat we bieden aan cliënten: hulp.\n"
    ),
    "collega.txt": (
        "Nieuwe collega in het team\n\nFatima werkt 32 uur per week als planner. "
        "Haar functie is nieuw. Ook zoeken we nog een planner; de vacature komt.\n"
    ),
    "lonen.md": (
        "# Cao-akkoord: lonen stijgen\n\nSchaal 8 gaat naar € 4.200 bruto per "
        "maand bij 36 uur per week. Er komen vakantiedagen bij. Het dienstverband "
        "verandert.\n"
    ),
    "open.md": (
        "# Open sollicitatie\n\nStuur je cv. Wij zoeken altijd koks. We bieden een "
        "goed salaris en leuke collega's. Een sollicitatie kan altijd.\n"
    ),
    "plaatsen.md": (
        "# Handleiding vacatures plaatsen\n\nVul salaris, uren en dienstverband "
        "in. Zet onder 'Wat ga je doen' vijf taken en onder 'Wat bieden wij' het "
        "aanbod.\n"
    ),
    "schalen.md": (
        "# Functiehuis en salarisschalen\n\nSchaal 8 loopt van € 2.990 tot € 4.020 "
        "bruto bij 36 uur per week. Bij de functie hoort een functieomschrijving "
        "en profiel.\n"
    ),
    "life.md": (
        "# Life at Voorbeeld\n\nWe offer 27 days of leave. Most people work 36 "
        "hours per week. See our vacancies and apply with your cv.\n"
    ),
    "package.json": '{"name": "site", "description": "vacatures van de gemeente"}',
}


MAYBE = {
    "vacatures/map.md": "# Kok\n\nJe kookt voor zestig gasten. Solliciteren kan met een brief.\n",
    "gids.md": (
        "# Guide museum\n\nWij zoeken een collega voor 32 uur per week. Je verdient € 2.900 per "
        "maand. Solliciteer voor 1 mei.\n"
    ),
}
"""Too little is said to be sure: these are asked, and not told, what a vacancy must hold."""


@pytest.mark.parametrize("path", MAYBE)
def test_unsure(path: str) -> None:
    assert report(MAYBE[path], path).kind == "unsure"


@pytest.mark.parametrize("path", VACANCIES)
def test_vacancies(path: str) -> None:
    assert report(VACANCIES[path], path).kind == "vacancy"


@pytest.mark.parametrize("path", OTHERS)
def test_other_texts_need_no_salary(path: str) -> None:
    document = report(OTHERS[path], path)
    assert document.kind == "other"
    assert not {finding.rule for finding in document.findings} & {
        "SAL001",
        "SAL002",
        "HRS001",
        "HRS002",
    }


def test_the_reason_is_in_the_report() -> None:
    properties = report(VACANCIES["kort.md"], "kort.md").properties
    assert "zoekt iemand" in properties["kind_signs"]
    assert properties["kind_reason"].startswith("Opgevat als vacature: de titel noemt een beroep (")


@pytest.mark.parametrize(
    ("heading", "is_section"),
    [
        ("Hier ga je bij ons aan werken", True),
        ("Wat wij jou bieden", True),
        ("What will you be doing", True),
        ("What we expect from you", True),
        ("Wat wij doen", False),  # to nobody
        ("Jouw paard en wij", False),  # a word that no section has
        ("You will work with us,", False),  # the beginning of a sentence
    ],
)
def test_a_heading_of_common_words_to_the_reader_is_a_section(
    heading: str, is_section: bool
) -> None:
    signs = report(f"# Hoefslagen\n\n## {heading}\n\nPaarden.\n", "a.md", language="nl")
    assert ("heeft koppen van een vacature" in signs.properties["kind_signs"]) is is_section


@pytest.mark.parametrize(
    ("path", "text", "language"),
    [
        ("a.md", "Wij zoeken een kok voor onze keuken en je werkt in het team.", "nl"),
        ("a.md", "We are looking for a cook for our kitchen and you work in the team.", "en"),
        ("a.md", "Wir suchen einen Koch für unsere Küche und sind ein Team.", "de"),
        ("a.md", "Nous recherchons un cuisinier pour notre restaurant et une équipe.", "fr"),
        (
            "a.md",
            (
                "Buscamos un cocinero para nuestra cocina. Trabajarás con un equipo de "
                "diez personas y la empresa ofrece un buen salario."
            ),
            "es",
        ),
        (
            "a.md",
            (
                "Szukamy kucharza do naszej kuchni. Praca jest na pełny etat i oferujemy "
                "dobre wynagrodzenie oraz umowę."
            ),
            "pl",
        ),
        (
            "a.md",
            (
                "Restoranımız için bir aşçı arıyoruz. Ekibimiz ile birlikte çalışacak ve "
                "yeni bir mutfak olacak."
            ),
            "tr",
        ),
        ("a.md", "Ми шукаємо кухаря для нашої кухні.", "uk"),
        ("a.md", "نبحث عن طباخ لمطبخنا", "ar"),
        (
            "a.md",
            (
                "Wy sykje in kok foar ús keuken. Do wurkest mei in team fan tsien minsken "
                "en it salaris is goed."
            ),
            "fy",
        ),
        (
            "a.md",
            "Functie: Senior Software Engineer\nErvaring met Kubernetes, Docker en Python.",
            "nl",
        ),
        ("a.md", "Kok.", "und"),
        ("a.en.md", "Kok.", "en"),
        ("a.nl-BE.md", "Cook.", "nl"),
        ("a.v2.md", "Kok.", "und"),
        ("a.md", "---\nlang: en\n---\n\nKok.", "en"),
        ("a.html", "<html lang='en-GB'><p>Kok.</p>", "en"),
        ("a.md", "---\ntaal: nl_NL\n---\n\nThe cook is the best of all.", "nl"),
    ],
)
def test_language(path: str, text: str, language: str) -> None:
    assert report(text, path).language == language


def test_a_bilingual_file_is_checked_block_by_block() -> None:
    dutch = (
        "Wij zoeken een kok voor onze keuken en je werkt in het team. De kok plant "
        "de week en hij/zij doet de inkoop. Je bent proactief en je werkt met de "
        "chef.\n\n"
    )
    english = (
        "We are looking for a cook for our kitchen and you will work in the team. "
        "The cook plans the week and he/she does the shopping. You are a "
        "self-starter.\n\n"
    )
    german = (
        "Wir suchen einen Koch für unsere Küche und die Arbeit ist nicht schwer. "
        "Sie werden mit dem Team und der Leitung arbeiten, und die Küche ist neu.\n"
        "\n"
    )
    found = findings(dutch + english + german, "a.md")
    assert [
        (finding.rule, finding.text) for finding in found if finding.rule in ("GEN001", "JAR004")
    ] == [
        ("GEN001", "hij/zij"),
        ("JAR004", "proactief"),
        ("GEN001", "he/she"),
        ("JAR004", "self-starter"),
    ]


def test_an_english_quotation_does_not_make_a_file_bilingual() -> None:
    text = (
        "Wij zoeken een kok voor onze keuken en je werkt in het team met de chef. " * 5
        + "\n\nOns motto is: the best of the best for you and your team.\n"
    )
    assert report(text, "a.md").language == "nl"


def test_another_language_is_said_once() -> None:
    text = (
        "# Koch\n\nWir suchen einen Koch (m/w) für unsere Küche und sind ein Team.\n"
        "\nSie arbeiten mit dem Chef und der Leitung.\n"
    )
    assert [finding.rule for finding in findings(text, "a.md")] == ["STR091"]


TITLES = (
    "Privacy officer",
    "Meet- en regeltechnicus",
    "Cao-adviseur",
    "Nieuwe collega gezocht",
    "Adviseur arbeidsvoorwaarden",
    "Arbeidsvoorwaardenadviseur",
    "Contactcentermedewerker",
    "Instructiebegeleider",
    "Interviewer",
    "Werken bij de gemeente als jurist",
    "Richtlijnontwikkelaar",
    "Cookie designer",
    "Overblijfkracht",
    "Privacy- en securityadviseur",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_job_may_be_called_that(title: str) -> None:
    text = (
        f"# {title}\n\nWij zoeken een collega voor 32 uur per week. Je verdient € "
        "2.900 per maand. Solliciteer voor 1 mei.\n"
    )
    assert report(text, "a.md").kind == "vacancy"


def test_marks_behind_titles_are_no_czech() -> None:
    text = (
        "# Afwasser (m/v)\n\nVakkenvuller (m/v), Schoonmaker (m/v), Orderpicker "
        "(m/v), Bezorger (m/v), Verkoper (m/v).\n"
    )
    assert report(text, "a.md").language == "nl"


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Timmerman\n\nAls timmerman werk je op de bouw. Je kunt tekeningen "
            "lezen, je bent nauwkeurig. Je leert het vak op het mbo, met een diploma.\n"
        ),
        (
            "# Ervaringsverhaal verpleegkundige\n\n'Je werkt bij ons met mensen, je "
            "bent nooit klaar, je hebt geduld nodig', zegt Noa.\n"
        ),
        (
            "# Declareren voor de vrijwilliger\n\nJe maakt kosten als je voor ons "
            "rijdt. Je krijgt ze terug en je stuurt je bonnen op.\n"
        ),
        (
            "# Inwerken: planner\n\nJe krijgt een buddy van ons, je gaat mee met een "
            "team en je hebt een pasje nodig.\n"
        ),
        (
            "# Onze planner vertelt\n\nJe werkt bij ons in een team, je bent nooit "
            "alleen en je krijgt veel vrijheid.\n"
        ),
    ],
)
def test_texts_about_a_job_are_none(text: str) -> None:
    assert report(text, "tekst.md").kind != "vacancy"


DIGESTS = {
    "lines.txt": (
        "Vacatures in de buurt\n\nKok, Eethuis De Linde, Gouda\n32 uur per week, € 2.600 tot € "
        "2.900 bruto per maand. Je kookt voor zestig gasten en bestelt de voorraad. Ervaring in "
        "een keuken is een pre. Solliciteer voor 1 mei via kok@delinde.nl.\n\nAfwasser, Hotel "
        "Zon, Gouda\nJe wast af en ruimt op. Je bent minstens 16 jaar. Solliciteer via "
        "hotel@zon.nl.\n\nReceptionist, Hotel Zon, Gouda\n24 uur per week, € 2.300 bruto per "
        "maand. Je ontvangt gasten en beantwoordt de telefoon. Je spreekt Engels.\n",
        ["Kok, Eethuis De Linde, Gouda", "Afwasser, Hotel Zon, Gouda"],
    ),
    "openings.md": (
        "Vacatures van deze week\n\n**Kok** bij Eethuis De Linde in Gouda. 32 uur per week, € "
        "2.600 tot € 2.900 bruto per maand. Je kookt voor zestig gasten. Ervaring is een pre. "
        "Solliciteer voor 1 mei.\n\n**Afwasser** bij Hotel Zon in Gouda. Je wast af en ruimt op. "
        "Je bent minstens 16 jaar. Solliciteer via hotel@zon.nl.\n\n**Receptionist** bij Hotel "
        "Zon. 24 uur per week, € 2.300 bruto per maand. Je ontvangt gasten en beantwoordt de "
        "telefoon. Je spreekt Engels.\n",
        ["Kok bij Eethuis De Linde in Gouda", "Afwasser bij Hotel Zon in Gouda"],
    ),
}
"""Several vacancies without headings, and what the first two are called."""


@pytest.mark.parametrize("path", DIGESTS)
def test_a_digest_without_headings_holds_several_vacancies(path: str) -> None:
    text, titles = DIGESTS[path]
    found = report(text, path)
    assert found.kind == "vacancy"
    assert [each.facts.title for each in found.vacancies][:2] == titles
    assert [each.facts.hours is None for each in found.vacancies] == [False, True, False]
    asked = [each.place.start[0] for each in found.findings if each.rule == "HRS001"]
    assert len(asked) == 1


def test_paragraphs_of_one_vacancy_may_begin_with_other_jobs() -> None:
    text = (
        "# Teamleider\n\nWij zoeken een teamleider voor 32 uur per week. Je verdient € 3.900 per "
        "maand. Solliciteer voor 1 mei.\n\nPlanner Kim. Je werkt veel met haar samen en je hebt "
        "overleg.\n\nMonteur Sam. Je stuurt hem aan en je verdeelt het werk.\n"
    )
    assert report(text, "a.md").vacancies == ()


TEMPLATES = {
    "gaps": (
        "# Vacature\n\nWij zoeken een collega voor onze winkel.\n\n## Wat bieden wij\n\n- Een "
        "salaris van € ... tot € ... bruto per maand\n- Een contract\n\nSolliciteer voor "
        "______ bij ______.\n"
    ),
    "numbers": (
        "# JOB TITLE\n\nWe are looking for a colleague to join our team.\n\n## "
        "Responsibilities\n\n- Responsibility 1\n- Responsibility 2\n\n## Requirements\n\n- "
        "Requirement 1\n- Requirement 2\n"
    ),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_no_vacancy(name: str) -> None:
    assert report(TEMPLATES[name], "a.md").kind == "other"


def test_one_gap_and_styled_names_make_no_template() -> None:
    text = (
        "# Kok\n\nWij zoeken een kok voor 32 uur per week. Je werkt met [HACCP]{.caps}, "
        "[SVH]{.caps} en [BHV]{.caps}. Je verdient € XX per maand. Solliciteer voor 1 mei.\n"
    )
    assert report(text, "a.md").kind == "vacancy"


GUIDES = {
    "vig.txt": (
        "Verzorgende IG\n\nIn dit artikel lees je wat de taken zijn en wat het gemiddelde salaris "
        "is.\n\nWat doet een verzorgende IG?\n\nAls verzorgende IG ondersteun je mensen. Je werkt "
        "in wisselende diensten en je hebt een diploma nodig.\n\nWat verdient een verzorgende "
        "IG?\n\nHet salaris ligt tussen € 2.400 en € 3.200 bruto per maand bij 36 uur per week.\n"
    ),
    "cashier.md": (
        "# Restaurant Cashier\n\n## What does a restaurant cashier do?\n\nA cashier processes "
        "payments and helps with orders. You may also greet guests.\n\n## How much does a cashier "
        "earn?\n\nOn average, cashiers earn $13 an hour. Skills in maths are required.\n"
    ),
}


@pytest.mark.parametrize("path", GUIDES)
def test_a_guide_on_a_profession_is_no_vacancy(path: str) -> None:
    assert report(GUIDES[path], path).kind != "vacancy"


LANGUAGES = {
    "magazijnier.txt": ("Magazijnier\n\nVoltijds, Genk. Maaltijdcheques, ecocheques.\n", "nl"),
    "owner.md": (
        "# Product Owner\n\n## About us\n\nWij zijn Brightworks, een bedrijf in Delft.\n\n## Your "
        "role\n\n- Ownership over de roadmap\n- Agile werken met development teams\n\n## What we "
        "offer\n\n- Een pensioen en een laptop\n",
        "nl",
    ),
    "operator.txt": (
        "Warehouse Operator\n\nMagazijn De Haan B.V., Waalwijk\n\nYou pick and pack orders. Hours: "
        "40 per week.\n\nDe Haan B.V. is gevestigd in Waalwijk.\n",
        "en",
    ),
    "engineer.html": (
        '<html lang="en"><body><h1>Software Engineer</h1><p>Je bouwt services in Go en '
        "Kubernetes.</p><p>Solliciteer nu</p></body></html>",
        "nl",
    ),
}


@pytest.mark.parametrize("path", LANGUAGES)
def test_the_language_of_mixed_and_short_texts(path: str) -> None:
    text, language = LANGUAGES[path]
    assert report(text, path).language == language


REST = (
    " Je maakt roosters en belt met klanten. Je hebt een diploma en je werkt nauwkeurig. Wij bieden "
    "je € 3.000 tot € 3.500 bruto per maand bij 32 uur per week en 25 vakantiedagen. Het kantoor "
    "staat in Zwolle, dicht bij het station. Solliciteer via werk@voorbeeld.nl."
)
TOLD = {
    "Home > Vacatures > Senior planner Wij zijn Voorbeeld." + REST: "Senior planner",
    "Vacature: Planner | Voorbeeld Home Contact Over ons" + REST: "Planner",
    "Voor ons kantoor zijn wij op zoek naar een planner die graag belt." + REST: "planner",
}


@pytest.mark.parametrize("text", TOLD)
def test_a_title_is_told_by_a_page_in_one_line_and_by_a_sentence(text: str) -> None:
    facts = report(text, "page.txt").facts
    assert facts is not None
    assert facts.title == TOLD[text]


def test_an_employer_sought_behind_is_no_title() -> None:
    facts = report("Wij zoeken onze collega's niet ver." + REST, "page.txt").facts
    assert facts is not None
    assert not facts.title


def test_the_class_of_a_whole_page_hides_nothing() -> None:
    page = f"<html><body class='single cookies-not-set'><h1>Planner</h1><p>{REST}</p></body></html>"
    own = report(page, "page.html")
    assert (own.kind, own.language) == ("vacancy", "nl")
