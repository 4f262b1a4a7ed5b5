"""Rule files and packs of others: whatever is wrong in one is an error with its place, and nothing
fills the memory or takes longer than its length.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from calls import counted
from own_rules import loaded_with
from vaclint.languages.packs import SUFFIXES
from vaclint.model.store import stamps_of
from vaclint.text.patterns import is_unbounded

HEAD = '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "m"\nkind = "pattern"\n'


@pytest.mark.parametrize(
    "pattern",
    [
        "a{99999999}",
        "(?:a{1000}){1000}",
        "(?R)?a",
        "((?1)|a)+b",
        "(?P<x>a(?&x)?)",
        "[)]{9999999999}",
    ],
)
def test_a_pattern_that_fills_the_memory_is_not_compiled(tmp_path: Path, pattern: str) -> None:
    assert is_unbounded(pattern)
    (tmp_path / "r.toml").write_text(f"{HEAD}pattern = '{pattern}'\n", encoding="utf-8")
    (error,) = loaded_with(tmp_path).errors
    assert "r.toml:6: 'pattern'" in error.message


@pytest.mark.parametrize(
    "pattern", ["a{1000}", r"\w{1,40} \w{1,40}", r"\p{L}{3}[{]{2}", "(?:a|b){40}", "{}", "a{,3}"]
)
def test_usual_patterns_are_bounded(pattern: str) -> None:
    assert not is_unbounded(pattern)


def test_a_pattern_nested_too_deeply_is_an_error_with_its_place(tmp_path: Path) -> None:
    deep = "(" * 500 + "a" + ")" * 500
    (tmp_path / "r.toml").write_text(f"{HEAD}pattern = '{deep}'\n", encoding="utf-8")
    (error,) = loaded_with(tmp_path).errors
    assert "r.toml:1: the rule is nested too deeply" in error.message


def test_a_number_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text(f"a = {'9' * 6000}\n", encoding="utf-8")
    (error,) = loaded_with(tmp_path).errors
    assert "a number that cannot be read" in error.message


def test_many_mistakes_in_a_file_take_work_in_proportion(tmp_path: Path) -> None:
    def work(number: int) -> int:
        (tmp_path / "r.toml").write_text("[[rule]]\n" * number, encoding="utf-8")
        with counted() as calls:
            assert len(loaded_with(tmp_path).errors) == number
        return calls.number

    few, more, most = map(work, (500, 1000, 2000))
    assert most - more < 2.2 * (more - few)


@pytest.mark.parametrize(
    ("section", "says"),
    [
        ("priority = 'x'", "'priority' must be a number"),
        ("function-words = 3", "'function-words' must be a text"),
        ("[sentences]\nabbreviations = 'a'", "'sentences.abbreviations' must be a list"),
        ("[fields]\nsalary = [1]", "'fields.salary' must be a text"),
    ],
)
def test_a_pack_of_another_shape_is_an_error(tmp_path: Path, section: str, says: str) -> None:
    pack = tmp_path / "languages" / "de"
    pack.mkdir(parents=True)
    (pack / "language.toml").write_text(section, encoding="utf-8")
    loaded = loaded_with(tmp_path)
    assert [says in error.message for error in loaded.errors] == [True]
    assert "de" not in loaded.resources.languages


def test_a_folder_of_everything_is_no_folder_of_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vaclint.model.store.MOST", 3)
    for name in "abcd":
        (tmp_path / f"{name}.txt").touch()
    (tmp_path / "languages").mkdir()
    with pytest.raises(OSError, match="more than 3 files"):
        stamps_of(tmp_path, SUFFIXES)


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("message", "x" * 2_001, "more than 2,000 characters"),
        ("message", "{text}" * 21, "more than 20 things"),
        ("replacement", "k" * 2_001, "more than 2,000 characters"),
        ("replacement", r"\1" * 21, "more than 20 things"),
    ],
)
def test_what_each_finding_holds_is_short(tmp_path: Path, key: str, text: str, says: str) -> None:
    head = HEAD.replace('message = "m"\n', "") if key == "message" else HEAD
    (tmp_path / "r.toml").write_text(f"{head}{key} = '{text}'\npattern = '(k)ok'\n")
    (error,) = loaded_with(tmp_path).errors
    assert f"'{key}'" in error.message
    assert says in error.message
