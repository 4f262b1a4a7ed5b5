"""What a file says of its language, and what its words say."""

from __future__ import annotations

from collections import Counter

import pytest

from support import engine, findings, report
from vaclint.facts.language import _points, known_languages

DUTCH = "Wij zoeken een kok voor onze keuken. Hij of zij kookt vier dagen per week voor gasten."
ENGLISH = "We are looking for a cook for our kitchen, and you will work with us for the guests."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f'<html lang="en"><p>{DUTCH}</p></html>', "nl"),
        (f'<html lang="nl"><p>{ENGLISH}</p></html>', "en"),
        (f'<html lang="{{{{ page.lang }}}}"><p>{DUTCH}</p></html>', "nl"),
        ('<html lang="en"><p>Kok</p></html>', "en"),
        ('<html lang="fr"><p>Chef</p></html>', "fr"),
    ],
)
def test_an_attribute_never_beats_plain_words(text: str, language: str) -> None:
    assert report(text, "a.html").language == language


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f'<html lang="en"><p>{DUTCH}</p></html>', ['<html lang="en">']),
        (
            f'<!DOCTYPE html>\n<html class="x" lang="en-GB">{DUTCH}',
            ['<html class="x" lang="en-GB">'],
        ),
        (f'<html lang="nl-BE"><p>{DUTCH}</p></html>', []),
        (f'<html lang="{{{{ site.lang }}}}"><p>{DUTCH}</p></html>', []),
        ('<html lang="en"><p>Kok</p></html>', []),
    ],
)
def test_a_wrong_attribute_is_reported(text: str, where: list[str]) -> None:
    assert [each.text for each in findings(text, "a.html", "STR092")] == where


@pytest.mark.parametrize("text", ["Remmina, scalable vectors.", "Kok.", "12 345", ""])
def test_undecided_is_und_and_only_what_needs_no_language_speaks(text: str) -> None:
    own = report(text + "   \n", "a.md")
    assert own.language == "und"
    assert {each.rule[:3] for each in own.findings} <= {"WSP", "STR", "DUP"}
    assert "STR091" not in {each.rule for each in own.findings}


def test_undecided_speaks_the_language_of_the_run() -> None:
    (own,) = findings("Kok.   \n", "a.md", "WSP001", message_language="nl")
    (default,) = findings("Kok.   \n", "a.md", "WSP001")
    assert own.message != default.message


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("# Planner\n\nJe plant voor The Tea House en Green and Grey.\n", "nl"),
        ("# Planner\n\nYou plan for Thee en Taart and Van der Zijl en De Zaag.\n", "en"),
        ("# Planner\n\nTea House.\n", "und"),
    ],
)
def test_names_tell_nothing_of_a_short_text(text: str, language: str) -> None:
    assert report(text, "a.md").language == language


def test_points_do_not_hang_on_the_order_of_words() -> None:
    known = engine().resources.once(known_languages)
    words = [word for word in sorted(known.words) if len(known.words[word]) > 1][:200]
    ahead, back = (Counter(given) for given in (words, words[::-1]))
    assert list(_points(ahead, known).items()) == list(_points(back, known).items())


def test_a_language_that_shares_words_is_no_second_one_of_a_text() -> None:
    lines = [
        "Wij zijn op zoek naar een kok die met ons in de keuken wil staan, en die van eten houdt.",
        "Je werkt vier dagen, en dit is niet zwaar: wat op het bord ligt, komt uit de tuin.",
        "Daar is ook een bakker by, met wie je in de ochtend vir ons brood zorgt.",
        "- zeizoensgebonden: komkommers in juni, bessen in juli, eieren in april, kool in december",
    ]
    found = findings("\n\n".join(lines), "a.md", "SPL001")
    assert "zeizoensgebonden" in [each.text for each in found]


FILLER = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt. "
)


def test_what_fills_a_layout_is_in_no_language_and_only_its_presence_is_told() -> None:
    text = f"# Kok\n\n{DUTCH}\n\n{FILLER * 3}\n\n## Ons team\n\n{FILLER * 3}"
    assert report(text, "a.md").language == "nl"
    assert not findings(text, "a.md", "SPL001", "DUP001", "DUP003", "RDB001")
    assert findings(text, "a.md", "STR004")


def test_a_page_of_filler_alone_has_no_language() -> None:
    assert report(FILLER * 4, "a.md").language == "und"
