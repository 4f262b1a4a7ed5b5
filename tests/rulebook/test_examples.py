"""Every example of every rule, and every string that a named pattern must match or must not.

An example says what must be reported and what not, where, and what its fix makes of it. A pattern
that is written as a table (``pattern``, with ``words`` and ``parts``) may have ``match`` and
``no-match``: strings in which it must be found and must not. They are run for every such table in
the shipped rule files and language packs, wherever in the file it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest
import regex

from support import loaded
from vaclint.languages.packs import read_toml, rules_folder
from vaclint.model.store import stamps_of
from vaclint.project.examples import Examples
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import joined

RULES = loaded().rules
RULES_FOLDER = rules_folder()
RUNNER = Examples(loaded())
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{index}-{'bad' if 'bad' in example else 'good'}")
    for rule in RULES
    for index, example in enumerate(rule.examples)
]
FIXED = [given for given in EXAMPLES if "fixed" in cast("Mapping[str, Any]", given.values[1])]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Mapping[str, Any]) -> None:
    if "bad" in example:
        assert RUNNER.reported(rule, example, example["bad"]) == list(example["reports"])
    else:
        assert RUNNER.reported(rule, example, example["good"]) == []


@pytest.mark.parametrize(("rule", "example"), FIXED)
def test_fix(rule: Rule, example: Mapping[str, Any]) -> None:
    assert RUNNER.fixed(rule, example) == example["fixed"]
    assert example["fixed"] != example["bad"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_complete(rule: Rule) -> None:
    assert sum("bad" in example for example in rule.examples) >= 3
    assert sum("good" in example for example in rule.examples) >= 3
    assert all("reports" in example for example in rule.examples if "bad" in example)
    assert rule.sources
    assert set(rule.texts) == set(loaded().resources.languages)
    for texts in rule.texts.values():
        assert texts.why.strip()
    assert len({texts.why for texts in rule.texts.values()}) == len(rule.texts)
    assert len({texts.message for texts in rule.texts.values()}) == len(rule.texts)


CASED = frozenset({"named", "letters", "doubtful", "location", "organization", "contact"})
"""In patterns of these names capitals count."""
WHOLE = frozenset({"chrome", "participle", "participle-before"})
"""Patterns of these names, or below them, are of a whole line or word, not of a part of a text."""


class Named(NamedTuple):
    """A pattern table, and how it is applied."""

    pattern: str
    match: list[str]
    no_match: list[str]
    flags: int
    whole: bool
    """Whether the whole string must match, rather than a part of it."""

    def finds(self, text: str) -> bool:
        """Whether the pattern is found in a text."""
        pattern = regex.compile(self.pattern, self.flags)
        return bool(pattern.fullmatch(text) if self.whole else pattern.search(text))


def tables(value: Any, way: tuple[str, ...], case: bool) -> Iterator[tuple[str, Named]]:
    """The tables in a value that are patterns with strings to try, each with the way to it.

    ``case``: whether capitals count, as the pattern or a table around it may say.
    """
    if isinstance(value, list):
        for index, below in enumerate(value):
            yield from tables(below, (*way, str(index)), case)
    if not isinstance(value, dict):
        return
    case = bool(value.get("case", case or not CASED.isdisjoint(way)))
    if "pattern" in value and ("match" in value or "no-match" in value):
        pattern = joined(value)
        decides_itself = "(?i" in pattern
        flags = 0 if case or decides_itself else regex.IGNORECASE
        texts = value.get("match", []), value.get("no-match", [])
        yield ".".join(way), Named(pattern, *texts, flags, whole=not WHOLE.isdisjoint(way))
    for key, below in value.items():
        yield from tables(below, (*way, key), case)


def patterns_in(path: Path) -> Iterator[Any]:
    name = path.relative_to(RULES_FOLDER).with_suffix("").as_posix()
    for way, given in tables(read_toml(path)[1], (), case=False):
        yield pytest.param(given, id=f"{name}:{way}")


FILES = [Path(path) for path, _, _ in stamps_of(RULES_FOLDER, (".toml",))]
PATTERNS = [given for path in FILES for given in patterns_in(path)]


@pytest.mark.parametrize("given", PATTERNS)
def test_a_pattern_matches_what_it_says_and_nothing_else(given: Named) -> None:
    assert [text for text in given.match if not given.finds(text)] == []
    assert [text for text in given.no_match if given.finds(text)] == []


@pytest.mark.parametrize("given", PATTERNS)
def test_a_pattern_has_strings_of_both_sorts(given: Named) -> None:
    assert given.match
    assert given.no_match


def test_no_file_with_strings_to_try_is_passed_over() -> None:
    tried = {str(given.id).partition(":")[0] for given in PATTERNS}
    named = [path for path in FILES if "no-match = " in path.read_text("utf-8")]
    assert tried == {path.relative_to(RULES_FOLDER).with_suffix("").as_posix() for path in named}
