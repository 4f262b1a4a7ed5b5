"""Shared by the tests: linting a text in one line."""

from __future__ import annotations

from functools import cache

from vaclint.project.config import Config
from vaclint.engine.core import FileReport, Finding, Linter, Settings
from vaclint.model.source import Source


@cache
def linter(select: tuple[str, ...] = (), language: str = "auto", kind: str = "auto", config: Config | None = None) -> Linter:
    return Linter(config or Config(), Settings(select=select, language=language, kind=kind, fingerprints=True))


def report(text: str, path: str = "vacature.txt", *select: str, language: str = "auto", kind: str = "auto") -> FileReport:
    return linter(select, language, kind).lint(Source(path, text))


def findings(text: str, path: str = "vacature.txt", *select: str, language: str = "auto", kind: str = "auto") -> list[Finding]:
    return report(text, path, *select, language=language, kind=kind).findings


def texts(text: str, path: str, *select: str, language: str = "auto", kind: str = "auto") -> list[str]:
    return [finding.text for finding in findings(text, path, *select, language=language, kind=kind)]
