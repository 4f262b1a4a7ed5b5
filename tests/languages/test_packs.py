"""Reading a folder with rules and language packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from project_support import write
from vaclint.languages.packs import (
    SUFFIXES,
    language_codes,
    pack_folders,
    read_data,
    read_pack,
    read_toml,
    rows_of,
    rules_folder,
)
from vaclint.model.errors import VaclintError
from vaclint.model.store import stamps_of


def test_a_pack_has_sections_and_speaks_of_rules(tmp_path: Path) -> None:
    files = {
        "xx/language.toml": 'priority = 3\n[fields]\ntitle = ["a"]\n',
        "xx/gen.toml": '[GEN001]\nmessage = "m"\n\n[[rule]]\ncode = "GEN901"\n\n[extra]\na = 1\n',
        "xx/gen/list.tsv": "a\tb\n",
    }
    pack = read_pack(write(tmp_path, files) / "xx")
    assert pack["code"] == "xx"
    assert pack["sections"] == {"priority": 3, "fields": {"title": ["a"]}, "extra": {"a": 1}}
    ((path, of_rules),) = pack["files"]
    assert path == str(tmp_path / "xx" / "gen.toml")
    assert set(of_rules) == {"GEN001", "rule"}


def test_a_folder_without_packs_has_none(tmp_path: Path) -> None:
    assert pack_folders(tmp_path) == []
    write(
        tmp_path,
        {"languages/README.txt": "x", "languages/yy/a.toml": "", "languages/xx/a.toml": ""},
    )
    assert language_codes(tmp_path) == ("xx", "yy")


def test_data_is_all_tables_together(tmp_path: Path) -> None:
    write(tmp_path, {"data/a.toml": "[een]\nx = 1\n", "data/b.toml": "[twee]\ny = 2\n"})
    assert read_data(tmp_path) == {"een": {"x": 1}, "twee": {"y": 2}}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a = \n", ":1: not valid TOML"),
        (b"\xff", "is not UTF-8"),
        (b"a = " + b"[" * 5000, "nested too deeply"),
    ],
)
def test_what_is_no_toml_is_an_error(tmp_path: Path, content: bytes, says: str) -> None:
    write(tmp_path, {"a.toml": content})
    with pytest.raises(VaclintError, match=says) as caught:
        read_toml(tmp_path / "a.toml")
    assert (caught.value.kind, caught.value.path) == ("rule", str(tmp_path / "a.toml"))


def test_rows_have_their_lines(tmp_path: Path) -> None:
    write(tmp_path, {"a.tsv": "# kop\n\na\t b \nc\n"})
    assert list(rows_of(tmp_path / "a.tsv")) == [(3, ["a", "b"]), (4, ["c"])]


def test_the_shipped_folder_holds_rules_and_packs() -> None:
    folder = rules_folder()
    assert language_codes(folder) == ("en", "nl")
    shipped = [Path(path) for path, _, _ in stamps_of(folder, SUFFIXES)]
    names = {path.relative_to(folder).as_posix() for path in shipped}
    assert {"gen.toml", "languages/nl/language.toml", "data/marks.toml"} <= names
    assert all(Path(name).suffix in (".toml", ".tsv", ".txt") for name in names)
