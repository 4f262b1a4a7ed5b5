"""Files of adverts: every format gives the same rows, and what is wrong with one is told."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from support import resources
from vaclint import VaclintError

pa = pytest.importorskip("pyarrow", reason="the extra vaclint[batch] is not installed")
pq = pytest.importorskip("pyarrow.parquet")

from vaclint.arrow import Columns  # noqa: E402
from vaclint.arrow import inputs as reading  # noqa: E402
from vaclint.arrow.inputs import columns_in, find_inputs, portions_of  # noqa: E402
from vaclint.arrow.rows import Row  # noqa: E402

TEXTS = [f"Wij zoeken een kok.\n\n“Soep”, zegt {number}; \t42" for number in range(150)]
ROWS = [Row(str(number), text.encode(), b"Kok") for number, text in enumerate(TEXTS)]


def table() -> Any:
    return pa.table({"id": range(150), "title": ["Kok"] * 150, "text": TEXTS, "pay": [1.5] * 150})


def as_parquet(path: Path) -> None:
    pq.write_table(table(), path, row_group_size=40)


def as_arrow(path: Path) -> None:
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table().schema) as writer:
        writer.write_table(table(), max_chunksize=100)


def as_stream(path: Path) -> None:
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_stream(file, table().schema) as writer:
        writer.write_table(table())


def as_jsonl(path: Path) -> None:
    write(path, "".join(f"{json.dumps(row)}\n\n" for row in table().to_pylist()).encode())


def as_csv(path: Path) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, table().column_names, delimiter=";")
    writer.writeheader()
    writer.writerows(table().to_pylist())
    write(path, b"\xef\xbb\xbf" + text.getvalue().encode())


def write(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


def read(folder: Path, *names: str, skip: int = 0, **given: str) -> list[Row]:
    inputs = find_inputs([str(folder / name) for name in names], folder / "out.parquet")
    columns = columns_in(inputs, resources().reading, given)
    portions = list(portions_of(inputs, columns, skip))
    assert all(0 < len(portion.rows) <= reading.ROWS for portion in portions)
    reached = [portion.read for portion in portions]
    assert reached == sorted(reached)
    if reached:
        assert reached[-1] == pytest.approx(sum(each.size for each in inputs), rel=0.01)
    return [row for portion in portions for row in portion.rows]


FORMATS: dict[str, Callable[[Path], None]] = {
    "a.parquet": as_parquet,
    "a.arrow": as_arrow,
    "stream.arrow": as_stream,
    "a.jsonl": as_jsonl,
    "a.ndjson": as_jsonl,
    "a.jsonl.gz": as_jsonl,
    "a.csv": as_csv,
    "a.csv.gz": as_csv,
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_rows(tmp_path: Path, name: str) -> None:
    FORMATS[name](tmp_path / name)
    assert read(tmp_path, name) == ROWS
    assert read(tmp_path, name, skip=77) == ROWS[77:]
    assert read(tmp_path, name, skip=150) == []
    (row, *_) = read(tmp_path, name, text="title", title="text", id="pay")
    assert (row.text, row.title, row.id) == (b"Kok", TEXTS[0].encode(), "1.5")


def test_a_row_group_is_not_held_whole(tmp_path: Path) -> None:
    texts = [random.Random(number).randbytes(2_000) for number in range(20_000)]
    pq.write_table(pa.table({"text": texts}), tmp_path / "a.parquet", compression="none")
    del texts
    inputs = find_inputs([str(tmp_path)], tmp_path / "out.parquet")
    before = pa.total_allocated_bytes()
    most = 0
    for portion in portions_of(inputs, Columns("text"), 0):
        assert len(portion.rows[0].text or b"") == 2_000
        most = max(most, pa.total_allocated_bytes() - before)
    assert most < 20_000_000


def test_files_folders_and_patterns_are_read_in_order(tmp_path: Path) -> None:
    for name in ("b.parquet", "a.parquet", "sub/c.parquet", ".hidden.parquet", "_x/d.parquet"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        as_parquet(tmp_path / name)
    as_parquet(tmp_path / "out.parquet")  # what is written is not read
    (tmp_path / "readme.txt").write_text("no adverts")

    def found(*given: str) -> Sequence[str]:
        inputs = find_inputs([str(tmp_path / each) for each in given], tmp_path / "out.parquet")
        return [each.path.relative_to(tmp_path).as_posix() for each in inputs]

    assert found("") == ["a.parquet", "b.parquet", "sub/c.parquet"]
    assert found("?.parquet") == ["a.parquet", "b.parquet"]
    assert found("**/c.parquet", "b.parquet", "a*") == ["sub/c.parquet", "b.parquet", "a.parquet"]
    assert read(tmp_path, "a.parquet", "b.parquet", skip=200) == ROWS[50:]


def test_rows_without_an_id_are_known_by_their_file_and_number(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        write(tmp_path / name, b'{"text": "Kok"}\n' * 70)
    rows = read(tmp_path, "a.jsonl", "b.jsonl", skip=69)
    ids = [row.id.removeprefix(f"{tmp_path.as_posix()}/") for row in rows if row.id]
    assert ids[:3] == ["a.jsonl:70", "b.jsonl:1", "b.jsonl:2"]


def test_a_posting_is_a_row_as_it_stands(tmp_path: Path) -> None:
    lines = [
        b'{"@type": "JobPosting", "title": "Kok", "identifier": {"value": "k-1"}}',
        b'{"@type": ["JobPosting"], "identifier": 7, "description": "<p>Kook je?</p>"}',
        b'{"@type": "JobPosting", "url": "https://example.org/kok"}',
        b'{"@type": "JobPosting"}',
        b'{"@type": "Event"}',
    ]
    write(tmp_path / "a.jsonl", b"\n".join(lines[:4]))
    assert [(row.id, row.text) for row in read(tmp_path, "a.jsonl")] == [
        ("k-1", lines[0]),
        ("7", lines[1]),
        ("https://example.org/kok", lines[2]),
        (f"{(tmp_path / 'a.jsonl').as_posix()}:4", lines[3]),
    ]
    write(tmp_path / "a.jsonl", lines[3] + b"\n" + b"\n".join(lines[3:4] * 99 + lines[4:]))
    assert read(tmp_path, "a.jsonl")[-1].problem == (
        "read",
        "the line is no JobPosting, as the lines before it",
    )


def test_a_line_that_cannot_be_read_is_a_row_with_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LINE", 60)
    lines = [
        b'{"id": 1, "text": "Kok"}',
        b'{"id": 2, "text": ',
        b"[1, 2]",
        b'{"id": 4, "text": "Kok\xe9"}',
        b'{"id": 5, "text": 12}',
        b'{"id": 6, "text": null}',
        b'{"id": 7, "text": "' + b"x" * 200 + b'"}',
        b'{"@type": "JobPosting", "id": 8}',
        b'{"id": 9, "text": "Kok \\ud83d"}',
        b'{"id": 10, "text": "' + b"x" * 37 + b'"}',  # not one too many
        b'{"id": 11, "text": "' + b"x" * 200 + b'"}',
    ]
    write(tmp_path / "a.jsonl", b"\n".join(lines))
    rows = read(tmp_path, "a.jsonl", text="text")
    assert [row.problem and row.problem[0] for row in rows] == [
        *(None, "read", "read", "not_utf8", "read", None, "too_large"),
        *(None, None, None, "too_large"),
    ]
    assert [row.text for row in rows if row.problem is None] == [
        *(b"Kok", None, lines[7], b"Kok ?", b"x" * 37),
    ]
    assert rows[7].id == "8"


def test_a_record_that_is_too_short_or_no_utf_8_is_a_row(tmp_path: Path) -> None:
    data = b'id,text\n1,"Wij ""koken"",\nsamen"\n2\n3,Kok\xe9,more\n\xff,Kok\n'
    write(tmp_path / "a.csv", data)
    assert read(tmp_path, "a.csv") == [
        Row("1", b'Wij "koken",\nsamen', None),
        Row("2", None, None),
        Row("3", b"Kok\xe9", None),
        Row("\\xff", b"Kok", None),
    ]


def wrong(folder: Path, *names: str) -> str:
    with pytest.raises(VaclintError) as error:
        read(folder, *names)
    assert "\n" not in error.value.message
    return error.value.message.replace(f"{folder.as_posix()}/", "")


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert wrong(tmp_path, "a.parquet").startswith("a.parquet: there is no file of adverts there")
    assert wrong(tmp_path, "*.csv").startswith("*.csv: there is no file of adverts there")
    write(tmp_path / "a.xlsx", b"PK")
    assert wrong(tmp_path, "a.xlsx").endswith(".parquet, .arrow, .jsonl, .ndjson, .csv")
    for name in ("b.parquet", "b.arrow", "b.jsonl.gz"):
        (tmp_path / name).write_bytes(b"no such thing, as everybody can see")
        assert wrong(tmp_path, name).startswith(f"{name}: the file cannot be read (")
    as_jsonl(tmp_path / "c.jsonl.gz")
    whole = (tmp_path / "c.jsonl.gz").read_bytes()
    (tmp_path / "c.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    assert "c.jsonl.gz: the file cannot be read (" in wrong(tmp_path, "c.jsonl.gz")
    write(tmp_path / "d.jsonl", b"")
    assert wrong(tmp_path, "d.jsonl").endswith("name it; the columns are: none")


def test_a_schema_that_changes_between_files_is_told_before_any_work(tmp_path: Path) -> None:
    as_parquet(tmp_path / "a.parquet")
    pq.write_table(pa.table({"id": [1], "body": ["Kok"]}), tmp_path / "b.parquet")
    pq.write_table(pa.table({"id": [1], "title": ["Kok"], "text": [1]}), tmp_path / "c.parquet")
    said = wrong(tmp_path, "a.parquet", "b.parquet")
    assert said == (
        "b.parquet: there is no column 'text' for the text; the columns are: id, body; "
        "a.parquet has it"
    )
    assert "c.parquet: the column 'text' holds int64" in wrong(tmp_path, "a.parquet", "c.parquet")


def test_an_input_that_vanishes_is_told(tmp_path: Path) -> None:
    for name in ("a.parquet", "b.parquet"):
        as_parquet(tmp_path / name)
    inputs = find_inputs([str(tmp_path)], tmp_path / "out.parquet")
    portions = portions_of(inputs, Columns("text", "id", "title"), 0)
    assert len(next(portions).rows) == reading.ROWS
    (tmp_path / "b.parquet").unlink()
    with pytest.raises(VaclintError, match=r"b\.parquet: the file cannot be read \(No such file"):
        list(portions)
