"""A rule explained for people."""

from __future__ import annotations

from unicodedata import category

import pytest
import tomli

from support import loaded
from vaclint.rulebook.explain import explain
from vaclint.rulebook.rule import Rule

RULES = {rule.code: rule for rule in loaded().rules}
WITH_OPTIONS = [rule for rule in RULES.values() if rule.options]


def explained(code: str, language: str = "nl") -> str:
    return explain(RULES[code], loaded().resources.languages[language])


def test_the_parts_of_an_explanation() -> None:
    text = explained("GEN002")
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert heads == [
        "# GEN002 noun-pair (waarschuwing)", "## Waarom", "## Wordt gemeld",
        "## Wordt niet gemeld", "## Uitzetten", "## Bronnen",
    ]  # fmt: skip
    assert 'ignore = ["GEN002"]' in text
    assert "    → wordt: " in text
    assert text.endswith("\n")


def test_in_another_language_with_its_own_examples() -> None:
    text = explained("GEN002", "en")
    assert "## Why" in text
    texts = RULES["GEN002"].texts["en"]
    assert f"\n{texts.summary}.\n" in text
    own = [each for each in RULES["GEN002"].examples if each["language"] == "en" and "bad" in each]
    assert own
    assert f"    {own[0]['bad'].splitlines()[0]}" in text


def test_what_is_off_or_for_vacancies_only_is_said() -> None:
    assert "staat standaard uit" in explained("DUP102").splitlines()[0]
    assert "alleen in vacatures" in explained("SAL001").splitlines()[0]
    assert "(waarschuwing)" in explained("GEN001").splitlines()[0]


@pytest.mark.parametrize("rule", WITH_OPTIONS, ids=lambda rule: rule.code)
def test_the_options_of_an_explanation_are_toml(rule: Rule) -> None:
    shown = explained(rule.code).partition("## Instellen\n\n")[2].partition("\n\n## ")[0]
    read = tomli.loads("\n".join(line.strip() for line in shown.splitlines()))
    assert read["rules"][rule.code] == dict(rule.options)


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_explanation_can_be_printed(code: str, language: str) -> None:
    text = explained(code, language)
    assert text.startswith(f"# {code} {RULES[code].name} (")
    controls = {char for char in text if category(char) == "Cc"}
    assert controls == {"\n"}
