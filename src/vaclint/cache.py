"""The cache on disk: things that are slow to make and the same in every run. Losing it costs time and nothing else.

It stands in ``$VACLINT_CACHE_DIR`` (empty: no cache), else in vaclint's folder in the user's own cache folder. Files are
replaced in one step; one that cannot be read or written is as good as none.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_enabled = True


def disable() -> None:
    """Neither read nor write a cache from here on (``--no-cache``)."""
    global _enabled
    _enabled = False


def enabled() -> bool:
    """Whether the cache is in use."""
    return _enabled and os.environ.get("VACLINT_CACHE_DIR") != ""


def cache_folder() -> Path | None:
    """The folder of the cache, which need not exist; None where the user has no home."""
    given = os.environ.get("VACLINT_CACHE_DIR")
    if given:
        return Path(given)
    try:
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "vaclint" / "cache"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "vaclint"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vaclint"
    except RuntimeError:
        return None


def read(name: str) -> bytes | None:
    """The content of a file of the cache, or None."""
    folder = cache_folder() if enabled() else None
    try:
        return (folder / name).read_bytes() if folder else None
    except OSError:
        return None


def write(name: str, data: bytes) -> None:
    """Replace a file of the cache; silently does nothing where that cannot be."""
    folder = cache_folder() if enabled() else None
    if folder is None:
        return
    temporary = folder / f".{name}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(folder / name)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
