"""``--help`` in the language of the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import vaclint
from vaclint.faces.arguments import command_parser
from vaclint.faces.help import help_texts, parsers_of, said_by

SAID = {*said_by(command_parser())}


def test_every_text_of_the_help_is_there_in_dutch_and_no_other() -> None:
    texts = help_texts("nl")
    assert sorted(SAID - {*texts}) == []
    assert sorted({*texts} - SAID) == []
    assert all(text.strip() and text != english for english, text in texts.items())


def test_every_option_says_what_it_does() -> None:
    for parser in parsers_of(command_parser()):
        silent = [action.dest for action in parser._actions if not action.help]
        assert set(silent) <= {"command"}, parser.prog


@pytest.mark.parametrize("arguments", [("--help",), ("check", "-h"), ("facts", "--help")])
def test_help_is_in_the_language_of_the_environment(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    dutch = vaclint(*arguments, cwd=tmp_path, LC_ALL="nl_NL.UTF-8")
    assert dutch.code == 0
    assert dutch.out.startswith("gebruik: vaclint")
    assert "toon deze hulp en stop" in dutch.out
    english = vaclint(*arguments, cwd=tmp_path, LC_ALL="C.UTF-8")
    assert english.out.startswith("usage: vaclint")
    assert "show this help message" in english.out
