"""The release script refuses what is not ready, and tags what is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cli_support import ROOT

FILES = ("README.md", "README.nl.md", "docs/ci.md", "templates/vaclint.yml", ".ci/release")


def git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    done = subprocess.run(["git", *names, *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def release(folder: Path, *arguments: str) -> tuple[int, str]:
    names = {
        "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x@example.org",
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(
        [".ci/release", *arguments], cwd=folder, env=names, capture_output=True, check=False
    )
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with what the script looks at, at version 0.1.0."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "src" / "vaclint").mkdir(parents=True)
    (tmp_path / "src" / "vaclint" / "__init__.py").write_text('__version__ = "0.1.0"\n')
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## 0.1.0\n")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "x")
    return tmp_path


def test_a_version_that_is_ready_is_tagged_once(tree: Path) -> None:
    code, said = release(tree, "0.1.0", "--checked")
    assert code == 0, said
    assert git(tree, "tag").split() == ["v0.1.0"]
    code, said = release(tree, "0.1.0", "--checked")
    assert (code, "there already" in said) == (1, True)


@pytest.mark.parametrize(
    ("version", "change", "says"),
    [
        ("0.2", "", "name a version"),
        ("0.2.0", "", "another version"),
        ("0.1.0", "new.txt", "not committed"),
    ],
)
def test_what_is_not_ready_is_refused(tree: Path, version: str, change: str, says: str) -> None:
    if change:
        (tree / change).write_text("x")
    code, said = release(tree, version, "--checked")
    assert code == 1
    assert says in said
    assert git(tree, "tag") == ""


def test_a_page_with_an_older_version_is_named(tree: Path) -> None:
    (tree / "docs" / "ci.md").write_text("git+https://git.example.org/vaclint@v0.0.9\n")
    git(tree, "commit", "-qam", "x")
    code, said = release(tree, "0.1.0", "--checked")
    assert (code, "docs/ci.md names another version" in said) == (1, True)
