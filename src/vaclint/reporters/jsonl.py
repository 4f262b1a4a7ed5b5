"""The JSON report an object to a line, for programs that read it as it comes: each says with
``type`` what it is: the ``run``, a ``file``, a ``diagnostic``, an ``error``, the ``summary``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vaclint import __version__
from vaclint.model.report import Look, Report
from vaclint.reporters.json import SCHEMA_VERSION, error_of, file_of, finding_of, summary_of
from vaclint.reporters.shared import as_json, findings_of


def render(report: Report, look: Look) -> Iterator[str]:
    """The report in parts, a line each, in the order of the JSON report; the summary is last."""
    files = sorted(report.files, key=lambda file: file.path)
    tool = {"name": "vaclint", "version": __version__}
    yield _line("run", {"schema_version": SCHEMA_VERSION, "tool": tool})
    for file in files:
        if file.format is not None:
            yield _line("file", file_of(file))
    for finding in findings_of(report):
        yield _line("diagnostic", finding_of(finding))
    for error in sorted(report.errors, key=lambda error: (error.path, error.message)):
        yield _line("error", error_of(error))
    yield _line("summary", summary_of(files, report))


def _line(kind: str, data: dict[str, Any]) -> str:
    return as_json({"type": kind, **data}, indent=None) + "\n"
