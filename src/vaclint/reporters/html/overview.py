"""The first page of a report: numbers, marks, rules, pay ranges, and the table of texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Look, Report
from vaclint.model.values import Salary
from vaclint.reporters.html.page import rule_address
from vaclint.reporters.stated import HOURS, PAY, glance, hours, number, pay, title_of
from vaclint.text.named import NamedTuple

RULES = 15
"""So many rules are shown, those that found most."""
RANGES = 60
"""So many pay ranges are drawn beside each other."""
VACANCY = "vacancy"


class Bar(NamedTuple):
    """A bar: what it counts, how many, its share of the longest from 0 to 100, and what else is
    said of it.
    """

    label: str
    number: int
    share: float
    about: str = ""
    href: str = ""


class PayRange(NamedTuple):
    """A pay range beside others of the same unit: its ends from 0 to 100."""

    number: int
    title: str
    told: str
    start: float
    width: float


class Pays(NamedTuple):
    """The pay ranges in the commonest currency and unit, and how many of them are not drawn."""

    unit: str
    ranges: tuple[PayRange, ...]
    more: int
    least: str
    most: str


class Line(NamedTuple):
    """A text in the table."""

    number: int
    file: FileReport
    title: str
    mark: float | None
    pay: str
    hours: str
    counts: tuple[int, ...]
    rules: str
    flags: str
    """Of ``pay`` and ``hours`` those that are missing."""
    order: tuple[float, float]
    """Pay and hours to sort by, -1 for none."""


class Overview(NamedTuple):
    """Everything on the first page."""

    texts: int
    vacancies: int
    mean: float | None
    without_pay: int
    without_hours: int
    severities: tuple[tuple[str, int], ...]
    marks: tuple[Bar, ...]
    families: tuple[Bar, ...]
    rules: tuple[Bar, ...]
    pays: Pays | None
    lines: tuple[Line, ...]
    codes: tuple[tuple[str, str], ...]
    errors: tuple[VaclintError, ...]


def overview(report: Report, files: Sequence[FileReport], look: Look) -> Overview:
    """The first page of a report on some files, which are numbered from 1."""
    lines = tuple(_line(file, at, look) for at, file in enumerate(files, 1))
    vacancies = [line for line in lines if line.file.kind == VACANCY]
    marks = [line.mark for line in lines if line.mark is not None]
    severities: Counter[str] = Counter()
    rules: Counter[tuple[str, str]] = Counter()
    for file in files:
        severities.update(finding.severity for finding in file.findings)
        rules.update((each.rule, look.name_of(each.rule, each.name)) for each in file.findings)
    return Overview(
        len(lines),
        len(vacancies),
        sum(marks) / len(marks) if marks else None,
        sum(1 for line in vacancies if "pay" in line.flags),
        sum(1 for line in vacancies if "hours" in line.flags),
        tuple((name, severities[name]) for name in SEVERITIES),
        tuple(_mark_bars(marks)),
        tuple(_family_bars(rules, look)),
        tuple(_rule_bars(rules, look)),
        _pays(lines, look),
        lines,
        tuple(sorted(rules)),
        report.errors,
    )


def _line(file: FileReport, at: int, look: Look) -> Line:
    words = look.words["html"]
    counts = Counter(finding.severity for finding in file.findings)
    found = {finding.rule for finding in file.findings}
    salary = file.facts.salary if file.facts else None
    stated = file.facts.hours if file.facts else None
    return Line(
        at,
        file,
        title_of(file),
        file.mark,
        glance(file, PAY, pay(file, look), words),
        glance(file, HOURS, hours(file, look), words),
        tuple(counts[name] for name in SEVERITIES),
        " ".join(sorted(found)),
        " ".join(
            name for name, rules in (("pay", PAY), ("hours", HOURS)) if found.intersection(rules)
        ),
        (
            (salary.min or salary.max or -1) if salary else -1,
            (stated.min or stated.max or -1) if stated else -1,
        ),
    )


def _bars(counted: Iterable[tuple[str, int, str, str]]) -> Iterator[Bar]:
    rows = [*counted]
    most = max((count for _, count, _, _ in rows), default=0)
    for label, count, about, href in rows:
        yield Bar(label, count, round(100 * count / most, 1) if most else 0, about, href)


def _mark_bars(marks: Sequence[float]) -> Iterator[Bar]:
    """How many vacancies have a mark from 1 to 2, and so on."""
    if not marks:
        return
    counts = Counter(min(9, int(mark)) for mark in marks)
    yield from _bars((f"{least}–{least + 1}", counts[least], "", "") for least in range(1, 10))


def _family_bars(rules: Counter[tuple[str, str]], look: Look) -> Iterator[Bar]:
    names = look.words["html"]["families"]
    counts: Counter[str] = Counter()
    for (code, _), count in rules.items():
        counts[code[:3]] += count
    told = ((names.get(code, code), count, code, "") for code, count in counts.most_common())
    yield from _bars(told)


def _rule_bars(rules: Counter[tuple[str, str]], look: Look) -> Iterator[Bar]:
    ranked = sorted(rules.items(), key=lambda each: (-each[1], each[0]))[:RULES]
    yield from _bars(
        (code, count, name, rule_address(code, look)) for (code, name), count in ranked
    )


def _pays(lines: Sequence[Line], look: Look) -> Pays | None:
    """The pay ranges in the currency and unit that most vacancies have."""
    stated = [(line, salary) for line in lines if (salary := _sum_of(line.file)) is not None]
    kinds = Counter((salary.currency or "", salary.unit) for _, salary in stated)
    if not kinds:
        return None
    kind, _ = max(kinds.items(), key=lambda each: (each[1], str(each[0])))
    own = sorted(
        (
            (_ends(salary), line)
            for line, salary in stated
            if (salary.currency or "", salary.unit) == kind
        ),
        key=lambda each: (each[0], each[1].number),
    )[:RANGES]
    least, most = min(ends[0] for ends, _ in own), max(ends[1] for ends, _ in own)
    room = (most - least) or 1.0
    return Pays(
        f"{kind[0]} {look.words['summary']['units'].get(kind[1], '')}".strip(),
        tuple(
            PayRange(
                line.number,
                line.title,
                line.pay,
                round(100 * (low - least) / room, 2),
                round(100 * (high - low) / room, 2),
            )
            for (low, high), line in own
        ),
        len(stated) - len(own),
        number(least, look),
        number(most, look),
    )


def _sum_of(file: FileReport) -> Salary | None:
    """The pay of a vacancy where it is a sum in a unit."""
    salary = file.facts.salary if file.facts else None
    if salary is None or salary.unit is None or not (salary.min or salary.max):
        return None
    return salary


def _ends(salary: Salary) -> tuple[float, float]:
    ends = [value for value in (salary.min, salary.max) if value]
    return min(ends), max(ends)
