"""The rules and languages of an engine with some options. Takes no module that reads or checks a
text: a run in which nothing changed needs no more.
"""

from __future__ import annotations

from collections import defaultdict

from vaclint.engine.allowed import Allowed
from vaclint.engine.configure import (
    WHERE,
    check_options,
    chosen_codes,
    configured,
    with_severities,
)
from vaclint.languages.language import Language
from vaclint.model.diagnostics import Severity
from vaclint.model.options import Options
from vaclint.rulebook.load import Loaded
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple

COPIES = ("passages", "repeats")
"""The kinds of check whose findings stand on the later copy of a duplicate."""


class Asked(NamedTuple):
    """What is asked for one text, on top of the options: rules that are off for it, and its kind
    where that is known.
    """

    ignore: frozenset[str] = frozenset()
    kind: str = ""
    because: str = ""
    """Who says what kind it is."""
    allowed: tuple[tuple[int, Allowed], ...] = ()
    """What the configuration suppresses in it, each with its number there."""


class RuleSet:
    """The rules with their severities and options, and which of them are on."""

    def __init__(self, loaded: Loaded, options: Options = Options(), where: str = WHERE) -> None:
        """Raises VaclintError, with ``where`` as its place, when the options name a rule or an
        option that is not there.
        """
        check_options(options, loaded.resources, where)
        self.resources = loaded.resources
        self.options = options
        self.chosen = chosen_codes(loaded.rules, options, where)
        self.rules = configured(loaded.rules, options, where)
        self.rules_by_language = {
            language: with_severities(self.rules, given, where)
            for language, given in options.language_severity.items()
        }
        self.by_kind: dict[str, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            self.by_kind[rule.kind].append(rule)
        self.copying = frozenset(rule.code for kind in COPIES for rule in self.by_kind[kind])
        self.by_code = {rule.code: rule for rule in self.rules}
        self.across = tuple(rule.code for rule in self.by_kind["files"])
        self.rules_across = [
            rule
            for rule in self.by_kind["files"]
            if rule.code in self.chosen and rule.options["files"] in options.compared
        ]
        self.fine = frozenset(word.lower() for word in options.vocabulary)
        self.reading = self.resources.reading.with_fields(options.fields)

    def speaking(self, language: str) -> Language:
        """The language of the messages about a text in a language."""
        asked = self.options.message_language
        code = language if asked == "auto" else asked
        return self.resources.languages[self.resources.spoken(code)]

    def severity_of(self, rule: Rule, language: str) -> Severity:
        """The severity of a rule's findings in a text in a language."""
        known = self.rules_by_language.get(language, ())
        return next((each.severity for each in known if each.code == rule.code), rule.severity)
