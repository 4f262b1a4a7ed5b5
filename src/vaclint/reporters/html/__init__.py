"""A page for people who look rather than read: marks, missing pay and hours, pay ranges, a table
to search, and each vacancy with its findings underlined in its text.

One file that needs no network: the rules that found something are explained at its end, and every
code of a rule leads there. What is quoted is escaped by the templates; the page holds its own
script to its digest, so that no other runs. The text of a vacancy waits in the page unread until
it is opened. Where a report would grow over ``LIMIT`` they stand in a folder beside it instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vaclint.model.report import FileReport, Look, Report, RuleNote
from vaclint.reporters.html.overview import overview
from vaclint.reporters.html.page import frame, templates
from vaclint.reporters.html.vacancy import view
from vaclint.reporters.stated import calling

LIMIT = 20_000_000
"""So many bytes of vacancies stand in the report itself."""
RULES_PAGE = "rules.html"
"""The page of a folder that explains the rules."""


def render(report: Report, look: Look) -> Iterator[str]:
    """The report as one file."""
    return _report(report, _leading(look, report, ""), "")


def render_apart(
    report: Report, look: Look, folder: str
) -> Iterator[tuple[str, Iterator[str]]] | None:
    """The vacancies as files of a folder beside the report, and the report without them; None for
    one that is small enough to be one file.
    """
    if sum(map(_size, report.files)) <= LIMIT:
        return None
    return _apart(report, look, folder)


def render_rules(rules: Iterable[RuleNote], look: Look) -> str:
    """A page that explains rules."""
    return templates(look).get_template("rules.html.j2").render(**frame(), rules=rules)


def _size(file: FileReport) -> int:
    """Roughly the bytes that a vacancy takes in a page, by its text and its findings."""
    text = sum(len(piece.text) for block in file.blocks for piece in block.pieces)
    return 2 * text + 160 * len(file.blocks) + 900 * len(file.findings)


def _apart(report: Report, look: Look, folder: str) -> Iterator[tuple[str, Iterator[str]]]:
    inside = _leading(look, report, RULES_PAGE)
    made = templates(inside)
    template = made.get_template("one.html.j2")
    for number, file in enumerate(_read(report), 1):
        shown = view(file, inside, number, report)
        yield f"{number}.html", template.generate(**frame(), vacancy=shown)
    if rules := rules_found(report):
        page = made.get_template("rules.html.j2")
        yield RULES_PAGE, page.generate(**frame(), rules=rules)
    yield "", _report(report, _leading(look, report, f"{folder}{RULES_PAGE}"), folder)


def _leading(look: Look, report: Report, page: str) -> Look:
    """A look whose codes of rules lead to their explanation on a page of the report, where it has
    one, and whose rules are called by what they find.
    """
    if not report.rules:
        return look
    return calling(look, report.rules)._replace(rules_at=f"{page}#r{{code}}")


def rules_found(report: Report) -> tuple[RuleNote, ...]:
    """The notes on those rules that found something."""
    found = {finding.rule for file in report.files for finding in file.findings}
    return tuple(rule for rule in report.rules if rule.code in found)


def _read(report: Report) -> list[FileReport]:
    return [file for file in report.files if file.format is not None]


def _report(report: Report, look: Look, folder: str) -> Iterator[str]:
    files = _read(report)
    made = templates(look)
    alone = view(files[0], look, 1, report) if len(files) == 1 and not folder else None
    shown = overview(report, files, look)
    rules = () if folder else rules_found(report)
    page = made.get_template("report.html.j2")
    yield from page.generate(**frame(), overview=shown, alone=alone, folder=folder, rules=rules)
    if alone is None and not folder:
        template = made.get_template("vacancy.html.j2")
        for number, file in enumerate(files, 1):
            html = template.render(vacancy=view(file, look, number, report), back=True)
            yield f'<script type="text/plain" id="d{number}">{html}</script>\n'
    yield made.get_template("end.html.j2").render(**frame())
