"""The words of a language: what is listed, what may be made of it, and the index on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from support import resources
from vaclint.languages.language import language
from vaclint.languages.wordlist import REMEMBERED, Wordlist, has_list
from vaclint.model.store import Store
from vaclint.project.cache import store_in


def words(code: str = "nl") -> Wordlist:
    return resources().wordlist(code)


@pytest.mark.parametrize(
    ("code", "word", "known"),
    [
        ("nl", "vacature", "listed"),
        ("nl", "dít", "listed"),
        ("nl", "foto's", "listed"),
        ("nl", "leiderschapsprofiel", "compound"),
        ("nl", "zorg-vacature", "listed"),
        ("nl", "gedachtengoed", "compound"),
        ("nl", "xqvacature", ""),
        ("en", "vacancy", "listed"),
        ("en", "organisation", "listed"),
        ("en", "travelling", "listed"),
        ("en", "programme", "listed"),
        ("en", "recieve", ""),
        ("nl", "'", "listed"),
    ],
)
def test_how_a_word_is_known(code: str, word: str, known: str) -> None:
    assert words(code).knows(word) == known


def test_a_compound_is_read_as_parts_and_links() -> None:
    assert ("leiderschap", "s", "profiel") in set(words().compounds("leiderschapsprofiel"))


def test_a_language_without_links_has_no_compounds() -> None:
    assert list(words("en").compounds("teamleader")) == []


def test_a_compound_with_another_link_is_offered_where_that_is_listed() -> None:
    assert words().other_link("gedachtengoed") == "gedachtegoed"
    assert words().other_link("gedachtegoed") == ""
    assert words().other_link("leiderschapsprofiel") == ""


def test_corrections_are_one_change_away_and_the_most_used_first() -> None:
    near = words().corrections("intresse")
    assert near[0][0] == "interesse"
    assert [used for _, used in near] == sorted((used for _, used in near), reverse=True)
    assert all(abs(len(word) - len("intresse")) <= 1 for word, _ in near)


def test_where_one_change_gives_nothing_two_doubled_letters_are_tried() -> None:
    assert words().corrections("proffesioneel")[0][0] == "professioneel"


def test_a_frequency_fits_two_bytes() -> None:
    assert words().frequency("de") == 65_535
    assert words().frequency("xqz") == 0


def test_a_language_without_a_list_has_none() -> None:
    bare = language("zz", {})
    assert not has_list(bare)
    with pytest.raises(KeyError):
        Wordlist(bare, Store())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("words")


def test_the_index_is_made_once_and_survives_damage(folder: Path) -> None:
    english, store = resources().languages["en"], store_in(folder)
    assert Wordlist(english, store).frequency("vacancy") > 0
    (index,) = folder.glob("words-en-*.trie")
    made = index.stat().st_mtime_ns
    assert Wordlist(english, store).frequency("vacancy") > 0
    assert index.stat().st_mtime_ns == made
    index.write_bytes(b"not a trie")
    assert Wordlist(english, store).frequency("vacancy") > 0
    assert index.stat().st_size > 100_000


def test_without_a_store_the_list_is_compiled_in_memory() -> None:
    assert Wordlist(resources().languages["en"], Store()).frequency("vacancy") > 0


def test_what_is_remembered_of_words_is_bounded() -> None:
    own = Wordlist(resources().languages["nl"], Store())
    for number in range(REMEMBERED + 200):
        own.knows(f"{number}'")
        own.frequency(f"{number}'")
    assert 0 < len(own._known) <= REMEMBERED
    assert 0 < len(own._counts) <= REMEMBERED
