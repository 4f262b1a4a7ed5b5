"""Pages made of what the program itself goes by: the options of its commands, its JSON Schemas, the
keys of rules.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import vaclint
from vaclint.faces.arguments import command_parser
from vaclint.faces.help import help_texts, parsers_of, speak
from vaclint.project.schemas import config_schema
from vaclint.rulebook.kind import Kind
from vaclint.rulebook.reader import COMMON
from vaclint.rulebook.rule import Rule

SCHEMAS = Path(vaclint.__file__).parent / "schemas"
SKIPPED = ("help", "command")
"""Options that every command has, and the choice of one."""


def commands(words: Mapping[str, Any], language: str) -> str:
    """What the help of all commands says, in a language."""
    parser = command_parser()
    speak(parser, help_texts(language))
    said = words["commands"]
    parts = [f"# {said['title']}", said["intro"].strip()]
    whole, *each = parsers_of(parser)
    told = {row.dest: row.help for action in whole._actions for row in _choices(action)}
    parts.append(_options(whole, said))
    for command in each:
        name = command.prog.split()[-1]
        parts += [f"## {command.prog}", f"{_sentence(told[name] or '')}", _options(command, said)]
    return "\n\n".join(parts) + "\n"


def _choices(action: argparse.Action) -> list[argparse.Action]:
    return getattr(action, "_choices_actions", [])


def _options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> str:
    shown = [action for action in parser._actions if action.dest not in SKIPPED]
    rows = [f"| {_called(action)} | {_told(action, words)} |" for action in shown]
    return "\n".join([words["table"], "| --- | --- |", *rows])


def _called(action: argparse.Action) -> str:
    value = str(action.metavar or "") if action.nargs != 0 else ""
    names = action.option_strings or [value or action.dest]
    behind = f" {value}" if value and action.option_strings else ""
    return ", ".join(f"`{name}{behind}`" for name in names).replace("|", "\\|")


def _told(action: argparse.Action, words: Mapping[str, str]) -> str:
    told = [str(action.help)]
    if action.choices:
        listed = ", ".join(f"`{choice}`" for choice in action.choices)
        told.append(words["choices"].format(choices=listed))
    if action.option_strings and isinstance(action.default, str) and action.choices:
        told.append(words["default"].format(default=f"`{action.default}`"))
    return "; ".join(told).replace("|", "\\|")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def configuration() -> str:
    """The keys of a configuration, as its schema has them."""
    keys = config_schema()["properties"]
    parts = [
        "# Configuration",
        "The keys of `vaclint.toml`, `.vaclint.toml` or `[tool.vaclint]` in `pyproject.toml`, made "
        "of the schema that `vaclint schema config` prints. What the tables mean is told in [the "
        "guides](../guides/index.md), in [Files](../more/files.md) and in "
        "[A gate that stays on](../more/gate.md).",
        _table(
            ("key", "type", "default", "what"),
            (
                (f"`{name}`", _type(key, {}), _default(key), key.get("description", ""))
                for name, key in keys.items()
            ),
        ),
        "Options of single rules stand in tables `[rules.CODE]`; the [page of a rule]"
        "(../rules/index.md) has them.",
    ]
    return "\n\n".join(parts) + "\n"


def schema(name: str, title: str, page: str) -> str:
    """The fields of what is written as JSON, as its schema has them."""
    whole = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    rows = [
        (f"`{path}`", _type(field, whole), field.get("description", ""))
        for path, field in _fields(whole, whole, "")
    ]
    about = f"Made of the schema that `vaclint schema {name}` prints. {page}"
    fields = _table(("field", "type", "what"), rows)
    return "\n\n".join((f"# {title}", about, whole["description"], fields)) + "\n"


def _fields(
    schema: Mapping[str, Any], whole: Mapping[str, Any], path: str, above: tuple[str, ...] = ()
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The fields below a schema by their paths; what is defined once is entered where it stands,
    but not inside itself.
    """
    for inner in (schema, *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        name = inner.get("$ref", "")
        if name in above:
            continue
        met = (*above, name) if name else above
        found = _resolved(inner, whole)
        if "items" in found:
            yield from _fields(found["items"], whole, f"{path}[]", met)
        for key, field in found.get("properties", {}).items():
            at = f"{path}.{key}" if path else key
            yield at, {**_resolved(field, whole), **field}
            yield from _fields(field, whole, at, met)


def _resolved(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    found: Mapping[str, Any] = whole["$defs"][name] if name else schema
    return found


def _type(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> str:
    """What a value may be, in a word or two."""
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    several = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if several:
        types = (_type(_resolved(each, whole), whole) for each in several)
        return " or ".join(dict.fromkeys(types))
    types = schema.get("type", "")
    return " or ".join(types) if isinstance(types, list) else str(types)


def _default(key: Mapping[str, Any]) -> str:
    return f"`{json.dumps(key['default'], ensure_ascii=False)}`" if "default" in key else ""


def rule_keys(kinds: Mapping[str, Kind], rules: tuple[Rule, ...]) -> str:
    """The keys of a rule file: those of every rule, and those of each kind."""
    shipped = {kind: [rule.code for rule in rules if rule.kind == kind] for kind in kinds}
    rows = [
        (
            f"`{name}`",
            _listed(
                f"{key}{' (required)' if kind.keys[key].required else ''}" for key in kind.keys
            ),
            _listed(sorted(kind.values)),
            " ".join(f"[{code}](../rules/{code.lower()}.md)" for code in shipped[name]),
        )
        for name, kind in sorted(kinds.items())
    ]
    parts = [
        "# Keys of rules",
        "Made of what reads the rules; `vaclint schema rule` prints the schema. What the keys "
        "mean, with examples, is told in [Rules and languages of your own](../more/own-rules.md).",
        "## Every rule",
        _listed(COMMON),
        "## Kinds of check",
        "With the keys that only their rules have, what their messages may hold in braces besides "
        "`{text}` and `{replacement}`, and the shipped rules of that kind.",
        _table(("kind", "keys", "in messages", "rules"), rows),
    ]
    return "\n\n".join(parts) + "\n"


def _listed(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: tuple[str, ...], rows: Any) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    cells = ([str(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in lines)
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)
