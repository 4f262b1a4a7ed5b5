"""For people: each finding with its line of the source and a caret, equal ones folded, then the count."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from vaclint.engine.core import FileReport, Finding
from vaclint.reporters import Report

FOLD = 3
"""From more than this many findings of one WSP rule in one file, they share a line."""

_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1", "dim": "2"}
_SEVERITY = {
    "nl": {"error": ("fout", "fouten"), "warning": ("waarschuwing", "waarschuwingen"), "info": ("opmerking", "opmerkingen")},
    "en": {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("remark", "remarks")},
}


def render(report: Report) -> str:
    """The findings by file, and a summary."""
    parts = []
    for file in report.files:
        for group in _groups(file):
            parts.append(_folded(report, group) if len(group) > 1 and group[0].rule.startswith("WSP") else _one(report, group[0], group))
    return "".join(parts) + _summary(report)


def _paint(report: Report, style: str, text: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if report.color else text


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
    """What findings that share a line have in common: a white-space rule, or a rule and a term of its lexicon."""
    return finding.rule, "white space" if finding.rule.startswith("WSP") else finding.properties.get("term")


def _head(report: Report, finding: Finding, message: str) -> str:
    start = finding.place.start
    place = _paint(report, "path", f"{finding.path}:{start.line}:{start.column}")
    code = _paint(report, finding.severity, f"{_SEVERITY[report.language][finding.severity][0]} {finding.rule}")
    mark = " [*]" if any(fix.applicability == "safe" for fix in finding.fixes) else ""
    return f"{place} {code} {message}{mark}\n"


def _one(report: Report, finding: Finding, group: list[Finding]) -> str:
    """A finding with its line; where the same term stands elsewhere too, the lines of the others."""
    message = finding.message
    if len(group) > 1:
        others = ", ".join(map(str, dict.fromkeys(other.place.start.line for other in group[1:])))
        message += {"nl": f" ({len(group)}×, ook op regel {others})", "en": f" ({len(group)}×, also on line {others})"}[report.language]
    parts = [_head(report, finding, message)]
    start, end = finding.place
    number = str(start.line)
    stop = end.column - 1 if end.line == start.line else len(finding.line)
    line, caret_at, caret = _cut(finding.line, start.column - 1, max(stop, start.column), report.width - len(number) - 6)
    gutter = _paint(report, "dim", f"  {number} | ")
    under = _paint(report, "dim", f"  {' ' * len(number)} | ")
    parts.append(f"{gutter}{line}\n{under}{' ' * caret_at}{_paint(report, finding.severity, '^' * caret)}\n")
    for path, place, message in finding.related:
        lines = f"{place.start.line}–{place.end.line}" if place.end.line > place.start.line else str(place.start.line)
        word = {"nl": "regel" if "–" not in lines else "regels", "en": "line" if "–" not in lines else "lines"}
        where = f"{path}:{place.start.line}" if path != finding.path else f"{word[report.language]} {lines}"
        parts.append(f"  {' ' * len(number)} = {message}: {where}\n")
    return "".join(parts)


def _cut(line: str, start: int, stop: int, width: int) -> tuple[str, int, int]:
    """A long line cut to a window around the finding, with the place and length of the caret in it."""
    line = "".join(" " if char.isspace() else char if char.isprintable() else "�" for char in line)
    if len(line) <= width:
        return line, start, max(1, min(stop, len(line)) - start)
    first = max(0, min(start - width // 3, len(line) - width))
    last = min(len(line), first + width)
    left, right = ("…" if first else ""), ("…" if last < len(line) else "")
    shown = left + line[first + len(left) : last - len(right)] + right
    return shown, start - first, max(1, min(stop, last - len(right)) - start)


def _folded(report: Report, group: list[Finding]) -> str:
    lines = list(dict.fromkeys(finding.place.start.line for finding in group))
    listed = ", ".join(map(str, lines[:6])) + (", …" if len(lines) > 6 else "")
    where = {"nl": "regels", "en": "lines"}[report.language]
    return _head(report, group[0], f"{len(group)}× {group[0].message} ({where} {listed})")


def _summary(report: Report) -> str:
    findings = [finding for file in report.files for finding in file.findings]
    counts = Counter(finding.severity for finding in findings)
    names = _SEVERITY[report.language]
    listed = ", ".join(f"{counts[name]} {names[name][counts[name] != 1]}" for name in ("error", "warning", "info") if counts[name])
    files = sum(1 for file in report.files if file.format is not None)
    touched = sum(1 for file in report.files if file.findings)
    safe = sum(1 for finding in findings if any(fix.applicability == "safe" for fix in finding.fixes))
    unsafe = sum(1 for finding in findings if finding.fixes and all(fix.applicability == "unsafe" for fix in finding.fixes))
    if report.language == "nl":
        checked = f"{files} bestand{'en' if files != 1 else ''} gecontroleerd"
        text = f"{checked}: {listed} in {touched} bestand{'en' if touched != 1 else ''}." if findings else f"{checked}: niets gevonden."
        if report.fixed:
            text = f"{report.fixed} hersteld. {text}"
        if safe:
            text += f" [*] {safe} te herstellen met --fix."
        if unsafe:
            text += f" {unsafe} voorstel{'len' if unsafe != 1 else ''} met --fix --unsafe-fixes."
        if report.errors:
            text += f" {len(report.errors)} keer ging er iets mis (zie hierboven)."
    else:
        checked = f"{files} file{'s' if files != 1 else ''} checked"
        text = f"{checked}: {listed} in {touched} file{'s' if touched != 1 else ''}." if findings else f"{checked}: nothing found."
        if report.fixed:
            text = f"{report.fixed} fixed. {text}"
        if safe:
            text += f" [*] {safe} fixable with --fix."
        if unsafe:
            text += f" {unsafe} suggestion{'s' if unsafe != 1 else ''} with --fix --unsafe-fixes."
        if report.errors:
            text += f" {len(report.errors)} thing{'s' if len(report.errors) != 1 else ''} went wrong (see above)."
    return text + "\n"
