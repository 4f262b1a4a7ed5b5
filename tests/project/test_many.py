"""Many files in several processes: the same report as in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import python, vaclint, vaclint_here
from project_support import checked, write
from vaclint.project import many
from vaclint.project.many import CHUNK
from vaclint.project.plan import Setup

TEXT = (
    "# Kok {}\n\nWij zoeken een kandidaat/kandidate voor 32 uur. Je verdient € 2.900 per maand.\n"
)


def test_many_files_in_processes_as_in_one(tmp_path: Path) -> None:
    count = 2 * CHUNK + 3
    write(tmp_path, {f"v{number}.md": TEXT.format(number) for number in range(count)})
    write(tmp_path, {"leeg.md": "", "vaclint.toml": "[rules.WSP006]\nmax = 3\n"})
    write(tmp_path, {"foto.md": b"\0\0"})
    options = ("--no-cache", "--output-format", "json")
    one = vaclint("check", "--jobs", "1", *options, cwd=tmp_path)
    several = vaclint("check", "--jobs", "2", *options, cwd=tmp_path)
    assert one == several
    assert one.code == 2
    assert len([each for each in one.json()["diagnostics"] if each["rule"] == "GEN002"]) == count


def test_a_process_begins_with_what_the_one_that_forked_it_made_for_the_same_setups(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setups: list[Setup] = []
    worker = many._Worker.of(setups, [], None, False)
    monkeypatch.setattr(many, "_worker", [worker])
    many._start(setups, None, False)
    assert many._worker == [worker]
    many._start([], None, True)
    assert many._worker[0].packs


def test_what_is_kept_is_read_without_a_process_or_a_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {f"v{number}.md": TEXT.format(number) for number in range(2 * CHUNK)})
    monkeypatch.setenv("VACLINT_CACHE_DIR", str(tmp_path / ".kept"))
    first = vaclint_here("check", "--jobs", "2", cwd=tmp_path)
    assert "GEN002" in first.out

    def never(*_: object) -> None:
        raise AssertionError("nothing has changed")

    monkeypatch.setattr("vaclint.project.many.in_processes", never)
    monkeypatch.setattr("vaclint.checks.import_module", never)
    assert vaclint_here("check", "--jobs", "2", cwd=tmp_path) == first


@pytest.mark.parametrize("output_format", ["json", "text", "sarif", "markdown"])
def test_packed_reports_are_shown_as_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output_format: str
) -> None:
    write(tmp_path, {f"v{number}.md": TEXT.format(number) for number in range(5)})
    options = ("check", "--no-cache", "--statistics", "--output-format", output_format)
    plain = vaclint_here(*options, cwd=tmp_path)
    monkeypatch.setattr("vaclint.project.many.MANY", 2)
    assert vaclint_here(*options, cwd=tmp_path) == plain
    assert "GEN002" in plain.out


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_workers_that_begin_afresh_follow_the_cache_setting(tmp_path: Path, method: str) -> None:
    folder = write(tmp_path / "in", {f"v{n}.md": TEXT.format(n) for n in range(2 * CHUNK)})
    script = tmp_path / "run.py"
    script.write_text(
        "import multiprocessing, sys\n"
        "from vaclint.faces.cli import run\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    sys.exit(run(sys.argv[1:]))\n"
    )
    for more, kept in ((("--no-cache",), False), ((), True)):
        asked = ("check", "--jobs", "2", "--select", "GEN,SPL", *more)
        cache = str(tmp_path / "cache")
        done = python(str(script), *asked, cwd=folder, VACLINT_CACHE_DIR=cache)
        assert done.code == 1
        assert (tmp_path / "cache").exists() is kept


def test_own_rules_hold_in_every_process(tmp_path: Path) -> None:
    rule = '[[rule]]\ncode = "ORG001"\nname = "n"\nmessage = "m"\nterms = ["keuken"]\n'
    config = 'rule-paths = ["../regels"]\n'
    files = {f"in/v{number}.md": "In de keuken.\n" for number in range(2 * CHUNK)}
    write(tmp_path, {**files, "regels/r.toml": rule, "in/vaclint.toml": config})
    outcome = checked(tmp_path, "in", jobs=2, select=("ORG",))
    assert [finding.path for finding in outcome.findings] == sorted(files)
