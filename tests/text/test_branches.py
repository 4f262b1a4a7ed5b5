"""Patterns taken apart match what they matched whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import regex

from support import loaded
from vaclint.checks.pattern_search import Patterns, unpacked
from vaclint.rulebook.rule import Rule
from vaclint.text.branches import branches, matches
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
                if patterns.branches:
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
    apart = tuple(each for each, _ in unpacked(patterns.branches))
    texts = [
        str(text) for each in rule.examples for name in ("bad", "good") if (text := each.get(name))
    ]
    assert texts
    for text in texts:
        assert found(apart, text) == found((whole,), text)
