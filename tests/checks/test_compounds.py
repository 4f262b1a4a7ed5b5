"""Compounds that are not one word: what is found beyond doubt, what is a remark, what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import loaded_with
from support import engine, findings, report, texts
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source

BROKEN = """
[[rule]]
code = "OWN001"
name = "compound"
kind = "compounds"
[rule.message]
nl = "{text}"
"""


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("Je komt op onze IT afdeling.", ["warning"]),
        ("Ervaring met ICT projecten is fijn.", ["info"]),
        ("Je werkt op hbo niveau.", ["warning"]),
        ("Een ervaren QRZ adviseur.", ["warning"]),
        ("Wij helpen QRZ klanten.", []),
        ("Na de inloop periode volgt een vast contract.", ["warning"]),
        ("Je test projecten.", []),
        ("Werk processen uit.", []),
        ("Een communicatie traject.", ["warning"]),
        ("Productie planner", ["warning"]),
        ("Uitvoering project.", ["info"]),
        ("Een applicatie gerelateerde taak.", ["warning"]),
        ("Je werkt in scrum teams.", ["info"]),
        ("Wij zoeken de functie manager.", []),
        ("De breek-en zeefmachine.", ["warning"]),
        ("Haal de NAS-en weg.", []),
        ("De marketing- en salesafdeling.", []),
        ("Ons bedrijfgebouw.", ["warning"]),
        ("Een opleidingniveau.", ["info"]),
        ("Ons bedrijfsgebouw.", []),
        ("Jouw werk zaamheden.", ["warning"]),
        ("Want digital is wat wij doen.", []),
        ("Je bent pro-actief.", ["warning"]),
        ("De auto-industrie.", []),
        ("Een beleid gericht op groei.", []),
        ("Ervaring met organisatie ontwikkeling.", ["warning"]),
        ("Het beleid richting klanten.", []),
        ("De data –en informatiestromen.", ["warning"]),
    ],
)
def test_what_is_one_word(text: str, severities: list[str]) -> None:
    found = findings(text, "a.txt", "SPL010", language="nl")
    assert [each.severity for each in found] == severities
    assert [bool(each.fixes) for each in found] == [each == "warning" for each in severities]


def test_quotations_addresses_and_code_are_left_alone() -> None:
    text = "‘ICT afdeling’ staat op `hbo niveau` en op voorbeeld.nl/ict-en-zorg.\n"
    assert texts(text, "a.md", "SPL010", language="nl") == []


@pytest.mark.parametrize("end", ["&#160; ", " &nbsp;", "&#32;&#32;", " \u00a0", "&nbsp;&nbsp;\n"])
def test_a_block_may_end_in_spaces_of_any_sort(end: str) -> None:
    for text, name in ((f"Aanbod{end}", "a.md"), (f"<p>Aanbod{end}</p>", "a.html")):
        done = report(text, name, language="nl")
        assert done.errors == ()


def test_a_line_break_ends_a_compound() -> None:
    assert texts("Wij zoeken een inwerk\n\nperiode", "a.md", "SPL010", language="nl") == []


def test_a_fix_keeps_the_capital_of_the_first_word() -> None:
    source = Source("a.txt", "Motivatie brief en HBO diploma graag mailen.")
    fixed, _ = engine(select=("SPL010",), language="nl").fix(source, unsafe=True)
    assert fixed.text == "Motivatiebrief en hbo-diploma graag mailen."


def test_a_finding_stands_where_the_words_stand() -> None:
    (found,) = findings("# Kok\n\nJe *krijgt* een vca diploma.\n", "a.md", "SPL010", language="nl")
    assert found.text == "vca diploma"
    assert found.place.start[:2] == (3, 17)


def test_a_rule_of_ones_own_needs_the_lists(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(BROKEN, encoding="utf-8")
    loaded = loaded_with(tmp_path)
    assert any("first-parts" in str(error) for error in loaded.errors)
    with pytest.raises(VaclintError):
        raise loaded.errors[0]
