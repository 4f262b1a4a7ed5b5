"""What a vacancy states, at a glance and in the words of a language, for reports for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vaclint.model.report import FileReport, Look, RuleNote

PAY = ("SAL001", "SAL002")
HOURS = ("HRS001", "HRS002")
"""The rules on what is missing, and on what is unclear."""


PARTS = ("completeness", "inclusion", "clarity", "correctness")
"""The parts of a mark."""


def title_of(file: FileReport) -> str:
    """What a text is called: its title, or else its path."""
    return (file.facts.title if file.facts else None) or file.path


def badness(file: FileReport) -> tuple[float, int, str]:
    """To sort by: the lowest marks first, then most errors and warnings."""
    grave = sum(1 for finding in file.findings if finding.severity != "info")
    return file.mark or 0.0, -grave, file.path


def glance(file: FileReport, rules: tuple[str, str], value: str, words: Mapping[str, Any]) -> str:
    """What a vacancy says, or that it is missing or unclear."""
    found = {finding.rule for finding in file.findings}
    missing, unclear = rules
    if missing in found:
        return str(words["missing"])
    if value:
        return value
    return str(words["unclear" if unclear in found else "none"])


def pay(file: FileReport, look: Look) -> str:
    """What a vacancy pays; empty where it does not say."""
    words = look.words["summary"]
    salary = file.facts.salary if file.facts else None
    if salary is None:
        return ""
    amounts = _range(salary.min, salary.max, look, cents=True)
    if not amounts:
        return str(words["scale"].format(value=salary.scale.value)) if salary.scale else ""
    unit = words["units"].get(salary.unit, "")
    return " ".join(part for part in (salary.currency or "", amounts, unit) if part)


def hours(file: FileReport, look: Look) -> str:
    """For how many hours a vacancy is; empty where it does not say."""
    words = look.words["summary"]
    stated = file.facts.hours if file.facts else None
    if stated is None:
        return ""
    if told := _range(stated.min, stated.max, look):
        return str(words["per-week"].format(hours=told))
    return str(words["fte"].format(fte=number(stated.fte, look))) if stated.fte else ""


def asked(file: FileReport, look: Look) -> Iterator[tuple[str, str]]:
    """What is asked of a vacancy besides its findings, each with its name: how much is about its
    reader, its demands and clichés beside the average, and how much of its offer can be held to.
    """
    words, metrics = look.words["asked"], file.metrics
    if (focus := metrics.get("reader_focus")) is not None:
        yield words["reader_focus"], f"{round(100 * focus)} %"
    for name, usual in file.properties.get("usual", {}).items():
        if metrics.get(name):
            values = {"count": number(metrics[name], look), "usual": number(usual, look)}
            yield words[name], words["usual"].format(**values)
    if "offers" in metrics:
        part, count = number(metrics["concrete_offers"], look), number(metrics["offers"], look)
        yield words["offers"], words["part"].format(part=part, count=count)


def lost(file: FileReport, most: int, look: Look) -> Iterator[tuple[str, str, float]]:
    """For what a mark lost most points: the cause, what that is called, and the points."""
    words = look.words["marks"]
    names = {finding.rule: finding.name for finding in file.findings}
    for each in file.properties.get("mark_deductions", ())[:most]:
        cause = each["cause"]
        if cause in names:
            called = f"{cause} {look.name_of(cause, names[cause])}"
        else:
            called = str(words.get(cause, cause))
        yield cause, called, each["points"]


def calling(look: Look, rules: Iterable[RuleNote]) -> Look:
    """A look whose rules are called by what they find, as far as there are notes on them."""
    return look._replace(called={rule.code: rule.summary.removesuffix(".") for rule in rules})


def _range(least: float | None, most: float | None, look: Look, *, cents: bool = False) -> str:
    ends = [value for value in (least, most) if value is not None]
    cents = cents and any(value != int(value) for value in ends)
    return "–".join(dict.fromkeys(number(value, look, cents=cents) for value in ends))


def number(value: float, look: Look, *, cents: bool = False) -> str:
    """``3,100`` or ``3.100``; no more than two decimals, and just two of a sum with cents."""
    text = f"{value:,.2f}"
    if not cents:
        text = text.rstrip("0").rstrip(".")
    if look.decimal == ".":
        return text
    return text.replace(",", " ").replace(".", look.decimal).replace(" ", ".")
