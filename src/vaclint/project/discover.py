"""Which files a run checks: those named, and the texts in named folders that git does not
ignore. What is left out is kept, to be told.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from vaclint.formats import DATA_SUFFIXES, SUFFIXES
from vaclint.model.errors import VaclintError
from vaclint.model.regular import MAX_FILE_SIZE, is_file, read_regular
from vaclint.project.config import Config
from vaclint.project.files import unreadable
from vaclint.project.keys import LONGEST, file_patterns
from vaclint.project.reach import BUILT, PROJECT, REPORTS, is_project_file, is_within, why_folder
from vaclint.project.unmet import Unmet
from vaclint.text.named import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

UNREADABLE = frozenset({".docx", ".doc", ".odt", ".pdf", ".rtf"})
"""Files that are no text."""
UNREAD = UNREADABLE | frozenset(
    {
        *(".adoc", ".asciidoc", ".rst", ".textile", ".org"),
        *(".hbs", ".liquid", ".astro", ".vue", ".svelte", ".php", ".pug", ".erb", ".ejs", ".twig"),
    }
)
"""Texts, and pages that are programs, which a folder may hold and which are not read there."""
OUTSIDE, EXCLUDED = "outside", "excluded"
"""Why a file is left out: the configuration says so, by ``vacancies`` or by ``exclude``."""


class JobList(NamedTuple):
    """A list of jobs that is not read: its file, and how many they are."""

    path: str
    jobs: int


class LeftOut:
    """What a run over folders left out."""

    def __init__(self) -> None:
        self.folders: dict[str, list[Path]] = defaultdict(list)
        """Folders by why they are left out."""
        self.files: Counter[str] = Counter()
        """How many files, by why."""
        self.suffixes: Counter[str] = Counter()
        """How many files with a suffix that is not read."""
        self.lists: list[JobList] = []
        self.empty: list[str] = []
        """Folders of which everything is left out."""
        self.unmet = Unmet(matches)
        """The patterns of configurations that no file matched."""

    @property
    def count(self) -> int:
        """How many things are left out."""
        return sum(self.files.values()) + sum(map(len, self.folders.values())) + len(self.lists)

    def built_with_texts(self) -> list[Path]:
        """Folders that look built, are not ignored by git, and hold texts."""
        return [folder for folder in self.folders.get(BUILT, ()) if next(texts_in(folder), None)]


CountJobs = Callable[[Path, Config], JobList | None]
"""Says how many jobs a file lists; None for one that is no list of jobs, or is read."""


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec.pattern import RegexPattern

    spec = file_patterns(patterns)
    for pattern, written in zip(spec.patterns, patterns, strict=False):
        if written.count("*") > STARS and isinstance(pattern, RegexPattern) and pattern.regex:
            pattern.regex = cast("Any", _Timed(pattern.regex.pattern, written))
    return spec


STARS = 2
"""A pattern with more ``*`` than this is matched under a limit of time."""
TIME_LIMIT = 0.5
"""Seconds that matching one path with one pattern may take."""


class _Timed:
    """A regular expression of a pattern of files, under a limit of time; one that was too slow is
    not tried again.
    """

    def __init__(self, pattern: str, written: str) -> None:
        self._pattern = pattern
        self._written = written
        self._slow = False

    def search(self, path: str) -> Any:
        """Raises VaclintError when it takes too long."""
        import regex

        try:
            if not self._slow:
                return regex.search(self._pattern, path, timeout=TIME_LIMIT)
        except TimeoutError:
            self._slow = True
        message = (
            f"the pattern '{self._written}' took more than {TIME_LIMIT:g} s on a path; make it "
            "simpler (many '*' are the usual cause)"
        )
        raise VaclintError("config", "vaclint", message)


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
    return os.path.splitext(name)[1].lower() in SUFFIXES and not is_project_file(name)


def texts_in(folder: Path) -> Iterator[Path]:
    """The files in a folder that are named as texts, whatever the folders in it are called."""
    for parent, _, names in os.walk(folder):
        for name in names:
            if is_text_name(name) and os.path.splitext(name)[1].lower() not in DATA_SUFFIXES:
                yield Path(parent, name)


Tell = Callable[[VaclintError], None]
"""Is told of what cannot be read on the way; the rest goes on."""


def find_files(
    folder: Path,
    config_for: Callable[[Path], Config],
    left_out: LeftOut,
    unread_jobs: CountJobs = lambda path, config: None,
    tell: Tell | None = None,
) -> Iterator[Path]:
    """The texts in a folder, sorted, without what git ignores, hidden folders, and what the
    configuration excludes.

    Raises VaclintError when the folder holds none, not even one that is left out.
    """
    found = False
    told: list[VaclintError] = []

    def say(error: VaclintError) -> None:
        told.append(error)
        if tell is not None:
            tell(error)

    top = Path(os.path.abspath(folder))
    before = left_out.count
    walk = _Walk(config_for, left_out, unread_jobs, top, say)
    for path in _walk(folder, _ignores_above(top, say), walk):
        found = True
        yield path
    if not found and left_out.count > before:
        left_out.empty.append(folder.as_posix())
    elif not found and not told:
        raise VaclintError(
            "read",
            str(folder),
            f"the folder {folder} holds no text to check (.md or .txt); name a file, or widen "
            "'include'",
        )


def reaches(path: Path, config: Config) -> bool:
    """Whether a folder run would check a file, by its name and the configuration."""
    if path.suffix.lower() not in SUFFIXES and not config.include:
        return False
    if config.vacancies and not _is_told(config, path):
        return False
    if config.include and not config.vacancies:
        return matches(config.include, path, config.root)
    relative = _relative(path, config)
    return is_within(relative) or (
        bool(config.vacancies)
        and not is_project_file(path.name)
        and _names_its_way(config, relative)
    )


def _relative(path: Path, config: Config) -> Path:
    """A path from the root of its configuration, or else of its repository, or else from here."""
    absolute = Path(os.path.abspath(path))
    roots = [config.root] if config.root else []
    roots += [parent for parent in absolute.parents if os.path.exists(parent / ".git")][:1]
    for root in (*roots, Path.cwd()):
        if absolute.is_relative_to(root):
            return absolute.relative_to(root)
    return Path(absolute.name)


def _is_told(config: Config, path: Path) -> bool:
    return matches(config.vacancies, path, config.root)


def _names_its_way(config: Config, relative: Path) -> bool:
    """Whether the configuration names every folder of a path that would be left out."""
    return all(
        _is_named(config, folder)
        for folder in relative.parts[:-1]
        if why_folder(folder) or folder.startswith(".")
    )


def _is_named(config: Config, folder: str) -> bool:
    """Whether a pattern of the configuration names a folder: ``public/vacatures/**``."""
    return any(folder in pattern.split("/") for pattern in (*config.vacancies, *config.include))


def _ignores_above(top: Path, tell: Tell) -> list[tuple[Path, _Ignores]]:
    """The .gitignore files above a folder, up to the top of its repository, and git's own exclude
    file.
    """
    if os.path.exists(top / ".git"):
        return _exclude_file(top, tell)
    found: list[tuple[Path, _Ignores]] = []
    for parent in top.parents:
        found = _ignores_in(parent, tell) + found
        if os.path.exists(parent / ".git"):
            return _exclude_file(parent, tell) + found
    return []


def _exclude_file(top: Path, tell: Tell) -> list[tuple[Path, _Ignores]]:
    """What git leaves out in a repository besides its .gitignore files: by the user's own file, and
    by the repository's.
    """
    files = [_users_ignore(), top / ".git" / "info" / "exclude"]
    return [(top, _read_ignore(file, tell)) for file in files if file and is_file(file)]


def _users_ignore() -> Path | None:
    """The user's file of patterns: ``core.excludesFile`` of git's global configuration, or else the
    place that git looks in. A repository's own configuration is not asked.
    """
    import subprocess

    command = ["git", "config", "--global", "--get", "--path", "core.excludesFile"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=5)
        said = os.fsdecode(done.stdout).strip("\n")
    except (OSError, subprocess.SubprocessError):
        said = ""
    if said:
        return Path(said)
    try:
        folder = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    except RuntimeError:
        return None
    return Path(folder) / "git" / "ignore"


def _ignores_in(folder: Path, tell: Tell) -> list[tuple[Path, _Ignores]]:
    file = folder / ".gitignore"
    return [(folder, _read_ignore(file, tell))] if is_file(file) else []


MANY = 200
"""Of more patterns than this only those are made ready whose letters a path has."""
_SET = re.compile(r"\[(?:0-9|a-z|A-Z|\w)+\]")
_NO_LETTERS = re.compile(r"[\s!*?/#]+")


def _letters(pattern: str) -> str:
    """The longest row of characters that a path must have to match a pattern, which is a pattern
    then; empty where that cannot be told.
    """
    pattern = _SET.sub("*", pattern)
    if len(pattern) > LONGEST or not {"[", "]", "\\"}.isdisjoint(pattern):
        return ""
    return max(_NO_LETTERS.split(pattern), key=len)


class _Ignores:
    """The patterns of one file. Raises ValueError and re.error for what is none."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._all = _spec(lines) if len(lines) <= MANY else None
        self._lines = [] if self._all is not None else [(_letters(line), line) for line in lines]
        for letters, line in self._lines:
            if not letters:
                _spec((line,))

    def says(self, relative: str) -> bool | None:
        """Whether a path is ignored; None where the file says nothing of it."""
        spec = self._all
        if spec is None:
            from pathspec import GitIgnoreSpec

            met = [_spec((line,)) for letters, line in self._lines if letters in relative]
            spec = GitIgnoreSpec([pattern for each in met for pattern in each.patterns])
        return spec.check_file(relative).include


def _read_ignore(file: Path, tell: Tell) -> _Ignores:
    """The patterns of a file; a line that is none is told and left out, as git does."""
    try:
        text = read_regular(file, MAX_FILE_SIZE).decode("utf-8", "replace")
    except OSError as error:
        tell(unreadable(file.as_posix(), "file", error))
        return _Ignores(())
    lines = tuple(line for line in text.splitlines() if line.strip() and line[0] != "#")
    try:
        return _Ignores(lines)
    except (ValueError, re.error):
        pass
    kept = []
    for line in lines:
        try:
            _Ignores((line,))
            kept.append(line)
        except (ValueError, re.error):
            message = f"'{line}' in {file.as_posix()} is no pattern of files; mend or remove it"
            tell(VaclintError("config", file.as_posix(), message))
    return _Ignores(tuple(kept))


def _is_ignored(ignores: list[tuple[Path, _Ignores]], absolute: str, folder: bool) -> bool:
    """As git has it: the file nearest to the path decides first, and in it the last pattern that
    matches.
    """
    for root, patterns in reversed(ignores):
        relative = os.path.relpath(absolute, root).replace(os.sep, "/") + ("/" if folder else "")
        said = patterns.says(relative)
        if said is not None:
            return said
    return False


class _Walk(NamedTuple):
    """What stays the same through a folder."""

    config_for: Callable[[Path], Config]
    left_out: LeftOut
    unread_jobs: CountJobs
    top: Path
    tell: Tell


def _walk(folder: Path, ignores: list[tuple[Path, _Ignores]], walk: _Walk) -> Iterator[Path]:
    absolute = os.path.abspath(folder)
    config = walk.config_for(Path(absolute))
    unmet = walk.left_out.unmet
    unmet.look_for(config, walk.top)
    ignores = ignores + _ignores_in(Path(absolute), walk.tell)
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        walk.tell(unreadable(folder.as_posix(), "folder", error))
        return
    if len(folder.parts) > DEPTH:
        message = f"folders more than {DEPTH} deep are left out; name the folder itself"
        walk.tell(VaclintError("read", folder.as_posix()[:LONG_PATH], message))
        return
    for entry in entries:
        path = folder / entry.name
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
            named = is_folder and _is_named(config, entry.name)
            if not is_folder:
                unmet.meet(config, path)
            if entry.name.startswith(".") and not named:
                unmet.meet_folder(config, entry.name)
                continue
            if not is_folder and not _is_file(entry):
                continue
            if _is_ignored(ignores, os.path.join(absolute, entry.name), is_folder):
                unmet.meet_folder(config, entry.name)
                continue
            if not is_folder:
                if _is_wanted(path, config, walk):
                    yield path
            elif (reason := why_folder(entry.name)) and not named:
                unmet.meet_folder(config, entry.name)
                walk.left_out.folders[reason].append(path)
            else:
                yield from _walk(path, ignores, walk)
        except VaclintError as error:  # of a pattern
            walk.tell(error)
        except OSError as error:
            walk.tell(unreadable(path.as_posix(), "file", error))


def _is_wanted(path: Path, config: Config, walk: _Walk) -> bool:
    """Whether a file of a folder is checked; why not is kept."""
    left_out = walk.left_out
    suffix = path.suffix.lower()
    told = _is_told(config, path)
    included = not config.vacancies and matches(config.include, path, config.root)
    if not told and not included and suffix not in SUFFIXES:
        if suffix in UNREAD and not config.include and not config.vacancies:
            left_out.suffixes[suffix] += 1
        return False
    reason = ""
    if matches(config.exclude, path, config.root):
        reason = EXCLUDED
    elif included:
        return True
    elif is_project_file(path.name):
        reason = PROJECT
    elif (config.vacancies and not told) or config.include:
        reason = OUTSIDE
    if suffix not in SUFFIXES:
        if not reason and suffix in UNREAD:
            left_out.suffixes[suffix] += 1
        return False
    if not reason and is_own_report(path):
        reason = REPORTS
    if suffix in DATA_SUFFIXES and not reason:
        return is_data_wanted(path, config, left_out, walk.unread_jobs)
    if reason and suffix not in DATA_SUFFIXES:
        left_out.files[reason] += 1
    return not reason


PAGES = frozenset({".html", ".htm"})
GENERATOR = b'<meta name="generator" content="vaclint">'
"""By this a page of vaclint tells itself, among its first bytes."""
HEAD = 2048


def is_own_report(path: Path) -> bool:
    """Whether a file is a page that vaclint wrote; it would find in it all that it told there."""
    if path.suffix.lower() not in PAGES or not is_file(path):
        return False
    try:
        with path.open("rb") as file:
            return GENERATOR in file.read(HEAD)
    except OSError:
        return False  # let the run say what is wrong with it


def is_data_wanted(path: Path, config: Config, left_out: LeftOut, unread_jobs: CountJobs) -> bool:
    """Whether a file of data is about jobs; a repository has many that are not."""
    try:
        data = read_regular(path, config.max_file_size)
    except OSError:
        return path.suffix.lower() == ".json"  # let the run say what is wrong with it
    if b"JobPosting" in data and path.suffix.lower() in (".json", ".jsonld"):
        return True
    jobs = unread_jobs(path, config)
    if jobs is None:
        return False
    if jobs.jobs:
        left_out.lists.append(jobs)
    return not jobs.jobs


DEPTH = 200
"""So many folders deep texts are looked for."""
LONG_PATH = 400
"""So much of a path that is too deep is shown."""


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file, or a link that leads to one or in a circle, which reading tells;
    pipes and devices are none.
    """
    try:
        return entry.is_file()
    except OSError:
        return True
