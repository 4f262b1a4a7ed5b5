"""Word boundaries: which occurrences of a term are the word, and which are part of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_findings, own_rules
from support import terms_of_rule, understood
from vaclint.checks.lexicon import FEW, Lexicon
from vaclint.rulebook.load import Loaded

TERMS = 'terms = ["lean", "één team", "stakeholder", "hands-on*", "*secretaresse", "collega\'s"]\n'


def hits(loaded: Loaded, text: str) -> list[str]:
    lexicon = Lexicon(rule for rule in loaded.rules if rule.own)
    document = understood(text, "x.md", language="nl")
    return [
        document.haystack[hit.start : hit.end] for hit in lexicon.hits(document).get("ORG001", ())
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij werken lean.", ["lean"]),
        ("Wij werken (Lean), “lean” en lean/agile.", ["lean", "lean", "lean"]),
        ("Cleane code in de leanploeg, een lean-coach, IT-lean en lean's regels.", []),
        ("Lean- en agilecoach", []),
        ("ÉÉN TEAM, één team; éénteam en één teams.", ["één team", "één team"]),
        ("Één\u00a0team en één\n  team", ["één team", "één team"]),
        ("De stakeholder en stakeholdermanagement, de stakeholders.", ["stakeholder"]),
        (
            "Een hands-on-mentaliteit, hands-onaanpak, hands-on.",
            ["hands-on-mentaliteit", "hands-onaanpak", "hands-on"],
        ),
        (
            "Directiesecretaresse, secretaresse en secretaressedag.",
            ["directiesecretaresse", "secretaresse"],
        ),
        ("De collega's en collega’s", ["collega's"]),
        ("Een **le**an team", ["lean"]),
        ("`lean` en [lean](x)", ["lean"]),
        ("İstanbul lean", ["lean"]),
        ("Niets", []),
    ],
)
def test_boundaries(tmp_path: Path, text: str, found: list[str]) -> None:
    assert hits(own_rules(tmp_path, TERMS), text) == found


def test_of_overlapping_terms_the_first_and_longest(tmp_path: Path) -> None:
    loaded = own_rules(tmp_path, 'terms = ["data", "data driven", "driven werken"]\n')
    assert hits(loaded, "Data driven werken met data.") == ["data driven", "data"]


def test_of_two_terms_of_one_form_the_first_goes_before(tmp_path: Path) -> None:
    for first, second in (("lean", "*lean"), ("*lean", "lean")):
        keys = f"terms = {{ '{first}' = 'een', '{second}' = 'twee' }}\n"
        (found,) = own_findings(tmp_path, keys, "Wij werken lean.")
        assert found.fixes[0].edits[0].replacement == "een"


def test_the_first_texts_and_later_ones_have_the_same_hits(tmp_path: Path) -> None:
    lexicon = Lexicon(rule for rule in own_rules(tmp_path, TERMS).rules if rule.own)
    text = "Hands-onaanpak: de directiesecretaresse en één team van collega's werken lean, leaner."
    document = understood(text, "x.md", language="nl")
    found = [lexicon.hits(document) for _ in range(FEW + 2)]
    assert len(found[0]["ORG001"]) == 5
    assert all(each == found[0] for each in found)


def test_a_weight_of_nothing_hides_the_terms_inside(tmp_path: Path) -> None:
    files = {"t.tsv": "support\thulp\nsupport desk\t\t\t0\n"}
    loaded = own_rules(tmp_path, 'terms = "t.tsv"\n', files)
    assert hits(loaded, "De support desk geeft support.") == ["support"]


@pytest.mark.parametrize(
    ("context", "text", "found"),
    [
        ("-hout|bos", "Wij sparren samen.", True),
        ("-hout|bos", "Wij planten sparren in het bos.", False),
        ("+gesprek", "Wij sparren in een gesprek.", True),
        ("+gesprek", "Wij sparren samen.", False),
    ],
)
def test_the_words_beside_a_term_decide(
    tmp_path: Path, context: str, text: str, found: bool
) -> None:
    files = {"t.tsv": f"sparren\toverleggen\tgroep\t1\t{context}\n"}
    assert bool(own_findings(tmp_path, 'terms = "t.tsv"\n', text, files)) is found


def forms(loaded: Loaded) -> set[tuple[str, str]]:
    [rule] = [rule for rule in loaded.rules if rule.own]
    return {(term.form, term.language) for term in terms_of_rule(rule)}


def test_a_flag_stands_for_the_forms_of_its_language(tmp_path: Path) -> None:
    keys = "terms = { nl = ['proactief/e'], en = ['leverage/v'] }\n"
    assert forms(own_rules(tmp_path, keys)) == {
        ("proactief", "nl"), ("proactieve", "nl"),
        ("leverage", "en"), ("leverages", "en"), ("leveraged", "en"), ("leveraging", "en"),
    }  # fmt: skip


def test_a_flag_in_a_rule_for_any_language_stands_for_those_of_all(tmp_path: Path) -> None:
    found = {form for form, language in forms(own_rules(tmp_path, "terms = ['collega/s']\n"))}
    assert {"collega", "collega's", "collegas"} <= found
    assert own_findings(tmp_path, "terms = ['proactief/e']\n", "proactieve mensen")


def test_a_term_of_a_language_is_found_in_that_language_only(tmp_path: Path) -> None:
    keys = "terms = { nl = ['support'] }\n"
    assert own_findings(tmp_path, keys, "met support", language="nl")
    assert own_findings(tmp_path, keys, "with support", language="en") == ()
