"""Patterns: what they find and except, and a user's own, which run under a time limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.bank import rows
from own_rules import CODE, own_error, own_findings, own_rules
from support import findings, loaded, terms_of_rule, understood
from vaclint.checks.pattern_search import Patterns
from vaclint.engine import Engine
from vaclint.model.options import Options
from vaclint.model.source import Source
from vaclint.rulebook.rule import Rule


@pytest.mark.parametrize(("language", "text", "wanted"), rows("exclusion"))
def test_the_bank(language: str, text: str, wanted: str) -> None:
    found = findings(text, "x.txt", "INC", language=language)
    given = wanted.split()
    assert {finding.rule for finding in found} == set(given[:1])
    if len(given) > 1:
        assert {finding.severity for finding in found} == set(given[1:])


@pytest.mark.parametrize("rule", [rule for rule in loaded().rules if rule.kind == "pattern"])
def test_what_a_rule_needs_stands_in_every_example(rule: Rule) -> None:
    patterns = {
        language: Patterns._make(plain) for language, plain in rule.prepared["patterns"].items()
    }
    for example in rule.examples:
        given = patterns.get(example["language"]) or patterns.get("")
        if "bad" in example and given is not None and given.needs:
            document = understood(example["bad"], language=example["language"])
            has_trait = any(term.form in document.haystack for term in terms_of_rule(rule))
            assert document.blocks_with(given.needs) or has_trait


def test_upper_and_lower_case_are_alike_unless_asked(tmp_path: Path) -> None:
    keys = "pattern = 'wisp'\n"
    assert len(own_findings(tmp_path, keys, "Wisp, WISP en wisp")) == 3
    assert len(own_findings(tmp_path, keys + "case = true\n", "Wisp, WISP en wisp")) == 1


def test_a_replacement_uses_groups_and_the_capitals_of_the_text(tmp_path: Path) -> None:
    keys = "pattern = '(kok) (chef)'\nreplacement = '\\2-\\1'\n"
    found = own_findings(tmp_path, keys, "een kok chef, KOK CHEF")
    assert [each.fixes[0].edits[0].replacement for each in found] == ["chef-kok", "CHEF-KOK"]
    [finding] = own_findings(tmp_path, keys + "fix = 'none'\n", "een kok chef")
    assert finding.fixes == ()
    assert "chef-kok" in finding.message


def test_a_sentence_with_an_exception_is_silent(tmp_path: Path) -> None:
    keys = "pattern = 'kok'\nunless = 'niet'\n"
    found = own_findings(tmp_path, keys, "Een kok, niet? Hier is de kok.", language="nl")
    assert [each.place.start.offset for each in found] == [26]


def test_a_group_that_is_cued_counts_only_behind_its_cue(tmp_path: Path) -> None:
    keys = "pattern = '(?P<cued>kok)|bakker'\nafter = 'zoeken [^.]*$'\n"
    text = "De kok en bakker. Wij zoeken een kok."
    found = own_findings(tmp_path, keys, text, language="nl")
    assert [each.place.start.offset for each in found] == [10, 33]


def test_a_demand_is_one_in_a_sentence_that_makes_remarks(tmp_path: Path) -> None:
    keys = "pattern = '(?P<demand>kok)|bakker'\nremark = 'onze'\n"
    found = own_findings(tmp_path, keys, "Onze kok en bakker. Een bakker.", language="nl")
    assert [each.severity for each in found] == ["warning", "info", "warning"]


def test_a_group_that_took_part_names_its_message(tmp_path: Path) -> None:
    keys = "pattern = '(?P<sweet>bakker)|kok'\n[rule.messages.en]\nsweet = 'Zoet: {text}.'\n"
    found = own_findings(tmp_path, keys, "A kok and a bakker.", language="en")
    assert "Zoet" not in found[0].message
    assert found[1].message == "Zoet: bakker."


def test_needs_are_looked_for_in_lower_case(tmp_path: Path) -> None:
    found = own_findings(tmp_path, "pattern = 'k.k'\nneeds = ['Kok']\n", "KOK\n\nkak\n\nkok kuk")
    assert [each.text for each in found] == ["KOK", "kok", "kuk"]


def test_a_match_of_nothing_is_none(tmp_path: Path) -> None:
    assert own_findings(tmp_path, "pattern = 'x*'\n", "kok") == ()


def test_a_pattern_for_one_language(tmp_path: Path) -> None:
    keys = "pattern = { nl = 'kok', en = 'cook' }\n"
    assert [each.text for each in own_findings(tmp_path, keys, "kok cook", language="nl")] == [
        "kok"
    ]
    assert [each.text for each in own_findings(tmp_path, keys, "kok cook", language="en")] == [
        "cook"
    ]


def test_a_pattern_in_parts(tmp_path: Path) -> None:
    keys = (
        "[rule.pattern]\npattern = '{cook} [ ] {dish}'\n"
        "words.cook = ['kok', 'chef']\nparts.dish = 'soep|brood'\n"
    )
    found = own_findings(tmp_path, keys, "kok soep, chef brood, kok")
    assert [each.text for each in found] == ["kok soep", "chef brood"]


def test_a_pattern_where_a_job_is_named(tmp_path: Path) -> None:
    keys = "pattern = 'kok'\nwhere = 'job-title'\n"
    assert len(own_findings(tmp_path, keys, "# Kok\n\nDe kok kookt.", language="nl")) == 1


@pytest.mark.parametrize(
    "keys", ["pattern = '^(a|aa)+$'\n", "pattern = 'a'\nunless = '^(a|aa)+$'\n"]
)
def test_a_pattern_that_takes_long_is_an_error_and_other_rules_go_on(
    tmp_path: Path, keys: str
) -> None:
    options = Options(select=(CODE, "GEN005"), time_limit=0.05, language="nl")
    engine = Engine(own_rules(tmp_path, keys), options)
    report = engine.check(Source("x.md", "Kok (m/v)\n\n" + "a" * 60 + "c"))
    [error] = report.errors
    assert "the pattern of ORG001 took more than 0.05 s on x.md" in error.message
    assert error.kind == "rule"


@pytest.mark.parametrize(
    ("keys", "error"),
    [
        ("pattern = '('\n", "own.toml:5: 'pattern' is not a valid regular expression"),
        ("pattern = { nl = '(' }\n", "own.toml:5: 'pattern' is not a valid regular expression"),
        ("pattern = { nl = 3 }\n", "own.toml:5: 'pattern' is a pattern, or one for each language"),
        ("pattern = { xx = 'a' }\n", "own.toml:5: 'pattern' is no table of a pattern"),
        ("pattern = { pattern = '{no}' }\n", "own.toml:5: 'pattern' is no table of a pattern"),
        ("pattern = 'a'\nunless = '('\n", "own.toml:6: 'unless' is not a valid"),
        ("pattern = 'a'\nafter = { nl = '[' }\n", "own.toml:6: 'after' is not a valid"),
        ("pattern = 'a'\nneeds = [3]\n", "own.toml:6: 'needs' is a list of texts"),
        ("pattern = 'a'\nneeds = ['']\n", "own.toml:6: 'needs' is a list of texts"),
        ("pattern = 'a'\nreplacement = '\\3'\n", "own.toml:6: 'replacement' does not fit"),
        ("pattern = 'a'\nreplacement = '\\g<x>'\n", "own.toml:6: 'replacement' does not fit"),
        ("pattern = 'a'\nwhere = 'ergens'\n", "own.toml:6: unknown where 'ergens'"),
    ],
)
def test_a_mistake_is_one_error_with_its_line(tmp_path: Path, keys: str, error: str) -> None:
    assert own_error(tmp_path, keys).startswith(error)
