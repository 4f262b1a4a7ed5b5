"""A text in a language that is not checked: said once, so that silence is not taken for praise."""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.checks import Context
from vaclint.diagnostics import Diagnostic
from vaclint.rules import LANGUAGES, Rule

_NAMES = {"nl": {"de": "Duits", "fr": "Frans"}, "en": {"de": "German", "fr": "French"}}


def check_language(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a document whose language has no rules."""
    code = context.document.language
    if code in LANGUAGES:
        return
    name = _NAMES[context.message_language].get(code, f"‘{code}’")
    for rule in rules:
        yield context.found(rule, context.document.headline, language=name)
