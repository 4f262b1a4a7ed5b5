"""Shared by the tests: an engine, and checking a text in one line."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Any

from vaclint.checks import kinds
from vaclint.checks.context import Term
from vaclint.engine import Engine
from vaclint.languages.resources import Resources
from vaclint.model.document import Document
from vaclint.model.options import Options
from vaclint.model.report import FileReport, Finding
from vaclint.model.source import Source
from vaclint.project.cache import cache_folder, store_in
from vaclint.rulebook.load import Loaded, load
from vaclint.rulebook.rule import Rule
from vaclint.text.stored import Table


@cache
def loaded() -> Loaded:
    """The shipped rules and languages, as one load for all tests."""
    return load(kinds(), store=store_in(cache_folder()))


def resources() -> Resources:
    """The shipped languages."""
    return loaded().resources


_engines: dict[str, Engine] = {}


def engine(**options: Any) -> Engine:
    """An engine with some options, made once."""
    key = repr(sorted(options.items()))
    if key not in _engines:
        _engines[key] = Engine(loaded(), Options(**options))
    return _engines[key]


def understood(text: str, path: str = "vacature.txt", **options: Any) -> Document:
    """The document of a text."""
    return engine(**options).understand(Source(path, text)).document


def report(
    text: str,
    path: str = "vacature.txt",
    *select: str,
    language: str = "auto",
    kind: str = "auto",
    **options: Any,
) -> FileReport:
    """The report of a text; with codes, of those rules only."""
    return engine(select=select, language=language, kind=kind, **options).check(Source(path, text))


def findings(
    text: str,
    path: str = "vacature.txt",
    *select: str,
    language: str = "auto",
    kind: str = "auto",
    **options: Any,
) -> tuple[Finding, ...]:
    """The findings in a text."""
    return tuple(report(text, path, *select, language=language, kind=kind, **options).findings)


def texts(
    text: str, path: str, *select: str, language: str = "auto", kind: str = "auto", **options: Any
) -> list[str]:
    """What the findings in a text stand on."""
    return [
        each.text for each in findings(text, path, *select, language=language, kind=kind, **options)
    ]


def terms_of_rule(rule: Rule) -> list[Term]:
    """The terms of a prepared rule, in their order."""
    prepared = rule.prepared["terms"]
    if not prepared:
        return []
    numbered = chain.from_iterable(Table[list[tuple[int, Any]]](prepared[1]).values())
    return [Term._make(plain) for _, plain in sorted(numbered)]
