"""Pages that explain rules, as files which an editor can open."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from vaclint.project.cache import pages_folder
from vaclint.text.patterns import lazy

_NAME = lazy(r"[A-Za-z0-9-]++")


_folder = cache(pages_folder)


def write_page(code: str, language: str, text: str) -> Path | None:
    """Write the explanation of a rule in a language; None where that cannot be."""
    if not (_NAME.fullmatch(code) and _NAME.fullmatch(language)):
        return None
    page = _folder() / f"{code}.{language}.md"
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
    except OSError:
        return None
    return page


def is_page(path: Path) -> bool:
    """Whether a file is one of those pages, whose examples are meant to have findings."""
    return path.parent == _folder()
