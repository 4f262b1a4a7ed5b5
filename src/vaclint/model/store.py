"""Where things that are slow to make are kept between runs. Losing them costs time only."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any


class Store:
    """A place that may keep bytes by name; this one keeps nothing, which is as good."""

    def folder(self) -> Path | None:
        """The folder in which files can be mapped into memory, or None."""
        return None

    def read(self, name: str) -> bytes | None:
        """What is kept under a name, or None."""
        return None

    def write(self, name: str, data: bytes) -> None:
        """Keep bytes under a name; silently does nothing where that cannot be."""

    def kept(self, name: str, paths: Iterable[Path], make: Callable[[], Any]) -> Any:
        """What ``make`` gives, kept as long as no file of ``paths`` changes in size or time.

        ``make`` gives texts, numbers and None in tuples, lists, dicts and sets, as ``marshal``
        takes them.
        """
        return make()
