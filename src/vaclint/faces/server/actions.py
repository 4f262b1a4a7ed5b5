"""What can be done about findings: mend them, ignore them with a reason, read their rule; and mend
all that is safe in a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from lsprotocol import types

from vaclint.faces.server.diagnostics import diagnostic, findings
from vaclint.faces.server.hover import at_offset
from vaclint.faces.server.positions import Positions
from vaclint.faces.server.project import Answer
from vaclint.model.diagnostics import Edit
from vaclint.model.report import Finding
from vaclint.model.source import Source
from vaclint.text.escaped import escaped
from vaclint.text.named import NamedTuple

QUICK = types.CodeActionKind.QuickFix.value
ALL = f"{types.CodeActionKind.SourceFixAll.value}.vaclint"
KINDS = [QUICK, ALL]
SHOW_RULE = "vaclint.showRule"
"""The command that shows a rule: by its code, in a language."""


class Shown(NamedTuple):
    """A text as it was answered about."""

    uri: str
    version: int
    source: Source
    answer: Answer
    places: Positions
    versioned: bool = True
    """Whether the client takes edits that name the version they are for."""

    @property
    def words(self) -> dict[str, Any]:
        """The texts of the server, in the language of the text."""
        found: dict[str, Any] = (
            self.answer.speaks.section("output")["server"] if self.answer.speaks else {}
        )
        return found

    def edit(self, edits: Sequence[Edit]) -> types.WorkspaceEdit:
        """Edits of the text, for this version of it."""
        if not self.versioned:
            return types.WorkspaceEdit(changes={self.uri: self.places.edits(edits)})
        document = types.OptionalVersionedTextDocumentIdentifier(self.uri, self.version)
        changes = list(self.places.edits(edits))
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])


class Target(NamedTuple):
    """What an action is about whose edit is made when it is chosen."""

    uri: str
    version: int
    rule: str = ""
    offset: int = 0

    @classmethod
    def of(cls, data: Any) -> Target | None:
        """From what the client hands back; None where that is not ours."""
        try:
            return cls(**data)
        except TypeError:
            return None


def actions(
    shown: Shown, wanted: types.Range, only: Sequence[str] | None
) -> list[types.CodeAction]:
    """What can be done about the findings in a range, and about the text; of some kinds only."""
    found: list[types.CodeAction] = []
    if _asks(only, QUICK):
        start, end = shown.places.offset(wanted.start), shown.places.offset(wanted.end)
        there = list(at_offset(findings(shown.answer), start, end))
        found += [fix for finding in there for fix in _fixes(shown, finding)]
        found += [_ignore(shown, each) for each in there]
        found += [_show(shown, each) for each in {each.rule: each for each in there}.values()]
    if _asks(only, ALL) and _has_safe(findings(shown.answer)):
        target = Target(shown.uri, shown.version)
        title = shown.words["fix-all"]
        found.append(types.CodeAction(title, ALL, data=target._asdict()))
    return found


def _asks(only: Sequence[str] | None, kind: str) -> bool:
    """Whether a kind is asked for; kinds nest by their points."""
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)


def _has_safe(found: Sequence[Finding]) -> bool:
    return any(fix.applicability == "safe" for each in found for fix in each.fixes)


def _fixes(shown: Shown, finding: Finding) -> Iterator[types.CodeAction]:
    about = [diagnostic(finding, shown.answer, shown.uri, shown.places)]
    for fix in finding.fixes:
        title = escaped(shown.words[fix.applicability].format(fix=fix.message))
        yield types.CodeAction(
            title,
            types.CodeActionKind.QuickFix,
            diagnostics=about,
            is_preferred=fix.applicability == "safe",
            edit=shown.edit(fix.edits),
        )


def _ignore(shown: Shown, finding: Finding) -> types.CodeAction:
    target = Target(shown.uri, shown.version, finding.rule, finding.place.start.offset)
    return types.CodeAction(
        shown.words["ignore"].format(code=finding.rule),
        types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, shown.answer, shown.uri, shown.places)],
        data=target._asdict(),
    )


def _show(shown: Shown, finding: Finding) -> types.CodeAction:
    title = shown.words["show"].format(code=finding.rule)
    language = shown.answer.speaks.code if shown.answer.speaks else ""
    command = types.Command(title, SHOW_RULE, arguments=[finding.rule, language])
    return types.CodeAction(
        title,
        types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, shown.answer, shown.uri, shown.places)],
        command=command,
    )


def edits_between(before: Source, after: Source) -> list[Edit]:
    """What makes one text the other, line by line, and leaves the rest alone."""
    old, new = (
        [each.text[line.start : line.next] for line in each.lines] for each in (before, after)
    )
    starts = [*(line.start for line in before.lines), len(before.text)]
    return [
        Edit(starts[first], starts[last], "".join(new[start:end]))
        for tag, first, last, start, end in SequenceMatcher(None, old, new).get_opcodes()
        if tag != "equal"
    ]
