"""Rules as a report explains them."""

from __future__ import annotations

from collections.abc import Iterable

from vaclint.languages.language import Language
from vaclint.model.report import RuleNote
from vaclint.rulebook.explain import explain
from vaclint.rulebook.rule import Rule


def notes_on(rules: Iterable[Rule], language: Language) -> tuple[RuleNote, ...]:
    """A note on each rule, by code, in a language."""
    return tuple(
        _note(rule, language) for _, rule in sorted({rule.code: rule for rule in rules}.items())
    )


def _note(rule: Rule, language: Language) -> RuleNote:
    texts = rule.texts_in(language.code)
    return RuleNote(
        rule.code,
        rule.name,
        rule.severity,
        f"{texts.summary}.",
        " ".join(texts.why.split()),
        explain(rule, language),
    )
