"""What a run over many rows came to, in numbers; and its exit code."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from vaclint.project.gate import FOUND, PASSED, WENT_WRONG, severities_from

REMARKS = frozenset({"null", "empty"})
"""Errors of a row that are none of the run, as an empty file is none."""


class Tally:
    """The numbers of a run; each row is counted once."""

    def __init__(self, least: float | None = None) -> None:
        """``least`` is the lowest mark that an advert may have."""
        self.rows = 0
        self.least = least
        self.low = 0
        """How many adverts have a lower mark."""
        self.errors: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.marks: list[float] = [0, 0]
        """How many rows have a mark, and the sum of them."""

    def add(self, batch: pa.RecordBatch) -> None:
        """Count the rows of a batch."""
        self.rows += len(batch)
        findings = pc.list_flatten(batch.column("findings"))
        counted = (
            (self.errors, batch.column("error")),
            (self.kinds, batch.column("kind")),
            (self.languages, batch.column("language")),
            (self.severities, pc.struct_field(findings, "severity")),
            (self.rules, pc.struct_field(findings, "rule")),
        )
        for counter, column in counted:
            counter.update(_counts(column))
        marks = batch.column("mark").drop_null()
        self.marks[0] += len(marks)
        self.marks[1] += pc.sum(marks).as_py() or 0.0
        if self.least is not None:
            self.low += pc.sum(pc.less(marks, self.least)).as_py() or 0

    @property
    def mark(self) -> float | None:
        """The mean mark; None where no row has one."""
        number, total = self.marks
        return total / number if number else None

    def exit_code(self, fail_on: str) -> int:
        """The exit code, as ``vaclint check`` has it for as many files: 2 for a row that could not
        be read, 1 for a finding from a severity on, or a mark that is too low.
        """
        if self.errors.keys() - REMARKS:
            return WENT_WRONG
        if self.low or any(self.severities[each] for each in severities_from(fail_on)):
            return FOUND
        return PASSED


def _counts(column: pa.Array) -> dict[str, int]:
    """How often each value stands in a column."""
    counted: list[dict[str, Any]] = pc.value_counts(column.drop_null()).to_pylist()
    return {each["values"]: each["counts"] for each in counted}
