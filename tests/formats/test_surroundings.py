"""The lines of a web page around a vacancy: menus, forms, buttons and tables of contents."""

import pytest

from support import engine, resources
from vaclint.formats.markdown import parse_markdown
from vaclint.formats.plain import parse_plain
from vaclint.model.document import Document
from vaclint.model.source import Source

READING = resources().reading
TEXT = "Je plant de diensten van twaalf chauffeurs en belt met klanten als een rit uitloopt."


def read(text: str) -> Document:
    return parse_plain(Source("x.txt", text), READING)


def page(text: str) -> list[str]:
    return [block.text for block in read(text).chrome]


def test_a_menu_goes_with_the_names_that_are_not_known() -> None:
    menu = ["Home", "Visie", "Onze hovenierij", "Werken bij", "Contact"]
    assert page("\n".join(menu) + f"\n\nPlanner\n\n{TEXT}\n") == menu


def test_a_menu_ends_at_its_last_known_name() -> None:
    assert page(f"Home\nNieuws\nContact\nLindenlaan 4\n\n{TEXT}\n") == ["Home", "Nieuws", "Contact"]


def test_the_fields_of_a_form_stand_together() -> None:
    fields = ["Naam", "E-mailadres", "Telefoonnummer", "Motivatie", "Verzenden"]
    assert page(f"Planner\n\n{TEXT}\n\n" + "\n".join(fields) + "\n") == fields


@pytest.mark.parametrize(
    "lines",
    [
        ["Contact", "Bel Noor de Wit."],  # one name is a heading
        ["Team", "Diensten", "Projecten", "Klanten"],  # no anchor among them
        ["Contact: Noor de Wit", "Vacatures: drie", "Nieuws: geen"],  # labels with a value
        ["Word", "Excel", "Visio", "Blog", "Photoshop", "Contact"],  # more strangers than names
    ],
)
def test_other_short_lines_are_text(lines: list[str]) -> None:
    assert page(f"Planner\n\n{TEXT}\n\n" + "\n".join(lines) + "\n") == []


def test_a_button_counts_where_it_comes_back() -> None:
    text = f"Planner\nSolliciteer nu\n32 uur\n\n{TEXT}\n\nDirect solliciteren\n"
    assert page(text) == ["Solliciteer nu"]
    assert page(f"Planner\n\n{TEXT}\n\nSolliciteer nu\n") == []


def test_a_button_beside_a_line_of_the_page_belongs_to_it() -> None:
    lines = ["Neem contact op", "© 2026 De Linde"]
    assert page(f"Planner\n\n{TEXT}\n\n" + "\n".join(lines) + "\n") == lines


def test_a_heading_over_a_text_is_no_button() -> None:
    assert page(f"Solliciteer nu\n{TEXT}\n\nSolliciteer direct\n{TEXT}\n") == []


def test_a_table_of_contents_has_rising_pages() -> None:
    contents = ["1. De functie 2", "2. Ons aanbod 3", "3. Solliciteren 5"]
    assert page("\n".join(contents) + f"\n\n{TEXT}\n") == [
        "De functie 2",
        "Ons aanbod 3",
        "Solliciteren 5",
    ]
    assert page(f"Schaal 8\nTeam 12\nNiveau 4\n\n{TEXT}\n") == []


def test_markdown_keeps_what_somebody_marked() -> None:
    text = f"# Planner\n\n[Terug naar vacatures](/vacatures)\n\n{TEXT}\n\nSpring naar inhoud\n"
    document = parse_markdown(Source("x.md", text), READING)
    assert [block.text for block in document.chrome] == ["Spring naar inhoud"]


def test_a_menu_is_one_finding() -> None:
    text = f"Home\nOver ons\nNieuws\nContact\n\nPlanner\n\n{TEXT}\n\nDelen op Facebook\n"
    found = engine(select=("STR006",)).check(Source("x.txt", text)).findings
    assert [(each.text, len(each.related)) for each in found] == [
        ("Home", 3),
        ("Delen op Facebook", 0),
    ]


def test_a_menu_at_an_edge_may_have_more_strange_names() -> None:
    menu = ["Home", "Hagen", "Vijvers", "Gazons", "Over ons", "Terrassen", "Vlonders", "Contact"]
    assert page("\n".join(menu) + f"\n\nPlanner\n\n{TEXT}\n") == menu
    assert page(f"Planner\n\n{TEXT}\n\n" + "\n".join(menu) + "\n") == menu
    title = ["Home", "Planner voor de ochtend in Gouda", "Gazons", "Over ons", "Vijvers", "Contact"]
    assert title[1] not in page("\n".join(title) + f"\n\n{TEXT}\n")


def test_names_above_a_text_and_below_it_are_a_menu() -> None:
    menu = ["Hagen", "Vijvers", "Gazons"]
    text = "\n".join(menu)
    assert page(f"{text}\n\nPlanner\n\n{TEXT}\n\n{text}\n") == menu * 2
    assert page(f"{text}\n\nPlanner\n\n{TEXT}\n\n{TEXT}\n") == []


@pytest.mark.parametrize(
    ("line", "is_of_page"),
    [
        ("Home Werken bij De Linde Nieuws Contact", True),
        ("Over ons Vacatures Contact", True),
        ("Home Care Services Team Leader", False),  # one name that stands in a menu only
        ("Home, Vacatures, Nieuws: alles op één plek.", False),
        ("De Linde 2026 © Noor de Wit", True),
        ("Je werkt met Kleur© en met Vorm", False),
        ("team-in-de-tuin.jpg", True),
        ("Meer over onze tuinen →", True),
        ("Onze diensten ▾", True),
        ("Solliciteer nu →", False),  # a button that an advert has too
        ("Fulltime, 36 uur →", False),  # a fact of the job
        ("❮ Andere zoekopdracht", True),
        ("«Een fijne ploeg»", False),
    ],
)
def test_a_line_is_of_a_page_by_its_shape(line: str, is_of_page: bool) -> None:
    assert READING.is_chrome(line) == is_of_page


def test_two_labels_with_a_star_are_a_form() -> None:
    fields = ["Favoriete plant *", "Soort snoeischaar *"]
    assert page(f"Planner\n\n{TEXT}\n\n" + "\n\n".join(fields) + "\n") == fields
    assert page(f"Planner\n\n{TEXT}\n\nToeslag op zondag *\n") == []


def test_a_button_that_heads_a_text_stays_and_the_others_go() -> None:
    text = f"Planner\n\n{TEXT}\n\nSolliciteer nu\n{TEXT}\n\n32 uur\n\nSolliciteer nu\n"
    assert page(text) == ["Solliciteer nu"]
    assert read(text).chrome[0].begin > len(text) - 20
