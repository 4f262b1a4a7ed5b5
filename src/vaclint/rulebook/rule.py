"""A rule, as the rule files say it: what holds in any language, and what each language says of
it.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from vaclint.languages.resources import DEFAULT
from vaclint.model.diagnostics import Severity
from vaclint.model.errors import VaclintError, nearest
from vaclint.model.store import Piece
from vaclint.text.named import NamedTuple
from vaclint.text.stored import Later, apart, now, together

NOTHING: Mapping[str, Any] = {}


class Texts(NamedTuple):
    """What one language says about a rule to people; ``messages`` are further messages by name."""

    summary: str
    message: str
    why: str = ""
    messages: Mapping[str, str] = NOTHING


class Body(NamedTuple):
    """What takes the most room of a rule: it is asked for when a text is checked."""

    texts: Mapping[str, Texts]
    said: Mapping[str, Mapping[str, Any]]
    prepared: Any = None


class Rule(NamedTuple):
    """One rule. Everything in it is plain data, so that a cache can hold it."""

    code: str
    name: str
    kind: str
    severity: Severity
    languages: tuple[str, ...]
    """The languages of the texts it looks at; none means any."""
    default: bool
    scope: str
    options: Mapping[str, Any]
    yields_to: tuple[str, ...]
    """Codes of rules whose finding on the same place makes one of this rule superfluous."""
    sources: tuple[str, ...]
    data: Mapping[str, Any]
    """The keys of its kind that hold in any language."""
    examples: tuple[Mapping[str, Any], ...]
    origin: str
    own: bool
    """Whether it is the user's own, so that its patterns run under a time limit."""
    body: Later[Body]

    @property
    def texts(self) -> Mapping[str, Texts]:
        """By language; at least one."""
        return self.body.value.texts

    @property
    def said(self) -> Mapping[str, Mapping[str, Any]]:
        """The keys of its kind by language; under '' those that hold in any."""
        return self.body.value.said

    @property
    def prepared(self) -> Any:
        """What its kind made of its data: lists read, patterns joined."""
        return self.body.value.prepared

    def with_body(self, **values: Any) -> Rule:
        """The rule with other texts, keys or what is made of them."""
        return self._replace(body=now(self.body.value._replace(**values)))

    def texts_in(self, language: str) -> Texts:
        """What is said in a language, or else in the default one, or else in the first there is."""
        found = self.texts.get(language) or self.texts.get(DEFAULT)
        return found or next(iter(self.texts.values()))

    def speaks(self, language: str) -> bool:
        """Whether the rule looks at text in a language."""
        return not self.languages or language in self.languages

    def key(self, name: str, language: str, default: Any = None) -> Any:
        """The value of a key that languages give, in one language."""
        found = self.said.get(language, NOTHING)
        if name in found:
            return found[name]
        return self.said.get("", NOTHING).get(name, default)


def without_explanation(rule: Rule) -> Rule:
    """A rule without what only an explanation of it shows."""
    texts = {code: texts._replace(why="") for code, texts in rule.texts.items()}
    return rule.with_body(texts=texts)._replace(examples=())


def as_plain(rule: Rule) -> tuple[tuple[Any, ...], list[bytes]]:
    """A rule of nothing but tuples, lists, mappings, texts and numbers, for a cache, and its body
    in pieces, which is kept apart from it: what is small, and each large table.
    """
    texts = {code: tuple(texts) for code, texts in rule.texts.items()}
    plain, tables = apart((texts, rule.said, rule.prepared))
    return rule[:-1], [marshal.dumps(plain), *tables]


def from_plain(plain: Iterable[Any], body: Callable[[], Iterable[Piece]]) -> Rule:
    """The rule that ``as_plain`` made plain; its body is read when it is asked for."""
    return Rule._make((*plain, Later(lambda: _body(*body()))))


def _body(plain: Piece, *tables: Piece) -> Body:
    value, paths = marshal.loads(plain)
    texts, said, prepared = together(value, paths, tables)
    return Body({code: Texts._make(each) for code, each in texts.items()}, said, prepared)


def select_codes(known: Iterable[str], patterns: Iterable[str], where: str) -> set[str]:
    """The codes that start with one of the patterns; ``ALL`` is all.

    Raises VaclintError for a pattern without a rule; ``where`` names the place of the patterns in
    its sentence.
    """
    codes = list(known)
    chosen: set[str] = set()
    for pattern in patterns:
        prefix = pattern.upper()
        found = {code for code in codes if prefix == "ALL" or code.startswith(prefix)}
        if not found or not prefix:
            hint = nearest(prefix, [*codes, *sorted({code[:3] for code in codes})])
            message = (
                f"{where}: no rule is called '{pattern}'{hint or '; vaclint rules lists them'}"
            )
            raise VaclintError("config", where, message)
        chosen |= found
    return chosen
