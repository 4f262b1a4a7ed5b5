"""Every example of every rule: what it must report and what not, where, and what its fix makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import pytest

from support import linter
from vaclint.project.across import compare
from vaclint.project.config import Config
from vaclint.engine.core import Finding, Linter, Settings
from vaclint.project.fixer import fix_source
from vaclint.rulebook.rules import Rule, load_rules
from vaclint.model.source import Source

RULES, _ = load_rules()
SUFFIX = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{index}-{'bad' if 'bad' in example else 'good'}")
    for rule in RULES
    for index, example in enumerate(rule.examples)
]


def lint(rule: Rule, example: Mapping[str, Any], text: str) -> list[str]:
    path = f"voorbeeld.{SUFFIX[example.get('format', 'text')]}"
    chosen = (rule.code,) if rule.kind != "suppression" else ()
    kind = "vacancy" if rule.scope == "vacancy" else "auto"
    if rule.kind == "files":
        found = lint_beside(rule, example, text)
    else:
        found = linter(chosen, example.get("language", "nl"), kind).lint(Source(path, text)).findings
    found = [finding for finding in found if finding.rule == rule.code]
    for finding in found:
        assert text[finding.place.start.offset : finding.place.end.offset] == finding.text
    return [" ".join(finding.text.split()) if finding.text.strip() else finding.text for finding in found]


def lint_beside(rule: Rule, example: Mapping[str, Any], text: str) -> list[Finding]:
    """The findings in a text beside the example's other one, which comes first."""
    config = Config(options=((rule.code, (("files", "run"),)),))
    settings = Settings((rule.code,), language=example.get("language", "nl"), kind="vacancy")
    own = Linter(config, settings)
    reports = [own.lint(Source(path, content)) for path, content in (("ander.md", example["other"]), ("voorbeeld.md", text))]
    sketches = [report.sketch for report in reports if report.sketch]
    assert len(sketches) == 2
    return compare(sketches, {"voorbeeld.md": own.rules_across}, settings)["voorbeeld.md"]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Mapping[str, Any]) -> None:
    bad = "bad" in example
    text = example["bad"] if bad else example["good"]
    assert lint(rule, example, text) == list(example.get("reports", [])) if bad else lint(rule, example, text) == []


@pytest.mark.parametrize(("rule", "example"), [param for param in EXAMPLES if "fixed" in cast("Mapping[str, Any]", param.values[1])])
def test_fix(rule: Rule, example: Mapping[str, Any]) -> None:
    path = f"voorbeeld.{SUFFIX[example.get('format', 'text')]}"
    own = linter((rule.code,), example.get("language", "nl"), "vacancy")
    fixed, count = fix_source(
        Source(path, example["bad"]),
        own.fixes,
        unsafe=True,
    )
    assert fixed.text == example["fixed"]
    assert count > 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_complete(rule: Rule) -> None:
    assert sum("bad" in example for example in rule.examples) >= 3
    assert sum("good" in example for example in rule.examples) >= 3
    assert all("reports" in example for example in rule.examples if "bad" in example)
    assert rule.sources
    assert rule.why["nl"].strip()
    assert rule.why["en"].strip()
    assert rule.why["nl"] != rule.why["en"]
    assert rule.message["nl"] != rule.message["en"]
