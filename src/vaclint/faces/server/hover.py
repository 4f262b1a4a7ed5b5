"""What a pointer on a finding shows: the advice, why, and where to read more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vaclint.faces.server.diagnostics import description
from vaclint.faces.server.project import Answer
from vaclint.languages.language import Language
from vaclint.model.report import Finding
from vaclint.rulebook.rule import Rule
from vaclint.text.escaped import escaped


def at_offset(findings: Iterable[Finding], start: int, end: int) -> Iterator[Finding]:
    """The findings that have something in common with a range, or touch it."""
    for finding in findings:
        if finding.place.start.offset <= end and start <= finding.place.end.offset:
            yield finding


def hover_text(finding: Finding, rule: Rule | None, answer: Answer, language: Language) -> str:
    """A finding as Markdown, in a language."""
    parts = [f"**{finding.rule}** {_plain(finding.message)}"]
    if rule is not None:
        texts = rule.texts_in(language.code)
        label = language.section("output")["rule"]["why"]
        parts += [f"*{label}:* {' '.join(texts.why.split())}"] if texts.why.strip() else []
    page = description(finding.rule, answer)
    summary = rule.texts_in(language.code).summary if rule else finding.name
    if page is not None:
        parts.append(f"[{finding.rule}: {summary}]({page.href})")
    return "\n\n".join(parts)


_MARKS = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~"})


def _plain(text: str) -> str:
    """A message, which quotes the text, on one line and without what would be marks in it."""
    return escaped(text).translate(_MARKS)
