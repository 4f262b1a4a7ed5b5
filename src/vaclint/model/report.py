"""What a run found, ready to be shown: all places resolved, nothing of a document needed any
more.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from vaclint.model.diagnostics import Fix, Severity
from vaclint.model.errors import VaclintError
from vaclint.model.sketch import Sketch
from vaclint.model.source import Position
from vaclint.model.values import Facts
from vaclint.text.named import NamedTuple


class Place(NamedTuple):
    """A range by its two positions; ``end`` is exclusive."""

    start: Position
    end: Position


class Piece(NamedTuple):
    """A stretch of a block's text and the range of the file that it stands for; as long as that,
    character by character, or for all of it.
    """

    text: str
    start: int
    end: int

    @property
    def is_linear(self) -> bool:
        """Whether each character stands for one of the file."""
        return len(self.text) == self.end - self.start


class ShownBlock(NamedTuple):
    """A block of the text as a reader sees it, to be shown with its findings."""

    kind: str
    """A kind of block, or ``chrome`` for a line that is no part of the vacancy."""
    level: int
    pieces: tuple[Piece, ...]
    is_front_matter: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the file."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.pieces[-1].end


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
    whole: bool = False
    """Whether it is about the document as a whole, or about what it does all over."""
    around: tuple[str, str] = ("", "")
    """The words right before and behind it, where fingerprints are asked for."""

    @property
    def order(self) -> tuple[int, str, int]:
        """By what the findings of a file are sorted: start, rule, end."""
        return self.place.start.offset, self.rule, self.place.end.offset


class Vacancy(NamedTuple):
    """One of several vacancies in a file, and the range of the file it takes."""

    facts: Facts
    place: Place


class Suppressed(NamedTuple):
    """A finding that is not shown, because the text or the configuration says so, and why."""

    finding: Finding
    reason: str = ""
    entry: int | None = None
    """Which of the configuration's entries for the file says so; None for the text itself."""


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
    findings: Sequence[Finding] = ()
    hidden: tuple[Suppressed, ...] = ()
    """The findings that the text or the configuration suppresses."""
    errors: tuple[VaclintError, ...] = ()
    sketch: Sketch | None = None
    vacancies: tuple[Vacancy, ...] = ()
    """Those of a file that holds several."""
    baselined: int = 0
    """How many findings a baseline holds, which are not among the others."""
    unshown: int = 0
    """How many are not shown because they are too light."""
    blocks: Sequence[ShownBlock] = ()
    """The text as a reader sees it, in the order of the file, where a format shows it."""

    @property
    def mark(self) -> float | None:
        """The mark of a vacancy; None where none was asked, or for another text."""
        return self.metrics.get("mark")

    @property
    def suppressed(self) -> int:
        """How many findings the text or the configuration suppresses."""
        return len(self.hidden)

    @property
    def is_empty(self) -> bool:
        """Whether it was read, and nothing was there to be checked."""
        return self.format is not None and not (
            self.metrics.get("words") or self.findings or self.errors or self.suppressed
        )


class RuleExample(NamedTuple):
    """A text that a rule reports, or does not, and in lines what comes of it."""

    text: str
    told: tuple[str, ...]


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
    bad: tuple[RuleExample, ...] = ()
    """Examples of what it reports."""
    good: tuple[RuleExample, ...] = ()
    """Examples of what it does not report."""
    options: tuple[str, ...] = ()
    """The lines of a configuration that sets it, with the defaults."""
    off: str = ""
    """How it is switched off."""
    sources: tuple[str, ...] = ()


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
    show_suppressed: bool = False
    """Whether the findings that are suppressed are to be named, with their reasons."""


class Look(NamedTuple):
    """How a report for people is to look: in which words, how wide, with colour or without.

    ``words`` is the section ``output`` of a language, ``decimal`` its decimal sign.
    """

    words: Mapping[str, Any]
    decimal: str = "."
    color: bool = False
    width: int = 100
    verbose: bool = False
    """Whether every finding is to be shown by itself."""
    language: str = ""
    """The code of the language of the words."""
    is_terminal: bool = False
    """Whether it is shown on a terminal, where lines are wrapped and the next step is said."""
    rules_at: str = ""
    """The address of what is told of a rule, with ``{code}`` in it; empty for nowhere but what is
    published.
    """
    called: Mapping[str, str] = {}
    """What rules are called in that language, by their code; one that is not here has its name."""

    def name_of(self, code: str, name: str) -> str:
        """What a rule is called, which has a code and a name."""
        return self.called.get(code, name)
