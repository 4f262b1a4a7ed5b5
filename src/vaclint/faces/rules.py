"""``vaclint rule`` and ``vaclint rules``: what the rules are, and whether their examples hold."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.faces.streams import put, tell
from vaclint.faces.told import language_here
from vaclint.model.errors import VaclintError, nearest

if TYPE_CHECKING:
    from vaclint.languages.language import Language
    from vaclint.model.store import Store
    from vaclint.rulebook.load import Loaded
    from vaclint.rulebook.rule import Rule


def explain_rules(options: argparse.Namespace, store: Store) -> int:
    """Print one rule or the list of all, or run the examples of files of rules; returns the exit
    code.
    """
    if getattr(options, "test", ()):
        from vaclint.faces.rule_test import test_rules

        return test_rules([Path(file) for file in options.test], store)
    if options.command == "rule" and options.code is None:
        raise VaclintError("config", "vaclint", "vaclint rule needs a CODE, or --test FILE")
    loaded = _load(options, store)
    for error in loaded.errors:
        tell(f"vaclint: {error.message}")
    code = options.message_language
    if code == "auto":
        code = language_here(loaded.resources.languages)
    if options.command == "rules":
        put(_list(loaded.rules, code, options.output_format))
    else:
        from vaclint.rulebook.explain import explain

        rule = _rule_called(options.code, loaded.rules)
        put(explain(rule, _language_called(code, loaded)))
    return 2 if loaded.errors else 0


def _load(options: argparse.Namespace, store: Store) -> Loaded:
    """The shipped rules and those of the configuration."""
    from vaclint.checks import kinds
    from vaclint.project.config import Config, find_config, read_config
    from vaclint.rulebook.load import load

    path = Path(options.config) if options.config else None
    if path is None and not options.isolated:
        path = find_config(Path.cwd(), {})
    config = read_config(path) if path else Config()
    return load(kinds(), config.rule_paths, store)


def _language_called(code: str, loaded: Loaded) -> Language:
    """The language with a code. Raises VaclintError where there is none."""
    languages = loaded.resources.languages
    if code not in languages:
        known = ", ".join(languages)
        message = f"--message-language must be one of auto, {known}, not '{code}'"
        raise VaclintError("config", "vaclint", message)
    return languages[code]


def _rule_called(name: str, rules: tuple[Rule, ...]) -> Rule:
    """The rule with a code. Raises VaclintError with the nearest one where there is none."""
    by_code = {rule.code: rule for rule in rules}
    code = name.upper()
    if code not in by_code:
        if any(each.startswith(code) for each in by_code):
            hint = "; it is a family, whose rules vaclint rules lists"
        else:
            hint = nearest(code, list(by_code)) or "; vaclint rules lists them"
        raise VaclintError("config", "vaclint", f"no rule is called '{name}'{hint}")
    return by_code[code]


def _list(rules: tuple[Rule, ...], language: str, output_format: str) -> str:
    if output_format == "json":
        import json

        return json.dumps([_row(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"
    width = max(len(rule.name) for rule in rules)
    return "".join(
        f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {rule.texts_in(language).summary}"
        f"{'' if rule.default else ' (off)'}\n"
        for rule in rules
    )


def _row(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.code[:3],
        "kind": rule.kind,
        "severity": rule.severity,
        "summary": {code: texts.summary for code, texts in rule.texts.items()},
        "languages": list(rule.languages),
        "scope": rule.scope,
        "default": rule.default,
        "options": dict(rule.options),
        "sources": list(rule.sources),
    }
