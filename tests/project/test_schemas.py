"""The JSON Schemas of what is read: valid themselves, complete, and true of what is documented."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
import tomli

from cli_support import ROOT, vaclint_here
from vaclint.checks import kinds
from vaclint.project.keys import NAMES
from vaclint.project.schemas import config_schema, rule_schema
from vaclint.rulebook.reader import COMMON

BLOCK = re.compile(r"^```toml\n(.*?)^```", re.M | re.S)
BLOCKS = [
    tomli.loads(match[1])
    for name in ("README.md", "README.nl.md", "docs/own-rules.md", "docs/gate.md", "docs/files.md")
    for match in BLOCK.finditer((ROOT / name).read_text("utf-8"))
]
CONFIGS = [block for block in BLOCKS if block and set(block) <= set(NAMES)]
RULES = [block for block in BLOCKS if set(block) == {"rule"}]


def is_valid(data: Any, schema: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(schema).is_valid(data))


def test_they_are_schemas() -> None:
    for schema in (config_schema(), rule_schema(kinds())):
        jsonschema.Draft202012Validator.check_schema(schema)


def test_every_key_is_there_and_explained() -> None:
    properties = config_schema()["properties"]
    assert set(properties) == set(NAMES)
    assert all(each["description"] for each in properties.values())
    rule = rule_schema(kinds())["properties"]["rule"]["items"]["properties"]
    assert set(rule) == {*COMMON, *(name for kind in kinds().values() for name in kind.keys)}


def test_what_is_documented_is_valid() -> None:
    assert len(CONFIGS) >= 3
    assert len(RULES) >= 10
    for config in CONFIGS:
        jsonschema.validate(config, config_schema())
    for rules in RULES:
        jsonschema.validate(rules, rule_schema(kinds()))


@pytest.mark.parametrize(
    "config",
    [
        {"ingore": ["GEN"]},
        {"fail-on": "sometimes"},
        {"min-score": 11},
        {"overrides": [{"ignore": ["GEN"]}]},
        {"overrides": [{"files": ["a"], "exclude": ["b"]}]},
        {"severity": {"GEN": "grave"}},
    ],
)
def test_what_is_wrong_is_not(config: dict[str, Any]) -> None:
    assert not is_valid(config, config_schema())


@pytest.mark.parametrize(
    "keys", [{"kind": "terms"}, {"kind": "length", "terms": ["a"]}, {"kind": "lenght"}]
)
def test_a_rule_of_a_kind_has_its_keys(keys: dict[str, Any]) -> None:
    rule = {"code": "ORG001", "name": "own", "message": "m", **keys}
    assert not is_valid({"rule": [rule]}, rule_schema(kinds()))


@pytest.mark.parametrize("name", ["config", "rule"])
def test_the_command_prints_them(tmp_path: Any, name: str) -> None:
    done = vaclint_here("schema", name, cwd=tmp_path)
    assert done.code == 0
    assert done.json()["$schema"].endswith("2020-12/schema")
