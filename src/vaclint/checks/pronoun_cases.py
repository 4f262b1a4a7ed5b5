"""Whether a word that can be a pronoun is one: an ordered table of cases, of which the first that
holds decides.
"""

from __future__ import annotations

from collections.abc import Callable

from vaclint.checks.persons import Grammar
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

PLURAL_LEAST = 5
"""A word with fewer letters is told a plural by no ending."""
VERB_LEAST = 4
"""A word with fewer letters is told a verb by no ending."""
_PAIR_MARKS = ("/", "(", "-", "\\")
_CLAUSE_MARKS = (",", ";", ":", "–")


class Use(NamedTuple):
    """A word that can be a pronoun, with its neighbours in lower case, empty for none."""

    grammar: Grammar
    is_topic: bool
    """Whether its block is about what the word means as a noun."""
    word: str
    two_before: str
    before: str
    after: str
    two_after: str
    distance: int
    """How many tokens behind the last one of its antecedent; 1 is right behind it."""
    is_plural: bool = False
    """Whether a verb of several follows in its clause."""


def is_pronoun(use: Use) -> bool:
    """Whether a word is a pronoun for one person, and stands alone.

    Where no case holds, one that owns what follows is: ``kent zijn klanten``.
    """
    return next((case.then for case in CASES if case.holds(use)), _owns)(use)


def _is_marked(use: Use) -> bool:
    return use.before in _PAIR_MARKS or use.after in _PAIR_MARKS


def _is_half_of_pair(use: Use) -> bool:
    is_first = use.after in use.grammar.or_words and use.two_after in use.grammar.replacements
    is_second = use.before in use.grammar.or_words and use.two_before in use.grammar.replacements
    return is_first or is_second


def _is_only_pronoun(use: Use) -> bool:
    return use.word in use.grammar.only_pronouns


def _is_owning(use: Use) -> bool:
    return use.word in use.grammar.owning


def _is_plural_too(use: Use) -> bool:
    return use.word in use.grammar.plural_too


def _is_behind_persons_verb(use: Use) -> bool:
    """Whether a verb of one person stands between the person and the pronoun."""
    is_between = use.distance == 2 and _is_singular_verb(use, use.before)
    return use.word in use.grammar.only_subjects and is_between and not use.is_plural


def _is_noun_here(use: Use) -> bool:
    is_noun = use.is_topic or use.before in use.grammar.noun_after
    return is_noun and use.word in use.grammar.noun_too


def _is_noun_too(use: Use) -> bool:
    return use.word in use.grammar.noun_too


def _is_behind_person_who(use: Use) -> bool:
    return use.before in use.grammar.who_words and use.distance == 2


def _is_behind_person_and(use: Use) -> bool:
    return use.before in use.grammar.and_words and use.distance == 2


def _is_behind_verb_that(use: Use) -> bool:
    is_verb = use.two_before[:1].isalpha() and use.two_before not in use.grammar.not_owned_after
    return use.before in use.grammar.that_words and is_verb


def _is_right_behind_person(use: Use) -> bool:
    return use.distance == 1


def _is_before_participle(use: Use) -> bool:
    if not use.grammar.participle or use.after in use.grammar.nouns_like_participles:
        return False
    return lazy(use.grammar.participle).fullmatch(use.after) is not None


def _opens_clause(use: Use) -> bool:
    return use.before in _CLAUSE_MARKS


def _is_behind_no_owner(use: Use) -> bool:
    return use.before in use.grammar.not_owner_before


def _is_behind_plural(use: Use) -> bool:
    return len(use.before) >= PLURAL_LEAST and use.before.endswith(use.grammar.plural_endings)


def _is_behind_participle(use: Use) -> bool:
    if not use.grammar.participle_before or use.before in use.grammar.singular_verbs:
        return False
    return lazy(use.grammar.participle_before).fullmatch(use.before) is not None


def _is_infinitive(use: Use) -> bool:
    return use.before.endswith(use.grammar.before_infinitive)


def _precedes_word(use: Use) -> bool:
    return use.after[:1].isalpha()


def _precedes_singular_verb(use: Use) -> bool:
    if use.is_plural or (
        use.after not in use.grammar.singular_verbs and _is_before_participle(use)
    ):
        return False
    return _is_singular_verb(use, use.after)


def _is_singular_verb(use: Use, word: str) -> bool:
    if word in use.grammar.not_verbs:
        return False
    is_long = len(word) >= VERB_LEAST
    return word in use.grammar.singular_verbs or (
        is_long and word.endswith(use.grammar.singular_verb_endings)
    )


def _owns(use: Use) -> bool:
    return _precedes_word(use) and use.after not in use.grammar.not_owned_after


def _owns_or_ends(use: Use) -> bool:
    return _owns(use) or not _precedes_word(use)


def _always(_: Use) -> bool:
    return True


def _never(_: Use) -> bool:
    return False


class Case(NamedTuple):
    """Something that decides: where it ``holds``, the word is a pronoun when ``then`` says so."""

    holds: Callable[[Use], bool]
    then: Callable[[Use], bool]


CASES = (  # with the text that asked for each; the word stands between stars
    Case(_is_marked, _never),  # de kandidaat weet of *hij*/zij dat wil
    Case(_is_half_of_pair, _never),  # de kandidaat weet of *hij* of zij dat wil
    Case(_is_only_pronoun, _always),  # de kandidaat weet wat *hij* doet
    Case(_is_owning, _precedes_word),  # the candidate plans *his* own work
    Case(_is_behind_persons_verb, _always),  # als teamleider geeft *zij* leiding
    Case(_is_plural_too, _precedes_singular_verb),  # de patiënt weet of *zij* daar recht op heeft
    Case(_is_noun_here, _never),  # als kapper verf je een klant *haar* krullen
    Case(_is_noun_too, _owns_or_ends),  # de adviseur kent *haar* team
    Case(_is_behind_person_who, _owns),  # een kok die *zijn* vak verstaat
    Case(_is_behind_person_and, _owns),  # de patiënt en *zijn* omgeving
    Case(_is_behind_verb_that, _owns),  # de ondernemer wil dat *zijn* bedrijf groeit
    Case(_is_right_behind_person, _never),  # de taken van de kok *zijn* divers
    Case(_is_before_participle, _never),  # die door de opdrachtgever snel *zijn* geselecteerd
    Case(_opens_clause, _never),  # wat de kok weet, *zijn* feiten
    Case(_is_behind_no_owner, _never),  # de kandidaat moet bereid *zijn* veel te reizen
    Case(_is_behind_plural, _never),  # wat de klant wil: wensen *zijn* er genoeg
    Case(_is_behind_participle, _never),  # de kandidaten die de klant gezien *zijn* welkom
    Case(_is_infinitive, _never),  # de monteur moet inzetbaar *zijn* overal
)
