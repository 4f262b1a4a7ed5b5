"""Front matter: keys, values, their exact places, and what is broken."""

from __future__ import annotations

import json

import pytest

from support import engine
from vaclint.formats import parse
from vaclint.formats.limits import PATH, VALUES
from vaclint.model.document import Document
from vaclint.model.source import Source


def read(text: str) -> Document:
    return parse(Source("x.md", text), engine().reading)


def values(text: str) -> list[tuple[str, str, str]]:
    return [
        (entry.key, entry.value, text[entry.span.start : entry.span.end])
        for entry in read(text).front_matter
    ]


def test_yaml_values() -> None:
    text = (
        '---\ntitle: "Kok \\"De Molen\\""\nsalaris:\n  min: 2900\n  max: 3400\n'
        "tags: [zorg, 'wijk']\n---\nTekst.\n"
    )
    assert values(text) == [
        ("title", 'Kok "De Molen"', 'Kok \\"De Molen\\"'),
        ("salaris.min", "2900", "2900"),
        ("salaris.max", "3400", "3400"),
        ("tags", "zorg", "zorg"),
        ("tags", "wijk", "wijk"),
    ]


def test_toml_values() -> None:
    text = "+++\ntitle = \"Kök\"\n[salaris]\nmin = 2900\ntekst = 'vast bedrag'\n+++\nTekst.\n"
    assert values(text) == [
        ("title", "Kök", "Kök"),
        ("salaris.min", "2900", "2900"),
        ("salaris.tekst", "vast bedrag", "vast bedrag"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '---\ntitle: "Hij \\u002f zij\\tkomt: hij/zij"\n---\n',
        "---\ntitle: 'Da''s hij/zij'\n---\n",
        "---\ntitle: Gewoon hij/zij\n---\n",
        "---\ntitle: >\n  Gevouwen\n  tekst hij/zij\n---\n",
        "---\ntitle: |\n  Letterlijk\n  hij/zij\n---\n",
        "---\ntitle: Over meer\n  regels hij/zij\n---\n",
        '---\ntitle: "Over meer \\\n  regels hij/zij"\n---\n',
        "---\r\ntitle: Windows hij/zij\r\n---\r\n",
        '+++\ntitle = "Met \\" en hij/zij"\n+++\n',
        '+++\ntitle = """\nMeer\nregels hij/zij"""\n+++\n',
        "+++\ntitle = 'Letterlijk \\ hij/zij'\n+++\n",
    ],
)
def test_a_finding_in_a_value_has_its_exact_place(text: str) -> None:
    block = read(text).front_matter[0].blocks[0]
    at = block.text.rindex("hij/zij")
    span = block.span(at, at + 7)
    assert text[span.start : span.end] == "hij/zij"


def test_which_values_are_prose() -> None:
    text = (
        "---\ntitle: Kok\nslug: een-kok-zoekt-werk\nimage: /img/een kok.jpg\ndate: "
        "2026-01-01\nauthor: Sam de Boer\n"
        "omschrijving: Kok\nextra: drie woorden hier\nkort: twee woorden\nurl: "
        "https://kok.example/a b c\n---\n"
    )
    assert [entry.key for entry in read(text).front_matter if entry.blocks] == [
        "title",
        "omschrijving",
        "extra",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("---\ntitle: Kok: chef\n---\nTekst.\n", "line 2"),
        ("---\na: 1\nb: [1, 2\n---\nTekst.\n", "line"),
        ("---\ntitle: Kok\nTekst zonder einde.\n", "never closed"),
        ("+++\ntitle = Kok\n+++\nTekst.\n", "line 2"),
        ("---\n- a\n- b\n---\nTekst.\n", "key: value"),
        ("---\ntitle: \x07\n---\nTekst.\n", "not valid YAML"),
    ],
)
def test_broken(text: str, says: str) -> None:
    document = read(text)
    assert len(document.problems) == 1
    assert says in document.problems[0].message
    assert any("Tekst" in block.text for block in document.blocks)


@pytest.mark.parametrize(
    "text", ["---\n\nTekst na een lijn.\n", "Tekst\n---\nmeer\n", "--- \n", "---\n---\nTekst.\n"]
)
def test_no_front_matter(text: str) -> None:
    document = read(text)
    assert document.front_matter == ()
    assert document.problems == ()


def test_a_whole_text_in_a_block_scalar() -> None:
    text = (
        "---\nbody: |\n  ## Taken\n\n  - punt hij/zij\n  - `hij/zij`\n\n  Tekst "
        "[hij/zij](x)\nuren: 32\n---\n"
    )
    found = read(text).front_matter[0].blocks
    assert [(block.kind, block.text) for block in found] == [
        ("heading", "Taken"),
        ("item", "punt hij/zij"),
        ("item", "\ufffc"),
        ("paragraph", "Tekst hij/zij"),
    ]
    for block in (found[1], found[3]):
        at = block.text.index("hij/zij")
        span = block.span(at, at + 7)
        assert text[span.start : span.end] == "hij/zij"


def test_a_text_is_told_from_a_fact_by_its_key_or_length() -> None:
    document = read(
        "---\ntitle: Kok\ncompany: De Molen\nteaser: Kom koken\nslogan: Samen aan tafel\n"
        "reden: Wij koken graag samen met jou\n---\nTekst.\n"
    )
    facts = [(block.text, block.is_fact) for block in document.blocks if block.front_matter]
    assert facts == [
        ("Kok", False),
        ("Kom koken", False),
        ("Samen aan tafel", True),
        ("Wij koken graag samen met jou", False),
    ]
    assert not document.blocks[-1].is_fact


LONG = "k" * 50_000
MANY = [f"a{number}" for number in range(500)]


@pytest.mark.parametrize(
    "text",
    [
        f"---\n? {LONG}\n: {{{', '.join(f'{key}: b' for key in MANY)}}}\n---\n",
        f"+++\n[{LONG}]\n{''.join(f'{key} = 1' + chr(10) for key in MANY)}+++\n",
        json.dumps({LONG: dict.fromkeys(MANY, "b")}) + "\n",
        json.dumps({"a": {LONG: {LONG: dict.fromkeys(MANY, "b")}}}) + "\n",
    ],
)
def test_values_below_a_long_key_do_not_hold_it_again(text: str) -> None:
    found = read(text + "\nTekst.\n").front_matter
    assert [entry.key.rpartition(".")[2] for entry in found] == MANY
    assert sum(len(entry.key) for entry in found) < len(text) + PATH * len(found)


def test_a_text_that_aliases_repeat_counts_each_time() -> None:
    text = f"---\na: &a {'een twee ' * 9_000}\nb:\n" + "- *a\n" * 20 + "---\nTekst.\n"
    (problem,) = read(text).problems
    assert "aliases counted each time" in problem.message


def test_of_too_many_values_nothing_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("yaml.compose")
    text = "---\n" + "".join(f"a{number}: b\n" for number in range(VALUES + 2)) + "---\nTekst.\n"
    (problem,) = read(text).problems
    assert f"more than {VALUES:,} values" in problem.message
