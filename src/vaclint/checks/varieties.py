"""Two varieties of one language in one text: ``colour`` and ``center``.

A table has the words of both, and perhaps a group: a word of the second variety in a group is
right beside the first one too, but for words of the same group (Oxford spelling has ``colour`` and
``organize``, and nobody has ``organise`` and ``organize``). Words count in lower case and outside
quotations, since names keep their own spelling. Reported are the words of the rarer variety, each
once. Cost: a look-up for each different word of a text, and linear where both varieties stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vaclint.checks.context import Context
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.quotations import is_inside, quotations

_WORD = lazy(r"(?<![\p{L}\p{N}@._/-])\p{Ll}++(?![\p{L}\p{N}@_/]|\.\p{L}|-\p{Lu})")


class Place(NamedTuple):
    """A word of a variety: where it stands, how it is written, its other form and its group."""

    span: Span
    text: str
    other: str
    group: str


def check_varieties(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each word of the rarer variety, on the first place where it stands."""
    for rule in rules:
        for language, tables in rule.prepared.items():
            if rule.speaks(language):
                yield from _mixed(context, rule, language, tables)


def _mixed(
    context: Context, rule: Rule, language: str, tables: list[Mapping[str, list[str]]]
) -> Iterator[Diagnostic]:
    used = context.document.word_counts.keys()
    if any(used.isdisjoint(table) for table in tables):
        return
    first, second = ([*_places(context, language, table)] for table in tables)
    groups, others = {one.group for one in first}, {other.group for other in second}
    first_met = [one for one in first if "" in others or one.group in others]
    second_met = [other for other in second if not other.group or other.group in groups]
    if not first_met:
        return
    is_second_rarer = len(second_met) <= len(first_met)
    rare, usual = (second_met, first_met) if is_second_rarer else (first_met, second_met)
    for place in {each.text: each for each in reversed(rare)}.values():
        yield context.found(
            rule,
            place.span,
            replacement=place.other,
            text=place.text,
            fixes=context.replacing(place.span, place.text, place.other),
            beside=usual[0].text,
        )


def _places(context: Context, language: str, table: Mapping[str, list[str]]) -> Iterator[Place]:
    for block in context.written_in(language):
        for match in _WORD.finditer(block.text):
            known = table.get(match[0])
            if known and not is_inside(quotations(block.text), match.start()):
                yield Place(block.span(*match.span()), match[0], *known)


def prepare_varieties(rule: Rule, preparation: Preparation) -> dict[str, list[dict[str, Any]]]:
    """The words of each variety with their other form and group, by language. Raises VaclintError
    for a table that cannot be read or has a row without two words.
    """
    prepared: dict[str, list[dict[str, Any]]] = {}
    for language, said in rule.said.items():
        first: dict[str, Any] = {}
        second: dict[str, Any] = {}
        for number, cells in preparation.rows(language, "varieties", said["varieties"]):
            if len(cells) < 2:
                message = f"row {number} needs a word of each variety"
                raise preparation.error(language, "varieties", message)
            one, other, group = (*cells, "")[:3]
            first[one], second[other] = [other, group], [one, group]
        prepared[language] = [first, second]
    return prepared


KIND = Kind(
    "varieties",
    check_varieties,
    {"varieties": Key(TEXT, required=True, by_language=True)},
    prepare_varieties,
    values=frozenset({"beside"}),
)
