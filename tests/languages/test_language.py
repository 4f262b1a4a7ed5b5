"""A language as its pack tells it."""

from __future__ import annotations

import pytest

from support import loaded, resources
from vaclint.languages.language import language
from vaclint.languages.resources import Resources

SECTIONS = {
    "priority": 5,
    "function-words": "zo mek ola",
    "numbers": {"decimal": ",", "thousands": " "},
    "sentences": {"abbreviations": ["drk"], "starters": "dan nu"},
    "fields": {"salary": ["pagolo"]},
    "front-matter": {"prose": ["intro"], "opaque": ["slug"]},
    "messages": {"remove": "Forigu", "here-stands": "Tie: {}", "named": "{a} kaj {b}"},
    "own": {"a": 1},
}


def test_what_a_pack_says() -> None:
    made = language("xx", SECTIONS)
    assert made.function_words == {"zo", "mek", "ola"}
    assert made.sentences.abbreviations == {"drk"}
    assert made.sentences.starters == {"dan", "nu"}
    assert made.fields == {"salary": frozenset({"pagolo"})}
    assert made.prose_keys == {"intro"}
    assert made.opaque_keys == {"slug"}
    assert made.say("here-stands", "x") == "Tie: x"
    assert made.say("named", a=1, b=2) == "1 kaj 2"
    assert made.section("own") == {"a": 1}


def test_what_a_pack_leaves_out_is_empty() -> None:
    bare = language("xx", {})
    assert bare.function_words == frozenset()
    assert bare.section("output") == {}
    assert bare.number(1.5) == "1.5"
    with pytest.raises(KeyError):
        bare.say("remove")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(36, None, "36"), (28.5, None, "28,5"), (28.5, 2, "28,50"), (0.1, 0, "0")],
)
def test_numbers(value: float, decimals: int | None, text: str) -> None:
    assert language("xx", SECTIONS).number(value, decimals) == text


def test_languages_together_read_what_each_reads() -> None:
    packs = [
        {"code": "xx", "sections": SECTIONS},
        {
            "code": "yy",
            "sections": {"priority": 1, "fields": {"salary": ["pay"], "title": ["job"]}},
        },
    ]
    both = Resources(packs, {})
    assert list(both.languages) == ["yy", "xx"]
    assert both.reading.names("salary") == {"pagolo", "pay"}
    assert both.reading.names("title") == {"job"}
    assert both.reading.prose_keys == {"intro"}
    assert both.reading.split("La drk. Zo mek.") == ((0, 15),)


@pytest.mark.parametrize(("code", "speaks"), [("nl", "nl"), ("en", "en"), ("de", "en"), ("", "en")])
def test_who_speaks_about_a_text(code: str, speaks: str) -> None:
    assert resources().spoken(code) == speaks


def test_without_english_the_first_language_speaks() -> None:
    only = Resources([{"code": "xx", "sections": SECTIONS}], {})
    assert (only.spoken("de"), only.spoken("xx")) == ("xx", "xx")


def test_all_languages_have_the_same_messages_with_the_same_values() -> None:
    packs = list(resources().languages.values())
    for other in packs[1:]:
        assert set(other.messages) == set(packs[0].messages)
        assert set(other.section("output")) == set(packs[0].section("output"))
        for name, text in other.messages.items():
            assert text.count("{") == packs[0].messages[name].count("{"), name


def test_all_languages_say_the_same_of_each_rule() -> None:
    for rule in loaded().rules:
        named = [set(texts.messages) for texts in rule.texts.values()]
        assert all(each == named[0] for each in named), rule.code
