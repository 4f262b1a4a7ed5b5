"""A run over files: what it reports and fixes, and what is left when a signal, the disk or another
run comes between.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli_support import vaclint
from project_support import checked, fixed, write
from vaclint.model.source import Source
from vaclint.project import run

BAD = (
    "# Kok\n\nWij zoeken een kandidaat/kandidate voor 24 uur per week.   \n"
    "Salaris: € 2.600 per maand.\n"
)
GOOD = BAD.replace("kandidaat/kandidate", "kandidaat")


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_write_that_stops_halfway_leaves_the_old_file(tmp_path: Path) -> None:
    import resource

    large, small = tmp_path / "groot.md", tmp_path / "klein.md"
    large.write_text(BAD + "\nJe kookt elke dag voor tachtig bewoners.\n" * 800, encoding="utf-8")
    small.write_text(BAD, encoding="utf-8")
    before = large.read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "vaclint", "check", ".", "--fix", "--select", "GEN"],
        cwd=tmp_path, capture_output=True, check=False, env={**os.environ, "VACLINT_CACHE_DIR": ""},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )  # fmt: skip
    assert done.returncode == 2
    assert b"groot.md cannot be written (File too large)" in done.stderr
    assert large.read_bytes() == before
    assert b"kandidaat/kandidate" not in small.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["groot.md", "klein.md"]


def in_namespace(script: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a shell script that may mount file systems; skips the test where a user may not."""
    shell = ["unshare", "--map-root-user", "--mount", "sh", "-ec"]
    environment = {
        **os.environ,
        "VACLINT_CACHE_DIR": "",
        "VACLINT": f"{sys.executable} -m vaclint",
        "MALLOC_ARENA_MAX": "1",
    }
    try:
        allowed = (
            subprocess.run(
                [*shell, f"mount -t tmpfs tmpfs {folder}"], capture_output=True, check=False
            ).returncode
            == 0
        )
    except FileNotFoundError:
        allowed = False
    if not allowed:
        pytest.skip("mounting is not allowed here")
    return subprocess.run(
        [*shell, script], cwd=folder, capture_output=True, check=False, env=environment
    )


def test_a_full_disk_leaves_the_old_files(tmp_path: Path) -> None:
    done = in_namespace(
        """mkdir disk
        mount -t tmpfs -o size=64k tmpfs disk
        printf '%s' "$TEXT" > disk/a.md; cp disk/a.md disk/b.md; cat disk/a.md > voor
        head -c 70000 /dev/zero > disk/vol 2>/dev/null || true
        code=0; $VACLINT check disk --fix --select GEN > uit 2> fout || code=$?
        cmp disk/a.md voor; cmp disk/b.md voor; ls -A disk > namen; echo $code > code""".replace(
            '"$TEXT"', f"'{BAD * 100}'"
        ),
        tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "code").read_text() == "2\n"
    assert (tmp_path / "fout").read_text().count("cannot be written (No space left on device)") == 2
    assert (tmp_path / "namen").read_text().split() == ["a.md", "b.md", "vol"]


def test_a_disk_that_is_read_only_leaves_the_old_files(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "kok.md").write_text(BAD, encoding="utf-8")
    done = in_namespace(
        (
            "mount --bind map map; mount -o remount,ro,bind map; cd map; $VACLINT "
            "check . --fix --select GEN"
        ),
        tmp_path,
    )
    assert done.returncode == 2
    assert b"kok.md cannot be written (Read-only file system)" in done.stderr
    assert (tmp_path / "map" / "kok.md").read_text("utf-8") == BAD


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text(BAD, encoding="utf-8")
    tmp_path.chmod(0o500)
    try:
        done = vaclint("check", "kok.md", "--fix", cwd=tmp_path, VACLINT_CACHE_DIR="")
    finally:
        tmp_path.chmod(0o700)
    assert done.code == 2
    assert "kok.md cannot be written" in done.err
    assert (tmp_path / "kok.md").read_text("utf-8") == BAD


def folder_of(path: Path, count: int) -> list[Path]:
    files = [path / f"kok-{number}.md" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(
            BAD + f"\nVacature {number}.\n" + "Je kookt elke dag voor tachtig bewoners.\n\n" * 40,
            encoding="utf-8",
        )
    return files


def start(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "vaclint", "check", ".", "--fix", "--select", "GEN,WSP"]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_run_that_is_killed_loses_no_file(tmp_path: Path) -> None:
    files = folder_of(tmp_path, 200)
    before = {file: file.read_bytes() for file in files}
    running = start(tmp_path)
    while files[20].read_bytes() == before[files[20]] and running.poll() is None:
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    after = {file: file.read_bytes() for file in files}
    changed = [file for file in files if after[file] != before[file]]
    assert running.returncode == -signal.SIGKILL
    assert 0 < len(changed) < len(files), "killed in the middle"
    assert start(tmp_path).wait() in (0, 1)
    final = {file: file.read_bytes() for file in files}
    assert all(after[file] in (before[file], final[file]) for file in files), (
        "each file is the old one or the new one, whole"
    )
    assert all(b"kandidaat/kandidate" not in data for data in final.values())


@pytest.mark.slow
def test_two_runs_at_once_lose_no_file(tmp_path: Path) -> None:
    files = folder_of(tmp_path, 40)
    runs = [start(tmp_path), start(tmp_path)]
    for running in runs:
        _, said = running.communicate()
        assert running.returncode in (0, 1) or b"changed while it was being fixed" in said
        assert b"Traceback" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(file.name for file in files)
    for number, file in enumerate(files):
        assert f"Vacature {number}." in file.read_text("utf-8")
        assert "kandidaat/kandidate" not in file.read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_links_are_followed_but_not_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "elders.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "in" / "echt.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "in" / "link.md").symlink_to("echt.md")
    (tmp_path / "in" / "ver.md").symlink_to(tmp_path / "elders.md")
    done = vaclint("check", "in", "--fix", "--select", "GEN", cwd=tmp_path)
    assert done.code == 2
    assert "in/ver.md is a link to a file elsewhere" in done.err
    assert (tmp_path / "elders.md").read_text("utf-8") == BAD
    assert "kandidaat/kandidate" not in (tmp_path / "in" / "echt.md").read_text("utf-8")
    assert (tmp_path / "in" / "link.md").is_symlink()
    assert vaclint("check", "in/ver.md", "--fix", "--select", "GEN", cwd=tmp_path).code == 0
    assert "kandidaat/kandidate" not in (tmp_path / "elders.md").read_text("utf-8")
    assert (tmp_path / "in" / "ver.md").is_symlink()


@pytest.mark.parametrize("stdin", [False, True])
@pytest.mark.parametrize(("text", "code"), [(BAD, 1), (GOOD, 0)])
def test_diff_says_by_its_exit_code_whether_anything_would_change(
    tmp_path: Path, text: str, code: int, stdin: bool
) -> None:
    write(tmp_path, {"kok.md": text})
    path = "-" if stdin else "kok.md"
    asked = ("check", path, "--diff", "--select", "GEN002,HRS")
    assert vaclint(*asked, cwd=tmp_path, stdin=text.encode()).code == code


def test_diff_of_a_finding_that_cannot_be_fixed(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": GOOD.replace("voor 24 uur", "(m/v) voor 24 uur")})
    assert vaclint("check", "kok.md", "--select", "GEN005", cwd=tmp_path).code == 1
    assert vaclint("check", "kok.md", "--diff", "--select", "WSP", cwd=tmp_path).code == 0


def test_files_are_checked_in_order_and_what_is_none_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"b.md": BAD, "a.md": GOOD, "c.txt": b"\xff\xfe\xff"})
    outcome = checked(tmp_path, "c.txt", "b.md", "weg.md", "a.md", "./b.md")
    assert [file.path for file in outcome.files] == ["a.md", "b.md", "c.txt", "weg.md"]
    assert outcome.paths == ["a.md", "b.md"]
    assert [(error.kind, error.path) for error in outcome.errors] == [
        ("decode", "c.txt"), ("read", "weg.md"),
    ]  # fmt: skip
    assert {finding.rule for finding in outcome.findings} == {"GEN002"}
    assert outcome.code == 2


def test_standard_input_stands_among_the_files(tmp_path: Path) -> None:
    write(tmp_path, {"b.md": GOOD})
    outcome = checked(tmp_path, "b.md", stdin=BAD, stdin_name="c.md")
    assert outcome.paths == ["b.md", "c.md"]
    assert [(each.path, each.rule) for each in outcome.findings] == [("c.md", "GEN002")]


def test_the_report_is_of_the_text_as_it_then_stands(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD.replace("Salaris:", "Hij/zij verdient")})
    before = checked(tmp_path, select=("GEN",))
    after = fixed(tmp_path, select=("GEN",))
    assert [finding.rule for finding in before.findings] == ["GEN002", "GEN001"]
    assert [finding.rule for finding in after.findings] == ["GEN001"]
    assert (after.fixed, after.code) == (1, 1)
    again = fixed(tmp_path, select=("GEN",), unsafe=True)
    assert (again.findings, again.fixed, again.code) == ([], 1, 0)


def test_without_writing_only_the_difference_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD, "goed.md": GOOD})
    outcome = fixed(tmp_path, write=False, select=("GEN",))
    assert outcome.diff.splitlines() == [
        "--- kok.md",
        "+++ kok.md",
        "@@ -1,4 +1,4 @@",
        " # Kok",
        " ",
        f"-{BAD.splitlines()[2]}",
        f"+{GOOD.splitlines()[2]}",
        " Salaris: € 2.600 per maand.",
    ]
    assert (tmp_path / "kok.md").read_bytes() == BAD.encode()
    assert [finding.rule for finding in outcome.findings] == ["GEN002"]


def test_a_difference_says_where_no_line_end_stands() -> None:
    old, new = Source("a.txt", "een "), Source("a.txt", "een")
    assert run.difference(old, new).splitlines() == [
        "--- a.txt", "+++ a.txt", "@@ -1 +1 @@", "-een ", "\\ No newline at end of file",
        "+een", "\\ No newline at end of file",
    ]  # fmt: skip
    assert run.difference(old, old) == ""


def break_fixing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fix_source(*_: object, **__: object) -> None:
        raise LookupError("by accident")

    monkeypatch.setattr("vaclint.engine.engine.fix_source", fix_source)


@pytest.mark.parametrize("write_files", [True, False])
def test_fixing_that_fails_is_one_error_beside_the_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_files: bool
) -> None:
    write(tmp_path, {"a.md": BAD, "b.md": BAD})
    break_fixing(monkeypatch)
    outcome = fixed(tmp_path, write=write_files, select=("GEN",))
    assert [(error.kind, error.path) for error in outcome.errors] == [
        ("internal", "a.md"), ("internal", "b.md"),
    ]  # fmt: skip
    assert [(each.path, each.rule) for each in outcome.findings] == [
        ("a.md", "GEN002"), ("b.md", "GEN002"),
    ]  # fmt: skip
    assert (tmp_path / "a.md").read_bytes() == BAD.encode()
    assert outcome.code == 2


def test_so_it_is_for_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_fixing(monkeypatch)
    outcome = fixed(tmp_path, stdin=BAD, stdin_name="a.md", select=("GEN",))
    assert [(error.kind, error.path) for error in outcome.errors] == [("internal", "a.md")]
    assert [finding.rule for finding in outcome.findings] == ["GEN002"]
    assert outcome.code == 2
