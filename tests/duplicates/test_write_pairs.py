"""Near-duplicates among the rows of a file: copies are found, standing text is not."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from support import understood
from vaclint.checks.sketch import shortened, sketch_of
from vaclint.duplicates import Found, write_pairs
from vaclint.duplicates.steps import BINS, DUCKDB, PARTS, SPARK, layout, steps
from vaclint.model.errors import VaclintError

duckdb = pytest.importorskip("duckdb", reason="the extra vaclint[batch] is not installed")

from vaclint.arrow.outputs import pieces_for  # noqa: E402
from vaclint.arrow.schema import SCHEMA, batch_of  # noqa: E402
from vaclint.duplicates import embedded  # noqa: E402

WORDS = [f"woord{number}" for number in range(3000)]
STANDING = random.Random(0).choices(WORDS, k=130)


def words_of(seed: int, count: int = 260) -> list[str]:
    return random.Random(seed).choices(WORDS, k=count)


def row(name: str | None, words: list[str], language: str = "nl") -> dict[str, Any]:
    text = "# Kok\n\n" + " ".join(words) + ".\n"
    values = sketch_of(understood(text, "a.md", language="nl"), whole=True).values
    return {"id": name, "language": language, "sketch": shortened(values)}


def pairs(folder: Path, rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    source, output = folder / "rows.jsonl", folder / "it's.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in rows), "utf-8")
    count = write_pairs(source, output).pairs
    found = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert count == len(found)
    return [(pair["first"], pair["second"]) for pair in found]


def test_a_copy_is_found_among_texts_with_the_same_standing_text(tmp_path: Path) -> None:
    rows = [row(f"a{seed:02}", words_of(seed) + STANDING) for seed in range(30)]
    changed = ["anders" if at % 60 == 0 else word for at, word in enumerate(words_of(7))]
    assert pairs(tmp_path, [*rows, row("b", changed + STANDING)]) == [("a07", "b")]


def test_a_text_that_is_posted_in_many_places_is_found_in_each(tmp_path: Path) -> None:
    rows = [row(f"a{number:03}", [*words_of(1), f"plaats{number}"]) for number in range(90)]
    found = pairs(tmp_path, rows)
    assert {second for _, second in found} == {f"a{number:03}" for number in range(1, 90)}


def test_rows_without_a_name_or_a_sketch_and_other_languages_are_no_pairs(tmp_path: Path) -> None:
    rows = [
        row("a", words_of(1)),
        row(None, words_of(1)),
        row("b", words_of(1), "en"),
        {"id": "c", "language": None, "sketch": None},
        {"id": "d", "language": "und", "sketch": []},
    ]
    assert pairs(tmp_path, rows) == []


COPIES = [row("b", words_of(1)), row("a", words_of(1)), row("c", words_of(2)), row(None, [])]


@pytest.mark.parametrize("written", [".parquet", ".csv", ".jsonl", ".ndjson"])
@pytest.mark.parametrize("name", [".parquet", ".arrow", ".jsonl", ".ndjson", ".csv"])
def test_every_format_that_a_run_writes_is_read(tmp_path: Path, name: str, written: str) -> None:
    source, output = tmp_path / f"rows{name}", tmp_path / f"pairs{written}"
    rows = [{column: each.get(column) for column in SCHEMA.names} for each in COPIES]
    batch = batch_of([{**each, "findings": [], "metrics": {}} for each in rows])
    source.write_bytes(b"".join(pieces_for(source)([batch])))
    assert write_pairs(source, output) == Found(1, 3, 0)
    with duckdb.connect() as connection:
        assert connection.execute(f"FROM '{output}'").fetchall() == [("a", "b", 1.0)]
    assert {path.name for path in tmp_path.iterdir()} == {source.name, output.name}


def test_of_rows_with_one_id_one_counts_and_the_others_are_told(tmp_path: Path) -> None:
    rows = [*COPIES, row("a", words_of(3)), row("a", words_of(4)), row("d", words_of(3))]
    source = tmp_path / "rows.jsonl"
    pairs = set()
    for order in (rows, rows[::-1]):
        source.write_text("".join(json.dumps(each) + "\n" for each in order), "utf-8")
        found = write_pairs(source, tmp_path / "pairs.csv")
        assert (found.rows, found.repeated) == (4, 2)
        pairs.add((tmp_path / "pairs.csv").read_text("utf-8"))
    assert len(pairs) == 1


@pytest.mark.parametrize(
    ("source", "output", "said"),
    [
        ("rows.txt", "pairs.csv", "rows.txt: duplicates are found in .parquet, .arrow, .jsonl"),
        ("rows.jsonl", "pairs.txt", "pairs.txt: duplicates are written as .parquet, .csv"),
        ("rows.jsonl", "no/pairs.csv", "pairs.csv: there is no such folder; make it"),
        ("rows.parquet", "pairs.csv", "rows.parquet: no duplicates can be found in it"),
        ("rows.arrow", "pairs.csv", "rows.arrow: no duplicates can be found in it"),
        ("nowhere.parquet", "pairs.csv", "nowhere.parquet: no duplicates can be found in it"),
        ("nowhere.arrow", "pairs.csv", "nowhere.arrow: no duplicates can be found in it"),
        ("other.csv", "pairs.csv", "other.csv: no duplicates can be found in it"),
        ("rows.jsonl", "folder.csv", "rows.jsonl: no duplicates can be found in it (Is a dir"),
    ],
)
def test_what_cannot_be_read_or_written_is_one_sentence_and_leaves_the_pairs_that_are_there(
    tmp_path: Path, source: str, output: str, said: str
) -> None:
    for name in ("rows.parquet", "rows.arrow"):
        (tmp_path / name).write_bytes(b"neither of them")
    (tmp_path / "rows.jsonl").write_text(json.dumps(COPIES[0]), "utf-8")
    (tmp_path / "other.csv").write_text("id,text\n1,Kok\n", "utf-8")
    (tmp_path / "pairs.csv").write_text("of yesterday", "utf-8")
    (tmp_path / "folder.csv").mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(VaclintError) as error:
        write_pairs(tmp_path / source, tmp_path / output)
    assert "\n" not in error.value.message
    assert error.value.message.startswith((f"{tmp_path}/{said}", f"{tmp_path}/no/{said}"))
    assert (tmp_path / "pairs.csv").read_text("utf-8") == "of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_without_the_extra_its_name_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "find_spec", lambda _: None)
    with pytest.raises(VaclintError, match=r"needs the extra vaclint\[batch\]; install it"):
        write_pairs(tmp_path / "rows.csv", tmp_path / "pairs.csv")


def test_every_bin_is_in_one_band_of_each_order() -> None:
    rows = list(layout())
    for part, (size, orders) in PARTS.items():
        bands = [band for name, band, _ in rows if name == part]
        assert len(bands) == BINS * orders
        assert {bands.count(band) for band in bands} == {size}


@pytest.mark.parametrize("dialect", [DUCKDB, SPARK])
def test_each_step_reads_only_what_is_there_before_it(dialect: dict[str, str]) -> None:
    made = list(steps(dialect, 0.75))
    assert made[-1].name == "pairs"
    there = {"given", "layout"}
    for step in made:
        read = set(re.findall(r"\b(?:FROM|JOIN) (\w+)", step.query))
        assert read <= there
        assert all(step.reads(name) for name in read)
        assert step.name not in there
        there.add(step.name)
