"""The texts that a client has open."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from pygls.uris import to_fs_path

from vaclint.faces.server.pages import is_page
from vaclint.faces.server.project import Answer, Given
from vaclint.model.source import Source
from vaclint.text.escaped import lossless
from vaclint.text.named import NamedTuple

_SUFFIXES = {"markdown": ".md", "mdx": ".mdx", "html": ".html", "plaintext": ".txt"}
"""What a text without a file would be called, by the language that the editor takes it for."""
_FILE, _UNTITLED = "file", "untitled"


class Name(NamedTuple):
    """What a text is called."""

    path: str
    is_file: bool


def given_name(uri: str, language_id: str, folder: Path) -> Name | None:
    """The path of a text, or the one that it would have in a folder; None for one that is no file,
    is no text, or is a page about a rule.
    """
    parts = urlsplit(uri)
    if parts.scheme == _FILE and (path := to_fs_path(uri)):
        return None if is_page(Path(path)) else Name(lossless(Path(path).as_posix()), True)
    suffix = _SUFFIXES.get(language_id)
    if parts.scheme != _UNTITLED or suffix is None:
        return None
    stem = PurePosixPath(unquote(parts.path)).stem or _UNTITLED
    return Name(lossless((folder / f"{stem}{suffix}").as_posix()), False)


class OpenText:
    """One text: as it is now, what was found in it, and what is being done."""

    def __init__(self, uri: str, version: int, source: Source, is_file: bool) -> None:
        self.uri = uri
        self.version = version
        self.source = source
        self.is_file = is_file
        self.answer: Answer | None = None
        self.checked: int | None = None
        """The version that the answer is about."""
        self.answered = asyncio.Event()
        """Set when the answer is about the text as it is."""
        self.has_failed = False
        """Whether something is wrong with it, which was told."""
        self.timer: asyncio.TimerHandle | None = None
        self.job: Future[Answer] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a check is under way, or about to be."""
        return self.timer is not None or self.job is not None

    def given(self) -> Given:
        """The text as it is now, to be handed on."""
        return Given(self.source, self.is_file)
