"""``vaclint batch``: files of adverts in, a file of findings out, a summary, and what goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cli_support import vaclint, vaclint_here

pytest.importorskip("pyarrow", reason="the extra vaclint[batch] is not installed")

ADVERTS: list[dict[str, Any]] = [
    {"ref": 1, "functie": "Kok", "tekst": "Hij/zij kookt 32 uur. Je verdient € 2.900 per maand."},
    {"ref": 2, "functie": "Bakker", "tekst": None},
    {"ref": 3, "functie": "Ober (m/v)", "tekst": "<p>Je serveert soep, voor 24 uur.</p>"},
]


def write(path: Path, rows: list[dict[str, Any]] = ADVERTS) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_adverts_in_findings_out(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl")
    given = ("--input", "a.jsonl", "--output", "out.jsonl", "--id", "ref", "--kind", "vacancy")
    done = vaclint("batch", *given, cwd=tmp_path, LANG="en")
    rows = read(tmp_path / "out.jsonl")
    assert [(row["id"], row["title"], row["error"], row["format"]) for row in rows] == [
        ("1", "Kok", None, "text"),
        ("2", None, "null", None),
        ("3", "Ober", None, "html"),
    ]
    assert "Hij/zij" in [each["text"] for each in rows[0]["findings"]]
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0] == "3 adverts: 2 a vacancy, 1 not read (null 1)"
    assert "1  GEN001  A masculine and a feminine pronoun side by side" in done.out
    assert "Written to out.jsonl." in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "out.jsonl"]


def test_the_configuration_and_the_options_hold(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl")
    (tmp_path / "vaclint.toml").write_text(
        'ignore = ["SAL"]\nfail-on = "error"\nmax-file-size = 50\n', "utf-8"
    )

    def run(*options: str) -> tuple[int, list[Any]]:
        given = ("--input", "a.jsonl", "--output", "out.jsonl", "-q", *options)
        done = vaclint_here("batch", *given, cwd=tmp_path)
        assert done.out == ""
        rows = read(tmp_path / "out.jsonl")
        assert (done.err, done.code == 2) == ("", "too_large" in [row["error"] for row in rows])
        return done.code, rows

    code, rows = run("--select", "GEN")
    assert code == 2
    assert [row["error"] for row in rows] == ["too_large", "null", None]
    assert [each["rule"] for row in rows for each in row["findings"]] == ["GEN005"]
    code, rows = run("--select", "GEN", "--isolated", "--fail-on", "never", "--no-sketches")
    assert (code, rows[0]["sketch"]) == (0, None)
    assert run("--isolated", "--select", "GEN", "--fail-on", "error")[0] == 0
    assert run("--isolated", "--select", "GEN", "--fail-on", "never", "--min-score", "9.9")[0] == 1
    code, rows = run("--isolated", "--format", "text", "--message-language", "en")
    assert rows[2]["format"] == "text"
    messages = [each["message"] for row in rows for each in row["findings"]]
    assert any("Write" in message for message in messages)


def test_near_duplicates_are_written_and_counted(tmp_path: Path) -> None:
    words = " ".join(f"Je kookt op dag {number} soep met woord{number}." for number in range(40))
    texts = {"a": words, "b": words.replace("dag 7", "maandag 7"), "c": words[::-1], "d": None}
    rows = [{"id": name, "text": text} for name, text in texts.items()]
    write(tmp_path / "a.jsonl", [*rows, rows[0]])
    given = ("batch", "--input", "a.jsonl", "--output", "out.csv", "--duplicates", "pairs.jsonl")
    done = vaclint_here(*given, "--fail-on=never", "--message-language=en", cwd=tmp_path)
    assert done.code == 0
    (pair,) = read(tmp_path / "pairs.jsonl")
    assert (pair["first"], pair["second"]) == ("a", "b")
    assert 0.9 < pair["similarity"] < 1
    assert "\n\n1 pair of near-duplicates among 3 rows.\n" in done.out
    assert "\n1 row has the id of another and was left out of these.\n" in done.out
    assert "Written to pairs.jsonl." in done.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--input", "b.jsonl"), "b.jsonl: there is no file of adverts there"),
        (("--text", "txet"), "there is no column 'txet' for the text"),
        (("--text", "txet"), "; the columns are: ref, functie, tekst"),
        (("--id", "nummer"), "there is no column 'nummer' for the id"),
        (("--input", "c.csv"), "c.csv: there is no column 'tekst' for the text"),
        (("--input", "c.csv"), "; the columns are: ref, body; a.jsonl has it"),
        (("--output", "x.xlsx"), "x.xlsx: its name does not end in a format that can be written"),
        (("--output", "geen/x.csv"), "geen/x.csv.parts cannot be used (No such file or directory)"),
        (("--output", "map.csv"), "map.csv is a folder; name a file to write"),
        (("--duplicates", "p.txt"), "p.txt: duplicates are written as .parquet, .csv, .jsonl"),
        (("--duplicates", "geen/p.csv"), "geen/p.csv: there is no such folder; make it"),
        (("--duplicates", "out.jsonl"), "--duplicates and --output are one file; name two"),
        (("--duplicates", "p.csv", "--no-sketches"), "--duplicates needs the sketches that"),
        (("--jobs", "-1"), "--jobs must be 0 or more"),
        (("--select", "GEN9"), "no rule is called 'GEN9'"),
        (("--outptu", "x.csv"), "unknown option '--outptu'; did you mean '--output'?"),
        (("--config", "weg.toml"), "weg.toml"),
        (("--format", "pdf"), "argument --format: invalid choice: 'pdf'"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    write(tmp_path / "a.jsonl")
    (tmp_path / "c.csv").write_text("ref,body\n1,Kok\n")
    (tmp_path / "map.csv").mkdir()
    given = ("batch", "--input", "a.jsonl", "--output", "out.jsonl", *options)
    done = vaclint_here(*given, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "c.csv", "map.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_one_sentence_and_what_was_answered_is_kept(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl")
    (tmp_path / "full.csv").symlink_to("/dev/full")
    given = ("batch", "--input", "a.jsonl", "--output", "full.csv", "-q")
    done = vaclint_here(*given, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "full.csv cannot be written (No space left on device)" in done.err
    assert "; 3 answered rows are kept in full.csv.parts" in done.err
    assert done.err.count("\n") == 1
    again = vaclint_here(*given, cwd=tmp_path)
    assert "holds 3 rows of a run that was interrupted; go on with --resume" in again.err
    (tmp_path / "full.csv").unlink()
    assert vaclint_here(*given, "--resume", cwd=tmp_path).code == 1
    assert len((tmp_path / "full.csv").read_text("utf-8").splitlines()) == 4


@pytest.mark.slow
def test_a_disk_that_fills_up_keeps_whole_parts(tmp_path: Path) -> None:
    mounted = tmp_path / "small"
    mounted.mkdir()
    small = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(mounted)]
    if os.geteuid() != 0 or subprocess.run(small, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        write(tmp_path / "a.jsonl", [{**ADVERTS[0], "ref": number} for number in range(6000)])
        given = ("batch", "--input", "a.jsonl", "--output", "small/out.parquet", "-q", "--select", "GEN")  # fmt: skip
        done = vaclint(*given, cwd=tmp_path)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert "No space left on device" in done.err
        assert "answered rows are kept in small/out.parquet.parts" in done.err
        mount = ["mount", "-o", "remount,size=100m", str(mounted)]
        subprocess.run(mount, check=True)
        assert vaclint(*given, "--resume", cwd=tmp_path).code == 1
        import pyarrow.parquet as pq

        ids = pq.read_table(mounted / "out.parquet").column("id").to_pylist()
        assert len(set(ids)) == len(ids) == 6000
    finally:
        subprocess.run(["umount", str(mounted)], check=True)


def test_postings_in_lines_are_read_as_files_of_them(tmp_path: Path) -> None:
    posting = {"@type": "JobPosting", "identifier": "k1", "title": "Kok", "description": "<p>Hij/zij kookt.</p>"}  # fmt: skip
    write(tmp_path / "a.jsonl", [posting])
    (tmp_path / "a.json").write_text(json.dumps(posting), "utf-8")
    vaclint_here("batch", "--input", "a.jsonl", "--output", "out.jsonl", "-q", cwd=tmp_path)
    (row,) = read(tmp_path / "out.jsonl")
    report = vaclint_here("check", "a.json", "--output-format", "json", cwd=tmp_path).json()
    assert row["id"] == "k1"
    assert [(each["rule"], each["offset"]) for each in row["findings"]] == [
        (each["rule"], each["range"]["start"]["offset"]) for each in report["diagnostics"]
    ]


def test_without_the_extra_its_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "pyarrow.py").write_text("raise ModuleNotFoundError(name='pyarrow')")
    write(tmp_path / "a.jsonl")
    given = ("batch", "--input", "a.jsonl", "--output", "out.jsonl")
    done = vaclint(*given, cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "pip install 'vaclint[batch]'" in done.err
