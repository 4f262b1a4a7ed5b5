"""Words that nearly every advert uses: counted, and told only where there are many."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error
from support import findings, report

PLAIN = "Je plant de diensten en belt met leveranciers over de voorraad en het rooster. "
TIRED = (
    "Je bent enthousiast, flexibel, creatief, gedreven, ambitieus, klantgericht en "
    "resultaatgericht, en een rijbewijs is een pré."
)


def told(text: str, language: str = "nl", **options: object) -> list[str]:
    given = findings(text, "x.md", "JAR006", language=language, kind="vacancy", **options)
    return [each.message for each in given]


def test_more_than_the_average_are_told_once_with_their_words() -> None:
    [message] = told(f"# Planner\n\n{TIRED} {PLAIN}")
    assert message.startswith("8 clichés (")
    assert "de gemiddelde vacature heeft er 7,7 in 400 woorden" in message
    assert "enthousiast, flexibel, creatief" in message


@pytest.mark.parametrize(
    "text",
    [
        "Je bent enthousiast en flexibel.",
        "Een pre is een rijbewijs; je bent creatief, gedreven en ambitieus.",
        "De carrièrewinkel heeft doorgroeimogelijkheden en een informele werksfeer.",
    ],
)
def test_a_few_are_shown_by_no_rule(text: str) -> None:
    assert findings(f"# Planner\n\n{text} {PLAIN}", "x.md", "JAR", language="nl") == ()


@pytest.mark.parametrize("word", ["carrièretijger", "vroege vogel", "koele kikker"])
def test_what_says_nothing_at_all_is_shown_by_itself(word: str) -> None:
    text = f"# Planner\n\nWij zoeken een {word}. {PLAIN}"
    assert [each.text for each in findings(text, "x.md", "JAR", language="nl")] == [word]


def test_the_number_and_the_density_are_metrics_of_every_text() -> None:
    metrics = report(f"# Planner\n\n{TIRED} {PLAIN * 6}", "x.md", "GEN001", language="nl").metrics
    assert metrics["cliches"] == 8
    assert metrics["cliches_per_100"] == round(800 / metrics["words"], 2)
    assert report("", "x.md", "GEN001", language="nl").metrics["cliches_per_100"] == 0


def test_the_average_is_an_option() -> None:
    text = f"# Planner\n\nJe bent enthousiast en flexibel. {PLAIN}"
    assert told(text, rule_options={"JAR006": {"average": 1}}) != []
    assert told(f"# Planner\n\n{TIRED}", rule_options={"JAR006": {"average": 20}}) == []


def test_a_rule_needs_its_average(tmp_path: Path) -> None:
    keys = "kind = 'commonplaces'\nterms = ['wisp']\n"
    assert "average" in own_error(tmp_path, keys)


def test_a_long_text_may_have_more_in_proportion() -> None:
    long = PLAIN * 80
    assert told(f"# Planner\n\n{TIRED} {long}") == []
    assert told(f"# Planner\n\n{(TIRED + ' ') * 4} {long}") != []
