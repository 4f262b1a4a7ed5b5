"""Which files of a folder are checked."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from cli_support import vaclint
from project_support import checked, write
from vaclint.project import discover
from vaclint.project.config import Config, read_config
from vaclint.project.discover import LeftOut, find_files, is_text_name, matches

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


@pytest.mark.parametrize("many", [-1, 200])
def test_of_many_patterns_those_are_looked_at_whose_letters_a_path_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(discover, "MANY", many)
    patterns = [
        "uit/",
        "!uit/keep.md",
        "*.tmp.md",
        "[Cc]oncept*",
        "/a?/**/b.md",
        "x\\ y.md",
        "kok/*",
    ]
    shown = ("a.md", "b/c.md", "kok.md")
    hidden = ("uit/a.md", "a.tmp.md", "b/Concept.md", "ab/c/b.md", "x y.md", "kok/a.md")
    files = dict.fromkeys((*shown, *hidden), TEXT)
    repository(tmp_path, files | {".gitignore": "\n".join(patterns)})
    assert paths(tmp_path) == sorted(shown)


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


def test_a_report_beside_the_texts_is_none_of_them(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": TEXT, "b.html": f"<!doctype html><p>{TEXT}</p>"})
    done = vaclint("check", ".", "--output-file", "html=report.html", cwd=tmp_path)
    assert done.code in (0, 1)
    assert paths(tmp_path) == ["a.md", "b.html"]
    assert paths(tmp_path, "report.html") == ["report.html"]
    left_out = LeftOut()
    assert len([*find_files(tmp_path, lambda _: Config(), left_out)]) == 2
    assert left_out.files == {"reports": 1}
    assert checked(tmp_path, "report.html", "a.md", force_exclude=True).paths == ["a.md"]


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
        ("leesmij.md", False),
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


POSTING = '{"@type": "JobPosting", "title": "Kok"}'
JOBS = '[{"title": "Kok", "description": "Wij zoeken een kok."}]'


def test_template_built_and_vendored_folders_are_left_out(tmp_path: Path) -> None:
    left_out = (
        "archetypes/default.md", "Layouts/list.html", "_includes/kaart.html", "_layouts/a.html",
        "themes/x/content/kok.md", "partials/kop.html", "templates/v.md", "vendor/a.md",
        "public/kok.html", "_site/kok.html", "dist/kok.html",
    )  # fmt: skip
    write(tmp_path, dict.fromkeys((*left_out, "content/kok.md"), TEXT))
    write(tmp_path, {"archetypes/default.md": '---\ntitle: "{{ .Name "-" }}"\n---\n'})
    outcome = checked(tmp_path)
    assert outcome.paths == ["content/kok.md"]
    assert outcome.errors == []
    assert paths(tmp_path, "themes/x/content") == ["themes/x/content/kok.md"]


def test_names_are_compared_without_case(tmp_path: Path) -> None:
    left_out = (
        "readme.md", "Contributing.md", "code-of-conduct.md", "Changelog.md", "fonts/OFL.txt",
        "License.md", "fonts/Lato-License.txt",
    )  # fmt: skip
    read = ("security-officer.md", "support.md", "licensed-nurse.md")
    write(tmp_path, dict.fromkeys((*left_out, *read), TEXT))
    assert paths(tmp_path) == sorted(read)


def test_with_vacancies_only_these_are_checked(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(("content/vacatures/a.md", "content/b.md", "c.md"), TEXT))
    write(tmp_path, {"vaclint.toml": 'vacancies = ["content/vacatures/**"]\n'})
    outcome = checked(tmp_path, select=("SAL",))
    assert [(file.path, file.kind) for file in outcome.files] == [
        ("content/vacatures/a.md", "vacancy")
    ]
    assert paths(tmp_path, "c.md") == ["c.md"], "named"
    assert paths(tmp_path, "content") == ["content/vacatures/a.md"]


def test_what_is_told_to_be_a_vacancy_is_one_whatever_it_says(tmp_path: Path) -> None:
    write(tmp_path, {"v/a.md": "# Beeld\n\nEen schilderij.\n", "v/oud.md": TEXT})
    write(tmp_path, {"vaclint.toml": 'vacancies = ["v/"]\n[kind]\n"v/oud.md" = "other"\n'})
    outcome = checked(tmp_path, select=("SAL",))
    assert [(file.path, file.kind) for file in outcome.files] == [
        ("v/a.md", "vacancy"), ("v/oud.md", "other"),
    ]  # fmt: skip


def test_vacancies_may_name_a_folder_that_is_left_out_otherwise(tmp_path: Path) -> None:
    files = ("public/vacatures/kok.html", "public/index.html", "x/public/vacatures/a.html")
    write(tmp_path, dict.fromkeys(files, "<p>Wij zoeken een kok.</p>"))
    write(tmp_path, {"vaclint.toml": 'vacancies = ["public/vacatures/**"]\n'})
    assert paths(tmp_path) == ["public/vacatures/kok.html"]
    assert paths(tmp_path, "public/vacatures/kok.html") == ["public/vacatures/kok.html"]


def test_named_files_may_be_held_to_the_reach_of_a_folder(tmp_path: Path) -> None:
    named = ("README.md", "kok.md", "archetypes/a.md", "b.json", "package.json", "x/kok.md")
    write(tmp_path, {**dict.fromkeys(named, TEXT), "package.json": "{}", "b.json": POSTING})

    def held() -> list[str]:
        return checked(tmp_path, *named, select=("GEN",), force_exclude=True).paths

    assert held() == ["b.json", "kok.md", "x/kok.md"]
    write(tmp_path, {"vaclint.toml": 'exclude = ["x/"]\n'})
    assert held() == ["b.json", "kok.md"]
    write(tmp_path, {"vaclint.toml": 'vacancies = ["x/**"]\n'})
    assert held() == ["x/kok.md"]


def test_lists_of_jobs_are_read_where_fields_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": TEXT, "jobs.json": JOBS, "data.json": "[1, 2]", "x.yml": "a: [b]\n"})
    write(tmp_path, {"kapot.json": "[{title description"})
    assert paths(tmp_path) == ["a.md"]
    write(tmp_path, {"vaclint.toml": '[fields]\ndescription = ["description"]\n'})
    assert paths(tmp_path) == ["a.md", "jobs.json"]


def test_a_folder_of_which_all_is_left_out_is_no_error(tmp_path: Path) -> None:
    write(tmp_path, {"lettertype/OFL.txt": TEXT})
    outcome = checked(tmp_path)
    assert (outcome.paths, outcome.errors, outcome.code) == ([], [], 0)


def test_more_suffixes_are_read_and_the_others_are_not(tmp_path: Path) -> None:
    names = [f"kok.{name}" for name in ("mdoc", "njk", "astro", "vue", "php", "adoc", "rst", "hbs")]
    write(tmp_path, dict.fromkeys(names, TEXT))
    assert paths(tmp_path) == ["kok.mdoc", "kok.njk"]


def test_a_suffix_that_nobody_asked_for_is_not_counted(tmp_path: Path) -> None:
    write(
        tmp_path, {"vaclint.toml": 'vacancies = ["**"]\n', "a.md": "x", "b.sh": "x", "c.docx": "x"}
    )
    left_out = LeftOut()
    config = read_config(tmp_path / "vaclint.toml")
    assert [path.name for path in find_files(tmp_path, lambda _: config, left_out)] == ["a.md"]
    assert dict(left_out.suffixes) == {".docx": 1}


@pytest.mark.parametrize("configured", [True, False])
def test_the_users_own_ignore_file_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configured: bool
) -> None:
    home = tmp_path / "home"
    ignore = home / ("mine" if configured else ".config/git/ignore")
    ignore.parent.mkdir(parents=True, exist_ok=True)
    ignore.write_text("*.kladje.md\n")
    if configured:
        (home / ".gitconfig").write_text("[core]\n\texcludesFile = ~/mine\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    repository = tmp_path / "repo"
    write(repository, {"a.md": "x", "b.kladje.md": "x"})
    subprocess.run(["git", "init", "-q"], cwd=repository, check=True)
    config = Config()
    found = [path.name for path in find_files(repository, lambda _: config, LeftOut())]
    assert found == ["a.md"]
