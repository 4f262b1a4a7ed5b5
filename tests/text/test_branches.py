"""Patterns taken apart match what they matched whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import regex

from support import loaded
from vaclint.checks.pattern_search import Patterns, unpacked
from vaclint.rulebook.rule import Rule
from vaclint.text.branches import Near, branches, matches
from vaclint.text.literals import Reach, asked, needed, reach
from vaclint.text.patterns import either, joined

LONG = "x" * 60


def found(patterns: tuple[str, ...], text: str) -> list[tuple[tuple[int, int], dict[str, object]]]:
    """The matches with the groups that took part."""
    made = [regex.compile(each, regex.IGNORECASE) for each in patterns]
    return [
        (match.span(), {name: each for name, each in match.groupdict().items() if each})
        for match in matches(made, text)
    ]


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        (f"one|two|{LONG}", 3),
        (f"(?x) one | two  # a bar | in a comment\n | {LONG}", 3),
        (rf"\b(?:one|two|{LONG})\b", 3),
        (rf"(?P<name> one|two|{LONG})[|)]", 3),
        (rf"\b(?:a(?:1|2|{LONG})|b)\d\b", 4),
        (rf"(?x)\b(?: one (?# not read ) | two | {LONG})", 1),
        (rf"(?:one|two|{LONG})+", 1),  # repeated as a whole
        (rf"o*(?:one|two|{LONG})", 1),  # what stands before may match in several ways
        (rf"(?:(a)|b|{LONG})\1", 1),  # refers to another part
        (rf"(?:(?P<a>[-/])1|2)(?P=a){LONG}", 1),  # a branch without the group it refers to
        ("one|two", 1),  # too small to be worth it
    ],
)
def test_a_pattern_is_taken_apart_where_that_changes_nothing(pattern: str, count: int) -> None:
    assert len(branches(pattern)) == count


@pytest.mark.parametrize(
    "text",
    ["one two", "twone one", f"two|{LONG}) one)", "a1 ab2 b3 a4x", "ontwoneone", ""],
)
@pytest.mark.parametrize(
    "pattern",
    [
        f"one|two|on|{LONG}",
        rf"(?:o|one|two|tw\Kone|{LONG})",
        rf"one|two|t\Kw(?P<later>on)|[a-z]{{3}}\K(?P<last>o)|{LONG}",
        rf"(?P<name>one|two|{LONG})[|)]|(?P<other>a\d|b\d)",
    ],
)
def test_all_alternatives_match_what_the_whole_matches(pattern: str, text: str) -> None:
    assert len(branches(pattern)) > 1
    assert found(branches(pattern), text) == found((pattern,), text)


def wholes() -> Iterator[tuple[Rule, str, Patterns]]:
    """The patterns that are taken apart, by rule and language."""
    for rule in loaded().rules:
        if rule.kind == "pattern":
            for language, plain in rule.prepared["patterns"].items():
                patterns = Patterns._make(plain)
                if patterns.branches and len(unpacked(patterns.branches)[0]) > 1:
                    yield rule, language, patterns


@pytest.mark.parametrize(
    ("rule", "language", "patterns"),
    [pytest.param(*each, id=f"{each[0].code} {each[1]}") for each in wholes()],
)
def test_the_examples_match_as_they_would_whole(
    rule: Rule, language: str, patterns: Patterns
) -> None:
    whole = joined(rule.key("pattern", language))
    if beside := rule.data.get("beside"):
        whole = either((whole, joined(beside)))
    apart = tuple(each for each, *_ in unpacked(patterns.branches)[0])
    texts = [
        str(text) for each in rule.examples for name in ("bad", "good") if (text := each.get(name))
    ]
    assert texts
    for text in texts:
        assert found(apart, text) == found((whole,), text)


FILLER = "Je belt met klanten, en zij met ons. "


def near(pattern: str, text: str) -> list[tuple[int, int]] | None:
    """The places of the matches of a pattern that is searched for near what it asks for; None where
    it cannot be.
    """
    reached, literals = reach(pattern), asked(needed(pattern))
    if reached is None or not literals or r"\K" in pattern:
        return None
    places = [
        match.span()
        for literal in literals
        for match in regex.finditer(regex.escape(literal), text.lower(), overlapped=True)
    ]
    given = Near(regex.compile(pattern, regex.IGNORECASE), reached, places)
    return [match.span() for match in matches([given], text)]


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bab{2,3}c\b",
        r"(?<!x)ab(?=cd)",
        r"(?<=ab)c",
        r"(?<!\w+ )(?:the|an?) cook\b(?! \w{1,5}\b)",
        r"^ab|cook$",
        r"ab(?!c(?=d)).?",
    ],
)
@pytest.mark.parametrize(
    "text",
    ["abbc abbbc xabcd abcd abc", "the cook. The Cook of; a cook", "ab cook", "abcabdabbc", ""],
)
def test_near_its_literals_a_pattern_matches_what_it_matches_in_all(
    pattern: str, text: str
) -> None:
    for whole in (text, f"{FILLER}{text} {FILLER}{text}", f"{text}\n{text}"):
        found = near(pattern, whole)
        assert found is not None
        in_all = regex.compile(pattern, regex.IGNORECASE).finditer(whole)
        assert found == [match.span() for match in in_all]


def test_the_first_window_is_that_of_the_literal_that_ends_first() -> None:
    given = Near(regex.compile("ab?"), Reach(2, 0), [(0, 9), (4, 5)])
    assert [match.span() for match in matches([given], "xxxab" + "x" * 5 + "a")] == [(3, 5)]


@pytest.mark.parametrize(
    "pattern", [r"ab+", r"ab(?=c*)", r"(?<=a*)b", r"(?P<a>x)ab(?P=a)", r"a\Xb"]
)
def test_a_pattern_that_goes_any_far_is_searched_for_everywhere(pattern: str) -> None:
    assert reach(pattern) is None


@pytest.mark.parametrize(
    ("rule", "language", "patterns"),
    [pytest.param(*each, id=f"{each[0].code} {each[1]}") for each in wholes()],
)
def test_the_examples_match_near_their_literals(
    rule: Rule, language: str, patterns: Patterns
) -> None:
    texts = [
        str(text) for each in rule.examples for name in ("bad", "good") if (text := each.get(name))
    ]
    whole = FILLER.join(texts)
    for branch, *_ in unpacked(patterns.branches)[0]:
        if (found := near(branch, whole)) is not None:
            in_all = regex.compile(branch, regex.IGNORECASE).finditer(whole)
            assert found == [match.span() for match in in_all]
