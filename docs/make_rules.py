"""Write docs/rules.md from the rules themselves: python docs/make_rules.py."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vaclint.checks import kinds
from vaclint.languages.language import Language
from vaclint.rulebook.explain import explain
from vaclint.rulebook.load import load
from vaclint.rulebook.rule import Rule

FILE = Path(__file__).parent / "rules.md"
LANGUAGE = "nl"
"""The page is in one language; the command explains a rule in any."""
HEAD = """# Regels

Deze pagina komt uit de regels zelf (`python docs/make_rules.py`). In het Engels:
`vaclint rule CODE --message-language en`.

| code | naam | ernst | wat |
| --- | --- | --- | --- |
"""


def page(rules: Iterable[Rule], language: Language) -> str:
    """The page: a table of all rules, then each rule explained under its own anchor."""
    listed = list(rules)
    return (
        HEAD
        + "".join(_row(rule, language) for rule in listed)
        + "\n"
        + "\n".join(_part(rule, language) for rule in listed)
    )


def _row(rule: Rule, language: Language) -> str:
    summary = rule.texts_in(language.code).summary
    return f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {rule.severity} | {summary} |\n"


def _part(rule: Rule, language: Language) -> str:
    title, _, rest = explain(rule, language).partition("\n")
    deeper = rest.replace("\n## ", "\n### ")
    return f'<a id="{rule.code.lower()}"></a>\n\n#{title}\n{deeper}'


if __name__ == "__main__":
    loaded = load(kinds())
    FILE.write_text(page(loaded.rules, loaded.resources.languages[LANGUAGE]), encoding="utf-8")
