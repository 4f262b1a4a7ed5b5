"""For people: the mark of each vacancy with where its points went, the lowest first, and how often
each rule found something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from vaclint.model.report import FileReport, Look, Report
from vaclint.reporters.stated import PARTS, asked, calling, lost
from vaclint.text.escaped import escaped

SHOWN = 4
"""So many deductions are named for a vacancy."""
NAMES = 60
"""Columns that what a rule is called may have."""
SHORTEST, LONGEST = 10, 40
"""Columns that the longest bar may have."""


def render(report: Report, look: Look) -> str:
    """A table of marks, and one of rules, which are called by what they find where the report has
    notes on them; a text that is no vacancy gets no mark.
    """
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
        more = (_lost(file, look), " · ".join(f"{name} {told}" for name, told in asked(file, look)))
        lines += [f"{' ' * len(words['mark'])}  {line}" for line in more if line]
    counts = Counter(
        (finding.rule, finding.name) for file in report.files for finding in file.findings
    )
    if counts:
        lines += ["", *bars(counts, calling(look, report.rules))]
    return "\n".join(lines) + "\n"


def bars(counts: Mapping[tuple[str, str], int], look: Look) -> Iterator[str]:
    """How often each rule found something, the most first, with a bar as long as that."""
    most = max(counts.values())
    called = {code: _cut(look.name_of(code, name)) for code, name in counts}
    digits, names = len(str(most)), max(map(len, called.values()))
    room = max(SHORTEST, min(LONGEST, look.width - digits - names - 12))
    for (code, _), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        bar = "█" * max(1, round(room * count / most))
        yield f"{count:>{digits}}  {code}  {called[code]:<{names}}  {bar}"


def _cut(name: str) -> str:
    return name if len(name) <= NAMES else f"{name[: NAMES - 1]}…"


def _lost(file: FileReport, look: Look) -> str:
    """Where the points went: the largest deductions."""
    points = [
        f"{called} −{_number(round(points, 2), look)}"
        for _, called, points in lost(file, SHOWN, look)
    ]
    return f"{look.words['marks']['lost']}: {', '.join(points)}" if points else ""


def _number(value: float, look: Look) -> str:
    return f"{value:g}".replace(".", look.decimal)
