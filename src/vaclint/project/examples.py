"""The examples of rules, run: what each says must be reported and what not, and what a fix makes of
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import regex

from vaclint.engine import Engine
from vaclint.formats import SUFFIX_OF
from vaclint.model.options import Options
from vaclint.model.report import Finding
from vaclint.model.source import Source
from vaclint.project.compare import compare
from vaclint.rulebook.load import Loaded
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import joined

OTHER, OWN = "other.md", "example.md"


class Failed(NamedTuple):
    """An example that does not come out as it says: which one, what is wanted, what came."""

    rule: str
    example: str
    wanted: str
    came: str


class Examples:
    """Runs the examples of some rules, with an engine for each way of asking."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self._engines: dict[str, Engine] = {}

    def failed(self, rule: Rule) -> Iterator[Failed]:
        """The examples of a rule that fail, and the strings of its patterns. Raises VaclintError
        for a rule that goes wrong in one.
        """
        for index, example in enumerate(rule.examples, 1):
            yield from self._failed(rule, f"example {index}", example)
        for language, said in rule.said.items():
            for key, value in said.items():
                if isinstance(value, Mapping) and "pattern" in value:
                    yield from _failed_strings(rule, f"{key} {language}".strip(), value)

    def _failed(self, rule: Rule, name: str, example: Mapping[str, Any]) -> Iterator[Failed]:
        text = example.get("bad", example.get("good", ""))
        came = self.reported(rule, example, text)
        if "good" in example and came:
            yield Failed(rule.code, name, "nothing", _listed(came))
        elif "reports" in example and came != list(example["reports"]):
            yield Failed(rule.code, name, _listed(example["reports"]), _listed(came))
        elif "bad" in example and not came:
            yield Failed(rule.code, name, "a finding", "nothing")
        if "fixed" in example and (made := self.fixed(rule, example)) != example["fixed"]:
            yield Failed(rule.code, f"{name}, fixed", f"‘{example['fixed']}’", f"‘{made}’")

    def reported(self, rule: Rule, example: Mapping[str, Any], text: str) -> list[str]:
        """What the findings of a rule in a text stand on, white space folded. Raises VaclintError
        for a rule that goes wrong in it.
        """
        found = [finding.text for finding in self.findings(rule, example, text)]
        return [" ".join(each.split()) if each.strip() else each for each in found]

    def findings(
        self, rule: Rule, example: Mapping[str, Any], text: str, *, speaking: str = "auto"
    ) -> list[Finding]:
        """The findings of a rule in a text, in the language that is spoken. Raises VaclintError for
        a rule that goes wrong in it.
        """
        if rule.kind == "files":
            every = self._beside_the_other(rule, example, text, speaking)
        else:
            chosen = () if rule.kind == "suppression" else (rule.code,)
            engine = self._engine(rule, example, select=chosen, message_language=speaking)
            report = engine.check(_source(example, text))
            for error in report.errors:
                if error.kind in ("rule", "internal"):
                    raise error
            every = list(report.findings)
        return [finding for finding in every if finding.rule == rule.code]

    def fixed(self, rule: Rule, example: Mapping[str, Any]) -> str:
        """What the fixes of a rule, unsafe ones too, make of an example."""
        engine = self._engine(rule, example, select=(rule.code,), kind="vacancy")
        source, _ = engine.fix(_source(example, example["bad"]), unsafe=True)
        return source.text

    def _engine(self, rule: Rule, example: Mapping[str, Any], **options: Any) -> Engine:
        kind = "vacancy" if rule.scope == "vacancy" else "auto"
        asked = {"kind": kind, "language": example["language"], **options}
        key = repr(sorted(asked.items()))
        if key not in self._engines:
            self._engines[key] = Engine(self.loaded, Options(**asked))
        return self._engines[key]

    def _beside_the_other(
        self, rule: Rule, example: Mapping[str, Any], text: str, speaking: str
    ) -> list[Finding]:
        """The findings in a text beside the example's other one, which comes first."""
        engine = self._engine(
            rule,
            example,
            select=(rule.code,),
            kind="vacancy",
            message_language=speaking,
            rule_options={rule.code: {"files": "run"}},
            compared=frozenset({"run"}),
        )
        texts = ((OTHER, example.get("other", "")), (OWN, text))
        sketches = [engine.check(Source(path, content)).sketch for path, content in texts]
        return compare([sketch for sketch in sketches if sketch], {OWN: engine}).get(OWN, [])


def _source(example: Mapping[str, Any], text: str) -> Source:
    return Source(f"example{SUFFIX_OF[example.get('format', 'text')]}", text)


def _failed_strings(rule: Rule, name: str, table: Mapping[str, Any]) -> Iterator[Failed]:
    """The strings of a pattern that it matches and should not, or the other way round."""
    flags = 0 if rule.data.get("case") else regex.IGNORECASE
    pattern = regex.compile(joined(table), flags)
    for key, matches in (("match", True), ("no-match", False)):
        for string in table.get(key, ()):
            if bool(pattern.search(string, timeout=1.0)) is not matches:
                outcome = ("not found", "found")
                yield Failed(
                    rule.code, f"{name} in ‘{string}’", outcome[matches], outcome[not matches]
                )


def _listed(texts: list[str]) -> str:
    return ", ".join(f"‘{text}’" for text in texts) or "nothing"
