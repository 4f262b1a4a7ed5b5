"""A summary in Markdown, for ``$GITHUB_STEP_SUMMARY`` or a merge request: the worst vacancies
first, with their marks, pay and hours, and then what was found in each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.report import FileReport, Look, Report
from vaclint.reporters.counted import by_severity
from vaclint.reporters.stated import HOURS, PAY, badness, glance, hours, number, pay
from vaclint.text.escaped import escaped

LIMIT = 1_000_000
"""So many bytes GitHub takes of a step's summary, less a line's worth: its limit is 1 MiB."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#+\-!|~&@]")
_ICONS = {"error": "🛑", "warning": "⚠️", "info": "💬"}
_WORST = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def render(report: Report, look: Look) -> str:
    """The summary; what does not fit is left out, and that is said."""
    text, whole = _fitting(_parts(report, look))
    return text if whole else f"{text}\n{look.words['summary']['cut']}\n"


def notes(report: Report, look: Look) -> Iterator[str]:
    """Whether the summary was cut."""
    if not _fitting(_parts(report, look))[1]:
        yield look.words["markdown-cut"].format(limit=LIMIT)


def _fitting(parts: Iterable[str]) -> tuple[str, bool]:
    """The parts that fit, and whether those are all."""
    taken: list[str] = []
    size = 0
    for part in parts:
        size += len(part.encode("utf-8", "replace"))
        if size > LIMIT:
            return "".join(taken), False
        taken.append(part)
    return "".join(taken), True


def _parts(report: Report, look: Look) -> Iterator[str]:
    words = look.words["summary"]
    findings = [finding for file in report.files for finding in file.findings]
    counts = by_severity(findings, look) or look.words["nothing"].rstrip(".")
    yield f"# {words['title']}\n\n{_checked(report, look)} {counts}.\n"
    vacancies = sorted((file for file in report.files if file.mark is not None), key=badness)
    others = sorted(
        (file for file in report.files if file.mark is None and file.findings),
        key=badness,
    )
    if vacancies:
        heads = [words["mark"], words["vacancy"], words["pay"], words["hours"], *_heads(look)]
        yield f"\n{_row(heads)}{_row(['---:', '---', '---', '---', '---:', '---:', '---:'])}"
        yield from (_vacancy(file, words, look) for file in vacancies)
    if report.errors:
        yield f"\n## {words['wrong']}\n\n"
        yield from (f"- {_plain(error.path)}: {_plain(error.message)}\n" for error in report.errors)
    yield from (part for file in vacancies for part in _details(file, words, look))
    if others:
        yield f"\n## {words['other']}\n"
    yield from (part for file in others for part in _details(file, words, look))


def _checked(report: Report, look: Look) -> str:
    count = sum(1 for file in report.files if file.format is not None and not file.is_empty)
    text: str = look.words["checked"][count != 1]
    return f"{text.format(count=count)}:"


def _heads(look: Look) -> list[str]:
    return [f"{_ICONS[name]} {look.words['severity'][name][1]}" for name in SEVERITIES]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _vacancy(file: FileReport, words: Mapping[str, Any], look: Look) -> str:
    counts = Counter(finding.severity for finding in file.findings)
    title = file.facts.title if file.facts else None
    name = f"{_plain(title)}<br>{_plain(file.path)}" if title else _plain(file.path)
    return _row(
        [
            number(file.metrics["mark"], look),
            name,
            _plain(glance(file, PAY, pay(file, look), words)),
            _plain(glance(file, HOURS, hours(file, look), words)),
            *(str(counts[severity] or "") for severity in SEVERITIES),
        ]
    )


def _details(file: FileReport, words: Mapping[str, Any], look: Look) -> Iterator[str]:
    """The errors and warnings of a file, folded, and how many remarks there are besides."""
    grave = [finding for finding in file.findings if finding.severity != "info"]
    remarks = len(file.findings) - len(grave)
    if not grave:
        return
    counts = by_severity(grave, look)
    told = (
        f"{counts}, {words['remarks'][remarks != 1].format(count=remarks)}" if remarks else counts
    )
    yield f"\n<details><summary>{_plain(file.path)}: {told}</summary>\n\n"
    yield f"{_row([words['where'], '', words['what']])}{_row(['---:', '---', '---'])}"
    for finding in sorted(grave, key=lambda each: (_WORST[each.severity], each.order)):
        message = f"{_ICONS[finding.severity]} {_plain(finding.message)}"
        yield _row([str(finding.place.start.line), finding.rule, message])
    yield "\n</details>\n"


def _plain(text: str) -> str:
    """A text of somebody else as it stands, with no markup, mention or line break in it."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", escaped(text))
