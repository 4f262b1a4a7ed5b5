"""The wheel and the sdist hold the rules, and the installed wheel works far from this folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from cli_support import ROOT

pytestmark = pytest.mark.slow
RULE_FILES = {
    path.relative_to(ROOT / "rules").as_posix()
    for path in (ROOT / "rules").rglob("*")
    if path.is_file()
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    assert done.returncode == 0, done.stdout.decode()
    return folder


def test_a_wheel_built_twice_is_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    for name in "ab":
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1764000000"}
        subprocess.run(
            [*command, str(tmp_path / name), str(ROOT)],
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
    one, other = (next((tmp_path / name).glob("*.whl")).read_bytes() for name in "ab")
    assert one == other


def test_sdist(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert {f"rules/{name}" for name in RULE_FILES} <= names
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "NOTICE",
        "CHANGELOG.md",
        "src/vaclint/py.typed",
        "tests/test_packaging.py",
    } <= names


def test_wheel(built: Path) -> None:
    (archive,) = built.glob("*.whl")
    with zipfile.ZipFile(archive) as wheel:
        names = set(wheel.namelist())
    assert {f"vaclint/rules/{name}" for name in RULE_FILES} <= names
    assert {"vaclint/py.typed", "vaclint/schemas/report.json"} <= names
    assert {"vaclint/reporters/html/templates/report.css"} <= names
    assert not any(name.startswith(("tests/", "rules/", "src/")) for name in names)


def test_the_installed_wheel_checks_a_file_elsewhere(built: Path, tmp_path: Path) -> None:
    (archive,) = built.glob("*.whl")
    site, work = tmp_path / "site", tmp_path / "werk"
    work.mkdir()
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--target",
            str(site),
            str(archive),
        ],
        check=True,
    )
    (work / "kok.md").write_text(
        "# Kok\n\nWij zoeken een kandidaat/kandidate voor onze keuken.\n", encoding="utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": str(site)}
    where = subprocess.run(
        [sys.executable, "-c", "import vaclint; print(vaclint.__file__)"],
        cwd=work,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert str(site) in where.stdout.decode()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "vaclint",
            "check",
            "kok.md",
            "--select",
            "GEN",
            "--output-format",
            "concise",
        ],
        cwd=work,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (
        done.stdout.decode()
        == "kok.md:3:16: warning GEN002 Schrijf ‘kandidaat’ in plaats van ‘kandidaat/kandidate’.\n"
    )
    assert done.returncode == 1
