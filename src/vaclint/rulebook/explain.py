"""A rule explained for people: what, why, examples, options, sources, how to switch it off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vaclint.languages.language import Language
from vaclint.rulebook.rule import Rule
from vaclint.text.toml_values import toml


def explain(rule: Rule, language: Language) -> str:
    """The explanation of a rule as Markdown that reads well in a terminal."""
    words = language.section("output")["rule"]
    texts = rule.texts_in(language.code)
    facts = [words[rule.severity], *([words["vacancy"]] if rule.scope == "vacancy" else [])]
    if not rule.default:
        facts.append(words["off-default"])
    parts = [f"# {rule.code} {rule.name} ({', '.join(facts)})", f"{texts.summary}."]
    if texts.why.strip():
        parts += [f"## {words['why']}", texts.why.strip()]
    for kind in ("bad", "good"):
        every = [example for example in rule.examples if kind in example]
        examples = [example for example in every if example["language"] == language.code] or every
        if examples:
            parts += [
                f"## {words[kind]}",
                "\n\n".join(_example(example, kind, words) for example in examples[:4]),
            ]
    if rule.options:
        rows = [
            f"[rules.{rule.code}]",
            *(f"{name} = {toml(value)}" for name, value in rule.options.items()),
        ]
        parts += [f"## {words['options']}", "\n".join(f"    {row}" for row in rows)]
    parts += [f"## {words['off']}", words["off-text"].format(code=rule.code)]
    if rule.sources:
        parts += [f"## {words['sources']}", "\n".join(f"- {source}" for source in rule.sources)]
    return "\n\n".join(parts) + "\n"


def _example(example: Mapping[str, Any], kind: str, words: Mapping[str, object]) -> str:
    lines = [f"    {_visible(line)}" for line in example[kind].strip("\n").split("\n")]
    if "other" in example:
        lines.append(f"    → {words['other']}: ‘{_visible(' '.join(example['other'].split()))}’")
    if kind == "bad":
        lines.append(
            f"    → {words['reports']}: "
            + ", ".join(f"‘{_visible(text)}’" for text in example.get("reports", ()))
        )
        if "fixed" in example:
            lines.append(
                f"    → {words['fixed']}: " + _visible(example["fixed"].replace("\n", "↵"))
            )
    return "\n".join(lines)


def _visible(text: str) -> str:
    """Invisible characters by their code, so that an example of one can be read; long texts cut."""
    shown = "".join(
        char if char.isprintable() else "↵" if char in "\r\n" else f"<U+{ord(char):04X}>"
        for char in text
    )
    shown = "·" * len(shown) if shown and not shown.strip() else shown
    return shown if len(shown) <= 160 else shown[:159] + "…"
