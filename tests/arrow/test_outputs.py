"""Batches of findings in every format: what was written is what is read."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from vaclint import VaclintError

pa = pytest.importorskip("pyarrow", reason="the extra vaclint[batch] is not installed")
pq = pytest.importorskip("pyarrow.parquet")

from vaclint.arrow import (  # noqa: E402
    SCHEMA,
    Columns,
    lint_batch,
    outputs,
)

TEXTS = ["Wij zoeken een kandidaat/kandidate; ‘hij/zij’ kookt.", None, "Kok\n", "“Ja”, 32 uur."]


def batches() -> list[Any]:
    batch = lint_batch(pa.record_batch({"text": TEXTS, "id": range(4)}), Columns("text", "id"))
    return [batch, batch.slice(0, 0), batch.slice(1), batch]


def written(path: Path) -> list[dict[str, Any]]:
    """A file that was written; its rows as they were given."""
    path.write_bytes(b"".join(outputs.pieces_for(path)(batches())))
    if path.suffix == ".parquet":
        table = pq.read_table(path)  # Parquet has names of its own inside lists
        assert table.cast(SCHEMA).schema.equals(SCHEMA, check_metadata=True)
        rows: list[dict[str, Any]] = table.to_pylist(maps_as_pydicts="strict")
    elif path.suffix == ".arrow":
        with pa.OSFile(str(path)) as file:
            table = pa.ipc.open_file(file).read_all()
        assert table.schema.equals(SCHEMA, check_metadata=True)
        rows = table.to_pylist(maps_as_pydicts="strict")
    elif path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as text:
            rows = [{k: typed(k, v) for k, v in row.items()} for row in csv.DictReader(text)]
    else:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return rows


def typed(name: str, cell: str) -> Any:
    """A cell as a value of its column."""
    type_ = SCHEMA.field(name).type
    if not cell:
        return None
    if pa.types.is_string(type_):
        return cell
    return json.loads(cell)


@pytest.mark.parametrize("suffix", outputs.FORMATS)
@pytest.mark.parametrize("group", [1, outputs.GROUP])
def test_what_is_written_is_what_is_read(
    tmp_path: Path, suffix: str, group: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "GROUP", group)
    given = [row for batch in batches() for row in batch.to_pylist(maps_as_pydicts="strict")]
    assert written(tmp_path / f"out{suffix}") == given
    if suffix == ".parquet":
        assert pq.ParquetFile(tmp_path / "out.parquet").num_row_groups == (3 if group == 1 else 1)


def test_another_format_is_told() -> None:
    with pytest.raises(VaclintError, match=r"out\.xlsx: its name does not end in a format"):
        outputs.pieces_for(Path("out.xlsx"))
