"""One vacancy of a report: its text with what was found in it, its facts, and its mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from vaclint.model.diagnostics import SEVERITIES, Fix
from vaclint.model.report import FileReport, Finding, Look, Report, ShownBlock
from vaclint.model.values import Facts
from vaclint.reporters.copies import copied, in_copies, saying
from vaclint.reporters.html.marked import Range, Ranges, Run, runs
from vaclint.reporters.html.page import rule_address
from vaclint.reporters.stated import HOURS, PARTS, PAY, asked, hours, lost, pay, title_of
from vaclint.text.named import NamedTuple

FIRST = 3
"""So many things are said to be done first."""
LOST = 6
"""So many causes are named for which a mark lost points."""
HOT = 4
"""The hottest shade of a block with jargon."""
WORDS_PER_SHADE = 25
"""One term of jargon in so many words is one shade."""
COPIES, JARGON, LONG = "DUP", "JAR", "RDB001"
"""The beginnings of the rules that have a look of their own in the text."""


class Other(NamedTuple):
    """Other places that a finding is about, of which the same is said."""

    message: str
    lines: tuple[int, ...]
    path: str
    """Empty where it is in the same file."""


class Note(NamedTuple):
    """A finding as it stands beside the text."""

    number: int
    finding: Finding
    called: str
    """What its rule is called."""
    href: str
    """Where its rule is explained, empty for nowhere."""
    proposals: tuple[str, ...]
    others: tuple[Other, ...]
    first: int = 0
    """The number of the note that says the same of the first copy, where this is in a later one."""

    @property
    def grave(self) -> bool:
        """Whether it is more than a remark."""
        return self.finding.severity != "info"


class Row(NamedTuple):
    """A block with its text and the notes on what begins in it or right behind it."""

    block: ShownBlock
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    behind: tuple[Note, ...]
    """Those on what a reader does not see, such as a line without text."""
    heat: int

    @property
    def all_notes(self) -> tuple[Note, ...]:
        """All of them, in order."""
        return tuple(sorted((*self.notes, *self.behind)))


class Stated(NamedTuple):
    """What a vacancy states of something, or in a word that it does not, or not clearly."""

    name: str
    value: str
    is_clear: bool = True


class Part(NamedTuple):
    """A part of a mark."""

    name: str
    mark: float


class Lost(NamedTuple):
    """Points that a mark lost, for what, and the number of the first finding of it, 0 for none."""

    cause: str
    points: float
    note: int


class View(NamedTuple):
    """A vacancy, or another text, as it is shown; ``number`` names it in the report."""

    number: int
    file: FileReport
    title: str
    facts: tuple[Stated, ...]
    parts: tuple[Part, ...]
    lost: tuple[Lost, ...]
    first: tuple[Note, ...]
    whole: tuple[Note, ...]
    rows: tuple[Row, ...]
    rest: tuple[Note, ...]
    """The notes on a text of which no block is shown."""
    notes: Mapping[int, Note]
    counts: tuple[tuple[str, int], ...]
    """How many findings there are of each severity that has any, the gravest first."""
    suppressed: tuple[tuple[str, int, str, str], ...]
    """Rule, line, message and reason of what is suppressed, where that is to be shown."""

    def look_of(self, run: Run) -> str:
        """The classes of a run: the gravest of its findings, and what is special about them."""
        findings = [self.notes[each.number].finding for each in run.ranges]
        gravest = min((each.severity for each in findings), key=SEVERITIES.index)
        special = [
            name
            for name, rule in (("copy", COPIES), ("jargon", JARGON), ("long", LONG))
            if any(each.rule.startswith(rule) for each in findings)
        ]
        shy = all(each.severity == "info" for each in findings)
        return " ".join(["m", gravest, *special, *(["shy"] if shy else [])])


def view(file: FileReport, look: Look, number: int, report: Report) -> View:
    """A file of a report as it is shown."""
    file = file._replace(findings=tuple(file.findings))  # the same ones at each look
    findings = sorted(file.findings, key=lambda each: each.order)
    counts = Counter(finding.severity for finding in findings)
    notes = [_note(index, finding, file, look) for index, finding in enumerate(findings, 1)]
    notes = _referred(file, notes)
    placed = [note for note in notes if not note.finding.whole]
    rows, rest = _rows(file, placed)
    return View(
        number,
        file,
        title_of(file),
        tuple(_facts(file, look)),
        tuple(_parts(file, look)),
        tuple(_lost(file, notes, look)),
        tuple(_first(file, notes)),
        tuple(note for note in notes if note.finding.whole),
        rows,
        rest,
        {note.number: note for note in notes},
        tuple((name, counts[name]) for name in SEVERITIES if counts[name]),
        _suppressed(file) if report.show_suppressed else (),
    )


def _note(number: int, finding: Finding, file: FileReport, look: Look) -> Note:
    others = _others(finding, file)
    proposals = dict.fromkeys(fix.message for fix in finding.fixes if not _is_said(fix, finding))
    href = rule_address(finding.rule, look)
    called = look.name_of(finding.rule, finding.name)
    return Note(number, finding, called, href, tuple(proposals), tuple(others))


def _others(finding: Finding, file: FileReport) -> Iterator[Other]:
    """The other places of a finding, those in one file of which the same is said together."""
    for (path, said), group in groupby(finding.related, lambda each: (each.path, each.message)):
        lines = sorted({each.place.start.line for each in group})
        yield Other(said, tuple(lines), "" if path == file.path else path)


def _referred(file: FileReport, notes: list[Note]) -> list[Note]:
    """The notes, those in the later copy of a passage with the number of the first one that says
    the same.
    """
    again = in_copies(copied(file))
    if not again:
        return notes
    firsts: dict[tuple[str, str], int] = {}
    for note in notes:
        if id(note.finding) not in again:
            firsts.setdefault(saying(note.finding), note.number)
    return [
        note._replace(first=firsts.get(saying(note.finding), 0))
        if id(note.finding) in again
        else note
        for note in notes
    ]


def _is_said(fix: Fix, finding: Finding) -> bool:
    """Whether the message already says what to write instead."""
    return all(edit.replacement and edit.replacement in finding.message for edit in fix.edits)


def _rows(file: FileReport, notes: list[Note]) -> tuple[tuple[Row, ...], tuple[Note, ...]]:
    """The blocks with their notes, and the notes for which there is no block."""
    if not file.blocks:
        return (), tuple(notes)
    ranges = Ranges([*_ranges(file, notes)])
    by_number = {note.number: note for note in notes}
    told: set[int] = set()
    cut: list[tuple[ShownBlock, tuple[Run, ...], list[Note]]] = []
    for block in file.blocks:
        text = tuple(runs(block, ranges.within(block)))
        begun = sorted(
            {each.number for run in text for each in run.begins if not each.is_other} - told
        )
        told.update(begun)
        cut.append((block, text, [by_number[each] for each in begun]))
    behind = _behind(file, [note for note in notes if note.number not in told])
    return tuple(
        Row(block, text, tuple(own), tuple(behind.get(at, ())), _heat(block, own))
        for at, (block, text, own) in enumerate(cut)
    ), ()


def _ranges(file: FileReport, notes: Iterable[Note]) -> Iterator[Range]:
    for note in notes:
        start, end = note.finding.place
        yield Range(start.offset, end.offset, note.number)
        for each in note.finding.related:
            if each.path == file.path and note.finding.rule.startswith(COPIES):
                start, end = each.place
                yield Range(start.offset, end.offset, note.number, True)


def _behind(file: FileReport, notes: Iterable[Note]) -> dict[int, list[Note]]:
    """Notes on what is in no block, by the index of the block before it."""
    found: dict[int, list[Note]] = {}
    at = 0
    for note in notes:
        start = note.finding.place.start.offset
        while at + 1 < len(file.blocks) and file.blocks[at + 1].start <= start:
            at += 1
        found.setdefault(at, []).append(note)
    return found


def _heat(block: ShownBlock, notes: Iterable[Note]) -> int:
    """How much jargon a block has, from 0 to ``HOT``."""
    terms = sum(1 for note in notes if note.finding.rule.startswith(JARGON))
    words = sum(piece.text.count(" ") for piece in block.pieces) + 1
    return min(HOT, round(terms * WORDS_PER_SHADE / words + 0.49)) if terms else 0


def _facts(file: FileReport, look: Look) -> Iterator[Stated]:
    """What the vacancy states, in words."""
    words = look.words["html"]["facts"]
    found = {finding.rule for finding in file.findings}
    for name, value, (_, unclear) in (
        ("pay", pay(file, look), PAY),
        ("hours", hours(file, look), HOURS),
    ):
        instead = look.words["html"]["unclear" if unclear in found else "unsaid"]
        yield Stated(words[name], value or instead, bool(value))
    yield from (Stated(words[name], value) for name, value in _details(file.facts) if value)
    yield from (Stated(name, value) for name, value in asked(file, look))


def _details(facts: Facts | None) -> Iterator[tuple[str, str]]:
    if facts is None or facts.details is None:
        return
    for name, detail in facts.details._asdict().items():
        if detail is not None:
            yield name, detail.value


def _parts(file: FileReport, look: Look) -> Iterator[Part]:
    words = look.words["marks"]
    if file.mark is not None:
        yield from (Part(words[part], file.metrics[f"mark_{part}"]) for part in PARTS)


def _lost(file: FileReport, notes: Iterable[Note], look: Look) -> Iterator[Lost]:
    first: dict[str, int] = {}
    for note in notes:
        first.setdefault(note.finding.rule, note.number)
    for cause, called, points in lost(file, LOST, look):
        yield Lost(called, points, first.get(cause, 0))


def _first(file: FileReport, notes: list[Note]) -> Iterator[Note]:
    """What to do first: what costs the mark most, or else what is gravest."""
    cost = {each["cause"]: each["points"] for each in file.properties.get("mark_deductions", ())}
    said: set[str] = set()

    def weight(note: Note) -> tuple[float, int, int]:
        grave = SEVERITIES.index(note.finding.severity)
        return -cost.get(note.finding.rule, 0.0), grave, note.number

    for note in sorted(notes, key=weight):
        is_worth_it = note.grave or cost.get(note.finding.rule, 0.0) > 0
        if is_worth_it and note.finding.rule not in said and len(said) < FIRST:
            said.add(note.finding.rule)
            yield note


def _suppressed(file: FileReport) -> tuple[tuple[str, int, str, str], ...]:
    return tuple(
        (given.finding.rule, given.finding.place.start.line, given.finding.message, given.reason)
        for given in file.hidden
    )
