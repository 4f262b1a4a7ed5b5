"""Runs over many rows: in processes of which some are killed, interrupted anywhere and gone on
with; every row is there once.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from support import resources
from vaclint import Options, VaclintError

pa = pytest.importorskip("pyarrow", reason="the extra vaclint[batch] is not installed")
pq = pytest.importorskip("pyarrow.parquet")

from vaclint.arrow import BatchOptions, lint_batch  # noqa: E402
from vaclint.arrow import inputs as reading  # noqa: E402
from vaclint.arrow import parts as keeping  # noqa: E402
from vaclint.arrow import run as running  # noqa: E402
from vaclint.arrow.inputs import columns_in, find_inputs  # noqa: E402
from vaclint.arrow.rows import Row  # noqa: E402
from vaclint.arrow.run import Answered, Job, run  # noqa: E402
from vaclint.arrow.tally import Tally  # noqa: E402
from vaclint.project.cache import cache_folder  # noqa: E402

OPTIONS = BatchOptions(Options(select=("GEN", "SAL")))


def adverts(folder: Path, count: int) -> Path:
    """A file of so many adverts, one in ten without a text."""
    texts = [f"Kok\n\nWij zoeken kok {n}. Hij/zij kookt 32 uur." if n % 10 else None for n in range(count)]  # fmt: skip
    path = folder / "adverts.parquet"
    pq.write_table(pa.table({"id": range(count), "text": texts}), path, row_group_size=100)
    return path


def job(path: Path, **more: Any) -> Job:
    output = path.with_name("out.parquet")
    inputs = find_inputs([str(path)], output)
    columns = columns_in(inputs, resources().reading, {})
    given = {"options": OPTIONS, "output": output, "jobs": 2, "cache": cache_folder(), **more}
    return Job(inputs, columns, **given)


def every(answered: Iterable[Answered], total: int) -> Iterable[Answered]:
    """A progress that nobody sees; all bytes are read in the end."""
    reached = 0.0
    for each in answered:
        yield each
        assert reached <= each.read <= total
        reached = each.read
    assert reached == total


def rows(path: Path) -> list[Any]:
    found: list[Any] = pq.read_table(path).to_pylist(maps_as_pydicts="strict")
    return found


def test_every_row_is_answered_in_order(tmp_path: Path) -> None:
    path = adverts(tmp_path, 300)
    tally = Tally(least=6.0)
    run(job(path), tally, every)
    found = rows(tmp_path / "out.parquet")
    expected = lint_batch(
        pq.read_table(path).combine_chunks().to_batches()[0], {"text": "text", "id": "id"}, OPTIONS
    )
    assert found == expected.to_pylist(maps_as_pydicts="strict")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["adverts.parquet", "out.parquet"]
    assert (tally.rows, tally.errors) == (300, {"null": 30})
    assert tally.severities == {"warning": len([f for row in found for f in row["findings"]])}
    assert tally.rules["GEN001"] == 270
    assert tally.languages == {"nl": 270}
    marks = [row["mark"] for row in found if row["mark"] is not None]
    assert tally.mark == pytest.approx(sum(marks) / len(marks))
    assert tally.low == sum(mark < 6 for mark in marks)
    assert (tally.exit_code("warning"), tally.exit_code("never")) == (1, 1 if tally.low else 0)


def test_the_exit_code_is_that_of_a_check() -> None:
    def code(fail_on: str, errors: Iterable[str] = (), found: Iterable[str] = ()) -> int:
        tally = Tally()
        tally.errors.update(errors)
        tally.severities.update(found)
        return tally.exit_code(fail_on)

    assert code("warning") == code("warning", ["null", "empty"], ["info"]) == 0
    assert code("info", found=["info"]) == code("warning", found=["error"]) == 1
    assert code("error", found=["warning"]) == code("never", found=["error"]) == 0
    assert code("never", ["null", "not_utf8"]) == code("info", ["timeout"], ["error"]) == 2


def deadly(portion: reading.Portion) -> Any:
    """Work that ends its process where a row says so."""
    if any(b"kok 77." in (row.text or b"") or row.id == "205" for row in portion.rows):
        os.kill(os.getpid(), signal.SIGKILL)
    return lint(portion)


lint = running._work


def test_a_row_that_kills_its_process_is_an_error_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = adverts(tmp_path, 300)
    run(job(path), Tally(), every)
    expected = rows(tmp_path / "out.parquet")
    monkeypatch.setattr(running, "_work", deadly)
    tally = Tally()
    run(job(path), tally, every)
    found = rows(tmp_path / "out.parquet")
    assert tally.errors == {"null": 30, "killed": 2}
    assert tally.exit_code("never") == 2
    for at in (77, 205):
        assert (found[at]["id"], found[at]["error"]) == (str(at), "killed")
        assert found[at]["error_message"] == running.KILLED
        found[at] = expected[at]
    assert found == expected


DRIVER = """
import sys
from vaclint.arrow import inputs, parts
from vaclint.faces.cli import main
parts.EVERY = 0.0
inputs.ROWS = 8
sys.argv = ["vaclint", *sys.argv[1:]]
main()
"""


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", DRIVER, "batch", "--isolated", "-q", "--select", "GEN"]
    given = ["--input", "adverts.parquet", "--jobs", "2", *arguments]
    return subprocess.Popen(
        [*command, *given],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def parts_in(folder: Path) -> list[Path]:
    return [*(folder / "out.parquet.parts").glob("0*.arrow")]


@pytest.mark.parametrize(
    ("count", "rounds"), [(150, 3), pytest.param(1500, 25, marks=pytest.mark.slow)]
)
def test_a_run_that_is_killed_anywhere_goes_on_and_every_row_is_there_once(
    tmp_path: Path, count: int, rounds: int
) -> None:
    adverts(tmp_path, count)
    assert started(tmp_path, "--output", "whole.parquet").wait(300) == 1
    rng = random.Random(24)
    kills = 0
    for _ in range(rounds):
        running_ = started(tmp_path, "--output", "out.parquet", "--resume")
        wanted = len(parts_in(tmp_path)) + rng.randint(0, 4)
        while running_.poll() is None and len(parts_in(tmp_path)) < wanted:
            time.sleep(0.01)
        time.sleep(rng.uniform(0, 0.2))
        running_.send_signal(signal.SIGKILL)
        if running_.wait() == 1:  # it was done before
            assert rows(tmp_path / "out.parquet") == rows(tmp_path / "whole.parquet")
            (tmp_path / "out.parquet").unlink()
            continue
        kills += 1
        for part in parts_in(tmp_path):
            with pa.OSFile(str(part)) as file:
                pa.ipc.open_file(file).read_all().validate(full=True)
    assert kills
    last = started(tmp_path, "--output", "out.parquet", "--resume")
    assert (last.communicate(timeout=300), last.returncode) == ((b"", b""), 1)
    found = rows(tmp_path / "out.parquet")
    assert [row["id"] for row in found] == [str(number) for number in range(count)]
    assert found == rows(tmp_path / "whole.parquet")
    assert not (tmp_path / "out.parquet.parts").exists()


def test_two_runs_at_once_do_not_write_one_output(tmp_path: Path) -> None:
    adverts(tmp_path, 300)
    first = started(tmp_path, "--output", "out.parquet")
    while not parts_in(tmp_path) and first.poll() is None:
        time.sleep(0.01)
    first.send_signal(signal.SIGSTOP)
    second = started(tmp_path, "--output", "out.parquet", "--resume")
    _, told = second.communicate(timeout=300)
    first.send_signal(signal.SIGCONT)
    assert (second.returncode, told.count(b"\n")) == (2, 1)
    assert b"out.parquet.parts is that of a run that is going on; wait for it" in told
    assert first.wait(300) == 1
    assert [row["id"] for row in rows(tmp_path / "out.parquet")] == [str(n) for n in range(300)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["adverts.parquet", "out.parquet"]


def test_an_input_that_vanishes_is_one_sentence_and_what_was_answered_is_kept(
    tmp_path: Path,
) -> None:
    adverts(tmp_path, 300)
    shutil.copy(tmp_path / "adverts.parquet", tmp_path / "more.parquet")
    run_ = started(tmp_path, "--input", "more.parquet", "--output", "out.parquet")
    while not parts_in(tmp_path) and run_.poll() is None:
        time.sleep(0.01)
    (tmp_path / "more.parquet").unlink()
    out, told = run_.communicate(timeout=300)
    assert (run_.returncode, out, told.count(b"\n")) == (2, b"", 1)
    assert b"more.parquet: the file cannot be read (No such file or directory)" in told
    assert b"answered rows are kept in out.parquet.parts" in told
    kept = [row for part in sorted(parts_in(tmp_path)) for row in read_part(part)]
    assert kept
    assert [row["id"] for row in kept] == [str(number) for number in range(len(kept))]


def read_part(path: Path) -> list[Any]:
    with pa.OSFile(str(path)) as file:
        found: list[Any] = pa.ipc.open_file(file).read_all().to_pylist()
    return found


class _StoppedError(Exception):
    pass


def stopping_after(count: int) -> Any:
    def progress(answered: Iterable[Answered], _: int) -> Iterable[Answered]:
        for number, each in enumerate(answered):
            if number == count:
                raise _StoppedError
            yield each

    return progress


def test_what_is_there_already_is_not_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = adverts(tmp_path, 300)
    with pytest.raises(_StoppedError):
        run(job(path), Tally(), stopping_after(2))
    folder = tmp_path / "out.parquet.parts"
    assert keeping.Parts(tmp_path / "out.parquet")._ranges() == [(0, 2 * reading.ROWS)]
    with pytest.raises(VaclintError, match="holds 128 rows of a run that was interrupted; go on"):
        run(job(path), Tally(), every)
    changed = OPTIONS._replace(format="html")
    with pytest.raises(VaclintError, match="is of a run with other options; remove it"):
        run(job(path, options=changed, resume=True), Tally(), every)
    seen: list[Row] = []
    answers = running._answers

    def looked(job: Job, skip: int) -> Any:
        for portion in reading.portions_of(job.inputs, job.columns, skip):
            seen.extend(portion.rows)
        return answers(job, skip)

    monkeypatch.setattr(running, "_answers", looked)
    tally = Tally()
    run(job(path, resume=True), tally, every)
    assert [row.id for row in seen] == [str(number) for number in range(128, 300)]
    assert tally.rows == 300
    assert not folder.exists()
    os.utime(path)
    with pytest.raises(_StoppedError):
        run(job(path), Tally(), stopping_after(2))
    os.utime(path, (1, 1))
    with pytest.raises(VaclintError, match="is of a run with other inputs; remove it"):
        run(job(path, resume=True), Tally(), every)


def test_a_folder_that_was_killed_when_it_was_made_is_begun_with(tmp_path: Path) -> None:
    (tmp_path / "out.parquet.parts").mkdir()
    run(job(adverts(tmp_path, 10)), Tally(), every)
    assert len(rows(tmp_path / "out.parquet")) == 10
    (tmp_path / "out.parquet.parts").mkdir()
    (tmp_path / "out.parquet.parts" / "run.json").write_text("{")
    with pytest.raises(VaclintError, match=r"out.parquet.parts cannot be used \(Expecting"):
        run(job(adverts(tmp_path, 10)), Tally(), every)


def test_what_is_answered_is_kept_where_an_input_breaks_off(tmp_path: Path) -> None:
    path = adverts(tmp_path, 300)
    data = bytearray(path.read_bytes())
    half = len(data) // 2
    data[half : half + 200] = b"\0" * 200
    path.write_bytes(data)
    with pytest.raises(VaclintError, match=r"the file cannot be read .* answered rows are kept in"):
        run(job(path), Tally(), every)
    about = json.loads((tmp_path / "out.parquet.parts" / "run.json").read_text())
    assert about["inputs"][0][1] == len(data)


def test_few_rows_are_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 100)
    written = keeping.Parts.write
    held: list[int] = []

    def noted(self: keeping.Parts) -> None:
        held.append(sum(map(len, self._held)))
        written(self)

    monkeypatch.setattr(keeping.Parts, "write", noted)
    run(job(adverts(tmp_path, 300)), Tally(), every)
    assert sum(held) == 300
    assert max(held) < 100 + reading.ROWS
