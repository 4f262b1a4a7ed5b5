"""The hook in a real content repository: this repository as its source, a bad commit refused, the
mended one accepted.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli_support import ROOT
from vaclint.project.reach import HOOK_SUFFIXES, hook_pattern, is_within

BAD = (
    "# Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur per week. Je "
    "verdient € 2.900 per maand.\n"
)
GOOD = BAD.replace("kandidaat/kandidate", "kandidaat")
CONFIG = "repos:\n  - repo: {source}\n    rev: {rev}\n    hooks:\n      - id: vaclint\n"


class Repository:
    """A git repository in a temporary folder, apart from the user's own git configuration."""

    def __init__(self, path: Path, home: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GIT_", "PRE_COMMIT", "LANG", "LC_"))
        }
        self.environment |= {
            "PRE_COMMIT_HOME": str(home),
            "PREK_HOME": str(home / "prek"),
            "HOME": str(home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_COLOR": "never",
        }
        self.environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.run("git", "init", "-q", "-b", "main")
        self.run("git", "config", "user.email", "redactie@example.org")
        self.run("git", "config", "user.name", "Redactie")

    def run(self, *command: str, check: bool = True) -> tuple[int, str]:
        done = subprocess.run(
            command,
            cwd=self.path,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        output = done.stdout.decode()
        assert not check or done.returncode == 0, output
        return done.returncode, output

    def write(self, **files: str) -> None:
        for name, text in files.items():
            (self.path / name.replace("__", ".")).write_text(text, encoding="utf-8")
        self.run("git", "add", "-A")

    def commit(self) -> tuple[int, str]:
        return self.run("git", "commit", "-m", "vacature", check=False)

    def commits(self) -> int:
        code, output = self.run("git", "rev-list", "--count", "HEAD", check=False)
        return int(output) if code == 0 else 0


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the repositories are in."""
    return tmp_path_factory.mktemp("hook")


@pytest.fixture(scope="module")
def source(base: Path) -> Path:
    """A copy of this repository as it stands, with one commit."""
    source = Repository(base / "bron", base / "home")
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, source.path / name)
    for name in ("src", "rules"):
        shutil.copytree(
            ROOT / name, source.path / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    source.run("git", "add", "-A")
    source.run("git", "commit", "-q", "-m", "vaclint")
    return source.path


@pytest.fixture(scope="module")
def content(base: Path, source: Path) -> Repository:
    """A content repository with the hook installed."""
    repository = Repository(base / "inhoud", base / "home")
    rev = repository.run("git", "-C", str(source), "rev-parse", "HEAD")[1].strip()
    (repository.path / ".pre-commit-config.yaml").write_text(
        CONFIG.format(source=source, rev=rev), encoding="utf-8"
    )
    repository.run(sys.executable, "-m", "pre_commit", "install")
    return repository


@pytest.mark.slow
def test_a_bad_vacancy_is_refused_and_the_mended_one_accepted(content: Repository) -> None:
    before = content.commits()
    content.write(
        kok__md=BAD,
        foto__png="hij/zij",
        script__py="x = 'hij/zij'\n",
        data__csv="hij/zij\n",
        README__md=BAD,
    )
    code, output = content.commit()
    assert code != 0
    assert "kok.md:3:16 waarschuwing GEN002 Schrijf ‘kandidaat’" in output
    assert "1 bestand gecontroleerd" in output
    assert content.commits() == before
    content.write(kok__md=GOOD)
    code, output = content.commit()
    assert code == 0, output
    assert content.commits() == before + 1


@pytest.mark.slow
def test_all_files(content: Repository) -> None:
    text = "Kok {}\n\nJe werkt 32 uur per week en verdient € 2.900 per maand.\n"
    content.write(**{f"v{number}__txt": text.format(number) for number in range(300)})
    code, output = content.run(
        sys.executable, "-m", "pre_commit", "run", "--all-files", check=False
    )
    assert code == 0, output
    content.write(slecht__md=BAD)
    code, output = content.run(
        sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose", check=False
    )
    assert code == 1
    assert "slecht.md:3:16 waarschuwing GEN002" in output
    (summary,) = re.findall(r"(\d+) bestanden gecontroleerd", output)
    assert int(summary) > 300, "one summary, over all files"
    (content.path / "slecht.md").unlink()


@pytest.mark.slow
def test_the_hook_can_be_tried_before_it_is_configured(content: Repository, source: Path) -> None:
    content.write(proef__md=BAD)
    command = "-m", "pre_commit", "try-repo", str(source), "vaclint", "--files", "proef.md"
    code, output = content.run(sys.executable, *command, check=False)
    assert code == 1
    assert "proef.md:3:16 waarschuwing GEN002" in output
    content.run("git", "rm", "-qf", "proef.md")


@pytest.mark.slow
def test_prek_runs_the_hook_as_well(content: Repository) -> None:
    prek = shutil.which("prek", path=content.environment["PATH"])
    if prek is None:
        pytest.skip("prek is not here; python -m pip install prek has it tried as well")
    content.write(kok__md=BAD, README__md=BAD)
    code, output = content.run(prek, "run", "--all-files", check=False)
    assert code == 1
    assert "kok.md:3:16 waarschuwing GEN002" in output
    assert "README.md" not in output
    content.write(kok__md=GOOD)
    code, output = content.run(prek, "run", "--all-files", check=False)
    assert code == 0, output


@pytest.mark.slow
def test_an_old_advert_may_be_touched_and_new_findings_are_refused(content: Repository) -> None:
    config = content.path / ".pre-commit-config.yaml"
    written = config.read_text("utf-8")
    content.write(oud__md=BAD)
    content.run("git", "commit", "-q", "--no-verify", "-m", "van vroeger")
    config.write_text(written.replace("id: vaclint", "id: vaclint-since"), encoding="utf-8")
    content.write(oud__md=f"{BAD}\nWij koken elke dag vers.\n")
    code, output = content.commit()
    assert code == 0, output
    content.write(oud__md=f"{BAD}\nWij koken elke dag vers. Hij/zij kookt.\n")
    code, output = content.commit()
    assert code != 0
    assert "oud.md:5:26 waarschuwing GEN001" in output
    assert "GEN002" not in output
    content.run("git", "checkout", "-q", "HEAD", "--", "oud.md")
    config.write_text(written, encoding="utf-8")
    content.write(oud__md=GOOD)


@pytest.mark.slow
def test_names_of_any_sort_and_a_configuration_in_a_folder(content: Repository) -> None:
    folder = content.path / "los en vast"
    folder.mkdir()
    (folder / "vaclint.toml").write_text('ignore = ["GEN"]\n')
    (folder / "kök met é.md").write_text(BAD, encoding="utf-8")
    (content.path / "nieuwe\nregel.md").write_text(BAD, encoding="utf-8")
    content.run("git", "add", "-A")
    code, output = content.run(
        sys.executable, "-m", "pre_commit", "run", "vaclint", "--verbose", check=False
    )
    assert code == 1
    assert "nieuwe\\nregel.md:3:16 waarschuwing GEN002" in output
    assert "kök" not in output
    (content.path / "nieuwe\nregel.md").unlink()
    content.run("git", "add", "-A")


def test_the_repository_passes_its_own_configuration() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"],
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0


def hooks() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(
        (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    )
    return loaded


def test_the_hooks_are_held_to_the_reach_of_a_folder_run() -> None:
    for hook in hooks():
        assert hook["exclude"] == hook_pattern(HOOK_SUFFIXES), "run docs/make_hooks.py"
        assert "--force-exclude" in hook["entry"]
        assert hook["require_serial"], "so that there is one summary"
    assert {hook["id"] for hook in hooks()} == {"vaclint", "vaclint-fix", "vaclint-since"}


LEFT_OUT = [
    "README.md", "readme.md", "data.csv", "docs/CHANGELOG.md", "Changelog.md", "Contributing.md",
    "code-of-conduct.md", "CODE_OF_CONDUCT.md", "LICENSE", "LICENSE.md", "license.txt",
    "licences/x/Licence-MIT.txt", "fonts/OFL.txt", "fonts/inter-license.txt", "SUPPORT.md",
    "SECURITY.md", "README.nl.md", "AGENTS.md", "requirements-dev.txt", "x/CMakeLists.txt",
    "archetypes/default.md", "site/layouts/vacatures/list.html", "_layouts/page.html",
    "_includes/kaart.html", "themes/een/exampleSite/content/kok.md", "Partials/kop.html",
    "templates/vacature.md", "node_modules/x/kok.md", "vendor/x/kok.md", "public/kok.html",
    "_site/kok.html", "dist/kok.html", ".github/kok.md", "a/.verborgen.md",
]  # fmt: skip
READ = [
    "vacatures/leesbare-kok.md", "vacatures/security-officer.md", "jobs/support.md",
    "jobs/support-engineer.md", "jobs/licensed-practical-nurse.md", "vacatures/history-teacher.md",
    "jobs/contributing-editor.md", "jobs/notice.md", "content/templates.md", "jobs/publicist.md",
    "jobs/building-manager.html", "vacatures/themamanager.md",
]  # fmt: skip


@pytest.mark.parametrize("name", LEFT_OUT)
def test_the_hook_leaves_alone_what_a_folder_run_does(name: str) -> None:
    assert re.search(hooks()[0]["exclude"], name)
    assert name == "data.csv" or not is_within(name)


@pytest.mark.parametrize("name", READ)
def test_the_hook_looks_at_what_a_folder_run_does(name: str) -> None:
    assert not re.search(hooks()[0]["exclude"], name)
    assert is_within(name)
