"""Where a comment that suppresses a finding may stand, and what it says.

Which of the places is right is not guessed: the caller makes the edit in a copy of the text and
checks that (``is_right``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from vaclint.formats.frontmatter import SUPPRESSING
from vaclint.model.diagnostics import Edit
from vaclint.model.document import MARKED, Document
from vaclint.model.report import FileReport, Finding
from vaclint.model.source import Source
from vaclint.text.named import NamedTuple

_COMMENTS = {".mdx": ("{/* ", " */}"), ".njk": ("{# ", " #}")}
_COMMENT = ("<!-- ", " -->")
_KEYS = {"---": f"{SUPPRESSING}: {{}}", "+++": f'{SUPPRESSING} = "{{}}"'}
"""A key of front matter, by the marks around that."""
_BAR = "|"
"""What ends a row of a table, behind which nothing may stand."""


class Ignoring(NamedTuple):
    """What is to be suppressed: a finding in a text, and what the comment gives as the reason."""

    document: Document
    finding: Finding
    reason: str

    def comment(self, verb: str) -> str:
        """A comment as the format of the text has it."""
        suffix = PurePosixPath(self.document.source.path).suffix.lower()
        opening, closing = _COMMENTS.get(suffix, _COMMENT)
        return f"{opening}{SUPPRESSING}: {self._says(verb)}{closing}"

    def key(self, mark: str) -> str:
        """A line of front matter."""
        return _KEYS[mark].format(self._says("ignore-file")) + self.end

    def _says(self, verb: str) -> str:
        dash = "--" if MARKED in self.document.traits else "–"  # in plain text it is text, too
        return f"{verb} {self.finding.rule} {dash} {self.reason}"

    @property
    def end(self) -> str:
        """How lines end in the text."""
        source = self.document.source
        first = source.lines[0]
        return source.text[first.end : first.next] or "\n"


def edits(ignoring: Ignoring) -> Iterator[Edit]:
    """What may be inserted, the best first."""
    document, finding, _ = ignoring
    in_front_matter = finding.place.start.offset < document.body
    if not finding.whole and not in_front_matter:
        yield _behind(ignoring)
        yield _before(ignoring)
        return
    yield from _key(ignoring)
    end = ignoring.end
    yield _inserted(document.body, f"{ignoring.comment('ignore-file')}{end}{end}")
    if not in_front_matter:
        yield _behind(ignoring)


def is_right(before: FileReport, after: FileReport, rule: str) -> bool:
    """Whether an edit suppressed a finding of a rule, and did nothing else."""
    old = Counter((each.rule, each.text) for each in before.findings)
    new = Counter((each.rule, each.text) for each in after.findings)
    gone = old - new
    return (
        not new - old
        and bool(gone)
        and {code for code, _ in gone} == {rule}
        and (after.suppressed - before.suppressed == gone.total())
    )


def _behind(ignoring: Ignoring) -> Edit:
    """At the end of the line; in a row of a table, in its last cell."""
    source = ignoring.document.source
    line = _line(source, ignoring.finding)
    text = source.text[line[0] : line[1]]
    at = line[0] + len(text.rstrip())
    comment = f" {ignoring.comment('ignore-line')}"
    if text.strip().startswith(_BAR) and text.rstrip().endswith(_BAR):
        return _inserted(at - 1, f"{comment.lstrip()} ")
    return _inserted(at, comment)


def _before(ignoring: Ignoring) -> Edit:
    """On a line of its own, as far to the right as the line below."""
    source = ignoring.document.source
    start, end = _line(source, ignoring.finding)
    text = source.text[start:end]
    indent = text[: len(text) - len(text.lstrip())]
    return _inserted(start, f"{indent}{ignoring.comment('ignore-next-line')}{ignoring.end}")


def _key(ignoring: Ignoring) -> Iterator[Edit]:
    """Behind the first line of the front matter, if there is any without such a key."""
    document = ignoring.document
    source = document.source
    mark = source.text[:3]
    has_key = any(each.key.partition(".")[0] == SUPPRESSING for each in document.front_matter)
    if document.body and mark in _KEYS and not has_key:
        yield _inserted(source.lines[0].next, ignoring.key(mark))


def _line(source: Source, finding: Finding) -> tuple[int, int]:
    """The range of the line that a finding begins on, without its end."""
    line = source.lines[source.line_index(finding.place.start.offset)]
    return line.start, line.end


def _inserted(at: int, text: str) -> Edit:
    return Edit(at, at, text)
