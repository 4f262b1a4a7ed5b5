"""For people: the mark of each vacancy with where its points went, the lowest first, and how often
each rule found something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from vaclint.model.report import FileReport, Look, Report
from vaclint.reporters.stated import PARTS
from vaclint.text.escaped import escaped

SHOWN = 4
"""So many deductions are named for a vacancy."""
SHORTEST, LONGEST = 10, 40
"""Columns that the longest bar may have."""


def render(report: Report, look: Look) -> str:
    """A table of marks, and one of rules; a text that is no vacancy gets no mark."""
    words = look.words["marks"]
    marked = sorted(
        (file for file in report.files if file.mark is not None),
        key=lambda file: (file.mark, file.path),
    )
    lines = (
        ["", "  ".join([words["mark"], *(words[part] for part in PARTS)])]
        if marked
        else ["", words["none"]]
    )
    for file in marked:
        given = [file.metrics["mark"], *(file.metrics[f"mark_{part}"] for part in PARTS)]
        widths = [len(words["mark"]), *(len(words[part]) for part in PARTS)]
        row = "  ".join(
            f"{_number(value, look):>{width}}" for value, width in zip(given, widths, strict=True)
        )
        lines.append(f"{row}  {escaped(file.path)}")
        if lost := _lost(file, words, look):
            lines.append(f"{' ' * len(words['mark'])}  {words['lost']}: {lost}")
    counts = Counter(
        (finding.rule, finding.name) for file in report.files for finding in file.findings
    )
    if counts:
        lines += ["", *bars(counts, look)]
    return "\n".join(lines) + "\n"


def bars(counts: Mapping[tuple[str, str], int], look: Look) -> Iterator[str]:
    """How often each rule found something, the most first, with a bar as long as that."""
    most = max(counts.values())
    digits, names = len(str(most)), max(len(name) for _, name in counts)
    room = max(SHORTEST, min(LONGEST, look.width - digits - names - 12))
    for (code, name), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        bar = "█" * max(1, round(room * count / most))
        yield f"{count:>{digits}}  {code}  {name:<{names}}  {bar}"


def _lost(file: FileReport, words: Mapping[str, str], look: Look) -> str:
    """Where the points went: the largest deductions, with the names of the rules."""
    names = {finding.rule: finding.name for finding in file.findings}
    deductions = file.properties["mark_deductions"][:SHOWN]
    causes = (
        (words.get(each["cause"]) or _rule(each["cause"], names), each["points"])
        for each in deductions
    )
    return ", ".join(f"{cause} −{_number(round(points, 2), look)}" for cause, points in causes)


def _rule(code: str, names: Mapping[str, str]) -> str:
    """A rule with its name, which is not known where its findings are left out."""
    return f"{code} {names[code]}" if code in names else code


def _number(value: float, look: Look) -> str:
    return f"{value:g}".replace(".", look.decimal)
