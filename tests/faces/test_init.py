"""``vaclint init``: a commented configuration that fits the repository, and that can be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cli_support import vaclint_here
from project.test_survey import ADVERT, NEWS
from project_support import write
from vaclint.project.config import read_config
from vaclint.text.escaped import escaped


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    adverts = {f"jobs/{n}.md": ADVERT.format(extra="loon_pm: € 2.900 per maand") for n in range(3)}
    write(tmp_path, {**adverts, "nieuws/a.md": NEWS, "nieuws/b.md": ADVERT.format(extra="x: 1")})
    return tmp_path


def test_what_it_writes_makes_a_check_look_at_the_vacancies(tree: Path) -> None:
    done = vaclint_here("init", "--message-language", "en", cwd=tree)
    assert (done.code, done.err) == (0, "")
    assert "Vacancies: 4; other texts: 1; unsure: 0" in done.out
    assert "jobs/**" in done.out
    text = (tree / "vaclint.toml").read_text("utf-8")
    assert "# Vacancies as well, among other texts: nieuws/b.md" in text
    config = read_config(tree / "vaclint.toml")
    assert config.vacancies == ("jobs/**",)
    assert config.fields == (("salary", ("loon_pm",)),)
    report = vaclint_here("check", "--output-format", "json", cwd=tree).json()
    assert [file["path"] for file in report["files"]] == ["jobs/0.md", "jobs/1.md", "jobs/2.md"]


def test_the_comments_are_in_the_language_of_the_vacancies(tree: Path) -> None:
    assert "Dit zijn de vacatures" not in vaclint_here("init", cwd=tree).out
    assert "# Dit zijn de vacatures: 4" in (tree / "vaclint.toml").read_text("utf-8")


def test_a_configuration_is_never_written_over(tree: Path) -> None:
    (tree / "vaclint.toml").write_text("ignore = []\n")
    done = vaclint_here("init", cwd=tree)
    assert done.code == 2
    assert "vaclint.toml is here already" in done.err
    assert (tree / "vaclint.toml").read_text() == "ignore = []\n"


def test_one_in_a_folder_above_is_no_hindrance(tree: Path) -> None:
    (tree / "vaclint.toml").write_text("ignore = []\n")
    assert vaclint_here("init", "jobs", cwd=tree).code == 0
    assert read_config(tree / "jobs" / "vaclint.toml").vacancies == ("*.md",)


def test_without_vacancies_the_key_is_a_comment(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": NEWS})
    assert vaclint_here("init", "--message-language", "en", cwd=tmp_path).code == 0
    assert read_config(tmp_path / "vaclint.toml").vacancies == ()


@pytest.mark.parametrize("folder", ["weg", "a.md"])
def test_what_is_no_folder(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a.md").write_text("x")
    done = vaclint_here("init", folder, cwd=tmp_path)
    assert (done.code, done.err) == (
        2,
        f"vaclint: {folder} is no folder; vaclint init is for one\n",
    )


def test_an_empty_folder_gets_the_comments(tmp_path: Path) -> None:
    done = vaclint_here("init", "--message-language", "en", cwd=tmp_path)
    assert (done.code, "Vacancies: 0" in done.out) == (0, True)
    assert "# vacancies =" in (tmp_path / "vaclint.toml").read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
@pytest.mark.parametrize(
    "name",
    [b"a\x07b", b"x\ny = 1", b'q"', b"\xff\xfe", b"\x1b[2J", "\u202eom".encode(), b"[a-", b"**",
     b"!b", b"#c", b" sp ", b"\\"],
)  # fmt: skip
def test_a_folder_of_any_name_is_named_and_found_again(tmp_path: Path, name: bytes) -> None:
    named = os.fsdecode(name)
    for folder, text in ((tmp_path / named, ADVERT), (tmp_path / "other", NEWS)):
        folder.mkdir()
        for file in ("0.md", f"{named}.md"):
            (folder / file).write_text(text.format(extra="x: 1"))
    (tmp_path / "other" / f"{named}2.md").write_text(ADVERT.format(extra="x: 1"))
    done = vaclint_here("init", "--message-language", "en", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out == escaped_lines(done.out)
    (pattern,) = read_config(tmp_path / "vaclint.toml").vacancies
    assert pattern.endswith("/**")
    report = vaclint_here("check", "--output-format", "json", cwd=tmp_path).json()
    assert len(report["files"]) == 2


def escaped_lines(text: str) -> str:
    """A text with every line escaped as file names are."""
    return "\n".join(map(escaped, text.split("\n")))
