"""What the page asks for: a text checked as it stands, or with its fixes made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment

from vaclint.checks import kinds
from vaclint.engine.fixes import apply_fixes
from vaclint.faces.errors import in_language
from vaclint.languages.language import Language
from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.report import FileReport, Finding, Look, Report, RuleNote
from vaclint.model.source import Source
from vaclint.model.store import Store
from vaclint.project.limits import limited
from vaclint.project.many import checked
from vaclint.project.plan import Plan
from vaclint.project.settings import Settings
from vaclint.reporters.html.page import templates
from vaclint.reporters.html.vacancy import view
from vaclint.rulebook.load import load
from vaclint.rulebook.rule import Rule
from vaclint.text.escaped import escaped
from vaclint.text.named import NamedTuple

NAMES = {"markdown": "vacancy.md", "html": "vacancy.html", "text": "vacancy.txt"}
"""The name that a pasted text goes by, by its format."""
KINDS = ("auto", "vacancy", "other")
FORMS = ("", "informal", "formal")
PLAIN = ("RDB", "JAR")
"""The rules that are about plain language."""
_HTML = re.compile(r"\s*<(?:!doctype|html|body|div|p|h[1-6]|ul|article|section|table)\b", re.I)
_MARKDOWN = re.compile(r"^(?:#{1,6} |[-*] |---$|\[[^\]]+\]\()", re.M)


class Asked(NamedTuple):
    """What the page asks for."""

    text: str
    language: str
    """That of the page."""
    format: str = "auto"
    kind: str = "auto"
    form: str = ""
    """How the reader is to be addressed: ``informal``, ``formal``, or either."""
    plain: bool = True
    """Whether plain language is asked for."""

    @property
    def name(self) -> str:
        """The name that the text goes by."""
        return NAMES[self.format if self.format in NAMES else format_told(self.text)]


def format_told(text: str) -> str:
    """The format of a pasted text, by how it looks."""
    if _HTML.match(text):
        return "html"
    return "markdown" if _MARKDOWN.search(text) else "text"


class Desk:
    """Rules and languages made ready for the texts that are pasted."""

    def __init__(self, *, config: Path | None, isolated: bool, store: Store) -> None:
        self._config = config
        self._isolated = isolated
        self._store = store
        self._shipped = load(kinds(), (), store, explained=False)
        self._plans: dict[Asked, Plan] = {}
        self._templates: dict[str, Environment] = {}
        self._rules: dict[str, Rule] = {}
        self.languages: Mapping[str, Language] = self._shipped.resources.languages

    def plan(self, asked: Asked) -> Plan:
        """The plan of a run with the same wishes; there are some dozens of them."""
        wishes = asked._replace(text="", format="")
        if wishes not in self._plans:
            settings = Settings((), _options(asked), self._config, self._isolated)
            self._plans[wishes] = Plan(settings, self._store, self._shipped)
        return self._plans[wishes]

    def check(self, asked: Asked) -> FileReport:
        """The report of a text."""
        plan = self.plan(asked)
        index = plan.index_of(asked.name)
        return checked(plan.setups[index], plan.engine_at(index), Source(asked.name, asked.text))

    def called(self, asked: Asked) -> dict[str, str]:
        """What the rules that a text is checked with are called, by their code."""
        rules = self.plan(asked).rules_of(asked.name).rules
        return {rule.code: rule.texts_in(asked.language).summary for rule in rules}

    def shown(self, asked: Asked) -> dict[str, Any]:
        """The report as the page shows it: HTML, and how many fixes are safe."""
        file = self.check(asked)
        look = self.look(asked.language)._replace(called=self.called(asked))
        html = self.templates(asked.language).get_template("vacancy.html.j2")
        errors = [
            escaped(in_language(error, asked.language).message)
            for error in (*self.plan(asked).errors, *file.errors)
        ]
        return {
            "html": html.render(
                vacancy=view(file, look, 1, Report((file,))), back=False, fixable=True
            ),
            "safe": sum(1 for each in file.findings if _is_safe(each)),
            "errors": errors,
        }

    def fixed(self, asked: Asked, number: int | None) -> str:
        """The text with one finding mended, or with all that is safe to mend. Raises VaclintError
        where that takes too long.
        """
        plan = self.plan(asked)
        index = plan.index_of(asked.name)
        setup, engine = plan.setups[index], plan.engine_at(index)
        source = Source(asked.name, asked.text)
        if number is None:
            with limited(setup.timeout, asked.name, asked.text):
                return engine.fix(source, asked=setup.asked_for(asked.name)).source.text
        findings = sorted(self.check(asked).findings, key=lambda each: each.order)
        if not 1 <= number <= len(findings) or not findings[number - 1].fixes:
            raise VaclintError(
                "config", "vaclint", f"there is no fix {number}; check the text anew"
            )
        return apply_fixes(asked.text, findings[number - 1].fixes[:1], unsafe=True)[0]

    def templates(self, language: str) -> Environment:
        """The templates in a language, which are compiled once."""
        if language not in self._templates:
            self._templates[language] = templates(self.look(language))
        return self._templates[language]

    def look(self, language: str) -> Look:
        """How the page looks in a language."""
        pack = self.languages[language]
        return Look(
            pack.section("output"),
            pack.numbers.decimal,
            language=language,
            rules_at=f"/rules/{{code}}?lang={language}",
        )

    def rule(self, code: str, language: str) -> RuleNote | None:
        """What is told of a rule; None for a code that no rule has."""
        from vaclint.rulebook.notes import note_on

        if not self._rules:
            plan = self.plan(Asked("", language))
            plan.index_of(NAMES["text"])
            self._rules = {rule.code: rule for rule in plan.explained()}
        rule = self._rules.get(code)
        return note_on(rule, self.languages[language]) if rule else None


def _is_safe(finding: Finding) -> bool:
    return bool(finding.fixes) and finding.fixes[0].applicability == "safe"


def _options(asked: Asked) -> Options:
    return Options(
        kind=asked.kind,
        message_language=asked.language,
        ignore=() if asked.plain else PLAIN,
        rule_options={"STY001": {"form": asked.form}} if asked.form else {},
        fingerprints=False,
        texts=True,
    )
