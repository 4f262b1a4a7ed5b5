"""The command line around ``check`` and ``facts``: rules, schemas, help."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from cli_support import ROOT, vaclint
from project_support import write

OWN = '[[rule]]\ncode = "ORG001"\nname = "eigen"\nmessage = "m"\nterms = ["x"]\n'


def test_a_rule_is_explained(tmp_path: Path) -> None:
    explained = vaclint("rule", "gen002", cwd=tmp_path)
    assert explained.code == 0
    for part in (
        "# GEN002 noun-pair", "## Waarom", "v/m/x", "## Wordt gemeld", "## Wordt niet gemeld",
        "ignore", "https://taaladvies.net",
    ):  # fmt: skip
        assert part in explained.out
    english = vaclint("rule", "GEN002", "--message-language", "en", cwd=tmp_path)
    assert "## Why" in english.out


def test_the_environment_says_the_language_of_an_explanation(tmp_path: Path) -> None:
    assert "## Why" in vaclint("rule", "GEN002", cwd=tmp_path, LANG="en_GB.UTF-8").out
    assert "## Waarom" in vaclint("rule", "GEN002", cwd=tmp_path, LANG="de_DE.UTF-8").out


def test_rules_are_listed(tmp_path: Path) -> None:
    lines = vaclint("rules", cwd=tmp_path).out.splitlines()
    assert lines[0].startswith("DUP001  error    duplicated-passage")
    assert len(lines) > 80
    assert lines == sorted(lines)
    listed = json.loads(vaclint("rules", "--output-format", "json", cwd=tmp_path).out)
    assert [rule["code"] for rule in listed] == [line[:6] for line in lines]
    (rule,) = [rule for rule in listed if rule["code"] == "GEN002"]
    assert rule["name"] == "noun-pair"
    assert rule["family"] == "GEN"
    assert rule["severity"] == "warning"
    assert set(rule["summary"]) == {"nl", "en"}
    assert rule["sources"]


def test_rules_of_the_configuration_are_listed_too(tmp_path: Path) -> None:
    write(tmp_path, {"regels/r.toml": OWN, "vaclint.toml": 'rule-paths = ["regels"]\n'})
    assert "ORG001" in vaclint("rules", cwd=tmp_path).out
    assert "# ORG001 eigen" in vaclint("rule", "ORG001", cwd=tmp_path).out
    assert "ORG001" not in vaclint("rules", "--isolated", cwd=tmp_path).out
    write(tmp_path, {"regels/s.toml": OWN.replace("ORG001", "ORG002") + "term = 3\n"})
    done = vaclint("rules", cwd=tmp_path)
    assert done.code == 2
    assert "ORG001" in done.out
    assert "s.toml:6: unknown key 'term'" in done.err


@pytest.mark.parametrize("name", ["report", "facts"])
def test_a_schema_is_printed(tmp_path: Path, name: str) -> None:
    printed = vaclint("schema", name, cwd=tmp_path)
    assert printed.code == 0
    schema = json.loads(printed.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == json.loads((ROOT / f"src/vaclint/schemas/{name}.json").read_text("utf-8"))


def test_version_and_help(tmp_path: Path) -> None:
    assert vaclint("--version", cwd=tmp_path).out.startswith("vaclint 0.")
    assert "--output-file" in vaclint("check", "--help", cwd=tmp_path).out
    for command in ("check", "rule", "rules", "facts", "schema"):
        assert command in vaclint("--help", cwd=tmp_path).out
