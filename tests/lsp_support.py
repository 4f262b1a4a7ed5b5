"""An editor for tests: a real client that talks with ``vaclint server`` over stdio."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

pytest.importorskip(
    "pygls", reason="the extra vaclint[server] is not installed: pip install -e '.[server]'"
)
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from cli_support import REMOVED
from vaclint.faces.server.positions import Positions
from vaclint.model.source import Source

__all__ = ["CACHE", "SECONDS", "Editor", "Positions", "Source", "capabilities", "editing", "types"]
SECONDS = 120.0
"""How long an answer may take, on a machine that does much else."""
CACHE = Path(tempfile.gettempdir()) / "vaclint-tests-of-the-server"
"""Shared by all tests, so that rules are read once; the server runs in a process of its own."""
Got = TypeVar("Got")


def capabilities(
    encodings: list[str] | None = None, *, resolves: bool = True, watches: bool = True
) -> types.ClientCapabilities:
    """What a client can do."""
    resolve = types.ClientCodeActionResolveOptions(["edit"]) if resolves else None
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=encodings),
        text_document=types.TextDocumentClientCapabilities(
            code_action=types.CodeActionClientCapabilities(resolve_support=resolve)
        ),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=resolves),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=watches
            ),
        ),
        window=types.WindowClientCapabilities(
            show_document=types.ShowDocumentClientCapabilities(support=True)
        ),
    )


class Editor:
    """One client with its server, used from the thread of the test; what the server says is kept.

    Positions are handed over as offsets in code points.
    """

    def __init__(self, can: types.ClientCapabilities, folders: list[Path]) -> None:
        self.can = can
        self.folders = folders
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.history: list[types.PublishDiagnosticsParams] = []
        self.messages: list[str] = []
        self.shown: list[str] = []
        self.registered: list[types.Registration] = []
        self.encoding = "utf-16"
        self.initialized: types.InitializeResult
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._news = asyncio.Event()
        self.client = LanguageClient("test", "1")

    def _listen(self) -> None:
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.published[params.uri] = params
            self.history.append(params)
            self._news.set()

        def message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self._news.set()

        def document(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.shown.append(params.uri)
            self._news.set()
            return types.ShowDocumentResult(True)

        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

        handlers: dict[str, Callable[[Any], Any]] = {
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: published,
            types.WINDOW_SHOW_MESSAGE: message,
            types.WINDOW_SHOW_DOCUMENT: document,
            types.CLIENT_REGISTER_CAPABILITY: register,
        }
        for method, handler in handlers.items():
            self.client.feature(method)(handler)

    def do(self, work: Coroutine[Any, Any, Got]) -> Got:
        """Wait for something."""
        waited = asyncio.wait_for(work, SECONDS)
        return asyncio.run_coroutine_threadsafe(waited, self._loop).result(SECONDS + 5)

    def start(self, *arguments: str, cwd: Path, cache: Path) -> None:
        """Start the server and say hello."""
        self._listen()
        environment = {name: value for name, value in os.environ.items() if name not in REMOVED}
        environment["VACLINT_CACHE_DIR"] = str(cache)
        command = [sys.executable, "-m", "vaclint", "server", *arguments]
        self.do(self.client.start_io(*command, cwd=str(cwd), env=environment))
        folders = [types.WorkspaceFolder(each.as_uri(), each.name) for each in self.folders]
        asked = types.InitializeParams(
            self.can, process_id=os.getpid(), root_uri=None, workspace_folders=folders
        )
        self.initialized = self.do(self.client.initialize_async(asked))
        self.encoding = str(
            getattr(
                self.initialized.capabilities.position_encoding,
                "value",
                self.initialized.capabilities.position_encoding,
            )
        )
        self.tell(self.client.initialized, types.InitializedParams())

    def tell(self, notify: Any, params: Any) -> None:
        """Send a notification."""

        async def send() -> None:
            notify(params)

        self.do(send())

    def stop(self) -> int | None:
        """Say goodbye; the exit code of the server."""
        self.do(self.client.shutdown_async(None))
        self.tell(self.client.exit, None)

        async def ended() -> int | None:
            server = self.client._server
            code = await server.wait() if server else None
            await self.client.stop()  # type: ignore[no-untyped-call]
            return code

        return self.do(ended())

    # What somebody does at a keyboard

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        """Open a text."""
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.tell(self.client.text_document_did_open, types.DidOpenTextDocumentParams(item))

    def type(self, uri: str, *edits: tuple[int, int, str]) -> None:
        """Replace ranges of a text, each in the text that the one before it left."""
        changes: list[types.TextDocumentContentChangeEvent] = []
        text = self.texts[uri]
        for start, end, new in edits:
            where = Positions(Source("", text), self.encoding).range(start, end)
            changes.append(types.TextDocumentContentChangePartial(where, new))
            text = text[:start] + new + text[end:]
        self.texts[uri] = text
        self.versions[uri] += 1
        self.tell(
            self.client.text_document_did_change,
            types.DidChangeTextDocumentParams(self._versioned(uri), changes),
        )

    def save(self, uri: str) -> None:
        """Tell that a text was saved."""
        params = types.DidSaveTextDocumentParams(self._named(uri))
        self.tell(self.client.text_document_did_save, params)

    def close(self, uri: str) -> None:
        """Close a text."""
        params = types.DidCloseTextDocumentParams(self._named(uri))
        self.tell(self.client.text_document_did_close, params)

    def files_changed(self, *paths: Path) -> None:
        """Tell that files changed on disk."""
        kind = types.FileChangeType.Changed
        changes = [types.FileEvent(path.as_uri(), kind) for path in paths]
        params = types.DidChangeWatchedFilesParams(changes)
        self.tell(self.client.workspace_did_change_watched_files, params)

    # What somebody sees

    def found(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics of a text as it is now."""
        self.wait(lambda: self._is_current(uri))
        return list(self.published[uri].diagnostics)

    def codes(self, uri: str) -> list[str]:
        """The rules of the diagnostics of a text as it is now."""
        return [str(each.code) for each in self.found(uri)]

    def again(self, uri: str) -> list[str]:
        """The rules of the diagnostics that come next."""
        before = len(self.history)
        self.wait(lambda: any(each.uri == uri for each in self.history[before:]))
        return self.codes(uri)

    def covered(self, uri: str, code: str) -> list[str]:
        """The texts that the diagnostics of a rule cover."""
        return [self.at(uri, each.range) for each in self.found(uri) if each.code == code]

    def at(self, uri: str, where: types.Range) -> str:
        """The text of a range."""
        places = Positions(Source("", self.texts[uri]), self.encoding)
        return self.texts[uri][places.offset(where.start) : places.offset(where.end)]

    def range(self, uri: str, start: int, end: int | None = None) -> types.Range:
        """A range by its offsets."""
        end = start if end is None else end
        return Positions(Source("", self.texts[uri]), self.encoding).range(start, end)

    def actions(self, uri: str, at: int, only: list[str] | None = None) -> list[types.CodeAction]:
        """What can be done at an offset."""
        context = types.CodeActionContext([], only=only)
        params = types.CodeActionParams(self._named(uri), self.range(uri, at), context)
        found = self.do(self.client.text_document_code_action_async(params)) or []
        return [each for each in found if isinstance(each, types.CodeAction)]

    def commands(self, uri: str, at: int) -> list[str]:
        """The titles of the commands at an offset; the client's library takes an action that has a
        command for one.
        """
        context = types.CodeActionContext([])
        params = types.CodeActionParams(self._named(uri), self.range(uri, at), context)
        found = self.do(self.client.text_document_code_action_async(params)) or []
        return [each.title for each in found if isinstance(each, types.Command)]

    def run(self, command: str, *arguments: str) -> Any:
        """Have a command carried out."""
        params = types.ExecuteCommandParams(command, [*arguments])
        return self.do(self.client.workspace_execute_command_async(params))

    def symbols(self, uri: str) -> list[types.DocumentSymbol]:
        """The symbols of a text."""
        params = types.DocumentSymbolParams(self._named(uri))
        found = self.do(self.client.text_document_document_symbol_async(params)) or []
        return [each for each in found if isinstance(each, types.DocumentSymbol)]

    def hints(self, uri: str) -> list[tuple[int, str]]:
        """The offsets and texts of the hints in a text."""
        whole = self.range(uri, 0, len(self.texts[uri]))
        params = types.InlayHintParams(self._named(uri), whole)
        found = self.do(self.client.text_document_inlay_hint_async(params)) or []
        places = Positions(Source("", self.texts[uri]), self.encoding)
        return [(places.offset(each.position), str(each.label)) for each in found]

    def chosen(self, uri: str, at: int, title: str, only: list[str] | None = None) -> str:
        """The text with the edit of an action whose title begins with a text."""
        action = next(each for each in self.actions(uri, at, only) if each.title.startswith(title))
        if action.edit is None and action.data:
            action = self.do(self.client.code_action_resolve_async(action))
        return self.edited(uri, action.edit)

    def edited(self, uri: str, edit: types.WorkspaceEdit | None) -> str:
        """The text with an edit made."""
        text = self.texts[uri]
        places = Positions(Source("", text), self.encoding)
        (change,) = edit.document_changes if edit and edit.document_changes else ()
        assert isinstance(change, types.TextDocumentEdit)
        assert (change.text_document.uri, change.text_document.version) == (uri, self.versions[uri])
        for each in reversed(change.edits):
            assert isinstance(each, types.TextEdit)
            start, end = places.offset(each.range.start), places.offset(each.range.end)
            text = text[:start] + each.new_text + text[end:]
        return text

    def hover(self, uri: str, at: int) -> str:
        """What the pointer shows at an offset; empty for nothing."""
        position = self.range(uri, at).start
        shown = self.do(
            self.client.text_document_hover_async(types.HoverParams(self._named(uri), position))
        )
        return shown.contents.value if shown else ""  # type: ignore[union-attr]

    def wait(self, met: Any) -> None:
        """Wait until something is so."""

        async def waiting() -> None:
            while not met():
                self._news.clear()
                if not met():
                    await self._news.wait()

        self.do(waiting())

    def _is_current(self, uri: str) -> bool:
        found = self.published.get(uri)
        return found is not None and found.version == self.versions[uri]

    def _named(self, uri: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(uri)

    def _versioned(self, uri: str) -> types.VersionedTextDocumentIdentifier:
        return types.VersionedTextDocumentIdentifier(self.versions[uri], uri)


@contextmanager
def editing(
    folder: Path,
    *arguments: str,
    can: types.ClientCapabilities | None = None,
    folders: list[Path] | None = None,
) -> Iterator[Editor]:
    """An editor in a folder; its server must end well."""
    editor = Editor(can or capabilities(), [folder] if folders is None else folders)
    editor.start(*arguments, cwd=folder, cache=CACHE)
    yield editor
    assert editor.stop() == 0
