"""What a language knows of persons and pronouns, read from the ``persons`` file of its pack."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import regex

from vaclint.text.named import NamedTuple
from vaclint.text.patterns import compiled, joined

HEAD_LEAST = 5
"""A word with fewer letters is no head of a compound."""
ENDING_LEAST = 7
"""A word with fewer letters is told a person by no ending."""
THING_LEAST = 9
"""A word with fewer letters is told a thing by no ending."""


class Grammar(NamedTuple):
    """The words of one language, lower case; the file says of each group what it is for.

    A pattern is empty for none.
    """

    replacements: Mapping[str, str]
    """The pronouns, with what to write instead."""
    persons: frozenset[str]
    person_endings: tuple[str, ...]
    anyone: frozenset[str]
    asking: Mapping[str, frozenset[str]]
    determiners: frozenset[str]
    pointing: frozenset[str]
    incumbents: frozenset[str]
    particular: frozenset[str]
    readers: frozenset[str]
    things: frozenset[str]
    thing_endings: tuple[str, ...]
    neuter: tuple[str, ...]
    """Things, also at the end of a compound, for which ``only_pronouns`` never stand."""
    speakers: frozenset[str]
    seeks: str
    only_pronouns: frozenset[str]
    owning: frozenset[str]
    plural_too: frozenset[str]
    only_subjects: frozenset[str]
    """Those of them that are never an object: ``als teamleider geeft zij``."""
    noun_too: frozenset[str]
    noun_after: frozenset[str]
    subjects: frozenset[str]
    or_words: frozenset[str]
    and_words: frozenset[str]
    who_words: frozenset[str]
    that_words: frozenset[str]
    clause_openers: frozenset[str]
    fore_openers: frozenset[str]
    """Open a sentence whose pronoun can stand before its person: ``voordat hij begint, krijgt de
    nieuwe collega``.
    """
    joining: frozenset[str]
    """Between two adjectives of one noun: ``a reliable and friendly deckhand``."""
    not_owned_after: frozenset[str]
    not_owner_before: frozenset[str]
    plural_endings: tuple[str, ...]
    before_infinitive: tuple[str, ...]
    singular_verbs: frozenset[str]
    singular_verb_endings: tuple[str, ...]
    nouns_like_participles: frozenset[str]
    participle: str
    participle_before: str
    fixed: str
    noun_context: str
    named: str
    served: frozenset[str]
    """Persons for whom the work is done: a pronoun for one is a remark."""
    being: frozenset[str]
    """Behind one of these a noun that a clause follows is a person: ``jij bent een prater die``."""
    plural_verbs: frozenset[str]
    """One of these later in the clause makes a pronoun of ``plural_too`` a plural."""
    not_verbs: frozenset[str]
    """Words that end like a verb of one person and are none."""
    owned: str
    """Fixed phrases in which the pronoun is one, whatever stands around it."""
    sought: str
    """Its group ``noun`` is what a sentence seeks: ``an experienced falconer is wanted``."""
    opening: str
    """Begins a sentence about who will do the job, when nobody is there before it."""
    somebody: str
    """Somebody who is there: a name, or ``our owner``."""

    def is_served(self, word: str) -> bool:
        """Whether a word means somebody for whom the work is done, or is a compound of one."""
        return word in self.served or (
            len(word) >= ENDING_LEAST and word.endswith(_heads(self.served))
        )

    def is_person(self, word: str, title: frozenset[str]) -> bool:
        """Whether a word means a person: one of the list, of the title, or by how it ends."""
        if word in self.persons or word in title:
            return True
        return len(word) >= ENDING_LEAST and word.endswith(self.person_endings)

    def is_thing(self, word: str) -> bool:
        """Whether a word means a thing or an organisation, or a compound that ends in one."""
        return word in self.things or (
            len(word) >= THING_LEAST and word.endswith(self.thing_endings)
        )

    def is_neuter(self, word: str) -> bool:
        """Whether a word means a thing for which another pronoun stands: ``het kantoor``."""
        return bool(self.neuter) and word.endswith(self.neuter)


def read_grammar(data: Mapping[str, Any], occupations: frozenset[str] = frozenset()) -> Grammar:
    """The grammar that a file holds; what it leaves out is empty. Names of occupations are persons
    too, but for those that the file says can be ``no-persons``.

    Raises KeyError, TypeError, ValueError, AttributeError or regex.error for a file that holds
    something else.
    """

    def words(name: str) -> frozenset[str]:
        return frozenset(data.get(name, "").split())

    def endings(name: str) -> tuple[str, ...]:
        return tuple(sorted(words(name)))

    def pattern(name: str, flags: int = 0) -> str:
        made = joined(data.get(name, ""))
        compiled(made, flags)
        return made

    persons = words("persons") | (occupations - words("no-persons"))
    things = words("things")
    asking = {word: frozenset(after.split()) for word, after in data.get("asking", {}).items()}
    return Grammar(
        replacements=dict(data["replacements"]),
        persons=persons,
        person_endings=(*endings("person-endings"), *_heads(persons)),
        anyone=words("anyone"),
        asking=asking,
        determiners=words("determiners"),
        pointing=words("pointing"),
        incumbents=words("incumbents"),
        particular=words("particular"),
        readers=words("readers"),
        things=things,
        thing_endings=_heads(things),
        neuter=endings("neuter"),
        speakers=words("speakers"),
        seeks=data.get("seeks", ""),
        only_pronouns=words("only-pronouns"),
        owning=words("owning"),
        plural_too=words("plural-too"),
        only_subjects=words("only-subjects"),
        noun_too=words("noun-too"),
        noun_after=words("noun-after"),
        subjects=words("subjects"),
        or_words=words("or"),
        and_words=words("and"),
        who_words=words("who"),
        that_words=words("that"),
        clause_openers=words("clause-openers"),
        fore_openers=words("fore-openers"),
        joining=words("joining"),
        not_owned_after=words("not-owned-after"),
        not_owner_before=words("not-owner-before"),
        plural_endings=endings("plural-endings"),
        before_infinitive=endings("before-infinitive"),
        singular_verbs=words("singular-verbs"),
        singular_verb_endings=endings("singular-verb-endings"),
        nouns_like_participles=words("nouns-like-participles"),
        participle=pattern("participle"),
        participle_before=pattern("participle-before"),
        fixed=pattern("fixed", regex.IGNORECASE),
        noun_context=pattern("noun-context", regex.IGNORECASE),
        named=pattern("named"),
        served=words("served"),
        being=words("being"),
        plural_verbs=words("plural-verbs"),
        not_verbs=words("not-verbs"),
        owned=pattern("owned", regex.IGNORECASE),
        sought=pattern("sought", regex.IGNORECASE),
        opening=pattern("opening", regex.IGNORECASE),
        somebody=pattern("somebody"),
    )


def _heads(words: frozenset[str]) -> tuple[str, ...]:
    """The words that can end a compound."""
    return tuple(sorted(word for word in words if len(word) >= HEAD_LEAST))
