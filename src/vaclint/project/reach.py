"""How far a run over a folder reaches: which folders and files are left out by their names, and
why. The hook for pre-commit is held to the same: its pattern is made here too.

Names are compared without case, but for words that a vacancy may be called by: ``SUPPORT.md`` is
about a project, ``support.md`` and ``security-officer.md`` are read.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath

TEMPLATES, VENDORED, BUILT, PROJECT = "templates", "vendored", "built", "project-files"
"""Why something is left out by its name; the packs have a text for each."""
REPORTS = "reports"
"""Why a file is left out that vaclint wrote itself, beside the texts that it is about."""

FOLDERS: dict[str, tuple[str, ...]] = {
    TEMPLATES: (
        "archetypes", "layouts", "_layouts", "_includes", "themes", "partials", "_partials",
        "templates", "_templates", "shortcodes",
    ),
    VENDORED: (
        "node_modules", "bower_components", "jspm_packages", "site-packages", "__pycache__", "venv",
        "vendor", "third_party", "third-party",
    ),
    BUILT: ("public", "_site", "dist", "build", "target"),
}  # fmt: skip
"""Folders of site generators, of others' work, and of what is made from what is checked already."""

_BEGINNINGS = (
    "readme", "leesmij", "changelog", "unlicense", "code[-_ ]?of[-_ ]?conduct",
    "(?:pull_request|issue)_template", "third[-_]party[-_](?:licen[cs]e|notice)",
    "licen[cs]e[-_](?:mit|apache|bsd|cc|l?gpl|agpl|mpl|ofl|isc|code|content|docs?|data|fonts?)",
)  # fmt: skip
"""What a name may go on after: ``README.nl.md``."""
_WHOLE = (
    "release[-_]?notes", "licen[cs]es?", "copying", "ofl", "contributing", "contributors",
    "maintainers", "codeowners", "citation", "eula",
)  # fmt: skip
"""What is a name by itself, but for the code of a language behind it: ``Contributing.en.md``."""
_IN_CAPITALS = (
    "CHANGES", "HISTORY", "COPYRIGHT", "NOTICE", "SECURITY", "SUPPORT", "AUTHORS", "AGENTS",
    "CLAUDE", "TODO", "SUMMARY",
)  # fmt: skip
"""What is one only when it is written so."""
_OTHERS = (
    r"ofl[-_][^/]*", r"[^/]*[-_]licen[cs]e(?:\.txt)?", r"(?:requirements|constraints)[^/]*\.txt",
    r"(?:robots|humans|llms|cmakelists)\.txt",
)  # fmt: skip


def _either(names: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(names)})"


FILES = (
    rf"(?:{_either(_BEGINNINGS)}[^/]*"
    rf"|(?:{_either(_WHOLE)}|(?-i:{_either(_IN_CAPITALS)}))(?:[-_.][a-z]{{2}})?(?:\.\w+)?"
    rf"|{'|'.join(_OTHERS)})"
)
"""A pattern of the names of files about a project, or licences, to be matched without case."""


@cache
def _files() -> re.Pattern[str]:
    return re.compile(FILES, re.IGNORECASE)


def is_project_file(name: str) -> bool:
    """Whether a file is one about a project, by its name."""
    return _files().fullmatch(name) is not None


def why_folder(name: str) -> str:
    """Why a folder of this name is left out; empty when it is not."""
    lower = name.lower()
    return next((reason for reason, names in FOLDERS.items() if lower in names), "")


def hook_pattern(suffixes: tuple[str, ...]) -> str:
    """What the hook leaves out: the same, hidden files and folders, and some suffixes."""
    folders = _either(tuple(name for names in FOLDERS.values() for name in names))
    return rf"(?i)(^|/)\.[^/]|(^|/){folders}/|(^|/){FILES}$|\.{_either(suffixes)}$"


HOOK_SUFFIXES = ("csv", "tsv", "ya?ml", "toml", "xml", "svg", "lock", "ini", "cfg")
"""What pre-commit may take for plain text; lists in CSV and YAML are left to folder runs."""


def is_within(relative: str | PurePath) -> bool:
    """Whether a folder run reaches a path, by the names of its folders and its own."""
    *folders, name = PurePath(relative).parts
    if any(part.startswith(".") for part in (*folders, name)) or is_project_file(name):
        return False
    return not any(why_folder(folder) for folder in folders)
