"""An item of a list that begins with another form of a verb than the others: ``Logging faults``
among ``Keep records`` and ``Answer calls``.

Readers take the items of a list for one series. The first word of each is looked up among the forms
of verbs that the language gives; where three items or more, and three in four of those with a verb,
begin with one form, an item is told that begins with another. Only a word counts as another form
that is nothing else, or that stands before what a verb acts on (``Planning the week``). Linear in
the items.

https://www.gov.uk/guidance/content-design/writing-for-gov-uk#bullet-points-steps
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vaclint.checks.context import Context
from vaclint.facts.lists import lists_of, once_each
from vaclint.model.blocks import Block
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

LEAST = 3
"""So many items must agree, three in four of those that begin with a verb, and half of all."""
SHARE, MOST_OTHER = 0.75, 0.5

_BEGIN = lazy(r"\W{0,4}(?P<first>\p{L}+)(?: (?P<second>\p{L}+))?(?![\p{L}’'-])")


class _Begin(NamedTuple):
    """How an item begins: its first word and where that stands, and the one behind it."""

    block: Block
    start: int
    first: str
    second: str


def _begin_of(block: Block) -> _Begin | None:
    match = _BEGIN.match(block.text)
    if match is None:
        return None
    second = match["second"] or ""
    return _Begin(block, match.start("first"), match["first"], second.lower())


def check_parallel(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item that begins with another form than the others."""
    for rule in rules:
        for listed in once_each(lists_of(context.document)):
            for items in listed.by_level():
                language = context.document.language_of(items[0])
                if len(items) > LEAST and rule.speaks(language) and language in rule.prepared:
                    yield from _uneven(context, rule, items, rule.prepared[language])


def _uneven(
    context: Context, rule: Rule, items: Sequence[Block], forms: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    begins = [begin for item in items if (begin := _begin_of(item)) is not None]
    found = [forms["any"].get(begin.first.lower(), "") for begin in begins]
    counts = Counter(filter(None, found))
    form, count = counts.most_common(1)[0] if counts else ("", 0)
    if count < max(LEAST, SHARE * counts.total(), MOST_OTHER * len(items)):
        return
    beside = begins[found.index(form)].first
    for begin in begins:
        other = _sure_form(begin, forms)
        if other and other != form:
            span = begin.block.span(begin.start, begin.start + len(begin.first))
            yield context.found(rule, span, text=begin.first, beside=beside)


def _sure_form(begin: _Begin, forms: Mapping[str, Any]) -> str:
    """The form of a verb that an item begins with, where that is no other word."""
    word = begin.first.lower()
    sure: str = forms["sure"].get(word, "")
    if sure or begin.second not in forms["behind"]:
        return sure
    form: str = forms["any"].get(word, "")
    return form


def prepare_parallel(rule: Rule, preparation: Preparation) -> dict[str, dict[str, Any]]:
    """By language the forms of verbs by word (``any``), those of words that are nothing else
    (``sure``), and the words ``behind`` a verb. Raises VaclintError for a table that cannot be
    read.
    """
    prepared: dict[str, dict[str, Any]] = {}
    for language, said in rule.said.items():
        rows = preparation.rows(language, "forms", said["forms"])
        names = said["names"]
        by_word: dict[str, str] = {}
        for _, cells in rows:
            for name, word in zip(names, cells, strict=False):
                by_word.setdefault(word, name)
        only = preparation.words(language, "only", said["only"]).union(
            *(preparation.words(language, "only", each) for each in said.get("more", ()))
        )
        prepared[language] = {
            "any": by_word,
            "sure": {word: name for word, name in by_word.items() if word in only},
            "behind": frozenset(said["behind"]),
        }
    return prepared


KIND = Kind(
    "parallel",
    check_parallel,
    {
        "forms": Key(TEXT, required=True, by_language=True),
        "names": Key(LIST, required=True, by_language=True),
        "only": Key(TEXT, required=True, by_language=True),
        "more": Key(LIST, by_language=True),
        "behind": Key(LIST, required=True, by_language=True),
    },
    prepare_parallel,
    values=frozenset({"beside"}),
)
