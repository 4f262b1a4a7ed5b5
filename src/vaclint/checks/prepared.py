"""What several kinds do to prepare a rule: read patterns, put together what languages give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import regex

from vaclint.rulebook.kind import Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import compiled, joined


def patterns_of(
    rule: Rule, preparation: Preparation, *names: str, flags: int = 0
) -> dict[str, dict[str, str]]:
    """The patterns that each language gives under some keys, joined: by language, then by key.

    Raises VaclintError for one that is no pattern.
    """
    found: dict[str, dict[str, str]] = {}
    for language, said in rule.said.items():
        for name in names:
            if name in said:
                pattern = pattern_of(preparation, language, name, said[name], flags)
                found.setdefault(language, {})[name] = pattern
    return found


def pattern_of(
    preparation: Preparation,
    language: str,
    key: str,
    value: str | Mapping[str, Any],
    flags: int = 0,
) -> str:
    """A pattern as ``text.patterns.joined`` reads it, compiled once. Raises VaclintError."""
    try:
        pattern = joined(value)
        compiled(pattern, flags)
    except KeyError as error:
        raise preparation.error(language, key, f"'{key}' has no part {error}") from None
    except regex.error as error:
        message = f"'{key}' is no regular expression ({error}); mend it"
        raise preparation.error(language, key, message) from None
    return pattern


def all_said(rule: Rule, name: str) -> list[Any]:
    """The elements of the lists that all languages give under a key, each once, in order."""
    listed = (element for said in rule.said.values() for element in said.get(name, ()))
    return list(dict.fromkeys(listed))


def need_options(
    rule: Rule, preparation: Preparation, needed: Mapping[str, tuple[str, ...]]
) -> None:
    """See that a rule has the options that its ``what`` needs. Raises VaclintError where it has
    not.
    """
    what = rule.data.get("what", "")
    for name in needed.get(what, ()):
        if name not in rule.options:
            which = f" with what = '{what}'" if what else ""
            message = f"a rule of kind '{rule.kind}'{which} needs the option '{name}'"
            raise preparation.error("", "options", message)


def need_one_option(rule: Rule, preparation: Preparation, names: tuple[str, ...]) -> None:
    """See that a rule has at least one of some limits, and that each is a number. Raises
    VaclintError where it has not.
    """
    given = [name for name in names if name in rule.options]
    if not given:
        listed = " or ".join(f"'{name}'" for name in names)
        message = f"a rule of kind '{rule.kind}' needs the option {listed}"
        raise preparation.error("", "options", message)
    for name in given:
        value = rule.options[name]
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise preparation.error("", "options", f"the option '{name}' must be a number")


def need_messages(
    rule: Rule, preparation: Preparation, needed: Mapping[str, tuple[str, ...]]
) -> None:
    """See that a rule has the further messages that its ``what`` needs. Raises VaclintError where
    it has not.
    """
    what = rule.data.get("what", "")
    for language, texts in rule.texts.items():
        for name in needed.get(what, ()):
            if name not in texts.messages:
                message = f"a rule with what = '{what}' needs the message '{name}' in 'messages'"
                raise preparation.error(language, "messages", message)
