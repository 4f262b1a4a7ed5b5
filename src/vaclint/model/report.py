"""What a run found, ready to be shown: all places resolved, nothing of a document needed any
more.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from vaclint.model.diagnostics import Fix, Severity
from vaclint.model.errors import VaclintError
from vaclint.model.sketch import Sketch
from vaclint.model.source import Position
from vaclint.model.values import Facts


class Place(NamedTuple):
    """A range by its two positions; ``end`` is exclusive."""

    start: Position
    end: Position


class RelatedPlace(NamedTuple):
    """Another place that a finding is about, and the file it is in."""

    path: str
    place: Place
    message: str


class Finding(NamedTuple):
    """A diagnostic with the file it is in; ``line`` is the line of the source that it begins on."""

    path: str
    rule: str
    name: str
    severity: Severity
    place: Place
    message: str
    text: str
    line: str
    related: tuple[RelatedPlace, ...]
    fixes: tuple[Fix, ...]
    properties: Mapping[str, object]
    fingerprint: str

    @property
    def order(self) -> tuple[int, str, int]:
        """By what the findings of a file are sorted: start, rule, end."""
        return self.place.start.offset, self.rule, self.place.end.offset


class Vacancy(NamedTuple):
    """One of several vacancies in a file, and the range of the file it takes."""

    facts: Facts
    place: Place


class FileReport(NamedTuple):
    """Everything a run learned of one file; format, kind and language are None for one that could
    not be read.
    """

    path: str
    format: str | None = None
    kind: str | None = None
    language: str | None = None
    metrics: Mapping[str, float] = {}
    facts: Facts | None = None
    properties: Mapping[str, Any] = {}
    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    errors: tuple[VaclintError, ...] = ()
    sketch: Sketch | None = None
    vacancies: tuple[Vacancy, ...] = ()
    """Those of a file that holds several."""

    @property
    def is_empty(self) -> bool:
        """Whether it was read, and nothing was there to be checked."""
        return self.format is not None and not (
            self.metrics.get("words") or self.findings or self.errors or self.suppressed
        )


class RuleNote(NamedTuple):
    """What a report says of a rule, in the language of the run; ``markdown`` is the whole
    explanation.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    markdown: str


class Report(NamedTuple):
    """A whole run: the files in order, what went wrong, the exit code, and how many fixes were
    made.
    """

    files: tuple[FileReport, ...]
    errors: tuple[VaclintError, ...] = ()
    exit_code: int = 0
    fixed: int = 0
    rules: tuple[RuleNote, ...] = ()
    """The rules of the run by code, for a format that needs them."""


class Look(NamedTuple):
    """How a report for people is to look: in which words, how wide, with colour or without.

    ``words`` is the section ``output`` of a language, ``decimal`` its decimal sign.
    """

    words: Mapping[str, Any]
    decimal: str = "."
    color: bool = False
    width: int = 100
