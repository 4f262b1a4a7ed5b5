"""What ``--help`` says, in the language of the environment: the parser is in English, and a pack
may have each of its texts in another language, in a section ``help`` by the English.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping

from vaclint.languages.packs import read_toml, rules_folder

USAGE = "usage: "
"""What argparse puts before how a command is called."""


def help_texts(language: str) -> Mapping[str, str]:
    """The texts of the help in a language, by those in English; none where its pack has none.
    Reads one small file.
    """
    path = rules_folder() / "languages" / language / "help.toml"
    texts: Mapping[str, str] = read_toml(path)[1]["help"] if path.is_file() else {}
    return texts


def parsers_of(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A parser and those of its commands."""
    yield parser
    for action in _commands(parser):
        for command in (action.choices or {}).values():
            yield from parsers_of(command)


def said_by(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every text that the help of a parser and of its commands shows, in English."""
    yield USAGE
    for each in parsers_of(parser):
        yield from (group.title for group in each._action_groups if group.title)
        yield from (text for text in [each.description] if text)
        yield from (action.help for action in _shown(each) if action.help)


def speak(parser: argparse.ArgumentParser, texts: Mapping[str, str]) -> None:
    """Put the texts of a language in the place of the English ones; one that lacks stays."""

    class Help(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, prefix or texts.get(USAGE))

    for each in parsers_of(parser):
        each.formatter_class = Help
        each.description = _in(texts, each.description)
        for group in each._action_groups:
            group.title = _in(texts, group.title)
        for action in _shown(each):
            action.help = _in(texts, action.help)


def _in(texts: Mapping[str, str], text: str | None) -> str | None:
    return texts.get(text, text) if text else text


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse._SubParsersAction]:  # type: ignore[type-arg]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield action


def _shown(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The options of a parser, and the lines that its help has for its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            yield from action._choices_actions
