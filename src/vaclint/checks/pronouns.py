"""A masculine or feminine pronoun for somebody in general: ``de kandidaat … hij``, ``een monteur
kent zijn klanten``.

Method: a pronoun is reported only when an antecedent is found: a noun phrase about a person in
general (an article or the like, adjectives, a noun of the list or the vacancy's own title) or
``iemand``, ``wie``, before it in the same sentence or in the previous one of its block. It is
silent when a name stands there too, when an organisation or thing stands between that could own
what follows, inside a quotation, beside another pronoun (that is the pairs'), and where the word
can be another (``zijn`` a verb, ``haar`` hair). There is no parser behind it: what is further away
than a sentence, or said in another order, is missed on purpose. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import regex

from vaclint.checks.antecedents import (
    Antecedent,
    Passage,
    Token,
    antecedent_of,
    coming_person,
    passage,
)
from vaclint.checks.context import Context
from vaclint.checks.persons import Grammar, read_grammar
from vaclint.checks.places import Range, range_at, sentence_at
from vaclint.checks.pronoun_cases import Use, is_pronoun
from vaclint.languages.packs import read_toml
from vaclint.model.blocks import Block
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.document import Document
from vaclint.rulebook.kind import TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.quotations import quotations
from vaclint.text.remembered import Memory
from vaclint.text.words import in_case_of

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources

CLAUSE_MOST = 8
"""So many words behind a pronoun its verb is looked for."""
TITLE_WORD_LEAST = 5
"""A word of the title with fewer letters names no job."""
BLOCKS = 200
"""So many blocks are remembered as they were read, and at most twice as many."""
_TITLE_END = lazy(r"[(,/|–-]")


def check_pronouns(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pronoun with an antecedent in general."""
    document = context.document
    for rule in rules:
        grammars = {language: Grammar._make(plain) for language, plain in rule.prepared.items()}
        titles = {
            language: _title_words(document, grammar) for language, grammar in grammars.items()
        }
        for block in context.blocks(rule):
            language = document.language_of(block)
            grammar = grammars.get(language)
            if grammar is None or block.kind == "heading":
                continue
            words = document.words_in(block)
            known = grammar.replacements.keys()
            if not known.isdisjoint(word.replace("’", "'") for word in words):
                yield from _in_block(context, rule, block, grammar, titles[language])


def _title_words(document: Document, grammar: Grammar) -> frozenset[str]:
    """The words of the vacancy's title that can be its noun: those that mean a person, or any
    where none is known to, of the first line up to a bracket or comma.
    """
    if document.title is None:
        return frozenset()
    line = _TITLE_END.split(document.title.value.lower())[0]
    seeks, _, sought = line.partition(f" {grammar.seeks} ") if grammar.seeks else (line, "", "")
    words = (sought or seeks).split()  # who seeks is not who is sought
    named = [each for each in words if len(each) >= TITLE_WORD_LEAST and not grammar.is_thing(each)]
    persons = [each for each in named if grammar.is_person(each, frozenset())]
    return frozenset(persons or named)


class _Read(NamedTuple):
    """A block as it is read for its pronouns."""

    given: Passage
    silent: tuple[Sequence[Range], ...]
    """Where no pronoun is reported."""
    owned: Sequence[Range]
    """Where a pronoun certainly owns something."""
    is_topic: bool
    """Whether the text is about what a pronoun can mean as a noun."""


def _read_before(_resources: Resources) -> Memory[_Read]:
    """The blocks that were read, by rule, language, words of the title and text."""
    return Memory(BLOCKS)


def _read(text: str, sentences: Sequence[Range], grammar: Grammar, title: frozenset[str]) -> _Read:
    given = passage(text, sentences, grammar, title)
    is_topic = any(token.text in grammar.noun_too for token in given.tokens) and bool(
        _ranges(grammar.noun_context, text)
    )
    silent = (quotations(text), _ranges(grammar.fixed, text))
    return _Read(given, silent, _ranges(grammar.owned, text), is_topic)


def _in_block(
    context: Context, rule: Rule, block: Block, grammar: Grammar, title: frozenset[str]
) -> Iterator[Diagnostic]:
    text = block.text
    sentences = context.document.reading.split(text)
    key = (rule.code, context.document.language_of(block), title, text)
    read = context.resources.once(_read_before).given(key, _read, text, sentences, grammar, title)
    given, silent, owned, is_topic = read
    named: dict[tuple[int, int], bool] = {}
    for index, token in enumerate(given.tokens):
        if token.text not in grammar.replacements:
            continue
        if any(range_at(ranges, token.start) for ranges in silent):
            continue
        owner = antecedent_of(given, index)
        if owner is None:
            yield from _before_person(context, rule, block, read, index, sentences)
            if given.starts[index] == index and _is_alone(context, block, token.start, grammar):
                yield _found(context, rule, block, token, None, grammar)
            continue
        is_sure = range_at(owned, token.start) is not None
        if not is_sure and not is_pronoun(_use(given, index, owner, is_topic)):
            continue
        first, last = given.tokens[owner.first], given.tokens[owner.last]
        where = (sentences[first.sentence][0], sentences[token.sentence][1])
        if where not in named:
            named[where] = _is_named(grammar, text, *where)
        if not named[where]:
            found = _found(context, rule, block, token, (first.start, last.end), grammar)
            is_served = grammar.is_served(last.text) and last.text not in title
            yield found._replace(severity="info") if is_served else found


def _before_person(
    context: Context,
    rule: Rule,
    block: Block,
    read: _Read,
    index: int,
    sentences: Sequence[Range],
) -> Iterator[Diagnostic]:
    """The remark on a pronoun that stands before its person, when nobody is named so far."""
    given, grammar = read.given, read.given.grammar
    person = coming_person(given, index)
    if person is None or not is_pronoun(_use(given, index, person, read.is_topic)):
        return
    token, last = given.tokens[index], given.tokens[person.last]
    end = sentences[token.sentence][1]
    if not grammar.named or _first(grammar.named, block.text) >= end:
        antecedent = (given.tokens[person.first].start, last.end)
        found = _found(context, rule, block, token, antecedent, grammar)
        yield found._replace(severity="info")


def _ranges(pattern: str, text: str) -> list[Range]:
    """Where a pattern is found; nowhere for an empty one."""
    if not pattern:
        return []
    return [match.span() for match in lazy(pattern, regex.IGNORECASE).finditer(text)]


def _is_alone(context: Context, block: Block, at: int, grammar: Grammar) -> bool:
    """Whether a sentence that opens with a pronoun is about who will do the job: ``He will be
    responsible for the stores``, with nobody before it who is there.
    """
    if not grammar.opening or lazy(grammar.opening, regex.IGNORECASE).match(block.text, at) is None:
        return False
    _, end = sentence_at(context.document, block, at)
    if _first(grammar.somebody, block.text) < end:
        return False
    before = context.document.block_at(block.start - 1).text if block.start else ""
    return _first(grammar.somebody, before) == len(before)


def _is_named(grammar: Grammar, text: str, start: int, end: int) -> bool:
    """Whether a particular person is named in a range."""
    return bool(grammar.named) and lazy(grammar.named).search(text, start, end) is not None


@lru_cache(maxsize=2)
def _first(pattern: str, text: str) -> int:
    """Where a pattern is found first in a text; its length where it is not."""
    found = lazy(pattern).search(text)
    return found.start() if found else len(text)


def _use(given: Passage, index: int, owner: Antecedent, is_topic: bool) -> Use:
    two_before, before, word, after, two_after = (given.word(index + step) for step in range(-2, 3))
    distance = index - owner.last
    is_plural = word in given.grammar.plural_too and _has_plural_verb(given, index)
    return Use(
        given.grammar, is_topic, word, two_before, before, after, two_after, distance, is_plural
    )


def _has_plural_verb(given: Passage, index: int) -> bool:
    """Whether a verb of several follows a word in its clause."""
    for step in range(1, CLAUSE_MOST + 1):
        word = given.word(index + step)
        if not word or not word[0].isalnum():
            return False
        if word in given.grammar.plural_verbs:
            return step == 1 or given.word(index + 1) not in given.grammar.singular_verbs
    return False


def _found(
    context: Context,
    rule: Rule,
    block: Block,
    token: Token,
    antecedent: tuple[int, int] | None,
    grammar: Grammar,
) -> Diagnostic:
    """The finding for a pronoun; without an antecedent it stands for who will do the job."""
    span = block.span(token.start, token.end)
    text = block.text[token.start : token.end]
    replacement = in_case_of(grammar.replacements[token.text], text)
    return context.found(
        rule,
        span,
        replacement=replacement,
        fixes=context.replacing(span, text, replacement),
        related=(Related(block.span(*antecedent), context.say("refers")),) if antecedent else (),
        text=text,
        antecedent=block.text[slice(*antecedent)] if antecedent else "",
        message="" if antecedent else "alone",
    )


def prepare_pronouns(rule: Rule, preparation: Preparation) -> Any:
    """The grammar of each language as a plain tuple. Raises VaclintError for a file that cannot be
    read as one.
    """
    found = {}
    for language, said in rule.said.items():
        if "persons" not in said:
            continue
        if not isinstance(said["persons"], str):
            raise preparation.error(language, "persons", "'persons' names a file for each language")
        path = preparation.path(language, said["persons"])
        _, data = read_toml(path)
        try:
            jobs = _occupations(preparation, language)
            found[language] = tuple(read_grammar(data, jobs))
        except (regex.error, KeyError, TypeError, ValueError, AttributeError) as error:
            raise preparation.error(
                language, "persons", f"{path} cannot be used: {error}"
            ) from None
    return found


def _occupations(preparation: Preparation, language: str) -> frozenset[str]:
    """The names of occupations in a pack; none for a language without one."""
    pack = preparation.resources.languages.get(language)
    return frozenset(pack.section("occupations").get("heads", ())) if pack else frozenset()


KIND = Kind(
    "pronouns",
    check_pronouns,
    {"persons": Key(TEXT, required=True, by_language=True)},
    prepare_pronouns,
    per_block=True,
    values=frozenset({"antecedent"}),
)
