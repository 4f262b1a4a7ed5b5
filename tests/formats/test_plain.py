"""Plain text: headings without markup, bullets of every kind, labels, lines wrapped by hand."""

from __future__ import annotations

import pytest

from support import engine
from vaclint.formats import parse
from vaclint.model.document import Document
from vaclint.model.source import Source


def read(text: str) -> Document:
    return parse(Source("x.txt", text), engine().reading)


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(text).blocks]


LONG = (
    "Deze regel is lang genoeg om een alinea te zijn, want er staan veel "
    "woorden in die samen een zin maken."
)


@pytest.mark.parametrize(
    "bullet",
    [
        "-",
        "*",
        "•",
        "◦",
        "▪",
        "–",
        "—",
        "o",
        "·",
        "➢",
        "✓",
        "\uf0b7",
        "1.",
        "2)",
        "(3)",
        "a.",
        "b)",
    ],
)
def test_bullets(bullet: str) -> None:
    text = f"Taken:\n{bullet} Een ding doen\n{bullet}  Nog een ding doen\n"
    assert [block for block in blocks(text) if block[0] == "item"] == [
        ("item", "Een ding doen"),
        ("item", "Nog een ding doen"),
    ]


def test_a_bullet_without_space() -> None:
    assert blocks("•Een ding doen\n•Nog een ding\n") == [
        ("item", "Een ding doen"),
        ("item", "Nog een ding"),
    ]


def test_headings() -> None:
    text = f"Planner\n\n{LONG}\n\nWat ga je doen?\n{LONG}\n\nWij bieden:\n- geld\n"
    assert [block[1] for block in blocks(text) if block[0] == "heading"] == [
        "Planner",
        "Wat ga je doen?",
        "Wij bieden:",
    ]


@pytest.mark.parametrize("line", ["of 59130 LinkedIn", "Bel ons gerust.", LONG, "12 - 34"])
def test_no_heading(line: str) -> None:
    assert [block for block in blocks(f"{line}\n\n{LONG}\n") if block[0] == "heading"] == []


def test_labels_on_one_line_and_two() -> None:
    text = (
        "Functie:\nPlanner\nUren: 32\nPlaats :\nLindenbeek\n\nZijn opdracht luidt "
        "als volgt:\nDoen.\n"
    )
    assert [(block.label, block.value) for block in read(text).blocks if block.label] == [
        ("Functie", "Planner"), ("Uren", "32"), ("Plaats", "Lindenbeek"),
    ]  # fmt: skip


def test_a_known_label_with_a_blank_line_before_its_value() -> None:
    document = read("Uren per week:\n\n28 - 32\n\nSalaris:\n\nUren:\n\n36\n\nWij bieden:\n\nVeel\n")
    assert [(block.label, block.value) for block in document.blocks if block.label] == [
        ("Uren per week", "28 - 32"),
        ("Uren", "36"),
    ]


def test_value_has_its_place() -> None:
    text = "Dienstverband:\nFulltime\nUren:  32 uur\n"
    found = [block.span(block.value_at, len(block.text)) for block in read(text).blocks]
    assert [text[start:end] for start, end in found] == ["Fulltime", "32 uur"]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "Voor een van onze opdrachtgevers, een grote organisatie in het oosten van\n"
        "het land, zijn wij op zoek naar een ervaren systeembeheerder. In deze\n"
        "functie ben je verantwoordelijk voor het beheer van de servers en hij of\n"
        "zij die dat kan.\n"
    )
    assert len(blocks(text)) == 1
    assert "hij of zij" in blocks(text)[0][1]


def test_an_item_over_two_lines() -> None:
    assert blocks(
        "- begeleiden van de nieuwe collega. Hij of zij\n  kan altijd bij je "
        "terecht\n- iets anders\n"
    ) == [
        ("item", "begeleiden van de nieuwe collega. Hij of zij kan altijd bij je terecht"),
        ("item", "iets anders"),
    ]


def test_one_paragraph_to_a_line() -> None:
    assert blocks(f"{LONG}\n{LONG}\n") == [("paragraph", LONG), ("paragraph", LONG)]


def test_short_lines_together_are_a_list() -> None:
    assert [kind for kind, _ in blocks("Een rijbewijs B\nEen hbo-diploma\nZin in het werk\n")] == [
        "item"
    ] * 3


@pytest.mark.parametrize(
    "line",
    [
        "of 59130 LinkedIn",
        "Delen op Facebook",
        "Deel deze vacature via LinkedIn",
        "Facebook | Twitter | LinkedIn",
        "Cookies accepteren",
        "Home > Vacatures > Kok",
        "Terug naar overzicht",
        "Print deze vacature",
        "Privacyverklaring | Disclaimer",
        "Naar hoofdinhoud",
        "Vergelijkbare vacatures",
        "© 2026 Gemeente Lindenbeek",
        "1 van 24 vacatures",
    ],
)
def test_page_chrome_is_no_text(line: str) -> None:
    document = read(f"{line}\n\nKok\n\n{LONG}\n")
    assert [block.text for block in document.chrome] == [line]
    assert line not in [block.text for block in document.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Contact",
        "Delen is ons tweede woord",
        "Home care in Lindenbeek",
        "Salaris: van 3000",
        "Zoeken naar oplossingen doe je graag",
        "Solliciteer direct",
    ],
)
def test_text_is_no_page_chrome(line: str) -> None:
    assert read(f"{LONG}\n\n{line}\n\n{LONG}\n").chrome == ()
