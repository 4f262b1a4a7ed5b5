"""Plain front matter: read as the parser of YAML reads it, or not at all."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import engine
from vaclint.formats import frontmatter
from vaclint.formats.frontmatter import find_fences, read_front_matter
from vaclint.formats.plain_yaml import read_plain
from vaclint.model.blocks import Block
from vaclint.model.document import FrontMatter
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source

WORDS = [
    *("title", "Kok", "kok ", " met", "24", "3400", "007", "1.5", "0x1f", "1e3", "12:30", "1_000"),
    *("true", "False", "null", "yes", "No", "on", "Off", "n", "Nee", "~", ".inf", "2026-11-27"),
    *("2026-11-27T10:00:00Z", "2500 - 3400 per maand", "32 uur", "=", "<<", "é", "😀", "\xa0"),
    *(":", ": ", " :", "#", " #", "'", '"', "''", "\\", "\\n", "-", "- ", "?", "? ", "!", "&", "*"),
    *("[", "]", "{", "}", ",", "|", ">", "%", "@", "`", "\t", "\r", "\n", "\n ", "\n  ", "\u2028"),
    *("---", "...", "https://x.example/a#b", "a: b", "\x85", "\ufeff", "key:", "vaclint: "),
]


def shown(entry: FrontMatter) -> object:
    """An entry with all that its blocks hold."""
    blocks = [[getattr(block, slot, None) for slot in Block.__slots__] for block in entry.blocks]
    return entry.key, entry.value, entry.span, blocks


def entries(text: str, *, plain: bool) -> object:
    """The front matter that is read of a text, or what is wrong with it."""
    source = Source("x.md", f"---\n{text}\n---\n\nTekst.\n")
    try:
        fences = find_fences(source)
        if fences is None:
            return None
        if plain:
            return list(map(shown, read_front_matter(source, fences, engine().reading)))
        text = source.text[fences.start : fences.end]
        found = frontmatter._read_any_yaml(source, text, fences.start, engine().reading)
        return list(map(shown, found))
    except VaclintError as error:
        return error.message


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=4).map("".join), max_size=3))
def test_it_is_read_as_the_parser_reads_it(values: list[str]) -> None:
    text = "\n".join(f"k{number}: {value}" for number, value in enumerate(values))
    assert entries(text, plain=True) == entries(text, plain=False)


@given(st.lists(st.sampled_from(WORDS), max_size=9).map("".join))
def test_whatever_it_is(text: str) -> None:
    assert entries(text, plain=True) == entries(text, plain=False)


@pytest.mark.parametrize(
    ("text", "texts", "others"),
    [
        ("title: Kok (m/v/x)\nuren: 32\n", ["Kok (m/v/x)"], ["32"]),
        ("title: \"Kok\" \nplaats: ''\nleeg:\n", ["Kok", ""], []),
        ("# een opmerking\n\nsalaris: 2500 - 3400 per maand\n", ["2500 - 3400 per maand"], []),
        ("date: 2026-11-27\ndraft: false\nscore: 7.5\n", [], ["2026-11-27", "false", "7.5"]),
        (
            "site: https://x.example/a#b\nnaam: Da's goed\n",
            ["https://x.example/a#b", "Da's goed"],
            [],
        ),
    ],
)
def test_plain_values(text: str, texts: list[str], others: list[str]) -> None:
    found = read_plain(text)
    assert found is not None
    assert [each.value for each in found if each.is_text] == texts
    assert [each.value for each in found if not each.is_text] == others
    assert all(text[each.start : each.end] == each.value for each in found)


@pytest.mark.parametrize(
    "text",
    [
        *("tags: [zorg]", "a:\n  b: c", "a: b: c", "a: b # c", "a: |\n  tekst", "- a", "a: *b"),
        *('a: "b\\n"', "a: 'b''c'", "a: Yes", "a: null", "a: 1:30", "a: b\n  c", "a:\tb", "a b"),
    ],
)
def test_what_is_not_surely_plain_has_no_answer(text: str) -> None:
    assert read_plain(text) is None


def test_plain_front_matter_takes_no_parser() -> None:
    code = (
        "import sys; from vaclint import check_text; "
        "check_text('---\\ntitle: Kok\\nuren: 32\\n---\\n\\nTekst.\\n', path='a.md'); "
        "print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
