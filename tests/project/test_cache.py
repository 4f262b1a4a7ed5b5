"""The cache saves time and changes nothing: not when it is warm, damaged or out of reach."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cli_support import REAL, vaclint
from vaclint.model.store import Apart, Store, stamp_of
from vaclint.project.cache import (
    BESIDE,
    DiskStore,
    cache_folder,
    keep_patterns,
    prime_patterns,
    store_in,
)
from vaclint.project.outcomes import RUNS
from vaclint.text import patterns


def check(folder: Path, *arguments: str) -> str:
    done = vaclint(
        "check",
        str(REAL),
        "--output-format",
        "json",
        *arguments,
        cwd=folder,
        VACLINT_CACHE_DIR=str(folder / "cache"),
    )
    assert done.code == 1
    return done.out


class Cold(NamedTuple):
    """A report made without a cache, and the cache that was made with it."""

    report: str
    cache: Path

    def copied(self, folder: Path) -> dict[Path, bytes]:
        """Copy the cache into a folder, without what a run elsewhere printed; gives its files with
        their content.
        """
        shutil.copytree(self.cache, folder / "cache", ignore=shutil.ignore_patterns(RUNS))
        files = [path for path in (folder / "cache").rglob("*") if path.is_file()]
        return {path: path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory) -> Cold:
    folder = tmp_path_factory.mktemp("cold")
    return Cold(check(folder), folder / "cache")


def test_the_first_run_fills_the_cache(cold: Cold) -> None:
    kept = [path for path in cold.cache.iterdir() if path.is_file()]
    assert "patterns.bin" in {path.name for path in kept}
    assert {path.suffix for path in kept} == {".bin", ".trie"}
    assert all(path.stat().st_size > 10_000 for path in kept)


def test_a_warm_cache_gives_the_same_report(cold: Cold, tmp_path: Path) -> None:
    kept = cold.copied(tmp_path)
    assert check(tmp_path) == cold.report
    assert {path: path.read_bytes() for path in kept} == kept


@pytest.mark.parametrize(
    "damage",
    [
        b"nonsense",
        pytest.param(b"", marks=pytest.mark.slow),
        pytest.param(b"\x00" * 5000, marks=pytest.mark.slow),
    ],
)
def test_a_damaged_cache_is_made_again(cold: Cold, tmp_path: Path, damage: bytes) -> None:
    kept = cold.copied(tmp_path)
    for path in kept:
        path.write_bytes(damage)
    assert check(tmp_path) == cold.report
    sizes = {path: path.stat().st_size for path in kept}
    assert sizes == {path: len(data) for path, data in kept.items()}


def test_without_a_cache_nothing_is_written(cold: Cold, tmp_path: Path) -> None:
    assert check(tmp_path, "--no-cache") == cold.report
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_left(cold: Cold, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert check(tmp_path) == cold.report
    assert (tmp_path / "cache").read_text() == "a file where the folder should be"


def test_what_is_made_of_files_is_made_again_when_one_changes(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("een")
    made: list[str] = []

    def make() -> str:
        made.append(file.read_text())
        return made[-1]

    def read() -> str:
        return str(DiskStore(tmp_path / "cache").kept("words.bin", [stamp_of(file)], make))

    assert [read(), read(), len(made)] == ["een", "een", 1]
    file.write_text("twee")
    assert [read(), read(), len(made)] == ["twee", "twee", 2]


def test_pieces_are_read_from_a_file_and_made_again_where_it_is_damaged(tmp_path: Path) -> None:
    store, made = DiskStore(tmp_path), []

    def make() -> Apart:
        made.append(1)
        return {"head": 1}, [b"first", b"", b"last"]

    def kept() -> tuple[Any, list[bytes]]:
        value, pieces = store.kept_apart("some.bin", [("a", 1, 2)], make)
        return value, [bytes(pieces[number]) for number in range(len(pieces))]

    whole = {"head": 1}, [b"first", b"", b"last"]
    for damage in ((b"", b""), (b"last", b"lost"), (b"head", b"hand"), (b"first", b"fir")):
        assert kept() == whole  # made
        assert kept() == whole  # kept
        (file,) = tmp_path.iterdir()
        file.write_bytes(file.read_bytes().replace(*damage))
        before = len(made)
        assert kept() == whole
        assert len(made) == before + (damage[0] != b"")
    assert len(made) <= 8


def test_installations_keep_theirs_beside_each_other(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "cache")
    made: list[str] = []

    def asked(place: str) -> str:
        def make() -> str:
            made.append(place)
            return place

        return str(store.kept("rules.bin", [(place, 1, 1)], make))

    for place in ("hook", "command", "hook", "command"):
        assert asked(place) == place
    assert made == ["hook", "command"]
    for place in ("third", "fourth", "fifth", "sixth"):
        asked(place)
    assert len(list((tmp_path / "cache").iterdir())) == BESIDE


def test_a_store_reads_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "diep" / "cache")
    assert store.read("a.bin") is None
    store.write("a.bin", b"een")
    store.write("a.bin", b"twee")
    assert store.read("a.bin") == b"twee"
    assert [path.name for path in (tmp_path / "diep" / "cache").iterdir()] == ["a.bin"]


def test_a_mapped_file_is_read_by_its_path_where_it_is_whole(tmp_path: Path) -> None:
    store = DiskStore(tmp_path / "cache")

    def read(path: str) -> bytes:
        return Path(path).read_bytes()[:3]

    assert store.mapped("a.trie", read) is None
    store.write_mapped("a.trie", b"twee")
    assert store.mapped("a.trie", read) == b"twe"
    file = tmp_path / "cache" / "a.trie"
    whole = file.read_bytes()
    for damaged in (whole[:-1], b"d" + whole[1:], b"", b"twee"):
        file.write_bytes(damaged)
        assert store.mapped("a.trie", read) is None
    file.write_bytes(whole)
    file.chmod(0o666)
    assert os.name == "nt" or store.mapped("a.trie", read) is None
    assert Store().mapped("a.trie", read) is None


def test_no_store_keeps_nothing() -> None:
    store = store_in(None)
    assert isinstance(store, Store)
    store.write("a.bin", b"een")
    assert (store.read("a.bin"), store.folder()) == (None, None)
    assert store.kept("a.bin", [], lambda: 3) == 3


def test_the_folder_is_the_one_given_or_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VACLINT_CACHE_DIR", "/ergens")
    assert cache_folder() == Path("/ergens")
    monkeypatch.setenv("VACLINT_CACHE_DIR", "")
    assert cache_folder() is None
    monkeypatch.delenv("VACLINT_CACHE_DIR")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/xdg")
    assert cache_folder() == Path("/xdg/vaclint")
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv("HOME", "/thuis")
    assert cache_folder() == Path("/thuis/Library/Caches/vaclint")
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/lokaal")
    assert cache_folder() == Path("/lokaal/vaclint/cache")


def test_patterns_are_kept_beside_those_of_earlier_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DiskStore(tmp_path)
    primed: list[dict[tuple[str, int], object]] = []
    monkeypatch.setattr(patterns, "prime", lambda codes: primed.append(dict(codes())))
    for name in ("een", "twee"):
        monkeypatch.setattr(patterns, "learnt", lambda name=name: {(name, 0): (name, 1)})
        keep_patterns(store)
    prime_patterns(store)
    assert primed == [{("een", 0): ("een", 1), ("twee", 0): ("twee", 1)}]


def test_patterns_of_another_version_are_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DiskStore(tmp_path)
    monkeypatch.setattr(patterns, "learnt", lambda: {("een", 0): ("een", 1)})
    monkeypatch.setattr(patterns, "version", lambda: "0")
    keep_patterns(store)
    monkeypatch.setattr(patterns, "version", lambda: "1")
    primed: list[object] = []
    monkeypatch.setattr(patterns, "prime", lambda codes: primed.append(codes()))
    prime_patterns(store)
    assert primed == [{}]
