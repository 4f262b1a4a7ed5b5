"""How dense the jargon is: of a whole text and of a section, with the limits as options."""

from __future__ import annotations

from typing import Any

import pytest

from support import findings, report

PLAIN = "Je plant de diensten en belt met leveranciers over de voorraad en het rooster. "
DENSE = "Je bent een duizendpoot, hands-on, proactief en stressbestendig: de spin in het web. "


def found(text: str, code: str, **options: Any) -> list[tuple[str, str]]:
    given = findings(text, "x.md", code, language="nl", **options)
    return [(each.text, each.message) for each in given]


def test_a_dense_text_is_reported_on_its_title_with_its_worst_words() -> None:
    [(text, message)] = found(f"# Planner\n\n{DENSE}{DENSE}{PLAIN * 5}", "JAR002")
    assert text == "Planner"
    assert "Begin met: duizendpoot (2×) → " in message
    assert "; hands-on (2×) → praktisch; dan blijft" in message
    assert "De zin met het meeste: ‘Je bent een duizendpoot, hands-on, proactief en" in message


@pytest.mark.parametrize(
    "text",
    [
        f"# Planner\n\n{DENSE}",  # too short
        f"# Planner\n\n{PLAIN * 6} Je bent een duizendpoot en de spin in het web.",  # two terms
        f"# Planner\n\n{DENSE}{PLAIN * 30}",
        f"---\nsummary: {DENSE}\n---\n\n# Planner\n\n{PLAIN * 6}",
        "",
    ],
)
def test_what_is_silent(text: str) -> None:
    assert found(text, "JAR002") == []


def test_the_limits_are_options() -> None:
    text = f"# Planner\n\n{DENSE}"
    options = {"JAR002": {"min-words": 10, "max": 90}}
    assert found(text, "JAR002", rule_options={"JAR002": {"min-words": 10}}) != []
    assert found(text, "JAR002", rule_options=options) == []


def test_a_section_is_reported_on_its_heading_unless_it_is_the_whole_text() -> None:
    section = f"## De functie\n\n{DENSE}{PLAIN * 2}\n\n"
    [(text, _)] = found(f"{section}## Wij bieden\n\n{PLAIN * 4}", "JAR003")
    assert text == "De functie"
    assert found(section, "JAR003") == []


def test_the_density_is_a_metric_of_every_text() -> None:
    text = "duizendpoot " + "woord " * 99
    assert report(text, "x.md", "GEN001", language="nl").metrics["jargon_density"] == 2.0
    assert report("", "x.md", "GEN001", language="nl").metrics["jargon_density"] == 0


def test_the_message_says_which_three_changes_help_most() -> None:
    [finding] = findings(f"# Planner\n\n{DENSE}{DENSE}{PLAIN * 5}", "x.md", "JAR002", language="nl")
    given: dict[str, Any] = dict(finding.properties)
    assert given["worst"] == ["duizendpoot", "spin in het web", "hands-on"]
    assert list(given["changes"]) == given["worst"]
    assert 0 < given["left"] < given["density"]
    assert "Begin met: duizendpoot (2×) → noem de taken; spin in het web (2×)" in finding.message


def test_a_text_of_forty_words_has_a_density() -> None:
    short = f"# Planner\n\n{DENSE}{PLAIN * 2}"
    assert len(short.split()) < 50
    assert [text for text, _ in found(short, "JAR002")] == ["Planner"]
