"""The measures of a text, worked out by hand, and what they leave out."""

from __future__ import annotations

import pytest
import regex

from support import report, resources
from vaclint.facts.readability import MIN_WORDS


def syllables(word: str, language: str) -> int:
    """How many syllables a language's formula counts in a word."""
    formula = resources().languages[language].section("reading-ease")
    return len(regex.findall(formula["syllables"], word, regex.IGNORECASE))


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("werk", 1),
        ("collega", 3),
        ("opleiding", 3),
        ("ideeën", 3),
        ("vacature", 4),
        ("eigen", 2),
        ("mooie", 2),
        ("ervaring", 3),
        ("nieuwe", 2),
        ("coördinator", 5),
        ("bijzonder", 3),
        ("huis", 1),
    ],
)
def test_dutch_syllables(word: str, count: int) -> None:
    assert syllables(word, "nl") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("work", 1),
        ("manager", 3),
        ("the", 1),
        ("time", 1),
        ("salary", 3),
        ("training", 2),
        ("development", 4),
    ],
)
def test_english_syllables(word: str, count: int) -> None:
    assert max(1, syllables(word, "en")) == count


def test_the_numbers_of_a_text_are_those_of_the_formulas() -> None:
    text = "# Kok\n\n" + "Je kookt elke dag voor de kinderen van de school. " * 10
    metrics = report(text, "x.md", language="nl").metrics
    # 10 sentences of 10 words and 13 syllables; one word has seven letters or more: kinderen
    assert metrics["words_per_sentence"] == 10.0
    assert metrics["reading_ease"] == pytest.approx(206.84 - 0.77 * 130 - 0.93 * 10, abs=0.06)
    assert metrics["lix"] == pytest.approx(10 + 100 * 1 / 10, abs=0.06)


def test_a_short_text_and_one_in_another_language_have_none() -> None:
    assert (
        "reading_ease" not in report("# Kok\n\nJe kookt elke dag.\n", "x.md", language="nl").metrics
    )
    german = (
        "# Koch\n\n" + "Du kochst jeden Tag für die Kinder der Schule und wir suchen dich. " * 10
    )
    metrics = report(german, "x.md").metrics
    assert metrics["words"] > MIN_WORDS
    assert "lix" not in metrics


def test_headings_labels_and_front_matter_do_not_count() -> None:
    body = "Je kookt elke dag voor de kinderen van de school. " * 10
    plain = report(f"# Kok\n\n{body}", "x.md", language="nl").metrics
    dressed = report(
        (
            "---\ntitle: Een heel lange titel met verantwoordelijkheden en "
            "werkzaamheden\n---\n\n# Kok\n\nUren: 32\n\n| a | b |\n|---|---|\n| c | d "
            f"|\n\n{body}"
        ),
        "x.md",
        language="nl",
    ).metrics
    assert dressed["lix"] == plain["lix"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Je kookt en jij bakt. " * 4 + "Wij eten. Onze gasten ook. ", 0.8),
        ("Wij zijn groot, ons huis ook, en onze naam. " * 4, 0.0),
        ("You cook and you bake. Your day is long. " * 4, 1.0),
        ("We cook. You bake. " * 4, None),
    ],
)
def test_how_much_a_text_is_about_its_reader(text: str, share: float | None) -> None:
    language = "en" if "bake" in text else "nl"
    assert report(text, language=language).metrics.get("reader_focus") == share
