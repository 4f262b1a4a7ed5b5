"""Answers what a client asks about a text that is open, once that is checked as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from lsprotocol import types

from vaclint.faces.server import actions, ignore, symbols
from vaclint.faces.server.actions import KINDS, SHOW_RULE, Shown, Target
from vaclint.faces.server.desk import Desk
from vaclint.faces.server.diagnostics import findings, range_of
from vaclint.faces.server.hover import at_offset, hover_text
from vaclint.faces.server.pages import write_page
from vaclint.faces.server.project import Given
from vaclint.model.diagnostics import Edit
from vaclint.model.source import Source
from vaclint.rulebook.explain import explain
from vaclint.rulebook.rule import Rule

Made = TypeVar("Made")


class Answers:
    """What can be asked at a desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        quick = types.CodeActionOptions(code_action_kinds=KINDS, resolve_provider=True)
        handlers: tuple[tuple[str, Callable[[Any], Any], Any], ...] = (
            (types.TEXT_DOCUMENT_CODE_ACTION, self.code_actions, quick),
            (types.CODE_ACTION_RESOLVE, self.resolved, None),
            (types.TEXT_DOCUMENT_HOVER, self.hover, None),
            (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, self.symbols, None),
            (types.TEXT_DOCUMENT_INLAY_HINT, self.hints, None),
        )
        for method, handler, options in handlers:
            desk.server.feature(method, options)(partial(handler))
        desk.server.command(SHOW_RULE)(partial(self.show_rule))

    async def code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """What can be done about the findings in a range."""
        shown = await self.desk.shown(params.text_document.uri)
        if shown is None or shown.answer.report is None:
            return []
        found = actions.actions(shown, params.range, params.context.only)
        if not self._resolves_edits:
            return [await self.resolved(each) for each in found]
        return found

    async def resolved(self, action: types.CodeAction) -> types.CodeAction:
        """An action with its edit."""
        target = Target.of(action.data) if action.data else None
        shown = await self.desk.shown(target.uri) if target else None
        if target is None or shown is None or shown.version != target.version:
            return action
        given = self.desk.texts[target.uri].given()
        if not target.rule:
            after = await self.desk.work(lambda: self.desk.project.fixed(given))
            if after is not None:
                action.edit = shown.edit(actions.edits_between(shown.source, after))
            return action
        edit = await self.desk.work(lambda: self._suppressing(shown, target, given))
        if edit is not None:
            action.edit = shown.edit([edit])
        elif self._resolves_edits:
            message = shown.words["no-place"].format(code=target.rule)
            self.desk.show_message(message, types.MessageType.Info)
        return action

    def _suppressing(self, shown: Shown, target: Target, given: Given) -> Edit | None:
        """The first edit that suppresses a finding and does nothing else; on the first thread."""
        report = shown.answer.report
        found = (
            each
            for each in findings(shown.answer)
            if each.rule == target.rule and each.place.start.offset == target.offset
        )
        finding = next(found, None)
        if finding is None or report is None:
            return None
        document = self.desk.project.understand(given)[0].document
        for edit in ignore.edits(ignore.Ignoring(document, finding, shown.words["reason"])):
            text = given.source.text
            made = text[: edit.start] + edit.replacement + text[edit.end :]
            after = self.desk.project.check(given._replace(source=Source(given.source.path, made)))
            if after.report and ignore.is_right(report, after.report, target.rule):
                return edit
        return None

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """The advice of the findings at a place, and why."""
        shown = await self.desk.shown(params.text_document.uri)
        if shown is None or shown.answer.speaks is None:
            return None
        at = shown.places.offset(params.position)
        there = list(at_offset(findings(shown.answer), at, at))
        if not there:
            return None
        language = shown.answer.speaks
        codes = {each.rule for each in there}

        def explained() -> dict[str, Rule | None]:
            return {code: self.desk.project.rule(code) for code in codes}

        rules = await self.desk.work(explained) or {}
        texts = [hover_text(each, rules.get(each.rule), shown.answer, language) for each in there]
        content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(texts))
        return types.Hover(content, range_of(there[0].place, shown.places))

    async def symbols(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        """The headings and vacancies of a text."""
        return await self._of_understood(params.text_document.uri, symbols.symbols) or []

    async def hints(self, params: types.InlayHintParams) -> list[types.InlayHint]:
        """Pay and hours as understood, in a range."""
        found = await self._of_understood(params.text_document.uri, symbols.hints) or []
        first, last = params.range.start.line, params.range.end.line
        return [each for each in found if first <= each.position.line <= last]

    async def _of_understood(self, uri: str, make: Callable[..., Iterable[Made]]) -> list[Made]:
        """What is made of a text as it is read."""
        shown = await self.desk.shown(uri)
        if shown is None or shown.answer.speaks is None or shown.answer.report is None:
            return []
        given, language = self.desk.texts[uri].given(), shown.answer.speaks
        understood = await self.desk.work(lambda: self.desk.project.understand(given))
        return list(make(understood, language, shown.places)) if understood else []

    async def show_rule(self, code: str, language: str) -> str | None:
        """Show what explains a rule: as a page where the client can open one, or else as a
        message.
        """

        def explained() -> str | None:
            rule = self.desk.project.rule(code)
            return explain(rule, self.desk.project.language(language)) if rule else None

        text = await self.desk.work(explained)
        if text is None:
            return None
        window = self.desk.server.client_capabilities.window
        page = write_page(code, language, text)
        if page is not None and window and window.show_document and window.show_document.support:
            asked = types.ShowDocumentParams(page.as_uri(), take_focus=True)
            self.desk.server.window_show_document(asked)
        else:
            self.desk.show_message(text, types.MessageType.Info)
        return text

    @property
    def _resolves_edits(self) -> bool:
        """Whether the client asks for the edit of an action when it is chosen."""
        capabilities = self.desk.server.client_capabilities.text_document
        action = capabilities.code_action if capabilities else None
        support = action.resolve_support if action else None
        return support is not None and "edit" in support.properties
