"""The files for CI systems: each against the schema of its system, and their steps as they run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli_support import ROOT

ADVERT = "# Kok (m/v/x)\n\nWij zoeken een kandidaat/kandidate voor 24 uur per week.\n"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
BLOCKS = re.compile(r"^```yaml ([\w-]+)\n(.*?)^```", re.M | re.S)
PAGES = [
    (match[1], match[2])
    for name in ("ci.md",)
    for match in BLOCKS.finditer((ROOT / "docs" / name).read_text("utf-8"))
]
SYSTEMS = {"jobs": "github-workflow", "vaclint": "gitlab-ci"}
"""What a block of the READMEs and guides is for, by a key that stands in it."""
GUIDES = [
    (SYSTEMS[key], block)
    for page in (*ROOT.glob("README*.md"), *(ROOT / "docs" / "site" / "pages").rglob("*.md"))
    for block in re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)
    for key in SYSTEMS
    if key in next(yaml.safe_load_all(block))
]


def is_valid(schema: str, file: Path) -> None:
    tool = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "python"]
    command = [*tool, "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, str(file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


def test_the_action_is_one() -> None:
    is_valid("github-actions", ROOT / "action.yml")


def test_the_pages_have_a_block_for_each_system() -> None:
    assert {name for name, _ in PAGES} == {"github-workflow", "gitlab-ci", "azure-pipelines"}


def test_the_readmes_and_the_guides_have_a_block_for_both_systems() -> None:
    assert sorted(name for name, _ in GUIDES) == ["github-workflow"] * 4 + ["gitlab-ci"] * 4


@pytest.mark.parametrize(("name", "block"), [*PAGES, *GUIDES])
def test_what_the_pages_show_is_valid(tmp_path: Path, name: str, block: str) -> None:
    file = tmp_path / "ci.yml"
    file.write_text(block)
    is_valid("github-workflows" if name == "github-workflow" else name, file)


def test_the_component_of_gitlab_is_one(tmp_path: Path) -> None:
    head, job = (ROOT / "templates" / "vaclint.yml").read_text("utf-8").split("---\n")
    given = yaml.safe_load(head)["spec"]["inputs"]
    assert all({"description", "default"} == set(each) for each in given.values())
    used = set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", job))
    assert used == set(given)
    for name, each in given.items():
        job = job.replace(f"$[[ inputs.{name} ]]", each["default"])
    file = tmp_path / "job.yml"
    file.write_text(job)
    is_valid("gitlab-ci", file)


def step(name: str) -> dict[str, Any]:
    (found,) = [each for each in ACTION["runs"]["steps"] if each.get("name") == name]
    assert isinstance(found, dict)
    return found


def run_check(folder: Path, **inputs: str) -> tuple[int, str, dict[str, str], str]:
    """Run the step that checks, with some inputs: exit code, log, outputs and summary."""
    given = {name: str(each["default"]) for name, each in ACTION["inputs"].items()} | inputs
    told = step("Check the texts")
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
        for name, value in told["env"].items()
    }
    output, summary = folder / "output", folder / "summary"
    summary.write_text("Before.\n")
    environment |= {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "RUNNER_TEMP": str(folder),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "LANG": "en_GB.UTF-8",
        "HOME": os.environ.get("HOME", str(folder)),
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", told["run"]],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
    return done.returncode, done.stdout.decode(), outputs, summary.read_text("utf-8")


def test_the_action_annotates_summarises_and_fails(tmp_path: Path) -> None:
    (tmp_path / "kok kok.md").write_text(ADVERT)
    code, log, outputs, summary = run_check(tmp_path, args="--select GEN  --kind vacancy")
    assert code == 1
    assert log.startswith("::warning file=kok kok.md,title=GEN002")
    assert outputs == {"exit-code": "1", "sarif-file": str(tmp_path / "vaclint.sarif")}
    assert summary.startswith("Before.\n# Job adverts\n")
    assert (tmp_path / "vaclint.sarif").is_file()


def test_the_action_passes_a_clean_folder_and_an_input_is_no_command(tmp_path: Path) -> None:
    (tmp_path / "goed.md").write_text("Een gewone tekst.\n")
    hostile = "goed.md $(touch${IFS}gehackt) ;touch gehackt"
    code, _, outputs, summary = run_check(tmp_path, paths=hostile, summary="false")
    assert (code, outputs["exit-code"], summary) == (2, "2", "Before.\n")
    assert not (tmp_path / "gehackt").exists()
    code, _, outputs, _ = run_check(tmp_path, paths="goed.md", args="--select WSP")
    assert (code, outputs["exit-code"]) == (0, "0")


def test_no_step_of_the_action_puts_an_input_in_a_command() -> None:
    assert not [each for each in ACTION["runs"]["steps"] if "${{" in each.get("run", "")]


def test_the_image_is_without_root_and_has_all_that_is_installed() -> None:
    lines = (ROOT / "Containerfile").read_text("utf-8").splitlines()
    copied = {part for line in lines if line.startswith("COPY ") for part in line.split()[1:-1]}
    assert {"pyproject.toml", "README.md", "LICENSE", "src", "rules"} <= copied
    assert next(line for line in reversed(lines) if line.startswith("USER")) == "USER 10001"
