"""The store on disk: things that are slow to make and the same in every run. Losing it costs time
and nothing else.

It stands in ``$VACLINT_CACHE_DIR`` (empty: none), else in vaclint's folder in the user's own cache
folder. Files are replaced in one step; one that cannot be read or written is as good as none. So is
one that is damaged, too large, or that somebody else owns or can write: each begins with a
checksum, for some hold compiled patterns, and each piece that is read by itself has its own. What a
library maps into memory by itself ends in its checksum.
"""

from __future__ import annotations

import errno
import marshal
import os
import stat
import sys
from array import array
from binascii import crc32
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BufferedReader, BufferedWriter
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from vaclint import __version__
from vaclint.model.errors import VaclintError
from vaclint.model.store import Apart, Made, Piece, Stamp, Store, untimed
from vaclint.text import patterns
from vaclint.text.stored import apart, together

PATTERNS = "patterns.bin"
PAGES = "rules"
"""The name of the folder of pages that explain rules."""


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


def pages_folder() -> Path:
    """The folder of pages that explain rules: in the cache, or else among the temporary files."""
    import tempfile

    kept = cache_folder()
    return kept / PAGES if kept else Path(tempfile.gettempdir()) / f"vaclint-{PAGES}"


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
            return read_sealed(self._folder / name)
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Replace a file; silently does nothing where that cannot be."""
        with suppress(OSError):
            write_sealed(self._folder / name, (data,))

    def mapped(self, name: str, read: Callable[[str], Made]) -> Made | None:
        """What ``read`` makes of the path of a file, which it maps into memory."""
        path = self._folder / name
        with suppress(OSError), _open_own(path) as file:
            if _ends_sealed(file):
                numbered = f"/dev/fd/{file.fileno()}"  # another may stand at its name by now
                return read(numbered if os.path.exists(numbered) else os.fspath(path))
        return None

    def write_mapped(self, name: str, data: bytes) -> None:
        """Replace a file for ``mapped``; silently does nothing where that cannot be."""
        with suppress(OSError):
            _write_mapped(self._folder / name, data)

    def kept(self, name: str, stamps: Iterable[Stamp], make: Callable[[], Any]) -> Any:
        """What ``make`` gives, as long as no file that it is made of changes in size or time of
        change. What is made of files elsewhere, as of another installation, stands beside it: the
        hook of a repository and the command on the path may differ and are both used in turn.
        """
        (value, paths), large = self.kept_apart(name, stamps, lambda: apart(make()))
        return together(value, paths, (large[number] for number in range(len(paths))))

    def kept_apart(self, name: str, stamps: Iterable[Stamp], make: Callable[[], Apart]) -> Apart:
        """The same with pieces, which stay in the file until they are asked for."""
        key = (__version__, sys.version, list(stamps))
        file = self._folder / _named(name, [path for path, _, _ in key[2]])
        with suppress(OSError):
            found = _read_apart(file, key, make)
            if found is not None:
                return found
        with untimed():
            value, pieces = make()
        numbers = array("I", chain.from_iterable((len(piece), crc32(piece)) for piece in pieces))
        head = marshal.dumps((key, (value, numbers.tobytes())))
        with suppress(OSError):
            size = len(head).to_bytes(SIZE, "big")
            write_sealed(file, (size, head), pieces)
        self._forget_old(name)
        return value, pieces

    def _forget_old(self, name: str) -> None:
        """Remove what was made of a name first, down to ``BESIDE`` files."""
        with suppress(OSError):
            same = list(self._folder.glob(_named(name, None)))
            newest = sorted(same, key=lambda file: file.stat().st_mtime_ns, reverse=True)
            for file in newest[BESIDE:]:
                file.unlink()


def _named(name: str, paths: list[str] | None) -> str:
    """The name of a file made of others; with None as a pattern for any of that name."""
    mark = "????????" if paths is None else f"{crc32(repr((sys.version, paths)).encode()):08x}"
    stem, _, suffix = name.rpartition(".")
    return f"{stem}-{mark}.{suffix}"


MAGIC = b"vaclint1"
SEAL = len(MAGIC) + 4
"""So many bytes stand before the content: the mark, and its checksum."""
SIZE = 8
"""So many bytes say how long the part of a file is that stands before its pieces."""
MOST = 100_000_000
"""Bytes; a larger file is none of ours."""
PATTERNS_KEPT = 4000
BESIDE = 4
"""So many files are kept of what several installations each make of their own."""


def read_sealed(path: Path) -> bytes | None:
    """What was written to a file of the cache; None for one that is damaged or of somebody else.
    Raises OSError for one that cannot be read.
    """
    return _unsealed(*_read_own(path))


def write_sealed(path: Path, parts: Iterable[bytes], behind: Iterable[Piece] = ()) -> None:
    """Replace a file of the cache, whose content comes in parts, in one step; what stands behind
    them is not in the checksum. Raises OSError where that cannot be, and leaves the old file, as
    when making a part raises something.
    """
    with _replacing(path) as file:
        checksum = 0
        file.write(_seal(checksum))
        for part in parts:
            checksum = crc32(part, checksum)
            file.write(part)
        file.writelines(behind)
        file.seek(0)
        file.write(_seal(checksum))


@contextmanager
def _replacing(path: Path) -> Iterator[BufferedWriter]:
    """A file that takes the place of another when it is written. Raises OSError where that cannot
    be, and leaves the old one, as when writing it raises something.
    """
    temporary = path.parent / f".{path.name}.{os.getpid()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        try:
            handle = os.open(temporary, flags, 0o600)
        except FileNotFoundError:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(temporary, flags, 0o600)
        with os.fdopen(handle, "wb") as file:
            yield file
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _seal(checksum: int) -> bytes:
    """What a file of the cache begins with."""
    return MAGIC + checksum.to_bytes(4, "big")


def _unsealed(seal: bytes, data: bytes) -> bytes | None:
    """The content of a file behind its seal; None where that is not its seal."""
    return data if seal == _seal(crc32(data)) else None


def _read_own(path: Path) -> tuple[bytes, bytes]:
    """The seal and the content of a file that only the user can write. Raises OSError for any
    other.
    """
    with _open_own(path) as file:
        return file.read(SEAL), file.read()


def _open_own(path: Path) -> BufferedReader:
    """A file that only the user can write. Raises OSError for any other."""
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"):
        flags |= getattr(os, name, 0)
    file = os.fdopen(os.open(path, flags), "rb")
    try:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST:
            raise OSError(errno.EINVAL, "no file of the cache")
        if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o022):
            raise OSError(errno.EPERM, "somebody else can write it")
    except BaseException:
        file.close()
        raise
    return file


def _write_mapped(path: Path, data: bytes) -> None:
    """Replace a file that ends in its seal. Raises OSError where that cannot be."""
    with _replacing(path) as file:
        file.writelines((data, _seal(crc32(data))))


def _ends_sealed(file: BufferedReader) -> bool:
    """Whether a file ends in the seal of what stands before."""
    import mmap

    if os.fstat(file.fileno()).st_size < SEAL:
        return False
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held, memoryview(held) as view:
        return view[-SEAL:] == _seal(crc32(view[:-SEAL]))


class _Pieces(Sequence[Piece]):
    """The pieces in a file of the cache, each with a checksum of its own; where one is damaged all
    are made anew, and the file is removed.
    """

    def __init__(
        self,
        path: Path,
        held: memoryview,
        ends: Sequence[int],
        checksums: Sequence[int],
        make: Callable[[], Apart],
    ) -> None:
        """``ends`` are the places in the file where the pieces begin, and the last one ends."""
        self._path = path
        self._held = held
        self._ends = ends
        self._checksums = checksums
        self._make = make
        self._made: Sequence[Piece] | None = None

    def __len__(self) -> int:
        return len(self._checksums)

    def __getitem__(self, number: Any) -> Any:
        """A piece by its number."""
        if self._made is None:
            piece = self._held[self._ends[number] : self._ends[number + 1]]
            if crc32(piece) == self._checksums[number]:
                return piece
            with suppress(OSError):
                self._path.unlink()
            _, self._made = self._make()
        return self._made[number]


def _read_apart(path: Path, key: Any, make: Callable[[], Apart]) -> Apart | None:
    """A value and its pieces, which stay in the file; None for a file that is damaged, or whose key
    is another. Raises OSError for one that cannot be read.
    """
    import mmap

    with _open_own(path) as file:
        seal, size = file.read(SEAL), file.read(SIZE)
        head = file.read(min(int.from_bytes(size, "big"), MOST))
        stored = _pair(head) if seal == _seal(crc32(head, crc32(size))) else None
        if stored is None or stored[0] != key:
            return None
        (value, numbers), begin = stored[1], file.tell()
        sizes, checksums = (array("I", numbers)[first::2] for first in range(2))
        ends = [*accumulate(sizes, initial=begin)]
        if ends[-1] != os.fstat(file.fileno()).st_size:
            return None
        held = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    return value, _Pieces(path, held, ends, checksums, make)


def _pair(data: bytes | None) -> tuple[Any, Any] | None:
    """The two values that ``marshal`` kept; None for anything else."""
    try:
        value = marshal.loads(data) if data else None
    except (EOFError, ValueError, TypeError, MemoryError):
        return None
    return value if isinstance(value, tuple) and len(value) == 2 else None


def clean(folder: Path) -> int:
    """Remove what stands in a folder of the cache, and give the number of files. Raises
    VaclintError for a folder that is none of ours, or that cannot be emptied.
    """
    import shutil

    if not folder.is_dir():
        return 0
    ours = [path for path in folder.rglob("*") if path.is_file()]
    if not all(_is_ours(path) for path in ours):
        message = f"{folder} holds files that are not of the cache; empty it by hand"
        raise VaclintError("read", str(folder), message)
    try:
        shutil.rmtree(folder)
    except OSError as error:
        message = f"{folder} cannot be emptied ({error.strerror}); check its permissions"
        raise VaclintError("read", str(folder), message) from None
    return len(ours)


def _is_ours(path: Path) -> bool:
    if path.parent.name == PAGES and path.suffix in (".html", ".md"):
        return True
    try:
        with path.open("rb") as file:
            return path.suffix in (".bin", ".trie") or file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def prime_patterns(store: Store) -> None:
    """Take the compiled patterns of earlier runs in, when the first pattern is compiled; those of
    another version are left.
    """
    patterns.prime(lambda: _kept_patterns(store))


def keep_patterns(store: Store) -> None:
    """Keep the patterns that this run compiled beside those of earlier ones."""
    learnt = patterns.learnt()
    if not learnt:
        return
    known = _kept_patterns(store)
    if len(known) > PATTERNS_KEPT:
        known = {}
    store.write(PATTERNS, marshal.dumps((patterns.version(), {**known, **learnt})))


def _kept_patterns(store: Store) -> dict[tuple[str, int], patterns.Code]:
    data = _pair(store.read(PATTERNS))
    known = data is not None and data[0] == patterns.version() and isinstance(data[1], dict)
    return data[1] if data is not None and known else {}
