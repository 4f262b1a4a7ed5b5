"""A rule explained for people: what, why, examples, options, sources, how to switch it off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vaclint.rulebook.rules import Rule

_WORDS = {
    "nl": {
        "why": "Waarom", "bad": "Wordt gemeld", "good": "Wordt niet gemeld", "options": "Instellen", "sources": "Bronnen",
        "off": "Uitzetten",
        "severity": {"error": "fout", "warning": "waarschuwing", "info": "opmerking"}, "vacancy": "alleen in vacatures",
        "off_text": 'In vaclint.toml: ignore = ["{code}"]. In de tekst, voor het volgende blok: <!-- vaclint: ignore {code} -->',
        "reports": "gemeld", "other": "naast een ander bestand", "fixed": "wordt",
        "off_default": "staat standaard uit; aan met extend-select",
    },
    "en": {
        "why": "Why", "bad": "Reported", "good": "Not reported", "options": "Options", "sources": "Sources", "off": "Switch off",
        "severity": {"error": "error", "warning": "warning", "info": "info"}, "vacancy": "in vacancies only",
        "off_text": 'In vaclint.toml: ignore = ["{code}"]. In the text, for the next block: <!-- vaclint: ignore {code} -->',
        "reports": "reported", "other": "beside another file", "fixed": "becomes", "off_default": "off by default; on with extend-select",
    },
}  # fmt: skip


def explain(rule: Rule, language: str) -> str:
    """The explanation of a rule as Markdown that reads well in a terminal."""
    words = _WORDS[language]
    severities = words["severity"]
    assert isinstance(severities, dict)
    facts = [severities[rule.severity], *([str(words["vacancy"])] if rule.scope == "vacancy" else [])]
    if not rule.default:
        facts.append(str(words["off_default"]))
    parts = [f"# {rule.code} {rule.name} ({', '.join(facts)})", f"{rule.summary[language]}."]
    if rule.why[language].strip():
        parts += [f"## {words['why']}", rule.why[language].strip()]
    for kind in ("bad", "good"):
        examples = [example for example in rule.examples if kind in example and example.get("language", "nl") == language]
        examples = examples or [example for example in rule.examples if kind in example]
        if examples:
            parts += [f"## {words[kind]}", "\n\n".join(_example(example, kind, words) for example in examples[:4])]
    if rule.options:
        rows = [f"[rules.{rule.code}]", *(f"{name} = {_toml(value)}" for name, value in rule.options.items())]
        parts += [f"## {words['options']}", "\n".join(f"    {row}" for row in rows)]
    parts += [f"## {words['off']}", str(words["off_text"]).format(code=rule.code)]
    if rule.sources:
        parts += [f"## {words['sources']}", "\n".join(f"- {source}" for source in rule.sources)]
    return "\n\n".join(parts) + "\n"


def _example(example: Mapping[str, Any], kind: str, words: Mapping[str, object]) -> str:
    lines = [f"    {_visible(line)}" for line in example[kind].strip("\n").split("\n")]
    if "other" in example:
        lines.append(f"    → {words['other']}: ‘{_visible(' '.join(example['other'].split()))}’")
    if kind == "bad":
        lines.append(f"    → {words['reports']}: " + ", ".join(f"‘{_visible(text)}’" for text in example.get("reports", ())))
        if "fixed" in example:
            lines.append(f"    → {words['fixed']}: " + _visible(example["fixed"].replace("\n", "↵")))
    return "\n".join(lines)


def _visible(text: str) -> str:
    """Invisible characters by their code, so that an example of one can be read; long texts cut."""
    shown = "".join(char if char.isprintable() else "↵" if char in "\r\n" else f"<U+{ord(char):04X}>" for char in text)
    shown = "·" * len(shown) if shown and not shown.strip() else shown
    return shown if len(shown) <= 160 else shown[:159] + "…"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}'" if "\\" in value else f'"{value}"'
    return "[" + ", ".join(map(_toml, value)) + "]" if isinstance(value, list) else str(value)
