"""Limits of size, depth and time; files, folders and names that are no ordinary ones."""

from __future__ import annotations

import os
import random
import stat
import sys
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest

from cli_support import vaclint
from vaclint.model.errors import VaclintError
from vaclint.model.store import Store
from vaclint.project.cache import DiskStore
from vaclint.project.files import read_source, replace_file, write_output
from vaclint.project.limits import AT_MOST, PLAIN, left_of, limited, times_for
from vaclint.text.escaped import escaped, escaped_path, lossless

TEXT = "# Kok\n\nWij zoeken een kandidaat/kandidate.\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def test_a_file_over_the_limit_is_one_error_that_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "groot.md").write_text(TEXT * 10)
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "vaclint.toml").write_text("max-file-size = 200\n")
    done = vaclint("check", "--output-format", "json", ".", cwd=tmp_path)
    data = done.json()
    assert done.code == 2
    assert [error["path"] for error in data["errors"]] == ["groot.md"]
    assert "max-file-size" in data["errors"][0]["message"]
    assert {finding["path"] for finding in data["diagnostics"]} == {"a.md"}


@posix
def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(VaclintError, match="--timeout"), limited(0.05, "a.md"):
        while True:
            pass
    with limited(0.05, "a.md"):
        assert sum(range(10)) == 45


@posix
@pytest.mark.parametrize("seconds", [1e300, 10**400, 1e-300])
def test_a_limit_of_any_size_is_one(seconds: float) -> None:
    with suppress(VaclintError), limited(seconds, "a.md"):
        assert sum(range(10)) == 45


@posix
def test_what_is_made_once_for_all_texts_takes_no_time_of_one(tmp_path: Path) -> None:
    def slow() -> int:
        until = process_time() + 0.3
        while process_time() < until:
            sum(range(1000))
        return 7

    for store in (Store(), DiskStore(tmp_path)):
        with limited(0.05, "a.md"):
            assert store.kept("seven", [], slow) == 7
        with pytest.raises(VaclintError, match="--timeout"), limited(0.05, "a.md"):
            store.kept("eight", [], slow)
            while True:
                pass


@posix
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_time_that_is_up_while_an_object_is_finalised_is_told_again() -> None:
    class Slow:
        def __del__(self) -> None:
            until = process_time() + 0.2
            while process_time() < until:
                pass

    with pytest.raises(VaclintError, match="--timeout"), limited(0.05, "a.md"):
        Slow()  # what is raised in here is lost
        while True:
            pass


def test_a_large_text_gets_more_time_for_what_it_says_and_none_for_saying_it_again() -> None:
    random_ = random.Random(1)
    words = ["".join(random_.choices("abcdefghijklmnop", k=6)) for _ in range(9_000)]
    said = " ".join(random_.choices(words, k=300_000))
    assert times_for(said[:PLAIN]) == 1
    assert 2 < times_for(said[: 2 * PLAIN]) < times_for(said[: 3 * PLAIN]) < times_for(said)
    assert times_for(said * 5) == AT_MOST
    assert times_for("hij/zij komt. " * 200_000) < 1.6
    assert left_of(6, 3, "hij/zij") == 3
    assert left_of(6, 30, said * 5) == 6 - 30 / AT_MOST


@posix
def test_a_pipe_is_no_text(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.md")
    with pytest.raises(VaclintError, match="no regular file"):
        read_source(tmp_path / "p.md", "p.md")


@posix
def test_what_cannot_be_read_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "lus.md").symlink_to("lus.md")
    (tmp_path / "map.md").mkdir()
    long = "x" * 10_001
    (tmp_path / ".gitignore").write_text(f"!\na\\\n[z-a]\n{long}\nweg.md\n")
    (tmp_path / "weg.md").write_text(TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(TEXT)
    done = vaclint("check", "--output-format", "json", ".", cwd=tmp_path)
    data = done.json()
    assert done.code == 2
    assert {finding["path"] for finding in data["diagnostics"]} == {"a.md"}
    assert sorted(error["kind"] for error in data["errors"]) == ["config"] * 4 + ["read"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_name_of_any_bytes_is_shown_without_loss(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/E\xff\n::error::.md"
    with open(name, "w") as file:  # noqa: PTH123
        file.write(TEXT)
    done = vaclint("check", "--output-format", "json", ".", cwd=tmp_path)
    assert done.json()["files"][0]["path"] == "E\\xff\n::error::.md"
    done = vaclint("check", "--output-format", "concise", ".", cwd=tmp_path)
    assert done.out.startswith("E\\xff\\n::error::.md:")


def test_names_are_escaped_and_never_the_same() -> None:
    assert lossless("a\udcff") == "a\\xff"
    assert lossless("a\\xff") == "a\\x5cxff"
    assert escaped("a\x1b[2J\u202e\nb") == "a\\x1b[2J\\u202e\\nb"
    assert escaped_path("::error::a.md") == "./::error::a.md"


@posix
def test_a_device_and_a_pipe_are_written_through(tmp_path: Path) -> None:
    write_output(Path(os.devnull), (b"{}",))
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    (tmp_path / "a.md").write_text(TEXT)
    done = vaclint("check", "-q", "--output-file", "json=/dev/stdout", "a.md", cwd=tmp_path)
    assert '"schema_version"' in done.out


@posix
def test_all_names_of_a_file_name_the_fixed_one(tmp_path: Path) -> None:
    one, other = tmp_path / "a.md", tmp_path / "b.md"
    one.write_bytes(b"een")
    other.hardlink_to(one)
    replace_file(one, (b"twee",), b"een")
    assert other.read_bytes() == b"twee"
    long = tmp_path / ("n" * 251 + ".md")
    long.write_bytes(b"een")
    replace_file(long, (b"twee",), b"een")
    assert long.read_bytes() == b"twee"


@posix
@pytest.mark.parametrize("data", [b"", b"\0\0\0\0", b"vaclint1\0\0\0\0", b"vaclint1abcdef"])
def test_garbage_in_the_cache_is_as_good_as_none(tmp_path: Path, data: bytes) -> None:
    store = DiskStore(tmp_path)
    store.write("rules.bin", b"x")
    (tmp_path / "rules.bin").write_bytes(data)
    assert store.kept("rules.bin", [], lambda: 3) == 3


@posix
def test_a_cache_that_others_can_write_is_not_read(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    store.write("a.bin", b"een")
    assert store.read("a.bin") == b"een"
    (tmp_path / "a.bin").chmod(0o666)
    assert store.read("a.bin") is None


def test_patterns_that_python_warns_of_say_nothing_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("[[a]x\n[a&&b]z\n")
    (tmp_path / "a.md").write_text(TEXT)
    done = vaclint("check", ".", cwd=tmp_path)
    assert done.code == 1
    assert "Warning" not in done.err


def test_a_number_of_thousands_of_digits_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"+++\na = {'9' * 5000}\n+++\n\nWij zoeken een kok.\n")
    data = vaclint("check", "--output-format", "json", "a.md", cwd=tmp_path).json()
    assert [error["kind"] for error in data["errors"]] == ["read"]


def test_a_name_that_is_too_long_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text("# Kok\n\nJe werkt in de de keuken.\n", encoding="utf-8")
    done = vaclint("check", "x" * 300 + ".md", "kok.md", "--isolated", cwd=tmp_path)
    assert done.code == 2
    assert "does not exist" in done.err and "DUP002" in done.out


def test_standard_input_has_the_limit_of_a_file_and_is_handed_back_whole(tmp_path: Path) -> None:
    (tmp_path / "vaclint.toml").write_text("max-file-size = 200\n")
    text = (TEXT * 9000).encode()
    done = vaclint("check", "-", "--output-format", "json", cwd=tmp_path, stdin=text)
    assert done.code == 2
    assert ["max-file-size" in each["message"] for each in done.json()["errors"]] == [True]
    assert vaclint("facts", "-", cwd=tmp_path, stdin=text).code == 2
    done = vaclint("check", "--fix", "-", cwd=tmp_path, stdin=text)
    assert (done.code, done.out.encode()) == (2, text)


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes of Linux")
def test_extended_attributes_are_kept_where_there_are_any(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"een")
    try:
        os.setxattr(file, "user.origin", b"https://example.org")
    except OSError:
        pytest.skip("this file system has none")
    replace_file(file, (b"twee",), b"een")
    assert (file.read_bytes(), os.getxattr(file, "user.origin")) == (
        b"twee",
        b"https://example.org",
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f"timeout = {'9' * 6000}", "a number that cannot be read"),
        (f"max-file-size = {'9' * 30}", "up to 2,000,000,000"),
        ('rule-paths = ["a\\u0000"]', "no NUL"),
        ('baseline = "a\\u0000"', "the name of a file"),
    ],
)
def test_a_value_that_cannot_be_is_one_sentence(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "vaclint.toml").write_text(f"{line}\n")
    (tmp_path / "a.md").write_text(TEXT)
    done = vaclint("check", "a.md", cwd=tmp_path)
    assert (done.code, says in done.err) == (2, True), done.err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices of POSIX")
def test_a_list_of_words_that_is_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "vaclint.toml").write_text('rule-paths = ["r.toml"]\n')
    rule = '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "m"\nkind = "terms"\n'
    (tmp_path / "r.toml").write_text(f'{rule}terms = "/dev/zero"\n')
    (tmp_path / "a.md").write_text(TEXT)
    done = vaclint("check", "a.md", cwd=tmp_path)
    assert (done.code, "r.toml" in done.err) == (2, True), done.err
