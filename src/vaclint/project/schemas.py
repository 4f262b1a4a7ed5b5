"""The JSON Schemas of a configuration and of a rule file, made of the tables that read them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vaclint.project.keys import EXTEND, FILES, KEYS, OVERRIDES
from vaclint.rulebook.kind import Key, Kind
from vaclint.rulebook.reader import COMMON

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {str: "string", list: "array", dict: "object", bool: "boolean", int: "integer"}
_LIST: Mapping[str, Any] = {"type": ["array", "string"], "items": {"type": "string"}}


def config_schema() -> dict[str, Any]:
    """The schema of ``vaclint.toml``."""
    keys = {name: _described(key.schema, key.about, key.default) for name, key in KEYS.items()}
    in_overrides = {name: keys[name] for name, key in KEYS.items() if key.per_file}
    in_overrides["kind"] = {"enum": ["vacancy", "other"], "description": "What the files are."}
    override = {
        "type": "object",
        "properties": {
            FILES: {**_LIST, "description": "Patterns of the files that this holds for."},
            **in_overrides,
        },
        "required": [FILES],
        "additionalProperties": False,
    }
    return {
        "$schema": DRAFT,
        "title": "Configuration of vaclint",
        "type": "object",
        "properties": {
            EXTEND: {**_LIST, "description": "Files whose settings hold below these."},
            **keys,
            OVERRIDES: {
                "type": "array",
                "items": override,
                "description": "What holds for some files only.",
            },
        },
        "additionalProperties": False,
    }


def _described(schema: Mapping[str, Any], about: str, default: Any) -> dict[str, Any]:
    given = {} if default is None or isinstance(default, Path) else {"default": default}
    return {**schema, "description": about, **given}


def rule_schema(kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """The schema of a file with rules: what every rule may have, and the keys of each kind."""
    every = {name for kind in kinds.values() for name in kind.keys}
    properties = {name: _of_key(key) for name, key in COMMON.items()}
    for name in sorted(every - properties.keys()):
        ways = [_of_key(kind.keys[name]) for kind in kinds.values() if name in kind.keys]
        unique = [way for index, way in enumerate(ways) if way not in ways[:index]]
        properties[name] = unique[0] if len(unique) == 1 else {"anyOf": unique}
    properties["code"] = {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"}
    properties["kind"] = {"enum": sorted(kinds)}
    rule = {
        "type": "object",
        "properties": properties,
        "required": ["code", "name", "message"],
        "additionalProperties": False,
        "allOf": [_of_kind(kind) for _, kind in sorted(kinds.items())],
    }
    return {
        "$schema": DRAFT,
        "title": "Rules for vaclint",
        "type": "object",
        "properties": {"rule": {"type": "array", "items": rule}},
        "required": ["rule"],
        "additionalProperties": False,
    }


def _of_kind(kind: Kind) -> dict[str, Any]:
    """What a rule that names a kind may have besides, and must."""
    allowed = sorted({*COMMON, *kind.keys})
    required = sorted(name for name, key in kind.keys.items() if key.required)
    return {
        "if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]},
        "then": {"propertyNames": {"enum": allowed}, "required": required},
    }


def _of_key(key: Key) -> dict[str, Any]:
    types = [_TYPES[each] for each in (*key.types, dict) if each is not dict or key.by_language]
    types += ["object"] if dict in key.types and "object" not in types else []
    schema: dict[str, Any] = {"type": types[0] if len(types) == 1 else sorted(set(types))}
    if key.choices and not key.by_language:
        schema["enum"] = list(key.choices)
    return schema
