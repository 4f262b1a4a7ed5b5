"""Which rules are on, and their severities and options, as the options of the engine say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from vaclint.languages.resources import Resources
from vaclint.model.errors import VaclintError, nearest
from vaclint.model.options import Options
from vaclint.rulebook.rule import Rule, select_codes

WHERE = "vaclint"
"""What errors name as their place; whoever takes options from elsewhere checks them there first."""


UNDECIDED = "und"
"""The language of a text of which it cannot be told."""
KINDS = ("auto", "vacancy", "other")


def check_options(options: Options, resources: Resources, where: str = WHERE) -> None:
    """See that the kind and languages asked for are there. Raises VaclintError otherwise."""
    known = resources.known
    languages = ("auto", *resources.languages, *known.function_words, *known.scripts, UNDECIDED)
    asked = (
        ("kind", options.kind, KINDS),
        ("language", options.language, languages),
        ("message-language", options.message_language, languages),
    )
    for name, value, choices in asked:
        if value not in choices:
            listed = ", ".join(choices)
            message = f"{where}: {name} must be one of {listed}, not '{value}'"
            raise VaclintError("config", where, message)


def chosen_codes(rules: Iterable[Rule], options: Options, where: str = WHERE) -> frozenset[str]:
    """The codes of the rules that are on. Raises VaclintError for one that is not there."""
    known = {rule.code: rule.default for rule in rules}
    chosen = {code for code, default in known.items() if default}
    if options.select:
        chosen = select_codes(known, options.select, where)
    chosen |= select_codes(known, options.extend_select, where)
    return frozenset(chosen - select_codes(known, options.ignore, where))


def with_severities(
    rules: Iterable[Rule], given: Iterable[tuple[str, str]], where: str = WHERE
) -> list[Rule]:
    """The rules with the severities that are given by code; a later one goes before. Raises
    VaclintError for a code without a rule.
    """
    listed = list(rules)
    codes = [rule.code for rule in listed]
    severity = {
        code: value for pattern, value in given for code in select_codes(codes, (pattern,), where)
    }
    return [
        rule._replace(severity=severity[rule.code])  # type: ignore[arg-type]
        if rule.code in severity
        else rule
        for rule in listed
    ]


def configured(rules: Iterable[Rule], options: Options, where: str = WHERE) -> list[Rule]:
    """The rules with their severities and options. Raises VaclintError for a rule, option or value
    that cannot be.
    """
    listed = with_severities(rules, options.severity, where)
    select_codes([rule.code for rule in listed], tuple(options.rule_options), where)
    return [_configured(rule, options.rule_options.get(rule.code, {}), where) for rule in listed]


def _configured(rule: Rule, options: Any, where: str) -> Rule:
    for name, value in options.items():
        _check_option(rule, name, value, where)
    return rule._replace(options={**rule.options, **options}) if options else rule


def _check_option(rule: Rule, name: str, value: object, where: str) -> None:
    """Raises VaclintError for an option that the rule has not, or a value that cannot be."""
    if name not in rule.options:
        known = "; it has " + ", ".join(rule.options) if rule.options else "; it has none"
        hint = nearest(name, list(rule.options)) or known
        raise VaclintError(
            "config", where, f"{where}: rule {rule.code} has no option '{name}'{hint}"
        )
    default = rule.options[name]
    if type(value) is not type(default) and not (isinstance(default, float) and type(value) is int):
        message = f"{where}: option '{name}' of {rule.code} must be like {default!r}, not {value!r}"
        raise VaclintError("config", where, message)
    choices = CHOICES.get((rule.kind, name))
    if choices is not None and value not in choices:
        known = ", ".join(each or "empty" for each in choices)
        message = f"{where}: option '{name}' of {rule.code} must be one of {known}, not {value!r}"
        raise VaclintError("config", where, message)
    if name == "today" and value and not _is_day(str(value)):
        message = (
            f"{where}: option 'today' of {rule.code} must be a day such as 2026-11-01, not "
            f"{value!r}"
        )
        raise VaclintError("config", where, message)


FILES = ("auto", "run", "repo", "off")
"""What a rule of the kind ``files`` compares: the files of a run when a folder is checked, always,
those and the other files of the repository, or nothing.
"""
CHOICES = {("files", "files"): FILES, ("style", "form"): ("", "informal", "formal")}
"""Options that take one of some values, by the kind of the rule and their name."""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
