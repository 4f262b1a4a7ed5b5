"""Words with a capital in the middle of a sentence that name nothing: ``een Directeur``, ``als
Commercieel Medewerker``, ``de Provincie`` where the text also has ``provincie``.

Behind a word such as ``een`` or ``onze`` no name is likely; behind ``de`` a word must also stand
without its capital in the text, and behind ``als`` it must say who somebody is at work. It must be
a noun of the language, perhaps behind adjectives that have a capital too, or an adjective before a
noun without one. The names of days and months need nothing before them but a word or a number. What
only another language knows is left alone, as are names of several words and sentences with most
words in capitals. One finding for each word, with its other places. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from vaclint.checks.compound_words import LONGEST, MANY, ONE, SHORTEST_HEAD, STUFF
from vaclint.checks.context import Context
from vaclint.checks.slips import Token, sentences_of, tokens_of
from vaclint.languages.slips import EDGE, END, NUMBER, SIGN
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.stored import Table, packed

LISTS = (
    *("behind", "behind-known", "behind-persons", "behind-phrase", "persons", "joining", "named"),
    *("always", "beside-persons"),
)
"""Words that no name stands behind; those behind which a word must be known otherwise; behind which
it must be a person; two words like that; the endings of persons; what stands inside names; words
that are names too; those that never have a capital, as the names of months; and what stands before
a person besides adjectives (``Senior Adviseur``).
"""
LEADS = LISTS[:3]
RUN = 3
"""So many words with a capital are one title at most."""
REACH = 3
"""So many words behind it a name may go on: ``de Raad voor de Rechtspraak``."""
_CAPITAL = lazy(r"\p{Lu}\p{Ll}{3,}+(?:-\p{Ll}++)*+")


class _Words(NamedTuple):
    """What a language knows of words."""

    lists: dict[str, frozenset[str]]
    persons: tuple[str, ...]
    nouns: Mapping[str, str]
    """Nouns, and what they are; see ``compound_words``."""
    adjectives: frozenset[str]
    is_foreign: Callable[[str], bool]

    def is_noun(self, word: str) -> bool:
        """Whether a word is a noun, or a compound of two."""
        if kind := self.nouns.get(word):
            return kind in (ONE, MANY, STUFF)
        if len(word) > LONGEST:
            return False
        first, hyphen, last = word.partition("-")
        if hyphen:
            is_person = last.endswith(self.persons)  # ``Python-script`` has a name in it
            return is_person and first in self.nouns and self.nouns.get(last) in (ONE, MANY)
        places = range(SHORTEST_HEAD, len(word) - SHORTEST_HEAD + 1)
        return any(
            self.nouns.get(word[at:]) in (ONE, MANY) and word[:at] in self.nouns for at in places
        )

    def names_nothing(self, word: str) -> bool:
        """Whether a word is a noun of the language that is no name; a person may be foreign too."""
        if word in self.lists["named"] or not self.is_noun(word):
            return False
        return word.endswith(self.persons) or not self.is_foreign(word)


class _Run(NamedTuple):
    """Words with a capital that stand together: where, and which, in lower case; what stands right
    before and behind them; and whether what is before leads to a person.
    """

    start: int
    end: int
    words: tuple[str, ...]
    before: str
    after: str
    is_person: bool


def _has_capital(token: Token, text: str) -> bool:
    return _CAPITAL.fullmatch(text, token.start, token.end) is not None


def _is_title(tokens: Sequence[Token], text: str) -> bool:
    """Whether most words of a sentence behind the first have a capital."""
    letters = [text[each.start] for each in tokens[1:] if each.text not in EDGE]
    return 2 * sum(map(str.isupper, letters)) > len(letters)


def _runs(text: str, words: _Words) -> Iterator[_Run]:
    """The words with a capital behind a word that decides what they are."""
    tokens = tokens_of(text)
    suspects = [
        at
        for at in range(1, len(tokens))
        if text[tokens[at].start].isupper()
        and tokens[at].start == tokens[at - 1].end + 1
        and _has_capital(tokens[at], text)
        and _is_led(tokens, at, text, words)
    ]
    if not suspects or _is_title(tokens, text):
        return
    for at in suspects:
        end = at + 1
        while end < len(tokens) and _follows(tokens, end, text):
            end += 1
        if end - at > RUN or _goes_on(tokens, end, text, words):
            continue
        run, after = tokens[at:end], tokens[end].text if end < len(tokens) else END
        names = tuple(token.text for token in run)
        before = tokens[at - 1].text
        is_person = before in words.lists["behind-persons"] or _is_sought(tokens, at, words)
        yield _Run(run[0].start, run[-1].end, names, before, after, is_person)


def _is_led(tokens: Sequence[Token], at: int, text: str, words: _Words) -> bool:
    """Whether what stands before a word tells what it is, or need not."""
    before = tokens[at - 1]
    if before.text in words.lists["beside-persons"] and text[before.start].isupper():
        return False  # ``Senior Planner`` is looked at from ‘Senior’ on
    if any(before.text in words.lists[name] for name in LEADS) or _is_sought(tokens, at, words):
        return True
    is_inside = before.text == NUMBER or text[before.start : before.end].islower()
    return is_inside and tokens[at].text in words.lists["always"]


def _is_sought(tokens: Sequence[Token], at: int, words: _Words) -> bool:
    """Whether two words before a place lead to a person: ``op zoek naar``."""
    return at > 1 and f"{tokens[at - 2].text} {tokens[at - 1].text}" in words.lists["behind-phrase"]


def _follows(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a word with a capital stands right behind the one before it."""
    return tokens[at].start == tokens[at - 1].end + 1 and _has_capital(tokens[at], text)


def _goes_on(tokens: Sequence[Token], at: int, text: str, words: _Words) -> bool:
    """Whether a name goes on behind a place: a sign or number that is tied to it, or another word
    with a capital, perhaps behind words that join.
    """
    for token in tokens[at : at + REACH]:
        if token.text == NUMBER:
            return tokens[at - 1].text not in words.lists["always"]
        if text[token.start].isupper() or token.text == "&":
            return True
        if token.text == SIGN:
            return text[token.start] not in ",:;)("
        if token.text not in words.lists["joining"]:
            return False
    return False


def _is_needless(run: _Run, words: _Words, is_written: Callable[[str], bool]) -> bool:
    """Whether the words name nothing; ``is_written`` tells whether a word also stands without its
    capital.
    """
    *first, last = run.words
    if last in words.lists["always"] and not first:
        return True
    is_person = last.endswith(words.persons)
    qualities = words.adjectives | words.lists["beside-persons"] if is_person else words.adjectives
    if not qualities.issuperset(first):
        return False
    if run.before in words.lists["behind"]:
        is_quality = not first and last in words.adjectives and run.after in words.nouns
        return is_quality or words.names_nothing(last)
    if not words.names_nothing(last):
        return False
    if run.is_person:
        return is_person
    return not first and is_written(last)


def check_lowercase(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each word that has a capital and names nothing."""
    for rule in rules:
        for language in sorted(context.document.languages & rule.prepared.keys()):
            if rule.speaks(language):
                yield from _in_language(context, rule, language)


def _in_language(context: Context, rule: Rule, language: str) -> Iterator[Diagnostic]:
    lists, nouns, adjectives = rule.prepared[language]
    is_foreign = partial(context.resources.is_foreign, own=language)
    words = _Words(lists, tuple(lists["persons"]), Table[str](nouns), adjectives, is_foreign)
    blocks = [*context.written_in(language)]
    is_written = partial(_is_written, blocks)
    found: dict[str, list[Span]] = {}
    for block in blocks:
        if block.kind == "heading":
            continue
        for start, sentence in sentences_of(context.document, block):
            for run in _runs(sentence, words):
                written = sentence[run.start : run.end]
                if written.lower() in context.fine or not _is_needless(run, words, is_written):
                    continue
                span = block.span(start + run.start, start + run.end)
                found.setdefault(written, []).append(span)
    for written, spans in found.items():
        yield _told(context, rule, written, spans)


def _is_written(blocks: Sequence[Block], word: str) -> bool:
    """Whether a word stands somewhere without a capital."""
    pattern = lazy(rf"(?<![\p{{L}}-]){word}(?![\p{{L}}-])")
    return any(word in block.text and pattern.search(block.text) for block in blocks)


def _told(context: Context, rule: Rule, written: str, spans: list[Span]) -> Diagnostic:
    better = written.lower()
    fixes = context.replacing_all([(span, written, better) for span in spans])
    return context.together(rule, spans, message="", text=written, replacement=better, fixes=fixes)


def prepare_lowercase(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """The lists, the nouns as a ``Table`` reads them, for few are asked for, and the adjectives, by
    language. Raises VaclintError for a table that cannot be read.
    """
    prepared: dict[str, Any] = {}
    for language, said in rule.said.items():
        lists = {name: frozenset(said[name]) for name in LISTS}
        nouns = preparation.pairs(language, "nouns", said["nouns"])
        adjectives = {
            word
            for name in said["adjectives"]
            for _, cells in preparation.rows(language, "adjectives", name)
            for word in cells[:2]
        }
        prepared[language] = (lists, packed(nouns), frozenset(adjectives))
    return prepared


KIND = Kind(
    "lowercase",
    check_lowercase,
    {
        "nouns": Key(TEXT, required=True, by_language=True),
        "adjectives": Key(LIST, required=True, by_language=True),
        **{name: Key(LIST, required=True, by_language=True) for name in LISTS},
    },
    prepare_lowercase,
)
