"""Rules as a report explains them."""

from __future__ import annotations

from collections.abc import Iterable

from vaclint.languages.language import Language
from vaclint.model.report import RuleNote
from vaclint.rulebook.explain import explain, off_of, options_of, told_examples
from vaclint.rulebook.rule import Rule


def notes_on(rules: Iterable[Rule], language: Language) -> tuple[RuleNote, ...]:
    """A note on each rule, by code, in a language."""
    return tuple(
        note_on(rule, language) for _, rule in sorted({rule.code: rule for rule in rules}.items())
    )


def note_on(rule: Rule, language: Language) -> RuleNote:
    """A note on a rule in a language."""
    texts = rule.texts_in(language.code)
    return RuleNote(
        rule.code,
        rule.name,
        rule.severity,
        f"{texts.summary}.",
        " ".join(texts.why.split()),
        explain(rule, language),
        told_examples(rule, "bad", language),
        told_examples(rule, "good", language),
        tuple(options_of(rule)) if rule.options else (),
        off_of(rule, language),
        tuple(rule.sources),
    )
