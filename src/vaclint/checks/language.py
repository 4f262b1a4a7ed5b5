"""A text in a language that is not checked: said once, so that silence is not taken for praise."""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.checks import Context
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.rules import LANGUAGES, Rule
from vaclint.languages.vocabulary import vocabulary


def check_language(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a document whose language has no rules."""
    code = context.document.language
    if code in LANGUAGES:
        return
    names = vocabulary().language_names.get(code, {})
    name = names.get(context.message_language, f"‘{code}’")
    for rule in rules:
        yield context.found(rule, context.document.headline, language=name)
