"""A plan: which configuration and engine each file gets, and what is asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from project_support import checked, inside, write
from vaclint.model.options import Options
from vaclint.project.plan import Plan, collect
from vaclint.project.settings import Settings

TEXT = "# Kok\n\nHij/zij kookt  met een kandidaat/kandidate.\n"


def rules(folder: Path, *paths: str, **asked: Any) -> dict[str, list[str]]:
    """The rules that found something, by file."""
    outcome = checked(folder, *paths, **asked)
    return {file.path: [each.rule for each in file.findings] for file in outcome.files}


def test_each_file_has_the_nearest_configuration(tmp_path: Path) -> None:
    files = {"a/kok.md": TEXT, "b/kok.md": TEXT, "vaclint.toml": 'select = ["WSP"]\n'}
    write(tmp_path, {**files, "b/vaclint.toml": 'select = ["GEN002"]\n'})
    assert rules(tmp_path) == {"a/kok.md": ["WSP002"], "b/kok.md": ["GEN002"]}


def test_one_configuration_for_all_or_none(tmp_path: Path) -> None:
    write(tmp_path, {"a/kok.md": TEXT, "a/vaclint.toml": 'select = ["WSP"]\n'})
    write(tmp_path, {"ander.toml": 'select = ["GEN002"]\n'})
    assert rules(tmp_path, config=Path("ander.toml")) == {"a/kok.md": ["GEN002"]}
    isolated = rules(tmp_path, isolated=True)["a/kok.md"]
    assert {"WSP002", "GEN001", "GEN002"} <= set(isolated)


def test_what_is_asked_comes_on_top_of_the_configuration(tmp_path: Path) -> None:
    config = 'select = ["WSP"]\nextend-select = ["GEN001"]\nignore = ["WSP002"]\n'
    write(tmp_path, {"kok.md": TEXT, "vaclint.toml": config})
    assert rules(tmp_path) == {"kok.md": ["GEN001"]}
    assert rules(tmp_path, select=("GEN002", "WSP")) == {"kok.md": ["GEN001", "GEN002"]}
    assert rules(tmp_path, ignore=("GEN001",)) == {"kok.md": []}
    assert rules(tmp_path, extend_select=("GEN002",)) == {"kok.md": ["GEN001", "GEN002"]}


def test_rules_that_are_off_for_some_files(tmp_path: Path) -> None:
    config = '[per-file-ignores]\n"oud/*" = ["GEN"]\n"*.txt" = ["WSP"]\n'
    write(tmp_path, {"oud/kok.md": TEXT, "oud/kok.txt": TEXT, "kok.md": TEXT})
    write(tmp_path, {"vaclint.toml": config})
    found = rules(tmp_path, select=("GEN", "WSP"))
    assert found == {
        "kok.md": ["GEN001", "WSP002", "GEN002"], "oud/kok.md": ["WSP002"], "oud/kok.txt": [],
    }  # fmt: skip


def test_the_kind_of_some_files_may_be_told(tmp_path: Path) -> None:
    write(tmp_path, {"nieuws/a.md": TEXT, "b.md": TEXT})
    write(tmp_path, {"vaclint.toml": '[kind]\n"*.md" = "vacancy"\n"nieuws/*" = "other"\n'})
    outcome = checked(tmp_path)
    assert {file.path: file.kind for file in outcome.files} == {
        "nieuws/a.md": "other", "b.md": "vacancy",
    }  # fmt: skip
    assert outcome.files[0].properties["kind_signs"] == ["kind in the configuration"]


def test_a_configuration_that_is_wrong_is_one_error_and_the_defaults_hold(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": TEXT, "b.md": TEXT, "vaclint.toml": "selct = 3\n"})
    outcome = checked(tmp_path)
    (error,) = outcome.errors
    assert error.kind == "config"
    assert "GEN001" in {finding.rule for finding in outcome.findings}


def test_so_is_a_rule_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": TEXT, "b.md": TEXT, "vaclint.toml": 'select = ["GNE"]\n'})
    outcome = checked(tmp_path, ignore=("WSP",))
    (error,) = outcome.errors
    assert "vaclint.toml:1: no rule is called 'GNE'; did you mean 'GEN'?" in error.message
    found = {finding.rule for finding in outcome.findings}
    assert "GEN001" in found
    assert not any(rule.startswith("WSP") for rule in found)


def test_files_are_collected_once_and_in_order(tmp_path: Path) -> None:
    write(tmp_path, {"b.md": TEXT, "a/c.md": TEXT, "brief.docx": b"PK"})
    with inside(tmp_path):
        paths = ("b.md", ".", "./a/c.md", "brief.docx", "weg.md", "-")
        plan = Plan(Settings(paths, Options(select=("GEN",))))
        tasks, reports = collect(plan)
    assert [task.shown for task in tasks] == ["a/c.md", "b.md"]
    assert [(report.path, report.errors[0].kind) for report in reports] == [
        ("brief.docx", "read"), ("weg.md", "read"),
    ]  # fmt: skip
    assert len(plan.engines) == 1
