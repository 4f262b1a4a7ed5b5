"""Which files of a folder are checked."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from project_support import checked, write
from vaclint.project.discover import is_text_name, matches

TEXT = "# Kok\n\nWij zoeken een kok.\n"


def paths(folder: Path, *given: str) -> list[str]:
    return checked(folder, *given, select=("GEN",)).paths


def repository(folder: Path, files: dict[str, str]) -> Path:
    write(folder, files)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def test_folders(tmp_path: Path) -> None:
    left_out = (
        "README.md", "CHANGELOG.md", "LICENSE.txt", ".hidden/f.md", "node_modules/g.md", "uit/h.md",
        "x.tmp.md", "b/z.txt",
    )  # fmt: skip
    files = dict.fromkeys((*left_out, "a.md", "b/c.txt", "b/d.html", "uit/keep.md"), TEXT)
    files |= {"requirements.txt": "a", "b/e.py": "x", "package.json": "{}"}
    files |= {"b/job.json": '{"@type": "JobPosting", "title": "Kok"}'}
    files |= {".gitignore": "/uit/*\n!keep.md\n*.tmp.md\n", "b/.gitignore": "*.txt\n!c.txt\n"}
    repository(tmp_path, files)
    assert paths(tmp_path) == ["a.md", "b/c.txt", "b/d.html", "b/job.json", "uit/keep.md"]
    assert paths(tmp_path, "b") == ["b/c.txt", "b/d.html", "b/job.json"]
    assert paths(tmp_path, "README.md", "a.md", "./a.md") == ["README.md", "a.md"]


def test_ignored_by_a_parent_repository(tmp_path: Path) -> None:
    files = {".gitignore": "concept/\n", "vacatures/a.md": TEXT, "vacatures/concept/b.md": TEXT}
    repository(tmp_path, files)
    assert paths(tmp_path / "vacatures", ".") == ["a.md"]


def test_ignored_by_the_exclude_file_of_git(tmp_path: Path) -> None:
    repository(tmp_path, {"a.md": TEXT, "b.md": TEXT, "map/b.md": TEXT})
    write(tmp_path, {".git/info/exclude": "b.md\n"})
    assert paths(tmp_path) == ["a.md"]
    assert paths(tmp_path, "b.md") == ["b.md"]


def test_what_the_configuration_says(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": TEXT, "b.adoc": TEXT, "concept/c.md": TEXT, "README.md": TEXT})
    write(tmp_path, {"vaclint.toml": 'exclude = ["concept/"]\n'})
    assert paths(tmp_path) == ["a.md"]
    assert paths(tmp_path, "concept/c.md") == []
    write(tmp_path, {"vaclint.toml": 'include = ["*.adoc", "README.md"]\n'})
    assert paths(tmp_path) == ["README.md", "b.adoc"]


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"leeg/a.py": "x", "a.md": TEXT})
    outcome = checked(tmp_path, "leeg", "a.md", select=("GEN",))
    assert outcome.paths == ["a.md"]
    assert [error.kind for error in outcome.errors] == ["read"]
    assert "holds no text to check" in outcome.errors[0].message


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.md": TEXT, "elders/b.md": TEXT})
    (tmp_path / "in" / "weg").symlink_to(tmp_path / "elders")
    assert paths(tmp_path, "in") == ["in/a.md"]


@pytest.mark.parametrize(
    ("name", "is_text"),
    [
        ("kok.md", True),
        ("KOK.MD", True),
        ("kok.htm", True),
        ("kok.json", True),
        ("kok.py", False),
        ("README.md", False),
        ("LICENSE", False),
        ("requirements-dev.txt", False),
        ("leesmij.md", True),
    ],
)
def test_names(name: str, is_text: bool) -> None:
    assert is_text_name(name) is is_text


def test_patterns_hold_from_their_root_on(tmp_path: Path) -> None:
    inside = tmp_path / "map" / "kok.md"
    assert matches(("/map/",), inside, tmp_path)
    assert not matches(("/kok.md",), inside, tmp_path)
    assert matches(("kok.md",), Path("/elders/kok.md"), tmp_path)
    assert not matches((), inside, tmp_path)
