"""Words that stand twice in a row."""

from __future__ import annotations

import pytest

from support import findings, texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je werkt in de de zorg.", ["de de"]),
        ("Je werkt in in in de zorg.", ["in in in"]),
        ("De de zorg.", ["De de"]),
        ("Wij zien dat dat kan.", []),
        ("De one-on-one one.", []),
        ("Een. Een.", []),
        ("Naar New New York.", []),
        ("Een auto’s auto’s.", ["auto’s auto’s"]),
        ("Het is 24 24 uur.", []),
        ("De bora bora reis.", []),
        ("Kijk op test test.nl nu.", []),
        ("Wij helpen in NL, EN en FR.", []),
    ],
)
def test_doubled(text: str, found: list[str]) -> None:
    assert texts(text, "a.txt", "DUP002", language="nl") == found


def test_what_one_language_allows_is_fine_in_another() -> None:
    assert texts("Zij had had, dat that that is.", "a.txt", "DUP002", language="nl") == []
    assert texts("You work work.", "a.txt", "DUP002", language="fr") == ["work work"]


def test_the_end_of_one_block_and_the_start_of_another_are_not_beside_each_other() -> None:
    assert texts("# Kok\n\nkok zijn\n\n- zijn\n", "a.md", "DUP002", language="nl") == []


def test_a_fix_takes_the_second_away_unless_markup_stands_between() -> None:
    (plain,) = findings("In de\nde zorg.\n", "a.md", "DUP002", language="nl")
    assert (plain.fixes[0].edits[0].start, plain.fixes[0].edits[0].end) == (5, 8)
    assert plain.fixes[0].applicability == "safe"
    (marked,) = findings("In *de* de zorg.\n", "a.md", "DUP002", language="nl")
    assert marked.fixes == ()


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("Je werkt op het het gebied van roosters.", ["error"]),
        ("Je rijdt naar de de winkel, met met klanten.", ["error", "error"]),
        ("Het team bestaat uit de de de kok.", ["error"]),
        ("Je logt in in het systeem.", ["info"]),
        ("Vind je het het leukst?", ["info"]),
        ("Wij helpen klanten klanten.", ["info"]),
        ("Je past de teksten aan aan de lezer.", []),
        ("Wij laten zien dat eten eten is.", []),
        ("Werk werk is werk.", []),
        ("Wat we doen doen we goed.", []),
        ("Wie werkt werkt.", []),
        ("Wat je leert leert je veel.", []),
        ("Als je rijdt rijdt je collega mee.", []),
        ("Waar hij van van houdt, weet ik niet.", ["info"]),
    ],
)
def test_only_what_can_never_be_right_is_an_error(text: str, severities: list[str]) -> None:
    found = findings(text, "a.txt", "DUP002", language="nl")
    assert [each.severity for each in found] == severities
    assert [bool(each.fixes) for each in found] == [each == "error" for each in severities]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Ga naar [](#salaris) naar boven.", "a.md"),
        ("<p>Ga naar <a href='#x'></a> naar boven.</p>", "a.html"),
    ],
)
def test_what_stands_around_an_empty_link_is_not_doubled(text: str, path: str) -> None:
    assert texts(text, path, "DUP002", language="nl") == []
