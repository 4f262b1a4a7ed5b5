"""One module per output format: ``render(report) -> str``."""

from collections.abc import Callable
from typing import NamedTuple

from vaclint.engine.core import FileReport
from vaclint.model.errors import VaclintError

FORMATS = ("text", "concise", "json")


class Report(NamedTuple):
    """A whole run: the files in order, what went wrong, the exit code, and how it is to be shown."""

    files: list[FileReport]
    errors: list[VaclintError]
    exit_code: int
    language: str = "nl"
    color: bool = False
    width: int = 100
    fixed: int = 0


def renderer(name: str) -> Callable[[Report], str]:
    """The render function of a format; only that module is imported."""
    if name == "json":
        from vaclint.reporters.json import render

        return render
    if name == "concise":
        from vaclint.reporters.concise import render

        return render
    from vaclint.reporters.text import render

    return render
