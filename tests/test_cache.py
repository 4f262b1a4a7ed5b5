"""The cache saves time and changes nothing: not when it is warm, damaged, out of reach or switched off."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import REAL, vaclint


def check(folder: Path, *arguments: str) -> str:
    done = vaclint("check", str(REAL), "--output-format", "json", *arguments, cwd=folder, VACLINT_CACHE_DIR=str(folder / "cache"))
    assert done.code == 1
    return done.out


def test_a_warm_cache_gives_the_same_report(tmp_path: Path) -> None:
    cold = check(tmp_path)
    kept = {path: path.read_bytes() for path in (tmp_path / "cache").iterdir()}
    assert sorted(path.suffix for path in kept) == [".bin", ".trie", ".trie"]
    assert all(len(data) > 10_000 for data in kept.values())
    assert check(tmp_path) == cold
    assert {path: path.read_bytes() for path in kept} == kept


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\x00" * 5000])
def test_a_damaged_cache_is_made_again(tmp_path: Path, damage: bytes) -> None:
    cold = check(tmp_path)
    kept = list((tmp_path / "cache").iterdir())
    for path in kept:
        path.write_bytes(damage)
    assert check(tmp_path) == cold
    assert all(path.stat().st_size > 10_000 for path in kept)


def test_without_a_cache_nothing_is_written(tmp_path: Path) -> None:
    check(tmp_path, "--no-cache")
    assert not (tmp_path / "cache").exists()


def test_a_cache_that_cannot_be_written_is_left(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    check(tmp_path)
