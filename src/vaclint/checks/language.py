"""A text in a language that is not checked: said once, so that silence is not taken for praise. It
costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.checks.context import Context
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import Kind
from vaclint.rulebook.rule import Rule


def check_language(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a document in a language without a pack."""
    code = context.document.language
    if code in context.resources.languages:
        return
    name = context.speaking.language_names.get(code, f"‘{code}’")
    for rule in rules:
        yield context.found(rule, context.document.headline, language=name)


KIND = Kind("language", check_language, values=frozenset({"language"}))
