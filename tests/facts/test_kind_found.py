"""Adverts and other texts that were once taken for the wrong kind, or had the wrong title. All are
invented.
"""

from __future__ import annotations

import pytest

from support import engine, findings, report
from vaclint.engine import Asked
from vaclint.model.source import Source

PLANNER = (
    "Planner (32 uur per week)\n\nWij zoeken een planner voor ons kantoor in Zwolle. Je maakt de "
    "roosters en belt met klanten.\n\nWij bieden je € 3.000 tot € 3.500 bruto per maand en 25 "
    "vakantiedagen.\n\nSolliciteer via werk@voorbeeld.nl.\n"
)
ADVERTS = {
    "a page name above it": (
        "Vacatures\n\nWij zoeken een planner voor 32 uur per week in Zwolle. Je maakt roosters.\n\n"
        "Wij bieden je € 3.000 tot € 3.500 bruto per maand.\n\nSolliciteer via werk@voorbeeld.nl.",
        None,
    ),
    "without the word vacancy": (
        "Werken bij De Vries\n\nMonteur\n\nAls monteur ben je verantwoordelijk voor het opbouwen "
        "van stallen.\n\nProfiel\n\nJe spreekt vlot Nederlands en je hebt kennis van lassen.\n\n"
        "Solliciteer voor deze functie door een mail te sturen naar info@voorbeeld.be.",
        "Monteur",
    ),
    "a placement": (
        "Museum de Linde\n\nMuseum de Linde zoekt voor 2027 een stagiair productie voor de periode "
        "januari tot juni. De stage is voor 3 tot 5 dagen per week.\n\nDe stagiair zal:\n"
        "- meewerken aan de administratie;\n- teksten schrijven voor de website.\n\nHeb je "
        "interesse in de stage, stuur dan een motivatiebrief en cv naar piet@voorbeeld.nl.",
        None,
    ),
    "formal": (
        "Bankwerker\n\nDe Vries B.V. is op zoek naar een bankwerker.\n\nAls bankwerker bent u "
        "verantwoordelijk voor maatwerk. U bent goed in lassen.\n\nOpen sollicitaties\n\nVoor een "
        "open sollicitatie kunt u uw cv opsturen naar mevr. N. Jansen.",
        "Bankwerker",
    ),
    "no pay, no demands": (
        "Directeur woningbouw\n\nDit wordt jouw baan\n\nAls directeur woningbouw bij De Vries ben "
        "je verantwoordelijk voor de bouw van woningen. Je rapporteert aan de directievoorzitter. "
        "Kwaliteit, daar sta je voor. Jij stimuleert samenwerking.",
        "Directeur woningbouw",
    ),
    "headings only": (
        "Kitchen Porter\n\nThe Role\n\nThe porter keeps the kitchen clean.\n\nResponsibilities\n\n"
        "- Wash pots.\n- Store deliveries.\n\nRequirements\n\nAbility to lift heavy items.\n\n"
        "Salary and Benefits\n\n- Competitive salary\n- 28 days holiday\n- Free meals on duty",
        "Kitchen Porter",
    ),
    "a call for volunteers": (
        "Vrijwilligers gezocht\n\nDe club kan niet zonder mensen die een dagje willen komen. Bij ons "
        "is er altijd wat te doen en dat weten de leden ook:\n\n- Scheidsrechter\n- Penningmeester"
        "\n- Kantinebeheerder\n\nBel met de secretaris of kom langs, ook zonder plannen.",
        "Vrijwilligers",
    ),
    "positions in a line": (
        "# Post Doctoral Position\n\nWe have 3 positions open now to work on the weather of hills. "
        "Please write to us if you are interested. Competitive salary.",
        "Post Doctoral Position",
    ),
    "capitals": (
        "LECTURER IN HISTORY\n\nApplications are invited for a full-time permanent lectureship in "
        "history. The appointee will teach and do research. Applicants must hold a PhD and have "
        "experience in teaching. The post reports to the Head of School.",
        "LECTURER IN HISTORY",
    ),
    "an opportunity": (
        "Theatre Nurse\n\nWe currently have an excellent opportunity for a nurse in a private "
        "hospital in Derby. The successful applicant will be a registered nurse and will have "
        "experience of working in theatre. All successful applicants will need an enhanced check.",
        "Theatre Nurse",
    ),
    "a county": (
        "EMPLOYMENT OPPORTUNITIES\n\nPosition Opening:\nDog Warden (Full Time)\n\nThe county seeks "
        "a dog warden. Duties: patrol. Salary: $15 per hour. Applications are accepted until 5 "
        "May.",
        "Dog Warden",
    ),
    "a leftover of the page": (f"Spring naar inhoud\n\n{PLANNER}", "Planner"),
    "a mark of Markdown": (f"# {PLANNER}", "Planner"),
    "announced": (f"Vacature: {PLANNER}", "Planner"),
    "a volunteer": (
        "Gastvrouw of gastheer (vrijwilliger)\n\nHet buurthuis zoekt vrijwilligers voor de balie. "
        "Je ontvangt bezoekers en schenkt koffie. Je bent twee ochtenden per week beschikbaar. Wij "
        "bieden een onkostenvergoeding. Meld je aan bij Robin.",
        None,
    ),
}
ADVERTS |= {
    "what is asked and given": (
        "Voorbereiding van de ontvangsten en leveringsbonnen, nakijken van de bestelbevestigingen, "
        "datums en prijzen, verantwoordelijk voor de facturen van inkoop, inladen van de prijslijsten "
        "\n\nJe spreekt Nederlands en hebt oog voor detail. Kennis van rekenbladen is een must. Een "
        "eerste ervaring met inkoop is een plus.\n\nInteressant takenpakket met kans om te groeien. "
        "Een marktconform loon aangevuld met voordelen.\n",
        None,
    ),
    "who with for how long": (
        "We zijn opzoek naar een sterk persoon. De taken zijn facturen inboeken, planningen opstellen "
        "en waar nodig aanpassen, de berichten aan de ploegen goed opvolgen, en met rekenbladen "
        "werken. Iemand die ons graag voltijds komt ondersteunen.\n\nGoede kennis van de gangbare "
        "programma's, vlot in woord en schrift, ook onder druk\n\nMooie verloning, maaltijdcheques, en "
        "een auto van de firma\n",
        None,
    ),
    "volunteers who do something": (
        "Volunteer drivers needed\n\nCan you spare two hours a week? The Wayside Kitchen needs "
        "volunteer drivers to bring meals to people at home. You need a driving licence. We pay for "
        "your petrol. Call Sam on 01234 567890.\n",
        "Volunteer drivers",
    ),
    "some doctoral students": (
        "Open positions: BRONZE project (2 PhDs, 1 Postdoc)\n\nWe are hiring two PhD students and "
        "one postdoctoral researcher for the BRONZE project.\n\n- PhD: 48 months, stipend of €25,000 "
        "p.a.\n- Start: March 2031\n\nRequirements: a degree in physics and strong programming "
        "skills. Send your CV to prof@bronze.example before 7 January.\n",
        None,
    ),
    "an intern": (
        "Summer Orchard Intern - June to August 2031\n\nWe are looking for an intern to help in our "
        "orchard. You will prune and pick. No experience needed. We pay $15 an hour for 30 hours per "
        "week. Email your resume to pears@orchard.example by 1 April.\n",
        "Summer Orchard Intern",
    ),
}
OTHERS = {
    "levels": (
        "# Job levels for bakers\n\n## Baker (level 1)\n\nAble to bake under supervision. Responsible "
        "for the flour. Works with a senior baker.\n\n## Senior Baker (level 2)\n\nAble to bake alone. "
        "Responsible for the ovens. Leads two bakers and trains new ones.\n"
    ),
    "about vacancies": (
        "# Beveiliging vacatures\n\n## Security engineer\n\nVeel vacatures zijn voor engineers. Hierbij "
        "onderhoud je een toepassing. Zelf lijkt mij dat niet interessant, ik werk liever minder dan "
        "32 uur per week.\n\n## Netwerk engineer\n\nIk heb daar te weinig kennis voor. De eisen zijn "
        "een diploma en een rijbewijs.\n"
    ),
    "leave": (
        "# Ouderschapsverlof\n\nJe hebt recht op ouderschapsverlof voor elk kind tot acht jaar. "
        "Wij bieden negen weken doorbetaald verlof tegen 70% van je salaris. Je vraagt het verlof "
        "twee maanden van tevoren aan bij je leidinggevende. Parttime werken mag ook.\n"
    ),
    "bike": (
        "# Bike to work\n\nWe offer a bike scheme. You pay a monthly salary sacrifice over twelve "
        "months. To apply, you will need your employee code. You are responsible for the bike.\n"
    ),
    "speakers": (
        "# Call for speakers: developer days\n\nWe are looking for speakers who work with maps. "
        "The programme committee is looking for talks. Apply before 1 March. Requirements: a "
        "title.\n"
    ),
    "roles of a club": (
        "Committee roles\n\nSecretary\n\n- Liaise with the members\n- Ensure letters are answered\n"
        "- Recruit new volunteers\n\nTreasurer\n\n- Provide the yearly accounts\n- Manage the fees\n"
    ),
    "thanks": "# Bedankt voor je sollicitatie\n\nWe nemen binnen vijf werkdagen contact met je op.",
    "list": (
        "# Onze vacatures\n\nWij zoeken nieuwe collega's. Bekijk de vacatures en solliciteer.\n\n"
        "- Kok, Gouda\n- Medewerker bediening, Delft\n"
    ),
    "course": (
        "# Cursus heftruckchauffeur\n\nIn deze cursus leer je veilig werken met een heftruck. Na "
        "afloop krijg je een certificaat. De cursus kost € 245 per deelnemer.\n"
    ),
    "template": (
        "# {{ page.title }}\n\nWij zoeken een kok.\n\n{{ page.uren }} uur, {{ page.salaris }}\n"
    ),
}
UNSURE = "# Kok\n\nJe kookt voor zestig gasten. Solliciteren kan met een brief.\n"


@pytest.mark.parametrize("name", ADVERTS)
def test_adverts(name: str) -> None:
    text, title = ADVERTS[name]
    understood = engine().understand(Source("tekst.txt", text))
    assert understood.document.kind == "vacancy"
    if title is not None:
        assert understood.facts.title == title
    parts = ("Vacatures", "De stagiair zal", "Functieomschrijving", "Spring naar inhoud")
    assert understood.facts.title not in parts


DAYS = {
    "nl": (
        "# Sluiswachter\n\nOm zes uur draai je de eerste sluis open. Je praat met de schippers, je "
        "vet de wielen in en je telt de boten. Aan het eind van de dag fiets je naar huis.\n"
    ),
    "en": (
        "# Beekeeper\n\nAt seven you open the first hive. You count the frames, you carry the honey "
        "to the barn and by noon you sit in the grass with a cup of tea.\n"
    ),
}


@pytest.mark.parametrize("language", DAYS)
def test_a_day_at_work_may_be_a_vacancy(language: str) -> None:
    assert report(DAYS[language], "a.md").kind == "unsure"


STANDING = {
    "nl": (
        "# Werken bij De Ketel\n\nWij zijn altijd op zoek naar gemotiveerde vakmensen die ons team "
        "willen versterken. Wij bieden een goed salaris, 25 vakantiedagen en een vast contract. Je "
        "bent handig en flexibel, je werkt graag samen en hebt rijbewijs B. Stuur een open "
        "sollicitatie met je cv naar werk@ketel.example.\n"
    ),
    "en": (
        "# Join The Kettle\n\nWe are always looking for motivated people with experience in the "
        "trade. We offer a good salary, 25 days of holiday and a permanent contract. You are handy "
        "and flexible, and have a driving licence. Send your CV and a cover letter to "
        "jobs@kettle.example, and we will contact you.\n"
    ),
}


@pytest.mark.parametrize("language", STANDING)
def test_an_invitation_to_whoever_will_is_no_vacancy(language: str) -> None:
    text = STANDING[language]
    assert report(text, "jobs/a.md").kind != "vacancy"
    named = text.replace("Werken bij De Ketel", "Imker").replace("Join The Kettle", "Beekeeper")
    assert report(named, "jobs/a.md").kind == "vacancy"


@pytest.mark.parametrize("name", OTHERS)
def test_others(name: str) -> None:
    assert report(OTHERS[name], "tekst.md").kind == "other"


def test_dollars_count_as_pounds_do() -> None:
    text = "# Night clerk\n\nThe clerk keeps the register at night. You will earn {}28.40 per hour."
    found = [
        engine().understand(Source("a.md", text.format(sign))).reason.probability for sign in "$£€"
    ]
    assert len(set(found)) == 1


def test_the_layout_of_a_job_repository() -> None:
    text = (
        "---\nlayout: jobs\ntitle: Visual style guide\nrole: Visual Designer\norganization: The "
        "Browser Project\ncompensation: negotiated hourly rate\nhow_to_apply: Write to us\n---\n\n"
        "The project needs a style guide for its website.\n"
    )
    assert report(text, "jobs/2027-01-02-style-guide.md").kind == "vacancy"


def test_unsure_asks_and_does_not_tell() -> None:
    told = {each.rule: each for each in findings(UNSURE, "vacatures/kok.md", kind="vacancy")}
    asked = {each.rule: each for each in findings(UNSURE, "vacatures/kok.md")}
    assert told["SAL001"].severity == "warning"
    assert asked.keys() == told.keys() >= {"SAL001", "HRS001"}
    for rule in ("SAL001", "HRS001"):
        assert asked[rule].severity == "info"
        assert asked[rule].message == f"Als dit een vacature is: {told[rule].message}"
    english = {
        each.rule: each.message
        for each in findings(UNSURE, "vacatures/kok.md", message_language="en")
    }
    assert english["SAL001"].startswith("If this is a vacancy: ")


def test_unsure_has_no_mark() -> None:
    own = report(UNSURE, "vacatures/kok.md")
    assert own.kind == "unsure"
    assert "mark" not in own.metrics


def test_the_reason_in_words() -> None:
    own = report(ADVERTS["an opportunity"][0], "a.txt").properties["kind_reason"]
    assert own.startswith("Taken for a vacancy: ")
    assert "the title names a job (line 1)" in own
    other = report(OTHERS["thanks"], "a.md").properties["kind_reason"]
    assert other.startswith("Opgevat als andere tekst: bedankt de lezer")


def test_who_is_told_says_who_told_it() -> None:
    understood = engine().understand(Source("a.md", UNSURE), Asked(kind="other", because="ik"))
    assert (understood.reason.kind, understood.reason.because) == ("other", "ik")


def test_spelling_does_not_hang_on_kind() -> None:
    text = "Postdoctoral position\n\nWe organise activites for the group. It is open for two years."
    for kind in ("auto", "other", "vacancy"):
        assert [each.text for each in findings(text, "a.txt", "SPL001", kind=kind)] == ["activites"]


@pytest.mark.parametrize("unit", ["{{", "**** ", "<", "als ", "€ 1 ", "[a] ", "a- ", "{% "])
@pytest.mark.parametrize("begin", ["", "# ", "---\ntitle: "])
def test_long_texts_are_read_too(unit: str, begin: str) -> None:
    own = report(begin + unit * (12_000 // len(unit)) + "\n", "a.md", "STR092")
    assert not [error for error in own.errors if error.kind == "internal"]


COURSES = {
    "nl": (
        "Imker",
        "opleiding",
        "Je leert de bijen kennen, je werkt in een team en je krijgt les.",
    ),
    "en": (
        "Beekeeper",
        "training",
        "You will learn the bees, you work in a team, and we offer tea.",
    ),
}


@pytest.mark.parametrize("language", COURSES)
def test_a_page_that_calls_a_job_a_course_is_no_vacancy(language: str) -> None:
    job, course, text = COURSES[language]
    page = (
        f"<html><head><title>{job} {course} | De Ketel</title></head>"
        f"<body><main><h1>{job}</h1><p>{text}</p></main></body></html>"
    )
    told = report(page, "a.html")
    assert told.kind != "vacancy"
    assert any(word in told.properties["kind_reason"] for word in ("een cursus", "a course"))
    assert report(page.replace(course, ""), "a.html").kind != "other"


LISTED = {
    "nl": (
        "Je werkt in een fijn team. Wij zoeken mensen die willen, parttime. De keuken is ruim, de "
        "tuin ligt op het zuiden en in de schuur staan de fietsen van iedereen die met ons mee wil."
    ),
    "en": (
        "You will work in a fine team. We are looking for people who want to, part-time. The "
        "kitchen is wide, the garden lies to the south, and in the barn stand the bicycles of all."
    ),
}


@pytest.mark.parametrize("language", LISTED)
def test_several_jobs_in_a_line_each_are_a_list(language: str) -> None:
    page = f"<main><h1>Klim op! Join!</h1><p>{2 * LISTED[language]}</p><h2>Pizzabakker</h2>"
    more = "<p>Ede</p><h2>Imker</h2><p>Lent</p><h2>Timmerman</h2><p>Elst</p></main>"
    assert report(page + "</main>", "a.html").kind == "vacancy"
    assert report(page + more, "a.html").kind == "unsure"


def test_a_name_of_a_site_above_the_job_may_be_repeated() -> None:
    page = (
        "<main><h1>The Kettle</h1><h1>The Kettle</h1><h1>{}</h1><h2>Beekeeper</h2>"
        "<p>The beekeeper is responsible for the hives.</p></main>"
    )
    assert (
        "title names a job" in report(page.format("The Kettle"), "a.html").properties["kind_reason"]
    )
    assert (
        "title names a job" not in report(page.format("A fair"), "a.html").properties["kind_reason"]
    )


def test_news_of_who_was_hired_names_no_job_sought() -> None:
    text = "# The Kettle hires beekeeper Ann Lee\n\nAnn will work with us from May. We are glad.\n"
    assert report(text, "a.md").kind == "other"


@pytest.mark.parametrize("comment", ["[//]: # ({})", "<!-- {} -->"])
def test_code_in_comments_makes_no_template(comment: str) -> None:
    code = "{% for job in site.jobs %}", "{{ job.name }}", "{{ job.date }}", "{% assign a = 0 %}"
    text = (
        "# Beekeeper\n\nWe are looking for a beekeeper with experience. You will feed the bees.\n"
    )
    lines = "\n\n".join(comment.format(each) for each in code)
    assert report(f"{text}\n{lines}\n", "a.md").kind == "vacancy"
    assert report("{}\n{}\n".format(text, "\n\n".join(code)), "a.md").kind == "other"


def test_what_volunteers_may_do_is_no_list_of_vacancies() -> None:
    text = (
        "<h1>Vrijwilliger zijn</h1><p>Wij zijn op zoek naar vrijwilligers. Er zijn diverse taken "
        "voor wie een paar uur per week mee wil doen in de tuin of in de keuken. Je helpt ons en "
        "je krijgt een vergoeding. De tuin ligt op het zuiden en in de schuur staan de fietsen van "
        "iedereen die met ons mee wil, ook als het regent of sneeuwt, want de dieren eten altijd."
        "</p><h2>Hovenier</h2><p>Lent</p><h2>Kok</h2><p>Ede</p><h2>Chauffeur</h2><p>Elst</p>"
    )
    reason = report(text, "a.html").properties["kind_reason"]
    assert "somt banen op" not in reason
    assert (
        "somt banen op"
        in report(text.replace("Vrijwilliger zijn", "Samen"), "a.html").properties["kind_reason"]
    )


def test_a_button_for_volunteers_on_a_list_of_vacancies_is_no_title() -> None:
    text = (
        "<h1>Werken bij ons</h1><p>Bij De Korf zoeken we medewerkers, vrijwilligers en stagiaires."
        "</p><h2>Stages</h2><p>Je leert hoe bijen leven.</p><p><a>Word vrijwilliger</a></p>"
    )
    button = "de titel vraagt vrijwilligers"
    assert button not in report(text, "a.html").properties["kind_reason"]
    assert (
        button
        in report(text.replace("Werken bij ons", "Samen"), "a.html").properties["kind_reason"]
    )


def test_a_story_of_somebody_who_volunteered_calls_nobody() -> None:
    said = "de titel vraagt vrijwilligers"
    text = "# {}\n\nIn de korven wonen bijen, en in de tuin staan bloemen voor hen.\n"
    for title, calls in (
        ("Een jaar als vrijwilliger in Ee", False),
        ("Aan de slag als vrijwilliger", True),
    ):
        reason = report(text.format(title), "a.md").properties["kind_reason"]
        assert (said in reason) == calls


def test_a_page_that_lists_vacancies_and_names_no_job_is_seldom_sure() -> None:
    text = (
        "<h1>{}</h1><p>Wil jij iets doen voor bijen? We zoeken medewerkers, imkers en stagiaires."
        "</p><h2>{}</h2><p>Parttime en voltijds. Je leert hoe bijen leven. Wij bieden stages in een "
        "kleine tuin, waar je ons helpt met de korven, de bloemen en de honing, en waar je leert "
        "wat bijen eten, hoe zij wonen en wie hen bezoekt. Solliciteer nu, en vraag naar wat er "
        "in de zomer in de tuin en bij de korven te doen is.</p>"
    )
    listed = report(text.format("Werken bij ons", "Openstaande vacatures"), "a.html")
    assert listed.kind == "unsure"
    assert report(text.format("Imker", "Wat je doet"), "a.html").kind == "vacancy"


def test_a_page_that_names_jobs_in_headings_above_a_line_each_is_a_list() -> None:
    jobs = "<h3>Lock keeper</h3><p>Open gates.</p><h3>Cook</h3><p>Make soup.</p>"
    form = "<h2>Your details</h2>" + "<p>Name, address, telephone and the days you can work</p>" * 9
    text = (
        "<h1>Join the crew</h1><p>We are looking for people who like the water. What we offer: a "
        f"warm room, free soup and training. Apply below.</p>{jobs}{{}}{form}"
    )
    assert report(text.format("<h3>Painter</h3><p>Paint boats.</p>"), "a.html").kind != "vacancy"


def test_a_page_that_says_nothing_of_the_work_asks_whoever_will() -> None:
    call = (
        "# Word vrijwilliger\n\nBij de Korf zijn vrijwilligers van harte welkom. Bel met Robin.\n"
    )
    assert report(call, "a.md").kind == "unsure"
    told = call + "\nJe verzorgt de bijen, twee uur per week. Wij bieden koffie en honing.\n"
    assert report(told, "a.md").kind == "vacancy"


def test_jobs_in_items_of_a_page_headed_as_a_list_are_no_vacancy() -> None:
    text = (
        "---\ntitle: {}\n---\n\n## What we look for\n\nWe are looking for people with experience. You "
        "will work with boats.\n\n- **Lock keeper**: gates and books.\n- **Cook**: soup and bread.\n"
        "- **Painter**: boats and doors.\n\n## What we offer\n\n- A salary of £2,400 a month\n"
        "- Flexible hours\n\nApply by email with your CV.\n"
    )
    assert report(text.format("Careers"), "a.md").kind == "unsure"


def test_what_begins_as_a_notice_names_a_job() -> None:
    text = (
        "{}This position answers letters, keeps the books of the harbour and writes to skippers, and "
        "helps in the office, where you meet the people of the town. Salary: $18 an hour. For the "
        "complete job listing and to apply, click here."
    )
    notice = report(text.format("Ferry Clerk, Tolbury Harbour, Maine— "), "a.txt")
    assert "the title names a job" in notice.properties["kind_reason"]
    assert "the title names a job" not in report(text.format(""), "a.txt").properties["kind_reason"]


def test_the_name_of_a_file_is_no_title_that_names_a_job() -> None:
    text = (
        "# {}\n\nSalary: £18 an hour. Responsibilities: the gates, the books and the boats of the "
        "harbour, and all that swims or floats in it. Requirements: a boat licence, a good hand and "
        "patience with skippers, of whom there are many here from the spring until late in autumn, "
        "and few in winter, when the locks are shut and the ice is as thick as a door of oak.\n"
    )
    assert report(text.format("Lock keeper"), "a.md").kind == "vacancy"
    assert report(text.format("2031-05-01_harbour_lock-keeper"), "a.md").kind != "vacancy"


def test_an_article_is_no_vacancy_whatever_it_tells() -> None:
    text = (
        "# Imker worden\n\n{}Wij zoeken een imker voor 32 uur per week. Je verzorgt de bijen en je "
        "slingert de honing. Je hebt ervaring en een rijbewijs. Wij bieden een salaris van € 2.900 per "
        "maand en een vast contract. Solliciteer voor 1 mei met je cv en een brief, en bel met vragen. "
        "Zo staat het in de advertenties die wij hebben gelezen, en zo is het ook in de praktijk.\n"
    )
    assert report(text.format(""), "a.md").kind == "vacancy"
    assert report(text.format("In dit artikel lees je meer. "), "a.md").kind != "vacancy"


@pytest.mark.parametrize("folder", ["staff", "_staff"])
def test_a_page_of_somebody_on_the_staff_is_no_vacancy(folder: str) -> None:
    text = "---\nfirst_name: Ann\nlast_name: Lee\ntitle: Project Scientist\n---\n"
    assert report(text, f"{folder}/lee.md").kind == "other"
    assert report(text, "lee.md").kind == "unsure"


def test_headings_of_jobs_below_the_name_of_a_list_are_no_single_vacancy() -> None:
    text = (
        "---\ntitle: Vacatures\n---\n\nOnze club groeit en dus zoeken wij je hulp.\n\n## Imker\n\n"
        "Als imker zorg je voor de korven. Je hebt een rijbewijs en je bent er op zaterdag.\n\n"
        "## Korven schoonmaken\n\nJe maakt ze schoon.\n\n## Sluiswachter\n\nJe opent de sluis en je "
        "helpt schippers. Stuur een mail naar club@voorbeeld.example.\n"
    )
    assert report(text, "a.md").kind == "unsure"


SINGLE = {
    "below a list": (
        "Alle vacatures\n\nWij zoeken een mandenvlechter voor 20 uur per week in Ommen. Je vlecht "
        "manden van wilg.\n\nWij bieden € 16 per uur.\n\nSolliciteer via riet@ketel.example.\n"
    ),
    "announced below a list": (
        "CURRENT VACANCIES\n\nNow hiring: Gardener\n\nYou prune roses, 20 hours per week. Pay: £14 "
        "per hour. Apply by mail to roses@kettle.example.\n"
    ),
    "intern": (
        "Kettle Museum\n\nKettle Museum is looking for an intern in education from May to July, 3 "
        "days a week.\n\nThe intern will:\n- guide schools;\n- write labels.\n\nInterested? Send a "
        "letter and CV to kim@kettle.example.\n"
    ),
    "vrijwilliger": (
        "Streekarchief\n\nVoor de leeszaal zoekt Streekarchief Ketel een vrijwilliger. Het gaat om "
        "twee dagen per week.\n\nDe vrijwilliger gaat:\n- dozen halen;\n- lezers helpen.\n\n"
        "Interesse? Stuur een mail naar kim@ketel.example.\n"
    ),
    "hoofd": (
        "Hoofd onderhoud\n\nJouw nieuwe uitdaging\n\nAls hoofd onderhoud bij De Ketel geef je leiding "
        "aan drie ploegen. Je maakt de planning. Jij zorgt dat pompen blijven draaien.\n"
    ),
}
LIKE_ONE = {
    "manual": (
        "Blender RX 3\n\nInstallation\n- Fix the base.\n\nRequirements\nA 6 A socket.\n\nWarranty\n"
        "- Competitive price\n- 2 years\n"
    ),
    "handbook": (
        "Canteen handbook\n\nRoles\n\nThe cook plans the menus.\n\nResponsibilities\n\n- Everyone signs "
        "the list.\n\nSalary and benefits\n\nSalaries are paid on the 20th.\n"
    ),
    "rota": (
        "Piketrooster\n\nMonteurs hebben om de vier weken piket. Boven op je salaris krijg je € 250 "
        "per week. Je neemt binnen tien minuten op.\n"
    ),
    "appointed": (
        "NEW HEAD BAKER\n\nThe mill is pleased to announce that Rosa Quist has taken up the full-time "
        "job of head baker. She holds a diploma and reports to the miller.\n"
    ),
    "trade": (
        "Kuiper\n\nEen kuiper maakt vaten. De kuiper werkt met een schaaf.\n\nGeschiedenis\n\nHet "
        "ambacht is oud.\n"
    ),
    "exhibition": (
        "Museum De Ketel\n\nMuseum De Ketel toont tot juni oude ketels en is 4 dagen per week open.\n\n"
        "De tentoonstelling zal:\n- drie zalen vullen.\n\nInteresse in een rondleiding? Stuur dan een "
        "bericht.\n"
    ),
}


@pytest.mark.parametrize("text", SINGLE.values(), ids=list(SINGLE))
def test_a_single_advert_may_be_headed_by_a_list_or_a_house(text: str) -> None:
    assert report(text, "a.txt").kind == "vacancy"


@pytest.mark.parametrize("text", LIKE_ONE.values(), ids=list(LIKE_ONE))
def test_what_has_parts_of_a_vacancy_may_be_another_text(text: str) -> None:
    assert report(text, "a.txt").kind == "other"
