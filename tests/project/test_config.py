"""Configuration files: which one holds, what it says, and what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from project_support import write
from vaclint.model.errors import VaclintError
from vaclint.project.config import Config, find_config, read_config


def read(folder: Path, text: str, name: str = "vaclint.toml") -> Config:
    return read_config(write(folder, {name: text}) / name)


EVERYTHING = """
include = ["*.md"]
exclude = "concept/"
select = ["GEN"]
extend-select = ["WSP"]
ignore = ["GEN007"]
rule-paths = ["regels"]
vocabulary = ["stakeholder"]
fail-on = "error"
min-score = 6
encoding = "cp1252"
[per-file-ignores]
"oud/*" = ["WSP"]
[severity]
GEN = "info"
[fields]
salary = ["loon"]
[kind]
"nieuws/*" = "other"
[rules.WSP006]
max = 3
"""


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    config = read(tmp_path, EVERYTHING)
    assert config.root == tmp_path.resolve()
    assert config.include == ("*.md",)
    assert config.exclude == ("concept/",)
    assert (config.select, config.extend_select, config.ignore) == (
        ("GEN",), ("WSP",), ("GEN007",),
    )  # fmt: skip
    assert config.rule_paths == (tmp_path.resolve() / "regels",)
    assert config.vocabulary == ("stakeholder",)
    assert (config.fail_on, config.min_score, config.encoding) == ("error", 6, "cp1252")
    assert config.per_file_ignores == (("oud/*", ("WSP",)),)
    assert config.severity == (("GEN", "info"),)
    assert config.fields == (("salary", ("loon",)),)
    assert config.kind == (("nieuws/*", "other"),)
    assert config.options == (("WSP006", (("max", 3),)),)


def test_in_pyproject_it_is_a_table_of_a_tool(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.vaclint]\nselect = ["GEN"]\n'
    config = read(tmp_path, text, "pyproject.toml")
    assert config.select == ("GEN",)
    assert config.ignore == ()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("ignor = []\n", 1, "unknown key 'ignor'; did you mean 'ignore'?"),
        ("kleur = 1\n", 1, "unknown key 'kleur'; known are vacancies, include, exclude,"),
        ("\nselect = 3\n", 2, "'select' must be a list of texts"),
        ("select = ['GEN', 3]\n", 1, "'select' must be a list of texts"),
        ("severity = 'hoog'\n", 1, "'severity' must be a table"),
        ("[severity]\nGEN = 'hoog'\n", 2, "the severity of 'GEN' must be one of"),
        ("fail-on = 'warn'\n", 1, "'fail-on' must be one of error, warning, info, never"),
        ("min-score = 11\n", 1, "'min-score' must be a number from 1 to 10, not 11"),
        ("min-score = true\n", 1, "'min-score' must be a number from 1 to 10"),
        ("encoding = 'utf-9'\n", 1, "unknown encoding 'utf-9'"),
        ("[fields]\nsalery = ['x']\n", 2, "did you mean 'salary'?"),
        ("[kind]\n'*.md' = 'advert'\n", 2, "the kind of '*.md' must be vacancy or other"),
        ("[rules]\nWSP006 = 3\n", 2, "'rules.WSP006' must be a table"),
        ("select = [\n", 2, "not valid TOML"),
    ],
)
def test_a_mistake_has_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(VaclintError) as caught:
        read(tmp_path, text)
    path = tmp_path / "vaclint.toml"
    assert caught.value.kind == "config"
    assert caught.value.message.startswith(f"{path}:{line}: ")
    assert says in caught.value.message


@pytest.mark.parametrize(("content", "says"), [(b"\xff", "is not UTF-8"), (None, "cannot be read")])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, says: str) -> None:
    if content is not None:
        write(tmp_path, {"vaclint.toml": content})
    with pytest.raises(VaclintError, match=says):
        read_config(tmp_path / "vaclint.toml")


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    files = {
        "vaclint.toml": "", "a/.vaclint.toml": "", "a/b/pyproject.toml": "[project]\n",
        "c/pyproject.toml": "[tool.vaclint]\n", "c/d/x.md": "x", "a/b/x.md": "x", "e/x.md": "x",
    }  # fmt: skip
    write(tmp_path, files)
    cache: dict[Path, Path | None] = {}
    for folder, expected in (
        ("a/b", "a/.vaclint.toml"), ("c/d", "c/pyproject.toml"), ("e", "vaclint.toml"),
        ("", "vaclint.toml"),
    ):  # fmt: skip
        assert find_config(tmp_path / folder, cache) == tmp_path / expected
    assert cache[tmp_path / "e"] == tmp_path / "vaclint.toml"


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "vaclint.toml"
    path.write_bytes(b"\xef\xbb\xbfselect = ['GEN']\n")
    assert read_config(path).select == ("GEN",)
    path.write_bytes(b"\xef\xbb\xbf\nselekt = ['GEN']\n")
    with pytest.raises(VaclintError, match=r"vaclint\.toml:2: unknown key 'selekt'"):
        read_config(path)
