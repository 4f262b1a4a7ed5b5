"""The store on disk: things that are slow to make and the same in every run. Losing it costs time
and nothing else.

It stands in ``$VACLINT_CACHE_DIR`` (empty: none), else in vaclint's folder in the user's own cache
folder. Files are replaced in one step; one that cannot be read or written is as good as none.
"""

from __future__ import annotations

import marshal
import os
import sys
from binascii import crc32
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from vaclint import __version__
from vaclint.model.store import Store
from vaclint.text import patterns

PATTERNS = "patterns.bin"


def cache_folder() -> Path | None:
    """The folder of the cache, which need not exist; None where it is switched off, or the user has
    no home.
    """
    given = os.environ.get("VACLINT_CACHE_DIR")
    if given is not None:
        return Path(given) if given else None
    try:
        if sys.platform == "win32":
            local = os.environ.get("LOCALAPPDATA")
            return Path(local or Path.home() / "AppData" / "Local") / "vaclint" / "cache"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "vaclint"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vaclint"
    except RuntimeError:
        return None


def store_in(folder: Path | None) -> Store:
    """The store in a folder; one that keeps nothing without."""
    return Store() if folder is None else DiskStore(folder)


class DiskStore(Store):
    """A store in a folder on disk, see ``model.store.Store``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folder(self) -> Path | None:
        """The folder."""
        return self._folder

    def read(self, name: str) -> bytes | None:
        """The content of a file, or None."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Replace a file; silently does nothing where that cannot be."""
        temporary = self._folder / f".{name}.{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
            temporary.replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def kept(self, name: str, paths: Iterable[Path], make: Callable[[], Any]) -> Any:
        """What ``make`` gives, as long as no file that it is made of changes in size or time of
        change.
        """
        found = ((path, path.stat()) for path in paths)
        stamps = [(str(path), status.st_size, status.st_mtime_ns) for path, status in found]
        key = (__version__, sys.version, stamps)
        stored = _checked(self.read(name))
        if stored is not None and stored[0] == key:
            return stored[1]
        value = make()
        self.write(name, _signed((key, value)))
        return value


def _signed(value: Any) -> bytes:
    data = marshal.dumps(value)
    return crc32(data).to_bytes(4, "big") + data


def _checked(data: bytes | None) -> Any:
    """The value of what ``_signed`` made; None for anything else."""
    if not data or data[:4] != crc32(data[4:]).to_bytes(4, "big"):
        return None
    return marshal.loads(data[4:])


def prime_patterns(store: Store) -> None:
    """Take the compiled patterns of earlier runs in; those of another version are left."""
    data = _checked(store.read(PATTERNS))
    if data is not None and data[0] == patterns.VERSION:
        patterns.prime(data[1])


def keep_patterns(store: Store) -> None:
    """Keep the patterns that this run compiled beside those of earlier ones."""
    learnt = patterns.learnt()
    if not learnt:
        return
    data = _checked(store.read(PATTERNS))
    known = data[1] if data is not None and data[0] == patterns.VERSION else {}
    store.write(PATTERNS, _signed((patterns.VERSION, {**known, **learnt})))
