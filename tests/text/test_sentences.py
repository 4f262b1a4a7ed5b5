"""Where sentences end: a bar stands where one does."""

from __future__ import annotations

import pytest

from support import resources
from vaclint.model.reading import NO_SENTENCE_WORDS
from vaclint.text.sentences import SentenceWords, Splitter, merged

CASES = [
    "Je werkt o.a. met Word en Excel.| Daarna bel je klanten.",
    "Dat is d.w.z. in overleg.| Bel ons.",
    "Het salaris is € 3.500,- bruto per maand.| Je krijgt 8% vakantiegeld.",
    "Bel dhr. De Vries of mevr. Jansen.| Zij helpen je.",
    "Je bent o.a. verantwoordelijk voor: a. de planning, b. de kas.",
    "Mail J.P. de Boer voor 1 sept. a.s.| Reacties na die datum tellen niet.",
    "De gemeente (ca. 400 medew.) groeit.| Wij zoeken jou!",
    "Heb je vragen?| Bel ons dan.| Of mail!",
    "Start per 1 jan. 2027.| Solliciteer nu.",
    "Wij werken met .NET en Node.js.| Dat leer je bij ons.",
    "‘Werk jij mee?’ vraagt Robin.| Dat doen we.",
    "Zie art. 5 van de cao.| Daar staat het.",
    "Je krijgt max. 36 uur.| Dat is 1,0 fte.",
    "Drs. A. van Dam leidt het team.| Hij is er sinds 2010.",
    "Je verdient min. € 2.400 p.m.| En een fiets.",
    "Wij bieden o.m. een laptop, telefoon, enz.| Ook krijg je een fiets.",
    "Wat bieden wij?| Een vast contract.",
    "Bijv. Excel of Access.| Beide is ook goed.",
    "Interesse?!| Solliciteer direct.",
    "Je werkt op ma. t/m vr. van 8.30 tot 17.00 uur.| Soms op za.",
    "We zoeken een collega…| Ben jij dat?",
    "Contact: mw. mr. K. Bakker, tel. 06-12345678.| Bel gerust.",
    "In 2024 groeiden we met 3.5 procent.| Dat is veel.",
    "Je hebt hbo of wo.| Rijbewijs B.| VCA is een pre.",
    "Wij zijn Zorg B.V. en zoeken jou.| Kom je ook?",
    "Je werkt bij Bakker & Zn. in Breda.| Het is er gezellig.",
    "Je werkt samen met nuchtere collega’s.| Natuurlijk zorgen we goed voor je.",
    "Je solliciteert vóór 1 dec.| Je brief gaat naar Robin.",
    "Wij werken m.n. voor het MKB.| Z.s.m. beginnen kan.",
    "You work e.g. with Excel.| Then you call clients.",
    "Mr. Smith leads the team.| He is nice.",
    "We pay approx. $20 per hr. in London.| Apply now.",
    "The U.S. office is small.| It has five desks.",
    "Dr. Jones, Ph.D., runs the lab.| She hires.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    text = case.replace("|", "")
    ranges = resources().reading.split(text)
    assert [text[start:end].strip() for start, end in ranges] == [
        part.strip() for part in case.split("|")
    ]


def test_the_ranges_cover_the_text_in_order() -> None:
    text = "Bel dhr. De Vries.  Of mail! "
    assert resources().reading.split(text) == ((0, 20), (20, 29))
    assert resources().reading.split("") == ()


OWN = SentenceWords(
    abbreviations=frozenset({"bijv"}),
    at_end=frozenset({"enz"}),
    starters=frozenset({"dan"}),
    letter_after=frozenset({"rijbewijs"}),
)


@pytest.mark.parametrize(
    ("words", "text", "count"),
    [
        (OWN, "Een fiets, bijv. Gazelle is goed.", 1),
        (NO_SENTENCE_WORDS, "Een fiets, bijv. Gazelle is goed.", 2),
        (OWN, "Met brood, enz. Dan ga je weg.", 2),
        (OWN, "Met brood, enz. Wilma komt ook.", 1),
        (OWN, "Je hebt rijbewijs B. Je kookt.", 2),
        (OWN, "Vraag naar mevrouw B. Jansen.", 1),
        (NO_SENTENCE_WORDS, "Vraag naar mevrouw J.P. Jansen.", 1),
    ],
)
def test_what_a_language_knows_decides(words: SentenceWords, text: str, count: int) -> None:
    assert len(Splitter(words)(text)) == count


def test_languages_together_know_what_each_knows() -> None:
    both = merged([OWN, NO_SENTENCE_WORDS._replace(abbreviations=frozenset({"e.g"}))])
    assert both.abbreviations == {"bijv", "e.g"}
    assert both.at_end == {"enz"}
