"""The file with a language's persons and pronouns, read as a grammar."""

from __future__ import annotations

import pytest
import regex

from vaclint.checks.persons import read_grammar

SMALL = {
    "replacements": {"lu": "li"},
    "persons": "kuko plenisto",
    "things": "firmo domo urbestrado",
}


def test_what_a_file_leaves_out_is_empty() -> None:
    grammar = read_grammar({"replacements": {"lu": "li"}})
    assert grammar.replacements == {"lu": "li"}
    assert grammar.persons == frozenset()
    assert grammar.named == ""
    assert not grammar.is_person("", frozenset())


@pytest.mark.parametrize(
    ("word", "title", "is_person"),
    [
        ("kuko", "", True),
        ("superplenisto", "", True),
        ("superkuko", "", False),  # too short for the end of a compound
        ("plenistoj", "", False),
        ("fromagisto", "fromagisto", True),
        ("vendigo", "", False),
        ("kantigo", "", False),
        ("kantanto", "", True),
    ],
)
def test_who_is_a_person(word: str, title: str, is_person: bool) -> None:
    grammar = read_grammar({**SMALL, "person-endings": "anto igoj"})
    assert grammar.is_person(word, frozenset(title.split())) is is_person


@pytest.mark.parametrize(
    ("word", "is_thing"),
    [("firmo", True), ("kunfirmo", False), ("altafirmo", True), ("hejmdomo", False)],
)
def test_what_is_a_thing(word: str, is_thing: bool) -> None:
    assert read_grammar(SMALL).is_thing(word) is is_thing


def test_patterns_are_joined() -> None:
    named = {"pattern": r"\b{title}\s", "words": {"title": ["sro", "sino"]}}
    grammar = read_grammar({**SMALL, "named": named})
    assert regex.search(grammar.named, "jen sino Kim")
    assert not regex.search(grammar.named, "jen Kim")


@pytest.mark.parametrize(
    "data",
    [{}, {**SMALL, "named": "("}, {**SMALL, "named": {"pattern": "{no}"}}, {**SMALL, "persons": 3}],
)
def test_what_is_no_grammar_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((KeyError, AttributeError, regex.error)):
        read_grammar(data)
