"""Write docs/rules.md from the rules themselves: python docs/make_rules.py."""

from __future__ import annotations

from pathlib import Path

from vaclint.rulebook.explain import explain
from vaclint.rulebook.rules import Rule, load_rules

FILE = Path(__file__).parent / "rules.md"
HEAD = """# Regels

Deze pagina komt uit de regels zelf (`python docs/make_rules.py`). In het Engels: `vaclint rule CODE --message-language en`.

| code | naam | ernst | wat |
| --- | --- | --- | --- |
"""


def page(rules: list[Rule]) -> str:
    """The page: a table of all rules, then each rule explained under its own anchor."""
    rows = "".join(f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {rule.severity} | {rule.summary['nl']} |\n" for rule in rules)
    parts = []
    for rule in rules:
        title, _, rest = explain(rule, "nl").partition("\n")
        deeper = rest.replace("\n## ", "\n### ")
        parts.append(f'<a id="{rule.code.lower()}"></a>\n\n#{title}\n{deeper}')
    return HEAD + rows + "\n" + "\n".join(parts)


if __name__ == "__main__":
    FILE.write_text(page(load_rules()[0]), encoding="utf-8")
