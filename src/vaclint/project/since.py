"""Of the findings of a run, those that a change is to blame for: on its lines, or about a document
as a whole where the old text did not have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vaclint.engine import Asked
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Finding, Place
from vaclint.model.sketch import Sketch
from vaclint.model.source import Source, decode
from vaclint.project.changes import Change, Changes
from vaclint.project.limits import limited
from vaclint.project.many import checked
from vaclint.project.plan import Plan


def only_changed(plan: Plan, files: Sequence[FileReport], changes: Changes) -> list[FileReport]:
    """The reports with the findings that changes are to blame for."""
    return [_only_changed(plan, file, changes) if file.findings else file for file in files]


def _only_changed(plan: Plan, file: FileReport, changes: Changes) -> FileReport:
    change = changes.of(file.path)
    if change is not None and not change.old_path:
        return file
    old = _Old(plan, file, changes)
    kept = [each for each in file.findings if _is_changed(each, change, changes, old)]
    return file._replace(findings=tuple(kept))


def has_lower_mark(plan: Plan, file: FileReport, changes: Changes) -> bool:
    """Whether a change is to blame for the mark of a vacancy: it is new, or its old text had a
    better one.
    """
    change = changes.of(file.path)
    if change is None:
        return False
    if not change.old_path:
        return True
    before = _Old(plan, file, changes).mark()
    return before is None or file.mark is None or file.mark < before


def _is_changed(finding: Finding, change: Change | None, changes: Changes, old: _Old) -> bool:
    others = [each for each in finding.related if each.path != finding.path]
    if finding.whole and others:
        return old.is_newly_alike(finding, others[0].path)
    if finding.whole and not finding.related:
        return change is not None and old.lacks(finding)
    if change is not None and _meets(change, finding.place):
        return True
    if finding.whole and change is not None and old.lacks(finding):
        return True
    for each in finding.related:
        there = changes.of(each.path)
        if there is not None and _meets(there, each.place):
            return True
    return False


def _meets(change: Change, place: Place) -> bool:
    start, end = place
    last = end.line - 1 if end.column == 1 and end.line > start.line else end.line
    return change.meets(start.line, last)


class _Old:
    """A file as it was; checked, or compared with another, when that is first asked."""

    def __init__(self, plan: Plan, file: FileReport, changes: Changes) -> None:
        self._plan = plan
        self._file = file
        self._changes = changes
        self._counts: Counter[str] | None = None
        self._texts: set[tuple[str, str]] = set()
        self._now = Counter(each.rule for each in file.findings if each.whole)

    def lacks(self, finding: Finding) -> bool:
        """Whether the old text had fewer findings of this kind about the whole, and not this
        one.
        """
        if self._counts is None:
            found = self._findings()
            self._counts = Counter(each.rule for each in found)
            self._texts = {(each.rule, each.text) for each in found}
        if self._now[finding.rule] <= self._counts[finding.rule]:
            return False
        return not self._counts[finding.rule] or (finding.rule, finding.text) not in self._texts

    def mark(self) -> float | None:
        """The mark of the old text; None for one that could not be read or was no vacancy."""
        report = self._report()
        return report.mark if report else None

    def _findings(self) -> list[Finding]:
        report = self._report()
        return [each for each in report.findings if each.whole] if report else []

    def _report(self) -> FileReport | None:
        path = self._file.path
        source = self._source(path)
        if source is None:
            return None
        index = self._plan.index_of(path)
        return checked(self._plan.setups[index], self._plan.engine_at(index), source)

    def is_newly_alike(self, finding: Finding, other: str) -> bool:
        """Whether two files were not alike before one of them changed."""
        path = finding.path
        changed = [each for each in (path, other) if self._changes.of(each) is not None]
        if not changed:
            return False
        sketches = [self._sketch(other), self._sketch(path)]
        both = [each for each in sketches if each is not None]
        if len(both) < 2:
            return True
        from vaclint.project.compare import compare

        found = compare(both, {path: self._plan.rules_of(path)})
        return not any(each.rule == finding.rule for each in found.get(path, ()))

    def _sketch(self, path: str) -> Sketch | None:
        """What a file was compared by."""
        source = self._source(path)
        if source is None:
            return None
        index = self._plan.index_of(path)
        setup, engine = self._plan.setups[index], self._plan.engine_at(index)
        asked: Asked = setup.asked_for(path)
        try:
            with limited(setup.timeout, path, source.text):
                return engine.sketch(source, asked)
        except Exception:  # an old text that cannot be read was like no other
            return None

    def _source(self, path: str) -> Source | None:
        data = self._changes.old_content(path)
        if data is None:
            return None
        setup = self._plan.setups[self._plan.index_of(path)]
        try:
            return decode(path, data, setup.config.encoding)
        except VaclintError:
            return None
