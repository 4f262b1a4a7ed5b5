"""Whom a pronoun can refer to: the noun phrases of a text about a person in general. Linear in the
text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from vaclint.checks.persons import Grammar
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import IGNORE_CASE, lazy

ADJECTIVES = 4
"""How many words may stand between an article and its noun."""
_TOKEN = lazy(r"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]")


class Token(NamedTuple):
    """A word or sign of a block, lower case, with its range there and its sentence's number."""

    text: str
    start: int
    end: int
    sentence: int


class Antecedent(NamedTuple):
    """A noun phrase about a person in general, as token indexes, both inclusive."""

    first: int
    last: int


class Passage(NamedTuple):
    """The tokens of a block, and what is asked of each."""

    tokens: Sequence[Token]
    grammar: Grammar
    starts: Sequence[int]
    """For each token the first one of its sentence."""
    antecedents: Sequence[Antecedent]
    """In order."""
    openers: Mapping[int, Antecedent]
    """The antecedent that a sentence begins with, by the number of the sentence."""
    owners: Sequence[int]
    """For each token the last one before it that means a thing, somebody who speaks, or a person
    who is there (``your team leader``); -1 for none.
    """
    common_owners: Sequence[int]
    """The same for a pronoun that never stands for a neuter thing: ``het kantoor``, but ``hij``."""
    pointing: Sequence[int]
    """For each token the last one before it that can point at somebody who is there; -1 for none.
    """
    seeking: Sequence[int]
    """For each token the last one before it that says that somebody is sought; -1 for none."""
    relative: Sequence[int]
    """For each token the last one before it that means ``who``; -1 for none."""
    sought: frozenset[int]
    """Nouns that are persons only because the text seeks one: whoever is sought is ``he``, but what
    is sought may own what follows.
    """

    def word(self, index: int) -> str:
        """The text of a token; empty where there is none."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""


def passage(
    text: str, sentences: Iterable[tuple[int, int]], grammar: Grammar, title: frozenset[str]
) -> Passage:
    """The passage of a block's text with the ranges of its sentences; ``title`` are words of the
    job.
    """
    tokens = [
        Token(match[0].lower().replace("’", "'"), match.start(), match.end(), number)
        for number, (start, end) in enumerate(sentences)
        for match in _TOKEN.finditer(text, start, end)
    ]
    starts: list[int] = []
    for index, token in enumerate(tokens):
        goes_on = index > 0 and tokens[index - 1].sentence == token.sentence
        starts.append(starts[-1] if goes_on else index)
    sought = _sought_nouns(text, tokens, grammar, title)
    antecedents, definite = _antecedents(tokens, grammar, title, sought)
    openers: dict[int, Antecedent] = {}
    for each in antecedents:
        if starts[each.first] == each.first:
            openers.setdefault(tokens[each.first].sentence, each)

    words = {token.text for token in tokens}
    things = set(filter(grammar.is_thing, words)) | (words & grammar.speakers)
    owners = _last_before(
        [index in definite or token.text in things for index, token in enumerate(tokens)]
    )
    common = owners
    if grammar.neuter:
        things = {word for word in things if not grammar.is_neuter(word)}
        common = _last_before(
            [
                token.text in things or (index in definite and not grammar.is_neuter(token.text))
                for index, token in enumerate(tokens)
            ]
        )
    pointing = _last_before([token.text in grammar.pointing for token in tokens])
    seeking = _last_before([token.text == grammar.seeks for token in tokens])
    relative = _last_before([token.text in grammar.who_words for token in tokens])
    return Passage(
        tokens,
        grammar,
        starts,
        antecedents,
        openers,
        owners,
        common,
        pointing,
        seeking,
        relative,
        sought,
    )


def _last_before(are_ones: Sequence[bool]) -> list[int]:
    """For each token the index of the last one before it of a certain sort; -1 for none."""
    found, last = [], -1
    for index, is_one in enumerate(are_ones):
        found.append(last)
        if is_one:
            last = index
    return found


def _sought_nouns(
    text: str, tokens: Sequence[Token], grammar: Grammar, title: frozenset[str]
) -> frozenset[int]:
    """The nouns that no list knows and that a sentence seeks, as token indexes."""
    if not grammar.sought:
        return frozenset()
    places = {match.start("noun") for match in lazy(grammar.sought, IGNORE_CASE).finditer(text)}
    return frozenset(
        index
        for index, token in enumerate(tokens)
        if token.start in places
        and not grammar.is_thing(token.text)
        and not grammar.is_person(token.text, title)
    )


def _antecedents(
    tokens: Sequence[Token], grammar: Grammar, title: frozenset[str], sought: frozenset[int]
) -> tuple[list[Antecedent], set[int]]:
    """The noun phrases about a person in general, and the nouns for a person who is there."""
    found: list[Antecedent] = []
    definite: set[int] = set()
    persons = {word for word in {each.text for each in tokens} if grammar.is_person(word, title)}
    for index, token in enumerate(tokens):
        if token.text in grammar.anyone:
            following = [each.text for each in tokens[index + 1 : index + 3]]
            asks = {"".join(following[:1]), "+".join(following)}
            if asks.isdisjoint(grammar.asking.get(token.text, ())):
                found.append(Antecedent(index, index))
        elif token.text in persons or index in sought or _is_described(tokens, index, grammar):
            first = _first_of_phrase(tokens, index, grammar, title)
            if first is not None:
                found.append(Antecedent(first, index))
        if index and _is_there(token.text, tokens[index - 1].text, grammar, title):
            definite.add(index)
    return found, definite


def _is_there(word: str, before: str, grammar: Grammar, title: frozenset[str]) -> bool:
    """Whether a noun means a person who is there: ``de eigenaar``, ``je mentor``."""
    if word in title:
        return False
    if before in grammar.readers:
        return word in grammar.incumbents or grammar.is_person(word, title)
    return before in grammar.pointing and word in grammar.incumbents


def _is_described(tokens: Sequence[Token], index: int, grammar: Grammar) -> bool:
    """Whether a noun says what a reader is: ``jij bent een prater die``."""
    if not grammar.being or index + 1 >= len(tokens):
        return False
    if tokens[index + 1].text not in grammar.who_words:
        return False
    sentence = tokens[index].sentence
    before = [each for each in tokens[max(0, index - 4) : index] if each.sentence == sentence]
    at = next((at for at, each in enumerate(before) if each.text in grammar.being), None)
    return at is not None and any(each.text in grammar.determiners for each in before[at:])


def _first_of_phrase(
    tokens: Sequence[Token], index: int, grammar: Grammar, title: frozenset[str]
) -> int | None:
    """Where the noun phrase of a person begins; None when it is not about somebody in general."""
    noun, is_joined = tokens[index], False
    for back in range(index - 1, max(-1, index - 2 - ADJECTIVES), -1):
        word = tokens[back].text
        if tokens[back].sentence != noun.sentence or not (word[0].isalpha() or word == ","):
            return None
        if word in grammar.readers:
            return None  # "your team leader" is somebody who is there
        if word in grammar.determiners:
            is_there = word in grammar.pointing and noun.text in grammar.incumbents
            return None if is_there and noun.text not in title else back
        if word in grammar.joining and back + 1 < index:
            is_joined = True  # "a reliable and friendly deckhand"
            continue
        is_another = grammar.is_person(word, title) or word in grammar.not_owned_after
        is_another = is_another or (is_joined and grammar.is_thing(word))
        if is_another or word in grammar.particular:
            return None
    return None


def antecedent_of(given: Passage, index: int) -> Antecedent | None:
    """The antecedent of a pronoun: the last one before it, in its sentence or the one before, with
    no rival between.
    """
    tokens, grammar = given.tokens, given.grammar
    pronoun = tokens[index]
    if pronoun.text in grammar.subjects and given.starts[index] == index:
        opener = given.openers.get(pronoun.sentence - 1)
        if opener is not None:  # "De directeur legt verantwoording af aan de raad. Hij …"
            return opener
    before = bisect_left(given.antecedents, index, key=_last) - 1
    if before < 0:
        return None
    nearest = given.antecedents[before]
    distance = pronoun.sentence - tokens[nearest.first].sentence
    if distance > 1 or (distance == 1 and _has_rival(given, index)):
        return None
    start = given.starts[nearest.first]
    since = nearest.last + 1 if start == nearest.first else start
    is_common = pronoun.text in grammar.only_pronouns
    if nearest.last in given.sought and not is_common:
        return None
    owners = given.common_owners if is_common else given.owners
    if not is_common and _is_sought(given, nearest, index):
        return None
    return nearest if owners[index] < since else None


FORE_CLAUSE_MOST = 12
"""So many words of a clause may stand between a pronoun and the person that comes behind it."""


def coming_person(given: Passage, index: int) -> Antecedent | None:
    """The person that a pronoun stands before: ``voordat hij begint, krijgt de nieuwe collega``;
    none where a thing or a person was there already, or where the person is no subject.
    """
    grammar, start = given.grammar, given.starts[index]
    is_second = index == start + 1 and given.word(start) in grammar.fore_openers
    if not is_second or given.word(index) not in grammar.subjects or given.owners[index] >= 0:
        return None
    last = min(index + FORE_CLAUSE_MOST, len(given.tokens))
    comma = next((at for at in range(index + 1, last) if given.word(at) == ","), None)
    at = bisect_left(given.antecedents, index, key=_last)
    if comma is None or at == len(given.antecedents):
        return None
    found = given.antecedents[at]
    is_earlier = at > 0 and given.antecedents[at - 1].last < index
    between = [given.word(step) for step in range(comma + 1, found.first)]
    is_subject = all(_is_singular_verb(word, grammar) for word in between) and len(between) <= 1
    is_near = given.tokens[found.first].sentence == given.tokens[index].sentence
    is_person = found.last > found.first > comma
    return found if is_near and is_person and is_subject and not is_earlier else None


def _is_singular_verb(word: str, grammar: Grammar) -> bool:
    """Whether a word says of one person."""
    if word in grammar.singular_verbs:
        return True
    return word not in grammar.not_verbs and word.endswith(grammar.singular_verb_endings)


def _is_sought(given: Passage, nearest: Antecedent, index: int) -> bool:
    """Whether who seeks a person can own what follows: ``de fanfare zoekt een dirigent en viert
    haar bestaan``, but not ``zoekt een dirigent die``.
    """
    tokens, grammar = given.tokens, given.grammar
    if not grammar.seeks or tokens[index].sentence != tokens[nearest.first].sentence:
        return False
    is_sought = given.seeking[nearest.first] >= given.starts[nearest.first]
    return is_sought and given.relative[index] <= nearest.last


def _last(antecedent: Antecedent) -> int:
    return antecedent.last


def _has_rival(given: Passage, index: int) -> bool:
    """Whether a pronoun that opens a clause can mean somebody of the clause before it: ``met de
    wethouder en hij``.
    """
    if given.word(index - 1) not in given.grammar.clause_openers:
        return False
    return given.pointing[index - 1] >= given.starts[index]
