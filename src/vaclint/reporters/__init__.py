"""The output formats: a table. Each renders a whole report as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from vaclint.model.report import Look, Report
from vaclint.text.named import NamedTuple

Render = Callable[[Report, Look], str | Iterator[str]]
"""Renders a whole report, at once or in parts; a format for machines does not look at the look."""
Notes = Callable[[Report, Look], Iterable[str]]
"""What those who take a report will not take or show of it, a sentence each."""
Apart = Callable[[Report, Look, str], Iterator[tuple[str, Iterator[str]]] | None]
"""A large report as several files, by their names in a folder whose address is given, in parts; the
report itself has an empty name and comes last. None where one file does.
"""


class Reporter(NamedTuple):
    """An output format."""

    name: str
    render: str
    """``module:function``, imported at its first use: a ``Render``."""
    needs: frozenset[str] = frozenset()
    """What the engine has to find out for it: names of the options ``details``, ``fingerprints``,
    ``marks``, ``texts``; and ``rules``, the notes on them.
    """
    for_people: bool = False
    """Whether it is shown in the words, colours and width of a ``Look``."""
    is_document: bool = False
    """Whether it is a document that is written whole when nothing was found, too."""
    apart: str = ""
    """``module:function``: an ``Apart``, where a report may grow too large for one file."""
    notes: str = ""
    """``module:function``: a ``Notes``, where there is something to say."""


REPORTERS = (
    Reporter("text", "vaclint.reporters.text:render", for_people=True),
    Reporter("concise", "vaclint.reporters.concise:render"),
    Reporter(
        "json",
        "vaclint.reporters.json:render",
        frozenset({"details", "fingerprints", "marks"}),
        is_document=True,
    ),
    Reporter(
        "jsonl",
        "vaclint.reporters.jsonl:render",
        frozenset({"details", "fingerprints", "marks"}),
        is_document=True,
    ),
    Reporter(
        "sarif",
        "vaclint.reporters.sarif:render",
        frozenset({"fingerprints", "rules"}),
        is_document=True,
        notes="vaclint.reporters.sarif:notes",
    ),
    Reporter("github", "vaclint.reporters.github:render"),
    Reporter(
        "gitlab",
        "vaclint.reporters.gitlab:render",
        frozenset({"fingerprints"}),
        is_document=True,
    ),
    Reporter("junit", "vaclint.reporters.junit:render", is_document=True),
    Reporter("rdjson", "vaclint.reporters.rdjson:render", is_document=True),
    Reporter("rdjsonl", "vaclint.reporters.rdjson:render_lines", is_document=True),
    Reporter("checkstyle", "vaclint.reporters.checkstyle:render", is_document=True),
    Reporter(
        "html",
        "vaclint.reporters.html:render",
        frozenset({"details", "marks", "rules", "texts"}),
        for_people=True,
        is_document=True,
        apart="vaclint.reporters.html:render_apart",
    ),
    Reporter(
        "markdown",
        "vaclint.reporters.markdown:render",
        frozenset({"marks"}),
        is_document=True,
        notes="vaclint.reporters.markdown:notes",
    ),
)
"""A new format is a module and a row here."""
FORMATS = tuple(reporter.name for reporter in REPORTERS)


def reporter_of(name: str, reporters: Sequence[Reporter] = REPORTERS) -> Reporter:
    """The reporter of a format. Raises KeyError for one that is not there."""
    for reporter in reporters:
        if reporter.name == name:
            return reporter
    raise KeyError(name)


def parts(
    name: str, report: Report, look: Look, reporters: Sequence[Reporter] = REPORTERS
) -> Iterable[str]:
    """A report in a format, in parts to be written one after the other; only the module of that
    format is imported.
    """
    chosen: Render = _function(reporter_of(name, reporters).render)
    rendered = chosen(report, look)
    return (rendered,) if isinstance(rendered, str) else rendered


def files(
    name: str, report: Report, look: Look, folder: str
) -> Iterable[tuple[str, Iterable[str]]]:
    """A report as files, each in parts: those for the folder beside it, whose address is given, by
    their names there, and the report itself, without a name.
    """
    named = reporter_of(name).apart
    apart: Apart | None = _function(named) if named else None
    several = apart(report, look, folder) if apart else None
    return several if several is not None else (("", parts(name, report, look)),)


def render(name: str, report: Report, look: Look, reporters: Sequence[Reporter] = REPORTERS) -> str:
    """A report in a format, as one text."""
    return "".join(parts(name, report, look, reporters))


def notes(
    name: str, report: Report, look: Look, reporters: Sequence[Reporter] = REPORTERS
) -> Iterable[str]:
    """What is to be said of a report in a format, a sentence each."""
    named = reporter_of(name, reporters).notes
    if not named:
        return ()
    chosen: Notes = _function(named)
    return chosen(report, look)


def _function(named: str) -> Any:
    module, _, function = named.partition(":")
    return getattr(import_module(module), function)
