"""The cache saves time and changes nothing: not when it is warm, damaged, out of reach or switched off."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import REAL, vaclint
from vaclint.project import cache


def check(folder: Path, *arguments: str) -> str:
    done = vaclint("check", str(REAL), "--output-format", "json", *arguments, cwd=folder, VACLINT_CACHE_DIR=str(folder / "cache"))
    assert done.code == 1
    return done.out


def test_a_warm_cache_gives_the_same_report(tmp_path: Path) -> None:
    cold = check(tmp_path)
    kept = {path: path.read_bytes() for path in (tmp_path / "cache").iterdir()}
    assert sorted(path.suffix for path in kept) == [".bin", ".bin", ".bin", ".trie", ".trie"]
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


def test_what_is_made_of_files_is_made_again_when_one_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VACLINT_CACHE_DIR", str(tmp_path / "cache"))
    file = tmp_path / "words.txt"
    file.write_text("een")
    made: list[str] = []

    def make() -> str:
        made.append(file.read_text())
        return made[-1]

    def read() -> str:
        return str(cache.kept("words.bin", [file], make))

    assert [read(), read(), len(made)] == ["een", "een", 1]
    file.write_text("twee")
    assert [read(), read(), len(made)] == ["twee", "twee", 2]
