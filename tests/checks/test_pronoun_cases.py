"""Each case that decides whether a word is a pronoun, with the text that asked for it."""

from __future__ import annotations

import pytest

from support import loaded
from vaclint.checks import pronoun_cases
from vaclint.checks.persons import Grammar
from vaclint.checks.pronoun_cases import CASES, Use, is_pronoun

[RULE] = [rule for rule in loaded().rules if rule.kind == "pronouns"]
GRAMMARS = {language: Grammar._make(plain) for language, plain in RULE.prepared.items()}


def use(text: str, language: str = "nl") -> Use:
    """The word between stars, with the antecedent's last word between plus signs."""
    text = text.replace("/", " / ").replace(",", " ,")
    words = [word for word in text.lower().split() if word]
    at = next(index for index, word in enumerate(words) if word.startswith("*"))
    owner = next(index for index, word in enumerate(words) if word.startswith("+"))
    words = ["", "", *(word.strip("*+") for word in words), "", ""]
    two_before, before, word, after, two_after = words[at : at + 5]
    is_topic = "kapper" in words
    return Use(GRAMMARS[language], is_topic, word, two_before, before, after, two_after, at - owner)


EXAMPLES = [
    ("_is_marked", "de +kandidaat+ weet of *hij*/zij wil", False),
    ("_is_half_of_pair", "de +kandidaat+ weet of *hij* of zij wil", False),
    ("_is_half_of_pair", "de +kandidaat+ weet of zij of *hij* wil", False),
    ("_is_only_pronoun", "de +kandidaat+ weet wat *hij* doet", True),
    ("_is_owning", "de +kandidaat+ kent *z'n* werk", True),
    ("_is_owning", "de +kandidaat+ kent *z'n*", False),
    ("_is_behind_persons_verb", "als +teamleider+ geeft *zij* leiding", True),
    ("_is_plural_too", "de +patiënt+ en *zij* heeft daar recht op", True),
    ("_is_plural_too", "de +patiënt+ en *zij* hebben daar recht op", False),
    ("_is_noun_here", "als kapper help je de +klant+ en verf je *haar* als dat nodig is", False),
    ("_is_noun_here", "de +klant+ en het *haar*", False),
    ("_is_noun_too", "de +adviseur+ kent *haar* team", True),
    ("_is_noun_too", "de +adviseur+ belt : vraag *haar*", True),
    ("_is_noun_too", "de +adviseur+ belt en vraag *haar* om raad", False),
    ("_is_behind_person_who", "een +kok+ die *zijn* vak verstaat", True),
    ("_is_behind_person_who", "een +kok+ die *zijn* en blijven", False),
    ("_is_behind_person_and", "de +patiënt+ en *zijn* omgeving", True),
    ("_is_behind_verb_that", "de +ondernemer+ wil dat *zijn* bedrijf groeit", True),
    ("_is_right_behind_person", "de taken van de +kok+ *zijn* divers", False),
    ("_is_before_participle", "door de +opdrachtgever+ streng *zijn* geselecteerd", False),
    ("_opens_clause", "wat de +kok+ weet, *zijn* feiten", False),
    ("_is_behind_no_owner", "de +kandidaat+ moet bereid *zijn* te reizen", False),
    ("_is_behind_plural", "voor de +klant+ wensen *zijn* leidend", False),
    ("_is_behind_participle", "die de +klant+ gezond *zijn* brood", False),
    ("_is_infinitive", "de +monteur+ moet inzetbaar *zijn* overdag", False),
    ("", "een ervaren +monteur+ kent *zijn* klanten", True),
    ("", "een ervaren +monteur+ kent *zijn* gebied", True),
    ("", "een ervaren +monteur+ kent *zijn* al", False),
]


@pytest.mark.parametrize(("case", "text", "answer"), EXAMPLES)
def test_the_first_case_that_holds_decides(case: str, text: str, answer: bool) -> None:
    given = use(text)
    holds = next((each.holds.__name__ for each in CASES if each.holds(given)), "")
    assert (holds, is_pronoun(given)) == (case, answer)


def test_every_case_has_an_example() -> None:
    assert {case.holds.__name__ for case in CASES} == {name for name, _, _ in EXAMPLES if name}
    assert all(hasattr(pronoun_cases, case.then.__name__) for case in CASES)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("the +candidate+ plans *his* own work", True),
        ("the +candidate+ and *his* ,", False),
        ("a +nurse+ or *she* or he", False),
        ("the +nurse+ likes *her*", True),
    ],
)
def test_english(text: str, answer: bool) -> None:
    assert is_pronoun(use(text, "en")) is answer
