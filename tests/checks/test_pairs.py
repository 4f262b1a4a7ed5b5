"""Two forms side by side: which are a pair, what to write instead, and where nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.bank import rows
from own_rules import own_error, own_findings
from support import findings, texts

FRAME = {
    "nl": "Wij zoeken een collega: {} met ervaring.",
    "en": "We want a colleague: {} with experience.",
}


@pytest.mark.parametrize(("language", "text", "wanted"), rows("pairs"))
def test_the_bank(language: str, text: str, wanted: str) -> None:
    framed = FRAME[language].format(text)
    assert texts(framed, "x.txt", "GEN001", "GEN002", language=language) == (
        [wanted] if wanted else []
    )


@pytest.mark.parametrize(
    "text",
    [
        "We want a trainer or trainster.",
        "We want a worker/werkster for us.",
        "The kandidaat/kandidate is here with us.",
        "A student(e) or docent(e) can join.",
    ],
)
def test_endings_of_one_language_do_not_judge_another(text: str) -> None:
    assert texts(text, "x.txt", "GEN002", language="en") == []


@pytest.mark.parametrize("text", ["a waiter of waitress", "a salesman en -woman", "he of she"])
def test_words_of_one_language_do_not_join_in_another(text: str) -> None:
    assert texts(text, "x.txt", "GEN001", "GEN002", language="en") == []


def test_each_block_is_judged_in_its_own_language() -> None:
    dutch = "Wij zoeken een verkoper of verkoopster die het werk kent en graag bij ons wil werken."
    english = "We are looking for a waiter or waitress who would like to join our team in the city."
    text = f"{dutch}\n\n{english}\n\n{dutch} Er is ook een waiter of waitress.\n"
    assert texts(text, "x.md", "GEN002") == [
        "verkoper of verkoopster", "waiter or waitress", "verkoper of verkoopster",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found", "instead"),
    [
        ("Kandidaat/kandidate gezocht", "Kandidaat/kandidate", "Kandidaat"),
        ("een schoonmaak(st)er", "schoonmaak(st)er", "schoonmaakhulp"),
        ("een werkgeef(st)er", "werkgeef(st)er", "werkgever"),
        ("een docent(e) Frans", "docent(e)", "docent"),
        ("een gastvrouw of -heer", "gastvrouw of -heer", "medewerker gastvrijheid"),
        ("een melkveeboer/melkveeboerin", "melkveeboer/melkveeboerin", "melkveeagrariër"),
        ("een begeleidster/begeleider", "begeleidster/begeleider", "begeleider"),
    ],
)
def test_what_to_write_instead(text: str, found: str, instead: str) -> None:
    [finding] = findings(text, "x.txt", "GEN002", language="nl")
    assert finding.text == found
    assert finding.fixes[0].edits[0].replacement == instead


def test_a_pair_with_several_replacements_names_all_and_fixes_with_the_first() -> None:
    [finding] = findings("Een leraar/lerares", "x.txt", "GEN002", language="nl")
    assert "‘leerkracht’ / ‘docent’" in finding.message
    assert finding.properties["alternatives"] == ["leerkracht", "docent"]
    [fix] = finding.fixes
    assert (fix.applicability, fix.edits[0].replacement) == ("unsafe", "leerkracht")


def test_a_pair_with_markup_in_it_is_found_without_a_fix() -> None:
    [finding] = findings("Een **kandidaat**/kandidate is welkom.", "x.md", "GEN002", language="nl")
    assert finding.text == "kandidaat**/kandidate"
    assert finding.fixes == ()


@pytest.mark.parametrize(
    "text",
    [
        "De adviseur kiest of hij/zij/die thuis werkt.",
        "De adviseur kiest of hij of zij of hen kan.",
        "Iedereen kiest, vanuit zijn of haar rol, een dag.",
        "Zo willen we zijn of haar zien.",
        "Een relevant(e) opleiding en transparante of transparant beleid",
        "De kandidaat\n\n/ kandidate",
    ],
)
def test_what_is_silent(text: str) -> None:
    assert texts(text, "x.md", "GEN001", "GEN002", language="nl") == []


def test_of_overlapping_pairs_the_first_is_reported() -> None:
    text = "Een verkoper/verkoopster/verkoper"
    assert texts(text, "x.txt", "GEN002", language="nl") == ["verkoper/verkoopster"]


def test_a_written_form_is_reported_once() -> None:
    assert texts("Een lera(a)r(es) of leraar(es)", "x.txt", "GEN002", language="nl") == [
        "lera(a)r(es)", "leraar(es)",
    ]  # fmt: skip


OWN = {"own.tsv": "chef\tcheffin\tleider\tsafe\nd(h)r\t\tpersoon\n"}


def test_pairs_of_ones_own_are_joined_as_the_language_does(tmp_path: Path) -> None:
    text = "De chef of cheffin belt met de d(h)r en de souschef/souscheffin."
    found = own_findings(tmp_path, 'pairs = "own.tsv"\n', text, OWN, language="nl")
    assert [each.text for each in found] == ["chef of cheffin", "d(h)r", "souschef/souscheffin"]
    assert [each.fixes[0].applicability for each in found] == ["safe", "unsafe", "unsafe"]
    assert own_findings(tmp_path, 'pairs = "own.tsv"\n', "a chef of cheffin", language="en") == ()
    found = own_findings(tmp_path, 'pairs = "own.tsv"\n', "a chef or cheffin", language="en")
    assert [each.text for each in found] == ["chef or cheffin"]


def test_pairs_of_ones_own_for_one_language(tmp_path: Path) -> None:
    keys = 'pairs = { nl = "own.tsv" }\n'
    assert own_findings(tmp_path, keys, "The chef/cheffin", OWN, language="en") == ()
    assert len(own_findings(tmp_path, keys, "De chef/cheffin", OWN, language="nl")) == 1


def test_pairs_in_a_language_without_a_pack(tmp_path: Path) -> None:
    text = "Der chef/cheffin und die Leute, mit denen wir arbeiten, sind nicht bei uns oder wir."
    found = own_findings(tmp_path, 'pairs = "own.tsv"\n', text, OWN)
    assert [each.text for each in found] == ["chef/cheffin"]


@pytest.mark.parametrize(
    ("keys", "error"),
    [
        ('pairs = "away.tsv"\n', "own.toml:5: the word list 'away.tsv' cannot be read"),
        ('pairs = "unsigned.tsv"\n', "own.toml:5: a pair in one word has a slash or a bracket"),
        ('pairs = "short.tsv"\n', "own.toml:5: a pair takes three columns"),
        ("pairs = 3\n", "own.toml:5: 'pairs' must be text"),
        ("pairs = { nl = 3 }\n", "own.toml:5: 'pairs' names a word list"),
        (
            'pairs = "own.tsv"\nsuffixes = "e.toml"\n',
            "own.toml:6: e.toml holds no pairs of endings",
        ),
    ],
)
def test_a_mistake_is_one_error_with_its_line(tmp_path: Path, keys: str, error: str) -> None:
    files = {
        **OWN,
        "short.tsv": "# first\na\tb\n",
        "unsigned.tsv": "hijzij\t\thij\n",
        "e.toml": "brackets = '('\n",
    }
    assert own_error(tmp_path, keys, files).startswith(error)
