"""For people: each finding with its line of the source and a caret, equal ones folded, then the
count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby

from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.report import FileReport, Finding, Look, Report
from vaclint.text.escaped import escaped, escaped_path

FOLD = 3
"""From more than this many findings of one WSP rule in one file, they share a line."""

_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1", "dim": "2"}


def render(report: Report, look: Look) -> str:
    """The findings by file, and a summary."""
    parts = []
    for file in report.files:
        for group in _groups(file):
            folded = len(group) > 1 and group[0].rule.startswith("WSP")
            parts.append(_folded(look, group) if folded else _one(look, group[0], group))
    return "".join(parts) + _summary(report, look)


def _paint(look: Look, style: str, text: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if look.color else text


def _groups(file: FileReport) -> Iterator[list[Finding]]:
    """Findings in order, those to be folded together at the place of the first."""
    alike: dict[tuple[str, object], list[Finding]] = defaultdict(list)
    for finding in file.findings:
        alike[_likeness(finding)].append(finding)
    shown = set()
    for finding in file.findings:
        key = _likeness(finding)
        if not key[1] or (finding.rule.startswith("WSP") and len(alike[key]) <= FOLD):
            yield [finding]
        elif key not in shown:
            shown.add(key)
            yield alike[key]


def _likeness(finding: Finding) -> tuple[str, object]:
    """What findings that share a line have in common: a white-space rule, or a rule and a term of
    its lexicon.
    """
    return finding.rule, "white space" if finding.rule.startswith(
        "WSP"
    ) else finding.properties.get("term")


def _head(look: Look, finding: Finding, message: str) -> str:
    start = finding.place.start
    place = _paint(look, "path", f"{escaped_path(finding.path)}:{start.line}:{start.column}")
    code = _paint(
        look, finding.severity, f"{look.words['severity'][finding.severity][0]} {finding.rule}"
    )
    mark = " [*]" if any(fix.applicability == "safe" for fix in finding.fixes) else ""
    return f"{place} {code} {escaped(message)}{mark}\n"


def _one(look: Look, finding: Finding, group: list[Finding]) -> str:
    """A finding with its line; where the same term stands elsewhere too, those lines."""
    message = finding.message
    if len(group) > 1:
        others = ", ".join(map(str, dict.fromkeys(other.place.start.line for other in group[1:])))
        message += look.words["also-on-line"].format(count=len(group), lines=others)
    parts = [_head(look, finding, message)]
    start, end = finding.place
    number = str(start.line)
    stop = end.column - 1 if end.line == start.line else len(finding.line)
    line, caret_at, caret = _cut(
        finding.line, start.column - 1, max(stop, start.column), look.width - len(number) - 6
    )
    gutter = _paint(look, "dim", f"  {number} | ")
    under = _paint(look, "dim", f"  {' ' * len(number)} | ")
    parts.append(
        f"{gutter}{line}\n{under}{' ' * caret_at}{_paint(look, finding.severity, '^' * caret)}\n"
    )
    parts += [f"  {' ' * len(number)} = {note}\n" for note in _notes(look, finding)]
    return "".join(parts)


def _notes(look: Look, finding: Finding) -> Iterator[str]:
    """What the other places of a finding are; those in its own file with the same note are one."""
    for (path, message), others in groupby(finding.related, key=lambda each: (each[0], each[2])):
        places = [place for _, place, _ in others]
        if path != finding.path:
            for place in places:
                yield f"{escaped(message)}: {escaped(path)}:{place.start.line}"
            continue
        lines = [
            f"{start.line}–{end.line}" if end.line > start.line else str(start.line)
            for start, end in places
        ]
        lines = list(dict.fromkeys(lines))
        word = look.words["lines" if len(lines) > 1 or "–" in lines[0] else "line"]
        yield f"{escaped(message)}: {word} {', '.join(lines)}"


def _cut(line: str, start: int, stop: int, width: int) -> tuple[str, int, int]:
    """A long line cut to a window around the finding, with place and length of the caret."""
    if len(line) <= width:
        return _shown(line), start, max(1, min(stop, len(line)) - start)
    first = max(0, min(start - width // 3, len(line) - width))
    last = min(len(line), first + width)
    left, right = ("…" if first else ""), ("…" if last < len(line) else "")
    shown = left + line[first + len(left) : last - len(right)] + right
    return _shown(shown), start - first, max(1, min(stop, last - len(right)) - start)


def _shown(line: str) -> str:
    """A line with as many characters, each of which takes a place and does nothing else."""
    return "".join(" " if char.isspace() else char if char.isprintable() else "�" for char in line)


def _folded(look: Look, group: list[Finding]) -> str:
    lines = list(dict.fromkeys(finding.place.start.line for finding in group))
    listed = ", ".join(map(str, lines[:6])) + (", …" if len(lines) > 6 else "")
    where = look.words["lines"]
    return _head(look, group[0], f"{len(group)}× {group[0].message} ({where} {listed})")


def _summary(report: Report, look: Look) -> str:
    """How many files were checked, what was found in them, and what can be mended."""
    findings = [finding for file in report.files for finding in file.findings]
    files = sum(1 for file in report.files if file.format is not None and not file.is_empty)
    if not files and not findings and not report.errors:
        return f"{_counted(look, 'checked', 0)}.\n"
    parts = [f"{_counted(look, 'checked', files)}:"]
    if report.fixed:
        parts.insert(0, look.words["fixed"].format(count=report.fixed))
    if findings:
        touched = sum(1 for file in report.files if file.findings)
        parts += [_severities(findings, look), _counted(look, "in-files", touched)]
    else:
        parts.append(look.words["nothing"])
    safe = sum(
        1 for finding in findings if any(fix.applicability == "safe" for fix in finding.fixes)
    )
    if safe:
        parts.append(look.words["safe"].format(count=safe))
    unsafe = sum(1 for finding in findings if finding.fixes and _all_unsafe(finding))
    if unsafe:
        parts.append(_counted(look, "unsafe", unsafe))
    if report.errors:
        parts.append(_counted(look, "went-wrong", len(report.errors)))
    return " ".join(parts) + "\n"


def _severities(findings: list[Finding], look: Look) -> str:
    """``2 errors, 1 warning``."""
    counts = Counter(finding.severity for finding in findings)
    names = look.words["severity"]
    return ", ".join(
        f"{counts[name]} {names[name][counts[name] != 1]}" for name in SEVERITIES if counts[name]
    )


def _all_unsafe(finding: Finding) -> bool:
    return all(fix.applicability == "unsafe" for fix in finding.fixes)


def _counted(look: Look, name: str, count: int) -> str:
    """A text for one or for several, with the number."""
    text: str = look.words[name][count != 1]
    return text.format(count=count)
