"""For people: the mark of each vacancy with where its points went, the lowest first, and how often each rule found something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from vaclint.engine.core import FileReport
from vaclint.facts.wording import plain
from vaclint.engine.marks import PARTS
from vaclint.reporters import Report

SHOWN = 4
"""So many deductions are named for a vacancy."""

_WORDS = {
    "nl": {
        "mark": "cijfer", "completeness": "volledig", "inclusion": "inclusief", "clarity": "helder", "correctness": "verzorgd",
        "title": "geen functietitel", "amount": "schaal zonder bedrag",
        "jargon_density": "jargon", "reading_ease": "leesbaarheid", "none": "Geen vacature, dus geen cijfer.", "lost": "kwijt",
    },
    "en": {
        "mark": "mark", "completeness": "complete", "inclusion": "inclusive", "clarity": "clear", "correctness": "correct",
        "title": "no job title", "amount": "scale without an amount",
        "jargon_density": "jargon", "reading_ease": "reading ease", "none": "No vacancy, so no mark.", "lost": "lost",
    },
}  # fmt: skip


def render(report: Report) -> str:
    """A table of marks, and one of rules; a text that is no vacancy gets no mark."""
    words = _WORDS[report.language]
    marked = sorted((file for file in report.files if "mark" in file.metrics), key=lambda file: (file.metrics["mark"], file.path))
    lines = ["", "  ".join([words["mark"], *(words[part] for part in PARTS)])] if marked else ["", words["none"]]
    for file in marked:
        given = [file.metrics["mark"], *(file.metrics[f"mark_{part}"] for part in PARTS)]
        widths = [len(words["mark"]), *(len(words[part]) for part in PARTS)]
        row = "  ".join(f"{plain(value, report.language):>{width}}" for value, width in zip(given, widths, strict=True))
        lines.append(f"{row}  {file.path}")
        if lost := _lost(file, words, report.language):
            lines.append(f"{' ' * len(words['mark'])}  {words['lost']}: {lost}")
    counts = Counter((finding.rule, finding.name) for file in report.files for finding in file.findings)
    if counts:
        width = len(str(max(counts.values())))
        lines.append("")
        lines += [
            f"{count:>{width}}  {code}  {name}" for (code, name), count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        ]
    return "\n".join(lines) + "\n"


def _lost(file: FileReport, words: Mapping[str, str], language: str) -> str:
    """Where the points went: the largest deductions, with the names of the rules."""
    names = {finding.rule: finding.name for finding in file.findings}
    deductions = file.properties["mark_deductions"][:SHOWN]
    causes = ((words.get(each["cause"]) or f"{each['cause']} {names[each['cause']]}", each["points"]) for each in deductions)
    return ", ".join(f"{cause} −{plain(round(points, 2), language)}" for cause, points in causes)
