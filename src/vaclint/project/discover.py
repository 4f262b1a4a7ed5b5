"""Which files a run checks: those named, and the texts in named folders that git does not
ignore.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.formats import SUFFIXES
from vaclint.model.errors import VaclintError
from vaclint.project.config import Config

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SKIPPED_FOLDERS = frozenset(
    {
        "node_modules",
        "__pycache__",
        "site-packages",
        "venv",
        "vendor",
        "public",
        "_site",
        "dist",
        "build",
        "target",
    }
)
NOT_VACANCIES = (
    "README*",
    "CHANGELOG*",
    "CHANGES*",
    "HISTORY*",
    "LICENSE*",
    "LICENCE*",
    "COPYING*",
    "NOTICE*",
    "CONTRIBUTING*",
    "CODE_OF_CONDUCT*",
    "SECURITY*",
    "SUPPORT*",
    "AUTHORS*",
    "MAINTAINERS*",
    "AGENTS*",
    "CLAUDE*",
    "TODO*",
    "requirements*.txt",
    "constraints*.txt",
    "robots.txt",
    "humans.txt",
    "CMakeLists.txt",
    "PULL_REQUEST_TEMPLATE*",
    "ISSUE_TEMPLATE*",
    "SUMMARY.md",
    "CITATION*",
    "LEESMIJ*",
)


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def matches(patterns: tuple[str, ...], path: Path, root: Path | None) -> bool:
    """Whether a path matches gitignore-style patterns that hold from a root on."""
    if not patterns:
        return False
    absolute = Path(os.path.abspath(path))
    try:
        relative = absolute.relative_to(root) if root else path
    except ValueError:
        relative = Path(absolute.name)
    return bool(_spec(patterns).match_file(relative.as_posix()))


def is_text_name(name: str) -> bool:
    """Whether a file name, in a folder, is one to check by default: a known suffix and no README or
    the like.
    """
    return os.path.splitext(name)[1].lower() in SUFFIXES and not _spec(NOT_VACANCIES).match_file(
        name
    )


def find_files(folder: Path, config_for: Callable[[Path], Config]) -> Iterator[Path]:
    """The texts in a folder, sorted, without what git ignores, hidden folders, and what the
    configuration excludes.

    Raises VaclintError when the folder holds none.
    """
    found = False
    top = Path(os.path.abspath(folder))
    for path in _walk(folder, _ignores_above(top), config_for):
        found = True
        yield path
    if not found:
        raise VaclintError(
            "read",
            str(folder),
            f"the folder {folder} holds no text to check (.md or .txt); name a file, or widen "
            "'include'",
        )


def _ignores_above(top: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    """The .gitignore files above a folder, up to the top of its repository, and git's own exclude
    file.
    """
    if (top / ".git").exists():
        return _exclude_file(top)
    found: list[tuple[Path, GitIgnoreSpec]] = []
    for parent in top.parents:
        found = _ignores_in(parent) + found
        if (parent / ".git").exists():
            return _exclude_file(parent) + found
    return []


def _exclude_file(top: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    file = top / ".git" / "info" / "exclude"
    return [(top, _read_ignore(file))] if file.is_file() else []


def _ignores_in(folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    file = folder / ".gitignore"
    return [(folder, _read_ignore(file))] if file.is_file() else []


def _read_ignore(file: Path) -> GitIgnoreSpec:
    return _spec(tuple(file.read_text("utf-8", "replace").splitlines()))


def _is_ignored(ignores: list[tuple[Path, GitIgnoreSpec]], absolute: str, folder: bool) -> bool:
    """As git has it: the file nearest to the path decides first, and in it the last pattern that
    matches.
    """
    for root, spec in reversed(ignores):
        relative = os.path.relpath(absolute, root).replace(os.sep, "/") + ("/" if folder else "")
        result = spec.check_file(relative)
        if result.include is not None:
            return bool(result.include)
    return False


def _holds_posting(path: Path) -> bool:
    """Whether a JSON file is about jobs; a repository has many that are not."""
    try:
        return b"JobPosting" in path.read_bytes()
    except OSError:
        return True  # let the run say what is wrong with it


def _walk(
    folder: Path, ignores: list[tuple[Path, GitIgnoreSpec]], config_for: Callable[[Path], Config]
) -> Iterator[Path]:
    absolute = os.path.abspath(folder)
    config = config_for(Path(absolute))
    ignores = ignores + _ignores_in(Path(absolute))
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name.startswith(".") or entry.name in SKIPPED_FOLDERS:
                    continue
                if not _is_ignored(ignores, os.path.join(absolute, entry.name), True):
                    yield from _walk(path, ignores, config_for)
            elif entry.is_file():
                wanted = (
                    matches(config.include, path, config.root)
                    if config.include
                    else is_text_name(entry.name)
                )
                wanted = wanted and not matches(config.exclude, path, config.root)
                wanted = wanted and (
                    bool(config.include)
                    or not entry.name.lower().endswith(".json")
                    or _holds_posting(path)
                )
                if (
                    wanted
                    and not entry.name.startswith(".")
                    and not _is_ignored(ignores, os.path.join(absolute, entry.name), False)
                ):
                    yield path
