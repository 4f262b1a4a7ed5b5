"""Markdown: which text is prose, what kind of block it is in, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import engine, findings
from vaclint.formats import parse
from vaclint.model.blocks import PLACEHOLDER
from vaclint.model.document import Document
from vaclint.model.source import Source


def read(text: str, path: str = "x.md") -> Document:
    return parse(Source(path, text), engine().reading)


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(text).blocks]


def spelled(text: str, part: str) -> str:
    """The source behind a part of the first block that has it."""
    block = next(block for block in read(text).blocks if part in block.text)
    at = block.text.index(part)
    span = block.span(at, at + len(part))
    return text[span.start : span.end]


def test_kinds_of_block() -> None:
    text = (
        "# Kop\n\nAlinea een\nloopt door.\n\n- punt\n- punt twee\n\n1. eerste\n\n| "
        "A | B |\n|---|---|\n| c | d |\n"
    )
    assert blocks(text) == [
        ("heading", "Kop"),
        ("paragraph", "Alinea een loopt door."),
        ("item", "punt"),
        ("item", "punt twee"),
        ("item", "eerste"),
        ("cell", "A"),
        ("cell", "B"),
        ("cell", "c"),
        ("cell", "d"),
    ]


def test_what_is_no_prose() -> None:
    text = (
        "Tekst `hij/zij` en <https://hij.example/zij> en ![](hij/zij.png) "
        "www.hij.example\n\n```\nhij/zij\n```\n\n    hij/zij\n\n"
        "<!-- hij/zij -->\n\n<script>hij/zij</script>\n\n{{< kaart hij/zij >}} en "
        "{% include hij/zij %}\n\n## Kop {#hij/zij}\n\n"
        "[tekst][hij/zij]\n\n[hij/zij]: https://hij.example/zij\n"
    )
    assert "hij/zij" not in read(text).haystack
    assert (
        blocks(text)[0][1] == f"Tekst {PLACEHOLDER} en {PLACEHOLDER} en {PLACEHOLDER} {PLACEHOLDER}"
    )


def test_what_is_read_aloud_is_prose() -> None:
    text = (
        'Zie [hier](a.html "Een titel") en ![Een kok lacht](b.png "Nog een '
        'titel").\n\n<div>\n<p>In een &eacute;cht blok</p>\n</div>\n'
    )
    found = [block.text for block in read(text).blocks]
    assert {"Een titel", "Een kok lacht", "Nog een titel", "In een écht blok"} <= set(found)
    for part in ("Een titel", "Een kok lacht", "Nog een titel"):
        assert spelled(text, part) == part
    assert spelled(text, "écht") == "&eacute;cht"


def test_mdx() -> None:
    document = read(
        "import Kaart from './hij/zij'\n\n# Kok\n\nJe kookt {props.hij/zij}, zij aan zij.\n",
        "x.mdx",
    )
    assert [block.text for block in document.blocks if block.kind != "paragraph"] == ["Kok"]
    assert "hij/zij" not in document.haystack


def test_markup_inside_a_word() -> None:
    assert spelled("Een **kandi**_daat_ en\nmeer.", "kandidaat") == "kandi**_daat"
    assert spelled("Een [goede kandidaat](x.html).", "goede kandidaat") == "goede kandidaat"


def test_references_escapes_and_odd_characters() -> None:
    assert spelled("Caf&eacute; om de hoek", "Café") == "Caf&eacute;"
    assert spelled("Vijf \\* sterren", "* sterren") == "* sterren"
    assert spelled("kandi\u00addaat hier", "kandidaat") == "kandi\u00addaat"
    assert spelled("Cafe\u0301 open", "Café") == "Cafe\u0301"
    assert spelled("hij\n  zij", "hij zij") == "hij\n  zij"


def test_labels() -> None:
    document = read(
        "**Uren:** 32\n**Salaris:** € 3.000\n\n- Plaats: Lindenbeek\n\n| Schaal | "
        "9 |\n|---|---|\n| Einde | 1 mei |\n"
    )
    found = [(block.label, block.value) for block in document.blocks if block.label]
    assert found == [
        ("Uren", "32"),
        ("Salaris", "€ 3.000"),
        ("Plaats", "Lindenbeek"),
        ("Schaal", "9"),
        ("Einde", "1 mei"),
    ]


def test_column_labels() -> None:
    document = read("| Functie | Uren | Schaal |\n|---|---|---|\n| Kok | 32 | 7 |\n")
    assert [(block.label, block.text) for block in document.blocks if block.label] == [
        ("Functie", "Kok"),
        ("Uren", "32"),
        ("Schaal", "7"),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_positions_with_every_line_end(ending: str) -> None:
    text = ending.join(["---", "title: Één kok", "---", "", "# Kök", "", "Hij/zij komt.", ""])
    document = read(text)
    where = {
        block.text: document.source.position(block.whole.start)[:2] for block in document.blocks
    }
    assert where == {"Één kok": (2, 8), "Kök": (5, 3), "Hij/zij komt.": (7, 1)}


def test_tabs_and_nesting() -> None:
    assert blocks("- een\n\t- twee\n\n\t  > drie\n") == [
        ("item", "een"),
        ("item", "twee"),
        ("item", "drie"),
    ]


@given(st.text(alphabet="ab é€😀\u00a0\u00ad\u0301-*_`#>|&;\\[]()<>!{}%:\n\r\t1.", max_size=120))
def test_every_character_maps_back(text: str) -> None:
    for path in ("x.md", "x.txt"):
        document = read(text, path) if text.strip() else None
        for block in document.blocks if document else ():
            last = -1
            for at, char in enumerate(block.text):
                span = block.span(at, at + 1)
                assert 0 <= span.start < span.end <= len(text)
                assert span.start >= last
                last = span.start
                if span.end - span.start == 1 and not char.isspace() and char not in PLACEHOLDER:
                    assert (
                        text[span.start] in (char, "\\", "&")
                        or text[span.start : span.end].isspace()
                    )


@pytest.mark.parametrize(
    "tag",
    ["code", "kbd", "script", "span hidden", "span style='display: none'", "b aria-hidden=true"],
)
def test_inline_elements_that_hold_no_prose(tag: str) -> None:
    text = f"Een <{tag}>hij/zij</{tag.split()[0]}> en hij/zij\n"
    assert [finding.place.start.offset for finding in findings(text, "x.md", "GEN001")] == [
        text.rindex("hij")
    ]


def test_a_container_of_a_site_generator() -> None:
    text = ":::tip hij/zij\nEen hij/zij\n:::\n"
    assert [finding.place.start.line for finding in findings(text, "x.md", "GEN001")] == [2]


def test_a_box_of_a_site_generator_has_a_title_and_no_exclamation() -> None:
    text = '!!! info "Van hij/zij"\n    Een hij/zij!!\n\n???+ note\n    Tekst.\n'
    assert [finding.place.start.line for finding in findings(text, "x.md", "GEN001")] == [1, 2]
    assert [finding.text for finding in findings(text, "x.md", "STY003")] == ["!!"]
    shouted = "!!! wij zoeken een kok, nu !!!\n"
    found = [finding.text for finding in findings(shouted, "x.md", "STY003")]
    assert sorted(found) == ["!", "!!!", "!!!"]  # too many of them, and two rows


@pytest.mark.parametrize(
    ("comment", "path"),
    [
        ("{# een kladje #}", "a.md"),
        ("{% comment %} een kladje {% endcomment %}", "a.md"),
        ("{{/* een kladje */}}", "a.md"),
        ("{/* een kladje */}", "a.mdx"),
    ],
)
def test_a_comment_of_a_template_is_no_prose(comment: str, path: str) -> None:
    text = f"Wij zoeken een kok.\n\n{comment}\nDie  kookt.\n\nEn {comment} bakt.\n"
    document = read(text, path)
    assert "kladje" not in document.text
    assert [text[slice(*each)] for each in sorted(document.comments)] == [comment, comment]
    assert [block.text.replace("\ufffc", "…") for block in document.blocks] == [
        "Wij zoeken een kok.",
        "Die kookt.",
        "En … bakt.",
    ]


def test_a_heading_with_a_name_is_no_comment() -> None:
    document = read("# Kok {#kok}\n\nWij zoeken een kok. #}\n", "a.md")
    assert document.comments == ()
    assert "Wij zoeken een kok." in document.text


def test_a_shortcode_over_several_lines_leaves_no_text() -> None:
    text = 'Before {{< columns\n  class="box"\n  id="two">}} behind.\n'
    assert blocks(text) == [("paragraph", f"Before {PLACEHOLDER} behind.")]
