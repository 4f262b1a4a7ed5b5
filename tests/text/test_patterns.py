"""Patterns in parts, lists of words as patterns, and compiled forms kept between runs."""

from __future__ import annotations

import time

import pytest
import regex

from vaclint.text.patterns import (
    IGNORE_CASE,
    Code,
    compiled,
    either,
    joined,
    lazy,
    learnt,
    prime,
    words,
)


@pytest.mark.parametrize(
    ("given", "text", "found"),
    [
        (["data", "data driven"], "data driven werken", "data driven"),
        (["data driven"], "data\ndriven", "data\ndriven"),
        (["c++", "."], "c++.", "c++"),
        (["secret*"], "de secretaresse zegt", "secretaresse"),
        (["*kundige"], "verpleegkundige", "verpleegkundige"),
        (["kok"], "kokkin", "kok"),
    ],
)
def test_words(given: list[str], text: str, found: str) -> None:
    match = regex.search(words(given), text)
    assert match is not None
    assert match[0] == found


def test_the_order_of_a_list_does_not_matter() -> None:
    assert words(["b", "aa", "a"]) == words(["a", "b", "aa", "b"]) == "(?:aa|a|b)"


def test_a_pattern_without_parts_stays_as_it_is() -> None:
    assert joined(r"a b{2}\d") == r"a b{2}\d"


def test_white_space_means_nothing_unless_asked() -> None:
    table = {"pattern": "{who}  \\s  {what}", "words": {"who": ["wij"], "what": ["zoeken"]}}
    assert regex.fullmatch(joined(table), "wij zoeken")
    assert not regex.fullmatch(joined({**table, "verbose": False}), "wij zoeken")
    assert regex.fullmatch(joined({**table, "verbose": False}), "wij     zoeken")


def test_parts_may_hold_parts_and_words() -> None:
    table = {
        "pattern": r"{range} \s {unit}",
        "parts": {"range": r"{number} (?: - {number} )?", "number": r"\d+ | {count}"},
        "words": {"unit": ["uur", "dagen"], "count": ["vier"]},
    }
    pattern = regex.compile(joined(table))
    for text in ("24 uur", "24-32 uur", "vier dagen", "3-vier dagen"):
        assert pattern.fullmatch(text), text
    assert not pattern.fullmatch("24- uur")


def test_a_quantifier_is_no_name() -> None:
    assert regex.fullmatch(joined({"pattern": r"a{2} b{1,3}"}), "aabb")


@pytest.mark.parametrize(
    "table",
    [
        {"pattern": "{gone}"},
        {"pattern": "{a}", "parts": {"a": "{b}"}},
        {"pattern": "{a}", "parts": {"a": "{a}"}},
    ],
)
def test_a_name_that_leads_nowhere_is_an_error(table: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        joined(table)


def test_either_keeps_each_pattern_to_itself() -> None:
    one = joined({"pattern": "a b  # a comment"})
    both = regex.compile(either([one, "c d", joined({"pattern": "e f"})]))
    assert [match[0] for match in both.finditer("ab c d ef cd")] == ["ab", "c d", "ef"]
    assert either([]) == ""


def test_a_lazy_pattern_is_one_and_works() -> None:
    pattern = lazy(r"(\d+)\s*uur", regex.IGNORECASE)
    assert pattern is lazy(r"(\d+)\s*uur", regex.IGNORECASE)
    assert pattern.findall("24 uur of 32 UUR") == ["24", "32"]
    assert pattern.sub("x", "24 uur") == "x"


def test_the_flag_is_that_of_regex() -> None:
    assert IGNORE_CASE == regex.IGNORECASE


def test_forms_are_asked_for_with_the_first_pattern_and_once() -> None:
    asked: list[str] = []

    def forms() -> dict[tuple[str, int], Code]:
        asked.append("asked")
        return {}

    prime(forms)
    assert not asked
    compiled("a first pattern of a test")
    compiled("a second pattern of a test")
    assert asked == ["asked"]


def test_a_form_that_was_learnt_works_in_another_run() -> None:
    unknown = f"learnt by a test {time.time_ns()}"  # a form that a cache has is not learnt again
    source = rf"(?P<low>\d+) - (?P<high>\d+) {unknown}"
    first = compiled(source)
    form = learnt()[source, 0]
    prime(lambda: {(source, 0): form})
    again = compiled(source)
    match = again.fullmatch(f"24 - 32 {unknown}")
    assert match is not None
    assert match.groupdict() == {"low": "24", "high": "32"}
    assert (again.pattern, again.groups) == (first.pattern, first.groups)


def test_a_damaged_form_is_compiled_again() -> None:
    prime(lambda: {("damaged by a test", 0): ("nonsense", 1)})
    assert compiled("damaged by a test").search("a form damaged by a test")
