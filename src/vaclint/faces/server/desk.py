"""The desk: holds the texts that a client has open, has them checked, and tells what was found."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from vaclint import __version__
from vaclint.faces.errors import language_of_errors, sentence_of
from vaclint.faces.server.actions import Shown
from vaclint.faces.server.diagnostics import diagnostics
from vaclint.faces.server.positions import Positions, changed
from vaclint.faces.server.project import Answer, Project
from vaclint.faces.server.protocol import Protocol
from vaclint.faces.server.texts import OpenText, given_name
from vaclint.faces.server.worker import ANSWER, CHECK, LATER, Worker
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.model.store import Store
from vaclint.project.settings import Settings
from vaclint.text.escaped import escaped

DEBOUNCE = 0.01
"""Seconds that a change waits for the next one, where a check is under way or waits already; the
first change after a rest is checked at once.
"""
WATCHED = ("**/*.toml", "**/*.tsv", "**/*.yml", "**/*.jsonl")
"""Configurations, and what they name: rules with their lists, and baselines."""
Made = TypeVar("Made")


class Desk:
    """One client with its open texts. All of it runs on the thread that reads messages, but for
    what is handed to the worker.
    """

    def __init__(self, settings: Settings, store: Store, worker: Worker) -> None:
        self.worker = worker
        self.texts: dict[str, OpenText] = {}
        self.was_shut_down = False
        self._settings = settings
        self._store = store
        self._project: Project | None = None
        self._has_settled = False
        self.server = LanguageServer("vaclint", __version__, protocol_cls=Protocol)
        self._register()

    def _register(self) -> None:
        handlers: tuple[tuple[str, Callable[[Any], Any]], ...] = (
            (types.INITIALIZED, self.initialized),
            (types.SHUTDOWN, self.shut_down),
            (types.TEXT_DOCUMENT_DID_OPEN, self.opened),
            (types.TEXT_DOCUMENT_DID_CHANGE, self.changed),
            (types.TEXT_DOCUMENT_DID_SAVE, self.saved),
            (types.TEXT_DOCUMENT_DID_CLOSE, self.closed),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self.files_changed),
            (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, self.folders_changed),
        )
        for method, handler in handlers:
            self.server.feature(method)(partial(handler))

    # The life of a client and of its texts

    def initialized(self, _params: types.InitializedParams) -> None:
        """Have the client watch what configurations are made of, where it can."""
        workspace = self.server.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if not (watching and watching.dynamic_registration):
            return
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        registration = types.Registration(
            "vaclint-configuration",
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            types.DidChangeWatchedFilesRegistrationOptions(watchers),
        )
        self.server.client_register_capability(types.RegistrationParams([registration]))

    def shut_down(self, _params: None) -> None:
        """The client says that it is done."""
        self.was_shut_down = True
        for text in self.texts.values():
            self._drop(text)

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """A text is open: check it."""
        item = params.text_document
        name = given_name(item.uri, item.language_id, self._folder())
        if name is None:
            return
        text = OpenText(item.uri, item.version, Source(name.path, item.text), name.is_file)
        if (before := self.texts.get(item.uri)) is not None:
            self._drop(before)
        self.texts[item.uri] = text
        self._look_again_then_check(text)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text was changed: check it, once where changes follow each other closely."""
        text = self.texts.get(params.text_document.uri)
        if text is None:
            return
        text.source = changed(text.source, params.content_changes, self._encoding)
        text.version = params.text_document.version
        self._check(text, DEBOUNCE if text.is_waiting else 0.0)

    def saved(self, params: types.DidSaveTextDocumentParams) -> None:
        """A text was saved: look whether the configurations are the same, for clients that do not
        tell.
        """
        if (text := self.texts.get(params.text_document.uri)) is not None:
            self._look_again_then_check(text, only_if_outdated=True)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """A text is closed: nothing more is said about it."""
        if (text := self.texts.pop(params.text_document.uri, None)) is not None:
            self._drop(text)
            text.answered.set()
            self._publish(text.uri, [], None)

    def files_changed(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Files changed on disk: where a configuration may be among them, all is checked anew."""
        paths = [Path(path) for each in params.changes if (path := to_fs_path(each.uri))]

        def concerned() -> bool:
            return self.project.concerns(paths)

        self._renew_if(concerned)

    def folders_changed(self, _params: types.DidChangeWorkspaceFoldersParams) -> None:
        """Folders came or went, whose configuration is that of texts without a file."""
        self._renew_if(lambda: True)

    # Checking

    @property
    def project(self) -> Project:
        """The project; on the first thread only."""
        if self._project is None:
            self._project = Project(self._settings, self._store)
        return self._project

    def _look_again_then_check(self, text: OpenText, *, only_if_outdated: bool = False) -> None:
        given = text.given()
        if not only_if_outdated:
            self._check(text, 0.0)
        self._renew_if(lambda: self.project.is_outdated(given))

    def _renew_if(self, condition: Callable[[], bool]) -> None:
        """Where the project is outdated, make it anew and check all texts again."""

        def work() -> bool:
            outdated = condition()
            if outdated:
                self.project.renew()
            return outdated

        def done(outdated: bool) -> None:
            if outdated:
                for text in self.texts.values():
                    self._check(text, 0.0)
                self._refresh()

        self._when_done(self.worker.submit(work, CHECK), done)

    def _refresh(self) -> None:
        """Have the client ask again for what it asks for by itself."""
        workspace = self.server.client_capabilities.workspace
        if workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support:
            self.server.workspace_inlay_hint_refresh(None)

    def _drop(self, text: OpenText) -> None:
        """Forget a check that is under way."""
        if text.timer is not None:
            text.timer.cancel()
            text.timer = None
        if text.job is not None:
            job, text.job = text.job, None
            self.worker.drop(job)

    def _check(self, text: OpenText, delay: float) -> None:
        self._drop(text)
        text.answered.clear()
        text.timer = asyncio.get_running_loop().call_later(delay, self._start, text)

    def _start(self, text: OpenText) -> None:
        text.timer = None
        given, version = text.given(), text.version
        job = self.worker.submit(lambda: self.project.check(given), CHECK)
        text.job = job

        def done(answer: Answer) -> None:
            if text.job is job:  # else it is stale
                self._answered(text, version, answer)

        self._when_done(job, done, lambda: done(Answer()))

    def _answered(self, text: OpenText, version: int, answer: Answer) -> None:
        text.answer, text.checked, text.job = answer, version, None
        if not self._has_settled:
            self._has_settled = True
            self.worker.submit(_settle, LATER)
        places = Positions(text.source, self._encoding)
        self._publish(text.uri, diagnostics(answer, text.uri, places), version)
        text.answered.set()
        own = answer.report.errors if answer.report else ()
        self.tell(answer.errors)
        if not text.has_failed:
            self.tell(own[:1])
        text.has_failed = bool(own)

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, version)
        )

    def tell(self, errors: Iterable[VaclintError]) -> None:
        """Show what is wrong with a text or a configuration."""
        spoken = language_of_errors(self._settings.options.message_language)
        for error in errors:
            self.show_message(escaped(sentence_of(error, spoken)), types.MessageType.Warning)

    def show_message(self, message: str, kind: types.MessageType) -> None:
        """Have the client show a message."""
        self.server.window_show_message(types.ShowMessageParams(kind, message))

    def _when_done(
        self,
        job: Future[Made],
        done: Callable[[Made], None],
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Go on, on this thread, with what a piece of work made, or that it failed, which is told;
        what was dropped before it began is forgotten.
        """
        loop = asyncio.get_running_loop()

        def here() -> None:
            if job.cancelled():
                return
            error = job.exception()
            if error is None:
                done(job.result())
                return
            failed()
            if isinstance(error, Exception):
                self.tell([_as_error(error)])

        def there(_job: Future[Made]) -> None:
            with suppress(RuntimeError):  # the client is gone
                loop.call_soon_threadsafe(here)

        job.add_done_callback(there)

    async def work(self, work: Callable[[], Made]) -> Made | None:
        """What a piece of work makes on the first thread; None where it fails, which is told."""
        try:
            return await asyncio.wrap_future(self.worker.submit(work, ANSWER))
        except (asyncio.CancelledError, CancelledError):
            raise
        except Exception as error:
            self.tell([_as_error(error)])
        return None

    async def shown(self, uri: str) -> Shown | None:
        """A text with the answer about it as it is now; None where it is not open."""
        while (text := self.texts.get(uri)) is not None:
            if text.answer is not None and text.checked == text.version:
                places = Positions(text.source, self._encoding)
                answer = text.answer
                return Shown(uri, text.version, text.source, answer, places, self._versions_edits)
            await text.answered.wait()
        return None

    @property
    def _encoding(self) -> str:
        encoding = self.server.workspace.position_encoding
        return str(getattr(encoding, "value", encoding) or "utf-16")

    @property
    def _versions_edits(self) -> bool:
        """Whether the client takes edits that name the version of the text they are for."""
        workspace = self.server.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        return bool(edit and edit.document_changes)

    def _folder(self) -> Path:
        """The first folder of the workspace, or else the current one."""
        workspace = self.server.workspace
        uris = [*workspace.folders] or ([workspace.root_uri] if workspace.root_uri else [])
        paths = [path for uri in uris if (path := to_fs_path(uri))]
        return Path(paths[0]) if paths else Path.cwd()


def _settle() -> None:
    """Have what was made for the first text, which stays, not be looked through for garbage again:
    that takes a tenth of a second, in the middle of typing.
    """
    gc.collect()
    gc.freeze()


def _as_error(error: Exception) -> VaclintError:
    from vaclint.engine.failures import internal

    return error if isinstance(error, VaclintError) else internal("vaclint", error)
