"""The output formats: a table. Each renders a whole report as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from vaclint.model.report import Look, Report

Render = Callable[[Report, Look], str]
"""Renders a whole report; a format for machines does not look at the look."""


class Reporter(NamedTuple):
    """An output format."""

    name: str
    render: str
    """``module:function``, imported at its first use: a ``Render``."""
    needs: frozenset[str] = frozenset()
    """What the engine has to find out for it: names of the options ``details``, ``fingerprints``,
    ``marks``.
    """
    for_people: bool = False
    """Whether it is shown in the words, colours and width of a ``Look``."""


REPORTERS = (
    Reporter("text", "vaclint.reporters.text:render", for_people=True),
    Reporter("concise", "vaclint.reporters.concise:render"),
    Reporter(
        "json", "vaclint.reporters.json:render", frozenset({"details", "fingerprints", "marks"})
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


def render(name: str, report: Report, look: Look, reporters: Sequence[Reporter] = REPORTERS) -> str:
    """A report in a format; only the module of that format is imported."""
    module, _, function = reporter_of(name, reporters).render.partition(":")
    chosen: Render = getattr(import_module(module), function)
    return chosen(report, look)
