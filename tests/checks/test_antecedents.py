"""Whom a pronoun refers to, and when nobody."""

from __future__ import annotations

import pytest

from support import loaded, resources
from vaclint.checks.antecedents import antecedent_of, passage
from vaclint.checks.persons import Grammar

[RULE] = [rule for rule in loaded().rules if rule.kind == "pronouns"]
DUTCH = Grammar._make(RULE.prepared["nl"])


def antecedent(text: str, title: str = "") -> str:
    """The antecedent of the word between stars, as it stands in the text."""
    plain = text.replace("*", "")
    given = passage(plain, resources().reading.split(plain), DUTCH, frozenset(title.split()))
    at = text.index("*")
    index = next(index for index, token in enumerate(given.tokens) if token.start == at)
    found = antecedent_of(given, index)
    if found is None:
        return ""
    return plain[given.tokens[found.first].start : given.tokens[found.last].end]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een ervaren monteur kent *zijn* klanten.", "Een ervaren monteur"),
        ("Een ervaren, rustige monteur kent *zijn* klanten.", "Een ervaren, rustige monteur"),
        ("De kandidaat kookt. *Hij* proeft.", "De kandidaat"),
        ("De kandidaat kookt. Wij eten. *Hij* proeft.", ""),
        ("Iemand kookt en *hij* proeft.", "Iemand"),
        ("Wie kookt, weet wat *hij* doet.", "Wie"),
        ("Wie zijn wij en wat doet *hij*?", ""),
        ("Monteur kent *zijn* klanten.", ""),
        ("Een heel erg ervaren en rustige monteur kent *zijn* klanten.", ""),
        ("Jouw de monteur kent *zijn* klanten.", "de monteur"),
        ("De huidige monteur kent *zijn* klanten.", ""),
        ("De directeur kent *zijn* klanten.", ""),
        ("Een directeur kent *zijn* klanten.", "Een directeur"),
        ("De kandidaat helpt de organisatie met *zijn* kennis.", ""),
        ("De organisatie helpt: de kandidaat kent *zijn* vak.", ""),
        ("De kandidaat kent *zijn* vak bij de organisatie.", "De kandidaat"),
        ("De kandidaat zegt: ik ken *zijn* vak.", ""),
        ("De kandidaat praat met een klant en *hij* luistert.", "een klant"),
        ("De kandidaat praat met een klant. *Hij* luistert.", "De kandidaat"),
        ("De kandidaat praat. Dan belt de gast en *hij* luistert.", "de gast"),
        ("De kandidaat praat. Dan belt de wethoudster en *hij* luistert.", ""),
    ],
)
def test_the_antecedent(text: str, found: str) -> None:
    assert antecedent(text) == found


def test_the_job_of_the_title_is_sought_and_so_in_general() -> None:
    assert antecedent("De directeur kent *zijn* klanten.", "directeur") == "De directeur"
    assert antecedent("De fluitbaas kent *zijn* klanten.", "fluitbaas") == "De fluitbaas"
    assert antecedent("De fluitbaas kent *zijn* klanten.") == ""


def test_a_token_beyond_the_ends_is_empty() -> None:
    given = passage("Een zin", [(0, 7)], DUTCH, frozenset())
    assert [given.word(index) for index in (-1, 0, 1, 2)] == ["", "een", "zin", ""]
