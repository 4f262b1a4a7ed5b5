"""Reading a file, and replacing one in one step or not at all."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.project.files import read_source, replace_file


def test_a_file_is_read_under_the_name_it_is_shown_by(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_bytes(b"\xef\xbb\xbf" + "Één kok\r\n".encode())
    source = read_source(tmp_path / "kok.md", "map/kok.md")
    assert (source.path, source.text, source.bom) == ("map/kok.md", "Één kok\r\n", b"\xef\xbb\xbf")


def test_an_encoding_may_be_given(tmp_path: Path) -> None:
    (tmp_path / "kok.txt").write_bytes("Één kok".encode("latin-1"))
    assert read_source(tmp_path / "kok.txt", "kok.txt", "latin-1").text == "Één kok"
    with pytest.raises(VaclintError, match="probably ISO 8859-1"):
        read_source(tmp_path / "kok.txt", "kok.txt")


@pytest.mark.parametrize(("name", "says"), [("weg.md", "does not exist"), (".", "cannot be read")])
def test_what_cannot_be_read_is_an_error(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(VaclintError, match=says) as caught:
        read_source(tmp_path / name, name)
    assert (caught.value.kind, caught.value.path) == ("read", name)


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    replace_file(tmp_path / "nieuw.json", (b"{}",))
    beside = tmp_path / "gewoon"
    beside.touch()
    assert (tmp_path / "nieuw.json").read_bytes() == b"{}"
    assert (tmp_path / "nieuw.json").stat().st_mode == beside.stat().st_mode


@pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    file, link = tmp_path / "kok.md", tmp_path / "link.md"
    file.write_text("oud", "utf-8")
    file.chmod(0o640)
    link.symlink_to("kok.md")
    replace_file(link, (b"nieuw",), b"oud")
    assert link.is_symlink()
    assert file.read_bytes() == b"nieuw"
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="a limit of POSIX")
def test_a_full_disk_leaves_a_file_of_several_names_as_it_is(tmp_path: Path) -> None:
    import resource

    one, other = tmp_path / "kok.md", tmp_path / "ander.md"
    before = b"oud" * 3_000
    one.write_bytes(before)
    other.hardlink_to(one)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, limits[1]))
    try:
        with pytest.raises(VaclintError, match="cannot be written"):
            replace_file(one, (b"nieuw" * 3_000,), before)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert other.read_bytes() == before
    replace_file(one, (b"nieuw" * 3_000,), before)
    assert other.read_bytes() == b"nieuw" * 3_000


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    file = tmp_path / "kok.md"
    file.write_text("nieuw", encoding="utf-8")
    with pytest.raises(VaclintError, match="changed while it was being fixed"):
        replace_file(file, (b"hersteld",), b"oud")
    assert file.read_text("utf-8") == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["kok.md"]


@pytest.mark.parametrize(
    ("call", "code"),
    [("fsync", errno.ENOSPC), ("replace", errno.EACCES), ("chmod", errno.EPERM)],
)
def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    file = tmp_path / "kok.md"
    file.write_text("oud", encoding="utf-8")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(VaclintError, match=re.escape(os.strerror(code))):
        replace_file(file, (b"nieuw",))
    assert file.read_text("utf-8") == "oud"
    assert [path.name for path in tmp_path.iterdir()] == ["kok.md"]


def test_a_fix_that_the_encoding_cannot_hold_is_an_error() -> None:
    with pytest.raises(VaclintError, match="which has no ‘€’"):
        Source("kok.txt", "oud", "latin-1").encode("€ 3.000")
