"""Which lines changed since a revision, or are staged: asked of git, which follows renames.

Revisions are compared from where the branches parted, as in a pull request. What git does not know
yet is new; of a file that is staged the content in the index counts.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from vaclint.model.errors import VaclintError
from vaclint.model.regular import read_regular
from vaclint.text.named import NamedTuple

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_SECTION = re.compile(rb"^diff --git ", re.MULTILINE)
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_SAFE = (*("-c", "core.quotePath=false", "-c", "core.fsmonitor=false"),)
_DIFF = (
    *("diff", "-M", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative"),
    *("--ignore-submodules=all", "--inter-hunk-context=0"),
)
FETCH = "fetch its history first, with git fetch --unshallow (in GitHub Actions: fetch-depth: 0)"


class Lines(NamedTuple):
    """Lines of a file that changed, from 1; of lines that are gone, those around the gap."""

    first: int
    last: int
    is_gap: bool = False

    def meet(self, first: int, last: int) -> bool:
        """Whether some lines, the last included, have one in common with these, or both sides of
        the gap.
        """
        if self.is_gap:
            return first <= self.first and last >= self.last
        return first <= self.last and last >= self.first


class Change(NamedTuple):
    """What changed in a file: its lines, or all of it where it is new or cannot be told."""

    lines: tuple[Lines, ...] = ()
    everything: bool = False
    old_path: str = ""
    """What the file was called in the revision, from the top of the repository; empty for one that
    is new.
    """

    def meets(self, first: int, last: int) -> bool:
        """Whether some lines changed, the last included."""
        return self.everything or any(each.meet(first, last) for each in self.lines)


NEW = Change(everything=True)


class Changes:
    """What changed in the repositories of some files."""

    def __init__(self, since: str | None, folders: Iterable[Path]) -> None:
        """Since a revision, or None for what is staged. Raises VaclintError where git cannot tell:
        no repository, no such revision, a clone without enough history.
        """
        self.staged = since is None
        self._repositories: dict[Path, _Repository] = {}
        self._tops: dict[Path, Path | None] = {}
        for folder in folders:
            top = self._top(folder)
            if top is None:
                option = "--since-staged" if since is None else "--since"
                where = os.path.abspath(folder)
                message = f"{where} is in no git repository; leave out {option}"
                raise VaclintError("config", "vaclint", message)
            if top not in self._repositories:
                self._repositories[top] = _Repository(top, since)

    def of(self, path: str | os.PathLike[str]) -> Change | None:
        """What changed in a file; None where nothing did, or it is not known."""
        found = self._found(path)
        return found and found[0].changed.get(found[1])

    def old_content(self, path: str | os.PathLike[str]) -> bytes | None:
        """What a file held in the revision; None for one that was not there."""
        found = self._found(path)
        if found is None:
            return None
        repository, name = found
        change = repository.changed.get(name)
        old = change.old_path if change else name
        return repository.blob(f"{repository.base}:{old}") if old else None

    def staged_content(self, path: str | os.PathLike[str]) -> bytes | None:
        """What of a file is staged; None for one that is not in the index."""
        found = self._found(path)
        return found[0].staged_content(found[1]) if found else None

    def _found(self, path: str | os.PathLike[str]) -> tuple[_Repository, str] | None:
        absolute = Path(os.path.abspath(path))
        top = self._top(absolute.parent)
        repository = self._repositories.get(top) if top else None
        if top is None or repository is None:
            return None
        inside = Path(os.path.realpath(absolute.parent)) / absolute.name
        return repository, os.path.relpath(inside, top).replace(os.sep, "/")

    def _top(self, folder: Path) -> Path | None:
        """The top of the repository that a folder is in."""
        real = Path(os.path.realpath(folder))
        if real not in self._tops:
            above = self._top(real.parent) if real.parent != real else None
            self._tops[real] = real if os.path.exists(real / ".git") else above
        return self._tops[real]


class _Repository:
    """One repository, and what changed in it; names are from its top."""

    def __init__(self, top: Path, since: str | None) -> None:
        self.top = top
        self.base = self._head_or_nothing() if since is None else self._base_of(since)
        self._staged = since is None
        tree = "ls-tree", "-r", "-z", "--name-only", "--full-tree", self.base
        before = set(_names(self._git(*tree)))
        self._tracked = set(_names(self._git("ls-files", "-z", "--full-name")))
        if self._staged:
            dirty = self._git("diff", "--name-only", "-z", "--no-ext-diff", "--no-relative")
            self._dirty = set(_names(dirty))
            self.changed = self._changed(("--cached", self.base), {})
        else:
            self.changed = self._with_untracked(before)

    def staged_content(self, name: str) -> bytes | None:
        """What of a file is staged; None for one that is not in the index."""
        if name not in self._tracked:
            return None
        if name not in self._dirty:
            try:
                return read_regular(self.top / name)
            except OSError:
                pass  # the index has it
        return self.blob(f":{name}")

    def blob(self, name: str) -> bytes | None:
        """The content that a name of git stands for, or None."""
        done = self._run("cat-file", "blob", name)
        return done.stdout if done.returncode == 0 else None

    def _head_or_nothing(self) -> str:
        """The last commit, or the empty tree before the first one."""
        done = self._run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        if done.returncode == 0:
            return done.stdout.decode().strip()
        return self._git("hash-object", "-t", "tree", "--stdin").decode().strip()

    def _base_of(self, since: str) -> str:
        """Where this branch left a revision. Raises VaclintError for one that is not there."""
        given = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
        done = self._run(*given)
        if done.returncode != 0:
            way_out = (
                FETCH if self._is_shallow() else "git log --all --oneline lists those that are"
            )
            message = f"there is no revision '{since}' in {self.top}; {way_out}"
            raise VaclintError("config", "vaclint", message)
        revision = done.stdout.decode().strip()
        parted = self._run("merge-base", revision, "HEAD")
        if parted.returncode == 0:
            return parted.stdout.decode().split()[0]
        if self._is_shallow():
            message = f"this clone is shallow and has no history back to '{since}'; {FETCH}"
            raise VaclintError("config", "vaclint", message)
        return revision

    def _is_shallow(self) -> bool:
        return self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _with_untracked(self, before: set[str]) -> dict[str, Change]:
        """What changed in the working tree. Files that git does not know yet are told to a copy of
        the index, so that one that was only moved is not new.
        """
        others = self._git("ls-files", "-z", "--others", "--exclude-standard", "--full-name")
        if not others:
            return self._changed((self.base,), {})
        with tempfile.TemporaryDirectory() as folder:
            index = self._git("rev-parse", "--git-path", "index").decode().rstrip("\n")
            copy = os.path.join(folder, "index")
            if (self.top / index).exists():
                shutil.copyfile(self.top / index, copy)
            environment = {"GIT_INDEX_FILE": copy, "GIT_LITERAL_PATHSPECS": "1"}
            add = ("add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul")
            self._run(*add, stdin=others, environment=environment)
            found = self._changed((self.base,), environment)
        for name in _names(others):
            if name not in before:
                found.setdefault(name, NEW)
        return found

    def _changed(self, what: Sequence[str], environment: dict[str, str]) -> dict[str, Change]:
        """The files that changed, but for those that are gone, and how."""
        listing = (*_DIFF, "--name-status", "-z", "--diff-filter=AMRT", *what, "--")
        names = list(_statuses(self._git(*listing, environment=environment)))
        patch = self._git(
            *(*_DIFF, "-U0", "--diff-filter=AMR", *what, "--"), environment=environment
        )
        starts = [match.start() for match in _SECTION.finditer(patch)]
        sections = [patch[start:end] for start, end in pairwise([*starts, len(patch)])]
        shown = [each for each in names if each.status != "T"]
        found = {each.name: NEW for each in names}
        if len(shown) != len(sections):  # let nothing be hidden
            return {each.name: Change((), True, each.old) for each in names}
        for each, section in zip(shown, sections, strict=True):
            if each.status != "A":
                found[each.name] = self._change(each, section)
        return found

    def _change(self, named: _Named, section: bytes) -> Change:
        hunks = [_lines(int(match[1]), int(match[2] or b"1")) for match in _HUNK.finditer(section)]
        is_binary = b"\nBinary files " in section or b"\nGIT binary patch" in section
        everything = is_binary or (bool(hunks) and self._has_lone_returns(named.name))
        return Change(tuple(hunks), everything, named.old)

    def _has_lone_returns(self, name: str) -> bool:
        """Whether lines end otherwise than git counts them."""
        try:
            data = self.blob(f":{name}") if self._staged else read_regular(self.top / name)
        except OSError:
            return False
        return data is not None and _LONE_RETURN.search(data) is not None

    def _git(self, *arguments: str, environment: dict[str, str] | None = None) -> bytes:
        """What git prints. Raises VaclintError when it does not do what is asked."""
        done = self._run(*arguments, environment=environment)
        if done.returncode != 0:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            reason = lines[-1] if lines else f"exit code {done.returncode}"
            message = f"git {arguments[0]} failed in {self.top} ({reason}); mend that first"
            raise VaclintError("config", "vaclint", message)
        return done.stdout

    def _run(
        self, *arguments: str, stdin: bytes = b"", environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                ["git", "-C", str(self.top), *_SAFE, *arguments],
                input=stdin,
                capture_output=True,
                env={**os.environ, **(environment or {}), "LC_ALL": "C"},
                check=False,
            )
        except OSError as error:
            message = f"git cannot be run ({error.strerror}); install git, or leave out --since"
            raise VaclintError("config", "vaclint", message) from None


class _Named(NamedTuple):
    """A file of a listing: what happened to it (A, M, R or T), its name, and what it was called."""

    status: str
    name: str
    old: str


def _statuses(listing: bytes) -> Iterator[_Named]:
    """The files of ``git diff --name-status -z``."""
    parts = iter(_names(listing))
    for status in parts:
        old = next(parts)
        name = next(parts) if status.startswith("R") else old
        yield _Named(status[0], name, "" if status == "A" else old)


def _names(listing: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listing.split(b"\0") if name]


def _lines(start: int, count: int) -> Lines:
    """The new lines of a hunk; one without any is a gap behind ``start``."""
    return Lines(start, start + count - 1) if count else Lines(start, start + 1, True)
