"""An engine that says where its time goes: by stage, and by rule."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from vaclint.checks.context import Context
from vaclint.engine.engine import Engine
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.model.values import Facts
from vaclint.rulebook.rule import Rule

PARSE, UNDERSTAND, FACTS, CHECKS, REST = STAGES = (
    "parse", "language, kind and title", "facts", "checks", "the rest",
)  # fmt: skip


class ProfiledEngine(Engine):
    """Checks as an engine does. Every rule is run once more by itself to be timed, so a run takes
    about twice as long.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.stages: defaultdict[str, float] = defaultdict(float)
        """Seconds of processor time by stage."""
        self.rules_alone: defaultdict[str, float] = defaultdict(float)
        """Seconds of processor time by the code of a rule that runs alone."""
        self.texts = 0

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        started = time.process_time()
        try:
            yield
        finally:
            self.stages[stage] += time.process_time() - started

    def _check(self, *given: Any) -> Any:
        self.texts += 1
        before = sum(self.stages[stage] for stage in (PARSE, UNDERSTAND, CHECKS))
        alone = sum(self.rules_alone.values())
        started = time.process_time()
        report = super()._check(*given)
        inner = sum(self.stages[stage] for stage in (PARSE, UNDERSTAND, CHECKS)) - before
        spent = time.process_time() - started - (sum(self.rules_alone.values()) - alone)
        self.stages[REST] += spent - inner
        return report

    def _parsed(self, source: Source) -> Document:
        with self._timed(PARSE):
            return super()._parsed(source)

    def understand(self, *given: Any, **named: Any) -> Any:
        """As that of an engine."""
        with self._timed(UNDERSTAND):
            return super().understand(*given, **named)

    def _facts(self, document: Document) -> Facts:
        with self._timed(FACTS):
            return super()._facts(document)

    def _found(
        self, context: Context, rules: list[Rule]
    ) -> tuple[list[Diagnostic], list[VaclintError]]:
        with self._timed(CHECKS):
            found = super()._found(context, rules)
        for rule in rules:
            started = time.process_time()
            super()._found(context, [rule])
            self.rules_alone[rule.code] += time.process_time() - started
        return found

    def told(self) -> Iterator[tuple[str, float]]:
        """Milliseconds a text by stage, and then by rule, the dearest first; facts are part of no
        other stage.
        """
        count = max(1, self.texts)
        stages = defaultdict(float, self.stages)
        stages[UNDERSTAND] -= stages[FACTS]
        for stage in STAGES:
            yield stage, 1000 * max(0.0, stages[stage]) / count
        for code, seconds in sorted(self.rules_alone.items(), key=lambda each: -each[1]):
            yield code, 1000 * seconds / count
