"""A rule explained for people: what, why, examples, options, sources, how to switch it off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vaclint.languages.language import Language
from vaclint.model.report import RuleExample
from vaclint.rulebook.rule import Rule
from vaclint.text.toml_values import toml

SHOWN = 4
"""So many examples of each sort are shown."""


def explain(rule: Rule, language: Language) -> str:
    """The explanation of a rule as Markdown that reads well in a terminal."""
    words = language.section("output")["rule"]
    texts = rule.texts_in(language.code)
    facts = told_of(rule, language)
    parts = [f"# {rule.code} {rule.name} ({', '.join(facts)})", f"{texts.summary}."]
    if texts.why.strip():
        parts += [f"## {words['why']}", texts.why.strip()]
    for kind in ("bad", "good"):
        if examples := told_examples(rule, kind, language):
            parts += [f"## {words[kind]}", "\n\n".join(map(_indented, examples))]
    if rule.options:
        rows = options_of(rule)
        parts += [f"## {words['options']}", "\n".join(f"    {row}" for row in rows)]
    parts += [f"## {words['off']}", off_of(rule, language)]
    if rule.sources:
        parts += [f"## {words['sources']}", "\n".join(f"- {source}" for source in rule.sources)]
    return "\n\n".join(parts) + "\n"


def told_of(rule: Rule, language: Language) -> list[str]:
    """What is said of a rule beside its name: its severity, where it looks, whether it is off."""
    words = language.section("output")["rule"]
    told = {
        rule.severity: True,
        "vacancy": rule.scope == "vacancy",
        "off-default": not rule.default,
    }
    return [words[name] for name, holds in told.items() if holds]


def shown_examples(rule: Rule, kind: str, language: Language) -> list[Mapping[str, Any]]:
    """The first examples, ``bad`` or ``good``: those in a language, or in any where it has none."""
    every = [example for example in rule.examples if kind in example]
    own = [example for example in every if example["language"] == language.code]
    return (own or every)[:SHOWN]


def told_examples(rule: Rule, kind: str, language: Language) -> tuple[RuleExample, ...]:
    """Those examples with what comes of them, so that what is invisible can be read."""
    words = language.section("output")["rule"]
    return tuple(
        RuleExample(
            "\n".join(map(visible, example[kind].strip("\n").split("\n"))),
            tuple(_outcome(example, kind, words)),
        )
        for example in shown_examples(rule, kind, language)
    )


def off_of(rule: Rule, language: Language) -> str:
    """How a rule is switched off."""
    told: str = language.section("output")["rule"]["off-text"]
    return told.format(code=rule.code)


def options_of(rule: Rule) -> list[str]:
    """The options of a rule with their defaults, as they stand in a configuration."""
    rows = (f"{name} = {toml(value)}" for name, value in rule.options.items())
    return [f"[rules.{rule.code}]", *rows]


def _outcome(example: Mapping[str, Any], kind: str, words: Mapping[str, object]) -> Iterator[str]:
    """What an example stands beside, what is reported in it, and what it becomes."""
    if "other" in example:
        yield f"{words['other']}: ‘{visible(' '.join(example['other'].split()))}’"
    if kind == "bad":
        reported = ", ".join(f"‘{visible(text)}’" for text in example.get("reports", ()))
        yield f"{words['reports']}: {reported}"
        if "fixed" in example:
            fixed = example["fixed"].replace("\n", "↵")
            yield f"{words['fixed']}: {visible(fixed)}"


def _indented(example: RuleExample) -> str:
    lines = (*example.text.split("\n"), *(f"→ {told}" for told in example.told))
    return "\n".join(f"    {line}" for line in lines)


def visible(text: str) -> str:
    """Invisible characters by their code, so that an example of one can be read; long texts cut."""
    shown = "".join(
        char if char.isprintable() else "↵" if char in "\r\n" else f"<U+{ord(char):04X}>"
        for char in text
    )
    shown = "·" * len(shown) if shown and not shown.strip() else shown
    return shown if len(shown) <= 160 else shown[:159] + "…"
