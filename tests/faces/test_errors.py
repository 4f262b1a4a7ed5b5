"""Errors of the command in the language of a run."""

from __future__ import annotations

import ast
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import vaclint.faces as faces
from cli_support import vaclint
from vaclint.faces.errors import BEHIND, VALUE, rows_of, translated
from vaclint.faces.told import of_windows
from vaclint.model.errors import VaclintError

SOURCE = Path(faces.__file__).parents[1]
ROOMS = ("faces", "project", "arrow", "formats", "engine", "model")
"""Where what is wrong with a command line, a configuration or a file is said; what is wrong with a
rule is for those who write rules, and in English.
"""
OF_REQUESTS = ("serve/app.py", "serve/desk.py")
"""What is said to a program that asks the page for something it has not."""
TOLD = "vaclint: "
"""What begins so is no error but told in passing."""
ARGPARSE = "argument ", "the following arguments are required: {}"
SAYING = {"VaclintError": 2, "ArgumentTypeError": 0, "wrong_columns": 0, "_error": -1}
"""The calls that take a sentence, and at which place."""


def _sentence(node: ast.expr | None) -> str | None:
    """A text of the code, with ``{}`` for each value; None for what is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(_sentence(part) or VALUE for part in node.values)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _said_in(tree: ast.AST) -> Iterator[str | None]:
    """The sentences of errors in a module: what is handed to an error, or named as its message."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in SAYING and node.args:
            yield _sentence(node.args[min(SAYING[_name(node)], len(node.args) - 1)])
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message":
            yield _sentence(node.value)
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            yield _sentence(node.value.elts[-1])


def _trees() -> Iterator[ast.AST]:
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            if not path.as_posix().endswith(OF_REQUESTS):
                yield ast.parse(path.read_text("utf-8"))


SAID = {
    sentence
    for tree in _trees()
    for sentence in _said_in(tree)
    if sentence
    and " " in sentence.replace(VALUE, "").strip("; :")
    and not sentence.startswith(TOLD)
}
TEXTS = {
    _sentence(node) or ""
    for tree in _trees()
    for node in ast.walk(tree)
    if isinstance(node, (ast.Constant, ast.JoinedStr))
}
DUTCH = rows_of("nl")


def _filled(sentence: str) -> str:
    """A sentence with a value in each place."""
    return sentence.format(*(f"x{at}" for at in range(sentence.count(VALUE))))


@pytest.mark.parametrize("sentence", sorted(SAID))
def test_every_error_is_there_in_dutch(sentence: str) -> None:
    english = _filled(sentence)
    dutch = translated(english, DUTCH)
    assert dutch != english
    left = [part for part in english.split(BEHIND) if " " in part and part in dutch.split(BEHIND)]
    assert left == []
    assert all(f"x{at}" in dutch for at in range(sentence.count(VALUE)))


def test_there_is_no_row_for_what_nobody_says() -> None:
    known = {
        *(part for text in TEXTS for part in (text, *_parts(text))),
        *map(os.strerror, errno.errorcode),
    }
    stale = [row for row in DUTCH if row not in known and not row.startswith(ARGPARSE)]
    assert stale == []


def _parts(text: str) -> Iterator[str]:
    head, *behind = text.split(BEHIND)
    yield head
    yield from (text + VALUE, BEHIND + text)  # with a list behind it, or as a way out
    yield head.partition(": ")[2]
    yield from (f"{BEHIND}{part}" for part in behind)


def test_rows_have_the_values_of_the_english() -> None:
    assert [row for row, dutch in DUTCH.items() if row.count(VALUE) != dutch.count(VALUE)] == []


def test_a_value_is_what_stands_there_and_what_has_no_row_stays() -> None:
    rows = {"no {} is '{}'{}": "geen {} is ‘{}’{}", "; did you mean '{}'?": "; soms ‘{}’?"}
    assert translated("no rule is 'A'; did you mean 'B'?", rows) == "geen rule is ‘A’; soms ‘B’?"
    assert translated("a.toml:3: no x is 'A'", rows) == "a.toml:3: geen x is ‘A’"
    assert translated("nothing of it; see there", rows) == "nothing of it; see there"


@pytest.mark.parametrize(
    ("arguments", "dutch"),
    [
        (("check", "weg.md"), "vaclint: weg.md bestaat niet; kijk het pad na"),
        (("chek",), "vaclint: er is geen opdracht ‘chek’; bedoelde u ‘check’?"),
        (("check", "--fail-on", "x"), "kies uit"),
        (("check", "--timeout", "x"), "--timeout: geef een aantal seconden, niet ‘x’; zie vaclint"),
        (("serve", "--port", "x"), "--port: 'x' is geen heel getal; zie vaclint serve --help"),
        (("batch", "--input", "x"), "er ontbreekt: --output; zie vaclint batch --help"),
        (("rule", "GEN01"), "er is geen regel ‘GEN01’; bedoelde u ‘GEN001’?"),
        (("check", "--config", "weg.toml"), "niet te lezen (dat bestand of die map is er niet)"),
    ],
)
def test_errors_are_in_the_language_of_the_environment(
    tmp_path: Path, arguments: tuple[str, ...], dutch: str
) -> None:
    done = vaclint(*arguments, cwd=tmp_path, LC_ALL="nl_NL.UTF-8")
    assert done.code == 2
    assert dutch in done.err
    assert "vaclint: " in vaclint(*arguments, cwd=tmp_path, LC_ALL="C.UTF-8").err


def test_the_language_asked_for_goes_before_that_of_the_environment(tmp_path: Path) -> None:
    asked = ("check", "weg.md", "--message-language")
    assert "kijk het pad na" in vaclint(*asked, "nl", cwd=tmp_path, LC_ALL="C.UTF-8").err
    assert "check the path" in vaclint(*asked, "en", cwd=tmp_path, LC_ALL="nl_NL.UTF-8").err


def test_programs_get_errors_in_english_and_people_in_their_language(tmp_path: Path) -> None:
    reports = ("--output-file", "json=a.json", "--output-file", "html=a.html")
    vaclint("check", "weg.md", *reports, cwd=tmp_path, LC_ALL="nl_NL.UTF-8")
    assert "check the path" in (tmp_path / "a.json").read_text("utf-8")
    assert "kijk het pad na" in (tmp_path / "a.html").read_text("utf-8")


def test_the_language_of_windows_is_the_one_its_user_chose() -> None:
    dutch = SimpleNamespace(GetUserDefaultUILanguage=lambda: 0x0413)
    assert of_windows(SimpleNamespace(kernel32=dutch)) == "nl_NL"


def test_a_sentence_that_somebody_made_to_be_read_again_and_again_is_translated() -> None:
    rows = {"no rule is '{}'": "geen regel is ‘{}’", "too long": "te lang"}
    nested = "no rule is '" * 5_000 + "'" * 5_000
    assert translated(f"a.toml:3: {nested}", rows).startswith("a.toml:3: geen regel is ‘")
    assert translated(": " * 50_000 + "too long", rows).endswith("too long")


def test_an_error_about_a_name_of_any_length_is_a_sentence() -> None:
    error = VaclintError("config", "a.toml", f"a.toml:1: unknown key '{'k' * 1_000_000}'; mend it")
    assert len(error.message) < 11_000
    assert error.message.startswith("a.toml:1: unknown key 'kkk")
    assert error.message.endswith("kkk'; mend it")
