"""JobPostings in the cells and rows of a table are read as files of them would be."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from support import resources

pa = pytest.importorskip("pyarrow", reason="the extra vaclint[batch] is not installed")
pq = pytest.importorskip("pyarrow.parquet")

from vaclint.arrow import Columns, columns_of, lint_batch  # noqa: E402
from vaclint.arrow.inputs import columns_in, find_inputs, portions_of  # noqa: E402
from vaclint.arrow.postings import is_posting, postings_in  # noqa: E402
from vaclint.arrow.rows import Row  # noqa: E402

POSTING: dict[str, Any] = {
    "@type": "JobPosting",
    "title": "Kok",
    "identifier": {"value": "k-1"},
    "datePosted": date(2026, 11, 26),
    "description": "<p>Wij zoeken een kok. Hij/zij kookt 32 uur.</p>",
    "baseSalary": {
        "currency": "EUR",
        "value": {"minValue": Decimal("2500.0"), "maxValue": None, "unitText": "MONTH"},
    },
}
OTHERS: list[dict[str, Any] | None] = [
    {"title": "Bakker", "description": "Je bakt brood. 😀"},
    None,
    {"@type": "Event", "description": "Een feest."},
]
STATED = {"@type": "JobPosting", "title": "Bakker", "description": "Je bakt brood. 😀"}


def cells() -> Any:
    return pa.array([POSTING, *OTHERS])


def test_a_struct_is_a_posting_with_what_it_states_and_no_more() -> None:
    first, second, third, fourth = postings_in(cells())
    assert json.loads(first.text or b"") == {
        **POSTING,
        "datePosted": "2026-11-26",
        "baseSalary": {"currency": "EUR", "value": {"minValue": "2500.0", "unitText": "MONTH"}},
    }
    assert (first.known, json.loads(second.text or b""), second.known) == ("k-1", STATED, None)
    assert (third.text, third.problem) == (None, None)
    assert fourth.problem == ("read", "the row is no JobPosting")


def test_a_column_of_structs_is_found_and_its_rows_are_answered() -> None:
    batch = pa.record_batch({"number": range(4), "job": cells()})
    columns = columns_of(batch.schema)
    assert columns == Columns("job")
    rows = lint_batch(batch, columns).to_pylist()
    assert [row["error"] for row in rows] == [None, None, "null", "read"]
    assert [row["format"] for row in rows] == ["json", "json", None, None]
    assert (rows[0]["id"], rows[0]["title"], rows[0]["kind"]) == ("k-1", "Kok", "vacancy")
    assert (rows[0]["salary_min"], rows[0]["salary_unit"]) == (2500.0, "month")
    assert "Hij/zij" in [each["text"] for each in rows[0]["findings"]]
    named = lint_batch(batch, {"text": "job", "id": "number"})
    assert named.column("id").to_pylist() == ["0", "1", "2", "3"]


@pytest.mark.parametrize("suffix", [".parquet", ".arrow"])
def test_a_table_with_the_properties_as_columns_has_postings_as_rows(
    tmp_path: Path, suffix: str
) -> None:
    table = pa.Table.from_struct_array(pa.array([POSTING, OTHERS[0], {}, OTHERS[2]]))
    path = tmp_path / f"a{suffix}"
    if suffix == ".parquet":
        pq.write_table(table, path)
    else:
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
            writer.write_table(table)

    def read(**given: str) -> list[Row]:
        inputs = find_inputs([str(path)], tmp_path / "out.parquet")
        columns = columns_in(inputs, resources().reading, given)
        return [row for each in portions_of(inputs, columns, 0) for row in each.rows]

    first, second, third, fourth = read()
    assert (first.id, json.loads(first.text or b"")["title"]) == ("k-1", "Kok")
    assert (second.id, json.loads(second.text or b"")) == (f"{path.as_posix()}:2", STATED)
    assert json.loads(third.text or b"") == {"@type": "JobPosting"}
    assert fourth.problem == ("read", "the row is no JobPosting")
    assert [row.text for row in read(text="title")] == [b"Kok", b"Bakker", None, None]


def test_what_is_no_utf_8_is_told_of_its_row() -> None:
    text = pa.array([b"Kok", b"Kok\xe9"]).cast(pa.binary())
    broken = pa.Array.from_buffers(pa.string(), 2, text.buffers())
    batch = pa.record_batch({"job": pa.StructArray.from_arrays([broken], ["description"])})
    rows = lint_batch(batch, {"text": "job"}).to_pylist()
    assert [row["error"] for row in rows] == [None, "not_utf8"]
    assert rows[1]["error_message"] == "the JobPosting is not UTF-8 (byte 0xe9 at 3 of a value)"


@pytest.mark.parametrize(
    ("type_", "is_one"),
    [
        ("JobPosting", True),
        ("https://schema.org/JobPosting", True),
        ("schema:JobPosting", True),
        (["Thing", "http://schema.org/JobPosting"], True),
        ("JobPostingList", False),
        (None, False),
    ],
)
def test_a_type_may_stand_with_its_address(type_: object, is_one: bool) -> None:
    assert is_posting({"@type": type_}) == is_one
