from __future__ import annotations

from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from vaclint.text.begins import begin_of
from vaclint.text.conditions import Asking, Conditions
from vaclint.text.literals import (
    FOLDED,
    asked,
    begins,
    holds,
    literals_of,
    may_match,
    needed,
)
from vaclint.text.patterns import either
from vaclint.text.wholes import Wholes, taken_apart

CASES = [
    ("digital native", frozenset({"digital native"})),
    ("young|fresh faced", frozenset({"young", "fresh faced"})),
    (r"\b(?:no|never) sick\b", frozenset({"no sick", "never sick"})),
    (r"[Bb]oys?", frozenset({"boy"})),
    (r"(?x) geen [ ] \p{L}+ [ ] klachten # een opmerking", ("geen ", " klachten")),
    (r"only \w+ (?:men|women)", ("only ", " men", " women")),
    (r"(?=.*vrouw)wij zoeken", ("vrouw", "wij zoeken")),
    (r"(?!man)vrouw", frozenset({"vrouw"})),
    (r"x{4,}", frozenset({"xxxx"})),
    (r"(?:ab){2}c", frozenset({"ababc"})),
    (r"[ab]{2}c", None),
    (r"[4-6]\d jaar", (frozenset("456"), frozenset({" jaar"}))),
    (r"(?P<s>[-/])aa(?P=s)bb", (frozenset({"-aa", "/aa"}), "bb")),
    (r"\xe9\u00e9n", frozenset({"één"})),
    (r"(?i:NIET)", frozenset({"niet"})),
    (r"\p{L}+", None),
    (r"(?:leeftijd)?", None),
    (r"(?:leeftijd)*", None),
    (r"a|leeftijd", None),
    (r"[^a]", None),
]
"""Patterns, and of what they need what is to be seen: a set that is it, or literals in it."""


@pytest.mark.parametrize(("pattern", "wanted"), CASES)
def test_what_a_pattern_needs(pattern: str, wanted: Any) -> None:
    found = needed(pattern)
    if not isinstance(wanted, tuple):
        assert found == wanted
        return
    shown = repr(found)
    assert all(repr(each)[1:-1] in shown for each in wanted if isinstance(each, str))
    assert all(each in found for each in wanted if isinstance(each, frozenset))


@pytest.mark.parametrize(
    "pattern", [r"(?R)ab", r"a(?1)bc", r"(?|ab|cd)", r"(?(1)ab|cd)", r"\L<words>ab", "(ab", "[ab"]
)
def test_what_is_not_known_asks_for_nothing(pattern: str) -> None:
    assert needed(pattern) is None


def test_a_text_fulfils_a_condition() -> None:
    condition = ("geen ", "nooit ")
    assert holds("geen klachten", (frozenset(condition), [frozenset({"klacht"}), frozenset({"x"})]))
    assert not holds("een klacht", (frozenset(condition), frozenset({"klacht"})))
    assert holds("", None)
    assert may_match("geen diplomaſ", frozenset({"diplomas"}))


LETTERS = "abcdefghijklmnopqrstuvwxyzéëïöüçñ€"


def test_no_other_letter_is_taken_for_one_of_a_pattern() -> None:
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x1E000))))
    for letter in LETTERS:
        for found in regex.findall(letter, every, regex.IGNORECASE):
            lower = found.lower() if len(found.lower()) == 1 else found
            assert lower == letter or found in FOLDED, (letter, found)


_ATOMS = st.sampled_from(
    [
        "a",
        "b",
        "ab",
        r"\w",
        "[ab]",
        "[4-6]",
        r"\d",
        "[^a]",
        ".",
        r"\b",
        "c d",
        r"\s",
        "É",
        "4",
        "-",
        "^",
        "$",
    ]
)
_PATTERNS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map("|".join),
        inner.map("(?:{})".format),
        inner.map("({})".format),
        st.tuples(
            inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{0,2}", "++", "{2,}?"])
        ).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        inner.map("(?={})".format),
        inner.map("(?!{})".format),
        inner.map("(?x: {} # c\n)".format),
    ),
    max_leaves=12,
)


@given(_PATTERNS, st.text(alphabet="abABcd 456-éÉ", max_size=14))
def test_a_text_with_a_match_holds_what_is_needed(pattern: str, text: str) -> None:
    try:
        found = regex.search(pattern, text, regex.IGNORECASE, timeout=1)
    except (regex.error, TimeoutError):
        return
    if found is not None:
        assert may_match(text.lower(), needed(pattern))


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("terug|back", {"terug", "back"}),
        (r"[«←]?\s?(?:terug|naar\sboven)", {"terug", "naarbo"}),
        (r"[^\p{L}\p{N}(]{0,4}home", {"home"}),
        (r"\d{1,3}\svan\s[4-6]+", {"0"}),
        (r"(?:de\s|het\s)?site", {"desite", "hetsit", "site"}),
        (r"(?:ja\s)+nee", {"ja"}),
        (r"(?=x)[a-z]{2}", {""}),
        (r"op\s.{2,9}", {"op"}),
        (r"İs", {""}),
        (r"(?R)op", {""}),
        (r"[[:alpha:]]op", {""}),
    ],
)
def test_what_a_whole_text_begins_with(pattern: str, wanted: set[str]) -> None:
    assert begins(pattern) == wanted


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("← Terug naar", "terugn"),
        ("12 van 240", "00van0"),
        ("a – b", "ab"),
        ("…", ""),
        (". . . . . . . . . . . . Op", "op"),
    ],
)
def test_what_a_text_begins_with(text: str, begin: str) -> None:
    assert begin_of(text) == begin


@given(_PATTERNS, st.text(alphabet="abABcd 456-éÉ", max_size=14))
def test_a_text_that_is_matched_whole_begins_as_it_must(pattern: str, text: str) -> None:
    try:
        found = regex.fullmatch(pattern, text, regex.IGNORECASE, timeout=1)
    except (regex.error, TimeoutError):
        return
    if found is not None:
        assert any(begin_of(text).startswith(begin) for begin in begins(pattern))


@given(
    st.lists(_PATTERNS, min_size=1, max_size=4),
    st.lists(st.text(alphabet="abABcd 456-éÉſ", max_size=14), max_size=4),
)
def test_one_of_several_patterns_matches_a_whole_text(
    patterns: list[str], texts: list[str]
) -> None:
    whole = either(f"(?x){each}" for each in patterns)
    given = Wholes(*taken_apart(f"(?x){each}" for each in patterns))
    for text in texts:
        try:
            found = regex.fullmatch(whole, text, regex.IGNORECASE, timeout=1) is not None
            assert given.match(text) == found
        except (regex.error, TimeoutError):
            return


@given(
    st.lists(_PATTERNS, max_size=6),
    st.lists(st.text(alphabet="abcd 456-é", max_size=14), max_size=4),
)
def test_conditions_together_are_met_as_one_by_one(patterns: list[str], texts: list[str]) -> None:
    conditions = [needed(pattern) for pattern in patterns]
    given = Conditions([Asking(asked(each), each) for each in conditions], literals_of(conditions))
    for text in texts:
        met = [at for at, each in enumerate(conditions) if holds(text, each)]
        assert given.met_by(text) == met
        places = given.met_in(text)
        assert [*places] == met
        for at, found in places.items():
            assert {text[start:end] for start, end in found} <= asked(conditions[at])
            assert bool(found) == bool(asked(conditions[at]))
