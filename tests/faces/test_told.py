"""What a run tells about itself: what was not checked, what may be a vacancy, in one language."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import vaclint
from project_support import inside, write
from vaclint.faces.told import language_of_run, left_out_lines, told
from vaclint.model.options import Options
from vaclint.model.report import FileReport, Look
from vaclint.project.plan import Plan, collect
from vaclint.project.settings import Settings

TEXT = "# Kok\n\nWij zoeken een kok voor 24 uur per week. Je verdient € 2.900 per maand.\n"
ENGLISH = "# Cook\n\nWe are looking for a cook. You work with us for 32 hours per week. "
JOBS = '[{"title": "Kok", "description": "Wij zoeken een kok."}]'


def plan_of(folder: Path, *paths: str, **options: str) -> Plan:
    with inside(folder):
        plan = Plan(Settings(paths=paths or (".",), options=Options(**options)))  # type: ignore[arg-type]
        collect(plan)
    return plan


def lines(folder: Path, *paths: str) -> list[str]:
    with inside(folder):
        plan = plan_of(folder, *paths, message_language="en")
        return [*told(plan, [], look(plan)), *left_out_lines(plan.left_out, look(plan))]


def look(plan: Plan) -> Look:
    return Look(language_of_run(plan, []).section("output"))


def test_files_that_may_be_vacancies_are_named_in_one_line(tmp_path: Path) -> None:
    plan = plan_of(write(tmp_path, {"a.md": TEXT}), message_language="en")
    files = [FileReport(f"{number}.md", "markdown", "unsure") for number in range(12)]
    (line,) = told(plan, files, look(plan))
    assert line.startswith("12 files may be vacancies: 0.md, 1.md, ")
    assert "9.md and 2 more. " in line
    assert "vacancies = " in line
    (line,) = told(plan, files[:1], look(plan))
    assert line.startswith("1 file may be a vacancy: 0.md. ")


def test_a_list_of_jobs_that_is_not_read_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"jobs.json": JOBS, "leeg.json": "{}", "leeg.md": "<!-- later -->\n"})
    done = vaclint("check", "jobs.json", cwd=tmp_path)
    assert (done.code, done.out) == (0, "0 bestanden gecontroleerd.\n")
    assert done.err.startswith("vaclint: jobs.json: 1 stukken met titel en tekst, niet gelezen.")
    assert done.err.count("\n") == 1
    quiet = vaclint("check", "jobs.json", "-q", cwd=tmp_path)
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    assert "geen JobPosting" in vaclint("check", "leeg.json", cwd=tmp_path).err
    assert "geen tekst" in vaclint("check", "leeg.md", cwd=tmp_path).err
    folder = vaclint("check", cwd=write(tmp_path, {"kok.md": TEXT}))
    assert "jobs.json: 1 stukken met titel en tekst" in folder.err
    assert "leeg.md" not in folder.err


def test_what_is_left_out_is_told_with_counts(tmp_path: Path) -> None:
    files = (
        "a.md", "README.md", "licence.txt", "archetypes/a.md", "x/archetypes/b.md",
        "layouts/c.html", "node_modules/d.md",
    )  # fmt: skip
    write(tmp_path, dict.fromkeys(files, TEXT))
    assert lines(tmp_path) == [
        "Left out, folders of templates: archetypes (2×), layouts (3 texts)",
        "Left out, folders of others: node_modules",
        "Left out, files about the project and licences: 2",
    ]


def test_what_is_outside_vacancies_is_counted_and_patterns_without_files_are_told(
    tmp_path: Path,
) -> None:
    write(tmp_path, dict.fromkeys(("v/a.md", "b.md", "c/d.md"), TEXT))
    write(tmp_path, {"vaclint.toml": 'vacancies = ["v/**", "jobs/**"]\n'})
    config = tmp_path.resolve() / "vaclint.toml"
    assert lines(tmp_path) == [
        f'vacancies = ["jobs/**"] in {config}: no file matches it.',
        "Not checked, as not in vacancies or include: 2",
    ]
    assert not any("jobs/**" in line for line in lines(tmp_path, "c")), "it may match elsewhere"


CONFIG = """\
exclude = ["gone/**", "oud/**", "templates/x.md", "!oud/kept.md"]
include = ["*.adoc"]
extend = "base.toml"
[per-file-ignores]
"oud/*.md" = ["GEN"]
"weg/*.md" = ["GEN"]
[kind]
"blog/**" = "other"
[suppress]
"a.md" = { text = "x", rule = "GEN" }
[[overrides]]
files = ["pages/**", "a.md"]
ignore = ["JAR"]
"""


def test_every_pattern_that_no_file_matches_is_told(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(("a.md", "oud/b.md", "templates/c.md"), TEXT))
    write(tmp_path, {"vaclint.toml": CONFIG, "base.toml": 'exclude = ["elsewhere/**"]\n'})
    config = tmp_path.resolve() / "vaclint.toml"
    told_of = [line for line in lines(tmp_path) if "no file matches it" in line]
    assert told_of == [
        f'[[overrides]] files = ["pages/**"] in {config}: no file matches it.',
        f'exclude = ["gone/**"] in {config}: no file matches it.',
        f'include = ["*.adoc"] in {config}: no file matches it.',
        f'[kind] "blog/**" in {config}: no file matches it.',
        f'[per-file-ignores] "weg/*.md" in {config}: no file matches it.',
    ]
    assert not any("no file matches" in line for line in lines(tmp_path, "oud"))
    assert not any("no file matches" in line for line in lines(tmp_path, "a.md"))


def test_a_built_folder_with_texts_is_told_unless_git_ignores_it(tmp_path: Path) -> None:
    write(tmp_path, {"public/kok.html": "<p>Kok</p>", "content/a.md": TEXT, "dist/app.js": "x"})
    told_of = lines(tmp_path)
    assert [line for line in told_of if line.startswith("public/")]
    assert not [line for line in told_of if line.startswith("dist/")]
    write(tmp_path, {".git/HEAD": "", ".gitignore": "public/\n"})
    assert not [line for line in lines(tmp_path) if line.startswith("public/")]


def test_suffixes_that_are_not_read_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": TEXT, "b.rst": TEXT, "c.rst": TEXT, "d.astro": TEXT, "e.png": ""})
    assert lines(tmp_path) == ["Not read: 1 .astro, 2 .rst."]
    (line,) = lines(tmp_path, "b.rst")
    assert line == (
        "b.rst: a format that vaclint does not know; read as HTML where it is a page, else as text."
    )


def test_an_all_left_out_folder_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"fonts/OFL.txt": "--  licence\n"})
    done = vaclint("check", "fonts", "--fix", cwd=tmp_path)
    assert done.code == 0
    assert "fonts: alles in deze map wordt overgeslagen" in done.err
    assert (tmp_path / "fonts/OFL.txt").read_text("utf-8") == "--  licence\n"


def test_the_frame_is_in_the_language_of_most_words(tmp_path: Path) -> None:
    write(
        tmp_path, {"a.md": "# OK\n", "cook.md": ENGLISH * 4, "kok.md": "# Kok\n\nWij zoeken u.\n"}
    )
    done = vaclint("check", "--fail-on", "never", cwd=tmp_path)
    assert "files checked" in done.out
    assert "waarschuwing SAL001" not in done.out
    assert "bestanden gecontroleerd" in vaclint("check", cwd=tmp_path, LANG="nl_NL.UTF-8").out
    asked = vaclint("check", "--message-language", "nl", cwd=tmp_path, LANG="en_GB.UTF-8")
    assert "bestanden gecontroleerd" in asked.out
    assert "files checked" in vaclint("check", cwd=tmp_path, LANG="C.UTF-8").out


@pytest.mark.parametrize(("codes", "frame"), [(("nl", "en"), "nl"), (("de", "en"), "en")])
def test_the_frame_by_words(tmp_path: Path, codes: tuple[str, str], frame: str) -> None:
    plan = plan_of(write(tmp_path, {"a.md": TEXT}))
    files = [
        FileReport(f"{code}.md", "markdown", "other", code, {"words": words})
        for code, words in zip(codes, (90, 20), strict=True)
    ]
    assert language_of_run(plan, files).code == frame
