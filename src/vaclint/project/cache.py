"""The cache on disk: things that are slow to make and the same in every run. Losing it costs time and nothing else.

It stands in ``$VACLINT_CACHE_DIR`` (empty: no cache), else in vaclint's folder in the user's own cache folder. Files are
replaced in one step; one that cannot be read or written is as good as none.
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


def kept(name: str, paths: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What ``make`` gives, from the cache as long as no file that it is made of changes in size or time of change.

    ``make`` gives texts, numbers and None in tuples, lists, dicts and sets, as ``marshal`` takes them.
    """
    found = ((path, path.stat()) for path in paths)
    key = (__version__, sys.version, [(str(path), status.st_size, status.st_mtime_ns) for path, status in found])
    data = read(name) or b""
    if data[:4] == crc32(data[4:]).to_bytes(4, "big"):
        stored, value = marshal.loads(data[4:])
        if stored == key:
            return value
    value = make()
    if enabled():
        data = marshal.dumps((key, value))
        write(name, crc32(data).to_bytes(4, "big") + data)
    return value
