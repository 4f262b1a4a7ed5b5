"""Near-duplicates among the rows of a file: copies are found, standing text is not."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from support import understood
from vaclint.checks.sketch import sketch_of
from vaclint.duplicates import write_pairs
from vaclint.duplicates.steps import BINS, DUCKDB, PARTS, layout, steps
from vaclint.model.errors import VaclintError

pytest.importorskip("duckdb")
WORDS = [f"woord{number}" for number in range(3000)]
STANDING = random.Random(0).choices(WORDS, k=130)


def words_of(seed: int, count: int = 260) -> list[str]:
    return random.Random(seed).choices(WORDS, k=count)


def row(name: str | None, words: list[str], language: str = "nl") -> dict[str, Any]:
    text = "# Kok\n\n" + " ".join(words) + ".\n"
    values = sketch_of(understood(text, "a.md", language="nl")).values
    return {"id": name, "language": language, "sketch": list(values)}


def pairs(folder: Path, rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    source, output = folder / "rows.jsonl", folder / "it's.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in rows), "utf-8")
    count = write_pairs(source, output)
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


def test_a_file_that_cannot_be_read_or_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "rows.parquet").write_bytes(b"no parquet")
    for source, output in (
        ("rows.txt", "pairs.csv"),
        ("rows.parquet", "pairs.txt"),
        ("rows.parquet", "pairs.csv"),
        ("nowhere.parquet", "pairs.csv"),
    ):
        with pytest.raises(VaclintError) as error:
            write_pairs(tmp_path / source, tmp_path / output)
        assert "\n" not in error.value.message


def test_every_bin_is_in_one_band_of_each_order() -> None:
    rows = list(layout())
    for part, (size, orders) in PARTS.items():
        bands = [band for name, band, _ in rows if name == part]
        assert len(bands) == BINS * len(orders)
        assert {bands.count(band) for band in bands} == {size}


def test_each_step_reads_only_what_is_there_before_it() -> None:
    names = [name for name, _ in steps(DUCKDB, 0.75)]
    assert names[0] == "keys" and names[-1] == "pairs" and len(set(names)) == len(names)
